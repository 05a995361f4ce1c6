/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "project/plx-project-private.h"
#include "project/plx-rows-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-cells-table.h"
#include "store/plx-entities-table.h"

/* Carries the articles of a story to the engines and lays verdicts over what
 * comes back. */

/* the articles of a scope */

typedef struct {
  PlxProject *self;
  PlxScope scope;
  gint64 id;
  PlxProjectScope *result;
  const PlxProgress *progress;
  GCancellable *cancellable;
} LoadScope;

static void
add_row (const PlxArticleRow *row, gpointer data)
{
  PlxProjectScope *result = data;
  PlxArticleFields fields = {
    .id = row->id,
    .source = row->source,
    .story = row->story,
    .title = plx_project_dup_title (row->title, row->opening),
    .source_name = g_strdup (row->source_name),
    .byline = g_strdup (row->byline),
    .published = g_strdup (row->published),
    .language = g_strdup (row->language),
    .url = g_strdup (row->url),
    .sha256 = g_strdup (row->sha256),
    .is_analysed = row->run != 0,
    .n_bytes = row->n_bytes,
  };

  g_array_append_val (result->ids, row->id);
  g_ptr_array_add (result->rows, plx_article_new_take (fields));
}

static gboolean
read_rows (LoadScope *load, PlxDb *db, GError **error)
{
  switch (load->scope)
    {
    case PLX_SCOPE_ARTICLE:
      return plx_articles_get (db, load->id, add_row, load->result, error);
    case PLX_SCOPE_STORY:
      return plx_articles_each_of (db, load->id, add_row, load->result, error);
    case PLX_SCOPE_PROJECT:
    default:
      return plx_articles_each (db, add_row, load->result, error);
    }
}

static gboolean
load_scope_cb (PlxDb *db, gpointer data, GError **error)
{
  LoadScope *load = data;

  if (!read_rows (load, db, error))
    return FALSE;
  if (load->result->ids->len == 0 && load->scope != PLX_SCOPE_PROJECT)
    return plx_project_not_found (error,
                                  load->scope == PLX_SCOPE_STORY ? _("There is no story")
                                                                 : _("There is no article"),
                                  load->id);
  for (guint i = 0; i < load->result->ids->len; i++)
    {
      PlxArticleContent *content;

      if (g_cancellable_set_error_if_cancelled (load->cancellable, error))
        return FALSE;
      content = plx_project_read_content (load->self, db,
                                          g_array_index (load->result->ids, gint64, i), error);
      if (content == NULL)
        return FALSE;
      g_ptr_array_add (load->result->contents, content);
      plx_progress_report (load->progress, (i + 1) / (double) load->result->ids->len, NULL);
    }
  return TRUE;
}

PlxProjectScope *
plx_project_load_scope (PlxProject *self, PlxScope scope, gint64 id, const PlxProgress *progress,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxProjectScope) result = g_new0 (PlxProjectScope, 1);
  LoadScope load = { self, scope, id, result, progress, cancellable };

  result->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  result->rows = g_ptr_array_new_with_free_func (g_object_unref);
  result->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_content_unref);
  return plx_project_read (self, load_scope_cb, &load, error) ? g_steal_pointer (&result) : NULL;
}

void
plx_project_scope_free (PlxProjectScope *scope)
{
  g_array_unref (scope->ids);
  g_ptr_array_unref (scope->rows);
  g_ptr_array_unref (scope->contents);
  g_free (scope);
}

PlxProjectScope *
plx_project_scope_pick (const PlxProjectScope *scope, const guint *indexes, guint n)
{
  PlxProjectScope *picked = g_new0 (PlxProjectScope, 1);

  picked->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  picked->rows = g_ptr_array_new_with_free_func (g_object_unref);
  picked->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_content_unref);
  for (guint i = 0; i < n; i++)
    {
      gpointer row = g_ptr_array_index (scope->rows, indexes[i]),
               content = g_ptr_array_index (scope->contents, indexes[i]);

      g_array_append_val (picked->ids, g_array_index (scope->ids, gint64, indexes[i]));
      g_ptr_array_add (picked->rows, g_object_ref (row));
      g_ptr_array_add (picked->contents, plx_article_content_ref (content));
    }
  return picked;
}

/* compare */

PlxStoryComparison *
plx_story_comparison_ref (PlxStoryComparison *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
clear_verdicts (PlxStoryComparison *self)
{
  gsize n = self->comparison != NULL
            ? (gsize) self->comparison->claims->len * self->comparison->columns->len : 0;

  for (gsize i = 0; self->verdicts != NULL && i < n; i++)
    {
      g_free (self->verdicts[i].note);
      g_free (self->verdicts[i].author);
    }
  g_free (self->verdicts);
  g_free (self->work);
  g_strfreev (self->column_keys);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
}

void
plx_story_comparison_unref (PlxStoryComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  clear_verdicts (self);
  for (guint i = 0; i < self->n_articles; i++)
    plx_article_content_unref (self->contents[i]);
  g_free (self->contents);
  g_free (self->articles);
  g_clear_pointer (&self->comparison, plx_comparison_unref);
  g_free (self);
}

static void
take_cell (const PlxCellRow *row, gpointer data)
{
  PlxStoryComparison *self = data;
  const GPtrArray *claims = self->comparison->claims, *columns = self->comparison->columns;

  for (guint i = 0; i < claims->len; i++)
    for (guint j = 0; j < columns->len; j++)
      if (g_strcmp0 (((PlxClaim *) g_ptr_array_index (claims, i))->key, row->claim) == 0
          && g_strcmp0 (((PlxColumn *) g_ptr_array_index (columns, j))->name, row->column) == 0)
        {
          PlxVerdict *verdict = &self->verdicts[(gsize) i * columns->len + j];

          g_free (verdict->note);
          g_free (verdict->author);
          *verdict = (PlxVerdict) { plx_cell_status_from_nick (row->verdict), row->confidence_01,
                                    g_strdup (row->note), g_strdup (row->author) };
        }
}

static gboolean
read_cells_cb (PlxDb *db, gpointer data, GError **error)
{
  PlxStoryComparison *self = data;

  return plx_cells_each (db, self->story, take_cell, self, error);
}

static PlxComparison *
run_engine (const PlxProjectScope *scope, const PlxProgress *progress, GCancellable *cancellable,
            GError **error)
{
  guint n = scope->ids->len;
  g_autofree PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, n + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      PlxArticle *row = g_ptr_array_index (scope->rows, i);
      PlxArticleContent *content = g_ptr_array_index (scope->contents, i);

      g_ptr_array_add (names, g_strdup_printf ("%" G_GINT64_FORMAT, content->article));
      articles[i] = (PlxComparisonArticle) {
        .id = g_ptr_array_index (names, i), .source = plx_article_get_source_name (row),
        .title = plx_article_get_title (row), .published = plx_article_get_published (row),
        .analysis = content->analysis,
      };
    }
  return plx_compare (articles, n, NULL, progress, cancellable, error);
}

