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

static void
draft_column_free (gpointer data)
{
  PlxDraftColumn *column = data;

  g_free (column->heading);
  g_free (column->sample);
  g_free (column);
}

static PlxImportDraft *
draft_new (void)
{
  PlxImportDraft *draft = g_new0 (PlxImportDraft, 1);

  draft->articles = g_ptr_array_new_with_free_func (draft_article_free);
  draft->messages = g_ptr_array_new_with_free_func (g_free);
  draft->columns = g_ptr_array_new_with_free_func (draft_column_free);
  return draft;
}

void
plx_import_draft_free (PlxImportDraft *draft)
{
  if (draft == NULL)
    return;
  g_ptr_array_unref (draft->articles);
  g_ptr_array_unref (draft->messages);
  g_ptr_array_unref (draft->columns);
  g_free (draft);
}

/* -- columns -- */

const char *
plx_draft_get_role (guint role)
{
  return role < PLX_N_COLUMN_ROLES ? plx_column_role_get_label ((PlxColumnRole) role) : NULL;
}

void
plx_draft_use_columns (const PlxImportDraft *draft, PlxImportRules *rules)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < draft->columns->len; i++)
    {
      const PlxDraftColumn *column = g_ptr_array_index (draft->columns, i);

      g_string_append_printf (out, "%s\t%s\n",
                              plx_column_role_get_id ((PlxColumnRole) column->role),
                              column->heading);
    }
  g_free (rules->columns);
  rules->columns = out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static char *
dup_sample (const PlxTablePeek *peek, guint column)
{
  for (guint i = 0; i < peek->rows->len; i++)
    {
      char **row = g_ptr_array_index (peek->rows, i);

      if (column < g_strv_length (row) && *row[column] != '\0')
        return g_strdup (row[column]);
    }
  return NULL;
}

/* Of the first table among the files; @mapping: how it is read, NULL: as proposed. */
static void
read_columns (PlxImportDraft *draft, const char *path, const PlxColumnMapping *mapping,
              GCancellable *cancellable)
{
  g_autoptr (PlxTablePeek) peek
    = draft->columns->len == 0 && plx_project_may_be_table (path)
        ? plx_import_table_peek (path, cancellable, NULL)
        : NULL;
  const PlxColumnMapping *used;

  if (peek == NULL || !peek->mapping->has_headings)
    return;
  used = mapping != NULL && mapping->names->len == peek->mapping->names->len ? mapping
                                                                             : peek->mapping;
  for (guint i = 0; i < peek->mapping->names->len; i++)
    {
      PlxDraftColumn *column = g_new0 (PlxDraftColumn, 1);

      column->heading = g_strdup (g_ptr_array_index (peek->mapping->names, i));
      column->sample = dup_sample (peek, i);
      column->role = g_array_index (used->roles, PlxColumnRole, i);
      g_ptr_array_add (draft->columns, column);
    }
}

/* -- reading -- */

typedef struct {
  PlxImportDraft *draft;
  PlxProject *project;
  const PlxImportRules *rules;
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
      add_article (reading, part->path, part->first_article + i, g_ptr_array_index (part->result->articles, i));
    }
  return TRUE;
}

/* FALSE: cancelled. */
static gboolean
read_file (Reading *reading, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (PlxColumnMapping) columns = plx_project_find_columns (reading->project, reading->rules,
                                                                   path);
  PlxImportOptions options = { columns };

  reading->folder = folder;
  reading->draft->n_files++;
  read_columns (reading->draft, path, columns, cancellable);
  if (plx_import_each_with (path, &options, read_part_cb, reading, cancellable, &problem)
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
plx_project_draft_import (PlxProject *self, const char * const *paths, const PlxImportRules *rules,
                          guint max, const PlxProgress *progress, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (PlxImportDraft) draft = draft_new ();
  Reading reading = { draft, self, rules, NULL, max };

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
