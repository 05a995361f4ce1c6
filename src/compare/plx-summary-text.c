/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-cell-words.h"
#include "compare/plx-summary-private.h"
#include "compare/plx-tuning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A summary as text to copy: plain, or Markdown, which reads as plain text too. */

enum { SHOWN_SOURCES = 24 };

/* quotations */

/* One line, blanks joined, cut at a space near @n_chars; "…" where it is cut. */
static char *
dup_line (const char *text, gsize n_bytes, guint n_chars)
{
  GString *out = g_string_new (NULL);
  const char *end = text + n_bytes, *p = text, *space;
  guint n = 0;

  for (; p < end && n < n_chars; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      {
        if (out->len > 0 && out->str[out->len - 1] != ' ')
          g_string_append_c (out, ' '), n++;
      }
    else
      {
        g_string_append_len (out, p, MIN (g_utf8_next_char (p), end) - p);
        n++;
      }
  if (p < end)
    {
      space = strrchr (out->str, ' ');
      if (space != NULL && out->str + out->len - space < 16)
        g_string_truncate (out, (gsize) (space - out->str));
      g_string_append (out, "…");
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

char *
plx_summary_dup_spans (const PlxAnalysis *analysis, const PlxSpan *spans, guint n_spans,
                       guint n_chars)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n_spans && all->len < (gsize) n_chars * 8; i++)
    {
      guint32 end = MIN (spans[i].end, analysis->n_bytes);

      if (spans[i].begin >= end)
        continue;
      g_string_append (all, all->len > 0 ? " … " : "");
      g_string_append_len (all, analysis->text + spans[i].begin, end - spans[i].begin);
    }
  return dup_line (all->str, all->len, n_chars);
}

/* Of long evidence the part around the words that differ. */
char *
plx_summary_dup_quote (const PlxAnalysis *analysis, const PlxEvidence *evidence)
{
  PlxSpan span = evidence->spans[0];
  guint32 begin;
  g_autofree char *line = NULL;

  span.end = MIN (span.end, analysis->n_bytes);
  span.begin = MIN (span.begin, span.end);
  begin = span.begin;
  if (evidence->n_differing > 0 && evidence->differing[0].begin > begin
      && evidence->differing[0].end <= span.end
      && g_utf8_strlen (analysis->text + begin, (gssize) (evidence->differing[0].end - begin))
           > PLX_SUMMARY_QUOTE_CHARS)
    {
      const char *p = analysis->text + evidence->differing[0].begin;

      for (guint n = 0; n < PLX_SUMMARY_QUOTE_CHARS / 2 && p > analysis->text + begin; n++)
        p = g_utf8_prev_char (p);
      while (p > analysis->text + begin && p < analysis->text + evidence->differing[0].begin
             && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      begin = (guint32) (p - analysis->text);
    }
  line = dup_line (analysis->text + begin, span.end - begin, PLX_SUMMARY_QUOTE_CHARS);
  return begin > span.begin ? g_strconcat ("…", g_strchug (line), NULL)
                            : g_steal_pointer (&line);
}

/* sentences */

char *
plx_summary_dup_support (const PlxSummary *self, const PlxSummaryItem *item)
{
  g_autofree char *origins
    = g_strdup_printf (ngettext ("%u origin", "%u origins", item->origins), item->origins);
  guint n = self->sources->len;
  g_autofree char *sources = NULL;

  if (item->n_sources == n && n > 1)
    sources = g_strdup_printf (_("all %u sources"), n);
  else
    sources = g_strdup_printf (ngettext ("%u of %u source", "%u of %u sources", n),
                               item->n_sources, n);
  if (item->origins == item->n_sources)
    return g_steal_pointer (&sources);
  return g_strdup_printf ("%s, %s", sources, origins);
}

static void
add_sentence (GString *out, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
plx_summary_dup_silence (const PlxSummary *self)
{
  GString *out = g_string_new (NULL);
  guint n = self->n_not_found;

  add_sentence (out, n, g_strdup_printf (
    ngettext ("%u empty cell was searched and nothing was found: that is no omission.",
              "%u empty cells were searched and nothing was found: that is no omission.", n), n));
  n = self->n_left_out;
  add_sentence (out, n, g_strdup_printf (
    ngettext ("%u cell is said, or was decided, to be left out.",
              "%u cells are said, or were decided, to be left out.", n), n));
  n = self->n_not_examined;
  add_sentence (out, n, g_strdup_printf (
    ngettext ("%u cell was not examined.", "%u cells were not examined.", n), n));
  n = self->n_decided;
  add_sentence (out, n, g_strdup_printf (
    ngettext ("A person decided %u cell (✓).", "A person decided %u cells (✓).", n), n));
  return g_string_free (out, FALSE);
}

char *
plx_summary_dup_counts (const PlxSummary *self)
{
  g_autofree char *claims
    = g_strdup_printf (ngettext ("%u claim", "%u claims", self->n_claims), self->n_claims);
  g_autofree char *articles
    = g_strdup_printf (ngettext ("%u article", "%u articles", self->n_articles), self->n_articles);
  g_autofree char *sources = g_strdup_printf (
    ngettext ("%u source", "%u sources", self->sources->len), self->sources->len);
  g_autofree char *origins = g_strdup_printf (
    ngettext ("%u independent origin", "%u independent origins", self->n_origins),
    self->n_origins);

  return g_strdup_printf ("%s · %s · %s · %s", sources, articles, origins, claims);
}

char *
plx_summary_dup_sources (const PlxSummary *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->sources->len, SHOWN_SOURCES); i++)
    {
      const PlxSummarySource *source = g_ptr_array_index (self->sources, i);

      g_string_append_printf (out, "%s%s (%s", i > 0 ? ", " : "", source->name, source->dates);
      if (source->n_articles > 1)
        g_string_append_printf (
          out, ngettext (", %u article", ", %u articles", source->n_articles), source->n_articles);
      if (source->copies != NULL)
        g_string_append_printf (out, ", %s", source->copies);
      g_string_append_c (out, ')');
    }
  if (self->sources->len > SHOWN_SOURCES)
    g_string_append_printf (out, _(" and %u more"), self->sources->len - SHOWN_SOURCES);
  return g_string_free (out, FALSE);
}

gboolean
plx_summary_lists_voices (PlxSummaryKind kind)
{
  return kind == PLX_SUMMARY_CONTRADICTED || kind == PLX_SUMMARY_DIFFERS;
}

char *
plx_summary_voice_dup_line (const PlxSummaryVoice *voice, PlxSummaryKind kind)
{
  GString *out = g_string_new (voice->sources);
  gboolean lists = plx_summary_lists_voices (kind);

  if (lists && voice->status != PLX_CELL_REPORTED)
    g_string_append_printf (out, " · %s", plx_cell_words_get_status (voice->status));
  if (voice->is_decided && kind != PLX_SUMMARY_LEFT_OUT)
    g_string_append_printf (out, " ✓");
  if (voice->words != NULL)
    g_string_append_printf (out, "%s%s", lists ? ": " : ", ", voice->words);
  if (voice->quote != NULL && lists)
    g_string_append_printf (out, " — “%s”", voice->quote);
  return g_string_free (out, FALSE);
}

char *
plx_summary_item_dup_tail (const PlxSummary *self, const PlxSummaryItem *item, PlxSummaryKind kind)
{
  g_autofree char *support = plx_summary_dup_support (self, item);
  GString *out = g_string_new (NULL);

  if (kind != PLX_SUMMARY_ONLY && kind != PLX_SUMMARY_LEFT_OUT)
    g_string_append (out, support);
  for (guint i = 0; i < item->voices->len && !plx_summary_lists_voices (kind); i++)
    {
      g_autofree char *line
        = plx_summary_voice_dup_line (g_ptr_array_index (item->voices, i), kind);

      g_string_append_printf (out, "%s%s", out->len == 0 ? "" : i == 0 ? ": " : "; ", line);
    }
  return g_string_free (out, FALSE);
}

char *
plx_summary_item_dup_line (const PlxSummary *self, const PlxSummaryItem *item, PlxSummaryKind kind)
{
  g_autofree char *tail = plx_summary_item_dup_tail (self, item, kind);

  return g_strdup_printf ("%s (%s)", item->statement, tail);
}

/* the whole */

/* What Markdown would take for its own. */
static void
add_text (GString *out, const char *text, PlxSummaryFormat format)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (format == PLX_SUMMARY_MARKDOWN && strchr ("\\`*_[]<>#|", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, g_ascii_iscntrl (*p) ? ' ' : *p);
    }
}

