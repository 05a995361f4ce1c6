/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-json-article.h"
#include "import/plx-json.h"
#include "import/plx-record.h"
#include "import/plx-table.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The names of fields differ from collection to collection: first those of
 * data/import/json-fields.tsv count, then headings of tables in any language,
 * and at last the longest text of the object is its text. */

enum { MIN_TEXT_BYTES = 80 };

/* -- fields -- */

static gboolean
add_fields (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  for (guint i = 1; i < n_fields; i++)
    {
      GPtrArray *names = g_hash_table_lookup (user_data, fields[0]);

      if (names == NULL)
        {
          names = g_ptr_array_new ();
          g_hash_table_insert (user_data, g_strdup (fields[0]), names);
        }
      g_ptr_array_add (names, g_strdup (fields[i]));
    }
  return TRUE;
}

static GHashTable *
get_fields (void)
{
  static GHashTable *fields;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      fields = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/json-fields.tsv", add_fields, fields, NULL);
      g_once_init_leave (&once, 1);
    }
  return fields;
}

/* The first member by any of the names of @field that is not null. */
static JsonNode *
find_named (JsonObject *object, const char *field)
{
  GPtrArray *names = g_hash_table_lookup (get_fields (), field);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      JsonNode *node = json_object_get_member (object, g_ptr_array_index (names, i));

      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        return node;
    }
  return NULL;
}

void
plx_json_reading_init (PlxJsonReading *reading, PlxImportResult *result,
                       const PlxColumnMapping *mapping)
{
  memset (reading, 0, sizeof *reading);
  reading->result = result;
  reading->mapping = mapping;
  reading->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
plx_json_reading_clear (PlxJsonReading *reading)
{
  g_clear_pointer (&reading->roles, g_hash_table_unref);
}

static PlxColumnRole
choose_role (const PlxJsonReading *reading, const char *name)
{
  if (reading->mapping == NULL)
    return plx_column_role_find (name);
  for (guint i = 0; i < reading->mapping->names->len; i++)
    if (strcmp (g_ptr_array_index (reading->mapping->names, i), name) == 0)
      return plx_column_mapping_get_role (reading->mapping, i);
  return PLX_COLUMN_NONE;
}

/* Each name is looked up once for the whole file. */
static PlxColumnRole
get_role (PlxJsonReading *reading, const char *name)
{
  gpointer role;

  if (!g_hash_table_lookup_extended (reading->roles, name, NULL, &role))
    {
      role = GINT_TO_POINTER (choose_role (reading, name));
      g_hash_table_insert (reading->roles, g_strdup (name), role);
    }
  return (PlxColumnRole) GPOINTER_TO_INT (role);
}

static JsonNode *
find_member (PlxJsonReading *reading, JsonObject *object, PlxColumnRole role)
{
  JsonNode *node = reading->mapping == NULL
                     ? find_named (object, plx_column_role_get_id (role)) : NULL;
  JsonObjectIter iter;
  const char *name;

  if (node != NULL)
    return node;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!JSON_NODE_HOLDS_NULL (node) && get_role (reading, name) == role)
      return node;
  return NULL;
}

static char *
read_line_field (PlxJsonReading *reading, JsonObject *object, PlxColumnRole role)
{
  char *value = plx_json_node_dup (find_member (reading, object, role));

  if (value != NULL && *g_strstrip (value) == '\0')
    g_clear_pointer (&value, g_free);
  return value != NULL ? g_strdelimit (value, "\n\t", ' ') : NULL;
}

/* {"firstName":…,"lastName":…} of Zotero, {"given":…,"family":…} of CSL. */
static char *
read_name (JsonNode *node)
{
  static const char * const pairs[][2] = { { "firstName", "lastName" }, { "given", "family" } };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = plx_json_node_dup (json_object_get_member (object, pairs[i][0]));
      g_autofree char *last = plx_json_node_dup (json_object_get_member (object, pairs[i][1]));

      if (last != NULL)
        return first != NULL ? g_strdup_printf ("%s %s", first, last) : g_steal_pointer (&last);
    }
  if (object != NULL && json_object_has_member (object, "literal"))
    return plx_json_node_dup (json_object_get_member (object, "literal"));
  return plx_json_node_dup (node);
}

static char **
read_byline (PlxJsonReading *reading, JsonObject *object)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonNode *node = find_member (reading, object, PLX_COLUMN_BYLINE);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : node != NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = read_name (array != NULL ? json_array_get_element (array, i) : node);

      if (name != NULL && *g_strstrip (name) != '\0')
        g_strv_builder_add (names, g_strdelimit (name, "\n\t", ' '));
    }
  return g_strv_builder_end (names);
}

/* -- text -- */

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

/* The longest string that nothing else is known of. */
static JsonNode *
guess_text (PlxJsonReading *reading, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node, *longest = NULL;
  gsize n_longest = MIN_TEXT_BYTES;

  if (reading->mapping != NULL)
    return NULL;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const char *value = get_string (node);

      if (value == NULL || strlen (value) < n_longest || strstr (value, "://") == value
          || strchr (value, ' ') == NULL || get_role (reading, name) != PLX_COLUMN_NONE)
        continue;
      longest = node;
      n_longest = strlen (value);
    }
  reading->n_guessed += longest != NULL;
  return longest;
}

