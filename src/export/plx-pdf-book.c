/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { TITLE_CHARS = 60 };

guint
plx_pdf_book_n_pages (const PlxPdfBook *book)
{
  return book->front->len + book->body->len + book->back->len;
}

/* Number in the whole book, from 0, of a page of the articles. */
guint
plx_pdf_book_body_page (const PlxPdfBook *book, guint page)
{
  return book->n_front + page;
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

void
plx_pdf_book_add_heading (PlxPdfBook *book, GArray *headings, const char *title, guint page,
                          double y, guint level)
{
  PlxPdfHeading heading = { g_strdup (title), page, y, level };

  g_array_append_val (headings, heading);
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
