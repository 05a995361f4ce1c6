/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"

#include <gio/gio.h>

/**
 * plx_data_dup_path:
 * @relative: a path below data/, "language/en/cues.tsv"
 *
 * Looks in $PLX_DATADIR, then beside the installed program, then in the
 * source tree that this build came from, so that an uninstalled build runs.
 *
 * Returns: (transfer full): the first that exists, else the installed place
 */
char *
plx_data_dup_path (const char *relative)
{
  const char *places[] = { g_getenv ("PLX_DATADIR"), PLX_PKGDATADIR, PLX_SOURCE_DATADIR };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = NULL;

      if (places[i] == NULL)
        continue;
      path = g_build_filename (places[i], relative, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return g_build_filename (PLX_PKGDATADIR, relative, NULL);
}

/* Where translations are: installed, or in the build folder of a program that
 * was not. One language stands for all. */
const char *
plx_data_get_locale_dir (void)
{
  const char *installed = PLX_LOCALEDIR "/de/LC_MESSAGES/" GETTEXT_PACKAGE ".mo";

  return g_file_test (installed, G_FILE_TEST_EXISTS) ? PLX_LOCALEDIR : PLX_BUILD_LOCALEDIR;
}

/* The whole file, NUL-terminated; the error names the file. */
char *
plx_data_load (const char *relative, gsize *n_bytes, GError **error)
{
  g_autofree char *path = plx_data_dup_path (relative);
  char *contents = NULL;

  if (!g_file_get_contents (path, &contents, n_bytes, error))
    return NULL;
  return contents;
}

/**
 * plx_data_read_table:
 * @relative: a tab-separated file below data/; lines that begin with "#" and
 *   empty lines are comments (the first line names source and licence)
 *
 * Errors:  G_FILE_ERROR_…, G_IO_ERROR_INVALID_DATA when the file is not UTF-8,
 *          those of @func, with file and line put before
 * Returns: TRUE when every line was given to @func or it had enough
 */
gboolean
plx_data_read_table (const char *relative, PlxTableFunc func, gpointer user_data, GError **error)
{
  gsize n_bytes = 0;
  g_autofree char *text = plx_data_load (relative, &n_bytes, error);
  char *line = text;
  GError *refusal = NULL;

  if (text == NULL)
    return FALSE;
  if (!g_utf8_validate (text, (gssize) n_bytes, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not UTF-8", relative);
      return FALSE;
    }
  for (guint number = 1; line != NULL && *line != '\0'; number++)
    {
      char *next = g_strstr_len (line, -1, "\n");
      g_auto (GStrv) fields = NULL;

      if (next != NULL)
        *next++ = '\0';
      if (*line != '\0' && *line != '#')
        {
          fields = g_strsplit (line, "\t", -1);
          if (!func (fields, g_strv_length (fields), user_data, &refusal))
            {
              if (refusal == NULL)
                return TRUE;
              g_propagate_prefixed_error (error, refusal, "%s, line %u: ", relative, number);
              return FALSE;
            }
        }
      line = next;
    }
  return TRUE;
}
