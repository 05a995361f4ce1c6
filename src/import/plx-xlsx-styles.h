/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-package.h"

G_BEGIN_DECLS

/* Which cells of a workbook are dates: only the number format says so. Private to it. */

typedef struct _PlxXlsxStyles PlxXlsxStyles;

PlxXlsxStyles *plx_xlsx_styles_new  (GBytes *part) G_GNUC_WARN_UNUSED_RESULT;   // may be NULL
void           plx_xlsx_styles_free (PlxXlsxStyles *styles);

/* "45123.5" → "2023-07-16T12:00:00"; NULL: @style is no date, or @number no number. */
char *plx_xlsx_styles_format_date   (PlxXlsxStyles *styles,
                                     guint          style,
                                     const char    *number,
                                     gboolean       from_1904) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
