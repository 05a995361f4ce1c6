/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-text.h"

G_BEGIN_DECLS

/* What can exclude what: numbers with what they count, dates, times of day.
 * Read alike from articles and claims. */

typedef enum {
  PLX_FACT_QUANTITY,
  PLX_FACT_ORDINAL,   // "the 12th launch"
  PLX_FACT_YEAR,
  PLX_FACT_MONTH,
  PLX_FACT_DAY,       // of a month
  PLX_FACT_WEEKDAY,
  PLX_FACT_CLOCK,     // minutes of the day
  PLX_FACT_NUMBER,    // nobody knows of what: agrees with none, excludes none
} PlxFactKind;

typedef enum {
  PLX_FACTS_UNRELATED,
  PLX_FACTS_AGREE,
  PLX_FACTS_DIFFER,   // another figure, both can be true
  PLX_FACTS_EXCLUDE,
} PlxFactRelation;

enum { PLX_FACT_N_NOUNS = 4 };

typedef struct {
  PlxFactKind kind;
  double value;            // in the dimension's base unit
  double low, high;        // what it may mean, after bounds and rounding
  gboolean bounded;        // "at least", "up to"
  gboolean vague;          // "dozens"
  const char *dimension;   // interned in the lexicon; NULL: a count
  double factor;           // unit, in base units
  guint32 nouns[PLX_FACT_N_NOUNS];   // what is counted
  guint n_nouns;
  PlxSpan span;
  guint first_term, n_terms;
  guint sentence;
  guint n_values;          // terms of the number itself
  gboolean denied;         // "140, not 118"
  gboolean label;          // "Flight 302"
  const char *of;          // name of the quantity, set by plx_figures_read(); NULL: unknown
  gboolean elsewhere;      // a time of day in another zone
  gboolean narrow;         // of some of those only, set there too
  gboolean other;          // of "the second quake", set there too
  gboolean many;           // of what a story has several of, and ages, set there too
  gboolean supposed;       // "could fly 4,000 miles", set there too
  gboolean negated;        // "four have not yet arrived", set there too, by the tree
} PlxFact;

#define PLX_TEXT_FACT(t, i) (&g_array_index ((t)->facts, PlxFact, (i)))

void            plx_facts_read    (PlxText             *text,
                                   const PlxVocabulary *vocabulary);
guint           plx_facts_first   (const PlxText       *text,
                                   guint                sentence);
gboolean        plx_facts_any     (const PlxText       *text,
                                   guint                sentence,
                                   PlxSpan              span);
PlxFactRelation plx_facts_compare (const PlxVocabulary *vocabulary,
                                   const PlxFact       *a,
                                   const PlxFact       *b);

G_END_DECLS
