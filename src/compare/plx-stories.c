/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-stories.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-story-groups.h"
#include "compare/plx-story-links.h"
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
  LATER_DAYS = 45,
  FEW_ARTICLES = 6,        // have a word that tells of one story, and one more in
  MANY_ARTICLES = 400,     // … so many
  SIGNS_MIN_NAMES = 3,     // names in Latin letters that a foreign text shares
};

#define TITLE_WEIGHT 3.0
#define LEAD_WEIGHT  2.0
#define NAME_WEIGHT  1.6
#define PAIR_MIN_01  0.06
/* A report of weeks later: likeness of the texts and of the headlines. */
#define LATER_MIN_01    0.20
#define HEADLINE_MIN_01 0.60
/* Share of the Latin names of a text in another script. */
#define SIGNS_MIN_01    0.45
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
  GHashTable **titles;     // (n_articles) ids of the words of the title
  gboolean *in_signs;      // (n_articles) most of it is in a script without spaces
  GArray *links;           // PlxStoryLink
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
add_words (Collection *self, guint article, GHashTable *bag, const char *text, gsize n_bytes,
           double factor, gboolean is_title)
{
  g_autoptr (PlxText) read = plx_text_read_words (self->vocabulary, text, n_bytes);
  guint n_pairs = 0;

  for (guint i = 0; i < read->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (read, i);
      double uses = factor;
      double *sum;

      if (!plx_term_is_content (term) || (term->flags & PLX_TERM_SAYING))
        continue;
      n_pairs += (term->flags & PLX_TERM_PAIR) != 0;
      if (is_title)
        g_hash_table_add (self->titles[article], GUINT_TO_POINTER (term->id + 1));
      else if (term->span.begin < LEAD_BYTES)
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
  if (!is_title)
    self->in_signs[article] = n_pairs * 2 > read->terms->len;
}

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *x = a, *y = b;

  return x->id < y->id ? -1 : x->id > y->id;
}

static GArray *
read_bag (Collection *self, guint index)
{
  const PlxComparisonArticle *article = &self->articles[index];
  g_autoptr (GHashTable) bag = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Weighed));
  const char *text = article->analysis->text;
  GHashTableIter iter;
  gpointer id, sum;

  if (article->title != NULL)
    add_words (self, index, bag, article->title, strlen (article->title), TITLE_WEIGHT, TRUE);
  add_words (self, index, bag, text,
             cut_at_character (text, article->analysis->n_bytes, MAX_BYTES), 1.0, FALSE);
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

/* Whether few articles have the word: it may stand for one story. */
static gboolean
is_telling (const Collection *self, guint32 id)
{
  return plx_vocabulary_get (self->vocabulary, id)->n_sentences
         <= FEW_ARTICLES + self->n_articles / MANY_ARTICLES;
}

/* Weeks apart, and yet headlines that share most of what they say: a telling
 * name and another telling word. "Boko Haram" alone tells of many stories. */
static gboolean
share_headline (const Collection *self, guint a, guint b)
{
  GHashTable *titles[] = { self->titles[a], self->titles[b] };
  double sums[2] = { 0.0, 0.0 }, shared = 0.0;
  guint n_shared = 0, n_names = 0;
  GHashTableIter iter;
  gpointer key;

  for (guint k = 0; k < 2; k++)
    {
      g_hash_table_iter_init (&iter, titles[k]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          guint32 id = GPOINTER_TO_UINT (key) - 1;
          const PlxWord *word = plx_vocabulary_get (self->vocabulary, id);
          double weight = word->rarity_01 * word->rarity_01;

          sums[k] += weight;
          if (k == 0 || !g_hash_table_contains (titles[0], key))
            continue;
          shared += weight;
          n_shared += is_telling (self, id);
          n_names += is_telling (self, id) && word->is_name;
        }
    }
  return n_names > 0 && n_shared > n_names && shared >= HEADLINE_MIN_01 * MIN (sums[0], sums[1]);
}

static void
add_link (Collection *self, guint a, guint b, double likeness_01)
{
  PlxStoryLink link = { a, b, likeness_01 };

  g_array_append_val (self->links, link);
}

/* A later report of the same matter, out of the window in which dates weigh. */
static void
link_later (Collection *self, guint a, guint b, double raw)
{
  if (self->days[a] != G_MININT && self->days[b] != G_MININT
      && ABS (self->days[a] - self->days[b]) <= LATER_DAYS
      && raw >= LATER_MIN_01 && share_headline (self, a, b))
    add_link (self, a, b, raw);
}

