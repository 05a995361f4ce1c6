/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-check.h"
#include "store/plx-analyses-table.h"
#include "store/plx-decisions-table.h"
#include "store/plx-settings-table.h"

/* The store checks the file; what stands in it is checked here: that every
 * analysis unpacks, belongs to its article's text, and points inside it. */

typedef struct {
  PlxProject *self;
  GPtrArray *faults;
  GCancellable *cancellable;
  gint64 article;
  const char *text;
  gsize n_bytes;
} Check;

static void
add_fault (Check *check, const char *what)
{
  g_ptr_array_add (check->faults, g_strdup_printf (_("article %lld: %s"),
                                                   (long long) check->article, what));
}

static gboolean
is_anchored (const Check *check, PlxSpan span)
{
  return span.begin <= span.end && span.end <= check->n_bytes
         && (check->text[span.begin] & 0xc0) != 0x80 && (check->text[span.end] & 0xc0) != 0x80;
}

static void
check_spans (Check *check, const GArray *spans, const char *what)
{
  for (guint i = 0; i < spans->len; i++)
    if (!is_anchored (check, g_array_index (spans, PlxSpan, i)))
      {
        add_fault (check, what);
        return;
      }
}

static void
check_analysis (Check *check, const PlxAnalysis *analysis)
{
  gboolean holds = TRUE;

  if (strcmp (analysis->text, check->text) != 0)
    {
      add_fault (check, _("its analysis is of another text"));
      return;
    }
  check_spans (check, analysis->sentences, _("a sentence lies outside the text"));
  check_spans (check, analysis->spans, _("a passage lies outside the text"));
  for (guint i = 0; i < analysis->mentions->len; i++)
    holds &= is_anchored (check, PLX_MENTION (analysis, i)->span)
             && PLX_MENTION (analysis, i)->entity < (gint32) analysis->entities->len;
  for (guint i = 0; i < analysis->times->len; i++)
    holds &= is_anchored (check, PLX_TIME (analysis, i)->span);
  for (guint i = 0; i < analysis->quantities->len; i++)
    holds &= is_anchored (check, PLX_QUANTITY (analysis, i)->span);
  if (!holds)
    add_fault (check, _("a mark lies outside the text"));
}

static void
check_decision (const PlxDecisionRow *row, gpointer data)
{
  if (row->has_span && !is_anchored (data, row->span))
    add_fault (data, _("an edited mark lies outside the text"));
}

static void
check_hand_mark (const PlxHandMarkRow *row, gpointer data)
{
  if (!is_anchored (data, row->span))
    add_fault (data, _("a mark made by hand lies outside the text"));
}

static gboolean
check_article (Check *check, PlxDb *db, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autofree char *text = NULL;
  gint64 run = 0;

  if (!plx_articles_dup_text (db, check->article, &text, error))
    return FALSE;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      add_fault (check, _("its text is missing or is not UTF-8"));
      return TRUE;
    }
  check->text = text;
  check->n_bytes = strlen (text);
  analysis = plx_project_load_analysis (check->self, db, check->article, &run, &problem);
  if (analysis != NULL)
    check_analysis (check, analysis);
  else if (problem != NULL)
    add_fault (check, problem->message);
  else if (run != 0)
    add_fault (check, _("its analysis is missing"));
  return plx_decisions_each (db, check->article, run, check_decision, check, error)
         && plx_hand_marks_each (db, check->article, check_hand_mark, check, error);
}

static void
add_id (const PlxArticleRow *row, gpointer data)
{
  g_array_append_val ((GArray *) data, row->id);
}

static gboolean
check_cb (PlxDb *db, gpointer data, GError **error)
{
  Check *check = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!plx_articles_each (db, add_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      check->article = g_array_index (ids, gint64, i);
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
          || !check_article (check, db, error))
        return FALSE;
    }
  return TRUE;
}

/* A file too broken to be read through is a fault, not a failure to check. */
GPtrArray *
plx_project_check (PlxProject *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;
  Check check = { .self = self, .faults = faults, .cancellable = cancellable };
  PlxStore *store = plx_project_get_store (self, error);

  if (store == NULL)
    return NULL;
  if (plx_store_check (store, faults, cancellable, &problem))
    {
      plx_project_clear_analyses (self);
      if (plx_project_read (self, check_cb, &check, &problem))
        return g_steal_pointer (&faults);
    }
  plx_project_map_error (&problem);
  if (!g_error_matches (problem, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  g_ptr_array_add (faults, g_strdup (problem->message));
  return g_steal_pointer (&faults);
}

static gboolean
info_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_store_get_info (db, data, error);
}

gboolean
plx_project_get_info (PlxProject *self, PlxProjectInfo *info, GError **error)
{
  PlxStoreInfo from = { 0 };

  if (!plx_project_read (self, info_cb, &from, error))
    return FALSE;
  *info = (PlxProjectInfo) {
    .n_articles = (guint) from.n_articles, .n_sources = (guint) from.n_sources,
    .n_stories = (guint) from.n_stories, .n_entities = (guint) from.n_entities,
    .n_marks = (guint) from.n_marks, .n_analysed = (guint) from.n_analysed,
    .format = (int) from.format,
  };
  return TRUE;
}
