/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document-fields.h"
#include "import/plx-pdf-paragraphs.h"

#include <string.h>

/* The headline by its size, the text, and which part of it stands on which page. */

enum { MAX_TITLE_CHARS = 250, MIN_TITLE_LETTERS = 5, N_SEARCHED = 12, SEARCHED_BYTES = 6000 };

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n;
}

/* The size of most of the text. */
static int
find_body_size (const GPtrArray *paragraphs)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  guint most = 0;
  int size = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PlxPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      gpointer key = GINT_TO_POINTER (paragraph->size);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, key))
                + (guint) paragraph->text->len;

      g_hash_table_insert (sizes, key, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          size = paragraph->size;
        }
    }
  return size;
}

static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_title_shape (const PlxPdfParagraph *paragraph)
{
  return paragraph->text->len < 4 * MAX_TITLE_CHARS
         && g_utf8_strlen (paragraph->text->str, -1) <= MAX_TITLE_CHARS
         && count_letters (paragraph->text->str) >= MIN_TITLE_LETTERS;
}

/* What the properties call the document, if it stands on the first page. */
static guint
find_named (const GPtrArray *paragraphs, guint n, const char *title)
{
  g_autofree char *wanted = plx_fields_is_title (title) ? squeeze (title) : NULL;

  for (guint i = 0; wanted != NULL && strlen (wanted) > 8 && i < n; i++)
    {
      const PlxPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      g_autofree char *text = is_title_shape (paragraph) ? squeeze (paragraph->text->str) : NULL;

      if (text != NULL && strlen (text) > 8
          && (g_str_has_prefix (wanted, text) || g_str_has_prefix (text, wanted)))
        return i;
    }
  return G_MAXUINT;
}

/* The largest; one word may be a paper's own name, so that more are preferred. */
static guint
find_largest (const GPtrArray *paragraphs, guint n, int body_size)
{
  guint best = G_MAXUINT;
  int best_size = 0;

  for (guint pass = 0; pass < 2 && best == G_MAXUINT; pass++)
    for (guint i = 0; i < n; i++)
      {
        const PlxPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);
        gboolean has_words = pass > 0 || strchr (paragraph->text->str, ' ') != NULL
                             || g_unichar_iswide (g_utf8_get_char (paragraph->text->str));

        if (has_words && is_title_shape (paragraph) && 100 * paragraph->size > 118 * body_size
            && paragraph->size > best_size)
          {
            best = i;
            best_size = paragraph->size;
          }
      }
  return best;
}

/* Paragraphs [begin, end) are the headline; FALSE: there is none to be seen. */
static gboolean
find_title (const GPtrArray *paragraphs, const char *title, guint *begin, guint *end)
{
  const PlxPdfParagraph *first = g_ptr_array_index (paragraphs, 0), *found;
  guint n = 0, at;

  while (n < MIN (paragraphs->len, N_SEARCHED)
         && ((const PlxPdfParagraph *) g_ptr_array_index (paragraphs, n))->page == first->page)
    n++;
  at = find_named (paragraphs, n, title);
  if (at == G_MAXUINT)
    at = find_largest (paragraphs, n, find_body_size (paragraphs));
  if (at == G_MAXUINT && paragraphs->len > 1 && first->is_bold && is_title_shape (first)
      && !((const PlxPdfParagraph *) g_ptr_array_index (paragraphs, 1))->is_bold)
    at = 0;
  if (at == G_MAXUINT)
    return FALSE;
  found = g_ptr_array_index (paragraphs, at);
  *begin = at;
  for (*end = at + 1; *end < n; (*end)++)
    {
      const PlxPdfParagraph *next = g_ptr_array_index (paragraphs, *end);

      if (next->size != found->size || next->is_bold != found->is_bold || !is_title_shape (next)
          || 100 * next->size <= 118 * find_body_size (paragraphs))
        break;
    }
  return *end - *begin < paragraphs->len;
}

static char *
join_title (const GPtrArray *paragraphs, guint begin, guint end)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = begin; i < end; i++)
    {
      const PlxPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (title->len > 0 && title->len + paragraph->text->len > 2 * MAX_TITLE_CHARS)
        break;
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", paragraph->text->str);
    }
  return g_string_free (g_steal_pointer (&title), FALSE);
}

/* Properties name it, and most of the words of that name stand in the text. */
static gboolean
is_title_of (const char *title, const char *text)
{
  g_autofree char *head = g_strndup (text, SEARCHED_BYTES);
  g_autofree char *folded_head = g_utf8_make_valid (head, -1);
  g_autofree char *haystack = g_utf8_casefold (folded_head, -1);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint n = 0, n_found = 0;

  if (!plx_fields_is_title (title))
    return FALSE;
  folded = g_utf8_casefold (title, -1);
  words = g_strsplit (folded, " ", 40);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 2)
      {
        n++;
        n_found += strstr (haystack, words[i]) != NULL;
      }
  return n > 0 && 10 * n_found >= 6 * n;
}

/* -- pages -- */

static void
begin_pages (GArray *pages, guint *n_begun, guint page, gsize at)
{
  for (; *n_begun <= page && *n_begun < pages->len; (*n_begun)++)
    g_array_index (pages, PlxImportedPage, *n_begun).begin = at;
}

static void
end_pages (GArray *pages, guint n_begun, const GString *text)
{
  for (guint i = 0; i < pages->len; i++)
    {
      PlxImportedPage *page = &g_array_index (pages, PlxImportedPage, i);

      if (i >= n_begun)
        page->begin = text->len;
    }
  for (guint i = 0; i < pages->len; i++)
    {
      PlxImportedPage *page = &g_array_index (pages, PlxImportedPage, i);
      gsize end = i + 1 < pages->len ? g_array_index (pages, PlxImportedPage, i + 1).begin
                                     : text->len;

      page->end = end > page->begin && text->str[end - 1] == '\n' ? end - 1 : end;
    }
}

static void
write_text (const PlxPdfDocument *document, const GPtrArray *paragraphs, guint title_begin,
            guint title_end, PlxImportedArticle *article)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_begun = 0;

  article->pages = g_array_new (FALSE, TRUE, sizeof (PlxImportedPage));
  g_array_set_size (article->pages, document->pages->len);
  for (guint i = 0; i < document->pages->len; i++)
    g_array_index (article->pages, PlxImportedPage, i).number
      = ((const PlxPdfPage *) g_ptr_array_index (document->pages, i))->number;
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PlxPdfParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (i >= title_begin && i < title_end)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      begin_pages (article->pages, &n_begun, paragraph->page, text->len);
      for (guint k = 0; k < paragraph->breaks->len; k++)
        {
          const PlxPdfBreak *at = &g_array_index (paragraph->breaks, PlxPdfBreak, k);

          begin_pages (article->pages, &n_begun, at->page, text->len + at->at);
        }
      g_string_append_len (text, paragraph->text->str, (gssize) paragraph->text->len);
    }
  end_pages (article->pages, n_begun, text);
  article->text = g_string_free (g_steal_pointer (&text), FALSE);
}

void
plx_pdf_text_build (PlxPdfDocument *document, PlxImportedArticle *article)
{
  g_autoptr (GPtrArray) paragraphs = plx_pdf_paragraphs_build (document);
  guint begin = 0, end = 0;

  if (paragraphs->len > 1 && find_title (paragraphs, document->title, &begin, &end))
    article->title = join_title (paragraphs, begin, end);
  else
    begin = end = 0;
  write_text (document, paragraphs, begin, end, article);
  if (article->title == NULL && document->title != NULL
      && is_title_of (document->title, article->text))
    article->title = g_strdup (document->title);
}