static gboolean
is_latin (const char *lemma)
{
  return g_utf8_get_char (lemma) < 0x250;
}

/* Of text in another script only the names that it gives in Latin letters can be
 * compared: the article that has most of them, if it has enough. */
static void
link_signs (Collection *self, GArray **postings, guint article, float *sums, guint *counts)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  double all = 0.0, best = 0.0;
  guint best_article = 0;

  for (guint i = 0; i < self->bags[article]->len; i++)
    {
      const Weighed *word = &g_array_index (self->bags[article], Weighed, i);
      const GArray *list = postings[word->id];

      if (!is_latin (plx_vocabulary_get (self->vocabulary, word->id)->lemma))
        continue;
      all += (double) word->weight * word->weight;
      for (guint j = 0; list != NULL && j < list->len; j++)
        {
          guint32 other = g_array_index (list, Weighed, j).id;

          if (self->in_signs[other])
            continue;
          if (counts[other]++ == 0)
            g_array_append_val (touched, other);
          sums[other] += word->weight * word->weight;
        }
    }
  for (guint i = 0; i < touched->len; i++)
    {
      guint32 other = g_array_index (touched, guint32, i);
      double share = sums[other] / all * date_factor (self->days[article], self->days[other]);

      if (counts[other] >= SIGNS_MIN_NAMES && share > best)
        {
          best = share;
          best_article = other;
        }
      sums[other] = 0.0f;
      counts[other] = 0;
    }
  if (best >= SIGNS_MIN_01)
    add_link (self, article, best_article, best);
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
      double raw = sums[other], likeness = raw * date_factor (self->days[article], self->days[other]);

      sums[other] = 0.0f;
      if (likeness >= PAIR_MIN_01)
        plx_story_groups_add (groups, other, article, likeness);
      if (likeness < raw)
        link_later (self, other, article, raw);
    }
  g_array_set_size (touched, 0);
}

static gboolean
compare_all (Collection *self, PlxStoryGroups *groups, const PlxProgress *progress,
             GCancellable *cancellable, GError **error)
{
  GArray **postings = lay_postings (self);
  g_autofree float *sums = g_new0 (float, self->n_articles + 1);
  g_autofree guint *counts = g_new0 (guint, self->n_articles + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean done = TRUE;

  for (guint a = 0; a < self->n_articles && done; a++)
    {
      add_pairs (self, postings, a, sums, touched, groups);
      plx_progress_report (progress, (double) a / self->n_articles, NULL);
      done = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  for (guint a = 0; a < self->n_articles && done; a++)
    if (self->in_signs[a])
      link_signs (self, postings, a, sums, counts);
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
      self->bags[a] = read_bag (self, a);
      self->days[a] = day_number (self->articles[a].published);
    }
  weigh_bags (self);
  return TRUE;
}

static void
collection_clear (Collection *self)
{
  for (guint a = 0; a < self->n_articles; a++)
    {
      g_clear_pointer (&self->bags[a], g_array_unref);
      g_hash_table_unref (self->titles[a]);
    }
  g_free (self->bags);
  g_free (self->titles);
  g_free (self->days);
  g_free (self->in_signs);
  g_array_unref (self->links);
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
  collection.titles = g_new0 (GHashTable *, n_articles + 1);
  collection.in_signs = g_new0 (gboolean, n_articles + 1);
  collection.links = g_array_new (FALSE, FALSE, sizeof (PlxStoryLink));
  for (guint a = 0; a < n_articles; a++)
    collection.titles[a] = g_hash_table_new (NULL, NULL);
  groups = plx_story_groups_new (n_articles);
  if (read_all (&collection, cancellable, error)
      && compare_all (&collection, groups, progress, cancellable, error))
    {
      self = g_new0 (PlxStories, 1);
      self->copies = find_copies (articles, n_articles);
      join_copies (self->copies, groups);
      self->story = plx_story_groups_join (groups, PLX_STORY_MIN_01, &self->n_stories);
      self->story = plx_story_links_join (collection.links, self->story, n_articles,
                                          &self->n_stories);
      self->titles = plx_story_titles (articles, n_articles, self->story, self->n_stories);
    }
  collection_clear (&collection);
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
