/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-xlsx-private.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The sheets with a row per claim or per cell. Claims stand in one order in all
 * of them and keep their number. */

static const PlxClaim *
get_claim (const PlxXlsx *self, guint place)
{
  return g_ptr_array_index (self->matrix->comparison->claims, self->matrix->order[place]);
}

/* In the sheets with a row per cell a claim is there to be known again; all of
 * its words, times the sources, would be most of the file. */
enum { CLAIM_CHARS = 400 };

static void
add_claim (PlxXlsx *self, guint place)
{
  const char *statement = get_claim (self, place)->statement;
  g_autofree char *head = NULL, *valid = NULL, *cut = NULL;

  if (strlen (statement) <= CLAIM_CHARS)
    {
      plx_xlsx_add_text (self, statement, NULL);
      return;
    }
  head = g_strndup (statement, 4 * CLAIM_CHARS + 4);
  valid = g_utf8_make_valid (head, -1);
  if (g_utf8_strlen (valid, -1) > CLAIM_CHARS)
    {
      cut = g_utf8_substring (valid, 0, CLAIM_CHARS);
      g_free (valid);
      valid = g_strconcat (cut, " …", NULL);
    }
  plx_xlsx_add_text (self, valid, NULL);
}

static void
add_cell (PlxXlsx *self, guint claim, guint column)
{
  g_autofree char *text = plx_matrix_dup_cell (self->matrix, claim, column);

  plx_xlsx_add_text (self, text,
                     self->status[plx_matrix_get_status (self->matrix, claim, column)]);
}

gboolean
plx_xlsx_write_matrix (PlxXlsx *self)
{
  const PlxMatrix *matrix = self->matrix;
  guint n = matrix->comparison->columns->len;
  g_autofree PlxXlsxColumn *columns = g_new0 (PlxXlsxColumn, n + 6);

  columns[0] = (PlxXlsxColumn) { "#", 5 };
  columns[1] = (PlxXlsxColumn) { _("Claim"), 60 };
  columns[2] = (PlxXlsxColumn) { _("Origins"), 9 };
  columns[3] = (PlxXlsxColumn) { _("Disagreement"), 14 };
  columns[4] = (PlxXlsxColumn) { _("Work"), 20 };
  for (guint j = 0; j < n; j++)
    columns[j + 5] = (PlxXlsxColumn) { matrix->heads[j], n > 12 ? 18 : 24 };
  plx_xlsx_begin_sheet (self, _("Matrix"), columns, n + 5, 2);
  for (guint i = 0; i < matrix->comparison->claims->len; i++)
    {
      const PlxClaim *claim = get_claim (self, i);
      g_autofree char *work = plx_report_story_dup_work (matrix->story, matrix->order[i]);

      plx_xlsx_add_number (self, i + 1);
      plx_xlsx_add_text (self, claim->statement, self->bold);
      plx_xlsx_add_number (self, claim->origins);
      plx_xlsx_add_number (self, (int) (claim->disagreement_01 * 100 + 0.5) / 100.0);
      plx_xlsx_add_text (self, work, NULL);
      for (guint j = 0; j < n; j++)
        add_cell (self, matrix->order[i], j);
      if (!plx_xlsx_next_row (self))
        return FALSE;
    }
  plx_xlsx_end_sheet (self);
  return TRUE;
}

/* Cells that say something: told, left out, or decided. */
static gboolean
has_evidence (const PlxMatrix *matrix, guint claim, guint column)
{
  PlxCellStatus status = plx_matrix_get_status (matrix, claim, column);

  return plx_matrix_get_verdict (matrix, claim, column) != NULL
         || (status != PLX_CELL_NOT_EXAMINED && status != PLX_CELL_NOT_FOUND);
}

/* "14 May 2031" as it stands: a table of dates sorts by ISO 8601 */
static void
add_article (PlxXlsx *self, const PlxReportArticle *article)
{
  plx_xlsx_add_text (self, article != NULL ? article->title : NULL, NULL);
  plx_xlsx_add_text (self, article != NULL ? article->published : NULL, NULL);
}

