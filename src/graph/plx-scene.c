/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-layout-private.h"
#include "graph/plx-scene.h"

#include <math.h>

/* Making a scene: sizes, bends of parallel edges, and what lies where. */

/* Above so many pairs of an edge and a node nobody looks for edges that cross
 * a node: the picture is too dense for a bend to help. */
enum { MAX_CROSSING_CHECKS = 4000000 };

/* From here on every label is assumed to be drawn. */
#define LABELLED_ZOOM 0.45

#define MIN_FIT 0.02
#define MAX_FIT 1.25

#define BEND_STEP 0.22
#define MAX_BEND  0.62

typedef struct {
  guint low, high;    // nodes
  guint edge;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  if (x->high != y->high)
    return x->high < y->high ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

/* Edges between the same two nodes fan out; the bend is seen from the lower
 * node, so it changes sign with the direction. */
static void
fan_out (PlxScene *self)
{
  g_autofree Pair *pairs = g_new (Pair, self->n_edges + 1);

  for (guint i = 0; i < self->n_edges; i++)
    {
      const PlxSceneEdge *edge = &self->edges[i];

      pairs[i] = (Pair) { MIN (edge->from, edge->to), MAX (edge->from, edge->to), i };
    }
  qsort (pairs, self->n_edges, sizeof (Pair), compare_pairs);
  for (guint i = 0; i < self->n_edges;)
    {
      guint n = 1;
      double step;

      while (i + n < self->n_edges && pairs[i + n].low == pairs[i].low
             && pairs[i + n].high == pairs[i].high)
        n++;
      step = n > 1 ? MIN (BEND_STEP, 2 * MAX_BEND / (n - 1)) : 0;
      for (guint k = 0; k < n; k++)
        {
          PlxSceneEdge *edge = &self->edges[pairs[i + k].edge];
          double bend = (k - (n - 1) / 2.0) * step;

          edge->bend = edge->from < edge->to ? bend : -bend;
        }
      i += n;
    }
}

/* A straight edge that runs across a third node bows out to the other side. */
static void
avoid_nodes (PlxScene *self)
{
  if ((guint64) self->n_edges * self->n_nodes > MAX_CROSSING_CHECKS)
    return;
  for (guint e = 0; e < self->n_edges; e++)
    {
      PlxSceneEdge *edge = &self->edges[e];
      const PlxSceneNode *a = &self->nodes[edge->from], *b = &self->nodes[edge->to];
      double dx = b->x - a->x, dy = b->y - a->y, length = hypot (dx, dy);
      double worst = INFINITY;

      if (edge->bend != 0 || length < 1)
        continue;
      for (guint i = 0; i < self->n_nodes; i++)
        {
          const PlxSceneNode *node = &self->nodes[i];
          double along = ((node->x - a->x) * dx + (node->y - a->y) * dy) / length;
          double aside = ((node->x - a->x) * -dy + (node->y - a->y) * dx) / length;

          if (i == edge->from || i == edge->to || along < 0 || along > length
              || fabs (aside) > node->radius + 4 || fabs (aside) > fabs (worst))
            continue;
          worst = aside;
          edge->bend = CLAMP (2.4 * (node->radius + 10) / length, 0.12, 0.4) * (aside > 0 ? -1 : 1);
        }
    }
}

static PlxTone
tone_of (const PlxGraphEdge *edge, const PlxGraphShare *shares, guint i)
{
  if (shares != NULL && shares[i] != PLX_GRAPH_SHARE_NEITHER)
    return shares[i] == PLX_GRAPH_SHARE_A   ? PLX_TONE_ONLY_A
           : shares[i] == PLX_GRAPH_SHARE_B ? PLX_TONE_ONLY_B
                                            : PLX_TONE_BOTH;
  return g_str_equal (edge->kind, "left out") ? PLX_TONE_LEFT_OUT : PLX_TONE_PLAIN;
}

static void
fill_edges (PlxScene *self, const PlxGraphShare *shares)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (self->graph, i);
      PlxSceneEdge *drawn = &self->edges[i];

      drawn->from = edge->from;
      drawn->to = edge->to;
      drawn->width = MIN (1.2 + 0.75 * (sqrt (edge->evidence->len) - 1) * 1.6, 6.5);
      drawn->dashed = !edge->observed;
      drawn->tone = tone_of (edge, shares, i);
      drawn->label = edge->evidence->len > 1
                       ? g_strdup_printf ("%s · %u", edge->kind, edge->evidence->len)
                       : g_strdup (edge->kind);
    }
}

static void
measure (PlxScene *self)
{
  self->left = self->top = INFINITY;
  self->right = self->bottom = -INFINITY;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const PlxSceneNode *node = &self->nodes[i];
      double half = MAX (node->radius, node->label_width / 2);

      self->left = MIN (self->left, node->x - half);
      self->right = MAX (self->right, node->x + half);
      self->top = MIN (self->top, node->y - node->radius);
      self->bottom = MAX (self->bottom, node->y + node->radius + node->label_height + 4);
    }
  if (self->n_nodes == 0)
    self->left = self->top = self->right = self->bottom = 0;
}

