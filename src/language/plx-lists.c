/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-lists.h"

/* Reads the files in their order; the first that fails ends it. */
gboolean
plx_lists_load (const PlxListFile *files, guint n_files, gpointer user_data, GError **error)
{
  for (guint i = 0; i < n_files; i++)
    if (!plx_data_read_table (files[i].file, files[i].func, user_data, error))
      return FALSE;
  return TRUE;
}

/**
 * plx_lists_refuse:
 * @what: what the line should hold; file and line are put before by the reader
 *
 * Returns: FALSE, for the PlxTableFunc to return
 */
gboolean
plx_lists_refuse (GError **error, const char *what)
{
  g_set_error_literal (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_DATA, what);
  return FALSE;
}

/* The place of @name among @names, -1: not there. */
int
plx_lists_find (const char * const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}
