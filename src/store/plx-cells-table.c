/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-cells-table.h"

gboolean
plx_cells_set (PlxDb *db, gint64 story, const PlxCellRow *row, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT INTO cells (story, claim, source, verdict, confidence_01, note,"
                     " author, decided) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                     " verdict=excluded.verdict, confidence_01=excluded.confidence_01,"
                     " note=excluded.note, author=excluded.author, decided=excluded.decided",
                     "itttdttt", story, row->claim, row->column, row->verdict, row->confidence_01,
                     row->note, row->author, row->decided);
}

gboolean
plx_cells_clear (PlxDb *db, gint64 story, const char *claim, const char *column, GError **error)
{
  return plx_db_run (db, error, "DELETE FROM cells WHERE story=? AND claim=? AND source=?", "itt",
                     story, claim, column);
}

typedef struct {
  PlxCellRowFunc func;
  gpointer data;
} Each;

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxCellRow cell = {
    .claim = plx_row_get_text (row, 0),
    .column = plx_row_get_text (row, 1),
    .verdict = plx_row_get_text (row, 2),
    .confidence_01 = plx_row_get_double (row, 3),
    .note = plx_row_get_text (row, 4),
    .author = plx_row_get_text (row, 5),
    .decided = plx_row_get_text (row, 6),
  };

  each->func (&cell, each->data);
}

gboolean
plx_cells_each (PlxDb *db, gint64 story, PlxCellRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error,
                      "SELECT claim, source, verdict, confidence_01, note,"
                      " author, decided FROM cells WHERE story=? ORDER BY id",
                      "i", story);
}
