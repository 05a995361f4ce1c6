/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-canvas.h"

#include "app/plx-compat.h"
#include "app/plx-graph-canvas-private.h"
#include "app/plx-mark-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Per frame the main thread copies the last picture to where it belongs now
 * (whole pixels while panning, scaled while zooming), draws what is selected
 * or dragged live on top, then the labels. The picture is larger than the view
 * by a margin, so that panning does not run off it at once. */

#define MARGIN_PX 200.0
#define FIT_MARGIN_PX 28.0
#define MIN_ZOOM 0.02
#define MAX_ZOOM 4.0

G_DEFINE_FINAL_TYPE (PlxGraphCanvas, plx_graph_canvas, GTK_TYPE_WIDGET)

enum { PICKED, PLACED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const PlxScene *
live_scene (PlxGraphCanvas *self)
{
  return self->dragged != NULL ? self->dragged : self->scene;
}

/* CSS gives the size in pixels, with the text size setting in it; scenes are
 * drawn at cairo's 96 dpi, where a point is 4/3 of one. */
static char *
font_dup (PlxGraphCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (context));
  char *name;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_size (font, pango_font_description_get_size (font) * 3 / 4);
  pango_font_description_set_size (font, pango_font_description_get_size (font) * 9 / 10);
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  name = pango_font_description_to_string (font);
  pango_font_description_free (font);
  return name;
}

/* -- the picture -- */

static int
selected_edge (PlxGraphCanvas *self)
{
  return self->what == PLX_PICK_EDGE ? self->index : -1;
}

static gboolean
is_asked (PlxGraphCanvas *self, const PlxSceneView *view, const PlxPalette *palette)
{
  return self->asked_scene == self->scene && self->asked_palette == palette
         && self->asked_hidden == self->drag_node && self->asked_unlabelled == selected_edge (self)
         && self->asked.x == view->x && self->asked.y == view->y && self->asked.zoom == view->zoom
         && self->asked.width == view->width && self->asked.height == view->height;
}

