/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include "base/plx-utf8.h"

#include <string.h>

/* RFC 4180: one row per mark, rejected ones too, for their state says so.
 * Offsets are code points into the article's text. */

#define HEADER "article,source,article_title,key,layer,label,begin,end,spans,quote,state," \
               "title,chain,note,author,decided,confidence\r\n"

/* A field that a spreadsheet would take for a formula is left as it is: the
 * quote must read back unchanged. */
static void
add_field (GString *out, const char *value, gboolean last)
{
  if (value != NULL && strpbrk (value, ",\"\r\n") != NULL)
    {
      g_string_append_c (out, '"');
      for (const char *p = value; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, '"');
    }
  else if (value != NULL)
    g_string_append (out, value);
  g_string_append (out, last ? "\r\n" : ",");
}

static void
add_number (GString *out, guint number)
{
  g_string_append_printf (out, "%u,", number);
}

/* "10-20 31-40" */
static char *
dup_spans (const PlxMark *mark, const PlxOffsets *offsets)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < mark->n_spans; i++)
    g_string_append_printf (out, "%s%u-%u", i > 0 ? " " : "",
                            plx_offsets_to_char (offsets, mark->spans[i].begin),
                            plx_offsets_to_char (offsets, mark->spans[i].end));
  return g_string_free (out, FALSE);
}

static char *
dup_quote (const PlxMark *mark, const PlxAnalysis *analysis)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < mark->n_spans; i++)
    {
      guint32 end = MIN (mark->spans[i].end, analysis->n_bytes);

      if (mark->spans[i].begin >= end)
        continue;
      g_string_append (out, i > 0 ? " … " : "");
      g_string_append_len (out, analysis->text + mark->spans[i].begin, end - mark->spans[i].begin);
    }
  return g_string_free (out, FALSE);
}

static void
add_mark (GString *out, const PlxReportArticle *article, const PlxMark *mark,
          const PlxOffsets *offsets)
{
  g_autofree char *spans = dup_spans (mark, offsets), *quote = dup_quote (mark, article->analysis);
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%" G_GINT64_FORMAT ",", article->id);
  add_field (out, article->source, FALSE);
  add_field (out, article->title, FALSE);
  add_field (out, mark->key, FALSE);
  add_field (out, plx_mark_layer_to_nick (mark->layer), FALSE);
  add_field (out, mark->label, FALSE);
  add_number (out, mark->n_spans > 0 ? plx_offsets_to_char (offsets, mark->spans[0].begin) : 0);
  add_number (out, mark->n_spans > 0
                       ? plx_offsets_to_char (offsets, mark->spans[mark->n_spans - 1].end)
                       : 0);
  add_field (out, spans, FALSE);
  add_field (out, quote, FALSE);
  add_field (out, plx_mark_state_to_nick (mark->state), FALSE);
  add_field (out, mark->title, FALSE);
  add_field (out, mark->chain, FALSE);
  add_field (out, mark->note, FALSE);
  add_field (out, mark->author, FALSE);
  add_field (out, mark->decided, FALSE);
  g_ascii_formatd (confidence, sizeof confidence, "%.3g", (double) mark->confidence_01);
  add_field (out, confidence, TRUE);
}

gboolean
plx_report_write_csv (const PlxReport *report, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new (HEADER);

  if (plx_report_is_empty (report, error))
    return FALSE;
  for (guint i = 0; i < report->n_articles; i++)
    {
      const PlxReportArticle *article = &report->articles[i];
      g_autoptr (PlxOffsets) offsets
          = plx_offsets_new (article->analysis->text, article->analysis->n_bytes);

      for (guint k = 0; k < article->marks->len; k++)
        add_mark (out, article, g_ptr_array_index (article->marks, k), offsets);
    }
  return plx_report_write_file (path, out->str, out->len, error);
}
