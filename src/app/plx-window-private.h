/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-collection-panel.h"
#include "app/plx-marks-panel.h"
#include "app/plx-operations-bar.h"
#include "app/plx-read-view.h"
#include "app/plx-shrink-bin.h"
#include "app/plx-window.h"

G_BEGIN_DECLS

/* Shared by plx-window.c (what stands where) and plx-window-actions.c. */

typedef enum {
  PLX_WIDTH_WIDE,
  PLX_WIDTH_MEDIUM,    // the inspector folds
  PLX_WIDTH_NARROW,    // the collection too
} PlxWindowWidth;

struct _PlxWindow {
  AdwApplicationWindow parent_instance;

  PlxProject *project;
  PlxSelection *selection;
  PlxCurrentArticle *current;

  /* from the template */
  AdwToastOverlay *toasts;
  GtkStack *pages, *views;
  AdwBin *welcome_bin, *collection_bin, *inspector_bin, *operations_bin;
  PlxShrinkBin *switcher_bin;
  GtkWidget *switcher, *bottom_bar, *bottom_switcher;
  GtkWidget *collection_button, *inspector_button, *open_button;
  GtkWidget *undo_button, *redo_button;
  GtkMenuButton *story_button, *menu_button;
  GMenuModel *main_menu, *open_menu;
  GtkLabel *story_label;

  PlxCollectionPanel *collection;
  PlxMarksPanel *marks;
  PlxReadView *read;
  PlxOperationsBar *operations;

  PlxWindowWidth width;
  gboolean wants_collection, wants_inspector;  // while wide
  guint fold_source;
  gint64 first_article;    // chosen for the person before there were stories; 0: settled
  gboolean may_close;      // asked already
};

void plx_window_add_actions    (PlxWindow *self);
/* Which actions make sense now; names of undo and redo. */
void plx_window_update_actions (PlxWindow *self);
void plx_window_fold           (PlxWindow *self);

G_END_DECLS
