/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-pdf-answer.h"
#include "import/plx-pdf.h"

#include <string.h>

/* What the helper tells, believed no more than a file: a helper that a document took
 * over can say anything, and anything is only words with places. */

enum { MAX_FIELDS = 9, MAX_WORDS = 8 * 1000 * 1000, MAX_LENGTH = 10 * 1000 * 1000 };

static void
page_free (gpointer data)
{
  PlxPdfPage *page = data;

  g_clear_pointer (&page->words, g_array_unref);
  g_clear_pointer (&page->lines, g_ptr_array_unref);
  g_free (page);
}

void
plx_pdf_read_line_free (PlxPdfLine *line)
{
  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}

PlxPdfDocument *
plx_pdf_document_new (void)
{
  PlxPdfDocument *document = g_new0 (PlxPdfDocument, 1);

  document->pages = g_ptr_array_new_with_free_func (page_free);
  document->strings = g_string_chunk_new (1 << 16);
  return document;
}

void
plx_pdf_document_free (PlxPdfDocument *document)
{
  if (document == NULL)
    return;
  g_ptr_array_unref (document->pages);
  g_string_chunk_free (document->strings);
  g_free (document->title);
  g_free (document->author);
  g_free (document->created);
  g_free (document->xmp);
  g_free (document);
}

static int
read_number (const char *field)
{
  return (int) CLAMP (g_ascii_strtoll (field, NULL, 10), -MAX_LENGTH, MAX_LENGTH);
}

/* Presentation forms (ligatures, Arabic letters by position) are the letters they show. */
static gboolean
is_presentation_form (gunichar c)
{
  return (c >= 0xfb00 && c <= 0xfb06) || (c >= 0xfb13 && c <= 0xfb4f)
         || (c >= 0xfb50 && c <= 0xfdfb) || (c >= 0xfe70 && c <= 0xfefc);
}

static gboolean
is_unwanted (gunichar c)
{
  return c == 0xfeff || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x2066 && c <= 0x2069)
         || (c >= 0x202a && c <= 0x202e) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* NULL: nothing is left of it. */
static char *
clean_word (const char *field)
{
  g_autoptr (GString) out = g_string_new (NULL);
  char *normal;

  for (const char *p = field; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n;

      if (is_unwanted (c))
        continue;
      if (!is_presentation_form (c))
        {
          g_string_append_unichar (out, c);
          continue;
        }
      n = g_unichar_fully_decompose (c, TRUE, letters, G_N_ELEMENTS (letters));
      for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (letters)); i++)
        g_string_append_unichar (out, letters[i]);
    }
  if (out->len == 0)
    return NULL;
  normal = g_utf8_normalize (out->str, (gssize) out->len, G_NORMALIZE_DEFAULT_COMPOSE);
  return normal;
}

static gboolean
add_word (PlxPdfDocument *document, char **fields)
{
  PlxPdfPage *page = document->pages->len > 0
    ? g_ptr_array_index (document->pages, document->pages->len - 1) : NULL;
  g_autofree char *text = clean_word (fields[8]);
  PlxPdfWord word = {
    { read_number (fields[1]), read_number (fields[2]), read_number (fields[3]),
      read_number (fields[4]) },
    MAX (read_number (fields[5]), 1), read_number (fields[6]) != 0, (guint) read_number (fields[7]),
    NULL
  };

  if (page == NULL || page->words->len >= MAX_WORDS || word.box.left > word.box.right
      || word.box.top > word.box.bottom)
    return FALSE;
  if (text == NULL)
    return TRUE;
  word.text = g_string_chunk_insert (document->strings, text);
  g_array_append_val (page->words, word);
  return TRUE;
}

static void
add_page (PlxPdfDocument *document, char **fields)
{
  PlxPdfPage *page = g_new0 (PlxPdfPage, 1);

  page->number = (guint) MAX (read_number (fields[1]), 1);
  page->width = MAX (read_number (fields[2]), 1);
  page->height = MAX (read_number (fields[3]), 1);
  page->words = g_array_new (FALSE, FALSE, sizeof (PlxPdfWord));
  if (document->pages->len > 0)      // its strings are done with, its words laid out
    plx_pdf_layout (g_ptr_array_index (document->pages, document->pages->len - 1));
  g_string_chunk_clear (document->strings);
  g_ptr_array_add (document->pages, page);
}

static gboolean
add_info (PlxPdfDocument *document, const char *name, const char *text)
{
  char **field = strcmp (name, "title") == 0     ? &document->title
                 : strcmp (name, "author") == 0  ? &document->author
                 : strcmp (name, "created") == 0 ? &document->created
                 : strcmp (name, "xmp") == 0     ? &document->xmp
                                                 : NULL;

  if (field == NULL || *field != NULL)
    return FALSE;
  *field = g_strdup (text);
  return TRUE;
}

/* Fields in place: the last one may hold anything but tabs. */
static guint
split (char *line, char **fields)
{
  guint n = 0;

  fields[n++] = line;
  for (char *p = line; *p != '\0' && n < MAX_FIELDS; p++)
    if (*p == '\t')
      {
        *p = '\0';
        fields[n++] = p + 1;
      }
  return n;
}

gboolean
plx_pdf_answer_add (PlxPdfDocument *document, char *line)
{
  char *fields[MAX_FIELDS];
  guint n;

  if (!g_utf8_validate (line, -1, NULL))
    return FALSE;
  n = split (line, fields);
  if (n == 9 && strcmp (fields[0], "word") == 0)
    return add_word (document, fields);
  if (n == 4 && strcmp (fields[0], "page") == 0)
    add_page (document, fields);
  else if (n == 3 && strcmp (fields[0], "info") == 0)
    return add_info (document, fields[1], fields[2]);
  else if (n == 2 && strcmp (fields[0], "pages") == 0)
    document->n_pages = (guint) MAX (read_number (fields[1]), 0);
  else if (n == 2 && strcmp (fields[0], "broken") == 0)
    document->n_broken++;
  else if (n == 1 && strcmp (fields[0], "end") == 0)
    document->is_whole = TRUE;
  else
    return n == 1 && strcmp (fields[0], PLX_PDF_ANSWER) == 0;
  return TRUE;
}
