/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One connection to the file with its prepared statements, and the few ways
 * the tables use them. A connection is used by one thread at a time; here, and
 * nowhere else, SQLite's numbers become a GError. */

#define PLX_STORE_ERROR (plx_store_error_quark ())
GQuark plx_store_error_quark (void);

typedef enum {
  PLX_STORE_ERROR_NOT_A_PROJECT,  // some other file, or not a database
  PLX_STORE_ERROR_TOO_NEW,        // written by a later Parallax
  PLX_STORE_ERROR_CORRUPT,
  PLX_STORE_ERROR_LOCKED,         // open elsewhere
  PLX_STORE_ERROR_READ_ONLY,
  PLX_STORE_ERROR_FULL,           // disk full; nothing was changed
  PLX_STORE_ERROR_IO,
  PLX_STORE_ERROR_EXISTS,
  PLX_STORE_ERROR_INVALID,        // a constraint forbids it, or the query makes no sense
} PlxStoreError;

typedef struct _PlxDb PlxDb;
typedef struct _PlxRow PlxRow;    // a result row, valid inside its callback

typedef void (*PlxRowFunc) (const PlxRow *row, gpointer data);

PlxDb   *plx_db_open      (const char  *path_or_uri,
                           int          flags,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void     plx_db_close     (PlxDb       *db);
gpointer plx_db_get_handle (PlxDb      *db);  // sqlite3 *
gboolean plx_db_exec      (PlxDb       *db,
                           const char  *sql,
                           GError     **error);

/* @types has a letter per parameter: i gint64, u int or enum, d double,
 * t text or NULL, b GBytes * or NULL. Values are borrowed for the call. */
gboolean plx_db_run       (PlxDb       *db,
                           GError     **error,
                           const char  *sql,
                           const char  *types,
                           ...);
gboolean plx_db_each      (PlxDb       *db,
                           PlxRowFunc   func,
                           gpointer     data,
                           GError     **error,
                           const char  *sql,
                           const char  *types,
                           ...);
/* The first column of the first row; @fallback when there is none or it is
 * NULL. Returns FALSE on error only. */
gboolean plx_db_get_int   (PlxDb       *db,
                           gint64      *value,
                           gint64       fallback,
                           GError     **error,
                           const char  *sql,
                           const char  *types,
                           ...);
gboolean plx_db_get_text  (PlxDb       *db,
                           char       **value,
                           GError     **error,
                           const char  *sql,
                           const char  *types,
                           ...);
gint64   plx_db_get_last_id   (PlxDb   *db);
guint    plx_db_get_n_changed (PlxDb   *db);
void     plx_db_set_error     (PlxDb   *db,
                               GError **error);

gint64      plx_row_get_int    (const PlxRow *row, int column);
double      plx_row_get_double (const PlxRow *row, int column);
const char *plx_row_get_text   (const PlxRow *row, int column);  // NULL for NULL
gboolean    plx_row_is_null    (const PlxRow *row, int column);
GBytes     *plx_row_dup_bytes  (const PlxRow *row, int column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDb, plx_db_close)

G_END_DECLS
