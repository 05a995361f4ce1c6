/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-html-private.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Claims by sources; under each cell its evidence, or what was searched. */

/* More cells make a page that browsers open slowly: then searches stay in the
 * spreadsheet, and the page says so. */
enum { MAX_SEARCHES = 20000 };

typedef struct {
  GString *out;
  const PlxMatrix *matrix;
  gboolean shows_searches;
} Page;

/* The words of one span, those that differ marked. */
static void
add_span (Page *page, const PlxAnalysis *analysis, const PlxEvidence *evidence, PlxSpan span)
{
  guint32 at = span.begin;

  for (guint i = 0; i <= evidence->n_differing && at < span.end; i++)
    {
      gboolean last = i == evidence->n_differing;
      PlxSpan differing = last ? (PlxSpan) { span.end, span.end } : evidence->differing[i];
      g_autofree char *before = NULL;

      if (differing.begin < at || differing.end > span.end)
        continue;
      before = plx_analysis_dup_span (analysis, (PlxSpan) { at, differing.begin });
      plx_html_add_text (page->out, before);
      if (!last)
        {
          g_autofree char *words = plx_analysis_dup_span (analysis, differing);

          g_string_append (page->out, "<mark>");
          plx_html_add_text (page->out, words);
          g_string_append (page->out, "</mark>");
        }
      at = differing.end;
    }
}

static void
add_quote (Page *page, const PlxEvidence *evidence)
{
  const PlxMatrix *matrix = page->matrix;
  const PlxReportArticle *article;

  if (evidence->n_spans == 0 || evidence->article < 0
      || (guint) evidence->article >= matrix->story->n)
    return;
  article = &matrix->report->articles[matrix->story->first + (guint) evidence->article];
  g_string_append (page->out, "<blockquote dir=\"auto\"");
  if (article->language != NULL && *article->language != '\0')
    {
      g_string_append (page->out, " lang=\"");
      plx_html_add_text (page->out, article->language);
      g_string_append_c (page->out, '"');
    }
  g_string_append_c (page->out, '>');
  for (guint i = 0; i < evidence->n_spans; i++)
    {
      PlxSpan span = evidence->spans[i];

      g_string_append (page->out, i > 0 ? " … " : "");
      span.end = MIN (span.end, article->analysis->n_bytes);
      if (span.begin < span.end)
        add_span (page, article->analysis, evidence, span);
    }
  g_string_append (page->out, "</blockquote>");
}

static void
add_line (Page *page, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (page->out, "<p>");
  if (label != NULL)
    g_string_append_printf (page->out, "<small>%s</small> ", label);
  plx_html_add_text (page->out, text);
  g_string_append (page->out, "</p>");
}

static void
add_verdict (Page *page, const PlxReportVerdict *verdict)
{
  g_autofree char *confidence = plx_matrix_dup_confidence (verdict);

  if (verdict == NULL)
    return;
  add_line (page, _("decided"), plx_cell_words_get_status (verdict->verdict));
  add_line (page, _("by"), verdict->author);
  add_line (page, _("on"), verdict->decided);
  add_line (page, _("confidence"), confidence);
  add_line (page, _("note"), verdict->note);
}

static void
add_evidence (Page *page, guint claim, guint column)
{
  const PlxMatrix *matrix = page->matrix;
  const PlxCell *cell = plx_comparison_get_cell (matrix->comparison, claim, column);
  const PlxReportArticle *article = plx_matrix_get_article (matrix, claim, column);
  g_autofree char *chain = plx_matrix_dup_chain (matrix, claim, column),
                  *differs = plx_cell_words_dup_differs (cell->differs_in);

  add_quote (page, &cell->evidence);
  add_line (page, NULL, chain);
  if (cell->evidence.n_spans > 0 && article != NULL)
    add_line (page, _("in"), article->title);
  add_line (page, _("differs in"), differs);
}

static void
add_search (Page *page, const PlxSearchRecord *record)
{
  g_autofree char *terms = plx_matrix_dup_terms (record->terms),
                  *names = plx_matrix_dup_terms (record->names), *scores = NULL;
  char nearest[G_ASCII_DTOSTR_BUF_SIZE], needed[G_ASCII_DTOSTR_BUF_SIZE];

  add_line (page, _("searched for the words"), terms);
  add_line (page, _("and the names"), names);
  if (record->nearest.n_spans == 0)
    return;
  scores = g_strdup_printf (
    _("likeness %s, needed %s"),
    g_ascii_formatd (nearest, sizeof nearest, "%.2f", record->nearest_01),
    g_ascii_formatd (needed, sizeof needed, "%.2f", record->needed_01));
  add_quote (page, &record->nearest);
  add_line (page, _("nearest"), scores);
}

