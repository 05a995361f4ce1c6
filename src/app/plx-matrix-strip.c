/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-strip.h"

struct _PlxMatrixStrip {
  GtkWidget parent_instance;

  GtkAdjustment *sideways;
  gboolean leads;
};

G_DEFINE_FINAL_TYPE (PlxMatrixStrip, plx_matrix_strip, GTK_TYPE_WIDGET)

double
plx_matrix_get_text_scale (GtkWidget *widget)
{
  const double usual_px = 11 * 96 / 72.0;
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96 / 72.0;
  return size > 0 ? CLAMP (size / usual_px, 1, 3) : 1;
}

guint
plx_matrix_strip_count (PlxMatrixStrip *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child);
  return n;
}

static int
find_cell_width (PlxMatrixStrip *self, int width)
{
  double scale = plx_matrix_get_text_scale (GTK_WIDGET (self));
  int n = MAX ((int) plx_matrix_strip_count (self), 1);

  return CLAMP (width / n, (int) (PLX_CELL_LEAST_WIDTH * scale),
                (int) (PLX_CELL_MOST_WIDTH * scale));
}

static void
plx_matrix_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (widget);
  int width = find_cell_width (self, MAX (for_size, 0));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = find_cell_width (self, 0);
      *natural = *minimum * MAX ((int) plx_matrix_strip_count (self), 1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int low = 0, high = 0, least = 0;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least), &low, &high, NULL,
                          NULL);
      *minimum = MAX (*minimum, low);
      *natural = MAX (*natural, high);
    }
}

/* Read from right to left the first cells are those at the end of the range:
 * what stays is the distance from there. */
static void
configure (PlxMatrixStrip *self, int total, int width)
{
  double value = gtk_adjustment_get_value (self->sideways);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (is_rtl)
    value += (total - width) - (gtk_adjustment_get_upper (self->sideways)
                                - gtk_adjustment_get_page_size (self->sideways));
  gtk_adjustment_configure (self->sideways, CLAMP (value, 0, MAX (0, total - width)), 0,
                            MAX (total, width), width * 0.1, width * 0.9, width);
}

static void
plx_matrix_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int cell = find_cell_width (self, width), total = cell * (int) plx_matrix_strip_count (self);
  int x;

  if (self->leads)
    configure (self, total, width);
  x = -(int) CLAMP (gtk_adjustment_get_value (self->sideways), 0, MAX (0, total - width));
  if (is_rtl)
    x += MAX (total, width) - cell;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, MAX (cell, least), height }, -1);
      x += is_rtl ? -cell : cell;
    }
}

/* The keyboard may go to a cell that is out of sight. */
static void
plx_matrix_strip_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (plx_matrix_strip_parent_class)->set_focus_child (widget, child);
  if (child != NULL)
    plx_matrix_strip_scroll_to (PLX_MATRIX_STRIP (widget), child);
}

void
plx_matrix_strip_scroll_to (PlxMatrixStrip *self, GtkWidget *cell)
{
  int width = find_cell_width (self, gtk_widget_get_width (GTK_WIDGET (self))), at = 0;
  int n = (int) plx_matrix_strip_count (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL && child != cell; child = gtk_widget_get_next_sibling (child))
    at += gtk_widget_get_visible (child);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    at = n - 1 - at;
  if (at >= 0 && at < n)
    gtk_adjustment_clamp_page (self->sideways, at * width, (at + 1) * width);
}

void
plx_matrix_strip_add (PlxMatrixStrip *self, GtkWidget *cell)
{
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}

void
plx_matrix_strip_clear (PlxMatrixStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

GtkWidget *
plx_matrix_strip_new (GtkAdjustment *sideways, gboolean leads)
{
  PlxMatrixStrip *self = g_object_new (PLX_TYPE_MATRIX_STRIP, NULL);

  self->sideways = g_object_ref (sideways);
  self->leads = leads;
  g_signal_connect_object (sideways, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
plx_matrix_strip_dispose (GObject *object)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (object);

  plx_matrix_strip_clear (self);
  g_clear_object (&self->sideways);
  G_OBJECT_CLASS (plx_matrix_strip_parent_class)->dispose (object);
}

static void
plx_matrix_strip_class_init (PlxMatrixStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_strip_dispose;
  widget_class->measure = plx_matrix_strip_measure;
  widget_class->size_allocate = plx_matrix_strip_size_allocate;
  widget_class->set_focus_child = plx_matrix_strip_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "matrixstrip");
}

static void
plx_matrix_strip_init (PlxMatrixStrip *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
