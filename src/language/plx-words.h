/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/plx-span.h"

G_BEGIN_DECLS

/* The text as the times and quantities grammars see it: runs of letters,
 * numbers whole ("40,000", "2031-05-14", "5/14", "9:40", "14th", "1990s"), every sign
 * and line break a word of its own. Finer than tokens at hyphens, coarser in
 * dates, and the same whatever the tokeniser of a language decides. */

typedef enum {
  PLX_WORD_LETTERS,
  PLX_WORD_NUMBER,
  PLX_WORD_SIGN,
  PLX_WORD_BREAK,    // line break
} PlxWordKind;

typedef struct {
  PlxSpan span;
  const char *lower; // folded; typographic apostrophes become "'", dashes "-"
  PlxWordKind kind;
  gboolean capital;  // begins with an upper-case letter
} PlxWord;

typedef struct {
  GArray *array;     // PlxWord
  GStringChunk *chunk;
} PlxWords;

#define PLX_WORD(w, i) (&g_array_index ((w)->array, PlxWord, (i)))

PlxWords *plx_words_new  (const char     *text,
                          guint32         n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void      plx_words_free (PlxWords       *words);
gint      plx_words_at   (const PlxWords *words,
                          guint32         byte);

/* "", where there is no such word */
static inline const char *
plx_words_lower (const PlxWords *words, gint i)
{
  return i >= 0 && (guint) i < words->array->len ? PLX_WORD (words, i)->lower : "";
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWords, plx_words_free)

G_END_DECLS
