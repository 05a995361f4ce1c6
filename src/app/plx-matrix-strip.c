/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-strip.h"

#include "app/plx-matrix-cell.h"

struct _PlxMatrixStrip {
  GtkWidget parent_instance;

  PlxMatrixColumns *columns;
  gboolean is_header;
  GPtrArray *children;    // headings by column, or cells; borrowed
  int claim;              // of cells, -1: none
  int selected;           // column, -1: none
};

enum {
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxMatrixStrip, plx_matrix_strip, GTK_TYPE_WIDGET)

/* -- cells -- */

static PlxMatrixCell *
get_cell_of (PlxMatrixStrip *self, guint index)
{
  return g_ptr_array_index (self->children, index % self->children->len);
}

static void
show_column (PlxMatrixStrip *self, PlxMatrixCell *cell, guint column)
{
  if (plx_matrix_cell_get_column (cell) != (int) column)
    plx_matrix_cell_bind (cell, plx_matrix_columns_get_comparison (self->columns),
                          (guint) self->claim, column);
  plx_matrix_cell_set_selected (cell, self->selected == (int) column);
}

/* The columns that the cells stand for, from the first in sight on; a cell
 * keeps its column while that stays in sight. */
static guint
find_first (PlxMatrixStrip *self, const PlxStripGeometry *geometry)
{
  int n = (int) plx_matrix_columns_count (self->columns), n_cells = (int) self->children->len;

  return (guint) CLAMP (geometry->offset / geometry->cell - 1, 0, MAX (0, n - n_cells));
}

static void
bind_cells (PlxMatrixStrip *self, const PlxStripGeometry *geometry)
{
  guint first = find_first (self, geometry);

  for (guint i = 0; self->claim >= 0 && i < self->children->len; i++)
    show_column (self, get_cell_of (self, first + i), plx_matrix_columns_get (self->columns, first + i));
}

static void
place_cells (PlxMatrixStrip *self, const PlxStripGeometry *geometry, int height)
{
  guint first = find_first (self, geometry);

  bind_cells (self, geometry);
  for (guint i = 0; i < self->children->len; i++)
    {
      int x = plx_strip_geometry_get_x (geometry, first + i);

      gtk_widget_size_allocate (GTK_WIDGET (get_cell_of (self, first + i)),
                                &(GtkAllocation) { x, 0, geometry->cell, height }, -1);
    }
}

static void
clicked_cb (GtkWidget *cell, PlxMatrixStrip *self)
{
  int column = plx_matrix_cell_get_column (PLX_MATRIX_CELL (cell));

  gtk_widget_grab_focus (cell);     // the row took it with the press
  if (self->claim >= 0 && column >= 0)
    g_signal_emit (self, signals[CLICKED], 0, (guint) column);
}

static void
keep_cells (PlxMatrixStrip *self)
{
  guint n = plx_matrix_columns_get_n_cells (self->columns);

  while (self->children->len > n)
    {
      gtk_widget_unparent (g_ptr_array_index (self->children, self->children->len - 1));
      g_ptr_array_set_size (self->children, (int) self->children->len - 1);
    }
  while (self->children->len < n)
    {
      GtkWidget *cell = plx_matrix_cell_new ();

      g_signal_connect (cell, "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->children, cell);
    }
}

/* -- headings -- */

static void
show_headings (PlxMatrixStrip *self)
{
  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->children, i),
                            plx_matrix_columns_find (self->columns, (int) i) >= 0);
}

static GtkWidget *
get_heading (PlxMatrixStrip *self, guint index)
{
  return g_ptr_array_index (self->children, plx_matrix_columns_get (self->columns, index));
}

/* What stays when the range changes is the distance from where one reads first. */
static void
configure (PlxMatrixStrip *self, const PlxStripGeometry *geometry)
{
  GtkAdjustment *sideways = plx_matrix_columns_get_sideways (self->columns);
  double value = gtk_adjustment_get_value (sideways);
  int width = geometry->width, most = MAX (0, geometry->total - width);

  if (geometry->is_rtl)
    value += most - (gtk_adjustment_get_upper (sideways)
                     - gtk_adjustment_get_page_size (sideways));
  gtk_adjustment_configure (sideways, CLAMP (value, 0, most), 0, MAX (geometry->total, width),
                            width * 0.1, width * 0.9, width);
}

static void
place_headings (PlxMatrixStrip *self, int width, int height)
{
  PlxStripGeometry geometry
    = plx_matrix_columns_measure (self->columns, GTK_WIDGET (self), width);

  configure (self, &geometry);
  geometry = plx_matrix_columns_measure (self->columns, GTK_WIDGET (self), width);
  plx_matrix_columns_need_cells (self->columns, (guint) (width / geometry.cell) + 3);
  for (guint i = 0; i < plx_matrix_columns_count (self->columns); i++)
    {
      GtkWidget *heading = get_heading (self, i);
      int x = plx_strip_geometry_get_x (&geometry, i), least = 0;
      gboolean in_sight = x + geometry.cell > 0 && x < width;

      gtk_widget_set_child_visible (heading, in_sight);
      if (!in_sight)
        continue;
      gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (
        heading, &(GtkAllocation) { x, 0, MAX (geometry.cell, least), height }, -1);
    }
}

