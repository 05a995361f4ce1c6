/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "language/plx-analysis-json.h"
#include "project/plx-project-private.h"
#include "store/plx-analyses-table.h"
#include "store/plx-articles-table.h"
#include "store/plx-compress.h"
#include "store/plx-decisions-table.h"
#include "store/plx-entities-table.h"

/* An article as a reader sees it: what the engine suggested, and what people
 * decided laid over it. Unpacking an analysis costs more than everything else
 * here and never changes its result, so the last few stay in memory. */

#define MAX_CACHED 24

typedef struct {
  gint64 article, run;
  char *names;           // laid over it, see describe_names(); NULL: none
  PlxAnalysis *analysis;
} CachedAnalysis;

static void
cached_free (gpointer data)
{
  CachedAnalysis *cached = data;

  plx_analysis_unref (cached->analysis);
  g_free (cached->names);
  g_free (cached);
}

void
plx_project_clear_analyses (PlxProject *self)
{
  g_mutex_lock (&self->mutex);
  g_queue_clear_full (&self->analyses, cached_free);
  g_mutex_unlock (&self->mutex);
}

static PlxAnalysis *
find_cached (PlxProject *self, gint64 article, gint64 run, const char *names)
{
  PlxAnalysis *analysis = NULL;

  g_mutex_lock (&self->mutex);
  for (GList *link = self->analyses.head; link != NULL; link = link->next)
    {
      CachedAnalysis *cached = link->data;

      if (cached->article == article && cached->run == run
          && g_strcmp0 (cached->names, names) == 0)
        {
          g_queue_unlink (&self->analyses, link);
          g_queue_push_head_link (&self->analyses, link);
          analysis = plx_analysis_ref (cached->analysis);
          break;
        }
    }
  g_mutex_unlock (&self->mutex);
  return analysis;
}

static void
keep_cached (PlxProject *self, gint64 article, gint64 run, const char *names,
             PlxAnalysis *analysis)
{
  CachedAnalysis *cached = g_new0 (CachedAnalysis, 1);

  *cached = (CachedAnalysis) { article, run, g_strdup (names), plx_analysis_ref (analysis) };
  g_mutex_lock (&self->mutex);
  g_queue_push_head (&self->analyses, cached);
  if (self->analyses.length > MAX_CACHED)
    cached_free (g_queue_pop_tail (&self->analyses));
  g_mutex_unlock (&self->mutex);
}

static PlxAnalysis *
unpack (GBytes *packed, GError **error)
{
  g_autoptr (GBytes) json = plx_decompress (packed, error);
  gsize n_bytes;
  const char *text;

  if (json == NULL)
    return NULL;
  text = g_bytes_get_data (json, &n_bytes);
  return plx_analysis_from_json (text, (gssize) n_bytes, error);
}

/* One that nobody else has yet: the caller may fill it. */
static PlxAnalysis *
read_analysis (PlxDb *db, gint64 article, gint64 *run, GError **error)
{
  g_autoptr (GBytes) packed = NULL;
  PlxAnalysis *analysis;

  if (!plx_analyses_load (db, article, run, &packed, error) || packed == NULL)
    return NULL;
  analysis = unpack (packed, error);
  if (analysis == NULL)
    g_prefix_error (error, _("article %lld: its analysis is damaged: "), (long long) article);
  return analysis;
}

PlxAnalysis *
plx_project_load_analysis (PlxProject *self, PlxDb *db, gint64 article, gint64 *run, GError **error)
{
  PlxAnalysis *analysis;

  if (!plx_articles_get_run (db, article, run, error) || *run == 0)
    return NULL;
  analysis = find_cached (self, article, *run, NULL);
  if (analysis != NULL)
    return analysis;
  analysis = read_analysis (db, article, run, error);
  if (analysis != NULL)
    keep_cached (self, article, *run, NULL, analysis);
  return analysis;
}

/* Without an analysis there is the text, a paragraph per line. */
static PlxAnalysis *
make_plain (gint64 article, const char *text)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, article);
  PlxAnalysis *analysis = plx_analysis_new (id, text, -1);
  const char *at = text;

  while (*at != '\0')
    {
      const char *end = strchrnul (at, '\n');
      PlxSpan span = { (guint32) (at - text), (guint32) (end - text) };

      if (end > at)
        g_array_append_val (analysis->paragraphs, span);
      at = *end == '\n' ? end + 1 : end;
    }
  return analysis;
}

/* laying over */

typedef struct {
  PlxArticleContent *content;
  GPtrArray *named;      // (entities) char *: chosen by a person, NULL: as the article has it
  GHashTable *names;     // gint64 entity → char *
  GHashTable *by_key;    // key → PlxMark, borrowed
} Overlay;

