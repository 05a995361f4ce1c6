/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-span.h"
#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* Two versions of one article, or any two articles, told apart sentence by
 * sentence and, in sentences that changed, word by word.
 *
 *   passages ⊃ before: a sentence of the older text, after: one of the newer
 *
 * Passages come in the order of the newer text; what was removed stands where
 * the older text had it. Together they are both texts, each sentence once. */

typedef enum {
  PLX_PASSAGE_KEPT,      // the same words at the same place
  PLX_PASSAGE_MOVED,     // the same words at another place
  PLX_PASSAGE_CHANGED,   // most words are the same; may have moved too
  PLX_PASSAGE_ADDED,
  PLX_PASSAGE_REMOVED,
  PLX_N_PASSAGE_KINDS,
} PlxPassageKind;

typedef struct {
  PlxPassageKind kind;
  gboolean moved;            // also of CHANGED
  PlxSpan before;            // of the older text, empty: ADDED
  PlxSpan after;             // of the newer text, empty: REMOVED
  PlxSpan *words_before;     // (n_words_before) of CHANGED: words that went
  guint n_words_before;
  PlxSpan *words_after;      // (n_words_after) of CHANGED: words that came
  guint n_words_after;
} PlxPassage;

typedef struct {
  GPtrArray *passages;       // PlxPassage
  guint n_by_kind[PLX_N_PASSAGE_KINDS];
  double same_01;            // share of the words of both texts that stayed: 1: nothing changed
  gboolean are_versions;     // so much stayed that both are one article
} PlxVersions;

const char  *plx_passage_kind_to_nick (PlxPassageKind kind);   // "kept", "moved" …

/* Of both analyses the text and, if they are there, the sentences are read.
 * Near-linear in both texts. */
PlxVersions *plx_versions_compare     (const PlxAnalysis *before,
                                       const PlxAnalysis *after) G_GNUC_WARN_UNUSED_RESULT;
void         plx_versions_free        (PlxVersions       *self);

/* One line of JSON: {"before","after","same","are_versions","passages":[{"kind",
 * "moved","before":[…],"after":[…],"words_before":[[…]],"words_after":[[…]]}]} */
void         plx_versions_write_json  (const PlxVersions *self,
                                       const PlxAnalysis *before,
                                       const PlxAnalysis *after,
                                       GString           *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVersions, plx_versions_free)

G_END_DECLS
