/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"
#include "export/plx-pdf-cells.h"

#include <glib/gi18n-lib.h>

/* Under the matrix, claim by claim: where each source says it, in its words,
 * through whom; and for silence, what was searched. */

enum { SIGN_X = 8, NAME_X = 22, PLACE_X = 122, TEXT_X = 190, QUOTE_BYTES = 900, SHOWN_TERMS = 12 };
/* of a heading with a row below it: a heading alone ends no page */
enum { ROOM_FOR_CLAIM = 104 };

typedef struct {
  PlxPdfRich *quote, *below;
  PangoLayout *upper, *lower;   // of the same
  double upper_height, height;
} Row;

/* The words of one span, those that differ in bold and underlined. */
static void
add_span (PlxPdfRich *rich, const PlxAnalysis *analysis, const PlxEvidence *evidence, PlxSpan span)
{
  guint32 at = span.begin;

  for (guint i = 0; i < evidence->n_differing && at < span.end; i++)
    {
      PlxSpan differing = evidence->differing[i];
      g_autofree char *before = NULL, *words = NULL;

      if (differing.begin < at || differing.end > span.end)
        continue;
      before = plx_analysis_dup_span (analysis, (PlxSpan) { at, differing.begin });
      words = plx_analysis_dup_span (analysis, differing);
      plx_pdf_rich_add (rich, before, PLX_RICH_PLAIN);
      plx_pdf_rich_add (rich, words, PLX_RICH_BOLD | PLX_RICH_UNDERLINE);
      at = differing.end;
    }
  if (at < span.end)
    {
      g_autofree char *rest = plx_analysis_dup_span (analysis, (PlxSpan) { at, span.end });

      plx_pdf_rich_add (rich, rest, PLX_RICH_PLAIN);
    }
}

static gboolean
has_text (const PlxReportStory *story, const PlxEvidence *evidence)
{
  return evidence->n_spans > 0 && evidence->article >= 0
         && (guint) evidence->article < story->n;
}

/* Its index in the report. */
static guint
get_article (const PlxReportStory *story, const PlxEvidence *evidence)
{
  return story->first + (guint) evidence->article;
}

static void
add_quotation (PlxPdfRich *rich, const PlxAnalysis *analysis, const PlxEvidence *evidence)
{

  plx_pdf_rich_add (rich, "“", PLX_RICH_PLAIN);
  for (guint i = 0; i < evidence->n_spans; i++)
    {
      PlxSpan span = evidence->spans[i];

      if (i > 0)
        plx_pdf_rich_add (rich, " … ", PLX_RICH_PLAIN);
      span.end = MIN (span.end, analysis->n_bytes);
      if (span.begin < span.end && rich->text->len < QUOTE_BYTES)
        add_span (rich, analysis, evidence, span);
    }
  plx_pdf_rich_add (rich, "”", PLX_RICH_PLAIN);
}

/* Continental Press ▸ Saranian state media ▸ <b>Vesk</b> */
static void
add_chain (PlxPdfRich *rich, const PlxReportStory *story, const char *source, char **via)
{
  guint n = via != NULL ? g_strv_length (via) : 0;

  plx_pdf_rich_add (rich, source, n == 0 ? PLX_RICH_BOLD : PLX_RICH_GREY);
  for (guint i = 0; i < n; i++)
    {
      plx_pdf_rich_add (rich, " ▸ ", PLX_RICH_GREY);
      plx_pdf_rich_add (rich, plx_pdf_get_voice (story, via[i]),
                        i + 1 == n ? PLX_RICH_BOLD : PLX_RICH_GREY);
    }
}

static void
add_terms (PlxPdfRich *rich, const char *label, char **terms)
{
  if (terms == NULL || terms[0] == NULL)
    return;
  plx_pdf_rich_add (rich, label, PLX_RICH_GREY);
  for (guint i = 0; terms[i] != NULL && i < SHOWN_TERMS; i++)
    {
      plx_pdf_rich_add (rich, i > 0 ? ", " : "", PLX_RICH_GREY);
      plx_pdf_rich_add (rich, terms[i], PLX_RICH_ITALIC);
    }
}

