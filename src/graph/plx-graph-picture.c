/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-graph-export-private.h"
#include "graph/plx-scene.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The graph as a page: the scene, and below it the legend. */

#define MARGIN_PX      36.0
#define LEGEND_PX      44.0
#define MAX_PIXELS_PX  9000.0     // of a PNG's longer side
#define PNG_SCALE      2.0
#define MAX_PAGE_PT    14400.0
#define FONT           "Sans Semi-Bold 10"
#define LEGEND_FONT    "Sans 9"

typedef struct {
  const PlxScene *scene;
  PlxSceneView view;
  double width, height;
} Page;

static Page
page_of (const PlxScene *scene)
{
  Page page = { .scene = scene };

  page.width = MAX (ceil (scene->right - scene->left + 2 * MARGIN_PX), 640);
  page.height = ceil (scene->bottom - scene->top + 2 * MARGIN_PX + LEGEND_PX);
  page.view = (PlxSceneView) {
    .x = (scene->left + scene->right - page.width) / 2,
    .y = scene->top - MARGIN_PX,
    .zoom = 1,
    .width = page.width,
    .height = page.height - LEGEND_PX,
  };
  return page;
}

static double
draw_legend_text (cairo_t *cr, const char *text, double x, double y, const PlxPalette *palette)
{
  int width, height;

  plx_scene_measure_label (cr, text, LEGEND_FONT, &width, &height);
  plx_scene_draw_label (cr, text, LEGEND_FONT, x + width / 2.0, y - height / 2.0, &palette->text,
                        &palette->background);
  return x + width + 18;
}

static void
draw_legend_line (cairo_t *cr, double x, double y, gboolean dashed, const PlxPalette *palette)
{
  const double dash[] = { 5, 4 };

  cairo_set_dash (cr, dash, dashed ? 2 : 0, 0);
  cairo_set_line_width (cr, 1.6);
  cairo_set_source_rgb (cr, palette->edge.red, palette->edge.green, palette->edge.blue);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + 28, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_legend (cairo_t *cr, const Page *page, const PlxPalette *palette)
{
  const char *names[PLX_N_SHAPES] = { _("person"),       _("organisation"), _("state"), _("place"),
                                      _("media source"), _("event"),        _("other") };
  double x = MARGIN_PX, y = page->height - LEGEND_PX / 2;

  for (guint shape = 0; shape < PLX_N_SHAPES; shape++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < page->scene->n_nodes && !used; i++)
        used = page->scene->nodes[i].shape == shape;
      if (!used)
        continue;
      plx_scene_draw_shape (cr, (PlxShape) shape, x + 8, y, 8, palette);
      x = draw_legend_text (cr, names[shape], x + 22, y, palette);
    }
  draw_legend_line (cr, x, y, TRUE, palette);
  x = draw_legend_text (cr, _("said to"), x + 34, y, palette);
  draw_legend_line (cr, x, y, FALSE, palette);
  draw_legend_text (cr, _("stated by an article"), x + 34, y, palette);
}

static void
draw_page (cairo_t *cr, const Page *page)
{
  const PlxPalette *palette = plx_palette_get (FALSE);
  const PlxSceneStyle style = { .palette = palette, .font = FONT, .node_labels = TRUE, .hidden = -1,
                                .unlabelled = -1 };

  plx_scene_draw (page->scene, cr, &page->view, &style);
  draw_legend (cr, page, palette);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_new (const Page *page, PlxGraphFormat format, GByteArray *out, double *scale)
{
  cairo_surface_t *surface;

  *scale = 1;
  if (format == PLX_GRAPH_SVG)
    return cairo_svg_surface_create_for_stream (write_cb, out, page->width, page->height);
  if (format == PLX_GRAPH_PDF)
    {
      /* Points are 4/3 pixels, and readers take pages up to MAX_PAGE_PT. The
       * date would make each export differ. */
      *scale = MIN (0.75, MAX_PAGE_PT / MAX (page->width, page->height));
      surface = cairo_pdf_surface_create_for_stream (write_cb, out, page->width * *scale,
                                                     page->height * *scale);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Parallax");
      return surface;
    }
  *scale = MIN (PNG_SCALE, MAX_PIXELS_PX / MAX (page->width, page->height));
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (page->width * *scale),
                                     (int) ceil (page->height * *scale));
}

/* cairo numbers its surfaces through the life of the process, and an SVG shows
 * the number; without it the same graph gives the same file. */
static void
drop_surface_number (GByteArray *svg)
{
  static const char mark[] = "<g id=\"surface";
  guint8 *at = memmem (svg->data, svg->len, mark, sizeof mark - 1);
  guint begin, n = 0;

  if (at == NULL)
    return;
  begin = (guint) (at - svg->data) + sizeof mark - 1;
  while (begin + n < svg->len && g_ascii_isdigit (svg->data[begin + n]))
    n++;
  g_byte_array_remove_range (svg, begin, n);
}

GBytes *
plx_graph_draw_picture (PlxGraph *graph, const PlxPoint *positions, PlxGraphFormat format,
                        GError **error)
{
  g_autoptr (PlxScene) scene = NULL;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double scale;
  cairo_t *cr;
  Page page;

  if (graph->nodes->len == 0)
    {
      g_set_error_literal (error, PLX_GRAPH_ERROR, PLX_GRAPH_ERROR_EMPTY,
                           _("There is nothing to draw: the graph has no relations"));
      return NULL;
    }
  scene = plx_scene_new (graph, positions, NULL);
  page = page_of (scene);
  surface = surface_new (&page, format, out, &scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  draw_page (cr, &page);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == PLX_GRAPH_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, out);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the graph could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  if (format == PLX_GRAPH_SVG)
    drop_surface_number (out);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
