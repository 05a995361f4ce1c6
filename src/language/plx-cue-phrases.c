/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-cues-private.h"

/* Attributions that are no verb with a subject: "according to", "as reported
 * by", "was quoted as saying", "citing". */

#define INSERTION_REACH 16   // tokens of what stands between a speaker and his quotation

static guint
read_source (const Statements *self, guint first, guint end, PlxRange *source)
{
  guint stop = plx_reading_np_end (self->reading, first, end);

  source->begin = first;
  source->end = stop;
  // "the party's official newspaper, Rodong Sinmun, on Friday": the name beside it
  if (stop + 2 < end && is_at (self, stop, ",")
      && (is_class (self, stop + 1, PLX_CLASS_NAME)
          || (is_class (self, stop + 1, PLX_CLASS_DET)
              && is_class (self, stop + 2, PLX_CLASS_NAME)))
      && !is_class (self, plx_reading_np_head (self->reading, *source), PLX_CLASS_NAME))
    {
      guint name = plx_reading_np_end (self->reading, stop + 1, end);

      if (name >= end || is_at (self, name, ", . )"))
        source->end = name;
    }
  return source->end;
}

/* Is the first word of the range, past a quotation mark, somebody's speech? */
static gboolean
begins_quoted (const Statements *self, PlxRange range)
{
  guint i = range.end - range.begin > 1 ? range.begin + 1 : range.begin;

  return self->reading->quote[i] >= 0;
}

/* "…," he said, but “…” · "…," he said, referring to the fine, “…” */
static guint
skip_to_quote (const Statements *self, guint k, guint end)
{
  if (k < end && is_at (self, k, "but and") && opens_quote (self, k + 1, end))
    return k + 1;
  if (k < end && self->reading->quote[k] < 0 && g_str_has_suffix (self->reading->lower[k], "ing"))
    for (guint i = k + 1; i + 1 < MIN (end, k + INSERTION_REACH) && self->reading->quote[i] < 0;
         i++)
      if (is_at (self, i, ",") && opens_quote (self, i + 1, end))
        return i + 1;
  return k;
}

/* "It was a juggernaut, he said, until …" · "Even if it fails, he said, …" */
static gboolean
goes_on (const Statements *self, const Cue *cue, guint after, guint end)
{
  const PlxReading *r = self->reading;

  if (r->quote[cue->left.begin] >= 0 || is_quote_mark (self, cue->left.begin))
    return FALSE;
  return plx_phrases_match (self->lists->sequels, r->lower, after, end) != NULL
         || plx_phrases_match (self->lists->preludes, r->lower, cue->left.begin, cue->left.end)
                != NULL;
}

/* Content on both sides of an attribution. What comes after it is told too if
 * it is quoted, or if the clause is not yet complete ("the talks, he said,
 * would go on"); else it is an afterthought ("…, he said, a day after …"). */
void
plx_cues_surround (const Statements *self, Cue *cue, guint begin, guint end)
{
  guint before = cue->extent.begin, after = plx_cues_skip_adjuncts (self, cue->extent.end, end);

  if (after < end && is_at (self, after, ","))
    after = plx_cues_skip_adjuncts (self, after + 1, end);
  if (after < end && is_at (self, after, ","))
    after++;
  after = skip_to_quote (self, after, end);
  // "…, where according to residents": only what follows is theirs
  if (before > begin && (is_class (self, before - 1, PLX_CLASS_SUB)
                         || is_in (self, (gint64) before - 1, PLX_WORDS_CLAUSE_LINK)))
    begin = before;
  cue->cut = plx_statements_trim (self, begin, before);
  for (guint i = begin; i < cue->cut; i++)
    if (is_at (self, i, ": ;") && self->reading->quote[i] < 0)
      begin = i + 1;
  if (cue->cut > begin && !is_at (self, begin, "but and"))
    cue->left = (PlxRange) { begin, cue->cut };
  else if (cue->cut > begin + 1)
    cue->left = (PlxRange) { begin + 1, cue->cut };
  if (after < end
      && (opens_quote (self, after, end) || plx_range_is_empty (cue->left)
          || goes_on (self, cue, after, end)
          || (!plx_statements_has_finite (self, cue->left.begin, cue->left.end)
              && !begins_quoted (self, cue->left))))
    cue->right = (PlxRange) { after, end };
  cue->is_clause = TRUE;
}

