/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-graph-canvas.h"

G_BEGIN_DECLS

/* A graph as a list: its nodes, those of most weight first, or its edges, those
 * with most sentences first. Rows are made when asked for. */

#define PLX_TYPE_GRAPH_ROW (plx_graph_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphRow, plx_graph_row, PLX, GRAPH_ROW, GObject)

const PlxGraphNode *plx_graph_row_get_node  (PlxGraphRow *self);   // of a list of nodes
const PlxGraphEdge *plx_graph_row_get_edge  (PlxGraphRow *self);   // of a list of edges
const PlxGraph     *plx_graph_row_get_graph (PlxGraphRow *self);
guint               plx_graph_row_get_index (PlxGraphRow *self);
char               *plx_graph_row_dup_description (PlxGraphRow *self) G_GNUC_WARN_UNUSED_RESULT;

#define PLX_TYPE_GRAPH_ROWS (plx_graph_rows_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphRows, plx_graph_rows, PLX, GRAPH_ROWS, GObject)

PlxGraphRows *plx_graph_rows_new        (PlxGraphPick  what) G_GNUC_WARN_UNUSED_RESULT;
void          plx_graph_rows_set_graph  (PlxGraphRows *self,
                                         PlxGraph     *graph);    // NULL: empty
void          plx_graph_rows_set_filter (PlxGraphRows *self,
                                         const char   *text);     // NULL or "": all
guint         plx_graph_rows_find       (PlxGraphRows *self,
                                         int           index);    // position; invalid: not shown

G_END_DECLS