static void
ask_for_picture (PlxGraphCanvas *self, const PlxPalette *palette, const char *font)
{
  PlxSceneView wide = self->view;
  const PlxSceneStyle style = {
    .palette = palette, .font = font, .hidden = self->drag_node, .unlabelled = selected_edge (self),
  };

  wide.width += 2 * MARGIN_PX;
  wide.height += 2 * MARGIN_PX;
  wide.x -= MARGIN_PX / wide.zoom;
  wide.y -= MARGIN_PX / wide.zoom;
  if (is_asked (self, &wide, palette))
    return;
  self->asked = wide;
  self->asked_scene = self->scene;
  self->asked_palette = palette;
  self->asked_hidden = self->drag_node;
  self->asked_unlabelled = selected_edge (self);
  plx_graph_raster_request (self->raster, self->scene, &wide, &style,
                            gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
paint_picture (PlxGraphCanvas *self, cairo_t *cr)
{
  PlxSceneView shown;
  int hidden;
  cairo_surface_t *surface = plx_graph_raster_get (self->raster, &shown, &hidden);
  double scale;

  if (surface == NULL)
    return;
  scale = self->view.zoom / shown.zoom;
  cairo_save (cr);
  cairo_translate (cr, round ((shown.x - self->view.x) * self->view.zoom),
                   round ((shown.y - self->view.y) * self->view.zoom));
  if (fabs (scale - 1) > 1e-6)
    cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
touches (const PlxSceneEdge *edge, int node)
{
  return edge->from == (guint) node || edge->to == (guint) node;
}

/* A node, with its edges, that the picture does not have. */
static void
draw_loose (PlxGraphCanvas *self, cairo_t *cr, const PlxPalette *palette, int node)
{
  const PlxScene *scene = live_scene (self);

  if (node < 0 || (guint) node >= scene->n_nodes)
    return;
  for (guint i = 0; i < scene->n_edges; i++)
    if (touches (&scene->edges[i], node))
      plx_scene_draw_edge (scene, cr, &self->view, palette, i, FALSE);
  plx_scene_draw_node (scene, cr, &self->view, palette, (guint) node, FALSE);
}

static void
draw_live (PlxGraphCanvas *self, cairo_t *cr, const PlxPalette *palette, const char *font)
{
  const PlxScene *scene = live_scene (self);
  PlxSceneView shown;
  int hidden;

  plx_graph_raster_get (self->raster, &shown, &hidden);
  draw_loose (self, cr, palette, self->drag_node);
  if (hidden != self->drag_node)
    draw_loose (self, cr, palette, hidden);
  if (self->what == PLX_PICK_EDGE && (guint) self->index < scene->n_edges)
    {
      const PlxSceneEdge *edge = &scene->edges[self->index];

      plx_scene_draw_edge (scene, cr, &self->view, palette, (guint) self->index, TRUE);
      plx_scene_draw_node (scene, cr, &self->view, palette, edge->from, TRUE);
      plx_scene_draw_node (scene, cr, &self->view, palette, edge->to, TRUE);
      plx_scene_draw_edge_label (scene, cr, &self->view,
                                 &(PlxSceneStyle) { .palette = palette, .font = font },
                                 (guint) self->index);
    }
  else if (self->what == PLX_PICK_NODE && (guint) self->index < scene->n_nodes)
    plx_scene_draw_node (scene, cr, &self->view, palette, (guint) self->index, TRUE);
}

static gboolean
draw_again_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PLX_GRAPH_CANVAS (widget)->tick = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
draw_labels (PlxGraphCanvas *self, cairo_t *cr, GtkSnapshot *snapshot, const PlxPalette *palette,
             const char *font)
{
  const PlxScene *scene = live_scene (self);
  guint first[3], n_first = 0;

  if (self->drag_node >= 0)
    first[n_first++] = (guint) self->drag_node;
  if (self->what == PLX_PICK_NODE && (guint) self->index < scene->n_nodes)
    first[n_first++] = (guint) self->index;
  else if (self->what == PLX_PICK_EDGE && (guint) self->index < scene->n_edges)
    {
      first[n_first++] = scene->edges[self->index].from;
      first[n_first++] = scene->edges[self->index].to;
    }
  plx_graph_labels_set_scene (self->labels, scene, palette, font,
                              gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (!plx_graph_labels_draw (self->labels, cr, snapshot, scene, &self->view, first, n_first)
      && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}

static void
append_focus (PlxGraphCanvas *self, GtkSnapshot *snapshot, const PlxPalette *palette)
{
  const GdkRGBA accent = { (float) palette->selection.red, (float) palette->selection.green,
                           (float) palette->selection.blue, 0.8f };
  const GdkRGBA colours[4] = { accent, accent, accent, accent };
  const float widths[4] = { 2, 2, 2, 2 };
  GskRoundedRect outline;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (1, 1, (float) self->view.width - 2,
                                                        (float) self->view.height - 2),
                                   6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* The window is drawn by cairo: everything in one node. */
static void
snapshot_cairo (PlxGraphCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds,
                const PlxPalette *palette, const char *font)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  paint_picture (self, cr);
  draw_live (self, cr, palette, font);
  draw_labels (self, cr, snapshot, palette, font);
  cairo_destroy (cr);
}

/* The window is drawn by OpenGL, which turns each cairo node into a texture in
 * each frame: give it textures, and cairo only for what is live. */
static void
snapshot_textures (PlxGraphCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds,
                   const PlxPalette *palette, const char *font)
{
  PlxSceneView shown;
  int hidden;
  cairo_surface_t *surface = plx_graph_raster_get (self->raster, &shown, &hidden);
  double scale = surface != NULL ? self->view.zoom / shown.zoom : 1;

  if (surface != NULL && surface != self->texture_of)
    {
      g_clear_object (&self->texture);
      self->texture = plx_texture_from_surface (surface);
      self->texture_of = surface;
    }
  if (self->texture != NULL)
    gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT ((float) round ((shown.x - self->view.x) * self->view.zoom),
                           (float) round ((shown.y - self->view.y) * self->view.zoom),
                           (float) (shown.width * scale), (float) (shown.height * scale)));
  if (self->drag_node >= 0 || hidden >= 0 || self->what != PLX_PICK_NOTHING)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

      draw_live (self, cr, palette, font);
      cairo_destroy (cr);
    }
  draw_labels (self, NULL, snapshot, palette, font);
}

static void
plx_graph_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  const PlxPalette *palette = plx_palette_get (plx_style_is_dark ());
  const GdkRGBA background = { (float) palette->background.red, (float) palette->background.green,
                               (float) palette->background.blue, 1 };
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->view.width,
                                                     (float) self->view.height);
  g_autofree char *font = NULL;

  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &background, &bounds);
  if (self->scene != NULL)
    {
      font = font_dup (self);
      ask_for_picture (self, palette, font);
      if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget))))
        snapshot_cairo (self, snapshot, &bounds, palette, font);
      else
        snapshot_textures (self, snapshot, &bounds, palette, font);
    }
  append_focus (self, snapshot, palette);
  gtk_snapshot_pop (snapshot);
}

