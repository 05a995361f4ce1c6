/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-token-lists.h"

G_BEGIN_DECLS

#define PLX_WORD_FORM_SIZE 64

/* A word as the lexicon has it: apostrophes and quotation marks plain. Longer
 * words are cut; no dictionary has them. */
typedef struct {
  char form[PLX_WORD_FORM_SIZE];
  char folded[PLX_WORD_FORM_SIZE];
  gboolean capital;
  gboolean initial;   // only its place made it a capital
  gboolean cut;
} PlxWordForm;

void plx_word_form_read (const PlxAnalysis   *analysis,
                         guint                token,
                         PlxWordForm         *word);

/* Fills in features and lemma of a token that has its tags. */
void plx_lemma_set      (const PlxTokenLists *lists,
                         PlxAnalysis         *analysis,
                         guint                token,
                         const PlxWordForm   *word,
                         const char          *edit);
void plx_lemma_find     (const PlxTokenLists *lists,
                         PlxAnalysis         *analysis,
                         guint                token);

G_END_DECLS
