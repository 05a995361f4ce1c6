/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/plx-matrix.h"

G_BEGIN_DECLS

/* plx-html-style.c */
extern const char plx_html_style[];

/* plx-html.c */
void     plx_html_add_text    (GString         *out,
                               const char      *text);
/* plx-html-matrix.c; FALSE: cancelled */
gboolean plx_html_add_matrix  (GString         *out,
                               const PlxMatrix *matrix,
                               GCancellable    *cancellable,
                               GError         **error);
/* plx-html-lists.c */
void     plx_html_add_summary (GString         *out,
                               const PlxMatrix *matrix);
void     plx_html_add_naming  (GString         *out,
                               const PlxMatrix *matrix);
void     plx_html_add_words   (GString         *out,
                               const PlxMatrix *matrix);
/* all but what is set aside, or that alone */
void     plx_html_add_tables  (GString         *out,
                               const PlxMatrix *matrix);
void     plx_html_add_aside   (GString         *out,
                               const PlxMatrix *matrix);
void     plx_html_add_sources (GString         *out,
                               const PlxMatrix *matrix);

G_END_DECLS
