/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* One shaped line of text, ready to draw and independent of the PangoLayout it
 * came from. pango_cairo_show_layout_line() writes an ActualText for every
 * unused soft hyphen and line-end space, which breaks readers and grows the
 * file; this draws only glyphs that show, each with its own text. */
typedef struct _PlxPdfLine PlxPdfLine;

PlxPdfLine *plx_pdf_line_new  (PangoLayoutLine  *line) G_GNUC_WARN_UNUSED_RESULT;
void        plx_pdf_line_free (PlxPdfLine       *line);
void        plx_pdf_line_draw (const PlxPdfLine *line,
                               cairo_t          *cr,
                               double            x_pt,
                               double            baseline_pt);

G_END_DECLS
