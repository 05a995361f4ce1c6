/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

#include <string.h>

/* Finds the cues of one sentence, left to right, with the subject of each and
 * the place where its content begins. Where contents end depends on all cues
 * of the sentence and is settled in plx-contents.c.
 *
 * Words inside quotation marks are somebody's speech, not the text's: no cues
 * are read there. */

#define ZERO_REACH 40    // tokens in which a clause shows its verb
#define AS2_REACH 10
#define DATELINE_REACH 14
#define MAX_CUES 48       // in one sentence

static PlxReading *
reading_of (const Statements *self)
{
  return self->reading;
}

static gboolean
is_at (const Statements *self, gint64 i, const char *words)
{
  return plx_reading_is_any (self->reading, i, words);
}

static gboolean
is_class (const Statements *self, guint i, PlxTokenClass class)
{
  return i < self->reading->n && self->reading->class[i] == class;
}

static gboolean
is_quote_mark (const Statements *self, gint64 i)
{
  return is_at (self, i, "\" \xe2\x80\x9c \xe2\x80\x9d '' `` \xc2\xab \xc2\xbb");
}

static gboolean
opens_quote (const Statements *self, guint i, guint end)
{
  return i + 1 < end && is_quote_mark (self, i) && self->reading->quote[i + 1] >= 0;
}

static gboolean
begins_phrase (const Statements *self, guint i)
{
  return plx_reading_is_nominal (self->reading, i) || is_class (self, i, PLX_CLASS_DET)
         || is_class (self, i, PLX_CLASS_ADJ)
         || is_at (self, i, "his her its their our my your");
}

/* The end of the sentence without its full stop and closing marks. */
guint
plx_statements_trim (const Statements *self, guint begin, guint end)
{
  while (end > begin && is_at (self, (gint64) end - 1, ". ! ? ; : , \xe2\x80\xa6 ... -- \xe2\x80\x94"))
    end--;
  return end;
}

/* Times, scenes and adverbs that stand between a cue and its content: "said
 * on Friday in a statement that". */
