/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-format.h"
#include "import/plx-import-table.h"

G_BEGIN_DECLS

/* What a row of a table, an entry of a bibliography says of one article, and
 * how articles are made of many of them. Private to the room. */

typedef struct {
  char *values[PLX_N_COLUMN_ROLES];   // owned; NULL: not said
  GPtrArray *authors;                 // char *
  char *where;                        // "line 3"; NULL
} PlxRecord;

typedef struct {
  PlxImportInput *input;
  PlxImportResult *result;
  PlxDateOrder dates;
  gboolean title_stands;              // a record without a text is its title
  guint n_added, n_titles, n_empty, n_open_dates, n_serials;
} PlxRecords;

void     plx_record_init  (PlxRecord  *record);
void     plx_record_clear (PlxRecord  *record);

/* Keeps what was said first. */
void     plx_record_set   (PlxRecord  *record, PlxColumnRole role, const char *value);

/* Makes an article of @record. Every few thousand are handed on when the file
 * is big. FALSE: stop. */
gboolean plx_records_add  (PlxRecords *records, PlxRecord *record, GError **error);

/* Says what was left out or decided. */
void     plx_records_tell (PlxRecords *records);

/* "03/04/2031" by @order, a day number of a spreadsheet; else as any date. */
char    *plx_record_parse_date (const char *value, PlxDateOrder order, gboolean *is_serial) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxRecord, plx_record_clear)

G_END_DECLS
