/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-name-index.h"
#include "project/plx-project-private.h"
#include "project/plx-rows-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-entities-table.h"
#include "store/plx-sources-table.h"
#include "store/plx-stories-table.h"

/* A stale list is read anew and laid beside the old one: rows that a reader
 * could not tell apart stay the same objects, and only the span between the
 * first and the last difference is replaced, in one items-changed. */

#define MAX_TITLE 80  // characters of a text without a title

typedef gboolean (*EqualFunc) (gconstpointer a, gconstpointer b);

void
plx_project_init_lists (PlxProject *self)
{
  self->articles = g_list_store_new (PLX_TYPE_ARTICLE);
  self->sources = g_list_store_new (PLX_TYPE_SOURCE);
  self->stories = g_list_store_new (PLX_TYPE_STORY);
  self->entities = g_list_store_new (PLX_TYPE_ENTITY_ITEM);
  self->operations = g_list_store_new (PLX_TYPE_OPERATION);
  self->article_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->story_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->entity_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

void
plx_project_clear_lists (PlxProject *self)
{
  g_clear_pointer (&self->names, plx_name_index_free);
  g_clear_object (&self->articles);
  g_clear_object (&self->sources);
  g_clear_object (&self->stories);
  g_clear_object (&self->entities);
  g_clear_object (&self->operations);
  g_clear_pointer (&self->article_rows, g_hash_table_unref);
  g_clear_pointer (&self->story_rows, g_hash_table_unref);
  g_clear_pointer (&self->entity_rows, g_hash_table_unref);
}

static gboolean
is_same_at (GListModel *list, guint at, gconstpointer row, EqualFunc equal)
{
  g_autoptr (GObject) old = g_list_model_get_item (list, at);

  return equal (old, row);
}

typedef gint64 (*IdFunc) (gpointer row);

/* Lookups must hold while items-changed is being told, so the index is whole
 * before the list moves. */
static void
index_rows (GHashTable *index, GPtrArray *rows, IdFunc get_id)
{
  g_hash_table_remove_all (index);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = get_id (g_ptr_array_index (rows, i));

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id),
                           g_object_ref (g_ptr_array_index (rows, i)));
    }
}

static void
keep_old (GListModel *list, guint at, GPtrArray *rows, guint i)
{
  g_object_unref (g_ptr_array_index (rows, i));
  g_ptr_array_index (rows, i) = g_list_model_get_item (list, at);
}

static void
replace_rows (GListStore *store, GPtrArray *rows, EqualFunc equal, GHashTable *index, IdFunc get_id)
{
  GListModel *list = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (list);
  guint first = 0, last = 0;  // equal rows at the beginning, at the end

  for (; first < MIN (n_old, rows->len)
         && is_same_at (list, first, g_ptr_array_index (rows, first), equal); first++)
    keep_old (list, first, rows, first);
  for (; last < MIN (n_old, rows->len) - first
         && is_same_at (list, n_old - 1 - last, g_ptr_array_index (rows, rows->len - 1 - last),
                        equal);
       last++)
    keep_old (list, n_old - 1 - last, rows, rows->len - 1 - last);
  if (index != NULL)
    index_rows (index, rows, get_id);
  if (first + last < MAX (n_old, rows->len))
    g_list_store_splice (store, first, n_old - first - last,
                         rows->pdata != NULL ? rows->pdata + first : NULL,
                         rows->len - first - last);
}

/* articles */

/* An untitled text is called by its first line, cut after a word. */
char *
plx_project_dup_title (const char *title, const char *opening)
{
  g_autofree char *line = NULL;
  char *cut;

  if (title != NULL)
    return g_strdup (title);
  line = opening != NULL ? g_strndup (opening, strcspn (opening, "\n")) : g_strdup ("");
  g_strstrip (line);
  if (*line == '\0')
    return g_strdup (_("Untitled"));
  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MAX_TITLE) = '\0';
  cut = strrchr (line, ' ');
  if (cut != NULL && cut > line)
    *cut = '\0';
  return g_strconcat (line, "…", NULL);
}

static void
add_article (const PlxArticleRow *row, gpointer data)
{
  PlxArticleFields fields = {
    .id = row->id, .source = row->source, .story = row->story,
    .title = plx_project_dup_title (row->title, row->opening),
    .is_untitled = row->title == NULL || *row->title == '\0',
    .source_name = g_strdup (row->source_name != NULL ? row->source_name : _("Unnamed outlet")),
    .byline = g_strdup (row->byline),
    .published = g_strdup (row->published),
    .language = g_strdup (row->language),
    .url = g_strdup (row->url),
    .sha256 = g_strdup (row->sha256),
    .is_analysed = row->run != 0,
    .n_bytes = row->n_bytes,
  };

  g_ptr_array_add (data, plx_article_new_take (fields));
}

static gboolean
read_articles_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_articles_each (db, add_article, data, error);
}

/* sources */

static void
add_source (const PlxSourceRow *row, gpointer data)
{
  PlxSourceFields fields = {
    .id = row->id, .name = g_strdup (row->name), .kind = g_strdup (row->kind),
    .n_articles = row->n, .is_heard = row->id == 0,
  };

  g_ptr_array_add (data, plx_source_new_take (fields));
}

static gboolean
read_sources_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_sources_each (db, add_source, data, error)
         && plx_heard_sources_each (db, add_source, data, error);
}

