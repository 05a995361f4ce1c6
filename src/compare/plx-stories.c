/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-stories.h"

#include "compare/plx-reuse.h"
#include "compare/plx-story-groups.h"
#include "compare/plx-story-links.h"
#include "compare/plx-story-pairs.h"
#include "compare/plx-story-titles.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* The articles are put into one order that does not depend on how they came, by
 * date, id and text; all work is done in it, and its answer is the same for any
 * order of import. */
typedef struct {
  const PlxComparisonArticle *given;
  guint n;
  guint *place;                    // (n) sorted → given
  PlxComparisonArticle *articles;  // (n) sorted
  gint *known;                     // (n) sorted: story, -1: new
  gboolean *is_fixed;              // (n_known) neither joined to another nor another to it
  guint n_known;
} Work;

static int
compare_articles (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlxComparisonArticle *given = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  int order = g_strcmp0 (given[i].published, given[j].published);

  if (order == 0)
    order = g_strcmp0 (given[i].id, given[j].id);
  if (order == 0)
    order = g_strcmp0 (given[i].title, given[j].title);
  if (order == 0)
    order = strcmp (given[i].analysis->text, given[j].analysis->text);
  return order != 0 ? order : (i < j ? -1 : i > j);
}

/* A story number that is none of the known ones makes the article a new one. */
static void
take_known (Work *self, const PlxStoriesKnown *known)
{
  self->n_known = known != NULL ? known->n_stories : 0;
  self->is_fixed = g_new0 (gboolean, self->n_known + 1);
  for (guint s = 0; known != NULL && known->named != NULL && s < self->n_known; s++)
    self->is_fixed[s] = known->named[s];
  for (guint i = 0; i < self->n; i++)
    {
      gint story = known != NULL ? known->story[self->place[i]] : -1;

      self->known[i] = story >= 0 && (guint) story < self->n_known ? story : -1;
      if (self->known[i] >= 0 && known->pinned != NULL && known->pinned[self->place[i]])
        self->is_fixed[story] = TRUE;
    }
}

static void
work_open (Work *self, const PlxComparisonArticle *given, guint n, const PlxStoriesKnown *known)
{
  *self = (Work) { .given = given, .n = n };
  self->place = g_new (guint, n + 1);
  self->articles = g_new0 (PlxComparisonArticle, n + 1);
  self->known = g_new0 (gint, n + 1);
  for (guint i = 0; i < n; i++)
    self->place[i] = i;
  g_qsort_with_data (self->place, (gint) n, sizeof (guint), compare_articles, (gpointer) given);
  for (guint i = 0; i < n; i++)
    self->articles[i] = given[self->place[i]];
  take_known (self, known);
}

static void
work_clear (Work *self)
{
  g_free (self->place);
  g_free (self->articles);
  g_free (self->known);
  g_free (self->is_fixed);
}

static PlxStoryGroups *
open_groups (const Work *self)
{
  PlxStoryGroups *groups = plx_story_groups_new (self->n);
  g_autofree gint *first = g_new (gint, self->n_known + 1);

  for (guint s = 0; s < self->n_known; s++)
    first[s] = -1;
  for (guint i = 0; i < self->n; i++)
    {
      gint story = self->known[i];

      if (story < 0)
        continue;
      if (first[story] < 0)
        first[story] = (gint) i;
      plx_story_groups_know (groups, (guint32) first[story], i);
      if (self->is_fixed[story])
        plx_story_groups_fix (groups, i);
    }
  return groups;
}

static GPtrArray *
find_copies (const Work *self)
{
  g_autofree const char **texts = g_new0 (const char *, self->n + 1);
  g_autofree gboolean *is_old = g_new0 (gboolean, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      texts[i] = self->articles[i].analysis->text;
      is_old[i] = self->known[i] >= 0;
    }
  return plx_copies_find (texts, self->n, self->n_known > 0 ? is_old : NULL);
}

/* Copies tell of the same happening whatever the dates are. */
static void
join_copies (const Work *self, const GPtrArray *copies, PlxStoryGroups *groups)
{
  for (guint g = 0; g < copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (copies, g);

      for (guint i = 1; i < group->len; i++)
        {
          guint a = (guint) g_array_index (group, gint, 0);
          guint b = (guint) g_array_index (group, gint, i);

          if (self->known[a] < 0 || self->known[b] < 0)
            plx_story_groups_add (groups, a, b, 1.0);
        }
    }
}

/* Of known stories that are one now, the one of most articles goes on; of two
 * as large the one with the smaller number. */
