/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-xlsx-private.h"

#include "export/plx-matrix-tables.h"

#include <glib/gi18n-lib.h>

/* The sheets beside the matrix: naming, words, sources, summary, about. */

static const char *
get_head (const PlxXlsx *self, gint article)
{
  return article >= 0 && (guint) article < self->matrix->comparison->n_articles
         ? self->matrix->heads[article] : "";
}

gboolean
plx_xlsx_write_naming (PlxXlsx *self)
{
  const GPtrArray *naming = self->matrix->comparison->naming;
  const PlxXlsxColumn columns[] = { { _("Who or what"), 30 },
                                    { _("Source"), 24 },
                                    { _("Called"), 40 },
                                    { _("Uses"), 8 },
                                    { _("Verbs of saying"), 40 } };

  plx_xlsx_begin_sheet (self, _("Naming"), columns, G_N_ELEMENTS (columns), 1);
  for (guint i = 0; naming != NULL && i < naming->len; i++)
    {
      const PlxNaming *row = g_ptr_array_index (naming, i);

      for (guint k = 0; row->forms != NULL && k < row->forms->len; k++)
        {
          const PlxNamingForm *form = &g_array_index (row->forms, PlxNamingForm, k);
          g_autofree char *verbs = k == 0 ? plx_matrix_dup_terms (row->verbs) : NULL;

          plx_xlsx_add_text (self, row->entity, self->bold);
          plx_xlsx_add_text (self, get_head (self, row->article), NULL);
          plx_xlsx_add_text (self, form->text, NULL);
          plx_xlsx_add_number (self, form->n);
          plx_xlsx_add_text (self, verbs, NULL);
          if (!plx_xlsx_next_row (self))
            return FALSE;
        }
    }
  plx_xlsx_end_sheet (self);
  return TRUE;
}

gboolean
plx_xlsx_write_words (PlxXlsx *self)
{
  const GPtrArray *words = self->matrix->comparison->words;
  const PlxXlsxColumn columns[] = { { _("Source"), 24 },
                                    { _("Word"), 24 },
                                    { _("Uses"), 8 },
                                    { _("More than the others (z)"), 24 } };

  plx_xlsx_begin_sheet (self, _("Words"), columns, G_N_ELEMENTS (columns), 1);
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const PlxOverusedWord *word = g_ptr_array_index (words, i);

      plx_xlsx_add_text (self, get_head (self, word->article), self->bold);
      plx_xlsx_add_text (self, word->word, NULL);
      plx_xlsx_add_number (self, word->n_spans);
      plx_xlsx_add_number (self, (int) (word->z * 10 + 0.5) / 10.0);
      if (!plx_xlsx_next_row (self))
        return FALSE;
    }
  plx_xlsx_end_sheet (self);
  return TRUE;
}

static gboolean
write_table (PlxXlsx *self, const PlxMatrixTable *table)
{
  g_autofree PlxXlsxColumn *columns = g_new0 (PlxXlsxColumn, table->n_columns);
  guint n = plx_matrix_table_get_n_rows (table);

  for (guint i = 0; i < table->n_columns; i++)
    columns[i] = (PlxXlsxColumn) { _(table->columns[i].title), table->columns[i].width };
  plx_xlsx_begin_sheet (self, table->title, columns, table->n_columns, 1);
  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < table->n_columns; j++)
        {
          const char *text = plx_matrix_table_get (table, i, j);

          if (table->columns[j].is_number && *text != '\0')
            plx_xlsx_add_number (self, g_ascii_strtod (text, NULL));
          else
            plx_xlsx_add_text (self, text, j == 0 ? self->bold : NULL);
        }
      if (!plx_xlsx_next_row (self))
        return FALSE;
    }
  plx_xlsx_end_sheet (self);
  return TRUE;
}

