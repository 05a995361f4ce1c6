/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-sign.h"

#include "app/plx-mark-style.h"

#include <adwaita.h>

enum { SHAPE_PX = 16, LINE_PX = 28 };

struct _PlxGraphSign {
  GtkWidget parent_instance;

  PlxSign sign;
  PlxShape shape;
};

G_DEFINE_FINAL_TYPE (PlxGraphSign, plx_graph_sign, GTK_TYPE_WIDGET)

static void
stroke (cairo_t *cr, const PlxColour *colour, double width, double line_width)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_set_line_width (cr, line_width);
  cairo_move_to (cr, 1, SHAPE_PX / 2.0);
  cairo_line_to (cr, width - 1, SHAPE_PX / 2.0);
  cairo_stroke (cr);
}

static void
draw_line (PlxGraphSign *self, cairo_t *cr, double width, const PlxPalette *palette)
{
  const double said[] = { 5, 4 }, left_out[] = { 7, 3, 1.5, 3 };

  switch (self->sign)
    {
    case PLX_SIGN_SAID:
      cairo_set_dash (cr, said, 2, 0);
      stroke (cr, &palette->edge, width, 1.6);
      break;
    case PLX_SIGN_LEFT_OUT:
      cairo_set_dash (cr, left_out, 4, 0);
      stroke (cr, &palette->left_out, width, 1.6);
      break;
    case PLX_SIGN_WIDTH:
      cairo_move_to (cr, 1, SHAPE_PX / 2.0 - 0.5);
      cairo_line_to (cr, width - 1, SHAPE_PX / 2.0 - 3.5);
      cairo_line_to (cr, width - 1, SHAPE_PX / 2.0 + 3.5);
      cairo_line_to (cr, 1, SHAPE_PX / 2.0 + 0.5);
      cairo_set_source_rgb (cr, palette->edge.red, palette->edge.green, palette->edge.blue);
      cairo_fill (cr);
      break;
    case PLX_SIGN_ONLY_A:
      stroke (cr, &palette->text, width, 2.4);
      break;
    case PLX_SIGN_ONLY_B:
      stroke (cr, &palette->text, width, 5);
      stroke (cr, &palette->background, width - 1, 2.4);
      break;
    case PLX_SIGN_BOTH:
      stroke (cr, &palette->muted, width, 2.4);
      break;
    case PLX_SIGN_STATED:
    case PLX_SIGN_SHAPE:
      stroke (cr, &palette->edge, width, 1.6);
      break;
    }
}

static void
plx_graph_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxGraphSign *self = PLX_GRAPH_SIGN (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const PlxPalette *palette = plx_palette_get (plx_style_is_dark ());
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_translate (cr, 0, (height - SHAPE_PX) / 2);
  if (self->sign == PLX_SIGN_SHAPE)
    plx_scene_draw_shape (cr, self->shape, width / 2.0, SHAPE_PX / 2.0, SHAPE_PX / 2.0 - 1,
                          palette);
  else
    draw_line (self, cr, width, palette);
  cairo_destroy (cr);
}

static void
plx_graph_sign_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlxGraphSign *self = PLX_GRAPH_SIGN (widget);
  gboolean is_line = self->sign != PLX_SIGN_SHAPE && orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = is_line ? LINE_PX : SHAPE_PX;
}

static void
plx_graph_sign_class_init (PlxGraphSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = plx_graph_sign_snapshot;
  widget_class->measure = plx_graph_sign_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_graph_sign_init (PlxGraphSign *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
plx_graph_sign_set (PlxGraphSign *self, PlxSign sign, PlxShape shape)
{
  g_return_if_fail (PLX_IS_GRAPH_SIGN (self));

  if (self->sign == sign && self->shape == shape)
    return;
  self->sign = sign;
  self->shape = shape;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
plx_graph_sign_new (PlxSign sign, PlxShape shape)
{
  PlxGraphSign *self = g_object_new (PLX_TYPE_GRAPH_SIGN, NULL);

  plx_graph_sign_set (self, sign, shape);
  return GTK_WIDGET (self);
}
