/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* "40,000 tonnes of wheat", "60,000 tonnes have come since the floods": numbers of
 * one unit, or of one thing counted, that each article gives but once are one
 * claim if their sentences speak of the same matter. What quantities.tsv knows is
 * left to plx-updates. */

static gboolean
is_counted (const PlxCompareJob *job, const PlxFact *fact)
{
  guint roles;

  if (fact->kind != PLX_FACT_QUANTITY || fact->of != NULL || fact->denied || fact->other
      || fact->many || fact->supposed || fact->value < 2)
    return FALSE;
  if (fact->dimension != NULL)
    return strcmp (fact->dimension, "mass") == 0 || strcmp (fact->dimension, "area") == 0
           || strcmp (fact->dimension, "volume") == 0;
  if (fact->n_nouns == 0)
    return FALSE;
  plx_quantities_word (job->quantities, plx_vocabulary_get (job->vocabulary,
                                                            fact->nouns[0])->lemma, &roles);
  return roles == 0
         && plx_vocabulary_get (job->vocabulary, fact->nouns[0])->rarity_01
              >= PLX_MATTER_RARITY_01;
}

static gboolean
are_of_one_kind (const PlxCompareJob *job, const PlxFact *a, const PlxFact *b)
{
  if (a->dimension != NULL || b->dimension != NULL)
    return a->dimension != NULL && b->dimension != NULL
           && strcmp (a->dimension, b->dimension) == 0;
  return plx_vocabulary_likeness (job->vocabulary, a->nouns[0], b->nouns[0]) >= PLX_SIM_FAMILY;
}

/* The only number of the kind that an article gives; NULL: none, or several. */
static const PlxFact *
only_of (const PlxCompareJob *job, guint article, const PlxFact *asked)
{
  const PlxText *text = job->index->texts[article];
  const PlxFact *found = NULL;

  for (guint i = 0; i < text->facts->len; i++)
    {
      const PlxFact *fact = PLX_TEXT_FACT (text, i);

      if (fact->kind != PLX_FACT_QUANTITY
          || (fact->dimension == NULL && (fact->n_nouns == 0 || asked->n_nouns == 0))
          || !are_of_one_kind (job, asked, fact))
        continue;
      if (!is_counted (job, fact)
          || (found != NULL
              && plx_facts_compare (job->vocabulary, found, fact) != PLX_FACTS_AGREE))
        return NULL;
      found = found != NULL ? found : fact;
    }
  return found;
}

static gboolean
is_matter (const PlxCompareJob *job, const PlxText *text, const PlxTerm *term, const PlxFact *fact)
{
  const PlxWord *word = plx_vocabulary_get (job->vocabulary, term->id);

  return plx_term_is_content (term) && !(term->flags & (PLX_TERM_SAYING | PLX_TERM_NUMBER))
         && !plx_span_overlaps (term->span, fact->span) && !word->is_name
         && word->rarity_01 >= PLX_MATTER_RARITY_01
         && plx_lexicon_unit (job->vocabulary->lexicon, word->lemma) == NULL
         && plx_lexicon_number (job->vocabulary->lexicon, word->lemma) == NULL;
}

/* Whether the words of a span give one number only: of a list no item is held
 * against another article's for sure. */
static gboolean
is_single (const PlxText *text, guint sentence, PlxSpan span)
{
  guint n = 0;

  for (guint i = plx_facts_first (text, sentence);
       i < text->facts->len && PLX_TEXT_FACT (text, i)->sentence == sentence; i++)
    n += PLX_TEXT_FACT (text, i)->kind == PLX_FACT_QUANTITY
         && plx_span_overlaps (PLX_TEXT_FACT (text, i)->span, span);
  return n == 1;
}

/* How many words of the one sentence, besides the number's own and names, have one
 * like them in the other. */
