/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "compare/plx-stories.h"
#include "compare/plx-story-titles.h"
#include "project/plx-project-private.h"
#include "store/plx-analyses-table.h"
#include "store/plx-articles-table.h"
#include "store/plx-claims-table.h"
#include "store/plx-stories-table.h"

/* Articles join the stories there are. The engine is told which story each known
 * article is in and needs of those no more than their texts; so nothing that
 * stands is reshuffled, and ten new articles do not unpack ten thousand
 * analyses. An article that a person moved stays where it was put, a story that
 * a person named keeps its name; stories become one only when articles that came
 * say so, and then the work on their matrices goes along. */

typedef struct {
  gint64 id, story;      // story 0: a new article
  gboolean is_pinned;
  char *key, *source, *title, *published;
  PlxAnalysis *analysis; // of a known article its text alone
} Member;

static void
member_clear (gpointer data)
{
  Member *member = data;

  g_free (member->key);
  g_free (member->source);
  g_free (member->title);
  g_free (member->published);
  g_clear_pointer (&member->analysis, plx_analysis_unref);
}

typedef struct {
  PlxProject *self;
  GArray *members;       // Member, by id
  GArray *stories;       // gint64: the known ones, as the engine numbers them
  GHashTable *titled;    // gint64: stories that a person named
  PlxStories *groups;
  GCancellable *cancellable;
} Grouping;

#define MEMBER(grouping, i) (&g_array_index ((grouping)->members, Member, (i)))

/* reading */

static void
take_member (const PlxArticleRow *row, gpointer data)
{
  Member *member = data;

  member->story = row->story;
  member->is_pinned = row->is_pinned;
  member->key = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);
  member->source = g_strdup (row->source_name);
  member->title = g_strdup (row->title);
  member->published = g_strdup (row->published);
}

static gboolean
read_text (PlxDb *db, Member *member, GError **error)
{
  g_autofree char *text = NULL;

  if (!plx_articles_dup_text (db, member->id, &text, error))
    return FALSE;
  member->analysis = plx_analysis_new (member->key, text != NULL ? text : "", -1);
  return TRUE;
}

static gboolean
read_whole (Grouping *grouping, PlxDb *db, Member *member, GError **error)
{
  gint64 run;

  g_clear_pointer (&member->analysis, plx_analysis_unref);
  member->analysis = plx_project_load_analysis (grouping->self, db, member->id, &run, error);
  return member->analysis != NULL;
}

static void
take_story (const PlxStoryRow *row, gpointer data)
{
  Grouping *grouping = data;

  g_array_append_val (grouping->stories, row->id);
  if (row->is_titled)
    g_hash_table_add (grouping->titled, g_memdup2 (&row->id, sizeof row->id));
}

static gboolean
read_members_cb (PlxDb *db, gpointer data, GError **error)
{
  Grouping *grouping = data;
  g_autoptr (GArray) ids = plx_analyses_list_done (db, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      Member *member;

      g_array_set_size (grouping->members, i + 1);
      member = MEMBER (grouping, i);
      member->id = g_array_index (ids, gint64, i);
      if (g_cancellable_set_error_if_cancelled (grouping->cancellable, error)
          || !plx_articles_get (db, member->id, take_member, member, error)
          || (member->story != 0 ? !read_text (db, member, error)
                                 : !read_whole (grouping, db, member, error)))
        return FALSE;
    }
  return ids != NULL && plx_stories_each (db, take_story, grouping, error);
}

/* grouping */

static PlxComparisonArticle
as_article (const Member *member)
{
  return (PlxComparisonArticle) { member->key, member->source, member->title, member->published,
                                  member->analysis };
}

static GHashTable *
number_stories (const Grouping *grouping)
{
  GHashTable *numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < grouping->stories->len; i++)
    g_hash_table_insert (numbers, &g_array_index (grouping->stories, gint64, i),
                         GUINT_TO_POINTER (i + 1));
  return numbers;
}

static PlxStories *
compute_groups (const Grouping *grouping, const PlxProgress *progress, GError **error)
{
  guint n = grouping->members->len, n_stories = grouping->stories->len;
  g_autofree PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, n + 1);
  g_autofree gint *story = g_new (gint, n + 1);
  g_autofree gboolean *pinned = g_new0 (gboolean, n + 1);
  g_autofree gboolean *named = g_new0 (gboolean, n_stories + 1);
  g_autoptr (GHashTable) numbers = number_stories (grouping);
  PlxStoriesKnown known = { n_stories, story, pinned, named };

  for (guint i = 0; i < n; i++)
    {
      const Member *member = MEMBER (grouping, i);

      articles[i] = as_article (member);
      story[i] = (gint) GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &member->story)) - 1;
      pinned[i] = member->is_pinned;
    }
  for (guint i = 0; i < n_stories; i++)
    named[i] = g_hash_table_contains (grouping->titled,
                                      &g_array_index (grouping->stories, gint64, i));
  return plx_stories_extend (articles, n, &known, progress, grouping->cancellable, error);
}

