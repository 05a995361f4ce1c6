/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-current-article.h"

#include "app/plx-mark-item.h"

#include <string.h>

/* Loading a big article takes a while (its analysis is unpacked), so it runs
 * in a thread; a small one is loaded at once, which saves a frame of nothing. */
#define SMALL_ARTICLE   (256 * 1024)
#define RELOAD_AFTER_MS 150

struct _PlxCurrentArticle {
  GObject parent_instance;

  PlxSelection *selection;
  PlxProject *project;
  GCancellable *cancellable;      // of the load under way
  guint reload_source;

  gint64 article;
  PlxArticleContent *content;
  char *error;
  GListStore *marks;
  GHashTable *by_key;             // key → PlxMark, both of content
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxCurrentArticle, plx_current_article, G_TYPE_OBJECT)

static gboolean
is_same_row (const PlxMark *a, const PlxMark *b)
{
  return a->state == b->state && a->entity == b->entity && g_strcmp0 (a->label, b->label) == 0
         && g_strcmp0 (a->title, b->title) == 0 && a->n_spans == b->n_spans
         && (a->n_spans == 0 || memcmp (a->spans, b->spans, a->n_spans * sizeof (PlxSpan)) == 0);
}

/* Whether the list holds the same marks in the same order as @marks. */
static gboolean
has_same_keys (PlxCurrentArticle *self, GPtrArray *marks)
{
  GListModel *model = G_LIST_MODEL (self->marks);

  if (g_list_model_get_n_items (model) != marks->len)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr (PlxMarkItem) item = g_list_model_get_item (model, i);
      if (!g_str_equal (plx_mark_item_get_mark (item)->key,
                        ((PlxMark *) g_ptr_array_index (marks, i))->key))
        return FALSE;
    }
  return TRUE;
}

/* A decision changes a row or two; the others stay, and with them the place in
 * the list where one is. */
static void
replace_changed_rows (PlxCurrentArticle *self)
{
  for (guint i = 0; i < self->content->marks->len; i++)
    {
      g_autoptr (PlxMarkItem) item = g_list_model_get_item (G_LIST_MODEL (self->marks), i);
      if (is_same_row (plx_mark_item_get_mark (item), g_ptr_array_index (self->content->marks, i)))
        continue;
      g_autoptr (PlxMarkItem) made = plx_mark_item_new (self->content, i);
      g_list_store_splice (self->marks, i, 1, (gpointer *) &made, 1);
    }
}

static void
fill_marks (PlxCurrentArticle *self, gboolean other)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->content != NULL && i < self->content->marks->len; i++)
    {
      PlxMark *mark = g_ptr_array_index (self->content->marks, i);
      g_hash_table_insert (self->by_key, mark->key, mark);
      g_ptr_array_add (items, plx_mark_item_new (self->content, i));
    }
  if (!other && self->content != NULL && has_same_keys (self, self->content->marks))
    {
      replace_changed_rows (self);
      return;
    }
  /* in two steps: a list view walks the whole model when rows are replaced */
  g_list_store_remove_all (self->marks);
  g_list_store_splice (self->marks, 0, 0, items->pdata, items->len);
}

static void
take_content (PlxCurrentArticle *self, PlxArticleContent *content, GError *error)
{
  gboolean other = content == NULL || self->content == NULL
                   || content->article != self->content->article
                   || !g_str_equal (content->text, self->content->text);

  g_clear_pointer (&self->error, g_free);
  if (error != NULL)
    self->error = g_strdup (error->message);
  g_hash_table_remove_all (self->by_key);
  g_clear_pointer (&self->content, plx_article_content_unref);
  self->content = content;
  fill_marks (self, other);
  g_signal_emit (self, signals[CHANGED], 0, other);
}

typedef struct {
  PlxProject *project;
  gint64 article;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->project);
  g_free (load);
}

static void
load_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  PlxArticleContent *content = plx_project_load_content (load->project, load->article, &error);

  if (content == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, content, (GDestroyNotify) plx_article_content_unref);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlxCurrentArticle *self = PLX_CURRENT_ARTICLE (source);
  g_autoptr (GError) error = NULL;
  PlxArticleContent *content = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  take_content (self, content, error);
}

