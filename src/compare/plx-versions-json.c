/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-versions.h"

#include "base/plx-utf8.h"
#include "language/plx-analysis-json.h"

/* How the command line prints what two versions share and what changed. */

static void
write_span (GString *out, const PlxOffsets *offsets, PlxSpan span)
{
  g_string_append_printf (out, "[%u,%u]", plx_offsets_to_char (offsets, span.begin),
                          plx_offsets_to_char (offsets, span.end));
}

static void
write_spans (GString *out, const char *key, const PlxOffsets *offsets, const PlxSpan *spans,
             guint n_spans)
{
  if (n_spans == 0)
    return;
  g_string_append_printf (out, ",\"%s\":[", key);
  for (guint i = 0; i < n_spans; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_span (out, offsets, spans[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_passage (GString *out, const PlxPassage *passage, const PlxOffsets *before,
               const PlxOffsets *after)
{
  g_string_append_printf (out, "{\"kind\":\"%s\",\"moved\":%s",
                          plx_passage_kind_to_nick (passage->kind),
                          passage->moved ? "true" : "false");
  if (passage->kind != PLX_PASSAGE_ADDED)
    {
      g_string_append (out, ",\"before\":");
      write_span (out, before, passage->before);
    }
  if (passage->kind != PLX_PASSAGE_REMOVED)
    {
      g_string_append (out, ",\"after\":");
      write_span (out, after, passage->after);
    }
  write_spans (out, "words_before", before, passage->words_before, passage->n_words_before);
  write_spans (out, "words_after", after, passage->words_after, passage->n_words_after);
  g_string_append_c (out, '}');
}

void
plx_versions_write_json (const PlxVersions *self, const PlxAnalysis *before,
                         const PlxAnalysis *after, GString *out)
{
  g_autoptr (PlxOffsets) old = plx_offsets_new (before->text, before->n_bytes);
  g_autoptr (PlxOffsets) new = plx_offsets_new (after->text, after->n_bytes);
  char same[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "{\"before\":");
  plx_json_write_string (out, before->id);
  g_string_append (out, ",\"after\":");
  plx_json_write_string (out, after->id);
  g_string_append_printf (out, ",\"same\":%s,\"are_versions\":%s,\"passages\":[",
                          g_ascii_formatd (same, sizeof same, "%.4g", self->same_01),
                          self->are_versions ? "true" : "false");
  for (guint i = 0; i < self->passages->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_passage (out, g_ptr_array_index (self->passages, i), old, new);
    }
  g_string_append (out, "]}");
}
