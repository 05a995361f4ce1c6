/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-meanings-private.h"

#include "compare/plx-tuning.h"
#include "language/plx-meaning.h"

#include <math.h>

/* Claims and what they meet get their vectors, an article is told or not. Which
 * sentences come nearest is found in plx-nearness.c.
 *
 * Sentences have their vectors from the analysis. Clauses get theirs here, only
 * of sentences that may be meant, and no more than a budget, so that a big story
 * costs a second or two and not minutes. */

enum { N_LOOKED_INTO = 6, SLICE = 256 };

static double
decide (const PlxNearness *m)
{
  double sum = PLX_MEANT_BIAS + PLX_MEANT_WHOLE * m->own + PLX_MEANT_COSINE * m->cosine
               + PLX_MEANT_WORDED * m->article_01 + PLX_MEANT_NAMES * m->names_01
               + PLX_MEANT_AGREEING * m->agreeing_01;

  return 1.0 / (1.0 + exp (-sum));
}

/* On the scale of words: PLX_MEANT_MIN_01 is the score that reports a claim. */
static double
scale (double told_01, double needed_01)
{
  return told_01 < PLX_MEANT_MIN_01
         ? needed_01 * told_01 / PLX_MEANT_MIN_01
         : needed_01 + (1.0 - needed_01) * (told_01 - PLX_MEANT_MIN_01) / (1.0 - PLX_MEANT_MIN_01);
}

static void
rows_clear (PlxMeaningRows *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->lengths, g_free);
}

void
plx_meanings_free (PlxMeanings *self)
{
  if (self == NULL)
    return;
  rows_clear (&self->claims);
  rows_clear (&self->windows);
  g_free (self->sentences);
  g_free (self->lengths);
  g_free (self->first_clause);
  g_free (self->window_rows);
  plx_contrast_free (self->contrast);
  g_free (self);
}

static float
length_of (const gint8 *row, guint n)
{
  return sqrtf ((float) plx_meaning_dot (row, row, n));
}

static gboolean
embed (const PlxLanguage *language, const GPtrArray *texts, guint n, PlxMeaningRows *out,
       GCancellable *cancellable, GError **error)
{
  g_autofree float *vectors = g_new (float, (gsize) SLICE * n);

  out->n_rows = texts->len;
  out->rows = g_new (gint8, (gsize) texts->len * n + 1);
  out->lengths = g_new (float, texts->len + 1);
  for (guint first = 0; first < texts->len; first += SLICE)
    {
      guint n_texts = MIN (SLICE, texts->len - first);

      if (!plx_language_embed (language, (const char *const *) texts->pdata + first, n_texts,
                               vectors, cancellable, error))
        return FALSE;
      for (guint i = 0; i < n_texts; i++)
        {
          gint8 *row = out->rows + (gsize) (first + i) * n;

          plx_meaning_from_floats (vectors + (gsize) i * n, n, row);
          out->lengths[first + i] = length_of (row, n);
        }
    }
  return TRUE;
}

static void
take_sentences (PlxMeanings *self, const PlxComparisonArticle *articles,
                const PlxStoryIndex *index, const char *model)
{
  self->sentences = g_new0 (const gint8 *, index->n_sentences + 1);
  self->lengths = g_new0 (float, index->n_sentences + 1);
  for (guint a = 0; a < index->n_articles; a++)
    {
      const PlxAnalysis *analysis = articles[a].analysis;
      const PlxText *text = index->texts[a];

      if (g_strcmp0 (analysis->model, model) != 0 || analysis->n_meaning != self->n)
        continue;
      for (guint s = 0; s < text->sentences->len; s++)
        {
          gint32 at = plx_analysis_sentence_at (analysis, PLX_TEXT_SENTENCE (text, s)->span.begin);
          const gint8 *row = at >= 0 ? plx_analysis_get_meaning (analysis, (guint) at) : NULL;

          self->sentences[index->first_sentence[a] + s] = row;
          if (row != NULL)
            self->lengths[index->first_sentence[a] + s] = length_of (row, self->n);
        }
    }
}

