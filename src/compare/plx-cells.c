/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-ties.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* From the sentences that came nearest to one cell of the matrix.
 *
 * An article reports a claim if any of its sentences does; it contradicts one
 * only if none does and the words that exclude each other can be shown. What
 * is left was searched and not found, and the record says how. */

enum { MAX_RECORD_TERMS = 7, MAX_RECORD_NAMES = 5, MAX_DATE_TIE = 2 };

static PlxEvidence
evidence_new (guint article, PlxSpan span, gint statement)
{
  PlxEvidence evidence = { .article = (gint) article, .statement = statement };

  evidence.spans = g_memdup2 (&span, sizeof span);
  evidence.n_spans = 1;
  return evidence;
}

static void
evidence_clear (PlxEvidence *evidence)
{
  g_clear_pointer (&evidence->spans, g_free);
  g_clear_pointer (&evidence->differing, g_free);
  evidence->n_spans = evidence->n_differing = 0;
}

static void
evidence_copy (const PlxEvidence *from, PlxEvidence *to)
{
  *to = *from;
  to->spans = g_memdup2 (from->spans, from->n_spans * sizeof (PlxSpan));
  to->differing = g_memdup2 (from->differing, from->n_differing * sizeof (PlxSpan));
}

static PlxSearchRecord *
record_copy (const PlxSearchRecord *from)
{
  PlxSearchRecord *record = g_new (PlxSearchRecord, 1);

  *record = *from;
  record->terms = g_strdupv (from->terms);
  record->names = g_strdupv (from->names);
  evidence_copy (&from->nearest, &record->nearest);
  return record;
}

void
plx_cell_clear (PlxCell *cell)
{
  evidence_clear (&cell->evidence);
  g_clear_pointer (&cell->via, g_strfreev);
  g_clear_pointer (&cell->brief, g_free);
  if (cell->record != NULL)
    {
      g_strfreev (cell->record->terms);
      g_strfreev (cell->record->names);
      evidence_clear (&cell->record->nearest);
      g_clear_pointer (&cell->record, g_free);
    }
}

/* A copy in @to, which must be clear. */
void
plx_cell_copy (const PlxCell *from, PlxCell *to)
{
  *to = *from;
  evidence_copy (&from->evidence, &to->evidence);
  to->via = g_strdupv (from->via);
  to->brief = g_strdup (from->brief);
  to->record = from->record != NULL ? record_copy (from->record) : NULL;
}

/* The statement whose content shares most with @span; -1: none. Of two that
 * share the same, the one with the longer chain says more. */
gint
plx_statement_at (const PlxCompareJob *job, guint article, guint sentence, PlxSpan span)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const GArray *here = g_hash_table_lookup (job->statements_of[article],
                                            GUINT_TO_POINTER (sentence));
  gint best = -1;
  guint most = 0, levels = 0;

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      gint s = g_array_index (here, gint, i);
      const PlxStatement *statement = PLX_STATEMENT (analysis, s);
      guint shared = 0;

      for (guint j = 0; j < statement->content.n; j++)
        shared += plx_span_overlap (span, *PLX_SPAN (analysis, statement->content.first + j));
      if (shared > most || (shared == most && shared > 0 && statement->levels.n > levels))
        {
          best = s;
          most = shared;
          levels = statement->levels.n;
        }
    }
  return best;
}

/* Names of the chain, outermost first; NULL: the article's own voice. */
char **
plx_statement_dup_via (const PlxAnalysis *analysis, gint statement)
{
  GPtrArray *via;
  const PlxStatement *s;

  if (statement < 0)
    return NULL;
  s = PLX_STATEMENT (analysis, statement);
  via = g_ptr_array_new ();
  for (guint i = 0; i < s->levels.n; i++)
    {
      const PlxLevel *level = PLX_LEVEL (analysis, s->levels.first + i);

      if (level->entity >= 0 && (guint) level->entity < analysis->entities->len
          && PLX_ENTITY (analysis, level->entity)->name != NULL)
        g_ptr_array_add (via, g_strdup (PLX_ENTITY (analysis, level->entity)->name));
      else if (level->source.n > 0)
        g_ptr_array_add (via, plx_analysis_dup_spans (analysis, level->source));
    }
  if (via->len == 0)
    {
      g_ptr_array_unref (via);
      return NULL;
    }
  g_ptr_array_add (via, NULL);
  return (char **) g_ptr_array_free (via, FALSE);
}

