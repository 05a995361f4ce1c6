/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-formats.h"
#include "import/plx-items.h"
#include "import/plx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ninjs 1 to 3, and what agencies' services answer in its manner: one item, a
 * list, or items wrapped in an answer. Names of fields stand in
 * data/import/ninjs-fields.tsv. */

enum { MAX_WRAPPED = 6, HEAD_CHARS = 64 << 10 };

static gboolean
add_fields (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  (void) n_fields;
  (void) error;
  g_hash_table_insert (user_data, g_strdup (fields[0]), g_strdupv (fields + 1));
  return TRUE;
}

static char **
get_names (const char *part)
{
  static GHashTable *table;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/ninjs-fields.tsv", add_fields, table, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_hash_table_lookup (table, part);
}

static JsonNode *
get_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static JsonNode *
find_member (JsonObject *object, const char *part)
{
  char **names = get_names (part);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (get_member (object, names[i]) != NULL)
      return get_member (object, names[i]);
  return NULL;
}

/* -- values: a string, or a list of objects with roles (ninjs 2 and 3) -- */

typedef void (*ValueFunc) (JsonObject *object, char *value, gpointer data);

static void
visit_value (JsonNode *node, ValueFunc func, gpointer data)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  char *value = object != NULL && get_member (object, "value") != NULL
                  ? plx_json_node_dup (get_member (object, "value")) : plx_json_node_dup (node);

  if (value != NULL)
    func (object, value, data);
}

static void
visit_values (JsonNode *node, ValueFunc func, gpointer data)
{
  JsonArray *array;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      visit_value (node, func, data);
      return;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    visit_value (json_array_get_element (array, i), func, data);
}

static void
take_first_cb (JsonObject *object, char *value, gpointer data)
{
  (void) object;
  plx_item_set (data, value);
}

static char *
read_line (JsonObject *object, const char *part)
{
  g_autofree char *first = NULL;

  visit_values (find_member (object, part), take_first_cb, &first);
  return first != NULL ? plx_markup_line (first) : NULL;
}

static void
byline_cb (JsonObject *object, char *value, gpointer data)
{
  (void) object;
  plx_item_add_byline (data, plx_markup_line (value));
  g_free (value);
}

static void
kept_cb (JsonObject *object, char *value, gpointer data)
{
  (void) object;
  plx_item_keep (data, plx_markup_paragraphs (value));
  g_free (value);
}

/* -- bodies -- */

typedef struct {
  char *markup;
  char *nitf;
  char *plain;
} Bodies;

static void
set_body (char **body, char *value)
{
  if (*body == NULL && *g_strstrip (value) != '\0')
    *body = value;
  else
    g_free (value);
}

static void
body_cb (JsonObject *object, char *value, gpointer data)
{
  Bodies *bodies = data;
  g_autofree char *type = NULL;

  if (object != NULL)
    type = plx_json_node_dup (get_member (object, "contentType") != NULL
                                ? get_member (object, "contentType")
                                : get_member (object, "contenttype"));
  if (strstr (value, "<nitf") != NULL)
    set_body (&bodies->nitf, value);
  else if ((type != NULL && strstr (type, "html") != NULL) || plx_markup_is_likely (value))
    set_body (&bodies->markup, value);
  else
    set_body (&bodies->plain, value);
}

static void
read_nitf (PlxItems *items, const char *text, PlxImportedArticle *article)
{
  gboolean is_cut;
  xmlDoc *doc = plx_xml_parse (text, strlen (text), &is_cut);

  if (doc == NULL)
    return;
  plx_nitf_read (xmlDocGetRootElement (doc), items, article);
  xmlFreeDoc (doc);
}

/* A plain form that has lines is what the writers wrote; others are one long line. */
static gboolean
is_better (const char *plain, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += *lines[i] != '\0';
  return n > 1 && n * 3 >= g_strv_length (paragraphs) * 2 && strlen (plain) * 10 >= strlen (text) * 8;
}

/* The same text in several forms: the one that marks paragraphs best. */
static void
read_body (PlxItems *items, JsonObject *object, PlxImportedArticle *article)
{
  Bodies bodies = { NULL, NULL, NULL };
  char **names = get_names ("body");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    visit_values (get_member (object, names[i]), body_cb, &bodies);
  if (bodies.markup != NULL)
    plx_item_add_text (article, plx_markup_paragraphs (bodies.markup));
  if (article->text != NULL && bodies.plain != NULL && is_better (bodies.plain, article->text))
    g_clear_pointer (&article->text, g_free);
  if (article->text == NULL && bodies.nitf != NULL)
    read_nitf (items, bodies.nitf, article);
  if (article->text == NULL && bodies.plain != NULL)
    plx_item_add_text (article, plx_markup_paragraphs (bodies.plain));
  g_free (bodies.markup);
  g_free (bodies.nitf);
  g_free (bodies.plain);
}

