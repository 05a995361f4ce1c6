/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-meanings.h"

#include "compare/plx-tuning.h"
#include "language/plx-meaning.h"

#include <math.h>

/* A sentence is near to a claim if its vector is, or that of one or two of its
 * clauses, and if each word of the claim has one in the sentence that means
 * about the same: read alone, "rocket" lies near "missile".
 *
 * Sentences have their vectors from the analysis. Clauses and words get theirs
 * here, clauses only of sentences that may be meant, and no more than a budget,
 * so that a big story costs a second or two and not minutes. */

enum { N_WINDOWS = 2, N_LOOKED_INTO = 6, SLICE = 256 };

typedef struct {
  gint8 *rows;          // (n_rows, n): see plx-meaning.h
  float *lengths;       // (n_rows)
  guint n_rows;
} Rows;

struct _PlxMeanings {
  guint n;               // numbers of one meaning
  Rows claims;           // by number
  Rows words, windows;
  const gint8 **sentences;  // (n_sentences): NULL: not known
  float *lengths;        // (n_sentences)
  gint32 *word_rows;     // (n_words) into words, -1: none
  guint *first_clause;   // (n_articles + 1)
  gint32 *window_rows;   // (n_clauses, N_WINDOWS) into windows, -1: none
  GHashTable *near;      // word → float (words.n_rows): how near the others are
};

/* How near a sentence comes to a claim in meaning, and what that makes of it. */
typedef struct {
  guint sentence;
  guint first_clause, n_clauses;  // what of it comes nearest
  float own;             // cosine of the sentence as a whole
  float cosine;          // … and of what of it comes nearest
  float cover_01;        // share of the claim's words that have one near to them
  double worded_01;      // score by words
  double agreeing_01;    // weight of the figures and dates that agree, at most 1
  double article_01;     // the best that words score in its article
  double names_01;       // share of the claim's names that it has
  double likeness;       // orders the sentences of a story
} Nearness;

static double
likeness_of (const Nearness *m)
{
  return m->cosine + PLX_MEANING_WHOLE * m->own + PLX_MEANING_COVER * m->cover_01
         + PLX_MEANING_WORDED * m->worded_01 + PLX_MEANING_AGREEING * m->agreeing_01;
}

static double
decide (const Nearness *m)
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
rows_clear (Rows *self)
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
  rows_clear (&self->words);
  rows_clear (&self->windows);
  g_free (self->sentences);
  g_free (self->lengths);
  g_free (self->word_rows);
  g_free (self->first_clause);
  g_free (self->window_rows);
  g_clear_pointer (&self->near, g_hash_table_unref);
  g_free (self);
}

static float
cosine (const gint8 *a, float length_a, const gint8 *b, float length_b, guint n)
{
  return length_a > 0 && length_b > 0
         ? (float) plx_meaning_dot (a, b, n) / (length_a * length_b) : 0.0f;
}

static float
length_of (const gint8 *row, guint n)
{
  return sqrtf ((float) plx_meaning_dot (row, row, n));
}

static gboolean
embed (const PlxLanguage *language, const GPtrArray *texts, guint n, Rows *out,
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

/* Words of content, the first so many of them: numbers are compared as facts. */
static gboolean
read_words (PlxMeanings *self, const PlxStoryIndex *index, const PlxLanguage *language,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n = index->vocabulary->words->len;

  self->word_rows = g_new (gint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PlxWord *word = plx_vocabulary_get (index->vocabulary, i);

      self->word_rows[i] = -1;
      if ((word->classes & PLX_WORD_STOP) || g_ascii_isdigit (word->lemma[0])
          || texts->len >= PLX_MEANING_MAX_WORDS)
        continue;
      self->word_rows[i] = (gint32) texts->len;
      g_ptr_array_add (texts, (gpointer) word->lemma);
    }
  self->near = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return embed (language, texts, self->n, &self->words, cancellable, error);
}

/* How near the words that have a row are to one; 0 below PLX_MEANING_WORD_01. */
static const float *
near_of (PlxMeanings *self, guint32 id)
{
  gint32 row = self->word_rows[id];
  float *near;

  if (row < 0)
    return NULL;
  near = g_hash_table_lookup (self->near, GUINT_TO_POINTER (id));
  if (near != NULL)
    return near;
  near = g_new (float, self->words.n_rows + 1);
  for (guint i = 0; i < self->words.n_rows; i++)
    near[i] = MAX (0.0f, (cosine (self->words.rows + (gsize) row * self->n,
                                  self->words.lengths[row],
                                  self->words.rows + (gsize) i * self->n, self->words.lengths[i],
                                  self->n) - PLX_MEANING_WORD_01)
                           / (1.0f - PLX_MEANING_WORD_01));
  g_hash_table_insert (self->near, GUINT_TO_POINTER (id), near);
  return near;
}

/* The share of the query's words, by weight, that the sentence has one near to. */
static float
cover (PlxMeanings *self, const PlxStoryIndex *index, const PlxQuery *query, guint article,
       guint sentence)
{
  const PlxText *text = index->texts[article];
  const PlxSentence *s = PLX_TEXT_SENTENCE (text, sentence);
  double sum = 0.0;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);
      const float *near = near_of (self, term->id);
      float best = 0.0f;

      for (guint j = s->first_term; j < s->first_term + s->n_terms; j++)
        {
          const PlxTerm *other = PLX_TEXT_TERM (text, j);
          gint32 row = self->word_rows[other->id];

          if (other->id == term->id)
            best = 1.0f;
          else if (near != NULL && row >= 0)
            best = MAX (best, near[row]);
        }
      for (guint j = plx_text_first_meant (text, sentence); j < text->meant->len; j++)
        {
          const PlxMeantTerm *meant = &g_array_index (text->meant, PlxMeantTerm, j);
          gint32 row = self->word_rows[meant->id];

          if (meant->sentence > sentence)
            break;
          if (meant->id == term->id)
            best = MAX (best, (float) PLX_SIM_COREFERENT);
          else if (near != NULL && row >= 0)
            best = MAX (best, near[row] * (float) PLX_SIM_COREFERENT);
        }
      sum += term->weight * best;
    }
  return query->weight > 0 ? (float) (sum / query->weight) : 0.0f;
}

