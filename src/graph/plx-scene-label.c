/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-layout-private.h"
#include "graph/plx-scene.h"

#include <pango/pangocairo.h>

/* Labels: at most two lines, centred, on a halo of the background's colour so
 * that they can be read across edges. Pango's default font map is per thread,
 * so workers may call this. */

#define HALO_PX 3.2

static PangoLayout *
layout_new (cairo_t *cr, const char *text, const char *font)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_width (layout, (int) (pango_font_description_get_size (description) * 0.72
                                        * PLX_LABEL_CHARS));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

void
plx_scene_measure_label (cairo_t *cr, const char *text, const char *font, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = layout_new (cr, text, font);
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  *width = logical.width;
  *height = logical.height;
}

void
plx_scene_draw_label (cairo_t *cr, const char *text, const char *font, double x, double y,
                      const PlxColour *colour, const PlxColour *halo)
{
  g_autoptr (PangoLayout) layout = layout_new (cr, text, font);
  double width = pango_layout_get_width (layout) / (double) PANGO_SCALE;

  cairo_move_to (cr, x - width / 2, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgba (cr, halo->red, halo->green, halo->blue, 0.9);
  cairo_set_line_width (cr, HALO_PX);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_move_to (cr, x - width / 2, y);
  pango_cairo_show_layout (cr, layout);
}
