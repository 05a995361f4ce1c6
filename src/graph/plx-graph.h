/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* Who is tied to whom: nodes are entities and sources, edges are typed,
 * directed relations with the sentences that say so. Arrays and indexes;
 * immutable once built. */

/* How an article without a known publisher is called in evidence, translated;
 * it gets no node. */
#define PLX_GRAPH_UNNAMED "Unnamed outlet"

#define PLX_GRAPH_NODE(g, i) ((const PlxGraphNode *) g_ptr_array_index ((g)->nodes, (i)))
#define PLX_GRAPH_EDGE(g, i) ((const PlxGraphEdge *) g_ptr_array_index ((g)->edges, (i)))
#define PLX_GRAPH_EVIDENCE(e, i) ((const PlxGraphEvidence *) g_ptr_array_index ((e)->evidence, (i)))

#define PLX_GRAPH_ERROR (plx_graph_error_quark ())
GQuark plx_graph_error_quark (void);

typedef enum {
  PLX_GRAPH_ERROR_EMPTY,    // no node: nothing to draw
} PlxGraphError;

typedef struct {
  gint64 article;        // id in the project, or index
  const char *source;    // who publishes it
  const PlxAnalysis *analysis;
  const gint64 *entities; // (analysis->entities->len) project entity of each; NULL: by name
} PlxGraphArticle;       // borrowed for the call

typedef struct {
  gint64 entity;         // project entity, 0: a publishing source or unknown
  char *label;
  PlxEntityKind kind;
  guint n_mentions;
} PlxGraphNode;

typedef struct {
  gint64 article;
  char *source;          // outermost voice: the reporting source, else the publisher
  gboolean said;         // said to, not stated by the article itself
  gint statement;        // index into the article's analysis, -1
  PlxSpan span;          // the sentence
  char *quote;           // its text
  PlxSpan chars;         // the same sentence in code points
} PlxGraphEvidence;

typedef struct {
  guint from, to;        // nodes
  char *kind;            // "met", "reported", "left out" …
  char *time;            // NULL
  gboolean observed;     // at least one article states it itself
  GPtrArray *evidence;   // PlxGraphEvidence, at least one
} PlxGraphEdge;

typedef struct {
  GPtrArray *nodes;      // PlxGraphNode
  GPtrArray *edges;      // PlxGraphEdge
  gatomicrefcount refs;
} PlxGraph;

/* All borrowed, NULL or 0: no restriction. */
typedef struct {
  const char *source;       // only evidence heard from this source
  const char *minus;        // difference graph: drop edges that this source draws too
  const char *relation;     // only this kind of edge
  guint kinds;              // bit per PlxEntityKind of node, 0: all
  guint min_evidence;
} PlxGraphFilter;

PlxGraph *plx_graph_build  (const PlxGraphArticle *articles,
                            guint                  n_articles,
                            GCancellable          *cancellable,
                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;
PlxGraph *plx_graph_filter (const PlxGraph        *self,
                            const PlxGraphFilter  *filter) G_GNUC_WARN_UNUSED_RESULT;
/* What two sources make of the same matter, edge by edge. */
typedef enum {
  PLX_GRAPH_SHARE_NEITHER,
  PLX_GRAPH_SHARE_A,
  PLX_GRAPH_SHARE_B,
  PLX_GRAPH_SHARE_BOTH,
} PlxGraphShare;

PlxGraphShare *plx_graph_compare     (const PlxGraph     *self,
                                      const char         *a,
                                      const char         *b) G_GNUC_WARN_UNUSED_RESULT;
PlxGraph      *plx_graph_difference  (const PlxGraph     *self,
                                      const char         *a,
                                      const char         *b,
                                      PlxGraphShare     **shares) G_GNUC_WARN_UNUSED_RESULT;
char         **plx_graph_dup_sources (const PlxGraph     *self) G_GNUC_WARN_UNUSED_RESULT;
char         **plx_graph_dup_kinds   (const PlxGraph     *self) G_GNUC_WARN_UNUSED_RESULT;
guint         *plx_graph_dup_order   (const PlxGraph     *self) G_GNUC_WARN_UNUSED_RESULT;
char          *plx_graph_node_dup_key (const PlxGraphNode *node) G_GNUC_WARN_UNUSED_RESULT;

PlxGraph *plx_graph_ref    (PlxGraph *self);
void      plx_graph_unref  (PlxGraph *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraph, plx_graph_unref)

G_END_DECLS
