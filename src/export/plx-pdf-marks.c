/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

/* Where marks come to lie: a box per line and writing direction, from Pango's
 * own ranges, gathered per mark and page. */

enum { DEEPEST = 2 };

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const PlxPdfMarkSpan *x = a, *y = b;
  int order = plx_span_compare (&x->span, &y->span);

  return order != 0 ? order : x->mark < y->mark ? -1 : x->mark > y->mark;
}

/* Whether the mark is a line under its words. */
static gboolean
is_lined (const PlxReportArticle *article, const PlxPdfMarkSpan *span)
{
  switch (((const PlxMark *) g_ptr_array_index (article->marks, span->mark))->layer)
    {
    case PLX_MARK_STATEMENT:
    case PLX_MARK_OMISSION:
    case PLX_MARK_FINDING: return FALSE;
    default: return TRUE;
    }
}

/* A line around another one lies below it ("General Secretary of the Workers’
 * Party" under "Workers’ Party"). From the end, so that what lies inside a
 * span, which begins later, is known. */
static void
find_depths (const PlxReportArticle *article, GArray *spans)
{
  for (guint i = spans->len; i-- > 0;)
    {
      PlxPdfMarkSpan *outer = &g_array_index (spans, PlxPdfMarkSpan, i);

      if (!is_lined (article, outer))
        continue;
      for (guint k = i + 1; k < spans->len && outer->depth < DEEPEST; k++)
        {
          const PlxPdfMarkSpan *inner = &g_array_index (spans, PlxPdfMarkSpan, k);

          if (inner->span.begin >= outer->span.end)
            break;
          if (is_lined (article, inner))
            outer->depth = MAX (outer->depth, MIN (inner->depth + 1, DEEPEST));
        }
    }
}

/* All spans of what is exported, sorted; rejected marks are not. */
GArray *
plx_pdf_marks_collect (const PlxReportArticle *article)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxPdfMarkSpan));

  for (guint i = 0; i < article->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (article->marks, i);

      if (mark->state == PLX_MARK_REJECTED)
        continue;
      for (guint k = 0; k < mark->n_spans; k++)
        {
          PlxPdfMarkSpan span = { mark->spans[k], i, 0 };

          span.span.end = MIN (span.span.end, article->analysis->n_bytes);
          if (span.span.begin < span.span.end)
            g_array_append_val (spans, span);
        }
    }
  g_array_sort (spans, compare_spans);
  find_depths (article, spans);
  return spans;
}

/* The mark's piece on this page, made when it is the first there. */
static PlxPlacedMark *
get_piece (PlxPdfBook *book, guint article, guint mark, const PlxPdfPlace *place)
{
  gint *first = &book->piece_of[article][mark];
  PlxPlacedMark *last = NULL, *piece;

  for (gint i = *first; i >= 0; i = last->next)
    last = g_ptr_array_index (book->placed, i);
  if (last != NULL && last->page == place->page)
    return last;
  piece = g_new0 (PlxPlacedMark, 1);
  piece->mark = g_ptr_array_index (book->report->articles[article].marks, mark);
  piece->article = article;
  piece->page = place->page;
  piece->piece = last != NULL ? last->piece + 1 : 1;
  piece->line = place->number;
  piece->quads = g_array_new (FALSE, FALSE, sizeof (PlxPdfBox));
  piece->next = -1;
  if (last != NULL)
    last->next = (gint) book->placed->len;
  else
    *first = (gint) book->placed->len;
  g_ptr_array_add (book->placed, piece);
  return piece;
}

static void
add_quad (GArray *quads, PlxPdfBox quad)
{
  if (quads->len > 0)
    {
      PlxPdfBox *last = &g_array_index (quads, PlxPdfBox, quads->len - 1);

      /* runs of one font after another are one box */
      if (last->y1 == quad.y1 && ABS (last->x2 - quad.x1) < 0.05)
        {
          last->x2 = quad.x2;
          return;
        }
    }
  g_array_append_val (quads, quad);
}

