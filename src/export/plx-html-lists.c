/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-html-private.h"

#include "export/plx-matrix-tables.h"

#include <glib/gi18n-lib.h>

/* More rows are left to the spreadsheet, and the page says so. */
enum { MAX_ROWS = 400 };

/* What stands around the matrix: the summary before it, naming, words and
 * sources after it. */

static void
begin_table (GString *out, const char *id, const char *title, const char *const *heads)
{
  g_string_append_printf (out, "<section id=\"%s\">\n<h2>%s</h2>\n", id, title);
  g_string_append_printf (out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                               "aria-label=\"%s\">\n<table>\n<thead><tr>", title);
  for (; *heads != NULL; heads++)
    g_string_append_printf (out, "<th scope=\"col\">%s</th>", *heads);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

static void
end_table (GString *out)
{
  g_string_append (out, "</tbody></table></div>\n</section>\n");
}

static void
add_cell (GString *out, const char *text)
{
  g_string_append (out, "<td dir=\"auto\">");
  plx_html_add_text (out, text);
  g_string_append (out, "</td>");
}

static void
add_paragraph (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (out, "<p class=\"soft\">");
  plx_html_add_text (out, text);
  g_string_append (out, "</p>\n");
}

static void
add_voices (GString *out, const PlxSummarySection *section, const PlxSummaryItem *item)
{
  g_string_append (out, "<ul>");
  for (guint i = 0; i < item->voices->len; i++)
    {
      const PlxSummaryVoice *voice = g_ptr_array_index (item->voices, i);
      g_autofree char *line = plx_summary_voice_dup_line (voice, section->kind);

      g_string_append_printf (out, "<li class=\"%s\" dir=\"auto\">%s ",
                              plx_cell_status_to_nick (voice->status),
                              plx_cell_words_get_sign (voice->status));
      plx_html_add_text (out, line);
      g_string_append (out, "</li>");
    }
  g_string_append (out, "</ul>");
}

static void
add_item (GString *out, const PlxSummary *summary, const PlxSummarySection *section,
          const PlxSummaryItem *item)
{
  g_autofree char *tail = plx_summary_item_dup_tail (summary, item, section->kind);

  g_string_append_printf (out, "<li dir=\"auto\"><a href=\"#claim-%d\">", item->claim);
  plx_html_add_text (out, item->statement);
  g_string_append (out, "</a> <small>");
  plx_html_add_text (out, tail);
  g_string_append (out, "</small>");
  if (plx_summary_lists_voices (section->kind))
    add_voices (out, section, item);
  g_string_append (out, "</li>\n");
}

void
plx_html_add_summary (GString *out, const PlxMatrix *matrix)
{
  const PlxSummary *summary = matrix->summary;
  g_autofree char *counts = plx_summary_dup_counts (summary),
                  *sources = plx_summary_dup_sources (summary),
                  *silence = plx_summary_dup_silence (summary);

  g_string_append_printf (out, "<section id=\"summary\" class=\"summary page\">\n<h2>%s</h2>\n",
                          _("Summary"));
  add_paragraph (out, counts);
  add_paragraph (out, sources);
  if (summary->heard != NULL)
    {
      g_autofree char *heard
        = g_strdup_printf (_("Heard only through others: %s"), summary->heard);

      add_paragraph (out, heard);
    }
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    {
      const PlxSummarySection *section = &summary->sections[k];

      if (section->items->len == 0 && section->n_more == 0)
        continue;
      g_string_append_printf (out, "<h3>%s</h3>\n<ul>\n", section->title);
      for (guint i = 0; i < section->items->len; i++)
        add_item (out, summary, section, g_ptr_array_index (section->items, i));
      if (section->n_more > 0)
        {
          g_string_append (out, "<li>");
          g_string_append_printf (out, _("and %u more"), section->n_more);
          g_string_append (out, "</li>\n");
        }
      g_string_append (out, "</ul>\n");
    }
  add_paragraph (out, silence);
  g_string_append (out, "</section>\n");
}

void
plx_html_add_naming (GString *out, const PlxMatrix *matrix)
{
  const GPtrArray *naming = matrix->comparison->naming;
  const char *const heads[] = { _("Who or what"), _("Source"), _("Called"), _("Verbs of saying"),
                                NULL };

  begin_table (out, "naming", _("Naming"), heads);
  for (guint i = 0; naming != NULL && i < naming->len; i++)
    {
      const PlxNaming *row = g_ptr_array_index (naming, i);
      g_autofree char *verbs = plx_matrix_dup_terms (row->verbs);
      g_autoptr (GString) forms = g_string_new (NULL);

      for (guint k = 0; row->forms != NULL && k < row->forms->len; k++)
        {
          const PlxNamingForm *form = &g_array_index (row->forms, PlxNamingForm, k);

          g_string_append_printf (forms, "%s%s (%u)", k > 0 ? ", " : "", form->text, form->n);
        }
      g_string_append (out, "<tr>");
      add_cell (out, row->entity);
      add_cell (out, row->article >= 0 ? matrix->heads[row->article] : "");
      add_cell (out, forms->str);
      add_cell (out, verbs);
      g_string_append (out, "</tr>\n");
    }
  end_table (out);
}

void
plx_html_add_words (GString *out, const PlxMatrix *matrix)
{
  const GPtrArray *words = matrix->comparison->words;
  const char *const heads[] = { _("Source"), _("Word"), _("Uses"), _("More than the others (z)"),
                                NULL };

  begin_table (out, "words", _("Words used more than by the others"), heads);
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const PlxOverusedWord *word = g_ptr_array_index (words, i);
      char z[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (out, "<tr>");
      add_cell (out, word->article >= 0 ? matrix->heads[word->article] : "");
      add_cell (out, word->word);
      g_string_append_printf (out, "<td>%u</td><td>%s</td></tr>\n", word->n_spans,
                              g_ascii_formatd (z, sizeof z, "%.1f", word->z));
    }
  end_table (out);
}

/* The rows stand closed: they are for looking up. */
static void
add_rows (GString *out, const PlxMatrixTable *table)
{
  guint n = plx_matrix_table_get_n_rows (table);

  g_string_append_printf (out, "<details><summary>");
  g_string_append_printf (out, ngettext ("%u row", "%u rows", n), n);
  g_string_append (out, "</summary>\n");
  g_string_append_printf (out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
                               "aria-label=\"%s\">\n<table>\n<thead><tr>", table->title);
  for (guint j = 0; j < table->n_columns; j++)
    g_string_append_printf (out, "<th scope=\"col\">%s</th>", _(table->columns[j].title));
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      g_string_append (out, "<tr>");
      for (guint j = 0; j < table->n_columns; j++)
        add_cell (out, plx_matrix_table_get (table, i, j));
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody></table></div>\n");
  if (n > MAX_ROWS)
    {
      g_autofree char *more
        = g_strdup_printf (_("The spreadsheet has %u more."), n - MAX_ROWS);

      add_paragraph (out, more);
    }
  g_string_append (out, "</details>\n");
}

static void
add_table (GString *out, const PlxMatrix *matrix, PlxMatrixTableKind kind)
{
  g_autoptr (PlxMatrixTable) table = plx_matrix_table_new (matrix, kind);

  g_string_append_printf (out, "<section id=\"%s\">\n<h2>%s</h2>\n", table->id, table->title);
  add_paragraph (out, table->lead);
  if (plx_matrix_table_get_n_rows (table) > 0)
    add_rows (out, table);
  else
    add_paragraph (out, _("There is nothing of the kind."));
  g_string_append (out, "</section>\n");
}

void
plx_html_add_tables (GString *out, const PlxMatrix *matrix)
{
  for (PlxMatrixTableKind k = 0; k < PLX_MATRIX_ASIDE; k++)
    add_table (out, matrix, k);
}

void
plx_html_add_aside (GString *out, const PlxMatrix *matrix)
{
  add_table (out, matrix, PLX_MATRIX_ASIDE);
}

void
plx_html_add_sources (GString *out, const PlxMatrix *matrix)
{
  const char *const heads[] = { _("Source"), _("Title"), _("Published"), _("By"), _("Address"),
                                _("Copies"), NULL };

  begin_table (out, "sources", _("Sources"), heads);
  for (guint i = 0; i < matrix->story->n; i++)
    {
      const PlxReportArticle *article = &matrix->report->articles[matrix->story->first + i];
      g_autofree char *copies = plx_matrix_dup_copies (matrix, (gint) i);

      g_string_append (out, "<tr>");
      add_cell (out, article->source);
      add_cell (out, article->title);
      add_cell (out, article->published);
      add_cell (out, article->byline);
      add_cell (out, article->url);
      add_cell (out, copies);
      g_string_append (out, "</tr>\n");
    }
  end_table (out);
}
