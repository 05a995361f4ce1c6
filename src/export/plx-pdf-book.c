/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { TITLE_CHARS = 60 };

/* Pages of the parts that stand before this page of the body. */
static guint
count_part_pages (const PlxPdfBook *book, guint page)
{
  guint low = 0, high = book->parts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (book->parts, PlxPdfPart, middle).at <= page)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return 0;
  return g_array_index (book->parts, PlxPdfPart, low - 1).n_before
         + g_array_index (book->parts, PlxPdfPart, low - 1).n_pages;
}

/* Number in the whole book, from 0, of a page of the articles. */
guint
plx_pdf_book_body_page (const PlxPdfBook *book, guint page)
{
  return book->n_front + count_part_pages (book, page) + page;
}

/* Of a part's first page. */
guint
plx_pdf_book_part_page (const PlxPdfBook *book, const PlxPdfPart *part)
{
  return book->n_front + part->n_before + part->at;
}

/* Of the first page after the articles. */
guint
plx_pdf_book_back_page (const PlxPdfBook *book)
{
  return plx_pdf_book_body_page (book, book->body->len);
}

guint
plx_pdf_book_n_pages (const PlxPdfBook *book)
{
  return plx_pdf_book_back_page (book) + book->back->len;
}

static guint
add_parts (const PlxPdfBook *book, GArray *sections, guint next, guint page)
{
  for (; next < book->parts->len; next++)
    {
      const PlxPdfPart *part = &g_array_index (book->parts, PlxPdfPart, next);
      PlxPdfSection section = { part->pages, 0, part->pages->len, -1, part };

      if (part->at > page)
        break;
      if (section.end > 0)
        g_array_append_val (sections, section);
    }
  return next;
}

/* All pages, in order: front, parts and articles, back. */
GArray *
plx_pdf_book_list_sections (const PlxPdfBook *book)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (PlxPdfSection));
  PlxPdfSection front = { book->front, 0, book->front->len, -1, NULL },
                back = { book->back, 0, book->back->len, -1, NULL };
  guint n = book->report->n_articles, part = 0;

  g_array_append_val (sections, front);
  for (guint i = 0; i < n; i++)
    {
      guint end = i + 1 < n ? book->first_page[i + 1] : book->body->len;
      PlxPdfSection article = { book->body, book->first_page[i], end, (gint) i, NULL };

      part = add_parts (book, sections, part, book->first_page[i]);
      g_array_append_val (sections, article);
    }
  add_parts (book, sections, part, book->body->len);
  if (back.end > 0)
    g_array_append_val (sections, back);
  return sections;
}

/* Several stories, or articles beside the one: stories need headings. */
gboolean
plx_pdf_book_is_nested (const PlxPdfBook *book)
{
  const PlxReport *report = book->report;

  return report->n_stories > 0
         && (report->n_stories > 1 || report->stories[0].n < report->n_articles);
}

guint
plx_pdf_book_new_block (PlxPdfBook *book)
{
  return ++book->n_blocks;
}

/* The line that holds @byte, or the last one before it; NULL: no line at all. */
const PlxPdfPlace *
plx_pdf_book_find (const PlxPdfBook *book, guint article, guint32 byte)
{
  guint first = book->first_place[article], low = first, high = book->first_place[article + 1];

  if (low == high)
    return NULL;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (book->places, PlxPdfPlace, middle).begin <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return &g_array_index (book->places, PlxPdfPlace, low > first ? low - 1 : first);
}

/* The title, or the first words where there is none. */
char *
plx_pdf_book_dup_title (const PlxPdfBook *book, guint article)
{
  const PlxReportArticle *a = &book->report->articles[article];
  PlxSpan all = { 0, a->analysis->n_bytes };

  if (a->title != NULL && *a->title != '\0')
    return g_strdup (a->title);
  return plx_pdf_dup_quote (a->analysis, &all, 1, TITLE_CHARS);
}

const char *
plx_pdf_book_get_source (const PlxPdfBook *book, guint article)
{
  const char *source = book->report->articles[article].source;

  return source != NULL && *source != '\0' ? source : _("Unnamed outlet");
}

char *
plx_pdf_story_dup_title (const PlxReportStory *story)
{
  return g_strdup (story->title != NULL && *story->title != '\0' ? story->title
                                                                  : _("A story without a title"));
}

