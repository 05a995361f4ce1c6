/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "cli/plx-cli.h"

/* Prints one comparison object of the articles of one story. */

static void
claim_clear (gpointer data)
{
  PlxClaimText *claim = data;

  g_free (claim->id);
  g_free (claim->statement);
}

static GArray *
load_claims (const char *path, GError **error)
{
  g_autoptr (GPtrArray) objects = plx_cli_load_lines (path, error);
  g_autoptr (GArray) claims = g_array_new (FALSE, TRUE, sizeof (PlxClaimText));

  if (objects == NULL)
    return NULL;
  g_array_set_clear_func (claims, claim_clear);
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);
      const char *id = json_object_get_string_member_with_default (object, "id", NULL);
      const char *text = json_object_get_string_member_with_default (object, "statement", NULL);
      PlxClaimText claim;

      if (text == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("%s, claim %u: it has no \"statement\""), path, i + 1);
          return NULL;
        }
      claim.id = id != NULL ? g_strdup (id) : g_strdup_printf ("c%u", i + 1);
      claim.statement = g_strdup (text);
      g_array_append_val (claims, claim);
    }
  return g_steal_pointer (&claims);
}

static int
compare_articles (PlxCli *cli, GPtrArray *articles, GArray *claims)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = NULL;
  g_autofree PlxComparisonArticle *views = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (PlxLanguage) language = plx_language_new (&error);
  PlxComparisonOptions options = { .language = language, .has_own = claims == NULL };

  if (language == NULL
      || !plx_cli_analyse_all (cli, language, articles, PLX_LAYER_ALL, &error))
    return plx_cli_fail (cli, error);
  views = plx_cli_to_comparison (articles);
  if (claims != NULL)
    {
      options.claims = (gpointer) claims->data;
      options.n_claims = claims->len;
    }
  comparison = plx_compare (views, articles->len, &options, NULL, cli->cancellable, &error);
  if (comparison == NULL)
    return plx_cli_fail (cli, error);
  plx_comparison_write_json (comparison, views, line);
  g_string_append_c (line, '\n');
  plx_cli_write (line->str, line->len);
  return plx_cli_done (cli);
}

int
plx_cmd_compare (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *collection = NULL, *claim_path = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &collection,
      N_("The articles of the story: one {\"id\",\"text\",…} per line"), N_("FILE.jsonl") },
    { "claims", 0, 0, G_OPTION_ARG_FILENAME, &claim_path,
      N_("Claims to look for: one {\"id\",\"statement\"} per line"), N_("CLAIMS.jsonl") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GArray) claims = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (collection == NULL || argc > 1)
    return plx_cli_usage (cli, _("give the articles with --articles FILE.jsonl"));
  articles = plx_cli_load_articles (cli, collection, &error);
  if (articles == NULL)
    return plx_cli_fail (cli, error);
  if (claim_path != NULL && (claims = load_claims (claim_path, &error)) == NULL)
    return plx_cli_fail (cli, error);
  return compare_articles (cli, articles, claims);
}
