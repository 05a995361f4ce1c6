/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-reading.h"
#include "language/plx-times-private.h"

G_BEGIN_DECLS

/* What the files of the careful reader's checks share. */

typedef struct {
  const PlxTimeLists *lists;
  PlxAnalysis *analysis;
  PlxReading *reading;
  gboolean is_dated;
  GDate published;
} Checks;

void plx_checks_durations (Checks *self);   // plx-findings-durations.c
void plx_checks_dates     (Checks *self);   // plx-findings-dates.c

void     plx_checks_add   (Checks *self, PlxFindingKind kind, const PlxSpan *spans, guint n_spans,
                           const char *const *values, guint n_values, const char *message);
const char *plx_checks_phrase (const Checks *self, guint token, guint end, guint *n_words);
guint    plx_checks_event_at (const Checks *self, guint32 byte);
gint32   plx_checks_sentence (const Checks *self, PlxSpan span);

G_END_DECLS
