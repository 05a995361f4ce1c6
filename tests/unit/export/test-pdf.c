/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export-fixture.h"

/* The PDF as a file: whole, the same twice, or not there. */

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("plx-export-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_same_bytes (void)
{
  g_autoptr (ExportFixture) one = export_fixture_new (), two = export_fixture_new ();
  g_autofree char *folder = make_folder ();
  g_autofree char *a = g_build_filename (folder, "a.pdf", NULL),
                  *b = g_build_filename (folder, "b.pdf", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize n_first, n_second;
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_report_write_pdf (&one->report, a, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (plx_report_write_pdf (&two->report, b, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (a, &first, &n_first, NULL));
  g_assert_true (g_file_get_contents (b, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
  g_assert_true (g_str_has_prefix (first, "%PDF-1.7"));
  g_assert_cmpuint (count_files (folder), ==, 2);
  g_unlink (a);
  g_unlink (b);
  g_rmdir (folder);
}

static void
test_empty (void)
{
  PlxReport report = { .title = "Nothing", .date = "2031-05-17T12:00:00Z", .program = "Parallax" };
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_report_write_pdf (&report, "/nowhere.pdf", NULL, NULL, &error));
  g_assert_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_EMPTY);
}

static void
cancel_at_half (double fraction_01, const char *message, gpointer user_data)
{
  if (fraction_01 > 0.5)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *kept = NULL;
  PlxProgress progress = { cancel_at_half, cancellable, 0, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (plx_report_write_pdf (&fixture->report, path, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_cannot_write (const char *path)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_report_write_pdf (&fixture->report, path, NULL, NULL, &error));
  g_assert_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_false (plx_report_write_csv (&fixture->report, path, &error));
  g_assert_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (plx_report_write_json_ld (&fixture->report, path, &error));
  g_assert_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_WRITE);
}

static void
test_unwritable (void)
{
  g_autofree char *folder = make_folder (),
                  *inside = g_build_filename (folder, "no", "a.pdf", NULL);

  assert_cannot_write (inside);
  assert_cannot_write (folder);
  assert_cannot_write ("/proc/parallax.pdf");
  g_rmdir (folder);
}

static void
test_full_disk (void)
{
  GStatBuf before, after;

  g_assert_cmpint (g_stat ("/dev/full", &before), ==, 0);
  assert_cannot_write ("/dev/full");
  g_assert_cmpint (g_stat ("/dev/full", &after), ==, 0);
  g_assert_true (S_ISCHR (after.st_mode));
}

/* Marks that point nowhere, a text of one endless line, no marks at all. */
static void
test_odd_input (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new_long (1);
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "a.pdf", NULL);
  PlxMark *mark;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (endless, "한국어x");
  export_fixture_add_article (fixture, NULL, "\x01 & <b>", "und", endless->str);
  mark = export_fixture_mark (fixture, 1, PLX_MARK_STATEMENT, "direct", "한국어", NULL);
  mark->spans[0] = (PlxSpan) { 0, G_MAXUINT32 };
  export_fixture_add_article (fixture, "", NULL, "en", "");
  export_fixture_mark (fixture, 2, PLX_MARK_FINDING, "date", "", "nothing here");
  export_fixture_add_article (fixture, "x", "blank", "en", "\n \n\r\n a \n");
  export_fixture_mark (fixture, 3, PLX_MARK_NAME, "person", " \n", "blank");
  export_fixture_seal (fixture);
  g_assert_true (plx_report_write_pdf (&fixture->report, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pdf/empty", test_empty);
  g_test_add_func ("/export/pdf/cancel", test_cancel);
  g_test_add_func ("/export/pdf/unwritable", test_unwritable);
  g_test_add_func ("/export/pdf/full-disk", test_full_disk);
  g_test_add_func ("/export/pdf/odd-input", test_odd_input);
  return g_test_run ();
}