/**
 * plx_scene_new:
 * @positions: (array length=n_nodes): in layout units
 * @shares: (nullable) (array length=n_edges): of a difference graph
 */
PlxScene *
plx_scene_new (PlxGraph *graph, const PlxPoint *positions, const PlxGraphShare *shares)
{
  PlxScene *self = g_new0 (PlxScene, 1);

  self->graph = plx_graph_ref (graph);
  self->n_nodes = graph->nodes->len;
  self->n_edges = graph->edges->len;
  self->nodes = g_new0 (PlxSceneNode, self->n_nodes + 1);
  self->edges = g_new0 (PlxSceneEdge, self->n_edges + 1);
  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const PlxGraphNode *node = PLX_GRAPH_NODE (graph, i);

      self->nodes[i] = (PlxSceneNode) {
        .x = positions[i].x * PLX_PX_PER_UNIT,
        .y = positions[i].y * PLX_PX_PER_UNIT,
        .radius = plx_graph_node_radius_px (node),
        .shape = plx_shape_of_kind (node->kind),
        .label = node->label,
      };
      plx_graph_label_size_px (node->label, &self->nodes[i].label_width,
                               &self->nodes[i].label_height);
    }
  fill_edges (self, shares);
  fan_out (self);
  avoid_nodes (self);
  measure (self);
  return self;
}

PlxScene *
plx_scene_copy (const PlxScene *self)
{
  PlxScene *copy = g_new (PlxScene, 1);

  *copy = *self;
  plx_graph_ref (copy->graph);
  copy->nodes = g_memdup2 (self->nodes, sizeof (PlxSceneNode) * (self->n_nodes + 1));
  copy->edges = g_memdup2 (self->edges, sizeof (PlxSceneEdge) * (self->n_edges + 1));
  for (guint i = 0; i < copy->n_edges; i++)
    copy->edges[i].label = g_strdup (self->edges[i].label);
  g_atomic_ref_count_init (&copy->refs);
  return copy;
}

/* Edges keep their bends: they follow, and do not jump while being dragged. */
void
plx_scene_place (PlxScene *self, guint node, double x, double y)
{
  self->nodes[node].x = x;
  self->nodes[node].y = y;
  measure (self);
}

PlxScene *
plx_scene_ref (PlxScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
plx_scene_unref (PlxScene *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_edges; i++)
    g_free (self->edges[i].label);
  g_free (self->edges);
  g_free (self->nodes);
  plx_graph_unref (self->graph);
  g_free (self);
}

typedef struct {
  double left, top, right, bottom;   // pixels, the scene's 0, 0 at 0, 0
} Extent;

/* What the scene covers at @zoom, with the labels, which do not grow with it. */
static Extent
extent_at (const PlxScene *self, double zoom)
{
  Extent extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const PlxSceneNode *node = &self->nodes[i];
      double radius = plx_scene_node_radius (self, i, zoom) * zoom,
             half = MAX (radius, node->label_width / 2);

      extent.left = MIN (extent.left, node->x * zoom - half);
      extent.right = MAX (extent.right, node->x * zoom + half);
      extent.top = MIN (extent.top, node->y * zoom - radius);
      extent.bottom = MAX (extent.bottom, node->y * zoom + radius + 4 + node->label_height);
    }
  return extent;
}

/* The view that shows everything, no closer than at MAX_FIT. */
PlxSceneView
plx_scene_fit (const PlxScene *self, double width, double height, double margin)
{
  double low = MIN_FIT, high = MAX_FIT;
  PlxSceneView view = { .width = width, .height = height, .zoom = 1 };
  Extent extent;

  if (self->n_nodes == 0)
    return view;
  for (guint i = 0; i < 24; i++)
    {
      view.zoom = i == 0 ? high : (low + high) / 2;
      extent = extent_at (self, view.zoom);
      if (extent.right - extent.left <= width - 2 * margin
          && extent.bottom - extent.top <= height - 2 * margin)
        low = view.zoom;
      else
        high = view.zoom;
    }
  view.zoom = low;
  extent = extent_at (self, low);
  view.x = ((extent.left + extent.right) / 2 - width / 2) / low;
  view.y = ((extent.top + extent.bottom) / 2 - height / 2) / low;
  return view;
}

PlxPoint
plx_scene_node_place (const PlxScene *self, guint node)
{
  const PlxSceneNode *n = &self->nodes[node];

  return (PlxPoint) { n->x / PLX_PX_PER_UNIT, n->y / PLX_PX_PER_UNIT };
}

/* In scene units: far out, shapes stay large enough to be seen; close up, they
 * stop growing and give the room to the edges. */
double
plx_scene_node_radius (const PlxScene *self, guint node, double zoom)
{
  return self->nodes[node].radius * CLAMP (zoom, 0.22, 1.5) / zoom;
}

