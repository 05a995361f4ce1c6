/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-log-table.h"
#include "store/plx-store-private.h"

/* Undo is one more edit. TEMP triggers on every table a person edits write the
 * inverse of each row change as one statement into plx_entries, under the step
 * that plx_state names:
 *
 *   plx_state    step 7                      0: nothing is recorded
 *   plx_steps    7 | undo | "Merge entities"
 *   plx_entries  7 | entities | UPDATE "entities" SET … WHERE id = 4
 *
 * Undoing step 7 opens step 8 on the other stack, runs 7's statements last to
 * first (the triggers thereby write 8, which is the redo), and deletes 7. A
 * new edit clears the redo stack. Everything lives on the writing connection,
 * in the same transaction as the edit, and ends with the session.
 *
 * Source: SQLite's note "Automatic Undo/Redo Using SQLite". */

#define MERGE_WITHIN_US G_USEC_PER_SEC

struct _PlxJournal
{
  PlxDb *db;
  GMutex mutex;      // guards the labels, which any thread may ask for
  char *undo_label;
  char *redo_label;
  guint group_depth;     // these three on the store's thread
  char *group_label;
  gint64 group_step;     // 0: nothing was edited in the group yet
};

static const char temp_tables[] =
  "CREATE TEMP TABLE plx_state (step INTEGER NOT NULL);"
  "INSERT INTO plx_state VALUES (0);"
  "CREATE TEMP TABLE plx_steps (id INTEGER PRIMARY KEY AUTOINCREMENT, is_redo INTEGER NOT NULL,"
  " label TEXT NOT NULL, merge_key TEXT, time_us INTEGER NOT NULL);"
  "CREATE TEMP TABLE plx_entries (id INTEGER PRIMARY KEY, step INTEGER NOT NULL,"
  " tables INTEGER NOT NULL, sql TEXT NOT NULL);"
  "CREATE INDEX temp.plx_entries_by_step ON plx_entries (step);";

typedef struct {
  GString *columns;  // "id","name"
  GString *values;   // quote(old."id")||','||quote(old."name")
  GString *sets;     // '"name"='||quote(old."name")||','||…
} ColumnSql;

static void
add_column (const PlxRow *row, gpointer data)
{
  ColumnSql *sql = data;
  const char *name = plx_row_get_text (row, 1);
  const char *comma = sql->columns->len > 0 ? "," : "";
  const char *joined = sql->columns->len > 0 ? "||','||" : "";

  g_string_append_printf (sql->columns, "%s\"%s\"", comma, name);
  g_string_append_printf (sql->values, "%squote(old.\"%s\")", joined, name);
  g_string_append_printf (sql->sets, "%s'\"%s\"='||quote(old.\"%s\")", joined, name, name);
}

static char *
make_triggers (const PlxEditableTable *table, const ColumnSql *columns)
{
  const char *when = "WHEN (SELECT step FROM plx_state) <> 0 BEGIN INSERT INTO plx_entries"
                     " (step, tables, sql) VALUES ((SELECT step FROM plx_state)";
  const char *t = table->name;

  return g_strdup_printf (
    "CREATE TEMP TRIGGER plx_%s_i AFTER INSERT ON main.\"%s\" %s, %d,"
    " 'DELETE FROM main.\"%s\" WHERE id='||new.id); END;"
    "CREATE TEMP TRIGGER plx_%s_u AFTER UPDATE ON main.\"%s\" %s, %d,"
    " 'UPDATE main.\"%s\" SET '||%s||' WHERE id='||new.id); END;"
    "CREATE TEMP TRIGGER plx_%s_d AFTER DELETE ON main.\"%s\" %s, %d,"
    " 'INSERT INTO main.\"%s\" (%s) VALUES ('||%s||')'); END;",
    t, t, when, (int) table->group, t,
    t, t, when, (int) table->group, t, columns->sets->str,
    t, t, when, (int) table->group, t, columns->columns->str, columns->values->str);
}

