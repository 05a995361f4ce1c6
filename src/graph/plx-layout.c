/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-layout.h"
#include "graph/plx-layout-private.h"

#include <igraph.h>
#include <math.h>
#include <string.h>

/* Two ways to a picture. A graph seen for the first time is laid out part by
 * part (parts: connected components), each by igraph, and the parts are packed.
 * A graph that has grown keeps its places: newcomers start beside their
 * neighbours and are moved by igraph while the others are held in small boxes.
 * In both, what would cover another's label is pushed aside at the end.
 *
 * igraph as Debian builds it keeps its random numbers and its interruption
 * handler in globals: one lock guards every call into it. */

static GMutex igraph_lock;
static GCancellable *igraph_cancellable;

enum { SMALL = 150, GRID_FROM = 1500 };  // nodes of one part
#define HELD_BOX 0.25                     // how far an old node may move
#define FOR_PARALLEL 0.22                 // length that each further edge of a pair adds
#define MAX_LENGTH 2.2
#define SHORTEST 0.85                     // of the wanted length that a tie is stretched to
#define ASPECT 1.2                        // of the room between the side panels
#define GOLDEN_ANGLE 2.39996322972865332

static igraph_error_t
interruption_cb (void *data)
{
  if (!g_cancellable_is_cancelled (igraph_cancellable))
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

static void
igraph_enter (GCancellable *cancellable)
{
  g_mutex_lock (&igraph_lock);
  igraph_cancellable = cancellable;
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_interruption_handler (interruption_cb);
  igraph_rng_seed (igraph_rng_default (), 1);
}

static void
igraph_leave (void)
{
  igraph_set_interruption_handler (NULL);
  igraph_cancellable = NULL;
  g_mutex_unlock (&igraph_lock);
}

static gint64
pack_pair (guint a, guint b)
{
  return ((gint64) MIN (a, b) << 32) | MAX (a, b);
}

/* Ties between the nodes of a part, each pair once. */
typedef struct {
  igraph_vector_int_t ends;   // two a tie, numbered within the part
  igraph_vector_t lengths;    // wanted, in units; more where many edges run side by side
} Ties;

/* One tie more, or room for one more edge in it. */
static void
add_tie (Ties *ties, GHashTable *seen, const PlxGraph *graph, const PlxGraphEdge *edge,
         const gint *local)
{
  gint64 pair = pack_pair (edge->from, edge->to);
  gpointer index = NULL;
  double radii;

  if (g_hash_table_lookup_extended (seen, &pair, NULL, &index))
    {
      double *length = &VECTOR (ties->lengths)[GPOINTER_TO_INT (index)];

      *length = MIN (*length + FOR_PARALLEL, MAX_LENGTH);
      return;
    }
  g_hash_table_insert (seen, g_memdup2 (&pair, sizeof pair),
                       GINT_TO_POINTER ((gint) igraph_vector_size (&ties->lengths)));
  radii = plx_graph_node_radius_px (PLX_GRAPH_NODE (graph, edge->from))
          + plx_graph_node_radius_px (PLX_GRAPH_NODE (graph, edge->to));
  igraph_vector_int_push_back (&ties->ends, local[edge->from]);
  igraph_vector_int_push_back (&ties->ends, local[edge->to]);
  igraph_vector_push_back (&ties->lengths, 0.8 + radii / PLX_PX_PER_UNIT);
}

/* @local maps nodes to their number in the part, -1: not in it. */
static void
ties_init (Ties *ties, const PlxGraph *graph, const gint *local)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  igraph_vector_int_init (&ties->ends, 0);
  igraph_vector_init (&ties->lengths, 0);
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (graph, i);

      if (local[edge->from] >= 0 && edge->from != edge->to)
        add_tie (ties, seen, graph, edge, local);
    }
}

static void
ties_clear (Ties *ties)
{
  igraph_vector_int_destroy (&ties->ends);
  igraph_vector_destroy (&ties->lengths);
}

/* Starts on a sunflower's spiral: spread evenly, no two alike. */
static void
start_on_spiral (igraph_matrix_t *places, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double radius = sqrt (i + 0.5) * 0.6, angle = i * GOLDEN_ANGLE;

      MATRIX (*places, i, 0) = radius * cos (angle);
      MATRIX (*places, i, 1) = radius * sin (angle);
    }
}

