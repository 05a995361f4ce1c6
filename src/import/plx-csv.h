/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of a table written as text, after RFC 4180 and the ways in which files
 * differ from it. Private to the room. */

typedef struct {
  const char *at;
  char separator;
  guint line;              // number of the line at @at, from 1
  guint row_line;          // of the row read last
  guint n_open;            // quotes that never close: read as they stand
  guint open_line;         // of the first of them
} PlxCsvReader;

/* Finds the separator; "sep=;" in the first line says it. @text is borrowed. */
void     plx_csv_reader_init (PlxCsvReader *reader, const char *text);

/* The next row into @cells (of char *, emptied first); FALSE: no more. Empty
 * lines are passed over. */
gboolean plx_csv_reader_next (PlxCsvReader *reader, GPtrArray *cells);

G_END_DECLS
