/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "language/plx-analysis-json.h"

/* Prints one analysis object per article of files or of a collection; given a
 * project, analyses what is new in it. */

typedef struct {
  const PlxLanguage *language;
  GPtrArray *articles;
  PlxLayers layers;
} Job;

static GString *
make_line (PlxCli *cli, guint i, gpointer data)
{
  Job *job = data;
  const PlxCliArticle *article = g_ptr_array_index (job->articles, i);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnalysis) analysis = plx_cli_analyse_one (cli, job->language, article, job->layers, &error);
  GString *line;

  if (analysis == NULL)
    {
      plx_cli_input_error (cli, article->id, error->message);
      return NULL;
    }
  line = g_string_sized_new (analysis->n_bytes * 8 + 256);
  plx_analysis_write_json (analysis, line);
  g_string_append_c (line, '\n');
  return line;
}

static int
analyse_articles (PlxCli *cli, GPtrArray *articles, PlxLayers layers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = plx_language_new (&error);
  Job job = { language, articles, layers };

  if (language == NULL)
    return plx_cli_fail (cli, error);
  plx_cli_print_all (cli, articles->len, make_line, &job);
  return plx_cli_done (cli);
}

static int
analyse_project (PlxCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = plx_cli_open (cli, path);
  gboolean done;

  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  done = plx_project_analyse (project, (guint) cli->n_threads, &cli->progress, cli->cancellable, &error);
  plx_project_close (project);
  return done ? plx_cli_done (cli) : plx_cli_fail (cli, error);
}

int
plx_cmd_analyse (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *collection = NULL, *layer_list = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &collection,
      N_("A collection: one {\"id\",\"text\",…} per line"), N_("FILE.jsonl") },
    { "layers", 0, 0, G_OPTION_ARG_STRING, &layer_list,
      N_("Only these: tokens,names,times,statements,events,findings"), N_("a,b") },
    G_OPTION_ENTRY_NULL
  };
  PlxLayers layers = PLX_LAYER_ALL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (layer_list != NULL && !plx_layers_parse (layer_list, &layers))
    return plx_cli_usage (cli, _("--layers names a layer that does not exist"));
  if ((collection != NULL) == (argc > 1))
    return plx_cli_usage (cli, _("give files, or a collection with --articles"));
  if (collection == NULL && argc == 2 && g_str_has_suffix (argv[1], ".parallax"))
    return analyse_project (cli, argv[1]);
  if (collection != NULL)
    articles = plx_cli_load_articles (cli, collection, &error);
  else
    articles = plx_cli_load_files (cli, argv + 1, (guint) argc - 1);
  return articles != NULL ? analyse_articles (cli, articles, layers) : plx_cli_fail (cli, error);
}
