/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-quantities.h"
#include "compare/plx-text.h"

G_BEGIN_DECLS

/* A number that a text gives of a known quantity: 19 of the dead, 118 aboard.
 * Read in English and, for what is compared across scripts, in Korean, Chinese
 * and Japanese. */
typedef struct {
  const PlxMeasure *quantity;
  double value, low, high;   // what it may mean
  gboolean vague;
  gboolean narrow;           // of some of them only: "41 citizens of Norland"
  gboolean update;           // its sentence says that it moved: "rose to 31"
  gboolean signs;            // read in a script without spaces
  gboolean bare;             // the span is the number alone
  gboolean some;             // "a girl was killed": one, and maybe more
  const char *dimension;     // "euro", NULL: people, or not known
  gboolean supposed;         // "could fly 4,000 miles"
  gboolean other;            // of "the second quake"
  PlxSpan span;              // "19 people"
  guint sentence;
  guint first_term, end_term;   // of the clause around it, in its sentence
} PlxFigure;

/* @analysis: of the text, whose trees tie numbers to what they are of; NULL: none */
GArray  *plx_figures_read    (const PlxQuantities *quantities,
                              const PlxVocabulary *vocabulary,
                              const PlxText       *text,
                              const PlxAnalysis   *analysis) G_GNUC_WARN_UNUSED_RESULT;
gboolean plx_figures_agree   (const PlxFigure     *a,
                              const PlxFigure     *b);

G_END_DECLS
