/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-cues-private.h"

/* Attributions that the layout of a text makes: "Lavrov: Talks will go on" over
 * an article, "He said:" over a paragraph, “…” — Anna Berg, and the turns of a
 * printed conversation, each with its speaker before a colon. */

#define HEADLINE_REACH 7     // tokens of a name before a colon
#define LABEL_REACH 5
#define COLON_REACH 8        // tokens between a verb and its colon
#define TITLE_WORDS 6
#define NEIGHBOUR_REACH 16   // sentences to the next turn of a conversation
#define SIGNATURE_REACH 14   // tokens of who signs a quotation

/* A headline: "Lavrov: Talks will go on". Only somebody who can speak counts,
 * and only a clause, else the name is a topic ("Ukraine: the war in maps"). */
gboolean
plx_cues_read_headline (const Statements *self, guint begin, guint end, Cue *cue)
{
  const PlxReading *r = self->reading;
  guint colon = begin + 1;
  PlxEntityKind kind;

  while (colon < MIN (end, begin + HEADLINE_REACH) && !is_at (self, colon, ":"))
    colon++;
  if (colon + 3 >= end || !is_at (self, colon, ":") || r->quote[colon] >= 0
      || r->mention[colon - 1] < 0 || plx_reading_np_end (r, begin, end) != colon
      || !plx_statements_has_finite (self, colon + 1, end))
    return FALSE;
  if (PLX_MENTION (self->analysis, r->mention[colon - 1])->entity < 0)
    return FALSE;
  kind = PLX_ENTITY (self->analysis,
                     PLX_MENTION (self->analysis, r->mention[colon - 1])->entity)->kind;
  if (kind != PLX_ENTITY_PERSON && kind != PLX_ENTITY_MEDIA && kind != PLX_ENTITY_GOVERNMENT)
    return FALSE;
  cue->kind = CUE_ACCORDING;
  cue->words = (PlxRange) { colon, colon + 1 };
  cue->subject = (PlxRange) { begin, colon };
  cue->extent = (PlxRange) { begin, colon + 1 };
  cue->cut = begin;
  cue->right = (PlxRange) { colon + 1, end };
  cue->is_clause = TRUE;
  return TRUE;
}

/* ---- the next paragraph ----------------------------------------------- */

/* A quotation of several paragraphs opens each and closes the last. */
static guint
find_quote_end (const Statements *self, guint quote)
{
  const PlxReading *r = self->reading;
  PlxRange range = g_array_index (r->quotes, PlxRange, quote);

  while (quote + 1 < r->quotes->len && !is_at (self, range.end, PLX_QUOTE_CLOSING))
    {
      PlxRange next = g_array_index (r->quotes, PlxRange, quote + 1);

      if (next.begin > range.end + 1 || plx_cues_is_label (self, next.begin))
        break;
      range = next;
      quote++;
    }
  return range.end;
}

/* "He said:", and what he said is the next paragraph. */
gboolean
plx_cues_read_next_paragraph (const Statements *self, Cue *cue, guint end)
{
  const PlxReading *r = self->reading;
  guint sentence;

  if (!(cue->verb->frames & (FRAME_QUOTE | FRAME_ZERO)) || !is_at (self, end, ":")
      || end + 2 >= r->n || plx_cues_skip_adjuncts (self, cue->words.end, end) < end)
    return FALSE;
  sentence = PLX_TOKEN (self->analysis, end + 1)->sentence;
  if (sentence >= r->n_sentences || r->sentences[sentence].begin != end + 1)
    return FALSE;
  cue->right.begin = end + 1;
  if (is_quote_mark (self, (gint64) end + 1) && r->quote[end + 2] >= 0)
    cue->right.end = find_quote_end (self, (guint) r->quote[end + 2]);
  else
    cue->right.end = plx_reading_paragraph_end (r, sentence);
  return cue->is_clause = TRUE;
}

