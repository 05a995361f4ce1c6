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
 * verb). There is no tree; what a tree would decide is decided by neighbours. */

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
