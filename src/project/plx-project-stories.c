/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "compare/plx-stories.h"
#include "project/plx-project-private.h"
#include "store/plx-analyses-table.h"
#include "store/plx-articles-table.h"
#include "store/plx-stories-table.h"

/* The engine groups all articles anew; the project keeps what it can of the
 * stories there are. A group goes on as the story that most of its articles
 * are in, and an article that a person moved stays where it was put. */

typedef struct {
  gint64 id, story;
  gboolean is_pinned;
  char *key, *source, *title, *published;
  PlxAnalysis *analysis;
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
  PlxStories *groups;
  GPtrArray *by_group;   // GArray of guint: members of each group
  GCancellable *cancellable;
} Grouping;

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
read_members_cb (PlxDb *db, gpointer data, GError **error)
{
  Grouping *grouping = data;
  g_autoptr (GArray) ids = plx_analyses_list_done (db, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      Member *member;
      gint64 run;

      g_array_set_size (grouping->members, i + 1);
      member = &g_array_index (grouping->members, Member, i);
      member->id = g_array_index (ids, gint64, i);
      if (g_cancellable_set_error_if_cancelled (grouping->cancellable, error)
          || !plx_articles_get (db, member->id, take_member, member, error))
        return FALSE;
      member->analysis = plx_project_load_analysis (grouping->self, db, member->id, &run, error);
      if (member->analysis == NULL)
        return FALSE;
    }
  return ids != NULL;
}

static PlxStories *
compute_groups (Grouping *grouping, const PlxProgress *progress, GError **error)
{
  guint n = grouping->members->len;
  g_autofree PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const Member *member = &g_array_index (grouping->members, Member, i);

      articles[i] = (PlxComparisonArticle) { member->key, member->source, member->title,
                                             member->published, member->analysis };
    }
  return plx_stories_group (articles, n, progress, grouping->cancellable, error);
}

/* keeping */

static const Member *
member_of (const Grouping *grouping, guint group, guint i)
{
  const GArray *indexes = g_ptr_array_index (grouping->by_group, group);

  return i < indexes->len
             ? &g_array_index (grouping->members, Member, g_array_index (indexes, guint, i))
             : NULL;
}

static void
index_groups (Grouping *grouping)
{
  for (guint group = 0; group < grouping->groups->n_stories; group++)
    g_ptr_array_add (grouping->by_group, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < grouping->members->len; i++)
    g_array_append_val (
        (GArray *) g_ptr_array_index (grouping->by_group, grouping->groups->story[i]), i);
}

/* The story that most articles of a group are in already and that no earlier
 * group goes on as; of two equals the one that an earlier article is in. */
static gint64
find_heir (const Grouping *grouping, guint group, GHashTable *taken)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  const Member *member;
  gint64 best = 0;
  guint n_best = 0;

  for (guint i = 0; (member = member_of (grouping, group, i)) != NULL; i++)
    g_hash_table_insert (
        counts, (gpointer) &member->story,
        GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, &member->story))));
  for (guint i = 0; (member = member_of (grouping, group, i)) != NULL; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &member->story));

      if (member->story == 0 || n <= n_best || g_hash_table_contains (taken, &member->story))
        continue;
      best = member->story;
      n_best = n;
    }
  return best;
}

static gboolean
has_free_member (const Grouping *grouping, guint group)
{
  const Member *member;

  for (guint i = 0; (member = member_of (grouping, group, i)) != NULL; i++)
    if (!member->is_pinned)
      return TRUE;
  return FALSE;
}

static gboolean
keep_group (Grouping *grouping, PlxDb *db, guint group, GHashTable *taken, GError **error)
{
  const char *title = grouping->groups->titles[group];
  gint64 story = find_heir (grouping, group, taken);
  const Member *member;

  if (!has_free_member (grouping, group))
    return TRUE;
  if (story == 0 ? !plx_stories_add (db, title, &story, error)
                 : !plx_stories_set_title (db, story, title, FALSE, error))
    return FALSE;
  g_hash_table_add (taken, g_memdup2 (&story, sizeof story));
  for (guint i = 0; (member = member_of (grouping, group, i)) != NULL; i++)
    if (!member->is_pinned && !plx_articles_set_story (db, member->id, story, FALSE, error))
      return FALSE;
  return TRUE;
}

static gboolean
keep_groups_cb (PlxDb *db, gpointer data, GError **error)
{
  Grouping *grouping = data;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint group = 0; group < grouping->groups->n_stories; group++)
    if (!keep_group (grouping, db, group, taken, error))
      return FALSE;
  return plx_stories_drop_empty (db, error);
}

gboolean
plx_project_group_stories (PlxProject *self, const PlxProgress *progress, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_autoptr (GPtrArray) by_group = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (PlxStories) groups = NULL;
  Grouping grouping = { self, members, NULL, by_group, cancellable };

  g_array_set_clear_func (members, member_clear);
  if (!plx_project_read (self, read_members_cb, &grouping, error))
    return FALSE;
  if (members->len == 0)
    return TRUE;
  plx_progress_report (progress, 0, _("Grouping articles into stories"));
  groups = compute_groups (&grouping, progress, error);
  grouping.groups = groups;
  if (groups == NULL)
    return FALSE;
  index_groups (&grouping);
  return plx_project_write (self, PLX_CHANGED_ARTICLES, keep_groups_cb, &grouping, error);
}
