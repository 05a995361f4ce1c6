/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "compare/plx-versions.h"

/* Prints what two versions of an article share and what changed. */

static int
tell_apart (PlxCli *cli, GPtrArray *articles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = plx_language_new (&error);
  g_autoptr (PlxVersions) versions = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  const PlxAnalysis *before, *after;

  if (language == NULL
      || !plx_cli_analyse_all (cli, language, articles, PLX_LAYER_TOKENS, &error))
    return plx_cli_fail (cli, error);
  before = ((PlxCliArticle *) g_ptr_array_index (articles, 0))->analysis;
  after = ((PlxCliArticle *) g_ptr_array_index (articles, 1))->analysis;
  versions = plx_versions_compare (before, after);
  plx_versions_write_json (versions, before, after, line);
  g_string_append_c (line, '\n');
  plx_cli_write (line->str, line->len);
  return plx_cli_done (cli);
}

int
plx_cmd_versions (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *collection = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &collection,
      N_("The two versions, the older first: one {\"id\",\"text\",…} per line"),
      N_("FILE.jsonl") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != (collection == NULL ? 3 : 1))
    return plx_cli_usage (cli, _("give the older and the newer version"));
  if (collection != NULL)
    articles = plx_cli_load_articles (cli, collection, &error);
  else
    articles = plx_cli_load_files (cli, argv + 1, 2);
  if (articles == NULL)
    return plx_cli_fail (cli, error);
  if (articles->len != 2)
    return plx_cli_usage (cli, _("there must be two articles, the older first"));
  return tell_apart (cli, articles);
}
