/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"
#include "export/plx-pdf-private.h"

#include <string.h>

/* RFC 4180: a row per claim, a column per source; what was set aside last. It is
 * made to be opened in a spreadsheet: a field that would be taken for a formula there gets an
 * apostrophe in front, which marks it as text. Files of marks
 * (plx-csv.c) are made to be read back and have none. */

static void
add_field (GString *out, const char *text, gboolean last)
{
  g_autofree char *clean = plx_matrix_dup_clean (text);
  const char *first = clean + strspn (clean, " ");
  gboolean formula = *first != '\0' && strchr ("=+-@\t", *first) != NULL;
  gboolean quoted = strpbrk (clean, ",\"\n") != NULL || *clean == ' ';

  g_string_append (out, quoted ? "\"" : "");
  g_string_append (out, formula ? "'" : "");
  for (const char *p = clean; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append (out, quoted ? "\"" : "");
  g_string_append (out, last ? "\r\n" : ",");
}

static void
add_head (GString *out, const PlxMatrix *matrix)
{
  guint n = matrix->comparison->columns->len;

  g_string_append (out, "number,id,claim,origins,disagreement,work");
  g_string_append (out, n > 0 ? "," : "\r\n");
  for (guint j = 0; j < n; j++)
    add_field (out, matrix->heads[j], j + 1 == n);
}

static void
add_claim (GString *out, const PlxMatrix *matrix, guint place)
{
  guint claim = matrix->order[place], n = matrix->comparison->columns->len;
  const PlxClaim *c = g_ptr_array_index (matrix->comparison->claims, claim);
  g_autofree char *work = plx_report_story_dup_work (matrix->story, claim);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%u,", place + 1);
  add_field (out, c->id, FALSE);
  add_field (out, c->statement, FALSE);
  g_string_append_printf (out, "%u,%s,", c->origins,
                          g_ascii_formatd (number, sizeof number, "%.2f", c->disagreement_01));
  add_field (out, work, n == 0);
  for (guint j = 0; j < n; j++)
    {
      g_autofree char *plain = plx_matrix_dup_cell (matrix, claim, j);
      g_autofree char *decision
        = plx_matrix_dup_decision (plx_matrix_get_verdict (matrix, claim, j));
      g_autofree char *cell
        = g_strconcat (plain, *decision != '\0' ? " — " : "", decision, NULL);

      add_field (out, cell, j + 1 == n);
    }
}

/* A row without a number and without cells: what a person took out. */
static void
add_aside (GString *out, const PlxMatrix *matrix)
{
  guint n = matrix->comparison->columns->len;

  for (guint i = 0; i < matrix->story->n_aside; i++)
    {
      const PlxReportAside *aside = &matrix->story->aside[i];
      g_autofree char *words = plx_report_aside_dup_words (aside);

      g_string_append_c (out, ',');
      add_field (out, aside->key, FALSE);
      add_field (out, aside->statement, FALSE);
      g_string_append (out, ",,");
      add_field (out, words, n == 0);
      for (guint j = 0; j < n; j++)
        add_field (out, "", j + 1 == n);
    }
}

gboolean
plx_report_write_matrix_csv (const PlxReport *report, const char *path, GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (PlxMatrix) matrix = NULL;

  if (plx_report_is_empty (report, error) || (matrix = plx_matrix_new (report, error)) == NULL)
    return FALSE;
  add_head (out, matrix);
  for (guint i = 0; i < matrix->comparison->claims->len; i++)
    {
      add_claim (out, matrix, i);
      if (i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  add_aside (out, matrix);
  return plx_report_write_file (path, out->str, out->len, error);
}