static guint
count_shared (const PlxCompareJob *job, const PlxText *here, const PlxFact *asked,
              const PlxText *there, const PlxFact *found)
{
  const PlxSentence *a = PLX_TEXT_SENTENCE (here, asked->sentence);
  const PlxSentence *b = PLX_TEXT_SENTENCE (there, found->sentence);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = asked->dimension == NULL;   // the thing counted

  for (guint i = a->first_term; i < a->first_term + a->n_terms; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (here, i);
      gboolean shared = FALSE;

      if (!is_matter (job, here, term, asked)
          || !g_hash_table_add (seen, GUINT_TO_POINTER (term->id + 1)))
        continue;
      for (guint k = b->first_term; k < b->first_term + b->n_terms && !shared; k++)
        shared = is_matter (job, there, PLX_TEXT_TERM (there, k), found)
                 && plx_vocabulary_likeness (job->vocabulary, term->id,
                                             PLX_TEXT_TERM (there, k)->id) >= PLX_SIM_SYNONYM;
      n += shared;
    }
  return n;
}

/* The seed that says least besides the number; NULL: none. */
static PlxSeed *
seed_at (const PlxCompareJob *job, guint article, const PlxFact *fact)
{
  PlxSeed *best = NULL;

  for (guint i = plx_seed_first (job, (gint) article, fact->sentence); i < job->seeds->len; i++)
    {
      PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, i);

      if (seed->article != (gint) article || seed->sentence != fact->sentence)
        break;
      if (!seed->is_omission && plx_span_contains (seed->span, fact->span)
          && (best == NULL || plx_span_length (seed->span) < plx_span_length (best->span)))
        best = seed;
    }
  return best;
}

static PlxSpan
clause_around (const PlxText *text, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, fact->sentence);

  for (guint c = 0; c < sentence->n_clauses; c++)
    {
      const PlxClause *clause = PLX_TEXT_CLAUSE (text, sentence->first_clause + c);

      if (plx_span_overlaps (clause->span, fact->span))
        return clause->span;
    }
  return sentence->span;
}

static void
answer_cell (PlxCompareJob *job, guint index, const PlxFact *asked, guint article, PlxCell *cell)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  const PlxText *text = job->index->texts[article];
  const PlxFact *found = only_of (job, article, asked);
  PlxFactRelation relation;
  PlxSeed *also;

  if (found == NULL || count_shared (job, seed->text, asked, text, found) < PLX_COUNT_MIN_MATTER)
    return;
  relation = plx_facts_compare (job->vocabulary, asked, found);
  if (relation == PLX_FACTS_UNRELATED
      || MAX (asked->value, found->value)
           > PLX_COUNT_MAX_RATIO * MIN (asked->value, found->value))
    return;
  plx_cell_clear (cell);
  *cell = (PlxCell) { 0 };
  also = seed_at (job, article, found);
  if (relation == PLX_FACTS_EXCLUDE
      && !(is_single (seed->text, seed->sentence,
                      PLX_TEXT_SENTENCE (seed->text, seed->sentence)->span)
           && is_single (text, found->sentence,
                         PLX_TEXT_SENTENCE (text, found->sentence)->span)))
    relation = PLX_FACTS_DIFFER;
  if (also != NULL && !is_single (text, found->sentence, also->span))
    also = NULL;
  plx_cell_set_fact (job, article, found, also != NULL ? also->span : clause_around (text, found),
                     relation, cell);
  if (also == NULL || also <= seed)
    return;
  also->merged = TRUE;   // it says little but its number
  also->speaker = index + 1;
}

/* Lets the number of a claim of our own be answered by those of its kind, where
 * its words were not found. */
void
plx_counts_meet (PlxCompareJob *job, guint index, PlxCell *cells)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);

  if (seed->given != NULL)
    return;
  for (guint i = plx_facts_first (seed->text, seed->sentence); i < seed->text->facts->len; i++)
    {
      const PlxFact *fact = PLX_TEXT_FACT (seed->text, i);

      if (fact->sentence != seed->sentence)
        return;
      if (!plx_span_contains (seed->span, fact->span)
          || !is_single (seed->text, seed->sentence, seed->span) || !is_counted (job, fact)
          || only_of (job, (guint) seed->article, fact) == NULL)
        continue;
      for (guint a = 0; a < job->n_articles; a++)
        if (cells[a].status == PLX_CELL_NOT_FOUND)
          answer_cell (job, index, fact, a, &cells[a]);
      return;
    }
}