static char *
dup_text (const PlxCompareJob *job, guint article, PlxSpan span)
{
  return plx_analysis_dup_span (job->articles[article].analysis, span);
}

static void
set_match (const PlxCompareJob *job, const PlxMatch *match, PlxCell *cell)
{
  gint statement = plx_statement_at (job, match->article, match->sentence, match->evidence);

  cell->evidence = evidence_new (match->article, match->evidence, statement);
  if (match->also.end > 0)
    {
      cell->evidence.spans = g_renew (PlxSpan, cell->evidence.spans, 2);
      cell->evidence.spans[cell->evidence.n_spans++] = match->also;
    }
  cell->via = plx_statement_dup_via (job->articles[match->article].analysis, statement);
  cell->score_01 = MIN (match->score_01, 1.0);   // sums of floats pass 1 by a hair
  if (cell->via != NULL)
    cell->brief = g_strdup_printf ("via %s", cell->via[0]);
}

static guint
differs_in (const PlxFact *fact)
{
  if (fact->kind == PLX_FACT_QUANTITY)
    return PLX_DIFFERS_NUMBER;
  return PLX_DIFFERS_TIME;
}

static void
set_differing (const PlxCompareJob *job, const PlxMatch *match, PlxSpan span, PlxCell *cell)
{
  cell->evidence.differing = g_memdup2 (&span, sizeof span);
  cell->evidence.n_differing = 1;
  g_free (cell->brief);
  cell->brief = dup_text (job, match->article, span);
}

/* The heaviest of the query's words that is not @taken; of equals the first. */
static guint
next_telling (const PlxQuery *query, gboolean names, const gboolean *taken)
{
  guint best = query->terms->len;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);

      if (term->is_name == names && !taken[i]
          && (best == query->terms->len
              || term->weight > g_array_index (query->terms, PlxQueryTerm, best).weight))
        best = i;
    }
  return best;
}

/* Words tried: those of the claim that tell most, the heaviest first, and other
 * forms of its names. */
static char **
dup_terms (const PlxCompareJob *job, const PlxQuery *query, gboolean names)
{
  GPtrArray *out = g_ptr_array_new ();
  gboolean taken[PLX_QUERY_MAX_TERMS] = { FALSE };
  guint most = names ? MAX_RECORD_NAMES : MAX_RECORD_TERMS, i;

  while (out->len < most && (i = next_telling (query, names, taken)) < query->terms->len)
    {
      const PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);
      const PlxWord *word = plx_vocabulary_get (job->vocabulary, term->id);

      taken[i] = TRUE;
      g_ptr_array_add (out, g_strdup (word->lemma));
      for (guint j = 0; names && word->near != NULL && j < word->near->len && out->len < most; j++)
        if (g_array_index (word->near, PlxNearTerm, j).sim_01 >= (float) PLX_SIM_NAME)
          g_ptr_array_add (out, g_strdup (plx_vocabulary_get (job->vocabulary,
                             g_array_index (word->near, PlxNearTerm, j).id)->lemma));
    }
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_free (out, FALSE);
}

static void
set_not_found (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
               const PlxMatch *nearest, PlxCell *cell)
{
  PlxSearchRecord *record = g_new0 (PlxSearchRecord, 1);

  record->n_articles = 1;
  record->terms = dup_terms (job, query, FALSE);
  record->names = dup_terms (job, query, TRUE);
  record->needed_01 = seed->needed_01;
  record->nearest.article = record->nearest.statement = -1;
  if (nearest != NULL)
    {
      record->nearest = evidence_new (nearest->article, nearest->evidence, -1);
      record->nearest_01 = nearest->score_01;
    }
  cell->status = PLX_CELL_NOT_FOUND;
  cell->record = record;
}

