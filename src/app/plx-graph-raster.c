/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-raster.h"

#include <math.h>

/* Stroking thousands of curves takes cairo a hundred milliseconds, six frames.
 * So the canvas shows the last picture, shifted and scaled, and this thread
 * makes the next. One order and one picture pass between the two threads, both
 * under the lock; the surface is finished before it is handed over. */

typedef struct {
  PlxScene *scene;
  PlxSceneView view;
  const PlxPalette *palette;
  char *font;
  int hidden, unlabelled;
  int scale_factor;
} Order;

struct _PlxGraphRaster {
  GMutex lock;
  GCond wake;
  gboolean quit;
  gboolean busy;
  Order *order;              // newest, not begun; NULL: none
  cairo_surface_t *finished; // not yet fetched by main; NULL: none
  PlxSceneView finished_view;
  int finished_hidden;
  guint idle;
  gatomicrefcount refs;      // main and the thread

  /* main only */
  PlxRasterFunc done;
  gpointer user_data;
  cairo_surface_t *shown;
  PlxSceneView shown_view;
  int shown_hidden;
};

static void
order_free (Order *order)
{
  if (order == NULL)
    return;
  plx_scene_unref (order->scene);
  g_free (order->font);
  g_free (order);
}

static void
unref (PlxGraphRaster *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  order_free (self->order);
  g_clear_pointer (&self->finished, cairo_surface_destroy);
  g_clear_pointer (&self->shown, cairo_surface_destroy);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

static cairo_surface_t *
draw (const Order *order)
{
  const PlxSceneStyle style = {
    .palette = order->palette, .font = order->font, .node_labels = FALSE, .hidden = order->hidden,
    .unlabelled = order->unlabelled,
  };
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) order->view.width * order->scale_factor,
                                (int) order->view.height * order->scale_factor);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, order->scale_factor, order->scale_factor);
  cr = cairo_create (surface);
  plx_scene_draw (order->scene, cr, &order->view, &style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
done_cb (gpointer user_data)
{
  PlxGraphRaster *self = user_data;
  cairo_surface_t *old = NULL;
  gboolean quit;

  g_mutex_lock (&self->lock);
  self->idle = 0;
  quit = self->quit;
  if (self->finished != NULL)
    {
      old = self->shown;
      self->shown = g_steal_pointer (&self->finished);
      self->shown_view = self->finished_view;
      self->shown_hidden = self->finished_hidden;
    }
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&old, cairo_surface_destroy);
  if (!quit)
    self->done (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
hand_over (PlxGraphRaster *self, cairo_surface_t *surface, const Order *order)
{
  g_clear_pointer (&self->finished, cairo_surface_destroy);
  self->finished = surface;
  self->finished_view = order->view;
  self->finished_hidden = order->hidden;
  if (self->idle != 0 || self->quit)
    return;
  g_atomic_ref_count_inc (&self->refs);
  self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, done_cb, self, (GDestroyNotify) unref);
}

static gpointer
draw_worker (gpointer user_data)
{
  PlxGraphRaster *self = user_data;

  g_mutex_lock (&self->lock);
  while (!self->quit)
    {
      Order *order = g_steal_pointer (&self->order);
      cairo_surface_t *surface;

      if (order == NULL)
        {
          self->busy = FALSE;
          g_cond_wait (&self->wake, &self->lock);
          continue;
        }
      g_mutex_unlock (&self->lock);
      surface = draw (order);
      g_mutex_lock (&self->lock);
      hand_over (self, surface, order);
      order_free (order);
    }
  g_mutex_unlock (&self->lock);
  unref (self);
  return NULL;
}

PlxGraphRaster *
plx_graph_raster_new (PlxRasterFunc done, gpointer user_data)
{
  PlxGraphRaster *self = g_new0 (PlxGraphRaster, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_atomic_ref_count_init (&self->refs);
  g_atomic_ref_count_inc (&self->refs);
  self->done = done;
  self->user_data = user_data;
  self->shown_hidden = -1;
  g_thread_unref (g_thread_new ("graph-picture", draw_worker, self));
  return self;
}

/* Does not wait: a drawing that is under way ends by itself. */
void
plx_graph_raster_free (PlxGraphRaster *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  unref (self);
}

void
plx_graph_raster_request (PlxGraphRaster *self, PlxScene *scene, const PlxSceneView *view,
                          const PlxSceneStyle *style, int scale_factor)
{
  Order *order = g_new0 (Order, 1);

  order->scene = plx_scene_ref (scene);
  order->view = *view;
  order->palette = style->palette;
  order->font = g_strdup (style->font);
  order->hidden = style->hidden;
  order->unlabelled = style->unlabelled;
  order->scale_factor = scale_factor;
  g_mutex_lock (&self->lock);
  order_free (self->order);
  self->order = order;
  self->busy = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

cairo_surface_t *
plx_graph_raster_get (PlxGraphRaster *self, PlxSceneView *view, int *hidden)
{
  *view = self->shown_view;
  *hidden = self->shown_hidden;
  return self->shown;
}

gboolean
plx_graph_raster_is_busy (PlxGraphRaster *self)
{
  gboolean busy;

  g_mutex_lock (&self->lock);
  busy = self->busy || self->finished != NULL;
  g_mutex_unlock (&self->lock);
  return busy;
}