/* titles */

/* Stories that articles joined, numbered from 1; new ones have their title from
 * all there is already. */
static guint *
find_joined (const Grouping *grouping, guint *n_joined)
{
  const PlxStories *groups = grouping->groups;
  guint *joined = g_new0 (guint, groups->n_stories + 1);

  *n_joined = 0;
  for (guint i = 0; i < grouping->members->len; i++)
    {
      const gint64 *story;
      guint to = groups->story[i];

      if (to >= groups->n_known || joined[to] != 0)
        continue;
      story = &g_array_index (grouping->stories, gint64, to);
      if (MEMBER (grouping, i)->story != *story && !g_hash_table_contains (grouping->titled, story))
        joined[to] = ++*n_joined;
    }
  return joined;
}

typedef struct {
  Grouping *grouping;
  const guint *joined;
} ReadJoined;

static gboolean
read_joined_cb (PlxDb *db, gpointer data, GError **error)
{
  ReadJoined *read = data;

  for (guint i = 0; i < read->grouping->members->len; i++)
    if (read->joined[read->grouping->groups->story[i]] != 0
        && MEMBER (read->grouping, i)->story != 0
        && !read_whole (read->grouping, db, MEMBER (read->grouping, i), error))
      return FALSE;
  return TRUE;
}

static char **
make_titles (const Grouping *grouping, const guint *joined, guint n_joined)
{
  guint n = 0, n_members = grouping->members->len;
  g_autofree PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, n_members + 1);
  g_autofree guint *story = g_new0 (guint, n_members + 1);

  for (guint i = 0; i < n_members; i++)
    {
      guint number = joined[grouping->groups->story[i]];

      if (number == 0)
        continue;
      articles[n] = as_article (MEMBER (grouping, i));
      story[n++] = number - 1;
    }
  return plx_story_titles (articles, n, story, n_joined);
}

/* Events make the better titles, so the stories that grew are read whole; the
 * others keep the title they have, which an empty one says. */
static gboolean
title_joined (Grouping *grouping, GError **error)
{
  guint n_joined;
  g_autofree guint *joined = find_joined (grouping, &n_joined);
  g_auto (GStrv) titles = NULL;
  ReadJoined read = { grouping, joined };

  if (n_joined > 0 && !plx_project_read (grouping->self, read_joined_cb, &read, error))
    return FALSE;
  titles = make_titles (grouping, joined, n_joined);
  for (guint i = 0; i < grouping->groups->n_known; i++)
    {
      g_free (grouping->groups->titles[i]);
      grouping->groups->titles[i] = g_strdup (joined[i] != 0 ? titles[joined[i] - 1] : "");
    }
  return TRUE;
}

/* keeping */

static gboolean
keep_members (const Grouping *grouping, PlxDb *db, GError **error)
{
  for (guint i = 0; i < grouping->members->len; i++)
    {
      const Member *member = MEMBER (grouping, i);
      gint64 story = g_array_index (grouping->stories, gint64, grouping->groups->story[i]);

      if (!member->is_pinned && story != member->story
          && !plx_articles_set_story (db, member->id, story, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_merged (const Grouping *grouping, PlxDb *db, GError **error)
{
  for (guint i = 0; i < grouping->groups->n_known; i++)
    {
      gint into = grouping->groups->merged_into[i];

      if (into >= 0
          && !plx_claim_work_move_story (db, g_array_index (grouping->stories, gint64, i),
                                         g_array_index (grouping->stories, gint64, into), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_groups_cb (PlxDb *db, gpointer data, GError **error)
{
  Grouping *grouping = data;
  const PlxStories *groups = grouping->groups;

  for (guint i = 0; i < groups->n_stories; i++)
    {
      gint64 story = i < groups->n_known ? g_array_index (grouping->stories, gint64, i) : 0;

      if (story == 0 ? !plx_stories_add (db, groups->titles[i], &story, error)
                     : *groups->titles[i] != '\0'
                         && !plx_stories_set_title (db, story, groups->titles[i], FALSE, error))
        return FALSE;
      if (i >= groups->n_known)
        g_array_append_val (grouping->stories, story);
    }
  return keep_members (grouping, db, error) && keep_merged (grouping, db, error)
         && plx_stories_drop_empty (db, error);
}

gboolean
plx_project_group_stories (PlxProject *self, const PlxProgress *progress, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_autoptr (GArray) stories = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) titled =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PlxStories) groups = NULL;
  Grouping grouping = { self, members, stories, titled, NULL, cancellable };

  g_array_set_clear_func (members, member_clear);
  if (!plx_project_read (self, read_members_cb, &grouping, error))
    return FALSE;
  if (members->len == 0)
    return TRUE;
  plx_progress_report (progress, 0, _("Grouping articles into stories"));
  groups = compute_groups (&grouping, progress, error);
  grouping.groups = groups;
  return groups != NULL && title_joined (&grouping, error)
         && plx_project_write (self, PLX_CHANGED_ARTICLES, keep_groups_cb, &grouping, error);
}
