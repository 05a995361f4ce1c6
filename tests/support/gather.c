/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-project.h"

#include <stdlib.h>

/* gather PROJECT N: what a person does by dragging: the first N articles of a
 * project become one story, the first one's, whatever the engine thinks. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = argc == 3 ? plx_project_open (argv[1], &error) : NULL;
  PlxArticle *first = project != NULL ? plx_project_get_article (project, 1) : NULL;
  gint64 n = argc == 3 ? atoi (argv[2]) : 0;

  for (gint64 id = 2; first != NULL && id <= n && error == NULL; id++)
    if (!plx_project_move_article (project, id, plx_article_get_story_id (first), &error))
      break;
  if (first == NULL || error != NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "gather PROJECT N");
      return 1;
    }
  plx_project_close (project);
  return 0;
}
