/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"
#include "store/plx-statement.h"

G_BEGIN_DECLS

/* What people did to one story's matrix, as the file has it. plx-story-work.c
 * reads it, plx-story-rows.c says which rows it makes, plx-story-cells.c what
 * their cells hold, plx-story-matrix.c with plx-story-edited.c and
 * plx-story-told.c puts them together. */

typedef struct {
  char *key;               // "a7"
  char *statement;         // as it was added
  char *split_from;        // NULL
  char *author, *decided;
} PlxAddedClaim;

typedef struct {
  char *claim;
  char *statement;         // NULL: as it was
  char *merged_into;       // NULL
  gboolean is_dropped;
  char *reason;            // NULL
  char *author, *decided;
} PlxClaimEdit;

typedef struct {
  char *claim, *statement;
  gint64 article;          // 0: not known
  PlxSpan span;
  char *quote;             // NULL
} PlxClaimAnchor;

typedef struct {
  char *claim, *column;
  gint64 article;          // 0: the cell has no evidence
  GArray *spans;           // PlxSpan
} PlxMovedEvidence;

typedef struct {
  char *claim, *column;
  PlxVerdict verdict;
} PlxCellVerdict;

typedef struct {
  GPtrArray *added;        // PlxAddedClaim, the first first
  GPtrArray *edits;        // PlxClaimEdit
  GPtrArray *evidence;     // PlxMovedEvidence
  GPtrArray *verdicts;     // PlxCellVerdict
  GHashTable *edit_of;     // key → PlxClaimEdit, borrowed
  GHashTable *anchor_of;   // key → PlxClaimAnchor
} PlxStoryWork;

PlxStoryWork       *plx_story_work_load     (PlxDb               *db,
                                             gint64               story,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                plx_story_work_free     (PlxStoryWork        *self);
const PlxClaimEdit *plx_story_work_get_edit (const PlxStoryWork  *self,
                                             const char          *claim);
/* NULL: not one that was added */
const PlxAddedClaim *plx_story_work_get_added (const PlxStoryWork *self,
                                               const char         *claim);
/* Whether the claim is given to the engine, and the words that are. */
const char         *plx_story_work_get_given (const PlxStoryWork  *self,
                                              const PlxAddedClaim *claim);
/* Does more than judge cells. */
gboolean            plx_story_work_has_rows (const PlxStoryWork  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryWork, plx_story_work_free)

/* plx-story-rows.c: what becomes of each row of the engine */
typedef struct {
  GPtrArray *keys;         // (rows of the engine) const char *: what work calls it
  guint *root;             // (rows of the engine) the row it is part of, itself: none other
  gboolean *is_dropped;    // (rows of the engine)
  GHashTable *by_key;      // key → row of the engine + 1
  GPtrArray *lost;         // const char *: keys that work hangs on and no row has
  gboolean is_plain;       // the rows are the engine's
} PlxStoryRows;

PlxStoryRows *plx_story_rows_new  (const PlxStoryWork       *work,
                                   const PlxComparison      *base,
                                   const PlxStoryComparison *story) G_GNUC_WARN_UNUSED_RESULT;
void          plx_story_rows_free (PlxStoryRows             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryRows, plx_story_rows_free)

/* plx-story-cells.c */
int           plx_cell_status_rank (PlxCellStatus            status);
void          plx_story_cell_copy  (const PlxCell           *from,
                                    PlxCell                 *to);
void          plx_story_cell_clear (PlxCell                 *cell);
/* @article: index; -1: no evidence */
void          plx_story_cell_move  (PlxCell                 *cell,
                                    gint                     article,
                                    const GArray            *spans);
/* @cell takes up @part; both stay the caller's */
void          plx_story_cell_join  (PlxCell                 *cell,
                                    const PlxCell           *part);

/* plx-story-matrix.c: fills all of @story but its articles and contents from
 * the engine's @base, which it keeps. */
void          plx_story_matrix_lay_over (PlxStoryComparison *story,
                                         PlxComparison      *base,
                                         const PlxStoryWork *work);
void          plx_story_matrix_clear    (PlxStoryComparison *story);

G_END_DECLS