static gboolean
watch_table (PlxDb *db, const PlxEditableTable *table, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);
  ColumnSql columns = { names, values, sets };
  g_autofree char *info = g_strdup_printf ("PRAGMA main.table_info(\"%s\")", table->name);
  g_autofree char *triggers = NULL;

  if (!plx_db_each (db, add_column, &columns, error, info, ""))
    return FALSE;
  triggers = make_triggers (table, &columns);
  return plx_db_exec (db, triggers, error);
}

PlxJournal *
plx_journal_new (PlxDb *db, gboolean may_edit, GError **error)
{
  PlxJournal *journal;

  if (!plx_db_exec (db, temp_tables, error))
    return NULL;
  // what cannot be written may be of an older format, without the later tables
  for (const PlxEditableTable *table = plx_editable_tables; may_edit && table->name != NULL; table++)
    if (!watch_table (db, table, error))
      return NULL;
  journal = g_new0 (PlxJournal, 1);
  journal->db = db;
  g_mutex_init (&journal->mutex);
  return journal;
}

void
plx_journal_free (PlxJournal *journal)
{
  g_free (journal->undo_label);
  g_free (journal->redo_label);
  g_free (journal->group_label);
  g_mutex_clear (&journal->mutex);
  g_free (journal);
}

/* steps; all inside the transaction of the edit */

static gboolean
record_into (PlxDb *db, gint64 step, GError **error)
{
  return plx_db_run (db, error, "UPDATE temp.plx_state SET step=?", "i", step);
}

static gboolean
open_step (PlxDb *db, gboolean is_redo, const char *label, const char *merge_key, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT INTO temp.plx_steps (is_redo, label, merge_key, time_us)"
                     " VALUES (?,?,?,?)",
                     "utti", is_redo, label, merge_key, g_get_monotonic_time ())
         && record_into (db, plx_db_get_last_id (db), error);
}

/* A merged edit gives the step its own name and starts the second anew. */
static gboolean
touch_step (PlxDb *db, gint64 step, const char *label, GError **error)
{
  return plx_db_run (db, error, "UPDATE temp.plx_steps SET label=?, time_us=? WHERE id=?", "tii",
                     label, g_get_monotonic_time (), step);
}

static gboolean
drop_step (PlxDb *db, gint64 step, GError **error)
{
  return plx_db_run (db, error, "DELETE FROM temp.plx_entries WHERE step=?", "i", step)
         && plx_db_run (db, error, "DELETE FROM temp.plx_steps WHERE id=?", "i", step);
}

static gboolean
clear_redo (PlxDb *db, GError **error)
{
  return plx_db_run (db, error, "DELETE FROM temp.plx_entries WHERE step IN"
                     " (SELECT id FROM temp.plx_steps WHERE is_redo)", "")
         && plx_db_run (db, error, "DELETE FROM temp.plx_steps WHERE is_redo", "");
}

/* The newest step when it is of the same field and less than a second old and
 * nothing was undone since. */
static gboolean
find_mergeable (PlxDb *db, const char *merge_key, gint64 *step, GError **error)
{
  *step = 0;
  if (merge_key == NULL)
    return TRUE;
  return plx_db_get_int (
      db, step, 0, error,
      "SELECT id FROM temp.plx_steps WHERE id=(SELECT max (id) FROM temp.plx_steps)"
      " AND NOT is_redo AND merge_key=? AND time_us>?",
      "ti", merge_key, g_get_monotonic_time () - MERGE_WITHIN_US);
}

static void
refresh_labels (PlxJournal *journal)
{
  g_autofree char *undo = NULL, *redo = NULL;

  plx_db_get_text (journal->db, &undo, NULL, "SELECT label FROM temp.plx_steps WHERE NOT is_redo"
                   " ORDER BY id DESC LIMIT 1", "");
  plx_db_get_text (journal->db, &redo, NULL, "SELECT label FROM temp.plx_steps WHERE is_redo"
                   " ORDER BY id DESC LIMIT 1", "");
  g_mutex_lock (&journal->mutex);
  g_free (journal->undo_label);
  g_free (journal->redo_label);
  journal->undo_label = g_steal_pointer (&undo);
  journal->redo_label = g_steal_pointer (&redo);
  g_mutex_unlock (&journal->mutex);
}

