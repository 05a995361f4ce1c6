/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-pairs.h"

#include "compare/plx-story-links.h"
#include "compare/plx-tuning.h"

#include <string.h>

typedef struct {
  const PlxStoryPairs *pairs;
  const PlxStoryBags *bags;
  PlxStoryGroups *groups;
  GArray *links;           // PlxStoryLink
  gboolean *touched;       // by known story: a new article is as alike to one of its own
  float *sums;             // (n_articles) scratch
  guint *counts;           // (n_articles) scratch
  GArray *others;          // guint32: articles with a sum
} Search;

static double
date_factor (gint a, gint b)
{
  gint apart;

  if (a == G_MININT || b == G_MININT)
    return 1.0;
  apart = ABS (a - b);
  return apart <= 1 ? PLX_STORY_SAME_DAYS
                    : MAX (0.0, 1.0 - (apart - 1.0) / (PLX_STORY_DAYS - 1.0));
}

/* Words and meaning say together how alike two articles are; words alone where no
 * model read both. */
static double
likeness_of (const PlxStoryBags *bags, guint a, guint b, double words)
{
  double likeness = words, cosine;

  if (words >= PLX_STORY_WORDS_MIN_01 && plx_story_bags_get_cosine (bags, a, b, &cosine))
    likeness = PLX_STORY_WORDS * words
               + PLX_STORY_MEANING * MAX (0.0, cosine - PLX_STORY_COSINE_MIN_01);
  return likeness * date_factor (bags->days[a], bags->days[b]);
}

/* Weeks apart, and yet headlines that share most of what they say: a telling
 * name and another telling word. "Boko Haram" alone tells of many stories. */
static gboolean
share_headline (const PlxStoryBags *bags, guint a, guint b)
{
  const GArray *titles[] = { bags->titles[a], bags->titles[b] };
  double sums[2] = { 0.0, 0.0 }, shared = 0.0;
  guint n_shared = 0, n_names = 0;

  for (guint i = 0, j = 0; i < titles[0]->len || j < titles[1]->len;)
    {
      guint32 x = i < titles[0]->len ? g_array_index (titles[0], guint32, i) : G_MAXUINT32;
      guint32 y = j < titles[1]->len ? g_array_index (titles[1], guint32, j) : G_MAXUINT32;
      guint32 id = MIN (x, y);
      const PlxWord *word = plx_vocabulary_get (bags->vocabulary, id);
      double weight = word->rarity_01 * word->rarity_01;

      sums[0] += x == id ? weight : 0.0;
      sums[1] += y == id ? weight : 0.0;
      i += x == id;
      j += y == id;
      if (x != y)
        continue;
      shared += weight;
      n_shared += plx_story_bags_is_telling (bags, id);
      n_names += plx_story_bags_is_telling (bags, id) && word->is_name;
    }
  return n_names > 0 && n_shared > n_names
         && shared >= PLX_STORY_HEADLINE_MIN_01 * MIN (sums[0], sums[1]);
}

static void
add_link (Search *self, guint a, guint b, double likeness_01)
{
  PlxStoryLink link = { MIN (a, b), MAX (a, b), likeness_01 };

  g_array_append_val (self->links, link);
}

/* A later report of the same matter, out of the window in which dates weigh. */
static void
link_later (Search *self, guint a, guint b, double raw)
{
  gint x = self->bags->days[a], y = self->bags->days[b];

  if (x != G_MININT && y != G_MININT && ABS (x - y) <= PLX_STORY_LATER_DAYS
      && raw >= PLX_STORY_LATER_MIN_01 && share_headline (self->bags, a, b))
    add_link (self, a, b, raw);
}

static gboolean
is_latin (const char *lemma)
{
  return g_utf8_get_char (lemma) < 0x250;
}

/* Sums of the Latin words that articles in other scripts share with @article. */
static double
sum_latin (Search *self, guint article)
{
  const PlxStoryBags *bags = self->bags;
  double all = 0.0;

  for (guint i = 0; i < bags->bags[article]->len; i++)
    {
      const PlxWeighed *word = &g_array_index (bags->bags[article], PlxWeighed, i);

      if (!is_latin (plx_vocabulary_get (bags->vocabulary, word->id)->lemma))
        continue;
      all += (double) word->weight * word->weight;
      for (guint j = bags->first_posting[word->id]; j < bags->first_posting[word->id + 1]; j++)
        {
          guint32 other = bags->postings[j].id;

          if (bags->in_signs[other])
            continue;
          if (self->counts[other]++ == 0)
            g_array_append_val (self->others, other);
          self->sums[other] += word->weight * word->weight;
        }
    }
  return all;
}

