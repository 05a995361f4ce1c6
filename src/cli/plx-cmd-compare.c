/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cli/plx-cli.h"

/* Prints one comparison object of the articles of one story. */

static void
claim_clear (gpointer data)
{
  PlxClaimText *claim = data;

  g_free (claim->id);
  g_free (claim->statement);
}

/* What is wrong with @object as a claim, else NULL. */
static char *
read_claim (JsonObject *object, guint number, GHashTable *ids, PlxClaimText *claim)
{
  JsonNode *statement = json_object_get_member (object, "statement");

  if (statement == NULL || JSON_NODE_HOLDS_NULL (statement))
    return g_strdup (_("it has no \"statement\"; say what to look for"));
  if (json_node_get_value_type (statement) != G_TYPE_STRING)
    return g_strdup (_("its \"statement\" is not a text; write it in quotation marks"));
  claim->statement = json_node_dup_string (statement);
  if (claim->statement[strspn (claim->statement, " \t\r\n")] == '\0')
    return g_strdup (_("its \"statement\" is empty; say what to look for"));
  if (!plx_cli_take_member (object, "id", &claim->id))
    return g_strdup (_("its \"id\" is not a text; write it in quotation marks"));
  if (claim->id == NULL)
    claim->id = g_strdup_printf ("c%u", number);
  if (g_hash_table_contains (ids, claim->id))
    return g_strdup_printf (_("another claim has the id \"%s\"; give each its own"), claim->id);
  return NULL;
}

static gboolean
is_known (GPtrArray *articles, const char *id)
{
  for (guint i = 0; i < articles->len; i++)
    if (g_str_equal (((PlxCliArticle *) g_ptr_array_index (articles, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Cells that somebody gives are not read; but whoever gives some of an article
 * that is not here has brought the wrong file. */
static void
check_articles (PlxCli *cli, const char *where, JsonObject *claim, GPtrArray *articles)
{
  JsonNode *node = json_object_get_member (claim, "cells");
  g_autoptr (GList) ids = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                            ? json_object_get_members (json_node_get_object (node)) : NULL;

  for (GList *at = ids; at != NULL; at = at->next)
    if (!is_known (articles, at->data))
      {
        g_autofree char *what = g_strdup_printf (_("there is no article \"%s\"; it is left out"),
                                                 (const char *) at->data);

        plx_cli_input_error (cli, where, what);
      }
}

/* A line that is no claim is reported and left out; the others go on. */
static GArray *
load_claims (PlxCli *cli, const char *path, GPtrArray *articles, GError **error)
{
  g_autoptr (GPtrArray) objects = plx_cli_load_lines (path, error);
  g_autoptr (GArray) claims = g_array_new (FALSE, TRUE, sizeof (PlxClaimText));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (objects == NULL)
    return NULL;
  g_array_set_clear_func (claims, claim_clear);
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);
      PlxClaimText claim = { 0 };
      g_autofree char *where = g_strdup_printf (_("%s, claim %u"), path, i + 1);
      g_autofree char *fault = read_claim (object, i + 1, ids, &claim);

      if (fault != NULL)
        {
          plx_cli_input_error (cli, where, fault);
          claim_clear (&claim);
          continue;
        }
      check_articles (cli, where, object, articles);
      g_hash_table_add (ids, claim.id);
      g_array_append_val (claims, claim);
    }
  if (claims->len > 0)
    return g_steal_pointer (&claims);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("%s: no claim in it; give one {\"id\",\"statement\"} per line"), path);
  return NULL;
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
  if (claim_path != NULL)
    claims = load_claims (cli, claim_path, articles, &error);
  if (error != NULL)
    return plx_cli_fail (cli, error);
  return compare_articles (cli, articles, claims);
}