/* "(nearest p. 10, line 6: 0.30 of 0.44)" */
static void
add_nearest (PlxPdfRich *rich, const PlxPdfBook *book, const PlxReportStory *story,
             const PlxSearchRecord *record)
{
  g_autofree char *scores = NULL;

  if (record == NULL || !has_text (story, &record->nearest))
    return;
  scores = g_strdup_printf (_(": %.2f of %.2f)"), record->nearest_01, record->needed_01);
  plx_pdf_rich_add (rich, _(" (nearest "), PLX_RICH_GREY);
  plx_pdf_rich_add_place (rich, book, get_article (story, &record->nearest),
                          record->nearest.spans[0].begin);
  plx_pdf_rich_add (rich, scores, PLX_RICH_GREY);
}

static void
add_search (PlxPdfRich *rich, const PlxSearchRecord *record)
{
  if (record == NULL)
    return;
  plx_pdf_rich_add (rich, _("Searched"), PLX_RICH_GREY);
  add_terms (rich, _(" for the words "), record->terms);
  add_terms (rich, _("; the names "), record->names);
  plx_pdf_rich_add (rich, ".", PLX_RICH_GREY);
}

static void
add_verdict (PlxPdfRich *rich, const PlxReportVerdict *verdict)
{
  const char *word = plx_pdf_status_get_word (verdict->verdict);
  g_autofree char *day = plx_pdf_dup_day (verdict->decided);

  plx_pdf_rich_add (rich, rich->text->len > 0 ? "\n✓ " : "✓ ", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, word, plx_pdf_status_get_flags (verdict->verdict));
  if (verdict->confidence_01 >= 0)
    {
      g_autofree char *percent
          = g_strdup_printf (_(", confidence %.0f %%"), verdict->confidence_01 * 100);

      plx_pdf_rich_add (rich, percent, PLX_RICH_GREY);
    }
  if (verdict->author != NULL)
    {
      plx_pdf_rich_add (rich, _(", decided by "), PLX_RICH_GREY);
      plx_pdf_rich_add (rich, verdict->author, PLX_RICH_GREY);
    }
  if (day != NULL)
    {
      plx_pdf_rich_add (rich, ", ", PLX_RICH_GREY);
      plx_pdf_rich_add (rich, day, PLX_RICH_GREY);
    }
  if (verdict->note != NULL && *verdict->note != '\0')
    {
      plx_pdf_rich_add (rich, ": ", PLX_RICH_GREY);
      plx_pdf_rich_add (rich, verdict->note, PLX_RICH_ITALIC);
    }
}

static void
place_cell (PlxPdfFlow *flow, PlxPdfRich *rich, double x, double width)
{
  g_autoptr (PangoLayout) layout = plx_pdf_rich_layout (rich, flow->book, PLX_TYPE_TABLE, width);

  plx_pdf_rich_place (rich, layout, PLX_TYPE_TABLE, plx_pdf_flow_page (flow), PLX_PDF_EDGE + x,
                      flow->y + 4, PLX_ROLE_TD, plx_pdf_book_new_block (flow->book));
}

/* Sign, source and place of a row, left of its text. */
static void
set_row_head (PlxPdfFlow *flow, const PlxReportStory *story, const PlxColumn *column,
              const PlxCell *cell, PlxCellStatus status)
{
  g_autoptr (PlxPdfRich) sign = plx_pdf_rich_new (), name = plx_pdf_rich_new (),
                         place = plx_pdf_rich_new ();

  if (status != PLX_CELL_NOT_EXAMINED)
    plx_pdf_rich_add (sign, plx_pdf_status_get_sign (status), plx_pdf_status_get_flags (status));
  plx_pdf_rich_add (name, plx_pdf_column_get_name (flow->book, story, column),
                    PLX_RICH_BOLD);
  place_cell (flow, sign, SIGN_X, NAME_X - SIGN_X);
  place_cell (flow, name, NAME_X, PLACE_X - NAME_X - 6);
  if (has_text (story, &cell->evidence))
    plx_pdf_rich_add_place (place, flow->book, get_article (story, &cell->evidence),
                            cell->evidence.spans[0].begin);
  else if (column->article >= 0 && (guint) column->article < story->n)
    plx_pdf_rich_add_article (place, flow->book, story->first + (guint) column->article);
  place_cell (flow, place, PLACE_X, TEXT_X - PLACE_X - 4);
}

