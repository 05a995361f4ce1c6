/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-text.h"

G_BEGIN_DECLS

/* Where facts are read: one sentence of a text. */
typedef struct {
  PlxText *text;
  const PlxVocabulary *vocabulary;
  guint sentence;
  guint first, end;    // terms of the sentence
} PlxFactReader;

/* A number as people write it: "1.5 million", "seven and a half", "tens of
 * thousands", "between 10 and 20", "three in four", "40km". */
typedef struct {
  double low, high;          // the same, or a range
  double step;               // what its last digit that says something stands for
  gboolean vague;            // "dozens"
  gboolean share;            // "half of", "three in four": of what follows
  const PlxUnitWord *unit;   // written onto it, NULL: none
  char bound;                // that its own words give: "40+", 0: none
} PlxNumber;

/* The term as the word lists have it. */
char    *plx_fact_word         (const PlxFactReader *self,
                                guint                i) G_GNUC_WARN_UNUSED_RESULT;
gboolean plx_fact_is           (const PlxFactReader *self,
                                guint                i,
                                const char          *word);
gboolean plx_fact_is_break     (const PlxFactReader *self,
                                guint                i);
/* Units in the plural too, which the lexicon may have no stem for. */
const PlxUnitWord *plx_fact_unit (const PlxFactReader *self,
                                guint                i);
gboolean plx_number_parse      (const char          *word,
                                double              *value,
                                double              *step);
/* The first term after the number that begins at term @i; @i: there is none. */
guint    plx_number_read       (const PlxFactReader *self,
                                guint                i,
                                PlxNumber           *out);
/* Reads a time of day at term @i, in minutes, likewise. */
guint    plx_clock_read        (const PlxFactReader *self,
                                guint                i,
                                double              *minutes,
                                gboolean            *elsewhere);

G_END_DECLS
