/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "language/plx-analysis-json.h"

/* Describes a project in one object. */

int
plx_cmd_info (PlxCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = NULL;
  g_autoptr (GString) line = g_string_new ("{\"title\":");
  PlxProjectInfo info;

  if (!plx_cli_parse (cli, NULL, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one project"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  if (!plx_project_get_info (project, &info, &error))
    {
      plx_project_close (project);
      return plx_cli_fail (cli, error);
    }
  plx_json_write_string (line, plx_project_get_title (project));
  g_string_append_printf (line, ",\"articles\":%u,\"analysed\":%u,\"sources\":%u,\"stories\":%u,"
                          "\"entities\":%u,\"marks\":%u,\"format\":%d}\n",
                          info.n_articles, info.n_analysed, info.n_sources, info.n_stories,
                          info.n_entities, info.n_marks, info.format);
  plx_project_close (project);
  plx_cli_write (line->str, line->len);
  return plx_cli_done (cli);
}
