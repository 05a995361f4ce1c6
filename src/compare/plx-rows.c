/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

/* One row of the matrix: a seed is looked for in every article, and clauses of
 * other articles that say the same become part of the row. */

/* The first seed of a sentence: seeds are sorted by article and sentence. */
guint
plx_seed_first (const PlxCompareJob *job, gint article, guint sentence)
{
  guint low = 0, high = job->seeds->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, middle);

      if (seed->article < article || (seed->article == article && seed->sentence < sentence))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Seeds of other articles that say nothing more than this claim does, and
 * found it in turn, are spoken for. */
static void
merge_seeds (PlxCompareJob *job, guint from, const PlxMatch *match)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, from);
  guint first = MAX (from + 1, plx_seed_first (job, (gint) match->article, match->sentence));

  for (guint i = first; i < job->seeds->len; i++)
    {
      PlxSeed *other = &g_array_index (job->seeds, PlxSeed, i);
      g_autoptr (PlxQuery) query = NULL;
      PlxMatch back;

      if (other->article > (gint) match->article
          || (other->article == (gint) match->article && other->sentence > match->sentence))
        return;
      if (other->article != (gint) match->article || other->sentence != match->sentence
          || other->merged || other->is_omission
          || !plx_span_overlaps (other->span, match->evidence))
        continue;
      query = plx_seed_query (job, other);
      plx_query_prepare (query, job->index);
      back = plx_query_match (query, job->index, (guint) seed->article, seed->sentence);
      if (back.coverage_01 >= PLX_SAME_CLAIM_MIN_01 && back.core_01 >= PLX_SAME_CORE_MIN_01
          && plx_span_overlaps (back.evidence, seed->span))
        {
          other->merged = TRUE;
          other->speaker = from + 1;
        }
    }
}

/* Marks matches whose evidence says hardly more than the claim: a claim that is
 * a long clause is told by a short sentence, though much of it is not there. */
static void
turn_matches (PlxCompareJob *job, const PlxSeed *seed, GArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      PlxMatch *match = &g_array_index (matches, PlxMatch, i), back;
      const PlxText *text = job->index->texts[match->article];
      const PlxClause *first, *last;
      g_autoptr (PlxQuery) query = NULL;

      if (match->score_01 < PLX_TURNED_TRY_01 || match->score_01 >= seed->needed_01
          || (gint) match->article == seed->article)
        continue;
      first = PLX_TEXT_CLAUSE (text, match->first_clause);
      last = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);
      query = plx_query_new (job->index, text, first->first_term,
                             last->first_term + last->n_terms);
      if (query->terms->len < PLX_TURNED_MIN_TERMS)
        continue;
      plx_query_prepare (query, job->index);
      back = plx_query_match (query, job->index, (guint) seed->article, seed->sentence);
      if (back.score_01 < PLX_TURNED_MIN_01 || back.core_01 < PLX_TURNED_CORE_01
          || back.relation == PLX_FACTS_EXCLUDE || !plx_span_overlaps (back.evidence, seed->span))
        continue;
      match->turned = TRUE;
      match->score_01 = MAX (match->score_01, back.score_01 * PLX_REPORTED_MIN_01
                                                / PLX_TURNED_MIN_01);
    }
}

static gboolean
has_word (const PlxCompareJob *job, const PlxSeed *seed, const GArray *tokens, PlxSpan span)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;

  for (guint i = 0; i < tokens->len; i++)
    if (plx_span_overlaps (PLX_TOKEN (analysis, g_array_index (tokens, guint, i))->span, span))
      return TRUE;
  return FALSE;
}

/* Words of other propositions that stand between those of this one. */
static void
drop_others (const PlxCompareJob *job, const PlxSeed *seed, PlxQuery *query)
{
  const GArray *own = seed->proposition->own;

  for (guint i = query->terms->len; i-- > 0;)
    {
      const PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);

      if (term->term == G_MAXUINT32
          || has_word (job, seed, own, PLX_TEXT_TERM (seed->text, term->term)->span))
        continue;
      query->weight -= term->weight;
      g_array_remove_index (query->terms, i);
    }
  for (guint i = query->facts->len; i-- > 0;)
    {
      const PlxFact *fact = g_ptr_array_index (query->facts, i);

      if (has_word (job, seed, own, fact->span))
        continue;
      query->fact_weight -= plx_fact_weigh (job->index, fact);
      g_ptr_array_remove_index (query->facts, i);
    }
}

