/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "store/plx-store-private.h"

/* Invariants
 *  1. Only the store's thread touches @writer and @journal.
 *  2. Jobs run in the order they were queued; the caller waits for its own.
 *  3. A reader connection is held by one thread at a time and sits in
 *     @readers, reset, while nobody uses it.
 *  4. @file is opened before the first connection and closed after the last. */

#define LARGE_FILE (64 * 1024 * 1024)

struct _PlxStore
{
  char *path;
  PlxFile file;
  GThread *thread;
  GAsyncQueue *jobs;     // Job
  PlxDb *writer;
  PlxJournal *journal;
  guint n_bulk;          // on the store's thread

  GMutex readers_mutex;
  GQueue readers;        // PlxDb, idle
};

typedef struct {
  PlxStoreFunc func;     // NULL: the thread ends
  gpointer data;
  GError **error;
  gboolean result;
  gboolean is_done;
  GMutex mutex;
  GCond cond;
} Job;

static gpointer
store_worker (gpointer data)
{
  PlxStore *store = data;
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      Job *job = g_async_queue_pop (store->jobs);

      goes_on = job->func != NULL;
      if (goes_on)
        job->result = job->func (store->writer, job->data, job->error);
      g_mutex_lock (&job->mutex);
      job->is_done = TRUE;
      g_cond_signal (&job->cond);
      g_mutex_unlock (&job->mutex);
    }
  return NULL;
}

static gboolean
queue_and_wait (PlxStore *store, PlxStoreFunc func, gpointer data, GError **error)
{
  Job job = { .func = func, .data = data, .error = error };

  g_assert (g_thread_self () != store->thread);
  g_mutex_init (&job.mutex);
  g_cond_init (&job.cond);
  g_async_queue_push (store->jobs, &job);
  g_mutex_lock (&job.mutex);
  while (!job.is_done)
    g_cond_wait (&job.cond, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.cond);
  return job.result;
}

/* opening */

/* A file on a medium that cannot be written has no room for the shared memory
 * that WAL needs: told that nobody can change it, SQLite does without. */
static char *
make_uri (PlxStore *store)
{
  g_autofree char *absolute = g_canonicalize_filename (store->path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, store->file.is_read_only && !store->file.has_wal ? "?immutable=1" : "",
                      NULL);
}

static PlxDb *
open_connection (PlxStore *store, gboolean writes, GError **error)
{
  g_autofree char *uri = make_uri (store);
  g_autoptr (PlxDb) db = plx_db_open (uri, (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY)
                                      | SQLITE_OPEN_URI, error);

  if (db == NULL || !plx_db_exec (db, "PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF;"
                                  "PRAGMA cell_size_check=ON;PRAGMA temp_store=MEMORY", error))
    return NULL;
  if (writes && !plx_db_exec (db, "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL", error))
    return NULL;
  return g_steal_pointer (&db);
}

static void
find_problem (const PlxRow *row, gpointer data)
{
  char **problem = data;

  if (*problem == NULL && g_strcmp0 (plx_row_get_text (row, 0), "ok") != 0)
    *problem = g_strdup (plx_row_get_text (row, 0));
}

/* The cheap part of an integrity check: the header's size against the file's,
 * the schema, and the tables that lists are made from; of a large file not the
 * articles, which would hold up the first frame. The whole check reads the
 * whole file and belongs to `check`. */
static gboolean
look_for_damage (PlxStore *store, GError **error)
{
  g_autofree char *problem = NULL;
  gint64 n_pages = 0, page_size = 0;
  GStatBuf info;
  static const char * const tables[] = { "stories", "sources", "settings", "articles" };
  guint n_tables = G_N_ELEMENTS (tables);

  if (!plx_db_get_int (store->writer, &n_pages, 0, error, "PRAGMA page_count", "")
      || !plx_db_get_int (store->writer, &page_size, 0, error, "PRAGMA page_size", ""))
    return FALSE;
  if (!store->file.has_wal && g_stat (store->path, &info) == 0
      && info.st_size < n_pages * page_size)
    problem = g_strdup_printf ("it should have %" G_GINT64_FORMAT
                               " bytes and has %" G_GINT64_FORMAT,
                               n_pages * page_size, (gint64) info.st_size);
  if (n_pages * page_size > LARGE_FILE)
    n_tables--;
  for (guint i = 0; problem == NULL && i < n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check(%s)", tables[i]);

      if (!plx_db_each (store->writer, find_problem, &problem, error, sql, ""))
        return FALSE;
    }
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT, problem);
  return FALSE;
}

