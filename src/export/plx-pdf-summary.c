/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-tuning.h"
#include "export/plx-matrix.h"
#include "export/plx-pdf-cells.h"

#include <glib/gi18n-lib.h>

/* The first page of a story's part: what its comparison comes to. The numbers
 * are those of the matrix and lead there. */

enum { NUMBER_WIDTH = 22, MIN_LINES = 12, LESS_LINES = 4 };

static void
set_text (PlxPdfFlow *flow, const char *text, PlxPdfRichFlags flags, double after)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  if (text == NULL || *text == '\0')
    return;
  plx_pdf_rich_add (rich, text, flags);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_P, after);
}

/* Its number in the matrix, 0: not shown there. */
static guint
find_number (const PlxPdfPart *part, gint claim)
{
  for (guint i = 0; i < part->n_claims; i++)
    if (part->claims[i] == (guint) claim)
      return i + 1;
  return 0;
}

static void
set_number (PlxPdfFlow *flow, const PlxPdfPart *part, gint claim)
{
  guint number = find_number (part, claim);
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PlxPdfRich) rich = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (number == 0)
    return;
  rich = plx_pdf_rich_new ();
  plx_pdf_rich_add_link (rich, text,
                         plx_pdf_book_part_page (flow->book, part) + part->rows[claim].page,
                         part->rows[claim].y);
  layout = plx_pdf_rich_layout (rich, flow->book, PLX_TYPE_TEXT, NUMBER_WIDTH);
  plx_pdf_rich_place (rich, layout, PLX_TYPE_TEXT, plx_pdf_flow_page (flow),
                      plx_pdf_flow_x (flow) - NUMBER_WIDTH, flow->y, PLX_ROLE_P,
                      plx_pdf_book_new_block (flow->book));
}

static void
set_voice (PlxPdfFlow *flow, const PlxSummaryVoice *voice)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  PlxPdfRichFlags flags = plx_pdf_status_get_flags (voice->status);

  plx_pdf_rich_add (rich, plx_pdf_status_get_sign (voice->status), flags);
  plx_pdf_rich_add (rich, " ", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, voice->sources, PLX_RICH_PLAIN);
  if (voice->words != NULL)
    {
      plx_pdf_rich_add (rich, ": ", PLX_RICH_PLAIN);
      plx_pdf_rich_add (rich, voice->words, flags | PLX_RICH_BOLD);
    }
  if (voice->is_decided)
    plx_pdf_rich_add (rich, " ✓", PLX_RICH_PLAIN);
  if (voice->quote != NULL)
    {
      g_autofree char *quote = g_strdup_printf (" — “%s”", voice->quote);

      plx_pdf_rich_add (rich, quote, PLX_RICH_GREY);
    }
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_P, 0);
}

static void
indent (PlxPdfFlow *flow, double by)
{
  flow->left += by;
  flow->width -= by;
}

static void
set_item (PlxPdfFlow *flow, const PlxPdfPart *part, PlxSummaryKind kind,
          const PlxSummaryItem *item)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autofree char *tail = plx_summary_item_dup_tail (part->summary, item, kind);
  gboolean lists = plx_summary_lists_voices (kind);

  indent (flow, NUMBER_WIDTH);
  set_number (flow, part, item->claim);
  plx_pdf_rich_add (rich, item->statement, lists ? PLX_RICH_BOLD : PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, "   ", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, tail, PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_P, lists ? 0 : 1.5);
  for (guint i = 0; lists && i < item->voices->len; i++)
    set_voice (flow, g_ptr_array_index (item->voices, i));
  flow->y += lists ? 3 : 0;
  indent (flow, -NUMBER_WIDTH);
}

static void
set_section (PlxPdfFlow *flow, const PlxPdfPart *part, const PlxSummarySection *section)
{
  if (section->items->len == 0 && section->n_more == 0)
    return;
  flow->y += 5;
  plx_pdf_flow_text (flow, PLX_TYPE_HEADING, PLX_ROLE_H2, section->title, 1);
  for (guint i = 0; i < section->items->len; i++)
    set_item (flow, part, section->kind, g_ptr_array_index (section->items, i));
  if (section->n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (_("and %u more"), section->n_more);

      indent (flow, NUMBER_WIDTH);
      set_text (flow, more, PLX_RICH_GREY, 2);
      indent (flow, -NUMBER_WIDTH);
    }
}

static void
set_page (PlxPdfFlow *flow, const PlxPdfPart *part)
{
  const PlxSummary *summary = part->summary;
  g_autofree char *counts = plx_summary_dup_counts (summary),
                  *sources = plx_summary_dup_sources (summary),
                  *silence = plx_summary_dup_silence (summary);

  plx_pdf_flow_text (flow, PLX_TYPE_TITLE, PLX_ROLE_H1, _("Summary"), 2);
  set_text (flow, counts, PLX_RICH_GREY, 4);
  /* with several stories they stand above already */
  if (!plx_pdf_book_is_nested (flow->book))
    set_text (flow, sources, PLX_RICH_GREY, 2);
  if (summary->heard != NULL)
    {
      g_autofree char *heard
        = g_strdup_printf (_("Heard only through others: %s"), summary->heard);

      set_text (flow, heard, PLX_RICH_GREY, 2);
    }
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    set_section (flow, part, &summary->sections[k]);
  flow->y += 6;
  set_text (flow, silence, PLX_RICH_GREY, 0);
}

static double
measure (PlxPdfFlow *like, const PlxPdfPart *part)
{
  PlxPdfFlow flow;
  double height;

  plx_pdf_flow_measure (&flow, like);
  set_page (&flow, part);
  height = flow.y;
  g_ptr_array_unref (flow.pages);
  return height;
}

/* As much as fits on what is left of the page, if that is most of one. */
static void
make_summary (PlxPdfPart *part, PlxPdfFlow *flow)
{
  guint n_lines = PLX_SUMMARY_LINES;
  double room = PLX_PDF_LOW - flow->y;

  if (room < (PLX_PDF_LOW - PLX_PDF_TOP) / 2.0)
    room = PLX_PDF_LOW - PLX_PDF_TOP;
  for (;; n_lines -= LESS_LINES)
    {
      g_clear_pointer (&part->summary, plx_summary_free);
      part->summary = plx_matrix_summarise (flow->book->report, part->story, n_lines);
      if (n_lines <= MIN_LINES || measure (flow, part) <= room)
        return;
    }
}

void
plx_pdf_summary_lay_out (PlxPdfPart *part, PlxPdfFlow *flow)
{
  if (part->summary == NULL)
    make_summary (part, flow);
  plx_pdf_flow_need (flow, measure (flow, part));
  plx_pdf_headings_add (part->headings, _("Summary"),
                        plx_pdf_book_part_page (flow->book, part) + flow->pages->len - 1, flow->y,
                        plx_pdf_part_level (part, flow->book));
  set_page (flow, part);
  plx_pdf_flow_next (flow);
}