/* Kamada-Kawai draws small parts best but grows with the cube; above, it gives
 * Fruchterman-Reingold, which takes to a grid when large, its start. */
static igraph_error_t
run_part (const igraph_t *g, igraph_matrix_t *places, const Ties *ties, guint n)
{
  if (n <= SMALL)
    return igraph_layout_kamada_kawai (g, places, TRUE, 10 * (igraph_integer_t) n + 200, 0, n,
                                       &ties->lengths, NULL, NULL, NULL, NULL);
  return igraph_layout_fruchterman_reingold (g, places, TRUE, n < GRID_FROM ? 300 : 200, sqrt (n),
                                             n < GRID_FROM ? IGRAPH_LAYOUT_NOGRID
                                                           : IGRAPH_LAYOUT_GRID,
                                             NULL, NULL, NULL, NULL, NULL);
}

/* The factor that makes edges as long as wanted on the whole. */
static double
scale_of (const igraph_matrix_t *places, const Ties *ties)
{
  igraph_integer_t n_ties = igraph_vector_size (&ties->lengths);
  double length = 0, wanted = 0;

  for (igraph_integer_t e = 0; e < n_ties; e++)
    {
      igraph_integer_t a = VECTOR (ties->ends)[2 * e], b = VECTOR (ties->ends)[2 * e + 1];

      length += hypot (MATRIX (*places, a, 0) - MATRIX (*places, b, 0),
                       MATRIX (*places, a, 1) - MATRIX (*places, b, 1));
      wanted += VECTOR (ties->lengths)[e];
    }
  return length > 1e-9 && isfinite (length) && wanted > 0 ? wanted / length : 1;
}

/* How far from the shape of a screen a part is when turned by @angle. */
static double
misfit (const igraph_matrix_t *places, guint n, double angle)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double x = MATRIX (*places, i, 0), y = MATRIX (*places, i, 1);
      double turned_x = x * cos (angle) + y * sin (angle);
      double turned_y = -x * sin (angle) + y * cos (angle);

      left = MIN (left, turned_x);
      right = MAX (right, turned_x);
      top = MIN (top, turned_y);
      bottom = MAX (bottom, turned_y);
    }
  return fabs (log (MAX (right - left, 0.5) / MAX (bottom - top, 0.5) / ASPECT));
}

static void
turn_and_scale (igraph_matrix_t *places, const Ties *ties, guint n)
{
  double factor = scale_of (places, ties), best = INFINITY, angle = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < 2; k++)
      MATRIX (*places, i, k) *= factor;
  for (guint step = 0; step < 12; step++)
    {
      double here = misfit (places, n, step * G_PI / 12);

      if (here < best - 1e-9)
        {
          best = here;
          angle = step * G_PI / 12;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      double x = MATRIX (*places, i, 0), y = MATRIX (*places, i, 1);

      MATRIX (*places, i, 0) = x * cos (angle) + y * sin (angle);
      MATRIX (*places, i, 1) = -x * sin (angle) + y * cos (angle);
    }
}

/* Forces pull well-tied nodes together, where the labels of their edges need
 * the most room: short ties are stretched, a little in each round. */
static void
stretch (igraph_matrix_t *places, const Ties *ties)
{
  igraph_integer_t n_ties = igraph_vector_size (&ties->lengths);

  for (guint round = 0; round < 40; round++)
    for (igraph_integer_t e = 0; e < n_ties; e++)
      {
        igraph_integer_t a = VECTOR (ties->ends)[2 * e], b = VECTOR (ties->ends)[2 * e + 1];
        double dx = MATRIX (*places, b, 0) - MATRIX (*places, a, 0);
        double dy = MATRIX (*places, b, 1) - MATRIX (*places, a, 1);
        double length = hypot (dx, dy), lacking = SHORTEST * VECTOR (ties->lengths)[e] - length;

        if (lacking <= 0 || length < 1e-6)
          continue;
        MATRIX (*places, a, 0) -= dx / length * lacking * 0.2;
        MATRIX (*places, a, 1) -= dy / length * lacking * 0.2;
        MATRIX (*places, b, 0) += dx / length * lacking * 0.2;
        MATRIX (*places, b, 1) += dy / length * lacking * 0.2;
      }
}