static guint
skip_adjuncts (const Statements *self, guint k, guint end)
{
  const PlxReading *r = self->reading;

  for (;;)
    {
      const PlxPhrase *scene = plx_phrases_match (self->lists->scenes, r->lower, k, end);
      guint from = k;

      if (scene != NULL)
        k = plx_reading_np_end (r, k + scene->n_words - 1, end);
      while (k < end && r->time[k] >= 0)
        k++;
      if (k + 1 < end && is_at (self, k, "on in at late early by during since") && r->time[k + 1] >= 0)
        k++;
      else if (k + 1 < end && is_class (self, k, PLX_CLASS_ADV) && !begins_phrase (self, k + 1))
        k++;
      else if (k + 1 < end && is_at (self, k, "to in through via")
               && (is_at (self, k + 1, "reporters journalists private public part detail parliament")))
        k += 2;
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

  if (k >= end || !(begins_phrase (self, k) || is_at (self, k, "there in on at if when while after \" \xe2\x80\x9c")))
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
  guint stop;

  if (k >= end || !begins_phrase (self, k))
    return k;
  stop = plx_reading_np_end (self->reading, k, end);
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

  if (k + 1 >= end || !is_at (self, k, "in at on during through to via after before with"))
    return k;
  stop = plx_reading_np_end (self->reading, k + 1, end);
  stop = skip_adjuncts (self, stop, end);
  if (stop <= k + 1)
    return k;
  if (is_at (self, stop, "that :") || (stop + 1 < end && opens_quote (self, stop + 1, end))
      || (may_end && (stop >= end || is_at (self, stop, ","))))
    return stop;
  return k;
}

/* Where the content to the right of a cue begins; FALSE when there is none. */
static gboolean
read_complement (const Statements *self, Cue *cue, guint k, guint end)
{
  CueFrames frames = cue->verb->frames;
  guint object = k;

  if (frames & FRAME_AS2)
    {
      for (guint i = k; i < MIN (end, k + AS2_REACH); i++)
        if (opens_quote (self, i, end))
          {
            cue->right = (PlxRange) { k, end };
            return TRUE;
          }
      return FALSE;
    }
  if (frames & FRAME_ADDR)
    {
      k = skip_addressee (self, k, end, (frames & FRAME_OF) != 0, &cue->addressee);
      if (!(frames & (FRAME_TOOBJ | FRAME_NP)))
        cue->extent.end = MAX (cue->extent.end, k);
    }
  k = skip_to_clause (self, skip_adjuncts (self, k, end), end, frames);
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
  if (is_at (self, k, "that") && (frames & (FRAME_THAT | FRAME_ZERO)) && k + 1 < end)
    {
      cue->right.begin = k + 1;
      cue->is_clause = cue->has_that = TRUE;
      return TRUE;
    }
  if (opens_quote (self, k, end))
    return cue->is_clause = TRUE;
  if ((frames & FRAME_WH) && is_at (self, k, "whether if how what why who when where"))
    return cue->is_clause = TRUE;
  if ((frames & (FRAME_TO | FRAME_TOOBJ)) && is_at (self, k, "to"))
    {
      // who is urged belongs to what is urged: "Hartog to resign"
      if (frames & FRAME_TOOBJ)
        cue->right.begin = object;
      return cue->is_clause = TRUE;
    }
  if ((frames & (FRAME_THAT | FRAME_ZERO)) && has_clause (self, k, end))
    return cue->is_clause = TRUE;
  // hardly anything but speech can follow "said"
  if ((frames & FRAME_ZERO) && plx_statements_has_finite (self, k, end))
    return cue->is_clause = TRUE;
  if ((frames & FRAME_TOOBJ) && begins_phrase (self, object))
    {
      cue->right.begin = object;
      return TRUE;
    }
  if (frames & (FRAME_NP | FRAME_OF))
    {
      if ((frames & FRAME_NP) && (frames & FRAME_ADDR))
        cue->right.begin = object;
      return begins_phrase (self, cue->right.begin) || is_class (self, k, PLX_CLASS_VERB)
             || (frames & FRAME_OF) || is_class (self, k, PLX_CLASS_ADV);
    }
  return FALSE;
}

/* ---- phrases that are no verbs ---------------------------------------- */

static guint
read_source (const Statements *self, guint first, guint end, PlxRange *source)
{
  guint stop = plx_reading_np_end (self->reading, first, end);

  source->begin = first;
  source->end = stop;
  // "the party's official newspaper, Rodong Sinmun, on Friday": the name beside it
  if (stop + 2 < end && is_at (self, stop, ",")
      && (is_class (self, stop + 1, PLX_CLASS_NAME)
          || (is_class (self, stop + 1, PLX_CLASS_DET) && is_class (self, stop + 2, PLX_CLASS_NAME)))
      && !is_class (self, plx_reading_np_head (self->reading, *source), PLX_CLASS_NAME))
    {
      guint name = plx_reading_np_end (self->reading, stop + 1, end);

      if (name >= end || is_at (self, name, ", . )"))
        source->end = name;
    }
  return source->end;
}

/* Content on both sides of an attribution. What comes after it is told too if
 * it is quoted, or if the clause is not yet complete ("the talks, he said,
 * would go on"); else it is an afterthought ("…, he said, a day after …"). */
static void
surround (const Statements *self, Cue *cue, guint begin, guint end)
{
  guint before = cue->extent.begin, after = skip_adjuncts (self, cue->extent.end, end);

  if (after < end && is_at (self, after, ","))
    after = skip_adjuncts (self, after + 1, end);
  if (after < end && is_at (self, after, ","))
    after++;
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
          || (!plx_statements_has_finite (self, cue->left.begin, cue->left.end)
              && self->reading->quote[cue->left.begin + (cue->left.end - cue->left.begin > 1)] < 0)))
    cue->right = (PlxRange) { after, end };
  cue->is_clause = TRUE;
}

