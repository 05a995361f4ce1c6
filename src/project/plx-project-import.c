/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/plx-outlets.h"
#include "project/plx-project-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-files-table.h"
#include "store/plx-log-table.h"

/* Files in, an article per transaction: whoever pulls the plug finds whole
 * articles. A file that cannot be read is told in the report and the next one
 * is taken; a project that cannot be written ends the run. */

typedef struct {
  PlxProject *self;
  const PlxImportRules *rules;
  PlxImportReport *report;
  PlxImportedFile *file;            // of the report, being read
  const char *path;                 // its own
  gboolean has_unread;              // something in it could not be read
  GCancellable *cancellable;
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

/* A file, or a folder, that nothing could be taken from. */
void
plx_import_report_fail (PlxImportReport *report, const char *path, const char *why)
{
  add_file (report, path)->failure = g_strdup (why);
  report->n_failed++;
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
keep_article (const Import *import, AddArticle *add, GError **error)
{
  g_autofree char *language = NULL;

  if (add->article.language == NULL)
    add->article.language = language = plx_language_identify (add->article.text, -1);
  if (!plx_project_write (import->self, PLX_CHANGED_ARTICLES, add_article_cb, add, error))
    return FALSE;
  g_array_append_val (add->is_new ? import->file->articles : import->file->known, add->id);
  *(add->is_new ? &import->report->n_new : &import->report->n_known) += 1;
  return TRUE;
}

/* What a file says of an article; to be cleared. */
void
plx_imported_article_get_fields (const PlxImportedArticle *article, PlxDraftFields *fields)
{
  *fields = (PlxDraftFields) {
    .title = g_strdup (article->title),
    .source = g_strdup (article->outlet != NULL ? article->outlet : article->site),
    .byline = article->byline != NULL ? g_strjoinv (", ", article->byline) : NULL,
    .published = g_strdup (article->published),
    .language = g_strdup (article->language),
    .url = g_strdup (article->url),
  };
}

static const char *
none_if_empty (const char *string)
{
  return string != NULL && *string != '\0' ? string : NULL;
}

/* Without a text, after what the rules drop, there is no article. */
static gboolean
import_article (const Import *import, const char *key, const PlxImportedArticle *from,
                const PlxNewArticle *original, GError **error)
{
  g_auto (PlxDraftFields) read = { 0 }, fields = { 0 };
  g_autofree char *text = plx_import_rules_apply_text (import->rules, from->text, from->removed,
                                                       from->removed_at);
  AddArticle add = { .article = *original };
  const PlxOutlet *outlet;

  if (plx_import_rules_leaves_out (import->rules, key) || *text == '\0')
    {
      import->report->n_left_out++;
      return TRUE;
    }
  plx_imported_article_get_fields (from, &read);
  plx_import_rules_choose_fields (import->rules, key, &read, &fields);
  outlet = fields.source != NULL ? plx_outlet_find (NULL, fields.source) : NULL;
  if (outlet != NULL)
    {
      add.article.source_kind = outlet->kind;
      add.article.source_country = outlet->country;
    }
  add.article.title = fields.title;
  add.article.source = fields.source;
  add.article.byline = fields.byline;
  add.article.published = fields.published;
  add.article.url = fields.url;
  add.article.language = fields.language;
  add.article.dateline = none_if_empty (from->dateline);
  add.article.wire = none_if_empty (from->wire);
  add.article.text = text;
  return keep_article (import, &add, error);
}

/* one file, which may hold others */

static void
say_part (PlxImportedFile *file, const char *level, const char *member, const char *where,
          const char *what)
{
  g_autoptr (GString) line = g_string_new (level);

  g_string_append (line, ": ");
  if (member != NULL)
    g_string_append_printf (line, "%s: ", member);
  if (where != NULL)
    g_string_append_printf (line, "%s: ", where);
  g_string_append (line, what);
  g_ptr_array_add (file->messages, g_string_free (g_steal_pointer (&line), FALSE));
}

static void
take_diagnostics (PlxImportedFile *file, const char *member, const PlxImportResult *result)
{
  for (guint i = 0; i < result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *d = g_ptr_array_index (result->diagnostics, i);

      say_part (file, d->level, member, d->where, d->what);
    }
}

/* What stands in the file's own name and in that of a member after it. */
static const char *
find_member (const char *path, const char *part)
{
  gsize n = strlen (path);

  return g_str_has_prefix (part, path) && part[n] == '/' ? part + n + 1 : NULL;
}

/* The original of what a stream gave without its bytes is what was read. */
static GBytes *
ref_original (const PlxImportPart *part, const PlxImportedArticle *article)
{
  if (part->bytes != NULL)
    return g_bytes_ref (part->bytes);
  return g_bytes_new (article->text, strlen (article->text));
}

static gboolean
import_articles (const Import *import, const PlxImportPart *part, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (import->path);
  const char *name = find_member (folder, part->path);   // "news.zip/2024/a.html"
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  for (guint i = 0; i < part->result->articles->len; i++)
    {
      const PlxImportedArticle *article = g_ptr_array_index (part->result->articles, i);
      guint number = part->first_article + i;
      g_autofree char *key = g_strdup_printf ("%s#%u", part->path, number);
      PlxNewArticle original = { .name = name != NULL ? name : part->path, .part = number };

      if (g_cancellable_set_error_if_cancelled (import->cancellable, error))
        return FALSE;
      if (bytes == NULL || part->bytes == NULL)
        {
          g_clear_pointer (&bytes, g_bytes_unref);
          g_clear_pointer (&sha256, g_free);
          bytes = ref_original (part, article);
          sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
        }
      original.original = bytes;
      original.sha256 = sha256;
      original.media_type = part->bytes != NULL ? part->result->media_type : "text/plain";
      if (!import_article (import, key, article, &original, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_part_cb (const PlxImportPart *part, gpointer data, GError **error)
{
  Import *import = data;
  const char *member = find_member (import->path, part->path);

  if (part->result == NULL)
    {
      say_part (import->file, "warning", member, NULL, part->problem->message);
      import->has_unread = TRUE;
      return TRUE;
    }
  take_diagnostics (import->file, member, part->result);
  return import_articles (import, part, error);
}

/* -- files that were read to their end -- */

typedef struct {
  char *sha256;
  const PlxImportedFile *file;
  GArray *articles;
} ReadFile;

static gboolean
find_read_cb (PlxDb *db, gpointer data, GError **error)
{
  const ReadFile *read = data;

  return plx_files_find (db, read->sha256, read->articles, error);
}

static gboolean
add_read_cb (PlxDb *db, gpointer data, GError **error)
{
  const ReadFile *read = data;

  return plx_files_add (db, read->sha256, read->file->path, read->file->articles,
                        read->file->known, error);
}

/* NULL: it cannot be read; whoever reads it says why. */
static char *
hash_file (const char *path)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (mapped == NULL)
    return NULL;
  g_checksum_update (checksum, (const guchar *) g_mapped_file_get_contents (mapped),
                     (gssize) g_mapped_file_get_length (mapped));
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
read_file (Import *import, const char *sha256, GError **error)
{
  guint n_left_out = import->report->n_left_out;
  ReadFile read = { (char *) sha256, import->file, NULL };

  g_autoptr (PlxColumnMapping) columns = plx_project_find_columns (import->self, import->rules,
                                                                   import->path);
  PlxImportOptions options = { columns };

  if (!plx_import_each_with (import->path, &options, import_part_cb, import, import->cancellable,
                             error))
    return FALSE;
  n_left_out = import->report->n_left_out - n_left_out;
  if (n_left_out > 0)
    g_ptr_array_add (import->file->messages,
                     g_strdup_printf (ngettext ("note: %u article was left out, as the rules say",
                                                "note: %u articles were left out, as the rules say",
                                                n_left_out), n_left_out));
  if (sha256 == NULL || import->has_unread || n_left_out > 0
      || import->file->articles->len + import->file->known->len == 0)
    return TRUE;
  return plx_project_write (import->self, 0, add_read_cb, &read, error);
}

/* Is it the project, or a person, that ends the run, not this one file? */
static gboolean
ends_run (const GError *problem)
{
  return problem->domain == PLX_PROJECT_ERROR
         || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* FALSE: the project cannot take more, or the run was cancelled. */
static gboolean
import_file (Import *import, const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *sha256 = hash_file (path);
  ReadFile read = { sha256, NULL, NULL };

  import->file = add_file (import->report, path);
  import->path = path;
  import->has_unread = FALSE;
  read.articles = import->file->known;
  if (sha256 != NULL && !plx_project_read (import->self, find_read_cb, &read, error))
    return FALSE;
  import->report->n_known += import->file->known->len;
  if (import->file->known->len > 0 || read_file (import, sha256, &problem))
    return TRUE;
  if (ends_run (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  import->file->failure = g_strdup (problem->message);
  import->report->n_failed++;
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

static gboolean
check_date (const char *published, GError **error)
{
  if (published == NULL || *published == '\0' || plx_project_is_date (published))
    return TRUE;
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
               _("“%s” is no date: write it as 2026-05-17"), published);
  return FALSE;
}

static gboolean
check_rules (const PlxImportRules *rules, GError **error)
{
  GHashTableIter iter;
  gpointer rule;

  if (rules == NULL)
    return TRUE;
  if (!check_date (rules->all.published, error))
    return FALSE;
  g_hash_table_iter_init (&iter, rules->own);
  while (g_hash_table_iter_next (&iter, NULL, &rule))
    if (!check_date (((PlxArticleRule *) rule)->fields.published, error))
      return FALSE;
  return TRUE;
}

PlxImportReport *
plx_project_import (PlxProject *self, const char * const *paths, const PlxImportRules *rules,
                    const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (PlxImportReport) report = report_new ();
  g_autoptr (GError) problem = NULL;
  Import import = { self, rules, report, .cancellable = cancellable };

  g_return_val_if_fail (PLX_IS_PROJECT (self), NULL);
  if (!plx_project_may_write (self, error) || !check_rules (rules, error)
      || (files = plx_import_list_files (paths, cancellable, error)) == NULL)
    return NULL;
  plx_project_set_bulk (self, TRUE);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *name = g_filename_display_basename (path);

      plx_progress_report (progress, i / (double) files->len, name);
      if (!import_file (&import, path, &problem))
        break;
    }
  plx_project_set_bulk (self, FALSE);
  plx_progress_report (progress, 1, NULL);
  if (problem == NULL)
    (void) (plx_project_keep_folders (self, paths, &problem)
            && plx_project_keep_columns (self, rules, &problem));
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

/* Title, source and date of pasted text are the rules of the one article. */
PlxImportReport *
plx_project_import_text (PlxProject *self, const char *text, const char *title, const char *source,
                         const char *published, GError **error)
{
  g_autoptr (PlxImportReport) report = report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (PlxImportResult) result = NULL;
  PlxImportedFile *file = add_file (report, _("Pasted text"));
  Import import = { self, rules, report, .file = file, .path = file->path };

  if (!plx_project_may_write (self, error)
      || (result = plx_import_bytes (bytes, "pasted.txt", NULL, error)) == NULL)
    return NULL;
  rules->all.title = g_strdup (none_if_empty (title));
  rules->all.source = g_strdup (source);
  rules->all.published = g_strdup (published);
  take_diagnostics (file, NULL, result);
  if (!import_articles (&import, &(PlxImportPart) { file->path, bytes, result, NULL }, error))
    return NULL;
  return end_import (&import, error) ? g_steal_pointer (&report) : NULL;
}
