/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-stories.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-story-groups.h"
#include "compare/plx-story-titles.h"
#include "compare/plx-tuning.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* An article as a bag of weighed words: rare words weigh more than common
 * ones, names more than other words, title and beginning more than the rest.
 * Likeness is the cosine of two bags, less by the days between them. Only
 * articles that share a word that is not everywhere are ever compared. */

enum {
  MAX_BYTES = 6000,        // of an article; what comes later is background
  LEAD_BYTES = 1200,
  MAX_POSTINGS = 600,      // words in more articles than this join nothing
};

#define TITLE_WEIGHT 3.0
#define LEAD_WEIGHT  2.0
#define NAME_WEIGHT  1.6
#define PAIR_MIN_01  0.06
/* Two articles known to be of the same days are more likely of one story. */
#define SAME_DAYS    1.12

typedef struct {
  guint32 id;
  float weight;
} Weighed;

typedef struct {
  const PlxComparisonArticle *articles;
  guint n_articles;
  PlxVocabulary *vocabulary;
  GArray **bags;           // (n_articles) of Weighed, by id
  gint *days;              // (n_articles) day number, G_MININT: no date
} Collection;

static gsize
cut_at_character (const char *text, gsize n_bytes, gsize most)
{
  if (n_bytes <= most)
    return n_bytes;
  while (most > 0 && ((guchar) text[most] & 0xc0) == 0x80)
    most--;
  return most;
}

static void
add_words (Collection *self, GHashTable *bag, const char *text, gsize n_bytes, double factor,
           gboolean is_title)
{
  g_autoptr (PlxText) read = plx_text_read_words (self->vocabulary, text, n_bytes);

  for (guint i = 0; i < read->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (read, i);
      double uses = factor;
      double *sum;

      if (!plx_term_is_content (term) || (term->flags & PLX_TERM_SAYING))
        continue;
      if (!is_title && term->span.begin < LEAD_BYTES)
        uses *= LEAD_WEIGHT;
      if ((term->flags & PLX_TERM_NAME) && !is_title)
        plx_vocabulary_get (self->vocabulary, term->id)->is_name = TRUE;
      sum = g_hash_table_lookup (bag, GUINT_TO_POINTER (term->id + 1));
      if (sum == NULL)
        {
          sum = g_new0 (double, 1);
          g_hash_table_insert (bag, GUINT_TO_POINTER (term->id + 1), sum);
        }
      *sum += uses;
    }
}

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *x = a, *y = b;

  return x->id < y->id ? -1 : x->id > y->id;
}

static GArray *
read_bag (Collection *self, const PlxComparisonArticle *article)
{
  g_autoptr (GHashTable) bag = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Weighed));
  const char *text = article->analysis->text;
  GHashTableIter iter;
  gpointer id, sum;

  if (article->title != NULL)
    add_words (self, bag, article->title, strlen (article->title), TITLE_WEIGHT, TRUE);
  add_words (self, bag, text, cut_at_character (text, article->analysis->n_bytes, MAX_BYTES),
             1.0, FALSE);
  g_hash_table_iter_init (&iter, bag);
  while (g_hash_table_iter_next (&iter, &id, &sum))
    {
      Weighed weighed = { GPOINTER_TO_UINT (id) - 1, (float) (1.0 + log (*(double *) sum)) };

      plx_vocabulary_get (self->vocabulary, weighed.id)->n_sentences++;
      g_array_append_val (out, weighed);
    }
  g_array_sort (out, compare_weighed);
  return out;
}

/* Weights of words over the collection, then every bag to length one. */
static void
weigh_bags (Collection *self)
{
  double scale = log (self->n_articles + 2.0);

  for (guint a = 0; a < self->n_articles; a++)
    {
      double sum = 0.0;

      for (guint i = 0; i < self->bags[a]->len; i++)
        {
          Weighed *weighed = &g_array_index (self->bags[a], Weighed, i);
          const PlxWord *word = plx_vocabulary_get (self->vocabulary, weighed->id);
          double idf_01 = log ((self->n_articles + 2.0) / (word->n_sentences + 0.5)) / scale;

          weighed->weight *= (float) (word->rarity_01 * (0.2 + 0.8 * CLAMP (idf_01, 0.0, 1.0))
                                      * (word->is_name ? NAME_WEIGHT : 1.0));
          sum += (double) weighed->weight * weighed->weight;
        }
      for (guint i = 0; i < self->bags[a]->len && sum > 0; i++)
        g_array_index (self->bags[a], Weighed, i).weight /= (float) sqrt (sum);
    }
}

