/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "import-fixture.h"

/* Content decides, the name's ending only where content does not. */
static void
test_choice (void)
{
  g_autoptr (PlxImportResult) page
    = import ("<!DOCTYPE html><p>A sentence, which is long enough to count.</p>", "a.txt");
  g_autoptr (PlxImportResult) text = import ("A sentence about <html> tags.", NULL);
  g_autoptr (PlxImportResult) lines = import ("{\"text\":\"One.\"}", NULL);

  g_assert_cmpstr (page->media_type, ==, "text/html");
  g_assert_cmpstr (text->media_type, ==, "text/plain");
  g_assert_cmpstr (lines->media_type, ==, "application/jsonl");
}

static void
test_refused (void)
{
  static const struct { const char *content; gsize n; const char *part;
  } cases[] = {
    { "Rar!\032\007\001\0", 8, "RAR archive" },
    { "\211PNG\r\n\032\n", 8, "PNG picture" },
    { "SQLite format 3\0", 16, "database" },
    { "\001\002\003\004\005\006\007\0\001\002", 10, "binary file" },
    { "<?xml version='1.0'?><map><road/></map>", 39, "XML file (“map”)" },
    { "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>", 84,
      "XML file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message
        = refuse_n (cases[i].content, cases[i].n, "a.html", PLX_IMPORT_ERROR_UNSUPPORTED);

      g_assert_nonnull (strstr (message, cases[i].part));
      g_assert_nonnull (strstr (message, "plain text"));
    }
}

static void
test_empty (void)
{
  g_autofree char *message = refuse_n ("", 0, "a.html", PLX_IMPORT_ERROR_EMPTY);

  g_assert_nonnull (strstr (message, "empty"));
}

static void
test_too_large (void)
{
  gsize n = 33 << 20;
  g_autofree char *page = g_malloc (n);
  g_autofree char *message = NULL;

  memset (page, 'x', n);
  memcpy (page, "<html>", 6);
  message = refuse_n (page, n, "a.html", PLX_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (message, "limit"));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Word.", 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plx_import_bytes (bytes, "a.txt", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
write_file (const char *folder, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("parallax-import-XXXXXX", &error);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *loop = g_build_filename (inner, "loop", NULL);
  g_autofree char *first = g_build_filename (folder, "a.txt", NULL);
  const char *paths[] = { folder, "/nowhere/x.txt", NULL };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxImportResult) result = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_file (folder, "b.txt", "b");
  write_file (folder, "a.txt", "Word.");
  write_file (folder, ".hidden", "h");
  write_file (inner, "c.txt", "c");
  g_assert_cmpint (symlink (folder, loop), ==, 0);
  files = plx_import_list_files (paths, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (files, 0), ==, first);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (files, 2), "inner/c.txt"));
  g_assert_cmpstr (g_ptr_array_index (files, 3), ==, "/nowhere/x.txt");

  result = plx_import_file (first, &bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
  g_assert_null (plx_import_file ("/nowhere/x.txt", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (plx_import_file (folder, NULL, NULL, &error));
  g_assert_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/importer/choice", test_choice);
  g_test_add_func ("/import/importer/refused", test_refused);
  g_test_add_func ("/import/importer/empty", test_empty);
  g_test_add_func ("/import/importer/too-large", test_too_large);
  g_test_add_func ("/import/importer/cancelled", test_cancelled);
  g_test_add_func ("/import/importer/files", test_files);
  return g_test_run ();
}
