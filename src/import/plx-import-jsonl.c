/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-formats.h"
#include "import/plx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Collections: one JSON object per line and article; also one JSON array, or an
 * object with a list of articles. The names of fields differ from collection
 * to collection; data/import/json-fields.tsv lists what is understood. */

enum { MAX_TOLD = 20 };   // broken lines told one by one

typedef struct {
  PlxImportResult *result;
  guint n_broken;
} Reading;

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
find_member (JsonObject *object, const char *field)
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

static char *
read_line_field (JsonObject *object, const char *field)
{
  char *value = plx_json_node_dup (find_member (object, field));

  if (value != NULL && *g_strstrip (value) == '\0')
    g_clear_pointer (&value, g_free);
  for (char *p = value; p != NULL && *p != '\0'; p++)
    if (*p == '\n' || *p == '\t')
      *p = ' ';
  return value;
}

static char **
read_byline (JsonObject *object)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonNode *node = find_member (object, "byline");

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *name = plx_json_node_dup (json_array_get_element (array, i));

          if (name != NULL && *g_strstrip (name) != '\0')
            g_strv_builder_add (names, name);
        }
    }
  else
    {
      g_autofree char *name = read_line_field (object, "byline");

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/* Paragraphs may be one string, a list of strings, or markup. */
static char *
read_body (JsonObject *object)
{
  JsonNode *node = find_member (object, "text");
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *raw = plx_json_node_dup (node);

  if (raw == NULL && node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *part = plx_json_node_dup (json_array_get_element (array, i));

          if (part != NULL)
            g_string_append_printf (joined, "%s\n", part);
        }
      raw = g_strdup (joined->str);
    }
  if (raw == NULL)
    return NULL;
  if (strstr (raw, "</p>") != NULL || strstr (raw, "<br") != NULL || strstr (raw, "</div>") != NULL)
    return plx_html_to_paragraphs (raw);
  return plx_text_join_paragraphs (raw);
}

static void
read_date (JsonObject *object, PlxImportedArticle *article, Reading *reading, const char *where)
{
  g_autofree char *raw = read_line_field (object, "published");

  if (raw == NULL)
    return;
  article->published = plx_published_parse (raw);
  if (article->published == NULL)
    plx_import_result_say (reading->result, "warning", g_strdup (where),
                           _("the date “%s” is not clear and was left open; "
                             "write it as year-month-day"), raw);
}

static gboolean
read_article (JsonObject *object, Reading *reading, const char *where)
{
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();

  article->text = read_body (object);
  if (article->text == NULL || *article->text == '\0')
    {
      reading->n_broken++;
      plx_import_result_say (reading->result, "warning", g_strdup (where),
                             _("no text in this object (a field “text” or “body”); left out"));
      return FALSE;
    }
  article->title = read_line_field (object, "title");
  g_strfreev (article->byline);
  article->byline = read_byline (object);
  article->site = read_line_field (object, "source");
  article->language = read_line_field (object, "language");
  article->url = read_line_field (object, "url");
  article->wire = read_line_field (object, "wire");
  article->dateline = read_line_field (object, "dateline");
  read_date (object, article, reading, where);
  plx_dateline_read (article);
  g_ptr_array_add (reading->result->articles, g_steal_pointer (&article));
  return TRUE;
}

/* -- documents -- */

static void
read_node (JsonNode *node, Reading *reading, const char *where)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *list = find_member (json_node_get_object (node), "articles");

      if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
        {
          read_article (json_node_get_object (node), reading, where);
          return;
        }
      node = list;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *at = g_strdup_printf (_("article %u"), i + 1);

      if (JSON_NODE_HOLDS_OBJECT (element))
        read_article (json_node_get_object (element), reading, at);
    }
}

static void
tell_broken (Reading *reading, guint number, const char *why)
{
  if (++reading->n_broken <= MAX_TOLD)
    plx_import_result_say (reading->result, "warning", g_strdup_printf (_("line %u"), number),
                           _("this line is no JSON object and was left out: %s"), why);
}

