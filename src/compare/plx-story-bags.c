/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-bags.h"

#include "compare/plx-text.h"
#include "compare/plx-tuning.h"
#include "language/plx-meaning.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { N_MEANT = 5 };      // sentences

/* What is being read of one article; sums are by word and go back to nothing
 * when the bag is made. */
typedef struct {
  PlxStoryBags *self;
  GArray *sums;            // float by word
  GArray *seen;            // guint32: words with a sum
} Reader;

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
add_sum (Reader *reader, guint32 word, double uses)
{
  float *sum;

  if (word >= reader->sums->len)
    g_array_set_size (reader->sums, word + 1);
  sum = &g_array_index (reader->sums, float, word);
  if (*sum <= 0.0f)
    g_array_append_val (reader->seen, word);
  *sum += (float) uses;
}

static void
add_words (Reader *reader, guint article, const char *text, gsize n_bytes, gboolean is_title)
{
  PlxStoryBags *self = reader->self;
  g_autoptr (PlxText) read = plx_text_read_words (self->vocabulary, text, n_bytes);
  guint n_pairs = 0;

  for (guint i = 0; i < read->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (read, i);
      double uses = is_title ? PLX_STORY_TITLE_WEIGHT : 1.0;

      if (!plx_term_is_content (term) || (term->flags & PLX_TERM_SAYING))
        continue;
      n_pairs += (term->flags & PLX_TERM_PAIR) != 0;
      if (is_title)
        g_array_append_val (self->titles[article], term->id);
      else if (term->span.begin < PLX_STORY_LEAD_BYTES)
        uses = PLX_STORY_LEAD_WEIGHT;
      if ((term->flags & PLX_TERM_NAME) && !is_title)
        plx_vocabulary_get (self->vocabulary, term->id)->is_name = TRUE;
      add_sum (reader, term->id, uses);
    }
  if (!is_title)
    self->in_signs[article] = n_pairs * 2 > read->terms->len;
}

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const PlxWeighed *x = a, *y = b;

  return x->id < y->id ? -1 : x->id > y->id;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
sort_title (GArray *title)
{
  guint kept = 0;

  g_array_sort (title, compare_ids);
  for (guint i = 0; i < title->len; i++)
    if (kept == 0 || g_array_index (title, guint32, kept - 1) != g_array_index (title, guint32, i))
      g_array_index (title, guint32, kept++) = g_array_index (title, guint32, i);
  g_array_set_size (title, kept);
}

static GArray *
read_bag (Reader *reader, guint index, const PlxComparisonArticle *article)
{
  PlxStoryBags *self = reader->self;
  const char *text = article->analysis->text;
  GArray *out;

  if (article->title != NULL)
    add_words (reader, index, article->title, strlen (article->title), TRUE);
  sort_title (self->titles[index]);
  add_words (reader, index, text,
             cut_at_character (text, article->analysis->n_bytes, PLX_STORY_MAX_BYTES), FALSE);
  out = g_array_sized_new (FALSE, FALSE, sizeof (PlxWeighed), reader->seen->len);
  for (guint i = 0; i < reader->seen->len; i++)
    {
      guint32 word = g_array_index (reader->seen, guint32, i);
      float *sum = &g_array_index (reader->sums, float, word);
      PlxWeighed weighed = { word, 1.0f + logf (*sum) };

      *sum = 0.0f;
      plx_vocabulary_get (self->vocabulary, word)->n_sentences++;
      g_array_append_val (out, weighed);
    }
  g_array_set_size (reader->seen, 0);
  g_array_sort (out, compare_weighed);
  return out;
}

