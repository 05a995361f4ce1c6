/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"
#include "export/plx-pdf-cells.h"

#include <glib/gi18n-lib.h>

/* A part per story: its sources with their dates, its summary, its matrix, the
 * evidence.
 * It stands before the articles it compares; what there is to say about an
 * article alone stands after it. */

enum { SOURCE_WIDTH = 132, DATE_WIDTH = 96, PAGE_WIDTH = 40, MAX_ALONE = 12 };

/* A matrix on paper has at most so many rows and cells, but for a few rows that
 * are always there: about ten pages, and as many of evidence. */
enum { MAX_CLAIMS = 100, MAX_CELLS = 2400, MIN_CLAIMS = 20 };

static gboolean
is_alone (const PlxPdfPart *part)
{
  return part->story->n == 1;
}

/* An article alone is its own evidence: a voice it carries, a contradiction or
 * a decision says more. */
static gboolean
is_telling (const PlxPdfPart *part, guint claim, guint column)
{
  const PlxComparison *comparison = part->story->comparison;
  const PlxColumn *c = g_ptr_array_index (comparison->columns, column);
  PlxCellStatus status = plx_comparison_get_cell (comparison, claim, column)->status;

  if (!is_alone (part) || status == PLX_CELL_CONTRADICTED
      || plx_pdf_find_verdict (part->story, claim, column) != NULL)
    return TRUE;
  return c->article < 0 && status != PLX_CELL_NOT_EXAMINED && status != PLX_CELL_NOT_FOUND;
}

static gboolean
is_telling_claim (const PlxPdfPart *part, guint claim)
{
  for (guint j = 0; j < part->story->comparison->columns->len; j++)
    if (is_telling (part, claim, j))
      return TRUE;
  return FALSE;
}

static gboolean
is_telling_column (const PlxPdfPart *part, guint column)
{
  for (guint i = 0; i < part->n_claims; i++)
    if (is_telling (part, part->claims[i], column))
      return TRUE;
  return FALSE;
}

/* Cells that have a row of evidence. */
gboolean
plx_pdf_part_shows (const PlxPdfPart *part, guint claim, guint column)
{
  const PlxCell *cell = plx_comparison_get_cell (part->story->comparison, claim, column);

  return is_telling (part, claim, column)
         && (cell->status != PLX_CELL_NOT_EXAMINED
             || plx_pdf_find_verdict (part->story, claim, column) != NULL);
}

/* Of the headings inside a part: below the story's, if that has one. */
guint
plx_pdf_part_level (const PlxPdfPart *part, const PlxPdfBook *book)
{
  return plx_pdf_book_is_nested (book) && !is_alone (part) ? 1 : 0;
}