/* Whether the claim has a figure; @years: a year of another time. */
static gboolean
has_figure (const PlxCompareJob *job, const PlxQuery *query, gboolean years)
{
  for (guint i = 0; i < query->facts->len; i++)
    {
      const PlxFact *fact = g_ptr_array_index (query->facts, i);

      if ((fact->kind == PLX_FACT_YEAR) == years && plx_fact_is_figure (job->index, fact))
        return TRUE;
    }
  return FALSE;
}

/* What a claim is about if it is about a number must be in the sentence too. */
static gboolean
has_figures (const PlxCompareJob *job, const PlxQuery *query, const PlxMatch *match)
{
  if (has_figure (job, query, FALSE))
    return match->n_figures > 0 || match->relation == PLX_FACTS_DIFFER;
  return match->n_years > 0 || !has_figure (job, query, TRUE);
}

static const PlxMatch *
best_of (const PlxMatch *matches, const gboolean *excludes, guint n_matches, gboolean excluding)
{
  const PlxMatch *best = NULL;

  for (guint i = 0; i < n_matches; i++)
    {
      const PlxMatch *match = &matches[i];
      double score = excluding ? match->coverage_01 : match->score_01;

      if (excludes[i] != excluding)
        continue;
      if (best == NULL || score > (excluding ? best->coverage_01 : best->score_01))
        best = match;
    }
  return best;
}

/* A sentence that has the claim's number and some of its words: an article that
 * gives two figures does not contradict either. */
static const PlxMatch *
agreeing_of (const PlxCompareJob *job, const PlxQuery *query, const PlxMatch *matches,
             guint n_matches)
{
  for (guint i = 0; i < n_matches && has_figure (job, query, FALSE); i++)
    if (matches[i].n_figures > 0 && matches[i].agreeing >= PLX_WEIGHT_NUMBER
        && matches[i].coverage_01 >= PLX_AGREEING_MIN_01)
      return &matches[i];
  return NULL;
}

/* The word that says what a proposition says: of "Ames said that he sold the mill"
 * the selling. NULL: none is known. */
static const PlxTerm *
predicate_of (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis;
  guint head;

  if (seed->given != NULL || seed->proposition == NULL || seed->is_omission)
    return NULL;
  analysis = job->articles[seed->article].analysis;
  head = seed->proposition->head;
  for (guint i = 0; i < seed->proposition->own->len; i++)
    {
      guint t = g_array_index (seed->proposition->own, guint, i);
      const PlxToken *token = PLX_TOKEN (analysis, t);

      if (token->head == (gint32) head && token->deprel != NULL
          && g_str_has_prefix (token->deprel, "ccomp"))
        {
          head = t;
          break;
        }
    }
  for (guint i = seed->first_term; i < seed->end_term; i++)
    if (plx_span_overlaps (PLX_TEXT_TERM (seed->text, i)->span, PLX_TOKEN (analysis, head)->span))
      return PLX_TEXT_TERM (seed->text, i)->flags & PLX_TERM_SAYING
               ? NULL : PLX_TEXT_TERM (seed->text, i);
  return NULL;
}

/* Whether the sentence has the predicate of a claim of our own, or a word near it. */
static gboolean
has_predicate (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  const PlxTerm *predicate = predicate_of (job, seed);

  for (guint i = 0; predicate != NULL && i < sentence->n_terms; i++)
    if (plx_vocabulary_likeness (job->vocabulary, predicate->id,
                                 PLX_TEXT_TERM (text, sentence->first_term + i)->id)
        >= PLX_SIM_KIND)
      return TRUE;
  return predicate == NULL;
}

