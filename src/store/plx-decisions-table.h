/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-span.h"
#include "store/plx-statement.h"

G_BEGIN_DECLS

/* What a person decided about suggested marks, and marks made by hand. A
 * decision hangs on a run of the engine, whose keys it uses. */

typedef struct {
  const char *key;
  int local;             // local entity of the mark, -1
  const char *state;     // nick; NULL: as suggested
  const char *label;     // NULL: as suggested
  gboolean has_span;
  PlxSpan span;
  gint64 entity;         // 0: as suggested
  const char *note;      // NULL: none
  gboolean is_removed;
  const char *author, *decided;
} PlxDecisionRow;        // borrowed for the callback

typedef struct {
  gint64 id;
  PlxSpan span;
  const char *label, *state;
  gint64 entity;
  const char *note, *author, *decided;
} PlxHandMarkRow;        // borrowed for the callback

typedef void (*PlxDecisionRowFunc) (const PlxDecisionRow *row, gpointer data);
typedef void (*PlxHandMarkRowFunc) (const PlxHandMarkRow *row, gpointer data);

typedef enum {
  PLX_DECIDES_STATE,
  PLX_DECIDES_LABEL,
  PLX_DECIDES_SPAN,
  PLX_DECIDES_ENTITY,
  PLX_DECIDES_NOTE,
  PLX_DECIDES_REMOVED,
} PlxDecides;

/* Which mark; a hand mark when @hand is not 0. */
typedef struct {
  gint64 article, run, hand;
  const char *key;
  int local;
} PlxMarkPlace;

/* Sets the one field @what from @row. */
gboolean plx_decisions_set   (PlxDb                *db,
                              const PlxMarkPlace   *place,
                              PlxDecides            what,
                              const PlxDecisionRow *row,
                              GError              **error);
gboolean plx_decisions_copy  (PlxDb                *db,
                              gint64                article,
                              gint64                from_run,
                              const char           *from_key,
                              gint64                run,
                              const char           *key,
                              int                   local,
                              GError              **error);
gboolean plx_decisions_each  (PlxDb                *db,
                              gint64                article,
                              gint64                run,
                              PlxDecisionRowFunc    func,
                              gpointer              data,
                              GError              **error);
gboolean plx_hand_marks_add  (PlxDb                *db,
                              gint64                article,
                              const PlxHandMarkRow *row,      // without its id
                              gint64               *id,
                              GError              **error);
gboolean plx_hand_marks_set  (PlxDb                *db,
                              gint64                article,
                              gint64                id,
                              PlxDecides            what,
                              const PlxDecisionRow *row,
                              GError              **error);   // REMOVED deletes it
gboolean plx_hand_marks_each (PlxDb                *db,
                              gint64                article,
                              PlxHandMarkRowFunc    func,
                              gpointer              data,
                              GError              **error);

G_END_DECLS
