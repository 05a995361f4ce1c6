/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <cairo-pdf.h>

/* "Private" is a leaf that nobody else uses here: plx-pdf-structure.c finds
 * it in the finished file and makes it an artifact, which cairo cannot write. */
static const char * const tags[PLX_N_ROLES] = {
  [PLX_ROLE_FURNITURE] = "Private",
  [PLX_ROLE_P] = "P",
  [PLX_ROLE_H1] = "H1",
  [PLX_ROLE_H2] = "H2",
  [PLX_ROLE_QUOTE] = "BlockQuote",
  [PLX_ROLE_NOTE] = "Note",
  [PLX_ROLE_TD] = "P",
  [PLX_ROLE_TH] = "P",
  [PLX_ROLE_FIGURE] = "Figure",
};

static void
clear_item (gpointer data)
{
  PlxPdfItem *item = data;

  g_clear_pointer (&item->line, plx_pdf_line_free);
}

PlxPdfPage *
plx_pdf_page_new (void)
{
  PlxPdfPage *self = g_new0 (PlxPdfPage, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (PlxPdfItem));
  self->links = g_array_new (FALSE, TRUE, sizeof (PlxPdfLink));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
plx_pdf_page_free (PlxPdfPage *self)
{
  g_array_unref (self->items);
  g_array_unref (self->links);
  g_free (self);
}

void
plx_pdf_page_add_line (PlxPdfPage *self, PangoLayoutLine *line, double x, double baseline,
                       PlxPdfRole role, guint block)
{
  PlxPdfItem item = { .kind = PLX_ITEM_TEXT, .role = role, .block = block };

  item.box.x1 = x;
  item.box.y1 = baseline;
  item.line = plx_pdf_line_new (line);
  g_array_append_val (self->items, item);
}

/* All lines of @layout at the pitch of @type; returns the height. */
double
plx_pdf_page_add_layout (PlxPdfPage *self, PangoLayout *layout, PlxPdfType type, double x, double y,
                         PlxPdfRole role, guint block)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double baseline = y + plx_pdf_type_ascent (type);

  do
    {
      PangoRectangle rect;

      pango_layout_iter_get_line_extents (iter, NULL, &rect);
      plx_pdf_page_add_line (self, pango_layout_iter_get_line_readonly (iter),
                             x + rect.x / (double) PANGO_SCALE, baseline, role, block);
      baseline += plx_pdf_type_pitch (type);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return plx_pdf_type_height (type, layout);
}

void
plx_pdf_page_add_rule (PlxPdfPage *self, double x1, double y1, double x2, double y2, double width,
                       PlxPdfColour colour, gboolean dotted)
{
  PlxPdfItem item = { .kind = PLX_ITEM_RULE, .width = width, .colour = colour, .dotted = dotted };

  item.box = (PlxPdfBox) { x1, y1, x2, y2 };
  g_array_append_val (self->items, item);
}

void
plx_pdf_page_add_box (PlxPdfPage *self, PlxPdfItemKind kind, PlxPdfBox box, PlxPdfColour colour)
{
  PlxPdfItem item = { .kind = kind, .box = box, .colour = colour };

  g_array_append_val (self->items, item);
}

void
plx_pdf_page_add_sample (PlxPdfPage *self, PlxPdfStyle style, PlxPdfBox box)
{
  PlxPdfItem item = { .kind = PLX_ITEM_SAMPLE, .box = box, .style = style };

  g_array_append_val (self->items, item);
}

void
plx_pdf_page_add_link (PlxPdfPage *self, PlxPdfBox box, guint page, double y)
{
  PlxPdfLink link = { box, page, y };

  g_array_append_val (self->links, link);
}

static void
set_line (gpointer data, double width, const double *dashes, guint n_dashes)
{
  cairo_set_line_width (data, width);
  cairo_set_dash (data, dashes, (int) n_dashes, 0);
}

static void
move (gpointer data, double x, double y)
{
  cairo_move_to (data, x, y);
}

static void
line (gpointer data, double x, double y)
{
  cairo_line_to (data, x, y);
}

static void
stroke (gpointer data)
{
  cairo_stroke (data);
}

static void
draw_sample (const PlxPdfItem *item, cairo_t *cr)
{
  const PlxPdfPen pen = { set_line, move, line, stroke, cr };
  PlxPdfColour wash = plx_pdf_style_get_wash (item->style),
               ink = plx_pdf_style_get_colour (item->style);
  PlxPdfBox box = item->box;

  cairo_set_source_rgb (cr, wash.red, wash.green, wash.blue);
  cairo_rectangle (cr, box.x1, box.y1 + 1, box.x2 - box.x1, box.y2 - box.y1 - 2.4);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
  plx_pdf_style_draw (item->style, &pen, box, TRUE, TRUE, TRUE);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_rule (const PlxPdfItem *item, cairo_t *cr)
{
  static const double dots[] = { 1, 1.6 };

  cairo_set_source_rgb (cr, item->colour.red, item->colour.green, item->colour.blue);
  cairo_set_line_width (cr, item->width);
  cairo_set_dash (cr, dots, item->dotted ? 2 : 0, 0);
  cairo_move_to (cr, item->box.x1, item->box.y1);
  cairo_line_to (cr, item->box.x2, item->box.y2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_item (const PlxPdfItem *item, cairo_t *cr)
{
  const PlxPdfBox *box = &item->box;

  switch (item->kind)
    {
    case PLX_ITEM_TEXT: plx_pdf_line_draw (item->line, cr, box->x1, box->y1); break;
    case PLX_ITEM_RULE: draw_rule (item, cr); break;
    case PLX_ITEM_FILL:
      cairo_set_source_rgb (cr, item->colour.red, item->colour.green, item->colour.blue);
      cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
      cairo_fill (cr);
      break;
    case PLX_ITEM_DISC:
      cairo_set_source_rgb (cr, item->colour.red, item->colour.green, item->colour.blue);
      cairo_arc (cr, (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2, (box->x2 - box->x1) / 2,
                 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case PLX_ITEM_SAMPLE: draw_sample (item, cr); break;
    case PLX_ITEM_DRAWING: item->draw (cr, *box, item->data); break;
    }
}

/* A run of items of one block is one tagged element. */
static void
draw_items (const PlxPdfPage *self, cairo_t *cr, gboolean furniture)
{
  const char *open = NULL;
  guint block = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlxPdfItem *item = &g_array_index (self->items, PlxPdfItem, i);

      if ((item->role == PLX_ROLE_FURNITURE) != furniture)
        continue;
      if (open == NULL || open != tags[item->role] || block != item->block)
        {
          if (open != NULL)
            cairo_tag_end (cr, open);
          open = tags[item->role];
          block = item->block;
          cairo_tag_begin (cr, open, NULL);
        }
      draw_item (item, cr);
    }
  if (open != NULL)
    cairo_tag_end (cr, open);
}

/* Furniture first, so that line numbers do not cut paragraphs into pieces and
 * washes lie behind words. */
void
plx_pdf_page_draw (const PlxPdfPage *self, cairo_t *cr)
{
  draw_items (self, cr, TRUE);
  draw_items (self, cr, FALSE);
}
