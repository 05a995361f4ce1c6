/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <sys/wait.h>

#include "store/plx-cells-table.h"
#include "store/plx-check.h"
#include "store/plx-claims-table.h"
#include "store/plx-entities-table.h"
#include "store/plx-log-table.h"
#include "store/plx-stories-table.h"

static void
write_at (const char *path, goffset at, const void *bytes, gsize n)
{
  int fd = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (pwrite (fd, bytes, n, at), ==, (gssize) n);
  close (fd);
}

/* Opens @path, which must fail with @code and leave the bytes as they are. */
static void
assert_refused (const char *path, PlxStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;
  PlxStore *store;

  g_file_get_contents (path, &before, &n_before, NULL);
  store = plx_store_open (path, &error);
  g_assert_null (store);
  g_assert_error (error, PLX_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  gint64 a = add_article (fixture->store, "One", "The first text.", "SNA", "2031-05-14");

  g_assert_cmpint (add_article (fixture->store, "One", "The first text.", "SNA", "2031-05-14"),
                   ==, a);
  g_assert_cmpint (add_article (fixture->store, "Two", "Another text.", "sna", NULL), !=, a);
  before = dump (fixture->store);
  fixture_close (fixture);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  fixture_reopen (fixture);
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlxStore *store = plx_store_create (fixture->path, &error);

  g_assert_null (store);
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_EXISTS);
}

static void
test_not_ours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.parallax", NULL);
  g_autofree char *sql = g_build_filename (fixture->folder, "other.db", NULL);
  sqlite3 *other = NULL;

  g_file_set_contents (path, "", 0, NULL);
  assert_refused (path, PLX_STORE_ERROR_NOT_A_PROJECT);
  g_file_set_contents (path, "Just some text that happens to be here.", -1, NULL);
  assert_refused (path, PLX_STORE_ERROR_NOT_A_PROJECT);
  sqlite3_open (sql, &other);
  sqlite3_exec (other, "CREATE TABLE t (a); INSERT INTO t VALUES (1)", NULL, NULL, NULL);
  sqlite3_close (other);
  assert_refused (sql, PLX_STORE_ERROR_NOT_A_PROJECT);
  assert_refused (fixture->folder, PLX_STORE_ERROR_NOT_A_PROJECT);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  const guint32 version = GUINT32_TO_BE (PLX_FORMAT + 1);

  fixture_close (fixture);
  write_at (fixture->path, 60, &version, sizeof version);
  assert_refused (fixture->path, PLX_STORE_ERROR_TOO_NEW);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *noise = g_malloc (4096 * 20);

  fixture_close (fixture);
  memset (noise, 0xa5, 4096 * 20);
  write_at (fixture->path, 4096, noise, 4096 * 20);
  assert_refused (fixture->path, PLX_STORE_ERROR_CORRUPT);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  g_assert_cmpint (truncate (fixture->path, 8192), ==, 0);
  assert_refused (fixture->path, PLX_STORE_ERROR_CORRUPT);
}

static void
test_locked_here (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->path, PLX_STORE_ERROR_LOCKED);
  add_article (fixture->store, "One", "Still writable.", NULL, NULL);
}

/* Another process: the lock must hold across them and die with its owner. */
static void
test_locked_elsewhere (Fixture *fixture, gconstpointer data)
{
  int ready[2], code;
  char byte;
  pid_t child;

  fixture_close (fixture);
  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      PlxStore *store = plx_store_open (fixture->path, NULL);

      if (write (ready[1], store != NULL ? "y" : "n", 1) == 1)
        pause ();
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  assert_refused (fixture->path, PLX_STORE_ERROR_LOCKED);
  kill (child, SIGKILL);
  waitpid (child, &code, 0);
  fixture_reopen (fixture);
}

