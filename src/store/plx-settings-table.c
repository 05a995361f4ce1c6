/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-settings-table.h"

gboolean
plx_settings_dup (PlxDb *db, const char *name, char **value, GError **error)
{
  return plx_db_get_text (db, value, error, "SELECT value FROM settings WHERE name=?", "t", name);
}

gboolean
plx_settings_set (PlxDb *db, const char *name, const char *value, GError **error)
{
  return plx_db_run (db, error, "INSERT INTO settings (name, value) VALUES (?,?)"
                     " ON CONFLICT DO UPDATE SET value=excluded.value", "tt", name, value);
}

gboolean
plx_store_get_info (PlxDb *db, PlxStoreInfo *info, GError **error)
{
  return plx_db_get_int (db, &info->n_articles, 0, error, "SELECT count (*) FROM articles", "")
         && plx_db_get_int (db, &info->n_analysed, 0, error,
                            "SELECT count (*) FROM articles WHERE run IS NOT NULL", "")
         && plx_db_get_int (db, &info->n_sources, 0, error,
                            "SELECT count (DISTINCT source) FROM articles", "")
         && plx_db_get_int (db, &info->n_stories, 0, error,
                            "SELECT count (DISTINCT story) FROM articles", "")
         && plx_db_get_int (db, &info->n_entities, 0, error,
                            "SELECT count (DISTINCT l.entity) FROM entity_links AS l"
                            " JOIN articles AS a ON a.id=l.article AND a.run=l.run", "")
         && plx_db_get_int (db, &info->n_marks, 0, error,
                            "SELECT (SELECT coalesce (sum (n.n_marks), 0) FROM analyses AS n"
                            " JOIN articles AS a ON a.id=n.article AND a.run=n.run)"
                            " + (SELECT count (*) FROM hand_marks)", "")
         && plx_db_get_int (db, &info->format, 0, error, "PRAGMA user_version", "");
}
