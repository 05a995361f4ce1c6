/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include "graph/plx-scene.h"

#include <glib/gi18n-lib.h>

/* Who is tied to whom, as vectors, with the scene that the window draws. */

enum {
  SHORTEST = 170,
  TALLEST = 480,
  WHOLE_PAGE = 640,
  FEW = 22,
  MAX_NODES = 36,        // more would run into each other's labels
  EDGE_COLUMNS = 3,
  SHOWN_EDGES = 60,
  EDGE_HEIGHT = 14,
};

/* Labels are made for the screen, with 96 pixels to the inch; so much smaller,
 * those of nodes have 8 points on paper and those of edges 7. */
#define SCALE 0.54

static void
draw_scene (cairo_t *cr, PlxPdfBox box, gpointer data)
{
  PlxSceneStyle style = {
    .palette = plx_palette_get (FALSE), .font = "Sans 11", .node_labels = TRUE, .hidden = -1
  };
  double width = box.x2 - box.x1, height = box.y2 - box.y1;
  PlxSceneView view = plx_scene_fit (data, width / SCALE, height / SCALE, 16);

  cairo_save (cr);
  cairo_translate (cr, box.x1, box.y1);
  cairo_scale (cr, SCALE, SCALE);
  cairo_rectangle (cr, 0, 0, width / SCALE, height / SCALE);
  cairo_clip (cr);
  plx_scene_draw (data, cr, &view, &style);
  cairo_restore (cr);
}

/* The nodes of most weight with the edges between them; borrows from @graph. */
static PlxGraph *
pick_main (const PlxGraph *graph)
{
  PlxGraph *main = g_new0 (PlxGraph, 1);
  g_autofree guint *order = plx_graph_dup_order (graph);
  g_autofree gint *place = g_new (gint, graph->nodes->len + 1);

  g_atomic_ref_count_init (&main->refs);
  main->nodes = g_ptr_array_new ();
  main->edges = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      place[order[i]] = i < MAX_NODES ? (gint) i : -1;
      if (i < MAX_NODES)
        g_ptr_array_add (main->nodes, g_ptr_array_index (graph->nodes, order[i]));
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (graph, i);
      PlxGraphEdge *copy;

      if (place[edge->from] < 0 || place[edge->to] < 0)
        continue;
      copy = g_memdup2 (edge, sizeof *edge);
      copy->from = (guint) place[edge->from];
      copy->to = (guint) place[edge->to];
      g_ptr_array_add (main->edges, copy);
    }
  return main;
}

/**
 * plx_pdf_graph_build:
 *
 * Lays the graph out once, before the rounds of plx_pdf_front_lay_out().
 */
gboolean
plx_pdf_graph_build (PlxPdfBook *book, GCancellable *cancellable, GError **error)
{
  const PlxGraph *graph = book->report->graph;
  g_autoptr (PlxGraph) shown = NULL;
  g_autofree PlxPoint *places = NULL;

  if (graph == NULL || graph->nodes->len == 0)
    return TRUE;
  shown = graph->nodes->len > MAX_NODES ? pick_main (graph) : plx_graph_ref ((PlxGraph *) graph);
  places = g_new0 (PlxPoint, shown->nodes->len);
  if (!plx_layout_compute (shown, NULL, places, cancellable, error))
    return FALSE;
  book->scene = plx_scene_new (shown, places, NULL);
  return TRUE;
}

void
plx_pdf_graph_clear (PlxPdfBook *book)
{
  g_clear_pointer (&book->scene, plx_scene_unref);
}

