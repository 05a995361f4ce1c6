/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/plx-pdf-private.h"

G_BEGIN_DECLS

/* What matrix and evidence share: signs and words of a cell, the verdict on
 * it, the order of claims. */

const char             *plx_pdf_status_get_sign (PlxCellStatus        status);
const char             *plx_pdf_status_get_word (PlxCellStatus        status);
PlxPdfRichFlags         plx_pdf_status_get_flags (PlxCellStatus       status);
void                    plx_pdf_add_status      (PlxPdfRich          *rich,
                                                 PlxCellStatus        status,
                                                 const char          *brief);
const PlxReportVerdict *plx_pdf_find_verdict    (const PlxReportStory *story,
                                                 guint                claim,
                                                 guint                column);
const char             *plx_pdf_column_get_name (const PlxPdfBook    *book,
                                                 const PlxReportStory *story,
                                                 const PlxColumn     *column);
/* what stands for an article's source where the outlet is unnamed */
const char             *plx_pdf_get_voice       (const PlxReportStory *story,
                                                 const char          *voice);
char                   *plx_pdf_dup_brief       (const PlxReportStory *story,
                                                 const PlxCell       *cell)
                                                 G_GNUC_WARN_UNUSED_RESULT;
guint                  *plx_pdf_order_claims    (const PlxComparison *comparison)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
