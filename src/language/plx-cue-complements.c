/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-cues-private.h"

/* What follows a cue: the times, scenes and addressees before its content,
 * and where the content begins. */

#define ZERO_REACH 40    // tokens in which a clause shows its verb
#define AS2_REACH 10
#define FIGURE_REACH 10
#define SPEECH_WORDS 5   // tokens after "said" that are speech though no verb is seen
#define DATELINE_REACH 14

/* The end of the sentence without its full stop and closing marks. */
guint
plx_statements_trim (const Statements *self, guint begin, guint end)
{
  while (end > begin && is_at (self, (gint64) end - 1,
                              ". ! ? ; : , \xe2\x80\xa6 ... -- \xe2\x80\x94"))
    end--;
  return end;
}

/* Times, scenes and adverbs that stand between a cue and its content: "said
 * on Friday in a statement that". */
guint
plx_cues_skip_adjuncts (const Statements *self, guint k, guint end)
{
  const PlxReading *r = self->reading;

  for (;;)
    {
      const PlxPhrase *scene = plx_phrases_match (self->lists->scenes, r->lower, k, end), *aside;
      guint from = k;

      if (scene != NULL)
        k = plx_reading_np_end (r, k + scene->n_words - 1, end);
      while (k < end && r->time[k] >= 0)
        k++;
      if (k + 1 < end && is_in (self, k, PLX_WORDS_BEFORE_TIME)
          && r->time[k + 1] >= 0)
        k++;
      else if (k + 1 < end && is_class (self, k, PLX_CLASS_ADV) && !begins_phrase (self, k + 1))
        k++;
      aside = plx_phrases_match (self->lists->asides, r->lower, k, end);
      if (aside != NULL)
        k += aside->n_words;
      if (k == from)
        return k;
    }
}

gboolean
plx_statements_has_finite (const Statements *self, guint begin, guint end)
{
  const PlxReading *r = self->reading;

  for (guint i = begin; i < end; i++)
    if (r->quote[i] < 0 && (r->class[i] == PLX_CLASS_AUX
                            || (r->class[i] == PLX_CLASS_VERB
                                && plx_reading_is_finite (r, i, begin))))
      return TRUE;
  return FALSE;
}

/* Does a clause begin at @k: a subject and its verb? */
static gboolean
has_clause (const Statements *self, guint k, guint end)
{
  const PlxReading *r = self->reading;
  guint last = MIN (end, k + ZERO_REACH);

  if (k >= end || !(begins_phrase (self, k)
                    || is_at (self, k, "there in on at if when while after \" \xe2\x80\x9c")))
    return FALSE;
  for (guint i = k + 1; i < last; i++)
    {
      if (is_at (self, i, "; :"))
        return FALSE;
      if (is_class (self, i - 1, PLX_CLASS_TO) || is_at (self, (gint64) i - 1, "who which to"))
        continue;
      if (r->class[i] == PLX_CLASS_AUX
          || (r->class[i] == PLX_CLASS_VERB && plx_reading_is_finite (r, i, k)))
        return r->class[i] == PLX_CLASS_AUX || plx_reading_is_nominal (r, (gint64) i - 1)
               || r->class[i - 1] == PLX_CLASS_ADV || is_at (self, (gint64) i - 1, ", )");
    }
  return FALSE;
}

/* "told reporters", "informed Lian Hao": who hears it */
static guint
skip_addressee (const Statements *self, guint k, guint end, gboolean is_of, PlxRange *addressee)
{
  guint stop, noun = k;

  // "told visiting envoys"
  if (k + 1 < end && is_class (self, k, PLX_CLASS_VERB) && is_class (self, k + 1, PLX_CLASS_NOUN))
    noun = k + 1;
  if (k >= end || !begins_phrase (self, noun))
    return k;
  stop = plx_reading_np_end (self->reading, noun, end);
  for (guint i = k + 1; i < stop; i++)
    if (is_at (self, i, is_of ? "of about on" : "about"))
      stop = i;
  *addressee = (PlxRange) { k, stop };
  return stop;
}

