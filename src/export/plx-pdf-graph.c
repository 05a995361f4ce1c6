/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include "graph/plx-scene.h"

#include <glib/gi18n-lib.h>

/* Who is tied to whom, as vectors, with the scene that the window draws. */

static void
draw_scene (cairo_t *cr, PlxPdfBox box, gpointer data)
{
  PlxSceneStyle style = { .palette = plx_palette_get (FALSE), .font = "Sans 11", .node_labels = TRUE,
                          .hidden = -1 };
  double width = box.x2 - box.x1, height = box.y2 - box.y1;
  /* labels are made for the screen; the page shows them at two thirds */
  const double scale = 0.62;
  PlxSceneView view = plx_scene_fit (data, width / scale, height / scale, 24);

  cairo_save (cr);
  cairo_translate (cr, box.x1, box.y1);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, width / scale, height / scale);
  cairo_clip (cr);
  plx_scene_draw (data, cr, &view, &style);
  cairo_restore (cr);
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
  g_autofree PlxPoint *places = NULL;

  if (graph == NULL || graph->nodes->len == 0)
    return TRUE;
  places = g_new0 (PlxPoint, graph->nodes->len);
  if (!plx_layout_compute (graph, NULL, places, cancellable, error))
    return FALSE;
  book->scene = plx_scene_new ((PlxGraph *) graph, places, NULL);
  return TRUE;
}

void
plx_pdf_graph_clear (PlxPdfBook *book)
{
  g_clear_pointer (&book->scene, plx_scene_unref);
}

static void
add_drawing (PlxPdfFlow *flow)
{
  PlxPdfItem item = { .kind = PLX_ITEM_DRAWING, .role = PLX_ROLE_FIGURE, .draw = draw_scene };

  item.block = plx_pdf_book_new_block (flow->book);
  item.data = flow->book->scene;
  item.box = (PlxPdfBox) { PLX_PDF_EDGE, flow->y, PLX_PDF_WIDTH - PLX_PDF_EDGE, PLX_PDF_BOTTOM };
  g_array_append_val (plx_pdf_flow_page (flow)->items, item);
}

void
plx_pdf_graph_lay_out (PlxPdfBook *book)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  PlxPdfFlow flow;

  plx_pdf_flow_begin (&flow, book, book->front, 1);
  plx_pdf_book_add_heading (book, book->front_headings, _("Who is tied to whom"), flow.pages->len - 1,
                            flow.y, 0);
  plx_pdf_flow_text (&flow, PLX_TYPE_TITLE, PLX_ROLE_H1, _("Who is tied to whom"), 2);
  plx_pdf_rich_add (rich, _("shape: kind; size: mentions; width: sentences; dashed: said to, not stated by "
                            "an article itself"), PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, &flow, PLX_TYPE_SMALL, PLX_ROLE_P, 6);
  add_drawing (&flow);
}