/* Does a verb at @k stand in the way of "scolded him: “…”"? */
static gboolean
has_verb (const Statements *self, guint first, guint end)
{
  for (guint k = first; k < end; k++)
    if (is_class (self, k, PLX_CLASS_AUX)
        || (is_class (self, k, PLX_CLASS_VERB)
            && !g_str_has_suffix (self->reading->lower[k], "ing")))
      return TRUE;
  return FALSE;
}

/* "made the following comment: “…”", here or in the next paragraph */
gboolean
plx_cues_read_colon (const Statements *self, Cue *cue, guint end)
{
  const PlxReading *r = self->reading;
  guint colon = cue->words.end;

  while (colon < MIN (end, cue->words.end + COLON_REACH) && !is_at (self, colon, ":"))
    colon++;
  if (!is_at (self, colon, ":") || colon + 2 >= r->n || has_verb (self, cue->words.end, colon)
      || !is_quote_mark (self, (gint64) colon + 1) || r->quote[colon + 2] < 0)
    return FALSE;
  cue->right = (PlxRange) { colon + 1, find_quote_end (self, (guint) r->quote[colon + 2]) };
  return TRUE;
}

/* ---- quotations beside a verb ------------------------------------------ */

/* The closing mark before @i, maybe with a comma outside; -1: none. */
static gint64
mark_before (const Statements *self, guint i, guint begin)
{
  gint64 mark = (gint64) i - 1;

  if (mark > begin && is_at (self, mark, ","))
    mark--;
  return mark > begin && is_quote_mark (self, mark) && self->reading->quote[mark - 1] >= 0 ? mark
                                                                                           : -1;
}

/* "…," he said: a quotation ends before @i. */
gboolean
plx_cues_follows_quote (const Statements *self, guint i, guint begin)
{
  return mark_before (self, i, begin) >= 0;
}

/* On “Fox News Sunday,” he said: what is quoted is part of a phrase. */
gboolean
plx_cues_follows_title (const Statements *self, guint i, guint begin)
{
  const PlxReading *r = self->reading;
  gint64 mark = mark_before (self, i, begin);
  PlxRange quote;

  if (mark < 0)
    return FALSE;
  quote = g_array_index (r->quotes, PlxRange, r->quote[mark - 1]);
  return quote.end - quote.begin <= TITLE_WORDS && quote.begin >= begin + 2
         && (is_class (self, quote.begin - 2, PLX_CLASS_ADP)
             || is_class (self, quote.begin - 2, PLX_CLASS_DET)
             || is_class (self, quote.begin - 2, PLX_CLASS_GENITIVE));
}

/* he said, “…” */
gboolean
plx_cues_precedes_quote (const Statements *self, guint i, guint end)
{
  return opens_quote (self, i, end)
         || (is_at (self, i, ", :") && opens_quote (self, i + 1, end));
}

/* ---- conversations in print -------------------------------------------- */

static gboolean
is_shouted (const Statements *self, guint i)
{
  PlxSpan span = PLX_TOKEN (self->analysis, i)->span;

  for (guint32 k = span.begin; k < span.end; k++)
    if (g_ascii_islower (self->analysis->text[k]))
      return FALSE;
  return TRUE;
}

/* "PENCE:", "Anna Berg:" at the first token of a paragraph; gives the colon, 0
 * when there is none. */
static guint
find_label (const Statements *self, guint first)
{
  const PlxReading *r = self->reading;
  gboolean shouted = TRUE, named = FALSE;

  for (guint i = first; i + 1 < r->n && i < first + LABEL_REACH; i++)
    {
      if (i > first && is_at (self, i, ":"))
        return (shouted || named)
               && PLX_TOKEN (self->analysis, i + 1)->span.begin
                  > PLX_TOKEN (self->analysis, i)->span.end ? i : 0;
      if (!g_unichar_isupper (g_utf8_get_char (self->analysis->text
                                               + PLX_TOKEN (self->analysis, i)->span.begin)))
        return 0;
      shouted &= is_shouted (self, i);
      named |= r->mention[i] >= 0
               && PLX_MENTION (self->analysis, r->mention[i])->kind == PLX_ENTITY_PERSON;
    }
  return 0;
}

