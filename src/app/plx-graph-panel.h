/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-graph-canvas.h"

G_BEGIN_DECLS

/* The same graph as a list, for keyboard and screen reader: *Entities* and
 * *Relations*, with a search.
 * Signals: "picked" (int what, int index), as the canvas */
#define PLX_TYPE_GRAPH_PANEL (plx_graph_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphPanel, plx_graph_panel, PLX, GRAPH_PANEL, GtkWidget)

GtkWidget *plx_graph_panel_new       (void);
void       plx_graph_panel_set_graph (PlxGraphPanel *self,
                                      PlxGraph      *graph);
void       plx_graph_panel_select    (PlxGraphPanel *self,
                                      PlxGraphPick   what,
                                      int            index);

G_END_DECLS
