/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "graph/plx-layout.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

/* Builds and lays out the graph of a story or of the project in a worker. */
typedef struct {
  gint64 story;
  PlxGraph *graph;
  GHashTable *places;    // node key → PlxPoint, one for every node and for those of before
} PlxLoadedGraph;

GHashTable     *plx_graph_places_new  (void) G_GNUC_WARN_UNUSED_RESULT;
PlxPoint       *plx_graph_place_new   (PlxPoint              place) G_GNUC_WARN_UNUSED_RESULT;

/* Nodes that have a place in @places (copied) keep it. */
void            plx_graph_load_async  (PlxProject           *project,
                                       gint64                story,
                                       GHashTable           *places,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
PlxLoadedGraph *plx_graph_load_finish (PlxProject           *project,
                                       GAsyncResult         *result,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            plx_loaded_graph_free (PlxLoadedGraph       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLoadedGraph, plx_loaded_graph_free)

G_END_DECLS