typedef struct {
  PlxJournal *journal;
  const char *label, *merge_key, *author;
  PlxStoreFunc func;
  gpointer data;
  gint64 step;           // where it went; 0: it changed nothing
} Edit;

/* An edit that changed nothing leaves no step. */
static gboolean
drop_if_empty (PlxDb *db, gint64 step, gboolean *is_empty, GError **error)
{
  gint64 n = 0;

  if (!plx_db_get_int (db, &n, 0, error, "SELECT count (*) FROM temp.plx_entries WHERE step=?",
                       "i", step))
    return FALSE;
  *is_empty = n == 0;
  return n > 0 || drop_step (db, step, error);
}

/* The step this edit belongs to, its group's if there is one, and opens it. */
static gboolean
enter_step (PlxDb *db, Edit *edit, gint64 *step, GError **error)
{
  const PlxJournal *journal = edit->journal;

  if (journal->group_depth > 0)
    {
      *step = journal->group_step;
      return *step != 0 ? record_into (db, *step, error)
                        : open_step (db, FALSE, journal->group_label, NULL, error)
                            && plx_db_get_int (db, step, 0, error,
                                               "SELECT step FROM temp.plx_state", "");
    }
  if (!find_mergeable (db, edit->merge_key, step, error))
    return FALSE;
  if (*step != 0)
    return record_into (db, *step, error) && touch_step (db, *step, edit->label, error);
  return open_step (db, FALSE, edit->label, edit->merge_key, error)
         && plx_db_get_int (db, step, 0, error, "SELECT step FROM temp.plx_state", "");
}

static gboolean
edit_inside (PlxDb *db, Edit *edit, GError **error)
{
  gint64 step = 0;
  gboolean is_empty = FALSE;

  if (!enter_step (db, edit, &step, error) || !edit->func (db, edit->data, error)
      || !record_into (db, 0, error) || !drop_if_empty (db, step, &is_empty, error))
    return FALSE;
  edit->step = is_empty ? 0 : step;
  return is_empty
         || (clear_redo (db, error)
             && plx_log_add (db, edit->author, "edit", edit->label, error));
}