gboolean
plx_cues_read_according (Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  guint source = i + 2;

  if (is_at (self, i, "according") && is_at (self, (gint64) i + 1, "to"))
    cue->words = (PlxRange) { i, i + 2 };
  else if (is_at (self, i, "as") && is_at (self, (gint64) i + 2, "by")
           && is_verb_of_saying (self, i + 1))
    {
      cue->words = (PlxRange) { i + 1, i + 2 };
      cue->kind = CUE_AS;
      source = i + 3;
    }
  else
    return FALSE;
  if (source >= end || !begins_phrase (self, source))
    return FALSE;
  if (cue->kind != CUE_AS)
    cue->kind = CUE_ACCORDING;
  cue->extent = (PlxRange) { i, read_source (self, source, end, &cue->subject) };
  plx_cues_surround (self, cue, begin, end);
  return !plx_range_is_empty (cue->left) || !plx_range_is_empty (cue->right);
}

/* The words "as saying" at or shortly after @k: one past them, 0 when not. */
static guint
skip_as_saying (const Statements *self, guint k, guint end)
{
  k = plx_cues_skip_adjuncts (self, k, end);
  if (is_at (self, k, "as") && is_verb_of_saying (self, k + 1)
      && g_str_has_suffix (self->reading->lower[k + 1], "ing"))
    return k + 2;
  return 0;
}

/* An outlet that lets another speak, with the content of the speaker's cue. */
static void
add_outer (Statements *self, const Cue *inner, PlxRange source, PlxRange words)
{
  Cue outer = *inner;

  outer.kind = CUE_AS;
  outer.words = words;
  outer.subject = source;
  outer.extent = (PlxRange) { MIN (source.begin, words.begin), MAX (source.end, words.end) };
  outer.left = inner->extent;
  g_array_append_val (self->cues, outer);
}

/* "Kroll was quoted by the agency as saying that …" */
gboolean
plx_cues_read_quoted (Statements *self, Cue *cue, guint i, guint begin, guint end)
{
  PlxRange via = { 0, 0 };
  guint k = i + 1, stop;

  if (!(cue->verb->frames & FRAME_VIA))
    return FALSE;
  if (is_at (self, k, "by") && k + 1 < end)
    {
      via = (PlxRange) { k + 1, plx_reading_np_end (self->reading, k + 1, end) };
      k = via.end;
    }
  stop = skip_as_saying (self, k, end);
  if (stop == 0 || !plx_reading_subject (self->reading, i, begin, &cue->subject))
    return FALSE;
  cue->kind = CUE_QUOTED;
  cue->words = (PlxRange) { stop - 1, stop };
  cue->extent = (PlxRange) { cue->subject.begin, stop };
  cue->cut = cue->subject.begin;
  // "…," he was quoted as saying
  if (!plx_cues_read_complement (self, cue, stop, end)
      && !plx_cues_read_left (self, cue, begin, end))
    return FALSE;
  if (!plx_range_is_empty (via))
    add_outer (self, cue, via, (PlxRange) { i, i + 1 });
  return TRUE;
}

/* "the radio quoted Tal as saying that …" */
gboolean
plx_cues_read_quoting (Statements *self, Cue *cue, guint i, guint begin, guint end)
{
  PlxRange outlet, speaker = { i + 1, 0 };
  guint stop;

  speaker.end = plx_reading_np_end (self->reading, i + 1, end);
  // "a fisherman, Ko Lam, as saying"
  if (is_at (self, speaker.end, ",") && speaker.end + 1 < end)
    {
      guint name = plx_reading_np_end (self->reading, speaker.end + 1, end);

      if (is_at (self, name, ",") && is_at (self, (gint64) name + 1, "as"))
        speaker.end = name + 1;
    }
  stop = skip_as_saying (self, speaker.end, end);
  if (stop == 0 || speaker.end <= speaker.begin)
    return FALSE;
  if (!plx_reading_subject (self->reading, i, begin, &outlet)
      && !plx_cues_earlier_subject (self, i, begin, &outlet))
    return FALSE;
  cue->kind = CUE_QUOTED;
  cue->subject = speaker;
  cue->words = (PlxRange) { stop - 1, stop };
  cue->extent = (PlxRange) { speaker.begin, stop };
  cue->cut = outlet.begin;
  if (!plx_cues_read_complement (self, cue, stop, end))
    return FALSE;
  add_outer (self, cue, outlet, (PlxRange) { i, i + 1 });
  return TRUE;
}

/* "…, citing a report": the source behind the source. Its content is that of
 * the cue beside it, which plx-contents.c copies. */
gboolean
plx_cues_read_citing (Statements *self, Cue *cue, guint i, guint end)
{
  PlxRange source;

  if (i + 1 >= end || !begins_phrase (self, i + 1))
    return FALSE;
  read_source (self, i + 1, end, &source);
  cue->kind = CUE_CITING;
  cue->subject = source;
  cue->extent = (PlxRange) { i, source.end };
  cue->cut = i;
  return TRUE;
}
