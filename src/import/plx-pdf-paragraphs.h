/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-pdf.h"

G_BEGIN_DECLS

/* Paragraphs of a PDF, with the places where pages end in them. Private to its reader. */

typedef struct {
  guint page;              // index of the page that begins
  gsize at;                // byte of the paragraph's text
} PlxPdfBreak;

typedef struct {
  GString *text;
  guint page;              // index of the page it begins on
  GArray *breaks;          // PlxPdfBreak
  int size;
  gboolean is_bold;
} PlxPdfParagraph;

GPtrArray *plx_pdf_paragraphs_build (const PlxPdfDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void       plx_pdf_paragraph_free   (PlxPdfParagraph *paragraph);

G_END_DECLS
