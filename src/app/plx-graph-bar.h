/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/* What of the graph is shown: of this story or of all, whose, which relations
 * and kinds, from how many sentences on; or the difference of two sources.
 * Signals: "changed": what is shown; "scope-changed": story or project */
#define PLX_TYPE_GRAPH_BAR (plx_graph_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphBar, plx_graph_bar, PLX, GRAPH_BAR, GtkWidget)

GtkWidget *plx_graph_bar_new            (void);
/* Offers the sources and kinds of @graph; keeps what was chosen where it can. */
void       plx_graph_bar_set_graph      (PlxGraphBar     *self,
                                         const PlxGraph  *graph);
/* Strings are borrowed until the bar changes. */
void       plx_graph_bar_get_filter     (PlxGraphBar     *self,
                                         PlxGraphFilter  *filter);
gboolean   plx_graph_bar_get_difference (PlxGraphBar     *self,
                                         const char     **a,
                                         const char     **b);
gboolean   plx_graph_bar_is_whole       (PlxGraphBar     *self);   // the whole project
void       plx_graph_bar_set_whole      (PlxGraphBar     *self,
                                         gboolean         whole);  // says nothing
void       plx_graph_bar_reset          (PlxGraphBar     *self);   // shows everything

G_END_DECLS
