/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/plx-progress.h"
#include "compare/plx-comparison.h"
#include "compare/plx-summary.h"
#include "graph/plx-graph.h"
#include "language/plx-mark.h"

G_BEGIN_DECLS

/* What an export is about: content in, file out. Project fills a report from
 * the store, each writer turns it into one format. Everything is borrowed for
 * the call. */

#define PLX_EXPORT_ERROR (plx_export_error_quark ())
GQuark plx_export_error_quark (void);

typedef enum {
  PLX_EXPORT_ERROR_EMPTY,        // nothing to export
  PLX_EXPORT_ERROR_UNSUPPORTED,  // no such format
  PLX_EXPORT_ERROR_WRITE,        // disk full, folder not writable
  PLX_EXPORT_ERROR_VERIFY,       // what was written does not read back
} PlxExportError;

typedef struct {
  gint64 id;
  const char *title;
  const char *source;
  const char *byline;      // NULL
  const char *published;   // NULL
  const char *url;         // NULL
  const char *language;
  const char *sha256;      // of the original
  const PlxAnalysis *analysis; // its text is the article's
  GPtrArray *marks;        // PlxMark, sorted
} PlxReportArticle;

/* What a person decided about a cell; overrides the suggestion. */
typedef struct {
  guint claim, column;
  PlxCellStatus verdict;
  double confidence_01;    // < 0: not said
  const char *note;
  const char *author;
  const char *decided;     // ISO 8601 UTC, NULL: not known
} PlxReportVerdict;

/* What a person made of a row of the matrix; all 0: nothing. */
typedef struct {
  gboolean is_added;              // worded by a person
  const char *split_from;         // statement of the row it was split from; NULL
  const char *original;           // its statement before it was reworded; NULL
  const char *const *merged_keys; // NULL-terminated: of the other rows in it; NULL: none
  const char *const *merged;      // statements of the same
} PlxReportWork;

typedef enum {
  PLX_REPORT_DROPPED,      // a person took the row out
  PLX_REPORT_CLAIM_GONE,   // work on a claim that is not found any more
  PLX_REPORT_COLUMN_GONE,  // work on a source that the story does not have any more
} PlxReportAsideKind;

/* What does not stand in the matrix, though a person worked on it. */
typedef struct {
  PlxReportAsideKind kind;
  const char *key, *statement;
  const char *reason;      // of DROPPED; NULL: none given
  const char *column;      // of COLUMN_GONE
  const char *quote;       // of the others: the words it hung on; NULL
  guint n_verdicts;
  const char *author, *decided;   // of DROPPED
} PlxReportAside;

/* One happening: consecutive articles of the report, compared with each other. */
typedef struct {
  const char *title;
  guint first, n;          // into the report's articles; n > 0
  const PlxComparison *comparison;      // NULL: none; its articles are these, in order
  const PlxReportVerdict *verdicts;
  guint n_verdicts;
  const PlxReportWork *work;            // (claims) NULL: nobody touched a row
  const PlxReportAside *aside;          // (n_aside)
  guint n_aside;
} PlxReportStory;

typedef struct {
  const char *title;
  const char *author;      // who exports
  const char *date;        // ISO 8601 UTC: of the export, or SOURCE_DATE_EPOCH
  const char *program;     // "Parallax 0.1.0"
  const PlxReportArticle *articles;
  guint n_articles;
  const PlxReportStory *stories;        // in the order of their articles, none twice
  guint n_stories;
  const PlxGraph *graph;                // NULL: none
  gboolean all_claims;                  // the PDF leaves none to the spreadsheet
} PlxReport;

/* plx-pdf.c: the marked-up PDF */
gboolean plx_report_write_pdf  (const PlxReport    *report,
                                const char         *path,
                                const PlxProgress  *progress,
                                GCancellable       *cancellable,
                                GError            **error);
/* plx-csv.c: one row per mark; plx-json-ld.c: W3C Web Annotation */
gboolean plx_report_write_csv     (const PlxReport *report, const char *path, GError **error);
gboolean plx_report_write_json_ld (const PlxReport *report, const char *path, GError **error);

/* The comparison of the report's one story: EMPTY without, UNSUPPORTED with
 * several. plx-xlsx.c, plx-html.c; plx-matrix-csv.c: claims × sources;
 * plx-matrix-json.c: the comparison object with verdicts; plx-summary-file.c */
gboolean plx_report_write_xlsx        (const PlxReport   *report,
                                       const char        *path,
                                       const PlxProgress *progress,
                                       GCancellable      *cancellable,
                                       GError           **error);
gboolean plx_report_write_html        (const PlxReport   *report,
                                       const char        *path,
                                       const PlxProgress *progress,
                                       GCancellable      *cancellable,
                                       GError           **error);
gboolean plx_report_write_matrix_csv  (const PlxReport   *report,
                                       const char        *path,
                                       GCancellable      *cancellable,
                                       GError           **error);
gboolean plx_report_write_matrix_json (const PlxReport   *report,
                                       const char        *path,
                                       GCancellable      *cancellable,
                                       GError           **error);
gboolean plx_report_write_summary     (const PlxReport   *report,
                                       PlxSummaryFormat   format,
                                       const char        *path,
                                       GError           **error);

G_END_DECLS