static gboolean
check_format (PlxStore *store, gint64 *format, GError **error)
{
  if (!plx_db_get_int (store->writer, format, 0, error, "PRAGMA user_version", ""))
    return FALSE;
  if (*format <= PLX_FORMAT)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_TOO_NEW,
               _("it was made by a newer Parallax: update the program"));
  return FALSE;
}

static gboolean
bring_up_to_date (PlxStore *store, gint64 format, GError **error)
{
  return format == PLX_FORMAT || store->file.is_read_only
         || plx_schema_migrate (store->writer, (int) format, error);
}

/* Whatever SQLite finds wrong with the structure is damage to the person. */
static void
explain (PlxStore *store, GError **error)
{
  if (error == NULL)
    return;
  if (g_error_matches (*error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_A_PROJECT)
      || g_error_matches (*error, PLX_STORE_ERROR, PLX_STORE_ERROR_INVALID))
    (*error)->code = PLX_STORE_ERROR_CORRUPT;
  if (g_error_matches (*error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT))
    g_prefix_error (error, _("%s is damaged; open a copy or a backup, the file is untouched: "),
                    store->path);
  else
    g_prefix_error (error, "%s: ", store->path);
}

static gboolean
start (PlxStore *store, GError **error)
{
  gint64 format = 0;

  store->writer = open_connection (store, !store->file.is_read_only, error);
  // damage first: nothing is written to a damaged file; a new one is still empty
  if (store->writer == NULL || !check_format (store, &format, error)
      || (format > 0 && !look_for_damage (store, error)) || !bring_up_to_date (store, format, error))
    return FALSE;
  store->journal = plx_journal_new (store->writer, !store->file.is_read_only, error);
  if (store->journal == NULL)
    return FALSE;
  store->jobs = g_async_queue_new ();
  store->thread = g_thread_new ("plx-store", store_worker, store);
  return TRUE;
}

PlxStore *
plx_store_open (const char *path, GError **error)
{
  g_autoptr (PlxStore) store = g_new0 (PlxStore, 1);

  store->path = g_strdup (path);
  store->file.lock = -1;
  g_mutex_init (&store->readers_mutex);
  if (!plx_file_open (&store->file, path, error))
    return NULL;
  if (!start (store, error))
    {
      explain (store, error);
      return NULL;
    }
  return g_steal_pointer (&store);
}

