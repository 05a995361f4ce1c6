/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-graph-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/plx-utf8.h"

/* Merging. One node per project entity; entities the project does not know
 * (the command line's analysis of loose files) merge by kind and folded name.
 * A publisher and the media source that other articles speak of are one node:
 * both look each other up by name. Sightings name the voice by node until the
 * end, when every label is final. */

typedef struct {
  PlxGraphEdge *edge;
  GArray *voices;          // gint, one per evidence
} Draft;

struct _PlxGraphBuilder {
  PlxGraph *graph;
  GHashTable *by_entity;   // gint64 → node
  GHashTable *by_name;     // "kind:folded name" → node
  GHashTable *publishers;  // folded name of anything that may publish → node
  GHashTable *drafts;      // "from:to:kind" → Draft, borrowed
  GPtrArray *order;        // Draft, as first seen
  GHashTable *seen;        // "draft:article:sentence:voice:said"
};

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_array_unref (draft->voices);
  g_free (draft);
}

PlxGraphBuilder *
plx_graph_builder_new (void)
{
  PlxGraphBuilder *self = g_new0 (PlxGraphBuilder, 1);

  self->graph = plx_graph_new ();
  self->by_entity = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->publishers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new_with_free_func (draft_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
plx_graph_builder_free (PlxGraphBuilder *self)
{
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_hash_table_unref (self->by_entity);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->publishers);
  g_hash_table_unref (self->drafts);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

static gboolean
may_publish (PlxEntityKind kind)
{
  return kind == PLX_ENTITY_MEDIA || kind == PLX_ENTITY_ORGANISATION
         || kind == PLX_ENTITY_GOVERNMENT || kind == PLX_ENTITY_PARTY;
}

static guint
add_node (PlxGraphBuilder *self, gint64 entity, const char *name, PlxEntityKind kind)
{
  PlxGraphNode *node = g_new0 (PlxGraphNode, 1);

  node->entity = entity;
  node->label = g_strdup (name);
  node->kind = kind;
  g_ptr_array_add (self->graph->nodes, node);
  return self->graph->nodes->len - 1;
}

/* Node + 1, so that 0 means none. */
static guint
lookup_entity (PlxGraphBuilder *self, gint64 entity, const char *folded, PlxEntityKind kind)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", kind, folded);
  guint found = 0;

  if (entity != 0)
    found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_entity, &entity));
  else
    found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, key));
  if (found == 0 && may_publish (kind))
    {
      found = GPOINTER_TO_UINT (g_hash_table_lookup (self->publishers, folded));
      if (found != 0 && entity != 0 && PLX_GRAPH_NODE (self->graph, found - 1)->entity != 0)
        found = 0;
    }
  return found;
}

gint
plx_graph_builder_find_entity (PlxGraphBuilder *self,
                               gint64           entity,
                               const char      *name,
                               PlxEntityKind    kind)
{
  g_autofree char *folded = fold (name);

  return (gint) lookup_entity (self, entity, folded, kind) - 1;
}

guint
plx_graph_builder_entity (PlxGraphBuilder *self,
                          gint64           entity,
                          const char      *name,
                          PlxEntityKind    kind)
{
  g_autofree char *folded = fold (name);
  guint found = lookup_entity (self, entity, folded, kind);
  guint i = found != 0 ? found - 1 : add_node (self, entity, name, kind);
  PlxGraphNode *node = g_ptr_array_index (self->graph->nodes, i);

  /* Of several names of one entity the fullest labels it. */
  if (strlen (name) > strlen (node->label))
    {
      g_free (node->label);
      node->label = g_strdup (name);
    }
  if (entity != 0 && node->entity == 0)
    node->entity = entity;
  if (entity != 0 && !g_hash_table_contains (self->by_entity, &entity))
    g_hash_table_insert (self->by_entity, g_memdup2 (&entity, sizeof entity),
                         GUINT_TO_POINTER (i + 1));
  if (entity == 0)
    g_hash_table_insert (self->by_name, g_strdup_printf ("%d:%s", kind, folded),
                         GUINT_TO_POINTER (i + 1));
  if (may_publish (kind) && !g_hash_table_contains (self->publishers, folded))
    g_hash_table_insert (self->publishers, g_steal_pointer (&folded), GUINT_TO_POINTER (i + 1));
  return i;
}

