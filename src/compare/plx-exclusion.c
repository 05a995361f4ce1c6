/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-ties.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* Whether a match shows that claim and sentence cannot both be true. A false
 * accusation costs more than a miss: a number must be of the same thing, a
 * denial must deny what the claim asserts, of the same subject, and a claim that
 * the program made must be said, but for this, by the passage that it answers. */

enum { MAX_DENIED = 1, UNREAL_REACH = 6, MAX_DENIED_TIE = 2 };

/* Whether the two numbers of a match, by the words around them, are of the same
 * thing, however little else of a long claim is there. */
gboolean
plx_match_is_of_same (const PlxMatch *match)
{
  return match->coverage_01 >= PLX_NEIGHBOUR_COVERAGE_01
         && match->local_01 >= PLX_NEIGHBOUR_MIN_01 && match->n_local > 1;
}

/* How much of the passage found the claim says in turn. */
static double
coverage_in_turn (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxClause *first = PLX_TEXT_CLAUSE (text, match->first_clause);
  const PlxClause *last = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);
  g_autoptr (PlxQuery) query = plx_query_new (job->index, text, first->first_term,
                                              last->first_term + last->n_terms);
  PlxMatch back;

  plx_query_prepare (query, job->index);
  back = plx_query_match (query, job->index, (guint) seed->article, seed->sentence);
  return MIN (back.coverage_01, back.core_01);
}

static gboolean
is_own (const PlxSeed *seed)
{
  return seed->given == NULL && seed->article >= 0;
}

static gboolean
has_role (const PlxCompareJob *job, const PlxText *text, guint i, guint role)
{
  guint roles;

  plx_quantities_word (job->quantities,
                       plx_vocabulary_get (job->vocabulary, PLX_TEXT_TERM (text, i)->id)->lemma,
                       &roles);
  return (roles & role) != 0;
}

/* "could fly", "if she did not appear", "wanted to appear": no word that it is so. */
static gboolean
is_unreal (const PlxCompareJob *job, const PlxText *text, guint first, guint i)
{
  for (guint n = 0; i > first && n < UNREAL_REACH; n++, i--)
    {
      if (PLX_TEXT_TERM (text, i)->flags & PLX_TERM_BREAK)
        return FALSE;
      if (has_role (job, text, i - 1, PLX_ROLE_MODAL | PLX_ROLE_UNREAL))
        return TRUE;
    }
  return FALSE;
}

/* The word that denies what stands at term @i; @i: none. "Not only" and "not
 * just" deny nothing, and of what a word denies the first counts. */
static guint
denier_of (const PlxCompareJob *job, const PlxText *text, guint first, guint i)
{
  guint n_content = 0;

  for (guint j = i; j > first; j--)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, j - 1);

      if (PLX_TEXT_TERM (text, j)->flags & PLX_TERM_BREAK)
        return i;
      if (term->flags & (PLX_TERM_NEGATION | PLX_TERM_DENIAL))
        return has_role (job, text, j, PLX_ROLE_MERELY) || n_content > MAX_DENIED ? i : j - 1;
      n_content += plx_term_is_content (term);
    }
  return i;
}

static guint
term_at (const PlxText *text, guint sentence, guint32 end)
{
  const PlxSentence *s = PLX_TEXT_SENTENCE (text, sentence);

  for (guint i = s->first_term; i < s->first_term + s->n_terms; i++)
    if (PLX_TEXT_TERM (text, i)->span.end == end)
      return i;
  return s->first_term;
}

static const PlxToken *
token_of (const PlxAnalysis *analysis, PlxSpan span)
{
  guint i = plx_token_at (analysis, span.begin);

  return i < analysis->tokens->len && PLX_TOKEN (analysis, i)->span.begin < span.end
           ? PLX_TOKEN (analysis, i) : NULL;
}