/* How many words of the claim besides names the sentence has. */
static guint
count_core (const PlxCompareJob *job, const PlxQuery *query, const PlxMatch *match)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);
  guint n = 0;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);

      for (guint k = 0; k < sentence->n_terms && !term->is_name; k++)
        if (plx_vocabulary_likeness (job->vocabulary, term->id,
                                     PLX_TEXT_TERM (text, sentence->first_term + k)->id)
            >= PLX_SIM_KIND)
          {
            n++;
            break;
          }
    }
  return n;
}

/* Whether the speaker is a person whose name stands where he is said to speak:
 * whom a "he" or "the mayor" means is for others to find out. */
static gboolean
speaks_by_name (const PlxAnalysis *analysis, const PlxLevel *level)
{
  PlxSpan source;

  if (level->entity < 0 || level->carried || level->source.n == 0
      || PLX_ENTITY (analysis, level->entity)->kind != PLX_ENTITY_PERSON
      || PLX_ENTITY (analysis, level->entity)->name == NULL)
    return FALSE;
  source = plx_analysis_hull (analysis, level->source);
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);

      if (mention->entity == level->entity && mention->form == PLX_FORM_NAME
          && plx_span_overlaps (mention->span, source))
        return TRUE;
    }
  return FALSE;
}

/* "Robert McDonnell", "Bob McDonnell": may be one man. */
static gboolean
share_surname (const char *a, const char *b)
{
  const char *last_a = strrchr (a, ' '), *last_b = strrchr (b, ' ');

  return strcmp (last_a != NULL ? last_a + 1 : a, last_b != NULL ? last_b + 1 : b) == 0;
}

/* The level of another person, named where he speaks, who says what the match
 * found; NULL: it is the same, or nobody knows. */
static const PlxLevel *
other_speaker (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  gint there = plx_statement_at (job, match->article, match->sentence, match->evidence);
  const PlxAnalysis *a, *b;
  const PlxStatement *said, *also;
  const PlxLevel *x, *y;

  if (seed->article < 0 || seed->statement < 0 || there < 0)
    return NULL;
  a = job->articles[seed->article].analysis;
  b = job->articles[match->article].analysis;
  said = PLX_STATEMENT (a, seed->statement);
  also = PLX_STATEMENT (b, there);
  if (said->levels.n == 0 || also->levels.n == 0)
    return NULL;
  x = PLX_LEVEL (a, said->levels.first + said->levels.n - 1);
  y = PLX_LEVEL (b, also->levels.first + also->levels.n - 1);
  return !speaks_by_name (a, x) || !speaks_by_name (b, y)
         || plx_names_are_same (PLX_ENTITY (a, x->entity)->name, PLX_ENTITY (b, y->entity)->name)
         || share_surname (PLX_ENTITY (a, x->entity)->name, PLX_ENTITY (b, y->entity)->name)
           ? NULL : y;
}

/* Whether the sentence has a word, or one of its family. */
static gboolean
has_word (const PlxCompareJob *job, const PlxMatch *match, guint32 id)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);

  for (guint i = 0; i < sentence->n_terms; i++)
    if (plx_vocabulary_likeness (job->vocabulary, id,
                                 PLX_TEXT_TERM (text, sentence->first_term + i)->id)
        >= PLX_SIM_FAMILY)
      return TRUE;
  return FALSE;
}

/* Whether a few words that the claim quotes are there: of "calls it 'a phony'" they
 * are what it says, and what sounds like them is something else. */
static gboolean
has_quoted (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  guint first = seed->first_term, n = 0, n_found = 0;
  guint32 at = PLX_TEXT_SENTENCE (seed->text, seed->sentence)->span.begin;
  gboolean quoted = seed->statement >= 0
                    && PLX_STATEMENT (job->articles[seed->article].analysis,
                                      seed->statement)->mode == PLX_MODE_DIRECT;
  gboolean whole = quoted;

  for (guint i = first; i < seed->end_term; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (seed->text, i);

      for (const char *p = seed->text->text + at; p < seed->text->text + term->span.begin;
           p = g_utf8_next_char (p))
        quoted = *p == '"' ? !quoted : g_str_has_prefix (p, "“") ? TRUE
                 : g_str_has_prefix (p, "”") ? FALSE : quoted;
      at = term->span.begin;
      if ((!quoted && !whole) || !plx_term_is_content (term))
        continue;
      n++;
      n_found += has_word (job, match, term->id);
    }
  return n == 0 || n > PLX_QUOTED_MAX_WORDS || n_found >= PLX_QUOTED_MIN_01 * n;
}