static void
measure_headings (PlxMatrixStrip *self, int width, int *minimum, int *natural)
{
  PlxStripGeometry geometry
    = plx_matrix_columns_measure (self->columns, GTK_WIDGET (self), MAX (width, 0));

  for (guint i = 0; i < plx_matrix_columns_count (self->columns); i++)
    {
      int low = 0, high = 0, least = 0;

      gtk_widget_measure (get_heading (self, i), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      gtk_widget_measure (get_heading (self, i), GTK_ORIENTATION_VERTICAL,
                          MAX (geometry.cell, least), &low, &high, NULL, NULL);
      *minimum = MAX (*minimum, low);
      *natural = MAX (*natural, high);
    }
}

/* -- both -- */

static void
changed_cb (PlxMatrixStrip *self)
{
  if (self->is_header)
    show_headings (self);
  else
    {
      keep_cells (self);
      for (guint i = 0; i < self->children->len; i++)
        plx_matrix_cell_unbind (g_ptr_array_index (self->children, i));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plx_matrix_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) (PLX_CELL_LEAST_WIDTH * plx_matrix_get_text_scale (widget));
  else if (self->is_header)
    measure_headings (self, for_size, minimum, natural);
  else
    *minimum = *natural = plx_matrix_get_row_height (widget);
}

static void
plx_matrix_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (widget);
  PlxStripGeometry geometry;

  if (self->is_header)
    {
      place_headings (self, width, height);
      return;
    }
  geometry = plx_matrix_columns_measure (self->columns, widget, width);
  if (self->children->len > 0)
    place_cells (self, &geometry, height);
}

/* The keyboard may go to what is out of sight. */
static void
plx_matrix_strip_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (widget);
  guint at;

  GTK_WIDGET_CLASS (plx_matrix_strip_parent_class)->set_focus_child (widget, child);
  if (child == NULL)
    return;
  if (!self->is_header)
    plx_matrix_columns_scroll_to (self->columns, widget,
                                  plx_matrix_cell_get_column (PLX_MATRIX_CELL (child)));
  else if (g_ptr_array_find (self->children, child, &at))
    plx_matrix_columns_scroll_to (self->columns, widget, (int) at);
}

/* -- public -- */

static PlxMatrixStrip *
strip_new (PlxMatrixColumns *columns)
{
  PlxMatrixStrip *self = g_object_new (PLX_TYPE_MATRIX_STRIP, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_matrix_columns_get_sideways (columns), "value-changed",
                           G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
plx_matrix_strip_new_header (PlxMatrixColumns *columns, GPtrArray *headings)
{
  PlxMatrixStrip *self = strip_new (columns);

  self->is_header = TRUE;
  for (guint i = 0; i < headings->len; i++)
    {
      gtk_widget_set_parent (g_ptr_array_index (headings, i), GTK_WIDGET (self));
      g_ptr_array_add (self->children, g_ptr_array_index (headings, i));
    }
  show_headings (self);
  return GTK_WIDGET (self);
}

GtkWidget *
plx_matrix_strip_new_cells (PlxMatrixColumns *columns)
{
  PlxMatrixStrip *self = strip_new (columns);

  keep_cells (self);
  return GTK_WIDGET (self);
}

void
plx_matrix_strip_bind (PlxMatrixStrip *self, int claim)
{
  PlxStripGeometry geometry;

  self->claim = claim;
  for (guint i = 0; i < self->children->len; i++)
    plx_matrix_cell_unbind (g_ptr_array_index (self->children, i));
  if (claim < 0 || self->children->len == 0)
    return;
  geometry = plx_matrix_columns_measure (self->columns, GTK_WIDGET (self),
                                         gtk_widget_get_width (GTK_WIDGET (self)));
  bind_cells (self, &geometry);
}

void
plx_matrix_strip_set_selected (PlxMatrixStrip *self, int column)
{
  self->selected = column;
  for (guint i = 0; i < self->children->len; i++)
    {
      PlxMatrixCell *cell = g_ptr_array_index (self->children, i);

      plx_matrix_cell_set_selected (cell,
                                    column >= 0 && plx_matrix_cell_get_column (cell) == column);
    }
}

GtkWidget *
plx_matrix_strip_get_cell (PlxMatrixStrip *self, guint column)
{
  for (guint i = 0; i < self->children->len; i++)
    if (plx_matrix_cell_get_column (g_ptr_array_index (self->children, i)) == (int) column)
      return g_ptr_array_index (self->children, i);
  return NULL;
}

int
plx_matrix_strip_find_column (PlxMatrixStrip *self, GtkWidget *widget)
{
  return g_ptr_array_find (self->children, widget, NULL)
           ? plx_matrix_cell_get_column (PLX_MATRIX_CELL (widget))
           : -1;
}

void
plx_matrix_strip_redraw (PlxMatrixStrip *self)
{
  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->children, i));
}

/* -- class -- */

static void
plx_matrix_strip_dispose (GObject *object)
{
  PlxMatrixStrip *self = PLX_MATRIX_STRIP (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->children, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (plx_matrix_strip_parent_class)->dispose (object);
}

static void
plx_matrix_strip_finalize (GObject *object)
{
  g_ptr_array_unref (PLX_MATRIX_STRIP (object)->children);
  G_OBJECT_CLASS (plx_matrix_strip_parent_class)->finalize (object);
}

static void
plx_matrix_strip_class_init (PlxMatrixStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_matrix_strip_finalize;
  widget_class->measure = plx_matrix_strip_measure;
  widget_class->size_allocate = plx_matrix_strip_size_allocate;
  widget_class->set_focus_child = plx_matrix_strip_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "matrixstrip");
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plx_matrix_strip_init (PlxMatrixStrip *self)
{
  self->children = g_ptr_array_new ();
  self->claim = self->selected = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
