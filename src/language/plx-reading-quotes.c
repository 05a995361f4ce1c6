/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-reading-private.h"

/* Which tokens stand between quotation marks. Marks found are folded to “ and ”,
 * whatever the text uses, so that nobody else need know the kinds:
 *
 *   "…" “…” «…» ``…''    double marks; one left open ends with its paragraph, as papers
 *                        print a speech of several paragraphs
 *   ‘…’ '…'              single ones, told from apostrophes by the spaces around them
 *                        and by what they end; inside double ones they are nested
 *   ”…” “…“              marks turned round by mistake: their spaces decide */

#define SINGLE_REACH 300   // tokens of a quotation in single marks
#define PHRASE_REACH 25    // of one that is no speech by its end: ‘the bridge’

typedef struct {
  PlxReading *reading;
  guint end;               // of the paragraph
  gint64 open;             // mark that is open, -1: none
  guint close;             // where it closes, if single; 0: double
} Quoting;

static void
add_quote (PlxReading *self, guint begin, guint end)
{
  PlxRange range = { begin, end };
  gint32 index = (gint32) self->quotes->len;

  if (end <= begin)
    return;
  for (guint i = begin; i < end; i++)
    self->quote[i] = index;
  g_array_append_val (self->quotes, range);
}

/* Two apostrophes side by side are a quotation mark of old wires. */
static void
join_apostrophes (PlxReading *self)
{
  for (guint i = 1; i < self->n; i++)
    if (g_str_equal (self->lower[i - 1], "'") && g_str_equal (self->lower[i], "'")
        && PLX_TOKEN (self->analysis, i - 1)->span.end
           == PLX_TOKEN (self->analysis, i)->span.begin)
      self->lower[i - 1] = self->lower[i] = "''";
}

static gboolean
is_mark (const PlxReading *self, guint i, const char *marks)
{
  return plx_reading_lists (marks, self->lower[i]);
}

/* Does token @i touch the one before it? */
static gboolean
is_glued (const PlxReading *self, guint i)
{
  return i > 0 && i < self->n
         && PLX_TOKEN (self->analysis, i - 1)->span.end
            == PLX_TOKEN (self->analysis, i)->span.begin;
}

/* Where the single mark @i closes, 0 when it is an apostrophe. */
static guint
find_single_end (const Quoting *q, guint i)
{
  const PlxReading *r = q->reading;
  guint last = MIN (q->end, i + SINGLE_REACH);

  if (is_glued (r, i) && i > 0 && !is_mark (r, i - 1, "( [ - -- \xe2\x80\x93 \xe2\x80\x94 : /"))
    return 0;
  if (!is_glued (r, i + 1))
    return 0;
  for (guint k = i + 2; k < last; k++)
    {
      gboolean ends_word = k + 1 >= q->end || !is_glued (r, k + 1)
                           || r->class[k + 1] == PLX_CLASS_PUNCT;

      if (is_mark (r, k, "\xe2\x80\x98"))
        return 0;
      if (!is_mark (r, k, "'") || !is_glued (r, k) || !ends_word)
        continue;
      if (is_mark (r, k - 1, ", . ? ! \xe2\x80\xa6 ..."))
        return k;
      // "the workers' union" ends nothing
      if (k - i <= PHRASE_REACH
          && (!g_str_has_suffix (r->lower[k - 1], "s") || k + 1 >= q->end || is_glued (r, k + 1)))
        return k;
    }
  return 0;
}

/* Does a mark close the paragraph's rest after @i? */
static gboolean
has_end (const Quoting *q, guint i)
{
  for (guint k = i + 1; k < MIN (q->end, i + SINGLE_REACH); k++)
    if (is_mark (q->reading, k, "\" " PLX_QUOTE_CLOSING " ''"))
      return TRUE;
  return FALSE;
}

static gboolean
opens (Quoting *q, guint i)
{
  const PlxReading *r = q->reading;
  gboolean before = is_glued (r, i), after = i + 1 < q->end && is_glued (r, i + 1);

  q->close = 0;
  if (is_mark (r, i, PLX_QUOTE_OPENING " `` \xc2\xab \xe2\x80\x9e"))
    return TRUE;
  if (is_mark (r, i, "\" ''"))
    return after || !before;
  if (is_mark (r, i, PLX_QUOTE_CLOSING))
    return !before && after && has_end (q, i);
  if (is_mark (r, i, "' \xe2\x80\x98"))
    q->close = find_single_end (q, i);
  return q->close > 0;
}

static gboolean
closes (const Quoting *q, guint i)
{
  const PlxReading *r = q->reading;

  if (q->close > 0)
    return i == q->close;
  if (is_mark (r, i, PLX_QUOTE_OPENING))
    return is_glued (r, i) && (i + 1 >= q->end || !is_glued (r, i + 1));
  return is_mark (r, i, "\" " PLX_QUOTE_CLOSING " '' \xc2\xbb");
}

static void
fold_mark (PlxReading *self, guint i, const char *mark)
{
  self->lower[i] = mark;
  self->class[i] = PLX_CLASS_PUNCT;
}

/* A mark of two apostrophes is two tokens; those inside count as quoted. */
static guint
second_half (const PlxReading *self, guint i)
{
  return i + 1 < self->n && is_mark (self, i, "''") && is_mark (self, i + 1, "''") ? i + 1 : i;
}

static void
read_range (Quoting *q, PlxRange range)
{
  PlxReading *r = q->reading;

  for (guint i = range.begin; i < range.end; i++)
    if (q->open >= 0 && closes (q, i))
      {
        i = second_half (r, i);
        add_quote (r, (guint) q->open + 1, i);
        fold_mark (r, i, PLX_QUOTE_CLOSING);
        q->open = -1;
      }
    else if (q->open < 0 && opens (q, i))
      {
        guint second = second_half (r, i);

        fold_mark (r, i, PLX_QUOTE_OPENING);
        q->open = i;
        i = second;
      }
}

/* One past the last token of the paragraph of @sentence. */
guint
plx_reading_paragraph_end (const PlxReading *self, guint sentence)
{
  while (sentence + 1 < self->n_sentences
         && self->paragraph[sentence + 1] == self->paragraph[sentence])
    sentence++;
  return self->sentences[sentence].end;
}

void
plx_reading_find_quotes (PlxReading *self)
{
  Quoting q = { .reading = self, .open = -1 };

  join_apostrophes (self);
  for (guint s = 0; s < self->n_sentences; s++)
    {
      if (s == 0 || self->paragraph[s] != self->paragraph[s - 1])
        {
          if (q.open >= 0)
            add_quote (self, (guint) q.open + 1, self->sentences[s].begin);
          q.open = -1;
          q.end = plx_reading_paragraph_end (self, s);
        }
      read_range (&q, self->sentences[s]);
    }
  if (q.open >= 0)
    add_quote (self, (guint) q.open + 1, self->n);
}
