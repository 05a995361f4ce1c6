/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Standing phrases of one source: word sequences that many of its reports
 * share, and that appear or vanish between reports ("respected Comrade"). The
 * reports may be of any stories; titles, sources and all layers of the
 * analyses but the text may be missing. */

typedef struct {
  char *phrase;           // as first written
  guint n_words;
  guint *reports;         // (n_reports) that have it: indices into the input, by date
  guint n_reports;
  guint *missing;         // (n_missing) dated reports from the first to the last that
  guint n_missing;        // have it which do not
  PlxSpan first;          // in the text of reports[0]
  PlxSpan last;           // in the text of reports[n_reports - 1]
  guint n_before;         // reports dated before the first that has it
  guint n_after;          // reports dated after the last that has it
  gboolean appears;       // n_before is more than chance
  gboolean vanishes;      // n_after is more than chance
  double chance_01;       // of so long a silence before or after, if it came as often as
                          // from its first to its last report; the lesser of both
} PlxStandingPhrase;

typedef struct {
  guint n_dated;          // reports with a date
  GPtrArray *phrases;     // PlxStandingPhrase: those that appear or vanish first, the least
                          // likely by chance first; then by reports, by words
} PlxSeries;

/* @reports: of one source, in any order; borrowed for the call. Reports without a
 * date count as having a phrase, but neither appear nor vanish. */
PlxSeries *plx_series_read (const PlxComparisonArticle *reports,
                            guint                       n_reports,
                            GCancellable               *cancellable,
                            GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void       plx_series_free (PlxSeries                  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSeries, plx_series_free)

G_END_DECLS
