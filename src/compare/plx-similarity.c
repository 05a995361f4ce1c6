/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-similarity.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* How much of a query a sentence says: for every word of content of the query
 * the best that the sentence has for it (the same word, one of its family, a
 * synonym, a more general word, a name it means by "he"), weighed by how much
 * the word tells. Asymmetric on purpose: a sentence may say more.
 */

enum { N_NEGATED = 2, ASKED_WINDOW = 3, FOUND_WINDOW = 8, TOPIC_SENTENCES = 4 };

/* What the words of one sentence give to each word of a query. */
typedef struct {
  float sims[PLX_QUERY_MAX_TERMS];       // best
  guint32 terms[PLX_QUERY_MAX_TERMS];    // index of the term that gave it; G_MAXUINT32: meant
} Answer;

static void
answer_with (const PlxStoryIndex *index, Answer *answer, guint32 id, guint32 term, double factor)
{
  if (index->word_epoch[id] != index->epoch)
    return;
  for (gint h = index->first_hit[id]; h >= 0; h = g_array_index (index->hits, PlxHit, h).next)
    {
      const PlxHit *hit = &g_array_index (index->hits, PlxHit, h);
      float sim = (float) (hit->sim_01 * factor);

      if (sim > answer->sims[hit->query_term])
        {
          answer->sims[hit->query_term] = sim;
          answer->terms[hit->query_term] = term;
        }
    }
}

static void
answer_range (const PlxStoryIndex *index, const PlxText *text,
              guint first, guint n, Answer *answer)
{
  for (guint i = first; i < first + n; i++)
    if (plx_term_is_content (PLX_TEXT_TERM (text, i)))
      answer_with (index, answer, PLX_TEXT_TERM (text, i)->id, i, 1.0);
}

static double
weigh (const PlxQuery *self, const Answer *answer)
{
  double sum = 0.0;

  for (guint i = 0; i < self->terms->len; i++)
    sum += g_array_index (self->terms, PlxQueryTerm, i).weight * answer->sims[i];
  return self->weight > 0 ? sum / self->weight : 0.0;
}

/* The same over the names only, or over all other words. */
static double
weigh_part (const PlxQuery *self, const Answer *answer, gboolean names)
{
  double sum = 0.0, weight = 0.0;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (self->terms, PlxQueryTerm, i);

      if (term->is_name != names)
        continue;
      sum += term->weight * answer->sims[i];
      weight += term->weight;
    }
  return weight > 0 ? sum / weight : 1.0;
}

/* How many sentences of the article have the word. */
static guint
count_in_article (const PlxStoryIndex *index, guint article, guint32 id)
{
  const GArray *list = index->postings[id];
  guint n = 0, low = 0, high = list != NULL ? list->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (list, guint, middle) < index->first_sentence[article])
        low = middle + 1;
      else
        high = middle;
    }
  for (; list != NULL && low < list->len && n < TOPIC_SENTENCES
         && g_array_index (list, guint, low) < index->first_sentence[article + 1]; low++)
    n++;
  return n;
}

/* A name that the article has again and again is meant where it is not said. */
static void
answer_topics (const PlxQuery *self, const PlxStoryIndex *index, guint article, Answer *answer)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (self->terms, PlxQueryTerm, i);

      if (term->is_name && answer->sims[i] < (float) PLX_SIM_NEIGHBOUR
          && count_in_article (index, article, term->id) >= TOPIC_SENTENCES)
        answer->sims[i] = (float) PLX_SIM_NEIGHBOUR;
    }
}

/* Names of the sentence before, and those that pronouns stand for. */
static void
answer_context (const PlxStoryIndex *index, const PlxText *text,
                guint sentence, Answer *answer)
{
  for (guint i = plx_text_first_meant (text, sentence); i < text->meant->len; i++)
    {
      const PlxMeantTerm *meant = &g_array_index (text->meant, PlxMeantTerm, i);

      if (meant->sentence > sentence)
        break;
      answer_with (index, answer, meant->id, G_MAXUINT32, PLX_SIM_COREFERENT);
    }
  if (sentence > 0)
    {
      const PlxSentence *before = PLX_TEXT_SENTENCE (text, sentence - 1);

      for (guint i = before->first_term; i < before->first_term + before->n_terms; i++)
        if (PLX_TEXT_TERM (text, i)->flags & PLX_TERM_NAME)
          answer_with (index, answer, PLX_TEXT_TERM (text, i)->id, G_MAXUINT32,
                       PLX_SIM_NEIGHBOUR);
    }
}

