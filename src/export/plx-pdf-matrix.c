/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-cells.h"
#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>

/* What each source reports: a row per claim, a column per source. A story with
 * more sources than a page is wide becomes several tables of the same rows. */

enum { MAX_COLUMNS = 5, NUMBER = 18, ORIGINS = 38, PAD = 4, SHOWN_LINES = 4 };

typedef struct {
  PlxPdfFlow *flow;
  const PlxPdfPart *part;
  guint first, n;        // of the part's columns
  double claim_width, column_width;
} Table;

static double
column_x (const Table *t, guint column)
{
  return PLX_PDF_EDGE + NUMBER + t->claim_width + ORIGINS + (column - t->first) * t->column_width;
}

static PangoLayout *
new_cell (const Table *t, PlxPdfRich *rich, double width)
{
  PangoLayout *layout = plx_pdf_rich_layout (rich, t->flow->book, PLX_TYPE_TABLE, width - PAD);

  pango_layout_set_height (layout, -SHOWN_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
rule (const Table *t, double width, PlxPdfColour colour)
{
  plx_pdf_page_add_rule (plx_pdf_flow_page (t->flow), PLX_PDF_EDGE, t->flow->y,
                         PLX_PDF_WIDTH - PLX_PDF_EDGE, t->flow->y, width, colour, FALSE);
}

typedef struct {
  PangoLayout *layout;
  double x;
  PlxPdfRich *rich;
} Cell;

static Cell
make_cell (const Table *t, const char *text, PlxPdfRichFlags flags, double x, double width)
{
  PlxPdfRich *rich = plx_pdf_rich_new ();

  plx_pdf_rich_add (rich, text, flags);
  return (Cell) { new_cell (t, rich, width), x, rich };
}

/* Sets the cells side by side; frees them. */
static void
set_row (const Table *t, Cell *cells, guint n, PlxPdfRole role)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, plx_pdf_type_height (PLX_TYPE_TABLE, cells[i].layout));
  for (guint i = 0; i < n; i++)
    {
      plx_pdf_rich_place (cells[i].rich, cells[i].layout, PLX_TYPE_TABLE,
                          plx_pdf_flow_page (t->flow), cells[i].x, t->flow->y + 3, role,
                          plx_pdf_book_new_block (t->flow->book));
      g_object_unref (cells[i].layout);
      plx_pdf_rich_free (cells[i].rich);
    }
  t->flow->y += height + 6.5;
}

static void
set_head (const Table *t)
{
  g_autofree Cell *cells = g_new0 (Cell, t->n + 3);
  guint n = 0;

  rule (t, 0.8, PLX_PDF_BLACK);
  cells[n++] = make_cell (t, "#", PLX_RICH_BOLD, PLX_PDF_EDGE + 2, NUMBER);
  cells[n++] = make_cell (t, _("Claim"), PLX_RICH_BOLD, PLX_PDF_EDGE + NUMBER, t->claim_width);
  cells[n++] = make_cell (t, _("Origins"), PLX_RICH_BOLD, PLX_PDF_EDGE + NUMBER + t->claim_width,
                          ORIGINS);
  for (guint i = t->first; i < t->first + t->n; i++)
    {
      const PlxReportStory *story = t->part->story;
      const PlxColumn *column
          = g_ptr_array_index (story->comparison->columns, t->part->columns[i]);

      cells[n++] = make_cell (t, plx_pdf_column_get_name (t->flow->book, story, column),
                              PLX_RICH_BOLD | (column->article < 0 ? PLX_RICH_ITALIC : 0),
                              column_x (t, i), t->column_width);
    }
  set_row (t, cells, n, PLX_ROLE_TH);
  rule (t, 0.5, PLX_PDF_BLACK);
}

