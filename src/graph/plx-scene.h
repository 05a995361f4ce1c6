/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "graph/plx-layout.h"

G_BEGIN_DECLS

/* What to draw of a graph: shapes, curves and labels, with cairo and Pango
 * alone, so that the screen, PDF, SVG and PNG show the same picture. A scene
 * is immutable; a worker may draw it while the main thread asks it what lies
 * under the pointer.
 *
 * Scene units are pixels at zoom 1. Places grow with the zoom, shapes only
 * within bounds, labels not at all. */

typedef enum {
  PLX_SHAPE_CIRCLE,    // person
  PLX_SHAPE_SQUARE,    // organisation, party, government: with an inner frame
  PLX_SHAPE_HEXAGON,   // state
  PLX_SHAPE_DIAMOND,   // place, facility
  PLX_SHAPE_SHEET,     // media source: a sheet with a cut corner
  PLX_SHAPE_STAR,      // event, commemoration
  PLX_SHAPE_TRIANGLE,  // everything else
  PLX_N_SHAPES,
} PlxShape;

typedef enum {
  PLX_TONE_PLAIN,
  PLX_TONE_LEFT_OUT,
  PLX_TONE_ONLY_A,     // difference: solid
  PLX_TONE_ONLY_B,     // hollow
  PLX_TONE_BOTH,       // grey
} PlxTone;

typedef struct {
  double red, green, blue;
} PlxColour;

typedef struct {
  PlxColour background, text, muted, edge, left_out, selection;
  PlxColour line[PLX_N_SHAPES], fill[PLX_N_SHAPES];
} PlxPalette;

typedef struct {
  double x, y;         // centre
  double radius;
  PlxShape shape;
  const char *label;   // the graph's
  double label_width, label_height;  // about, in pixels at any zoom
} PlxSceneNode;

typedef struct {
  guint from, to;
  double bend;         // sideways bow, in lengths of the edge
  double width;
  gboolean dashed;     // said to, not stated by an article itself
  PlxTone tone;
  char *label;         // "met", "reported · 7"
} PlxSceneEdge;

typedef struct {
  PlxGraph *graph;
  PlxSceneNode *nodes; // (graph->nodes->len)
  PlxSceneEdge *edges; // (graph->edges->len)
  guint n_nodes, n_edges;
  double left, top, right, bottom;   // around shapes and labels
  gatomicrefcount refs;
} PlxScene;

/* The part that is seen: @x, @y is the scene point in the upper left corner. */
typedef struct {
  double x, y, zoom;
  double width, height;   // pixels
} PlxSceneView;

typedef struct {
  const PlxPalette *palette;
  const char *font;       // "Sans 11": of node labels
  gboolean node_labels;   // else the caller draws them
  int hidden;             // node that is left out, with its edges; -1: none
  int unlabelled;         // edge whose label the caller draws; -1: none
} PlxSceneStyle;

PlxScene    *plx_scene_new        (PlxGraph            *graph,
                                   const PlxPoint      *positions,
                                   const PlxGraphShare *shares) G_GNUC_WARN_UNUSED_RESULT;
PlxScene    *plx_scene_ref        (PlxScene            *self);
void         plx_scene_unref      (PlxScene            *self);
/* For dragging: a copy of one's own may be changed until it is shared. */
PlxScene    *plx_scene_copy       (const PlxScene      *self) G_GNUC_WARN_UNUSED_RESULT;
void         plx_scene_place      (PlxScene            *self,
                                   guint                node,
                                   double               x,
                                   double               y);
PlxSceneView plx_scene_fit        (const PlxScene      *self,
                                   double               width,
                                   double               height,
                                   double               margin);

/* What lies under a point of the scene, within @tolerance scene units; -1 */
int          plx_scene_node_at    (const PlxScene      *self,
                                   double               zoom,
                                   double               x,
                                   double               y,
                                   double               tolerance);
int          plx_scene_edge_at    (const PlxScene      *self,
                                   double               zoom,
                                   double               x,
                                   double               y,
                                   double               tolerance);
PlxPoint     plx_scene_node_place (const PlxScene      *self,
                                   guint                node);   // in layout units
double       plx_scene_node_radius (const PlxScene     *self,
                                   guint                node,
                                   double               zoom);

/* plx-scene-draw.c */
void         plx_scene_draw       (const PlxScene      *self,
                                   cairo_t             *cr,
                                   const PlxSceneView  *view,
                                   const PlxSceneStyle *style);
void         plx_scene_draw_edge  (const PlxScene      *self,
                                   cairo_t             *cr,
                                   const PlxSceneView  *view,
                                   const PlxPalette    *palette,
                                   guint                edge,
                                   gboolean             selected);
/* In the middle of a selected edge. */
void         plx_scene_draw_edge_label (const PlxScene      *self,
                                        cairo_t             *cr,
                                        const PlxSceneView  *view,
                                        const PlxSceneStyle *style,
                                        guint                edge);
void         plx_scene_draw_node  (const PlxScene      *self,
                                   cairo_t             *cr,
                                   const PlxSceneView  *view,
                                   const PlxPalette    *palette,
                                   guint                node,
                                   gboolean             selected);
void         plx_scene_draw_shape (cairo_t             *cr,
                                   PlxShape             shape,
                                   double               x,
                                   double               y,
                                   double               radius,
                                   const PlxPalette    *palette);

/* plx-scene-label.c: text with a halo, centred under x, top at y. The size of
 * the drawn box comes back through width and height (nullable). */
void         plx_scene_draw_label (cairo_t             *cr,
                                   const char          *text,
                                   const char          *font,
                                   double               x,
                                   double               y,
                                   const PlxColour     *colour,
                                   const PlxColour     *halo);
void         plx_scene_measure_label (cairo_t          *cr,
                                   const char          *text,
                                   const char          *font,
                                   int                 *width,
                                   int                 *height);

/* plx-palette.c */
const PlxPalette *plx_palette_get      (gboolean       dark);
PlxShape          plx_shape_of_kind    (PlxEntityKind  kind);

/* Where an edge runs in a view: a quadratic curve from rim to rim. */
typedef struct {
  double x[3], y[3];
  gboolean visible;
} PlxCurve;

PlxCurve     plx_scene_edge_curve (const PlxScene      *self,
                                   const PlxSceneView  *view,
                                   guint                edge);
PlxPoint     plx_curve_at         (const PlxCurve      *curve,
                                   double               t_01);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxScene, plx_scene_unref)

G_END_DECLS
