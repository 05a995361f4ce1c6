/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-csv.h"
#include "import/plx-import-format.h"
#include "import/plx-import-table.h"

G_BEGIN_DECLS

/* Rows of a table, whatever it is written in, and what its columns are.
 * Private to the room. */

typedef struct {
  PlxCsvReader csv;
  const char *text;          // borrowed; NULL: a workbook
  GPtrArray *sheets;         // PlxXlsxSheet
  guint sheet, row;
} PlxTable;

gboolean plx_table_open   (PlxTable *table, PlxImportInput *input, GError **error);
void     plx_table_close  (PlxTable *table);
void     plx_table_rewind (PlxTable *table);

/* The next row of the sheet into @cells (of char *, owned by it); *@number is
 * that of its line. */
gboolean plx_table_next   (PlxTable *table, GPtrArray *cells, guint *number);
gboolean plx_table_next_sheet (PlxTable *table);      // FALSE: no more

/* -- plx-table-columns.c -- */

PlxColumnMapping *plx_column_mapping_new (void) G_GNUC_WARN_UNUSED_RESULT;
PlxColumnRole plx_column_mapping_get_role (const PlxColumnMapping *mapping, guint column);

/* What a heading says its column is. */
PlxColumnRole plx_column_role_find       (const char *heading);

/* From the first rows (of GPtrArray of char *); *@n_before: rows up to the
 * first one that is an article. */
PlxColumnMapping *plx_columns_propose    (GPtrArray *rows, guint *n_before) G_GNUC_WARN_UNUSED_RESULT;

/* @wanted for a table with the headings of @proposed; NULL: it is for another. */
PlxColumnMapping *plx_columns_apply      (const PlxColumnMapping *wanted,
                                          const PlxColumnMapping *proposed) G_GNUC_WARN_UNUSED_RESULT;

/* -- plx-date-order.c -- */

typedef struct {
  guint n_day, n_month;      // dates that only one order makes sense of
  guint n_either;
} PlxDateEvidence;

void         plx_date_evidence_add    (PlxDateEvidence *evidence, const char *value);
PlxDateOrder plx_date_evidence_choose (const PlxDateEvidence *evidence);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxTable, plx_table_close)

G_END_DECLS
