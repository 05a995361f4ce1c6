/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-summary.h"

G_BEGIN_DECLS

/* plx-summary-sources.c: fills sources, heard and n_origins; returns the source
 * of each article (n_articles) */
guint *plx_summary_list_sources (PlxSummary                 *self,
                                 const PlxComparison        *comparison,
                                 const PlxComparisonArticle *articles) G_GNUC_WARN_UNUSED_RESULT;
/* plx-summary-text.c: on one line, cut at a word near @n_chars */
char  *plx_summary_dup_spans    (const PlxAnalysis *analysis,
                                 const PlxSpan     *spans,
                                 guint              n_spans,
                                 guint              n_chars) G_GNUC_WARN_UNUSED_RESULT;
/* the words around what differs in @evidence */
char  *plx_summary_dup_quote    (const PlxAnalysis *analysis,
                                 const PlxEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
