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
  plx_pdf_page_add_layout (page, layout, PLX_TYPE_SMALL, x, y, PLX_ROLE_FURNITURE, 0);
}

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
  g_autofree char *foot
      = g_strdup_printf ("%s · %.10s", book->report->program, book->report->date);

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
find_heading (const GArray *headings, guint page, const char *otherwise)
{
  const char *heading = otherwise;

  for (guint i = 0; i < headings->len; i++)
    {
      const PlxPdfHeading *h = &g_array_index (headings, PlxPdfHeading, i);

      if (h->page > page || (h->page == page && h->y > PLX_PDF_TOP && heading != otherwise))
        break;
      heading = h->title;
    }
  return heading;
}

static char *
dup_head (const PlxPdfBook *book, const PlxPdfSection *section, guint page)
{
  g_autofree char *title = NULL;

  if (section->article >= 0)
    {
      title = plx_pdf_book_dup_title (book, (guint) section->article);
      if (g_strcmp0 (title, book->report->title) == 0)
        return g_strdup (plx_pdf_book_get_source (book, (guint) section->article));
      return g_strdup_printf ("%s · %s",
                              plx_pdf_book_get_source (book, (guint) section->article), title);
    }
  if (section->part != NULL && plx_pdf_book_is_nested (book))
    return plx_pdf_story_dup_title (section->part->story);
  if (section->part != NULL)
    return g_strdup (find_heading (section->part->headings, page, ""));
  return g_strdup (section->pages == book->front ? _("Contents")
                                                 : find_heading (book->back_headings, page, ""));
}

/* Once the number of every page is known. The title page stays bare. */
void
plx_pdf_furnish (PlxPdfBook *book)
{
  g_autoptr (GArray) sections = plx_pdf_book_list_sections (book);
  guint page = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const PlxPdfSection *section = &g_array_index (sections, PlxPdfSection, i);

      for (guint k = section->begin; k < section->end; k++, page++)
        {
          g_autofree char *head = dup_head (book, section, page);

          if (page > 0)
            furnish_page (book, g_ptr_array_index (section->pages, k), head, page + 1,
                          section->article >= 0);
        }
    }
}
