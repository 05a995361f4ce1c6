/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in a row that wraps, each at its natural width: what GtkFlowBox
 * does with a grid and focusable cells, without either. */
#define PLX_TYPE_FLOW_LAYOUT (plx_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlxFlowLayout, plx_flow_layout, PLX, FLOW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plx_flow_layout_new (int gap_px,
                                       int row_gap_px) G_GNUC_WARN_UNUSED_RESULT;
/* @child is left out where it would begin a second row: rank 1 goes first, 0
 * stays. What it does must be found elsewhere too. */
void              plx_flow_layout_set_rank (GtkWidget *child,
                                            guint      rank);

G_END_DECLS