/* Of an article alone, where it says so; its own name would say nothing. */
static gboolean
add_own_place (const Table *t, PlxPdfRich *rich, const PlxCell *cell)
{
  const PlxReportStory *story = t->part->story;

  if (story->n > 1 || cell->evidence.n_spans == 0 || cell->evidence.article != 0)
    return FALSE;
  plx_pdf_rich_add (rich, plx_pdf_status_get_sign (cell->status),
                    plx_pdf_status_get_flags (cell->status));
  plx_pdf_rich_add (rich, " ", PLX_RICH_PLAIN);
  plx_pdf_rich_add_place (rich, t->flow->book, story->first, cell->evidence.spans[0].begin);
  return TRUE;
}

static Cell
make_status (const Table *t, guint claim, guint column)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  const PlxReportStory *story = t->part->story;
  guint shown = t->part->columns[column];
  const PlxReportVerdict *verdict = plx_pdf_find_verdict (story, claim, shown);
  const PlxCell *cell = plx_comparison_get_cell (story->comparison, claim, shown);
  PlxCellStatus status = verdict != NULL ? verdict->verdict : cell->status;
  g_autofree char *brief = plx_pdf_dup_brief (story, cell);
  PangoLayout *layout;

  if (verdict != NULL || status != PLX_CELL_REPORTED || !add_own_place (t, rich, cell))
    plx_pdf_add_status (rich, status, brief);
  if (verdict != NULL)
    plx_pdf_rich_add (rich, " ✓", PLX_RICH_PLAIN);
  layout = new_cell (t, rich, t->column_width);
  return (Cell) { layout, column_x (t, column), g_steal_pointer (&rich) };
}

static void
set_claim (const Table *t, guint number, guint claim)
{
  const PlxClaim *c = g_ptr_array_index (t->part->story->comparison->claims, claim);
  g_autofree Cell *cells = g_new0 (Cell, t->n + 3);
  g_autofree char *label = g_strdup_printf ("%u", number),
                  *origins = g_strdup_printf ("%u", c->origins);
  guint n = 0;

  if (plx_pdf_flow_need (t->flow, SHOWN_LINES * plx_pdf_type_pitch (PLX_TYPE_TABLE) + 8))
    set_head (t);
  if (t->first == 0)
    t->part->rows[claim] = (PlxPdfRow) { t->flow->pages->len - 1, t->flow->y };
  cells[n++] = make_cell (t, label, PLX_RICH_BOLD | PLX_RICH_GREY, PLX_PDF_EDGE + 2, NUMBER);
  cells[n++] = make_cell (t, c->statement, PLX_RICH_PLAIN, PLX_PDF_EDGE + NUMBER, t->claim_width);
  cells[n++] = make_cell (t, origins, PLX_RICH_PLAIN, PLX_PDF_EDGE + NUMBER + t->claim_width + 10,
                          ORIGINS);
  for (guint i = t->first; i < t->first + t->n; i++)
    cells[n++] = make_status (t, claim, i);
  set_row (t, cells, n, PLX_ROLE_TD);
  rule (t, 0.4, PLX_PDF_HAIR);
}

/* A table of voices has only the claims that one of them makes. */
static gboolean
has_cells (const Table *t, guint claim)
{
  for (guint i = t->first; i < t->first + t->n; i++)
    if (plx_pdf_part_shows (t->part, claim, t->part->columns[i]))
      return TRUE;
  return FALSE;
}

static void
set_key (PlxPdfFlow *flow)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  static const PlxCellStatus statuses[] = {
    PLX_CELL_REPORTED,  PLX_CELL_DIFFERS,  PLX_CELL_CONTRADICTED,
    PLX_CELL_NOT_FOUND, PLX_CELL_LEFT_OUT, PLX_CELL_NOT_EXAMINED,
  };

  plx_pdf_flow_need (flow, 24);
  flow->y += 4;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      plx_pdf_rich_add (rich, plx_pdf_status_get_sign (statuses[i]), PLX_RICH_PLAIN);
      plx_pdf_rich_add (rich, " ", PLX_RICH_PLAIN);
      plx_pdf_rich_add (rich, plx_pdf_status_get_word (statuses[i]), PLX_RICH_GREY);
      plx_pdf_rich_add (rich, "     ", PLX_RICH_PLAIN);
    }
  plx_pdf_rich_add (rich, _("✓ decided by a person     origins: independent"),
                    PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_SMALL, PLX_ROLE_P, 14);
}