static int
compare_weight (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlxComparison *comparison = data;
  const PlxClaim *x = g_ptr_array_index (comparison->claims, *(const guint *) a),
                 *y = g_ptr_array_index (comparison->claims, *(const guint *) b);
  double x_weight = x->salience_01 + x->disagreement_01,
         y_weight = y->salience_01 + y->disagreement_01;

  if (x_weight != y_weight)
    return x_weight > y_weight ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* The summary must lead to its rows. */
static void
keep_summary (const PlxPdfPart *part, const PlxReport *report, GHashTable *kept)
{
  g_autoptr (PlxSummary) summary = plx_matrix_summarise (report, part->story, 0);

  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    for (guint i = 0; i < summary->sections[k].items->len; i++)
      {
        const PlxSummaryItem *item = g_ptr_array_index (summary->sections[k].items, i);

        g_hash_table_add (kept, GUINT_TO_POINTER ((guint) item->claim));
      }
}

/* Keeps those that matter most, in the order they have. */
static void
limit_claims (PlxPdfPart *part, const PlxReport *report)
{
  guint most = MAX (MIN (MAX_CLAIMS, MAX_CELLS / MAX (part->n_columns, 1)), MIN_CLAIMS), n = 0;
  g_autofree guint *weighed = g_memdup2 (part->claims, part->n_claims * sizeof (guint));
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  if (part->n_claims <= most)
    return;
  g_qsort_with_data (weighed, (int) part->n_claims, sizeof (guint), compare_weight,
                     (gpointer) part->story->comparison);
  keep_summary (part, report, kept);
  for (guint i = 0; i < part->n_claims && g_hash_table_size (kept) < most; i++)
    g_hash_table_add (kept, GUINT_TO_POINTER (weighed[i]));
  for (guint i = 0; i < part->n_claims; i++)
    if (g_hash_table_contains (kept, GUINT_TO_POINTER (part->claims[i])))
      part->claims[n++] = part->claims[i];
  part->n_more += part->n_claims - n;
  part->n_claims = n;
}

/* Which rows and columns are shown. */
static void
select_cells (PlxPdfPart *part, const PlxReport *report)
{
  const PlxComparison *comparison = part->story->comparison;

  if (comparison == NULL)
    return;
  part->claims = plx_pdf_order_claims (comparison);
  part->columns = g_new (guint, comparison->columns->len + 1);
  for (guint i = 0; i < comparison->claims->len; i++)
    if (!is_telling_claim (part, part->claims[i]))
      continue;
    else if (is_alone (part) && part->n_claims == MAX_ALONE)
      part->n_more++;
    else
      part->claims[part->n_claims++] = part->claims[i];
  for (guint j = 0; j < comparison->columns->len; j++)
    if (is_telling_column (part, j))
      part->columns[part->n_columns++] = j;
  if (part->n_columns == 0)
    part->n_claims = 0;
  else if (!is_alone (part) && !report->all_claims)
    limit_claims (part, report);
  part->rows = g_new0 (PlxPdfRow, comparison->claims->len + 1);
}

/* Once the articles are laid out: where each part will stand. */
void
plx_pdf_parts_begin (PlxPdfBook *book)
{
  const PlxReport *report = book->report;

  for (guint i = 0; i < report->n_stories; i++)
    {
      const PlxReportStory *story = &report->stories[i];
      guint before = story->n == 1 ? story->first + 1 : story->first;
      PlxPdfPart part = { .story = story };

      part.at = before < report->n_articles ? book->first_page[before] : book->body->len;
      part.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_page_free);
      part.headings = plx_pdf_headings_new ();
      select_cells (&part, report);
      g_array_append_val (book->parts, part);
    }
}

void
plx_pdf_parts_clear (PlxPdfBook *book)
{
  for (guint i = 0; i < book->parts->len; i++)
    {
      PlxPdfPart *part = &g_array_index (book->parts, PlxPdfPart, i);

      g_ptr_array_unref (part->pages);
      g_array_unref (part->headings);
      g_free (part->claims);
      g_free (part->columns);
      g_free (part->rows);
      plx_summary_free (part->summary);
    }
  g_array_unref (book->parts);
}

static void
place_field (PlxPdfFlow *flow, const char *text, PlxPdfRichFlags flags, double x, double width)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autoptr (PangoLayout) layout = NULL;

  plx_pdf_rich_add (rich, text, flags);
  layout = plx_pdf_rich_layout (rich, flow->book, PLX_TYPE_TEXT, width);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  plx_pdf_rich_place (rich, layout, PLX_TYPE_TEXT, plx_pdf_flow_page (flow), x, flow->y,
                      PLX_ROLE_TD, plx_pdf_book_new_block (flow->book));
}

static void
place_page (PlxPdfFlow *flow, guint article, double right)
{
  const PlxPdfBook *book = flow->book;
  guint page = plx_pdf_book_body_page (book, book->first_page[article]);
  g_autofree char *text = g_strdup_printf (_("p.\302\240%u"), page + 1);
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autoptr (PangoLayout) layout = NULL;

  plx_pdf_rich_add_link (rich, text, page, PLX_PDF_TOP);
  layout = plx_pdf_rich_layout (rich, flow->book, PLX_TYPE_TEXT, PAGE_WIDTH);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  plx_pdf_rich_place (rich, layout, PLX_TYPE_TEXT, plx_pdf_flow_page (flow), right - PAGE_WIDTH,
                      flow->y, PLX_ROLE_TD, plx_pdf_book_new_block (flow->book));
}

