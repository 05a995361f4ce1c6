/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-lexicon.h"

G_BEGIN_DECLS

/* data/language/quantities.tsv: what numbers in news are of. Loaded once,
 * immutable, any thread. */

typedef enum {
  PLX_NUMBERS_PEOPLE,
  PLX_NUMBERS_MONEY,
  PLX_NUMBERS_TIME,
  PLX_NUMBERS_LENGTH,
  PLX_NUMBERS_UNIT,   // of the unit that dimension names: "speed"
} PlxNumbersKind;

typedef enum {
  PLX_MOVES_NOT,      // aboard: one number was always true
  PLX_MOVES_OVER,     // dead: one number of the whole story, which grows
  PLX_MOVES_CHANGES,  // cost: of one thing, and later reports may change it
  PLX_MOVES_ASKED,    // height: true once, but of one thing of many: for those who ask
} PlxMoves;

typedef struct {
  const char *name;
  const char *label;  // printed behind a bare number
  PlxNumbersKind kind;
  PlxMoves moves;
  const char *dimension;   // of units.tsv, NULL: people, money
} PlxMeasure;

typedef enum {
  PLX_ROLE_PEOPLE = 1 << 0,  // "people": narrows no number of people
  PLX_ROLE_MONEY  = 1 << 1,
  PLX_ROLE_WITHIN = 1 << 2,  // "within four years"
  PLX_ROLE_UPDATE = 1 << 3,  // "rose to"
  PLX_ROLE_PAST   = 1 << 4,  // of another happening
  PLX_ROLE_MORE   = 1 << 5,  // "four more": no total
  PLX_ROLE_YEAR   = 1 << 6,
  PLX_ROLE_HOUR   = 1 << 7,
  PLX_ROLE_MODAL  = 1 << 8,  // "could": no more than supposed
  PLX_ROLE_OTHER  = 1 << 9,  // "the second quake": not the one that all speak of
  PLX_ROLE_ONE    = 1 << 10, // "a girl": one of the people
  PLX_ROLE_NONE   = 1 << 11, // "no deaths", "nobody"
  PLX_ROLE_UNREAL = 1 << 12, // "would", "asked to"
  PLX_ROLE_HEDGE  = 1 << 14, // "allegedly"
  PLX_ROLE_SINCE  = 1 << 15, // "never before": denies other times only
  PLX_ROLE_MERELY = 1 << 13, // "not only": denies nothing
} PlxNumberRoles;

/* A string of a script without spaces. */
typedef struct {
  const char *text;
  gsize n_bytes;
  guint roles;                   // what it is as a counter or a cue
  const PlxMeasure *quantity;   // NULL: none
} PlxSign;

typedef struct _PlxQuantities PlxQuantities;

const PlxQuantities *plx_quantities_get   (const PlxLexicon    *lexicon,
                                           GError             **error);
/* What the word is of, NULL: nothing; its roles in @roles. */
const PlxMeasure   *plx_quantities_word  (const PlxQuantities *self,
                                           const char          *lemma,
                                           guint               *roles);
/* The one of its quantities that counts numbers of @kind, and of @dimension if
 * it is one of units; NULL: none. */
const PlxMeasure   *plx_quantities_of    (const PlxQuantities *self,
                                           const char          *lemma,
                                           PlxNumbersKind       kind,
                                           const char          *dimension);
/* The longest sign that @text begins with, NULL: none. */
const PlxSign       *plx_quantities_sign  (const PlxQuantities *self,
                                           const char          *text,
                                           gsize                n_bytes,
                                           gboolean             counter);

G_END_DECLS