static gboolean
is_reporting (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
              const PlxMatch *match)
{
  double core_min = seed->given != NULL ? PLX_CORE_MIN_01 : PLX_OWN_CORE_MIN_01;

  if (match != NULL && seed->given == NULL && seed->article >= 0 && !has_quoted (job, seed, match))
    return FALSE;
  if (match != NULL && match->n_figures == 0 && !has_predicate (job, seed, match)
      && (count_core (job, query, match) < PLX_OWN_MIN_CORE
          || other_speaker (job, seed, match) != NULL))
    return FALSE;
  if (match != NULL && (match->turned || (match->relation == PLX_FACTS_DIFFER
                                          && plx_match_is_of_same (match))))
    return TRUE;
  if (match == NULL || match->score_01 < seed->needed_01
      || (match->core_01 < core_min && match->agreeing < PLX_WEIGHT_NUMBER))
    return FALSE;
  return has_figures (job, query, match)
         || (match->coverage_01 >= PLX_NUMBERLESS_MIN_01
             && query->terms->len >= PLX_NUMBERLESS_MIN_TERMS);
}

/* Whether it is not the article that denies but somebody in it. */
static gboolean
is_denial (const PlxCompareJob *job, const PlxCell *cell)
{
  const PlxAnalysis *analysis = job->articles[cell->evidence.article].analysis;

  return cell->evidence.statement >= 0
         && PLX_STATEMENT (analysis, cell->evidence.statement)->denied;
}

static void
set_contradicted (const PlxCompareJob *job, const PlxMatch *match, PlxCell *cell)
{
  set_match (job, match, cell);
  cell->status = PLX_CELL_CONTRADICTED;
  cell->score_01 = MIN (match->coverage_01, 1.0);
  if (match->relation == PLX_FACTS_EXCLUDE)
    {
      cell->differs_in = differs_in (match->asked);
      set_differing (job, match, match->found->span, cell);
      return;
    }
  cell->differs_in = PLX_DIFFERS_POLARITY;
  set_differing (job, match, match->opposed, cell);
  if (cell->via == NULL || !is_denial (job, cell))
    return;
  g_free (cell->brief);
  cell->brief = g_strdup_printf ("denied by %s", cell->via[g_strv_length (cell->via) - 1]);
}

/* The word of the sentence that answers the predicate of a claim; NULL: none. */
static const PlxTerm *
answer_of (const PlxCompareJob *job, const PlxTerm *predicate, const PlxMatch *match)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, match->sentence);

  for (guint i = 0; i < sentence->n_terms; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, sentence->first_term + i);

      if (plx_vocabulary_likeness (job->vocabulary, predicate->id, term->id) >= PLX_SIM_SYNONYM)
        return term;
    }
  return NULL;
}

/* Whether two dates are those of what the claim asserts, in both texts: "said on
 * Monday" and "asked on Tuesday" are no difference, nor is the day of the report. */
static gboolean
dates_one_thing (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match)
{
  const PlxTerm *predicate = predicate_of (job, seed), *answer;

  if (seed->given != NULL || seed->article < 0 || match->asked->kind == PLX_FACT_QUANTITY
      || match->asked->kind == PLX_FACT_ORDINAL || match->asked->kind == PLX_FACT_CLOCK)
    return TRUE;
  if (predicate == NULL || (answer = answer_of (job, predicate, match)) == NULL)
    return FALSE;
  return plx_tie_distance (job->articles[seed->article].analysis, predicate->span.begin,
                           match->asked->span.begin) <= MAX_DATE_TIE
         && plx_tie_distance (job->articles[match->article].analysis, answer->span.begin,
                              match->found->span.begin) <= MAX_DATE_TIE;
}

