/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"

/* Writes an export of an article, a story, or the whole project. */

typedef struct {
  char *format, *path, *article, *story;
  PlxScope scope;
  gint64 id;
} ExportOptions;

static void
export_options_clear (ExportOptions *options)
{
  g_free (options->format);
  g_free (options->path);
  g_free (options->article);
  g_free (options->story);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

static gboolean
find_scope (ExportOptions *options)
{
  const char *id = options->article != NULL ? options->article : options->story;

  options->scope = PLX_SCOPE_PROJECT;
  if (options->article != NULL && options->story != NULL)
    return FALSE;
  if (id == NULL)
    return TRUE;
  options->scope = options->article != NULL ? PLX_SCOPE_ARTICLE : PLX_SCOPE_STORY;
  return g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &options->id, NULL);
}

int
plx_cmd_export (PlxCli *cli, int argc, char **argv)
{
  g_auto (ExportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("pdf, csv or json-ld"), N_("FORMAT") },
    { "article", 0, 0, G_OPTION_ARG_STRING, &options.article, N_("Only this article"), N_("ID") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &options.story, N_("Only this story, with its comparison"), N_("ID") },
    { "comparison", 0, 0, G_OPTION_ARG_STRING, &options.story, N_("The same as --story"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path, N_("The file to write"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (PlxProject) project = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2 || options.path == NULL || options.format == NULL)
    return plx_cli_usage (cli, _("give one project, --format and -o FILE"));
  if (!find_scope (&options))
    return plx_cli_usage (cli, _("give one of --article ID and --story ID; info and search tell the ids"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  done = plx_project_export (project, options.format, options.scope, options.id, options.path,
                             &cli->progress, cli->cancellable, &error);
  plx_project_close (project);
  return done ? plx_cli_done (cli) : plx_cli_fail (cli, error);
}
