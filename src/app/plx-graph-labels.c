/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-labels.h"

#include <math.h>
#include <string.h>

#define CROWDED_ZOOM 0.25

enum {
  MAX_LABELS = 150,
  MAX_NEW = 24,        // renderings per frame
  CELL_W = 16,
  CELL_H = 8,
  PAD = 3,             // for the halo
};

typedef struct {
  cairo_surface_t *surface;   // NULL: not rendered yet
  GdkTexture *texture;        // the same, where cairo does not draw the window
  int width, height;          // with padding
} Sprite;

struct _PlxGraphLabels {
  Sprite *sprites;      // (n) per node
  guint *order;         // (n) nodes, best tied first
  guint n;
  PlxGraph *graph;      // whose nodes the sprites are
  const PlxPalette *palette;
  char *font;
  int scale_factor;
  guint8 *cells;        // occupied parts of the view
  int columns, rows;
};

/* cairo leaves the fourth byte of an opaque picture undefined; a texture reads
 * it as alpha. */
static void
make_opaque (guchar *data, int stride, int width, int height)
{
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) (data + (gsize) y * (gsize) stride))[x] |= 0xff000000u;
}

GdkTexture *
plx_texture_from_surface (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  guchar *data = cairo_image_surface_get_data (surface);
  g_autoptr (GBytes) bytes = NULL;

  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24)
    make_opaque (data, stride, width, height);
  bytes = g_bytes_new_with_free_func (data, (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

PlxGraphLabels *
plx_graph_labels_new (void)
{
  return g_new0 (PlxGraphLabels, 1);
}

static void
forget (PlxGraphLabels *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->sprites[i].surface, cairo_surface_destroy);
      g_clear_object (&self->sprites[i].texture);
    }
  g_clear_pointer (&self->sprites, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->graph, plx_graph_unref);
  self->n = 0;
}

void
plx_graph_labels_free (PlxGraphLabels *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_free (self->font);
  g_free (self->cells);
  g_free (self);
}

void
plx_graph_labels_set_scene (PlxGraphLabels *self, const PlxScene *scene, const PlxPalette *palette,
                            const char *font, int scale_factor)
{
  if (self->graph == scene->graph && self->palette == palette && self->scale_factor == scale_factor
      && g_strcmp0 (self->font, font) == 0)
    return;
  forget (self);
  g_free (self->font);
  self->graph = plx_graph_ref (scene->graph);
  self->palette = palette;
  self->scale_factor = scale_factor;
  self->font = g_strdup (font);
  self->n = scene->n_nodes;
  self->sprites = g_new0 (Sprite, self->n + 1);
  self->order = plx_graph_dup_order (scene->graph);
}

static cairo_t *
measuring_context (void)
{
  static cairo_t *cr;   // main thread

  if (cr == NULL)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

      cr = cairo_create (surface);
      cairo_surface_destroy (surface);
    }
  return cr;
}

static void
render (PlxGraphLabels *self, const PlxScene *scene, guint node)
{
  Sprite *sprite = &self->sprites[node];
  const char *text = scene->nodes[node].label;
  cairo_t *cr;

  plx_scene_measure_label (measuring_context (), text, self->font, &sprite->width, &sprite->height);
  sprite->width += 2 * PAD + 2;
  sprite->height += 2 * PAD;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                sprite->width * self->scale_factor,
                                                sprite->height * self->scale_factor);
  cairo_surface_set_device_scale (sprite->surface, self->scale_factor, self->scale_factor);
  cr = cairo_create (sprite->surface);
  plx_scene_draw_label (cr, text, self->font, sprite->width / 2.0, PAD, &self->palette->text,
                        &self->palette->background);
  cairo_destroy (cr);
}