static guint
first_word (const Statements *self, guint sentence)
{
  guint first = self->reading->sentences[sentence].begin;

  return is_quote_mark (self, first) ? first + 1 : first;
}

gboolean
plx_cues_is_label (const Statements *self, guint token)
{
  return find_label (self, token) > 0;
}

/* One name before a colon is a topic or a list; conversations have two. */
static gboolean
has_neighbour (const Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  guint begin = sentence > NEIGHBOUR_REACH ? sentence - NEIGHBOUR_REACH : 0;

  for (guint s = begin; s < MIN (r->n_sentences, sentence + NEIGHBOUR_REACH); s++)
    if (s != sentence && (s == 0 || r->paragraph[s] != r->paragraph[s - 1])
        && find_label (self, first_word (self, s)) > 0)
      return TRUE;
  return FALSE;
}

/* A turn goes on in paragraphs that open with a quotation mark, if the one
 * before opened with one and closed none. */
static guint
find_turn_end (const Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  guint end = plx_reading_paragraph_end (r, sentence);

  while (is_at (self, r->sentences[sentence].begin, PLX_QUOTE_OPENING) && end + 1 < r->n
         && !is_at (self, (gint64) end - 1, PLX_QUOTE_CLOSING)
         && is_at (self, end, PLX_QUOTE_OPENING) && !plx_cues_is_label (self, end + 1)
         && !is_at (self, (gint64) end + 1, "( ["))
    {
      sentence = PLX_TOKEN (self->analysis, end)->sentence;
      if (sentence >= r->n_sentences)
        break;
      end = MAX (end, plx_reading_paragraph_end (r, sentence));
    }
  return end;
}

gboolean
plx_cues_read_turn (const Statements *self, guint sentence, Cue *cue)
{
  const PlxReading *r = self->reading;
  guint first = first_word (self, sentence), colon;

  if (sentence > 0 && r->paragraph[sentence] == r->paragraph[sentence - 1])
    return FALSE;
  colon = find_label (self, first);
  if (colon == 0 || !has_neighbour (self, sentence))
    return FALSE;
  cue->kind = CUE_ACCORDING;
  cue->words = (PlxRange) { colon, colon + 1 };
  cue->subject = (PlxRange) { first, colon };
  cue->extent = (PlxRange) { first, colon + 1 };
  cue->cut = first;
  cue->right = (PlxRange) { colon + 1, find_turn_end (self, sentence) };
  return cue->is_clause = !plx_range_is_empty (cue->right);
}

/* ---- signed quotations --------------------------------------------------- */

/* “The bridge is safe.” — Anna Berg, mayor */
gboolean
plx_cues_read_signature (const Statements *self, guint i, guint end, Cue *cue)
{
  const PlxReading *r = self->reading;
  guint stop;

  if (i < 2 || !is_at (self, i, PLX_DASHES) || !is_at (self, (gint64) i - 1, PLX_QUOTE_CLOSING)
      || i + 1 >= end || end - i > SIGNATURE_REACH || r->quote[i - 2] < 0)
    return FALSE;
  stop = plx_reading_np_end (r, i + 1, end);
  if (!(is_class (self, i + 1, PLX_CLASS_NAME) || r->mention[i + 1] >= 0)
      || (stop < end && !is_at (self, stop, ", ("))
      || plx_statements_has_finite (self, i + 1, end))
    return FALSE;
  cue->kind = CUE_ACCORDING;
  cue->words = (PlxRange) { i, i + 1 };
  cue->subject = (PlxRange) { i + 1, end };
  cue->extent = (PlxRange) { i, end };
  cue->left = g_array_index (r->quotes, PlxRange, r->quote[i - 2]);
  cue->cut = i;
  return cue->is_clause = TRUE;
}