/* Whether the tags, where there are any, say that the word states something. */
static gboolean
is_predicate (const PlxAnalysis *analysis, PlxSpan span, gboolean after_no)
{
  const PlxToken *token = analysis != NULL ? token_of (analysis, span) : NULL;

  if (token == NULL || token->upos == NULL || strcmp (token->upos, "X") == 0)
    return TRUE;
  if (token->deprel != NULL
      && (strcmp (token->deprel, "amod") == 0 || strcmp (token->deprel, "compound") == 0))
    return FALSE;
  return strcmp (token->upos, "VERB") == 0 || strcmp (token->upos, "ADJ") == 0
         || (after_no && strcmp (token->upos, "NOUN") == 0);
}

static gboolean
claim_has (const PlxCompareJob *job, const PlxSeed *seed, guint32 id)
{
  for (guint i = seed->first_term; i < seed->end_term; i++)
    if (plx_vocabulary_likeness (job->vocabulary, id, PLX_TEXT_TERM (seed->text, i)->id)
        >= PLX_SIM_KIND)
      return TRUE;
  return FALSE;
}

/* Whether who does what stands at term @i, where the tree tells, is in the claim
 * or is no more than a pronoun. */
static gboolean
shares_subject (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match, guint i)
{
  const PlxAnalysis *analysis = job->articles[match->article].analysis;
  const PlxText *text = job->index->texts[match->article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  const PlxToken *predicate = token_of (analysis, PLX_TEXT_TERM (text, i)->span);
  gboolean any = FALSE;

  if (predicate == NULL)
    return TRUE;
  for (guint k = sentence->first_term; k < sentence->first_term + sentence->n_terms; k++)
    {
      const PlxToken *token = token_of (analysis, PLX_TEXT_TERM (text, k)->span);

      if (token == NULL || token->deprel == NULL || token->head < 0
          || PLX_TOKEN (analysis, token->head) != predicate
          || !g_str_has_prefix (token->deprel, "nsubj"))
        continue;
      any = TRUE;
      if (strcmp (token->upos, "PRON") == 0 || claim_has (job, seed, PLX_TEXT_TERM (text, k)->id))
        return TRUE;
    }
  return !any;
}

/* Whether the tree, where there is one, lets the one word deny the other: "refused
 * to deliberate and even wore headphones" denies no headphones. */
static gboolean
is_tied (const PlxCompareJob *job, const PlxMatch *match, guint denier, guint denied)
{
  const PlxAnalysis *analysis = job->articles[match->article].analysis;
  const PlxText *text = job->index->texts[match->article];
  PlxSpan a = PLX_TEXT_TERM (text, denier)->span, b = PLX_TEXT_TERM (text, denied)->span;
  guint distance = plx_tie_distance (analysis, a.begin, b.begin);
  const PlxToken *token;

  if (distance == G_MAXUINT || distance <= MAX_DENIED_TIE)
    return TRUE;
  token = token_of (analysis, b);
  return token != NULL && token->head >= 0 && g_strcmp0 (token->deprel, "ccomp") == 0
         && PLX_TOKEN (analysis, token->head) == token_of (analysis, a);
}

/* "had not suffered one before": of another time than the one that is told. */
static gboolean
is_of_other_times (const PlxCompareJob *job, const PlxText *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (has_role (job, text, i, PLX_ROLE_SINCE))
      return TRUE;
  return FALSE;
}

/* Whether what a match found denied, or opposite, is what the claim asserts. */
static gboolean
denial_holds (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  const PlxText *text = job->index->texts[match->article];
  guint first = PLX_TEXT_SENTENCE (text, match->sentence)->first_term;
  const PlxClause *from = PLX_TEXT_CLAUSE (text, match->first_clause);
  const PlxClause *to = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);
  guint here = term_at (text, match->sentence, match->opposed.end);
  guint there = match->opposed_term;
  guint by_here = denier_of (job, text, first, here);
  guint by_there = denier_of (job, seed->text, seed->first_term, there);
  gboolean opposite = match->opposed.begin == PLX_TEXT_TERM (text, here)->span.begin
                      && by_there == there;

  if (there < seed->first_term || there >= seed->end_term
      || (opposite ? by_here != here : (by_here != here) == (by_there != there))
      || (opposite && claim_has (job, seed, PLX_TEXT_TERM (text, here)->id))
      || is_of_other_times (job, text, from->first_term, to->first_term + to->n_terms)
           != is_of_other_times (job, seed->text, seed->first_term, seed->end_term)
      || (by_here != here && !is_tied (job, match, by_here, here))
      || is_unreal (job, text, first, here)
           != is_unreal (job, seed->text, seed->first_term, there))
    return FALSE;
  if (!is_predicate (job->articles[match->article].analysis, PLX_TEXT_TERM (text, here)->span,
                     by_here != here && plx_span_length (PLX_TEXT_TERM (text, by_here)->span) == 2)
      || (seed->article >= 0
          && !is_predicate (job->articles[seed->article].analysis,
                            PLX_TEXT_TERM (seed->text, there)->span,
                            by_there != there
                              && plx_span_length (PLX_TEXT_TERM (seed->text, by_there)->span)
                                   == 2)))
    return FALSE;
  return shares_subject (job, seed, match, here);
}

