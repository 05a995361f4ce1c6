/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* "Allegedly paid" and "paid" differ in how sure the teller is: a word that
 * weakens counts only where what it weakens is what the other side says. */

/* Terms of one side. */
typedef struct {
  const PlxText *text;
  const PlxAnalysis *analysis;   // NULL: no tree
  guint first, end;
} Side;

static gboolean
is_hedge (const PlxCompareJob *job, const PlxTerm *term)
{
  const PlxWord *word = plx_vocabulary_get (job->vocabulary, term->id);
  guint roles;

  plx_quantities_word (job->quantities, word->lemma, &roles);
  return (roles & PLX_ROLE_HEDGE)
         && !((word->classes & PLX_WORD_MONTH) && (term->flags & PLX_TERM_NAME));
}

/* The term that the hedge at term @i weakens: its head, or the next word that
 * says something; side->end: none. */
static guint
weakened_by (const Side *side, guint i)
{
  PlxSpan span = PLX_TEXT_TERM (side->text, i)->span;
  guint token = side->analysis != NULL ? plx_token_at (side->analysis, span.begin) : G_MAXUINT;

  if (side->analysis != NULL && token < side->analysis->tokens->len
      && PLX_TOKEN (side->analysis, token)->head >= 0)
    {
      const PlxToken *head = PLX_TOKEN (side->analysis,
                                        PLX_TOKEN (side->analysis, token)->head);

      for (guint k = side->first; k < side->end; k++)
        if (PLX_TEXT_TERM (side->text, k)->span.begin == head->span.begin)
          return k;
      return side->end;
    }
  for (guint k = i + 1; k < side->end; k++)
    if (PLX_TEXT_TERM (side->text, k)->flags & PLX_TERM_BREAK)
      break;
    else if (plx_term_is_content (PLX_TEXT_TERM (side->text, k)))
      return k;
  return side->end;
}

static gboolean
side_has (const PlxCompareJob *job, const Side *side, const PlxTerm *term)
{
  for (guint i = side->first; i < side->end; i++)
    if (plx_vocabulary_likeness (job->vocabulary, term->id,
                                 PLX_TEXT_TERM (side->text, i)->id) >= PLX_SIM_SYNONYM)
      return TRUE;
  return FALSE;
}

/* Whether @side has a hedge of any kind. */
static gboolean
is_hedged (const PlxCompareJob *job, const Side *side)
{
  for (guint i = side->first; i < side->end; i++)
    if (is_hedge (job, PLX_TEXT_TERM (side->text, i)))
      return TRUE;
  return FALSE;
}

/* The hedge of @side that weakens what @other says too; empty: none. */
static PlxSpan
find_hedge (const PlxCompareJob *job, const Side *side, const Side *other)
{
  for (guint i = side->first; i < side->end; i++)
    {
      guint weakened;

      if (!is_hedge (job, PLX_TEXT_TERM (side->text, i)))
        continue;
      weakened = weakened_by (side, i);
      if (weakened < side->end
          && !(PLX_TEXT_TERM (side->text, weakened)->flags & PLX_TERM_NAME)
          && side_has (job, other, PLX_TEXT_TERM (side->text, weakened)))
        return PLX_TEXT_TERM (side->text, i)->span;
    }
  return (PlxSpan) { 0 };
}

/* @asked, @found: (out): the hedge of the claim or that of the passage found, if
 * one of the two alone has any; empty: not */
void
plx_hedges_compare (const PlxCompareJob *job, const PlxSeed *seed, const PlxMatch *match,
                    PlxSpan *asked, PlxSpan *found)
{
  const PlxText *text = job->index->texts[match->article];
  const PlxClause *from = PLX_TEXT_CLAUSE (text, match->first_clause);
  const PlxClause *to = PLX_TEXT_CLAUSE (text, match->first_clause + match->n_clauses - 1);
  Side claim = { seed->text, seed->article >= 0 ? job->articles[seed->article].analysis : NULL,
                 seed->first_term, seed->end_term };
  Side passage = { text, job->articles[match->article].analysis, from->first_term,
                   to->first_term + to->n_terms };

  *asked = is_hedged (job, &passage) ? (PlxSpan) { 0 } : find_hedge (job, &claim, &passage);
  *found = is_hedged (job, &claim) ? (PlxSpan) { 0 } : find_hedge (job, &passage, &claim);
}
