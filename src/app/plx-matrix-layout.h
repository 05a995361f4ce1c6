/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-matrix-columns.h"

G_BEGIN_DECLS

/* Places the children of a row of the matrix: number, claim, origins,
 * confidence, then the strip of cells. Widths depend on the row's own width and
 * on the number of cells alone, so that header and rows agree without knowing
 * each other. */
#define PLX_TYPE_MATRIX_LAYOUT (plx_matrix_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixLayout, plx_matrix_layout, PLX, MATRIX_LAYOUT, GtkLayoutManager)

enum {
  PLX_MATRIX_NUMBER,
  PLX_MATRIX_CLAIM,
  PLX_MATRIX_ORIGINS,
  PLX_MATRIX_CONFIDENCE,
  PLX_MATRIX_STRIP_OF_CELLS,
};

GtkLayoutManager *plx_matrix_layout_new (PlxMatrixColumns *columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
