/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* Which columns of a comparison a matrix shows, how wide they are and how far
 * they are scrolled: shared by its header and all its rows, so that they agree.
 *
 * Signals: "changed": other columns are shown, or rows need more cells */
#define PLX_TYPE_MATRIX_COLUMNS (plx_matrix_columns_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixColumns, plx_matrix_columns, PLX, MATRIX_COLUMNS, GObject)

enum {
  PLX_CELL_LEAST_WIDTH = 118,
  PLX_CELL_MOST_WIDTH = 172,
};

/* Cells lie one after the other from @offset on, the distance scrolled from
 * where reading begins. */
typedef struct {
  int cell, total, offset;
  int width;            // of the strip
  gboolean is_rtl;
} PlxStripGeometry;

PlxMatrixColumns   *plx_matrix_columns_new            (PlxStoryComparison *comparison,
                                                       GtkAdjustment      *sideways) G_GNUC_WARN_UNUSED_RESULT;
PlxStoryComparison *plx_matrix_columns_get_comparison (PlxMatrixColumns   *self);  // borrowed
GtkAdjustment      *plx_matrix_columns_get_sideways   (PlxMatrixColumns   *self);  // borrowed
/* sources that no article of the story is by */
void                plx_matrix_columns_show_heard     (PlxMatrixColumns   *self,
                                                       gboolean            show);
guint               plx_matrix_columns_count          (PlxMatrixColumns   *self);  // those shown
guint               plx_matrix_columns_get            (PlxMatrixColumns   *self,
                                                       guint               index);
int                 plx_matrix_columns_find           (PlxMatrixColumns   *self,
                                                       int                 column);  // -1: not shown
/* How many cells a row keeps. */
guint               plx_matrix_columns_get_n_cells    (PlxMatrixColumns   *self);
void                plx_matrix_columns_need_cells     (PlxMatrixColumns   *self,
                                                       guint               n_cells);
PlxStripGeometry    plx_matrix_columns_measure        (PlxMatrixColumns   *self,
                                                       GtkWidget          *strip,
                                                       int                 width);
void                plx_matrix_columns_scroll_to      (PlxMatrixColumns   *self,
                                                       GtkWidget          *strip,
                                                       int                 column);

/* The left edge of the @index-th cell. */
static inline int
plx_strip_geometry_get_x (const PlxStripGeometry *self, guint index)
{
  int from_start = (int) index * self->cell - self->offset;

  return self->is_rtl ? self->width - from_start - self->cell : from_start;
}

/* How much larger than usual text is: widths in pixels grow with it. */
double              plx_matrix_get_text_scale         (GtkWidget          *widget);
/* Of one row that says little: two lines of text. */
int                 plx_matrix_get_row_height         (GtkWidget          *widget);

G_END_DECLS
