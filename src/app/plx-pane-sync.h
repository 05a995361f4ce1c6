/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Panes that scroll together: what stands a third down the one that is scrolled
 * is brought to the same height in the others, between anchors in proportion.
 * Nothing is set while GTK lays out; one tick later all of it is. */
typedef struct _PlxPaneSync PlxPaneSync;

typedef struct {
  double from, to;     // heights in the two texts that belong together
} PlxPaneAnchor;

/* Adds PlxPaneAnchor of panes @from and @to to @anchors, in any order. */
typedef void (*PlxPaneAnchorFunc) (guint from, guint to, GArray *anchors, gpointer user_data);

PlxPaneSync *plx_pane_sync_new   (GtkWidget         *widget,      // whose clock it uses
                                  PlxPaneAnchorFunc  func,
                                  gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;
void         plx_pane_sync_free  (PlxPaneSync       *self);
void         plx_pane_sync_add   (PlxPaneSync       *self,
                                  GtkWidget         *pane,
                                  GtkAdjustment     *adjustment);
void         plx_pane_sync_clear (PlxPaneSync       *self);
/* Each pane scrolls by itself for a moment: to its own evidence. */
void         plx_pane_sync_hold  (PlxPaneSync       *self);
/* exposed for tests: keeps the anchors that go down in both, sorted */
void         plx_pane_sync_straighten (GArray       *anchors);
double       plx_pane_sync_map   (const GArray      *anchors,
                                  double             y,
                                  double             from_end,
                                  double             to_end);

G_END_DECLS
