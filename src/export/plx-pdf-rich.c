/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  int begin, end;        // bytes of the text
  guint page;
  double y;
} RichLink;

PlxPdfRich *
plx_pdf_rich_new (void)
{
  PlxPdfRich *self = g_new0 (PlxPdfRich, 1);

  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
  self->links = g_array_new (FALSE, FALSE, sizeof (RichLink));
  return self;
}

void
plx_pdf_rich_free (PlxPdfRich *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_array_unref (self->links);
  g_free (self);
}

static void
dress (PlxPdfRich *self, guint begin, PangoAttribute *attribute)
{
  attribute->start_index = begin;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

void
plx_pdf_rich_add (PlxPdfRich *self, const char *text, PlxPdfRichFlags flags)
{
  guint begin = (guint) self->text->len;

  if (g_utf8_validate (text, -1, NULL))
    g_string_append (self->text, text);
  else
    {
      /* one bad byte in a name would cost the whole file */
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_string_append (self->text, valid);
    }
  if ((flags & PLX_RICH_BOLD) != 0)
    dress (self, begin, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if ((flags & PLX_RICH_ITALIC) != 0)
    dress (self, begin, pango_attr_style_new (PANGO_STYLE_ITALIC));
  if ((flags & PLX_RICH_UNDERLINE) != 0)
    dress (self, begin, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  if ((flags & PLX_RICH_GREY) != 0)
    dress (self, begin, pango_attr_foreground_new (0x5e00, 0x5d00, 0x6400));
  if ((flags & PLX_RICH_RED) != 0)
    dress (self, begin, pango_attr_foreground_new (0xa500, 0x1d00, 0x2d00));
  if ((flags & PLX_RICH_GOLD) != 0)
    dress (self, begin, pango_attr_foreground_new (0x8a00, 0x5a00, 0));
  if ((flags & PLX_RICH_LINK) != 0)
    dress (self, begin, pango_attr_foreground_new (0x1a00, 0x5f00, 0xb400));
}

void
plx_pdf_rich_add_link (PlxPdfRich *self, const char *text, guint page, double y)
{
  RichLink link = { .begin = (int) self->text->len, .page = page, .y = y };

  plx_pdf_rich_add (self, text, PLX_RICH_LINK);
  link.end = (int) self->text->len;
  g_array_append_val (self->links, link);
}

void
plx_pdf_rich_add_place (PlxPdfRich *self, const PlxPdfBook *book, guint article, guint32 byte)
{
  const PlxPdfPlace *place = plx_pdf_book_find (book, article, byte);
  guint page
      = plx_pdf_book_body_page (book, place != NULL ? place->page : book->first_page[article]);
  /* no-break spaces keep the reference on one line */
  g_autofree char *text = place != NULL ? g_strdup_printf (_("p.\302\240%u, line\302\240%u"),
                                                           page + 1, place->number)
                                        : g_strdup_printf (_("p.\302\240%u"), page + 1);

  plx_pdf_rich_add_link (self, text, page, place != NULL ? place->y1 : PLX_PDF_TOP);
}

void
plx_pdf_rich_add_article (PlxPdfRich *self, const PlxPdfBook *book, guint article)
{
  guint page = plx_pdf_book_body_page (book, book->first_page[article]);
  g_autofree char *text = g_strdup_printf (_("p.\302\240%u, whole"), page + 1);

  plx_pdf_rich_add_link (self, text, page, PLX_PDF_TOP);
}

PangoLayout *
plx_pdf_rich_layout (PlxPdfRich *self, PlxPdfBook *book, PlxPdfType type, double width)
{
  PangoLayout *layout = plx_pdf_type_layout (book, type, self->text->str, width);

  plx_pdf_type_add_features (self->attributes);
  pango_layout_set_attributes (layout, self->attributes);
  return layout;
}

/* Links of one line, in the order of the text. */
static void
link_line (PlxPdfRich *self, PangoLayoutLine *line, PlxPdfPage *page, double x, double y,
           double height)
{
  int begin = line->start_index, end = begin + line->length;

  for (guint i = 0; i < self->links->len; i++)
    {
      const RichLink *link = &g_array_index (self->links, RichLink, i);
      int *ranges = NULL, n = 0;

      if (link->begin >= end)
        break;
      if (link->end <= begin)
        continue;
      pango_layout_line_get_x_ranges (line, MAX (link->begin, begin), MIN (link->end, end), &ranges,
                                      &n);
      for (int k = 0; k < n; k++)
        {
          PlxPdfBox box = { x + ranges[2 * k] / (double) PANGO_SCALE, y,
                            x + ranges[2 * k + 1] / (double) PANGO_SCALE, y + height };

          plx_pdf_page_add_link (page, box, link->page, link->y);
        }
      g_free (ranges);
    }
}

static void
place_line (PlxPdfRich *self, PangoLayoutIter *iter, PlxPdfType type, PlxPdfPage *page, double x,
            double y, PlxPdfRole role, guint block)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle rect;

  pango_layout_iter_get_line_extents (iter, NULL, &rect);
  plx_pdf_page_add_line (page, line, x + rect.x / (double) PANGO_SCALE,
                         y + plx_pdf_type_ascent (type), role, block);
  link_line (self, line, page, x, y, plx_pdf_type_pitch (type));
}

/* All of it at one place; returns the height. */
double
plx_pdf_rich_place (PlxPdfRich *self, PangoLayout *layout, PlxPdfType type, PlxPdfPage *page,
                    double x, double y, PlxPdfRole role, guint block)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      place_line (self, iter, type, page, x, y, role, block);
      y += plx_pdf_type_pitch (type);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return plx_pdf_type_height (type, layout);
}

void
plx_pdf_rich_flow (PlxPdfRich *self, PlxPdfFlow *flow, PlxPdfType type, PlxPdfRole role,
                   double space_after)
{
  g_autoptr (PangoLayout) layout = plx_pdf_rich_layout (self, flow->book, type, flow->width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint block = plx_pdf_book_new_block (flow->book);

  do
    {
      plx_pdf_flow_need (flow, plx_pdf_type_pitch (type));
      place_line (self, iter, type, plx_pdf_flow_page (flow), plx_pdf_flow_x (flow), flow->y, role,
                  block);
      flow->y += plx_pdf_type_pitch (type);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  flow->y += space_after;
}
