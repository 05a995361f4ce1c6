/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

enum { GAP = 22, SECTION_GAP = 22, SLACK = 26, ENDLESS = 100000000 };

static void
set_columns (PlxPdfFlow *flow, guint n_columns)
{
  double whole = PLX_PDF_WIDTH - 2 * PLX_PDF_EDGE;

  flow->bottom = PLX_PDF_LOW;
  flow->rest = 0;
  flow->n_columns = n_columns;
  flow->width = (whole - flow->gap * (n_columns - 1)) / n_columns;
}

/* Begins on a new page. */
void
plx_pdf_flow_begin (PlxPdfFlow *flow, PlxPdfBook *book, GPtrArray *pages, guint n_columns)
{
  *flow = (PlxPdfFlow) { .book = book, .pages = pages, .gap = GAP, .left = PLX_PDF_EDGE };
  flow->top = flow->y = PLX_PDF_TOP;
  set_columns (flow, n_columns);
  g_ptr_array_add (pages, plx_pdf_page_new ());
}

/* A part with its own number of columns: below what stands on the page if
 * @height is left there, else on a new one. */
void
plx_pdf_flow_section (PlxPdfFlow *flow, guint n_columns, double height)
{
  double below = MAX (flow->lowest, flow->y) + SECTION_GAP;

  if (below + height > PLX_PDF_LOW)
    {
      g_ptr_array_add (flow->pages, plx_pdf_page_new ());
      below = PLX_PDF_TOP;
    }
  flow->column = 0;
  flow->top = flow->y = flow->lowest = below;
  set_columns (flow, n_columns);
}

PlxPdfPage *
plx_pdf_flow_page (PlxPdfFlow *flow)
{
  return g_ptr_array_index (flow->pages, flow->pages->len - 1);
}

double
plx_pdf_flow_x (const PlxPdfFlow *flow)
{
  return flow->left + flow->column * (flow->width + flow->gap);
}

/* A scratch flow of one endless column as wide as those of @like: what is set
 * in it first tells its height. Its pages are the caller's. */
void
plx_pdf_flow_measure (PlxPdfFlow *flow, const PlxPdfFlow *like)
{
  plx_pdf_flow_begin (flow, like->book,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_page_free), 1);
  flow->width = like->width;
  flow->y = flow->top = 0;
  flow->bottom = ENDLESS;
}

static void
set_bottom (PlxPdfFlow *flow)
{
  double even = flow->top + flow->rest / flow->n_columns + SLACK;

  flow->bottom = flow->rest > 0 ? MIN (even, PLX_PDF_LOW) : PLX_PDF_LOW;
}

/* Columns of equal height where the last page is not full. */
void
plx_pdf_flow_balance (PlxPdfFlow *flow, double height)
{
  flow->rest = height;
  set_bottom (flow);
}

/* The next column, or the first of a new page. */
void
plx_pdf_flow_next (PlxPdfFlow *flow)
{
  flow->lowest = MAX (flow->lowest, flow->y);
  flow->rest = MAX (flow->rest - (flow->y - flow->top), 0);
  if (++flow->column >= flow->n_columns)
    {
      g_ptr_array_add (flow->pages, plx_pdf_page_new ());
      flow->column = 0;
      flow->top = flow->lowest = PLX_PDF_TOP;
      set_bottom (flow);
    }
  flow->y = flow->top;
}

/* Goes on in the next column or page unless @height fits; TRUE: it did. */
gboolean
plx_pdf_flow_need (PlxPdfFlow *flow, double height)
{
  double bottom = flow->column + 1 < flow->n_columns ? flow->bottom
                                                     : MAX (flow->bottom, PLX_PDF_LOW);

  if (flow->y + height <= bottom || flow->y <= flow->top)
    return FALSE;
  plx_pdf_flow_next (flow);
  return TRUE;
}

/* A paragraph that may run over a page's end, line by line. */
void
plx_pdf_flow_text (PlxPdfFlow *flow, PlxPdfType type, PlxPdfRole role, const char *markup,
                   double space_after)
{
  g_autoptr (PangoLayout) layout = plx_pdf_type_markup (flow->book, type, markup, flow->width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint block = plx_pdf_book_new_block (flow->book);

  do
    {
      PangoRectangle rect;

      plx_pdf_flow_need (flow, plx_pdf_type_pitch (type));
      pango_layout_iter_get_line_extents (iter, NULL, &rect);
      plx_pdf_page_add_line (plx_pdf_flow_page (flow), pango_layout_iter_get_line_readonly (iter),
                             plx_pdf_flow_x (flow) + rect.x / (double) PANGO_SCALE,
                             flow->y + plx_pdf_type_ascent (type), role, block);
      flow->y += plx_pdf_type_pitch (type);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  flow->y += space_after;
}
