/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-layout-private.h"

#include <math.h>

/* Boxes: a node with its label below it takes up a rectangle. Rectangles that
 * overlap are pushed apart along the shorter way until none does or the rounds
 * are used up; parts are packed into rows like words into lines. */

#define GLYPH_PX   7.2    // of a label, mean width
#define LINE_PX    18.0
#define MARGIN_PX  7.0
#define ROUNDS     80
#define CROWDED    3.0    // boxes take at most a third of the area
#define CROWD_FROM 30

typedef struct {
  guint node;
  double half_width, up, down;   // units, around the centre
} Box;

/* The area grows with the mentions, as the eye compares areas. */
double
plx_graph_node_radius_px (const PlxGraphNode *node)
{
  return MIN (11.0 + 3.6 * sqrt (MAX (node->n_mentions, 1)), 38.0);
}

static guint
label_columns (const char *label)
{
  guint n = 0;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p))        ? 2
         : g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0
                                                       : 1;
  return n;
}

/* An estimate: whoever lays out has no fonts, and need not. */
void
plx_graph_label_size_px (const char *label, double *width, double *height)
{
  guint columns = label_columns (label);

  *width = MIN (columns, PLX_LABEL_CHARS) * GLYPH_PX;
  *height = (columns > PLX_LABEL_CHARS ? 2 : 1) * LINE_PX;
}

static Box
box_of (const PlxGraph *graph, guint node)
{
  const PlxGraphNode *n = PLX_GRAPH_NODE (graph, node);
  double radius = plx_graph_node_radius_px (n);
  double width, height;

  plx_graph_label_size_px (n->label, &width, &height);
  return (Box) {
    .node = node,
    .half_width = (MAX (width / 2, radius) + MARGIN_PX) / PLX_PX_PER_UNIT,
    .up = (radius + MARGIN_PX) / PLX_PX_PER_UNIT,
    .down = (radius + 4 + height + MARGIN_PX) / PLX_PX_PER_UNIT,
  };
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlxPoint *positions = data;
  const Box *x = a, *y = b;
  double left_x = positions[x->node].x - x->half_width,
         left_y = positions[y->node].x - y->half_width;

  if (left_x != left_y)
    return left_x < left_y ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

/* Shares of a push: old nodes yield only to each other, and then not at all,
 * for they lay apart before. */
static void
push_apart (const Box *a, const Box *b, const gboolean *old, double overlap_x, double overlap_y,
            PlxPoint *positions)
{
  double share_a = 0.5, share_b = 0.5;
  PlxPoint *p = &positions[a->node], *q = &positions[b->node];

  if (old != NULL)
    {
      share_a = old[a->node] ? 0 : old[b->node] ? 1 : 0.5;
      share_b = old[b->node] ? 0 : old[a->node] ? 1 : 0.5;
    }
  if (overlap_x < overlap_y)
    {
      double sign = p->x <= q->x ? 1 : -1;

      p->x -= sign * overlap_x * share_a;
      q->x += sign * overlap_x * share_b;
    }
  else
    {
      double sign = p->y <= q->y ? 1 : -1;

      p->y -= sign * overlap_y * share_a;
      q->y += sign * overlap_y * share_b;
    }
}

static gboolean
separate_round (GArray *boxes, const gboolean *old, PlxPoint *positions)
{
  gboolean moved = FALSE;

  g_array_sort_with_data (boxes, compare_left, positions);
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const Box *a = &g_array_index (boxes, Box, i), *b = &g_array_index (boxes, Box, j);
        const PlxPoint p = positions[a->node], q = positions[b->node];
        double x, y;

        /* Sorted by left edge as the round began: pushes move little, and
         * what is missed now is met in the next round. */
        if (q.x - b->half_width > p.x + a->half_width + 0.5)
          break;
        x = a->half_width + b->half_width - fabs (p.x - q.x);
        y = p.y <= q.y ? p.y + a->down - (q.y - b->up) : q.y + b->down - (p.y - a->up);
        if (x <= 1e-6 || y <= 1e-6 || (old != NULL && old[a->node] && old[b->node]))
          continue;
        push_apart (a, b, old, x, y, positions);
        moved = TRUE;
      }
  return moved;
}