static const char *
get_carrier (const PlxPdfBook *book, const PlxReportStory *story, const PlxColumn *column)
{
  gint article = column->article >= 0 ? column->article : column->via_article;

  return article >= 0 && (guint) article < story->n
         ? plx_pdf_book_get_source (book, story->first + (guint) article) : column->name;
}

/* Which claim the rows at the top of a new page belong to. */
static void
continue_claim (PlxPdfFlow *flow, const PlxReportStory *story, guint number, guint claim)
{
  const PlxClaim *c = g_ptr_array_index (story->comparison->claims, claim);
  g_autofree char *text = g_strdup_printf (_("%u  %s (continued)"), number, c->statement);
  g_autoptr (PangoLayout) layout
      = plx_pdf_type_layout (flow->book, PLX_TYPE_TABLE, text, flow->width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  flow->y
      += plx_pdf_page_add_layout (plx_pdf_flow_page (flow), layout, PLX_TYPE_TABLE, PLX_PDF_EDGE,
                                  flow->y, PLX_ROLE_P, plx_pdf_book_new_block (flow->book))
         + 3;
  plx_pdf_page_add_rule (plx_pdf_flow_page (flow), PLX_PDF_EDGE, flow->y,
                         PLX_PDF_WIDTH - PLX_PDF_EDGE, flow->y, 0.5, PLX_PDF_BLACK, FALSE);
}

static void
fill_row (PlxPdfBook *book, const PlxReportStory *story, guint claim, guint column,
          PlxPdfRich *quote, PlxPdfRich *below)
{
  const PlxCell *cell = plx_comparison_get_cell (story->comparison, claim, column);
  const PlxReportVerdict *verdict = plx_pdf_find_verdict (story, claim, column);
  const PlxColumn *c = g_ptr_array_index (story->comparison->columns, column);

  if (has_text (story, &cell->evidence))
    {
      add_quotation (quote,
                     book->report->articles[get_article (story, &cell->evidence)].analysis,
                     &cell->evidence);
      add_chain (below, story, get_carrier (book, story, c), cell->via);
    }
  else
    {
      add_search (below, cell->record);
      add_nearest (below, book, story, cell->record);
    }
  if (verdict != NULL)
    add_verdict (below, verdict);
}

/* A row of @quote over @below under its claim's heading (@number 0: none), on the next page if it must be; @below alone
 * begins at the top. */
static void
begin_row (PlxPdfFlow *flow, const PlxReportStory *story, guint number, guint claim, Row *row)
{
  double width = PLX_PDF_WIDTH - 2 * PLX_PDF_EDGE - TEXT_X;

  row->upper = plx_pdf_rich_layout (row->quote, flow->book, PLX_TYPE_QUOTE, width);
  row->lower = plx_pdf_rich_layout (row->below, flow->book, PLX_TYPE_TABLE, width);
  if (row->quote->text->len > 0)
    row->upper_height = plx_pdf_type_height (PLX_TYPE_QUOTE, row->upper);
  row->height = MAX (row->upper_height + plx_pdf_type_height (PLX_TYPE_TABLE, row->lower),
                     plx_pdf_type_pitch (PLX_TYPE_TABLE))
                + 8;
  if (plx_pdf_flow_need (flow, row->height) && number > 0)
    continue_claim (flow, story, number, claim);
}

static void
end_row (PlxPdfFlow *flow, Row *row)
{
  PlxPdfBook *book = flow->book;

  if (row->upper_height > 0)
    plx_pdf_rich_place (row->quote, row->upper, PLX_TYPE_QUOTE, plx_pdf_flow_page (flow),
                        PLX_PDF_EDGE + TEXT_X, flow->y + 3, PLX_ROLE_QUOTE,
                        plx_pdf_book_new_block (book));
  plx_pdf_rich_place (row->below, row->lower, PLX_TYPE_TABLE, plx_pdf_flow_page (flow),
                      PLX_PDF_EDGE + TEXT_X, flow->y + 4 + row->upper_height, PLX_ROLE_TD,
                      plx_pdf_book_new_block (book));
  flow->y += row->height;
  plx_pdf_page_add_rule (plx_pdf_flow_page (flow), PLX_PDF_EDGE, flow->y,
                         PLX_PDF_WIDTH - PLX_PDF_EDGE, flow->y, 0.4, PLX_PDF_HAIR, FALSE);
  g_object_unref (row->upper);
  g_object_unref (row->lower);
  plx_pdf_rich_free (row->quote);
  plx_pdf_rich_free (row->below);
}

static void
set_row (PlxPdfFlow *flow, const PlxReportStory *story, guint number, guint claim, guint column)
{
  const PlxCell *cell = plx_comparison_get_cell (story->comparison, claim, column);
  const PlxReportVerdict *verdict = plx_pdf_find_verdict (story, claim, column);
  Row row = { plx_pdf_rich_new (), plx_pdf_rich_new () };

  fill_row (flow->book, story, claim, column, row.quote, row.below);
  begin_row (flow, story, number, claim, &row);
  set_row_head (flow, story, g_ptr_array_index (story->comparison->columns, column), cell,
                verdict != NULL ? verdict->verdict : cell->status);
  end_row (flow, &row);
}

/* A silence that nobody has decided on; told of all sources at once, for they
 * were searched for the same words. */
static gboolean
is_silent (const PlxReportStory *story, guint claim, guint column)
{
  return plx_comparison_get_cell (story->comparison, claim, column)->status == PLX_CELL_NOT_FOUND
         && plx_pdf_find_verdict (story, claim, column) == NULL;
}

/* Names each source that was searched in vain; returns what was searched for,
 * NULL: none was. */
static const PlxSearchRecord *
add_silent (PlxPdfRich *rich, const PlxPdfBook *book, const PlxPdfPart *part, guint claim)
{
  const PlxComparison *comparison = part->story->comparison;
  const PlxSearchRecord *record = NULL;
  guint n = 0;

  for (guint i = 0; i < part->n_columns; i++)
    {
      guint column = part->columns[i];
      const PlxCell *cell = plx_comparison_get_cell (comparison, claim, column);

      if (!plx_pdf_part_shows (part, claim, column) || !is_silent (part->story, claim, column))
        continue;
      plx_pdf_rich_add (rich, n++ > 0 ? ", " : "", PLX_RICH_GREY);
      plx_pdf_rich_add (rich,
                        plx_pdf_column_get_name (book, part->story,
                                                 g_ptr_array_index (comparison->columns, column)),
                        PLX_RICH_BOLD);
      add_nearest (rich, book, part->story, cell->record);
      record = record != NULL ? record : cell->record;
    }
  return record;
}

static void
set_silence (PlxPdfFlow *flow, const PlxPdfPart *part, guint number, guint claim)
{
  Row row = { plx_pdf_rich_new (), plx_pdf_rich_new () };
  const PlxSearchRecord *record = add_silent (row.below, flow->book, part, claim);
  g_autoptr (PlxPdfRich) sign = plx_pdf_rich_new (), name = plx_pdf_rich_new ();

  plx_pdf_rich_add (row.below, ". ", PLX_RICH_GREY);
  add_search (row.below, record);
  begin_row (flow, part->story, number, claim, &row);
  plx_pdf_rich_add (sign, plx_pdf_status_get_sign (PLX_CELL_NOT_FOUND), PLX_RICH_GREY);
  plx_pdf_rich_add (name, plx_pdf_status_get_word (PLX_CELL_NOT_FOUND), PLX_RICH_GREY);
  place_cell (flow, sign, SIGN_X, NAME_X - SIGN_X);
  place_cell (flow, name, NAME_X, TEXT_X - NAME_X - 6);
  end_row (flow, &row);
}

/* claims of one article */

/* The column of the only article that says it, if nothing else is to be said;
 * -1: there is something to compare. */
static gint
find_only_teller (const PlxPdfPart *part, guint claim)
{
  const PlxComparison *comparison = part->story->comparison;
  gint teller = -1;

  for (guint i = 0; i < comparison->columns->len; i++)
    {
      const PlxColumn *column = g_ptr_array_index (comparison->columns, i);
      PlxCellStatus status = plx_comparison_get_cell (comparison, claim, i)->status;

      if (plx_pdf_find_verdict (part->story, claim, i) != NULL)
        return -1;
      if (status == PLX_CELL_NOT_EXAMINED || status == PLX_CELL_NOT_FOUND)
        continue;
      if (status != PLX_CELL_REPORTED || (column->article >= 0 && teller >= 0))
        return -1;
      if (column->article >= 0)
        teller = (gint) i;
    }
  return part->story->n > 1 ? teller : -1;
}

/* Its words are the claim's: one row without a heading. */
static void
set_told_once (PlxPdfFlow *flow, const PlxPdfPart *part, guint number, guint claim, guint column)
{
  const PlxReportStory *story = part->story;
  const PlxCell *cell = plx_comparison_get_cell (story->comparison, claim, column);
  const PlxColumn *c = g_ptr_array_index (story->comparison->columns, column);
  const PlxClaim *text = g_ptr_array_index (story->comparison->claims, claim);
  Row row = { plx_pdf_rich_new (), plx_pdf_rich_new () };
  g_autoptr (PlxPdfRich) silent = plx_pdf_rich_new (), label = plx_pdf_rich_new ();
  g_autofree char *digits = g_strdup_printf ("%u", number);

  plx_pdf_rich_add (row.below, text->statement, PLX_RICH_PLAIN);
  plx_pdf_rich_add (row.below, "\n", PLX_RICH_PLAIN);
  add_chain (row.below, story, get_carrier (flow->book, story, c), cell->via);
  add_silent (silent, flow->book, part, claim);
  if (silent->text->len > 0)
    {
      plx_pdf_rich_add (row.below, _(".  Not found in "), PLX_RICH_GREY);
      add_silent (row.below, flow->book, part, claim);
    }
  begin_row (flow, story, 0, claim, &row);
  plx_pdf_rich_add (label, digits, PLX_RICH_BOLD | PLX_RICH_GREY);
  place_cell (flow, label, 2, NAME_X - 2);
  set_row_head (flow, story, c, cell, PLX_CELL_NOT_EXAMINED);
  end_row (flow, &row);
}

static void
set_all_told_once (PlxPdfFlow *flow, const PlxPdfPart *part)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < part->n_claims; i++)
    {
      gint column = find_only_teller (part, part->claims[i]);

      if (column < 0)
        continue;
      if (!begun)
        {
          plx_pdf_flow_need (flow, 80);
          flow->y += 12;
          plx_pdf_flow_text (flow, PLX_TYPE_HEADING, PLX_ROLE_H2, _("Told by one article only"),
                             2);
          begun = TRUE;
        }
      set_told_once (flow, part, i + 1, part->claims[i], (guint) column);
    }
}

