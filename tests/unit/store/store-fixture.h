/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/plx-articles-table.h"
#include "store/plx-store.h"

/* A project of its own in a folder of its own, and what is in it as text. */
typedef struct {
  char *folder, *path;
  PlxStore *store;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("parallax-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.parallax", NULL);
  fixture->store = plx_store_create (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
fixture_close (Fixture *fixture)
{
  g_clear_pointer (&fixture->store, plx_store_close);
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture->store = plx_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  fixture_close (fixture);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

typedef struct {
  const char *title, *text, *source, *published;
  gint64 id;
  gboolean is_new;
} NewArticle;

static inline gboolean
add_article_cb (PlxDb *db, gpointer data, GError **error)
{
  NewArticle *from = data;
  g_autoptr (GBytes) bytes = g_bytes_new (from->text, strlen (from->text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  PlxNewArticle article = {
    .title = from->title,
    .text = from->text,
    .source = from->source,
    .published = from->published,
    .language = "en",
    .sha256 = sha256,
    .original = bytes,
    .media_type = "text/plain",
    .name = "a.txt",
  };

  return plx_articles_add (db, &article, &from->id, &from->is_new, error);
}

static inline gint64
add_article (PlxStore *store, const char *title, const char *text, const char *source,
             const char *published)
{
  NewArticle article = { title, text, source, published, 0, FALSE };
  g_autoptr (GError) error = NULL;

  plx_store_write (store, add_article_cb, &article, &error);
  g_assert_no_error (error);
  return article.id;
}

static inline gboolean
dump_cb (PlxDb *db, gpointer data, GError **error)
{
  GString *out = data;

  for (const PlxEditableTable *table = plx_editable_tables; table->name != NULL; table++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table->name);
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (plx_db_get_handle (db), sql, -1, &stmt, NULL), ==,
                       SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          g_string_append (out, table->name);
          for (int i = 0; i < sqlite3_column_count (stmt); i++)
            g_string_append_printf (out, "|%s",
                                    sqlite3_column_type (stmt, i) == SQLITE_NULL
                                        ? "NULL"
                                        : (const char *) sqlite3_column_text (stmt, i));
          g_string_append_c (out, '\n');
        }
      sqlite3_finalize (stmt);
    }
  return TRUE;
}

static inline char *
dump (PlxStore *store)
{
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  plx_store_read (store, dump_cb, out, &error);
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}