/* -- the view -- */

void
plx_graph_canvas_moved (PlxGraphCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_graph_canvas_fit (PlxGraphCanvas *self)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  self->fitted = TRUE;
  if (self->scene != NULL && self->view.width > 0)
    self->view = plx_scene_fit (self->scene, self->view.width, self->view.height, FIT_MARGIN_PX);
  plx_graph_canvas_moved (self);
}

void
plx_graph_canvas_pan (PlxGraphCanvas *self, double dx, double dy)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  self->fitted = FALSE;
  self->view.x -= dx / self->view.zoom;
  self->view.y -= dy / self->view.zoom;
  plx_graph_canvas_moved (self);
}

void
plx_graph_canvas_zoom (PlxGraphCanvas *self, double factor, double x, double y)
{
  double zoom;

  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  zoom = CLAMP (self->view.zoom * factor, MIN_ZOOM, MAX_ZOOM);
  self->fitted = FALSE;
  self->view.x += x / self->view.zoom - x / zoom;
  self->view.y += y / self->view.zoom - y / zoom;
  self->view.zoom = zoom;
  plx_graph_canvas_moved (self);
}

/* Moves as little as needed to bring a node into view. */
static void
show_node (PlxGraphCanvas *self, guint node)
{
  const double edge = 60;
  double x = (self->scene->nodes[node].x - self->view.x) * self->view.zoom;
  double y = (self->scene->nodes[node].y - self->view.y) * self->view.zoom;
  double dx = x < edge ? edge - x : x > self->view.width - edge ? self->view.width - edge - x : 0;
  double dy = y < edge ? edge - y : y > self->view.height - edge ? self->view.height - edge - y : 0;

  if (self->view.width > 2 * edge && self->view.height > 2 * edge && (dx != 0 || dy != 0))
    plx_graph_canvas_pan (self, dx, dy);
}

static void
plx_graph_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);

  self->view.width = width;
  self->view.height = height;
  if (self->fitted)
    plx_graph_canvas_fit (self);
}

static void
plx_graph_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 160;
  *natural = 480;
}

/* -- selection -- */

/* GTK 4.8 cannot say that a canvas has children; what is current is told in
 * its description. */
static void
describe (PlxGraphCanvas *self)
{
  g_autofree char *text = NULL;

  if (self->scene == NULL || self->what == PLX_PICK_NOTHING)
    text = g_strdup (_("Nothing selected"));
  else if (self->what == PLX_PICK_NODE)
    {
      const PlxGraphNode *node = PLX_GRAPH_NODE (self->scene->graph, self->index);
      guint n = 0;

      for (guint i = 0; i < self->scene->n_edges; i++)
        n += touches (&self->scene->edges[i], self->index) ? 1 : 0;
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s, %u relation",
                                           "%s, %s, %u relations", n),
                              node->label, plx_entity_kind_get_word (node->kind), n);
    }
  else
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (self->scene->graph, self->index);

      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %s %s, %u sentence",
                                           "%s %s %s, %u sentences", edge->evidence->len),
                              PLX_GRAPH_NODE (self->scene->graph, edge->from)->label, edge->kind,
                              PLX_GRAPH_NODE (self->scene->graph, edge->to)->label,
                              edge->evidence->len);
    }
  plx_widget_set_description (GTK_WIDGET (self), text);
}

