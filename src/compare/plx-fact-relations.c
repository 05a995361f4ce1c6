/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-facts.h"

#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* How far apart two sums may be and still be about the same thing. */
enum { MAX_RATIO = 30 };

/* A larger number says something even if nobody knows of what, and the same one
 * twice is no accident. */
enum { MANY = 99 };

/* "One man died", "two women died" */
static gboolean
count_opposites (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  return a->n_nouns > 0 && b->n_nouns > 0
         && plx_lexicon_are_opposite (vocabulary->lexicon,
                                      plx_vocabulary_get (vocabulary, a->nouns[0])->lemma,
                                      plx_vocabulary_get (vocabulary, b->nouns[0])->lemma);
}

static gboolean
count_the_same (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  if (count_opposites (vocabulary, a, b) || a->label != b->label)
    return FALSE;
  for (guint i = 0; i < a->n_nouns; i++)
    for (guint j = 0; j < b->n_nouns; j++)
      if (plx_vocabulary_likeness (vocabulary, a->nouns[i], b->nouns[j]) >= PLX_SIM_SYNONYM)
        return TRUE;
  return FALSE;
}

static gboolean
have_same_dimension (const PlxFact *a, const PlxFact *b)
{
  return a->dimension == b->dimension
         || (a->dimension != NULL && b->dimension != NULL
             && strcmp (a->dimension, b->dimension) == 0);
}

static gboolean
lies_in (const PlxFact *a, const PlxFact *b, double slack)
{
  return !b->bounded && a->value >= b->low - slack && a->value <= b->high + slack;
}

/* "At least 12" and "14" are one number; "at least 12" and "90" are two. */
static gboolean
are_near (const PlxFact *a, const PlxFact *b)
{
  return MAX (a->value, b->value) <= PLX_BOUND_NEAR * MIN (a->value, b->value);
}

static PlxFactRelation
compare_intervals (const PlxFact *a, const PlxFact *b)
{
  double slack = 0.0;
  gboolean overlap = a->low <= b->high && b->low <= a->high;

  if (a->factor < b->factor || a->factor > b->factor)
    slack = PLX_ABOUT_SHARE * MAX (fabs (a->value), fabs (b->value));
  if (lies_in (b, a, slack) || lies_in (a, b, slack)
      || fabs (a->value - b->value) <= 1e-9 * fabs (a->value)
      || (overlap && a->bounded != b->bounded && !a->vague && !b->vague && are_near (a, b)))
    return PLX_FACTS_AGREE;
  if (a->value > MAX_RATIO * b->value || b->value > MAX_RATIO * a->value)
    return PLX_FACTS_UNRELATED;
  if (overlap)
    return PLX_FACTS_DIFFER;
  if (a->supposed != b->supposed)
    return PLX_FACTS_UNRELATED;
  return a->vague || b->vague ? PLX_FACTS_DIFFER : PLX_FACTS_EXCLUDE;
}

/* Numbers of one quantity count the same whatever the words, unless one counts
 * only some of it. */
static gboolean
are_of_one (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  return (a->of != NULL && a->of == b->of && !a->narrow && !b->narrow
          && !count_opposites (vocabulary, a, b))
         || count_the_same (vocabulary, a, b);
}

static PlxFactRelation
compare_quantities (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  gboolean apart = a->of != NULL && b->of != NULL && a->of != b->of;
  PlxFactRelation relation;

  if (!have_same_dimension (a, b) || a->denied || b->denied || (apart && a->dimension == NULL))
    return PLX_FACTS_UNRELATED;
  if (a->dimension == NULL && !are_of_one (vocabulary, a, b))
    return a->value > MANY && !a->vague && !b->vague && fabs (a->value - b->value) < 0.5
             ? PLX_FACTS_AGREE : PLX_FACTS_UNRELATED;
  relation = compare_intervals (a, b);
  return relation != PLX_FACTS_AGREE
             && (apart || a->other != b->other || a->negated != b->negated)
           ? PLX_FACTS_UNRELATED : relation;
}

/* Symmetric. Facts of different kinds, units or things counted are unrelated. */
PlxFactRelation
plx_facts_compare (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  if (a->kind != b->kind || a->kind == PLX_FACT_NUMBER)
    return PLX_FACTS_UNRELATED;
  if (a->kind == PLX_FACT_ORDINAL && !count_the_same (vocabulary, a, b))
    return a->n_nouns * b->n_nouns == 0 && fabs (a->value - b->value) < 0.5
             ? PLX_FACTS_AGREE : PLX_FACTS_UNRELATED;
  if (a->kind == PLX_FACT_QUANTITY)
    return compare_quantities (vocabulary, a, b);
  if (a->low <= b->high && b->low <= a->high)
    return PLX_FACTS_AGREE;
  return a->elsewhere != b->elsewhere ? PLX_FACTS_UNRELATED : PLX_FACTS_EXCLUDE;
}
