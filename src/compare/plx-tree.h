/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-claim-words.h"
#include "compare/plx-lexicon.h"
#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* Questions to the tree of one sentence. Tokens are counted from the first of
 * the sentence; the arrays are (n). Only plx-propositions asks them. */
typedef struct {
  const PlxAnalysis *analysis;
  const PlxLexicon *lexicon;
  const PlxClaimWords *words;
  guint first, n;      // tokens of the sentence
  gint *head;          // -1: a root
  guint8 *kind;        // what it heads: see plx-propositions.c
  guint8 *hosts;       // a proposition may hang on it
  guint8 *cue;         // it introduces what somebody says
  gint *owner;         // the head of the proposition it belongs to
} PlxTree;

const PlxToken *plx_tree_token_at      (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_rel        (const PlxTree *tree,
                                        guint i,
                                        const char *rel);
gboolean        plx_tree_is_tag        (const PlxTree *tree,
                                        guint i,
                                        const char *tags);
guint           plx_tree_classes_of    (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_punct      (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_quote      (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_edge       (const PlxTree *tree,
                                        guint i);
gint            plx_tree_child_of      (const PlxTree *tree,
                                        guint i,
                                        const char *rel);
gint            plx_tree_own_subject   (const PlxTree *tree,
                                        guint i);
gint            plx_tree_subject_of    (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_under      (const PlxTree *tree,
                                        guint i,
                                        guint root);
guint           plx_tree_first_under   (const PlxTree *tree,
                                        guint root);
gint            plx_tree_auxiliary_of  (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_finite     (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_predicate  (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_negation   (const PlxTree *tree,
                                        guint i);
gboolean        plx_tree_is_negated    (const PlxTree *tree,
                                        guint i);
guint           plx_tree_count_content (const PlxTree *tree,
                                        guint root);

G_END_DECLS
