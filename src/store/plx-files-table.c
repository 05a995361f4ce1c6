/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-files-table.h"

#include "store/plx-log-table.h"

static void
take_id (const PlxRow *row, gpointer data)
{
  gint64 id = plx_row_get_int (row, 0);

  g_array_append_val ((GArray *) data, id);
}

gboolean
plx_files_find (PlxDb *db, const char *sha256, GArray *articles, GError **error)
{
  return plx_db_each (db, take_id, articles, error,
                      "SELECT a.article FROM file_articles AS a JOIN files AS f ON f.id=a.file"
                      " WHERE f.sha256=? ORDER BY a.article", "t", sha256);
}

static gboolean
add_articles (PlxDb *db, gint64 file, const GArray *articles, GError **error)
{
  for (guint i = 0; i < articles->len; i++)
    if (!plx_db_run (db, error, "INSERT OR IGNORE INTO file_articles (file, article) VALUES (?,?)",
                     "ii", file, g_array_index (articles, gint64, i)))
      return FALSE;
  return TRUE;
}

gboolean
plx_files_add (PlxDb *db, const char *sha256, const char *name, const GArray *articles,
               const GArray *known, GError **error)
{
  g_autofree char *now = plx_log_dup_now ();
  gint64 file = 0;

  if (!plx_db_run (db, error, "INSERT INTO files (sha256, name, read) VALUES (?,?,?)"
                   " ON CONFLICT (sha256) DO UPDATE SET read=excluded.read", "ttt", sha256, name,
                   now)
      || !plx_db_get_int (db, &file, 0, error, "SELECT id FROM files WHERE sha256=?", "t", sha256))
    return FALSE;
  return add_articles (db, file, articles, error) && add_articles (db, file, known, error);
}

gboolean
plx_folders_add (PlxDb *db, const char *path, GError **error)
{
  g_autofree char *now = plx_log_dup_now ();

  return plx_db_run (db, error, "INSERT INTO folders (path, read) VALUES (?,?)"
                     " ON CONFLICT (path) DO UPDATE SET read=excluded.read", "tt", path, now);
}

gboolean
plx_folders_drop (PlxDb *db, const char *path, GError **error)
{
  return plx_db_run (db, error, "DELETE FROM folders WHERE path=?", "t", path);
}

static void
take_path (const PlxRow *row, gpointer data)
{
  g_ptr_array_add (data, g_strdup (plx_row_get_text (row, 0)));
}

gboolean
plx_folders_list (PlxDb *db, GPtrArray *paths, GError **error)
{
  gint64 format = 0;

  return plx_db_get_int (db, &format, 0, error, "PRAGMA user_version", "")
         && (format < 4
             || plx_db_each (db, take_path, paths, error, "SELECT path FROM folders ORDER BY id",
                             ""));
}