/* "said | in a report | that", "wrote | on its website | :" */
static guint
skip_to_clause (const Statements *self, guint k, guint end, CueFrames frames)
{
  gboolean may_end = (frames & (FRAME_ZERO | FRAME_QUOTE)) != 0;
  guint stop;

  if (k + 1 >= end || !is_in (self, k, PLX_WORDS_BEFORE_CLAUSE))
    return k;
  stop = plx_reading_np_end (self->reading, k + 1, end);
  // "says of Clinton, “…”"
  if (is_at (self, k, "of about"))
    return stop + 2 < end && is_at (self, stop, ", :") && opens_quote (self, stop + 1, end) ? stop
                                                                                            : k;
  stop = plx_cues_skip_adjuncts (self, stop, end);
  if (stop <= k + 1)
    return k;
  if (is_at (self, stop, "that :") || (stop + 1 < end && opens_quote (self, stop + 1, end))
      || (may_end && (stop >= end || is_at (self, stop, ","))))
    return stop;
  return k;
}

static gboolean
opens_question (const Statements *self, guint k)
{
  return is_in (self, k, PLX_WORDS_QUESTION);
}

/* A clause, a quotation, an infinitive at @k. */
static gboolean
begins_clause (const Statements *self, Cue *cue, guint k, guint object, guint end)
{
  CueFrames frames = cue->verb->frames;

  if (is_at (self, k, "that") && (frames & (FRAME_THAT | FRAME_ZERO)) && k + 1 < end)
    {
      cue->right.begin = k + 1;
      return cue->has_that = TRUE;
    }
  if (opens_quote (self, k, end))
    return TRUE;
  if ((frames & FRAME_WH) && opens_question (self, k))
    return TRUE;
  // "asked officials | which district it was"
  if ((frames & FRAME_WH) && (frames & FRAME_TOOBJ) && begins_phrase (self, k))
    {
      guint stop = plx_reading_np_end (self->reading, k, end);

      if (stop < end && opens_question (self, stop))
        {
          cue->addressee = (PlxRange) { k, stop };
          cue->right.begin = stop;
          return TRUE;
        }
    }
  if ((frames & (FRAME_TO | FRAME_TOOBJ)) && is_at (self, k, "to"))
    {
      // who is urged belongs to what is urged: "Hartog to resign"
      if (frames & FRAME_TOOBJ)
        cue->right.begin = object;
      return TRUE;
    }
  if ((frames & (FRAME_THAT | FRAME_ZERO)) && has_clause (self, k, end))
    return TRUE;
  // hardly anything but speech can follow "said"
  return (frames & FRAME_ZERO) && (plx_statements_has_finite (self, k, end)
                                   || (begins_phrase (self, k) && end - k >= SPEECH_WORDS));
}

/* "put | the number of dead at nine" */
static gboolean
has_figure (const Statements *self, guint k, guint end)
{
  for (guint i = k + 1; i + 1 < MIN (end, k + FIGURE_REACH); i++)
    if (is_at (self, i, "at"))
      for (guint n = i + 1; n < MIN (end, i + 5); n++)
        if (is_class (self, n, PLX_CLASS_NUMBER))
          return TRUE;
  return FALSE;
}

/* A noun phrase: "praised the advance of …", "urged a strong stand" */
static gboolean
begins_object (const Statements *self, Cue *cue, guint k, guint object)
{
  CueFrames frames = cue->verb->frames;

  if ((frames & FRAME_TOOBJ) && begins_phrase (self, object))
    {
      cue->right.begin = object;
      return TRUE;
    }
  if (frames & FRAME_FIGURE)
    return begins_phrase (self, k) && has_figure (self, k, cue->right.end);
  if (!(frames & (FRAME_NP | FRAME_OF)))
    return FALSE;
  if ((frames & FRAME_NP) && (frames & FRAME_ADDR))
    cue->right.begin = object;
  // "…, he stressed again" says nothing more
  return begins_phrase (self, cue->right.begin) || is_class (self, k, PLX_CLASS_VERB)
         || (frames & FRAME_OF) || (is_class (self, k, PLX_CLASS_ADV) && k + 1 < cue->right.end);
}

/* "called it | a hoax", "cast him | as a savior": what somebody is named as hangs
 * on the verb beside the object. */
