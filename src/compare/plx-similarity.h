/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"
#include "compare/plx-facts.h"
#include "compare/plx-text.h"

G_BEGIN_DECLS

/* A query keeps no more words: a claim of more is a paragraph. */
enum { PLX_QUERY_MAX_TERMS = 64 };

typedef struct {
  guint query_term;
  float sim_01;
  gint next;               // -1: the last for its word
} PlxHit;

/* The texts of one story with an inverted index over their sentences, and how
 * much of a claim a sentence says.
 *
 *   sentences of all articles are numbered through:
 *   article a has [first_sentence[a], first_sentence[a + 1])
 *
 * Not for two threads at once: a search leaves marks in the scratch arrays. */
typedef struct {
  PlxVocabulary *vocabulary;
  guint n_articles;
  PlxText **texts;         // (n_articles)
  guint *first_sentence;   // (n_articles + 1)
  guint n_sentences;
  GArray *years;           // guint: years of publication
  GArray **postings;       // (n_words) of guint: sentences, each once; NULL: none

  /* scratch of the search under way */
  guint epoch;
  guint *sentence_epoch;   // (n_sentences)
  guint *last_term;        // (n_sentences) claim term counted last
  float *last_sim;         // (n_sentences)
  float *rough;            // (n_sentences) score before the full one
  GArray *touched;         // guint
  guint *word_epoch;       // (n_words)
  gint *first_hit;         // (n_words) into hits
  GArray *hits;            // PlxHit: words that answer a word of the query
} PlxStoryIndex;

typedef struct {
  guint32 id;
  float weight;
  guint32 term;            // index into the text's terms, G_MAXUINT32: meant
  gboolean is_name;
} PlxQueryTerm;

/* What is looked for: a given claim, or a clause of an article. */
typedef struct {
  const PlxText *text;
  guint first_term, end_term;
  GArray *terms;           // PlxQueryTerm, words of content, each once
  GPtrArray *facts;        // PlxFact, borrowed
  double weight;           // sum
  double fact_weight;      // sum over the facts
} PlxQuery;

/* How one sentence answers a query. */
typedef struct {
  guint article;
  guint sentence;          // of the article
  double coverage_01;      // share of the words' weight
  double core_01;          // the same without names: what is said of them
  double names_01;         // the same of the names
  double score_01;         // with clauses and facts
  guint n_agreeing;        // facts of the query found
  guint n_figures;         // how many of these are no dates
  guint n_years;           // how many are years of other times
  double agreeing;         // their weight
  const PlxFact *asked, *found;   // facts that exclude or differ, NULL: none
  PlxFactRelation relation;       // of these two
  double local_01;         // share of the words around the one that stand around the other
  guint n_local;           // how many of them
  PlxSpan opposed;         // a word denied or opposite, empty: none
  guint32 opposed_term;    // the query's term it answers
  guint first_clause, n_clauses;  // evidence
  PlxSpan evidence;
  PlxSpan also;            // another sentence that means the claim nearly as well, empty: none
  guint other;             // PLX_DIFFERS_PLACE or _ACTOR: another name stands in its stead
  PlxSpan other_span;
  gboolean turned;         // the claim says nearly all that the evidence does, or means it
  double meant_01;         // how likely the sentence means the claim; 0: words alone looked
} PlxMatch;

/* Whether a claim with this fact is told only where the fact is. */
gboolean       plx_fact_is_figure     (const PlxStoryIndex        *index,
                                       const PlxFact              *fact);
double         plx_fact_weigh         (const PlxStoryIndex        *index,
                                       const PlxFact              *fact);
PlxStoryIndex *plx_story_index_new    (const PlxComparisonArticle *articles,
                                       guint                       n_articles,
                                       PlxVocabulary              *vocabulary)
                                       G_GNUC_WARN_UNUSED_RESULT;
void           plx_story_index_close  (PlxStoryIndex              *self);
void           plx_story_index_free   (PlxStoryIndex              *self);

PlxQuery      *plx_query_new          (const PlxStoryIndex        *index,
                                       const PlxText              *text,
                                       guint                       first_term,
                                       guint                       end_term)
                                       G_GNUC_WARN_UNUSED_RESULT;
void           plx_query_free         (PlxQuery                   *self);

/* plx-parties.c */
void           plx_match_parties      (const PlxQuery             *query,
                                       const PlxStoryIndex        *index,
                                       const PlxText              *text,
                                       const float                *sims,
                                       PlxMatch                   *match);
/* Makes the index answer to this query: search does so itself, match needs it. */
void           plx_query_prepare      (const PlxQuery             *self,
                                       PlxStoryIndex              *index);
/* The PLX_N_CANDIDATES best sentences per article that share a word with the
 * query, article by article, best first: PlxMatch. */
GArray        *plx_query_search       (const PlxQuery             *self,
                                       PlxStoryIndex              *index) G_GNUC_WARN_UNUSED_RESULT;
int            plx_match_compare      (gconstpointer               a,
                                       gconstpointer               b);
PlxMatch       plx_query_match        (const PlxQuery             *self,
                                       const PlxStoryIndex        *index,
                                       guint                       article,
                                       guint                       sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryIndex, plx_story_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxQuery, plx_query_free)

G_END_DECLS
