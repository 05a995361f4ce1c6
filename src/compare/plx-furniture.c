/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-furniture.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* What stands on a page beside its report: headings, links to other articles,
 * captions with a credit, what asks the reader for something or tells of the page
 * itself, who wrote it. By form and place, and by the phrases of claims.tsv. */

enum { TAIL_LINES = 3, SHORT_LINE_WORDS = 40 };

typedef struct {
  PlxSpan span;
  guint n_words;
  gboolean is_ended;     // by a full stop or what stands for one
} Line;

typedef struct {
  const PlxAnalysis *analysis;
  const PlxText *text;
  const PlxClaimWords *words;
  GArray *lines;         // Line
  gboolean ends_lines;   // nearly every long line of the article ends so
} Page;

/* Whether the last sign ends a sentence. A name or a number in brackets does not. */
static gboolean
is_ended (const char *text, PlxSpan span)
{
  static const char *const ends[] = { ".", "!", "?", "…", ":", ";", ",", "\"", "”", "’", "'", "»",
                                      ")", "]", "—", "–", "。", "！", "？", "」", "』", "：" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);

      if (plx_span_length (span) >= n && memcmp (text + span.end - n, ends[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_line (Page *self, guint32 begin, guint32 end)
{
  const char *text = self->text->text;
  Line line = { { begin, end }, 0, FALSE };

  while (line.span.begin < end && g_ascii_isspace (text[line.span.begin]))
    line.span.begin++;
  while (line.span.end > line.span.begin && g_ascii_isspace (text[line.span.end - 1]))
    line.span.end--;
  if (line.span.begin == line.span.end)
    return;
  for (guint32 i = line.span.begin; i < line.span.end; i++)
    line.n_words += i == line.span.begin || (text[i - 1] == ' ' && text[i] != ' ');
  line.is_ended = is_ended (text, line.span);
  g_array_append_val (self->lines, line);
}

static void
read_lines (Page *self)
{
  const char *text = self->text->text;
  guint32 n = (guint32) self->text->n_bytes, begin = 0;
  guint n_long = 0, n_ended = 0;

  for (guint32 i = 0; i <= n; i++)
    if (i == n || text[i] == '\n')
      {
        add_line (self, begin, i);
        begin = i + 1;
      }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      n_long += line->n_words > PLX_HEADING_MAX_WORDS;
      n_ended += line->n_words > PLX_HEADING_MAX_WORDS && line->is_ended;
    }
  self->ends_lines = n_long > 1 && n_ended >= PLX_ENDED_LINES_01 * n_long;
}

static gboolean
is_credit (const Page *self, guint32 begin, guint32 end)
{
  return (plx_claim_words_classes (self->words, self->text->text + begin, end - begin)
          & PLX_CLAIM_CREDIT) != 0;
}

/* "Jo Berg/Reuters", "AFP/Getty Images": who made and who sells a picture. */
static gboolean
has_credit (const Page *self, PlxSpan span)
{
  const char *text = self->text->text;

  for (guint32 i = span.begin + 1; i + 1 < span.end; i++)
    {
      guint32 begin = i, end = i + 1;

      if (text[i] != '/' || !g_ascii_isupper (text[i + 1]))
        continue;
      while (begin > span.begin && g_ascii_isalpha (text[begin - 1]))
        begin--;
      while (end < span.end && g_ascii_isalpha (text[end]))
        end++;
      if (begin < i && (is_credit (self, i + 1, end) || is_credit (self, begin, i)))
        return TRUE;
    }
  return FALSE;
}

/* A line that is all heading, link or caption. The first may be the headline. */
static gboolean
is_furniture_line (const Page *self, guint index)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  const char *text = self->text->text + line->span.begin;
  gsize n = plx_span_length (line->span);

  if (self->ends_lines && index > 0 && !line->is_ended && line->n_words <= PLX_HEADING_MAX_WORDS)
    return TRUE;
  if (plx_claim_words_has (self->words, PLX_PHRASE_SHOUT, text, n))
    return TRUE;
  if (index > 0 && index + TAIL_LINES >= self->lines->len && line->n_words <= SHORT_LINE_WORDS
      && plx_claim_words_has (self->words, PLX_PHRASE_TAIL, text, n))
    return TRUE;
  return line->n_words <= SHORT_LINE_WORDS
         && plx_claim_words_has (self->words, PLX_PHRASE_LINE, text, n);
}

static gboolean
is_quoting (const Page *self, PlxSpan span)
{
  const char *text = self->text->text + span.begin;
  gssize n = (gssize) plx_span_length (span);

  return g_strstr_len (text, n, "\"") != NULL || g_strstr_len (text, n, "“") != NULL
         || g_strstr_len (text, n, "”") != NULL;
}

static guint
classes_of (const Page *self, guint term)
{
  PlxSpan span = PLX_TEXT_TERM (self->text, term)->span;

  return plx_claim_words_classes (self->words, self->text->text + span.begin,
                                  plx_span_length (span));
}

/* "Sign up for the newsletter": a verb that asks, without a subject. */
static gboolean
is_asking (const Page *self, const PlxSentence *sentence)
{
  PlxSpan span = PLX_TEXT_TERM (self->text, sentence->first_term)->span;
  const GArray *tokens = self->analysis->tokens;
  guint low = 0, high = tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TOKEN (self->analysis, middle)->span.begin < span.begin)
        low = middle + 1;
      else
        high = middle;
    }
  return low < tokens->len
         && (g_strcmp0 (PLX_TOKEN (self->analysis, low)->xpos, "VB") == 0
             || g_strcmp0 (PLX_TOKEN (self->analysis, low)->xpos, "VBP") == 0)
         && g_strcmp0 (PLX_TOKEN (self->analysis, low)->upos, "VERB") == 0;
}

/* What a page wants of its reader, in nobody's words. */
static gboolean
is_to_reader (const Page *self, const PlxSentence *sentence)
{
  guint all = 0, first = sentence->first_term;

  if (sentence->n_terms == 0 || is_quoting (self, sentence->span))
    return FALSE;
  for (guint i = 0; i < sentence->n_terms; i++)
    all |= classes_of (self, first + i);
  return (all & PLX_CLAIM_APPEAL) && ((all & PLX_CLAIM_READER) || is_asking (self, sentence));
}

/**
 * plx_furniture_find:
 *
 * Returns: (transfer full): a byte for each sentence, 1 where it is of the page and
 *          not of its report
 */
guint8 *
plx_furniture_find (const PlxAnalysis *analysis, const PlxText *text, const PlxClaimWords *words)
{
  Page self = { .analysis = analysis, .text = text, .words = words };
  guint8 *found = g_new0 (guint8, text->sentences->len + 1);
  guint line = 0;

  self.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  read_lines (&self);
  for (guint s = 0; s < text->sentences->len; s++)
    {
      const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, s);

      while (line + 1 < self.lines->len
             && g_array_index (self.lines, Line, line).span.end <= sentence->span.begin)
        line++;
      found[s] = (line < self.lines->len && is_furniture_line (&self, line))
                 || has_credit (&self, sentence->span) || is_to_reader (&self, sentence)
                 || plx_claim_words_is_boilerplate (words, text->text + sentence->span.begin,
                                                    plx_span_length (sentence->span));
    }
  g_array_unref (self.lines);
  return found;
}