/* End of what shows on the line, before its closing space. */
static int
find_visible_end (PangoLayoutLine *line, const char *text)
{
  int end = line->start_index + line->length;

  while (end > line->start_index && g_ascii_isspace (text[end - 1]))
    end--;
  return end;
}

static void
place_span (PlxPdfBook *book, guint article, PangoLayoutLine *line, const PlxPdfMarkSpan *span,
            int begin, int end, const PlxPdfPlace *place)
{
  double baseline = place->y1 + plx_pdf_type_ascent (PLX_TYPE_BODY);
  PlxPlacedMark *piece = NULL;
  int *ranges = NULL, n_ranges = 0;

  pango_layout_line_get_x_ranges (line, begin, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      PlxPdfBox quad = { .y1 = baseline - 9.4, .y2 = baseline + 3.6 };

      quad.x1 = PLX_PDF_TEXT_LEFT + ranges[2 * i] / (double) PANGO_SCALE;
      quad.x2 = PLX_PDF_TEXT_LEFT + ranges[2 * i + 1] / (double) PANGO_SCALE;
      if (quad.x2 - quad.x1 < 0.1)
        continue;
      if (piece == NULL)
        piece = get_piece (book, article, span->mark, place);
      piece->depth = MAX (piece->depth, span->depth);
      add_quad (piece->quads, quad);
    }
  g_free (ranges);
}

/**
 * plx_pdf_marks_place:
 * @begin: byte of the article where the layout's text begins
 * @spans: (element-type PlxPdfMarkSpan): those that may lie on the line
 */
void
plx_pdf_marks_place (PlxPdfBook *book, guint article, PangoLayoutLine *line,
                     const PlxHyphenated *hyphenated, guint32 begin, const GArray *spans,
                     const PlxPdfPlace *place)
{
  int line_end = find_visible_end (line, hyphenated->text);

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxPdfMarkSpan *span = &g_array_index (spans, PlxPdfMarkSpan, i);
      guint32 from = span->span.begin > begin ? span->span.begin - begin : 0;
      int a = (int) plx_hyphenated_map (hyphenated, from);
      int b;

      if (a >= line_end)
        continue;
      b = (int) plx_hyphenated_map (hyphenated,
                                    span->span.end > begin ? span->span.end - begin : 0);
      if (b <= line->start_index)
        continue;
      place_span (book, article, line, span, MAX (a, line->start_index), MIN (b, line_end), place);
    }
}

/* A mark whose place shows nothing (a blank, a stretch outside the text) still
 * is exported: as a note beside the nearest line. */
static void
place_unseen (PlxPdfBook *book, guint article, guint mark)
{
  const PlxReportArticle *a = &book->report->articles[article];
  const PlxMark *m = g_ptr_array_index (a->marks, mark);
  const PlxPdfPlace *place
      = plx_pdf_book_find (book, article, m->n_spans > 0 ? m->spans[0].begin : 0);
  PlxPdfPlace top = { .page = book->first_page[article], .number = 1, .y1 = PLX_PDF_TOP };
  PlxPlacedMark *piece = get_piece (book, article, mark, place != NULL ? place : &top);
  double y = (place != NULL ? place : &top)->y1;
  PlxPdfBox note = { PLX_PDF_TEXT_LEFT - 12, y + 3, PLX_PDF_TEXT_LEFT - 4, y + 11 };

  g_array_append_val (piece->quads, note);
  piece->last = TRUE;
  piece->line = 0;   // a note, not a highlight
}

/* Once all lines are set. */
void
plx_pdf_marks_finish (PlxPdfBook *book, guint article)
{
  const GPtrArray *marks = book->report->articles[article].marks;

  for (guint i = 0; i < marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (marks, i);
      gint piece = book->piece_of[article][i];

      if (mark->state == PLX_MARK_REJECTED)
        continue;
      if (piece < 0)
        place_unseen (book, article, i);
      for (; piece >= 0; piece = ((PlxPlacedMark *) g_ptr_array_index (book->placed, piece))->next)
        {
          PlxPlacedMark *placed = g_ptr_array_index (book->placed, piece);

          placed->last = placed->next < 0;
        }
    }
}
