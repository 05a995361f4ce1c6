/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-canvas-private.h"

#include <math.h>

/* Mouse, touchpad, keys and actions of the canvas. Every move has a key, and
 * every key is an action that assistive technology can call. */

#define DRAG_FROM_PX 4.0
#define ZOOM_STEP 1.25
#define EDGE_TOLERANCE_PX 5.0
#define PAN_STEP_PX 60.0

static void
to_scene (PlxGraphCanvas *self, double x, double y, double *scene_x, double *scene_y)
{
  *scene_x = self->view.x + x / self->view.zoom;
  *scene_y = self->view.y + y / self->view.zoom;
}

static PlxGraphPick
find (PlxGraphCanvas *self, double x, double y, int *index)
{
  double sx, sy;

  to_scene (self, x, y, &sx, &sy);
  *index = plx_scene_node_at (self->scene, self->view.zoom, sx, sy, 2 / self->view.zoom);
  if (*index >= 0)
    return PLX_PICK_NODE;
  *index = plx_scene_edge_at (self->scene, self->view.zoom, sx, sy,
                              EDGE_TOLERANCE_PX / self->view.zoom);
  return *index >= 0 ? PLX_PICK_EDGE : PLX_PICK_NOTHING;
}

/* -- mouse -- */

static void
drag_begin_cb (PlxGraphCanvas *self, double x, double y)
{
  int index = -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_x = x;
  self->drag_y = y;
  self->drag_view = self->view;
  self->drag_moved = FALSE;
  self->press_node = self->scene != NULL && find (self, x, y, &index) == PLX_PICK_NODE ? index : -1;
}

static void
drag_update_cb (PlxGraphCanvas *self, double dx, double dy)
{
  double x, y;

  if (!self->drag_moved && hypot (dx, dy) < DRAG_FROM_PX)
    return;
  if (!self->drag_moved && self->press_node >= 0)
    plx_graph_canvas_begin_drag (self, (guint) self->press_node);
  self->drag_moved = TRUE;
  if (self->dragged == NULL)
    {
      self->fitted = FALSE;
      self->view.x = self->drag_view.x - dx / self->view.zoom;
      self->view.y = self->drag_view.y - dy / self->view.zoom;
    }
  else
    {
      to_scene (self, self->drag_x + dx, self->drag_y + dy, &x, &y);
      plx_scene_place (self->dragged, (guint) self->drag_node, x, y);
    }
  plx_graph_canvas_moved (self);
}

static void
drag_end_cb (PlxGraphCanvas *self, double dx, double dy)
{
  int index = -1;

  if (self->drag_moved)
    {
      plx_graph_canvas_end_drag (self);
      return;
    }
  if (self->scene != NULL)
    {
      PlxGraphPick what = find (self, self->drag_x, self->drag_y, &index);

      plx_graph_canvas_pick (self, what, index);
    }
}

static void
drag_cancel_cb (PlxGraphCanvas *self)
{
  g_clear_pointer (&self->dragged, plx_scene_unref);
  self->drag_node = -1;
  plx_graph_canvas_moved (self);
}

static void
motion_cb (PlxGraphCanvas *self, double x, double y)
{
  int index;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->scene == NULL || self->dragged != NULL)
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find (self, x, y, &index) != PLX_PICK_NOTHING
                                                        ? "pointer"
                                                        : NULL);
}