static void
take_link (gint local, gint64 entity, const char *kind, const char *name, gboolean is_named,
           gpointer data)
{
  Overlay *overlay = data;
  const PlxAnalysis *analysis = overlay->content->analysis;

  if (local >= 0 && (guint) local < analysis->entities->len)
    {
      overlay->content->entities[local] = entity;
      if (is_named && g_strcmp0 (name, PLX_ENTITY (analysis, local)->name) != 0)
        g_ptr_array_index (overlay->named, local) = g_strdup (name);
    }
  g_hash_table_replace (overlay->names, g_memdup2 (&entity, sizeof entity), g_strdup (name));
}

static gboolean
is_inside (const PlxArticleContent *content, PlxSpan span)
{
  return span.begin < span.end && span.end <= content->analysis->n_bytes;
}

static void
set_author (PlxMark *mark, const char *author, const char *decided, const char *note)
{
  mark->author = g_strdup (author);
  mark->decided = g_strdup (decided);
  mark->note = g_strdup (note);
}

static void
take_decision (const PlxDecisionRow *row, gpointer data)
{
  Overlay *overlay = data;
  PlxMark *mark = g_hash_table_lookup (overlay->by_key, row->key);

  if (mark == NULL)
    return;
  if (row->is_removed)
    {
      g_hash_table_remove (overlay->by_key, row->key);
      g_ptr_array_remove (overlay->content->marks, mark);
      return;
    }
  if (row->state != NULL)
    mark->state = plx_mark_state_from_nick (row->state);
  if (row->label != NULL)
    {
      g_free (mark->label);
      mark->label = g_strdup (row->label);
    }
  if (row->has_span && is_inside (overlay->content, row->span))
    {
      mark->n_spans = 1;
      mark->spans[0] = row->span;
    }
  if (row->entity != 0)
    mark->entity = row->entity;
  set_author (mark, row->author, row->decided, row->note);
}

static void
take_hand_mark (const PlxHandMarkRow *row, gpointer data)
{
  Overlay *overlay = data;
  PlxMark *mark;

  if (!is_inside (overlay->content, row->span))
    return;
  mark = g_new0 (PlxMark, 1);
  mark->key = g_strdup_printf ("h%" G_GINT64_FORMAT, row->id);
  mark->layer = PLX_MARK_HAND;
  mark->state = plx_mark_state_from_nick (row->state);
  mark->label = g_strdup (row->label);
  mark->spans = g_memdup2 (&row->span, sizeof (PlxSpan));
  mark->n_spans = 1;
  mark->item = -1;
  mark->local_entity = -1;
  mark->entity = row->entity;
  mark->confidence_01 = 1;
  set_author (mark, row->author, row->decided, row->note);
  g_ptr_array_add (overlay->content->marks, mark);
}

/* Decisions may name entities that no link of this article names. */
static const char *
find_name (Overlay *overlay, PlxDb *db, gint64 entity)
{
  const char *known = g_hash_table_lookup (overlay->names, &entity);
  char *name = NULL;

  if (known != NULL)
    return known;
  if (!plx_entity_rows_dup_name (db, entity, &name, NULL) || name == NULL)
    return NULL;
  g_hash_table_replace (overlay->names, g_memdup2 (&entity, sizeof entity), name);
  return name;
}

static void
name_marks (Overlay *overlay, PlxDb *db)
{
  PlxArticleContent *content = overlay->content;

  for (guint i = 0; i < content->marks->len; i++)
    {
      PlxMark *mark = g_ptr_array_index (content->marks, i);
      const char *name = NULL;

      if (mark->entity != 0 && (mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND))
        name = find_name (overlay, db, mark->entity);
      if (name != NULL)
        {
          g_free (mark->title);
          mark->title = g_strdup (name);
        }
      else if (mark->title == NULL)
        mark->title = plx_analysis_dup_span (content->analysis, mark->spans[0]);
    }
}

static void
index_marks (Overlay *overlay)
{
  PlxArticleContent *content = overlay->content;

  for (guint i = 0; i < content->marks->len; i++)
    {
      PlxMark *mark = g_ptr_array_index (content->marks, i);

      if (mark->local_entity >= 0)
        mark->entity = content->entities[mark->local_entity];
      g_hash_table_insert (overlay->by_key, mark->key, mark);
    }
}

/* names that a person chose */

static char *
describe_names (const GPtrArray *named)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < named->len; i++)
    if (g_ptr_array_index (named, i) != NULL)
      g_string_append_printf (text, "%u:%s\n", i, (const char *) g_ptr_array_index (named, i));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The article's own name stays among the others, so that what is found by names
 * is found as before. */
static void
rename_entity (PlxAnalysis *analysis, guint local, const char *name)
{
  PlxEntity *entity = PLX_ENTITY (analysis, local);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean has_own = entity->name == NULL;

  for (guint i = 0; i < entity->names.n; i++)
    {
      const char *other = PLX_STRING (analysis, entity->names.first + i);

      has_own |= g_strcmp0 (other, entity->name) == 0;
      g_ptr_array_add (names, (gpointer) other);
    }
  if (!has_own)
    g_ptr_array_add (names, (gpointer) entity->name);
  entity->names = plx_analysis_add_strings (analysis, (const char * const *) names->pdata,
                                            names->len);
  entity->name = plx_analysis_intern (analysis, name);
}