static gboolean
make_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  g_autoptr (PlxDb) db = NULL;

  if (fd < 0)
    {
      g_set_error (error, PLX_STORE_ERROR,
                   errno == EEXIST ? (int) PLX_STORE_ERROR_EXISTS
                   : errno == EROFS || errno == EACCES ? (int) PLX_STORE_ERROR_READ_ONLY
                   : (int) PLX_STORE_ERROR_IO,
                   "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  close (fd);
  db = plx_db_open (path, SQLITE_OPEN_READWRITE, error);
  if (db != NULL && plx_schema_migrate (db, 0, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  g_clear_pointer (&db, plx_db_close);
  g_unlink (path);
  return FALSE;
}

PlxStore *
plx_store_create (const char *path, GError **error)
{
  return make_file (path, error) ? plx_store_open (path, error) : NULL;
}

void
plx_store_close (PlxStore *store)
{
  if (store == NULL)
    return;
  if (store->thread != NULL)
    {
      queue_and_wait (store, NULL, NULL, NULL);
      g_thread_join (store->thread);
    }
  g_queue_clear_full (&store->readers, (GDestroyNotify) plx_db_close);
  g_clear_pointer (&store->journal, plx_journal_free);
  g_clear_pointer (&store->writer, plx_db_close);
  g_clear_pointer (&store->jobs, g_async_queue_unref);
  plx_file_close (&store->file);
  g_mutex_clear (&store->readers_mutex);
  g_free (store->path);
  g_free (store);
}

const char *
plx_store_get_path (PlxStore *store)
{
  return store->path;
}

gboolean
plx_store_is_read_only (PlxStore *store)
{
  return store->file.is_read_only;
}

PlxJournal *
plx_store_get_journal (PlxStore *store)
{
  return store->journal;
}

/* work */

gboolean
plx_store_call (PlxStore *store, PlxStoreFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (func != NULL, FALSE);
  return queue_and_wait (store, func, data, error);
}

typedef struct {
  PlxStoreFunc func;
  gpointer data;
} Write;

static gboolean
write_cb (PlxDb *db, gpointer data, GError **error)
{
  Write *write = data;

  if (!plx_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (write->func (db, write->data, error) && plx_db_exec (db, "COMMIT", error))
    return TRUE;
  plx_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
plx_store_may_write (PlxStore *store, GError **error)
{
  if (store->file.is_read_only)
    g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY,
                 _("%s may only be read: save a copy and work in that"), store->path);
  return !store->file.is_read_only;
}

/* SQLite knows neither the file a person meant nor what to do about it. */
static void
name_file (PlxStore *store, GError **error)
{
  if (error == NULL || (*error)->domain != PLX_STORE_ERROR
      || strstr ((*error)->message, store->path) != NULL)
    return;
  if ((*error)->code == PLX_STORE_ERROR_LOCKED)
    g_prefix_error (error,
                    _("%s is being written by another program; "
                      "close it there and try again: "),
                    store->path);
  else
    g_prefix_error (error, "%s: ", store->path);
}

gboolean
plx_store_write (PlxStore *store, PlxStoreFunc func, gpointer data, GError **error)
{
  Write write = { func, data };

  if (!plx_store_may_write (store, error))
    return FALSE;
  if (queue_and_wait (store, write_cb, &write, error))
    return TRUE;
  name_file (store, error);
  return FALSE;
}

typedef struct {
  PlxStore *store;
  gboolean is_bulk;
} SetBulk;

static gboolean
set_bulk_cb (PlxDb *db, gpointer data, GError **error)
{
  SetBulk *set = data;

  if (set->is_bulk)
    set->store->n_bulk++;
  else
    set->store->n_bulk--;
  return plx_db_exec (db, set->store->n_bulk > 0 ? "PRAGMA synchronous=NORMAL"
                                                 : "PRAGMA synchronous=FULL", error);
}

void
plx_store_set_bulk (PlxStore *store, gboolean is_bulk)
{
  SetBulk set = { store, is_bulk };

  queue_and_wait (store, set_bulk_cb, &set, NULL);
}

static PlxDb *
take_reader (PlxStore *store, GError **error)
{
  PlxDb *db;

  g_mutex_lock (&store->readers_mutex);
  db = g_queue_pop_head (&store->readers);
  g_mutex_unlock (&store->readers_mutex);
  return db != NULL ? db : open_connection (store, FALSE, error);
}

gboolean
plx_store_read (PlxStore *store, PlxStoreFunc func, gpointer data, GError **error)
{
  PlxDb *db = take_reader (store, error);
  gboolean done;

  if (db == NULL)
    return FALSE;
  done = plx_db_exec (db, "BEGIN", error) && func (db, data, error);
  plx_db_exec (db, "ROLLBACK", NULL);
  g_mutex_lock (&store->readers_mutex);
  g_queue_push_head (&store->readers, db);
  g_mutex_unlock (&store->readers_mutex);
  return done;
}

/* copies */

static gboolean
copy_pages (PlxDb *from, PlxDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (plx_db_get_handle (to), "main",
                                                plx_db_get_handle (from), "main");

  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      if (sqlite3_backup_finish (backup) == SQLITE_OK)
        return plx_db_exec (to, "PRAGMA journal_mode=DELETE", error);
    }
  plx_db_set_error (to, error);
  return FALSE;
}

static gboolean
copy_cb (PlxDb *db, gpointer data, GError **error)
{
  const char *path = data;
  g_autoptr (PlxDb) copy = plx_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return copy != NULL && copy_pages (db, copy, error);
}

static gboolean
is_same_file (PlxStore *store, const char *path)
{
  GStatBuf a, b;

  return g_stat (store->path, &a) == 0 && g_stat (path, &b) == 0
         && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

gboolean
plx_store_save_copy (PlxStore *store, const char *path, GError **error)
{
  g_autofree char *part = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  gboolean done;

  if (is_same_file (store, path))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_EXISTS,
                   _("%s is the open project itself: choose another name"), path);
      return FALSE;
    }
  done = queue_and_wait (store, copy_cb, part, error);
  if (done && g_rename (part, path) != 0)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_IO, "%s", g_strerror (errno));
      done = FALSE;
    }
  if (done)
    return TRUE;
  g_unlink (part);
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}
