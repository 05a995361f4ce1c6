/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-matrix-columns.h"

G_BEGIN_DECLS

/* The header of the matrix: what the columns are, and of each source its name,
 * its kind and its date.
 *
 * Signals: "source-chosen" (const char *name) */
#define PLX_TYPE_MATRIX_HEADER (plx_matrix_header_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixHeader, plx_matrix_header, PLX, MATRIX_HEADER, GtkWidget)

GtkWidget *plx_matrix_header_new         (void);
/* @details: (nullable): one per column, "state media · 14 May", may hold NULL;
 * @columns: NULL: empty */
void       plx_matrix_header_set_columns (PlxMatrixHeader  *self,
                                          PlxMatrixColumns *columns,
                                          GPtrArray        *details);
void       plx_matrix_header_scroll_to   (PlxMatrixHeader  *self,
                                          int               column);

G_END_DECLS