/* Analyses are shared and never change: the one with other names is its own. */
static gboolean
lay_names (PlxProject *self, Overlay *overlay, PlxDb *db, gint64 run, GError **error)
{
  PlxArticleContent *content = overlay->content;
  g_autofree char *names = describe_names (overlay->named);
  PlxAnalysis *analysis;

  if (names == NULL)
    return TRUE;
  analysis = find_cached (self, content->article, run, names);
  if (analysis == NULL)
    {
      analysis = read_analysis (db, content->article, &run, error);
      if (analysis == NULL)
        return FALSE;
      for (guint i = 0; i < MIN (overlay->named->len, analysis->entities->len); i++)
        if (g_ptr_array_index (overlay->named, i) != NULL)
          rename_entity (analysis, i, g_ptr_array_index (overlay->named, i));
      keep_cached (self, content->article, run, names, analysis);
    }
  plx_analysis_unref (content->analysis);
  content->analysis = analysis;
  content->text = analysis->text;
  return TRUE;
}

static gboolean
lay_over (PlxProject *self, PlxArticleContent *content, PlxDb *db, gint64 run, GError **error)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new_full (content->analysis->entities->len, g_free);
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  Overlay overlay = { content, named, names, by_key };

  g_ptr_array_set_size (named, (gint) content->analysis->entities->len);
  if (!plx_entity_links_each (db, content->article, run, take_link, &overlay, error)
      || !lay_names (self, &overlay, db, run, error))
    return FALSE;
  content->marks = plx_marks_from_analysis (content->analysis);
  index_marks (&overlay);
  if (!plx_decisions_each (db, content->article, run, take_decision, &overlay, error)
      || !plx_hand_marks_each (db, content->article, take_hand_mark, &overlay, error))
    return FALSE;
  name_marks (&overlay, db);
  g_ptr_array_sort (content->marks, plx_mark_compare);
  return TRUE;
}

static PlxAnalysis *
load_or_make_plain (PlxProject *self, PlxDb *db, gint64 article, gint64 *run, GError **error)
{
  g_autoptr (GError) problem = NULL;
  PlxAnalysis *analysis = plx_project_load_analysis (self, db, article, run, &problem);
  g_autofree char *text = NULL;

  if (analysis != NULL)
    return analysis;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (!plx_articles_dup_text (db, article, &text, error))
    return NULL;
  if (text == NULL)
    plx_project_not_found (error, _("There is no article"), article);
  return text != NULL ? make_plain (article, text) : NULL;
}

PlxArticleContent *
plx_project_read_content (PlxProject *self, PlxDb *db, gint64 article, GError **error)
{
  g_autoptr (PlxArticleContent) content = NULL;
  gint64 run = 0;
  PlxAnalysis *analysis = load_or_make_plain (self, db, article, &run, error);

  if (analysis == NULL)
    return NULL;
  content = g_new0 (PlxArticleContent, 1);
  g_atomic_ref_count_init (&content->refs);
  content->article = article;
  content->analysis = analysis;
  content->text = analysis->text;
  content->entities = g_new0 (gint64, analysis->entities->len + 1);
  return lay_over (self, content, db, run, error) ? g_steal_pointer (&content) : NULL;
}

typedef struct {
  PlxProject *self;
  gint64 article;
  PlxArticleContent *content;
} Load;

static gboolean
load_cb (PlxDb *db, gpointer data, GError **error)
{
  Load *load = data;

  load->content = plx_project_read_content (load->self, db, load->article, error);
  return load->content != NULL;
}

PlxArticleContent *
plx_project_load_content (PlxProject *self, gint64 article, GError **error)
{
  Load load = { self, article, NULL };

  g_return_val_if_fail (PLX_IS_PROJECT (self), NULL);
  plx_project_read (self, load_cb, &load, error);
  return load.content;
}

PlxArticleContent *
plx_article_content_ref (PlxArticleContent *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
plx_article_content_unref (PlxArticleContent *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  plx_analysis_unref (self->analysis);
  g_free (self->entities);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

PlxMark *
plx_article_content_find_mark (const PlxArticleContent *self, const char *key)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      PlxMark *mark = g_ptr_array_index (self->marks, i);

      if (g_strcmp0 (mark->key, key) == 0)
        return mark;
    }
  return NULL;
}

gint64
plx_hand_mark_id (const char *key)
{
  return key != NULL && key[0] == 'h' ? g_ascii_strtoll (key + 1, NULL, 10) : 0;
}

typedef struct {
  gint64 article;
  GBytes *bytes;
} Original;

static gboolean
original_cb (PlxDb *db, gpointer data, GError **error)
{
  Original *original = data;

  original->bytes = plx_originals_load (db, original->article, error);
  return original->bytes != NULL;
}

GBytes *
plx_project_load_original (PlxProject *self, gint64 article, GError **error)
{
  Original original = { article, NULL };

  plx_project_read (self, original_cb, &original, error);
  return original.bytes;
}