/* -- items -- */

/* An identifier is an address only where it looks like one. */
static char *
read_url (JsonObject *object)
{
  char **names = get_names ("url");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *value = plx_json_node_dup (get_member (object, names[i]));

      if (value != NULL && (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://")))
        return value;
      g_free (value);
    }
  return NULL;
}

static void
read_item (PlxItems *items, JsonObject *object)
{
  PlxImportedArticle *article = plx_imported_article_new ();
  char **kept = get_names ("kept");

  plx_item_set (&article->title, read_line (object, "title"));
  visit_values (find_member (object, "byline"), byline_cb, article);
  plx_item_set_date (items, article, read_line (object, "published"));
  plx_item_set_language (article, read_line (object, "language"));
  plx_item_set (&article->url, read_url (object));
  plx_item_set (&article->site, read_line (object, "site"));
  plx_item_set (&article->wire, read_line (object, "wire"));
  plx_item_set (&article->site, g_strdup (article->wire));
  plx_item_set (&article->dateline, read_line (object, "dateline"));
  read_body (items, object, article);
  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    visit_values (get_member (object, kept[i]), kept_cb, article);
  plx_items_say_status (items, read_line (object, "status"));
  plx_items_say_embargo (items, read_line (object, "embargo"));
  plx_items_say_note (items, read_line (object, "note"));
  plx_items_add (items, article);
}

/* A headline or a body, and something only an agency's item has. */
static gboolean
is_item (JsonObject *object)
{
  JsonNode *title = find_member (object, "title");
  gboolean has_text = find_member (object, "body") != NULL || find_member (object, "kept") != NULL;

  if (title != NULL && JSON_NODE_HOLDS_OBJECT (title))
    return FALSE;
  return (title != NULL && (has_text || find_member (object, "status") != NULL
                            || find_member (object, "published") != NULL))
         || find_member (object, "body") != NULL;
}

static void
read_node (PlxItems *items, JsonNode *node, guint depth)
{
  JsonObject *object;
  char **names = get_names ("items");

  if (node == NULL || depth > MAX_WRAPPED)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_node (items, json_array_get_element (array, i), depth + 1);
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  if (is_item (object))
    read_item (items, object);
  else
    for (guint i = 0; names != NULL && names[i] != NULL; i++)
      read_node (items, get_member (object, names[i]), depth + 1);
}

/* -- the format -- */

static gboolean
has_any_key (const char *text, const char * const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (strstr (text, keys[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Words that no other collection uses: ninjs says nothing of itself. */
static gboolean
is_ninjs (PlxImportInput *input)
{
  static const char * const keys[] = {
    "\"versioncreated\"", "\"versionCreated\"", "\"body_xhtml\"", "\"body_html\"", "\"bodyXhtml\"",
    "\"pubstatus\"", "\"pubStatus\"", "\"headlines\"", "\"bodies\"", "ninjs-schema", NULL
  };
  static const char * const identities[] = { "\"uri\"", "\"guid\"", "\"headline\"", "\"headlines\"", NULL };
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);
  g_autofree char *head = NULL;

  text += strspn (text, " \t\n");
  if (*text != '{' && *text != '[')
    return FALSE;
  head = g_strndup (text, HEAD_CHARS);
  return has_any_key (head, keys) && has_any_key (head, identities);
}

/* One value, or one a line. */
static gboolean
read_json (PlxItems *items, const char *text, gsize n, GError **error)
{
  JsonNode *node = plx_json_parse (text, n, error);
  const char *end;

  if (node != NULL)
    {
      read_node (items, node, 0);
      json_node_unref (node);
      return TRUE;
    }
  for (const char *line = text; *line != '\0'; line = *end != '\0' ? end + 1 : end)
    {
      end = strchrnul (line, '\n');
      if (*line == '{' && (node = plx_json_parse (line, (gsize) (end - line), NULL)) != NULL)
        {
          read_node (items, node, 0);
          json_node_unref (node);
        }
    }
  return items->n > 0;
}

static gboolean
read_ninjs (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);
  g_autoptr (GError) broken = NULL;

  if (!read_json (&items, text, n, &broken))
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("the JSON cannot be read (%s); fetch the file again"), broken->message);
      return FALSE;
    }
  return plx_items_end (&items, error);
}

const PlxImportFormat plx_format_ninjs = {
  .media_type = "application/vnd.iptc.ninjs+json",
  .label = N_("an agency report (ninjs)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_ninjs,
  .read = read_ninjs,
};
