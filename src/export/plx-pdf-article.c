/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An article as a column of numbered lines. Paragraphs are the text's own
 * lines; one that is longer than CHUNK is laid out in pieces, because Pango's
 * time and memory grow faster than the paragraph. */

enum { CHUNK = 12000, PARAGRAPH_GAP = 6, NUMBER_EVERY = 5 };

typedef struct {
  PlxPdfBook *book;
  guint article;
  const PlxAnalysis *analysis;
  GArray *spans;         // PlxPdfMarkSpan of the article, by begin
  guint next_span;
  GArray *active;        // those that reach into the current chunk
  guint n_lines;
  double y;
} Setter;

static PlxPdfPage *
current_page (const Setter *s)
{
  return g_ptr_array_index (s->book->body, s->book->body->len - 1);
}

static void
begin_page (Setter *s)
{
  g_ptr_array_add (s->book->body, plx_pdf_page_new ());
  s->y = PLX_PDF_TOP;
}

static void
append_field (GString *out, const char *field)
{
  if (field == NULL || *field == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, field);
}

static char *
dup_subtitle (const Setter *s)
{
  const PlxReportArticle *a = &s->book->report->articles[s->article];
  g_autoptr (GString) out = g_string_new (NULL);

  if (a->title == NULL || *a->title == '\0')
    append_field (out, _("No title: first words shown"));
  append_field (out, plx_pdf_book_get_source (s->book, s->article));
  append_field (out, a->byline);
  append_field (out, a->published != NULL ? a->published
                                          : _("no date of publication: weekdays are left open"));
  append_field (out, a->url);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
set_title (Setter *s)
{
  PlxPdfBook *book = s->book;
  double width = PLX_PDF_WIDTH - PLX_PDF_EDGE - PLX_PDF_TEXT_LEFT;
  g_autofree char *title = plx_pdf_book_dup_title (book, s->article);
  g_autofree char *subtitle = dup_subtitle (s);
  g_autoptr (PangoLayout) heading = plx_pdf_type_layout (book, PLX_TYPE_TITLE, title, width);
  g_autoptr (PangoLayout) below = plx_pdf_type_layout (book, PLX_TYPE_TABLE, subtitle, width);

  pango_layout_set_height (heading, -4);
  pango_layout_set_ellipsize (heading, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (below, -2);
  pango_layout_set_ellipsize (below, PANGO_ELLIPSIZE_END);
  s->y += plx_pdf_page_add_layout (current_page (s), heading, PLX_TYPE_TITLE, PLX_PDF_TEXT_LEFT,
                                   s->y, PLX_ROLE_H1, plx_pdf_book_new_block (book));
  s->y += 3 + plx_pdf_page_add_layout (current_page (s), below, PLX_TYPE_TABLE, PLX_PDF_TEXT_LEFT,
                                       s->y + 3, PLX_ROLE_P, plx_pdf_book_new_block (book));
  s->y += 12;
}

/* Spans of marks that overlap [begin, end), kept from chunk to chunk. */
static void
update_active (Setter *s, guint32 begin, guint32 end)
{
  guint kept = 0;

  for (guint i = 0; i < s->active->len; i++)
    {
      PlxPdfMarkSpan span = g_array_index (s->active, PlxPdfMarkSpan, i);

      if (span.span.end > begin)
        g_array_index (s->active, PlxPdfMarkSpan, kept++) = span;
    }
  g_array_set_size (s->active, kept);
  for (; s->next_span < s->spans->len; s->next_span++)
    {
      const PlxPdfMarkSpan *span = &g_array_index (s->spans, PlxPdfMarkSpan, s->next_span);

      if (span->span.begin >= end)
        break;
      if (span->span.end > begin)
        g_array_append_val (s->active, *span);
    }
}

/* How many of the @n lines left go on this page: never one alone at the foot
 * or at the head. */
static guint
count_fitting (const Setter *s, guint n)
{
  double room = PLX_PDF_BOTTOM - s->y;
  guint fit = room > 0 ? (guint) (room / plx_pdf_type_pitch (PLX_TYPE_BODY)) : 0;

  if (fit >= n)
    return n;
  if (n - fit == 1 && fit > 2)
    fit--;
  return fit >= 2 ? fit : 0;
}

static void
number_line (Setter *s)
{
  g_autofree char *number = g_strdup_printf ("%u", s->n_lines);
  g_autoptr (PangoLayout) layout = NULL;

  if (s->n_lines != 1 && s->n_lines % NUMBER_EVERY != 0)
    return;
  layout = plx_pdf_type_layout (s->book, PLX_TYPE_SMALL, number, 20);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  plx_pdf_page_add_layout (current_page (s), layout, PLX_TYPE_SMALL, PLX_PDF_TEXT_LEFT - 26,
                           s->y + 3.8, PLX_ROLE_FURNITURE, 0);
}

static void
set_line (Setter *s, PangoLayoutIter *iter, const PlxHyphenated *hyphenated, guint32 begin,
          guint block)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle rect;
  PlxPdfPlace place = { .page = s->book->body->len - 1, .y1 = s->y };

  place.begin = begin + plx_hyphenated_unmap (hyphenated, (guint32) line->start_index);
  place.number = ++s->n_lines;
  place.y2 = s->y + plx_pdf_type_pitch (PLX_TYPE_BODY);
  pango_layout_iter_get_line_extents (iter, NULL, &rect);
  plx_pdf_page_add_line (current_page (s), line, PLX_PDF_TEXT_LEFT + rect.x / (double) PANGO_SCALE,
                         s->y + plx_pdf_type_ascent (PLX_TYPE_BODY), PLX_ROLE_P, block);
  number_line (s);
  plx_pdf_marks_place (s->book, s->article, line, hyphenated, begin, s->active, &place);
  g_array_append_val (s->book->places, place);
  s->y = place.y2;
}

static void
set_chunk (Setter *s, guint32 begin, guint32 end)
{
  g_auto (PlxHyphenated) hyphenated = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutIter *iter;
  guint block = plx_pdf_book_new_block (s->book), n, room;

  plx_hyphens_apply (s->book->hyphens, s->analysis->language, s->analysis->text + begin,
                     end - begin, &hyphenated);
  layout = plx_pdf_type_layout (s->book, PLX_TYPE_BODY, hyphenated.text, PLX_PDF_TEXT_WIDTH);
  update_active (s, begin, end);
  n = (guint) pango_layout_get_line_count (layout);
  room = count_fitting (s, n);
  iter = pango_layout_get_iter (layout);
  do
    {
      if (room == 0)
        {
          begin_page (s);
          room = MAX (count_fitting (s, n), 1);
        }
      set_line (s, iter, &hyphenated, begin, block);
      n--;
      room--;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Where a chunk that begins at @begin ends: at the paragraph's end, or at a
 * space, or between two code points. */
static guint32
find_chunk_end (const char *text, guint32 begin, guint32 end)
{
  guint32 cut = begin + CHUNK;

  if (end - begin <= CHUNK)
    return end;
  for (guint32 i = cut; i > begin + CHUNK / 2; i--)
    if (text[i] == ' ')
      return i + 1;
  while (((guchar) text[cut] & 0xc0) == 0x80)
    cut--;
  return cut;
}

static gboolean
set_paragraphs (Setter *s, GCancellable *cancellable, GError **error)
{
  const char *text = s->analysis->text;
  guint32 n = s->analysis->n_bytes;

  for (guint32 begin = 0, end; begin < n; begin = end + 1)
    {
      const char *newline = memchr (text + begin, '\n', n - begin);
      guint32 visible;

      end = newline != NULL ? (guint32) (newline - text) : n;
      visible = end;
      while (visible > begin && g_ascii_isspace (text[visible - 1]))
        visible--;
      for (guint32 at = begin; at < visible;)
        {
          guint32 cut = find_chunk_end (text, at, visible);

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          set_chunk (s, at, cut);
          at = cut;
        }
      if (visible > begin)
        s->y += PARAGRAPH_GAP;
    }
  return TRUE;
}

/* The same Han letters have other shapes in other languages, and fonts name
 * the country. */
static void
set_language (PlxPdfBook *book, const char *language)
{
  const char *known = g_strcmp0 (language, "zh") == 0 ? "zh-cn" : language;

  pango_context_set_language (book->context, pango_language_from_string (known));
}

/* Adds the article's pages to the body, with places, marks and margins. */
gboolean
plx_pdf_article_lay_out (PlxPdfBook *book, guint article, GCancellable *cancellable, GError **error)
{
  const PlxReportArticle *a = &book->report->articles[article];
  Setter s = { .book = book, .article = article, .analysis = a->analysis };
  gboolean done;

  set_language (book, a->analysis->language);
  s.spans = plx_pdf_marks_collect (a);
  s.active = g_array_new (FALSE, FALSE, sizeof (PlxPdfMarkSpan));
  begin_page (&s);
  book->first_page[article] = book->body->len - 1;
  book->first_place[article] = book->places->len;
  set_title (&s);
  done = set_paragraphs (&s, cancellable, error);
  book->first_place[article + 1] = book->places->len;
  g_array_unref (s.spans);
  g_array_unref (s.active);
  if (!done)
    return FALSE;
  plx_pdf_marks_finish (book, article);
  pango_context_set_language (book->context, pango_language_get_default ());
  plx_pdf_margins_lay_out (book, article);
  return TRUE;
}