/* The sentences of an article that come nearest before clauses are looked into. */
static void
add_candidates (PlxMeanings *self, const PlxStoryIndex *index, guint claim, guint article,
                GArray *out)
{
  PlxLikely best[N_LOOKED_INTO];
  guint n_best = 0;

  for (guint s = 0; s < index->texts[article]->sentences->len; s++)
    {
      PlxNearness match = { 0 };

      plx_nearness_match (self, index, claim, article, s, &match);
      plx_likely_keep (best, &n_best, N_LOOKED_INTO,
                   (PlxLikely) { article, s, 0, (float) plx_nearness_likeness (&match) });
    }
  for (guint i = 0; i < n_best; i++)
    best[i].rank = i;
  g_array_append_vals (out, best, n_best);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const PlxLikely *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  return x->sentence < y->sentence ? -1 : x->sentence > y->sentence;
}

/* The clauses of a sentence, and each two that are neighbours, once. */
static void
add_windows (PlxMeanings *self, const PlxStoryIndex *index, const PlxLikely *candidate,
             GPtrArray *texts)
{
  const PlxText *text = index->texts[candidate->article];
  const PlxSentence *s = PLX_TEXT_SENTENCE (text, candidate->sentence);

  for (guint n = 1; n <= PLX_N_WINDOWS && n < s->n_clauses; n++)
    for (guint c = s->first_clause; c + n <= s->first_clause + s->n_clauses; c++)
      {
        gint32 *row = &self->window_rows[(self->first_clause[candidate->article] + c) * PLX_N_WINDOWS
                                         + n - 1];
        guint32 begin = PLX_TEXT_CLAUSE (text, c)->span.begin;
        guint32 end = PLX_TEXT_CLAUSE (text, c + n - 1)->span.end;

        if (*row >= 0)
          continue;
        *row = (gint32) texts->len;
        g_ptr_array_add (texts, g_strndup (text->text + begin, end - begin));
      }
}

/* Of each claim the nearest sentences first, until the budget is spent. */
static gboolean
read_windows (PlxMeanings *self, const PlxStoryIndex *index, guint n_claims,
              const PlxLanguage *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (PlxLikely));
  guint n_clauses;

  self->first_clause = g_new0 (guint, index->n_articles + 1);
  for (guint a = 0; a < index->n_articles; a++)
    self->first_clause[a + 1] = self->first_clause[a] + index->texts[a]->clauses->len;
  n_clauses = self->first_clause[index->n_articles];
  self->window_rows = g_new (gint32, (gsize) n_clauses * PLX_N_WINDOWS + 1);
  for (guint i = 0; i < n_clauses * PLX_N_WINDOWS; i++)
    self->window_rows[i] = -1;
  for (guint q = 0; q < n_claims; q++)
    for (guint a = 0; a < index->n_articles; a++)
      add_candidates (self, index, q, a, candidates);
  g_array_sort (candidates, compare_ranks);
  for (guint i = 0; i < candidates->len && texts->len < PLX_MEANING_MAX_WINDOWS; i++)
    add_windows (self, index, &g_array_index (candidates, PlxLikely, i), texts);
  return embed (language, texts, self->n, &self->windows, cancellable, error);
}

PlxMeanings *
plx_meanings_new (const PlxComparisonArticle *articles, PlxStoryIndex *index,
                  const PlxComparisonOptions *options, const GPtrArray *claims,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxMeanings) self = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const PlxLanguage *language = options->language;
  guint n = language != NULL ? plx_language_get_n_meaning (language) : 0;

  if (n == 0 || options->n_claims == 0 || options->n_claims > PLX_MEANING_MAX_CLAIMS)
    return NULL;
  self = g_new0 (PlxMeanings, 1);
  self->n = n;
  take_sentences (self, articles, index, plx_language_get_model (language));
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (texts, (gpointer) ((PlxText *) g_ptr_array_index (claims, i))->text);
  self->contrast = plx_contrast_new (self->sentences, index->n_sentences, n);
  if (!embed (language, texts, n, &self->claims, cancellable, error)
      || !read_windows (self, index, claims->len, language, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The match of @sentence among @matches; NULL: its words did not find it. */
static PlxMatch *
find_match (GArray *matches, guint article, guint sentence)
{
  for (guint i = 0; i < matches->len; i++)
    {
      PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      if (match->article == article && match->sentence == sentence)
        return match;
    }
  return NULL;
}

/* Its match by words, made where they did not find it. */
static PlxMatch *
take_match (PlxStoryIndex *index, const PlxQuery *query, guint article, guint sentence,
            GArray *matches)
{
  PlxMatch *match = find_match (matches, article, sentence);

  if (match == NULL)
    {
      PlxMatch new = plx_query_match (query, index, article, sentence);

      g_array_append_val (matches, new);
      match = &g_array_index (matches, PlxMatch, matches->len - 1);
    }
  return match;
}

/* Whether words show that the article cannot agree: meaning does not see that. */
static gboolean
is_excluded (const GArray *matches, guint article)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      if (match->article == article && match->coverage_01 >= PLX_CONTRADICTED_MIN_01
          && (match->relation == PLX_FACTS_EXCLUDE || match->opposed.end > 0))
        return TRUE;
    }
  return FALSE;
}

