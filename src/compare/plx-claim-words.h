/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words by which sentences are cut into claims and written down, and the
 * phrases that show a line to be no part of the report:
 * data/language/en/compare/claims.tsv. Loaded once, immutable, any thread. */
typedef enum {
  PLX_CLAIM_APART      = 1 << 0,
  PLX_CLAIM_BEFORE     = 1 << 1,
  PLX_CLAIM_JOINER     = 1 << 2,
  PLX_CLAIM_TRAILER    = 1 << 3,
  PLX_CLAIM_CHOICE     = 1 << 4,
  PLX_CLAIM_RELATIVE   = 1 << 5,
  PLX_CLAIM_PRONOUN    = 1 << 6,
  PLX_CLAIM_POSSESSIVE = 1 << 7,
  PLX_CLAIM_HEDGE      = 1 << 8,
  PLX_CLAIM_ASKED      = 1 << 9,
  PLX_CLAIM_APPEAL     = 1 << 10,   // what a page asks its reader to use: "newsletter"
  PLX_CLAIM_READER     = 1 << 11,   // "you"
  PLX_CLAIM_CREDIT     = 1 << 12,   // who is named behind a stroke for a picture
  PLX_CLAIM_TEXT       = 1 << 13,   // "report": somebody's text and no source
  PLX_CLAIM_BODY       = 1 << 14,   // "agency": of news, or of anything else
  PLX_CLAIM_NEWSY      = 1 << 15,
  PLX_CLAIM_MUTE       = 1 << 16,   // "effort": says nothing
} PlxClaimWord;

/* Phrases that show what is no part of a report, by where they stand. */
typedef enum {
  PLX_PHRASE_BEGINS,     // a sentence
  PLX_PHRASE_CONTAINS,
  PLX_PHRASE_ENDS,
  PLX_PHRASE_LINE,       // a short line, all of it
  PLX_PHRASE_SHOUT,      // a line that begins with it in capitals
  PLX_PHRASE_TAIL,       // the last lines of an article
  PLX_N_PHRASES,
} PlxClaimPhrase;

typedef struct _PlxClaimWords PlxClaimWords;

const PlxClaimWords *plx_claim_words_get      (GError             **error);
guint                plx_claim_words_classes  (const PlxClaimWords *self,
                                               const char          *word,
                                               gsize                n_bytes);
gboolean             plx_claim_words_has      (const PlxClaimWords *self,
                                               PlxClaimPhrase       where,
                                               const char          *text,
                                               gsize                n_bytes);
gboolean             plx_claim_words_is_boilerplate (const PlxClaimWords *self,
                                               const char          *sentence,
                                               gsize                n_bytes);

G_END_DECLS
