/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* One cell of the matrix: a button that draws its sign and its words itself.
 * A matrix has thousands of them, so it has no children, and makes its words
 * when it is drawn first. */
#define PLX_TYPE_MATRIX_CELL (plx_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixCell, plx_matrix_cell, PLX, MATRIX_CELL, GtkButton)

GtkWidget *plx_matrix_cell_new          (void);
void       plx_matrix_cell_bind         (PlxMatrixCell      *self,
                                         PlxStoryComparison *comparison,   // outlives the binding
                                         guint               claim,
                                         guint               column);
void       plx_matrix_cell_unbind       (PlxMatrixCell      *self);
void       plx_matrix_cell_set_selected (PlxMatrixCell      *self,
                                         gboolean            selected);
int        plx_matrix_cell_get_column   (PlxMatrixCell      *self);        // -1: not bound

G_END_DECLS
