/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-analysis.h"
#include "language/plx-grammar.h"

G_BEGIN_DECLS

/* What quotation marks of all kinds are folded to in PlxReading.lower. */
#define PLX_QUOTE_OPENING "\xe2\x80\x9c"
#define PLX_QUOTE_CLOSING "\xe2\x80\x9d"

/* The tokens of an article as statements, events and omissions read them:
 * folded words, coarse classes, quotations, and the shallow grammar that all
 * of them need (where a noun phrase begins and ends, who is the subject of a
 * verb). A tree decides where there is one, else the neighbours. */

typedef enum {
  PLX_CLASS_OTHER,
  PLX_CLASS_NOUN,
  PLX_CLASS_NAME,      // proper noun
  PLX_CLASS_PRONOUN,
  PLX_CLASS_DET,
  PLX_CLASS_ADJ,
  PLX_CLASS_NUMBER,
  PLX_CLASS_VERB,
  PLX_CLASS_AUX,
  PLX_CLASS_ADV,
  PLX_CLASS_ADP,
  PLX_CLASS_CONJ,      // and, or, but
  PLX_CLASS_SUB,       // that, if, while
  PLX_CLASS_GENITIVE,  // 's
  PLX_CLASS_TO,        // to before a verb
  PLX_CLASS_NOT,
  PLX_CLASS_PUNCT,
} PlxTokenClass;

/* How a word hangs on its head, after Universal Dependencies. */
typedef enum {
  PLX_DEPREL_NONE,           // the sentence has no tree
  PLX_DEPREL_ROOT,
  PLX_DEPREL_SUBJECT,
  PLX_DEPREL_PASSIVE_SUBJECT,
  PLX_DEPREL_CLAUSE_SUBJECT,
  PLX_DEPREL_OBJECT,
  PLX_DEPREL_INDIRECT,
  PLX_DEPREL_CLAUSE,         // said that …
  PLX_DEPREL_OPEN_CLAUSE,    // wants to …
  PLX_DEPREL_ADVERBIAL,
  PLX_DEPREL_RELATIVE,
  PLX_DEPREL_ADNOMINAL,
  PLX_DEPREL_OBLIQUE,
  PLX_DEPREL_AGENT,
  PLX_DEPREL_WHEN,
  PLX_DEPREL_NOMINAL,
  PLX_DEPREL_OWNER,
  PLX_DEPREL_CONJUNCT,
  PLX_DEPREL_PARATAXIS,
  PLX_DEPREL_APPOSITION,
  PLX_DEPREL_AUXILIARY,
  PLX_DEPREL_COPULA,
  PLX_DEPREL_MARK,
  PLX_DEPREL_CASE,
  PLX_DEPREL_CC,
  PLX_DEPREL_PUNCT,
  PLX_DEPREL_ADVERB,
  PLX_DEPREL_DISCOURSE,
  PLX_DEPREL_OTHER,
} PlxDeprel;

/* A half-open range of tokens. */
typedef struct {
  guint begin;
  guint end;
} PlxRange;

typedef struct {
  PlxAnalysis *analysis;
  guint n;
  const char **lower;   // (n)
  guint8 *class;        // (n) PlxTokenClass
  guint32 *sets;        // (n) bits of PlxWordSet
  gint32 *quote;        // (n) index into quotes, -1: none
  GArray *quotes;       // PlxRange, without the quotation marks
  gint32 *mention;      // (n) the longest mention that begins at or covers the token, -1: none
  gint32 *time;         // (n) time that covers the token, -1
  guint32 *paragraph;   // (number of sentences)
  PlxRange *sentences;  // (number of sentences) tokens of each
  guint n_sentences;
  guint8 *relation;     // (n) PlxDeprel
  gint32 *head;         // (n) -1: root, or no tree
  gint32 *kid, *next;   // (n) the first word that hangs on it; the next on the same head
  PlxRange *reach;      // (n) from the first to the last word under it
  GStringChunk *chunk;
} PlxReading;

PlxReading *plx_reading_new       (PlxAnalysis      *analysis,
                                   const PlxGrammar *grammar) G_GNUC_WARN_UNUSED_RESULT;
void        plx_reading_free      (PlxReading       *reading);

gboolean    plx_reading_is        (const PlxReading *reading,
                                   gint64            i,
                                   const char       *word);
gboolean    plx_reading_is_any    (const PlxReading *reading,
                                   gint64            i,
                                   const char       *words);
gboolean    plx_reading_is_nominal (const PlxReading *reading,
                                   gint64            i);
gboolean    plx_reading_is_be     (const PlxReading *reading,
                                   gint64            i);
guint       plx_reading_token_at  (const PlxReading *reading,
                                   guint32           byte);
guint       plx_reading_paragraph_end (const PlxReading *reading,
                                       guint             sentence);
PlxSpan     plx_reading_span      (const PlxReading *reading,
                                   PlxRange          range);
guint       plx_reading_np_begin  (const PlxReading *reading,
                                   guint             last,
                                   guint             floor);
guint       plx_reading_np_end    (const PlxReading *reading,
                                   guint             first,
                                   guint             ceiling);
guint       plx_reading_np_head   (const PlxReading *reading,
                                   PlxRange          phrase);
guint       plx_reading_verb_group (const PlxReading *reading,
                                   guint             verb,
                                   guint             floor);
gboolean    plx_reading_is_finite (const PlxReading *reading,
                                   guint             verb,
                                   guint             floor);
gboolean    plx_reading_subject   (const PlxReading *reading,
                                   guint             verb,
                                   guint             floor,
                                   PlxRange         *subject);
gint64      plx_reading_kid       (const PlxReading *reading,
                                   gint64            i,
                                   PlxDeprel       relation);
gint64      plx_reading_kid_subject (const PlxReading *reading,
                                     gint64          i);
gboolean    plx_reading_is_under  (const PlxReading *reading,
                                   gint64            i,
                                   gint64            above);
gint64      plx_reading_branch    (const PlxReading *reading,
                                   gint64            i,
                                   gint64            above);

static inline gboolean
plx_reading_has_tree (const PlxReading *reading, gint64 i)
{
  return i >= 0 && i < reading->n && reading->relation[i] != PLX_DEPREL_NONE;
}

/* Does the word at @i belong to the set? */
static inline gboolean
plx_reading_in (const PlxReading *reading, gint64 i, PlxWordSet set)
{
  return i >= 0 && i < reading->n && (reading->sets[i] & 1u << set) != 0;
}

static inline gboolean
plx_range_is_empty (PlxRange range)
{
  return range.end <= range.begin;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReading, plx_reading_free)

G_END_DECLS