static gboolean
read_according (Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  guint source = i + 2;

  if (is_at (self, i, "according") && is_at (self, (gint64) i + 1, "to"))
    cue->words = (PlxRange) { i, i + 2 };
  else if (is_at (self, i, "as") && is_at (self, (gint64) i + 2, "by")
           && is_at (self, (gint64) i + 1, "reported noted quoted cited described told stated"
                     " detailed announced published carried"))
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
  surround (self, cue, begin, end);
  return !plx_range_is_empty (cue->left) || !plx_range_is_empty (cue->right);
}

/* ---- verbs ------------------------------------------------------------- */

static const CueForm *
look_up (const Statements *self, guint i, guint end)
{
  const GArray *forms = g_hash_table_lookup (self->lists->forms, self->reading->lower[i]);
  const CueForm *best = NULL;

  for (guint f = 0; forms != NULL && f < forms->len; f++)
    {
      const CueForm *form = &g_array_index (forms, CueForm, f);
      guint k = 0;

      while (k < form->verb->n_rest && is_at (self, (gint64) i + 1 + k, form->verb->rest[k]))
        k++;
      if (k == form->verb->n_rest && i + k < end
          && (best == NULL || k > best->verb->n_rest))
        best = form;
    }
  return best;
}

static gboolean
is_verb_here (const Statements *self, guint i, guint begin, const CueForm *form)
{
  const PlxReading *r = self->reading;

  if (is_at (self, i, "said says told"))
    return TRUE;
  if (r->class[i] == PLX_CLASS_ADJ)
    {
      guint group = plx_reading_verb_group (r, i, begin);

      if (form->form == FORM_BASE)
        return group < i && plx_reading_is_be (r, group);
      // a tagger may take "the newspaper detailed that" for an adjective
      return form->form != FORM_ING && i > begin && i + 1 < r->n
             && plx_reading_is_nominal (r, (gint64) i - 1)
             && is_at (self, (gint64) i + 1, "that a an the his her its their");
    }
  if (r->class[i] != PLX_CLASS_VERB)
    return FALSE;
  // "the reported launch"
  return !(i > begin && i + 1 < r->n && is_class (self, i - 1, PLX_CLASS_DET)
           && is_class (self, i + 1, PLX_CLASS_NOUN));
}

static gboolean
has_be (const Statements *self, guint group, guint verb)
{
  for (guint i = group; i < verb; i++)
    if (plx_reading_is_be (self->reading, i))
      return TRUE;
  return FALSE;
}

static gint32
last_cue (const Statements *self, gboolean finite)
{
  for (guint c = self->cues->len; c-- > 0;)
    if (!finite || (CUE (self, c)->kind != CUE_PARTICIPLE && CUE (self, c)->kind != CUE_ACCORDING
                    && CUE (self, c)->kind != CUE_AS))
      return (gint32) c;
  return -1;
}

/* The subject of the nearest finite verb before @i. */
static gboolean
subject_of_earlier (const Statements *self, guint i, guint begin, PlxRange *subject)
{
  const PlxReading *r = self->reading;

  while (i-- > begin)
    if (r->class[i] == PLX_CLASS_VERB && r->quote[i] < 0 && plx_reading_is_finite (r, i, begin)
        && plx_reading_subject (r, i, begin, subject))
      return TRUE;
  return FALSE;
}

/* Gives a cue without a subject of its own that of an earlier one. */
static gboolean
share_subject (const Statements *self, Cue *cue, guint group, guint begin)
{
  cue->partner = last_cue (self, cue->kind != CUE_PARTICIPLE);
  if (cue->partner < 0 && cue->kind == CUE_PARTICIPLE)
    cue->partner = last_cue (self, FALSE);
  cue->extent = (PlxRange) { group, cue->words.end };
  cue->cut = group;
  while (cue->cut > begin && is_at (self, (gint64) cue->cut - 1, "and but then by , while after or"))
    cue->cut--;
  if (cue->partner >= 0)
    return TRUE;
  return subject_of_earlier (self, group, begin, &cue->subject);
}

