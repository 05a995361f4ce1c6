/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-project.h"

struct _PlxProject
{
  GObject parent_instance;
  GListStore *empty;
};

G_DEFINE_FINAL_TYPE (PlxProject, plx_project, G_TYPE_OBJECT)
G_DEFINE_QUARK (plx-project-error-quark, plx_project_error)

static void
plx_project_class_init (PlxProjectClass *klass)
{
}

static void
plx_project_init (PlxProject *self)
{
  self->empty = g_list_store_new (G_TYPE_OBJECT);
}

static void
not_yet (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not there yet");
}

PlxArticleContent *
plx_article_content_ref (PlxArticleContent *self)
{
  return NULL;
}

void
plx_article_content_unref (PlxArticleContent *self)
{
}

PlxProject *
plx_project_create (const char *path, GError **error)
{
  not_yet (error);
  return NULL;
}

PlxProject *
plx_project_open (const char *path, GError **error)
{
  not_yet (error);
  return NULL;
}

gboolean
plx_project_save_copy (PlxProject *self, const char *path, GError **error)
{
  not_yet (error);
  return FALSE;
}

void
plx_project_close (PlxProject *self)
{
}

const char *
plx_project_get_path (PlxProject *self)
{
  return NULL;
}

const char *
plx_project_get_title (PlxProject *self)
{
  return NULL;
}

gboolean
plx_project_is_read_only (PlxProject *self)
{
  return FALSE;
}

gboolean
plx_project_is_unsaved (PlxProject *self)
{
  return FALSE;
}

GListModel *
plx_project_get_articles (PlxProject *self)
{
  return G_LIST_MODEL (self->empty);
}

GListModel *
plx_project_get_sources (PlxProject *self)
{
  return G_LIST_MODEL (self->empty);
}

GListModel *
plx_project_get_stories (PlxProject *self)
{
  return G_LIST_MODEL (self->empty);
}

GListModel *
plx_project_get_entities (PlxProject *self)
{
  return G_LIST_MODEL (self->empty);
}

PlxArticle *
plx_project_get_article (PlxProject *self, gint64 id)
{
  return NULL;
}

PlxEntityItem *
plx_project_get_entity (PlxProject *self, gint64 id)
{
  return NULL;
}

PlxStory *
plx_project_get_story (PlxProject *self, gint64 id)
{
  return NULL;
}

PlxArticleContent *
plx_project_load_content (PlxProject *self, gint64 article, GError **error)
{
  not_yet (error);
  return NULL;
}

GBytes *
plx_project_load_original (PlxProject *self, gint64 article, GError **error)
{
  not_yet (error);
  return NULL;
}

gboolean
plx_project_set_mark_state (PlxProject *self, gint64 article, const char *key, PlxMarkState state, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_mark_label (PlxProject *self, gint64 article, const char *key, const char *label, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_mark_span (PlxProject *self, gint64 article, const char *key, PlxSpan span, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_mark_entity (PlxProject *self, gint64 article, const char *key, gint64 entity, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_mark_note (PlxProject *self, gint64 article, const char *key, const char *note, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_add_mark (PlxProject *self, gint64 article, PlxSpan span, const char *label, gint64 entity, char **key, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_remove_mark (PlxProject *self, gint64 article, const char *key, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_rename_entity (PlxProject *self, gint64 entity, const char *name, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_entity_kind (PlxProject *self, gint64 entity, PlxEntityKind kind, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_entity_role (PlxProject *self, gint64 entity, const char *role, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_merge_entities (PlxProject *self, gint64 into, const gint64 *from, guint n_from, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_split_entity (PlxProject *self, gint64 entity, gint64 article, const char * const *mark_keys, const char *name, gint64 *split_off, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_article_date (PlxProject *self, gint64 article, const char *published, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_article_source (PlxProject *self, gint64 article, const char *source, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_move_article (PlxProject *self, gint64 article, gint64 story, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_rename_story (PlxProject *self, gint64 story, const char *title, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_set_cell (PlxProject *self, gint64 story, const char *claim_key, const char *column, PlxCellStatus verdict, double confidence_01, const char *note, GError **error)
{
  not_yet (error);
  return FALSE;
}

const char *
plx_project_get_undo_label (PlxProject *self)
{
  return NULL;
}

const char *
plx_project_get_redo_label (PlxProject *self)
{
  return NULL;
}

gboolean
plx_project_undo (PlxProject *self, GError **error)
{
  not_yet (error);
  return FALSE;
}

gboolean
plx_project_redo (PlxProject *self, GError **error)
{
  not_yet (error);
  return FALSE;
}

void
plx_import_report_free (PlxImportReport *report)
{
}

PlxImportReport *
plx_project_import (PlxProject *self, const char * const *paths, const char *source, const char *published, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  not_yet (error);
  return NULL;
}

PlxImportReport *
plx_project_import_text (PlxProject *self, const char *text, const char *title, const char *source, const char *published, GError **error)
{
  not_yet (error);
  return NULL;
}

gboolean
plx_project_analyse (PlxProject *self, guint n_threads, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  not_yet (error);
  return FALSE;
}

PlxStoryComparison *
plx_story_comparison_ref (PlxStoryComparison *self)
{
  return NULL;
}

void
plx_story_comparison_unref (PlxStoryComparison *self)
{
}

PlxStoryComparison *
plx_project_compare_story (PlxProject *self, gint64 story, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  not_yet (error);
  return NULL;
}

PlxGraph *
plx_project_build_graph (PlxProject *self, gint64 story, GCancellable *cancellable, GError **error)
{
  not_yet (error);
  return NULL;
}

gboolean
plx_project_export (PlxProject *self, const char *format, PlxScope scope, gint64 id, const char *path, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  not_yet (error);
  return FALSE;
}

GPtrArray *
plx_project_search (PlxProject *self, const char *query, guint limit, GError **error)
{
  not_yet (error);
  return NULL;
}

GPtrArray *
plx_project_check (PlxProject *self, GCancellable *cancellable, GError **error)
{
  not_yet (error);
  return NULL;
}

gboolean
plx_project_get_info (PlxProject *self, PlxProjectInfo *info, GError **error)
{
  not_yet (error);
  return FALSE;
}

void
plx_project_work_async (PlxProject *self, const char *title, PlxWorkFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, GAsyncReadyCallback callback, gpointer user_data)
{
}

gpointer
plx_project_work_finish (PlxProject *self, GAsyncResult *result, GError **error)
{
  not_yet (error);
  return NULL;
}

GListModel *
plx_project_get_operations (PlxProject *self)
{
  return G_LIST_MODEL (self->empty);
}
