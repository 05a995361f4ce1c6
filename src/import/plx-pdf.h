/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/plx-import-private.h"

G_BEGIN_DECLS

/* A PDF document on its way to an article: words with places (as another process gives
 * them), lines in reading order, paragraphs. Lengths are tenths of a point from the top
 * left corner. Private to the room. */

typedef struct {
  int left, top, right, bottom;
} PlxPdfBox;

typedef struct {
  PlxPdfBox box;
  int size;                // of the font
  gboolean is_bold;
  guint line;              // words of one line of poppler's share it
  const char *text;        // in the document's strings
} PlxPdfWord;

typedef struct {
  PlxPdfBox box;
  int size;
  gboolean is_bold;
  gboolean is_rtl;
  guint block;             // lines of one block follow one another
  int first_width;         // of its first word
  char *text;
} PlxPdfLine;

typedef struct {
  guint number;            // from 1
  int width, height;
  GArray *words;           // PlxPdfWord, in poppler's order
  GPtrArray *lines;        // PlxPdfLine, in reading order; NULL until laid out
} PlxPdfPage;

typedef struct {
  GPtrArray *pages;        // PlxPdfPage
  char *title, *author, *created, *xmp;   // NULL: not said
  guint n_pages;           // that it says it has
  guint n_broken;          // that could not be read
  gboolean is_whole;       // all of it was told
  GStringChunk *strings;
} PlxPdfDocument;

PlxPdfDocument *plx_pdf_document_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            plx_pdf_document_free (PlxPdfDocument *document);
void            plx_pdf_read_line_free     (PlxPdfLine *line);

/* plx-pdf-process.c: has it read by the helper program. Errors: UNSUPPORTED (locked),
 * DAMAGED (also: the helper crashed or took too long and nothing was told before),
 * G_IO_ERROR_CANCELLED, G_IO_ERROR_NOT_FOUND (no helper). */
PlxPdfDocument *plx_pdf_read          (GBytes        *bytes,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* plx-pdf-answer.c: one line of the helper's answer (without its end); FALSE: it is none. */
gboolean        plx_pdf_answer_add    (PlxPdfDocument *document, char *line);

/* plx-pdf-layout.c: fills @lines of the page and gives its words back. */
void            plx_pdf_layout        (PlxPdfPage *page);

/* plx-pdf-margins.c: takes running heads, feet and page numbers out of the pages' lines;
 * each different text goes to @removed once. */
void            plx_pdf_margins_take  (PlxPdfDocument *document, GPtrArray *removed);

/* plx-pdf-text.c: title, text and pages of @article. */
void            plx_pdf_text_build    (PlxPdfDocument *document, PlxImportedArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfDocument, plx_pdf_document_free)

G_END_DECLS