/* Lays out the nodes @members of one part around 0, 0. Under the lock. */
static gboolean
lay_out_part (const PlxGraph *graph, const GArray *members, gint *local, PlxPoint *positions)
{
  guint n = members->len;
  Ties ties;
  igraph_matrix_t places;
  igraph_t g;
  gboolean whole;

  for (guint i = 0; i < n; i++)
    local[g_array_index (members, guint, i)] = (gint) i;
  ties_init (&ties, graph, local);
  igraph_matrix_init (&places, n, 2);
  start_on_spiral (&places, n);
  igraph_create (&g, &ties.ends, n, FALSE);
  whole = n < 2 || run_part (&g, &places, &ties, n) == IGRAPH_SUCCESS;
  turn_and_scale (&places, &ties, n);
  if (n <= SMALL)
    stretch (&places, &ties);
  for (guint i = 0; i < n; i++)
    {
      guint node = g_array_index (members, guint, i);

      positions[node] = (PlxPoint) { MATRIX (places, i, 0), MATRIX (places, i, 1) };
      local[node] = -1;
    }
  igraph_destroy (&g);
  igraph_matrix_destroy (&places);
  ties_clear (&ties);
  return whole;
}

static guint
find_root (guint *parents, guint node)
{
  while (parents[node] != node)
    node = parents[node] = parents[parents[node]];
  return node;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const GArray *x = *(GArray * const *) a, *y = *(GArray * const *) b;

  if (x->len != y->len)
    return x->len > y->len ? -1 : 1;
  return g_array_index (x, guint, 0) < g_array_index (y, guint, 0) ? -1 : 1;
}

