/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plx-selection.h"

G_BEGIN_DECLS

/* The view Graph: who is tied to whom, as a picture and as a list. */
#define PLX_TYPE_GRAPH_VIEW (plx_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphView, plx_graph_view, PLX, GRAPH_VIEW, GtkWidget)

GtkWidget *plx_graph_view_new           (void);
void       plx_graph_view_set_project   (PlxGraphView  *self,
                                      PlxProject    *project);   // NULL: none
void       plx_graph_view_set_selection (PlxGraphView  *self,
                                      PlxSelection  *selection); // once, before use

G_END_DECLS
