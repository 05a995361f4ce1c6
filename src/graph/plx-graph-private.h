/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/* Shared by the files that make graphs: plx-relations.c through the builder,
 * plx-graph-filter.c by copying. */

PlxGraph         *plx_graph_new           (void) G_GNUC_WARN_UNUSED_RESULT;
PlxGraphNode     *plx_graph_node_copy     (const PlxGraphNode     *node);
PlxGraphEvidence *plx_graph_evidence_copy (const PlxGraphEvidence *evidence);
PlxGraphEdge     *plx_graph_edge_new      (guint                   from,
                                           guint                   to,
                                           const char             *kind) G_GNUC_WARN_UNUSED_RESULT;
void              plx_graph_drop_unused   (PlxGraph               *self);
gboolean          plx_graph_is_mutual     (const char             *kind);

/* The builder merges nodes by project entity or by name, edges by their ends
 * and kind, and evidence by sentence. A voice is the node that tells. */
typedef struct _PlxGraphBuilder PlxGraphBuilder;

typedef struct {
  gint64 article;
  gint voice;            // node, -1: an outlet without a name
  gboolean said;
  gint statement;
  PlxSpan span;
  PlxSpan chars;
} PlxGraphSighting;

PlxGraphBuilder *plx_graph_builder_new           (void) G_GNUC_WARN_UNUSED_RESULT;
guint            plx_graph_builder_entity        (PlxGraphBuilder        *self,
                                                  gint64                  entity,
                                                  const char             *name,
                                                  PlxEntityKind           kind);
gint             plx_graph_builder_find_entity   (PlxGraphBuilder        *self,
                                                  gint64                  entity,
                                                  const char             *name,
                                                  PlxEntityKind           kind);
guint            plx_graph_builder_publisher     (PlxGraphBuilder        *self,
                                                  const char             *name);
void             plx_graph_builder_count         (PlxGraphBuilder        *self,
                                                  guint                   node,
                                                  guint                   n_mentions);
void             plx_graph_builder_edge          (PlxGraphBuilder        *self,
                                                  guint                   from,
                                                  guint                   to,
                                                  const char             *kind,
                                                  const char             *time,
                                                  const PlxGraphSighting *sighting,
                                                  const char             *text);
PlxGraph        *plx_graph_builder_end           (PlxGraphBuilder        *self);
void             plx_graph_builder_free          (PlxGraphBuilder        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphBuilder, plx_graph_builder_free)

G_END_DECLS
