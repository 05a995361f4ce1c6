/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of one row of the matrix, or of its header: as wide as there is
 * room, and from a least width on scrolling sideways behind what stands before
 * them. All strips of a matrix share one adjustment; the header's keeps it true. */
#define PLX_TYPE_MATRIX_STRIP (plx_matrix_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixStrip, plx_matrix_strip, PLX, MATRIX_STRIP, GtkWidget)

enum {
  PLX_CELL_LEAST_WIDTH = 118,
  PLX_CELL_MOST_WIDTH = 172,
};

/* @leads: sets the range of @sideways when it is laid out */
GtkWidget *plx_matrix_strip_new            (GtkAdjustment  *sideways,
                                            gboolean        leads);
void       plx_matrix_strip_add            (PlxMatrixStrip *self,
                                            GtkWidget      *cell);
void       plx_matrix_strip_clear          (PlxMatrixStrip *self);
guint      plx_matrix_strip_count          (PlxMatrixStrip *self);   // those that are visible
void       plx_matrix_strip_scroll_to      (PlxMatrixStrip *self,
                                            GtkWidget      *cell);
/* How much larger than usual text is: widths in pixels grow with it. */
double     plx_matrix_get_text_scale       (GtkWidget      *widget);

G_END_DECLS
