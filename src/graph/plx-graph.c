/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-graph.h"
#include "graph/plx-graph-private.h"

#include <stdlib.h>
#include <string.h>

/* Life and death of graphs, and the small questions one asks them. */

G_DEFINE_QUARK (plx-graph-error-quark, plx_graph_error)

/* Relations that hold in both directions: "Kim met Xi" and "Xi met Kim" are
 * one edge, or two sources that agree would seem to differ. */
static const char * const mutual_kinds[] = {
  "agreement", "ceremony", "clash", "match", "meeting", "met", "talked with", "talks", "trade", NULL
};

gboolean
plx_graph_is_mutual (const char *kind)
{
  return g_strv_contains (mutual_kinds, kind);
}

static void
node_free (gpointer data)
{
  PlxGraphNode *node = data;

  g_free (node->label);
  g_free (node);
}

static void
evidence_free (gpointer data)
{
  PlxGraphEvidence *evidence = data;

  g_free (evidence->source);
  g_free (evidence->quote);
  g_free (evidence);
}

static void
edge_free (gpointer data)
{
  PlxGraphEdge *edge = data;

  g_free (edge->kind);
  g_free (edge->time);
  g_ptr_array_unref (edge->evidence);
  g_free (edge);
}

PlxGraph *
plx_graph_new (void)
{
  PlxGraph *self = g_new0 (PlxGraph, 1);

  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->edges = g_ptr_array_new_with_free_func (edge_free);
  g_atomic_ref_count_init (&self->refs);
  return self;
}

PlxGraph *
plx_graph_ref (PlxGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
plx_graph_unref (PlxGraph *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

PlxGraphNode *
plx_graph_node_copy (const PlxGraphNode *node)
{
  PlxGraphNode *copy = g_new (PlxGraphNode, 1);

  *copy = *node;
  copy->label = g_strdup (node->label);
  return copy;
}

PlxGraphEvidence *
plx_graph_evidence_copy (const PlxGraphEvidence *evidence)
{
  PlxGraphEvidence *copy = g_new (PlxGraphEvidence, 1);

  *copy = *evidence;
  copy->source = g_strdup (evidence->source);
  copy->quote = g_strdup (evidence->quote);
  return copy;
}

PlxGraphEdge *
plx_graph_edge_new (guint from, guint to, const char *kind)
{
  PlxGraphEdge *edge = g_new0 (PlxGraphEdge, 1);

  edge->from = from;
  edge->to = to;
  edge->kind = g_strdup (kind);
  edge->evidence = g_ptr_array_new_with_free_func (evidence_free);
  return edge;
}

/* Removes nodes that no edge touches; what remains keeps its order. */
void
plx_graph_drop_unused (PlxGraph *self)
{
  g_autofree gint *place = g_new (gint, self->nodes->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    place[i] = -1;
  for (guint i = 0; i < self->edges->len; i++)
    place[PLX_GRAPH_EDGE (self, i)->from] = place[PLX_GRAPH_EDGE (self, i)->to] = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlxGraphNode *node = g_ptr_array_index (self->nodes, i);

      if (place[i] < 0)
        {
          node_free (node);
          continue;
        }
      self->nodes->pdata[n] = node;
      place[i] = (gint) n++;
    }
  for (guint i = n; i < self->nodes->len; i++)
    self->nodes->pdata[i] = NULL;
  g_ptr_array_set_free_func (self->nodes, NULL);
  g_ptr_array_set_size (self->nodes, (gint) n);
  g_ptr_array_set_free_func (self->nodes, node_free);
  for (guint i = 0; i < self->edges->len; i++)
    {
      PlxGraphEdge *edge = g_ptr_array_index (self->edges, i);

      edge->from = (guint) place[edge->from];
      edge->to = (guint) place[edge->to];
    }
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char **
sorted_keys (GHashTable *set)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (names, g_strdup (key));
  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Everybody that tells of an edge, sorted; g_strfreev(). */
char **
plx_graph_dup_sources (const PlxGraph *self)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->edges->len; i++)
    for (guint j = 0; j < PLX_GRAPH_EDGE (self, i)->evidence->len; j++)
      g_hash_table_add (set, PLX_GRAPH_EVIDENCE (PLX_GRAPH_EDGE (self, i), j)->source);
  return sorted_keys (set);
}

/* Every kind of edge, sorted; g_strfreev(). */
char **
plx_graph_dup_kinds (const PlxGraph *self)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->edges->len; i++)
    g_hash_table_add (set, PLX_GRAPH_EDGE (self, i)->kind);
  return sorted_keys (set);
}

/* The same for the same node of another graph: places and selection follow a
 * node by it from one graph to the next. */
char *
plx_graph_node_dup_key (const PlxGraphNode *node)
{
  if (node->entity != 0)
    return g_strdup_printf ("#%" G_GINT64_FORMAT, node->entity);
  return g_strdup_printf ("%s:%s", plx_entity_kind_to_nick (node->kind), node->label);
}

typedef struct {
  guint node, weight;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->node < y->node ? -1 : 1;
}

/**
 * plx_graph_dup_order:
 *
 * Returns: (transfer full) (array length=n_nodes): nodes, those of most weight
 *   first: in this order they are listed, walked and labelled
 */
guint *
plx_graph_dup_order (const PlxGraph *self)
{
  guint n = self->nodes->len;
  g_autofree Rank *ranks = g_new (Rank, n + 1);
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    ranks[i] = (Rank) { i, PLX_GRAPH_NODE (self, i)->n_mentions };
  for (guint i = 0; i < self->edges->len; i++)
    {
      ranks[PLX_GRAPH_EDGE (self, i)->from].weight += 2;
      ranks[PLX_GRAPH_EDGE (self, i)->to].weight += 2;
    }
  qsort (ranks, n, sizeof (Rank), compare_ranks);
  for (guint i = 0; i < n; i++)
    order[i] = ranks[i].node;
  return order;
}
