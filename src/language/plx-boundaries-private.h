/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-token-lists.h"

G_BEGIN_DECLS

/* A gap between two pieces of a line, as the decider of sentence ends sees it:
 * what stands left and right of it, put into a few words each. Training reads
 * the same descriptions (data/language/training/boundary-features.c), so that
 * there is no second reading of a text that could differ. */

typedef enum {
  PLX_GAP_LEFT_WORD, PLX_GAP_LEFT2_WORD, PLX_GAP_RIGHT_WORD, PLX_GAP_RIGHT2_WORD,
  PLX_GAP_LEFT_OPEN, PLX_GAP_RIGHT_OPEN, PLX_GAP_RIGHT2_OPEN,
  PLX_GAP_LEFT_END, PLX_GAP_LEFT2_END, PLX_GAP_RIGHT_END, PLX_GAP_RIGHT2_END,
  PLX_GAP_LEFT_SHAPE, PLX_GAP_LEFT2_SHAPE, PLX_GAP_LEFT3_SHAPE,
  PLX_GAP_RIGHT_SHAPE, PLX_GAP_RIGHT2_SHAPE, PLX_GAP_RIGHT3_SHAPE,
  PLX_GAP_LEFT_TAG, PLX_GAP_LEFT2_TAG, PLX_GAP_RIGHT_TAG, PLX_GAP_RIGHT2_TAG,
  PLX_GAP_LEFT_LENGTH,
  PLX_GAP_ABBREVIATION,  // what kind the left word is
  PLX_GAP_RULE,          // what the rules say: yes, no, always, never, or none without a stop
  PLX_GAP_SPACE,         // whether there is any
  PLX_GAP_SINCE,         // pieces since the sentence began
  PLX_GAP_AHEAD,         // pieces up to the end of the line
  PLX_GAP_QUOTE,         // a quotation is open
  PLX_GAP_BRACKET,       // a bracket is open
  PLX_GAP_STYLE,         // plx_gaps_style()
  PLX_GAP_CAPITALS,      // how many words of the sentence so far have capitals
  PLX_GAP_LINE,          // whether it is the first of the text, and how it begins
  PLX_N_GAP_ATTRIBUTES,
} PlxGapAttribute;

typedef struct {
  guint64 hash;          // of @name
  char name[26];         // no white space; "_" when there is nothing
} PlxGapValue;

typedef struct {
  guint32 end;           // where the left piece ends
  const PlxGapValue *values[PLX_N_GAP_ATTRIBUTES];
} PlxGap;

/* Called for every gap from left to right; TRUE: a sentence ends there. */
typedef gboolean (*PlxGapFunc) (const PlxGap *gap, gpointer user_data);

typedef enum {
  PLX_RULE_NEVER,        // sure: "Gen. Vesk", "John F. Kennedy", "Why?" Kim asked
  PLX_RULE_NO,
  PLX_RULE_YES,
  PLX_RULE_ALWAYS,       // sure, as far as the text is an edited one
} PlxRule;

/* plx-sentences.c: what the rules say of the stop at @at, which belongs to a
 * piece that ends at @end. */
PlxRule     plx_rule_at_stop       (const PlxTokenLists *lists,
                                    const char          *text,
                                    PlxSpan              paragraph,
                                    guint32              at,
                                    guint32              end);

/* plx-gaps.c */
const char *plx_gap_attribute_name (guint attribute);
guint64     plx_gap_hash           (const char *name);
const char *plx_gaps_style         (const PlxAnalysis *analysis);
void        plx_gaps_foreach       (const PlxTokenLists *lists,
                                    const PlxAnalysis   *analysis,
                                    guint                paragraph,
                                    const char          *style,
                                    PlxGapFunc           func,
                                    gpointer             user_data);

/* plx-boundaries.c: the weights of boundaries.tsv */
PlxBoundaries *plx_boundaries_new    (GError **error);
void           plx_boundaries_free   (PlxBoundaries *self);
gboolean       plx_boundaries_decide (const PlxBoundaries *self,
                                      const PlxGap        *gap);

G_END_DECLS