gboolean
plx_xlsx_write_tables (PlxXlsx *self)
{
  for (PlxMatrixTableKind k = 0; k < PLX_MATRIX_ASIDE; k++)
    {
      g_autoptr (PlxMatrixTable) table = plx_matrix_table_new (self->matrix, k);

      if (!write_table (self, table))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_xlsx_write_aside (PlxXlsx *self)
{
  g_autoptr (PlxMatrixTable) table = plx_matrix_table_new (self->matrix, PLX_MATRIX_ASIDE);

  return plx_matrix_table_get_n_rows (table) == 0 || write_table (self, table);
}

gboolean
plx_xlsx_write_sources (PlxXlsx *self)
{
  const PlxMatrix *matrix = self->matrix;
  const PlxXlsxColumn columns[] = { { _("Column"), 30 },      { _("Title"), 50 },
                                    { _("Published"), 22 },   { _("By"), 24 },
                                    { _("Language"), 10 },    { _("Address"), 40 },
                                    { _("Copies"), 30 },      { _("SHA-256 of the original"), 66 } };

  plx_xlsx_begin_sheet (self, _("Sources"), columns, G_N_ELEMENTS (columns), 1);
  for (guint j = 0; j < matrix->comparison->columns->len; j++)
    {
      const PlxColumn *column = g_ptr_array_index (matrix->comparison->columns, j);

      plx_xlsx_add_text (self, matrix->heads[j], self->bold);
      if (column->article >= 0 && (guint) column->article < matrix->story->n)
        {
          g_autofree char *copies = plx_matrix_dup_copies (matrix, column->article);
          const PlxReportArticle *article
            = &matrix->report->articles[matrix->story->first + (guint) column->article];

          plx_xlsx_add_text (self, article->title, NULL);
          plx_xlsx_add_text (self, article->published, NULL);
          plx_xlsx_add_text (self, article->byline, NULL);
          plx_xlsx_add_text (self, article->language, NULL);
          plx_xlsx_add_text (self, article->url, NULL);
          plx_xlsx_add_text (self, copies, NULL);
          plx_xlsx_add_text (self, article->sha256, NULL);
        }
      else
        plx_xlsx_add_text (self, _("No text of its own: heard only through others"), NULL);
      if (!plx_xlsx_next_row (self))
        return FALSE;
    }
  plx_xlsx_end_sheet (self);
  return TRUE;
}

static void
add_item (PlxXlsx *self, const PlxSummary *summary, const PlxSummarySection *section,
          const PlxSummaryItem *item)
{
  g_autofree char *support = plx_summary_dup_support (summary, item);

  for (guint i = 0; i < MAX (item->voices->len, 1); i++)
    {
      plx_xlsx_add_text (self, section->title, i == 0 ? self->bold : NULL);
      plx_xlsx_add_text (self, item->statement, NULL);
      plx_xlsx_add_text (self, support, NULL);
      if (i < item->voices->len)
        {
          g_autofree char *line
            = plx_summary_voice_dup_line (g_ptr_array_index (item->voices, i), section->kind);

          plx_xlsx_add_text (self, line, NULL);
        }
      plx_xlsx_next_row (self);
    }
}

gboolean
plx_xlsx_write_summary (PlxXlsx *self)
{
  const PlxSummary *summary = self->matrix->summary;
  const PlxXlsxColumn columns[] = {
    { _("What"), 30 }, { _("Claim"), 60 }, { _("Support"), 22 }, { _("Who says it"), 90 }
  };
  g_autofree char *silence = plx_summary_dup_silence (summary);

  plx_xlsx_begin_sheet (self, _("Summary"), columns, G_N_ELEMENTS (columns), 1);
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    {
      const PlxSummarySection *section = &summary->sections[k];

      for (guint i = 0; i < section->items->len; i++)
        add_item (self, summary, section, g_ptr_array_index (section->items, i));
      if (section->n_more > 0)
        {
          g_autofree char *more = g_strdup_printf (_("and %u more"), section->n_more);

          plx_xlsx_add_text (self, section->title, NULL);
          plx_xlsx_add_text (self, more, NULL);
          plx_xlsx_next_row (self);
        }
    }
  plx_xlsx_end_sheet (self);
  plx_xlsx_add_text (self, NULL, NULL);
  plx_xlsx_add_text (self, silence, NULL);
  return plx_xlsx_next_row (self);
}

gboolean
plx_xlsx_write_about (PlxXlsx *self)
{
  const PlxMatrix *matrix = self->matrix;
  const PlxXlsxColumn columns[] = { { _("About this file"), 26 }, { "", 110 } };
  g_autofree char *counts = plx_summary_dup_counts (matrix->summary),
                  *silence = plx_summary_dup_silence (matrix->summary);
  const char *const rows[][2] = {
    { _("Story"), matrix->story->title },
    { _("Made by"), matrix->report->program },
    { _("Exported by"), matrix->report->author },
    { _("Exported on"), matrix->report->date },
    { _("Size"), counts },
    { _("Empty cells"), silence },
    { _("How to read it"),
      _("Each cell has a sign and a word: ● reported, ◐ reported differently, ✕ contradicted, ○ "
        "searched and not found, ○ left out, · not examined. ✓: a person decided it; everything "
        "else is suggested by the program. “Not found” says what was searched; only an article's "
        "statement or a person makes it “left out”.") },
    { _("Origins"), _("Articles that share their text, or that have the claim from one shared "
                      "passage, count as one origin.") },
    { _("Disagreement"), _("0: all who report it agree; 1: they exclude each other.") },
  };

  plx_xlsx_begin_sheet (self, _("About"), columns, G_N_ELEMENTS (columns), 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      plx_xlsx_add_text (self, rows[i][0], self->bold);
      plx_xlsx_add_text (self, rows[i][1], NULL);
      if (!plx_xlsx_next_row (self))
        return FALSE;
    }
  return TRUE;
}
