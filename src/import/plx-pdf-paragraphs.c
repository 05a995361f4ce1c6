/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-pdf-paragraphs.h"

#include <string.h>

/* From lines in reading order to paragraphs. Print marks a paragraph by an indent, a
 * short last line, a gap or a change of type; one that runs on in the next column or on
 * the next page is told by its unfinished sentence. */

enum { MAX_NOTES = 6 };

typedef struct {
  int begin, end;            // edges, from where reading begins
  guint n_lines, n_indented;
  int leading;               // usual distance from top to top
} BlockShape;

typedef struct {
  GPtrArray *paragraphs;     // PlxPdfParagraph
  GHashTable *words;         // all words of the document, casefolded; NULL until asked
  const PlxPdfDocument *document;
  const PlxPdfLine *last;    // line before, NULL: none
  guint last_page;
  BlockShape shape;          // of the block that @last is in
} Writer;

void
plx_pdf_paragraph_free (PlxPdfParagraph *paragraph)
{
  g_string_free (paragraph->text, TRUE);
  g_array_unref (paragraph->breaks);
  g_free (paragraph);
}

/* -- characters -- */

static gunichar
first_char (const char *text)
{
  return g_utf8_get_char (text);
}

static gunichar
last_char (const char *text, gsize n)
{
  const char *p = g_utf8_find_prev_char (text, text + n);

  return p != NULL ? g_utf8_get_char (p) : 0;
}

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION
         || type == G_UNICODE_FINAL_PUNCTUATION || c == 0x201c;
}

static gboolean
ends_sentence (const char *text)
{
  const char *p = text + strlen (text);
  gunichar c = 0;

  while ((p = g_utf8_find_prev_char (text, p)) != NULL)
    {
      c = g_utf8_get_char (p);
      if (!is_closing (c))
        break;
    }
  return c != 0 && (strchr (".!?:", (int) MIN (c, 127)) != NULL || c == 0x3002 || c == 0xff01
                    || c == 0xff1f || c == 0x061f || c == 0x06d4 || c == 0x2026);
}

static gboolean
is_cjk (gunichar c)
{
  return g_unichar_iswide (c) && !(c >= 0xac00 && c <= 0xd7a3);
}