/* Whether the clause has the claim's word, or one like it. */
static gboolean
passage_has (const PlxCompareJob *job, const PlxText *text, guint first, guint end, guint32 id)
{
  for (guint i = first; i < end; i++)
    if (plx_vocabulary_likeness (job->vocabulary, id, PLX_TEXT_TERM (text, i)->id) >= PLX_SIM_KIND)
      return TRUE;
  return FALSE;
}

/* Words that exclude each other where nothing is denied, or where the opposite
 * itself denies: "approved", "rejected". What is counted is left to the numbers:
 * one man and two women may both have died. */
static void
find_opposite (const PlxCompareJob *job, const PlxQuery *query, PlxMatch *match)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxClause *from = PLX_TEXT_CLAUSE (text, match->first_clause);
  const PlxClause *to = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);
  guint end = to->first_term + to->n_terms;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const PlxQueryTerm *asked = &g_array_index (query->terms, PlxQueryTerm, i);
      const char *lemma = plx_vocabulary_get (job->vocabulary, asked->id)->lemma;
      PlxSpan span = asked->term != G_MAXUINT32
                       ? PLX_TEXT_TERM (query->text, asked->term)->span : (PlxSpan) { 0 };

      if (asked->is_name || asked->term == G_MAXUINT32
          || plx_facts_any (query->text, plx_text_sentence_at (query->text, span.begin), span)
          || passage_has (job, text, from->first_term, end, asked->id))
        continue;
      for (guint j = from->first_term; j < end; j++)
        if (!(PLX_TEXT_TERM (text, j)->flags & (PLX_TERM_NAME | PLX_TERM_STOP))
            && plx_lexicon_are_opposite (job->vocabulary->lexicon, lemma,
                                         plx_vocabulary_get (job->vocabulary,
                                           PLX_TEXT_TERM (text, j)->id)->lemma))
          {
            match->opposed = PLX_TEXT_TERM (text, j)->span;
            match->opposed_term = asked->term;
            return;
          }
    }
}

/* How much of the claim the sentence says if it says the opposite of one word. */
static double
coverage_but_opposed (const PlxQuery *query, const PlxMatch *match)
{
  double weight = 0.0;

  for (guint i = 0; i < query->terms->len; i++)
    if (g_array_index (query->terms, PlxQueryTerm, i).term == match->opposed_term)
      weight = g_array_index (query->terms, PlxQueryTerm, i).weight;
  return query->weight > 0 ? match->coverage_01 + weight / query->weight : 0.0;
}

static gboolean
denies (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query, PlxMatch *match)
{
  double needed = is_own (seed) ? PLX_OWN_DENIED_MIN_01 : PLX_DENIED_MIN_01;

  if (match->opposed.end > 0 && match->coverage_01 >= needed && denial_holds (job, seed, match))
    return TRUE;
  match->opposed = (PlxSpan) { 0 };
  find_opposite (job, query, match);
  return match->opposed.end > 0 && match->coverage_01 >= PLX_OPPOSITE_MIN_01
         && coverage_but_opposed (query, match) >= needed && denial_holds (job, seed, match);
}

