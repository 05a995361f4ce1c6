/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <qpdf/qpdf-c.h>

#include "export/plx-pdf-private.h"

G_BEGIN_DECLS

/* The files that work on the finished PDF's objects. Every handle is released
 * where it was made: qpdf keeps what is not, and a long export would grow. */

void plx_pdf_structure_repair (qpdf_data q);

/* Where annotations hang in the structure tree: at the article's element. */
typedef struct {
  qpdf_data q;
  qpdf_oh root, numbers;   // of the structure tree; uninitialised when there is none
  GArray *articles;        // qpdf_oh: kids arrays of the "Art" elements
  GArray *elements;        // qpdf_oh: the elements
  long long next_key;
  gboolean present;
} PlxPdfStructure;

void plx_pdf_structure_open   (PlxPdfStructure  *self,
                               qpdf_data         q);
void plx_pdf_structure_add    (PlxPdfStructure  *self,
                               guint             article,
                               qpdf_oh           page,
                               qpdf_oh           annotation);
void plx_pdf_structure_close  (PlxPdfStructure  *self);

/* plx-pdf-attachment.c: title, language, metadata, the marks as a file */
void plx_pdf_describe         (qpdf_data         q,
                               const PlxReport  *report);

/* A new stream with @bytes and the keys of @dictionary ("<<…>>"). */
qpdf_oh plx_pdf_new_stream    (qpdf_data         q,
                               const char       *bytes,
                               gsize             n_bytes,
                               const char       *dictionary);
/* Puts @value under @key and lets go of it. */
void    plx_pdf_take_key      (qpdf_data         q,
                               qpdf_oh           dictionary,
                               const char       *key,
                               qpdf_oh           value);

G_END_DECLS
