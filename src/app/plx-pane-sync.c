/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-pane-sync.h"

enum { HOLD_US = 500 * 1000 };

typedef struct {
  GtkWidget *widget;          // borrowed
  GtkAdjustment *adjustment;  // owned
  GtkEventController *motion; // borrowed
  gulong handler;
} Pane;

struct _PlxPaneSync {
  GtkWidget *widget;
  PlxPaneAnchorFunc func;
  gpointer user_data;
  GArray *panes;              // Pane
  int leader;                 // moved since the last tick, -1: none
  guint tick;
  gint64 hold_until_us;
  gboolean following;         // we set the values
};

/* -- anchors -- */

static int
compare_anchors (gconstpointer a, gconstpointer b)
{
  const PlxPaneAnchor *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->to < y->to ? -1 : x->to > y->to;
}

/* The longest run of anchors that goes down in both texts: a passage told in
 * another order must not make a pane jump back. O(n²), and n is small. */
void
plx_pane_sync_straighten (GArray *anchors)
{
  guint n = anchors->len, best = 0, kept;
  g_autofree guint *length = g_new0 (guint, n + 1);
  g_autofree int *before = g_new0 (int, n + 1);
  g_autofree PlxPaneAnchor *chain = g_new0 (PlxPaneAnchor, n + 1);

  if (n == 0)
    return;
  g_array_sort (anchors, compare_anchors);
  for (guint i = 0; i < n; i++)
    {
      length[i] = 1;
      before[i] = -1;
      for (guint j = 0; j < i; j++)
        {
          const PlxPaneAnchor *a = &g_array_index (anchors, PlxPaneAnchor, j);
          const PlxPaneAnchor *b = &g_array_index (anchors, PlxPaneAnchor, i);

          if (a->from < b->from && a->to < b->to && length[j] + 1 > length[i])
            {
              length[i] = length[j] + 1;
              before[i] = (int) j;
            }
        }
      if (length[i] > length[best])
        best = i;
    }
  kept = length[best];
  for (int at = (int) best, to = (int) kept; at >= 0; at = before[at])
    chain[--to] = g_array_index (anchors, PlxPaneAnchor, at);
  g_array_set_size (anchors, 0);
  g_array_append_vals (anchors, chain, kept);
}

/* The height in the other text that answers @y. */
double
plx_pane_sync_map (const GArray *anchors, double y, double from_end, double to_end)
{
  PlxPaneAnchor low = { 0, 0 }, high = { MAX (from_end, 1), MAX (to_end, 1) };

  for (guint i = 0; i < anchors->len; i++)
    {
      const PlxPaneAnchor *anchor = &g_array_index (anchors, PlxPaneAnchor, i);

      if (anchor->from <= y)
        low = *anchor;
      else
        {
          high = *anchor;
          break;
        }
    }
  if (high.from <= low.from)
    return high.to;
  return low.to + (high.to - low.to) * (y - low.from) / (high.from - low.from);
}

/* -- following -- */

static void
follow (PlxPaneSync *self, guint leader, guint other)
{
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (PlxPaneAnchor));
  GtkAdjustment *from = g_array_index (self->panes, Pane, leader).adjustment;
  GtkAdjustment *to = g_array_index (self->panes, Pane, other).adjustment;
  double y = gtk_adjustment_get_value (from) + gtk_adjustment_get_page_size (from) / 3;

  self->func (leader, other, anchors, self->user_data);
  plx_pane_sync_straighten (anchors);
  y = plx_pane_sync_map (anchors, y, gtk_adjustment_get_upper (from),
                         gtk_adjustment_get_upper (to));
  gtk_adjustment_set_value (to, y - gtk_adjustment_get_page_size (to) / 3);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlxPaneSync *self = user_data;
  int leader = self->leader;

  self->tick = 0;
  self->leader = -1;
  if (leader < 0 || leader >= (int) self->panes->len)
    return G_SOURCE_REMOVE;
  self->following = TRUE;
  for (guint i = 0; i < self->panes->len; i++)
    if ((int) i != leader)
      follow (self, (guint) leader, i);
  self->following = FALSE;
  return G_SOURCE_REMOVE;
}

/* Only a pane that the person is in leads: others move because they follow, or
 * because GTK measured their lines. */
static gboolean
is_in_hand (const Pane *pane)
{
  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (pane->motion))
         || gtk_widget_get_focus_child (pane->widget) != NULL;
}

static void
value_changed_cb (GtkAdjustment *adjustment, PlxPaneSync *self)
{
  if (self->following || g_get_monotonic_time () < self->hold_until_us)
    return;
  for (guint i = 0; i < self->panes->len; i++)
    {
      const Pane *pane = &g_array_index (self->panes, Pane, i);

      if (pane->adjustment == adjustment && is_in_hand (pane))
        self->leader = (int) i;
    }
  if (self->leader >= 0 && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/* -- panes -- */

PlxPaneSync *
plx_pane_sync_new (GtkWidget *widget, PlxPaneAnchorFunc func, gpointer user_data)
{
  PlxPaneSync *self = g_new0 (PlxPaneSync, 1);

  self->widget = widget;
  self->func = func;
  self->user_data = user_data;
  self->leader = -1;
  self->panes = g_array_new (FALSE, FALSE, sizeof (Pane));
  return self;
}

void
plx_pane_sync_add (PlxPaneSync *self, GtkWidget *pane, GtkAdjustment *adjustment)
{
  Pane added = { pane, g_object_ref (adjustment), gtk_event_controller_motion_new (), 0 };

  gtk_widget_add_controller (pane, added.motion);
  added.handler
    = g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_array_append_val (self->panes, added);
}

void
plx_pane_sync_clear (PlxPaneSync *self)
{
  for (guint i = 0; i < self->panes->len; i++)
    {
      Pane *pane = &g_array_index (self->panes, Pane, i);

      g_signal_handler_disconnect (pane->adjustment, pane->handler);
      g_object_unref (pane->adjustment);
    }
  g_array_set_size (self->panes, 0);
  self->leader = -1;
}

void
plx_pane_sync_hold (PlxPaneSync *self)
{
  self->hold_until_us = g_get_monotonic_time () + HOLD_US;
}

void
plx_pane_sync_free (PlxPaneSync *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  plx_pane_sync_clear (self);
  g_array_unref (self->panes);
  g_free (self);
}
