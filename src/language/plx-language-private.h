/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language.h"
#include "language/plx-model.h"

G_BEGIN_DECLS

/* The engine's steps, in the order plx_language_analyse() runs them. Each
 * reads what the steps before it left in @analysis and appends its own layer.
 * Each step keeps its word lists in a Plx…Lists of its own, made by its
 * _lists_new() from data/language/<lang>/ and owned by PlxLanguage. */

typedef struct _PlxTokenLists     PlxTokenLists;     // abbreviations, lexicon of tags
typedef struct _PlxNameLists      PlxNameLists;      // gazetteers, titles, heads of names
typedef struct _PlxTimeLists      PlxTimeLists;      // time grammar, units
typedef struct _PlxStatementLists PlxStatementLists; // cues, patterns, source nouns, omissions
typedef struct _PlxEventLists     PlxEventLists;     // triggers, relation patterns
typedef struct _PlxCorefClusters  PlxCorefClusters;
typedef struct _PlxSyntax         PlxSyntax;         // plx-syntax.h: names and vectors of tokens

struct _PlxLanguage {
  PlxModel *model;
  GOnce version;        // char *, made when first asked for
  PlxTokenLists *tokens;
  PlxNameLists *names;
  PlxTimeLists *times;
  PlxStatementLists *statements;
  PlxEventLists *events;
};

/* plx-sentences.c, plx-tokens.c, plx-tagger.c */
PlxTokenLists *plx_token_lists_new  (GError **error);
void           plx_token_lists_free (PlxTokenLists *lists);
void plx_find_sentences  (const PlxTokenLists *lists, PlxAnalysis *analysis);
void plx_find_tokens     (const PlxTokenLists *lists, PlxAnalysis *analysis);
void plx_tag_tokens      (const PlxTokenLists *lists, PlxAnalysis *analysis);

/* plx-names.c, plx-coreference.c: mentions, entities, roles */
PlxNameLists  *plx_name_lists_new   (GError **error);
void           plx_name_lists_free  (PlxNameLists *lists);
void plx_find_names      (const PlxNameLists *lists, const PlxArticleText *article,
                          const PlxSyntax *syntax, PlxAnalysis *analysis);
void plx_resolve_mentions (const PlxNameLists *lists, const PlxArticleText *article,
                           const PlxSyntax *syntax, PlxAnalysis *analysis);

/* plx-coref-clusters.c: what is spoken of again, where there are trees */
PlxCorefClusters *plx_coref_clusters_new (const PlxNameLists *lists, const PlxSyntax *syntax,
                                          PlxAnalysis *analysis);
void           plx_coref_clusters_file (PlxCorefClusters *clusters, PlxAnalysis *analysis);
void           plx_coref_clusters_free (PlxCorefClusters *clusters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorefClusters, plx_coref_clusters_free)

/* plx-times.c, plx-quantities.c */
PlxTimeLists  *plx_time_lists_new   (GError **error);
void           plx_time_lists_free  (PlxTimeLists *lists);
void plx_find_times      (const PlxTimeLists *lists, const PlxArticleText *article,
                          PlxAnalysis *analysis);
void plx_find_quantities (const PlxTimeLists *lists, PlxAnalysis *analysis);

/* plx-statements.c */
PlxStatementLists *plx_statement_lists_new  (GError **error);
void               plx_statement_lists_free (PlxStatementLists *lists);
void plx_find_statements (const PlxStatementLists *lists, const PlxArticleText *article,
                          PlxAnalysis *analysis);

/* plx-events.c, plx-relations.c */
PlxEventLists *plx_event_lists_new  (GError **error);
void           plx_event_lists_free (PlxEventLists *lists);
void plx_find_events     (const PlxEventLists *lists, PlxAnalysis *analysis);
void plx_find_relations  (const PlxEventLists *lists, PlxAnalysis *analysis);

/* plx-findings.c: reads times, events, statements; see expected.md's checks */
void plx_find_findings   (const PlxTimeLists *lists, const PlxArticleText *article,
                          PlxAnalysis *analysis);

/* plx-given.c: what the headline means */
gboolean plx_read_title  (const PlxLanguage *self, const char *title, PlxAnalysis *analysis,
                          GCancellable *cancellable, GError **error);

/* plx-oddities.c: what may make reading the text go wrong, as diagnostics */
void plx_find_oddities   (PlxAnalysis *analysis, gboolean is_english);

G_END_DECLS
