/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-graph-canvas.h"
#include "app/plx-graph-labels.h"
#include "app/plx-graph-raster.h"

G_BEGIN_DECLS

/* Shared by plx-graph-canvas.c (state, drawing) and plx-graph-input.c. */

struct _PlxGraphCanvas {
  GtkWidget parent_instance;

  PlxScene *scene;         // NULL: nothing
  PlxGraphRaster *raster;
  PlxGraphLabels *labels;
  guint tick;              // labels remain to be rendered
  guint *order;            // nodes as next and previous walk them
  GdkTexture *texture;     // of the picture; with OpenGL only
  cairo_surface_t *texture_of; // identity only
  PlxSceneView view;       // what is seen; width and height are the widget's
  gboolean fitted;         // the view follows the size until somebody moves it

  PlxGraphPick what;       // selected
  int index;
  int current;             // node where next and previous go on from

  /* while dragging */
  PlxScene *dragged;       // own copy of the scene with the node where it is now
  int press_node;          // under the pointer when it began; -1: the drag moves the view
  int drag_node;           // that is being dragged, -1: none
  gboolean drag_moved;
  double drag_x, drag_y;   // where it began
  PlxSceneView drag_view;
  double pointer_x, pointer_y;

  /* what the picture that was asked for last shows */
  PlxSceneView asked;
  const PlxScene *asked_scene;  // identity only
  const PlxPalette *asked_palette;
  int asked_hidden, asked_unlabelled;
};

void plx_graph_canvas_install_input (GtkWidgetClass *widget_class);
void plx_graph_canvas_add_input     (PlxGraphCanvas *self);
void plx_graph_canvas_moved         (PlxGraphCanvas *self);
void plx_graph_canvas_pick          (PlxGraphCanvas *self,
                                     PlxGraphPick    what,
                                     int             index);
void plx_graph_canvas_reveal         (PlxGraphCanvas *self);
void plx_graph_canvas_begin_drag    (PlxGraphCanvas *self,
                                     guint           node);
void plx_graph_canvas_end_drag      (PlxGraphCanvas *self);

G_END_DECLS
