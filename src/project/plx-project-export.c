/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/plx-report.h"
#include "project/plx-project-private.h"
#include "store/plx-stories-table.h"

/* Fills a report from the project and gives it to a writer: articles by story,
 * each story with its comparison; a story and a project with their graph. */

typedef struct {
  gint64 id;
  char *title;
  guint rank;
} StoryHead;

typedef struct {
  PlxStoryComparison *comparison;
  GArray *verdicts;          // PlxReportVerdict
  GArray *work;              // PlxReportWork
  GArray *aside;             // PlxReportAside
} Story;

typedef struct {
  PlxProjectScope *scope;
  PlxGraph *graph;
  PlxReportArticle *articles;
  GArray *stories;           // Story
  GArray *told;              // PlxReportStory of the same
  GHashTable *heads;         // StoryHead by its id
  char *date;
  char *title;
  PlxReport report;
} Export;

static void
story_head_free (gpointer data)
{
  StoryHead *head = data;

  g_free (head->title);
  g_free (head);
}

static void
clear_story (gpointer data)
{
  Story *story = data;

  g_clear_pointer (&story->comparison, plx_story_comparison_unref);
  g_array_unref (story->verdicts);
  g_array_unref (story->work);
  g_array_unref (story->aside);
}

static void
export_init (Export *export)
{
  export->stories = g_array_new (FALSE, TRUE, sizeof (Story));
  g_array_set_clear_func (export->stories, clear_story);
  export->told = g_array_new (FALSE, TRUE, sizeof (PlxReportStory));
  export->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, story_head_free);
}

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->scope, plx_project_scope_free);
  g_clear_pointer (&export->graph, plx_graph_unref);
  g_clear_pointer (&export->stories, g_array_unref);
  g_clear_pointer (&export->told, g_array_unref);
  g_clear_pointer (&export->heads, g_hash_table_unref);
  g_free (export->articles);
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

/* stories */

/* Those that compare articles before those of one. */
static void
take_story (const PlxStoryRow *row, gpointer data)
{
  GHashTable *heads = data;
  StoryHead *head = g_new0 (StoryHead, 1);

  head->id = row->id;
  head->title = g_strdup (row->title);
  head->rank = g_hash_table_size (heads) + (row->n_articles < 2 ? G_MAXUINT / 2 : 0);
  g_hash_table_insert (heads, &head->id, head);
}

static gboolean
read_stories_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_stories_each (db, take_story, data, error);
}

static const StoryHead *
find_head (const Export *export, guint article)
{
  gint64 story = plx_article_get_story_id (g_ptr_array_index (export->scope->rows, article));

  return g_hash_table_lookup (export->heads, &story);
}

/* By story, those of none last; then by date. */
static int
compare_articles (gconstpointer a, gconstpointer b, gpointer data)
{
  const Export *export = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const StoryHead *x = find_head (export, i), *y = find_head (export, k);
  guint x_rank = x != NULL ? x->rank : G_MAXUINT, y_rank = y != NULL ? y->rank : G_MAXUINT;
  gint64 x_id = g_array_index (export->scope->ids, gint64, i),
         y_id = g_array_index (export->scope->ids, gint64, k);
  int order;

  if (x_rank != y_rank)
    return x_rank < y_rank ? -1 : 1;
  order = g_strcmp0 (plx_article_get_published (g_ptr_array_index (export->scope->rows, i)),
                     plx_article_get_published (g_ptr_array_index (export->scope->rows, k)));
  return order != 0 ? order : x_id < y_id ? -1 : x_id > y_id;
}

static void
sort_articles (Export *export)
{
  guint n = export->scope->ids->len;
  g_autofree guint *order = g_new (guint, n + 1);
  PlxProjectScope *sorted;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_articles, export);
  sorted = plx_project_scope_pick (export->scope, order, n);
  plx_project_scope_free (export->scope);
  export->scope = sorted;
}

static void
fill_verdicts (Story *story)
{
  const PlxComparison *comparison = story->comparison->comparison;

  for (guint i = 0; i < comparison->claims->len; i++)
    for (guint j = 0; j < comparison->columns->len; j++)
      {
        const PlxVerdict *from
            = &story->comparison->verdicts[(gsize) i * comparison->columns->len + j];
        PlxReportVerdict verdict = { i,          j,           from->verdict, from->confidence_01,
                                     from->note, from->author, from->decided };

        if (from->verdict != PLX_CELL_NOT_EXAMINED)
          g_array_append_val (story->verdicts, verdict);
      }
}

static const char *
find_statement (const PlxStoryComparison *comparison, const char *key)
{
  guint claim;

  if (key == NULL || !plx_story_comparison_find_claim (comparison, key, &claim))
    return key;
  return ((PlxClaim *) g_ptr_array_index (comparison->comparison->claims, claim))->statement;
}