/* "•", "–" and the like, or "1." and "(a)". */
static gboolean
has_bullet (const char *text)
{
  static const gunichar marks[] = { 0x2022, 0x25cf, 0x25aa, 0x25a0, 0x2023, 0x25e6, 0x2043, 0x27a2,
                                    0xb7, 0x2013, 0x2014, '*', '-' };
  gunichar c = first_char (text);
  const char *next = g_utf8_next_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (c == marks[i] && (*next == ' ' || *next == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0xad;
}

/* -- does a line begin a paragraph? -- */

static int
get_begin (const PlxPdfLine *line)
{
  return line->is_rtl ? -line->box.right : line->box.left;
}

static int
get_end (const PlxPdfLine *line)
{
  return line->is_rtl ? -line->box.left : line->box.right;
}

static gboolean
is_same_type (const PlxPdfLine *a, const PlxPdfLine *b)
{
  return 8 * ABS (a->size - b->size) <= MAX (a->size, b->size) && a->is_bold == b->is_bold;
}

static int
compare_int (gconstpointer a, gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return (x > y) - (x < y);
}

/* Of the block that begins at @at. */
static BlockShape
measure_block (const GPtrArray *lines, guint at)
{
  const PlxPdfLine *first = g_ptr_array_index (lines, at), *before = NULL;
  BlockShape shape = { get_begin (first), get_end (first), 0, 0, 0 };
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = at; i < lines->len; i++)
    {
      const PlxPdfLine *line = g_ptr_array_index (lines, i);

      if (line->block != first->block)
        break;
      shape.begin = MIN (shape.begin, get_begin (line));
      shape.end = MAX (shape.end, get_end (line));
      if (before != NULL)
        {
          int lead = line->box.top - before->box.top;

          g_array_append_val (leads, lead);
        }
      before = line;
      shape.n_lines++;
    }
  for (guint i = at; i < at + shape.n_lines; i++)
    {
      const PlxPdfLine *line = g_ptr_array_index (lines, i);

      shape.n_indented += 10 * (get_begin (line) - shape.begin) > 8 * line->size;
    }
  g_array_sort (leads, compare_int);
  shape.leading = leads->len > 0 ? g_array_index (leads, int, leads->len / 2) : 0;
  return shape;
}

static gboolean
begins_within_block (const Writer *writer, const PlxPdfLine *line)
{
  const PlxPdfLine *last = writer->last;
  const BlockShape *shape = &writer->shape;
  int em = line->size, room = shape->end - get_end (last);
  gboolean is_indented = 10 * (get_begin (line) - shape->begin) > 8 * em;
  gboolean was_indented = 10 * (get_begin (last) - shape->begin) > 4 * em;
  gboolean fits = room > line->first_width + em / 2;
  gboolean is_over = ends_sentence (last->text);

  if (2 * shape->n_indented > shape->n_lines)            // hanging: the first line stands out
    return !is_indented && (is_over || fits);
  if (is_indented && !was_indented && (is_over || fits))
    return TRUE;
  if (fits && (is_over || 3 * room > shape->end - shape->begin))
    return TRUE;
  return is_over && shape->leading > 0
         && 10 * (line->box.top - last->box.top) > 13 * shape->leading + em;
}

/* In another column or on another page: it goes on when the sentence does. */
static gboolean
begins_elsewhere (const Writer *writer, const PlxPdfLine *line)
{
  const char *before = writer->last->text;
  gunichar c = first_char (line->text), last = last_char (before, strlen (before));

  if (ends_sentence (before))
    return TRUE;
  if (is_hyphen (last) || g_unichar_islower (c))
    return FALSE;
  if (writer->shape.n_lines < 2)      // scripts without small letters: a line alone is whole
    return TRUE;
  return !(is_cjk (c) && is_cjk (last))
         && !(writer->last->is_rtl && line->is_rtl && g_unichar_isalpha (c));
}

static gboolean
is_drop_cap (const PlxPdfLine *line, const PlxPdfLine *next)
{
  return g_utf8_strlen (line->text, 2 * 6) == 1 && *g_utf8_next_char (line->text) == '\0'
         && g_unichar_isalpha (first_char (line->text)) && 10 * line->size > 17 * next->size
         && g_unichar_isalpha (first_char (next->text));
}

/* "2.1" or "•" set off before what it numbers. */
static gboolean
is_label_of (const PlxPdfLine *label, const PlxPdfLine *line)
{
  gsize n = strspn (label->text, "0123456789.()");
  gboolean is_label = (n > 0 && label->text[n] == '\0' && n <= 8)
                      || (has_bullet (label->text) && *g_utf8_next_char (label->text) == '\0');
  int shared = MIN (label->box.bottom, line->box.bottom) - MAX (label->box.top, line->box.top);

  return is_label && 2 * shared > MIN (label->size, line->size)
         && get_begin (line) > get_begin (label)
         && get_begin (line) - get_end (label) < 6 * MAX (line->size, label->size);
}

static gboolean
begins_paragraph (const Writer *writer, guint page, const PlxPdfLine *line)
{
  if (writer->last == NULL)
    return TRUE;
  if (is_drop_cap (writer->last, line)
      || (page == writer->last_page && is_label_of (writer->last, line)))
    return FALSE;
  if (!is_same_type (writer->last, line) || has_bullet (line->text))
    return TRUE;
  if (page == writer->last_page && line->block == writer->last->block)
    return begins_within_block (writer, line);
  return begins_elsewhere (writer, line);
}

/* -- joining -- */

static void
add_words (GHashTable *words, const char *text)
{
  g_auto (GStrv) list = g_strsplit (text, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (list[i], -1);
      gsize n = strlen (folded);

      while (n > 0 && g_ascii_ispunct (folded[n - 1]))
        folded[--n] = '\0';
      if (n > 0)
        g_hash_table_add (words, g_steal_pointer (&folded));
    }
}

static gboolean
is_word (Writer *writer, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (writer->words == NULL)
    {
      writer->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < writer->document->pages->len; i++)
        {
          const PlxPdfPage *page = g_ptr_array_index (writer->document->pages, i);

          for (guint k = 0; k < page->lines->len; k++)
            add_words (writer->words, ((const PlxPdfLine *) page->lines->pdata[k])->text);
        }
    }
  return g_hash_table_contains (writer->words, folded);
}

/* "co-" + "operate": with the hyphen only if the document writes it so elsewhere and
 * never without. */
static gboolean
keeps_hyphen (Writer *writer, const char *head, const char *text)
{
  const char *start = strrchr (head, ' ') != NULL ? strrchr (head, ' ') + 1 : head;
  gsize n_tail = strcspn (text, " .,;:!?)”’\"'");
  g_autofree char *plain = g_strdup_printf ("%s%.*s", start, (int) n_tail, text);
  g_autofree char *with = g_strdup_printf ("%s-%.*s", start, (int) n_tail, text);

  if (strchr (start, '-') != NULL)
    return TRUE;
  return !is_word (writer, plain) && is_word (writer, with);
}

static void
join_line (Writer *writer, GString *text, const char *next)
{
  gunichar last = last_char (text->str, text->len), first = first_char (next);
  gsize n_hyphen = is_hyphen (last) ? (gsize) g_unichar_to_utf8 (last, NULL) : 0;
  gunichar before = last_char (text->str, text->len - n_hyphen);

  if (n_hyphen > 0 && g_unichar_isalpha (before) && g_unichar_islower (first))
    {
      g_autofree char *head = g_strndup (text->str, text->len - n_hyphen);

      if (last == 0xad || !keeps_hyphen (writer, head, next))
        g_string_truncate (text, text->len - n_hyphen);
    }
  else if (n_hyphen > 0 && g_unichar_isalnum (before) && g_unichar_isalnum (first))
    ;                                   // "Franco-" + "German"
  else if (!(is_cjk (last) && is_cjk (first)) && last != 0)
    g_string_append_c (text, ' ');
}

