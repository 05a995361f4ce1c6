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
#include "store/plx-log-table.h"
#include "store/plx-sources-table.h"

/* Workers analyse and pack; the calling thread commits in the order of the
 * articles, whoever finished first. So ids and bytes do not depend on the
 * number of threads. At most a few articles per thread wait for their turn. */

#define CHANGED_ANALYSIS                                                                         \
  (PLX_CHANGED_ANALYSES | PLX_CHANGED_ARTICLES | PLX_CHANGED_ENTITIES | PLX_CHANGED_MARKS)
#define WAITING_PER_THREAD 4

/* one article */

typedef struct {
  gint64 id;
  char *text, *title, *published, *source, *language;
} ArticleInput;

static void
article_input_clear (ArticleInput *input)
{
  g_free (input->text);
  g_free (input->title);
  g_free (input->published);
  g_free (input->source);
  g_free (input->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArticleInput, article_input_clear)

static void
take_row (const PlxArticleRow *row, gpointer data)
{
  ArticleInput *input = data;

  input->title = g_strdup (row->title);
  input->published = g_strdup (row->published);
  input->source = g_strdup (row->source_name);
  input->language = g_strdup (row->language);
}

static gboolean
read_input_cb (PlxDb *db, gpointer data, GError **error)
{
  ArticleInput *input = data;

  if (!plx_articles_get (db, input->id, take_row, input, error)
      || !plx_articles_dup_text (db, input->id, &input->text, error))
    return FALSE;
  return input->text != NULL || plx_project_not_found (error, _("There is no article"), input->id);
}

void
plx_analysed_free (PlxAnalysed *analysed)
{
  plx_analysis_unref (analysed->analysis);
  g_bytes_unref (analysed->packed);
  g_free (analysed);
}

static PlxAnalysed *
pack (PlxAnalysis *analysis, const char *engine, GError **error)
{
  g_autoptr (GString) json = g_string_sized_new (analysis->n_bytes * 8 + 256);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GPtrArray) marks = plx_marks_from_analysis (analysis);
  PlxAnalysed *analysed;

  plx_analysis_write_json (analysis, json);
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  packed = plx_compress (bytes, error);
  if (packed == NULL)
    return NULL;
  analysed = g_new0 (PlxAnalysed, 1);
  analysed->analysis = plx_analysis_ref (analysis);
  analysed->packed = g_steal_pointer (&packed);
  analysed->n_marks = marks->len;
  analysed->engine = engine;
  return analysed;
}

/* @published NULL: as the project has it; "": without a date. */
PlxAnalysed *
plx_project_analyse_one (PlxProject *self, gint64 article, const char *published,
                         GCancellable *cancellable, GError **error)
{
  g_auto (ArticleInput) input = { .id = article };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, article);
  const PlxLanguage *language = plx_project_get_language (self, error);
  g_autoptr (PlxAnalysis) analysis = NULL;
  PlxArticleText text;

  if (language == NULL || !plx_project_read (self, read_input_cb, &input, error))
    return NULL;
  if (published == NULL)
    published = input.published;
  text = (PlxArticleText) {
    .id = id, .text = input.text, .n_bytes = -1, .title = input.title,
    .published = published != NULL && *published != '\0' ? published : NULL,
    .source = input.source, .language = input.language,
  };
  analysis = plx_language_analyse (language, &text, PLX_LAYER_ALL, cancellable, error);
  return analysis != NULL ? pack (analysis, plx_language_get_version (language), error) : NULL;
}

gboolean
plx_project_add_run (PlxDb *db, const PlxAnalysed *analysed, gint64 *run, GError **error)
{
  return plx_runs_add (db, analysed->engine, "layers=all", run, error);
}

static gboolean
add_voice (PlxDb *db, gint64 article, gint64 run, const PlxAnalysis *analysis, gint32 entity,
           gboolean reports, gboolean speaks, GError **error)
{
  PlxVoice voice;

  if (entity < 0)
    return TRUE;
  voice = (PlxVoice){ PLX_ENTITY (analysis, entity)->name,
                      plx_entity_kind_to_nick (PLX_ENTITY (analysis, entity)->kind), reports,
                      speaks };
  return plx_voices_add (db, article, run, &voice, error);
}

/* The outermost level reports, the innermost speaks; an omission is heard
 * through whoever reported the matter elsewhere. */