/* Narrows the evidence to one clause, or to two neighbours, that say nearly
 * all the sentence says; the share of the query that they say. */
static double
choose_clauses (const PlxQuery *self, const PlxStoryIndex *index, const PlxText *text,
                PlxMatch *match, double whole)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  double best = 0.0;

  match->first_clause = sentence->first_clause;
  match->n_clauses = sentence->n_clauses;
  if (whole <= 0.0)
    return 0.0;
  for (guint n = 1; n <= 2 && n < sentence->n_clauses; n++)
    {
      guint chosen = sentence->first_clause;
      double here = 0.0;

      for (guint c = sentence->first_clause;
           c + n <= sentence->first_clause + sentence->n_clauses; c++)
        {
          Answer answer = { 0 };
          double share;

          for (guint k = 0; k < n; k++)
            answer_range (index, text, PLX_TEXT_CLAUSE (text, c + k)->first_term,
                          PLX_TEXT_CLAUSE (text, c + k)->n_terms, &answer);
          share = weigh (self, &answer);
          if (share > here + 1e-9)
            {
              here = share;
              chosen = c;
            }
        }
      best = MAX (best, here);
      if (here >= 0.85 * whole)
        {
          match->first_clause = chosen;
          match->n_clauses = n;
          return best;
        }
    }
  return sentence->n_clauses <= 2 ? whole : best;
}

static void
set_evidence (const PlxText *text, PlxMatch *match)
{
  match->evidence.begin = PLX_TEXT_CLAUSE (text, match->first_clause)->span.begin;
  match->evidence.end =
    PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1)->span.end;
}

/* What shows that a figure is told is where the figure stands. */
static void
extend_evidence (const PlxText *text, const PlxFact *fact, PlxMatch *match)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  guint first = match->first_clause, end = first + match->n_clauses;

  for (guint c = sentence->first_clause; c < sentence->first_clause + sentence->n_clauses; c++)
    if (plx_span_overlaps (PLX_TEXT_CLAUSE (text, c)->span, fact->span))
      {
        first = MIN (first, c);
        end = MAX (end, c + 1);
      }
  match->first_clause = first;
  match->n_clauses = end - first;
  set_evidence (text, match);
}

/* The strongest relation between a fact of the query and those of the
 * sentence: a fact that agrees settles it. */
static void
match_fact (const PlxStoryIndex *index, const PlxText *text, const PlxFact *asked,
            guint first, guint end, PlxMatch *match)
{
  const PlxFact *worst = NULL;
  PlxFactRelation relation = PLX_FACTS_UNRELATED;

  for (guint i = first; i < end; i++)
    {
      const PlxFact *fact = PLX_TEXT_FACT (text, i);
      PlxFactRelation r = plx_facts_compare (index->vocabulary, asked, fact);

      if (r == PLX_FACTS_AGREE)
        {
          match->n_agreeing++;
          match->n_figures += plx_fact_is_figure (index, asked) && asked->kind != PLX_FACT_YEAR;
          match->n_years += plx_fact_is_figure (index, asked) && asked->kind == PLX_FACT_YEAR;
          match->agreeing += plx_fact_weigh (index, asked);
          if (plx_fact_is_figure (index, asked))
            extend_evidence (text, fact, match);
          return;
        }
      if (r > relation && fact->span.begin < match->evidence.end
          && match->evidence.begin < fact->span.end)
        {
          relation = r;
          worst = fact;
        }
    }
  if (relation > match->relation)
    {
      match->relation = relation;
      match->asked = asked;
      match->found = worst;
    }
}

