/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Phrases of a word list, found in an array of folded words: the longest that
 * begins at a word, in time proportional to the phrases with that first word. */
typedef struct _PlxPhrases PlxPhrases;

typedef struct {
  char **words;
  guint n_words;
  char *value;       // second field of the list, "" when none
} PlxPhrase;

PlxPhrases      *plx_phrases_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void             plx_phrases_free  (PlxPhrases         *phrases);
PlxPhrase       *plx_phrases_add   (PlxPhrases         *phrases,
                                    const char         *phrase,
                                    const char         *value);
gboolean         plx_phrases_load  (PlxPhrases         *phrases,
                                    const char         *file,
                                    GError            **error);
const PlxPhrase *plx_phrases_match (const PlxPhrases   *phrases,
                                    const char * const *lower,
                                    guint               i,
                                    guint               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPhrases, plx_phrases_free)

G_END_DECLS