/* The sentence's own vector or that of its clauses, whichever comes nearest. */
static float
nearest_window (const PlxMeanings *self, const PlxStoryIndex *index, guint claim, guint article,
                guint sentence, Nearness *match)
{
  const PlxSentence *s = PLX_TEXT_SENTENCE (index->texts[article], sentence);
  const gint8 *asked = self->claims.rows + (gsize) claim * self->n;
  guint number = index->first_sentence[article] + sentence;
  float best = self->sentences[number] != NULL
               ? cosine (asked, self->claims.lengths[claim], self->sentences[number],
                         self->lengths[number], self->n) : 0.0f;

  match->own = best;
  match->first_clause = s->first_clause;
  match->n_clauses = s->n_clauses;
  for (guint c = s->first_clause; c < s->first_clause + s->n_clauses; c++)
    for (guint n = 1; n <= N_WINDOWS; n++)
      {
        gint32 row = self->window_rows[(self->first_clause[article] + c) * N_WINDOWS + n - 1];
        float here;

        if (row < 0)
          continue;
        here = cosine (asked, self->claims.lengths[claim],
                       self->windows.rows + (gsize) row * self->n, self->windows.lengths[row],
                       self->n);
        if (here > best)
          {
            best = here;
            match->first_clause = c;
            match->n_clauses = n;
          }
      }
  return best;
}

static void
match_sentence (PlxMeanings *self, const PlxStoryIndex *index, guint claim, const PlxQuery *query,
                guint article, guint sentence, Nearness *match)
{
  match->sentence = sentence;
  match->cosine = nearest_window (self, index, claim, article, sentence, match);
  match->cover_01 = cover (self, index, query, article, sentence);
}

typedef struct {
  guint article, sentence;
  guint rank;            // in its article, for its claim
  float likeness;
} Candidate;

/* The sentences of an article that come nearest before clauses are looked into. */
static void
add_candidates (PlxMeanings *self, const PlxStoryIndex *index, guint claim, const PlxQuery *query,
                guint article, GArray *out)
{
  Candidate best[N_LOOKED_INTO];
  guint n_best = 0;

  for (guint s = 0; s < index->texts[article]->sentences->len; s++)
    {
      Nearness match = { 0 };
      Candidate new = { article, s, 0, 0.0f };
      guint at = n_best;

      match_sentence (self, index, claim, query, article, s, &match);
      new.likeness = (float) likeness_of (&match);
      while (at > 0 && new.likeness > best[at - 1].likeness)
        at--;
      if (at >= N_LOOKED_INTO)
        continue;
      n_best = MIN (n_best + 1, N_LOOKED_INTO);
      for (guint i = n_best; i-- > at + 1;)
        best[i] = best[i - 1];
      best[at] = new;
    }
  for (guint i = 0; i < n_best; i++)
    best[i].rank = i;
  g_array_append_vals (out, best, n_best);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  return x->sentence < y->sentence ? -1 : x->sentence > y->sentence;
}