/* As tall as the picture needs at full width. */
static void
add_drawing (PlxPdfFlow *flow)
{
  const PlxScene *scene = flow->book->scene;
  PlxPdfItem item = { .kind = PLX_ITEM_DRAWING, .role = PLX_ROLE_FIGURE, .draw = draw_scene };
  double width = PLX_PDF_WIDTH - 2 * PLX_PDF_EDGE, spread = MAX (scene->right - scene->left, 1);
  double height = CLAMP (width * (scene->bottom - scene->top) / spread, SHORTEST,
                         scene->n_nodes > FEW ? WHOLE_PAGE : TALLEST);

  item.block = plx_pdf_book_new_block (flow->book);
  item.data = flow->book->scene;
  item.box = (PlxPdfBox) { PLX_PDF_EDGE, flow->y, PLX_PDF_EDGE + width, flow->y + height };
  g_array_append_val (plx_pdf_flow_page (flow)->items, item);
  flow->y += height + 10;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const PlxGraphEdge *x = *(const PlxGraphEdge * const *) a, *y = *(const PlxGraphEdge * const *) b;

  if (x->evidence->len != y->evidence->len)
    return x->evidence->len > y->evidence->len ? -1 : 1;
  return x->from != y->from ? (x->from < y->from ? -1 : 1) : x->to < y->to ? -1 : x->to > y->to;
}

/* "Ilya Vesk — met → Mara Lian · 2": the picture in words. */
static void
set_edge (PlxPdfFlow *flow, const PlxGraph *graph, const PlxGraphEdge *edge)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  plx_pdf_rich_add (rich, PLX_GRAPH_NODE (graph, edge->from)->label, PLX_RICH_BOLD);
  plx_pdf_rich_add (rich, " — ", PLX_RICH_GREY);
  plx_pdf_rich_add (rich, edge->kind, PLX_RICH_ITALIC);
  plx_pdf_rich_add (rich, " → ", PLX_RICH_GREY);
  plx_pdf_rich_add (rich, PLX_GRAPH_NODE (graph, edge->to)->label, PLX_RICH_BOLD);
  if (edge->evidence->len > 1)
    {
      g_autofree char *n = g_strdup_printf ("\302\240·\302\240%u", edge->evidence->len);

      plx_pdf_rich_add (rich, n, PLX_RICH_GREY);
    }
  if (!edge->observed)
    plx_pdf_rich_add (rich, _("\302\240· said only"), PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TABLE, PLX_ROLE_P, 1.5);
}

/* Those with most sentences, in columns of equal height. */
static void
set_edges (PlxPdfFlow *flow, const PlxGraph *graph)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  guint shown = MIN (graph->edges->len, SHOWN_EDGES);

  for (guint i = 0; i < graph->edges->len; i++)
    g_ptr_array_add (edges, g_ptr_array_index (graph->edges, i));
  g_ptr_array_sort (edges, compare_edges);
  plx_pdf_flow_section (flow, EDGE_COLUMNS, shown / EDGE_COLUMNS * EDGE_HEIGHT);
  for (guint i = 0; i < shown; i++)
    {
      if (flow->column < i * EDGE_COLUMNS / shown)
        plx_pdf_flow_next (flow);
      set_edge (flow, graph, g_ptr_array_index (edges, i));
    }
  if (edges->len > shown)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u tie more, in the project",
                                       "and %u ties more, in the project", edges->len - shown),
                             edges->len - shown);
      g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

      plx_pdf_rich_add (rich, more, PLX_RICH_GREY | PLX_RICH_ITALIC);
      plx_pdf_rich_flow (rich, flow, PLX_TYPE_TABLE, PLX_ROLE_P, 1.5);
    }
}

void
plx_pdf_graph_lay_out (PlxPdfBook *book, PlxPdfFlow *flow)
{
  const PlxScene *scene = book->scene;
  guint n = book->report->graph->nodes->len;
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  if (scene->n_nodes < n)
    {
      g_autofree char *part = g_strdup_printf (_("The %u most tied of %u names.  "),
                                               scene->n_nodes, n);

      plx_pdf_rich_add (rich, part, PLX_RICH_PLAIN);
    }
  plx_pdf_rich_add (rich,
                    _("shape: kind; size: mentions; width: sentences; dashed: said to, not stated "
                      "by an article itself; in the list, the number of sentences"),
                    PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_SMALL, PLX_ROLE_P, 6);
  add_drawing (flow);
  set_edges (flow, book->report->graph);
}
