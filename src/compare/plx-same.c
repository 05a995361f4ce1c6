/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Whether two seeds say the same. Who tells it is no part of what is told: "State
 * radio said the talks lasted three hours" and "The talks lasted three hours" are
 * one row, and the cells say through whom an article has it. */

/* Whether a term stands before or behind what the speaker of the seed says. */
gboolean
plx_seed_is_frame_word (const PlxCompareJob *job, const PlxSeed *seed, PlxSpan word)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const PlxStatement *statement;

  if (seed->statement < 0)
    return FALSE;
  statement = PLX_STATEMENT (analysis, seed->statement);
  return statement->levels.n > 0
         && !plx_span_overlaps (plx_analysis_hull (analysis, statement->content), word);
}

/* How much of what one query looks for the other has. */
static double
share_of (const PlxCompareJob *job, const PlxQuery *asked, const PlxQuery *answer)
{
  double sum = 0.0;

  for (guint i = 0; i < asked->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (asked->terms, PlxQueryTerm, i);
      double best = 0.0;

      for (guint j = 0; j < answer->terms->len && best < PLX_SIM_SAME; j++)
        best = MAX (best, plx_vocabulary_likeness (job->vocabulary, term->id,
                            g_array_index (answer->terms, PlxQueryTerm, j).id));
      sum += term->weight * best;
    }
  return asked->weight > 0 ? sum / asked->weight : 0.0;
}

