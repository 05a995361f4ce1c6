/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-loader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

GHashTable *
plx_graph_places_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

PlxPoint *
plx_graph_place_new (PlxPoint place)
{
  return g_memdup2 (&place, sizeof place);
}

void
plx_loaded_graph_free (PlxLoadedGraph *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self);
}

/* A graph most of which is new is better laid out afresh than squeezed around
 * the little that was there. */
static gboolean
lay_out (PlxLoadedGraph *self, GCancellable *cancellable, GError **error)
{
  guint n = self->graph->nodes->len, n_known = 0;
  g_autofree PlxPoint *initial = g_new (PlxPoint, n + 1);
  g_autofree PlxPoint *positions = g_new0 (PlxPoint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = plx_graph_node_dup_key (PLX_GRAPH_NODE (self->graph, i));
      const PlxPoint *place = g_hash_table_lookup (self->places, key);

      initial[i] = place != NULL ? *place : (PlxPoint) { NAN, NAN };
      n_known += place != NULL ? 1 : 0;
    }
  if (!plx_layout_compute (self->graph, 2 * n_known >= n ? initial : NULL, positions, cancellable,
                           error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    g_hash_table_replace (self->places, plx_graph_node_dup_key (PLX_GRAPH_NODE (self->graph, i)),
                          plx_graph_place_new (positions[i]));
  return TRUE;
}

static gpointer
load_worker (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable,
             gpointer data, GError **error)
{
  const PlxLoadedGraph *request = data;
  g_autoptr (PlxLoadedGraph) self = g_new0 (PlxLoadedGraph, 1);

  self->story = request->story;
  self->places = g_hash_table_ref (request->places);
  self->graph = plx_project_build_graph (project, request->story, cancellable, error);
  if (self->graph == NULL || !lay_out (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_graph_load_async (PlxProject *project, gint64 story, GHashTable *places,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  PlxLoadedGraph *request = g_new0 (PlxLoadedGraph, 1);
  GHashTableIter iter;
  gpointer key, place;

  request->story = story;
  request->places = plx_graph_places_new ();
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &key, &place))
    g_hash_table_insert (request->places, g_strdup (key),
                         plx_graph_place_new (*(PlxPoint *) place));
  plx_project_work_async (project, _("Drawing the graph"), load_worker, request,
                          (GDestroyNotify) plx_loaded_graph_free,
                          (GDestroyNotify) plx_loaded_graph_free, callback, user_data);
}

PlxLoadedGraph *
plx_graph_load_finish (PlxProject *project, GAsyncResult *result, GError **error)
{
  return plx_project_work_finish (project, result, error);
}