/* claims of several */

/* A voice whose words are those of its carrier, which names it. */
static gboolean
is_echo (const PlxComparison *comparison, guint claim, guint column)
{
  const PlxColumn *c = g_ptr_array_index (comparison->columns, column);
  const PlxEvidence *own = &plx_comparison_get_cell (comparison, claim, column)->evidence,
                    *carrier;

  if (c->article >= 0 || c->via_article < 0 || (guint) c->via_article >= comparison->columns->len)
    return FALSE;
  carrier = &plx_comparison_get_cell (comparison, claim, (guint) c->via_article)->evidence;
  return own->n_spans > 0 && carrier->n_spans > 0 && own->article == carrier->article
         && own->spans[0].begin == carrier->spans[0].begin;
}

/* What an article alone reports stands in it, and the matrix says where. */
static gboolean
is_worth_a_row (const PlxPdfPart *part, guint claim, guint column)
{
  const PlxComparison *comparison = part->story->comparison;

  if (!plx_pdf_part_shows (part, claim, column))
    return FALSE;
  if (plx_pdf_find_verdict (part->story, claim, column) != NULL
      || plx_comparison_get_cell (comparison, claim, column)->status != PLX_CELL_REPORTED)
    return TRUE;
  return part->story->n > 1 && !is_echo (comparison, claim, column);
}

