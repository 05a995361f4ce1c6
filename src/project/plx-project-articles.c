/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "store/plx-analyses-table.h"
#include "store/plx-articles-table.h"
#include "store/plx-decisions-table.h"
#include "store/plx-sources-table.h"
#include "store/plx-stories-table.h"

/* What a person changes about articles and stories. */

/* "2026-05-17", with or without a time; "2026-05" and "2026" are open dates. */
gboolean
plx_project_is_date (const char *date)
{
  int year = 0, month = 1, day = 1;
  gsize n_digits = strspn (date, "0123456789-");
  int n_read = sscanf (date, "%4d-%2d-%2d", &year, &month, &day);

  if (n_read < 1 || (n_digits != 4 && n_digits != 7 && n_digits != 10)
      || (date[n_digits] != '\0' && (n_digits != 10 || date[10] != 'T')))
    return FALSE;
  return n_read == (n_digits == 4 ? 1 : n_digits == 7 ? 2 : 3) && year > 0
         && month >= 1 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* The date, and a new analysis that knows it, in one step. Keys of marks
 * belong to a run, so decisions move to the mark of the same layer in the same
 * place; undoing the step brings the old run back with its decisions. */
typedef struct {
  gint64 article, run, old_run;
  const char *published;
  PlxAnalysed *analysed;          // NULL: the article is not analysed yet
  PlxArticleContent *old;
} SetDate;

static char *
dup_place (const PlxMark *mark)
{
  return g_strdup_printf ("%d:%u:%u", (int) mark->layer, mark->spans[0].begin, mark->spans[0].end);
}

static gboolean
carry_decisions (SetDate *set, PlxDb *db, GError **error)
{
  g_autoptr (GPtrArray) old = plx_marks_from_analysis (set->old->analysis);
  g_autoptr (GPtrArray) new = plx_marks_from_analysis (set->analysed->analysis);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < new->len; i++)
    g_hash_table_insert (places, dup_place (g_ptr_array_index (new, i)),
                         g_ptr_array_index (new, i));
  for (guint i = 0; i < old->len; i++)
    {
      const PlxMark *from = g_ptr_array_index (old, i);
      g_autofree char *place = dup_place (from);
      const PlxMark *to = g_hash_table_lookup (places, place);

      if (to != NULL && !plx_decisions_copy (db, set->article, set->old_run, from->key, set->run,
                                             to->key, to->local_entity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
reanalyse (SetDate *set, PlxDb *db, GError **error)
{
  g_autoptr (PlxLinker) linker = NULL;

  return plx_articles_get_run (db, set->article, &set->old_run, error)
         && plx_project_add_run (db, set->analysed, &set->run, error)
         && plx_project_keep_analysis (db, set->article, set->run, set->analysed, error)
         && (linker = plx_linker_new (db, error)) != NULL
         && plx_linker_add (linker, db, set->article, set->run, set->analysed->analysis, error)
         && carry_decisions (set, db, error);
}

static gboolean
set_date_cb (PlxDb *db, gpointer data, GError **error)
{
  SetDate *set = data;

  return plx_articles_set_published (db, set->article, set->published, error)
         && (set->analysed == NULL || reanalyse (set, db, error));
}

gboolean
plx_project_set_article_date (PlxProject *self, gint64 article, const char *published,
                              GError **error)
{
  g_autoptr (PlxAnalysed) analysed = NULL;
  g_autoptr (PlxArticleContent) old = NULL;
  SetDate set = { .article = article, .published = published };

  if (published != NULL && !plx_project_is_date (published))
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                   _("“%s” is no date: write it as 2026-05-17"), published);
      return FALSE;
    }
  if (!plx_project_may_write (self, error)
      || (old = plx_project_load_content (self, article, error)) == NULL)
    return FALSE;
  if (old->analysis->sentences->len > 0)
    {
      analysed = plx_project_analyse_one (self, article, published != NULL ? published : "", NULL,
                                          error);
      if (analysed == NULL)
        return FALSE;
    }
  set.analysed = analysed;
  set.old = old;
  return plx_project_edit (
      self,
      PLX_CHANGED_ARTICLES | PLX_CHANGED_ANALYSES | PLX_CHANGED_MARKS | PLX_CHANGED_ENTITIES,
      published != NULL ? _("Set Date of Article") : _("Clear Date of Article"), NULL,
      set_date_cb, &set, error);
}

/* source, story */

typedef struct {
  gint64 article, story;
  const char *text;
} ArticleEdit;

static gboolean
require_article (PlxDb *db, gint64 article, GError **error)
{
  gboolean exists = FALSE;

  if (!plx_articles_exists (db, article, &exists, error))
    return FALSE;
  return exists || plx_project_not_found (error, _("There is no article"), article);
}

static gboolean
set_source_cb (PlxDb *db, gpointer data, GError **error)
{
  ArticleEdit *edit = data;
  gint64 source = 0;

  return require_article (db, edit->article, error)
         && (edit->text == NULL || plx_sources_ensure (db, edit->text, NULL, NULL, &source, error))
         && plx_articles_set_source (db, edit->article, source, error);
}

gboolean
plx_project_set_article_source (PlxProject *self, gint64 article, const char *source,
                                GError **error)
{
  ArticleEdit edit = { .article = article,
                       .text = source != NULL && *source != '\0' ? source : NULL };

  return plx_project_edit (self, PLX_CHANGED_ARTICLES, _("Set Source of Article"), NULL,
                           set_source_cb, &edit, error);
}

static void
take_title (const PlxArticleRow *row, gpointer data)
{
  char **title = data;

  *title = plx_project_dup_title (row->title, row->opening);
}

static gboolean
require_story (PlxDb *db, gint64 story, GError **error)
{
  gboolean exists = FALSE;

  if (!plx_stories_exists (db, story, &exists, error))
    return FALSE;
  return exists || plx_project_not_found (error, _("There is no story"), story);
}

static gboolean
move_article_cb (PlxDb *db, gpointer data, GError **error)
{
  ArticleEdit *edit = data;
  g_autofree char *title = NULL;

  if (!plx_articles_get (db, edit->article, take_title, &title, error))
    return FALSE;
  if (title == NULL)
    return plx_project_not_found (error, _("There is no article"), edit->article);
  if (edit->story == 0 ? !plx_stories_add (db, title, &edit->story, error)
                       : !require_story (db, edit->story, error))
    return FALSE;
  return plx_articles_set_story (db, edit->article, edit->story, TRUE, error)
         && plx_stories_drop_empty (db, error);
}

gboolean
plx_project_move_article (PlxProject *self, gint64 article, gint64 story, GError **error)
{
  ArticleEdit edit = { .article = article, .story = story };

  return plx_project_edit (self, PLX_CHANGED_ARTICLES, _("Move Article"), NULL, move_article_cb,
                           &edit, error);
}

static gboolean
rename_story_cb (PlxDb *db, gpointer data, GError **error)
{
  ArticleEdit *edit = data;

  return require_story (db, edit->story, error)
         && plx_stories_set_title (db, edit->story, edit->text, TRUE, error);
}

gboolean
plx_project_rename_story (PlxProject *self, gint64 story, const char *title, GError **error)
{
  ArticleEdit edit = { .story = story, .text = title };

  if (title == NULL || *title == '\0')
    {
      g_set_error_literal (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                           _("A story needs a name"));
      return FALSE;
    }
  return plx_project_edit (self, PLX_CHANGED_ARTICLES, _("Rename Story"), NULL, rename_story_cb,
                           &edit, error);
}
