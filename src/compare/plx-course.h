/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Claims over time: who said each first, and what one source with several
 * dated articles said, changed and dropped.
 *
 * Only articles with a date take part. Two articles of one day are in no order
 * unless both give a time. */

typedef enum {
  PLX_TURN_FIRST,     // said for the first time
  PLX_TURN_CHANGED,   // said again with another number, time, name or denial
  PLX_TURN_DROPPED,   // a later report on the story does not have it any more
  PLX_TURN_RESUMED,   // said again after it was dropped
  PLX_N_TURN_KINDS,
} PlxTurnKind;

typedef struct {
  PlxTurnKind kind;
  gint article;           // of FIRST, CHANGED, RESUMED: that says it; of DROPPED: the first without
  gint before;            // the last report before that said it, -1
  char *from, *to;        // of CHANGED: the words that moved, "12 people" → "19 people"
  PlxSpan from_span;      // in the text of before
  PlxSpan to_span;        // in the text of article
  gint *searched;         // (n_searched) of DROPPED: the reports without it, by date; what
  guint n_searched;       // was tried stands in the record of their cells of the matrix
} PlxTurn;

/* One claim in the articles of one source that has at least two dated ones. */
typedef struct {
  guint claim;
  char *source;
  gint first, last;       // articles by date
  gboolean dropped;       // the last report does not have it
  GPtrArray *turns;       // PlxTurn by date; the first is FIRST
  guint n_said;           // dated reports of the source that say it
} PlxClaimCourse;

struct _PlxCourse {
  GPtrArray *claims;      // PlxClaimCourse, by claim, then by source
  gint *first_article;    // (n_claims) that said it before those of all other sources that
                          // do; -1: none alone, no other source or no date
  guint n_claims;
};

const char *plx_turn_kind_to_nick (PlxTurnKind kind);   // "first", "changed" …
void        plx_course_free       (PlxCourse  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCourse, plx_course_free)

G_END_DECLS
