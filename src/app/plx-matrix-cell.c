/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-cell.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-mark-style.h"
#include "app/plx-matrix-columns.h"

#include <glib/gi18n-lib.h>

struct _PlxMatrixCell {
  GtkButton parent_instance;

  PlxStoryComparison *comparison;   // borrowed from the row
  int claim, column;                // -1: not bound
  PangoLayout *layout;              // of the words; NULL: not made yet
  gboolean is_selected;
};

enum { SIGN = 13, GAP = 5, TICK = 11 };     // where text is as large as usual

G_DEFINE_FINAL_TYPE (PlxMatrixCell, plx_matrix_cell, GTK_TYPE_BUTTON)

static PlxCellLook
look (PlxMatrixCell *self)
{
  return plx_cell_look (self->comparison, (guint) self->claim, (guint) self->column);
}

/* -- drawing -- */

/* What needs a look is bold; no hyphens that the words do not have. */
static PangoLayout *
new_layout (PlxMatrixCell *self, const PlxCellLook *cell)
{
  g_autofree char *brief = plx_cell_look_dup_brief (cell);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), brief);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -2);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (cell->status == PLX_CELL_DIFFERS || cell->status == PLX_CELL_CONTRADICTED)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* A word is broken only where it does not fit into a line of its own. */
static void
set_width (PangoLayout *layout, int width)
{
  PangoRectangle box;

  if (pango_layout_get_width (layout) == width * PANGO_SCALE)
    return;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &box);
  if (box.width > width)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
}

static void
draw_tick (cairo_t *cr, double x, double y, double size, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, size * 0.145);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + size * 0.12, y + size * 0.55);
  cairo_line_to (cr, x + size * 0.38, y + size * 0.82);
  cairo_line_to (cr, x + size * 0.88, y + size * 0.2);
  cairo_stroke (cr);
}

/* In a square of @size at @x, in the middle of the cell. */
static void
draw_sign (GtkSnapshot *snapshot, const PlxCellLook *cell, int x, int size, int height,
           gboolean is_tick)
{
  int y = (height - size) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size));
  GdkRGBA color;

  plx_cell_status_get_color (cell->status, plx_style_is_dark (), &color);
  cairo_translate (cr, x, y);
  if (is_tick)
    draw_tick (cr, 0, 0, size, &color);
  else
    plx_cell_sign_draw (cr, cell->status, size, &color);
  cairo_destroy (cr);
}

/* What is not plainly reported has its sign's colour. */
static void
draw_words (PlxMatrixCell *self, GtkSnapshot *snapshot, const PlxCellLook *cell, int x, int width,
            int height)
{
  int text_height;
  GdkRGBA color;

  if (width < SIGN)
    return;
  if (self->layout == NULL)
    self->layout = new_layout (self, cell);
  set_width (self->layout, width);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  plx_widget_get_color (GTK_WIDGET (self), &color);
  if (cell->status != PLX_CELL_REPORTED && cell->status != PLX_CELL_LEFT_OUT)
    plx_cell_status_get_color (cell->status, plx_style_is_dark (), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x,
                                                (float) (MAX (0, height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
plx_matrix_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxMatrixCell *self = PLX_MATRIX_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), room;
  double scale = plx_matrix_get_text_scale (widget);
  int sign = (int) (SIGN * scale), tick = (int) (TICK * scale), before = sign + GAP;
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PlxCellLook cell;

  if (self->claim < 0)
    return;
  cell = look (self);
  draw_sign (snapshot, &cell, is_rtl ? width - sign : 0, sign, height, FALSE);
  if (cell.is_decided)
    draw_sign (snapshot, &cell, is_rtl ? 0 : width - tick, tick, height, TRUE);
  room = width - before - (cell.is_decided ? tick + GAP / 2 : 0);
  draw_words (self, snapshot, &cell, is_rtl ? width - before - room : before, room, height);
}

/* -- binding -- */

void
plx_matrix_cell_bind (PlxMatrixCell *self, PlxStoryComparison *comparison, guint claim,
                      guint column)
{
  PlxCellLook cell;
  g_autofree char *label = NULL;

  self->comparison = comparison;
  self->claim = (int) claim;
  self->column = (int) column;
  g_clear_object (&self->layout);
  cell = look (self);
  label = plx_cell_look_dup_label (&cell);
  plx_widget_set_label (GTK_WIDGET (self), label);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_matrix_cell_unbind (PlxMatrixCell *self)
{
  self->claim = self->column = -1;
  g_clear_object (&self->layout);
}

void
plx_matrix_cell_set_selected (PlxMatrixCell *self, gboolean selected)
{
  if (self->is_selected == selected)
    return;
  self->is_selected = selected;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "plx-cell-selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "plx-cell-selected");
  plx_widget_set_description (GTK_WIDGET (self), selected ? _("selected") : "");
}

int
plx_matrix_cell_get_column (PlxMatrixCell *self)
{
  return self->column;
}

/* -- class -- */

/* Its strip gives it its size. */
static void
plx_matrix_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIGN;
}

static void
plx_matrix_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
}

/* What is open beside the selected cell says more. */
static gboolean
plx_matrix_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                               GtkTooltip *tooltip)
{
  PlxMatrixCell *self = PLX_MATRIX_CELL (widget);
  g_autofree char *label = NULL;
  PlxCellLook cell;

  if (self->claim < 0 || self->is_selected)
    return FALSE;
  cell = look (self);
  label = plx_cell_look_dup_label (&cell);
  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
plx_matrix_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_matrix_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&PLX_MATRIX_CELL (widget)->layout);
}

static void
plx_matrix_cell_dispose (GObject *object)
{
  plx_matrix_cell_unbind (PLX_MATRIX_CELL (object));
  G_OBJECT_CLASS (plx_matrix_cell_parent_class)->dispose (object);
}

static void
plx_matrix_cell_class_init (PlxMatrixCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_cell_dispose;
  widget_class->measure = plx_matrix_cell_measure;
  widget_class->size_allocate = plx_matrix_cell_size_allocate;
  widget_class->snapshot = plx_matrix_cell_snapshot;
  widget_class->css_changed = plx_matrix_cell_css_changed;
  widget_class->query_tooltip = plx_matrix_cell_query_tooltip;
}

static void
plx_matrix_cell_init (PlxMatrixCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->claim = self->column = -1;
  gtk_widget_set_layout_manager (widget, NULL);   // a button's own is for a child
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_add_css_class (widget, "flat");
  gtk_widget_add_css_class (widget, "plx-cell");
}

GtkWidget *
plx_matrix_cell_new (void)
{
  return g_object_new (PLX_TYPE_MATRIX_CELL, NULL);
}
