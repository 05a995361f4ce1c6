/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-import-rules.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "project/plx-project.h"

static void
clear_fields (PlxDraftFields *fields)
{
  g_free (fields->title);
  g_free (fields->source);
  g_free (fields->byline);
  g_free (fields->published);
  g_free (fields->language);
  g_free (fields->url);
}

static void
rule_free (gpointer data)
{
  PlxArticleRule *rule = data;

  clear_fields (&rule->fields);
  g_free (rule);
}

PlxImportRules *
plx_import_rules_new (void)
{
  PlxImportRules *rules = g_new0 (PlxImportRules, 1);

  rules->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rule_free);
  rules->dropped = g_ptr_array_new_with_free_func (g_free);
  rules->restored = g_ptr_array_new_with_free_func (g_free);
  return rules;
}

void
plx_import_rules_free (PlxImportRules *rules)
{
  if (rules == NULL)
    return;
  clear_fields (&rules->all);
  g_hash_table_unref (rules->own);
  g_ptr_array_unref (rules->dropped);
  g_ptr_array_unref (rules->restored);
  g_free (rules->columns);
  g_free (rules);
}

PlxArticleRule *
plx_import_rules_get_own (PlxImportRules *rules, const char *key)
{
  PlxArticleRule *rule = g_hash_table_lookup (rules->own, key);

  if (rule == NULL)
    {
      rule = g_new0 (PlxArticleRule, 1);
      g_hash_table_insert (rules->own, g_strdup (key), rule);
    }
  return rule;
}

const PlxArticleRule *
plx_import_rules_find (const PlxImportRules *rules, const char *key)
{
  return g_hash_table_lookup (rules->own, key);
}

gboolean
plx_import_rules_leaves_out (const PlxImportRules *rules, const char *key)
{
  const PlxArticleRule *rule = rules != NULL ? plx_import_rules_find (rules, key) : NULL;

  return rule != NULL && rule->is_left_out;
}

/* TRUE when that was new. */
static gboolean
add_text (GPtrArray *texts, const char *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (texts, g_strdup (text));
  return TRUE;
}

gboolean
plx_import_rules_drop (PlxImportRules *rules, const char *paragraph)
{
  return add_text (rules->dropped, paragraph);
}

gboolean
plx_import_rules_keep (PlxImportRules *rules, const char *paragraph)
{
  guint i;

  if (!g_ptr_array_find_with_equal_func (rules->dropped, paragraph, g_str_equal, &i))
    return FALSE;
  g_ptr_array_remove_index (rules->dropped, i);
  return TRUE;
}

gboolean
plx_import_rules_restore (PlxImportRules *rules, const char *passage)
{
  return add_text (rules->restored, passage);
}

gboolean
plx_import_rules_strip (PlxImportRules *rules, const char *passage)
{
  guint i;

  if (!g_ptr_array_find_with_equal_func (rules->restored, passage, g_str_equal, &i))
    return FALSE;
  g_ptr_array_remove_index (rules->restored, i);
  return TRUE;
}

static const char *
choose (const char *read, const char *all, const char *own)
{
  const char *chosen = own != NULL ? own : all != NULL ? all : read;

  return chosen != NULL && *chosen != '\0' ? chosen : NULL;
}

void
plx_import_rules_choose_fields (const PlxImportRules *rules, const char *key,
                                const PlxDraftFields *read, PlxDraftFields *chosen)
{
  static const PlxDraftFields none;
  const PlxDraftFields *all = rules != NULL ? &rules->all : &none;
  const PlxArticleRule *rule = rules != NULL ? plx_import_rules_find (rules, key) : NULL;
  const PlxDraftFields *own = rule != NULL ? &rule->fields : &none;

  *chosen = (PlxDraftFields) {
    g_strdup (choose (read->title, all->title, own->title)),
    g_strdup (choose (read->source, all->source, own->source)),
    g_strdup (choose (read->byline, all->byline, own->byline)),
    g_strdup (choose (read->published, all->published, own->published)),
    g_strdup (choose (read->language, all->language, own->language)),
    g_strdup (choose (read->url, all->url, own->url)),
  };
}

