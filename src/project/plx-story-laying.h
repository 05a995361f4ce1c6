/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-story-work.h"

G_BEGIN_DECLS

/* What the files share that lay work over a comparison: plx-story-matrix.c (the
 * whole), plx-story-edited.c (rows and cells), plx-story-told.c (what people made
 * of them). */

#define PLX_NOWHERE G_MAXUINT

typedef struct _PlxStoryMatrix PlxStoryMatrix;

struct _PlxStoryMatrix
{
  PlxComparison *base;
  PlxComparison edited;
  gboolean is_edited;
  GPtrArray *claims;         // owned ones
  GArray *cells;             // gsize: indexes of owned ones
};

typedef struct {
  PlxStoryComparison *story;
  PlxStoryMatrix *matrix;
  const PlxComparison *base;
  const PlxStoryWork *work;
  const PlxStoryRows *rows;
  GHashTable *columns;       // key, name or alias → column + 1
  GHashTable *moved;         // row of the base * columns + column, boxed → PlxMovedEvidence
  guint *shown;              // (rows of the base) row of the matrix, PLX_NOWHERE: dropped
  gboolean *is_touched;      // (rows of the matrix) its cells changed
  gboolean *is_own;          // (rows of the matrix) its claim was copied
  guint8 *ranks;             // (cells of the matrix) how near a verdict's own key is
} PlxStoryLaying;

#define PLX_CLAIM_AT(comparison, i) \
  ((PlxClaim *) g_ptr_array_index ((comparison)->claims, (i)))
#define PLX_COLUMN_AT(comparison, i) \
  ((PlxColumn *) g_ptr_array_index ((comparison)->columns, (i)))

/* plx-story-matrix.c; 1 and up, 0: there is none */
guint         plx_story_laying_find_row      (const PlxStoryLaying *laying,
                                              const char           *key);
guint         plx_story_laying_find_column   (const PlxStoryLaying *laying,
                                              const char           *key);
PlxClaimWork *plx_story_laying_get_work      (PlxStoryLaying       *laying,
                                              guint                 row);
/* of a row of the base, reworded or not */
const char   *plx_story_laying_get_statement (const PlxStoryLaying *laying,
                                              guint                 row);

/* plx-story-edited.c: makes story->comparison; only where rows were worked on */
void          plx_story_edited_make          (PlxStoryLaying       *laying,
                                              guint                 n_rows);
void          plx_story_edited_clear         (PlxStoryMatrix       *matrix);
void          plx_story_edited_free_claim    (gpointer              claim);

/* plx-story-told.c: fills work, dropped and orphans */
void          plx_story_told_fill            (PlxStoryLaying       *laying);
void          plx_story_told_free_work       (PlxClaimWork         *work);

G_END_DECLS
