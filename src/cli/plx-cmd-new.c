/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"

/* Makes an empty project; never writes over a file that is there. */

int
plx_cmd_new (PlxCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = NULL;

  if (!plx_cli_parse (cli, NULL, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one project to make"));
  project = plx_project_create (argv[1], &error);
  if (project == NULL)
    return plx_cli_fail (cli, error);
  plx_project_close (project);
  return plx_cli_done (cli);
}
