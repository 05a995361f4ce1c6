/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/plx-claims-table.h"

gboolean
plx_claims_add (PlxDb *db, gint64 story, const PlxClaimRow *row, gint64 *id, GError **error)
{
  if (!plx_db_run (db, error,
                   "INSERT INTO claims (story, statement, split_from, author, decided)"
                   " VALUES (?,?,?,?,?)",
                   "itttt", story, row->statement, row->split_from, row->author, row->decided))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

/* An edit that says nothing any more is none. */
static gboolean
drop_void_edit (PlxDb *db, gint64 story, const char *claim, GError **error)
{
  return plx_db_run (db, error,
                     "DELETE FROM claim_edits WHERE story=? AND claim=? AND statement IS NULL"
                     " AND merged_into IS NULL AND NOT is_dropped", "it", story, claim);
}

gboolean
plx_claim_edits_set (PlxDb *db, gint64 story, PlxClaimField what, const PlxClaimEditRow *row,
                     GError **error)
{
  static const char * const sets[] = {
    [PLX_CLAIM_STATEMENT] = "statement=?1",
    [PLX_CLAIM_MERGED_INTO] = "merged_into=?2",
    [PLX_CLAIM_DROPPED] = "is_dropped=?3, reason=?4",
  };
  g_autofree char *update = g_strdup_printf (
    "UPDATE claim_edits SET %s, author=?5, decided=?6 WHERE story=?7 AND claim=?8", sets[what]);

  return plx_db_run (db, error,
                     "INSERT OR IGNORE INTO claim_edits (story, claim, author, decided)"
                     " VALUES (?,?,?,?)", "ittt", story, row->claim, row->author, row->decided)
         && plx_db_run (db, error, update, "ttutttit", row->statement, row->merged_into,
                        row->is_dropped, row->reason, row->author, row->decided, story, row->claim)
         && drop_void_edit (db, story, row->claim, error);
}

gboolean
plx_claim_anchors_set (PlxDb *db, gint64 story, const PlxClaimAnchorRow *row, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT INTO claim_anchors (story, claim, statement, article, begin_byte,"
                     " end_byte, quote) VALUES (?1,?2,?3,nullif (?4, 0),?5,?6,?7)"
                     " ON CONFLICT DO UPDATE SET statement=excluded.statement,"
                     " article=excluded.article, begin_byte=excluded.begin_byte,"
                     " end_byte=excluded.end_byte, quote=excluded.quote",
                     "ittiuut", story, row->claim, row->statement, row->article, row->span.begin,
                     row->span.end, row->quote);
}

gboolean
plx_cell_evidence_add (PlxDb *db, gint64 story, const PlxCellEvidenceRow *row, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT INTO cell_evidence (story, claim, source, article, begin_byte,"
                     " end_byte, author, decided) VALUES (?1,?2,?3,nullif (?4, 0),?5,?6,?7,?8)",
                     "ittiuutt", story, row->claim, row->column, row->article, row->span.begin,
                     row->span.end, row->author, row->decided);
}

gboolean
plx_cell_evidence_clear (PlxDb *db, gint64 story, const char *claim, const char *column,
                         GError **error)
{
  return plx_db_run (db, error,
                     "DELETE FROM cell_evidence WHERE story=? AND claim=? AND source=?", "itt",
                     story, claim, column);
}

/* reading */

typedef struct {
  PlxClaimRowFunc claim_func;
  PlxClaimEditRowFunc edit_func;
  PlxClaimAnchorRowFunc anchor_func;
  PlxCellEvidenceRowFunc evidence_func;
  gpointer data;
} Each;

static gboolean
each (PlxDb *db, gint64 story, PlxRowFunc give, Each *data, const char *sql, GError **error)
{
  gint64 format = 0;

  if (!plx_db_get_int (db, &format, 0, error, "PRAGMA user_version", ""))
    return FALSE;
  return format < 3 || plx_db_each (db, give, data, error, sql, "i", story);
}

static void
give_claim (const PlxRow *row, gpointer data)
{
  Each *to = data;
  PlxClaimRow claim = {
    plx_row_get_int (row, 0), plx_row_get_text (row, 1), plx_row_get_text (row, 2),
    plx_row_get_text (row, 3), plx_row_get_text (row, 4),
  };

  to->claim_func (&claim, to->data);
}

gboolean
plx_claims_each (PlxDb *db, gint64 story, PlxClaimRowFunc func, gpointer data, GError **error)
{
  Each to = { .claim_func = func, .data = data };

  return each (db, story, give_claim, &to,
               "SELECT id, statement, split_from, author, decided FROM claims WHERE story=?"
               " ORDER BY id", error);
}

static void
give_edit (const PlxRow *row, gpointer data)
{
  Each *to = data;
  PlxClaimEditRow edit = {
    plx_row_get_text (row, 0), plx_row_get_text (row, 1), plx_row_get_text (row, 2),
    plx_row_get_int (row, 3) != 0, plx_row_get_text (row, 4), plx_row_get_text (row, 5),
    plx_row_get_text (row, 6),
  };

  to->edit_func (&edit, to->data);
}

gboolean
plx_claim_edits_each (PlxDb *db, gint64 story, PlxClaimEditRowFunc func, gpointer data,
                      GError **error)
{
  Each to = { .edit_func = func, .data = data };

  return each (db, story, give_edit, &to,
               "SELECT claim, statement, merged_into, is_dropped, reason, author, decided"
               " FROM claim_edits WHERE story=? ORDER BY id", error);
}

static PlxSpan
get_span (const PlxRow *row, int column)
{
  return (PlxSpan) { (guint32) plx_row_get_int (row, column),
                     (guint32) plx_row_get_int (row, column + 1) };
}

static void
give_anchor (const PlxRow *row, gpointer data)
{
  Each *to = data;
  PlxClaimAnchorRow anchor = {
    plx_row_get_text (row, 0), plx_row_get_text (row, 1), plx_row_get_int (row, 2),
    get_span (row, 3), plx_row_get_text (row, 5),
  };

  to->anchor_func (&anchor, to->data);
}

gboolean
plx_claim_anchors_each (PlxDb *db, gint64 story, PlxClaimAnchorRowFunc func, gpointer data,
                        GError **error)
{
  Each to = { .anchor_func = func, .data = data };

  return each (db, story, give_anchor, &to,
               "SELECT claim, statement, article, begin_byte, end_byte, quote"
               " FROM claim_anchors WHERE story=? ORDER BY id", error);
}

static void
give_evidence (const PlxRow *row, gpointer data)
{
  Each *to = data;
  PlxCellEvidenceRow evidence = {
    plx_row_get_text (row, 0), plx_row_get_text (row, 1), plx_row_get_int (row, 2),
    get_span (row, 3), plx_row_get_text (row, 5), plx_row_get_text (row, 6),
  };

  to->evidence_func (&evidence, to->data);
}

gboolean
plx_cell_evidence_each (PlxDb *db, gint64 story, PlxCellEvidenceRowFunc func, gpointer data,
                        GError **error)
{
  Each to = { .evidence_func = func, .data = data };

  return each (db, story, give_evidence, &to,
               "SELECT claim, source, article, begin_byte, end_byte, author, decided"
               " FROM cell_evidence WHERE story=? ORDER BY begin_byte, id", error);
}

/* moving */

gboolean
plx_claim_work_move (PlxDb *db, gint64 story, const char *claim, const char *to, GError **error)
{
  static const char * const moves[] = {
    "UPDATE OR IGNORE cells SET claim=?1 WHERE story=?2 AND claim=?3",
    "UPDATE OR IGNORE claim_edits SET claim=?1 WHERE story=?2 AND claim=?3"
    " AND merged_into IS NOT ?1",
    "UPDATE cell_evidence SET claim=?1 WHERE story=?2 AND claim=?3 AND NOT EXISTS (SELECT 1"
    " FROM cell_evidence AS e WHERE e.story=?2 AND e.claim=?1 AND e.source=cell_evidence.source)",
    "UPDATE claim_edits SET merged_into=?1 WHERE story=?2 AND merged_into=?3 AND claim<>?1",
    "UPDATE claims SET split_from=?1 WHERE story=?2 AND split_from=?3",
  };
  static const char * const drops[] = {
    "DELETE FROM cells WHERE story=? AND claim=?",
    "DELETE FROM claim_edits WHERE story=? AND claim=?",
    "UPDATE claim_edits SET merged_into=NULL WHERE story=? AND merged_into=?",
    "DELETE FROM cell_evidence WHERE story=? AND claim=?",
    "DELETE FROM claim_anchors WHERE story=? AND claim=?",
  };

  for (guint i = 0; to != NULL && i < G_N_ELEMENTS (moves); i++)
    if (!plx_db_run (db, error, moves[i], "tit", to, story, claim))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    if (!plx_db_run (db, error, drops[i], "it", story, claim))
      return FALSE;
  return TRUE;
}

/* Where both stories judged one claim, the judgement of the story that goes on
 * stands. */
gboolean
plx_claim_work_move_story (PlxDb *db, gint64 from, gint64 to, GError **error)
{
  static const char * const moves[] = {
    "UPDATE OR IGNORE cells SET story=? WHERE story=?",
    "UPDATE OR IGNORE claim_edits SET story=? WHERE story=?",
    "UPDATE OR IGNORE claim_anchors SET story=? WHERE story=?",
    "UPDATE cell_evidence SET story=? WHERE story=?",
    "UPDATE claims SET story=? WHERE story=?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (!plx_db_run (db, error, moves[i], "ii", to, from))
      return FALSE;
  return TRUE;
}

/* checking */

static void
add_fault (const PlxRow *row, gpointer data)
{
  g_ptr_array_add ((GPtrArray *) data,
                   g_strdup_printf (_("evidence %lld is no passage of the text of article %lld"),
                                    (long long) plx_row_get_int (row, 0),
                                    (long long) plx_row_get_int (row, 1)));
}

gboolean
plx_claim_work_check (PlxDb *db, GPtrArray *faults, GError **error)
{
  gint64 format = 0;

  if (!plx_db_get_int (db, &format, 0, error, "PRAGMA user_version", ""))
    return FALSE;
  return format < 3
         || plx_db_each (db, add_fault, faults, error,
                         "SELECT e.id, e.article FROM cell_evidence AS e"
                         " JOIN texts AS t ON t.article=e.article"
                         " WHERE e.begin_byte>=e.end_byte OR e.begin_byte<0"
                         " OR e.end_byte>length (CAST (t.text AS BLOB))"
                         " OR substr (CAST (t.text AS BLOB), e.begin_byte+1, 1)"
                         " BETWEEN x'80' AND x'bf' ORDER BY e.id", "");
}