/* A crowd is spread before anybody is pushed: pushing alone would drive dense
 * parts into columns. */
static void
spread (GArray *boxes, PlxPoint *positions)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, needed = 0, factor;

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);
      PlxPoint p = positions[box->node];

      left = MIN (left, p.x);
      right = MAX (right, p.x);
      top = MIN (top, p.y);
      bottom = MAX (bottom, p.y);
      needed += 2 * box->half_width * (box->up + box->down);
    }
  factor = sqrt (CROWDED * needed / MAX ((right - left) * (bottom - top), 1e-3));
  if (boxes->len < CROWD_FROM || factor <= 1)
    return;
  factor = MIN (factor, 4);
  for (guint i = 0; i < boxes->len; i++)
    {
      PlxPoint *p = &positions[g_array_index (boxes, Box, i).node];

      p->x *= factor;
      p->y *= factor;
    }
}

void
plx_layout_separate (const PlxGraph *graph, const GArray *members, const gboolean *old,
                     PlxPoint *positions)
{
  guint n = members != NULL ? members->len : graph->nodes->len;
  g_autoptr (GArray) boxes = g_array_sized_new (FALSE, FALSE, sizeof (Box), n);

  for (guint i = 0; i < n; i++)
    {
      Box box = box_of (graph, members != NULL ? g_array_index (members, guint, i) : i);
      g_array_append_val (boxes, box);
    }
  if (old == NULL)
    spread (boxes, positions);
  for (guint round = 0; round < ROUNDS; round++)
    if (!separate_round (boxes, old, positions))
      break;
}

typedef struct {
  double left, top, right, bottom;
} Bounds;

static Bounds
bounds_of (const PlxGraph *graph, const GArray *part, const PlxPoint *positions)
{
  Bounds bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < part->len; i++)
    {
      Box box = box_of (graph, g_array_index (part, guint, i));
      PlxPoint p = positions[box.node];

      bounds.left = MIN (bounds.left, p.x - box.half_width);
      bounds.right = MAX (bounds.right, p.x + box.half_width);
      bounds.top = MIN (bounds.top, p.y - box.up);
      bounds.bottom = MAX (bounds.bottom, p.y + box.down);
    }
  return bounds;
}

static void
move_part (const GArray *part, double dx, double dy, PlxPoint *positions)
{
  for (guint i = 0; i < part->len; i++)
    {
      PlxPoint *p = &positions[g_array_index (part, guint, i)];

      p->x += dx;
      p->y += dy;
    }
}

/* Rows of parts, as they come (largest first), the whole centred on 0, 0. */
void
plx_layout_pack (const PlxGraph *graph, GPtrArray *parts, PlxPoint *positions)
{
  const double gap = 0.25;
  g_autofree Bounds *bounds = g_new (Bounds, parts->len + 1);
  double area = 0, width = 0, x = 0, y = 0, row = 0, right = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      bounds[i] = bounds_of (graph, g_ptr_array_index (parts, i), positions);
      area += (bounds[i].right - bounds[i].left + gap) * (bounds[i].bottom - bounds[i].top + gap);
      width = MAX (width, bounds[i].right - bounds[i].left);
    }
  width = MAX (width, sqrt (area * 1.6));
  for (guint i = 0; i < parts->len; i++)
    {
      double w = bounds[i].right - bounds[i].left, h = bounds[i].bottom - bounds[i].top;

      if (x > 0 && x + w > width + 1e-9)
        {
          x = 0;
          y += row + gap;
          row = 0;
        }
      move_part (g_ptr_array_index (parts, i), x - bounds[i].left, y - bounds[i].top, positions);
      right = MAX (right, x + w);
      row = MAX (row, h);
      x += w + gap;
    }
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      positions[i].x -= right / 2;
      positions[i].y -= (y + row) / 2;
    }
}
