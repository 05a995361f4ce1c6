/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-cell-words.h"
#include "compare/plx-summary.h"
#include "export/plx-report.h"

G_BEGIN_DECLS

/* One story's matrix as its tables show it: claims in order, columns with
 * names that differ, what holds of each cell. What XLSX, CSV, HTML and JSON
 * share; each of them only writes it down. */

typedef struct {
  const PlxReport *report;
  const PlxReportStory *story;
  const PlxComparison *comparison;
  guint *order;                        // (claims) most disputed first
  const PlxReportVerdict **verdicts;   // (claims, columns) row-major, NULL: none
  char **heads;                        // (columns), NULL-terminated: no two alike
  PlxComparisonArticle *articles;      // (comparison's articles), for the engine
  PlxSummary *summary;
} PlxMatrix;

/* The report's only comparison; EMPTY: it has none, UNSUPPORTED: several. */
PlxMatrix              *plx_matrix_new          (const PlxReport  *report,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of one story; @n_lines as for plx_summary_new(). */
PlxSummary             *plx_matrix_summarise    (const PlxReport      *report,
                                                 const PlxReportStory *story,
                                                 guint                 n_lines)
                                        G_GNUC_WARN_UNUSED_RESULT;
void                    plx_matrix_free         (PlxMatrix        *self);
const PlxReportVerdict *plx_matrix_get_verdict  (const PlxMatrix  *self,
                                                 guint             claim,
                                                 guint             column);
/* the person's, else the engine's */
PlxCellStatus           plx_matrix_get_status   (const PlxMatrix  *self,
                                                 guint             claim,
                                                 guint             column);
/* "◐ reported differently: 60,000 tonnes ✓" */
char                   *plx_matrix_dup_cell     (const PlxMatrix  *self,
                                                 guint             claim,
                                                 guint             column)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* the article whose words a cell rests on, else the column's; NULL: none */
const PlxReportArticle *plx_matrix_get_article  (const PlxMatrix  *self,
                                                 guint             claim,
                                                 guint             column);
/* all its words; "" where there are none */
char                   *plx_matrix_dup_quote    (const PlxMatrix  *self,
                                                 const PlxEvidence *evidence)
                                        G_GNUC_WARN_UNUSED_RESULT;
char                   *plx_matrix_dup_differing (const PlxMatrix *self,
                                                  const PlxEvidence *evidence)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* "Continental Press ▸ Saranian state media ▸ Vesk" */
char                   *plx_matrix_dup_chain    (const PlxMatrix  *self,
                                                 guint             claim,
                                                 guint             column)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* "peninsula, discussions" */
char                   *plx_matrix_dup_terms    (char            **terms) G_GNUC_WARN_UNUSED_RESULT;
/* "0.7"; "": not said */
char                   *plx_matrix_dup_confidence (const PlxReportVerdict *verdict)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* That a cell was searched, whatever it is taken for now. */
gboolean                plx_matrix_was_searched (const PlxMatrix  *self,
                                                 guint             claim,
                                                 guint             column);
/* plx-matrix-work.c: NULL: nobody touched the row */
const PlxReportWork    *plx_report_story_get_work (const PlxReportStory *story,
                                                   guint                 claim);
/* "merged from 3 claims, also “…”"; "": nobody touched the row */
char                   *plx_report_story_dup_work (const PlxReportStory *story,
                                                   guint                 claim)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* "dropped by Änne on 2031-05-16: said twice" */
char                   *plx_report_aside_dup_words (const PlxReportAside *aside)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* "decided by Änne on 2031-05-16, confidence 0.7: not in print either"; "": none */
char                   *plx_matrix_dup_decision (const PlxReportVerdict *verdict)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* Whose text an article prints and how that is known: "SNA: published before";
 * "": its own */
char                   *plx_matrix_dup_copies   (const PlxMatrix  *self,
                                                 gint              article)
                                        G_GNUC_WARN_UNUSED_RESULT;
/* Valid UTF-8 without characters that XML and spreadsheets refuse. */
char                   *plx_matrix_dup_clean    (const char       *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMatrix, plx_matrix_free)

G_END_DECLS
