/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-span.h"
#include "store/plx-statement.h"

G_BEGIN_DECLS

/* What a person does to the rows of a story's matrix. Rows are named by the
 * claim's key; an added one is "a" and its id. A file of an earlier format that
 * may only be read has none of these tables, and then there is nothing. */

typedef struct {
  gint64 id;
  const char *statement;
  const char *split_from;   // the key of a claim, NULL: added
  const char *author, *decided;
} PlxClaimRow;              // borrowed for the callback

typedef struct {
  const char *claim;
  const char *statement;    // NULL: as it was
  const char *merged_into;  // NULL: a row of its own
  gboolean is_dropped;
  const char *reason;
  const char *author, *decided;
} PlxClaimEditRow;          // borrowed for the callback

/* Whose words a claim stood in when it was worked on, so that the work finds
 * it again under another key. */
typedef struct {
  const char *claim, *statement;
  gint64 article;           // 0: not known
  PlxSpan span;
  const char *quote;
} PlxClaimAnchorRow;        // borrowed for the callback

typedef struct {
  const char *claim, *column;
  gint64 article;           // 0: the cell has no evidence
  PlxSpan span;
  const char *author, *decided;
} PlxCellEvidenceRow;       // borrowed for the callback

typedef void (*PlxClaimRowFunc) (const PlxClaimRow *row, gpointer data);
typedef void (*PlxClaimEditRowFunc) (const PlxClaimEditRow *row, gpointer data);
typedef void (*PlxClaimAnchorRowFunc) (const PlxClaimAnchorRow *row, gpointer data);
typedef void (*PlxCellEvidenceRowFunc) (const PlxCellEvidenceRow *row, gpointer data);

typedef enum {
  PLX_CLAIM_STATEMENT,
  PLX_CLAIM_MERGED_INTO,
  PLX_CLAIM_DROPPED,        // with its reason
} PlxClaimField;

gboolean plx_claims_add            (PlxDb *db, gint64 story, const PlxClaimRow *row, gint64 *id,
                                    GError **error);
/* Sets the one field @what from @row. */
gboolean plx_claim_edits_set       (PlxDb *db, gint64 story, PlxClaimField what,
                                    const PlxClaimEditRow *row, GError **error);
gboolean plx_claim_anchors_set     (PlxDb *db, gint64 story, const PlxClaimAnchorRow *row,
                                    GError **error);
gboolean plx_cell_evidence_add     (PlxDb *db, gint64 story, const PlxCellEvidenceRow *row,
                                    GError **error);
gboolean plx_cell_evidence_clear   (PlxDb *db, gint64 story, const char *claim,
                                    const char *column, GError **error);

gboolean plx_claims_each           (PlxDb *db, gint64 story, PlxClaimRowFunc func, gpointer data,
                                    GError **error);
gboolean plx_claim_edits_each      (PlxDb *db, gint64 story, PlxClaimEditRowFunc func,
                                    gpointer data, GError **error);
gboolean plx_claim_anchors_each    (PlxDb *db, gint64 story, PlxClaimAnchorRowFunc func,
                                    gpointer data, GError **error);
gboolean plx_cell_evidence_each    (PlxDb *db, gint64 story, PlxCellEvidenceRowFunc func,
                                    gpointer data, GError **error);

/* Everything that hangs on @claim hangs on @to; what @to has already stays as
 * it is. @to NULL: throws it away. */
gboolean plx_claim_work_move       (PlxDb *db, gint64 story, const char *claim, const char *to,
                                    GError **error);
/* All work on one story's matrix goes over to another story's. */
gboolean plx_claim_work_move_story (PlxDb *db, gint64 from, gint64 to, GError **error);
/* One line per passage that is none of its text. */
gboolean plx_claim_work_check      (PlxDb *db, GPtrArray *faults, GError **error);

G_END_DECLS
