/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Verdicts on cells of a story's matrix. */

typedef struct {
  const char *claim;     // the claim's key
  const char *column;    // the source's name
  const char *verdict;   // nick
  double confidence_01;  // < 0: not said
  const char *note, *author, *decided;
} PlxCellRow;            // borrowed for the callback

typedef void (*PlxCellRowFunc) (const PlxCellRow *row, gpointer data);

gboolean plx_cells_set   (PlxDb *db, gint64 story, const PlxCellRow *row, GError **error);
gboolean plx_cells_clear (PlxDb *db, gint64 story, const char *claim, const char *column,
                          GError **error);
gboolean plx_cells_each (PlxDb *db, gint64 story, PlxCellRowFunc func, gpointer data,
                         GError **error);

G_END_DECLS
