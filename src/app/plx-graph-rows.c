/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-rows.h"

#include "app/plx-mark-style.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _PlxGraphRow {
  GObject parent_instance;

  PlxGraph *graph;
  guint index;
  PlxGraphPick what;
};

struct _PlxGraphRows {
  GObject parent_instance;

  PlxGraphPick what;
  PlxGraph *graph;
  char *filter;          // folded, NULL: all
  guint *order;          // (n_all) node or edge
  guint n_all;
  guint *shown;          // (n_shown) node or edge, those that pass the filter
  guint n_shown;
  GPtrArray *rows;       // (n_shown) PlxGraphRow or NULL: not asked for yet
};

G_DEFINE_FINAL_TYPE (PlxGraphRow, plx_graph_row, G_TYPE_OBJECT)

static void
plx_graph_row_finalize (GObject *object)
{
  plx_graph_unref (PLX_GRAPH_ROW (object)->graph);
  G_OBJECT_CLASS (plx_graph_row_parent_class)->finalize (object);
}

static void
plx_graph_row_class_init (PlxGraphRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_graph_row_finalize;
}

static void
plx_graph_row_init (PlxGraphRow *self)
{
}

const PlxGraphNode *
plx_graph_row_get_node (PlxGraphRow *self)
{
  g_return_val_if_fail (self->what == PLX_PICK_NODE, NULL);
  return PLX_GRAPH_NODE (self->graph, self->index);
}

const PlxGraphEdge *
plx_graph_row_get_edge (PlxGraphRow *self)
{
  g_return_val_if_fail (self->what == PLX_PICK_EDGE, NULL);
  return PLX_GRAPH_EDGE (self->graph, self->index);
}

const PlxGraph *
plx_graph_row_get_graph (PlxGraphRow *self)
{
  return self->graph;
}

guint
plx_graph_row_get_index (PlxGraphRow *self)
{
  return self->index;
}

/* "Kim Jong Un, person, 22 mentions"; "Kim Jong Un met Xi Jinping, 4 sentences, said to" */
char *
plx_graph_row_dup_description (PlxGraphRow *self)
{
  if (self->what == PLX_PICK_NODE)
    {
      const PlxGraphNode *node = plx_graph_row_get_node (self);

      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s, %u mention",
                                           "%s, %s, %u mentions", node->n_mentions),
                              node->label, plx_entity_kind_get_word (node->kind), node->n_mentions);
    }
  const PlxGraphEdge *edge = plx_graph_row_get_edge (self);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %s %s, %u sentence, %s",
                                       "%s %s %s, %u sentences, %s", edge->evidence->len),
                          PLX_GRAPH_NODE (self->graph, edge->from)->label, edge->kind,
                          PLX_GRAPH_NODE (self->graph, edge->to)->label, edge->evidence->len,
                          edge->observed ? _("stated by an article") : _("said to"));
}

/* -- the list -- */

static GType
get_item_type (GListModel *model)
{
  return PLX_TYPE_GRAPH_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PLX_GRAPH_ROWS (model)->n_shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PlxGraphRows *self = PLX_GRAPH_ROWS (model);
  PlxGraphRow *row;

  if (position >= self->n_shown)
    return NULL;
  row = g_ptr_array_index (self->rows, position);
  if (row == NULL)
    {
      row = g_object_new (PLX_TYPE_GRAPH_ROW, NULL);
      row->graph = plx_graph_ref (self->graph);
      row->index = self->shown[position];
      row->what = self->what;
      self->rows->pdata[position] = row;
    }
  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxGraphRows, plx_graph_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
holds (const char *text, const char *folded)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);

  return strstr (folded_text, folded) != NULL;
}

static gboolean
passes (PlxGraphRows *self, guint index)
{
  const PlxGraphEdge *edge;

  if (self->filter == NULL)
    return TRUE;
  if (self->what == PLX_PICK_NODE)
    return holds (PLX_GRAPH_NODE (self->graph, index)->label, self->filter);
  edge = PLX_GRAPH_EDGE (self->graph, index);
  return holds (PLX_GRAPH_NODE (self->graph, edge->from)->label, self->filter)
         || holds (edge->kind, self->filter)
         || holds (PLX_GRAPH_NODE (self->graph, edge->to)->label, self->filter);
}

static void
free_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static void
drop_rows (PlxGraphRows *self)
{
  guint n = self->n_shown;

  self->n_shown = 0;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  g_ptr_array_set_size (self->rows, 0);
}

/* Two signals, all away and all there: one for both makes GtkListView look
 * through every row for the one that had the focus. */
static void
fill_rows (PlxGraphRows *self)
{
  guint n = 0;

  g_free (self->shown);
  self->shown = g_new (guint, self->n_all + 1);
  for (guint i = 0; i < self->n_all; i++)
    if (passes (self, self->order[i]))
      self->shown[n++] = self->order[i];
  g_ptr_array_set_size (self->rows, (int) n);
  self->n_shown = n;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n);
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlxGraph *graph = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  guint n_x = PLX_GRAPH_EDGE (graph, x)->evidence->len,
        n_y = PLX_GRAPH_EDGE (graph, y)->evidence->len;

  if (n_x != n_y)
    return n_x > n_y ? -1 : 1;
  return x < y ? -1 : x > y;
}

static guint *
edge_order (PlxGraph *graph)
{
  guint *order = g_new (guint, graph->edges->len + 1);

  for (guint i = 0; i < graph->edges->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) graph->edges->len, sizeof (guint), compare_edges, graph);
  return order;
}

void
plx_graph_rows_set_graph (PlxGraphRows *self, PlxGraph *graph)
{
  g_return_if_fail (PLX_IS_GRAPH_ROWS (self));

  if (self->graph == graph)
    return;
  drop_rows (self);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->graph, plx_graph_unref);
  self->n_all = 0;
  if (graph == NULL)
    return;
  self->graph = plx_graph_ref (graph);
  self->n_all = self->what == PLX_PICK_NODE ? graph->nodes->len : graph->edges->len;
  self->order = self->what == PLX_PICK_NODE ? plx_graph_dup_order (graph) : edge_order (graph);
  fill_rows (self);
}

void
plx_graph_rows_set_filter (PlxGraphRows *self, const char *text)
{
  g_autofree char *folded = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;

  g_return_if_fail (PLX_IS_GRAPH_ROWS (self));

  if (g_strcmp0 (self->filter, folded) == 0)
    return;
  g_free (self->filter);
  self->filter = g_steal_pointer (&folded);
  drop_rows (self);
  fill_rows (self);
}

guint
plx_graph_rows_find (PlxGraphRows *self, int index)
{
  for (guint i = 0; index >= 0 && i < self->n_shown; i++)
    if (self->shown[i] == (guint) index)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
plx_graph_rows_finalize (GObject *object)
{
  PlxGraphRows *self = PLX_GRAPH_ROWS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->order);
  g_free (self->shown);
  g_free (self->filter);
  plx_graph_unref (self->graph);
  G_OBJECT_CLASS (plx_graph_rows_parent_class)->finalize (object);
}

static void
plx_graph_rows_class_init (PlxGraphRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_graph_rows_finalize;
}

static void
plx_graph_rows_init (PlxGraphRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
}

PlxGraphRows *
plx_graph_rows_new (PlxGraphPick what)
{
  PlxGraphRows *self = g_object_new (PLX_TYPE_GRAPH_ROWS, NULL);

  self->what = what;
  return self;
}