static char *
join_strings (JsonArray *array)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *part = plx_json_node_dup (json_array_get_element (array, i));

      if (part != NULL)
        g_string_append_printf (joined, "%s\n", part);
    }
  return g_string_free (joined, FALSE);
}

/* Paragraphs may be one string, a list of strings, or markup. */
static char *
to_paragraphs (JsonNode *node)
{
  g_autofree char *raw = plx_json_node_dup (node);

  if (raw == NULL && node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    raw = join_strings (json_node_get_array (node));
  if (raw == NULL)
    return NULL;
  if (strstr (raw, "</p>") != NULL || strstr (raw, "<br") != NULL || strstr (raw, "</div>") != NULL)
    return plx_html_to_paragraphs (raw);
  return plx_text_join_paragraphs (raw);
}

/* An entry of a bibliography may have nothing but its title. */
static char *
read_body (PlxJsonReading *reading, JsonObject *object)
{
  static const PlxColumnRole roles[] = { PLX_COLUMN_TEXT, PLX_COLUMN_LEAD };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      char *text = to_paragraphs (find_member (reading, object, roles[i]));

      if (text != NULL && *text != '\0')
        return text;
      g_free (text);
    }
  if (find_named (object, "record") != NULL)
    {
      reading->n_titles++;
      return read_line_field (reading, object, PLX_COLUMN_TITLE);
    }
  return to_paragraphs (guess_text (reading, object));
}

/* -- dates -- */

/* {"date-parts":[[2031,5,14]]} of CSL */
static char *
read_date_parts (JsonNode *node)
{
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *parts = object != NULL ? json_object_get_member (object, "date-parts") : NULL;
  g_autoptr (GString) date = g_string_new (NULL);
  JsonArray *array;

  if (parts == NULL || !JSON_NODE_HOLDS_ARRAY (parts)
      || json_array_get_length (json_node_get_array (parts)) == 0)
    return NULL;
  parts = json_array_get_element (json_node_get_array (parts), 0);
  if (!JSON_NODE_HOLDS_ARRAY (parts))
    return NULL;
  array = json_node_get_array (parts);
  for (guint i = 0; i < MIN (json_array_get_length (array), 3); i++)
    {
      g_autofree char *part = plx_json_node_dup (json_array_get_element (array, i));

      g_string_append_printf (date, i == 0 ? "%04d" : "-%02d", part != NULL ? atoi (part) : 0);
    }
  return g_strdup (date->str);
}

static void
read_date (PlxJsonReading *reading, JsonObject *object, PlxImportedArticle *article,
           const char *where)
{
  g_autofree char *raw = read_date_parts (find_member (reading, object, PLX_COLUMN_PUBLISHED));
  PlxDateOrder order = reading->mapping != NULL ? reading->mapping->dates : PLX_DATE_ORDER_OPEN;
  gboolean is_serial;

  if (raw == NULL)
    raw = read_line_field (reading, object, PLX_COLUMN_PUBLISHED);
  if (raw == NULL)
    return;
  article->published = plx_record_parse_date (raw, order, &is_serial);
  if (article->published == NULL && reading->n_open_dates++ < PLX_JSON_MAX_TOLD)
    plx_import_result_say (reading->result, "warning", g_strdup (where),
                           _("the date “%s” is not clear and was left open; "
                             "write it as year-month-day"), raw);
}

/* -- articles -- */

JsonNode *
plx_json_find_inner (JsonObject *object)
{
  JsonNode *list = find_named (object, "articles"), *inner = find_named (object, "inner");

  if (find_named (object, "text") != NULL)
    return NULL;
  if (list != NULL && (JSON_NODE_HOLDS_ARRAY (list) || JSON_NODE_HOLDS_OBJECT (list)))
    return list;
  return inner != NULL && JSON_NODE_HOLDS_OBJECT (inner) ? inner : NULL;
}

gboolean
plx_json_article_read (PlxJsonReading *reading, JsonObject *object, const char *where)
{
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();

  article->text = read_body (reading, object);
  if (article->text == NULL || *article->text == '\0')
    {
      if (reading->n_broken++ < PLX_JSON_MAX_TOLD)
        plx_import_result_say (reading->result, "warning", g_strdup (where),
                               _("no text in this object (a field “text” or “body”); left out"));
      return FALSE;
    }
  article->title = read_line_field (reading, object, PLX_COLUMN_TITLE);
  g_strfreev (article->byline);
  article->byline = read_byline (reading, object);
  article->site = read_line_field (reading, object, PLX_COLUMN_SOURCE);
  article->language = read_line_field (reading, object, PLX_COLUMN_LANGUAGE);
  article->url = read_line_field (reading, object, PLX_COLUMN_URL);
  article->wire = read_line_field (reading, object, PLX_COLUMN_WIRE);
  article->dateline = read_line_field (reading, object, PLX_COLUMN_DATELINE);
  read_date (reading, object, article, where);
  plx_dateline_read (article);
  g_ptr_array_add (reading->result->articles, g_steal_pointer (&article));
  return TRUE;
}