static void
match_facts (const PlxQuery *self, const PlxStoryIndex *index, const PlxText *text, PlxMatch *match)
{
  guint first = plx_facts_first (text, match->sentence);
  guint end = plx_facts_first (text, match->sentence + 1);

  for (guint i = 0; i < self->facts->len; i++)
    match_fact (index, text, g_ptr_array_index (self->facts, i), first, end, match);
}

/* Whether term @i stands under a negation or a denial of its clause. */
static gboolean
is_denied (const PlxText *text, guint first, guint i, guint32 *by)
{
  guint n_content = 0;

  for (guint j = i; j-- > first;)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, j);

      if (PLX_TEXT_TERM (text, j + 1)->flags & PLX_TERM_BREAK)
        return FALSE;
      if ((term->flags & PLX_TERM_NEGATION) && n_content < N_NEGATED)
        {
          *by = j;
          return TRUE;
        }
      if (term->flags & PLX_TERM_DENIAL)
        {
          *by = j;
          return TRUE;
        }
      if (plx_term_is_content (term))
        n_content++;
    }
  return FALSE;
}

static gboolean
has_negation (const PlxText *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (PLX_TEXT_TERM (text, i)->flags & (PLX_TERM_NEGATION | PLX_TERM_DENIAL))
      return TRUE;
  return FALSE;
}

/* Looks for a word that one side denies and the other does not, or for words
 * that exclude each other. Names are left out: "North" is no answer to "South". */
static void
match_polarity (const PlxQuery *self, const PlxStoryIndex *index, const PlxText *text,
                const Answer *answer, PlxMatch *match)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  gboolean negates_there = has_negation (self->text, self->first_term, self->end_term);
  gboolean negates_here = has_negation (text, sentence->first_term,
                                        sentence->first_term + sentence->n_terms);

  if (negates_here == negates_there)
    return;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *asked = &g_array_index (self->terms, PlxQueryTerm, i);
      guint32 found = answer->terms[i], by_asked = 0, by_found = 0;
      gboolean there, here;
      const PlxTerm *term;

      if (asked->is_name || asked->term == G_MAXUINT32 || answer->sims[i] < PLX_SIM_SYNONYM
          || found == G_MAXUINT32)
        continue;
      term = PLX_TEXT_TERM (text, found);
      if (!plx_span_contains (match->evidence, term->span)
          || (term->flags & (PLX_TERM_NAME | PLX_TERM_SAYING)))
        continue;
      there = is_denied (self->text, self->first_term, asked->term, &by_asked);
      here = is_denied (text, PLX_TEXT_SENTENCE (text, match->sentence)->first_term, found,
                        &by_found);
      if (there == here)
        continue;
      match->opposed = here ? PLX_TEXT_TERM (text, by_found)->span : term->span;
      match->opposed.end = MAX (match->opposed.end, term->span.end);
      match->opposed_term = asked->term;
      return;
    }
}

static void
match_opposites (const PlxQuery *self, const PlxStoryIndex *index, const PlxText *text,
                 const Answer *answer, PlxMatch *match)
{
  const PlxClause *first = PLX_TEXT_CLAUSE (text, match->first_clause);
  const PlxClause *last = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *asked = &g_array_index (self->terms, PlxQueryTerm, i);
      const char *lemma = plx_vocabulary_get (index->vocabulary, asked->id)->lemma;

      if (asked->is_name || asked->term == G_MAXUINT32 || answer->sims[i] >= PLX_SIM_KIND)
        continue;
      for (guint j = first->first_term; j < last->first_term + last->n_terms; j++)
        {
          const PlxTerm *term = PLX_TEXT_TERM (text, j);

          if (!(term->flags & (PLX_TERM_NAME | PLX_TERM_STOP))
              && plx_lexicon_are_opposite (index->vocabulary->lexicon, lemma,
                                           plx_vocabulary_get (index->vocabulary, term->id)->lemma))
            {
              match->opposed = term->span;
              match->opposed_term = asked->term;
              return;
            }
        }
    }
}

