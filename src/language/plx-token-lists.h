/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language-private.h"

G_BEGIN_DECLS

/* What the files of sentences, tokens and tags share; nobody else includes
 * this. Tags are numbers here: places among the T rows of tagger.tsv. */

#define PLX_MAX_TAGS 96

/* Among the joins: "its" is cut before some words, which stand there as "its not". */
#define PLX_JOIN_BY_NEXT G_MAXUINT16

typedef enum {
  PLX_ABBREVIATION_NONE,
  PLX_ABBREVIATION_TITLE,   // a name follows: never ends a sentence
  PLX_ABBREVIATION_NUMBER,  // never ends one before a digit
  PLX_ABBREVIATION_NAME,    // may end one
} PlxAbbreviation;

typedef struct {
  guint8 tag;
  float count;
  const char *edit;         // "3y": cut three letters, add "y"; not terminated
} PlxReadingOfForm;

typedef struct {
  char *upos;
  char *xpos;
} PlxTag;

/* Inflection undone: an ending and what the dictionary form has instead. */
typedef struct {
  char *ending;
  char *instead;
} PlxLemmaRule;

typedef enum {
  PLX_LEMMA_PLURAL,         // nouns in the plural, verbs of the third person
  PLX_LEMMA_PAST,
  PLX_LEMMA_ING,
  PLX_N_LEMMA_RULES,
} PlxLemmaRules;

typedef struct _PlxBoundaries PlxBoundaries; // plx-boundaries-private.h

struct _PlxTokenLists {
  GHashTable *abbreviations; // folded, without the last stop → PlxAbbreviation
  GHashTable *clitics;       // folded, without the apostrophe
  GHashTable *joins;         // folded word → bytes of its first part, or PLX_JOIN_BY_NEXT
  GHashTable *prefixes;      // what a hyphen does not cut off: "anti"
  GHashTable *glued_units;   // "km": what a number is cut off from
  GHashTable *emoticons;
  GHashTable *tails;         // what may follow a name and a hyphen
  GHashTable *asked;         // verbs after a quoted question
  GHashTable *pairs;         // what stands after two states joined by a hyphen
  GHashTable *ordinals;      // "th"
  GArray *lemma_rules[PLX_N_LEMMA_RULES]; // PlxLemmaRule, in the order of the list

  char *lexicon_text;
  GHashTable *lexicon;       // form → readings, both inside lexicon_text
  GHashTable *endings;       // ending → GArray of PlxReadingOfForm
  GHashTable *tag_numbers;   // "NOUN|NN" → number + 1
  GHashTable *features;      // "AUX|VBP|am", "AUX|VBP|*" → features
  PlxTag tags[PLX_MAX_TAGS];
  guint n_tags;
  guint tag_start, tag_end;
  double n_all;
  guint32 *one, *two, *three; // counts; two and three are dense
  double weights[3];

  PlxBoundaries *boundaries; // where sentences end
};

guint plx_lexicon_readings (const PlxTokenLists *lists,
                            const char          *form,
                            PlxReadingOfForm    *readings,
                            guint                max);
PlxAbbreviation plx_abbreviation_of (const PlxTokenLists *lists,
                                     const char          *text,
                                     PlxSpan              word);

G_END_DECLS
