/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "project/plx-project-private.h"
#include "store/plx-files-table.h"

/* Folders that were added: one action looks through them again. */

typedef struct {
  const char *path;
  GPtrArray *paths;
} Folders;

static gboolean
add_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_folders_add (db, ((Folders *) data)->path, error);
}

static gboolean
drop_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_folders_drop (db, ((Folders *) data)->path, error);
}

static gboolean
list_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_folders_list (db, ((Folders *) data)->paths, error);
}

/* Those of @paths that are folders. */
gboolean
plx_project_keep_folders (PlxProject *self, const char * const *paths, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *path = g_canonicalize_filename (paths[i], NULL);
      Folders folders = { path, NULL };

      if (g_file_test (path, G_FILE_TEST_IS_DIR)
          && !plx_project_write (self, 0, add_cb, &folders, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
plx_project_list_folders (PlxProject *self, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  Folders folders = { NULL, paths };

  g_return_val_if_fail (PLX_IS_PROJECT (self), NULL);
  return plx_project_read (self, list_cb, &folders, error) ? g_steal_pointer (&paths) : NULL;
}

gboolean
plx_project_forget_folder (PlxProject *self, const char *path, GError **error)
{
  Folders folders = { path, NULL };

  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  return plx_project_may_write (self, error)
         && plx_project_write (self, 0, drop_cb, &folders, error);
}

/* A folder that is away for now (a stick, a share) is told and stays remembered. */
PlxImportReport *
plx_project_look_again (PlxProject *self, const PlxProgress *progress, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) folders = plx_project_list_folders (self, error);
  g_autoptr (GPtrArray) here = g_ptr_array_new (), gone = g_ptr_array_new ();
  g_autoptr (PlxImportReport) report = NULL;

  for (guint i = 0; folders != NULL && i < folders->len; i++)
    {
      char *path = g_ptr_array_index (folders, i);

      g_ptr_array_add (g_file_test (path, G_FILE_TEST_IS_DIR) ? here : gone, path);
    }
  if (folders == NULL)
    return NULL;
  if (folders->len == 0)
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
                   _("no folder was added to this project yet; add one, and it is looked through "
                     "for new articles from then on"));
      return NULL;
    }
  g_ptr_array_add (here, NULL);
  report = plx_project_import (self, (const char * const *) here->pdata, NULL, progress, cancellable,
                               error);
  for (guint i = 0; report != NULL && i < gone->len; i++)
    plx_import_report_fail (report, g_ptr_array_index (gone, i),
                            _("the folder is not there now; connect or mount where it lies, or "
                              "forget it"));
  return g_steal_pointer (&report);
}
