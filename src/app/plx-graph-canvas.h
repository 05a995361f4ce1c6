/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "graph/plx-scene.h"

G_BEGIN_DECLS

/* The picture of a graph: pan, zoom, drag, select; by mouse, keyboard and
 * accessible actions. It knows scenes and nothing of projects.
 *
 * Actions: graph.next, graph.previous, graph.next-relation,
 *          graph.previous-relation, graph.zoom-in, graph.zoom-out, graph.fit
 * Signals: "picked" (int what, int index): the person selected something
 *          "placed" (uint node): the person dragged a node to where it now is */

typedef enum {
  PLX_PICK_NOTHING,
  PLX_PICK_NODE,
  PLX_PICK_EDGE,
} PlxGraphPick;

#define PLX_TYPE_GRAPH_CANVAS (plx_graph_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphCanvas, plx_graph_canvas, PLX, GRAPH_CANVAS, GtkWidget)

GtkWidget *plx_graph_canvas_new       (void);
void       plx_graph_canvas_set_scene (PlxGraphCanvas *self,
                                       PlxScene       *scene);   // NULL: nothing
PlxScene  *plx_graph_canvas_get_scene (PlxGraphCanvas *self);    // borrowed
void       plx_graph_canvas_select    (PlxGraphCanvas *self,
                                       PlxGraphPick    what,
                                       int             index);   // shows, scrolls to; says nothing
void       plx_graph_canvas_fit       (PlxGraphCanvas *self);
void       plx_graph_canvas_pan       (PlxGraphCanvas *self,
                                       double          dx,
                                       double          dy);      // pixels
void       plx_graph_canvas_zoom      (PlxGraphCanvas *self,
                                       double          factor,
                                       double          x,
                                       double          y);       // stays under x, y
gboolean   plx_graph_canvas_is_settled (PlxGraphCanvas *self);   // the picture shows the view

G_END_DECLS