/* A letter's width of text to look back at is enough, however long the paragraph. */
static PlxPdfParagraph *
new_paragraph (Writer *writer, guint page, const PlxPdfLine *line)
{
  PlxPdfParagraph *paragraph = g_new0 (PlxPdfParagraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->breaks = g_array_new (FALSE, FALSE, sizeof (PlxPdfBreak));
  paragraph->page = page;
  paragraph->size = line->size;
  paragraph->is_bold = line->is_bold;
  g_ptr_array_add (writer->paragraphs, paragraph);
  return paragraph;
}

static void
add_line (Writer *writer, guint page, const PlxPdfLine *line)
{
  PlxPdfParagraph *paragraph;

  if (begins_paragraph (writer, page, line))
    paragraph = new_paragraph (writer, page, line);
  else
    {
      paragraph = g_ptr_array_index (writer->paragraphs, writer->paragraphs->len - 1);
      if (is_drop_cap (writer->last, line) || is_label_of (writer->last, line))
        {
          paragraph->size = line->size;
          paragraph->is_bold = line->is_bold;
        }
      if (!is_drop_cap (writer->last, line))
        join_line (writer, paragraph->text, line->text);
      if (page != writer->last_page)
        {
          PlxPdfBreak at = { page, paragraph->text->len };

          g_array_append_val (paragraph->breaks, at);
        }
    }
  g_string_append (paragraph->text, line->text);
  writer->last = line;
  writer->last_page = page;
}

/* -- notes at the foot of a column part a paragraph from its rest -- */

static gboolean
is_note_under (const PlxPdfParagraph *note, const PlxPdfParagraph *body)
{
  return 100 * note->size < 93 * body->size;
}

/* The rest of @at, behind at most MAX_NOTES notes; G_MAXUINT: it has none. */
static guint
find_rest (const GPtrArray *paragraphs, guint at)
{
  const PlxPdfParagraph *body = g_ptr_array_index (paragraphs, at);
  guint i = at + 1;

  if (ends_sentence (body->text->str))
    return G_MAXUINT;
  while (i < MIN (paragraphs->len, at + 1 + MAX_NOTES)
         && is_note_under (g_ptr_array_index (paragraphs, i), body))
    i++;
  if (i > at + 1 && i < paragraphs->len)
    {
      const PlxPdfParagraph *rest = g_ptr_array_index (paragraphs, i);

      if (rest->size == body->size && rest->is_bold == body->is_bold
          && g_unichar_islower (first_char (rest->text->str)))
        return i;
    }
  return G_MAXUINT;
}

/* The notes then follow the whole paragraph. */
static void
join_rests (Writer *writer)
{
  for (guint i = 0; i < writer->paragraphs->len; i++)
    {
      PlxPdfParagraph *body = g_ptr_array_index (writer->paragraphs, i), *rest;
      guint at = find_rest (writer->paragraphs, i);
      PlxPdfBreak begin;

      if (at == G_MAXUINT)
        continue;
      rest = g_ptr_array_index (writer->paragraphs, at);
      join_line (writer, body->text, rest->text->str);
      begin = (PlxPdfBreak) { rest->page, body->text->len };
      g_array_append_val (body->breaks, begin);
      for (guint k = 0; k < rest->breaks->len; k++)
        {
          PlxPdfBreak moved = g_array_index (rest->breaks, PlxPdfBreak, k);

          moved.at += body->text->len;
          g_array_append_val (body->breaks, moved);
        }
      g_string_append (body->text, rest->text->str);
      g_ptr_array_remove_index (writer->paragraphs, at);
      i--;                                // it may be parted again
    }
}

GPtrArray *
plx_pdf_paragraphs_build (const PlxPdfDocument *document)
{
  Writer writer = {
    .paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_paragraph_free),
    .document = document,
  };

  for (guint i = 0; i < document->pages->len; i++)
    {
      const PlxPdfPage *page = g_ptr_array_index (document->pages, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const PlxPdfLine *line = g_ptr_array_index (page->lines, k);

          if (writer.last == NULL || writer.last_page != i || line->block != writer.last->block)
            {
              BlockShape shape = measure_block (page->lines, k);

              add_line (&writer, i, line);
              writer.shape = shape;
            }
          else
            add_line (&writer, i, line);
        }
    }
  join_rests (&writer);
  g_clear_pointer (&writer.words, g_hash_table_unref);
  return writer.paragraphs;
}