/* "…", said Reed · "…", said Mira Oduya, a researcher at the Institute. */
static gboolean
read_inverted (const Statements *self, Cue *cue, guint group, guint begin, guint end)
{
  guint k = cue->words.end, stop;
  PlxRange other;
  gboolean after_quote = group > begin && (is_quote_mark (self, (gint64) group - 1)
                         || (is_at (self, (gint64) group - 1, ",") && group > begin + 1
                             && is_quote_mark (self, (gint64) group - 2)));
  gboolean after_comma = group > begin && is_at (self, (gint64) group - 1, ",");

  if (!after_quote && plx_reading_subject (self->reading, cue->words.begin, begin, &other))
    return FALSE;
  if (!(cue->verb->frames & (FRAME_QUOTE | FRAME_ZERO)) || (cue->verb->frames & FRAME_ADDR)
      || k >= end || !begins_phrase (self, k)
      || !(after_quote || (after_comma && (is_class (self, k, PLX_CLASS_NAME)
                                           || (cue->verb->frames & FRAME_ZERO)))))
    return FALSE;
  stop = plx_reading_np_end (self->reading, k, end);
  if (!after_quote && stop < end && !is_at (self, stop, ",") && self->reading->time[stop] < 0)
    return FALSE;
  cue->subject = (PlxRange) { k, stop };
  if (stop < end && is_at (self, stop, ",") && stop + 1 < end && begins_phrase (self, stop + 1))
    cue->subject.end = plx_reading_np_end (self->reading, stop + 1, end);
  else if (stop + 1 < end && is_at (self, stop, ",") && is_at (self, stop + 1, "who whose"))
    {
      while (stop < end && !opens_quote (self, stop, end))
        stop++;
      cue->subject.end = stop;
    }
  cue->extent = (PlxRange) { group, cue->subject.end };
  surround (self, cue, begin, end);
  // what follows the speaker is his only if it is quoted
  if (!plx_range_is_empty (cue->right) && !opens_quote (self, cue->right.begin, end))
    cue->right.end = cue->right.begin;
  return TRUE;
}

/* Is the word before the subject a "which" or "that" that makes the cue part
 * of a noun phrase ("a bridge which officials said …")? */
static gboolean
is_relative (const Statements *self, const Cue *cue, guint begin)
{
  gint64 before = (gint64) cue->extent.begin - 1;

  if (before < begin || !is_at (self, before, "which that whom what who"))
    return FALSE;
  for (guint c = 0; c < self->cues->len; c++)
    if (CUE (self, c)->right.begin == cue->extent.begin && CUE (self, c)->has_that)
      return FALSE;
  return !(is_at (self, before, "that") && before == begin);
}

/* Trailing or inserted: "X will go, the ministry said", "the talks, he said, …" */
static gboolean
read_left_content (const Statements *self, Cue *cue, guint begin, guint end)
{
  guint from = cue->extent.begin;
  gboolean joined;

  if (from == begin)
    {
      // the quotation is the sentence before
      if (begin > 0 && is_quote_mark (self, (gint64) begin - 1) && begin > 1
          && self->reading->quote[begin - 2] >= 0)
        {
          PlxRange quote = g_array_index (self->reading->quotes, PlxRange,
                                          self->reading->quote[begin - 2]);

          cue->left = quote;
          cue->cut = begin;
          return TRUE;
        }
      return FALSE;
    }
  if (is_at (self, (gint64) from - 1, "as"))
    {
      cue->kind = CUE_AS;
      from = --cue->extent.begin;
    }
  joined = is_at (self, (gint64) from - 1, ", \xe2\x80\x94 -- ? !") || is_quote_mark (self, (gint64) from - 1);
  if (from == begin ? cue->kind != CUE_AS : !joined)
    return FALSE;
  surround (self, cue, begin, end);
  return TRUE;
}

