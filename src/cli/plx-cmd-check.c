/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"

/* Verifies a project: structure, foreign keys, originals, anchors, index. */

int
plx_cmd_check (PlxCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (!plx_cli_parse (cli, NULL, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one project"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  faults = plx_project_check (project, cli->cancellable, &error);
  plx_project_close (project);
  if (faults == NULL)
    return plx_cli_fail (cli, error);
  for (guint i = 0; i < faults->len; i++)
    plx_cli_input_error (cli, argv[1], g_ptr_array_index (faults, i));
  return plx_cli_done (cli);
}
