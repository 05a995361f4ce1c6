/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-statement.h"

#include <errno.h>
#include <sqlite3.h>

#include "store/plx-tokenizer.h"

/* Statements are prepared once per connection and kept by their text: the
 * tables use a closed set of literals, so the cache stays small. A statement
 * that is still being stepped (a callback asks the same question again) is not
 * shared: the inner call prepares its own. */

G_DEFINE_QUARK (plx-store-error-quark, plx_store_error)

struct _PlxDb
{
  sqlite3 *handle;
  GHashTable *statements;  // SQL → Statement
};

typedef struct {
  sqlite3_stmt *stmt;
  gboolean is_busy;
} Statement;

struct _PlxRow
{
  sqlite3_stmt *stmt;
};

static void
statement_free (gpointer data)
{
  Statement *statement = data;

  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

static PlxStoreError
code_from_sqlite (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return PLX_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PLX_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PLX_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return PLX_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return PLX_STORE_ERROR_NOT_A_PROJECT;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:
      return PLX_STORE_ERROR_INVALID;
    default:
      return PLX_STORE_ERROR_IO;
    }
}

/* Turns the connection's last failure into @error. A full disk hides behind
 * several of SQLite's codes (a journal that cannot grow is an I/O error), so
 * the system's own number decides there. */
void
plx_db_set_error (PlxDb *db, GError **error)
{
  int code = sqlite3_extended_errcode (db->handle);
  int system_code = sqlite3_system_errno (db->handle);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
  else if ((code & 0xff) == SQLITE_IOERR && (system_code == ENOSPC || system_code == EDQUOT))
    g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FULL, g_strerror (system_code));
  else
    g_set_error (error, PLX_STORE_ERROR, (int) code_from_sqlite (code), "%s (SQLite %d)",
                 sqlite3_errmsg (db->handle), code);
}

PlxDb *
plx_db_open (const char *path_or_uri, int flags, GError **error)
{
  g_autoptr (PlxDb) db = g_new0 (PlxDb, 1);
  int value = 0;

  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  if (sqlite3_open_v2 (path_or_uri, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      if (db->handle != NULL)
        plx_db_set_error (db, error);
      else
        g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_IO, g_strerror (ENOMEM));
      return NULL;
    }
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, 5000);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &value);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &value);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &value);
  if (!plx_tokenizer_register (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

void
plx_db_close (PlxDb *db)
{
  if (db == NULL)
    return;
  g_hash_table_unref (db->statements);
  sqlite3_close (db->handle);
  g_free (db);
}

gpointer
plx_db_get_handle (PlxDb *db)
{
  return db->handle;
}

gboolean
plx_db_exec (PlxDb *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  plx_db_set_error (db, error);
  return FALSE;
}

static Statement *
take_statement (PlxDb *db, const char *sql, GError **error)
{
  Statement *statement = g_hash_table_lookup (db->statements, sql);
  gboolean is_shared = statement == NULL;

  if (statement == NULL || statement->is_busy)
    {
      statement = g_new0 (Statement, 1);
      if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt,
                              NULL)
          != SQLITE_OK)
        {
          plx_db_set_error (db, error);
          statement_free (statement);
          return NULL;
        }
      if (is_shared)
        g_hash_table_insert (db->statements, g_strdup (sql), statement);
    }
  statement->is_busy = TRUE;
  return statement;
}

static void
give_statement (PlxDb *db, const char *sql, Statement *statement)
{
  sqlite3_reset (statement->stmt);
  sqlite3_clear_bindings (statement->stmt);
  statement->is_busy = FALSE;
  if (g_hash_table_lookup (db->statements, sql) != statement)
    statement_free (statement);
}

static void
bind_bytes (sqlite3_stmt *stmt, int i, GBytes *bytes)
{
  gsize n_bytes = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes == NULL)
    sqlite3_bind_null (stmt, i);
  else if (n_bytes == 0)
    sqlite3_bind_zeroblob (stmt, i, 0);
  else
    sqlite3_bind_blob64 (stmt, i, data, n_bytes, SQLITE_STATIC);
}

