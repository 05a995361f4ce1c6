/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/plx-importer.h"
#include "project/plx-project-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-log-table.h"

/* Files in, an article per transaction: whoever pulls the plug finds whole
 * articles. A file that cannot be read is told in the report and the next one
 * is taken; a project that cannot be written ends the run. */

typedef struct {
  PlxProject *self;
  const char *source, *published;
  PlxImportReport *report;
} Import;

static void
imported_file_free (gpointer data)
{
  PlxImportedFile *file = data;

  g_free (file->path);
  g_array_unref (file->articles);
  g_array_unref (file->known);
  g_ptr_array_unref (file->messages);
  g_free (file->failure);
  g_free (file);
}

void
plx_import_report_free (PlxImportReport *report)
{
  g_ptr_array_unref (report->files);
  g_free (report);
}

static PlxImportReport *
report_new (void)
{
  PlxImportReport *report = g_new0 (PlxImportReport, 1);

  report->files = g_ptr_array_new_with_free_func (imported_file_free);
  return report;
}

static PlxImportedFile *
add_file (PlxImportReport *report, const char *path)
{
  PlxImportedFile *file = g_new0 (PlxImportedFile, 1);

  file->path = g_strdup (path);
  file->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  file->known = g_array_new (FALSE, FALSE, sizeof (gint64));
  file->messages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (report->files, file);
  return file;
}

/* one article */

typedef struct {
  PlxNewArticle article;
  gint64 id;
  gboolean is_new;
} AddArticle;

static gboolean
add_article_cb (PlxDb *db, gpointer data, GError **error)
{
  AddArticle *add = data;

  return plx_articles_add (db, &add->article, &add->id, &add->is_new, error);
}

static gboolean
keep_article (PlxProject *self, PlxImportReport *report, PlxImportedFile *file, AddArticle *add,
              GError **error)
{
  g_autofree char *language = NULL;

  if (add->article.language == NULL)
    add->article.language = language = plx_language_identify (add->article.text, -1);
  if (!plx_project_write (self, PLX_CHANGED_ARTICLES, add_article_cb, add, error))
    return FALSE;
  g_array_append_val (add->is_new ? file->articles : file->known, add->id);
  *(add->is_new ? &report->n_new : &report->n_known) += 1;
  return TRUE;
}

static const char *
none_if_empty (const char *string)
{
  return string != NULL && *string != '\0' ? string : NULL;
}

static gboolean
import_article (const Import *import, PlxImportedFile *file, const PlxImportedArticle *from,
                const PlxNewArticle *original, GError **error)
{
  g_autofree char *byline = from->byline != NULL ? g_strjoinv (", ", from->byline) : NULL;
  AddArticle add = { .article = *original };

  add.article.title = none_if_empty (from->title);
  add.article.source = none_if_empty (import->source != NULL ? import->source : from->site);
  add.article.byline = none_if_empty (byline);
  add.article.dateline = none_if_empty (from->dateline);
  add.article.published = none_if_empty (import->published != NULL ? import->published
                                                                   : from->published);
  add.article.url = none_if_empty (from->url);
  add.article.wire = none_if_empty (from->wire);
  add.article.language = none_if_empty (from->language);
  add.article.text = from->text;
  return keep_article (import->self, import->report, file, &add, error);
}

static void
take_diagnostics (PlxImportedFile *file, const PlxImportResult *result)
{
  for (guint i = 0; i < result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *d = g_ptr_array_index (result->diagnostics, i);

      g_ptr_array_add (file->messages,
                       d->where != NULL
                           ? g_strdup_printf ("%s: %s: %s", d->level, d->where, d->what)
                           : g_strdup_printf ("%s: %s", d->level, d->what));
    }
}

/* FALSE: the project cannot take more, or the run was cancelled. */
static gboolean
import_file (const Import *import, const char *path, GCancellable *cancellable, GError **error)
{
  PlxImportedFile *file = add_file (import->report, path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxImportResult) result = plx_import_file (path, &bytes, cancellable, &problem);
  g_autofree char *sha256 = NULL, *name = g_path_get_basename (path);
  PlxNewArticle original = { .name = name, .original = bytes };

  if (result == NULL && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_ptr_array_remove_index (import->report->files, import->report->files->len - 1);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (result == NULL)
    {
      file->failure = g_strdup (problem->message);
      import->report->n_failed++;
      return TRUE;
    }
  take_diagnostics (file, result);
  original.sha256 = sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  original.media_type = result->media_type;
  for (guint i = 0; i < result->articles->len; i++)
    {
      original.part = i;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !import_article (import, file, g_ptr_array_index (result->articles, i), &original,
                              error))
        return FALSE;
    }
  return TRUE;
}

/* the run */

static gboolean
log_import_cb (PlxDb *db, gpointer data, GError **error)
{
  const Import *import = data;
  g_autofree char *label = g_strdup_printf (
      ngettext ("Import %u Article", "Import %u Articles", import->report->n_new),
      import->report->n_new);

  return plx_log_add (db, import->self->author, "import", label, error);
}

/* What was undone before may speak of rows that the import took the place of. */
static gboolean
end_import (Import *import, GError **error)
{
  if (import->report->n_new == 0)
    return TRUE;
  if (!plx_project_write (import->self, PLX_CHANGED_ARTICLES, log_import_cb, import, error))
    return FALSE;
  return plx_store_add_barrier (import->self->store, error) || plx_project_map_error (error);
}

PlxImportReport *
plx_project_import (PlxProject *self, const char * const *paths, const char *source,
                    const char *published, const PlxProgress *progress, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (PlxImportReport) report = report_new ();
  g_autoptr (GError) problem = NULL;
  Import import = { self, source, published, report };

  g_return_val_if_fail (PLX_IS_PROJECT (self), NULL);
  if (!plx_project_may_write (self, error)
      || (files = plx_import_list_files (paths, cancellable, error)) == NULL)
    return NULL;
  plx_project_set_bulk (self, TRUE);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *name = g_filename_display_basename (path);

      plx_progress_report (progress, i / (double) files->len, name);
      if (!import_file (&import, path, cancellable, &problem))
        break;
    }
  plx_project_set_bulk (self, FALSE);
  plx_progress_report (progress, 1, NULL);
  if (!end_import (&import, problem == NULL ? &problem : NULL) || problem != NULL)
    {
      if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED) || report->n_new == 0)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
  return g_steal_pointer (&report);
}

PlxImportReport *
plx_project_import_text (PlxProject *self, const char *text, const char *title, const char *source,
                         const char *published, GError **error)
{
  g_autoptr (PlxImportReport) report = report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (PlxImportResult) result = NULL;
  PlxImportedFile *file = add_file (report, _("Pasted text"));
  Import import = { self, source, published, report };
  PlxNewArticle original = { .name = file->path, .original = bytes, .sha256 = sha256 };

  if (!plx_project_may_write (self, error)
      || (result = plx_import_bytes (bytes, "pasted.txt", NULL, error)) == NULL)
    return NULL;
  take_diagnostics (file, result);
  original.media_type = "text/plain";
  for (guint i = 0; i < result->articles->len; i++)
    {
      PlxImportedArticle *article = g_ptr_array_index (result->articles, i);

      if (title != NULL && *title != '\0')
        {
          g_free (article->title);
          article->title = g_strdup (title);
        }
      original.part = i;
      if (!import_article (&import, file, article, &original, error))
        return NULL;
    }
  return end_import (&import, error) ? g_steal_pointer (&report) : NULL;
}
