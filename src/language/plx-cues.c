/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-cues-private.h"

/* Finds the cues of one sentence, left to right, with the subject of each and
 * the place where its content begins. Where contents end depends on all cues
 * of the sentence and is settled in plx-contents.c.
 *
 * Words inside quotation marks are somebody's speech, not the text's: no cues
 * are read there. */

#define MAX_CUES 48       // in one sentence
#define PARENTHESIS_REACH 9
#define SHARE_REACH 4     // verbs between one and the subject it shares

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

  if (is_in (self, i, PLX_WORDS_SAID))
    return TRUE;
  if (r->class[i] == PLX_CLASS_ADJ)
    {
      guint group = plx_reading_verb_group (r, i, begin);

      if (form->form == FORM_BASE)
        return group < i && plx_reading_is_be (r, group);
      // a tagger may take "the newspaper detailed that" for an adjective
      return form->form != FORM_ING && i > begin && i + 1 < r->n
             && plx_reading_is_nominal (r, (gint64) i - 1)
             && (is_in (self, (gint64) i + 1, PLX_WORDS_ARTICLE)
                 || is_in (self, (gint64) i + 1, PLX_WORDS_THEIRS)
                 || is_at (self, (gint64) i + 1, "that"));
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
    if (CUE (self, c)->kind != CUE_NOUN
        && (!finite
            || (CUE (self, c)->kind != CUE_PARTICIPLE && CUE (self, c)->kind != CUE_ACCORDING
                && CUE (self, c)->kind != CUE_AS)))
      return (gint32) c;
  return -1;
}

/* The subject of the nearest finite verb before @i. */
gboolean
plx_cues_earlier_subject (const Statements *self, guint i, guint begin, PlxRange *subject)
{
  const PlxReading *r = self->reading;

  while (i-- > begin)
    if (r->class[i] == PLX_CLASS_VERB && r->quote[i] < 0 && plx_reading_is_finite (r, i, begin)
        && plx_reading_subject (r, i, begin, subject))
      return TRUE;
  return FALSE;
}

/* "The agency said that the ministers met and exchanged views on trade": those
 * who met talk, not the agency. */
static gboolean
talks_inside (const Statements *self, const Cue *cue, guint group, guint begin)
{
  PlxRange subject;

  return cue->verb != NULL && (cue->verb->frames & FRAME_TALK)
         && plx_cues_earlier_subject (self, group, begin, &subject)
         && !plx_range_is_empty (CUE (self, cue->partner)->right)
         && subject.begin >= CUE (self, cue->partner)->right.begin
         && plx_statements_is_speaker (self, subject);
}

static gint32
cue_at (const Statements *self, gint64 token)
{
  for (guint c = 0; c < self->cues->len; c++)
    if (CUE (self, c)->words.begin == token)
      return (gint32) c;
  return -1;
}

/* Does an earlier cue begin to be told before @token? */
static gboolean
is_told (const Statements *self, gint64 token)
{
  gint32 last = last_cue (self, TRUE);

  return last >= 0 && !plx_range_is_empty (CUE (self, last)->right)
         && token >= (gint64) CUE (self, last)->right.begin;
}

/* "who posed a threat and refused", "…, saying that": the verb that the tree
 * hangs it on has the subject. */
static gboolean
share_by_tree (const Statements *self, Cue *cue, guint begin)
{
  const PlxReading *r = self->reading;
  gint64 verb = cue->words.begin;
  gboolean is_aside;

  for (guint steps = 0; steps < SHARE_REACH && verb >= 0; steps++)
    {
      if (r->relation[verb] != PLX_DEPREL_CONJUNCT && r->relation[verb] != PLX_DEPREL_ADVERBIAL
          && r->relation[verb] != PLX_DEPREL_OPEN_CLAUSE)
        return FALSE;
      is_aside = r->relation[verb] == PLX_DEPREL_ADVERBIAL
                 && is_at (self, (gint64) cue->extent.begin - 1, ",");
      verb = r->head[verb];
      // ", explaining that" after what somebody said is his sooner than theirs
      if (verb < (gint64) begin || r->quote[verb] != r->quote[cue->words.begin]
          || (is_aside && is_told (self, verb)))
        return FALSE;
      cue->partner = cue_at (self, verb);
      if (cue->partner >= 0 || plx_reading_subject (r, (guint) verb, begin, &cue->subject))
        return TRUE;
    }
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
  while (cue->cut > begin
         && (is_at (self, (gint64) cue->cut - 1, ", by while after")
             || is_in (self, (gint64) cue->cut - 1, PLX_WORDS_SHARED)))
    cue->cut--;
  if (plx_reading_has_tree (self->reading, cue->words.begin)
      && share_by_tree (self, cue, begin))
    return TRUE;
  if (cue->partner >= 0 && !talks_inside (self, cue, group, begin))
    return TRUE;
  cue->partner = -1;
  return plx_cues_earlier_subject (self, group, begin, &cue->subject);
}

