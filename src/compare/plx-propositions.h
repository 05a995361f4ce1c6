/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-claim-words.h"
#include "compare/plx-lexicon.h"
#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* What a sentence says, one by one: coordinated predicates with the subject they
 * share, relative clauses with the noun they speak of, what stands beside the
 * sentence ("while …", "reaching …"). Read off the trees; a sentence without one
 * has no propositions and its clauses are taken instead.
 *
 *   own ⊆ words: indexes into the analysis's tokens, sorted
 *   the own words of the propositions of a sentence never overlap */
typedef struct {
  guint head;           // its predicate, a token
  gboolean is_aside;    // a participle: the sentence it hangs on is taken over
  gboolean is_detail;   // a figure of a predicate that has more
  gboolean is_complete; // it has a subject and a finite verb
  gboolean is_half;     // "if the river rises", with nothing that it hangs on
  PlxSpan span;         // from its first own word to its last
  GArray *own;          // guint
  GArray *words;        // guint: with those taken over from the rest of the sentence
} PlxProposition;

GPtrArray *plx_propositions_read (const PlxAnalysis   *analysis,
                                  PlxSpan              sentence,
                                  const GArray        *statements,
                                  const PlxLexicon    *lexicon,
                                  const PlxClaimWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