static void
add_heading (GString *out, guint level, const char *text, PlxSummaryFormat format)
{
  g_string_append (out, out->len > 0 ? "\n" : "");
  if (format == PLX_SUMMARY_MARKDOWN)
    g_string_append_printf (out, "%s ", level == 1 ? "#" : "##");
  add_text (out, text, format);
  g_string_append (out, format == PLX_SUMMARY_MARKDOWN ? "\n\n" : "\n");
}

static void
add_paragraph (GString *out, const char *text, PlxSummaryFormat format)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (out, format == PLX_SUMMARY_MARKDOWN && !g_str_has_suffix (out->str, "\n\n")
                          ? "\n" : "");
  add_text (out, text, format);
  g_string_append_c (out, '\n');
}

static void
add_item (GString *out, const PlxSummary *self, const PlxSummarySection *section,
          const PlxSummaryItem *item, PlxSummaryFormat format)
{
  g_autofree char *head = plx_summary_item_dup_line (self, item, section->kind);

  g_string_append (out, "- ");
  add_text (out, head, format);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < item->voices->len && plx_summary_lists_voices (section->kind); i++)
    {
      g_autofree char *line
        = plx_summary_voice_dup_line (g_ptr_array_index (item->voices, i), section->kind);

      g_string_append (out, "  - ");
      add_text (out, line, format);
      g_string_append_c (out, '\n');
    }
}

static void
add_section (GString *out, const PlxSummary *self, const PlxSummarySection *section,
             PlxSummaryFormat format)
{
  if (section->items->len == 0 && section->n_more == 0)
    return;
  add_heading (out, 2, section->title, format);
  for (guint i = 0; i < section->items->len; i++)
    add_item (out, self, section, g_ptr_array_index (section->items, i), format);
  if (section->n_more > 0)
    {
      g_string_append (out, "- ");
      g_string_append_printf (out, _("and %u more"), section->n_more);
      g_string_append_c (out, '\n');
    }
}

char *
plx_summary_dup_text (const PlxSummary *self, PlxSummaryFormat format)
{
  GString *out = g_string_new (NULL);
  g_autofree char *counts = plx_summary_dup_counts (self);
  g_autofree char *sources = plx_summary_dup_sources (self);
  g_autofree char *silence = plx_summary_dup_silence (self);

  add_heading (out, 1, self->title != NULL && *self->title != '\0' ? self->title : _("Comparison"),
               format);
  add_paragraph (out, counts, format);
  add_paragraph (out, sources, format);
  if (self->heard != NULL)
    {
      g_autofree char *heard
        = g_strdup_printf (_("Heard only through others: %s"), self->heard);

      add_paragraph (out, heard, format);
    }
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    add_section (out, self, &self->sections[k], format);
  g_string_append_c (out, '\n');
  add_paragraph (out, silence, format);
  return g_string_free (out, FALSE);
}