/* "Butterfield (D-N.C.), head of": one past the parenthesis that opens at @k. */
guint
plx_cues_skip_parenthesis (const Statements *self, guint k, guint end)
{
  if (is_at (self, k, "("))
    for (guint i = k + 1; i < MIN (end, k + PARENTHESIS_REACH); i++)
      if (is_at (self, i, ")"))
        return i + 1;
  return k;
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
  stop = plx_cues_skip_parenthesis (self, plx_reading_np_end (self->reading, k, end), end);
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
  plx_cues_surround (self, cue, begin, end);
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

  if (before < begin || !(is_in (self, before, PLX_WORDS_RELATIVE) || is_at (self, before, "what")))
    return FALSE;
  for (guint c = 0; c < self->cues->len; c++)
    if (CUE (self, c)->right.begin == cue->extent.begin && CUE (self, c)->has_that)
      return FALSE;
  return !(is_at (self, before, "that") && before == begin);
}

static gboolean
opens_paragraph (const Statements *self, guint token)
{
  const PlxReading *r = self->reading;
  guint32 sentence = PLX_TOKEN (self->analysis, token)->sentence;

  return sentence == 0 || sentence >= r->n_sentences || r->sentences[sentence].begin != token
         || r->paragraph[sentence] != r->paragraph[sentence - 1];
}

