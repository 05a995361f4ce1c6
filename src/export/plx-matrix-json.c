/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"
#include "export/plx-pdf-private.h"

#include "language/plx-analysis-json.h"

/* The comparison object of the command line with what people decided. Beyond
 * it: "verdicts", "work" on rows, what was set "aside", "sources", "story",
 * "exported". */

static void
add_string (GString *out, const char *key, const char *value, gboolean last)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  plx_json_write_string (out, key);
  g_string_append_c (out, ':');
  if (valid != NULL)
    plx_json_write_string (out, valid);
  else
    g_string_append (out, "null");
  g_string_append (out, last ? "" : ",");
}

static void
add_verdicts (GString *out, const PlxMatrix *matrix)
{
  g_string_append (out, ",\"verdicts\":[");
  for (guint i = 0; i < matrix->story->n_verdicts; i++)
    {
      const PlxReportVerdict *verdict = &matrix->story->verdicts[i];
      const PlxClaim *claim = g_ptr_array_index (matrix->comparison->claims, verdict->claim);
      const PlxColumn *column = g_ptr_array_index (matrix->comparison->columns, verdict->column);
      g_autofree char *confidence = plx_matrix_dup_confidence (verdict);

      g_string_append (out, i > 0 ? ",{" : "{");
      add_string (out, "claim", claim->id, FALSE);
      add_string (out, "key", claim->key, FALSE);
      add_string (out, "article", column->article_id, FALSE);
      add_string (out, "column", column->name, FALSE);
      add_string (out, "verdict", plx_cell_status_to_nick (verdict->verdict), FALSE);
      g_string_append_printf (out, "\"confidence\":%s,",
                              *confidence != '\0' ? confidence : "null");
      add_string (out, "note", verdict->note, FALSE);
      add_string (out, "author", verdict->author, FALSE);
      add_string (out, "decided", verdict->decided, TRUE);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
add_merged (GString *out, const PlxReportWork *work)
{
  g_string_append (out, "\"merged\":[");
  for (guint i = 0; work->merged != NULL && work->merged[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ",{" : "{");
      add_string (out, "key", work->merged_keys != NULL ? work->merged_keys[i] : NULL, FALSE);
      add_string (out, "statement", work->merged[i], TRUE);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
}

static void
add_work (GString *out, const PlxMatrix *matrix)
{
  gboolean first = TRUE;

  g_string_append (out, ",\"work\":[");
  for (guint i = 0; i < matrix->comparison->claims->len; i++)
    {
      const PlxClaim *claim = g_ptr_array_index (matrix->comparison->claims, i);
      const PlxReportWork *work = plx_report_story_get_work (matrix->story, i);

      if (work == NULL)
        continue;
      g_string_append (out, first ? "{" : ",{");
      first = FALSE;
      add_string (out, "claim", claim->id, FALSE);
      add_string (out, "key", claim->key, FALSE);
      g_string_append_printf (out, "\"added\":%s,", work->is_added ? "true" : "false");
      add_string (out, "split_from", work->split_from, FALSE);
      add_string (out, "original", work->original, FALSE);
      add_merged (out, work);
    }
  g_string_append_c (out, ']');
}

static void
add_aside (GString *out, const PlxMatrix *matrix)
{
  static const char *const kinds[] = { [PLX_REPORT_DROPPED] = "dropped",
                                       [PLX_REPORT_CLAIM_GONE] = "claim_gone",
                                       [PLX_REPORT_COLUMN_GONE] = "column_gone" };

  g_string_append (out, ",\"aside\":[");
  for (guint i = 0; i < matrix->story->n_aside; i++)
    {
      const PlxReportAside *aside = &matrix->story->aside[i];

      g_string_append (out, i > 0 ? ",{" : "{");
      add_string (out, "kind", kinds[aside->kind], FALSE);
      add_string (out, "key", aside->key, FALSE);
      add_string (out, "statement", aside->statement, FALSE);
      add_string (out, "reason", aside->reason, FALSE);
      add_string (out, "column", aside->column, FALSE);
      add_string (out, "quote", aside->quote, FALSE);
      g_string_append_printf (out, "\"verdicts\":%u,", aside->n_verdicts);
      add_string (out, "author", aside->author, FALSE);
      add_string (out, "decided", aside->decided, TRUE);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
add_sources (GString *out, const PlxMatrix *matrix)
{
  g_string_append (out, ",\"sources\":[");
  for (guint i = 0; i < matrix->story->n; i++)
    {
      const PlxReportArticle *article = &matrix->report->articles[matrix->story->first + i];

      g_string_append (out, i > 0 ? ",{" : "{");
      add_string (out, "article", matrix->articles[i].id, FALSE);
      add_string (out, "source", article->source, FALSE);
      add_string (out, "title", article->title, FALSE);
      add_string (out, "published", article->published, FALSE);
      add_string (out, "url", article->url, FALSE);
      add_string (out, "language", article->language, FALSE);
      add_string (out, "sha256", article->sha256, TRUE);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

gboolean
plx_report_write_matrix_json (const PlxReport *report, const char *path,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (PlxMatrix) matrix = NULL;

  if (plx_report_is_empty (report, error) || (matrix = plx_matrix_new (report, error)) == NULL)
    return FALSE;
  plx_comparison_write_json (matrix->comparison, matrix->articles, out);
  g_string_truncate (out, out->len - 1);
  add_verdicts (out, matrix);
  add_work (out, matrix);
  add_aside (out, matrix);
  add_sources (out, matrix);
  g_string_append_c (out, ',');
  add_string (out, "story", matrix->story->title, FALSE);
  g_string_append (out, "\"exported\":{");
  add_string (out, "program", report->program, FALSE);
  add_string (out, "date", report->date, FALSE);
  add_string (out, "author", report->author, TRUE);
  g_string_append (out, "}}\n");
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return plx_report_write_file (path, out->str, out->len, error);
}
