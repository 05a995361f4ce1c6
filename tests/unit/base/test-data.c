/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/plx-data.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static char *folder;

static void
write_file (const char *name, const char *contents, gssize n_bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, n_bytes, &error);
  g_assert_no_error (error);
}

static gboolean
join_fields (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  g_autofree char *joined = g_strjoinv ("|", fields);

  g_assert_cmpuint (n_fields, ==, g_strv_length (fields));
  g_string_append_printf (user_data, "%s;", joined);
  return n_fields > 1 && *fields[1] != 'd';
}

static gboolean
refuse_c (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  if (!g_str_equal (fields[0], "c"))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "c is refused");
  return FALSE;
}

static void
test_table (void)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  write_file ("t.tsv", "# source, licence\n\na\tb\nc\t\n노동\td\nnever\n", -1);
  g_assert_true (plx_data_read_table ("t.tsv", join_fields, seen, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "a|b;c|;노동|d;");
}

/* The message says where, whatever the reader of the line knows. */
static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  write_file ("t.tsv", "# source, licence\n\na\tb\nc\t\n", -1);
  g_assert_false (plx_data_read_table ("t.tsv", refuse_c, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, "t.tsv, line 4: c is refused");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_data_read_table ("no-such.tsv", join_fields, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (g_strstr_len (error->message, -1, "no-such.tsv"));
}

static void
test_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  write_file ("bad.tsv", "caf\xe9\tx\n", -1);
  g_assert_false (plx_data_read_table ("bad.tsv", join_fields, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("plx-data-XXXXXX", NULL);
  g_setenv ("PLX_DATADIR", folder, TRUE);
  g_test_add_func ("/base/data/table", test_table);
  g_test_add_func ("/base/data/refused", test_refused);
  g_test_add_func ("/base/data/missing", test_missing);
  g_test_add_func ("/base/data/not-utf8", test_not_utf8);
  code = g_test_run ();
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "t.tsv" : "bad.tsv", NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return code;
}
