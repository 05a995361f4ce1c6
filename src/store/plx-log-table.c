/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-log-table.h"

char *
plx_log_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
plx_log_add (PlxDb *db, const char *author, const char *action, const char *label, GError **error)
{
  g_autofree char *time = plx_log_dup_now ();

  return plx_db_run (db, error, "INSERT INTO log (time, author, action, label) VALUES (?,?,?,?)",
                     "tttt", time, author, action, label);
}

typedef struct {
  PlxLogRowFunc func;
  gpointer data;
} Each;

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxLogRow entry = {
    plx_row_get_text (row, 0), plx_row_get_text (row, 1),
    plx_row_get_text (row, 2), plx_row_get_text (row, 3),
  };

  each->func (&entry, each->data);
}

gboolean
plx_log_each (PlxDb *db, PlxLogRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error,
                      "SELECT time, author, action, label FROM log ORDER BY id", "");
}