/* The subject that a proposition shares is looked for with it. */
static void
add_shared (const PlxCompareJob *job, const PlxSeed *seed, PlxQuery *query)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (seed->text, seed->sentence);
  const PlxProposition *proposition = seed->proposition;

  for (guint i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (seed->text, i);
      PlxQueryTerm new = { term->id, 0.0f, i, (term->flags & PLX_TERM_NAME) != 0 };
      gboolean known = query->terms->len >= PLX_QUERY_MAX_TERMS;

      if (!plx_term_is_content (term) || (term->flags & PLX_TERM_SAYING)
          || !has_word (job, seed, proposition->words, term->span)
          || has_word (job, seed, proposition->own, term->span)
          || plx_seed_is_frame_word (job, seed, term->span))
        continue;
      for (guint j = 0; j < query->terms->len && !known; j++)
        known = g_array_index (query->terms, PlxQueryTerm, j).id == term->id;
      if (known)
        continue;
      new.weight = (float) (PLX_WEIGHT_SHARED
                            * plx_vocabulary_get (job->vocabulary, term->id)->weight_01);
      query->weight += new.weight;
      g_array_append_val (query->terms, new);
    }
}

/* What a seed looks for. */
PlxQuery *
plx_seed_query (const PlxCompareJob *job, const PlxSeed *seed)
{
  PlxQuery *query = plx_query_new (job->index, seed->text, seed->first_term, seed->end_term);

  if (seed->proposition == NULL)
    return query;
  drop_others (job, seed, query);
  if (seed->proposition->words->len > seed->proposition->own->len && !seed->proposition->is_aside)
    add_shared (job, seed, query);
  return query;
}

/* The first match of @article at or after @from; its end in @end. */
static guint
matches_of (const GArray *matches, guint from, guint article, guint *end)
{
  while (from < matches->len && g_array_index (matches, PlxMatch, from).article < article)
    from++;
  *end = from;
  while (*end < matches->len && g_array_index (matches, PlxMatch, *end).article == article)
    (*end)++;
  return from;
}

/* Whether a cell tells the claim by this match: only then may the row speak for
 * the seeds that the match lies in. */
static gboolean
is_shown (const PlxCell *cell, const PlxMatch *match)
{
  return cell->status != PLX_CELL_NOT_FOUND && cell->evidence.n_spans > 0
         && plx_span_overlaps (cell->evidence.spans[0], match->evidence);
}

/* A claim that a person words in her own way shares fewer words with every
 * article: what counts is then how near an article comes to the best of them. */
static double
needed_for (const GArray *matches)
{
  double best = 0.0;

  for (guint i = 0; i < matches->len; i++)
    best = MAX (best, g_array_index (matches, PlxMatch, i).score_01);
  return CLAMP (PLX_NEAR_BEST_01 * best, PLX_REPORTED_FLOOR_01, PLX_REPORTED_MIN_01);
}

/* The best told match of a row, as a seed: the claim in an article's own words.
 * FALSE: nobody tells it for sure. */
static gboolean
find_wording (const PlxCompareJob *job, const GArray *matches, const PlxCell *cells, PlxSeed *out,
              double *score)
{
  const PlxMatch *best = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      if (cells[match->article].status == PLX_CELL_REPORTED
          && is_shown (&cells[match->article], match)
          && (best == NULL || match->score_01 > best->score_01))
        best = match;
    }
  if (best == NULL)
    return FALSE;
  *score = best->score_01;
  *out = (PlxSeed) { .article = (gint) best->article, .text = job->index->texts[best->article],
                     .sentence = best->sentence, .span = best->evidence, .statement = -1,
                     .needed_01 = PLX_REPORTED_MIN_01 };
  out->first_term = PLX_TEXT_CLAUSE (out->text, best->first_clause)->first_term;
  out->end_term = PLX_TEXT_CLAUSE (out->text, best->first_clause + best->n_clauses - 1)->first_term
                  + PLX_TEXT_CLAUSE (out->text, best->first_clause + best->n_clauses - 1)->n_terms;
  return TRUE;
}

/* Facts of the wording that the claim says nothing of must not decide on it. */
static void
keep_claimed_facts (const PlxCompareJob *job, const PlxQuery *claim, PlxQuery *wording)
{
  for (guint i = wording->facts->len; i-- > 0;)
    {
      gboolean claimed = FALSE;

      for (guint j = 0; j < claim->facts->len; j++)
        claimed |= plx_facts_compare (job->vocabulary, g_ptr_array_index (claim->facts, j),
                                      g_ptr_array_index (wording->facts, i)) == PLX_FACTS_AGREE;
      if (!claimed)
        {
          wording->fact_weight -= plx_fact_weigh (job->index,
                                                  g_ptr_array_index (wording->facts, i));
          g_ptr_array_remove_index (wording->facts, i);
        }
    }
}

