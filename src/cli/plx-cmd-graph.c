/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "graph/plx-graph-export.h"

/* Writes the entity graph of a project, filtered, or the difference of two
 * sources, in a format for other programs. */

static int
write_graph (PlxCli *cli, PlxProject *project, const PlxGraphFilter *filter, PlxGraphFormat format,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxGraph) whole = plx_project_build_graph (project, 0, cli->cancellable, &error);
  g_autoptr (PlxGraph) graph = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes = 0;
  const char *data;

  if (whole == NULL)
    return plx_cli_fail (cli, error);
  graph = plx_graph_filter (whole, filter);
  bytes = plx_graph_export (graph, format, &error);
  if (bytes == NULL)
    return plx_cli_fail (cli, error);
  data = g_bytes_get_data (bytes, &n_bytes);
  if (path == NULL || g_str_equal (path, "-"))
    plx_cli_write (data, n_bytes);
  else if (!g_file_set_contents (path, data, (gssize) n_bytes, &error))
    return plx_cli_fail (cli, error);
  return plx_cli_done (cli);
}

int
plx_cmd_graph (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *format_name = NULL, *source = NULL, *minus = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("graphml, gexf, json, csv, svg, pdf or png"), N_("FORMAT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_("Only what this source draws"), N_("A") },
    { "minus", 0, 0, G_OPTION_ARG_STRING, &minus, N_("…and this one does not"), N_("B") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write here instead of standard output"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (PlxProject) project = NULL;
  PlxGraphFormat format = PLX_GRAPH_GRAPHML;
  PlxGraphFilter filter = { 0 };
  int code;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one project"));
  if (format_name == NULL || !plx_graph_format_parse (format_name, &format))
    return plx_cli_usage (cli, _("--format takes graphml, gexf, json, csv, svg, pdf or png"));
  if (minus != NULL && source == NULL)
    return plx_cli_usage (cli, _("--minus goes with --source"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  filter.source = source;
  filter.minus = minus;
  code = write_graph (cli, project, &filter, format, path);
  plx_project_close (project);
  return code;
}
