/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"
#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The disagreement summary alone, as text, with who made it when. */

gboolean
plx_report_write_summary (const PlxReport *report, PlxSummaryFormat format, const char *path,
                          GError **error)
{
  g_autoptr (PlxMatrix) matrix = NULL;
  g_autofree char *text = NULL, *all = NULL;
  gboolean has_author = report->author != NULL && *report->author != '\0';

  if (plx_report_is_empty (report, error) || (matrix = plx_matrix_new (report, error)) == NULL)
    return FALSE;
  text = plx_summary_dup_text (matrix->summary, format);
  all = g_strdup_printf ("%s\n%s%s%s, %s\n", text, has_author ? report->author : "",
                         has_author ? " · " : "", report->program, report->date);
  return plx_report_write_file (path, all, strlen (all), error);
}
