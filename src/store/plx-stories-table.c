/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-stories-table.h"

gboolean
plx_stories_add (PlxDb *db, const char *title, gint64 *id, GError **error)
{
  if (!plx_db_run (db, error, "INSERT INTO stories (title) VALUES (?)", "t", title))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

/* The engine's titles (@is_titled FALSE) never replace a person's. */
gboolean
plx_stories_set_title (PlxDb *db, gint64 id, const char *title, gboolean is_titled, GError **error)
{
  return plx_db_run (db, error, "UPDATE stories SET title=?1, is_titled=max (is_titled, ?2)"
                     " WHERE id=?3 AND (?2 OR NOT is_titled) AND title<>?1", "tui",
                     title, is_titled, id);
}

/* A story that has verdicts or other work on its matrix stays: it is a
 * person's. */
gboolean
plx_stories_drop_empty (PlxDb *db, GError **error)
{
  return plx_db_run (db, error, "DELETE FROM stories WHERE id NOT IN"
                     " (SELECT story FROM articles WHERE story IS NOT NULL)"
                     " AND id NOT IN (SELECT story FROM cells)"
                     " AND id NOT IN (SELECT story FROM claims)"
                     " AND id NOT IN (SELECT story FROM claim_edits)"
                     " AND id NOT IN (SELECT story FROM cell_evidence)", "");
}

typedef struct {
  PlxStoryRowFunc func;
  gpointer data;
} Each;

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxStoryRow story = {
    .id = plx_row_get_int (row, 0),
    .title = plx_row_get_text (row, 1),
    .is_titled = plx_row_get_int (row, 2) != 0,
    .n_articles = (guint) plx_row_get_int (row, 3),
  };

  each->func (&story, each->data);
}

/* Those with articles, the newest happening first. */
gboolean
plx_stories_each (PlxDb *db, PlxStoryRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error,
                      "SELECT s.id, s.title, s.is_titled, count (*) FROM stories AS s"
                      " JOIN articles AS a ON a.story=s.id GROUP BY s.id"
                      " ORDER BY max (coalesce (a.published, '')) DESC, s.id", "");
}

gboolean
plx_stories_exists (PlxDb *db, gint64 id, gboolean *exists, GError **error)
{
  gint64 n = 0;

  if (!plx_db_get_int (db, &n, 0, error, "SELECT count (*) FROM stories WHERE id=?", "i", id))
    return FALSE;
  *exists = n > 0;
  return TRUE;
}
