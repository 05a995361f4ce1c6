/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-meanings-private.h"

#include "compare/plx-tuning.h"
#include "language/plx-meaning.h"

#include <math.h>

/* Which sentences of an article come nearest to a claim: by their vectors and
 * those of one or two of their clauses, by what sets them apart from the rest of
 * the story, by words and figures; and by what other articles have. The sources
 * of a story word one matter like each other rather than like the person who
 * wrote the claim: a sentence that is like those that the others have for the
 * claim is rather the one. */

enum { N_LIKELY = 3, N_FRIENDS = 6 };

/* From here on a number without a word beside it is no accident. */
enum { MANY = 99 };

double
plx_nearness_likeness (const PlxNearness *m)
{
  return m->cosine + PLX_MEANING_APART * m->apart + PLX_MEANING_WORDED * m->worded_01
         + PLX_MEANING_AGREEING * m->agreeing_01 + PLX_MEANING_FRIENDS * m->friends;
}

static float
cosine (const gint8 *a, float length_a, const gint8 *b, float length_b, guint n)
{
  return length_a > 0 && length_b > 0
         ? (float) plx_meaning_dot (a, b, n) / (length_a * length_b) : 0.0f;
}

/* The sentence's own vector or that of its clauses, whichever comes nearest. */
static float
nearest_window (const PlxMeanings *self, const PlxStoryIndex *index, guint claim, guint article,
                guint sentence, PlxNearness *match)
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
    for (guint n = 1; n <= PLX_N_WINDOWS; n++)
      {
        gint32 row = self->window_rows[(self->first_clause[article] + c) * PLX_N_WINDOWS + n - 1];
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

void
plx_nearness_match (const PlxMeanings *self, const PlxStoryIndex *index, guint claim,
                    guint article, guint sentence, PlxNearness *match)
{
  match->sentence = sentence;
  match->cosine = nearest_window (self, index, claim, article, sentence, match);
  match->apart = plx_contrast_near (self->contrast,
                                    self->claims.rows + (gsize) claim * self->n,
                                    self->claims.lengths[claim],
                                    index->first_sentence[article] + sentence);
}

void
plx_likely_keep (PlxLikely *best, guint *n_best, guint most, PlxLikely new)
{
  guint at = *n_best;

  while (at > 0 && new.likeness > best[at - 1].likeness)
    at--;
  if (at >= most)
    return;
  *n_best = MIN (*n_best + 1, most);
  for (guint i = *n_best; i-- > at + 1;)
    best[i] = best[i - 1];
  best[at] = new;
}

/* "Seven point six" in a claim is the "magnitude 7.6" of an article, whatever it
 * counts: such a number stands there once. */
static gboolean
is_bare_number_of (const PlxFact *asked, const PlxFact *found)
{
  double value = asked->value / asked->factor, other = found->value / found->factor;
  gboolean telling = value > MANY || fmod (value, 1.0) > 0;
  gboolean bare = asked->kind == PLX_FACT_NUMBER
                  || (asked->kind == PLX_FACT_QUANTITY && asked->dimension == NULL
                      && asked->n_nouns == 0);

  return bare && telling && !asked->vague
         && (found->kind == PLX_FACT_QUANTITY || found->kind == PLX_FACT_NUMBER)
         && other >= asked->low / asked->factor && other <= asked->high / asked->factor;
}

/* Weight of the figures and dates of the claim that the sentence has, at most 1. */
static double
weigh_agreeing (const PlxStoryIndex *index, const PlxQuery *query, guint article, guint sentence)
{
  const PlxText *text = index->texts[article], *claim = query->text;
  guint first = plx_facts_first (text, sentence), end = plx_facts_first (text, sentence + 1);
  double sum = 0.0;

  for (guint i = 0; i < claim->facts->len && first < end; i++)
    {
      const PlxFact *asked = PLX_TEXT_FACT (claim, i);
      double best = 0.0;

      for (guint j = first; j < end; j++)
        if (plx_facts_compare (index->vocabulary, asked, PLX_TEXT_FACT (text, j))
            == PLX_FACTS_AGREE)
          best = MAX (best, plx_fact_weigh (index, asked));
        else if (is_bare_number_of (asked, PLX_TEXT_FACT (text, j)))
          best = MAX (best, PLX_WEIGHT_NUMBER);
      sum += best;
    }
  return MIN (sum, 1.0);
}

/* The sentences of the story that are likeliest to mean the claim, few of each article. */
static guint
find_friends (const PlxStoryIndex *index, const PlxNearness *all, PlxLikely out[N_FRIENDS])
{
  guint n_out = 0;

  for (guint a = 0; a < index->n_articles; a++)
    {
      PlxLikely best[N_LIKELY];
      guint n_best = 0;

      for (guint s = index->first_sentence[a]; s < index->first_sentence[a + 1]; s++)
        plx_likely_keep (best, &n_best, N_LIKELY,
                         (PlxLikely) { a, s, 0, (float) all[s].likeness });
      for (guint i = 0; i < n_best; i++)
        plx_likely_keep (out, &n_out, N_FRIENDS, best[i]);
    }
  return n_out;
}

/* A sentence is the likelier the more it is like what other articles have for the
 * claim, and the likelier that is. */
static void
add_friends (const PlxMeanings *self, const PlxStoryIndex *index, PlxNearness *all)
{
  PlxLikely friends[N_FRIENDS];
  guint n_friends = find_friends (index, all, friends);

  for (guint a = 0; a < index->n_articles; a++)
    for (guint s = index->first_sentence[a]; s < index->first_sentence[a + 1]; s++)
      {
        for (guint i = 0; i < n_friends; i++)
          {
            float behind = friends[0].likeness - friends[i].likeness;

            if (friends[i].article != a)
              all[s].friends = MAX (all[s].friends,
                                    plx_contrast_alike (self->contrast, s, friends[i].sentence)
                                      - (float) PLX_MEANING_FRIEND_BEHIND * behind);
          }
        if (self->sentences[s] != NULL)
          all[s].likeness = plx_nearness_likeness (&all[s]);
      }
}

PlxNearness *
plx_nearness_all (const PlxMeanings *self, const PlxStoryIndex *index, guint claim,
                  const PlxQuery *query, const GArray *matches)
{
  PlxNearness *all = g_new0 (PlxNearness, index->n_sentences + 1);

  for (guint a = 0; a < index->n_articles; a++)
    for (guint s = 0; s < index->texts[a]->sentences->len; s++)
      {
        PlxNearness *match = &all[index->first_sentence[a] + s];

        plx_nearness_match (self, index, claim, a, s, match);
        match->agreeing_01 = weigh_agreeing (index, query, a, s);
      }
  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      all[index->first_sentence[match->article] + match->sentence].worded_01 = match->score_01;
    }
  for (guint i = 0; i < index->n_sentences; i++)
    all[i].likeness = self->sentences[i] != NULL ? plx_nearness_likeness (&all[i])
                                                 : PLX_NEARNESS_NONE;
  add_friends (self, index, all);
  return all;
}

PlxNearness
plx_nearness_best (const PlxStoryIndex *index, const PlxNearness *all, guint article)
{
  PlxNearness best = { .likeness = PLX_NEARNESS_NONE };

  for (guint s = index->first_sentence[article]; s < index->first_sentence[article + 1]; s++)
    if (all[s].likeness > best.likeness)
      best = all[s];
  return best;
}

/* One that tells something else is worth more beside the first than its like. */
PlxNearness
plx_nearness_second (const PlxMeanings *self, const PlxStoryIndex *index,
                     const PlxNearness *all, guint article, const PlxNearness *first)
{
  guint at = index->first_sentence[article];
  PlxNearness best = { .likeness = PLX_NEARNESS_NONE };
  double most = 0.0;

  for (guint s = at; s < index->first_sentence[article + 1]; s++)
    {
      double worth = all[s].likeness
                     - PLX_MEANING_SECOND_ALIKE
                         * plx_contrast_alike (self->contrast, s, at + first->sentence);

      if (s == at + first->sentence || all[s].likeness < first->likeness - PLX_MEANING_SECOND
          || (best.likeness > PLX_NEARNESS_NONE && worth <= most))
        continue;
      best = all[s];
      most = worth;
    }
  return best;
}

