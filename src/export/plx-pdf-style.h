/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-mark.h"

G_BEGIN_DECLS

/* How each kind of mark looks on paper: a colour and a line or sign that tell
 * it apart in black and white. The legend draws them with cairo, appearance
 * streams with PDF operators, both through one pen. */

typedef struct {
  double red, green, blue;
} PlxPdfColour;

/* Points from the upper left corner of the page, y down. */
typedef struct {
  double x1, y1, x2, y2;
} PlxPdfBox;

typedef enum {
  PLX_PDF_PERSON,
  PLX_PDF_ORGANISATION,
  PLX_PDF_STATE,
  PLX_PDF_PLACE,
  PLX_PDF_MEDIA,
  PLX_PDF_TIME,
  PLX_PDF_QUANTITY,
  PLX_PDF_EVENT,
  PLX_PDF_OTHER,
  PLX_PDF_STATEMENT,
  PLX_PDF_OMISSION,
  PLX_PDF_FINDING,
  PLX_PDF_N_STYLES,
} PlxPdfStyle;

/* What a line is drawn with; @data is the implementation's own. */
typedef struct {
  void (*set_line) (gpointer data, double width, const double *dashes, guint n_dashes);
  void (*move) (gpointer data, double x, double y);
  void (*line) (gpointer data, double x, double y);
  void (*stroke) (gpointer data);
  gpointer data;
} PlxPdfPen;

PlxPdfStyle   plx_pdf_style_of_mark    (const PlxMark    *mark);
PlxPdfColour  plx_pdf_style_get_colour (PlxPdfStyle       style);
PlxPdfColour  plx_pdf_style_get_wash   (PlxPdfStyle       style);
const char   *plx_pdf_style_get_word   (PlxPdfStyle       style);
const char   *plx_pdf_style_get_subtype (PlxPdfStyle      style);
const char   *plx_pdf_mark_get_word    (const PlxMark    *mark);
const char   *plx_pdf_mark_get_sign    (const PlxMark    *mark);

/* Lines under the box; the first and last piece of a mark carry its signs. */
void          plx_pdf_style_draw       (PlxPdfStyle       style,
                                        const PlxPdfPen  *pen,
                                        PlxPdfBox         box,
                                        gboolean          accepted,
                                        gboolean          first,
                                        gboolean          last);

G_END_DECLS