void
plx_draft_fields_clear (PlxDraftFields *fields)
{
  clear_fields (fields);
  *fields = (PlxDraftFields) { 0 };
}

/* -- the text -- */

static gboolean
holds (const GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) texts, text, g_str_equal, NULL);
}

static void
append_line (GString *out, const char *line)
{
  if (*line == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

/* Puts back what was stripped where it stood, after @n_before paragraphs. */
static guint
append_restored (GString *out, const PlxImportRules *rules, const GPtrArray *removed,
                 const GArray *removed_at, guint from, guint n_before)
{
  guint i;

  for (i = from; i < removed->len; i++)
    {
      guint at = i < removed_at->len ? g_array_index (removed_at, guint, i) : G_MAXUINT;
      const char *passage = g_ptr_array_index (removed, i);

      if (at > n_before)
        break;
      if (holds (rules->restored, passage))
        append_line (out, passage);
    }
  return i;
}

char *
plx_import_rules_apply_text (const PlxImportRules *rules, const char *text,
                             const GPtrArray *removed, const GArray *removed_at)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) out = NULL;
  guint next = 0;

  if (rules == NULL || (rules->dropped->len == 0 && rules->restored->len == 0))
    return g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  out = g_string_sized_new (strlen (text));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      next = append_restored (out, rules, removed, removed_at, next, i);
      if (!holds (rules->dropped, lines[i]))
        append_line (out, lines[i]);
    }
  append_restored (out, rules, removed, removed_at, next, G_MAXUINT);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* -- JSON -- */

static void
read_fields (JsonObject *object, PlxDraftFields *fields)
{
  const struct { const char *name; char **to; } all[] = {
    { "title", &fields->title }, { "source", &fields->source },
    { "byline", &fields->byline }, { "published", &fields->published },
    { "language", &fields->language }, { "url", &fields->url },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      JsonNode *node = json_object_get_member (object, all[i].name);

      if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
        {
          g_free (*all[i].to);
          *all[i].to = json_node_dup_string (node);
        }
    }
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_own (PlxImportRules *rules, JsonObject *articles)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init (&iter, articles);
  while (json_object_iter_next (&iter, &key, &node))
    if (JSON_NODE_HOLDS_OBJECT (node))
      {
        PlxArticleRule *rule = plx_import_rules_get_own (rules, key);
        JsonObject *object = json_node_get_object (node);

        read_fields (object, &rule->fields);
        rule->is_left_out = json_object_get_boolean_member_with_default (object, "left_out", FALSE);
      }
}

static void
read_texts (JsonObject *object, const char *name, GPtrArray *texts)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *text = json_array_get_element (array, i);

      if (json_node_get_value_type (text) == G_TYPE_STRING)
        add_text (texts, json_node_get_string (text));
    }
}

/* {"Body":"text"} → "text\tBody\n" */
static char *
read_columns (JsonObject *columns)
{
  g_autoptr (GString) out = g_string_new (NULL);
  JsonObjectIter iter;
  const char *heading;
  JsonNode *role;

  json_object_iter_init (&iter, columns);
  while (json_object_iter_next (&iter, &heading, &role))
    if (json_node_get_value_type (role) == G_TYPE_STRING)
      g_string_append_printf (out, "%s\t%s\n", json_node_get_string (role), heading);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

PlxImportRules *
plx_import_rules_parse (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) broken = NULL;
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  JsonObject *root, *part;

  if (!json_parser_load_from_data (parser, json, -1, &broken)
      || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                   _("the rules are no JSON object (%s); nothing was added"),
                   broken != NULL ? broken->message : _("something else stands there"));
      return NULL;
    }
  root = json_node_get_object (json_parser_get_root (parser));
  if ((part = get_object (root, "all")) != NULL)
    read_fields (part, &rules->all);
  if ((part = get_object (root, "articles")) != NULL)
    read_own (rules, part);
  if ((part = get_object (root, "columns")) != NULL)
    rules->columns = read_columns (part);
  read_texts (root, "drop", rules->dropped);
  read_texts (root, "restore", rules->restored);
  return g_steal_pointer (&rules);
}