/* stories */

static void
add_story (const PlxStoryRow *row, gpointer data)
{
  PlxStoryFields fields = { row->id, g_strdup (row->title), row->n_articles };

  g_ptr_array_add (data, plx_story_new_take (fields));
}

static gboolean
read_stories_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_stories_each (db, add_story, data, error);
}

/* entities: rows, names and roles come from three questions and meet by id */

typedef struct {
  GPtrArray *rows;
  GHashTable *names, *roles;  // gint64 → GPtrArray of char *
} Entities;

static void
add_text (GHashTable *table, gint64 entity, const char *text)
{
  GPtrArray *texts = g_hash_table_lookup (table, &entity);

  if (texts == NULL)
    {
      texts = g_ptr_array_new ();
      g_hash_table_insert (table, g_memdup2 (&entity, sizeof entity), texts);
    }
  g_ptr_array_add (texts, g_strdup (text));
}

static void
add_name (gint64 entity, const char *text, gboolean is_by_hand, gpointer data)
{
  add_text (((Entities *) data)->names, entity, text);
}

static void
add_role (gint64 entity, const char *text, gboolean is_by_hand, gpointer data)
{
  add_text (((Entities *) data)->roles, entity, text);
}

static void
texts_free (gpointer data)
{
  g_ptr_array_set_free_func (data, g_free);
  g_ptr_array_unref (data);
}

static char **
take_texts (GHashTable *table, gint64 entity)
{
  GPtrArray *texts = g_hash_table_lookup (table, &entity);
  char **strings = g_new0 (char *, (texts != NULL ? texts->len : 0) + 1);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    strings[i] = g_strdup (g_ptr_array_index (texts, i));
  return strings;
}

static void
add_entity (const PlxEntityRow *row, gpointer data)
{
  Entities *entities = data;
  PlxEntityFields fields = {
    .id = row->id, .name = g_strdup (row->name), .kind = plx_entity_kind_from_nick (row->kind),
    .names = take_texts (entities->names, row->id), .roles = take_texts (entities->roles, row->id),
    .n_mentions = row->n_mentions, .n_articles = row->n_articles,
  };

  g_ptr_array_add (entities->rows, plx_entity_item_new_take (fields));
}

static gboolean
read_entities_cb (PlxDb *db, gpointer data, GError **error)
{
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, texts_free);
  g_autoptr (GHashTable) roles =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, texts_free);
  Entities entities = { data, names, roles };

  return plx_entity_names_each (db, add_name, &entities, error)
         && plx_entity_roles_each (db, add_role, &entities, error)
         && plx_entity_rows_each (db, add_entity, &entities, error);
}

/* refreshing */

/* A list that cannot be read stays as it was; the file's fault has been told
 * by whoever wrote or opened it. */
static void
refresh_list (PlxProject *self, GListStore *store, PlxStoreFunc read, EqualFunc equal,
              GHashTable *index, IdFunc get_id)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (plx_project_read (self, read, rows, NULL))
    replace_rows (store, rows, equal, index, get_id);
}

void
plx_project_refresh (PlxProject *self)
{
  guint stale;

  g_mutex_lock (&self->mutex);
  stale = self->stale;
  self->stale = 0;
  g_mutex_unlock (&self->mutex);
  if (stale == 0 || self->store == NULL)
    return;
  if ((stale & (PLX_CHANGED_ARTICLES | PLX_CHANGED_ANALYSES)) != 0)
    {
      refresh_list (self, self->stories, read_stories_cb, plx_story_equal,
                    self->story_rows, (IdFunc) plx_story_get_id);
      refresh_list (self, self->sources, read_sources_cb, plx_source_equal, NULL, NULL);
      refresh_list (self, self->articles, read_articles_cb, plx_article_equal,
                    self->article_rows, (IdFunc) plx_article_get_id);
    }
  if ((stale & (PLX_CHANGED_ENTITIES | PLX_CHANGED_MARKS | PLX_CHANGED_ANALYSES)) == 0)
    return;
  g_clear_pointer (&self->names, plx_name_index_free);
  refresh_list (self, self->entities, read_entities_cb, plx_entity_item_equal,
                self->entity_rows, (IdFunc) plx_entity_item_get_id);
}

GListModel *
plx_project_get_articles (PlxProject *self)
{
  plx_project_refresh (self);
  return G_LIST_MODEL (self->articles);
}

GListModel *
plx_project_get_sources (PlxProject *self)
{
  plx_project_refresh (self);
  return G_LIST_MODEL (self->sources);
}

GListModel *
plx_project_get_stories (PlxProject *self)
{
  plx_project_refresh (self);
  return G_LIST_MODEL (self->stories);
}

GListModel *
plx_project_get_entities (PlxProject *self)
{
  plx_project_refresh (self);
  return G_LIST_MODEL (self->entities);
}

PlxArticle *
plx_project_get_article (PlxProject *self, gint64 id)
{
  plx_project_refresh (self);
  return g_hash_table_lookup (self->article_rows, &id);
}

PlxEntityItem *
plx_project_get_entity (PlxProject *self, gint64 id)
{
  plx_project_refresh (self);
  return g_hash_table_lookup (self->entity_rows, &id);
}

PlxStory *
plx_project_get_story (PlxProject *self, gint64 id)
{
  plx_project_refresh (self);
  return g_hash_table_lookup (self->story_rows, &id);
}
