/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "compare/plx-stories.h"
#include "language/plx-analysis-json.h"

/* Prints {"story","title","articles"} per story and {"copies","origin"} per
 * group of reprints. */

static void
append_id (GString *out, GPtrArray *articles, guint i, gboolean *is_first)
{
  const PlxCliArticle *article = g_ptr_array_index (articles, i);

  if (!*is_first)
    g_string_append_c (out, ',');
  *is_first = FALSE;
  plx_json_write_string (out, article->id);
}

static void
append_story (GString *out, const PlxStories *stories, guint story, GPtrArray *articles)
{
  gboolean is_first = TRUE;

  g_string_append_printf (out, "{\"story\":\"s%u\",\"title\":", story + 1);
  plx_json_write_string (out, stories->titles[story]);
  g_string_append (out, ",\"articles\":[");
  for (guint i = 0; i < articles->len; i++)
    if (stories->story[i] == story)
      append_id (out, articles, i, &is_first);
  g_string_append (out, "]}\n");
}

static void
append_copies (GString *out, const GArray *group, GPtrArray *articles)
{
  gboolean is_first = TRUE;

  g_string_append (out, "{\"copies\":[");
  for (guint i = 0; i < group->len; i++)
    append_id (out, articles, (guint) g_array_index (group, gint, i), &is_first);
  g_string_append (out, "],\"origin\":");
  is_first = TRUE;
  append_id (out, articles, (guint) g_array_index (group, gint, 0), &is_first);
  g_string_append (out, "}\n");
}

static int
group_articles (PlxCli *cli, GPtrArray *articles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = plx_language_new (&error);
  g_autoptr (PlxStories) stories = NULL;
  g_autofree PlxComparisonArticle *views = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (language == NULL
      || !plx_cli_analyse_all (cli, language, articles, PLX_LAYER_EVENTS, &error))
    return plx_cli_fail (cli, error);
  views = plx_cli_to_comparison (articles);
  stories = plx_stories_group (views, articles->len, NULL, cli->cancellable, &error);
  if (stories == NULL)
    return plx_cli_fail (cli, error);
  for (guint s = 0; s < stories->n_stories; s++)
    append_story (out, stories, s, articles);
  for (guint c = 0; c < stories->copies->len; c++)
    append_copies (out, g_ptr_array_index (stories->copies, c), articles);
  plx_cli_write (out->str, out->len);
  return plx_cli_done (cli);
}

int
plx_cmd_stories (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *collection = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &collection,
      N_("A collection: one {\"id\",\"text\",…} per line"), N_("FILE.jsonl") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (collection == NULL || argc > 1)
    return plx_cli_usage (cli, _("give the articles with --articles FILE.jsonl"));
  articles = plx_cli_load_articles (cli, collection, &error);
  return articles != NULL ? group_articles (cli, articles) : plx_cli_fail (cli, error);
}
