/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-span.h"
#include "compare/plx-vocabulary.h"
#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* A text as the comparison reads it. Own word splitting, the same for articles
 * and for claims, which have no analysis; of the analysis, where there is one,
 * the sentences, the tags and the resolved mentions are used.
 *
 *   sentences ⊃ clauses ⊃ terms, all sorted, each by index into the next
 *
 * Scripts without spaces between words give overlapping pairs of characters. */

typedef enum {
  PLX_TERM_STOP     = 1 << 0,
  PLX_TERM_NAME     = 1 << 1,
  PLX_TERM_NUMBER   = 1 << 2,   // begins with a digit or a sign of money
  PLX_TERM_NEGATION = 1 << 3,
  PLX_TERM_DENIAL   = 1 << 4,
  PLX_TERM_SAYING   = 1 << 5,
  PLX_TERM_PAIR     = 1 << 6,   // two characters of a script without spaces
  PLX_TERM_BREAK    = 1 << 7,   // a comma, quotation mark … stands before it
  PLX_TERM_CAPITALS = 1 << 8,   // all capitals: may be an acronym
} PlxTermFlags;

typedef struct {
  PlxSpan span;
  guint32 id;
  guint32 flags;
} PlxTerm;

typedef struct {
  PlxSpan span;
  guint first_term, n_terms;
  guint sentence;
} PlxClause;

typedef struct {
  PlxSpan span;
  guint first_term, n_terms;
  guint first_clause, n_clauses;
} PlxSentence;

/* A name that a sentence means without saying it: "he", "the newspaper". */
typedef struct {
  guint sentence;
  guint32 id;
  PlxSpan span;
  gboolean by_name;   // the mention itself is a name: nothing hidden
} PlxMeantTerm;

typedef struct {
  const char *text;     // borrowed
  gsize n_bytes;
  GArray *terms;        // PlxTerm
  GArray *sentences;    // PlxSentence
  GArray *clauses;      // PlxClause
  GArray *meant;        // PlxMeantTerm, by sentence
  GArray *facts;        // PlxFact, by sentence; see plx-facts.h
} PlxText;

#define PLX_TEXT_TERM(t, i)     (&g_array_index ((t)->terms, PlxTerm, (i)))
#define PLX_TEXT_SENTENCE(t, i) (&g_array_index ((t)->sentences, PlxSentence, (i)))
#define PLX_TEXT_CLAUSE(t, i)   (&g_array_index ((t)->clauses, PlxClause, (i)))

PlxText *plx_text_read_analysis (PlxVocabulary     *vocabulary,
                                 const PlxAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;
PlxText *plx_text_read_claim    (PlxVocabulary     *vocabulary,
                                 const char        *statement) G_GNUC_WARN_UNUSED_RESULT;
PlxText *plx_text_read_words    (PlxVocabulary     *vocabulary,
                                 const char        *text,
                                 gsize              n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void     plx_text_free          (PlxText           *self);
guint    plx_text_sentence_at   (const PlxText     *self,
                                 guint32            byte);
guint    plx_text_first_meant   (const PlxText     *self,
                                 guint              sentence);
gboolean plx_term_is_content    (const PlxTerm     *term);
char    *plx_text_fold          (const char        *word,
                                 gsize              n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxText, plx_text_free)

G_END_DECLS
