/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-columns.h"

/* So many cells a row has at least, where there are columns for them: a matrix
 * of a few sources is whole for who hears it, whatever its window's width. */
#define LEAST_CELLS 12

struct _PlxMatrixColumns {
  GObject parent_instance;

  PlxStoryComparison *comparison;
  GtkAdjustment *sideways;
  GArray *shown;       // guint: columns of the comparison
  guint n_cells;
  guint changed_source;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxMatrixColumns, plx_matrix_columns, G_TYPE_OBJECT)

/* -- which -- */

static void
list_shown (PlxMatrixColumns *self, gboolean with_heard)
{
  GPtrArray *columns = self->comparison->comparison->columns;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < columns->len; i++)
    if (with_heard || ((PlxColumn *) g_ptr_array_index (columns, i))->article >= 0)
      g_array_append_val (self->shown, i);
}

PlxMatrixColumns *
plx_matrix_columns_new (PlxStoryComparison *comparison, GtkAdjustment *sideways)
{
  PlxMatrixColumns *self = g_object_new (PLX_TYPE_MATRIX_COLUMNS, NULL);

  self->comparison = plx_story_comparison_ref (comparison);
  self->sideways = g_object_ref (sideways);
  list_shown (self, FALSE);
  return self;
}

PlxStoryComparison *
plx_matrix_columns_get_comparison (PlxMatrixColumns *self)
{
  return self->comparison;
}

GtkAdjustment *
plx_matrix_columns_get_sideways (PlxMatrixColumns *self)
{
  return self->sideways;
}

void
plx_matrix_columns_show_heard (PlxMatrixColumns *self, gboolean show)
{
  guint before = self->shown->len;

  list_shown (self, show);
  if (self->shown->len != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

guint
plx_matrix_columns_count (PlxMatrixColumns *self)
{
  return self->shown->len;
}

guint
plx_matrix_columns_get (PlxMatrixColumns *self, guint index)
{
  return g_array_index (self->shown, guint, index);
}

int
plx_matrix_columns_find (PlxMatrixColumns *self, int column)
{
  for (guint i = 0; i < self->shown->len; i++)
    if ((int) g_array_index (self->shown, guint, i) == column)
      return (int) i;
  return -1;
}

/* -- how many cells -- */

guint
plx_matrix_columns_get_n_cells (PlxMatrixColumns *self)
{
  return MIN (self->shown->len, self->n_cells);
}

static gboolean
changed_cb (gpointer user_data)
{
  PlxMatrixColumns *self = user_data;

  self->changed_source = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Said while GTK lays out, when rows may not get children: they do in an idle. */
void
plx_matrix_columns_need_cells (PlxMatrixColumns *self, guint n_cells)
{
  guint before = plx_matrix_columns_get_n_cells (self);

  self->n_cells = MAX (self->n_cells, n_cells);
  if (plx_matrix_columns_get_n_cells (self) > before && self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, changed_cb, self, NULL);
}

/* -- how wide -- */

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

int
plx_matrix_get_row_height (GtkWidget *widget)
{
  enum { AROUND = 8 };
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return 2 * line + AROUND;
}

PlxStripGeometry
plx_matrix_columns_measure (PlxMatrixColumns *self, GtkWidget *strip, int width)
{
  double scale = plx_matrix_get_text_scale (strip), value;
  int n = MAX ((int) self->shown->len, 1), most_offset;
  PlxStripGeometry geometry = { .width = width };

  geometry.is_rtl = gtk_widget_get_direction (strip) == GTK_TEXT_DIR_RTL;
  geometry.cell = CLAMP (width / n, (int) (PLX_CELL_LEAST_WIDTH * scale),
                         (int) (PLX_CELL_MOST_WIDTH * scale));
  geometry.total = geometry.cell * n;
  most_offset = MAX (0, geometry.total - width);
  value = gtk_adjustment_get_value (self->sideways);
  /* read from right to left, the first cells are those at the end of the range */
  if (geometry.is_rtl)
    value = most_offset - value;
  geometry.offset = (int) CLAMP (value, 0, most_offset);
  return geometry;
}

void
plx_matrix_columns_scroll_to (PlxMatrixColumns *self, GtkWidget *strip, int column)
{
  PlxStripGeometry geometry
    = plx_matrix_columns_measure (self, strip, gtk_widget_get_width (strip));
  int index = plx_matrix_columns_find (self, column);

  if (index < 0 || geometry.width <= 0)
    return;
  if (geometry.is_rtl)
    index = (int) self->shown->len - 1 - index;
  gtk_adjustment_clamp_page (self->sideways, index * geometry.cell, (index + 1) * geometry.cell);
}

/* -- class -- */

static void
plx_matrix_columns_dispose (GObject *object)
{
  PlxMatrixColumns *self = PLX_MATRIX_COLUMNS (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_object (&self->sideways);
  G_OBJECT_CLASS (plx_matrix_columns_parent_class)->dispose (object);
}

static void
plx_matrix_columns_finalize (GObject *object)
{
  PlxMatrixColumns *self = PLX_MATRIX_COLUMNS (object);

  g_array_unref (self->shown);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_matrix_columns_parent_class)->finalize (object);
}

static void
plx_matrix_columns_class_init (PlxMatrixColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_matrix_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_matrix_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_matrix_columns_init (PlxMatrixColumns *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_cells = LEAST_CELLS;
}