/* Below 0: the claim's article is of an earlier day than the other; 0: nobody knows. */
static int
compare_days (const PlxCompareJob *job, gint a, guint b)
{
  const char *x = a >= 0 ? job->articles[a].published : NULL;
  const char *y = job->articles[b].published;

  return x != NULL && y != NULL ? strncmp (x, y, strlen ("2031-05-14")) : 0;
}

/* Whether an article gives other shares than this: then nobody knows of what. */
static gboolean
has_other_shares (const PlxCompareJob *job, guint article, const PlxFact *share)
{
  const PlxText *text = job->index->texts[article];

  for (guint i = 0; i < text->facts->len; i++)
    {
      const PlxFact *fact = PLX_TEXT_FACT (text, i);

      if (g_strcmp0 (fact->dimension, share->dimension) == 0
          && plx_facts_compare (job->vocabulary, fact, share) != PLX_FACTS_AGREE)
        return TRUE;
    }
  return FALSE;
}

/* How two numbers of our own claim and a passage stand to each other that seem to
 * exclude each other: so far apart they are of different things, so is one share
 * of several; and counts grow from one day to the other. */
static PlxFactRelation
judge_numbers (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  double a = match->asked->value, b = match->found->value;
  int day = compare_days (job, seed->article, match->article);

  if (MAX (a, b) > PLX_COUNT_MAX_RATIO * MIN (a, b)
      || (g_strcmp0 (match->asked->dimension, "share") == 0
          && (has_other_shares (job, (guint) seed->article, match->asked)
              || has_other_shares (job, match->article, match->found))))
    return PLX_FACTS_UNRELATED;
  return match->asked->dimension == NULL && ((day < 0 && a < b) || (day > 0 && a > b))
           ? PLX_FACTS_DIFFER : PLX_FACTS_EXCLUDE;
}

/* A date of the same event: claims that the program made give too many dates of
 * other things. */
static gboolean
fact_excludes (const PlxCompareJob *job, const PlxSeed *seed, PlxMatch *match)
{
  double needed = is_own (seed) ? PLX_OWN_CONTRADICTED_MIN_01 : PLX_CONTRADICTED_MIN_01;

  if (is_own (seed) && match->relation == PLX_FACTS_EXCLUDE
      && match->asked->kind == PLX_FACT_QUANTITY)
    match->relation = judge_numbers (job, seed, match);
  if (match->relation != PLX_FACTS_EXCLUDE || match->asked->kind == PLX_FACT_WEEKDAY
      || match->asked->kind == PLX_FACT_YEAR || match->asked->kind == PLX_FACT_DAY
      || (is_own (seed) && (match->asked->many || match->found->many))
      || match->n_agreeing > 0 || match->core_01 < PLX_CORE_MIN_01)
    return FALSE;
  if (match->asked->of != match->found->of && (match->asked->many || match->found->many))
    return plx_match_is_of_same (match);   // a depth, and a length of nobody knows what
  if (match->asked->kind != PLX_FACT_QUANTITY)
    return match->coverage_01 >= PLX_EXCLUDED_TIME_MIN_01;
  return match->coverage_01 >= needed || plx_match_is_of_same (match);
}

/* Sets what the match shows to be opposed to the claim. */
gboolean
plx_match_excludes (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
                    PlxMatch *match)
{
  gboolean by_fact = fact_excludes (job, seed, match);

  if (!by_fact && !denies (job, seed, query, match))
    return FALSE;
  return !is_own (seed)
         || (match->names_01 >= PLX_OWN_NAMES_01
             && ((by_fact && plx_match_is_of_same (match))
                 || coverage_in_turn (job, seed, match) >= PLX_OWN_IN_TURN_01));
}