/* Whether it is the speaker of the sentence that has another name. */
static gboolean
is_speaker (const PlxCompareJob *job, const PlxMatch *match)
{
  const PlxAnalysis *analysis = job->articles[match->article].analysis;
  gint s = plx_statement_at (job, match->article, match->sentence, match->evidence);

  for (guint i = 0; s >= 0 && i < PLX_STATEMENT (analysis, s)->levels.n; i++)
    {
      const PlxLevel *level = PLX_LEVEL (analysis, PLX_STATEMENT (analysis, s)->levels.first + i);

      if (level->source.n > 0
          && plx_span_overlaps (plx_analysis_hull (analysis, level->source), match->other_span))
        return TRUE;
    }
  return FALSE;
}

/* Whether another name in the sentence is another answer to the claim, and not that
 * of somebody else who did something like it. */
static gboolean
is_other_party (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
                const PlxMatch *match)
{
  if (match->other == 0 || match->coverage_01 < PLX_SAME_CLAIM_MIN_01)
    return FALSE;
  return seed->given != NULL || match->other != PLX_DIFFERS_ACTOR
         || (match->core_01 >= PLX_SAME_BOTH_MIN_01 && !is_speaker (job, match)
             && count_core (job, query, match) >= PLX_SPEAKERS_MIN_TERMS);
}

static void
set_reported (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
              const PlxMatch *match, PlxCell *cell)
{
  set_match (job, match, cell);
  cell->status = PLX_CELL_REPORTED;
  if (match->relation != PLX_FACTS_UNRELATED && match->n_agreeing == 0
      && dates_one_thing (job, seed, match))
    {
      cell->status = PLX_CELL_DIFFERS;
      cell->differs_in = differs_in (match->asked);
      set_differing (job, match, match->found->span, cell);
    }
  else if (is_other_party (job, seed, query, match))
    {
      cell->status = PLX_CELL_DIFFERS;
      cell->differs_in = match->other;
      set_differing (job, match, match->other_span, cell);
    }
}

/* One side says it for sure and the other does not. */
static void
compare_hedges (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match,
                PlxCell *cell)
{
  PlxSpan asked, found;

  if (cell->status != PLX_CELL_REPORTED || match->coverage_01 < PLX_SAME_CLAIM_MIN_01)
    return;
  plx_hedges_compare (job, seed, match, &asked, &found);
  if (asked.end == 0 && found.end == 0)
    return;
  cell->status = PLX_CELL_DIFFERS;
  cell->differs_in = PLX_DIFFERS_HEDGE;
  set_differing (job, match, found.end > 0 ? found : match->evidence, cell);
  if (found.end > 0)
    return;
  g_free (cell->brief);
  cell->brief = g_strdup_printf ("without “%.*s”", (int) plx_span_length (asked),
                                 seed->text->text + asked.begin);
}

/* The words of a figure as the matrix prints them: a bare number says of what. */
char *
plx_figure_dup_text (const PlxCompareJob *job, guint article, const PlxFigure *figure)
{
  g_autofree char *text = dup_text (job, article, figure->span);

  return figure->bare ? g_strdup_printf ("%s %s", text, figure->quantity->label)
                      : g_steal_pointer (&text);
}

/* Sets a cell, which may be set already, to what a figure says. */
void
plx_cell_set_figure (const PlxCompareJob *job, guint article, const PlxFigure *figure,
                     PlxCellStatus status, PlxCell *cell)
{
  const PlxText *text = job->index->texts[article];
  PlxMatch match = { .article = article, .sentence = figure->sentence,
                     .score_01 = PLX_REPORTED_MIN_01 };

  match.evidence.begin = PLX_TEXT_TERM (text, figure->first_term)->span.begin;
  match.evidence.end = PLX_TEXT_TERM (text, figure->end_term - 1)->span.end;
  match.score_01 = MAX (match.score_01, cell->score_01);
  plx_cell_clear (cell);
  *cell = (PlxCell) { 0 };
  set_match (job, &match, cell);
  cell->status = status;
  if (status == PLX_CELL_REPORTED)
    return;
  cell->differs_in = figure->quantity->kind == PLX_NUMBERS_TIME ? PLX_DIFFERS_TIME
                                                                : PLX_DIFFERS_NUMBER;
  set_differing (job, &match, figure->span, cell);
  g_free (cell->brief);
  cell->brief = plx_figure_dup_text (job, article, figure);
}

