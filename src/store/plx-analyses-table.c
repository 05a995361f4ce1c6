/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-analyses-table.h"
#include "store/plx-log-table.h"

gboolean
plx_runs_add (PlxDb *db, const char *engine, const char *settings, gint64 *id, GError **error)
{
  g_autofree char *now = plx_log_dup_now ();

  if (!plx_db_run (db, error, "INSERT INTO runs (engine, settings, started) VALUES (?,?,?)", "ttt",
                   engine, settings, now))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

gboolean
plx_analyses_add (PlxDb *db, gint64 article, gint64 run, GBytes *packed, guint n_marks,
                  GError **error)
{
  return plx_db_run (db, error,
                     "INSERT INTO analyses (article, run, packed, n_marks) VALUES (?,?,?,?)",
                     "iibu", article, run, packed, (int) n_marks);
}

typedef struct {
  gint64 *run;
  GBytes **packed;
} Load;

static void
take_analysis (const PlxRow *row, gpointer data)
{
  Load *load = data;

  *load->run = plx_row_get_int (row, 0);
  *load->packed = plx_row_dup_bytes (row, 1);
}

gboolean
plx_analyses_load (PlxDb *db, gint64 article, gint64 *run, GBytes **packed, GError **error)
{
  Load load = { run, packed };

  *run = 0;
  *packed = NULL;
  return plx_db_each (db, take_analysis, &load, error,
                      "SELECT n.run, n.packed FROM articles AS a"
                      " JOIN analyses AS n ON n.article=a.id AND n.run=a.run WHERE a.id=?",
                      "i", article);
}

static void
add_id (const PlxRow *row, gpointer data)
{
  gint64 id = plx_row_get_int (row, 0);

  g_array_append_val ((GArray *) data, id);
}

static GArray *
list_ids (PlxDb *db, const char *sql, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return plx_db_each (db, add_id, ids, error, sql, "") ? g_steal_pointer (&ids) : NULL;
}

GArray *
plx_analyses_list_missing (PlxDb *db, GError **error)
{
  return list_ids (db, "SELECT id FROM articles WHERE run IS NULL ORDER BY id", error);
}

GArray *
plx_analyses_list_unlinked (PlxDb *db, GError **error)
{
  return list_ids (db, "SELECT a.id FROM articles AS a JOIN analyses AS n ON n.article=a.id"
                   " AND n.run=a.run WHERE NOT n.is_linked ORDER BY a.id", error);
}

GArray *
plx_analyses_list_done (PlxDb *db, GError **error)
{
  return list_ids (db, "SELECT id FROM articles WHERE run IS NOT NULL ORDER BY id", error);
}

gboolean
plx_analyses_set_linked (PlxDb *db, gint64 article, gint64 run, GError **error)
{
  return plx_db_run (db, error, "UPDATE analyses SET is_linked=1 WHERE article=? AND run=?", "ii",
                     article, run);
}