static gint *
find_heirs (const Work *self, const guint *group, guint n_groups)
{
  g_autofree guint *sizes = g_new0 (guint, self->n_known + 1);
  gint *heirs = g_new (gint, n_groups + 1);

  for (guint g = 0; g < n_groups; g++)
    heirs[g] = -1;
  for (guint i = 0; i < self->n; i++)
    if (self->known[i] >= 0)
      sizes[self->known[i]]++;
  for (guint i = 0; i < self->n; i++)
    {
      gint story = self->known[i], heir = heirs[group[i]];

      if (story >= 0 && (heir < 0 || sizes[story] > sizes[heir]
                         || (sizes[story] == sizes[heir] && story < heir)))
        heirs[group[i]] = story;
    }
  return heirs;
}

static void
number_stories (const Work *self, const guint *group, guint n_groups, PlxStories *out)
{
  g_autofree gint *heirs = find_heirs (self, group, n_groups);
  g_autofree guint *group_of = g_new (guint, self->n + 1);

  out->n_known = out->n_stories = self->n_known;
  out->story = g_new0 (guint, self->n + 1);
  out->merged_into = g_new (gint, self->n_known + 1);
  for (guint s = 0; s < self->n_known; s++)
    out->merged_into[s] = -1;
  for (guint i = 0; i < self->n; i++)
    group_of[self->place[i]] = group[i];
  for (guint i = 0; i < self->n; i++)
    {
      if (heirs[group_of[i]] < 0)
        heirs[group_of[i]] = (gint) out->n_stories++;
      out->story[i] = (guint) heirs[group_of[i]];
    }
  for (guint i = 0; i < self->n; i++)
    if (self->known[i] >= 0 && heirs[group[i]] != self->known[i])
      out->merged_into[self->known[i]] = heirs[group[i]];
}

static void
turn_copies (const Work *self, GPtrArray *copies)
{
  for (guint g = 0; g < copies->len; g++)
    {
      GArray *group = g_ptr_array_index (copies, g);

      for (guint i = 0; i < group->len; i++)
        g_array_index (group, gint, i) =
          (gint) self->place[g_array_index (group, gint, i)];
    }
}

static char **
make_titles (const Work *self, const PlxStories *out)
{
  g_autofree guint *story = g_new (guint, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    story[i] = out->story[self->place[i]];
  return plx_story_titles (self->articles, self->n, story, out->n_stories);
}

static PlxStories *
group_all (const Work *self, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxStoryBags) bags = plx_story_bags_new (self->articles, self->n, cancellable, error);
  g_autoptr (PlxStoryGroups) groups = open_groups (self);
  PlxStoryPairs pairs = { bags, self->known, self->is_fixed, self->n_known };
  g_autoptr (GArray) links = NULL;
  g_autofree guint *group = NULL;
  guint n_groups = 0;
  PlxStories *out;

  if (bags == NULL)
    return NULL;
  links = plx_story_pairs_find (&pairs, groups, progress, cancellable, error);
  if (links == NULL)
    return NULL;
  out = g_new0 (PlxStories, 1);
  out->copies = find_copies (self);
  join_copies (self, out->copies, groups);
  group = plx_story_groups_join (groups, PLX_STORY_MIN_01, &n_groups);
  group = plx_story_links_join (links, self->known, group, self->n, &n_groups);
  number_stories (self, group, n_groups, out);
  turn_copies (self, out->copies);
  out->titles = make_titles (self, out);
  return out;
}

/**
 * plx_stories_extend:
 * @articles: (array length=n_articles): all of the collection, old and new;
 *   borrowed for the call; of their analyses only the text is needed, events
 *   make better titles
 * @known: (nullable): the stories that there are; NULL: none
 *
 * Known articles stay in their story; a new one joins the likeliest or opens
 * one. Two known stories become one (merged_into) only if the articles that came
 * say so and neither has a pinned article or a name. A story that no article is
 * in any more has the title "". The order of the articles does not matter.
 *
 * Cost:    see README.md, "Measured"; near-linear
 * Thread:  any
 * Errors:  G_IO_ERROR_CANCELLED, those of reading the word lists
 * Returns: (transfer full): every article in exactly one story
 */
PlxStories *
plx_stories_extend (const PlxComparisonArticle *articles, guint n_articles,
                    const PlxStoriesKnown *known, const PlxProgress *progress,
                    GCancellable *cancellable, GError **error)
{
  Work work;
  PlxStories *out;

  work_open (&work, articles, n_articles, known);
  out = group_all (&work, progress, cancellable, error);
  work_clear (&work);
  return out;
}

/* The stories of a collection that nobody grouped yet: plx_stories_extend()
 * with nothing known. */
PlxStories *
plx_stories_group (const PlxComparisonArticle *articles, guint n_articles,
                   const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  return plx_stories_extend (articles, n_articles, NULL, progress, cancellable, error);
}

void
plx_stories_free (PlxStories *self)
{
  if (self == NULL)
    return;
  g_free (self->story);
  g_free (self->merged_into);
  g_strfreev (self->titles);
  g_ptr_array_unref (self->copies);
  g_free (self);
}