/* The words "as saying" at or shortly after @k: one past them, 0 when not. */
static guint
skip_as_saying (const Statements *self, guint k, guint end)
{
  k = skip_adjuncts (self, k, end);
  return is_at (self, k, "as") && is_at (self, (gint64) k + 1, "saying telling stating") ? k + 2 : 0;
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
static gboolean
read_quoted (Statements *self, Cue *cue, guint i, guint begin, guint end)
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
  if (!read_complement (self, cue, stop, end))
    return FALSE;
  if (!plx_range_is_empty (via))
    add_outer (self, cue, via, (PlxRange) { i, i + 1 });
  return TRUE;
}

/* "the radio quoted Tal as saying that …" */
static gboolean
read_quoting (Statements *self, Cue *cue, guint i, guint begin, guint end)
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
      && !subject_of_earlier (self, i, begin, &outlet))
    return FALSE;
  cue->kind = CUE_QUOTED;
  cue->subject = speaker;
  cue->words = (PlxRange) { stop - 1, stop };
  cue->extent = (PlxRange) { speaker.begin, stop };
  cue->cut = outlet.begin;
  if (!read_complement (self, cue, stop, end))
    return FALSE;
  add_outer (self, cue, outlet, (PlxRange) { i, i + 1 });
  return TRUE;
}

/* "…, citing a report": the source behind the source. Its content is that of
 * the cue beside it, which plx-contents.c copies. */
static gboolean
read_citing (Statements *self, Cue *cue, guint i, guint end)
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

/* Praise, support, wishes: only somebody can have them, and talks only people
 * hold. A clause or a quotation says for itself that it was said. */
static gboolean
needs_speaker (const Cue *cue)
{
  return !cue->is_clause || (cue->verb->frames & (FRAME_ATTITUDE | FRAME_TALK)) != 0;
}

/* A cue with a subject to its left. */
static gboolean
read_with_subject (Statements *self, Cue *cue, guint begin, guint end)
{
  gboolean is_right;

  cue->extent = (PlxRange) { cue->subject.begin, cue->words.end };
  cue->cut = cue->subject.begin;
  while (cue->cut > begin && is_at (self, (gint64) cue->cut - 1, "and but while whereas when although though"))
    cue->cut--;
  cue->cut = plx_statements_trim (self, begin, cue->cut);
  if (is_relative (self, cue, begin)
      || (is_at (self, cue->subject.begin, "which that") && cue->subject.end == cue->subject.begin + 1)
      || is_at (self, (gint64) cue->extent.begin - 1, "whether if unless"))
    return FALSE;
  is_right = read_complement (self, cue, cue->words.end, end);
  if (!is_right)
    {
      cue->right = (PlxRange) { 0, 0 };
      if (!(cue->verb->frames & (FRAME_ZERO | FRAME_QUOTE | FRAME_THAT))
          || is_at (self, cue->subject.begin, "who which that"))
        return FALSE;
      if (!(cue->verb->frames & FRAME_ZERO) && !plx_statements_is_speaker (self, cue->subject))
        return FALSE;
      // without content it still lends its subject: "Kim responded by affirming"
      read_left_content (self, cue, begin, end);
      return TRUE;
    }
  // "as he said the day before": what follows is no clause
  if (is_at (self, (gint64) cue->extent.begin - 1, "as") && !cue->has_that
      && !opens_quote (self, cue->right.begin, end))
    return FALSE;
  return !needs_speaker (cue) || plx_statements_is_speaker (self, cue->subject);
}