/* Trailing or inserted: "X will go, the ministry said", "the talks, he said, …" */
gboolean
plx_cues_read_left (const Statements *self, Cue *cue, guint begin, guint end)
{
  guint from = cue->extent.begin;
  gboolean joined;

  if (from == begin)
    {
      // the quotation is the sentence before
      if (begin > 1 && is_quote_mark (self, (gint64) begin - 1)
          && self->reading->quote[begin - 2] >= 0 && !opens_paragraph (self, begin))
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
  joined = is_at (self, (gint64) from - 1, ", \xe2\x80\x94 -- ? !")
           || is_quote_mark (self, (gint64) from - 1);
  if (from == begin ? cue->kind != CUE_AS : !joined)
    return FALSE;
  plx_cues_surround (self, cue, begin, end);
  return TRUE;
}

/* Praise, support, wishes: only somebody can have them, and talks only people
 * hold. A clause or a quotation says for itself that it was said. */
static gboolean
needs_speaker (const Cue *cue)
{
  return !cue->is_clause || (cue->verb->frames & (FRAME_ATTITUDE | FRAME_TALK)) != 0;
}

/* "documents seen by Reuters show": the documents do. */
static void
extend_over_viewer (const Statements *self, Cue *cue, guint begin)
{
  guint subject = cue->subject.begin;
  guint from = subject > begin + 3 ? subject - 3 : begin + 1;

  for (guint k = from; k + 1 < subject; k++)
    {
      const PlxPhrase *phrase = plx_phrases_match (self->lists->viewers, self->reading->lower, k,
                                                   subject);

      if (phrase != NULL && k + phrase->n_words == subject
          && plx_reading_is_nominal (self->reading, (gint64) k - 1))
        {
          cue->subject.begin = plx_reading_np_begin (self->reading, k - 1, begin);
          return;
        }
    }
}

/* A cue with a subject to its left. */
static gboolean
read_with_subject (Statements *self, Cue *cue, guint begin, guint end)
{
  gboolean is_right;

  extend_over_viewer (self, cue, begin);
  // "…," retired general Newton said
  if (cue->subject.begin > begin && is_class (self, cue->subject.begin - 1, PLX_CLASS_VERB)
      && plx_cues_follows_quote (self, cue->subject.begin - 1, begin))
    cue->subject.begin--;
  cue->extent = (PlxRange) { cue->subject.begin, cue->words.end };
  cue->cut = cue->subject.begin;
  while (cue->cut > begin
         && is_in (self, (gint64) cue->cut - 1, PLX_WORDS_BESIDE))
    cue->cut--;
  cue->cut = plx_statements_trim (self, begin, cue->cut);
  if ((is_relative (self, cue, begin) && !plx_cues_precedes_quote (self, cue->words.end, end))
      || (is_at (self, cue->subject.begin, "which that")
          && cue->subject.end == cue->subject.begin + 1)
      || is_in (self, (gint64) cue->extent.begin - 1, PLX_WORDS_DOUBT))
    return FALSE;
  is_right = plx_cues_read_complement (self, cue, cue->words.end, end);
  if (!is_right)
    {
      cue->right = (PlxRange) { 0, 0 };
      if (plx_cues_read_next_paragraph (self, cue, end))
        return TRUE;
      if (!(cue->verb->frames & (FRAME_ZERO | FRAME_QUOTE | FRAME_THAT))
          || is_in (self, cue->subject.begin, PLX_WORDS_RELATIVE))
        return FALSE;
      if (!(cue->verb->frames & FRAME_ZERO) && !plx_cues_follows_quote (self, cue->extent.begin, begin)
          && !plx_statements_is_speaker (self, cue->subject))
        return FALSE;
      // without content it still lends its subject: "Kim responded by affirming"
      plx_cues_read_left (self, cue, begin, end);
      return TRUE;
    }
  if (plx_cues_follows_quote (self, cue->extent.begin, begin)
      && !is_at (self, MAX (cue->words.end, cue->addressee.end), "that")
      && !(cue->is_clause && plx_cues_follows_title (self, cue->extent.begin, begin)))
    {
      // "…," he told reporters after the meeting that was held …
      if (!opens_quote (self, cue->right.begin, end))
        cue->right = (PlxRange) { 0, 0 };
      plx_cues_surround (self, cue, begin, end);
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
  if (!plx_cues_read_complement (self, cue, cue->words.end, end))
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
  if (is_at (self, (gint64) group - 1, ",")
      || is_in (self, (gint64) group - 1, PLX_WORDS_PARTICIPLE))
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
  // "the love shown by": not a verb of its own
  if (form->form == FORM_PARTICIPLE && group == i)
    return FALSE;
  if ((form->verb->frames & FRAME_VIA) && form->form == FORM_ING && !has_be (self, group, i))
    return plx_cues_read_citing (self, cue, i, end);
  if ((form->verb->frames & FRAME_VIA) && !has_be (self, group, i))
    return plx_cues_read_quoting (self, cue, i, begin, end);
  if (form->form == FORM_ING && !has_be (self, group, i))
    return read_participle (self, cue, i, begin, end);
  if (form->form != FORM_ING && form->form != FORM_BASE && has_be (self, group, i))
    return plx_cues_read_quoted (self, cue, i, begin, end);
  if (!plx_reading_is_finite (r, i, begin))
    return FALSE;
  if (read_inverted (self, cue, group, begin, end))
    return TRUE;
  if (plx_reading_subject (r, i, begin, &cue->subject))
    return read_with_subject (self, cue, begin, end);
  if (group > begin && (is_at (self, (gint64) group - 1, ",")
                        || is_in (self, (gint64) group - 1, PLX_WORDS_SHARED)))
    return read_shared (self, cue, group, begin, end);
  return FALSE;
}

/* Beside a quotation every verb says that somebody spoke: "…," Vitter demanded ·
 * "…," asks Reed · he scolded him: "…" */
static gboolean
read_spoken (Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  const PlxReading *r = self->reading;
  guint group;

  if (r->class[i] != PLX_CLASS_VERB || !plx_reading_is_finite (r, i, begin))
    return FALSE;
  group = plx_reading_verb_group (r, i, begin);
  cue->verb = &self->lists->spoken;
  cue->form = FORM_PAST;
  cue->words = (PlxRange) { i, i + 1 };
  cue->is_clause = TRUE;
  if (plx_cues_follows_quote (self, group, begin) && !plx_cues_follows_title (self, group, begin)
      && read_inverted (self, cue, group, begin, end))
    return plx_statements_is_speaker (self, cue->subject);
  if (!plx_reading_subject (r, i, begin, &cue->subject)
      || is_in (self, cue->subject.begin, PLX_WORDS_RELATIVE)
      || !plx_statements_is_speaker (self, cue->subject))
    return FALSE;
  cue->extent = (PlxRange) { cue->subject.begin, i + 1 };
  cue->cut = cue->subject.begin;
  if (plx_cues_follows_quote (self, cue->subject.begin, begin)
      && !plx_cues_follows_title (self, cue->subject.begin, begin))
    return plx_cues_read_left (self, cue, begin, end);
  return plx_cues_read_colon (self, cue, end);
}

/* "He was sure the bridge would hold", "they decided that": whoever is the
 * subject of a verb with a clause under it holds that it is so. */
static gboolean
read_held (Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  const PlxReading *r = self->reading;
  gint64 clause = plx_reading_kid (r, i, PLX_DEPREL_CLAUSE);

  if (clause <= (gint64) i || clause >= (gint64) end || r->quote[clause] >= 0
      || (r->class[i] != PLX_CLASS_VERB && r->class[i] != PLX_CLASS_ADJ)
      || plx_reading_kid_subject (r, clause) < 0
      || !plx_reading_subject (r, i, begin, &cue->subject)
      || !plx_statements_is_speaker (self, cue->subject))
    return FALSE;
  cue->verb = &self->lists->held;
  cue->form = FORM_PAST;
  cue->words = (PlxRange) { i, i + 1 };
  cue->extent = (PlxRange) { cue->subject.begin, i + 1 };
  cue->cut = cue->subject.begin;
  for (guint k = plx_reading_verb_group (r, i, begin); k < i; k++)
    cue->negated |= r->class[k] == PLX_CLASS_NOT;
  return plx_cues_read_complement (self, cue, i + 1, end) && cue->is_clause;
}

/* A turn of a conversation is one speech, whatever it tells of others. */
static gboolean
read_turn (Statements *self, guint sentence)
{
  Cue cue = { .partner = -1, .parent = -1, .entity = -2 };

  if (!plx_cues_read_turn (self, sentence, &cue))
    return FALSE;
  g_array_append_val (self->cues, cue);
  return TRUE;
}

static gboolean
read_cue (Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  const Cue blank = { .partner = -1, .parent = -1, .entity = -2 };

  *cue = blank;
  if (plx_cues_read_signature (self, i, end, cue))
    return TRUE;
  *cue = blank;
  if (plx_cues_read_according (self, i, begin, end, cue))
    return TRUE;
  *cue = blank;
  if (read_verb (self, i, begin, end, cue))
    return TRUE;
  *cue = blank;
  if (read_spoken (self, i, begin, end, cue))
    return TRUE;
  *cue = blank;
  if (plx_reading_has_tree (self->reading, i) && read_held (self, i, begin, end, cue))
    return TRUE;
  *cue = blank;
  return plx_cues_read_noun (self, i, begin, end, cue);
}

/**
 * plx_statements_find_cues:
 *
 * Fills @self->cues with those of the sentence.
 */
void
plx_statements_find_cues (Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  PlxRange range = r->sentences[sentence];
  guint end = plx_statements_trim (self, range.begin, range.end);
  guint begin = plx_statements_skip_dateline (self, sentence);

  g_array_set_size (self->cues, 0);
  if (read_turn (self, sentence))
    return;
  while (begin < end && is_quote_mark (self, begin) && r->quote[begin + 1] < 0)
    begin++;
  if (sentence == 0)
    {
      Cue cue = { .partner = -1, .parent = -1, .entity = -2 };

      if (plx_cues_read_headline (self, begin, end, &cue))
        {
          g_array_append_val (self->cues, cue);
          begin = cue.words.end;
        }
    }
  for (guint i = begin; i < end && self->cues->len < MAX_CUES; i++)
    {
      Cue cue;

      if (r->quote[i] >= 0 || !read_cue (self, i, begin, end, &cue))
        continue;
      g_array_append_val (self->cues, cue);
      i = MAX (i, cue.words.end - 1);
    }
}
