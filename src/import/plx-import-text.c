/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-press.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Plain text. Every line is a paragraph, unless the file is clearly wrapped by
 * hand: then the lines between two blank lines are one. Whatever is decided is
 * told in a note. */

enum {
  WRAP_MAX_CHARS = 120,     // hand-wrapped lines are not longer
  WRAP_MIN_CHARS = 40,
  TITLE_MAX_CHARS = 160,
};

typedef struct {
  const char *text;
  gsize n_bytes;
  guint n_chars;
  gboolean is_blank;
} Line;

static Line
read_line (const char **cursor)
{
  const char *start = *cursor, *end = strchr (start, '\n');
  Line line;

  *cursor = end != NULL ? end + 1 : start + strlen (start);
  if (end == NULL)
    end = *cursor;
  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  line.text = start;
  line.n_bytes = (gsize) (end - start);
  line.n_chars = (guint) g_utf8_strlen (start, (gssize) line.n_bytes);
  line.is_blank = line.n_bytes == 0;
  return line;
}

static GArray *
read_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (const char *cursor = text; *cursor != '\0';)
    {
      Line line = read_line (&cursor);

      g_array_append_val (lines, line);
    }
  return lines;
}

/* Does the line end as a sentence does? Closing quotes and brackets may follow. */
static gboolean
ends_sentence (const Line *line)
{
  const char *end = line->text + line->n_bytes;

  while (end > line->text)
    {
      gunichar c;

      end = g_utf8_find_prev_char (line->text, end);
      if (end == NULL)
        return FALSE;
      c = g_utf8_get_char (end);
      if (c < 0x80 ? strchr ("\"')]", (int) c) != NULL
                   : c == 0x201d || c == 0x2019 || c == 0xbb || c == 0x300d || c == 0x300f)
        continue;
      return c < 0x80 ? strchr (".!?:;", (int) c) != NULL
                      : c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x2026 || c == 0x61f;
    }
  return FALSE;
}

/* Wrapped by hand: blank lines part the blocks, and inside of blocks nearly all
 * lines but the last are of about the same length and stop amid a sentence. */
static gboolean
is_wrapped (const GArray *lines)
{
  guint n_inner = 0, n_full = 0, n_open = 0, widest = 0, n_blank = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      n_blank += line->is_blank;
      widest = MAX (widest, line->n_chars);
    }
  if (widest > WRAP_MAX_CHARS || widest < WRAP_MIN_CHARS)
    return FALSE;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->is_blank || line[1].is_blank)
        continue;
      n_inner++;
      n_full += line->n_chars * 10 >= widest * 7;
      n_open += !ends_sentence (line);
    }
  return n_inner >= 3 && (n_blank > 0 || n_inner >= 8)
         && n_full * 10 >= n_inner * 8 && n_open * 10 >= n_inner * 6;
}

static gboolean
is_wide_char (gunichar c)
{
  return g_unichar_iswide (c) && !(c >= 0xac00 && c <= 0xd7a3);
}

/* Chinese and Japanese are joined without a space, everything else with one;
 * a hyphen at a line's end stays, since it may belong to the word. */
static void
append_joined (GString *out, const Line *line)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    {
      const char *last = g_utf8_find_prev_char (out->str, out->str + out->len);

      if (!is_wide_char (g_utf8_get_char (last)) || !is_wide_char (g_utf8_get_char (line->text)))
        g_string_append_c (out, ' ');
    }
  g_string_append_len (out, line->text, (gssize) line->n_bytes);
}

static char *
join_lines (const GArray *lines, guint first, gboolean wrapped)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean new_paragraph = FALSE;

  for (guint i = first; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->is_blank)
        {
          new_paragraph = TRUE;
          continue;
        }
      if (out->len > 0 && (new_paragraph || !wrapped))
        g_string_append_c (out, '\n');
      append_joined (out, line);
      new_paragraph = FALSE;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Blank lines and the blanks around lines go; also used for texts in JSON. */
char *
plx_text_join_paragraphs (const char *text)
{
  g_autoptr (GArray) lines = read_lines (text);

  return join_lines (lines, 0, FALSE);
}

/* A short first line without a full stop, a blank line, and then more: that is
 * a headline. Gives the line after it, or 0. */
static guint
find_title (const GArray *lines, guint *at)
{
  guint i = 0;
  const Line *line;

  while (i < lines->len && g_array_index (lines, Line, i).is_blank)
    i++;
  *at = i;
  if (i + 2 >= lines->len || !g_array_index (lines, Line, i + 1).is_blank)
    return 0;
  line = &g_array_index (lines, Line, i);
  if (line->n_chars > TITLE_MAX_CHARS || ends_sentence (line))
    return 0;
  return i + 1;
}

gboolean
plx_import_text (const char *text, gsize n_bytes, PlxImportResult *result, GError **error)
{
  g_autoptr (GArray) lines = read_lines (text);
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();
  gboolean wrapped = is_wrapped (lines);
  guint title_line, first = find_title (lines, &title_line);

  if (first > 0)
    {
      const Line *line = &g_array_index (lines, Line, title_line);

      article->title = g_strndup (line->text, line->n_bytes);
      plx_import_result_say (result, "note", g_strdup_printf (_("line %u"), title_line + 1),
                             _("the first line was taken as the title: it is short, ends "
                               "without a full stop and a blank line follows"));
    }
  article->text = join_lines (lines, first, wrapped);
  if (*article->text == '\0')
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                   _("the file holds no text, only blanks; nothing to read"));
      return FALSE;
    }
  if (wrapped)
    plx_import_result_say (result, "note", NULL,
                           _("the lines are wrapped by hand; they were joined into paragraphs "
                             "at the blank lines"));
  plx_dateline_read (article);
  g_ptr_array_add (result->articles, g_steal_pointer (&article));
  return TRUE;
}

/* -- the format -- */

/* XML that no format knows is data, not prose. */
static gboolean
is_text (PlxImportInput *input)
{
  return !plx_import_input_is_xml (input);
}

static gboolean
read_text (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);

  if (plx_press_read_text (text, result))
    return TRUE;
  return plx_import_text (text, n, result, error);
}

const PlxImportFormat plx_format_text = {
  .media_type = "text/plain",
  .label = N_("plain text"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_text,
  .read = read_text,
};
