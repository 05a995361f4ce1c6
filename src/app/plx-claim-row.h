/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-matrix-columns.h"

G_BEGIN_DECLS

/* One row of the matrix: number, claim, origins, confidence, and a button per
 * source. Rows are recycled: what is selected lives in the matrix.
 *
 * Signals: "cell-clicked" (guint claim, guint column) */
#define PLX_TYPE_CLAIM_ROW (plx_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimRow, plx_claim_row, PLX, CLAIM_ROW, GtkWidget)

GtkWidget  *plx_claim_row_new          (PlxMatrixColumns   *columns);
void        plx_claim_row_bind         (PlxClaimRow        *self,
                                        guint               position,
                                        guint               claim,
                                        guint               number);
void        plx_claim_row_unbind       (PlxClaimRow        *self);
/* -1: none */
void        plx_claim_row_set_selected (PlxClaimRow        *self,
                                        int                 claim,
                                        int                 column);
int         plx_claim_row_get_position (PlxClaimRow        *self);  // -1: not bound
int         plx_claim_row_get_claim    (PlxClaimRow        *self);
/* NULL: out of sight */
GtkWidget  *plx_claim_row_get_cell     (PlxClaimRow        *self,
                                        guint               column);
/* -1: @widget is none of the cells */
int         plx_claim_row_find_column  (PlxClaimRow        *self,
                                        GtkWidget          *widget);

G_END_DECLS