static gboolean
log_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_log_add (db, "a", "edit", "b", error);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.parallax", NULL);
  PlxStore *copied;

  add_article (fixture->store, "One", "The first text.", "SNA", NULL);
  before = dump (fixture->store);
  fixture_close (fixture);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  fixture_reopen (fixture);
  g_assert_true (plx_store_is_read_only (fixture->store));
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (plx_store_write (fixture->store, log_cb, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plx_store_edit (fixture->store, "x", NULL, "me", log_cb, NULL, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  plx_store_save_copy (fixture->store, copy, &error);
  g_assert_no_error (error);
  copied = plx_store_open (copy, &error);
  g_assert_no_error (error);
  g_assert_false (plx_store_is_read_only (copied));
  plx_store_close (copied);
}

static void
test_save_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.parallax", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.parallax", NULL);
  g_autofree char *before = NULL, *after = NULL;
  PlxStore *copied;

  add_article (fixture->store, "One", "The first text.", "SNA", NULL);
  before = dump (fixture->store);
  g_assert_false (plx_store_save_copy (fixture->store, fixture->path, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (plx_store_save_copy (fixture->store, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  plx_store_save_copy (fixture->store, copy, &error);
  g_assert_no_error (error);
  copied = plx_store_open (copy, &error);
  g_assert_no_error (error);
  after = dump (copied);
  g_assert_cmpstr (before, ==, after);
  plx_store_close (copied);
}

static gboolean
limit_cb (PlxDb *db, gpointer data, GError **error)
{
  gint64 limit = 0;

  return plx_db_get_int (db, &limit, 0, error, (const char *) data, "");
}

/* The file may not grow any more: what a full disk does to SQLite. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *random = g_malloc (400000);
  NewArticle article = { "Big", random, NULL, NULL, 0, FALSE };
  GRand *rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 399999; i++)
    random[i] = (char) g_rand_int_range (rand, 'a', 'z');
  random[399999] = '\0';
  g_rand_free (rand);
  add_article (fixture->store, "One", "The first text.", "SNA", NULL);
  before = dump (fixture->store);
  plx_store_call (fixture->store, limit_cb, (gpointer) "PRAGMA max_page_count=1", NULL);
  g_assert_false (plx_store_write (fixture->store, add_article_cb, &article, &error));
  g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FULL);
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  plx_store_call (fixture->store, limit_cb, (gpointer) "PRAGMA max_page_count=1000000", NULL);
  add_article (fixture->store, "Big", random, NULL, NULL);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  add_article (fixture->store, "One", "The first text.", "SNA", NULL);
  plx_store_check (fixture->store, faults, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  fixture_close (fixture);
  sqlite3_open (fixture->path, &other);
  g_assert_cmpint (sqlite3_exec (other,
                                 "UPDATE originals SET sha256='0'; UPDATE texts SET text='x';"
                                 "UPDATE articles SET source=77",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (other);
  fixture_reopen (fixture);
  plx_store_check (fixture->store, faults, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 3);
}

static gboolean
add_evidence_cb (PlxDb *db, gpointer data, GError **error)
{
  PlxCellEvidenceRow inside = { "claim", "@1", 1, { 0, 4 }, "me", "now" };
  PlxCellEvidenceRow none = { "claim", "@2", 0, { 0, 0 }, "me", "now" };
  gint64 story;

  return plx_stories_add (db, "Story", &story, error)
         && plx_cell_evidence_add (db, story, &inside, error)
         && plx_cell_evidence_add (db, story, &none, error);
}

/* Evidence outside its text, work on a story that is not there. */
static void
test_check_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  add_article (fixture->store, "One", "The first text.", "SNA", NULL);
  g_assert_true (plx_store_write (fixture->store, add_evidence_cb, NULL, &error));
  g_assert_true (plx_store_check (fixture->store, faults, NULL, &error));
  g_assert_cmpuint (faults->len, ==, 0);
  fixture_close (fixture);
  sqlite3_open (fixture->path, &other);
  g_assert_cmpint (sqlite3_exec (other,
                                 "UPDATE cell_evidence SET end_byte=16 WHERE article=1;"
                                 "INSERT INTO claim_edits (story, claim, author, decided)"
                                 " VALUES (99, 'claim', 'me', 'now');"
                                 "INSERT INTO claims (story, statement, author, decided)"
                                 " VALUES (99, 'Words', 'me', 'now');", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (other);
  fixture_reopen (fixture);
  g_assert_true (plx_store_check (fixture->store, faults, NULL, &error));
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 3);
}

typedef struct {
  guint n;
  gboolean is_named;
} Counted;

static void
count_cell (const PlxCellRow *row, gpointer data)
{
  ((Counted *) data)->n++;
}

static void
count_named (gint local, gint64 entity, const char *kind, const char *name, gboolean is_named,
             gpointer data)
{
  ((Counted *) data)->is_named |= is_named;
}

static gboolean
count_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_cells_each (db, 1, count_cell, data, error)
         && plx_entity_links_each (db, 1, 1, count_named, data, error);
}

/* Verdicts and names that persons chose come along from format 2. */
static void
test_migrated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (PLX_FORMATS, "2.parallax", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  Counted counted = { 0, FALSE };
  gsize n_bytes;

  fixture_close (fixture);
  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) n_bytes, NULL);
  fixture_reopen (fixture);
  g_assert_true (plx_store_read (fixture->store, count_cb, &counted, &error));
  g_assert_cmpuint (counted.n, ==, 2);
  g_assert_true (counted.is_named);
  g_assert_true (plx_store_write (fixture->store, add_evidence_cb, NULL, &error));
}

/* A file of each format that a Parallax wrote opens in this one, whole. */
static void
test_formats (Fixture *fixture, gconstpointer data)
{
  for (guint format = 1; format < PLX_FORMAT; format++)
    for (guint read_only = 0; read_only < 2; read_only++)
      {
        g_autofree char *name = g_strdup_printf ("%u.parallax", format);
        g_autofree char *path = g_build_filename (PLX_FORMATS, name, NULL);
        g_autofree char *copy = g_build_filename (fixture->folder, name, NULL);
        g_autofree char *bytes = NULL;
        g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GError) error = NULL;
        gsize n_bytes;

        g_file_get_contents (path, &bytes, &n_bytes, &error);
        g_assert_no_error (error);
        fixture_close (fixture);
        g_unlink (copy);
        g_file_set_contents (copy, bytes, (gssize) n_bytes, &error);
        g_assert_no_error (error);
        g_assert_cmpint (chmod (copy, read_only != 0 ? 0444 : 0644), ==, 0);
        fixture->store = plx_store_open (copy, &error);
        g_assert_no_error (error);
        g_assert_cmpint (plx_store_is_read_only (fixture->store), ==, read_only != 0);
        plx_store_check (fixture->store, faults, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (faults->len, ==, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/store/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("exists", test_exists);
  ADD ("not-ours", test_not_ours);
  ADD ("newer", test_newer);
  ADD ("damaged", test_damaged);
  ADD ("truncated", test_truncated);
  ADD ("locked-here", test_locked_here);
  ADD ("locked-elsewhere", test_locked_elsewhere);
  ADD ("read-only", test_read_only);
  ADD ("save-copy", test_save_copy);
  ADD ("full", test_full);
  ADD ("check", test_check);
  ADD ("check-claims", test_check_claims);
  ADD ("migrated", test_migrated);
  ADD ("formats", test_formats);
  return g_test_run ();
}