static gboolean
has_rows (const PlxPdfPart *part, guint claim)
{
  for (guint i = 0; i < part->n_columns; i++)
    if (is_worth_a_row (part, claim, part->columns[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_evidence (const PlxPdfPart *part)
{
  for (guint i = 0; i < part->n_claims; i++)
    if (has_rows (part, part->claims[i]))
      return TRUE;
  return FALSE;
}

static void
set_claim (PlxPdfFlow *flow, const PlxPdfPart *part, guint number, guint claim)
{
  const PlxClaim *c = g_ptr_array_index (part->story->comparison->claims, claim);
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autofree char *label = g_strdup_printf ("%u  ", number);
  g_autofree char *origins
      = g_strdup_printf (ngettext ("   %u origin", "   %u origins", c->origins), c->origins);
  g_autofree char *work = plx_report_story_dup_work (part->story, claim);
  gboolean silent = FALSE;

  plx_pdf_flow_need (flow, ROOM_FOR_CLAIM);
  flow->y += 9;
  plx_pdf_rich_add (rich, label, PLX_RICH_BOLD | PLX_RICH_GREY);
  plx_pdf_rich_add (rich, c->statement, PLX_RICH_BOLD);
  plx_pdf_rich_add (rich, origins, PLX_RICH_GREY);
  plx_pdf_rich_add (rich, *work != '\0' ? "   " : "", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, work, PLX_RICH_GREY | PLX_RICH_ITALIC);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_H2, 2);
  plx_pdf_page_add_rule (plx_pdf_flow_page (flow), PLX_PDF_EDGE, flow->y,
                         PLX_PDF_WIDTH - PLX_PDF_EDGE, flow->y, 0.5, PLX_PDF_BLACK, FALSE);
  for (guint i = 0; i < part->n_columns; i++)
    if (is_silent (part->story, claim, part->columns[i]))
      silent = silent || plx_pdf_part_shows (part, claim, part->columns[i]);
    else if (is_worth_a_row (part, claim, part->columns[i]))
      set_row (flow, part->story, number, claim, part->columns[i]);
  if (silent)
    set_silence (flow, part, number, claim);
}

void
plx_pdf_evidence_lay_out (const PlxPdfPart *part, PlxPdfFlow *flow)
{
  if (!has_evidence (part))
    return;
  plx_pdf_flow_need (flow, 110);
  plx_pdf_headings_add (part->headings, _("Evidence, claim by claim"),
                        plx_pdf_book_part_page (flow->book, part) + flow->pages->len - 1, flow->y,
                        plx_pdf_part_level (part, flow->book));
  plx_pdf_flow_text (flow, PLX_TYPE_TITLE, PLX_ROLE_H1, _("Evidence"), 0);
  for (guint i = 0; i < part->n_claims; i++)
    if (has_rows (part, part->claims[i]) && find_only_teller (part, part->claims[i]) < 0)
      set_claim (flow, part, i + 1, part->claims[i]);
  set_all_told_once (flow, part);
}