static void
load_async (PlxCurrentArticle *self)
{
  Load *load = g_new0 (Load, 1);

  self->cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  load->project = g_object_ref (self->project);
  load->article = self->article;
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_worker);
}

static void
load (PlxCurrentArticle *self)
{
  PlxArticle *article = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  self->article = plx_selection_get_article (self->selection);
  if (self->project != NULL && self->article != 0)
    article = plx_project_get_article (self->project, self->article);
  if (article == NULL)
    {
      if (self->content != NULL || self->error != NULL)
        take_content (self, NULL, NULL);
      return;
    }
  if (plx_article_get_n_bytes (article) > SMALL_ARTICLE)
    {
      load_async (self);
      return;
    }
  g_autoptr (GError) error = NULL;
  PlxArticleContent *content = plx_project_load_content (self->project, self->article, &error);
  take_content (self, content, error);
}

static void
selection_changed_cb (PlxCurrentArticle *self, guint what)
{
  if ((what & PLX_SELECTION_ARTICLE) != 0)
    load (self);
}

static gboolean
reload_cb (gpointer user_data)
{
  PlxCurrentArticle *self = user_data;

  self->reload_source = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* A decision shows at once; while a thousand articles are analysed, each
 * commit says that something moved and one look now and then is enough. */
static void
project_changed_cb (PlxCurrentArticle *self, guint what)
{
  if (self->article == 0)
    return;
  if ((what & PLX_CHANGED_MARKS) != 0)
    {
      g_clear_handle_id (&self->reload_source, g_source_remove);
      load (self);
    }
  else if (self->reload_source == 0)
    self->reload_source = g_timeout_add (RELOAD_AFTER_MS, reload_cb, self);
}

static void
plx_current_article_dispose (GObject *object)
{
  PlxCurrentArticle *self = PLX_CURRENT_ARTICLE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  g_clear_object (&self->marks);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->content, plx_article_content_unref);
  g_clear_pointer (&self->error, g_free);
  G_OBJECT_CLASS (plx_current_article_parent_class)->dispose (object);
}

static void
plx_current_article_class_init (PlxCurrentArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_current_article_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
plx_current_article_init (PlxCurrentArticle *self)
{
  self->marks = g_list_store_new (PLX_TYPE_MARK_ITEM);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

PlxCurrentArticle *
plx_current_article_new (PlxSelection *selection)
{
  PlxCurrentArticle *self = g_object_new (PLX_TYPE_CURRENT_ARTICLE, NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
plx_current_article_set_project (PlxCurrentArticle *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_CURRENT_ARTICLE (self));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                             G_CONNECT_SWAPPED);
  load (self);
}

PlxProject *
plx_current_article_get_project (PlxCurrentArticle *self)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  return self->project;
}

PlxSelection *
plx_current_article_get_selection (PlxCurrentArticle *self)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  return self->selection;
}

PlxArticle *
plx_current_article_get_article (PlxCurrentArticle *self)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  if (self->project == NULL || self->article == 0)
    return NULL;
  return plx_project_get_article (self->project, self->article);
}

PlxArticleContent *
plx_current_article_get_content (PlxCurrentArticle *self)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  return self->content;
}

const char *
plx_current_article_get_error (PlxCurrentArticle *self)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  return self->error;
}

GListModel *
plx_current_article_get_marks (PlxCurrentArticle *self)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  return G_LIST_MODEL (self->marks);
}

const PlxMark *
plx_current_article_find_mark (PlxCurrentArticle *self, const char *key)
{
  g_return_val_if_fail (PLX_IS_CURRENT_ARTICLE (self), NULL);
  return key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
}

void
plx_current_article_select (PlxCurrentArticle *self, const PlxMark *mark)
{
  g_return_if_fail (PLX_IS_CURRENT_ARTICLE (self));
  plx_selection_select_mark (self->selection, self->article, mark->key, mark->entity);
}