/* Days since the year 1 of an ISO date, G_MININT: no full date. */
static gint
day_number (const char *published)
{
  guint year, month, day;

  if (published == NULL || sscanf (published, "%4u-%2u-%2u", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return G_MININT;
  return (gint) g_date_get_julian (&(GDate) { .dmy = 1, .day = day, .month = month, .year = year });
}

static double
date_factor (gint a, gint b)
{
  gint apart;

  if (a == G_MININT || b == G_MININT)
    return 1.0;
  apart = ABS (a - b);
  return apart <= 1 ? SAME_DAYS : MAX (0.0, 1.0 - (apart - 1.0) / (PLX_STORY_DAYS - 1.0));
}

static GArray **
lay_postings (Collection *self)
{
  GArray **postings = g_new0 (GArray *, self->vocabulary->words->len + 1);

  for (guint a = 0; a < self->n_articles; a++)
    for (guint i = 0; i < self->bags[a]->len; i++)
      {
        const Weighed *weighed = &g_array_index (self->bags[a], Weighed, i);
        Weighed posting = { a, weighed->weight };

        if (plx_vocabulary_get (self->vocabulary, weighed->id)->n_sentences > MAX_POSTINGS)
          continue;
        if (postings[weighed->id] == NULL)
          postings[weighed->id] = g_array_new (FALSE, FALSE, sizeof (Weighed));
        g_array_append_val (postings[weighed->id], posting);
      }
  return postings;
}

/* Likeness of @article to all before it. */
static void
add_pairs (Collection *self, GArray **postings, guint article, float *sums, GArray *touched,
           PlxStoryGroups *groups)
{
  for (guint i = 0; i < self->bags[article]->len; i++)
    {
      const Weighed *weighed = &g_array_index (self->bags[article], Weighed, i);
      const GArray *list = postings[weighed->id];

      for (guint j = 0; list != NULL && j < list->len; j++)
        {
          const Weighed *posting = &g_array_index (list, Weighed, j);

          if (posting->id >= article)
            break;
          if (sums[posting->id] <= 0.0f)
            g_array_append_val (touched, posting->id);
          sums[posting->id] += weighed->weight * posting->weight;
        }
    }
  for (guint i = 0; i < touched->len; i++)
    {
      guint32 other = g_array_index (touched, guint32, i);
      double likeness = sums[other] * date_factor (self->days[article], self->days[other]);

      sums[other] = 0.0f;
      if (likeness >= PAIR_MIN_01)
        plx_story_groups_add (groups, other, article, likeness);
    }
  g_array_set_size (touched, 0);
}

static gboolean
compare_all (Collection *self, PlxStoryGroups *groups, const PlxProgress *progress,
             GCancellable *cancellable, GError **error)
{
  GArray **postings = lay_postings (self);
  g_autofree float *sums = g_new0 (float, self->n_articles + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean done = TRUE;

  for (guint a = 0; a < self->n_articles && done; a++)
    {
      add_pairs (self, postings, a, sums, touched, groups);
      plx_progress_report (progress, (double) a / self->n_articles, NULL);
      done = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  for (guint i = 0; i < self->vocabulary->words->len; i++)
    g_clear_pointer (&postings[i], g_array_unref);
  g_free (postings);
  return done;
}

static GPtrArray *
find_copies (const PlxComparisonArticle *articles, guint n_articles)
{
  g_autofree const char **texts = g_new0 (const char *, n_articles + 1);

  for (guint i = 0; i < n_articles; i++)
    texts[i] = articles[i].analysis->text;
  return plx_copies_find (texts, n_articles);
}

/* Copies tell of the same happening whatever the dates are. */
static void
join_copies (const GPtrArray *copies, PlxStoryGroups *groups)
{
  for (guint g = 0; g < copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (copies, g);

      for (guint i = 1; i < group->len; i++)
        plx_story_groups_add (groups, (guint32) g_array_index (group, gint, 0),
                              (guint32) g_array_index (group, gint, i), 1.0);
    }
}

static gboolean
read_all (Collection *self, GCancellable *cancellable, GError **error)
{
  for (guint a = 0; a < self->n_articles; a++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->bags[a] = read_bag (self, &self->articles[a]);
      self->days[a] = day_number (self->articles[a].published);
    }
  weigh_bags (self);
  return TRUE;
}

/**
 * plx_stories_group:
 * @articles: (array length=n_articles): borrowed for the call; of their
 *   analyses only the text is needed, events make better titles
 *
 * Cost:    near-linear: 1,400 articles in two seconds
 * Thread:  any
 * Errors:  G_IO_ERROR_CANCELLED, those of reading the word lists
 * Returns: (transfer full): every article in exactly one story
 */
PlxStories *
plx_stories_group (const PlxComparisonArticle *articles, guint n_articles,
                   const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  const PlxLexicon *lexicon = plx_lexicon_get (error);
  g_autoptr (PlxVocabulary) vocabulary = NULL;
  g_autoptr (PlxStoryGroups) groups = NULL;
  Collection collection = { articles, n_articles };
  PlxStories *self = NULL;

  if (lexicon == NULL)
    return NULL;
  vocabulary = collection.vocabulary = plx_vocabulary_new (lexicon);
  collection.bags = g_new0 (GArray *, n_articles + 1);
  collection.days = g_new0 (gint, n_articles + 1);
  groups = plx_story_groups_new (n_articles);
  if (read_all (&collection, cancellable, error)
      && compare_all (&collection, groups, progress, cancellable, error))
    {
      self = g_new0 (PlxStories, 1);
      self->copies = find_copies (articles, n_articles);
      join_copies (self->copies, groups);
      self->story = plx_story_groups_join (groups, PLX_STORY_MIN_01, &self->n_stories);
      self->titles = plx_story_titles (articles, n_articles, self->story, self->n_stories,
                                       lexicon);
    }
  for (guint a = 0; a < n_articles; a++)
    g_clear_pointer (&collection.bags[a], g_array_unref);
  g_free (collection.bags);
  g_free (collection.days);
  return self;
}

void
plx_stories_free (PlxStories *self)
{
  if (self == NULL)
    return;
  g_free (self->story);
  g_strfreev (self->titles);
  g_ptr_array_unref (self->copies);
  g_free (self);
}
