/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-lexicon.h"

G_BEGIN_DECLS

/* The words of one comparison as dense ids, in order of first appearance, each
 * with its weight and the other words of these texts that mean about the same.
 *
 *   plx_vocabulary_add() while texts are read → plx_vocabulary_close() once →
 *   near lists and weights are valid */
typedef struct {
  guint32 id;
  float sim_01;
} PlxNearTerm;

typedef struct {
  const char *lemma;   // interned
  guint classes;       // PlxWordClass
  guint family;
  guint n_sentences;   // of the articles that have it
  gboolean is_name;    // was seen with a capital inside a sentence
  gboolean is_plain;   // was seen in lower case
  double rarity_01;
  double weight_01;
  GArray *near;        // PlxNearTerm, NULL: none
} PlxWord;

typedef struct {
  const PlxLexicon *lexicon;
  GStringChunk *chunk;
  GHashTable *ids;     // lemma → id + 1
  GArray *words;       // PlxWord
} PlxVocabulary;

static inline PlxWord *
plx_vocabulary_get (const PlxVocabulary *self, guint32 id)
{
  return &g_array_index (self->words, PlxWord, id);
}

PlxVocabulary *plx_vocabulary_new      (const PlxLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void           plx_vocabulary_free     (PlxVocabulary    *self);
guint32        plx_vocabulary_add      (PlxVocabulary    *self,
                                        const char       *lemma);
void           plx_vocabulary_join     (PlxVocabulary    *self,
                                        guint32           a,
                                        guint32           b,
                                        double            sim_01);
void           plx_vocabulary_close    (PlxVocabulary    *self,
                                        guint             n_sentences);
double         plx_vocabulary_likeness (const PlxVocabulary *self,
                                        guint32           a,
                                        guint32           b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVocabulary, plx_vocabulary_free)

G_END_DECLS