static void
bind_all (sqlite3_stmt *stmt, const char *types, va_list *values)
{
  for (int i = 1; types[i - 1] != '\0'; i++)
    switch (types[i - 1])
      {
      case 'i':
        sqlite3_bind_int64 (stmt, i, va_arg (*values, gint64));
        break;
      case 'u':
        sqlite3_bind_int64 (stmt, i, va_arg (*values, int));
        break;
      case 'd':
        sqlite3_bind_double (stmt, i, va_arg (*values, double));
        break;
      case 't':
        sqlite3_bind_text (stmt, i, va_arg (*values, const char *), -1, SQLITE_STATIC);
        break;
      case 'b':
        bind_bytes (stmt, i, va_arg (*values, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }
}

static gboolean
step_all (PlxDb *db, PlxRowFunc func, gpointer data, GError **error, const char *sql,
          const char *types, va_list *values)
{
  Statement *statement = take_statement (db, sql, error);
  PlxRow row;
  int code;

  if (statement == NULL)
    return FALSE;
  g_assert (sqlite3_bind_parameter_count (statement->stmt) == (int) strlen (types));
  bind_all (statement->stmt, types, values);
  row.stmt = statement->stmt;
  while ((code = sqlite3_step (statement->stmt)) == SQLITE_ROW)
    if (func != NULL)
      func (&row, data);
  if (code != SQLITE_DONE)
    plx_db_set_error (db, error);
  give_statement (db, sql, statement);
  return code == SQLITE_DONE;
}

gboolean
plx_db_run (PlxDb *db, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  gboolean done;

  va_start (values, types);
  done = step_all (db, NULL, NULL, error, sql, types, &values);
  va_end (values);
  return done;
}

gboolean
plx_db_each (PlxDb *db, PlxRowFunc func, gpointer data, GError **error, const char *sql,
             const char *types, ...)
{
  va_list values;
  gboolean done;

  va_start (values, types);
  done = step_all (db, func, data, error, sql, types, &values);
  va_end (values);
  return done;
}

static void
take_int (const PlxRow *row, gpointer data)
{
  gint64 *value = data;

  if (!plx_row_is_null (row, 0))
    *value = plx_row_get_int (row, 0);
}

gboolean
plx_db_get_int (PlxDb *db, gint64 *value, gint64 fallback, GError **error, const char *sql,
                const char *types, ...)
{
  va_list values;
  gboolean done;

  *value = fallback;
  va_start (values, types);
  done = step_all (db, take_int, value, error, sql, types, &values);
  va_end (values);
  return done;
}

static void
take_text (const PlxRow *row, gpointer data)
{
  char **value = data;

  g_free (*value);
  *value = g_strdup (plx_row_get_text (row, 0));
}

gboolean
plx_db_get_text (PlxDb *db, char **value, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  gboolean done;

  *value = NULL;
  va_start (values, types);
  done = step_all (db, take_text, value, error, sql, types, &values);
  va_end (values);
  return done;
}

gint64
plx_db_get_last_id (PlxDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

guint
plx_db_get_n_changed (PlxDb *db)
{
  return (guint) sqlite3_changes (db->handle);
}

gint64
plx_row_get_int (const PlxRow *row, int column)
{
  return sqlite3_column_int64 (row->stmt, column);
}

double
plx_row_get_double (const PlxRow *row, int column)
{
  return sqlite3_column_double (row->stmt, column);
}

const char *
plx_row_get_text (const PlxRow *row, int column)
{
  return (const char *) sqlite3_column_text (row->stmt, column);
}

gboolean
plx_row_is_null (const PlxRow *row, int column)
{
  return sqlite3_column_type (row->stmt, column) == SQLITE_NULL;
}

GBytes *
plx_row_dup_bytes (const PlxRow *row, int column)
{
  gconstpointer data = sqlite3_column_blob (row->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (row->stmt, column));
}
