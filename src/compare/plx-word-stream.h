/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-span.h"

G_BEGIN_DECLS

/* Texts as numbered words, for what needs no meaning: versions and standing
 * phrases. A word is letters and digits in any case; in scripts without spaces
 * every character is one. */

typedef struct {
  PlxSpan span;
  guint32 id;
  gboolean breaks;      // a mark other than a hyphen or an apostrophe stands before it
  gboolean has_digit;
} PlxStreamWord;

typedef struct {
  GHashTable *ids;      // folded word → id + 1
  GPtrArray *words;     // folded words by id; owned by ids
} PlxWordNumbers;

PlxWordNumbers *plx_word_numbers_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            plx_word_numbers_free (PlxWordNumbers *self);
/* PlxStreamWord; @text is UTF-8. */
GArray         *plx_word_stream_read  (PlxWordNumbers *self,
                                       const char     *text,
                                       gsize           n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWordNumbers, plx_word_numbers_free)

G_END_DECLS
