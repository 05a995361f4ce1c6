/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-import-input.h"
#include "import/plx-json-article.h"
#include "import/plx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Collections: one JSON object per line and article; also one JSON array, or an
 * object with a list of articles, lists within lists. Big files of lines are
 * read line by line, and their articles handed on as they come. */

enum {
  BIG_BYTES = 16 << 20,          // files above are streamed
  BATCH_ARTICLES = 1000,
  BATCH_BYTES = 8 << 20,
  MAX_LINE_BYTES = 64 << 20,
  MAX_NESTING = 8,               // of envelopes
};

/* -- documents -- */

static void read_node (JsonNode *node, PlxJsonReading *reading, const char *where, guint depth);

static void
read_object (JsonObject *object, PlxJsonReading *reading, const char *where, guint depth)
{
  JsonNode *inner = reading->mapping == NULL || depth == 0 ? plx_json_find_inner (object) : NULL;

  if (inner != NULL && depth < MAX_NESTING)
    read_node (inner, reading, where, depth + 1);
  else
    plx_json_article_read (reading, object, where);
}

static void
read_node (JsonNode *node, PlxJsonReading *reading, const char *where, guint depth)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      read_object (json_node_get_object (node), reading, where, depth);
      return;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *at = g_strdup_printf (_("article %u"), i + 1);

      if (JSON_NODE_HOLDS_OBJECT (element))
        read_object (json_node_get_object (element), reading, at, depth);
    }
}

/* -- lines -- */

static void
tell_broken (PlxJsonReading *reading, guint number, const char *why)
{
  if (reading->n_broken++ < PLX_JSON_MAX_TOLD)
    plx_import_result_say (reading->result, "warning", g_strdup_printf (_("line %u"), number),
                           _("this line is no JSON object and was left out: %s"), why);
}

static void
read_line (PlxJsonReading *reading, const char *line, gsize n, guint number)
{
  g_autofree char *where = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) broken = NULL;

  if (strspn (line, " \t\r") >= n)
    return;
  where = g_strdup_printf (_("line %u"), number);
  node = plx_json_parse (line, n, &broken);
  if (node == NULL)
    tell_broken (reading, number, broken->message);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    read_node (node, reading, where, 0);
  else
    tell_broken (reading, number, _("it holds another value"));
}

static gboolean
read_lines (const char *text, PlxJsonReading *reading, GCancellable *cancellable, GError **error)
{
  guint number = 0;

  for (const char *line = text, *end; *line != '\0'; line = *end == '\0' ? end : end + 1)
    {
      end = strchrnul (line, '\n');
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_line (reading, line, (gsize) (end - line), ++number);
    }
  return TRUE;
}

static void
tell_all (PlxJsonReading *reading)
{
  PlxImportResult *result = reading->result;

  if (reading->n_broken > PLX_JSON_MAX_TOLD)
    plx_import_result_say (result, "warning", NULL, _("%u lines in all were left out"),
                           reading->n_broken);
  if (reading->n_open_dates > PLX_JSON_MAX_TOLD)
    plx_import_result_say (result, "warning", NULL,
                           _("%u dates in all are not clear and were left open"),
                           reading->n_open_dates);
  if (reading->n_titles > 0)
    plx_import_result_say (result, "note", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u entry has no text; its title was taken for it",
                                        "%u entries have no text; their titles were taken for it",
                                        reading->n_titles), reading->n_titles);
  if (reading->n_guessed == 0)
    return;
  result->needs_review = TRUE;
  plx_import_result_say (result, "warning", NULL,
                         _("no field is called “text”; the longest was taken for it: check it"));
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
read_document (const char *text, gsize n_bytes, PlxJsonReading *reading, GError **error)
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
  read_node (node, reading, NULL, 0);
  return TRUE;
}

/* What is told of a place comes first. */
static void
refuse (const PlxJsonReading *reading, GError **error)
{
  const GPtrArray *told = reading->result->diagnostics;
  const PlxImportDiagnostic *first = NULL;

  for (guint i = 0; i < told->len && (first == NULL || first->where == NULL); i++)
    first = g_ptr_array_index (told, i);
  if (reading->n_broken > 0 && first != NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("no article could be read; %s: %s"),
                 first->where != NULL ? first->where : _("the file"), first->what);
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                 _("no article in it; each line must be an object with a field “text”"));
}

static const PlxColumnMapping *
get_mapping (PlxImportInput *input)
{
  const PlxImportOptions *options = plx_import_input_get_options (input);

  return options != NULL ? options->columns : NULL;
}

