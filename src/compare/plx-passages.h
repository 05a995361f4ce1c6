/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a text as numbers, and the passages that two texts share word
 * for word but for edits, wherever they stand. A gram is two neighbouring words
 * or two with one between them: an editor who changes every third word leaves
 * half of the grams, but hardly a row of five words. */

typedef struct {
  guint32 hash;            // of the word in lower case; letters and digits only
  guint32 begin;           // bytes
  guint32 end : 31;
  guint32 is_quoted : 1;   // stands between quotation marks
} PlxReuseWord;

typedef struct {
  guint32 first_a, end_a;   // words of the one text
  guint32 first_b, end_b;   // of the other
  guint n_same;             // words that both have there
} PlxPassageWords;

/* Where the grams of one text stand; reused for one text after the other. */
typedef struct _PlxGramIndex PlxGramIndex;

GArray       *plx_reuse_words_read  (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
guint64       plx_gram_hash         (const GArray  *words,
                                     guint          first,
                                     guint          gap);
PlxGramIndex *plx_gram_index_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void          plx_gram_index_free   (PlxGramIndex  *self);
void          plx_gram_index_fill   (PlxGramIndex  *self,
                                     const GArray  *words);
GArray       *plx_passages_find     (PlxGramIndex  *index,
                                     const GArray  *words) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGramIndex, plx_gram_index_free)

G_END_DECLS