static gboolean
read_shared (Statements *self, Cue *cue, guint group, guint begin, guint end)
{
  if (!share_subject (self, cue, group, begin))
    return FALSE;
  if (!read_complement (self, cue, cue->words.end, end))
    return FALSE;
  if (cue->partner >= 0 || !needs_speaker (cue))
    return TRUE;
  return plx_statements_is_speaker (self, cue->subject);
}

static gboolean
read_participle (Statements *self, Cue *cue, guint i, guint begin, guint end)
{
  guint group = plx_reading_verb_group (self->reading, i, begin);
  PlxRange subject;

  if (group <= begin || (cue->verb->frames & FRAME_ATTITUDE))
    return FALSE;
  cue->kind = CUE_PARTICIPLE;
  if (is_at (self, (gint64) group - 1, ", by and while after in without"))
    return read_shared (self, cue, group, begin, end);
  if (!is_class (self, group - 1, PLX_CLASS_NOUN)
      || !plx_reading_subject (self->reading, i, begin, &subject))
    return FALSE;
  // "issued a statement saying": the one who issued it speaks
  if (plx_statements_group_of (self, subject, NULL) == GROUP_REPORT)
    return read_shared (self, cue, group, begin, end);
  return FALSE;
}

static gboolean
read_verb (Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  const PlxReading *r = self->reading;
  const CueForm *form = look_up (self, i, end);
  guint group;

  if (form == NULL || !is_verb_here (self, i, begin, form))
    return FALSE;
  cue->verb = form->verb;
  cue->form = form->form;
  cue->words = (PlxRange) { i, i + 1 + form->verb->n_rest };
  group = plx_reading_verb_group (r, i, begin);
  for (guint k = group; k < i; k++)
    cue->negated |= r->class[k] == PLX_CLASS_NOT;
  if ((form->verb->frames & FRAME_VIA) && form->form == FORM_ING && !has_be (self, group, i))
    return read_citing (self, cue, i, end);
  if ((form->verb->frames & FRAME_VIA) && !has_be (self, group, i))
    return read_quoting (self, cue, i, begin, end);
  if (form->form == FORM_ING && !has_be (self, group, i))
    return read_participle (self, cue, i, begin, end);
  if (form->form != FORM_ING && form->form != FORM_BASE && has_be (self, group, i))
    return read_quoted (self, cue, i, begin, end);
  if (!plx_reading_is_finite (r, i, begin))
    return FALSE;
  if (read_inverted (self, cue, group, begin, end))
    return TRUE;
  if (plx_reading_subject (r, i, begin, &cue->subject))
    return read_with_subject (self, cue, begin, end);
  if (group > begin && is_at (self, (gint64) group - 1, "and but , then or"))
    return read_shared (self, cue, group, begin, end);
  return FALSE;
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
          && r->class[i] != PLX_CLASS_NUMBER && !is_at (self, i, "ap afp reuters"))
        break;
    }
  return range.begin;
}

/**
 * plx_statements_find_cues:
 *
 * Fills @self->cues with those of the sentence.
 */
void
plx_statements_find_cues (Statements *self, guint sentence)
{
  PlxReading *r = reading_of (self);
  PlxRange range = r->sentences[sentence];
  guint end = plx_statements_trim (self, range.begin, range.end);
  guint begin = plx_statements_skip_dateline (self, sentence);

  g_array_set_size (self->cues, 0);
  while (begin < end && is_quote_mark (self, begin) && r->quote[begin + 1] < 0)
    begin++;
  for (guint i = begin; i < end && self->cues->len < MAX_CUES; i++)
    {
      Cue cue = { .partner = -1, .parent = -1, .entity = -2 };

      if (r->quote[i] >= 0)
        continue;
      if (!read_according (self, i, begin, end, &cue))
        {
          cue = (Cue) { .partner = -1, .parent = -1, .entity = -2 };
          if (!read_verb (self, i, begin, end, &cue))
            continue;
        }
      g_array_append_val (self->cues, cue);
      i = MAX (i, cue.words.end - 1);
    }
}