static gboolean
set_selected (PlxGraphCanvas *self, PlxGraphPick what, int index)
{
  guint n = self->scene == NULL     ? 0
            : what == PLX_PICK_NODE ? self->scene->n_nodes
                                    : self->scene->n_edges;

  if (index < 0 || (guint) index >= n)
    what = PLX_PICK_NOTHING;
  if (what == PLX_PICK_NOTHING)
    index = -1;
  if (self->what == what && self->index == index)
    return FALSE;
  self->what = what;
  self->index = index;
  if (what == PLX_PICK_NODE)
    self->current = index;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
plx_graph_canvas_select (PlxGraphCanvas *self, PlxGraphPick what, int index)
{
  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  if (set_selected (self, what, index))
    plx_graph_canvas_reveal (self);
}

/* Brings what is selected into view. */
void
plx_graph_canvas_reveal (PlxGraphCanvas *self)
{
  if (self->what == PLX_PICK_NODE)
    show_node (self, (guint) self->index);
  else if (self->what == PLX_PICK_EDGE)
    {
      show_node (self, self->scene->edges[self->index].from);
      show_node (self, self->scene->edges[self->index].to);
    }
}

void
plx_graph_canvas_pick (PlxGraphCanvas *self, PlxGraphPick what, int index)
{
  if (set_selected (self, what, index))
    g_signal_emit (self, signals[PICKED], 0, (int) self->what, self->index);
}

/* -- dragging a node: it and its edges are drawn live, the picture without -- */

void
plx_graph_canvas_begin_drag (PlxGraphCanvas *self, guint node)
{
  g_clear_pointer (&self->dragged, plx_scene_unref);
  self->dragged = plx_scene_copy (self->scene);
  self->drag_node = (int) node;
  plx_graph_canvas_moved (self);
}

void
plx_graph_canvas_end_drag (PlxGraphCanvas *self)
{
  guint node = (guint) self->drag_node;

  if (self->dragged == NULL)
    return;
  plx_scene_unref (self->scene);
  self->scene = g_steal_pointer (&self->dragged);
  self->drag_node = -1;
  plx_graph_canvas_moved (self);
  g_signal_emit (self, signals[PLACED], 0, node);
}

void
plx_graph_canvas_set_scene (PlxGraphCanvas *self, PlxScene *scene)
{
  gboolean first;

  g_return_if_fail (PLX_IS_GRAPH_CANVAS (self));

  if (self->scene == scene)
    return;
  first = self->scene == NULL;
  g_clear_pointer (&self->dragged, plx_scene_unref);
  g_clear_pointer (&self->scene, plx_scene_unref);
  self->scene = scene != NULL ? plx_scene_ref (scene) : NULL;
  g_clear_pointer (&self->order, g_free);
  self->order = scene != NULL ? plx_graph_dup_order (scene->graph) : NULL;
  self->asked_scene = NULL;
  self->drag_node = -1;
  self->current = -1;
  set_selected (self, PLX_PICK_NOTHING, -1);
  if (first || self->fitted)
    plx_graph_canvas_fit (self);
  plx_graph_canvas_moved (self);
}

PlxScene *
plx_graph_canvas_get_scene (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), NULL);
  return self->scene;
}

gboolean
plx_graph_canvas_is_settled (PlxGraphCanvas *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_CANVAS (self), FALSE);
  return !plx_graph_raster_is_busy (self->raster);
}

/* -- the object -- */

static void
picture_done_cb (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

static void
plx_graph_canvas_dispose (GObject *object)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (object);

  g_clear_pointer (&self->raster, plx_graph_raster_free);
  g_clear_pointer (&self->labels, plx_graph_labels_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->dragged, plx_scene_unref);
  g_clear_pointer (&self->scene, plx_scene_unref);
  G_OBJECT_CLASS (plx_graph_canvas_parent_class)->dispose (object);
}

static void
plx_graph_canvas_class_init (PlxGraphCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_graph_canvas_dispose;
  widget_class->snapshot = plx_graph_canvas_snapshot;
  widget_class->size_allocate = plx_graph_canvas_size_allocate;
  widget_class->measure = plx_graph_canvas_measure;
  signals[PICKED] = g_signal_new ("picked", PLX_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[PLACED] = g_signal_new ("placed", PLX_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "plx-graph");
  plx_graph_canvas_install_input (widget_class);
}

static void
plx_graph_canvas_init (PlxGraphCanvas *self)
{
  self->raster = plx_graph_raster_new (picture_done_cb, self);
  self->labels = plx_graph_labels_new ();
  self->view.zoom = 1;
  self->fitted = TRUE;
  self->index = self->current = self->drag_node = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  plx_widget_set_label (GTK_WIDGET (self), _("Relation graph"));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  plx_graph_canvas_add_input (self);
  describe (self);
}

GtkWidget *
plx_graph_canvas_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_CANVAS, NULL);
}
