/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "graph/plx-scene.h"

G_BEGIN_DECLS

/* What the shapes and lines of a scene mean; only those it uses. Wraps. */
#define PLX_TYPE_GRAPH_LEGEND (plx_graph_legend_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphLegend, plx_graph_legend, PLX, GRAPH_LEGEND, GtkWidget)

GtkWidget *plx_graph_legend_new       (void);
void       plx_graph_legend_set_scene (PlxGraphLegend *self,
                                       const PlxScene *scene,
                                       const char     *a,      // of a difference, or NULL
                                       const char     *b);

G_END_DECLS
