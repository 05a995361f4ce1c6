/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

/* Sentences of a quotation that name no speaker themselves. They are one
 * statement with the attribution right before them ("…," he said. "…"), in the
 * next paragraph too; further away a quotation is a statement of who spoke last. */

#define REACH 6        // sentences back to the attribution

void
plx_statements_count_quoted (const Statements *self, PlxRange range, guint *quoted, guint *all)
{
  for (guint i = range.begin; i < range.end; i++)
    {
      if (self->reading->class[i] == PLX_CLASS_PUNCT)
        continue;
      *all += 1;
      *quoted += self->reading->quote[i] >= 0;
    }
}

static gboolean
is_mostly_quoted (const Statements *self, PlxRange range)
{
  guint quoted = 0, all = 0;

  plx_statements_count_quoted (self, range, &quoted, &all);
  return all > 0 && (double) quoted / all >= QUOTED_SHARE;
}

/* "He said:" took in the quotation of the next paragraph, to its end. */
static gboolean
is_taken_in (Statements *self, guint sentence)
{
  PlxAnalysis *a = self->analysis;
  PlxRange range = self->reading->sentences[sentence];
  const PlxStatement *last = a->statements->len > 0
                             ? PLX_STATEMENT (a, a->statements->len - 1) : NULL;

  if (last == NULL || plx_range_is_empty (range) || last->content.n == 0
      || plx_analysis_hull (a, last->content).end
         < PLX_TOKEN (a, plx_statements_trim (self, range.begin, range.end) - 1)->span.end)
    return FALSE;
  self->n_extended++;
  return TRUE;
}

/* A quotation that began in the sentence before is one with its content. */
static gboolean
extend_quote (Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  PlxAnalysis *a = self->analysis;
  PlxRange range = r->sentences[sentence];
  PlxStatement *last = a->statements->len > 0 ? PLX_STATEMENT (a, a->statements->len - 1) : NULL;
  gint32 quote = plx_range_is_empty (range) ? -1 : r->quote[range.begin];
  PlxSpan span;

  if (last == NULL || quote < 0 || last->content.n == 0 || last->levels.n == 0
      || last->sentence + 1 + self->n_extended != sentence)
    return FALSE;
  if (g_array_index (r->quotes, PlxRange, quote).begin >= range.begin
      || !is_mostly_quoted (self, range))
    return FALSE;
  span = *PLX_SPAN (a, last->content.first + last->content.n - 1);
  if (plx_reading_token_at (r, span.end) + 1 < range.begin)
    return FALSE;
  span.end = plx_reading_span (r, range).end;
  *PLX_SPAN (a, last->content.first + last->content.n - 1) = span;
  self->n_extended++;
  return TRUE;
}

/* Of the statements of one sentence, the one that a quotation after it goes on
 * with: the last that is quoted, else the last. */
static PlxStatement *
find_last (const Statements *self)
{
  PlxAnalysis *a = self->analysis;
  guint last = a->statements->len;
  guint32 sentence;

  if (last == 0)
    return NULL;
  sentence = PLX_STATEMENT (a, last - 1)->sentence;
  for (guint i = last; i-- > 0 && PLX_STATEMENT (a, i)->sentence == sentence;)
    if (PLX_STATEMENT (a, i)->mode == PLX_MODE_DIRECT && PLX_STATEMENT (a, i)->levels.n > 0)
      return PLX_STATEMENT (a, i);
  return PLX_STATEMENT (a, last - 1);
}

/* "…," he said. | "…" */
static void
join_quote (Statements *self, PlxStatement *last, PlxRange content)
{
  PlxAnalysis *a = self->analysis;
  PlxSlice old = last->content;
  PlxSpan span = plx_reading_span (self->reading, content);

  last->content.first = a->spans->len;
  for (guint i = 0; i < old.n; i++)
    {
      PlxSpan part = *PLX_SPAN (a, old.first + i);

      g_array_append_val (a->spans, part);
    }
  g_array_append_val (a->spans, span);
  last->content.n = old.n + 1;
  if (last->mode == PLX_MODE_INDIRECT || last->mode == PLX_MODE_EVENT)
    last->mode = PLX_MODE_MIXED;
}

static void
add_carried (Statements *self, guint sentence, PlxSlice levels, PlxRange content)
{
  PlxAnalysis *a = self->analysis;
  PlxStatement statement = plx_statement_blank (sentence);

  statement.levels = (PlxSlice) { a->levels->len, levels.n };
  for (guint k = 0; k < levels.n; k++)
    {
      PlxLevel level = { .entity = PLX_LEVEL (a, levels.first + k)->entity, .carried = TRUE };

      g_array_append_val (a->levels, level);
    }
  statement.content = plx_statements_add_content (self, content, (PlxRange) { 0, 0 });
  statement.mode = PLX_MODE_DIRECT;
  statement.confidence_01 = 0.7f;
  statement.why = "quotation that goes on";
  g_array_append_val (a->statements, statement);
}

/* "…?" | Kim asked: the sentence after the quotation names its speaker. */
static gboolean
is_claimed_after (Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  guint end = r->sentences[sentence].end;
  gboolean found = FALSE;

  if (sentence + 1 >= r->n_sentences || r->paragraph[sentence + 1] != r->paragraph[sentence]
      || r->sentences[sentence + 1].begin != end
      || !plx_reading_is (r, (gint64) end - 1, PLX_QUOTE_CLOSING))
    return FALSE;
  plx_statements_find_cues (self, sentence + 1);
  for (guint c = 0; c < self->cues->len; c++)
    found |= !plx_range_is_empty (CUE (self, c)->left) && CUE (self, c)->left.end < end;
  g_array_set_size (self->cues, 0);
  return found;
}

/* A quotation that goes on belongs to the one who spoke last. */
static gboolean
continue_quote (Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  PlxRange content = r->sentences[sentence];
  PlxStatement *last = find_last (self);
  gint32 quote;

  if (last == NULL || !is_mostly_quoted (self, content) || last->levels.n == 0
      || last->mode == PLX_MODE_OMISSION
      || r->paragraph[sentence] > r->paragraph[last->sentence] + 1 + self->n_extended
      || last->sentence + REACH + self->n_extended < sentence)
    return FALSE;
  // a quotation that is still open is read where it ends, or by the cue there
  quote = r->quote[MAX (plx_statements_trim (self, content.begin, content.end),
                        content.begin + 1) - 1];
  self->n_extended++;
  if ((quote >= 0 && g_array_index (r->quotes, PlxRange, quote).end > content.end)
      || is_claimed_after (self, sentence))
    return TRUE;
  quote = r->quote[MIN (content.begin + 1, content.end - 1)];
  if (quote >= 0)
    {
      guint first = g_array_index (r->quotes, PlxRange, quote).begin;

      content.begin = MIN (content.begin, MAX (first, 1) - 1);
    }
  if (last->sentence + self->n_extended == sentence
      || r->paragraph[sentence] == r->paragraph[last->sentence])
    join_quote (self, last, content);
  else
    add_carried (self, sentence, last->levels, content);
  return TRUE;
}

/**
 * plx_statements_go_on:
 *
 * Reads a sentence without a cue as part of a quotation.
 *
 * Returns: FALSE when it is none
 */
gboolean
plx_statements_go_on (Statements *self, guint sentence)
{
  return is_taken_in (self, sentence) || extend_quote (self, sentence)
         || continue_quote (self, sentence);
}