static gboolean
scroll_cb (PlxGraphCanvas *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_SHIFT_MASK) != 0)
    plx_graph_canvas_pan (self, -(dx + dy) * PAN_STEP_PX, 0);
  else
    plx_graph_canvas_zoom (self, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_cb (PlxGraphCanvas *self, double scale, GtkGesture *gesture)
{
  double x = self->view.width / 2, y = self->view.height / 2;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  plx_graph_canvas_zoom (self, self->drag_view.zoom * scale / self->view.zoom, x, y);
}

static void
pinch_begin_cb (PlxGraphCanvas *self)
{
  drag_cancel_cb (self);
  self->drag_view = self->view;
}

void
plx_graph_canvas_add_input (PlxGraphCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/* -- walking -- */

static void
step_node (PlxGraphCanvas *self, int by)
{
  int n = self->scene != NULL ? (int) self->scene->n_nodes : 0;
  int at = -1;

  if (n == 0)
    return;
  for (int i = 0; i < n && at < 0 && self->current >= 0; i++)
    if (self->order[i] == (guint) self->current)
      at = i;
  at = at < 0 ? (by > 0 ? 0 : n - 1) : (at + by + n) % n;
  plx_graph_canvas_pick (self, PLX_PICK_NODE, (int) self->order[at]);
  plx_graph_canvas_reveal (self);
}

/* The relations of the current node, one after the other. */
static void
step_relation (PlxGraphCanvas *self, int by)
{
  int n = self->scene != NULL ? (int) self->scene->n_edges : 0;
  int at = self->what == PLX_PICK_EDGE ? self->index : (by > 0 ? -1 : n);

  for (int i = 0; i < n; i++)
    {
      const PlxSceneEdge *edge;

      at = (at + by + n) % n;
      edge = &self->scene->edges[at];
      if (self->current >= 0 && edge->from != (guint) self->current
          && edge->to != (guint) self->current)
        continue;
      plx_graph_canvas_pick (self, PLX_PICK_EDGE, at);
      plx_graph_canvas_reveal (self);
      return;
    }
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlxGraphCanvas *self = PLX_GRAPH_CANVAS (widget);
  double x = self->view.width / 2, y = self->view.height / 2;

  if (g_str_equal (name, "graph.next"))
    step_node (self, 1);
  else if (g_str_equal (name, "graph.previous"))
    step_node (self, -1);
  else if (g_str_equal (name, "graph.next-relation"))
    step_relation (self, 1);
  else if (g_str_equal (name, "graph.previous-relation"))
    step_relation (self, -1);
  else if (g_str_equal (name, "graph.zoom-in"))
    plx_graph_canvas_zoom (self, ZOOM_STEP, x, y);
  else if (g_str_equal (name, "graph.zoom-out"))
    plx_graph_canvas_zoom (self, 1 / ZOOM_STEP, x, y);
  else
    plx_graph_canvas_fit (self);
}

static gboolean
pan_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  double dx, dy;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  plx_graph_canvas_pan (PLX_GRAPH_CANVAS (widget), dx, dy);
  return TRUE;
}

void
plx_graph_canvas_install_input (GtkWidgetClass *widget_class)
{
  static const char * const actions[] = {
    "graph.next", "graph.previous", "graph.next-relation", "graph.previous-relation",
    "graph.zoom-in", "graph.zoom-out", "graph.fit",
  };
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Right, "graph.next" },
    { GDK_KEY_Left, "graph.previous" },
    { GDK_KEY_n, "graph.next" },
    { GDK_KEY_p, "graph.previous" },
    { GDK_KEY_Down, "graph.next-relation" },
    { GDK_KEY_Up, "graph.previous-relation" },
    { GDK_KEY_plus, "graph.zoom-in" },
    { GDK_KEY_equal, "graph.zoom-in" },
    { GDK_KEY_KP_Add, "graph.zoom-in" },
    { GDK_KEY_minus, "graph.zoom-out" },
    { GDK_KEY_KP_Subtract, "graph.zoom-out" },
    { GDK_KEY_0, "graph.fit" },
    { GDK_KEY_Home, "graph.fit" },
  };
  static const struct {
    guint key;
    double dx, dy;
  } pans[] = {
    { GDK_KEY_Right, -PAN_STEP_PX, 0 },
    { GDK_KEY_Left, PAN_STEP_PX, 0 },
    { GDK_KEY_Down, 0, -PAN_STEP_PX },
    { GDK_KEY_Up, 0, PAN_STEP_PX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_add_binding (widget_class, pans[i].key, GDK_SHIFT_MASK, pan_cb, "(dd)",
                                  pans[i].dx, pans[i].dy);
}
