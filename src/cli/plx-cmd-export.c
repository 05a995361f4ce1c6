/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"

/* Writes an export of an article, a story, its comparison, or the whole project. */

typedef struct {
  char *format, *path, *article, *story, *comparison;
  gboolean all_claims;
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
  g_free (options->comparison);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

static gboolean
find_scope (ExportOptions *options)
{
  const struct {
    const char *id;
    PlxScope scope;
  } choices[] = { { options->article, PLX_SCOPE_ARTICLE },
                  { options->story, PLX_SCOPE_STORY },
                  { options->comparison, PLX_SCOPE_COMPARISON } };
  const char *id = NULL;

  options->scope = PLX_SCOPE_PROJECT;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].id != NULL && id != NULL)
      return FALSE;
    else if (choices[i].id != NULL)
      {
        id = choices[i].id;
        options->scope = choices[i].scope;
      }
  return id == NULL || g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &options->id, NULL);
}

/* What is wrong with the format, before the project is opened; NULL: nothing. */
static char *
dup_complaint (const ExportOptions *options)
{
  const PlxExportFormat *format = plx_project_find_export_format (options->format);
  g_autoptr (GString) nicks = NULL;

  if (format != NULL && (format->scopes & 1u << options->scope) != 0)
    return NULL;
  if (format != NULL)
    return g_strdup_printf (_("--format %s is the comparison of one story: give --comparison ID"),
                            format->nick);
  nicks = g_string_new (NULL);
  for (format = plx_project_list_export_formats (); format->nick != NULL; format++)
    g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? ", " : "", format->nick);
  return g_strdup_printf (_("--format takes one of %s"), nicks->str);
}

int
plx_cmd_export (PlxCli *cli, int argc, char **argv)
{
  g_auto (ExportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("pdf, csv or json-ld; of a comparison also xlsx, html or json, and txt or md for its summary"), N_("FORMAT") },
    { "article", 0, 0, G_OPTION_ARG_STRING, &options.article, N_("Only this article"), N_("ID") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &options.story, N_("Only this story, with its comparison"), N_("ID") },
    { "comparison", 0, 0, G_OPTION_ARG_STRING, &options.comparison, N_("The comparison of this story: csv has its matrix instead of the marks"), N_("ID") },
    { "all-claims", 0, 0, G_OPTION_ARG_NONE, &options.all_claims, N_("PDF: all rows of a large matrix"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path, N_("The file to write"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *complaint = NULL;
  PlxExportRequest request;
  g_autoptr (PlxProject) project = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2 || options.path == NULL || options.format == NULL)
    return plx_cli_usage (cli, _("give one project, --format and -o FILE"));
  if (!find_scope (&options))
    return plx_cli_usage (cli, _("give one of --article ID, --story ID and --comparison ID; search tells the ids of articles, info --stories those of stories"));
  complaint = dup_complaint (&options);
  if (complaint != NULL)
    return plx_cli_usage (cli, complaint);
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  request = (PlxExportRequest) { options.format, options.scope, options.id, options.path,
                                 options.all_claims };
  done = plx_project_export_with (project, &request, &cli->progress, cli->cancellable, &error);
  plx_project_close (project);
  return done ? plx_cli_done (cli) : plx_cli_fail (cli, error);
}