static PlxStoryComparison *
wrap_comparison (gint64 story, const PlxProjectScope *scope, PlxComparison *comparison)
{
  PlxStoryComparison *self = g_new0 (PlxStoryComparison, 1);

  g_atomic_ref_count_init (&self->refs);
  self->story = story;
  self->n_articles = scope->ids->len;
  self->articles = g_memdup2 (scope->ids->data, scope->ids->len * sizeof (gint64));
  self->contents = g_new0 (PlxArticleContent *, self->n_articles + 1);
  for (guint i = 0; i < self->n_articles; i++)
    self->contents[i] = plx_article_content_ref (g_ptr_array_index (scope->contents, i));
  self->comparison = comparison;
  self->verdicts = g_new0 (PlxVerdict,
                           (gsize) comparison->claims->len * comparison->columns->len + 1);
  self->work = g_new0 (PlxClaimWork *, comparison->claims->len + 1);
  self->column_keys = g_new0 (char *, comparison->columns->len + 1);
  for (guint i = 0; i < comparison->columns->len; i++)
    self->column_keys[i] = g_strdup (
      ((PlxColumn *) g_ptr_array_index (comparison->columns, i))->name);
  self->dropped = g_ptr_array_new ();
  self->orphans = g_ptr_array_new ();
  return self;
}

PlxStoryComparison *
plx_project_compare_scope (PlxProject *self, const PlxProjectScope *scope, gint64 story,
                           const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxStoryComparison) result = NULL;
  PlxComparison *comparison = run_engine (scope, progress, cancellable, error);

  if (comparison == NULL)
    return NULL;
  result = wrap_comparison (story, scope, comparison);
  return plx_project_read (self, read_cells_cb, result, error) ? g_steal_pointer (&result) : NULL;
}

PlxStoryComparison *
plx_project_compare_story (PlxProject *self, gint64 story, const PlxProgress *progress,
                           GCancellable *cancellable, GError **error)
{
  PlxProgress loading = plx_progress_part (progress, 0, 0.2);
  PlxProgress comparing = plx_progress_part (progress, 0.2, 1);
  g_autoptr (PlxProjectScope) scope =
    plx_project_load_scope (self, PLX_SCOPE_STORY, story, &loading, cancellable, error);

  if (scope == NULL)
    return NULL;
  return plx_project_compare_scope (self, scope, story, &comparing, cancellable, error);
}

/* graph */

/* What a person called an entity, and its kind, over what the articles call it. */
static void
take_entity (const PlxEntityRow *row, gpointer data)
{
  PlxGraphNode *node = g_hash_table_lookup (data, &row->id);

  if (node == NULL)
    return;
  g_free (node->label);
  node->label = g_strdup (row->name);
  node->kind = plx_entity_kind_from_nick (row->kind);
}

static gboolean
name_nodes_cb (PlxDb *db, gpointer data, GError **error)
{
  const PlxGraph *graph = data;
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      PlxGraphNode *node = g_ptr_array_index (graph->nodes, i);

      if (node->entity != 0)
        g_hash_table_insert (nodes, &node->entity, node);
    }
  return plx_entity_rows_each (db, take_entity, nodes, error);
}

PlxGraph *
plx_project_build_graph (PlxProject *self, gint64 story, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxProjectScope) scope = plx_project_load_scope (
    self, story != 0 ? PLX_SCOPE_STORY : PLX_SCOPE_PROJECT, story, NULL, cancellable, error);
  g_autofree PlxGraphArticle *articles = NULL;
  g_autoptr (PlxGraph) graph = NULL;

  if (scope == NULL)
    return NULL;
  articles = g_new0 (PlxGraphArticle, scope->ids->len + 1);
  for (guint i = 0; i < scope->ids->len; i++)
    {
      PlxArticleContent *content = g_ptr_array_index (scope->contents, i);

      articles[i] = (PlxGraphArticle) {
        content->article, plx_article_get_source_name (g_ptr_array_index (scope->rows, i)),
        content->analysis, content->entities,
      };
    }
  graph = plx_graph_build (articles, scope->ids->len, cancellable, error);
  if (graph == NULL || !plx_project_read (self, name_nodes_cb, graph, error))
    return NULL;
  return g_steal_pointer (&graph);
}
