/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The word lists of data/language/en/compare/: what words mean the same, what
 * excludes what, how common a word is. Loaded once, immutable, any thread.
 * Strings it returns are interned in it and live as long as the program. */
typedef struct _PlxLexicon PlxLexicon;

typedef enum {
  PLX_WORD_STOP     = 1 << 0,
  PLX_WORD_NEGATION = 1 << 1,
  PLX_WORD_DENIAL   = 1 << 2,
  PLX_WORD_SAYING   = 1 << 3,
  PLX_WORD_MONTH    = 1 << 4,
  PLX_WORD_WEEKDAY  = 1 << 5,
  PLX_WORD_SEASON   = 1 << 6,
  PLX_WORD_KEEP     = 1 << 7,
} PlxWordClass;

typedef enum {
  PLX_NUMBER_PLAIN,
  PLX_NUMBER_TIMES,     // "million"
  PLX_NUMBER_VAGUE,     // "dozens"
  PLX_NUMBER_FRACTION,
  PLX_NUMBER_ORDINAL,
} PlxNumberClass;

typedef struct {
  PlxNumberClass kind;
  double low, high;
} PlxNumberWord;

typedef struct {
  const char *dimension;  // "time", "length"; interned: compare pointers
  double factor;
} PlxUnitWord;

typedef void (*PlxNearFunc) (const char *lemma, double sim_01, gpointer user_data);

const PlxLexicon    *plx_lexicon_get        (GError          **error);
const char          *plx_lexicon_lemma      (const PlxLexicon *self,
                                             const char       *word);   // NULL: itself
guint                plx_lexicon_classes    (const PlxLexicon *self,
                                             const char       *word);
guint                plx_lexicon_class_value (const PlxLexicon *self,
                                             const char       *word);   // month 1…12, weekday 1…7
double               plx_lexicon_zipf       (const PlxLexicon *self,
                                             const char       *word);
guint                plx_lexicon_family     (const PlxLexicon *self,
                                             const char       *lemma);  // 0: none
void                 plx_lexicon_near       (const PlxLexicon *self,
                                             const char       *lemma,
                                             PlxNearFunc       func,
                                             gpointer          user_data);
gboolean             plx_lexicon_are_opposite (const PlxLexicon *self,
                                             const char       *a,
                                             const char       *b);
const PlxNumberWord *plx_lexicon_number     (const PlxLexicon *self,
                                             const char       *word);
const PlxUnitWord   *plx_lexicon_unit       (const PlxLexicon *self,
                                             const char       *lemma);
char                 plx_lexicon_bound      (const PlxLexicon *self,
                                             const char       *phrase); // '~' '>' '<', 0: none

G_END_DECLS