static gboolean
read_json (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);
  g_auto (PlxJsonReading) reading = { 0 };

  plx_json_reading_init (&reading, result, get_mapping (input));
  if (is_one_document (text)
        ? !read_document (text, n, &reading, error)
        : !read_lines (text, &reading, plx_import_input_get_cancellable (input), error))
    return FALSE;
  tell_all (&reading);
  if (result->articles->len == 0)
    refuse (&reading, error);
  return result->articles->len > 0;
}

/* -- line by line from the file -- */

typedef struct {
  PlxImportInput *input;
  GInputStream *stream;
  GByteArray *window;
  gsize at;                  // of the line
  gboolean at_end;
  guint number, n_articles;
  gsize n_since;             // bytes of lines since the last batch
} Lines;

/* The next line whole; 0: the end, or (@error) a failure. */
static gsize
next_line (Lines *lines, GError **error)
{
  guchar chunk[64 << 10];
  gsize searched = 0;

  for (;;)
    {
      const guchar *line = lines->window->data + lines->at;
      gsize n = lines->window->len - lines->at;
      const guchar *end = n > searched ? memchr (line + searched, '\n', n - searched) : NULL;
      gssize got;

      if (end != NULL)
        return (gsize) (end + 1 - line);
      if (lines->at_end || n > MAX_LINE_BYTES)
        return n;
      searched = n;
      g_byte_array_remove_range (lines->window, 0, (guint) lines->at);
      lines->at = 0;
      got = g_input_stream_read (lines->stream, chunk, sizeof chunk,
                                 plx_import_input_get_cancellable (lines->input), error);
      if (got < 0)
        return 0;
      lines->at_end = got == 0;
      g_byte_array_append (lines->window, chunk, (guint) got);
    }
}

static gboolean
hand_on (Lines *lines, PlxJsonReading *reading, GError **error)
{
  lines->n_articles += reading->result->articles->len;
  lines->n_since = 0;
  return plx_import_input_hand_on (lines->input, NULL, NULL, reading->result, NULL, error);
}

static gboolean
stream_lines (Lines *lines, PlxJsonReading *reading, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gsize n;

  while ((n = next_line (lines, &problem)) > 0)
    {
      const guchar *line = lines->window->data + lines->at;
      g_autoptr (PlxDecoded) decoded = plx_charset_decode (line, n, FALSE);
      gsize n_text = decoded->n_bytes;

      while (n_text > 0 && decoded->text[n_text - 1] == '\n')
        n_text--;
      decoded->text[n_text] = '\0';
      read_line (reading, decoded->text, n_text, ++lines->number);
      lines->at += n;
      lines->n_since += n;
      if ((reading->result->articles->len >= BATCH_ARTICLES
           || (lines->n_since > BATCH_BYTES && reading->result->articles->len > 0))
          && !hand_on (lines, reading, error))
        return FALSE;
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
read_big (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_auto (PlxJsonReading) reading = { 0 };
  Lines lines = { .input = input, .stream = plx_import_input_open (input, error) };
  gboolean ok;

  if (lines.stream == NULL)
    return FALSE;
  lines.window = g_byte_array_new ();
  plx_json_reading_init (&reading, result, get_mapping (input));
  ok = stream_lines (&lines, &reading, error);
  g_byte_array_unref (lines.window);
  g_object_unref (lines.stream);
  if (!ok)
    return FALSE;
  tell_all (&reading);
  if (lines.n_articles + result->articles->len == 0)
    refuse (&reading, error);
  return lines.n_articles + result->articles->len > 0;
}

/* -- the formats -- */

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
is_big (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);
  g_autofree char *text = NULL;

  if (plx_import_input_get_size (input) < BIG_BYTES)
    return FALSE;
  if (n >= 3 && memcmp (head, "\357\273\277", 3) == 0)
    {
      head += 3;
      n -= 3;
    }
  text = g_strndup ((const char *) head, n);
  return *text == '{' && looks_like_json (text) && !is_one_document (text);
}

const PlxImportFormat plx_format_json_lines = {
  .media_type = "application/jsonl",
  .label = N_("JSON"),
  .limit = 0,
  .is_binary = TRUE,
  .is_one = is_big,
  .read = read_big,
};

const PlxImportFormat plx_format_jsonl = {
  .media_type = "application/jsonl",
  .label = N_("JSON"),
  .limit = PLX_IMPORT_MAX_JSON_BYTES,
  .is_one = is_json,
  .read = read_json,
};
