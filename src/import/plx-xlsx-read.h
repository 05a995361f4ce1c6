/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A workbook as rows of cells, for tables of articles. Private to the room. */

typedef struct {
  char *name;
  gboolean is_hidden;
  GPtrArray *rows;       // PlxXlsxRow, only those with something in them
} PlxXlsxSheet;

typedef struct {
  guint number;          // as the writer shows it, from 1
  GPtrArray *cells;      // GRefString or NULL (empty), from column A
} PlxXlsxRow;

/* Of PlxXlsxSheet, in the workbook's order. Numbers stand as written in the file,
 * dates as ISO 8601 (a day, or with its time), truths as TRUE and FALSE.
 * Errors: PLX_IMPORT_ERROR_DAMAGED, _TOO_LARGE, _UNSUPPORTED (locked), _EMPTY */
GPtrArray  *plx_xlsx_read     (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "" for a cell that is empty or beyond the row's end. */
const char *plx_xlsx_get_cell (const PlxXlsxRow *row, guint column);

G_END_DECLS