/* Of text in another script only the names that it gives in Latin letters can be
 * compared: the article that has most of them, if it has enough. */
static void
link_signs (Search *self, guint article)
{
  const gint *days = self->bags->days, *known = self->pairs->known;
  double all = sum_latin (self, article), best = 0.0;
  guint best_article = 0;

  for (guint i = 0; i < self->others->len; i++)
    {
      guint32 other = g_array_index (self->others, guint32, i);
      double share = self->sums[other] / all * date_factor (days[article], days[other]);

      if (self->counts[other] >= PLX_STORY_SIGNS_MIN_NAMES
          && (share > best || (share >= best && other < best_article)))
        {
          best = share;
          best_article = other;
        }
      self->sums[other] = 0.0f;
      self->counts[other] = 0;
    }
  g_array_set_size (self->others, 0);
  if (best >= PLX_STORY_SIGNS_MIN_01 && (known[article] < 0 || known[best_article] < 0))
    add_link (self, article, best_article, best);
}

/* Likeness of @article to others: fills sums and others. */
static void
sum_shared (Search *self, guint article)
{
  const PlxStoryBags *bags = self->bags;
  const GArray *bag = bags->bags[article];

  for (guint i = 0; i < bag->len; i++)
    {
      const PlxWeighed *word = &g_array_index (bag, PlxWeighed, i);
      const PlxWeighed *posting = &bags->postings[bags->first_posting[word->id]];
      const PlxWeighed *end = &bags->postings[bags->first_posting[word->id + 1]];

      for (; posting < end; posting++)
        {
          if (self->sums[posting->id] <= 0.0f)
            g_array_append_val (self->others, posting->id);
          self->sums[posting->id] += word->weight * posting->weight;
        }
    }
}

/* A new article and all that are known or new and before it. */
static void
compare_new (Search *self, guint article)
{
  const gint *days = self->bags->days, *known = self->pairs->known;

  sum_shared (self, article);
  for (guint i = 0; i < self->others->len; i++)
    {
      guint32 other = g_array_index (self->others, guint32, i);
      double raw = self->sums[other], likeness;

      self->sums[other] = 0.0f;
      if (other == article || (known[other] < 0 && other > article))
        continue;
      likeness = likeness_of (self->bags, article, other, raw);
      if (likeness >= PLX_STORY_PAIR_MIN_01)
        plx_story_groups_add (self->groups, other, article, likeness);
      if (likeness >= PLX_STORY_MIN_01 && known[other] >= 0)
        self->touched[known[other]] = TRUE;
      if (date_factor (days[article], days[other]) < 1.0)
        link_later (self, other, article, raw);
    }
  g_array_set_size (self->others, 0);
}

static gboolean
is_open (const Search *self, guint article)
{
  gint story = self->pairs->known[article];

  return story >= 0 && self->touched[story]
         && (self->pairs->is_fixed == NULL || !self->pairs->is_fixed[story]);
}

/* Known articles of stories that a new article may bring together. */
static void
compare_known (Search *self, guint article)
{
  const gint *known = self->pairs->known;

  sum_shared (self, article);
  for (guint i = 0; i < self->others->len; i++)
    {
      guint32 other = g_array_index (self->others, guint32, i);
      double raw = self->sums[other], likeness;

      self->sums[other] = 0.0f;
      if (other >= article || known[other] == known[article] || !is_open (self, other))
        continue;
      likeness = likeness_of (self->bags, article, other, raw);
      if (likeness >= PLX_STORY_PAIR_MIN_01)
        plx_story_groups_add (self->groups, other, article, likeness);
    }
  g_array_set_size (self->others, 0);
}

static gboolean
compare_all (Search *self, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  guint n = self->bags->n_articles;

  for (guint a = 0; a < n; a++)
    {
      if (self->pairs->known[a] < 0)
        compare_new (self, a);
      plx_progress_report (progress, (double) a / n, NULL);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  for (guint a = 0; a < n; a++)
    if (is_open (self, a))
      compare_known (self, a);
  for (guint a = 0; a < n; a++)
    if (self->bags->in_signs[a])
      link_signs (self, a);
  return TRUE;
}

GArray *
plx_story_pairs_find (const PlxStoryPairs *self, PlxStoryGroups *groups,
                      const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  guint n = self->bags->n_articles;
  g_autofree float *sums = g_new0 (float, n + 1);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  g_autofree gboolean *touched = g_new0 (gboolean, self->n_known + 1);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (PlxStoryLink));
  Search search = { self, self->bags, groups, links, touched, sums, counts, others };

  if (!compare_all (&search, progress, cancellable, error))
    return NULL;
  return g_steal_pointer (&links);
}
