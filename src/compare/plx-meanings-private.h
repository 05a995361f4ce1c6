/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-contrast.h"
#include "compare/plx-meanings.h"

G_BEGIN_DECLS

enum { PLX_N_WINDOWS = 2 };

typedef struct {
  gint8 *rows;          // (n_rows, n): see plx-meaning.h
  float *lengths;       // (n_rows)
  guint n_rows;
} PlxMeaningRows;

struct _PlxMeanings {
  guint n;               // numbers of one meaning
  PlxMeaningRows claims;           // by number
  PlxMeaningRows windows;
  const gint8 **sentences;  // (n_sentences): NULL: not known
  float *lengths;        // (n_sentences)
  PlxContrast *contrast;
  guint *first_clause;   // (n_articles + 1)
  gint32 *window_rows;   // (n_clauses, PLX_N_WINDOWS) into windows, -1: none
};

/* How near a sentence comes to a claim in meaning, and what that makes of it. */
typedef struct {
  guint sentence;
  guint first_clause, n_clauses;  // what of it comes nearest
  float own;             // cosine of the sentence as a whole
  float cosine;          // … and of what of it comes nearest
  float apart;           // … and of what sets it apart from the story
  float friends;         // how like it is to what other articles have for the claim
  double worded_01;      // score by words
  double agreeing_01;    // weight of the figures and dates that agree, at most 1
  double article_01;     // the best that words score in its article
  double names_01;       // share of the claim's names that it has
  double likeness;       // orders the sentences of a story
} PlxNearness;

/* Of a sentence whose meaning nobody knows; no cosines add up to so little. */
#define PLX_NEARNESS_NONE -100.0

typedef struct {
  guint article, sentence;
  guint rank;            // in its article, for its claim
  float likeness;
} PlxLikely;

/* plx-nearness.c */
/* Puts @new among the @n_best best, ties by their order; drops the last. */
void         plx_likely_keep       (PlxLikely           *best,
                                    guint               *n_best,
                                    guint                most,
                                    PlxLikely            new);
double       plx_nearness_likeness (const PlxNearness   *self);
/* By vectors alone. @out: zeroed */
void         plx_nearness_match    (const PlxMeanings   *meanings,
                                    const PlxStoryIndex *index,
                                    guint                claim,
                                    guint                article,
                                    guint                sentence,
                                    PlxNearness         *out);
/* All sentences of the story by number, with what @matches says of their words. */
PlxNearness *plx_nearness_all      (const PlxMeanings   *meanings,
                                    const PlxStoryIndex *index,
                                    guint                claim,
                                    const PlxQuery      *query,
                                    const GArray        *matches) G_GNUC_WARN_UNUSED_RESULT;
/* The sentence of one article that comes nearest. */
PlxNearness  plx_nearness_best     (const PlxStoryIndex *index,
                                    const PlxNearness   *all,
                                    guint                article);
/* Another one of that article that may be meant instead. */
PlxNearness  plx_nearness_second   (const PlxMeanings   *meanings,
                                    const PlxStoryIndex *index,
                                    const PlxNearness   *all,
                                    guint                article,
                                    const PlxNearness   *first);

G_END_DECLS