/* Whether every figure of one query is in the other. */
static gboolean
has_facts_of (const PlxCompareJob *job, const PlxQuery *asked, const PlxQuery *answer)
{
  for (guint i = 0; i < asked->facts->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < answer->facts->len && !found; j++)
        found = plx_facts_compare (job->vocabulary, g_ptr_array_index (asked->facts, i),
                                   g_ptr_array_index (answer->facts, j)) == PLX_FACTS_AGREE;
      if (!found && plx_fact_is_figure (job->index, g_ptr_array_index (asked->facts, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_denying (const PlxSeed *seed)
{
  for (guint i = seed->first_term; i < seed->end_term; i++)
    if (PLX_TEXT_TERM (seed->text, i)->flags & (PLX_TERM_NEGATION | PLX_TERM_DENIAL))
      return TRUE;
  return FALSE;
}

/* What is said, without the words that say who says it. */
static PlxQuery *
content_query (const PlxCompareJob *job, const PlxSeed *seed)
{
  PlxQuery *query = plx_seed_query (job, seed);

  for (guint i = query->terms->len; i-- > 0;)
    {
      const PlxQueryTerm *term = &g_array_index (query->terms, PlxQueryTerm, i);

      if (term->term != G_MAXUINT32
          && !plx_seed_is_frame_word (job, seed, PLX_TEXT_TERM (seed->text, term->term)->span))
        continue;
      query->weight -= term->weight;
      g_array_remove_index (query->terms, i);
    }
  for (guint i = query->facts->len; i-- > 0;)
    {
      const PlxFact *fact = g_ptr_array_index (query->facts, i);

      if (plx_seed_is_frame_word (job, seed, fact->span))
        g_ptr_array_remove_index (query->facts, i);
    }
  return query;
}

static const PlxLevel *
speaker_of (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const PlxStatement *statement;

  if (seed->statement < 0)
    return NULL;
  statement = PLX_STATEMENT (analysis, seed->statement);
  return statement->levels.n > 0
           ? PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1) : NULL;
}

static const char *
name_of (const PlxAnalysis *analysis, const PlxLevel *level)
{
  return level->entity >= 0 && (guint) level->entity < analysis->entities->len
           ? PLX_ENTITY (analysis, level->entity)->name : NULL;
}

/* Whether what stands before the words said has a name: "a spokesman for the
 * Alliance, Tom Reed, said". */
static gboolean
frame_has (const PlxCompareJob *job, const PlxSeed *seed, const char *name)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const PlxStatement *statement = PLX_STATEMENT (analysis, seed->statement);
  guint32 end = plx_analysis_hull (analysis, statement->content).begin;

  return name != NULL && *name != '\0' && end > seed->span.begin
         && g_strstr_len (analysis->text + seed->span.begin, (gssize) (end - seed->span.begin),
                          name) != NULL;
}

/* Whether both are said by the same, or by one who speaks for the other. */
static gboolean
have_same_speaker (const PlxCompareJob *job, const PlxSeed *a, const PlxSeed *b)
{
  const PlxLevel *x = speaker_of (job, a), *y = speaker_of (job, b);
  const char *name_x, *name_y;

  if (x == NULL || y == NULL)
    return FALSE;
  name_x = name_of (job->articles[a->article].analysis, x);
  name_y = name_of (job->articles[b->article].analysis, y);
  return plx_names_are_same (name_x, name_y) || frame_has (job, a, name_y)
         || frame_has (job, b, name_x);
}

/* Two persons who say the same are two claims. */
static gboolean
have_other_persons (const PlxCompareJob *job, const PlxSeed *a, const PlxSeed *b)
{
  const PlxLevel *x = speaker_of (job, a), *y = speaker_of (job, b);

  return x != NULL && y != NULL && x->entity >= 0 && y->entity >= 0
         && PLX_ENTITY (job->articles[a->article].analysis, x->entity)->kind == PLX_ENTITY_PERSON
         && PLX_ENTITY (job->articles[b->article].analysis, y->entity)->kind == PLX_ENTITY_PERSON
         && !have_same_speaker (job, a, b);
}

static gboolean
says_enough (const PlxQuery *query)
{
  return query->terms->len + query->facts->len >= PLX_PART_MIN_WORDS;
}

static gboolean
cover_each_other (const PlxCompareJob *job, const PlxQuery *a, const PlxQuery *b, double min_01)
{
  return share_of (job, a, b) >= min_01 && share_of (job, b, a) >= min_01
         && has_facts_of (job, a, b) && has_facts_of (job, b, a);
}

/* Whether two seeds say the same, each all but all that the other does.
 * @asked: of @a */
gboolean
plx_seeds_say_same (const PlxCompareJob *job, const PlxSeed *a, const PlxQuery *asked,
                    const PlxSeed *b, double min_01)
{
  g_autoptr (PlxQuery) answer = plx_seed_query (job, b), said = NULL, also = NULL;

  if (is_denying (a) != is_denying (b))
    return FALSE;
  if (cover_each_other (job, asked, answer, min_01))
    return TRUE;
  if (a->article < 0 || a->is_omission || have_other_persons (job, a, b)
      || (a->statement < 0 && b->statement < 0))
    return FALSE;
  said = content_query (job, a);
  also = content_query (job, b);
  return says_enough (said) && says_enough (also) && cover_each_other (job, said, also, min_01);
}

/* The statement of a seed that says what somebody left out; NULL: none does. */
static const PlxStatement *
omission_of (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis;
  const GArray *here;

  if (seed->article < 0)
    return NULL;
  analysis = job->articles[seed->article].analysis;
  if (seed->is_omission)
    return PLX_STATEMENT (analysis, seed->statement);
  here = g_hash_table_lookup (job->statements_of[seed->article], GUINT_TO_POINTER (seed->sentence));
  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (analysis, g_array_index (here, gint, i));

      if (statement->mode == PLX_MODE_OMISSION
          && plx_span_overlaps (seed->span, plx_analysis_hull (analysis, statement->content)))
        return statement;
    }
  return NULL;
}

/* The matter that a statement says was left out. */
static PlxQuery *
matter_query (const PlxCompareJob *job, guint article, const PlxStatement *omission)
{
  const PlxText *text = job->index->texts[article];
  PlxSpan hull = plx_analysis_hull (job->articles[article].analysis, omission->content);
  guint s = plx_text_sentence_at (text, hull.begin), first = 0, end = 0;

  for (guint i = 0; s < text->sentences->len && i < PLX_TEXT_SENTENCE (text, s)->n_terms; i++)
    {
      guint term = PLX_TEXT_SENTENCE (text, s)->first_term + i;

      if (!plx_span_contains (hull, PLX_TEXT_TERM (text, term)->span))
        continue;
      first = end == 0 ? term : first;
      end = term + 1;
    }
  return plx_query_new (job->index, text, first, end);
}

/* Whether two seeds say that one source left out one matter: what the one names
 * of it the other names too. */
gboolean
plx_seeds_omit_same (const PlxCompareJob *job, const PlxSeed *a, const PlxSeed *b)
{
  const PlxStatement *x = omission_of (job, a), *y = x != NULL ? omission_of (job, b) : NULL;
  g_autoptr (PlxQuery) of_x = NULL, of_y = NULL;
  const PlxAnalysis *in_x, *in_y;

  if (y == NULL || x->omits_by < 0 || y->omits_by < 0 || a->is_omission != b->is_omission)
    return FALSE;
  in_x = job->articles[a->article].analysis;
  in_y = job->articles[b->article].analysis;
  if (!plx_names_are_same (PLX_ENTITY (in_x, x->omits_by)->name,
                           PLX_ENTITY (in_y, y->omits_by)->name))
    return FALSE;
  of_x = matter_query (job, (guint) a->article, x);
  of_y = matter_query (job, (guint) b->article, y);
  return of_x->terms->len > 0 && of_y->terms->len > 0
         && MAX (share_of (job, of_x, of_y), share_of (job, of_y, of_x))
              >= PLX_CONTAINED_SAME_MIN_01;
}

/* Whether seed @b, which the row of @a shows already, says nothing that @a does
 * not, or about the same by the same speaker. */
gboolean
plx_seed_is_told_by (const PlxCompareJob *job, const PlxSeed *a, const PlxSeed *b)
{
  g_autoptr (PlxQuery) said = NULL, also = NULL;

  if (a->article < 0 || !have_same_speaker (job, a, b) || is_denying (a) != is_denying (b))
    return FALSE;
  said = content_query (job, a);
  also = content_query (job, b);
  if (!says_enough (said) || !says_enough (also))
    return FALSE;
  if (share_of (job, also, said) >= PLX_CONTAINED_SAME_MIN_01 && has_facts_of (job, also, said))
    return TRUE;
  return share_of (job, said, also) >= PLX_SPOKEN_SAME_MIN_01
         && share_of (job, also, said) >= PLX_SPOKEN_SAME_MIN_01
         && has_facts_of (job, said, also);
}