static void
set_table (PlxPdfFlow *flow, const PlxPdfPart *part, guint first, guint n)
{
  double whole = PLX_PDF_WIDTH - 2 * PLX_PDF_EDGE - NUMBER - ORIGINS;
  Table t = { .flow = flow, .part = part, .first = first, .n = n };

  t.column_width = MIN ((whole - 170) / n, 96);
  t.claim_width = whole - t.column_width * n;
  plx_pdf_flow_need (flow, 80);
  set_head (&t);
  for (guint i = 0; i < part->n_claims; i++)
    if (has_cells (&t, part->claims[i]))
      set_claim (&t, i + 1, part->claims[i]);
  set_key (flow);
}

static char *
dup_subtitle (const PlxPdfPart *part)
{
  guint n = part->story->n;
  g_autofree char *articles = NULL, *claims = NULL;

  claims = g_strdup_printf (ngettext ("%u claim", "%u claims", part->n_claims), part->n_claims);
  if (n == 1 && part->n_more > 0)
    return g_strdup_printf (
        _("What this article carries of other sources: %s, and %u more not shown"), claims,
        part->n_more);
  if (n == 1)
    return g_strdup_printf (_("What this article carries of other sources: %s"), claims);
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  if (part->n_more > 0)
    return g_strdup_printf (_("%s, %s of %u, most disputed first; sources in italics are heard only "
                              "through others"),
                            articles, claims, part->n_claims + part->n_more);
  return g_strdup_printf (_("%s, %s, most disputed first; sources in italics are heard only "
                            "through others"),
                          articles, claims);
}

/* What the pages leave to the spreadsheet. */
static void
set_rest (PlxPdfFlow *flow, const PlxPdfPart *part)
{
  g_autoptr (PlxPdfRich) rich = NULL;
  g_autofree char *text = NULL;

  if (part->n_more == 0 || part->story->n == 1)
    return;
  rich = plx_pdf_rich_new ();
  text = g_strdup_printf (ngettext ("%u further claim, less salient, only in the spreadsheet.",
                                    "%u further claims, less salient, only in the spreadsheet.",
                                    part->n_more),
                          part->n_more);
  plx_pdf_rich_add (rich, text, PLX_RICH_BOLD);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_P, 12);
}

/* Equal parts, so that the last table is not a sliver. */
static void
set_tables (PlxPdfFlow *flow, const PlxPdfPart *part, guint first, guint n)
{
  guint n_tables = (n + MAX_COLUMNS - 1) / MAX_COLUMNS;

  for (guint i = 0; i < n_tables; i++)
    set_table (flow, part, first + n * i / n_tables,
               n * (i + 1) / n_tables - n * i / n_tables);
}

/* Columns of articles come first, unless all fit beside each other. */
static guint
count_own (const PlxPdfPart *part)
{
  guint n = 0;

  if (part->n_columns <= MAX_COLUMNS)
    return part->n_columns;
  while (n < part->n_columns
         && ((PlxColumn *) g_ptr_array_index (part->story->comparison->columns, part->columns[n]))
                    ->article >= 0)
    n++;
  return n;
}

void
plx_pdf_matrix_lay_out (const PlxPdfPart *part, PlxPdfFlow *flow)
{
  guint n_own = count_own (part);
  const char *title
      = part->story->n > 1 ? _("What each source reports") : _("Heard only through this article");
  g_autofree char *subtitle = dup_subtitle (part);
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  plx_pdf_headings_add (part->headings, title,
                        plx_pdf_book_part_page (flow->book, part) + flow->pages->len - 1, flow->y,
                        plx_pdf_part_level (part, flow->book));
  plx_pdf_flow_text (flow, PLX_TYPE_TITLE, PLX_ROLE_H1, title, 2);
  plx_pdf_rich_add (rich, subtitle, PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_P, 8);
  set_tables (flow, part, 0, n_own);
  set_tables (flow, part, n_own, part->n_columns - n_own);
  set_rest (flow, part);
}
