/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-similarity.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Finds the few sentences of each article that are worth a full score: rough
 * scores are added up over the postings of all words near to the query's. */

/* Postings longer than this share of all sentences only cost time. */
#define COMMON_SHARE_01 0.25
/* In big stories, sentences with less of the query are not scored in full. */
#define ROUGH_SHARE_01 0.25
enum { MANY_SENTENCES = 400, FEW_ARTICLES = 12, MANY_FACTS = 4000 };

static void
touch (PlxStoryIndex *index, guint s)
{
  if (index->sentence_epoch[s] == index->epoch)
    return;
  index->sentence_epoch[s] = index->epoch;
  index->last_term[s] = G_MAXUINT;
  index->rough[s] = 0.0f;
  g_array_append_val (index->touched, s);
}

static void
add_rough (PlxStoryIndex *index, guint query_term, float weight, guint32 id, float sim)
{
  const GArray *postings = id < index->vocabulary->words->len ? index->postings[id] : NULL;

  if (postings == NULL
      || (index->n_sentences > MANY_SENTENCES
          && postings->len > COMMON_SHARE_01 * index->n_sentences))
    return;
  for (guint i = 0; i < postings->len; i++)
    {
      guint s = g_array_index (postings, guint, i);

      touch (index, s);
      if (index->last_term[s] != query_term)
        {
          index->last_term[s] = query_term;
          index->last_sim[s] = 0.0f;
        }
      if (sim > index->last_sim[s])
        {
          index->rough[s] += weight * (sim - index->last_sim[s]);
          index->last_sim[s] = sim;
        }
    }
}

/* Sentences with the claim's number, or with another of its kind, are looked at
 * even if they have few of its words. */
static void
add_rough_facts (const PlxQuery *self, PlxStoryIndex *index)
{
  guint n_facts = 0;

  for (guint a = 0; a < index->n_articles && self->facts->len > 0; a++)
    {
      const PlxText *text = index->texts[a];

      n_facts += text->facts->len;
      for (guint i = 0; i < text->facts->len && n_facts < MANY_FACTS; i++)
        for (guint j = 0; j < self->facts->len; j++)
          {
            const PlxFact *asked = g_ptr_array_index (self->facts, j);
            PlxFactRelation r = plx_facts_compare (index->vocabulary, asked,
                                                   PLX_TEXT_FACT (text, i));
            guint s = index->first_sentence[a] + PLX_TEXT_FACT (text, i)->sentence;

            if (r == PLX_FACTS_AGREE && plx_fact_weigh (index, asked) >= PLX_WEIGHT_NUMBER)
              touch (index, s);
            if (r != PLX_FACTS_UNRELATED && index->sentence_epoch[s] == index->epoch)
              index->rough[s] += (float) (plx_fact_weigh (index, asked)
                                          * (r == PLX_FACTS_AGREE ? 1.0 : 0.4));
          }
    }
}

typedef struct {
  guint sentence;
  float rough;
} Candidate;

/* Keeps the best PLX_N_CANDIDATES, ties by position: sorted, small. */
static void
keep_candidate (Candidate *best, guint *n_best, Candidate new)
{
  guint at = *n_best;

  while (at > 0 && (new.rough > best[at - 1].rough
                    || (new.rough >= best[at - 1].rough && new.sentence < best[at - 1].sentence)))
    at--;
  if (at >= PLX_N_CANDIDATES)
    return;
  *n_best = MIN (*n_best + 1, PLX_N_CANDIDATES);
  memmove (best + at + 1, best + at, (*n_best - at - 1) * sizeof (Candidate));
  best[at] = new;
}

static guint
article_of (const PlxStoryIndex *index, guint sentence)
{
  guint low = 0, high = index->n_articles;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (index->first_sentence[middle] <= sentence)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* By article, the best first. */
int
plx_match_compare (gconstpointer a, gconstpointer b)
{
  const PlxMatch *x = a, *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->score_01 > y->score_01 || x->score_01 < y->score_01)
    return x->score_01 > y->score_01 ? -1 : 1;
  return x->sentence < y->sentence ? -1 : x->sentence > y->sentence;
}

/* Cost: O(postings of the query's words and their neighbours) */
GArray *
plx_query_search (const PlxQuery *self, PlxStoryIndex *index)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  g_autofree Candidate *best = g_new0 (Candidate, (gsize) index->n_articles * PLX_N_CANDIDATES + 1);
  g_autofree guint *n_best = g_new0 (guint, index->n_articles + 1);

  plx_query_prepare (self, index);
  g_array_set_size (index->touched, 0);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (self->terms, PlxQueryTerm, i);
      const GArray *near = plx_vocabulary_get (index->vocabulary, term->id)->near;

      add_rough (index, i, term->weight, term->id, 1.0f);
      for (guint j = 0; near != NULL && j < near->len; j++)
        add_rough (index, i, term->weight, g_array_index (near, PlxNearTerm, j).id,
                   g_array_index (near, PlxNearTerm, j).sim_01);
    }
  add_rough_facts (self, index);
  for (guint i = 0; i < index->touched->len; i++)
    {
      guint s = g_array_index (index->touched, guint, i), a = article_of (index, s);

      if (index->n_articles > FEW_ARTICLES && index->rough[s] < ROUGH_SHARE_01 * self->weight)
        continue;
      keep_candidate (best + (gsize) a * PLX_N_CANDIDATES, &n_best[a],
                      (Candidate) { s, index->rough[s] });
    }
  for (guint a = 0; a < index->n_articles; a++)
    for (guint i = 0; i < n_best[a]; i++)
      {
        PlxMatch match = plx_query_match (self, index, a,
                                          best[(gsize) a * PLX_N_CANDIDATES + i].sentence
                                            - index->first_sentence[a]);

        g_array_append_val (matches, match);
      }
  g_array_sort (matches, plx_match_compare);
  return matches;
}
