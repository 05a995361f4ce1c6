/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-graph-private.h"

/* Less of a graph, and the difference of two sources. */

static gboolean
tells (const PlxGraphEdge *edge, const char *source)
{
  for (guint i = 0; i < edge->evidence->len; i++)
    if (g_str_equal (PLX_GRAPH_EVIDENCE (edge, i)->source, source))
      return TRUE;
  return FALSE;
}

/* What an edge says, whoever says it. "A reported Kim" and "B reported Kim"
 * are the same matter told by each of them, so a source that stands at the
 * tail of its own report is left out of the key. */
static char *
matter_dup (const PlxGraph *graph, const PlxGraphEdge *edge, const char *source)
{
  gboolean own = g_str_equal (PLX_GRAPH_NODE (graph, edge->from)->label, source);

  if (own)
    return g_strdup_printf ("*:%u:%s", edge->to, edge->kind);
  return g_strdup_printf ("%u:%u:%s", edge->from, edge->to, edge->kind);
}

static GHashTable *
matters_of (const PlxGraph *graph, const char *source)
{
  GHashTable *matters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < graph->edges->len; i++)
    if (tells (PLX_GRAPH_EDGE (graph, i), source))
      g_hash_table_add (matters, matter_dup (graph, PLX_GRAPH_EDGE (graph, i), source));
  return matters;
}

/* Does @matters, those of one source, hold what @edge says by @teller? */
static gboolean
has_matter (GHashTable *matters, const PlxGraph *graph, const PlxGraphEdge *edge,
            const char *teller)
{
  g_autofree char *key = matter_dup (graph, edge, teller);

  return g_hash_table_contains (matters, key);
}

static gboolean
has_kind (guint kinds, PlxEntityKind kind)
{
  return kinds == 0 || (kinds & (1u << kind)) != 0;
}

static gboolean
drawn_by (const PlxGraph *graph, GHashTable *matters, const PlxGraphEdge *edge,
          const PlxGraphFilter *filter)
{
  if (filter->source != NULL)
    return has_matter (matters, graph, edge, filter->source) || tells (edge, filter->minus);
  return tells (edge, filter->minus);
}

static PlxGraphEdge *
filtered_edge (const PlxGraphEdge *edge, const PlxGraphFilter *filter)
{
  PlxGraphEdge *copy = plx_graph_edge_new (edge->from, edge->to, edge->kind);

  copy->time = g_strdup (edge->time);
  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const PlxGraphEvidence *evidence = PLX_GRAPH_EVIDENCE (edge, i);

      if (filter->source != NULL && !g_str_equal (evidence->source, filter->source))
        continue;
      copy->observed |= !evidence->said;
      g_ptr_array_add (copy->evidence, plx_graph_evidence_copy (evidence));
    }
  return copy;
}

/**
 * plx_graph_filter:
 *
 * Returns: (transfer full): what passes, without nodes that lost every edge
 */
PlxGraph *
plx_graph_filter (const PlxGraph *self, const PlxGraphFilter *filter)
{
  g_autoptr (GHashTable) matters = filter->minus != NULL ? matters_of (self, filter->minus) : NULL;
  PlxGraph *graph = plx_graph_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    g_ptr_array_add (graph->nodes, plx_graph_node_copy (PLX_GRAPH_NODE (self, i)));
  for (guint i = 0; i < self->edges->len; i++)
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (self, i);

      if (filter->relation != NULL && !g_str_equal (edge->kind, filter->relation))
        continue;
      if (!has_kind (filter->kinds, PLX_GRAPH_NODE (self, edge->from)->kind)
          || !has_kind (filter->kinds, PLX_GRAPH_NODE (self, edge->to)->kind))
        continue;
      if (filter->minus != NULL && drawn_by (self, matters, edge, filter))
        continue;
      g_ptr_array_add (graph->edges, filtered_edge (edge, filter));
      edge = g_ptr_array_index (graph->edges, graph->edges->len - 1);
      if (edge->evidence->len < MAX (filter->min_evidence, 1))
        g_ptr_array_set_size (graph->edges, (gint) graph->edges->len - 1);
    }
  plx_graph_drop_unused (graph);
  return graph;
}

/**
 * plx_graph_compare:
 * @a, @b: sources
 *
 * Returns: (transfer full) (array length=n_edges): for each edge which of the
 *   two draws it; g_free()
 */
PlxGraphShare *
plx_graph_compare (const PlxGraph *self, const char *a, const char *b)
{
  g_autoptr (GHashTable) of_a = matters_of (self, a);
  g_autoptr (GHashTable) of_b = matters_of (self, b);
  PlxGraphShare *shares = g_new0 (PlxGraphShare, self->edges->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (self, i);
      gboolean by_a = tells (edge, a), by_b = tells (edge, b);

      if (by_a && !by_b)
        by_b = has_matter (of_b, self, edge, a);
      else if (by_b && !by_a)
        by_a = has_matter (of_a, self, edge, b);
      shares[i] = by_a && by_b ? PLX_GRAPH_SHARE_BOTH
                  : by_a       ? PLX_GRAPH_SHARE_A
                  : by_b       ? PLX_GRAPH_SHARE_B
                               : PLX_GRAPH_SHARE_NEITHER;
    }
  return shares;
}

/**
 * plx_graph_difference:
 * @shares: (out) (array length=n_edges): who draws each edge; g_free()
 *
 * Returns: (transfer full): what @a or @b draws, with the evidence of both
 */
PlxGraph *
plx_graph_difference (const PlxGraph *self, const char *a, const char *b, PlxGraphShare **shares)
{
  g_autofree PlxGraphShare *all = plx_graph_compare (self, a, b);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (PlxGraphShare));
  PlxGraph *graph = plx_graph_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    g_ptr_array_add (graph->nodes, plx_graph_node_copy (PLX_GRAPH_NODE (self, i)));
  for (guint i = 0; i < self->edges->len; i++)
    {
      if (all[i] == PLX_GRAPH_SHARE_NEITHER)
        continue;
      g_ptr_array_add (graph->edges, filtered_edge (PLX_GRAPH_EDGE (self, i),
                                                    &(PlxGraphFilter) { .source = NULL }));
      g_array_append_val (kept, all[i]);
    }
  plx_graph_drop_unused (graph);
  *shares = (PlxGraphShare *) g_array_free (g_steal_pointer (&kept), FALSE);
  return graph;
}
