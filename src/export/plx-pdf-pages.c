/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands before the articles: the title page with figures, sources and
 * method, and the contents. */

enum { TITLE_TOP = 72, NUMBER_WIDTH = 30, INDENT = 14, SHOWN_SOURCES = 16 };

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

/* sources */

typedef struct {
  const char *name;
  guint n;
} Source;

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const Source *x = a, *y = b;

  return x->n != y->n ? (x->n > y->n ? -1 : 1) : strcmp (x->name, y->name);
}

/* Each source once, those with most articles first. */
static GArray *
list_sources (const PlxPdfBook *book)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < book->report->n_articles; i++)
    {
      Source source = { plx_pdf_book_get_source (book, i), 1 };
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, source.name));

      if (place > 0)
        g_array_index (sources, Source, place - 1).n++;
      else
        {
          g_array_append_val (sources, source);
          g_hash_table_insert (places, (char *) source.name, GUINT_TO_POINTER (sources->len));
        }
    }
  g_array_sort (sources, compare_sources);
  return sources;
}

static char *
dup_sources (const GArray *sources)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (sources->len, SHOWN_SOURCES); i++)
    {
      const Source *source = &g_array_index (sources, Source, i);

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", source->name);
      if (source->n > 1)
        g_string_append_printf (out, " (%u)", source->n);
    }
  if (sources->len > SHOWN_SOURCES)
    g_string_append_printf (out, _(" and %u more"), sources->len - SHOWN_SOURCES);
  return g_string_free (out, FALSE);
}

/* "12 May 2031 – 14 May 2031"; NULL: no article has a date */
static char *
dup_days (const PlxReport *report)
{
  const char *first = NULL, *last = NULL;
  g_autofree char *begin = NULL, *end = NULL;

  for (guint i = 0; i < report->n_articles; i++)
    {
      const char *published = report->articles[i].published;

      if (published == NULL || *published == '\0')
        continue;
      first = first == NULL || strcmp (published, first) < 0 ? published : first;
      last = last == NULL || strcmp (published, last) > 0 ? published : last;
    }
  begin = plx_pdf_dup_day (first);
  end = plx_pdf_dup_day (last);
  if (begin == NULL || g_strcmp0 (begin, end) == 0)
    return g_steal_pointer (&begin);
  return g_strdup_printf ("%s – %s", begin, end);
}

/* the title page */

static void
set_title (PlxPdfFlow *flow)
{
  const PlxReport *report = flow->book->report;
  g_autofree char *day = plx_pdf_dup_day (report->date);
  g_autofree char *days = dup_days (report);
  g_autofree char *by = report->author != NULL && *report->author != '\0'
                            ? g_strdup_printf ("%s · %s", report->author, day)
                            : g_strdup (day);

  flow->y = TITLE_TOP;
  set_plain (flow, PLX_TYPE_TEXT, _("Marked-up report"), PLX_RICH_GREY, 4);
  set_plain (flow, PLX_TYPE_BIG_TITLE, report->title, PLX_RICH_PLAIN, 6);
  set_plain (flow, PLX_TYPE_HEADING, by, PLX_RICH_GREY, 16);
}

static void
set_figure (PlxPdfFlow *flow, guint number, const char *label, double x, double width)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) upper
      = plx_pdf_type_layout (flow->book, PLX_TYPE_TITLE, text, width - 6),
      lower = plx_pdf_type_layout (flow->book, PLX_TYPE_TABLE, label, width - 6);
  guint block = plx_pdf_book_new_block (flow->book);

  pango_layout_set_height (lower, -2);
  plx_pdf_page_add_layout (plx_pdf_flow_page (flow), upper, PLX_TYPE_TITLE, x, flow->y, PLX_ROLE_P,
                           block);
  plx_pdf_page_add_layout (plx_pdf_flow_page (flow), lower, PLX_TYPE_TABLE, x,
                           flow->y + plx_pdf_type_pitch (PLX_TYPE_TITLE), PLX_ROLE_P, block);
}

static void
set_figures (PlxPdfFlow *flow, guint n_sources)
{
  const PlxReport *report = flow->book->report;
  Counts counts = count_marks (report);
  double width = flow->width / 7, x = PLX_PDF_EDGE;
  const struct {
    guint number;
    const char *label;
  } figures[] = {
    { report->n_stories, ngettext ("story", "stories", report->n_stories) },
    { report->n_articles, ngettext ("article", "articles", report->n_articles) },
    { n_sources, ngettext ("source", "sources", n_sources) },
    { counts.statements, ngettext ("statement", "statements", counts.statements) },
    { counts.findings, _("to check") },
    { counts.accepted, ngettext ("mark accepted", "marks accepted", counts.accepted) },
    { counts.suggested, ngettext ("mark suggested", "marks suggested", counts.suggested) },
  };

  plx_pdf_page_add_rule (plx_pdf_flow_page (flow), x, flow->y, x + flow->width, flow->y, 0.8,
                         PLX_PDF_BLACK, FALSE);
  flow->y += 8;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (i > 0 || flow->book->report->n_stories > 1)
      {
        set_figure (flow, figures[i].number, figures[i].label, x, width);
        x += width;
      }
  flow->y += plx_pdf_type_pitch (PLX_TYPE_TITLE) + plx_pdf_type_pitch (PLX_TYPE_TABLE);
}