static void
add_hit (PlxStoryIndex *index, guint query_term, guint32 id, float sim_01)
{
  PlxHit hit = { query_term, sim_01, -1 };

  if (index->word_epoch[id] == index->epoch)
    hit.next = index->first_hit[id];
  index->word_epoch[id] = index->epoch;
  index->first_hit[id] = (gint) index->hits->len;
  g_array_append_val (index->hits, hit);
}

void
plx_query_prepare (const PlxQuery *self, PlxStoryIndex *index)
{
  index->epoch++;
  g_array_set_size (index->hits, 0);
  for (guint i = 0; i < self->terms->len; i++)
    {
      guint32 id = g_array_index (self->terms, PlxQueryTerm, i).id;
      const GArray *near = plx_vocabulary_get (index->vocabulary, id)->near;

      add_hit (index, i, id, PLX_SIM_SAME);
      for (guint j = 0; near != NULL && j < near->len; j++)
        add_hit (index, i, g_array_index (near, PlxNearTerm, j).id,
                 g_array_index (near, PlxNearTerm, j).sim_01);
    }
}

/* plx_query_prepare() must have been the last call on @index. */
/* Two numbers are of the same thing if the words around them are the same:
 * what share of the words around the claim's number, names apart, stands
 * around the one found. */
static void
match_neighbourhood (const PlxQuery *self, const PlxStoryIndex *index, const PlxText *text,
                     PlxMatch *match)
{
  const PlxFact *asked = match->asked, *found = match->found;
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  guint first = MAX (sentence->first_term + FOUND_WINDOW, found->first_term) - FOUND_WINDOW;
  guint end = MIN (sentence->first_term + sentence->n_terms,
                   found->first_term + found->n_terms + FOUND_WINDOW);
  Answer answer = { 0 };
  double sum = 0.0, weight = 0.0;

  answer_range (index, text, first, end - first, &answer);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (self->terms, PlxQueryTerm, i);

      if (term->is_name || term->term == G_MAXUINT32
          || term->term + ASKED_WINDOW < asked->first_term
          || term->term >= asked->first_term + asked->n_terms + ASKED_WINDOW)
        continue;
      weight += term->weight;
      sum += term->weight * answer.sims[i];
      match->n_local += answer.sims[i] >= PLX_SIM_SYNONYM;
    }
  match->local_01 = weight > 0 ? sum / weight : 0.0;
}

PlxMatch
plx_query_match (const PlxQuery *self, const PlxStoryIndex *index, guint article, guint sentence)
{
  const PlxText *text = index->texts[article];
  const PlxSentence *s = PLX_TEXT_SENTENCE (text, sentence);
  PlxMatch match = { .article = article, .sentence = sentence };
  Answer answer = { 0 };
  double whole, clauses, said, all;

  answer_range (index, text, s->first_term, s->n_terms, &answer);
  whole = weigh (self, &answer);
  clauses = choose_clauses (self, index, text, &match, whole);
  set_evidence (text, &match);
  match_facts (self, index, text, &match);
  if (match.asked != NULL)
    match_neighbourhood (self, index, text, &match);
  match_polarity (self, index, text, &answer, &match);
  if (match.opposed.end == 0)
    match_opposites (self, index, text, &answer, &match);
  answer_context (index, text, sentence, &answer);
  answer_topics (self, index, article, &answer);
  match.coverage_01 = weigh (self, &answer);
  match.core_01 = weigh_part (self, &answer, FALSE);
  match.names_01 = weigh_part (self, &answer, TRUE);
  plx_match_parties (self, index, text, answer.sims, &match);
  said = (1 - PLX_CLAUSE_SHARE_01) * match.coverage_01
         + PLX_CLAUSE_SHARE_01 * MIN (1.0, clauses + match.coverage_01 - whole);
  all = self->weight + self->fact_weight;
  match.score_01 = all > 0 ? (self->weight * said + match.agreeing) / all : 0.0;
  match.score_01 *= 1.0 - PLX_MISSING_NAMES_01
                          * (1.0 - MIN (1.0, match.names_01 / PLX_SIM_NEIGHBOUR));
  return match;
}