static gboolean
names_object (const PlxReading *r, gint64 verb)
{
  gint64 object = plx_reading_kid (r, verb, PLX_DEPREL_OBJECT);

  if (object < verb)
    return FALSE;
  for (gint32 kid = r->next[object]; kid >= 0; kid = r->next[kid])
    {
      guint first = r->reach[kid].begin;

      switch ((PlxDeprel) r->relation[kid])
        {
        case PLX_DEPREL_OPEN_CLAUSE:
          return plx_reading_kid (r, kid, PLX_DEPREL_MARK) < 0;
        case PLX_DEPREL_OBLIQUE:
        case PLX_DEPREL_ADVERBIAL:
          if (plx_reading_is (r, first, "as"))
            return TRUE;
          break;
        default:
          break;
        }
    }
  return FALSE;
}

/* Without a tree only speech in quotation marks counts: called it “a bridge
 * between peoples” */
static gboolean
begins_naming (const Statements *self, Cue *cue, guint k, guint end)
{
  if (names_object (self->reading, cue->words.begin))
    {
      cue->right = (PlxRange) { k, end };
      return TRUE;
    }
  for (guint i = k; i < MIN (end, k + AS2_REACH); i++)
    if (opens_quote (self, i, end))
      {
        cue->right = (PlxRange) { k, end };
        return TRUE;
      }
  return FALSE;
}

/* Where the content to the right of a cue begins; FALSE when there is none. */
gboolean
plx_cues_read_complement (const Statements *self, Cue *cue, guint k, guint end)
{
  CueFrames frames = cue->verb->frames;
  guint object = k;

  if (frames & FRAME_AS2)
    return begins_naming (self, cue, k, end);
  if (frames & FRAME_ADDR)
    {
      k = skip_addressee (self, k, end, (frames & FRAME_OF) != 0, &cue->addressee);
      if (!(frames & (FRAME_TOOBJ | FRAME_NP)))
        cue->extent.end = MAX (cue->extent.end, k);
    }
  k = skip_to_clause (self, plx_cues_skip_adjuncts (self, k, end), end, frames);
  cue->right.end = end;
  cue->right.begin = k;
  if (k < end && is_at (self, k, ", :") && (opens_quote (self, k + 1, end) || is_at (self, k, ":")))
    {
      cue->right.begin = k + 1;
      cue->is_clause = TRUE;
      return k + 1 < end;
    }
  if (k >= end || is_at (self, k, ", ; . ) -- \xe2\x80\x94"))
    {
      // "thanked France for its help": the addressee is all there is
      cue->right.begin = object;
      return (frames & FRAME_NP) && object < k && begins_phrase (self, object);
    }
  if (begins_clause (self, cue, k, object, end))
    return cue->is_clause = TRUE;
  return begins_object (self, cue, k, object);
}

static gboolean
is_in_capitals (const Statements *self, guint i)
{
  PlxSpan span = PLX_TOKEN (self->analysis, i)->span;

  for (guint32 k = span.begin; k < span.end; k++)
    if (!g_ascii_isupper (self->analysis->text[k]))
      return FALSE;
  return plx_span_length (span) > 1;
}

/* "HARBOUR CITY (CP) - ", "VESKGRAD, May 14 -- ": the place of the report is
 * not part of what is told. Gives the first token after it. */
guint
plx_statements_skip_dateline (const Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  PlxRange range = r->sentences[sentence];

  if (sentence > 0 && r->paragraph[sentence] == r->paragraph[sentence - 1])
    return range.begin;
  for (guint i = range.begin; i < MIN (range.end, range.begin + DATELINE_REACH); i++)
    {
      if (i > range.begin && is_at (self, i, "- -- \xe2\x80\x94 \xe2\x80\x93")
          && PLX_TOKEN (self->analysis, i)->span.begin
             > PLX_TOKEN (self->analysis, i - 1)->span.end)
        return i + 1 < range.end ? i + 1 : range.begin;
      if (r->class[i] != PLX_CLASS_NAME && r->class[i] != PLX_CLASS_PUNCT && r->time[i] < 0
          && r->class[i] != PLX_CLASS_NUMBER && !is_in_capitals (self, i))
        break;
    }
  return range.begin;
}
