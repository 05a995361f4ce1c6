/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/plx-matrix.h"

G_BEGIN_DECLS

/* What a comparison has beside its matrix, as plain tables: who speaks and how,
 * who comes first, what was said first, changed and dropped, which passages are
 * shared, what to check, what was set aside. Spreadsheet and page write the
 * same rows. */

typedef struct {
  const char *title;
  double width;            // in characters
  gboolean is_number;
} PlxMatrixColumn;

typedef struct {
  const char *id;          // "voices"
  const char *title;       // "Voices"
  const char *lead;        // a sentence that says how to read it
  const PlxMatrixColumn *columns;
  guint n_columns;
  GPtrArray *cells;        // char *, (rows, n_columns) row-major
} PlxMatrixTable;

typedef enum {
  PLX_MATRIX_VOICES,
  PLX_MATRIX_PROMINENCE,
  PLX_MATRIX_OVER_TIME,
  PLX_MATRIX_SHARED,
  PLX_MATRIX_FINDINGS,
  PLX_MATRIX_ASIDE,
  PLX_N_MATRIX_TABLES,
} PlxMatrixTableKind;

PlxMatrixTable *plx_matrix_table_new   (const PlxMatrix      *matrix,
                                        PlxMatrixTableKind    kind) G_GNUC_WARN_UNUSED_RESULT;
void            plx_matrix_table_free  (PlxMatrixTable       *self);
guint           plx_matrix_table_get_n_rows (const PlxMatrixTable *self);
/* "say 12, claim 3 (doubting)" of PlxSayingVerb */
char           *plx_matrix_dup_verbs   (const GPtrArray      *verbs,
                                        guint                 n_most) G_GNUC_WARN_UNUSED_RESULT;
const char     *plx_matrix_table_get   (const PlxMatrixTable *self,
                                        guint                 row,
                                        guint                 column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMatrixTable, plx_matrix_table_free)

G_END_DECLS