static void
add_cell (Page *page, guint claim, guint column)
{
  const PlxMatrix *matrix = page->matrix;
  const PlxCell *cell = plx_comparison_get_cell (matrix->comparison, claim, column);
  const PlxReportVerdict *verdict = plx_matrix_get_verdict (matrix, claim, column);
  PlxCellStatus status = plx_matrix_get_status (matrix, claim, column);
  g_autofree char *text = plx_matrix_dup_cell (matrix, claim, column);
  gboolean searched = cell->record != NULL && page->shows_searches;
  gboolean opens = cell->evidence.n_spans > 0 || verdict != NULL || searched;

  g_string_append_printf (page->out, "<td class=\"%s\">", plx_cell_status_to_nick (status));
  if (opens)
    g_string_append (page->out, "<details><summary>");
  plx_html_add_text (page->out, text);
  if (opens)
    {
      g_string_append (page->out, "</summary><div class=\"details\">");
      add_evidence (page, claim, column);
      if (searched)
        add_search (page, cell->record);
      add_verdict (page, verdict);
      g_string_append (page->out, "</div></details>");
    }
  g_string_append (page->out, "</td>");
}

static void
add_head (Page *page)
{
  const PlxMatrix *matrix = page->matrix;

  g_string_append_printf (page->out, "<thead><tr><th scope=\"col\">%s</th>", _("Claim"));
  for (guint j = 0; j < matrix->comparison->columns->len; j++)
    {
      const PlxColumn *column = g_ptr_array_index (matrix->comparison->columns, j);

      g_string_append_printf (page->out, "<th scope=\"col\" dir=\"auto\"%s>",
                              column->article < 0 ? " class=\"voice\"" : "");
      plx_html_add_text (page->out, matrix->heads[j]);
      g_string_append (page->out, "</th>");
    }
  g_string_append (page->out, "</tr></thead>\n<tbody>\n");
}

static void
add_claim (Page *page, guint place)
{
  const PlxMatrix *matrix = page->matrix;
  guint claim = matrix->order[place];
  const PlxClaim *c = g_ptr_array_index (matrix->comparison->claims, claim);
  g_autofree char *origins
    = g_strdup_printf (ngettext ("%u origin", "%u origins", c->origins), c->origins);
  g_autofree char *work = plx_report_story_dup_work (matrix->story, claim);

  g_string_append_printf (page->out, "<tr id=\"claim-%u\"><th scope=\"row\" dir=\"auto\">%u. ",
                          claim, place + 1);
  plx_html_add_text (page->out, c->statement);
  g_string_append_printf (page->out, " <small>%s</small>", origins);
  if (*work != '\0')
    {
      g_string_append (page->out, " <small class=\"work\">✎ ");
      plx_html_add_text (page->out, work);
      g_string_append (page->out, "</small>");
    }
  g_string_append (page->out, "</th>");
  for (guint j = 0; j < matrix->comparison->columns->len; j++)
    add_cell (page, claim, j);
  g_string_append (page->out, "</tr>\n");
}

gboolean
plx_html_add_matrix (GString *out, const PlxMatrix *matrix, GCancellable *cancellable,
                     GError **error)
{
  const PlxComparison *comparison = matrix->comparison;
  Page page = { out, matrix,
                (gsize) comparison->claims->len * comparison->columns->len <= MAX_SEARCHES };

  g_string_append_printf (out, "<section id=\"matrix\">\n<h2>%s</h2>\n<p class=\"soft\">%s</p>\n",
                          _("What each source reports"),
                          _("Most disputed first. A cell opens on its evidence; italics: heard "
                            "only through others."));
  if (!page.shows_searches)
    g_string_append_printf (out, "<p class=\"soft\">%s</p>\n",
                            _("There are too many cells for one page to hold what was searched "
                              "for each: the spreadsheet has it."));
  g_string_append_printf (out,
                          "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                          "aria-label=\"%s\">\n<table class=\"matrix\">\n",
                          _("Matrix of claims and sources"));
  add_head (&page);
  for (guint i = 0; i < comparison->claims->len; i++)
    {
      add_claim (&page, i);
      if (i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  g_string_append (out, "</tbody></table></div>\n</section>\n");
  return TRUE;
}
