/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-cells.h"

#include "compare/plx-cell-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PlxPdfRichFlags dresses[PLX_N_CELL_STATUSES] = {
  [PLX_CELL_NOT_EXAMINED] = PLX_RICH_GREY,
  [PLX_CELL_REPORTED] = PLX_RICH_PLAIN,
  [PLX_CELL_DIFFERS] = PLX_RICH_BOLD | PLX_RICH_GOLD,
  [PLX_CELL_CONTRADICTED] = PLX_RICH_BOLD | PLX_RICH_RED,
  [PLX_CELL_NOT_FOUND] = PLX_RICH_GREY,
  [PLX_CELL_LEFT_OUT] = PLX_RICH_BOLD | PLX_RICH_RED,
};

const char *
plx_pdf_status_get_sign (PlxCellStatus status)
{
  return plx_cell_words_get_sign (status);
}

const char *
plx_pdf_status_get_word (PlxCellStatus status)
{
  return status == PLX_CELL_NOT_FOUND ? _("searched, not found")
                                      : plx_cell_words_get_status (status);
}

PlxPdfRichFlags
plx_pdf_status_get_flags (PlxCellStatus status)
{
  return dresses[status];
}

/* A sign, and a word unless it is plainly reported. */
void
plx_pdf_add_status (PlxPdfRich *rich, PlxCellStatus status, const char *brief)
{
  const char *word = brief;

  plx_pdf_rich_add (rich, plx_cell_words_get_sign (status), dresses[status]);
  if (status == PLX_CELL_NOT_FOUND)
    word = _("not found");
  else if (status == PLX_CELL_LEFT_OUT || (word == NULL && status != PLX_CELL_REPORTED))
    word = status == PLX_CELL_DIFFERS ? _("differs") : plx_cell_words_get_status (status);
  if (word == NULL || status == PLX_CELL_NOT_EXAMINED)
    return;
  plx_pdf_rich_add (rich, " ", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, word, dresses[status]);
}

const PlxReportVerdict *
plx_pdf_find_verdict (const PlxReportStory *story, guint claim, guint column)
{
  for (guint i = 0; i < story->n_verdicts; i++)
    if (story->verdicts[i].claim == claim && story->verdicts[i].column == column)
      return &story->verdicts[i];
  return NULL;
}

const char *
plx_pdf_column_get_name (const PlxPdfBook *book, const PlxReportStory *story,
                         const PlxColumn *column)
{
  if (column->article >= 0 && (guint) column->article < story->n)
    return plx_pdf_book_get_source (book, story->first + (guint) column->article);
  return column->name;
}

/* Without a source the comparison calls an article by its id. */
const char *
plx_pdf_get_voice (const PlxReportStory *story, const char *voice)
{
  return plx_cell_words_get_voice (story->comparison, voice);
}

/* "via 12" and "left out, says 12" name a column at their end. */
char *
plx_pdf_dup_brief (const PlxReportStory *story, const PlxCell *cell)
{
  static const char * const leads[] = { "via ", "left out, says " };

  for (guint i = 0; cell->brief != NULL && i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_prefix (cell->brief, leads[i]))
      return g_strconcat (leads[i], plx_pdf_get_voice (story, cell->brief + strlen (leads[i])),
                          NULL);
  return g_strdup (cell->brief);
}

static int
compare_claims (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlxComparison *comparison = data;
  const PlxClaim *x = g_ptr_array_index (comparison->claims, *(const guint *) a);
  const PlxClaim *y = g_ptr_array_index (comparison->claims, *(const guint *) b);

  if (x->disagreement_01 != y->disagreement_01)
    return x->disagreement_01 > y->disagreement_01 ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

guint *
plx_pdf_order_claims (const PlxComparison *comparison)
{
  guint n = comparison->claims->len;
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_claims, (gpointer) comparison);
  return order;
}
