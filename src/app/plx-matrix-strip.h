/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-matrix-columns.h"

G_BEGIN_DECLS

/* The part of the matrix that scrolls sideways, behind what stands before it:
 * in the header one heading per column, which keeps the range of the shared
 * adjustment true; in a row only as many cells as can be in sight, which take
 * on other columns as they come. */
#define PLX_TYPE_MATRIX_STRIP (plx_matrix_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixStrip, plx_matrix_strip, PLX, MATRIX_STRIP, GtkWidget)

/* of the header: @headings one per column of the comparison, shown or not */
GtkWidget *plx_matrix_strip_new_header  (PlxMatrixColumns *columns,
                                         GPtrArray        *headings);   // GtkWidget
/* Signals: "clicked" (guint column) */
GtkWidget *plx_matrix_strip_new_cells   (PlxMatrixColumns *columns);
void       plx_matrix_strip_bind        (PlxMatrixStrip   *self,
                                         int               claim);      // -1: none
void       plx_matrix_strip_set_selected (PlxMatrixStrip  *self,
                                          int              column);     // -1: none
/* NULL: out of sight */
GtkWidget *plx_matrix_strip_get_cell    (PlxMatrixStrip   *self,
                                         guint             column);
/* -1: @widget is none of the cells */
int        plx_matrix_strip_find_column (PlxMatrixStrip   *self,
                                         GtkWidget        *widget);
void       plx_matrix_strip_redraw      (PlxMatrixStrip   *self);

G_END_DECLS