static void
set_block (PlxPdfFlow *flow, const char *title, const char *text)
{
  set_plain (flow, PLX_TYPE_HEADING, title, PLX_RICH_PLAIN, 2);
  set_plain (flow, PLX_TYPE_TEXT, text, PLX_RICH_GREY, 10);
}

/* Sources left, method right. */
static void
set_blocks (PlxPdfFlow *flow, const GArray *sources)
{
  const PlxReport *report = flow->book->report;
  g_autofree char *names = dup_sources (sources);
  g_autofree char *days = dup_days (report);
  g_autofree char *method = g_strdup_printf (
      _("%s reads each article by rules and word lists, without a network. What it finds is a "
        "suggestion until a person accepts it; rejected marks are not shown. Copies count as one "
        "origin; “not found” says what was searched."),
      report->program);

  plx_pdf_flow_section (flow, 2, 0);
  set_block (flow, _("Sources"), names);
  set_block (flow, _("Published"), days != NULL ? days : _("No article has a date"));
  plx_pdf_flow_next (flow);
  set_block (flow, _("Method"), method);
  set_block (flow, _("How to read"),
             _("Every mark is an annotation of this file: point at it to read what it is, who says "
               "it through whom, and who decided. Thick line: accepted; thin: suggested. All marks "
               "are attached as marks.jsonld."));
  plx_pdf_flow_section (flow, 1, 60);
}

/* contents */

/* "The Harbour Times, 14 May 2031  " */
static void
add_origin (PlxPdfRich *rich, const PlxPdfBook *book, guint article)
{
  g_autofree char *day = plx_pdf_dup_day (book->report->articles[article].published);

  plx_pdf_rich_add (rich, plx_pdf_book_get_source (book, article), PLX_RICH_GREY);
  plx_pdf_rich_add (rich, day != NULL ? ", " : "", PLX_RICH_GREY);
  plx_pdf_rich_add (rich, day != NULL ? day : "", PLX_RICH_GREY);
  plx_pdf_rich_add (rich, "  ", PLX_RICH_PLAIN);
}

static void
set_entry (PlxPdfFlow *flow, const PlxPdfHeading *heading)
{
  PlxPdfBook *book = flow->book;
  double left = plx_pdf_flow_x (flow) + INDENT * heading->level,
         right = plx_pdf_flow_x (flow) + flow->width;
  double pitch = plx_pdf_type_pitch (PLX_TYPE_TEXT), leader;
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autofree char *number = g_strdup_printf ("%u", heading->page + 1);
  g_autoptr (PangoLayout) entry = NULL,
                          end = plx_pdf_type_layout (book, PLX_TYPE_TEXT, number, NUMBER_WIDTH);
  guint block = plx_pdf_book_new_block (book);
  int width;

  plx_pdf_flow_need (flow, pitch);
  if (heading->article >= 0)
    add_origin (rich, book, (guint) heading->article);
  plx_pdf_rich_add (rich, heading->title, heading->level == 0 ? PLX_RICH_BOLD : PLX_RICH_PLAIN);
  entry = plx_pdf_rich_layout (rich, book, PLX_TYPE_TEXT, right - left - NUMBER_WIDTH - 6);
  pango_layout_set_height (entry, -1);
  pango_layout_set_ellipsize (entry, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (entry, TRUE);
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
                         (PlxPdfBox) { left, flow->y, right, flow->y + pitch }, heading->page,
                         heading->y);
  flow->y += pitch + 2;
}

static void
set_contents (PlxPdfFlow *flow)
{
  g_autoptr (GArray) headings = plx_pdf_book_list_headings (flow->book);
  guint page = G_MAXUINT;

  plx_pdf_flow_text (flow, PLX_TYPE_HEADING, PLX_ROLE_H2, _("Contents"), 5);
  for (guint i = 0; i < headings->len; i++)
    {
      const PlxPdfHeading *heading = &g_array_index (headings, PlxPdfHeading, i);

      /* what begins on the page just named needs no line of its own */
      if (heading->level == 0 || heading->article >= 0 || heading->page != page)
        set_entry (flow, heading);
      page = heading->page;
    }
}

void
plx_pdf_front_lay_out (PlxPdfBook *book)
{
  g_autoptr (GArray) sources = list_sources (book);
  PlxPdfFlow flow;

  plx_pdf_flow_begin (&flow, book, book->front, 1);
  set_title (&flow);
  set_figures (&flow, sources->len);
  set_blocks (&flow, sources);
  set_contents (&flow);
}
