/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-decisions-table.h"

static gboolean
ensure_row (PlxDb *db, const PlxMarkPlace *place, const PlxDecisionRow *row, GError **error)
{
  return plx_db_run (db, error, "INSERT INTO decisions (article, run, key, local, author, decided)"
                     " VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET author=excluded.author,"
                     " decided=excluded.decided", "iitutt", place->article, place->run, place->key,
                     place->local, row->author, row->decided);
}

#define SET(field) "UPDATE decisions SET " field " WHERE article=? AND run=? AND key=?"

gboolean
plx_decisions_set (PlxDb *db, const PlxMarkPlace *place, PlxDecides what, const PlxDecisionRow *row,
                   GError **error)
{
  if (place->hand != 0)
    return plx_hand_marks_set (db, place->article, place->hand, what, row, error);
  if (!ensure_row (db, place, row, error))
    return FALSE;
  switch (what)
    {
    case PLX_DECIDES_STATE:
      return plx_db_run (db, error, SET ("state=?"), "tiit", row->state,
                         place->article, place->run, place->key);
    case PLX_DECIDES_LABEL:
      return plx_db_run (db, error, SET ("label=?"), "tiit", row->label,
                         place->article, place->run, place->key);
    case PLX_DECIDES_SPAN:
      return plx_db_run (db, error, SET ("begin_byte=?, end_byte=?"), "iiiit",
                         (gint64) row->span.begin, (gint64) row->span.end, place->article,
                         place->run, place->key);
    case PLX_DECIDES_ENTITY:
      return plx_db_run (db, error, SET ("entity=nullif (?,0)"), "iiit", row->entity,
                         place->article, place->run, place->key);
    case PLX_DECIDES_NOTE:
      return plx_db_run (db, error, SET ("note=?"), "tiit", row->note,
                         place->article, place->run, place->key);
    case PLX_DECIDES_REMOVED:
      return plx_db_run (db, error, SET ("is_removed=?"), "uiit", row->is_removed,
                         place->article, place->run, place->key);
    default:
      g_assert_not_reached ();
    }
}

gboolean
plx_decisions_copy (PlxDb *db, gint64 article, gint64 from_run, const char *from_key, gint64 run,
                    const char *key, int local, GError **error)
{
  return plx_db_run (
      db, error,
      "INSERT OR IGNORE INTO decisions (article, run, key, local, state, label,"
      " begin_byte, end_byte, entity, note, is_removed, author, decided)"
      " SELECT article, ?, ?, ?, state, label, begin_byte, end_byte, entity, note,"
      " is_removed, author, decided FROM decisions WHERE article=? AND run=? AND key=?",
      "ituiit", run, key, local, article, from_run, from_key);
}

typedef struct {
  PlxDecisionRowFunc func;
  PlxHandMarkRowFunc hand_func;
  gpointer data;
} Each;

static PlxSpan
span_at (const PlxRow *row, int column)
{
  return (PlxSpan){ (guint32) plx_row_get_int (row, column),
                    (guint32) plx_row_get_int (row, column + 1) };
}

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxDecisionRow decision = {
    .key = plx_row_get_text (row, 0),
    .local = (int) plx_row_get_int (row, 1),
    .state = plx_row_get_text (row, 2),
    .label = plx_row_get_text (row, 3),
    .has_span = !plx_row_is_null (row, 4),
    .span = span_at (row, 4),
    .entity = plx_row_get_int (row, 6),
    .note = plx_row_get_text (row, 7),
    .is_removed = plx_row_get_int (row, 8) != 0,
    .author = plx_row_get_text (row, 9),
    .decided = plx_row_get_text (row, 10),
  };

  each->func (&decision, each->data);
}

gboolean
plx_decisions_each (PlxDb *db, gint64 article, gint64 run, PlxDecisionRowFunc func, gpointer data,
                    GError **error)
{
  Each each = { .func = func, .data = data };

  return plx_db_each (db, give_row, &each, error,
                      "SELECT key, local, state, label, begin_byte, end_byte,"
                      " entity, note, is_removed, author, decided FROM decisions"
                      " WHERE article=? AND run=? ORDER BY id",
                      "ii", article, run);
}

/* by hand */

gboolean
plx_hand_marks_add (PlxDb *db, gint64 article, const PlxHandMarkRow *row, gint64 *id,
                    GError **error)
{
  if (!plx_db_run (db, error,
                   "INSERT INTO hand_marks (article, begin_byte, end_byte, label, state,"
                   " entity, note, author, decided) VALUES (?,?,?,?,?,nullif (?,0),?,?,?)",
                   "iiittittt", article, (gint64) row->span.begin, (gint64) row->span.end,
                   row->label, row->state, row->entity, row->note, row->author, row->decided))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

#define SET_HAND(field)                                                                          \
  "UPDATE hand_marks SET author=?, decided=?, " field " WHERE id=? AND article=?"

gboolean
plx_hand_marks_set (PlxDb *db, gint64 article, gint64 id, PlxDecides what,
                    const PlxDecisionRow *row, GError **error)
{
  switch (what)
    {
    case PLX_DECIDES_STATE:
      return plx_db_run (db, error, SET_HAND ("state=?"), "tttii", row->author, row->decided,
                         row->state, id, article);
    case PLX_DECIDES_LABEL:
      return plx_db_run (db, error, SET_HAND ("label=?"), "tttii", row->author, row->decided,
                         row->label, id, article);
    case PLX_DECIDES_SPAN:
      return plx_db_run (db, error, SET_HAND ("begin_byte=?, end_byte=?"), "ttiiii", row->author,
                         row->decided, (gint64) row->span.begin, (gint64) row->span.end, id,
                         article);
    case PLX_DECIDES_ENTITY:
      return plx_db_run (db, error, SET_HAND ("entity=nullif (?,0)"), "ttiii", row->author,
                         row->decided, row->entity, id, article);
    case PLX_DECIDES_NOTE:
      return plx_db_run (db, error, SET_HAND ("note=?"), "tttii", row->author, row->decided,
                         row->note, id, article);
    case PLX_DECIDES_REMOVED:
      return plx_db_run (db, error, "DELETE FROM hand_marks WHERE id=? AND article=?", "ii", id,
                         article);
    default:
      g_assert_not_reached ();
    }
}

static void
give_hand (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxHandMarkRow mark = {
    .id = plx_row_get_int (row, 0),
    .span = span_at (row, 1),
    .label = plx_row_get_text (row, 3),
    .state = plx_row_get_text (row, 4),
    .entity = plx_row_get_int (row, 5),
    .note = plx_row_get_text (row, 6),
    .author = plx_row_get_text (row, 7),
    .decided = plx_row_get_text (row, 8),
  };

  each->hand_func (&mark, each->data);
}

gboolean
plx_hand_marks_each (PlxDb *db, gint64 article, PlxHandMarkRowFunc func, gpointer data,
                     GError **error)
{
  Each each = { .hand_func = func, .data = data };

  return plx_db_each (db, give_hand, &each, error,
                      "SELECT id, begin_byte, end_byte, label, state, entity,"
                      " note, author, decided FROM hand_marks WHERE article=? ORDER BY id",
                      "i", article);
}