/* The sentence of the article that means the claim most; -1: meaning was not asked. */
static gint
find_meant (const GArray *matches, guint article)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      if (match->article == article && match->meant_01 > 0)
        return (gint) match->sentence;
    }
  return -1;
}

/* Asks the articles in which a given claim was not found once more, in the words
 * of the article that tells it best: articles word a claim like each other
 * rather than like the person who wrote it down. What is found must have some of
 * the claim's own words too, and be what comes nearest to it where meaning looked:
 * else bylines and asides are found. */
static void
ask_again (PlxCompareJob *job, const PlxQuery *claim, const GArray *matches, PlxCell *cells)
{
  PlxSeed wording;
  g_autoptr (PlxQuery) query = NULL;
  g_autoptr (GArray) again = NULL;
  double score;
  guint from = 0, end = 0;

  if (!find_wording (job, matches, cells, &wording, &score))
    return;
  query = plx_query_new (job->index, wording.text, wording.first_term, wording.end_term);
  keep_claimed_facts (job, claim, query);
  again = plx_query_search (query, job->index);
  turn_matches (job, &wording, again);
  plx_query_prepare (claim, job->index);
  for (guint a = 0; a < job->n_articles; a++)
    {
      PlxCell cell = { 0 };
      gint meant = find_meant (matches, a);
      guint kept = 0;

      from = matches_of (again, end, a, &end);
      if (cells[a].status != PLX_CELL_NOT_FOUND)
        continue;
      for (guint i = from; i < end; i++)
        {
          const PlxMatch *match = &g_array_index (again, PlxMatch, i);
          PlxMatch own = plx_query_match (claim, job->index, a, match->sentence);

          if (own.score_01 >= PLX_AGAIN_SHARE_01 * score
              && (meant < 0 || (gint) match->sentence == meant))
            g_array_index (again, PlxMatch, from + kept++) = *match;
        }
      plx_cell_decide (job, &wording, query, &g_array_index (again, PlxMatch, from), kept, &cell);
      if (plx_cell_status_is_told (cell.status))
        {
          plx_cell_clear (&cells[a]);
          cells[a] = cell;
        }
      else
        plx_cell_clear (&cell);
    }
}

/* Seeds of a sentence that say the same as the claim, wherever they stand. */
static void
merge_same (PlxCompareJob *job, guint index, const PlxQuery *query, const PlxMatch *match,
            double min_01)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  guint i = MAX (index + 1, plx_seed_first (job, (gint) match->article, match->sentence));

  for (; i < job->seeds->len; i++)
    {
      PlxSeed *other = &g_array_index (job->seeds, PlxSeed, i);

      if (other->article != (gint) match->article || other->sentence != match->sentence)
        return;
      if (other->merged || other->is_omission
          || !plx_seeds_say_same (job, seed, query, other, min_01))
        continue;
      other->merged = TRUE;
      other->speaker = index + 1;
      other->lends = TRUE;
    }
}

/* Seeds that the row shows already say no more than it does. */
static void
merge_contained (PlxCompareJob *job, guint index, const PlxMatch *match)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  guint i = MAX (index + 1, plx_seed_first (job, (gint) match->article, match->sentence));

  for (; i < job->seeds->len; i++)
    {
      PlxSeed *other = &g_array_index (job->seeds, PlxSeed, i);

      if (other->article != (gint) match->article || other->sentence != match->sentence)
        return;
      if (other->merged || other->is_omission || !plx_span_overlaps (other->span, match->evidence)
          || !plx_seed_is_told_by (job, seed, other))
        continue;
      other->merged = TRUE;
      other->speaker = index + 1;
    }
}

static void
merge_told (PlxCompareJob *job, guint index, const PlxQuery *query, const GArray *matches,
            const PlxCell *cells)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  double min_01 = seed->given != NULL ? PLX_GIVEN_SAME_MIN_01 : PLX_SAME_BOTH_MIN_01;

  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);

      if (seed->given == NULL && (gint) match->article != seed->article
          && cells[match->article].status == PLX_CELL_REPORTED
          && is_shown (&cells[match->article], match))
        merge_contained (job, index, match);
      if (match->coverage_01 < MIN (min_01, PLX_SAME_CLAIM_MIN_01))
        continue;
      merge_same (job, index, query, match, min_01);
      if (seed->given == NULL && match->coverage_01 >= PLX_SAME_CLAIM_MIN_01
          && match->core_01 >= PLX_SAME_CORE_MIN_01
          && is_shown (&cells[match->article], match)
          && ((gint) match->article != seed->article || match->sentence != seed->sentence))
        merge_seeds (job, index, match);
    }
}

