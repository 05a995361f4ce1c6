/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "project/plx-rows-private.h"
#include "project/plx-story-work.h"
#include "store/plx-articles-table.h"
#include "store/plx-entities-table.h"

/* Carries the articles of a story to the engines and lays people's work over
 * what comes back. */

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

#define MAX_KEPT 2   // comparisons in memory: the story in view and the one before

/* What the engine made of a story, while nothing it depends on changes. */
typedef struct {
  gint64 story;
  char *stamp;              // see dup_stamp()
  guint marks;              // PlxProject.n_mark_changes when the contents were read
  PlxComparison *base;
  GArray *ids;              // gint64
  GPtrArray *contents;      // PlxArticleContent
} KeptComparison;

static void
kept_free (gpointer data)
{
  KeptComparison *kept = data;

  plx_comparison_unref (kept->base);
  g_array_unref (kept->ids);
  g_ptr_array_unref (kept->contents);
  g_free (kept->stamp);
  g_free (kept);
}

void
plx_project_clear_comparisons (PlxProject *self)
{
  g_mutex_lock (&self->mutex);
  g_queue_clear_full (&self->comparisons, kept_free);
  g_mutex_unlock (&self->mutex);
}

PlxStoryComparison *
plx_story_comparison_ref (PlxStoryComparison *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
plx_story_comparison_unref (PlxStoryComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  plx_story_matrix_clear (self);
  for (guint i = 0; i < self->n_articles; i++)
    plx_article_content_unref (self->contents[i]);
  g_free (self->contents);
  g_free (self->articles);
  g_free (self);
}

/* what a comparison depends on */

typedef struct {
  GString *text;
  gint64 run;
} Stamp;

static void
stamp_article (const PlxArticleRow *row, gpointer data)
{
  Stamp *stamp = data;

  stamp->run = row->run;
  g_string_append_printf (stamp->text,
                          "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", row->id,
                          row->run, row->source_name, row->published, row->title);
}

static void
stamp_name (gint local, gint64 entity, const char *kind, const char *name, gboolean is_named,
            gpointer data)
{
  if (is_named)
    g_string_append_printf (((Stamp *) data)->text, "%d\t%s\n", local, name);
}

/* The articles and their analyses, the names laid over them, the claims given. */
static char *
dup_stamp (PlxDb *db, const GArray *ids, const PlxStoryWork *work, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Stamp stamp = { text, 0 };

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!plx_articles_get (db, id, stamp_article, &stamp, error)
          || !plx_entity_links_each (db, id, stamp.run, stamp_name, &stamp, error))
        return NULL;
    }
  for (guint i = 0; i < work->added->len; i++)
    {
      const PlxAddedClaim *added = g_ptr_array_index (work->added, i);

      g_string_append_printf (text, "%s\t%s\n", added->key,
                              plx_story_work_get_given (work, added));
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

typedef struct {
  PlxProject *self;
  gint64 story;
  GArray *ids;              // gint64; NULL: those of the story
  PlxStoryWork *work;
  char *stamp;
} Basis;

static void
basis_clear (Basis *basis)
{
  g_clear_pointer (&basis->ids, g_array_unref);
  g_clear_pointer (&basis->work, plx_story_work_free);
  g_free (basis->stamp);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Basis, basis_clear)

static void
add_id (const PlxArticleRow *row, gpointer data)
{
  g_array_append_val ((GArray *) data, row->id);
}

static gboolean
read_basis_cb (PlxDb *db, gpointer data, GError **error)
{
  Basis *basis = data;

  if (basis->ids == NULL)
    {
      basis->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (!plx_articles_each_of (db, basis->story, add_id, basis->ids, error))
        return FALSE;
    }
  if (basis->ids->len == 0)
    return plx_project_not_found (error, _("There is no story"), basis->story);
  basis->work = plx_story_work_load (db, basis->story, error);
  basis->stamp = basis->work != NULL ? dup_stamp (db, basis->ids, basis->work, error) : NULL;
  return basis->stamp != NULL;
}

/* the engine */

static GArray *
list_given (const PlxStoryWork *work)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (PlxClaimText));

  for (guint i = 0; i < work->added->len; i++)
    {
      PlxAddedClaim *added = g_ptr_array_index (work->added, i);
      PlxClaimText text = { added->key, (char *) plx_story_work_get_given (work, added) };

      if (text.statement != NULL)
        g_array_append_val (given, text);
    }
  return given;
}