static gboolean
run_in_transaction (PlxDb *db, gboolean (*func) (PlxDb *, Edit *, GError **), Edit *edit,
                    GError **error)
{
  if (!plx_db_exec (db, "BEGIN IMMEDIATE;PRAGMA defer_foreign_keys=ON", error))
    {
      plx_db_exec (db, "ROLLBACK", NULL);
      return FALSE;
    }
  if (func (db, edit, error) && plx_db_exec (db, "COMMIT", error))
    {
      refresh_labels (edit->journal);
      return TRUE;
    }
  plx_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
edit_cb (PlxDb *db, gpointer data, GError **error)
{
  Edit *edit = data;

  if (!run_in_transaction (db, edit_inside, edit, error))
    return FALSE;
  if (edit->journal->group_depth > 0)
    edit->journal->group_step = edit->step;
  return TRUE;
}

gboolean
plx_store_edit (PlxStore *store, const char *label, const char *merge_key, const char *author,
                PlxStoreFunc func, gpointer data, GError **error)
{
  Edit edit = { plx_store_get_journal (store), label, merge_key, author, func, data, 0 };

  return plx_store_may_write (store, error) && plx_store_call (store, edit_cb, &edit, error);
}

/* groups */

typedef struct {
  PlxJournal *journal;
  const char *label;     // NULL: ends one
} Group;

static gboolean
group_cb (PlxDb *db, gpointer data, GError **error)
{
  const Group *group = data;
  PlxJournal *journal = group->journal;

  if (group->label != NULL)
    {
      if (journal->group_depth++ == 0)
        journal->group_label = g_strdup (group->label);
      return TRUE;
    }
  g_return_val_if_fail (journal->group_depth > 0, FALSE);
  if (--journal->group_depth == 0)
    {
      g_clear_pointer (&journal->group_label, g_free);
      journal->group_step = 0;
    }
  return TRUE;
}

gboolean
plx_store_begin_group (PlxStore *store, const char *label, GError **error)
{
  Group group = { plx_store_get_journal (store), label };

  return plx_store_may_write (store, error) && plx_store_call (store, group_cb, &group, error);
}

gboolean
plx_store_end_group (PlxStore *store, GError **error)
{
  Group group = { plx_store_get_journal (store), NULL };

  return plx_store_may_write (store, error) && plx_store_call (store, group_cb, &group, error);
}

/* replaying */

typedef struct {
  Edit edit;
  gboolean is_redo;   // the stack to take from
  PlxTables changed;
  gboolean is_empty;
} Replay;

typedef struct {
  GPtrArray *sql;
  PlxTables tables;
} Entries;

static void
add_entry (const PlxRow *row, gpointer data)
{
  Entries *entries = data;

  g_ptr_array_add (entries->sql, g_strdup (plx_row_get_text (row, 0)));
  entries->tables |= (PlxTables) plx_row_get_int (row, 1);
}

static gboolean
replay_step (PlxDb *db, Replay *replay, gint64 step, GError **error)
{
  g_autoptr (GPtrArray) sql = g_ptr_array_new_with_free_func (g_free);
  Entries entries = { sql, 0 };

  if (!plx_db_each (db, add_entry, &entries, error, "SELECT sql, tables FROM temp.plx_entries"
                    " WHERE step=? ORDER BY id DESC", "i", step))
    return FALSE;
  for (guint i = 0; i < sql->len; i++)
    if (!plx_db_exec (db, g_ptr_array_index (sql, i), error))
      return FALSE;
  replay->changed = entries.tables;
  return record_into (db, 0, error) && drop_step (db, step, error);
}

static gboolean
replay_inside (PlxDb *db, Edit *edit, GError **error)
{
  Replay *replay = (Replay *) edit;
  g_autofree char *label = NULL;
  gint64 step = 0;

  if (!plx_db_get_int (db, &step, 0, error, "SELECT max (id) FROM temp.plx_steps WHERE is_redo=?",
                       "u", replay->is_redo))
    return FALSE;
  replay->is_empty = step == 0;
  if (step == 0)
    return TRUE;
  return plx_db_get_text (db, &label, error, "SELECT label FROM temp.plx_steps WHERE id=?", "i",
                          step)
         && open_step (db, !replay->is_redo, label, NULL, error)
         && replay_step (db, replay, step, error)
         && plx_log_add (db, edit->author, replay->is_redo ? "redo" : "undo", label, error);
}

static gboolean
replay_cb (PlxDb *db, gpointer data, GError **error)
{
  Replay *job = data;

  job->edit.journal->group_step = 0;   // what comes after an undo is a step of its own
  return run_in_transaction (db, replay_inside, data, error);
}

static gboolean
replay (PlxStore *store, gboolean is_redo, const char *author, PlxTables *changed, GError **error)
{
  Replay job = { .edit = { .journal = plx_store_get_journal (store), .author = author },
                 .is_redo = is_redo };

  *changed = 0;
  if (!plx_store_may_write (store, error) || !plx_store_call (store, replay_cb, &job, error))
    return FALSE;
  *changed = job.changed;
  return !job.is_empty;
}

gboolean
plx_store_undo (PlxStore *store, const char *author, PlxTables *changed, GError **error)
{
  return replay (store, FALSE, author, changed, error);
}

gboolean
plx_store_redo (PlxStore *store, const char *author, PlxTables *changed, GError **error)
{
  return replay (store, TRUE, author, changed, error);
}

void
plx_store_dup_labels (PlxStore *store, char **undo, char **redo)
{
  PlxJournal *journal = plx_store_get_journal (store);

  g_mutex_lock (&journal->mutex);
  *undo = g_strdup (journal->undo_label);
  *redo = g_strdup (journal->redo_label);
  g_mutex_unlock (&journal->mutex);
}

static gboolean
barrier_cb (PlxDb *db, gpointer data, GError **error)
{
  PlxJournal *journal = data;
  gboolean done = plx_db_exec (db, "DELETE FROM temp.plx_entries;DELETE FROM temp.plx_steps",
                               error);

  journal->group_step = 0;
  refresh_labels (journal);
  return done;
}

gboolean
plx_store_add_barrier (PlxStore *store, GError **error)
{
  return plx_store_call (store, barrier_cb, plx_store_get_journal (store), error);
}
