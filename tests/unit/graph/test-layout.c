/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-fixture.h"

#include <math.h>

#include "graph/plx-layout.h"
#include "graph/plx-scene.h"

static PlxPoint *
layout (const PlxGraph *graph, const PlxPoint *initial)
{
  PlxPoint *positions = g_new0 (PlxPoint, graph->nodes->len + 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_layout_compute (graph, initial, positions, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      g_assert_true (isfinite (positions[i].x));
      g_assert_true (isfinite (positions[i].y));
    }
  return positions;
}

static void
test_same (void)
{
  const guint sizes[] = { 2, 40, 400 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (PlxGraph) graph = fixture_tree (sizes[s], 1);
      g_autofree PlxPoint *a = layout (graph, NULL), *b = layout (graph, NULL);

      g_assert_cmpmem (a, sizeof *a * graph->nodes->len, b, sizeof *b * graph->nodes->len);
    }
}

static void
test_nobody_covered (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (60, 3);
  g_autofree PlxPoint *positions = layout (graph, NULL);

  for (guint i = 0; i < graph->nodes->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (fabs (positions[i].x - positions[j].x) > 0.3
                     || fabs (positions[i].y - positions[j].y) > 0.25);
}

/* Parts of the graph that nothing ties together do not overlap. */
static void
test_parts (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (40, 2);
  g_autofree PlxPoint *positions = layout (graph, NULL);
  double right[2] = { -INFINITY, -INFINITY }, left[2] = { INFINITY, INFINITY };
  double bottom[2] = { -INFINITY, -INFINITY }, top[2] = { INFINITY, INFINITY };

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      guint part = (guint) g_ascii_strtoull (PLX_GRAPH_NODE (graph, i)->label + 7, NULL, 10) % 2;

      left[part] = MIN (left[part], positions[i].x);
      right[part] = MAX (right[part], positions[i].x);
      top[part] = MIN (top[part], positions[i].y);
      bottom[part] = MAX (bottom[part], positions[i].y);
    }
  g_assert_true (right[0] < left[1] || right[1] < left[0] || bottom[0] < top[1]
                 || bottom[1] < top[0]);
}

/* A node more: the others stay where the eye knows them. */
static void
test_grown (void)
{
  g_autoptr (PlxGraph) before = fixture_tree (40, 1), after = fixture_tree (42, 1);
  g_autofree PlxPoint *old = layout (before, NULL);
  g_autofree PlxPoint *initial = g_new (PlxPoint, after->nodes->len);
  g_autofree PlxPoint *grown = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_old = 0;

  for (guint i = 0; i < before->nodes->len; i++)
    g_hash_table_insert (places, plx_graph_node_dup_key (PLX_GRAPH_NODE (before, i)), &old[i]);
  for (guint i = 0; i < after->nodes->len; i++)
    {
      g_autofree char *key = plx_graph_node_dup_key (PLX_GRAPH_NODE (after, i));
      const PlxPoint *place = g_hash_table_lookup (places, key);

      initial[i] = place != NULL ? *place : (PlxPoint) { NAN, NAN };
      n_old += place != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_old, ==, before->nodes->len);
  grown = layout (after, initial);
  for (guint i = 0; i < after->nodes->len; i++)
    if (isfinite (initial[i].x))
      g_assert_cmpfloat (hypot (grown[i].x - initial[i].x, grown[i].y - initial[i].y), <, 0.4);
}

static void
test_unchanged (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (30, 1);
  g_autofree PlxPoint *a = layout (graph, NULL), *b = layout (graph, a);

  g_assert_cmpmem (a, sizeof *a * graph->nodes->len, b, sizeof *b * graph->nodes->len);
}

static void
test_cancelled (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (10, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PlxPoint positions[10];

  g_cancellable_cancel (cancellable);
  g_assert_false (plx_layout_compute (graph, NULL, positions, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* igraph hears of it in the middle of its work, and works again afterwards. */
static void
test_cancelled_midway (void)
{
  g_autoptr (PlxGraph) large = fixture_tree (1400, 1), small = fixture_tree (10, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree PlxPoint *positions = g_new0 (PlxPoint, large->nodes->len), *again = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (plx_layout_compute (large, NULL, positions, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  again = layout (small, NULL);
}

static void
test_scene (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (30, 1);
  g_autofree PlxPoint *positions = layout (graph, NULL);
  g_autoptr (PlxScene) scene = plx_scene_new (graph, positions, NULL);
  PlxSceneView view = plx_scene_fit (scene, 800, 600, 10);

  for (guint i = 0; i < scene->n_nodes; i++)
    {
      double x = (scene->nodes[i].x - view.x) * view.zoom,
             y = (scene->nodes[i].y - view.y) * view.zoom;

      g_assert_cmpint (plx_scene_node_at (scene, view.zoom, scene->nodes[i].x, scene->nodes[i].y,
                                          0),
                       ==, (int) i);
      g_assert_true (x >= 0 && x <= 800 && y >= 0 && y <= 600);
    }
  for (guint i = 0; i < scene->n_edges; i++)
    {
      const PlxSceneView plain = { .zoom = 1 };
      PlxCurve curve = plx_scene_edge_curve (scene, &plain, i);
      PlxPoint middle = plx_curve_at (&curve, 0.5);

      g_assert_cmpint (plx_scene_edge_at (scene, 1, middle.x, middle.y, 3), >=, 0);
    }
  g_assert_cmpint (plx_scene_node_at (scene, 1, 1e6, 1e6, 3), ==, -1);
  g_assert_cmpint (plx_scene_edge_at (scene, 1, 1e6, 1e6, 3), ==, -1);
}

static guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[(int) x] & 0xffffff;
}

/* Nodes are where the view says, in the colours of the palette, and a hidden
 * one is not there. */
static void
test_draw (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (12, 1);
  g_autofree PlxPoint *positions = layout (graph, NULL);
  g_autoptr (PlxScene) scene = plx_scene_new (graph, positions, NULL);
  const PlxSceneView view = plx_scene_fit (scene, 900, 700, 20);

  for (guint dark = 0; dark < 2; dark++)
    {
      const PlxSceneStyle style = {
        .palette = plx_palette_get (dark == 1), .font = "Sans 9", .hidden = 3, .unlabelled = -1,
      };
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 700);
      cairo_t *cr = cairo_create (surface);
      guint32 background;

      plx_scene_draw (scene, cr, &view, &style);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      background = pixel_at (surface, 1, 1);
      for (guint i = 0; i < scene->n_nodes; i++)
        {
          double x = (scene->nodes[i].x - view.x) * view.zoom;
          double y = (scene->nodes[i].y - view.y) * view.zoom;

          if (i == 3)
            g_assert_cmphex (pixel_at (surface, x, y), ==, background);
          else
            g_assert_cmphex (pixel_at (surface, x, y), !=, background);
        }
      cairo_surface_destroy (surface);
    }
}

/* A dragged copy leaves the original where it was. */
static void
test_place (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (5, 1);
  g_autofree PlxPoint *positions = layout (graph, NULL);
  g_autoptr (PlxScene) scene = plx_scene_new (graph, positions, NULL);
  g_autoptr (PlxScene) copy = plx_scene_copy (scene);

  plx_scene_place (copy, 2, 4000, 3000);
  g_assert_cmpint (plx_scene_node_at (copy, 1, 4000, 3000, 0), ==, 2);
  g_assert_cmpint (plx_scene_node_at (scene, 1, 4000, 3000, 0), ==, -1);
  g_assert_cmpfloat_with_epsilon (plx_scene_node_place (scene, 2).x, positions[2].x, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/layout/same", test_same);
  g_test_add_func ("/graph/layout/nobody-covered", test_nobody_covered);
  g_test_add_func ("/graph/layout/parts", test_parts);
  g_test_add_func ("/graph/layout/grown", test_grown);
  g_test_add_func ("/graph/layout/unchanged", test_unchanged);
  g_test_add_func ("/graph/layout/cancelled", test_cancelled);
  g_test_add_func ("/graph/layout/cancelled-midway", test_cancelled_midway);
  g_test_add_func ("/graph/scene/hits", test_scene);
  g_test_add_func ("/graph/scene/draw", test_draw);
  g_test_add_func ("/graph/scene/place", test_place);
  return g_test_run ();
}
