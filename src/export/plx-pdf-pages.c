/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>

/* The title page with its contents, and after it what stands before the
 * articles: the comparison and the graph. */

enum { TITLE_TOP = 96, NUMBER_WIDTH = 30, INDENT = 12 };

typedef struct {
  guint suggested, accepted, rejected, statements, findings;
} Counts;

static Counts
count_marks (const PlxReport *report)
{
  Counts counts = { 0 };

  for (guint i = 0; i < report->n_articles; i++)
    for (guint k = 0; k < report->articles[i].marks->len; k++)
      {
        const PlxMark *mark = g_ptr_array_index (report->articles[i].marks, k);

        counts.suggested += mark->state == PLX_MARK_SUGGESTED;
        counts.accepted += mark->state == PLX_MARK_ACCEPTED;
        counts.rejected += mark->state == PLX_MARK_REJECTED;
        if (mark->state == PLX_MARK_REJECTED)
          continue;
        counts.statements += mark->layer == PLX_MARK_STATEMENT;
        counts.findings += mark->layer == PLX_MARK_FINDING || mark->layer == PLX_MARK_OMISSION;
      }
  return counts;
}

static void
set_plain (PlxPdfFlow *flow, PlxPdfType type, const char *text, PlxPdfRichFlags flags, double after)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  plx_pdf_rich_add (rich, text, flags);
  plx_pdf_rich_flow (rich, flow, type, PLX_ROLE_P, after);
}

static void
set_counts (PlxPdfFlow *flow)
{
  const PlxReport *report = flow->book->report;
  Counts counts = count_marks (report);
  g_autofree char *articles = g_strdup_printf (
      ngettext ("%u article", "%u articles", report->n_articles), report->n_articles);
  g_autofree char *line
      = g_strdup_printf (_("%s · %u marks: %u accepted, %u suggested; %u rejected, not "
                            "shown · %u statements · %u things left out or to check"),
                         articles, counts.accepted + counts.suggested, counts.accepted,
                         counts.suggested, counts.rejected, counts.statements, counts.findings);

  set_plain (flow, PLX_TYPE_TEXT, line, PLX_RICH_PLAIN, 8);
}

static void
set_title_block (PlxPdfFlow *flow)
{
  const PlxReport *report = flow->book->report;
  g_autoptr (PlxPdfRich) title = plx_pdf_rich_new ();
  g_autofree char *by
      = report->author != NULL && *report->author != '\0'
            ? g_strdup_printf ("%s · %.10s · %s", report->author, report->date, report->program)
            : g_strdup_printf ("%.10s · %s", report->date, report->program);

  flow->y = TITLE_TOP;
  plx_pdf_rich_add (title, report->title, PLX_RICH_PLAIN);
  plx_pdf_rich_flow (title, flow, PLX_TYPE_BIG_TITLE, PLX_ROLE_H1, 4);
  set_plain (flow, PLX_TYPE_TEXT, by, PLX_RICH_GREY, 14);
  set_counts (flow);
  set_plain (flow, PLX_TYPE_TEXT,
             _("Every mark in the articles is an annotation of this file: point at it to read "
               "what it is, who says it through whom, and who decided it. A thick line is accepted "
               "by a person, a thin one is the program’s suggestion. The marks are attached in "
               "machine-readable form (marks.jsonld)."),
             PLX_RICH_GREY, 22);
}

static void
set_entry (PlxPdfFlow *flow, const char *title, const char *source, guint page, double y,
           guint level)
{
  PlxPdfBook *book = flow->book;
  double left = plx_pdf_flow_x (flow) + INDENT * level, right = plx_pdf_flow_x (flow) + flow->width;
  double pitch = plx_pdf_type_pitch (PLX_TYPE_TEXT), leader;
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autoptr (PangoLayout) entry = NULL,
                          end = plx_pdf_type_layout (book, PLX_TYPE_TEXT, number, NUMBER_WIDTH);
  guint block = plx_pdf_book_new_block (book);
  int width;

  plx_pdf_flow_need (flow, pitch);
  plx_pdf_rich_add (rich, title, level == 0 ? PLX_RICH_BOLD : PLX_RICH_PLAIN);
  if (source != NULL)
    {
      plx_pdf_rich_add (rich, "  ", PLX_RICH_PLAIN);
      plx_pdf_rich_add (rich, source, PLX_RICH_GREY);
    }
  entry = plx_pdf_rich_layout (rich, book, PLX_TYPE_TEXT, right - left - NUMBER_WIDTH - 6);
  pango_layout_set_height (entry, -1);
  pango_layout_set_ellipsize (entry, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (end, PANGO_ALIGN_RIGHT);
  plx_pdf_page_add_layout (plx_pdf_flow_page (flow), entry, PLX_TYPE_TEXT, left, flow->y,
                           PLX_ROLE_P, block);
  plx_pdf_page_add_layout (plx_pdf_flow_page (flow), end, PLX_TYPE_TEXT, right - NUMBER_WIDTH,
                           flow->y, PLX_ROLE_P, block);
  pango_layout_get_size (entry, &width, NULL);
  leader = left + width / (double) PANGO_SCALE + 6;
  if (leader < right - NUMBER_WIDTH)
    plx_pdf_page_add_rule (plx_pdf_flow_page (flow), leader, flow->y + 9, right - 20, flow->y + 9,
                           0.5, PLX_PDF_HAIR, TRUE);
  plx_pdf_page_add_link (plx_pdf_flow_page (flow),
                         (PlxPdfBox) { left, flow->y, right, flow->y + pitch }, page, y);
  flow->y += pitch + 2.5;
}

static void
set_headings (PlxPdfFlow *flow, const GArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const PlxPdfHeading *heading = &g_array_index (headings, PlxPdfHeading, i);

      set_entry (flow, heading->title, NULL, heading->page, heading->y, heading->level);
    }
}

static void
set_contents (PlxPdfFlow *flow, const GArray *headings)
{
  PlxPdfBook *book = flow->book;

  plx_pdf_flow_text (flow, PLX_TYPE_HEADING, PLX_ROLE_H2, _("Contents"), 5);
  set_headings (flow, headings);
  for (guint i = 0; i < book->report->n_articles; i++)
    {
      g_autofree char *title = plx_pdf_book_dup_title (book, i);

      set_entry (flow, title, plx_pdf_book_get_source (book, i),
                 plx_pdf_book_body_page (book, book->first_page[i]), PLX_PDF_TOP, 0);
    }
  set_headings (flow, book->back_headings);
}

static void
clear_heading (gpointer data)
{
  g_free (((PlxPdfHeading *) data)->title);
}

/* Contents print the headings of the last round, for those of this one lie
 * on pages that are not made yet. */
void
plx_pdf_front_lay_out (PlxPdfBook *book)
{
  g_autoptr (GArray) before = g_steal_pointer (&book->front_headings);
  PlxPdfFlow flow;

  book->front_headings = g_array_new (FALSE, FALSE, sizeof (PlxPdfHeading));
  g_array_set_clear_func (book->front_headings, clear_heading);
  plx_pdf_flow_begin (&flow, book, book->front, 1);
  set_title_block (&flow);
  set_contents (&flow, before);
  if (book->report->comparison != NULL && book->report->comparison->claims->len > 0)
    {
      plx_pdf_flow_begin (&flow, book, book->front, 1);
      plx_pdf_matrix_lay_out (book, &flow);
      plx_pdf_evidence_lay_out (book, &flow);
    }
  if (book->scene != NULL)
    plx_pdf_graph_lay_out (book);
}