static void
add_evidence_row (PlxXlsx *self, guint place, guint column)
{
  const PlxMatrix *matrix = self->matrix;
  guint claim = matrix->order[place];
  const PlxCell *cell = plx_comparison_get_cell (matrix->comparison, claim, column);
  const PlxReportVerdict *verdict = plx_matrix_get_verdict (matrix, claim, column);
  PlxCellStatus status = plx_matrix_get_status (matrix, claim, column);
  g_autofree char *quote = plx_matrix_dup_quote (matrix, &cell->evidence),
                  *words = plx_matrix_dup_differing (matrix, &cell->evidence),
                  *chain = plx_matrix_dup_chain (matrix, claim, column),
                  *differs = plx_cell_words_dup_differs (cell->differs_in);

  plx_xlsx_add_number (self, place + 1);
  add_claim (self, place);
  plx_xlsx_add_text (self, matrix->heads[column], self->bold);
  plx_xlsx_add_text (self, plx_cell_words_get_status (status), self->status[status]);
  plx_xlsx_add_text (self, plx_cell_words_get_status (cell->status), NULL);
  plx_xlsx_add_text (self, verdict != NULL ? plx_cell_words_get_status (verdict->verdict) : NULL,
                     NULL);
  if (verdict != NULL && verdict->confidence_01 >= 0)
    plx_xlsx_add_number (self, (int) (verdict->confidence_01 * 100 + 0.5) / 100.0);
  else
    plx_xlsx_add_text (self, NULL, NULL);
  plx_xlsx_add_text (self, verdict != NULL ? verdict->author : NULL, NULL);
  plx_xlsx_add_text (self, verdict != NULL ? verdict->decided : NULL, NULL);
  plx_xlsx_add_text (self, verdict != NULL ? verdict->note : NULL, NULL);
  plx_xlsx_add_text (self, quote, NULL);
  plx_xlsx_add_text (self, words, NULL);
  plx_xlsx_add_text (self, differs, NULL);
  plx_xlsx_add_text (self, chain, NULL);
  add_article (self, plx_matrix_get_article (matrix, claim, column));
}

gboolean
plx_xlsx_write_evidence (PlxXlsx *self)
{
  const PlxMatrix *matrix = self->matrix;
  const PlxXlsxColumn columns[] = {
    { "#", 5 },           { _("Claim"), 40 },        { _("Source"), 24 },
    { _("Status"), 20 },  { _("Suggested"), 20 },    { _("Decided"), 20 },
    { _("Confidence"), 11 }, { _("Decided by"), 16 }, { _("Decided on"), 20 }, { _("Note"), 30 },
    { _("Evidence"), 70 }, { _("Words that differ"), 24 }, { _("Differs in"), 16 },
    { _("Through whom"), 30 }, { _("Article"), 36 }, { _("Published"), 20 },
  };

  plx_xlsx_begin_sheet (self, _("Evidence"), columns, G_N_ELEMENTS (columns), 3);
  for (guint i = 0; i < matrix->comparison->claims->len; i++)
    for (guint j = 0; j < matrix->comparison->columns->len; j++)
      if (has_evidence (matrix, matrix->order[i], j))
        {
          add_evidence_row (self, i, j);
          if (!plx_xlsx_next_row (self))
            return FALSE;
        }
  plx_xlsx_end_sheet (self);
  return TRUE;
}

static void
add_search_row (PlxXlsx *self, guint place, guint column)
{
  const PlxMatrix *matrix = self->matrix;
  guint claim = matrix->order[place];
  const PlxSearchRecord *record
    = plx_comparison_get_cell (matrix->comparison, claim, column)->record;
  g_autofree char *terms = plx_matrix_dup_terms (record->terms),
                  *names = plx_matrix_dup_terms (record->names),
                  *nearest = plx_matrix_dup_quote (matrix, &record->nearest);

  plx_xlsx_add_number (self, place + 1);
  add_claim (self, place);
  plx_xlsx_add_text (self, matrix->heads[column], self->bold);
  plx_xlsx_add_text (self,
                     plx_cell_words_get_title (plx_matrix_get_status (matrix, claim, column)),
                     NULL);
  plx_xlsx_add_number (self, record->n_articles);
  plx_xlsx_add_text (self, terms, NULL);
  plx_xlsx_add_text (self, names, NULL);
  plx_xlsx_add_text (self, nearest, NULL);
  plx_xlsx_add_number (self, (int) (record->nearest_01 * 100 + 0.5) / 100.0);
  plx_xlsx_add_number (self, (int) (record->needed_01 * 100 + 0.5) / 100.0);
}

gboolean
plx_xlsx_write_searches (PlxXlsx *self)
{
  const PlxMatrix *matrix = self->matrix;
  const PlxXlsxColumn columns[] = {
    { "#", 5 },
    { _("Claim"), 40 },
    { _("Source"), 24 },
    { _("Status"), 20 },
    { _("Articles searched"), 18 },
    { _("Words tried"), 40 },
    { _("Names tried"), 30 },
    { _("Nearest sentence"), 60 },
    { _("Likeness"), 10 },
    { _("Needed"), 10 },
  };

  plx_xlsx_begin_sheet (self, _("Search records"), columns, G_N_ELEMENTS (columns), 3);
  for (guint i = 0; i < matrix->comparison->claims->len; i++)
    for (guint j = 0; j < matrix->comparison->columns->len; j++)
      if (plx_matrix_was_searched (matrix, matrix->order[i], j))
        {
          add_search_row (self, i, j);
          if (!plx_xlsx_next_row (self))
            return FALSE;
        }
  plx_xlsx_end_sheet (self);
  return TRUE;
}
