/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-importer.h"

#include <string.h>

/* Which files a list of paths means. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;

  if (folder == NULL)
    return NULL;
  while ((name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/* A link to a folder is not followed: it may lead back up. */
static gboolean
walk (const char *path, GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (files, g_strdup (path));
      return TRUE;
    }
  names = list_folder (path, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_file_test (name, G_FILE_TEST_IS_SYMLINK) && g_file_test (name, G_FILE_TEST_IS_DIR))
        continue;
      if (!walk (name, files, cancellable, error))
        return FALSE;
    }
  return names != NULL;
}

/**
 * plx_import_list_files:
 *
 * A path that is a file is listed even when it does not exist or cannot be
 * read: reading it says why. Hidden files of a folder are left out.
 *
 * Errors:  G_FILE_ERROR_… of a folder that cannot be read, G_IO_ERROR_CANCELLED
 */
GPtrArray *
plx_import_list_files (const char * const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      g_ptr_array_add (files, g_strdup (paths[i]));
    else if (!walk (paths[i], files, cancellable, error))
      return NULL;
  return g_steal_pointer (&files);
}
