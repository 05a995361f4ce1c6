/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "export/plx-matrix.h"

G_BEGIN_DECLS

/* The workbook is written row by row and keeps one row in memory; whatever
 * stands in a cell is set as text or as a number, never as a formula. */

typedef struct {
  lxw_workbook *workbook;
  lxw_worksheet *sheet;           // that is being written
  lxw_format *head, *text, *bold;
  lxw_format *status[PLX_N_CELL_STATUSES];
  const PlxMatrix *matrix;
  const PlxProgress *progress;
  GCancellable *cancellable;
  GError **error;
  lxw_row_t row;                  // next to be written
  lxw_col_t column;
  guint n_columns;
} PlxXlsx;

typedef struct {
  const char *title;
  double width;                   // in characters
} PlxXlsxColumn;

/* plx-xlsx.c */
void     plx_xlsx_begin_sheet (PlxXlsx             *self,
                               const char          *name,
                               const PlxXlsxColumn *columns,
                               guint                n_columns,
                               guint                n_frozen);
/* a filter over the head, once the rows are there */
void     plx_xlsx_end_sheet   (PlxXlsx             *self);
void     plx_xlsx_add_text    (PlxXlsx             *self,
                               const char          *text,
                               lxw_format          *format);
void     plx_xlsx_add_number  (PlxXlsx             *self,
                               double               number);
/* FALSE: cancelled, or the sheet has no room */
gboolean plx_xlsx_next_row    (PlxXlsx             *self);

/* plx-xlsx-sheets.c: each writes one sheet; FALSE: self->error says why */
gboolean plx_xlsx_write_matrix   (PlxXlsx *self);
gboolean plx_xlsx_write_evidence (PlxXlsx *self);
gboolean plx_xlsx_write_searches (PlxXlsx *self);
/* plx-xlsx-lists.c */
gboolean plx_xlsx_write_naming   (PlxXlsx *self);
gboolean plx_xlsx_write_words    (PlxXlsx *self);
gboolean plx_xlsx_write_tables   (PlxXlsx *self);   // but for what is set aside
gboolean plx_xlsx_write_aside    (PlxXlsx *self);   // no sheet without a row
gboolean plx_xlsx_write_sources  (PlxXlsx *self);
gboolean plx_xlsx_write_summary  (PlxXlsx *self);
gboolean plx_xlsx_write_about    (PlxXlsx *self);

G_END_DECLS