/* Connected components, the largest first: arrays of nodes. */
static GPtrArray *
parts_of (const PlxGraph *graph)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n = graph->nodes->len;
  g_autofree guint *parents = g_new (guint, n + 1);
  g_autofree gint *part_of = g_new (gint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      parents[i] = i;
      part_of[i] = -1;
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      guint a = find_root (parents, PLX_GRAPH_EDGE (graph, i)->from);
      guint b = find_root (parents, PLX_GRAPH_EDGE (graph, i)->to);

      parents[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < n; i++)
    {
      guint root = find_root (parents, i);

      if (part_of[root] < 0)
        {
          part_of[root] = (gint) parts->len;
          g_ptr_array_add (parts, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
      g_array_append_val ((GArray *) g_ptr_array_index (parts, part_of[root]), i);
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}

static gboolean
lay_out_afresh (const PlxGraph *graph, PlxPoint *positions, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) parts = parts_of (graph);
  g_autofree gint *local = g_new (gint, graph->nodes->len + 1);
  gboolean whole = TRUE;

  for (guint i = 0; i < graph->nodes->len; i++)
    local[i] = -1;
  igraph_enter (cancellable);
  for (guint i = 0; whole && i < parts->len; i++)
    whole = lay_out_part (graph, g_ptr_array_index (parts, i), local, positions);
  igraph_leave ();
  if (!whole)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    plx_layout_separate (graph, g_ptr_array_index (parts, i), NULL, positions);
  plx_layout_pack (graph, parts, positions);
  return TRUE;
}

/* Newcomers begin beside the neighbours that have a place, in rounds, so that
 * chains of newcomers unroll; those without any go below everything. */
static void
start_newcomers (const PlxGraph *graph, gboolean *placed, PlxPoint *positions)
{
  guint n = graph->nodes->len;
  g_autofree PlxPoint *sums = g_new (PlxPoint, n + 1);
  g_autofree guint *counts = g_new (guint, n + 1);
  gboolean found = TRUE;
  double bottom = 0, left = 0;

  while (found)
    {
      found = FALSE;
      memset (sums, 0, sizeof *sums * n);
      memset (counts, 0, sizeof *counts * n);
      for (guint i = 0; i < graph->edges->len; i++)
        {
          guint ends[2] = { PLX_GRAPH_EDGE (graph, i)->from, PLX_GRAPH_EDGE (graph, i)->to };

          for (guint k = 0; k < 2; k++)
            if (!placed[ends[k]] && placed[ends[1 - k]])
              {
                sums[ends[k]].x += positions[ends[1 - k]].x;
                sums[ends[k]].y += positions[ends[1 - k]].y;
                counts[ends[k]]++;
              }
        }
      for (guint i = 0; i < n; i++)
        if (counts[i] > 0)
          {
            positions[i].x = sums[i].x / counts[i] + 0.7 * cos (i * GOLDEN_ANGLE);
            positions[i].y = sums[i].y / counts[i] + 0.7 * sin (i * GOLDEN_ANGLE);
            placed[i] = found = TRUE;
          }
    }
  for (guint i = 0; i < n; i++)
    if (placed[i])
      {
        bottom = MAX (bottom, positions[i].y);
        left = MIN (left, positions[i].x);
      }
  for (guint i = 0, k = 0; i < n; i++)
    if (!placed[i])
      {
        positions[i] = (PlxPoint) { left + k % 12, bottom + 1.2 + k / 12 };
        k++;
      }
}

/* Bounds for igraph: old nodes stay in their boxes, newcomers are free. */
static void
fill_boxes (const gboolean *old, const PlxPoint *positions, guint n, igraph_vector_t *bounds)
{
  for (guint b = 0; b < 4; b++)
    {
      double sign = b % 2 == 0 ? -1 : 1;

      igraph_vector_init (&bounds[b], n);
      for (guint i = 0; i < n; i++)
        {
          double centre = b < 2 ? positions[i].x : positions[i].y;

          VECTOR (bounds[b])[i] = old[i] ? centre + sign * HELD_BOX : sign * INFINITY;
        }
    }
}

static gboolean
settle (const PlxGraph *graph, const gboolean *old, PlxPoint *positions, GCancellable *cancellable)
{
  guint n = graph->nodes->len;
  g_autofree gint *local = g_new (gint, n + 1);
  Ties ties;
  igraph_vector_t bounds[4];
  igraph_matrix_t places;
  igraph_t g;
  gboolean whole;

  for (guint i = 0; i < n; i++)
    local[i] = (gint) i;
  igraph_enter (cancellable);
  ties_init (&ties, graph, local);
  igraph_create (&g, &ties.ends, n, FALSE);
  igraph_matrix_init (&places, n, 2);
  for (guint i = 0; i < n; i++)
    {
      MATRIX (places, i, 0) = positions[i].x;
      MATRIX (places, i, 1) = positions[i].y;
    }
  fill_boxes (old, positions, n, bounds);
  whole = igraph_layout_fruchterman_reingold (&g, &places, TRUE, n < GRID_FROM ? 100 : 50, 0.5,
                                              n < GRID_FROM ? IGRAPH_LAYOUT_NOGRID
                                                            : IGRAPH_LAYOUT_GRID,
                                              NULL, &bounds[0], &bounds[1], &bounds[2], &bounds[3])
          == IGRAPH_SUCCESS;
  for (guint i = 0; whole && i < n; i++)
    positions[i] = (PlxPoint) { MATRIX (places, i, 0), MATRIX (places, i, 1) };
  for (guint b = 0; b < 4; b++)
    igraph_vector_destroy (&bounds[b]);
  igraph_matrix_destroy (&places);
  igraph_destroy (&g);
  ties_clear (&ties);
  igraph_leave ();
  return whole;
}

static gboolean
lay_out_grown (const PlxGraph *graph, const PlxPoint *initial, PlxPoint *positions,
               GCancellable *cancellable)
{
  guint n = graph->nodes->len, n_old = 0;
  g_autofree gboolean *old = g_new (gboolean, n + 1);
  g_autofree gboolean *placed = g_new (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      old[i] = placed[i] = isfinite (initial[i].x) && isfinite (initial[i].y);
      positions[i] = initial[i];
      n_old += old[i] ? 1 : 0;
    }
  if (n_old == 0)
    return lay_out_afresh (graph, positions, cancellable);
  if (n_old == n)
    return TRUE;
  start_newcomers (graph, placed, positions);
  if (!settle (graph, old, positions, cancellable))
    return FALSE;
  plx_layout_separate (graph, NULL, old, positions);
  return TRUE;
}

gboolean
plx_layout_compute (const PlxGraph  *graph,
                    const PlxPoint  *initial,
                    PlxPoint        *positions,
                    GCancellable    *cancellable,
                    GError         **error)
{
  gboolean whole;

  g_return_val_if_fail (graph != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (initial != NULL)
    whole = lay_out_grown (graph, initial, positions, cancellable);
  else
    whole = lay_out_afresh (graph, positions, cancellable);
  if (whole || g_cancellable_set_error_if_cancelled (cancellable, error))
    return whole;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the graph could not be laid out");
  return FALSE;
}