/* A line per article: who, when, under which title, where. */
void
plx_pdf_sources_lay_out (const PlxReportStory *story, PlxPdfFlow *flow)
{
  PlxPdfBook *book = flow->book;
  double left = PLX_PDF_EDGE, right = PLX_PDF_WIDTH - PLX_PDF_EDGE;
  double pitch = plx_pdf_type_pitch (PLX_TYPE_TEXT);

  for (guint i = story->first; i < story->first + story->n; i++)
    {
      const PlxReportArticle *article = &book->report->articles[i];
      g_autofree char *title = plx_pdf_book_dup_title (book, i);
      g_autofree char *date = plx_pdf_dup_day (article->published);

      plx_pdf_flow_need (flow, pitch + 5);
      plx_pdf_page_add_rule (plx_pdf_flow_page (flow), left, flow->y, right, flow->y, 0.4,
                             PLX_PDF_HAIR, FALSE);
      flow->y += 2.5;
      place_field (flow, plx_pdf_book_get_source (book, i), PLX_RICH_BOLD, left,
                   SOURCE_WIDTH - 8);
      place_field (flow, date != NULL ? date : _("no date"), PLX_RICH_GREY, left + SOURCE_WIDTH,
                   DATE_WIDTH - 8);
      place_field (flow, title, PLX_RICH_PLAIN, left + SOURCE_WIDTH + DATE_WIDTH,
                   right - left - SOURCE_WIDTH - DATE_WIDTH - PAGE_WIDTH - 4);
      place_page (flow, i, right);
      flow->y += pitch + 2.5;
    }
  flow->y += 14;
}

static void
lay_out_matrix (PlxPdfPart *part, PlxPdfFlow *flow)
{
  if (!is_alone (part))
    plx_pdf_summary_lay_out (part, flow);
  plx_pdf_matrix_lay_out (part, flow);
  if (!is_alone (part))
    plx_pdf_voices_lay_out (part, flow);
  plx_pdf_evidence_lay_out (part, flow);
  plx_pdf_aside_lay_out (part, flow);
}

static void
lay_out_part (PlxPdfBook *book, PlxPdfPart *part)
{
  gboolean titled = plx_pdf_book_is_nested (book) && !is_alone (part);
  PlxPdfFlow flow;

  g_ptr_array_set_size (part->pages, 0);
  g_array_set_size (part->headings, 0);
  if (!titled && part->n_claims == 0)
    return;
  plx_pdf_flow_begin (&flow, book, part->pages, 1);
  if (titled)
    {
      g_autofree char *title = plx_pdf_story_dup_title (part->story);
      g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

      plx_pdf_headings_add (part->headings, title, plx_pdf_book_part_page (book, part), flow.y, 0);
      plx_pdf_rich_add (rich, title, PLX_RICH_PLAIN);
      plx_pdf_rich_flow (rich, &flow, PLX_TYPE_PART, PLX_ROLE_H1, 10);
      plx_pdf_sources_lay_out (part->story, &flow);
    }
  if (part->n_claims > 0)
    lay_out_matrix (part, &flow);
}

/* FALSE: a part is longer or shorter than the references count on. */
gboolean
plx_pdf_parts_lay_out (PlxPdfBook *book)
{
  gboolean holds = TRUE;
  guint before = 0;

  for (guint i = 0; i < book->parts->len; i++)
    lay_out_part (book, &g_array_index (book->parts, PlxPdfPart, i));
  for (guint i = 0; i < book->parts->len; i++)
    {
      PlxPdfPart *part = &g_array_index (book->parts, PlxPdfPart, i);

      holds = holds && part->n_pages == part->pages->len;
      part->n_pages = part->pages->len;
      part->n_before = before;
      before += part->n_pages;
    }
  return holds;
}
