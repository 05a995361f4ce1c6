/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-selection.h"

G_BEGIN_DECLS

/* The left side: *Filter articles*, *Stories*, *Sources* (publishers, then
 * those heard only through others), *Articles*. */
#define PLX_TYPE_COLLECTION_PANEL (plx_collection_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlxCollectionPanel, plx_collection_panel, PLX, COLLECTION_PANEL, GtkWidget)

GtkWidget *plx_collection_panel_new         (PlxSelection       *selection);
void       plx_collection_panel_set_project (PlxCollectionPanel *self,
                                             PlxProject         *project);
void       plx_collection_panel_focus_filter (PlxCollectionPanel *self);

G_END_DECLS
