/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-cast.h"
#include "compare/plx-figures.h"
#include "compare/plx-meanings.h"
#include "compare/plx-framing-lists.h"
#include "compare/plx-propositions.h"
#include "compare/plx-similarity.h"

G_BEGIN_DECLS

/* The work on one comparison: what the steps hand to each other. Each step
 * reads the job and adds its part to @out; plx_compare() runs them in the
 * order of this file. */

/* A clause of an article, or a given claim, before anybody looked for it. */
typedef struct {
  gint article;          // -1: given
  const PlxText *text;
  guint sentence;
  guint first_term, end_term;
  PlxSpan span;          // evidence in its own article
  gint statement;        // of the article's analysis, -1
  gboolean is_omission;  // the topic that a source left out; span is the telling of it
  gboolean merged;       // another seed speaks for it
  guint speaker;         // … this one, counted from 1; 0: nobody
  gboolean lends;        // it says all the same and may lend the row its words
  const PlxProposition *proposition;  // NULL: a clause
  const PlxClaimText *given;
  double needed_01;      // score that reports it: lower for a claim that nobody words alike
} PlxSeed;

typedef struct _PlxVoices PlxVoices;   // plx-voices.c

typedef struct {
  const PlxComparisonArticle *articles;
  guint n_articles;
  const PlxComparisonOptions *options;
  PlxVocabulary *vocabulary;
  PlxStoryIndex *index;
  PlxMeanings *meanings;       // NULL: words alone decide
  GHashTable **statements_of;  // (n_articles) sentence → GArray of gint: its statements
  GArray *omissions;           // PlxSeed: matters that an article says a source left out
  GArray *seeds;               // PlxSeed
  const PlxClaimWords *claim_words;
  GPtrArray *propositions;     // GPtrArray of PlxProposition that seeds point at
  const PlxQuantities *quantities;
  GArray **figures;            // (n_articles) of PlxFigure
  GArray *claim_seeds;         // guint: seed of each claim
  PlxCast *cast;               // who is who in all articles
  const PlxFramingLists *framing_lists;
  PlxVoices *voices;           // columns by name
  PlxComparison *out;
} PlxCompareJob;

/* plx-claims.c */
void         plx_omissions_find    (PlxCompareJob             *job);
void         plx_claims_find       (PlxCompareJob             *job);
PlxQuery    *plx_seed_query        (const PlxCompareJob       *job,
                                    const PlxSeed             *seed) G_GNUC_WARN_UNUSED_RESULT;
guint        plx_token_at          (const PlxAnalysis         *analysis,
                                    guint32                    byte);
guint        plx_dateline_skip     (const PlxText             *text,
                                    const PlxSentence         *sentence);
PlxClaim    *plx_claim_new         (const PlxCompareJob       *job,
                                    const PlxSeed             *seed,
                                    guint                      number) G_GNUC_WARN_UNUSED_RESULT;
/* plx-seed-checks.c */
guint        plx_count_content     (const PlxText             *text,
                                    guint                      first,
                                    guint                      end);
gboolean     plx_seed_is_worth_it  (const PlxCompareJob       *job,
                                    const PlxSeed             *seed);
gboolean     plx_seed_is_said      (const PlxCompareJob       *job,
                                    const PlxSeed             *seed);
PlxSpan      plx_seed_nobody       (const PlxCompareJob       *job,
                                    const PlxSeed             *seed);
/* plx-salience.c */
double       plx_claim_salience    (const PlxCompareJob       *job,
                                    guint                      claim,
                                    guint                      n_origins);
/* plx-claim-text.c */
char        *plx_seed_dup_text     (const PlxCompareJob       *job,
                                    const PlxSeed             *seed) G_GNUC_WARN_UNUSED_RESULT;
/* plx-hedges.c */
void         plx_hedges_compare    (const PlxCompareJob       *job,
                                    const PlxSeed             *seed,
                                    const PlxMatch            *match,
                                    PlxSpan                   *asked,
                                    PlxSpan                   *found);
/* plx-exclusion.c */
gboolean     plx_match_is_of_same  (const PlxMatch            *match);
gboolean     plx_match_excludes    (const PlxCompareJob       *job,
                                    const PlxSeed             *seed,
                                    const PlxQuery            *query,
                                    PlxMatch                  *match);
/* plx-cells.c */
void         plx_cell_decide       (const PlxCompareJob       *job,
                                    const PlxSeed             *seed,
                                    const PlxQuery            *query,
                                    const PlxMatch            *matches,
                                    guint                      n_matches,
                                    PlxCell                   *cell);
void         plx_cell_own          (const PlxCompareJob       *job,
                                    const PlxSeed             *seed,
                                    PlxCell                   *cell);
void         plx_cell_set_figure   (const PlxCompareJob       *job,
                                    guint                      article,
                                    const PlxFigure           *figure,
                                    PlxCellStatus              status,
                                    PlxCell                   *cell);