static void
clear_cells (PlxGraphLabels *self, const PlxSceneView *view)
{
  int columns = (int) view->width / CELL_W + 1, rows = (int) view->height / CELL_H + 1;

  if (columns != self->columns || rows != self->rows)
    {
      g_free (self->cells);
      self->cells = g_new (guint8, (gsize) columns * rows);
      self->columns = columns;
      self->rows = rows;
    }
  memset (self->cells, 0, (gsize) columns * rows);
}

static gboolean
claim (PlxGraphLabels *self, int x, int y, int width, int height, gboolean only_ask)
{
  int left = MAX (x / CELL_W, 0), right = MIN ((x + width) / CELL_W, self->columns - 1);
  int top = MAX (y / CELL_H, 0), bottom = MIN ((y + height) / CELL_H, self->rows - 1);

  for (int r = top; r <= bottom; r++)
    for (int c = left; c <= right; c++)
      if (self->cells[r * self->columns + c])
        return FALSE;
  for (int r = top; !only_ask && r <= bottom; r++)
    memset (self->cells + r * self->columns + left, 1, (gsize) MAX (right - left + 1, 0));
  return TRUE;
}

static void
put (Sprite *sprite, cairo_t *cr, GtkSnapshot *snapshot, int x, int y)
{
  if (cr != NULL)
    {
      cairo_set_source_surface (cr, sprite->surface, x, y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      return;
    }
  if (sprite->texture == NULL)
    sprite->texture = plx_texture_from_surface (sprite->surface);
  gtk_snapshot_append_texture (snapshot, sprite->texture,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) sprite->width,
                                                    (float) sprite->height));
}

/* 1: drawn, 0: out of view or no room, -1: not rendered yet. @even_over: what
 * is selected has its name whatever lies there. */
static int
draw_one (PlxGraphLabels *self, cairo_t *cr, GtkSnapshot *snapshot, const PlxScene *scene,
          const PlxSceneView *view, guint node, gboolean even_over, guint *n_new)
{
  const PlxSceneNode *n = &scene->nodes[node];
  Sprite *sprite = &self->sprites[node];
  double radius = plx_scene_node_radius (scene, node, view->zoom) * view->zoom;
  double centre_x = (n->x - view->x) * view->zoom, top = (n->y - view->y) * view->zoom + radius + 2;
  int room = view->zoom < CROWDED_ZOOM ? 12 : 0;   // far out, names stand apart
  int x, y;

  if (centre_x < -120 || centre_x > view->width + 120 || top < -40 || top > view->height)
    return 0;
  if (sprite->surface == NULL)
    {
      if (!claim (self, (int) (centre_x - n->label_width / 2), (int) top, (int) n->label_width,
                  (int) n->label_height - 4, TRUE)
          && !even_over)
        return 0;
      if (*n_new >= MAX_NEW)
        return -1;
      render (self, scene, node);
      (*n_new)++;
    }
  x = (int) round (centre_x - sprite->width / 2.0);
  y = (int) round (top - PAD);
  if (!claim (self, x + PAD - room, y + PAD - room, sprite->width - 2 * PAD + 2 * room,
              sprite->height - 2 * PAD + 2 * room, FALSE)
      && !even_over)
    return 0;
  put (sprite, cr, snapshot, x, y);
  return 1;
}

gboolean
plx_graph_labels_draw (PlxGraphLabels *self, cairo_t *cr, GtkSnapshot *snapshot,
                       const PlxScene *scene, const PlxSceneView *view, const guint *first,
                       guint n_first)
{
  guint n_drawn = 0, n_new = 0;
  gboolean complete = TRUE;

  clear_cells (self, view);
  for (guint i = 0; i < n_first; i++)
    draw_one (self, cr, snapshot, scene, view, first[i], TRUE, &n_new);
  for (guint i = 0; i < self->n && n_drawn < MAX_LABELS; i++)
    {
      int drawn = draw_one (self, cr, snapshot, scene, view, self->order[i], FALSE, &n_new);

      complete &= drawn >= 0;
      n_drawn += drawn > 0 ? 1 : 0;
    }
  return complete;
}
