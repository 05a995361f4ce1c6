/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include "base/plx-utf8.h"
#include "language/plx-analysis-json.h"

#include <string.h>

/* W3C Web Annotation: each mark with its place by position (code points) and
 * by quotation, so that it is found again in another copy of the text. What
 * the vocabulary has no word for is said under "parallax:". */

#define CONTEXT "[\"http://www.w3.org/ns/anno.jsonld\"," \
                "{\"parallax\":\"urn:parallax:terms:\"}]"

enum { CONTEXT_CHARS = 32 };

static void
add_key (GString *out, const char *key)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":", key);
}

static void
add_string (GString *out, const char *key, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  add_key (out, key);
  plx_json_write_string (out, value);
}

/* The original by its hash where there is one: an address may change. */
static char *
dup_source (const PlxReportArticle *article)
{
  if (article->sha256 != NULL && *article->sha256 != '\0')
    return g_strconcat ("urn:sha256:", article->sha256, NULL);
  if (article->url != NULL && *article->url != '\0')
    return g_strdup (article->url);
  return g_strdup_printf ("urn:parallax:article:%" G_GINT64_FORMAT, article->id);
}

static void
add_slice (GString *out, const char *key, const char *text, PlxSpan span)
{
  g_autofree char *slice = plx_utf8_slice (text, span);

  add_key (out, key);
  plx_json_write_string (out, slice);
}

/* Up to CONTEXT_CHARS before and after, to tell equal passages apart. */
static void
add_context (GString *out, const PlxAnalysis *analysis, const PlxOffsets *offsets, PlxSpan span)
{
  guint32 begin = plx_offsets_to_char (offsets, span.begin),
          end = plx_offsets_to_char (offsets, span.end);
  guint32 before = begin > CONTEXT_CHARS ? begin - CONTEXT_CHARS : 0;
  guint32 after = MIN (end + CONTEXT_CHARS, plx_offsets_n_chars (offsets));

  add_slice (out, "prefix", analysis->text,
             (PlxSpan) { plx_offsets_to_byte (offsets, before), span.begin });
  add_slice (out, "suffix", analysis->text,
             (PlxSpan) { span.end, plx_offsets_to_byte (offsets, after) });
}

static void
add_target (GString *out, const PlxReportArticle *article, const PlxOffsets *offsets, PlxSpan span)
{
  g_autofree char *source = dup_source (article);

  span.end = MIN (span.end, article->analysis->n_bytes);
  span.begin = MIN (span.begin, span.end);
  g_string_append_c (out, '{');
  add_string (out, "source", source);
  g_string_append_printf (
      out,
      ",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":%u,\"end\":%u},"
      "{\"type\":\"TextQuoteSelector\"",
      plx_offsets_to_char (offsets, span.begin), plx_offsets_to_char (offsets, span.end));
  add_slice (out, "exact", article->analysis->text, span);
  add_context (out, article->analysis, offsets, span);
  g_string_append (out, "}]}");
}

static void
add_body (GString *out, const char *purpose, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (out->str[out->len - 1] == '}')
    g_string_append_c (out, ',');
  g_string_append (out, "{\"type\":\"TextualBody\"");
  add_string (out, "purpose", purpose);
  add_string (out, "value", value);
  g_string_append_c (out, '}');
}

static const char *
get_motivation (const PlxMark *mark)
{
  switch (mark->layer)
    {
    case PLX_MARK_NAME:
    case PLX_MARK_HAND: return "identifying";
    case PLX_MARK_FINDING:
    case PLX_MARK_OMISSION: return "assessing";
    default: return "describing";
    }
}

static void
add_makers (GString *out, const PlxReport *report, const PlxMark *mark)
{
  add_key (out, "creator");
  g_string_append_printf (out, "{\"type\":\"%s\"", mark->author != NULL ? "Person" : "Software");
  add_string (out, "name", mark->author != NULL ? mark->author : report->program);
  g_string_append_c (out, '}');
  add_string (out, "created", mark->decided != NULL ? mark->decided : report->date);
}

static void
add_annotation (GString *out, const PlxReport *report, const PlxReportArticle *article,
                const PlxMark *mark, const PlxOffsets *offsets)
{
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (
      out, "{\"id\":\"urn:parallax:a%" G_GINT64_FORMAT "-%s\",\"type\":\"Annotation\"", article->id,
      mark->key);
  add_string (out, "motivation", get_motivation (mark));
  add_makers (out, report, mark);
  add_key (out, "body");
  g_string_append_c (out, '[');
  add_body (out, "tagging", mark->label);
  add_body (out, "identifying", mark->title);
  add_body (out, "commenting", mark->note);
  g_string_append (out, "],\"target\":[");
  for (guint i = 0; i < mark->n_spans; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      add_target (out, article, offsets, mark->spans[i]);
    }
  g_string_append_c (out, ']');
  add_string (out, "parallax:layer", plx_mark_layer_to_nick (mark->layer));
  add_string (out, "parallax:state", plx_mark_state_to_nick (mark->state));
  add_string (out, "parallax:chain", mark->chain);
  add_string (out, "parallax:why", mark->why);
  g_ascii_formatd (confidence, sizeof confidence, "%.3g", (double) mark->confidence_01);
  g_string_append_printf (out, ",\"parallax:confidence\":%s}", confidence);
}

static guint
add_annotations (GString *out, const PlxReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->n_articles; i++)
    {
      const PlxReportArticle *article = &report->articles[i];
      g_autoptr (PlxOffsets) offsets
          = plx_offsets_new (article->analysis->text, article->analysis->n_bytes);

      for (guint k = 0; k < article->marks->len; k++)
        {
          const PlxMark *mark = g_ptr_array_index (article->marks, k);

          if (mark->state == PLX_MARK_REJECTED)
            continue;
          if (n++ > 0)
            g_string_append (out, ",\n");
          add_annotation (out, report, article, mark, offsets);
        }
    }
  return n;
}

/* Marks that are not rejected, as one annotation collection. */
char *
plx_report_dup_json_ld (const PlxReport *report)
{
  g_autoptr (GString) items = g_string_new (NULL);
  GString *out = g_string_new ("{\"@context\":" CONTEXT ",\"type\":\"AnnotationCollection\"");
  guint n = add_annotations (items, report);

  add_string (out, "label", report->title);
  add_string (out, "created", report->date);
  g_string_append (out, ",\"generator\":{\"type\":\"Software\"");
  add_string (out, "name", report->program);
  g_string_append_printf (out,
                          "},\"total\":%u,\"first\":{\"type\":\"AnnotationPage\",\"startIndex\":0,"
                          "\"items\":[\n",
                          n);
  g_string_append_len (out, items->str, (gssize) items->len);
  g_string_append (out, "\n]}}\n");
  return g_string_free (out, FALSE);
}

gboolean
plx_report_write_json_ld (const PlxReport *report, const char *path, GError **error)
{
  g_autofree char *json = NULL;

  if (plx_report_is_empty (report, error))
    return FALSE;
  json = plx_report_dup_json_ld (report);
  return plx_report_write_file (path, json, strlen (json), error);
}