static void
fill_work (Story *story)
{
  const PlxStoryComparison *comparison = story->comparison;

  for (guint i = 0; i < comparison->comparison->claims->len; i++)
    {
      const PlxClaimWork *from = comparison->work[i];
      PlxReportWork work = { 0 };

      if (from != NULL)
        work = (PlxReportWork){ from->is_added, find_statement (comparison, from->split_from),
                                from->original, (const char *const *) from->merged,
                                (const char *const *) from->merged_statements };
      g_array_append_val (story->work, work);
    }
}

static void
fill_aside (Story *story)
{
  const PlxStoryComparison *comparison = story->comparison;

  for (guint i = 0; i < comparison->dropped->len; i++)
    {
      const PlxDroppedClaim *from = g_ptr_array_index (comparison->dropped, i);
      PlxReportAside aside = { .kind = PLX_REPORT_DROPPED, .key = from->key,
                               .statement = from->statement, .reason = from->reason,
                               .author = from->author, .decided = from->decided };

      g_array_append_val (story->aside, aside);
    }
  for (guint i = 0; i < comparison->orphans->len; i++)
    {
      const PlxOrphan *from = g_ptr_array_index (comparison->orphans, i);
      PlxReportAside aside = {
        .kind = from->column != NULL ? PLX_REPORT_COLUMN_GONE : PLX_REPORT_CLAIM_GONE,
        .key = from->key, .statement = from->statement, .column = from->column,
        .quote = from->quote, .n_verdicts = from->n_verdicts,
      };

      g_array_append_val (story->aside, aside);
    }
}

static void
fill_story (Story *story, PlxReportStory *told)
{
  story->verdicts = g_array_new (FALSE, TRUE, sizeof (PlxReportVerdict));
  story->work = g_array_new (FALSE, TRUE, sizeof (PlxReportWork));
  story->aside = g_array_new (FALSE, TRUE, sizeof (PlxReportAside));
  fill_verdicts (story);
  fill_work (story);
  fill_aside (story);
  told->comparison = story->comparison->comparison;
  told->verdicts = (const PlxReportVerdict *) (gpointer) story->verdicts->data;
  told->n_verdicts = story->verdicts->len;
  told->work = (const PlxReportWork *) (gpointer) story->work->data;
  told->aside = (const PlxReportAside *) (gpointer) story->aside->data;
  told->n_aside = story->aside->len;
}

static gboolean
add_story (Export *export, PlxProject *self, guint first, guint n, const PlxProgress *progress,
           GCancellable *cancellable, GError **error)
{
  const StoryHead *head = find_head (export, first);
  g_autofree guint *picked = g_new (guint, n + 1);
  g_autoptr (PlxProjectScope) scope = NULL;
  Story story = { 0 };
  PlxReportStory told = { .title = head->title, .first = first, .n = n };

  for (guint i = 0; i < n; i++)
    picked[i] = first + i;
  scope = plx_project_scope_pick (export->scope, picked, n);
  story.comparison
      = plx_project_compare_scope (self, scope, head->id, progress, cancellable, error);
  if (story.comparison == NULL)
    return FALSE;
  fill_story (&story, &told);
  g_array_append_val (export->stories, story);
  g_array_append_val (export->told, told);
  return TRUE;
}