/* The clauses of a sentence, and each two that are neighbours, once. */
static void
add_windows (PlxMeanings *self, const PlxStoryIndex *index, const Candidate *candidate,
             GPtrArray *texts)
{
  const PlxText *text = index->texts[candidate->article];
  const PlxSentence *s = PLX_TEXT_SENTENCE (text, candidate->sentence);

  for (guint n = 1; n <= N_WINDOWS && n < s->n_clauses; n++)
    for (guint c = s->first_clause; c + n <= s->first_clause + s->n_clauses; c++)
      {
        gint32 *row = &self->window_rows[(self->first_clause[candidate->article] + c) * N_WINDOWS
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
read_windows (PlxMeanings *self, const PlxStoryIndex *index, GPtrArray *queries,
              const PlxLanguage *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n_clauses;

  self->first_clause = g_new0 (guint, index->n_articles + 1);
  for (guint a = 0; a < index->n_articles; a++)
    self->first_clause[a + 1] = self->first_clause[a] + index->texts[a]->clauses->len;
  n_clauses = self->first_clause[index->n_articles];
  self->window_rows = g_new (gint32, (gsize) n_clauses * N_WINDOWS + 1);
  for (guint i = 0; i < n_clauses * N_WINDOWS; i++)
    self->window_rows[i] = -1;
  for (guint q = 0; q < queries->len; q++)
    for (guint a = 0; a < index->n_articles; a++)
      add_candidates (self, index, q, g_ptr_array_index (queries, q), a, candidates);
  g_array_sort (candidates, compare_ranks);
  for (guint i = 0; i < candidates->len && texts->len < PLX_MEANING_MAX_WINDOWS; i++)
    add_windows (self, index, &g_array_index (candidates, Candidate, i), texts);
  return embed (language, texts, self->n, &self->windows, cancellable, error);
}

PlxMeanings *
plx_meanings_new (const PlxComparisonArticle *articles, PlxStoryIndex *index,
                  const PlxComparisonOptions *options, const GPtrArray *claims,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxMeanings) self = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_query_free);
  const PlxLanguage *language = options->language;
  guint n = language != NULL ? plx_language_get_n_meaning (language) : 0;

  if (n == 0 || options->n_claims == 0 || options->n_claims > PLX_MEANING_MAX_CLAIMS)
    return NULL;
  self = g_new0 (PlxMeanings, 1);
  self->n = n;
  take_sentences (self, articles, index, plx_language_get_model (language));
  for (guint i = 0; i < claims->len; i++)
    {
      const PlxText *text = g_ptr_array_index (claims, i);

      g_ptr_array_add (texts, (gpointer) text->text);
      g_ptr_array_add (queries, plx_query_new (index, text, 0, text->terms->len));
    }
  if (!embed (language, texts, n, &self->claims, cancellable, error)
      || !read_words (self, index, language, cancellable, error)
      || !read_windows (self, index, queries, language, cancellable, error))
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

/* The nearest two sentences of one article; likeness -1: there are none. */
static void
find_nearest (PlxMeanings *self, const PlxStoryIndex *index, guint claim, const PlxQuery *query,
              guint article, GArray *matches, Nearness best[2])
{
  best[0].likeness = best[1].likeness = -1.0;
  for (guint s = 0; s < index->texts[article]->sentences->len; s++)
    {
      Nearness match = { 0 };
      const PlxMatch *worded = find_match (matches, article, s);

      if (self->sentences[index->first_sentence[article] + s] == NULL)
        continue;
      match_sentence (self, index, claim, query, article, s, &match);
      match.worded_01 = worded != NULL ? worded->score_01 : 0.0;
      match.agreeing_01 = worded != NULL ? MIN (1.0, worded->agreeing) : 0.0;
      match.likeness = likeness_of (&match);
      if (match.likeness > best[0].likeness)
        {
          best[1] = best[0];
          best[0] = match;
        }
      else if (match.likeness > best[1].likeness)
        best[1] = match;
    }
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

static PlxSpan
evidence_of (const PlxText *text, const Nearness *meant)
{
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
 * are, they count as one of its signs. @meant: the nearest two sentences */
static void
add_meant (PlxStoryIndex *index, const PlxQuery *query, guint article, Nearness meant[2],
           double needed_01, GArray *matches)
{
  const PlxText *text = index->texts[article];
  gboolean excluded = is_excluded (matches, article);
  PlxMatch *match = take_match (index, query, article, meant->sentence, matches);

  meant->article_01 = lower_scores (matches, article, 1.0);
  meant->names_01 = match->names_01;
  match->meant_01 = decide (meant);
  match->cover_01 = meant->cover_01;
  if (excluded)
    return;
  lower_scores (matches, article, scale (match->meant_01, needed_01));
  match->score_01 = scale (match->meant_01, needed_01);
  if (match->meant_01 < PLX_MEANT_MIN_01)
    return;
  match->turned = TRUE;
  match->first_clause = meant->first_clause;
  match->n_clauses = meant->n_clauses;
  match->evidence = evidence_of (text, &meant[0]);
  if (meant[1].likeness >= 0 && meant[0].likeness - meant[1].likeness <= PLX_MEANING_SECOND)
    match->also = evidence_of (text, &meant[1]);
}

void
plx_meanings_meet (PlxMeanings *self, PlxStoryIndex *index, guint claim, const PlxQuery *query,
                   double needed_01, GArray *matches)
{
  g_autofree Nearness *nearest = g_new0 (Nearness, 2 * (gsize) index->n_articles + 2);
  double worded = 0.0;

  for (guint i = 0; i < matches->len; i++)
    worded = MAX (worded, g_array_index (matches, PlxMatch, i).score_01);
  if (worded >= PLX_WORDED_SURE_01 || query->terms->len == 0)
    return;
  for (guint a = 0; a < index->n_articles; a++)
    find_nearest (self, index, claim, query, a, matches, &nearest[2 * a]);
  plx_query_prepare (query, index);
  for (guint a = 0; a < index->n_articles; a++)
    if (nearest[2 * a].likeness >= 0)
      add_meant (index, query, a, &nearest[2 * a], needed_01, matches);
  g_array_sort (matches, plx_match_compare);
}