char *
plx_pdf_dup_day (const char *published)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *iso = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (published == NULL || *published == '\0')
    return NULL;
  iso = strlen (published) == 10 ? g_strconcat (published, "T00:00:00", NULL)
                                 : g_strdup (published);
  time = g_date_time_new_from_iso8601 (iso, utc);
  return time != NULL ? g_date_time_format (time, "%-d %B %Y") : g_strdup (published);
}

/* headings, for contents and outline */

static void
clear_heading (gpointer data)
{
  g_free (((PlxPdfHeading *) data)->title);
}

GArray *
plx_pdf_headings_new (void)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (PlxPdfHeading));

  g_array_set_clear_func (headings, clear_heading);
  return headings;
}

void
plx_pdf_headings_add (GArray *headings, const char *title, guint page, double y, guint level)
{
  PlxPdfHeading heading = { g_strdup (title), -1, page, y, level };

  g_array_append_val (headings, heading);
}

static void
add_all (GArray *headings, const GArray *more, guint level)
{
  for (guint i = 0; i < more->len; i++)
    {
      PlxPdfHeading heading = g_array_index (more, PlxPdfHeading, i);

      heading.title = g_strdup (heading.title);
      heading.level += level;
      g_array_append_val (headings, heading);
    }
}

static void
add_articles (const PlxPdfBook *book, GArray *headings, guint begin, guint end, guint level)
{
  for (guint i = begin; i < end; i++)
    {
      PlxPdfHeading heading = { plx_pdf_book_dup_title (book, i), (gint) i,
                                plx_pdf_book_body_page (book, book->first_page[i]), PLX_PDF_TOP,
                                level };

      g_array_append_val (headings, heading);
    }
}

/* Everything that contents and outline name, in the order of the pages. */
GArray *
plx_pdf_book_list_headings (const PlxPdfBook *book)
{
  GArray *headings = plx_pdf_headings_new ();
  guint level = plx_pdf_book_is_nested (book) ? 1 : 0, done = 0;

  for (guint i = 0; i < book->parts->len; i++)
    {
      const PlxPdfPart *part = &g_array_index (book->parts, PlxPdfPart, i);
      guint first = part->story->first, n = part->story->n;

      add_articles (book, headings, done, first, 0);
      if (n == 1)
        add_articles (book, headings, first, first + n, 0);
      add_all (headings, part->headings, n == 1 ? 1 : 0);
      if (n > 1)
        add_articles (book, headings, first, first + n, level);
      done = first + n;
    }
  add_articles (book, headings, done, book->report->n_articles, 0);
  add_all (headings, book->back_headings, 0);
  return headings;
}

/* Cuts at a space near @n_chars where there is one. */
static void
shorten (GString *text, guint n_chars)
{
  char *cut, *space;

  if (g_utf8_strlen (text->str, (gssize) text->len) <= (glong) n_chars)
    return;
  cut = g_utf8_offset_to_pointer (text->str, n_chars);
  space = g_strrstr_len (text->str, cut - text->str, " ");
  if (space != NULL && cut - space < 16)
    cut = space;
  g_string_truncate (text, (gsize) (cut - text->str));
  g_string_append (text, "…");
}

/* The words under @spans on one line, at most about @n_chars of them. */
char *
plx_pdf_dup_quote (const PlxAnalysis *analysis, const PlxSpan *spans, guint n_spans, guint n_chars)
{
  g_autoptr (GString) quote = g_string_new (NULL);

  for (guint i = 0; i < n_spans && quote->len < (gsize) n_chars * 6; i++)
    {
      PlxSpan span = spans[i];

      if (i > 0)
        g_string_append (quote, " … ");
      span.end = MIN (span.end, analysis->n_bytes);
      for (const char *p = analysis->text + span.begin;
           p < analysis->text + span.end && quote->len < (gsize) n_chars * 6;
           p = g_utf8_next_char (p))
        if (g_ascii_isspace (*p))
          {
            if (quote->len > 0 && quote->str[quote->len - 1] != ' ')
              g_string_append_c (quote, ' ');
          }
        else
          g_string_append_len (quote, p, g_utf8_next_char (p) - p);
    }
  g_strchomp (quote->str);
  quote->len = strlen (quote->str);
  shorten (quote, n_chars);
  return g_string_free (g_steal_pointer (&quote), FALSE);
}