/* Compares the articles of each story that lie side by side. */
static gboolean
fill_stories (Export *export, PlxProject *self, const PlxProgress *progress,
              GCancellable *cancellable, GError **error)
{
  guint n = export->scope->ids->len;

  for (guint first = 0, end; first < n; first = end)
    {
      const StoryHead *head = find_head (export, first);
      PlxProgress part = plx_progress_part (progress, first / (double) n, 1);

      end = first + 1;
      if (head == NULL)
        continue;
      while (end < n && find_head (export, end) == head)
        end++;
      part = plx_progress_part (progress, first / (double) n, end / (double) n);
      if (!add_story (export, self, first, end - first, &part, cancellable, error))
        return FALSE;
    }
  export->report.stories = (const PlxReportStory *) (gpointer) export->told->data;
  export->report.n_stories = export->told->len;
  return TRUE;
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

/* An unsaved project has only a passing name. */
static char *
dup_title (PlxProject *self, const Export *export, PlxScope scope)
{
  const StoryHead *head = scope == PLX_SCOPE_STORY ? find_head (export, 0) : NULL;

  if (head != NULL && head->title != NULL && *head->title != '\0')
    return g_strdup (head->title);
  if (scope == PLX_SCOPE_ARTICLE)
    return g_strdup (plx_article_get_title (g_ptr_array_index (export->scope->rows, 0)));
  return g_strdup (self->is_unsaved ? _("Parallax report") : self->title);
}

static gboolean
fill (Export *export, PlxProject *self, const PlxExportRequest *request,
      const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  PlxProgress loading = plx_progress_part (progress, 0, 0.2);
  PlxProgress comparing = plx_progress_part (progress, 0.2, 1);
  PlxScope scope = request->scope == PLX_SCOPE_COMPARISON ? PLX_SCOPE_STORY : request->scope;
  gboolean has_graph = scope != PLX_SCOPE_ARTICLE && g_str_equal (request->format, "pdf");

  export->scope = plx_project_load_scope (self, scope, request->id, &loading, cancellable, error);
  if (export->scope == NULL || !plx_project_read (self, read_stories_cb, export->heads, error))
    return FALSE;
  sort_articles (export);
  fill_articles (export);
  export->date = dup_date ();
  export->title = dup_title (self, export, scope);
  export->report.title = export->title;
  export->report.author = self->author;
  export->report.date = export->date;
  export->report.program = "Parallax " PLX_VERSION;
  export->report.all_claims = request->all_claims;
  if (!fill_stories (export, self, &comparing, cancellable, error))
    return FALSE;
  return !has_graph
         || fill_graph (export, self, scope == PLX_SCOPE_STORY ? request->id : 0, cancellable,
                        error);
}

/* formats */

enum {
  ANY = 1 << PLX_SCOPE_ARTICLE | 1 << PLX_SCOPE_STORY | 1 << PLX_SCOPE_PROJECT
        | 1 << PLX_SCOPE_COMPARISON,
  MATRIX = 1 << PLX_SCOPE_COMPARISON,
};

static const PlxExportFormat formats[] = {
  { "pdf", "pdf", "application/pdf", N_("Report with marks (PDF)"), ANY },
  { "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    N_("Spreadsheet (XLSX)"), MATRIX },
  { "html", "html", "text/html", N_("Web page (HTML)"), MATRIX },
  { "csv", "csv", "text/csv", N_("Table (CSV)"), ANY },
  { "json", "json", "application/json", N_("Data (JSON)"), MATRIX },
  { "json-ld", "jsonld", "application/ld+json", N_("Marks as Web Annotations (JSON-LD)"), ANY },
  { "txt", "txt", "text/plain", N_("Summary (text)"), MATRIX },
  { "md", "md", "text/markdown", N_("Summary (Markdown)"), MATRIX },
  { NULL }
};

const PlxExportFormat *
plx_project_list_export_formats (void)
{
  return formats;
}

const PlxExportFormat *
plx_project_find_export_format (const char *nick)
{
  for (const PlxExportFormat *format = formats; format->nick != NULL; format++)
    if (g_strcmp0 (format->nick, nick) == 0)
      return format;
  return NULL;
}

const char *
plx_export_format_get_title (const PlxExportFormat *format)
{
  return _(format->title);
}

static gboolean
check_format (const PlxExportRequest *request, GError **error)
{
  const PlxExportFormat *format = plx_project_find_export_format (request->format);

  if (format == NULL)
    g_set_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_UNSUPPORTED,
                 _("There is no export format “%s”: choose pdf, xlsx, html, csv, json, json-ld, "
                   "txt or md"),
                 request->format != NULL ? request->format : "");
  else if ((format->scopes & 1u << request->scope) == 0)
    g_set_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_UNSUPPORTED,
                 _("The format %s holds the comparison of one story: choose a story's comparison"),
                 format->nick);
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_report (const PlxReport *report, const PlxExportRequest *request,
              const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  const char *format = request->format, *path = request->path;
  gboolean is_matrix = request->scope == PLX_SCOPE_COMPARISON;

  if (g_str_equal (format, "pdf"))
    return plx_report_write_pdf (report, path, progress, cancellable, error);
  if (g_str_equal (format, "xlsx"))
    return plx_report_write_xlsx (report, path, progress, cancellable, error);
  if (g_str_equal (format, "html"))
    return plx_report_write_html (report, path, progress, cancellable, error);
  if (g_str_equal (format, "json"))
    return plx_report_write_matrix_json (report, path, cancellable, error);
  if (g_str_equal (format, "txt") || g_str_equal (format, "md"))
    return plx_report_write_summary (
      report, g_str_equal (format, "md") ? PLX_SUMMARY_MARKDOWN : PLX_SUMMARY_PLAIN, path, error);
  if (g_str_equal (format, "csv") && is_matrix)
    return plx_report_write_matrix_csv (report, path, cancellable, error);
  if (g_str_equal (format, "csv"))
    return plx_report_write_csv (report, path, error);
  return plx_report_write_json_ld (report, path, error);
}

gboolean
plx_project_export_with (PlxProject *self, const PlxExportRequest *request,
                         const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  PlxProgress filling = plx_progress_part (progress, 0, 0.4);
  PlxProgress writing = plx_progress_part (progress, 0.4, 1);
  g_auto (Export) export = { 0 };

  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  if (!check_format (request, error))
    return FALSE;
  export_init (&export);
  return fill (&export, self, request, &filling, cancellable, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && write_report (&export.report, request, &writing, cancellable, error);
}

gboolean
plx_project_export (PlxProject *self, const char *format, PlxScope scope, gint64 id,
                    const char *path, const PlxProgress *progress, GCancellable *cancellable,
                    GError **error)
{
  const PlxExportRequest request = { format, scope, id, path, FALSE };

  return plx_project_export_with (self, &request, progress, cancellable, error);
}