/* Weights of words over the collection, then every bag to length one. */
static void
weigh_bags (PlxStoryBags *self)
{
  double scale = log (self->n_articles + 2.0);

  for (guint a = 0; a < self->n_articles; a++)
    {
      double sum = 0.0;

      for (guint i = 0; i < self->bags[a]->len; i++)
        {
          PlxWeighed *weighed = &g_array_index (self->bags[a], PlxWeighed, i);
          const PlxWord *word = plx_vocabulary_get (self->vocabulary, weighed->id);
          double idf_01 = log ((self->n_articles + 2.0) / (word->n_sentences + 0.5)) / scale;

          weighed->weight *= (float) (word->rarity_01 * (0.2 + 0.8 * CLAMP (idf_01, 0.0, 1.0))
                                      * (word->is_name ? PLX_STORY_NAME_WEIGHT : 1.0));
          sum += (double) weighed->weight * weighed->weight;
        }
      for (guint i = 0; i < self->bags[a]->len && sum > 0; i++)
        g_array_index (self->bags[a], PlxWeighed, i).weight /= (float) sqrt (sum);
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

static gboolean
add_meaning (const gint8 *meaning, guint n, double weight, float *sum)
{
  double length = meaning != NULL ? sqrt (plx_meaning_dot (meaning, meaning, n)) : 0.0;

  for (guint i = 0; i < n && length > 0.0; i++)
    sum[i] += (float) (meaning[i] / length * weight);
  return length > 0.0;
}

/* Mean of the headline and the first sentences, the first of them twice: what
 * comes later is background. */
static gint8 *
mean_meaning (const PlxAnalysis *analysis)
{
  guint n = analysis->n_meaning, n_sentences = MIN (analysis->sentences->len, N_MEANT);
  g_autofree float *sum = g_new0 (float, n + 1);
  gboolean any = add_meaning (plx_analysis_get_title_meaning (analysis), n,
                              PLX_STORY_TITLE_MEANT, sum);
  gint8 *out;

  for (guint s = 0; s < n_sentences && n > 0; s++)
    any |= add_meaning (plx_analysis_get_meaning (analysis, s), n,
                        s == 0 ? PLX_STORY_FIRST_MEANT : 1.0, sum);
  if (!any)
    return NULL;
  out = g_new0 (gint8, n);
  plx_meaning_from_floats (sum, n, out);
  return out;
}

gboolean
plx_story_bags_get_cosine (const PlxStoryBags *self, guint a, guint b, double *cosine)
{
  const PlxAnalysis *x = self->articles[a].analysis, *y = self->articles[b].analysis;

  if (self->meanings[a] == NULL || self->meanings[b] == NULL || x->n_meaning != y->n_meaning
      || g_strcmp0 (x->model, y->model) != 0)
    return FALSE;
  *cosine = plx_meaning_cosine (self->meanings[a], self->meanings[b], x->n_meaning);
  return TRUE;
}

static gboolean
joins_nothing (const PlxStoryBags *self, guint32 word)
{
  return plx_vocabulary_get (self->vocabulary, word)->n_sentences > PLX_STORY_MAX_POSTINGS;
}

static void
lay_postings (PlxStoryBags *self)
{
  guint n_words = self->vocabulary->words->len;
  g_autofree guint *next = g_new0 (guint, n_words + 1);

  self->first_posting = g_new0 (guint, n_words + 1);
  for (guint w = 0; w < n_words; w++)
    self->first_posting[w + 1] =
      self->first_posting[w]
      + (joins_nothing (self, w) ? 0 : plx_vocabulary_get (self->vocabulary, w)->n_sentences);
  memcpy (next, self->first_posting, n_words * sizeof (guint));
  self->postings = g_new (PlxWeighed, self->first_posting[n_words] + 1);
  for (guint a = 0; a < self->n_articles; a++)
    for (guint i = 0; i < self->bags[a]->len; i++)
      {
        const PlxWeighed *weighed = &g_array_index (self->bags[a], PlxWeighed, i);

        if (!joins_nothing (self, weighed->id))
          self->postings[next[weighed->id]++] = (PlxWeighed) { a, weighed->weight };
      }
}

gboolean
plx_story_bags_is_telling (const PlxStoryBags *self, guint32 word)
{
  return plx_vocabulary_get (self->vocabulary, word)->n_sentences
         <= PLX_STORY_FEW_ARTICLES + self->n_articles / PLX_STORY_MANY_ARTICLES;
}

static gboolean
read_all (PlxStoryBags *self, const PlxComparisonArticle *articles, GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (float));
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint32));
  Reader reader = { self, sums, seen };

  for (guint a = 0; a < self->n_articles; a++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->bags[a] = read_bag (&reader, a, &articles[a]);
      self->meanings[a] = mean_meaning (articles[a].analysis);
      self->days[a] = day_number (articles[a].published);
    }
  weigh_bags (self);
  lay_postings (self);
  return TRUE;
}

/* @articles: borrowed as long as the bags live. NULL: cancelled, or the word
 * lists cannot be read. */
PlxStoryBags *
plx_story_bags_new (const PlxComparisonArticle *articles, guint n_articles,
                    GCancellable *cancellable, GError **error)
{
  const PlxLexicon *lexicon = plx_lexicon_get (error);
  g_autoptr (PlxStoryBags) self = NULL;

  if (lexicon == NULL)
    return NULL;
  self = g_new0 (PlxStoryBags, 1);
  self->articles = articles;
  self->n_articles = n_articles;
  self->meanings = g_new0 (gint8 *, n_articles + 1);
  self->vocabulary = plx_vocabulary_new (lexicon);
  self->bags = g_new0 (GArray *, n_articles + 1);
  self->titles = g_new0 (GArray *, n_articles + 1);
  self->days = g_new0 (gint, n_articles + 1);
  self->in_signs = g_new0 (gboolean, n_articles + 1);
  for (guint a = 0; a < n_articles; a++)
    self->titles[a] = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!read_all (self, articles, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_story_bags_free (PlxStoryBags *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; a < self->n_articles; a++)
    {
      g_clear_pointer (&self->bags[a], g_array_unref);
      g_array_unref (self->titles[a]);
      g_free (self->meanings[a]);
    }
  plx_vocabulary_free (self->vocabulary);
  g_free (self->bags);
  g_free (self->titles);
  g_free (self->meanings);
  g_free (self->days);
  g_free (self->in_signs);
  g_free (self->first_posting);
  g_free (self->postings);
  g_free (self);
}
