/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* What a comparison comes to, on one page: what contradicts, what is told
 * otherwise, what is agreed, what only one source has, what is left out. A
 * person's verdicts go before what the engine found. An empty cell was searched
 * and not found; it is counted, and never called an omission.
 *
 * Deterministic; owns all its strings, so that it outlives the comparison.
 * A source that has several articles counts once. */

typedef enum {
  PLX_SUMMARY_CONTRADICTED,  // with the words that exclude each other
  PLX_SUMMARY_DIFFERS,       // who gives which number, time …; both can be true
  PLX_SUMMARY_AGREED,        // reported alike by all or most
  PLX_SUMMARY_SHARED,        // reported alike by several, not by most
  PLX_SUMMARY_ONLY,          // one source only
  PLX_SUMMARY_LEFT_OUT,      // said to be left out, or decided so by a person
  PLX_N_SUMMARY_KINDS,
} PlxSummaryKind;

/* Sources that say the same of a claim in the same words. */
typedef struct {
  PlxCellStatus status;
  gboolean is_decided;   // by a person
  char *sources;         // "The Harbour Times, Continental Press"
  char *words;           // "60,000 tonnes": what they give instead; NULL: plainly the claim
  char *quote;           // their words around it; NULL
  gint column;           // of the first: opens its cell
} PlxSummaryVoice;

typedef struct {
  gint claim;            // index into the comparison's claims
  char *statement;
  guint n_sources;       // that report it, alike or otherwise
  guint origins;         // independent ones
  GPtrArray *voices;     // PlxSummaryVoice
} PlxSummaryItem;

typedef struct {
  PlxSummaryKind kind;
  const char *title;     // "What contradicts"
  GPtrArray *items;      // PlxSummaryItem, most salient first
  guint n_more;          // further ones that do not fit
} PlxSummarySection;

typedef struct {
  char *name;
  char *dates;           // "14 May 2031", "12–14 May 2031", "no date"
  guint n_articles;
  char *copies;          // "the text of Yonhap": what it shares; NULL: its own
} PlxSummarySource;

typedef struct {
  char *title;           // the story's
  GPtrArray *sources;    // PlxSummarySource, in the order of their articles
  char *heard;           // sources heard only through others: "Rodong Sinmun through KCNA"; NULL
  guint n_articles, n_origins, n_claims;
  PlxSummarySection sections[PLX_N_SUMMARY_KINDS];
  guint n_not_found;     // cells searched in vain, nobody decided
  guint n_left_out;      // cells said or decided to be left out
  guint n_not_examined;  // cells of articles nobody searched
  guint n_decided;       // cells that a person decided
} PlxSummary;

typedef enum {
  PLX_SUMMARY_PLAIN,
  PLX_SUMMARY_MARKDOWN,
} PlxSummaryFormat;

/* @articles: those that plx_compare() was given
 * @verdicts: (claims, columns) row-major, NOT_EXAMINED: none; NULL: none at all
 * @n_lines: about how many lines of a page its items may take; 0: a page's */
PlxSummary *plx_summary_new      (const PlxComparison        *comparison,
                                  const PlxComparisonArticle *articles,
                                  const PlxCellStatus        *verdicts,
                                  const char                 *title,
                                  guint                       n_lines) G_GNUC_WARN_UNUSED_RESULT;
void        plx_summary_free     (PlxSummary       *self);
/* "5 of 7 sources", "1 origin" */
char       *plx_summary_dup_support (const PlxSummary     *self,
                                     const PlxSummaryItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* "212 empty cells were searched and not found: that is no omission. …" */
char       *plx_summary_dup_silence (const PlxSummary *self) G_GNUC_WARN_UNUSED_RESULT;
/* "7 sources · 9 articles · 6 independent origins · 41 claims" */
char       *plx_summary_dup_counts (const PlxSummary *self) G_GNUC_WARN_UNUSED_RESULT;
/* "The Harbour Times (14 May 2031), Evening Post (15 May 2031, the text of SNA)" */
char       *plx_summary_dup_sources (const PlxSummary *self) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE: each voice has a line of its own, with its words; else they stand in
 * the item's tail */
gboolean    plx_summary_lists_voices (PlxSummaryKind kind);
/* "The Harbour Times · contradicted: 60,000 tonnes — “60,000 tonnes have crossed …”" */
char       *plx_summary_voice_dup_line (const PlxSummaryVoice *voice,
                                        PlxSummaryKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* "3 of 4 sources, 2 origins: The Harbour Times, Evening Post" */
char       *plx_summary_item_dup_tail (const PlxSummary     *self,
                                       const PlxSummaryItem *item,
                                       PlxSummaryKind        kind) G_GNUC_WARN_UNUSED_RESULT;
/* the statement with its tail in brackets */
char       *plx_summary_item_dup_line (const PlxSummary     *self,
                                       const PlxSummaryItem *item,
                                       PlxSummaryKind        kind) G_GNUC_WARN_UNUSED_RESULT;
char       *plx_summary_dup_text (const PlxSummary *self,
                                  PlxSummaryFormat  format) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSummary, plx_summary_free)

G_END_DECLS