static gboolean
add_voices (PlxDb *db, gint64 article, gint64 run, const PlxAnalysis *analysis, GError **error)
{
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const PlxStatement *s = PLX_STATEMENT (analysis, i);
      guint last = s->levels.first + s->levels.n - 1;

      if (s->levels.n > 0
          && (!add_voice (db, article, run, analysis, PLX_LEVEL (analysis, s->levels.first)->entity,
                          TRUE, FALSE, error)
              || !add_voice (db, article, run, analysis, PLX_LEVEL (analysis, last)->entity,
                             FALSE, TRUE, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_project_keep_analysis (PlxDb *db, gint64 article, gint64 run, const PlxAnalysed *analysed,
                           GError **error)
{
  return plx_analyses_add (db, article, run, analysed->packed, analysed->n_marks, error)
         && plx_articles_set_run (db, article, run, error)
         && add_voices (db, article, run, analysed->analysis, error);
}

/* all articles */

typedef struct {
  PlxAnalysed *analysed;
  GError *error;
  gboolean is_done;
} Slot;

typedef struct {
  PlxProject *self;
  GArray *articles;       // gint64
  Slot *slots;            // (articles->len) guarded by mutex
  gint64 run;
  GError *skipped;        // of the first article that the engine could not take
  GCancellable *cancellable;
  GMutex mutex;
  GCond cond;
} Batch;

static void
analyse_worker (gpointer item, gpointer data)
{
  Batch *batch = data;
  guint i = GPOINTER_TO_UINT (item) - 1;
  GError *error = NULL;
  PlxAnalysed *analysed = plx_project_analyse_one (
      batch->self, g_array_index (batch->articles, gint64, i), NULL, batch->cancellable, &error);

  g_mutex_lock (&batch->mutex);
  batch->slots[i] = (Slot) { analysed, error, TRUE };
  g_cond_broadcast (&batch->cond);
  g_mutex_unlock (&batch->mutex);
}

static Slot
wait_for_slot (Batch *batch, guint i)
{
  Slot slot;

  g_mutex_lock (&batch->mutex);
  while (!batch->slots[i].is_done)
    g_cond_wait (&batch->cond, &batch->mutex);
  slot = batch->slots[i];
  batch->slots[i] = (Slot) { .is_done = TRUE };
  g_mutex_unlock (&batch->mutex);
  return slot;
}

typedef struct {
  Batch *batch;
  gint64 article;
  const PlxAnalysed *analysed;
} Keep;

static gboolean
keep_cb (PlxDb *db, gpointer data, GError **error)
{
  Keep *keep = data;

  if (keep->batch->run == 0 && !plx_project_add_run (db, keep->analysed, &keep->batch->run, error))
    return FALSE;
  return plx_project_keep_analysis (db, keep->article, keep->batch->run, keep->analysed, error);
}

/* One article that the engine cannot take must not keep the others waiting. */
static gboolean
skip_article (Batch *batch, gint64 article, GError *problem)
{
  if (batch->skipped == NULL)
    {
      g_prefix_error (&problem, _("article %lld: "), (long long) article);
      batch->skipped = problem;
    }
  else
    g_error_free (problem);
  return TRUE;
}

static gboolean
commit_slot (Batch *batch, guint i, GError **error)
{
  Slot slot = wait_for_slot (batch, i);
  g_autoptr (PlxAnalysed) analysed = slot.analysed;
  Keep keep = { batch, g_array_index (batch->articles, gint64, i), analysed };
  gint64 run = batch->run;

  if (analysed == NULL && slot.error->domain == PLX_LANGUAGE_ERROR)
    return skip_article (batch, keep.article, slot.error);
  if (analysed == NULL)
    {
      g_propagate_error (error, slot.error);
      return FALSE;
    }
  if (plx_project_write (batch->self, CHANGED_ANALYSIS, keep_cb, &keep, error))
    return TRUE;
  batch->run = run;   // it was rolled back with the rest
  return FALSE;
}

static void
run_batch (Batch *batch, guint n_threads, const PlxProgress *progress, GError **error)
{
  GThreadPool *pool = g_thread_pool_new (analyse_worker, batch, (gint) n_threads, TRUE, NULL);
  guint n = batch->articles->len, n_pushed = 0;
  gboolean goes_on = TRUE;

  for (guint i = 0; i < n && goes_on; i++)
    {
      g_autofree char *message = g_strdup_printf (_("Analysing article %u of %u"), i + 1, n);

      while (n_pushed < n && n_pushed < i + n_threads * WAITING_PER_THREAD)
        g_thread_pool_push (pool, GUINT_TO_POINTER (++n_pushed), NULL);
      plx_progress_report (progress, i / (double) n, message);
      goes_on = !g_cancellable_set_error_if_cancelled (batch->cancellable, error)
                && commit_slot (batch, i, error);
    }
  g_thread_pool_free (pool, !goes_on, TRUE);
  for (guint i = 0; i < n_pushed; i++)
    {
      g_clear_pointer (&batch->slots[i].analysed, plx_analysed_free);
      g_clear_error (&batch->slots[i].error);
    }
}

/* linking */

typedef struct {
  PlxProject *self;
  GCancellable *cancellable;
} LinkAll;

static gboolean
link_article (LinkAll *link, PlxLinker *linker, PlxDb *db, gint64 article, GError **error)
{
  gint64 run = 0;
  g_autoptr (PlxAnalysis) analysis =
    plx_project_load_analysis (link->self, db, article, &run, error);

  return analysis != NULL && plx_linker_add (linker, db, article, run, analysis, error);
}

static gboolean
link_all_cb (PlxDb *db, gpointer data, GError **error)
{
  LinkAll *link = data;
  g_autoptr (GArray) articles = plx_analyses_list_unlinked (db, error);
  g_autoptr (PlxLinker) linker = articles != NULL ? plx_linker_new (db, error) : NULL;

  for (guint i = 0; linker != NULL && i < articles->len; i++)
    if (g_cancellable_set_error_if_cancelled (link->cancellable, error)
        || !link_article (link, linker, db, g_array_index (articles, gint64, i), error))
      return FALSE;
  return linker != NULL
         && plx_log_add (db, link->self->author, "analyse", _("Analyse Articles"), error);
}

/* the run */

typedef struct {
  GArray *missing, *unlinked;
} Work;

static gboolean
list_work_cb (PlxDb *db, gpointer data, GError **error)
{
  Work *work = data;

  work->missing = plx_analyses_list_missing (db, error);
  work->unlinked = work->missing != NULL ? plx_analyses_list_unlinked (db, error) : NULL;
  return work->unlinked != NULL;
}

static gboolean
analyse_missing (PlxProject *self, GArray *articles, guint n_threads, const PlxProgress *progress,
                 GCancellable *cancellable, GError **skipped, GError **error)
{
  Batch batch = { .self = self, .articles = articles, .cancellable = cancellable };
  GError *problem = NULL;

  if (articles->len == 0)
    return TRUE;
  if (plx_project_get_language (self, error) == NULL)
    return FALSE;
  batch.slots = g_new0 (Slot, articles->len);
  g_mutex_init (&batch.mutex);
  g_cond_init (&batch.cond);
  plx_project_set_bulk (self, TRUE);
  run_batch (&batch, n_threads > 0 ? n_threads : g_get_num_processors (), progress, &problem);
  plx_project_set_bulk (self, FALSE);
  g_mutex_clear (&batch.mutex);
  g_cond_clear (&batch.cond);
  g_free (batch.slots);
  *skipped = batch.skipped;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

gboolean
plx_project_analyse (PlxProject *self, guint n_threads, const PlxProgress *progress,
                     GCancellable *cancellable, GError **error)
{
  PlxProgress engine = plx_progress_part (progress, 0, 0.9);
  PlxProgress grouping = plx_progress_part (progress, 0.9, 1);
  LinkAll link = { self, cancellable };
  Work work = { NULL, NULL };
  g_autoptr (GError) skipped = NULL;
  gboolean done;

  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  if (!plx_project_may_write (self, error))
    return FALSE;
  done = plx_project_read (self, list_work_cb, &work, error);
  if (done && work.missing->len + work.unlinked->len > 0)
    done = analyse_missing (self, work.missing, n_threads, &engine, cancellable, &skipped, error)
           && plx_project_group_stories (self, &grouping, cancellable, error)
           && plx_project_write (self, CHANGED_ANALYSIS, link_all_cb, &link, error)
           && (plx_store_add_barrier (self->store, error) || plx_project_map_error (error));
  g_clear_pointer (&work.missing, g_array_unref);
  g_clear_pointer (&work.unlinked, g_array_unref);
  plx_progress_report (progress, 1, NULL);
  if (done && skipped != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&skipped));
      return FALSE;
    }
  return done;
}
