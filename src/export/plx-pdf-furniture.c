/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>

/* What stands on every page: running head, page number, and on the pages of
 * articles the legend. */

enum { HEAD = 30, LEGEND = 771, FOOT = 806 };

static double
measure_text (PlxPdfBook *book, const char *text)
{
  g_autoptr (PangoLayout) layout = plx_pdf_type_layout (book, PLX_TYPE_SMALL, text, PLX_PDF_WIDTH);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

static void
add_text (PlxPdfBook *book, PlxPdfPage *page, const char *text, double x, double y, double width,
          PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = plx_pdf_type_layout (book, PLX_TYPE_SMALL, text, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  plx_pdf_page_add_layout (page, layout, PLX_TYPE_SMALL, x, y, PLX_ROLE_FURNITURE, 0);}

static double
add_sample (PlxPdfBook *book, PlxPdfPage *page, PlxPdfStyle style, double x, double y)
{
  const char *word = plx_pdf_style_get_word (style);
  g_autofree char *text = NULL;
  double width;
  PlxPdfBox box;

  /* room for the sign that is drawn above the first letter */
  if (style == PLX_PDF_OMISSION || style == PLX_PDF_FINDING)
    text = g_strdup_printf (" %s", word);
  width = measure_text (book, text != NULL ? text : word);
  box = (PlxPdfBox) { x - 1, y - 1, x + width + 1, y + 10.5 };
  plx_pdf_page_add_sample (page, style, box);
  add_text (book, page, text != NULL ? text : word, x, y, 120, PANGO_ALIGN_LEFT);
  return width;
}

static void
add_legend (PlxPdfBook *book, PlxPdfPage *page)
{
  static const PlxPdfStyle above[] = {
    PLX_PDF_PERSON, PLX_PDF_ORGANISATION, PLX_PDF_STATE, PLX_PDF_PLACE, PLX_PDF_MEDIA,
    PLX_PDF_EVENT, PLX_PDF_TIME, PLX_PDF_QUANTITY, PLX_PDF_OTHER, PLX_PDF_OMISSION,
    PLX_PDF_FINDING,
  };
  double right = PLX_PDF_WIDTH - PLX_PDF_EDGE, x = PLX_PDF_EDGE + 36;

  plx_pdf_page_add_rule (page, PLX_PDF_EDGE, LEGEND, right, LEGEND, 0.4, PLX_PDF_HAIR, FALSE);
  add_text (book, page, _("Legend"), PLX_PDF_EDGE, LEGEND + 4, 60, PANGO_ALIGN_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    x += add_sample (book, page, above[i], x, LEGEND + 4) + 11;
  x = PLX_PDF_EDGE + 36;
  x += add_sample (book, page, PLX_PDF_STATEMENT, x, LEGEND + 19) + 11;
  add_text (
      book, page,
      _("[  who says it, from the outside in     (in brackets) carried over     ↻ said twice     "
         "thin or dotted: suggested, not decided"),
      x, LEGEND + 19, right - x, PANGO_ALIGN_LEFT);
}

static void
furnish_page (PlxPdfBook *book, PlxPdfPage *page, const char *section, guint number,
              gboolean legend)
{
  double right = PLX_PDF_WIDTH - PLX_PDF_EDGE, half = (right - PLX_PDF_EDGE) / 2;
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autofree char *foot = g_strdup_printf ("%s · %.10s", book->report->program, book->report->date);

  add_text (book, page, book->report->title, PLX_PDF_EDGE, HEAD, half - 10, PANGO_ALIGN_LEFT);
  add_text (book, page, section, PLX_PDF_EDGE + half + 10, HEAD, half - 10, PANGO_ALIGN_RIGHT);
  plx_pdf_page_add_rule (page, PLX_PDF_EDGE, HEAD + 14, right, HEAD + 14, 0.4, PLX_PDF_HAIR, FALSE);
  if (legend)
    add_legend (book, page);
  plx_pdf_page_add_rule (page, PLX_PDF_EDGE, FOOT - 1, right, FOOT - 1, 0.4, PLX_PDF_HAIR, FALSE);
  add_text (book, page, foot, PLX_PDF_EDGE, FOOT + 3, half, PANGO_ALIGN_LEFT);
  add_text (book, page, label, right - 40, FOOT + 3, 40, PANGO_ALIGN_RIGHT);
}

/* The heading that reigns at the top of a page. */
static const char *
find_section (const GArray *headings, guint page, const char *otherwise)
{
  const char *section = otherwise;

  for (guint i = 0; i < headings->len; i++)
    {
      const PlxPdfHeading *heading = &g_array_index (headings, PlxPdfHeading, i);

      if (heading->page > page
          || (heading->page == page && heading->y > PLX_PDF_TOP && section != otherwise))
        break;
      section = heading->title;
    }
  return section;
}

static void
furnish_body (PlxPdfBook *book, guint *number)
{
  for (guint a = 0; a < book->report->n_articles; a++)
    {
      g_autofree char *title = plx_pdf_book_dup_title (book, a);
      g_autofree char *section
          = g_strdup_printf ("%s · %s", plx_pdf_book_get_source (book, a), title);
      guint end = a + 1 < book->report->n_articles ? book->first_page[a + 1] : book->body->len;

      for (guint i = book->first_page[a]; i < end; i++)
        furnish_page (book, g_ptr_array_index (book->body, i), section, ++*number, TRUE);
    }
}

/* Once the number of every page is known. */
void
plx_pdf_furnish (PlxPdfBook *book)
{
  guint number = 0;

  for (guint i = 0; i < book->front->len; i++)
    {
      number++;
      if (i > 0)
        furnish_page (book, g_ptr_array_index (book->front, i),
                      find_section (book->front_headings, i, _("Contents")), number, FALSE);
    }
  furnish_body (book, &number);
  for (guint i = 0; i < book->back->len; i++)
    {
      guint page = number;

      furnish_page (book, g_ptr_array_index (book->back, i),
                    find_section (book->back_headings, page, ""), ++number, FALSE);
    }
}