static gboolean
read_lines (const char *text, Reading *reading, GCancellable *cancellable, GError **error)
{
  guint number = 0;

  for (const char *line = text, *next; *line != '\0'; line = next)
    {
      const char *end = strchrnul (line, '\n');
      g_autofree char *where = g_strdup_printf (_("line %u"), ++number);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) broken = NULL;

      next = *end == '\0' ? end : end + 1;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (line + strspn (line, " \t") == end)
        continue;
      node = plx_json_parse (line, (gsize) (end - line), &broken);
      if (node == NULL)
        tell_broken (reading, number, broken->message);
      else if (JSON_NODE_HOLDS_OBJECT (node))
        read_node (node, reading, where);
      else
        tell_broken (reading, number, _("it holds another value"));
    }
  if (reading->n_broken > MAX_TOLD)
    plx_import_result_say (reading->result, "warning", NULL,
                           _("%u lines in all were left out"), reading->n_broken);
  return TRUE;
}

/* One value over several lines: an array, or an object written out nicely. */
static gboolean
is_one_document (const char *text)
{
  const char *end;

  text += strspn (text, " \t\n");
  end = strchrnul (text, '\n');
  if (*text == '[')
    return TRUE;
  if (*text != '{' || *end == '\0')
    return FALSE;
  return text + 1 + strspn (text + 1, " \t") == end;
}

static gboolean
read_document (const char *text, gsize n_bytes, Reading *reading, GError **error)
{
  g_autoptr (GError) broken = NULL;
  g_autoptr (JsonNode) node = plx_json_parse (text, n_bytes, &broken);

  if (node == NULL)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("the JSON cannot be read (%s); write one object per line, so that a "
                     "broken one leaves the others whole"), broken->message);
      return FALSE;
    }
  g_free (reading->result->media_type);
  reading->result->media_type = g_strdup ("application/json");
  read_node (node, reading, NULL);
  return TRUE;
}

gboolean
plx_import_jsonl (const char *text, gsize n_bytes, PlxImportResult *result,
                  GCancellable *cancellable, GError **error)
{
  Reading reading = { result, 0 };
  gboolean whole = is_one_document (text);

  if (whole ? !read_document (text, n_bytes, &reading, error)
            : !read_lines (text, &reading, cancellable, error))
    return FALSE;
  if (result->articles->len > 0)
    return TRUE;
  if (reading.n_broken > 0)
    {
      const PlxImportDiagnostic *first = g_ptr_array_index (result->diagnostics, 0);

      for (guint i = 0; i < result->diagnostics->len; i++)
        {
          first = g_ptr_array_index (result->diagnostics, i);
          if (first->where != NULL)
            break;
        }
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("no article could be read; %s: %s"),
                   first->where != NULL ? first->where : _("the file"), first->what);
    }
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                 _("no article in it; each line must be an object with a field “text”"));
  return FALSE;
}

/* -- the format -- */

static gboolean
looks_like_json (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  if (*text == '[')
    for (text++; g_ascii_isspace (*text);)
      text++;
  if (*text != '{')
    return FALSE;
  for (text++; g_ascii_isspace (*text);)
    text++;
  return *text == '"' || *text == '}';
}

static gboolean
is_json (PlxImportInput *input)
{
  return plx_import_input_has_ending (input, ".jsonl .ndjson .json")
         || (!plx_import_input_has_ending (input, ".txt .md")
             && looks_like_json (plx_import_input_get_text (input, NULL)));
}

static gboolean
read_json (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);

  return plx_import_jsonl (text, n, result, plx_import_input_get_cancellable (input), error);
}

const PlxImportFormat plx_format_jsonl = {
  .media_type = "application/jsonl",
  .label = N_("JSON"),
  .limit = PLX_IMPORT_MAX_JSON_BYTES,
  .is_one = is_json,
  .read = read_json,
};