static PlxComparison *
run_engine (PlxProject *self, const PlxProjectScope *scope, const PlxStoryWork *work,
            const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  guint n = scope->ids->len;
  g_autofree PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, n + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) given = list_given (work);
  PlxComparisonOptions options = { NULL, (const PlxClaimText *) (gpointer) given->data, given->len,
                                   TRUE };

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
  if (given->len > 0 && (options.language = plx_project_get_language (self, error)) == NULL)
    return NULL;
  return plx_compare (articles, n, &options, progress, cancellable, error);
}

static PlxStoryComparison *
lay_over (gint64 story, const GArray *ids, const GPtrArray *contents, PlxComparison *base,
          const PlxStoryWork *work)
{
  PlxStoryComparison *self = g_new0 (PlxStoryComparison, 1);

  g_atomic_ref_count_init (&self->refs);
  self->story = story;
  self->n_articles = ids->len;
  self->articles = g_memdup2 (ids->data, ids->len * sizeof (gint64));
  self->contents = g_new0 (PlxArticleContent *, self->n_articles + 1);
  for (guint i = 0; i < self->n_articles; i++)
    self->contents[i] = plx_article_content_ref (g_ptr_array_index (contents, i));
  plx_story_matrix_lay_over (self, base, work);
  return self;
}

/* keeping */

/* @stamp NULL: whatever there is of the story. The comparison laid over, or
 * what the caller must know to make one: its engine's part in @base. */
static PlxStoryComparison *
find_kept (PlxProject *self, gint64 story, const char *stamp, const PlxStoryWork *work,
           PlxComparison **base)
{
  PlxStoryComparison *found = NULL;
  GArray *ids = NULL;
  GPtrArray *contents = NULL;

  *base = NULL;
  g_mutex_lock (&self->mutex);
  for (GList *link = self->comparisons.head; link != NULL; link = link->next)
    {
      KeptComparison *kept = link->data;

      if (kept->story != story || (stamp != NULL && strcmp (kept->stamp, stamp) != 0))
        continue;
      *base = plx_comparison_ref (kept->base);
      if (stamp == NULL || kept->marks == self->n_mark_changes)
        {
          ids = g_array_ref (kept->ids);
          contents = g_ptr_array_ref (kept->contents);
        }
      g_queue_unlink (&self->comparisons, link);
      g_queue_push_head_link (&self->comparisons, link);
      break;
    }
  g_mutex_unlock (&self->mutex);
  if (contents == NULL)
    return NULL;
  found = lay_over (story, ids, contents, *base, work);
  g_clear_pointer (base, plx_comparison_unref);
  g_array_unref (ids);
  g_ptr_array_unref (contents);
  return found;
}

static void
keep (PlxProject *self, const Basis *basis, guint marks, const PlxProjectScope *scope,
      PlxComparison *base)
{
  KeptComparison *kept = g_new0 (KeptComparison, 1);

  *kept = (KeptComparison) { basis->story, g_strdup (basis->stamp), marks,
                             plx_comparison_ref (base), g_array_ref (scope->ids),
                             g_ptr_array_ref (scope->contents) };
  g_mutex_lock (&self->mutex);
  for (GList *link = self->comparisons.head, *next; link != NULL; link = next)
    {
      KeptComparison *old = link->data;

      next = link->next;
      if (old->story == kept->story && strcmp (old->stamp, kept->stamp) == 0)
        {
          kept_free (old);
          g_queue_delete_link (&self->comparisons, link);
        }
    }
  g_queue_push_head (&self->comparisons, kept);
  if (self->comparisons.length > MAX_KEPT)
    kept_free (g_queue_pop_tail (&self->comparisons));
  g_mutex_unlock (&self->mutex);
}