/* Who says a claim is not what it says: the source's words count little, or all
 * that a ministry ever said would look alike. */
static void
weaken_sources (const PlxCompareJob *job, const PlxSeed *seed, PlxQuery *query)
{
  const PlxAnalysis *analysis;
  const PlxStatement *statement;

  if (seed->article < 0 || seed->statement < 0)
    return;
  analysis = job->articles[seed->article].analysis;
  statement = PLX_STATEMENT (analysis, seed->statement);
  for (guint i = 0; i < query->terms->len; i++)
    {
      PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);

      for (guint j = 0; j < statement->levels.n && term->term != G_MAXUINT32; j++)
        {
          const PlxLevel *level = PLX_LEVEL (analysis, statement->levels.first + j);

          if (level->source.n == 0
              || !plx_span_overlaps (plx_analysis_hull (analysis, level->source),
                                     PLX_TEXT_TERM (seed->text, term->term)->span))
            continue;
          query->weight -= term->weight * (1.0 - PLX_WEIGHT_SAYING);
          term->weight *= (float) PLX_WEIGHT_SAYING;
          break;
        }
    }
}

/* A person's own words are met by meaning too. */
static void
meet_given (PlxCompareJob *job, PlxSeed *seed, const PlxQuery *query, GArray *matches)
{
  seed->needed_01 = needed_for (matches);
  if (job->meanings != NULL)
    plx_meanings_meet (job->meanings, job->index, (guint) (seed->given - job->options->claims),
                       query, seed->needed_01, matches);
}

/* Two articles that say one source left out one matter say the same. */
static void
merge_omitting (PlxCompareJob *job, guint index, PlxCell *cells)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);

  for (guint i = 0; i < job->omissions->len; i++)
    {
      const PlxSeed *omission = &g_array_index (job->omissions, PlxSeed, i);
      guint at = plx_seed_first (job, omission->article, omission->sentence);

      for (at = MAX (at, index + 1); at < job->seeds->len; at++)
        {
          PlxSeed *other = &g_array_index (job->seeds, PlxSeed, at);

          if (other->article != omission->article || other->sentence != omission->sentence)
            break;
          if (other->merged || !plx_seeds_omit_same (job, seed, other))
            continue;
          other->merged = TRUE;
          if (other->article == seed->article
              || plx_cell_status_is_told (cells[other->article].status))
            continue;
          plx_cell_clear (&cells[other->article]);
          cells[other->article] = (PlxCell) { 0 };
          plx_cell_own (job, other, &cells[other->article]);
        }
    }
}

/* Where one side has no words nothing was searched: the cell is not examined. */
static gboolean
can_search (const PlxCompareJob *job, const PlxQuery *query, guint article)
{
  return query->terms->len > 0 && job->index->texts[article]->terms->len > 0;
}

/* Fills the cells of the articles in the row of one seed.
 * @cells: (array length=columns): zeroed */
void
plx_row_fill (PlxCompareJob *job, guint index, PlxCell *cells)
{
  PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  g_autoptr (PlxQuery) query = plx_seed_query (job, seed);
  g_autoptr (GArray) matches = NULL;
  guint from = 0, end = 0;

  weaken_sources (job, seed, query);
  matches = plx_query_search (query, job->index);
  seed->needed_01 = query->terms->len < PLX_FEW_TERMS && query->facts->len == 0
                      ? PLX_FEW_REPORTED_MIN_01 : PLX_OWN_REPORTED_MIN_01;
  if (seed->given == NULL)
    turn_matches (job, seed, matches);
  else
    meet_given (job, seed, query, matches);
  for (guint a = 0; a < job->n_articles; a++)
    {
      from = matches_of (matches, end, a, &end);
      if ((gint) a == seed->article)
        plx_cell_own (job, seed, &cells[a]);
      else if (can_search (job, query, a))
        plx_cell_decide (job, seed, query, &g_array_index (matches, PlxMatch, from), end - from,
                         &cells[a]);
    }
  if (seed->given != NULL)
    ask_again (job, query, matches, cells);
  if (!seed->is_omission && job->options->has_own)
    merge_told (job, index, query, matches, cells);
  if (seed->given == NULL && job->omissions->len > 0)
    merge_omitting (job, index, cells);
  if (seed->is_omission)
    return;
  plx_updates_meet (job, index, cells);
  plx_counts_meet (job, index, cells);
}