void         plx_cell_set_fact     (const PlxCompareJob       *job,
                                    guint                      article,
                                    const PlxFact             *found,
                                    PlxSpan                    evidence,
                                    PlxFactRelation            relation,
                                    PlxCell                   *cell);
char        *plx_figure_dup_text   (const PlxCompareJob       *job,
                                    guint                      article,
                                    const PlxFigure           *figure) G_GNUC_WARN_UNUSED_RESULT;
void         plx_cell_clear        (PlxCell                   *cell);
void         plx_cell_copy         (const PlxCell             *from,
                                    PlxCell                   *to);
gint         plx_statement_at      (const PlxCompareJob       *job,
                                    guint                      article,
                                    guint                      sentence,
                                    PlxSpan                    span);
char       **plx_statement_dup_via (const PlxAnalysis         *analysis,
                                    gint                       statement) G_GNUC_WARN_UNUSED_RESULT;
/* plx-rows.c */
guint        plx_seed_first        (const PlxCompareJob       *job,
                                    gint                       article,
                                    guint                      sentence);
void         plx_row_fill          (PlxCompareJob             *job,
                                    guint                      index,
                                    PlxCell                   *cells);
/* plx-same.c */
gboolean     plx_seed_is_frame_word (const PlxCompareJob      *job,
                                     const PlxSeed            *seed,
                                     PlxSpan                   word);
gboolean     plx_seeds_say_same    (const PlxCompareJob       *job,
                                    const PlxSeed             *a,
                                    const PlxQuery            *asked,
                                    const PlxSeed             *b,
                                    double                     min_01);
gboolean     plx_seed_is_told_by   (const PlxCompareJob       *job,
                                    const PlxSeed             *a,
                                    const PlxSeed             *b);
gboolean     plx_seeds_omit_same   (const PlxCompareJob       *job,
                                    const PlxSeed             *a,
                                    const PlxSeed             *b);
/* plx-counts.c: numbers of one unit or thing */
void         plx_counts_meet       (PlxCompareJob             *job,
                                    guint                      index,
                                    PlxCell                   *cells);
/* plx-updates.c: numbers of one quantity that reports give differently */
void         plx_updates_meet      (PlxCompareJob             *job,
                                    guint                      index,
                                    PlxCell                   *cells);
void         plx_updates_order     (PlxCompareJob             *job);
/* plx-voices.c: columns and cells of sources heard only through others */
gboolean     plx_names_are_same    (const char                *a,
                                    const char                *b);
void         plx_voices_find       (PlxCompareJob             *job);
void         plx_voices_fill       (PlxCompareJob             *job);
void         plx_voices_free       (PlxVoices                 *self,
                                    guint                      n_articles);
/* plx-voices-keep.c */
void         plx_voices_keep       (PlxCompareJob             *job);
/* plx-notes.c */
void         plx_notes_find        (PlxCompareJob             *job);
void         plx_note_free         (PlxComparisonNote         *self);
/* plx-findings-between.c, plx-align.c, plx-naming.c, plx-overused.c */
void         plx_claims_rate       (PlxCompareJob             *job);
/* plx-differences.c */
void         plx_differences_find  (PlxCompareJob             *job);
GPtrArray   *plx_evidence_facts    (const PlxCompareJob       *job,
                                    const PlxEvidence         *evidence) G_GNUC_WARN_UNUSED_RESULT;
void         plx_evidence_copy     (const PlxEvidence         *from,
                                    PlxEvidence               *to);
const char  *plx_column_name       (const PlxCompareJob       *job,
                                    gint                       article);
/* plx-day-differences.c */
void         plx_days_compare      (PlxCompareJob             *job);
/* plx-findings-people.c, once the cast is known */
void         plx_people_compare    (PlxCompareJob             *job);
void         plx_alignments_find   (PlxCompareJob             *job);
void         plx_naming_find       (PlxCompareJob             *job);
void         plx_event_naming_find (PlxCompareJob             *job);
PlxNaming   *plx_naming_new        (const char                *entity,
                                    PlxEntityKind              kind,
                                    guint                      article) G_GNUC_WARN_UNUSED_RESULT;
void         plx_naming_count      (PlxNaming                 *naming,
                                    char                      *text,
                                    PlxMentionForm             how,
                                    PlxSpan                    span);
void         plx_naming_close      (PlxNaming                 *naming);
void         plx_overused_find     (PlxCompareJob             *job);
/* plx-framing.c, plx-course.c: filled from the finished matrix */
void         plx_framing_find      (PlxCompareJob             *job);
void         plx_course_find       (PlxCompareJob             *job);
/* plx-prominence.c */
void         plx_prominence_find   (PlxCompareJob             *job,
                                    guint                      article);

G_END_DECLS