/* How far from the centre of a node an edge that leaves towards @ux, @uy ends:
 * at the shape, or below the label if it would run through that. In pixels. */
static double
rim_of (const PlxScene *self, guint node, double zoom, double ux, double uy)
{
  const PlxSceneNode *n = &self->nodes[node];
  double radius = plx_scene_node_radius (self, node, zoom) * zoom;
  double half = n->label_width / 2 + 3, below = radius + 3 + n->label_height;
  double out;

  if (zoom < LABELLED_ZOOM || uy <= 0.05)
    return radius;
  out = MIN (below / uy, half / MAX (fabs (ux), 1e-6));
  return out * uy > radius + 4 ? MAX (out, radius) : radius;
}

/* Ends at the rims, bows sideways. In pixels of the view. */
PlxCurve
plx_scene_edge_curve (const PlxScene *self, const PlxSceneView *view, guint edge)
{
  const PlxSceneEdge *e = &self->edges[edge];
  const PlxSceneNode *a = &self->nodes[e->from], *b = &self->nodes[e->to];
  double ax = (a->x - view->x) * view->zoom, ay = (a->y - view->y) * view->zoom;
  double bx = (b->x - view->x) * view->zoom, by = (b->y - view->y) * view->zoom;
  double cx = (ax + bx) / 2 - (by - ay) * e->bend, cy = (ay + by) / 2 + (bx - ax) * e->bend;
  double from_a = MAX (hypot (cx - ax, cy - ay), 1e-6), to_b = MAX (hypot (bx - cx, by - cy), 1e-6);
  double rim_a = rim_of (self, e->from, view->zoom, (cx - ax) / from_a, (cy - ay) / from_a) + 1;
  double rim_b = rim_of (self, e->to, view->zoom, (cx - bx) / to_b, (cy - by) / to_b) + 3;
  PlxCurve curve;
  double left, right, top, bottom;

  rim_a = MIN (rim_a, 0.8 * from_a);
  rim_b = MIN (rim_b, 0.8 * to_b);
  curve = (PlxCurve) {
    .x = { ax + (cx - ax) / from_a * rim_a, cx, bx - (bx - cx) / to_b * rim_b },
    .y = { ay + (cy - ay) / from_a * rim_a, cy, by - (by - cy) / to_b * rim_b },
  };
  left = MIN (MIN (ax, bx), cx);
  right = MAX (MAX (ax, bx), cx);
  top = MIN (MIN (ay, by), cy);
  bottom = MAX (MAX (ay, by), cy);
  curve.visible = right > -10 && left < view->width + 10 && bottom > -10 && top < view->height + 10;
  return curve;
}

PlxPoint
plx_curve_at (const PlxCurve *curve, double t_01)
{
  double s = 1 - t_01;

  return (PlxPoint) {
    s * s * curve->x[0] + 2 * s * t_01 * curve->x[1] + t_01 * t_01 * curve->x[2],
    s * s * curve->y[0] + 2 * s * t_01 * curve->y[1] + t_01 * t_01 * curve->y[2],
  };
}

int
plx_scene_node_at (const PlxScene *self, double zoom, double x, double y, double tolerance)
{
  double best = INFINITY;
  int found = -1;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      double distance = hypot (self->nodes[i].x - x, self->nodes[i].y - y);

      if (distance <= plx_scene_node_radius (self, i, zoom) + tolerance && distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}

static double
segment_distance (PlxPoint a, PlxPoint b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (a.x + t * dx - x, a.y + t * dy - y);
}

static double
curve_distance (const PlxCurve *curve, double x, double y)
{
  PlxPoint before = plx_curve_at (curve, 0);
  double best = INFINITY;

  for (guint i = 1; i <= 12; i++)
    {
      PlxPoint here = plx_curve_at (curve, i / 12.0);

      best = MIN (best, segment_distance (before, here, x, y));
      before = here;
    }
  return best;
}

int
plx_scene_edge_at (const PlxScene *self, double zoom, double x, double y, double tolerance)
{
  const PlxSceneView view = { .x = 0, .y = 0, .zoom = zoom };
  double px = x * zoom, py = y * zoom, best = tolerance * zoom;
  int found = -1;

  for (guint i = 0; i < self->n_edges; i++)
    {
      PlxCurve curve = plx_scene_edge_curve (self, &view, i);
      double reach = best + self->edges[i].width;
      double distance;

      if (px < MIN (MIN (curve.x[0], curve.x[1]), curve.x[2]) - reach
          || px > MAX (MAX (curve.x[0], curve.x[1]), curve.x[2]) + reach
          || py < MIN (MIN (curve.y[0], curve.y[1]), curve.y[2]) - reach
          || py > MAX (MAX (curve.y[0], curve.y[1]), curve.y[2]) + reach)
        continue;
      distance = curve_distance (&curve, px, py) - self->edges[i].width / 2;
      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}