guint
plx_graph_builder_publisher (PlxGraphBuilder *self, const char *name)
{
  g_autofree char *folded = fold (name);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->publishers, folded));

  if (found == 0)
    {
      found = add_node (self, 0, name, PLX_ENTITY_MEDIA) + 1;
      g_hash_table_insert (self->publishers, g_steal_pointer (&folded), GUINT_TO_POINTER (found));
    }
  return found - 1;
}

void
plx_graph_builder_count (PlxGraphBuilder *self, guint node, guint n_mentions)
{
  ((PlxGraphNode *) g_ptr_array_index (self->graph->nodes, node))->n_mentions += n_mentions;
}

static Draft *
get_draft (PlxGraphBuilder *self, guint from, guint to, const char *kind)
{
  g_autofree char *key = NULL;
  Draft *draft;

  /* The direction seen first stays the drawn one. */
  if (plx_graph_is_mutual (kind))
    key = g_strdup_printf ("%u:%u:%s", MIN (from, to), MAX (from, to), kind);
  else
    key = g_strdup_printf ("%u:%u:%s", from, to, kind);
  draft = g_hash_table_lookup (self->drafts, key);
  if (draft != NULL)
    return draft;
  draft = g_new0 (Draft, 1);
  draft->edge = plx_graph_edge_new (from, to, kind);
  draft->voices = g_array_new (FALSE, FALSE, sizeof (gint));
  g_ptr_array_add (self->graph->edges, draft->edge);
  g_ptr_array_add (self->order, draft);
  g_hash_table_insert (self->drafts, g_steal_pointer (&key), draft);
  return draft;
}

/* Adds what one sentence says; @text is the sentence. Self-loops say nothing
 * about who is tied to whom and are dropped. */
void
plx_graph_builder_edge (PlxGraphBuilder        *self,
                        guint                   from,
                        guint                   to,
                        const char             *kind,
                        const char             *time,
                        const PlxGraphSighting *sighting,
                        const char             *text)
{
  g_autofree char *key = NULL;
  PlxGraphEvidence *evidence;
  Draft *draft;

  if (from == to)
    return;
  draft = get_draft (self, from, to, kind);
  key = g_strdup_printf ("%p:%" G_GINT64_FORMAT ":%u:%d:%d", (void *) draft, sighting->article,
                         sighting->span.begin, sighting->voice, sighting->said);
  if (!g_hash_table_add (self->seen, g_steal_pointer (&key)))
    return;
  evidence = g_new0 (PlxGraphEvidence, 1);
  evidence->article = sighting->article;
  evidence->said = sighting->said;
  evidence->statement = sighting->statement;
  evidence->span = sighting->span;
  evidence->chars = sighting->chars;
  evidence->quote = plx_utf8_slice (text, sighting->span);
  g_ptr_array_add (draft->edge->evidence, evidence);
  g_array_append_val (draft->voices, sighting->voice);
  if (draft->edge->time == NULL)
    draft->edge->time = g_strdup (time);
  if (!sighting->said)
    draft->edge->observed = TRUE;
}

PlxGraph *
plx_graph_builder_end (PlxGraphBuilder *self)
{
  PlxGraph *graph = self->graph;

  for (guint i = 0; i < self->order->len; i++)
    {
      Draft *draft = g_ptr_array_index (self->order, i);

      for (guint j = 0; j < draft->voices->len; j++)
        {
          gint voice = g_array_index (draft->voices, gint, j);
          PlxGraphEvidence *evidence = g_ptr_array_index (draft->edge->evidence, j);

          evidence->source = g_strdup (voice < 0 ? _(PLX_GRAPH_UNNAMED)
                                                 : PLX_GRAPH_NODE (graph, voice)->label);
        }
    }
  plx_graph_drop_unused (graph);
  return g_steal_pointer (&self->graph);
}