/* The clause that comes nearest, if it comes so much nearer than its sentence that
 * this is no chance, and no figure decides: it may stand in another clause. */
static PlxSpan
evidence_of (const PlxText *text, const PlxNearness *meant)
{
  if (meant->cosine - meant->own < PLX_MEANING_CLAUSE || meant->agreeing_01 > PLX_WEIGHT_DATE)
    return PLX_TEXT_SENTENCE (text, meant->sentence)->span;
  return (PlxSpan) {
    PLX_TEXT_CLAUSE (text, meant->first_clause)->span.begin,
    PLX_TEXT_CLAUSE (text, meant->first_clause + meant->n_clauses - 1)->span.end,
  };
}

/* The best score by words in one article; lowers those of all its matches to
 * @most_01. */
static double
lower_scores (GArray *matches, guint article, double most_01)
{
  double best = 0.0;

  for (guint i = 0; i < matches->len; i++)
    {
      PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      if (match->article != article)
        continue;
      best = MAX (best, match->score_01);
      match->score_01 = MIN (match->score_01, most_01);
    }
  return best;
}

/* Lays what is known of meaning over the matches that words made: unsure as they
 * are, they count as one of its signs. */
static void
add_meant (const PlxMeanings *self, PlxStoryIndex *index, const PlxQuery *query, guint article,
           const PlxNearness *all, double needed_01, GArray *matches)
{
  const PlxText *text = index->texts[article];
  gboolean excluded = is_excluded (matches, article);
  PlxNearness meant = plx_nearness_best (index, all, article), second;
  PlxMatch *match;

  if (meant.likeness <= PLX_NEARNESS_NONE)
    return;
  match = take_match (index, query, article, meant.sentence, matches);
  meant.article_01 = lower_scores (matches, article, 1.0);
  meant.names_01 = match->names_01;
  match->meant_01 = decide (&meant);
  if (excluded)
    return;
  lower_scores (matches, article, scale (match->meant_01, needed_01));
  match->score_01 = scale (match->meant_01, needed_01);
  if (match->meant_01 < PLX_MEANT_MIN_01)
    return;
  match->turned = TRUE;
  match->first_clause = meant.first_clause;
  match->n_clauses = meant.n_clauses;
  match->evidence = evidence_of (text, &meant);
  second = plx_nearness_second (self, index, all, article, &meant);
  if (second.likeness > PLX_NEARNESS_NONE)
    match->also = evidence_of (text, &second);
}

void
plx_meanings_meet (PlxMeanings *self, PlxStoryIndex *index, guint claim, const PlxQuery *query,
                   double needed_01, GArray *matches)
{
  g_autofree PlxNearness *all = NULL;
  double worded = 0.0;

  for (guint i = 0; i < matches->len; i++)
    worded = MAX (worded, g_array_index (matches, PlxMatch, i).score_01);
  if (worded >= PLX_WORDED_SURE_01 || query->terms->len == 0)
    return;
  all = plx_nearness_all (self, index, claim, query, matches);
  plx_query_prepare (query, index);
  for (guint a = 0; a < index->n_articles; a++)
    add_meant (self, index, query, a, all, needed_01, matches);
  g_array_sort (matches, plx_match_compare);
}
