/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "project/plx-project-private.h"

static void
draft_article_free (gpointer data)
{
  PlxDraftArticle *article = data;

  g_free (article->key);
  g_free (article->name);
  plx_draft_fields_clear (&article->read);
  g_free (article->text);
  g_ptr_array_unref (article->kept);
  g_ptr_array_unref (article->removed);
  g_array_unref (article->removed_at);
  g_free (article);
}

static PlxImportDraft *
draft_new (void)
{
  PlxImportDraft *draft = g_new0 (PlxImportDraft, 1);

  draft->articles = g_ptr_array_new_with_free_func (draft_article_free);
  draft->messages = g_ptr_array_new_with_free_func (g_free);
  return draft;
}

void
plx_import_draft_free (PlxImportDraft *draft)
{
  if (draft == NULL)
    return;
  g_ptr_array_unref (draft->articles);
  g_ptr_array_unref (draft->messages);
  g_free (draft);
}

/* -- reading -- */

typedef struct {
  PlxImportDraft *draft;
  const char *folder;      // of the file being read, cut off from names
  guint max;
} Reading;

static const char *
find_name (const Reading *reading, const char *path)
{
  gsize n = strlen (reading->folder);

  return g_str_has_prefix (path, reading->folder) && path[n] == '/' ? path + n + 1 : path;
}

static void
say (const Reading *reading, const char *name, const char *level, const char *what)
{
  g_ptr_array_add (reading->draft->messages, g_strdup_printf ("%s: %s: %s", name, level, what));
}

static void
add_article (const Reading *reading, const char *path, guint part, PlxImportedArticle *from)
{
  PlxDraftArticle *article = g_new0 (PlxDraftArticle, 1);

  article->key = g_strdup_printf ("%s#%u", path, part);
  article->name = g_strdup (find_name (reading, path));
  plx_imported_article_get_fields (from, &article->read);
  if (article->read.language == NULL)
    article->read.language = plx_language_identify (from->text, -1);
  article->text = g_strdup (from->text);
  article->kept = g_ptr_array_ref (from->kept);
  article->removed = g_ptr_array_ref (from->removed);
  article->removed_at = g_array_ref (from->removed_at);
  g_ptr_array_add (reading->draft->articles, article);
}

static gboolean
read_part_cb (const PlxImportPart *part, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *name = find_name (reading, part->path);

  if (part->result == NULL)
    {
      say (reading, name, "warning", part->problem->message);
      return TRUE;
    }
  reading->draft->needs_review |= part->result->needs_review;
  for (guint i = 0; i < part->result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *d = g_ptr_array_index (part->result->diagnostics, i);

      if (!g_str_equal (d->level, "note"))
        say (reading, name, d->level, d->what);
    }
  for (guint i = 0; i < part->result->articles->len; i++)
    {
      if (reading->draft->articles->len >= reading->max)
        {
          reading->draft->is_cut = TRUE;
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "enough");
          return FALSE;
        }
      add_article (reading, part->path, i, g_ptr_array_index (part->result->articles, i));
    }
  return TRUE;
}

/* FALSE: cancelled. */
static gboolean
read_file (Reading *reading, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) problem = NULL;

  reading->folder = folder;
  reading->draft->n_files++;
  if (plx_import_each (path, read_part_cb, reading, cancellable, &problem)
      || reading->draft->is_cut)
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  reading->draft->n_failed++;
  say (reading, find_name (reading, path), "error", problem->message);
  return TRUE;
}

PlxImportDraft *
plx_project_draft_import (PlxProject *self, const char * const *paths, guint max,
                          const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (PlxImportDraft) draft = draft_new ();
  Reading reading = { draft, NULL, max };

  g_return_val_if_fail (PLX_IS_PROJECT (self), NULL);
  files = plx_import_list_files (paths, cancellable, error);
  for (guint i = 0; files != NULL && i < files->len && !draft->is_cut; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *name = g_filename_display_basename (path);

      plx_progress_report (progress, i / (double) files->len, name);
      if (!read_file (&reading, path, cancellable, error))
        return NULL;
    }
  plx_progress_report (progress, 1, NULL);
  return files != NULL ? g_steal_pointer (&draft) : NULL;
}