/* Nearly the same words, said by another person who is named too. */
static void
compare_speakers (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
                  const PlxMatch *match, PlxCell *cell)
{
  const PlxLevel *other = other_speaker (job, seed, match);

  if (cell->status != PLX_CELL_REPORTED || other == NULL
      || match->coverage_01 < PLX_SAME_BOTH_MIN_01
      || query->terms->len < PLX_SPEAKERS_MIN_TERMS)
    return;
  cell->status = PLX_CELL_DIFFERS;
  cell->differs_in |= PLX_DIFFERS_ATTRIBUTION;
  set_differing (job, match,
                 plx_analysis_hull (job->articles[match->article].analysis, other->source), cell);
}

/* Sets a clear cell to what a number says that was found for the claim's. */
void
plx_cell_set_fact (const PlxCompareJob *job, guint article, const PlxFact *found, PlxSpan evidence,
                   PlxFactRelation relation, PlxCell *cell)
{
  PlxMatch match = { .article = article, .sentence = found->sentence, .evidence = evidence,
                     .score_01 = PLX_REPORTED_MIN_01 };

  set_match (job, &match, cell);
  cell->status = PLX_CELL_REPORTED;
  if (relation == PLX_FACTS_AGREE)
    return;
  cell->status = relation == PLX_FACTS_EXCLUDE ? PLX_CELL_CONTRADICTED : PLX_CELL_DIFFERS;
  cell->differs_in = PLX_DIFFERS_NUMBER;
  set_differing (job, &match, found->span, cell);
}

/**
 * plx_cell_decide:
 * @found: (array length=n_matches): what a search found in this article,
 *   best first
 * @cell: (out caller-allocates): zeroed
 */
void
plx_cell_decide (const PlxCompareJob *job, const PlxSeed *seed, const PlxQuery *query,
                 const PlxMatch *found, guint n_matches, PlxCell *cell)
{
  g_autofree PlxMatch *matches = g_memdup2 (found, n_matches * sizeof (PlxMatch));
  g_autofree gboolean *excludes = g_new0 (gboolean, n_matches + 1);
  const PlxMatch *reporting, *excluding;

  for (guint i = 0; i < n_matches; i++)
    excludes[i] = plx_match_excludes (job, seed, query, &matches[i]);
  reporting = best_of (matches, excludes, n_matches, FALSE);
  excluding = best_of (matches, excludes, n_matches, TRUE);

  if (is_reporting (job, seed, query, reporting))
    {
      set_reported (job, seed, query, reporting, cell);
      compare_speakers (job, seed, query, reporting, cell);
      compare_hedges (job, seed, reporting, cell);
    }
  else if (agreeing_of (job, query, matches, n_matches) != NULL)
    set_reported (job, seed, query, agreeing_of (job, query, matches, n_matches), cell);
  else if (excluding != NULL)
    set_contradicted (job, excluding, cell);
  else
    set_not_found (job, seed, query, n_matches > 0 ? &matches[0] : NULL, cell);
}

/* The cell of the article that the claim was read from. */
void
plx_cell_own (const PlxCompareJob *job, const PlxSeed *seed, PlxCell *cell)
{
  PlxMatch match = { .article = (guint) seed->article, .sentence = seed->sentence,
                     .evidence = seed->span, .score_01 = 1.0 };

  set_match (job, &match, cell);
  cell->status = PLX_CELL_REPORTED;
  if (seed->statement >= 0)
    cell->evidence.statement = seed->statement;
}
