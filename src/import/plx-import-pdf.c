/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document-fields.h"
#include "import/plx-formats.h"
#include "import/plx-package.h"
#include "import/plx-pdf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* PDF: one document, one article, with its pages. */

enum { MAX_BYTES = 256 << 20, HEAD_BYTES = 1024, UNREADABLE_PER_MILLE = 5 };

static guint
count_lines (const PlxPdfDocument *document, guint *n_empty)
{
  guint n = 0;

  *n_empty = 0;
  for (guint i = 0; i < document->pages->len; i++)
    {
      const PlxPdfPage *page = g_ptr_array_index (document->pages, i);

      n += page->lines->len;
      *n_empty += page->lines->len == 0;
    }
  return n;
}

static gboolean
check_text (const PlxPdfDocument *document, guint n_lines, GError **error)
{
  if (n_lines > 0)
    return TRUE;
  if (document->pages->len == 0 || document->n_broken > 0)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("this PDF document is damaged and no page of it could be read; get it again "
                   "from where it came"));
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                 _("this PDF document has pictures of pages and no text; run text recognition "
                   "(OCR) on it first, and import what that gives"));
  return FALSE;
}

static void
say_pages (const PlxPdfDocument *document, guint n_empty, PlxImportResult *result)
{
  if (document->n_broken > 0)
    plx_import_result_say (result, "warning", NULL,
                           _("%u of %u pages are damaged and were left out"), document->n_broken,
                           document->n_pages);
  if (!document->is_whole)
    plx_import_result_say (result, "warning", NULL,
                           _("only the first %u of %u pages could be read; the rest is damaged or "
                             "takes too long: print them to a new PDF, and import that"),
                           document->pages->len, MAX (document->n_pages, document->pages->len));
  if (n_empty > 0)
    plx_import_result_say (result, "note", NULL,
                           _("%u of %u pages have no text; if they are pictures of text, run text "
                             "recognition (OCR) on them"), n_empty, document->pages->len);
}

/* Fonts that do not say which letters their shapes are. */
static void
say_unreadable (const char *text, PlxImportResult *result)
{
  guint n = 0, n_unreadable = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n++;
      n_unreadable += g_utf8_get_char (p) == 0xfffd;
    }
  if (n_unreadable * 1000 > n * UNREADABLE_PER_MILLE)
    plx_import_result_say (result, "warning", NULL,
                           _("%u letters are unknown, as the fonts of this PDF do not say what "
                             "they are; text recognition (OCR) may read them"), n_unreadable);
}

static void
read_xmp (PlxPdfDocument *document)
{
  g_autoptr (GBytes) bytes = document->xmp != NULL
    ? g_bytes_new_static (document->xmp, strlen (document->xmp)) : NULL;

  if (document->title == NULL)
    document->title = plx_part_find_text (bytes, "title");
  if (document->author == NULL)
    document->author = plx_part_find_text (bytes, "creator");
}

static void
read_address (PlxImportedArticle *article)
{
  for (guint i = 0; i < article->removed->len && article->url == NULL; i++)
    {
      const char *text = g_ptr_array_index (article->removed, i);

      if ((g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"))
          && strstr (text, "...") == NULL && strstr (text, "…") == NULL)
        article->url = g_strndup (text, strcspn (text, " "));
    }
}

static void
fill_fields (const PlxPdfDocument *document, PlxImportedArticle *article, PlxImportResult *result)
{
  g_auto (GStrv) lines = g_strsplit (article->text, "\n", PLX_FIELDS_N_HEAD + 1);
  g_autoptr (GPtrArray) head = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL && i < PLX_FIELDS_N_HEAD; i++)
    g_ptr_array_add (head, lines[i]);
  plx_fields_read_head (article, head);
  plx_fields_use_properties (article, document->author, document->created, result);
  read_address (article);
  plx_dateline_read (article);
}

/* -- the format -- */

/* Some begin with other bytes; readers look for the mark in the first thousand. */
static gboolean
is_pdf (PlxImportInput *input)
{
  gsize n;
  const char *head = (const char *) plx_import_input_get_head (input, &n);
  const char *mark = memmem (head, MIN (n, HEAD_BYTES), "%PDF-", 5);

  return mark != NULL && (mark == head || plx_import_input_has_ending (input, ".pdf"));
}

static gboolean
read_pdf (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxPdfDocument) document
    = plx_pdf_read (plx_import_input_get_bytes (input), plx_import_input_get_cancellable (input),
                    error);
  g_autoptr (PlxImportedArticle) article = NULL;
  guint n_lines, n_empty;

  if (document == NULL)
    return FALSE;
  n_lines = count_lines (document, &n_empty);
  if (!check_text (document, n_lines, error))
    return FALSE;
  article = plx_imported_article_new ();
  plx_pdf_margins_take (document, article->removed);
  read_xmp (document);
  plx_pdf_text_build (document, article);
  say_pages (document, n_empty, result);
  say_unreadable (article->text, result);
  fill_fields (document, article, result);
  g_ptr_array_add (result->articles, g_steal_pointer (&article));
  return TRUE;
}

const PlxImportFormat plx_format_pdf = {
  .media_type = "application/pdf",
  .label = N_("a PDF document"),
  .limit = MAX_BYTES,
  .is_binary = TRUE,
  .is_one = is_pdf,
  .read = read_pdf,
};