/* Whether the file is still what the basis was read from. */
static gboolean
is_current (PlxProject *self, const Basis *basis)
{
  g_auto (Basis) now = { .self = self, .story = basis->story };

  return plx_project_read (self, read_basis_cb, &now, NULL)
         && strcmp (now.stamp, basis->stamp) == 0;
}

static guint
count_mark_changes (PlxProject *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_mark_changes;
  g_mutex_unlock (&self->mutex);
  return n;
}

PlxStoryComparison *
plx_project_compare_scope (PlxProject *self, const PlxProjectScope *scope, gint64 story,
                           const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (Basis) basis = { .self = self, .story = story, .ids = g_array_ref (scope->ids) };
  g_autoptr (PlxComparison) base = NULL;
  PlxStoryComparison *found;

  if (!plx_project_read (self, read_basis_cb, &basis, error))
    return NULL;
  found = find_kept (self, story, basis.stamp, basis.work, &base);
  if (found != NULL)
    return found;
  if (base == NULL)
    base = run_engine (self, scope, basis.work, progress, cancellable, error);
  return base != NULL ? lay_over (story, scope->ids, scope->contents, base, basis.work) : NULL;
}

PlxStoryComparison *
plx_project_compare_story (PlxProject *self, gint64 story, const PlxProgress *progress,
                           GCancellable *cancellable, GError **error)
{
  PlxProgress loading = plx_progress_part (progress, 0, 0.2);
  PlxProgress comparing = plx_progress_part (progress, 0.2, 1);
  guint marks = count_mark_changes (self);
  g_auto (Basis) basis = { .self = self, .story = story };
  g_autoptr (PlxProjectScope) scope = NULL;
  g_autoptr (PlxComparison) base = NULL;
  PlxStoryComparison *found;

  if (!plx_project_read (self, read_basis_cb, &basis, error))
    return NULL;
  found = find_kept (self, story, basis.stamp, basis.work, &base);
  if (found != NULL)
    return found;
  scope = plx_project_load_scope (self, PLX_SCOPE_STORY, story, &loading, cancellable, error);
  if (scope == NULL)
    return NULL;
  if (base == NULL)
    base = run_engine (self, scope, basis.work, &comparing, cancellable, error);
  if (base == NULL)
    return NULL;
  if (is_current (self, &basis))
    keep (self, &basis, marks, scope, base);
  return lay_over (story, scope->ids, scope->contents, base, basis.work);
}

static gboolean
has_row (const PlxStoryComparison *story, const char *key)
{
  guint claim;

  if (plx_story_comparison_find_claim (story, key, &claim))
    return TRUE;
  for (guint i = 0; i < story->comparison->claims->len; i++)
    if (story->work[i] != NULL && story->work[i]->merged != NULL
        && g_strv_contains ((const char * const *) story->work[i]->merged, key))
      return TRUE;
  return FALSE;
}

/* Whether the engine has looked for all that was added. */
static gboolean
has_added (const PlxStoryComparison *story, const PlxStoryWork *work)
{
  for (guint i = 0; i < work->added->len; i++)
    {
      const PlxAddedClaim *added = g_ptr_array_index (work->added, i);

      if (plx_story_work_get_given (work, added) != NULL && !has_row (story, added->key))
        return FALSE;
    }
  return TRUE;
}

/* The matrix that a person edits: the last one made, with the work as it is now,
 * even if articles changed since; only a story that nobody compared is, or one
 * with a claim that was added since. */
PlxStoryComparison *
plx_project_get_comparison (PlxProject *self, gint64 story, GError **error)
{
  g_auto (Basis) basis = { .self = self, .story = story };
  g_autoptr (PlxComparison) base = NULL;
  PlxStoryComparison *found;

  if (!plx_project_read (self, read_basis_cb, &basis, error))
    return NULL;
  found = find_kept (self, story, NULL, basis.work, &base);
  if (found != NULL && !has_added (found, basis.work))
    g_clear_pointer (&found, plx_story_comparison_unref);
  if (found == NULL)
    found = plx_project_compare_story (self, story, NULL, NULL, error);
  return found;
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
