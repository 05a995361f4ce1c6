/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "compare/plx-series.h"
#include "language/plx-analysis-json.h"

/* Prints the standing phrases of a series, one per line: {"phrase","reports",
 * "missing","first","last","before","after","appears","vanishes","chance"}. */

static void
append_ids (GString *out, const char *key, GPtrArray *articles, const guint *indices, guint n)
{
  g_string_append_printf (out, ",\"%s\":[", key);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      plx_json_write_string (out, ((PlxCliArticle *) g_ptr_array_index (articles, indices[i]))->id);
    }
  g_string_append_c (out, ']');
}

static void
append_date (GString *out, const char *key, GPtrArray *articles, guint index)
{
  const char *published = ((PlxCliArticle *) g_ptr_array_index (articles, index))->published;

  g_string_append_printf (out, ",\"%s\":", key);
  if (published != NULL)
    plx_json_write_string (out, published);
  else
    g_string_append (out, "null");
}

static void
append_phrase (GString *out, GPtrArray *articles, const PlxStandingPhrase *phrase)
{
  char chance[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "{\"phrase\":");
  plx_json_write_string (out, phrase->phrase);
  append_ids (out, "reports", articles, phrase->reports, phrase->n_reports);
  append_ids (out, "missing", articles, phrase->missing, phrase->n_missing);
  append_date (out, "first", articles, phrase->reports[0]);
  append_date (out, "last", articles, phrase->reports[phrase->n_reports - 1]);
  g_string_append_printf (out, ",\"before\":%u,\"after\":%u,\"appears\":%s,\"vanishes\":%s",
                          phrase->n_before, phrase->n_after, phrase->appears ? "true" : "false",
                          phrase->vanishes ? "true" : "false");
  g_string_append_printf (out, ",\"chance\":%s}\n",
                          g_ascii_formatd (chance, sizeof chance, "%.3g", phrase->chance_01));
}

/* Only the words are read: nothing is analysed. */
static int
find_phrases (PlxCli *cli, GPtrArray *articles)
{
  g_autoptr (GError) error = NULL;
  g_autofree PlxComparisonArticle *views = NULL;
  g_autoptr (PlxSeries) series = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      PlxCliArticle *article = g_ptr_array_index (articles, i);

      article->analysis = plx_analysis_new (article->id, article->text, -1);
    }
  views = plx_cli_to_comparison (articles);
  series = plx_series_read (views, articles->len, cli->cancellable, &error);
  if (series == NULL)
    return plx_cli_fail (cli, error);
  for (guint i = 0; i < series->phrases->len; i++)
    append_phrase (out, articles, g_ptr_array_index (series->phrases, i));
  plx_cli_write (out->str, out->len);
  return plx_cli_done (cli);
}

int
plx_cmd_series (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *collection = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &collection,
      N_("The reports of one source: one {\"id\",\"text\",\"published\"} per line"),
      N_("FILE.jsonl") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (collection == NULL || argc > 1)
    return plx_cli_usage (cli, _("give the reports with --articles FILE.jsonl"));
  articles = plx_cli_load_articles (cli, collection, &error);
  return articles != NULL ? find_phrases (cli, articles) : plx_cli_fail (cli, error);
}
