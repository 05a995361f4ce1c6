/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language-private.h"

G_BEGIN_DECLS

/* Word lists behind names, roles and coreference, and tables of phrases. */

typedef enum {
  PLX_WORD_OWNER          = 1 << 0,  // "People" in "People's Daily"
  PLX_WORD_PARTICLE       = 1 << 1,  // "von"
  PLX_WORD_PREFIX         = 1 << 2,  // "al" in "al-Busaidi"
  PLX_WORD_INITIAL        = 1 << 3,  // opens sentences, no name
  PLX_WORD_NEVER          = 1 << 4,  // capital, but no name: "Monday"
  PLX_WORD_PLACE_BEFORE   = 1 << 5,
  PLX_WORD_STATE_NOUN     = 1 << 6,
  PLX_WORD_PERSON_VERB    = 1 << 7,
  PLX_WORD_PLACE_NOUN     = 1 << 8,
  PLX_WORD_ORG_NOUN       = 1 << 9,
  PLX_WORD_PRODUCT_NOUN   = 1 << 10,
  PLX_WORD_ROLE_PREPOSITION = 1 << 11,
  PLX_WORD_ROLE_MODIFIER  = 1 << 12,
  PLX_WORD_SOFT_TITLE     = 1 << 13, // "General" may begin "General Assembly"
  PLX_WORD_SURNAME_HEAD   = 1 << 14, // "Hall" may be a surname
  PLX_WORD_STATE_GROUP    = 1 << 15, // "government": stands for the state
  PLX_WORD_PLEONASTIC     = 1 << 17, // "it is clear that"
  PLX_WORD_CARRIER        = 1 << 18, // "this newspaper": the carrier, not a source
  PLX_WORD_OWNING         = 1 << 19, // "official", "ruling": between owner and paper
  PLX_WORD_PLACE_FIRST    = 1 << 20, // "Port", "Lake": begins names of places
  PLX_WORD_PORTFOLIO      = 1 << 21, // "Agriculture" in "Minister of Agriculture X"
  PLX_WORD_ACCOUNT_NOUN   = 1 << 22, // "X's report": X is a paper
  PLX_WORD_BROADCAST      = 1 << 23, // "television", "broadcaster"
  PLX_WORD_AGENCY         = 1 << 24, // "agency", "newswire"
  PLX_WORD_PAPER          = 1 << 25, // "daily", "gazette"
  PLX_WORD_NEWS           = 1 << 26, // "news", "press": may be an agency
  PLX_WORD_MEDIA_FIRST    = 1 << 27, // "El", "La": begins names of papers
  PLX_WORD_COMPANY_END    = 1 << 28, // "Inc." behind a comma
} PlxWordClass;

/* What a function word of the language does (function-words.tsv). */
typedef enum {
  PLX_FUNCTION_OF         = 1 << 0,
  PLX_FUNCTION_FOR        = 1 << 1,
  PLX_FUNCTION_ON         = 1 << 2,
  PLX_FUNCTION_THE        = 1 << 3,
  PLX_FUNCTION_AND        = 1 << 4,
  PLX_FUNCTION_IN         = 1 << 5,
  PLX_FUNCTION_BY         = 1 << 6,
  PLX_FUNCTION_WHO        = 1 << 7,
  PLX_FUNCTION_AS         = 1 << 8,
  PLX_FUNCTION_TWO        = 1 << 9,
  PLX_FUNCTION_BOTH       = 1 << 10,
  PLX_FUNCTION_THEIR      = 1 << 11,
  PLX_FUNCTION_THIS       = 1 << 12, // points at one
  PLX_FUNCTION_THESE      = 1 << 13, // points at many
  PLX_FUNCTION_REPORT     = 1 << 14, // what papers do
  PLX_FUNCTION_SAID       = 1 << 15,
  PLX_FUNCTION_ALSO       = 1 << 16,
  PLX_FUNCTION_MEDIA_KIND = 1 << 17, // "state", "official" before "media"
  PLX_FUNCTION_MEDIA_MANY = 1 << 18, // names of many papers have it
  PLX_FUNCTION_ABOUT      = 1 << 19, // behind a document: "a report by"
  PLX_FUNCTION_OBJECTIVE  = 1 << 20, // owner and object alike: "her"
  PLX_FUNCTION_FILLER     = 1 << 21, // counts for nothing in a name
  PLX_FUNCTION_ACCORDING  = 1 << 22,
  PLX_FUNCTION_ARTICLE    = 1 << 23,
} PlxFunctionWord;

typedef enum {
  PLX_TITLE_NONE,
  PLX_TITLE_ADDRESS,
  PLX_TITLE_OFFICE,
  PLX_TITLE_JOB,
  PLX_TITLE_RELATIVE,
} PlxTitleClass;

/* One row of a table of phrases, whatever the table. */
typedef struct {
  PlxEntityKind kind;
  guint8 class;           // PlxTitleClass, of titles
  char gender;            // 'm', 'f', 'n', or '-' when nothing tells
  gboolean many;          // descriptions, pronouns
  gboolean of;            // heads: an "of"-phrase may follow
  const char *name;       // gazetteer: canonical
  const char *state;      // gazetteer, or NULL
  gboolean document;      // descriptions: "report", which may also be a text
  gboolean any_office;    // descriptions: "leader" stands for every office
  const char *place;      // pronouns: "subject", "object", "owner", "self"
} PlxNameRow;

typedef struct {
  GHashTable *rows;       // folded phrase → PlxNameRow
  GHashTable *firsts;     // its first word → bytes of the longest such phrase
} PlxNameTable;

struct _PlxNameLists {
  PlxNameTable gazetteer, titles, heads, descriptions, media_groups, bodies;
  GHashTable *pronouns;   // folded word → PlxNameRow
  GHashTable *given;      // folded given name → gender + 1
  GHashTable *family;     // folded family names
  GHashTable *words;      // folded word → PlxWordClass bits
  GHashTable *functions;  // folded word → PlxFunctionWord bits
  GPtrArray *endings;     // endings of adjectives of states, longest first
  GPtrArray *plurals;     // endings of several such persons
  GPtrArray *noun_plurals; // endings of nouns in the plural
  GPtrArray *state_endings; // what a state has where its adjective has an ending
  GPtrArray *state_guesses; // "ian", then "ia": the state of an adjective
  GPtrArray *place_endings; // "grad"
  GStringChunk *chunk;
};

const PlxNameRow *plx_name_table_find (const PlxNameTable *table,
                                       const char         *phrase);
guint             plx_name_table_limit (const PlxNameTable *table,
                                        const char         *lower);

static inline gboolean
plx_name_word_is (const PlxNameLists *lists, const char *lower, guint classes)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (lists->words, lower)) & classes) != 0;
}

static inline gboolean
plx_function_word_is (const PlxNameLists *lists, const char *lower, guint uses)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (lists->functions, lower)) & uses) != 0;
}

G_END_DECLS
