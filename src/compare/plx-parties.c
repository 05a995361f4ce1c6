/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-similarity.h"

#include "compare/plx-tuning.h"

/* Another place or another actor in a sentence that otherwise says the same:
 * "met in Port Saran" for "met in Veskgrad", "Lian thanked" for "Vesk thanked".
 * Both may be true, so this makes a cell differ and never contradict it. */

/* Names of the query that the sentence has nothing for, by term index. */
static gboolean
is_unanswered (const PlxQuery *query, const float *sims, guint term)
{
  for (guint i = 0; i < query->terms->len; i++)
    if (g_array_index (query->terms, PlxQueryTerm, i).term == term)
      return sims[i] < (float) PLX_SIM_KIND;
  return FALSE;
}

/* Whether the name at term @i of the sentence answers no word of the query. */
static gboolean
is_unasked (const PlxQuery *query, const PlxStoryIndex *index, guint32 id)
{
  for (guint i = 0; i < query->terms->len; i++)
    if (plx_vocabulary_likeness (index->vocabulary, id,
                                 g_array_index (query->terms, PlxQueryTerm, i).id) > 0.0)
      return FALSE;
  return TRUE;
}

static gboolean
is_name (const PlxText *text, guint i)
{
  guint flags = PLX_TEXT_TERM (text, i)->flags;

  return (flags & PLX_TERM_NAME) && !(flags & (PLX_TERM_STOP | PLX_TERM_NUMBER));
}

/* The preposition of place before term @i, NULL: another word. */
static const char *
place_word (const PlxVocabulary *vocabulary, const PlxText *text, guint first, guint i)
{
  static const char *const words[] = { "in", "at", "near", "off", "outside" };
  const char *before;

  if (i <= first)
    return NULL;
  before = plx_vocabulary_get (vocabulary, PLX_TEXT_TERM (text, i - 1)->id)->lemma;
  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    if (g_str_equal (words[k], before))
      return words[k];
  return NULL;
}

static PlxSpan
name_span (const PlxText *text, guint i, guint end)
{
  PlxSpan span = PLX_TEXT_TERM (text, i)->span;

  for (i++; i < end && is_name (text, i) && !(PLX_TEXT_TERM (text, i)->flags & PLX_TERM_BREAK); i++)
    span.end = PLX_TEXT_TERM (text, i)->span.end;
  return span;
}

static gboolean
find_place (const PlxQuery *query, const PlxStoryIndex *index, const PlxText *text, guint first,
            guint end, const char *preposition, PlxMatch *match)
{
  for (guint i = first; i < end; i++)
    if (is_name (text, i)
        && place_word (index->vocabulary, text, first, i) == preposition
        && is_unasked (query, index, PLX_TEXT_TERM (text, i)->id))
      {
        match->other = PLX_DIFFERS_PLACE;
        match->other_span = name_span (text, i, end);
        return TRUE;
      }
  return FALSE;
}

static guint
first_content (const PlxText *text, guint first, guint end)
{
  while (first < end && !plx_term_is_content (PLX_TEXT_TERM (text, first)))
    first++;
  return first;
}

/**
 * plx_match_parties:
 * @sims: (array length=terms of the query): what the sentence, its context
 *   included, has for each
 */
void
plx_match_parties (const PlxQuery *query, const PlxStoryIndex *index, const PlxText *text,
                   const float *sims, PlxMatch *match)
{
  const PlxClause *from = PLX_TEXT_CLAUSE (text, match->first_clause);
  const PlxClause *to = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);
  guint first = from->first_term, end = to->first_term + to->n_terms;
  guint asked = first_content (query->text, query->first_term, query->end_term);
  guint found = first_content (text, first, end);

  for (guint i = query->first_term; i < query->end_term; i++)
    {
      const char *preposition = place_word (index->vocabulary, query->text, query->first_term, i);

      if (preposition != NULL && is_name (query->text, i) && is_unanswered (query, sims, i)
          && find_place (query, index, text, first, end, preposition, match))
        return;
    }
  if (asked < query->end_term && found < end && is_name (query->text, asked)
      && is_name (text, found) && is_unanswered (query, sims, asked)
      && is_unasked (query, index, PLX_TEXT_TERM (text, found)->id)
      && match->core_01 >= PLX_SAME_CLAIM_MIN_01)
    {
      match->other = PLX_DIFFERS_ACTOR;
      match->other_span = name_span (text, found, end);
    }
}
