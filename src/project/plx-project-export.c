/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/plx-report.h"
#include "project/plx-project-private.h"
#include "store/plx-stories-table.h"

/* Fills a report from the project and gives it to a writer. A story brings its
 * comparison, a project its graph. */

typedef struct {
  PlxProjectScope *scope;
  PlxStoryComparison *comparison;
  PlxGraph *graph;
  PlxReportArticle *articles;
  GArray *verdicts;          // PlxReportVerdict
  char *date;
  char *title;
  PlxReport report;
} Export;

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->scope, plx_project_scope_free);
  g_clear_pointer (&export->comparison, plx_story_comparison_unref);
  g_clear_pointer (&export->graph, plx_graph_unref);
  g_free (export->articles);
  g_clear_pointer (&export->verdicts, g_array_unref);
  g_free (export->date);
  g_free (export->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

/* Reproducible where the environment asks for it (reproducible-builds.org). */
static char *
dup_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;
  g_autoptr (GDateTime) time = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  else
    time = g_date_time_new_now_utc ();
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
fill_articles (Export *export)
{
  guint n = export->scope->ids->len;

  export->articles = g_new0 (PlxReportArticle, n + 1);
  for (guint i = 0; i < n; i++)
    {
      PlxArticle *row = g_ptr_array_index (export->scope->rows, i);
      PlxArticleContent *content = g_ptr_array_index (export->scope->contents, i);
      const char *source = plx_article_get_source_name (row);

      export->articles[i] = (PlxReportArticle){
        .id = content->article,
        .title = plx_article_get_title (row),
        .source = source != NULL ? source : _("Unnamed outlet"),
        .byline = plx_article_get_byline (row),
        .published = plx_article_get_published (row),
        .url = plx_article_get_url (row),
        .language = plx_article_get_language (row),
        .sha256 = plx_article_get_sha256 (row),
        .analysis = content->analysis,
        .marks = content->marks,
      };
    }
  export->report.articles = export->articles;
  export->report.n_articles = n;
}

static void
fill_verdicts (Export *export)
{
  const PlxComparison *comparison = export->comparison->comparison;

  export->verdicts = g_array_new (FALSE, TRUE, sizeof (PlxReportVerdict));
  for (guint i = 0; i < comparison->claims->len; i++)
    for (guint j = 0; j < comparison->columns->len; j++)
      {
        const PlxVerdict *from =
            &export->comparison->verdicts[(gsize) i * comparison->columns->len + j];
        PlxReportVerdict verdict = { i,          j,           from->verdict, from->confidence_01,
                                     from->note, from->author };

        if (from->verdict != PLX_CELL_NOT_EXAMINED)
          g_array_append_val (export->verdicts, verdict);
      }
  export->report.comparison = comparison;
  export->report.verdicts = (const PlxReportVerdict *) (gpointer) export->verdicts->data;
  export->report.n_verdicts = export->verdicts->len;
}

/* A collection without a single tie has no graph, and that is no failure. */
static gboolean
fill_graph (Export *export, PlxProject *self, gint64 story, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) problem = NULL;

  export->graph = plx_project_build_graph (self, story, cancellable, &problem);
  export->report.graph = export->graph;
  if (export->graph != NULL || g_error_matches (problem, PLX_GRAPH_ERROR, PLX_GRAPH_ERROR_EMPTY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}


typedef struct {
  gint64 story;
  char *title;
} StoryTitle;

static void
take_story (const PlxStoryRow *row, gpointer data)
{
  StoryTitle *wanted = data;

  if (row->id == wanted->story)
    wanted->title = g_strdup (row->title);
}

static gboolean
read_story_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_stories_each (db, take_story, data, error);
}

static char *
dup_title (PlxProject *self, const Export *export, PlxScope scope, gint64 id)
{
  StoryTitle story = { id, NULL };

  if (scope == PLX_SCOPE_STORY && plx_project_read (self, read_story_cb, &story, NULL)
      && story.title != NULL)
    return story.title;
  if (scope == PLX_SCOPE_ARTICLE)
    return g_strdup (plx_article_get_title (g_ptr_array_index (export->scope->rows, 0)));
  return g_strdup (self->title);
}

static gboolean
fill (Export *export, PlxProject *self, PlxScope scope, gint64 id, const PlxProgress *progress,
      GCancellable *cancellable, GError **error)
{
  export->scope = plx_project_load_scope (self, scope, id, NULL, cancellable, error);
  if (export->scope == NULL)
    return FALSE;
  fill_articles (export);
  export->date = dup_date ();
  export->title = dup_title (self, export, scope, id);
  export->report.title = export->title;
  export->report.author = self->author;
  export->report.date = export->date;
  export->report.program = "Parallax " PLX_VERSION;
  if (scope == PLX_SCOPE_STORY)
    {
      export->comparison = plx_project_compare_story (self, id, progress, cancellable, error);
      if (export->comparison == NULL)
        return FALSE;
      fill_verdicts (export);
    }
  return scope == PLX_SCOPE_ARTICLE
         || fill_graph (export, self, scope == PLX_SCOPE_STORY ? id : 0, cancellable, error);
}

static gboolean
write_report (const PlxReport *report, const char *format, const char *path,
              const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  if (g_strcmp0 (format, "pdf") == 0)
    return plx_report_write_pdf (report, path, progress, cancellable, error);
  if (g_strcmp0 (format, "csv") == 0)
    return plx_report_write_csv (report, path, error);
  return plx_report_write_json_ld (report, path, error);
}

gboolean
plx_project_export (PlxProject *self, const char *format, PlxScope scope, gint64 id,
                    const char *path, const PlxProgress *progress, GCancellable *cancellable,
                    GError **error)
{
  static const char * const formats[] = { "pdf", "csv", "json-ld", NULL };
  PlxProgress filling = plx_progress_part (progress, 0, 0.4);
  PlxProgress writing = plx_progress_part (progress, 0.4, 1);
  g_auto (Export) export = { 0 };

  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  if (format == NULL || !g_strv_contains (formats, format))
    {
      g_set_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_UNSUPPORTED,
                   _("There is no export format “%s”: choose pdf, csv or json-ld"), format);
      return FALSE;
    }
  return fill (&export, self, scope, id, &filling, cancellable, error)
         && write_report (&export.report, format, path, &writing, cancellable, error);
}
