/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-reading.h"

/* Where a noun phrase begins and ends, which verb is finite, who its subject
 * is: the shallow grammar of plx-reading.h. */

#define INSERTION_REACH 45  // tokens between a subject and its verb
#define CLAUSE_REACH 60     // tokens that a look to the left may cost

static gboolean
has_class (const PlxReading *self, gint64 i, PlxTokenClass class)
{
  return i >= 0 && i < self->n && self->class[i] == class;
}

static gboolean
is_possessive (const PlxReading *self, gint64 i)
{
  return plx_reading_in (self, i, PLX_WORDS_POSSESSIVE) || plx_reading_is (self, i, "whose");
}

static gboolean
is_joined (const PlxReading *self, guint i)
{
  PlxAnalysis *a = self->analysis;

  return i > 0 && i + 1 < self->n && self->class[i] == PLX_CLASS_PUNCT
         && PLX_TOKEN (a, i - 1)->span.end == PLX_TOKEN (a, i)->span.begin
         && PLX_TOKEN (a, i)->span.end == PLX_TOKEN (a, i + 1)->span.begin
         && plx_reading_is_any (self, i, "- \xe2\x80\x93 / & \xe2\x80\x90 \xe2\x80\x91");
}

/* ---- noun phrases ---------------------------------------------------- */

/* Is there a verb between the last clause boundary and token @i? Then an "and"
 * there joins clauses rather than two subjects. */
static gboolean
has_verb_before (const PlxReading *self, guint i, guint floor)
{
  for (guint back = 1; back <= CLAUSE_REACH && back <= i - floor; back++)
    {
      guint k = i - back;

      if (self->class[k] == PLX_CLASS_SUB
          || plx_reading_is_any (self, k, ", ; that : \" \xe2\x80\x9c"))
        return FALSE;
      if (plx_reading_in (self, k, PLX_WORDS_SAID))
        return FALSE;
      if (self->class[k] == PLX_CLASS_VERB || self->class[k] == PLX_CLASS_AUX)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_link (const PlxReading *self, guint i)
{
  return plx_reading_in (self, i, PLX_WORDS_LINK);
}

/* "[one] of them" */
static gboolean
is_part (const PlxReading *self, guint i)
{
  return plx_reading_in (self, i, PLX_WORDS_PART);
}

/* May the phrase that begins at @k take in token @k - 1? */
static gboolean
joins_left (const PlxReading *self, guint k, guint floor)
{
  guint p = k - 1;
  PlxTokenClass here = (PlxTokenClass) self->class[k];

  if (is_joined (self, p))
    return TRUE;
  switch (self->class[p])
    {
    case PLX_CLASS_NOUN:
    case PLX_CLASS_NAME:
    case PLX_CLASS_NUMBER:
    case PLX_CLASS_ADJ:
      if (here == PLX_CLASS_DET || is_possessive (self, k) || here == PLX_CLASS_PRONOUN)
        return FALSE;
      return self->time[p] < 0 || self->time[k] >= 0 || here == PLX_CLASS_ADP
             || here == PLX_CLASS_GENITIVE;
    case PLX_CLASS_DET:
      return here != PLX_CLASS_DET || plx_reading_is_any (self, p, "all both half");
    case PLX_CLASS_PRONOUN:
      if (here == PLX_CLASS_ADP && is_part (self, p))
        return TRUE;
      return is_possessive (self, p) && here != PLX_CLASS_DET;
    case PLX_CLASS_GENITIVE:
      return here != PLX_CLASS_DET;
    case PLX_CLASS_TO:
    case PLX_CLASS_ADP:
      if (plx_reading_is (self, p, "by") && p > floor + 1
          && self->class[p - 1] == PLX_CLASS_VERB && plx_reading_is_nominal (self, p - 2))
        return TRUE;
      // "people close to the presidency"
      if (p > floor + 1 && self->class[p - 1] == PLX_CLASS_ADJ
          && plx_reading_is_nominal (self, (gint64) p - 2) && is_link (self, p))
        return TRUE;
      return is_link (self, p) && p > floor && plx_reading_is_nominal (self, p - 1)
             && (self->class[p - 1] != PLX_CLASS_PRONOUN || is_part (self, p - 1));
    case PLX_CLASS_CONJ:
      return plx_reading_is_any (self, p, "and & or") && p > floor
             && (plx_reading_is_nominal (self, p - 1) || plx_reading_is (self, p - 1, ","))
             && here != PLX_CLASS_PRONOUN && !has_verb_before (self, p, floor)
             && plx_reading_is_nominal (self, p - 1);
    case PLX_CLASS_VERB:
      // "images published by the Institute"
      if (p > floor && plx_reading_is (self, k, "by") && plx_reading_is_nominal (self, p - 1))
        return TRUE;
      return p > floor && (here == PLX_CLASS_NOUN || here == PLX_CLASS_NAME)
             && (self->class[p - 1] == PLX_CLASS_DET || self->class[p - 1] == PLX_CLASS_ADJ
                 || self->class[p - 1] == PLX_CLASS_GENITIVE || is_possessive (self, p - 1));
    default:
      return FALSE;
    }
}

/**
 * plx_reading_np_begin:
 * @last: the last token of a noun phrase
 * @floor: the phrase begins here at the earliest
 *
 * "A spokesman for the Gulf [Alliance]" gives the place of "A".
 */
guint
plx_reading_np_begin (const PlxReading *self, guint last, guint floor)
{
  guint k = last;

  if (self->class[last] == PLX_CLASS_PRONOUN && !is_possessive (self, last)
      && !(last > floor + 1 && plx_reading_is (self, (gint64) last - 1, "of")))
    return last;
  while (k > floor && joins_left (self, k, floor))
    k--;
  while (k < last && (self->class[k] == PLX_CLASS_ADP || self->class[k] == PLX_CLASS_GENITIVE
                      || self->class[k] == PLX_CLASS_CONJ || self->class[k] == PLX_CLASS_PUNCT
                      || self->class[k] == PLX_CLASS_TO))
    k++;
  return k;
}

static gboolean
begins_phrase (const PlxReading *self, guint i)
{
  return i < self->n
         && (plx_reading_is_nominal (self, i) || self->class[i] == PLX_CLASS_DET
             || self->class[i] == PLX_CLASS_ADJ || is_possessive (self, i));
}

/* May the phrase go on over token @i? */
static gboolean
joins_right (const PlxReading *self, guint first, guint i, guint ceiling)
{
  PlxTokenClass before = i > first ? (PlxTokenClass) self->class[i - 1] : PLX_CLASS_OTHER;
  gboolean after_noun = i > first && (before == PLX_CLASS_NOUN || before == PLX_CLASS_NAME);

  if (is_joined (self, i))
    return TRUE;
  switch (self->class[i])
    {
    case PLX_CLASS_NOUN:
    case PLX_CLASS_NAME:
    case PLX_CLASS_NUMBER:
      return self->time[i] < 0 || !after_noun;
    case PLX_CLASS_ADJ: return !after_noun || before == PLX_CLASS_NAME;
    case PLX_CLASS_DET: return !after_noun;
    case PLX_CLASS_PRONOUN: return i == first || (is_possessive (self, i) && !after_noun);
    case PLX_CLASS_GENITIVE: return after_noun;
    case PLX_CLASS_ADV:
      return i + 1 < ceiling && self->class[i + 1] == PLX_CLASS_ADJ && !after_noun;
    case PLX_CLASS_TO:
    case PLX_CLASS_ADP:
      return i > first && is_link (self, i) && i + 1 < ceiling && begins_phrase (self, i + 1)
             && self->time[i + 1] < 0 && !plx_reading_is_any (self, i + 1, "least most");
    case PLX_CLASS_CONJ:
      return i > first && plx_reading_is_any (self, i, "and & or") && i + 1 < ceiling
             && begins_phrase (self, i + 1) && self->class[i + 1] != PLX_CLASS_PRONOUN;
    case PLX_CLASS_VERB:
      return (after_noun && i + 1 < ceiling && self->class[i + 1] == PLX_CLASS_ADP
              && plx_reading_is_any (self, i + 1, "by to"))
             || before == PLX_CLASS_DET;
    default: return FALSE;
    }
}

/* One past the last token of the noun phrase that begins at @first. */
guint
plx_reading_np_end (const PlxReading *self, guint first, guint ceiling)
{
  guint i = first;

  if (first < ceiling && self->class[first] == PLX_CLASS_PRONOUN && !is_possessive (self, first))
    return first + 1;
  while (i < ceiling && joins_right (self, first, i, ceiling))
    i++;
  // "the elderly" ends with an adjective, "the elderly of" does not
  while (i > first + 1 && !plx_reading_is_nominal (self, i - 1)
         && !(self->class[i - 1] == PLX_CLASS_ADJ && self->class[i - 2] == PLX_CLASS_DET))
    i--;
  return i;
}

/* "the party's official [newspaper], Rodong Sinmun": the noun that decides
 * what the phrase is. */
guint
plx_reading_np_head (const PlxReading *self, PlxRange phrase)
{
  guint head = phrase.begin;
  gboolean found = FALSE;

  for (guint i = phrase.begin; i < phrase.end; i++)
    {
      PlxTokenClass class = (PlxTokenClass) self->class[i];

      if (found && !is_joined (self, i)
          && (class == PLX_CLASS_ADP || class == PLX_CLASS_PUNCT || class == PLX_CLASS_VERB
              || class == PLX_CLASS_CONJ || class == PLX_CLASS_TO))
        break;
      if (class == PLX_CLASS_GENITIVE)
        found = FALSE;
      if (plx_reading_is_nominal (self, i) && !(found && self->time[i] >= 0))
        {
          head = i;
          found = TRUE;
        }
    }
  return head;
}

/* ---- verbs and their subjects ---------------------------------------- */

/* The first word of "had also clearly [said]". */
guint
plx_reading_verb_group (const PlxReading *self, guint verb, guint floor)
{
  guint k = verb;

  while (k > floor
         && (self->class[k - 1] == PLX_CLASS_AUX || self->class[k - 1] == PLX_CLASS_ADV
             || self->class[k - 1] == PLX_CLASS_NOT
             || plx_reading_in (self, k - 1, PLX_WORDS_AUXILIARY)))
    k--;
  return k;
}

gboolean
plx_reading_is_finite (const PlxReading *self, guint verb, guint floor)
{
  guint group = plx_reading_verb_group (self, verb, floor);
  gboolean has_aux = FALSE, has_be = FALSE;

  for (guint i = group; i < verb; i++)
    {
      has_aux |= self->class[i] == PLX_CLASS_AUX;
      has_be |= plx_reading_is_be (self, i);
    }
  if (group > floor && (self->class[group - 1] == PLX_CLASS_TO
                        || plx_reading_is (self, (gint64) group - 1, "to")) && !has_aux)
    return FALSE;
  if (g_str_has_suffix (self->lower[verb], "ing"))
    return has_be;
  // "the report issued by", but "Kim responded by affirming"
  if (!has_aux && plx_reading_is (self, (gint64) verb + 1, "by")
      && !plx_reading_in (self, (gint64) verb - 1, PLX_WORDS_SUBJECT)
      && !(verb + 2 < self->n && g_str_has_suffix (self->lower[verb + 2], "ing")))
    return FALSE;
  return TRUE;
}

static gboolean
has_finite_verb (const PlxReading *self, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    {
      if (self->class[i] == PLX_CLASS_AUX && !has_class (self, (gint64) i - 1, PLX_CLASS_TO))
        return TRUE;
      if (self->class[i] == PLX_CLASS_VERB && i > begin && plx_reading_is_finite (self, i, begin)
          && plx_reading_is_nominal (self, (gint64) i - 1))
        return TRUE;
    }
  return FALSE;
}

/* Between the commas: "a researcher at the Institute", "who asked not to be
 * named", "in a statement", "speaking in Geneva". */
static gboolean
is_insertion (const PlxReading *self, guint begin, guint end)
{
  if (begin >= end)
    return FALSE;
  if (plx_reading_is (self, begin, "whose")
      || (plx_reading_in (self, begin, PLX_WORDS_RELATIVE)
          && !plx_reading_is (self, begin, "that")))
    return TRUE;
  if (plx_reading_in (self, begin, PLX_WORDS_NOT_INSERTED))
    return FALSE;
  if (has_finite_verb (self, begin, end))
    return FALSE;
  return begins_phrase (self, begin) || self->class[begin] == PLX_CLASS_ADP
         || self->class[begin] == PLX_CLASS_VERB || self->class[begin] == PLX_CLASS_ADV;
}

/* The subject before "…, <insertion>, [verb]"; @comma is the second comma. */
static gboolean
subject_before_insertion (const PlxReading *self, guint comma, guint floor, PlxRange *subject)
{
  guint reach = comma - floor > INSERTION_REACH ? comma - INSERTION_REACH : floor;

  for (guint c = comma; c-- > reach + 1;)
    {
      guint begin;

      if (!plx_reading_is (self, c, ",") || self->quote[c] >= 0
          || !(plx_reading_is_nominal (self, (gint64) c - 1)
               || plx_reading_is (self, (gint64) c - 1, ")"))
          || !is_insertion (self, c + 1, comma))
        continue;
      begin = plx_reading_np_begin (self, c - 1, floor);
      // "…, 43, a teacher, said"; "…, citing a report by its owner, Orlen, said"
      if (begin > floor && plx_reading_is (self, (gint64) begin - 1, ",")
          && self->class[begin] == PLX_CLASS_NUMBER && c - begin == 1)
        continue;
      if (begin > floor + 1 && plx_reading_is (self, (gint64) begin - 2, ",")
          && g_str_has_suffix (self->lower[begin - 1], "ing"))
        continue;
      subject->begin = begin;
      subject->end = comma;
      return TRUE;
    }
  return FALSE;
}

/* Does what hangs there to the left belong to the noun phrase itself? */
static gboolean
is_modifier (const PlxReading *self, gint64 kid)
{
  switch ((PlxDeprel) self->relation[kid])
    {
    case PLX_DEPREL_ADVERBIAL:
    case PLX_DEPREL_PARATAXIS:
    case PLX_DEPREL_CLAUSE:
    case PLX_DEPREL_SUBJECT:
    case PLX_DEPREL_PUNCT:
    case PLX_DEPREL_CC:
    case PLX_DEPREL_MARK:
    case PLX_DEPREL_DISCOURSE:
      return FALSE;
    default:
      return TRUE;
    }
}

/* The subject that the tree gives; FALSE when it stands behind the verb, or in
 * quotation marks before it. */
static gboolean
subject_by_tree (const PlxReading *self, guint verb, guint floor, PlxRange *subject)
{
  gint64 kid = plx_reading_kid_subject (self, verb);
  guint group = plx_reading_verb_group (self, verb, floor), begin;

  if (kid < (gint64) floor || kid >= (gint64) group || self->quote[kid] != self->quote[verb])
    return FALSE;
  begin = (guint) kid;
  for (gint32 k = self->kid[kid]; k >= 0 && k < kid; k = self->next[k])
    if (is_modifier (self, k))
      begin = MIN (begin, self->reach[k].begin);
  subject->begin = MAX (begin, floor);
  subject->end = MIN (self->reach[kid].end, group);
  for (guint i = subject->begin; i < subject->end; i++)
    if (self->quote[i] != self->quote[verb])
      return FALSE;
  return TRUE;
}

/* The subject by what stands to the left of the verb's group. */
static gboolean
subject_by_neighbours (const PlxReading *self, guint verb, guint floor, PlxRange *subject)
{
  guint group = plx_reading_verb_group (self, verb, floor), j;

  if (group <= floor)
    return FALSE;
  j = group - 1;
  if (plx_reading_is (self, j, ")"))
    {
      guint k = j;

      while (k > floor && j - k < 8 && !plx_reading_is (self, k, "("))
        k--;
      if (k > floor && plx_reading_is (self, k, "("))
        j = k - 1;
    }
  if (plx_reading_is_nominal (self, j))
    {
      subject->begin = plx_reading_np_begin (self, j, floor);
      subject->end = group;
      return TRUE;
    }
  if (plx_reading_is_any (self, j, ", \xe2\x80\x94 \xe2\x80\x93 -"))
    return subject_before_insertion (self, j, floor, subject);
  return FALSE;
}

/**
 * plx_reading_subject:
 * @subject: (out): its tokens, with what is inserted between commas
 *
 * Looks to the left of the verb's group. A verb that shares the subject of one
 * before it ("… and praised") has none here.
 *
 * Neighbours are right more often than the tree where a noun phrase stands
 * beside the verb; the tree knows of what stands further away, and that
 * "leaders" in "a slide that they show to leaders says" is no subject.
 */
gboolean
plx_reading_subject (const PlxReading *self, guint verb, guint floor, PlxRange *subject)
{
  PlxRange tree;
  gboolean near = subject_by_neighbours (self, verb, floor, subject);

  if (!plx_reading_has_tree (self, verb) || !subject_by_tree (self, verb, floor, &tree))
    return near;
  if (!near || self->time[subject->end - 1] >= 0
      || (tree.begin <= subject->begin && subject->begin < tree.end))
    *subject = tree;
  return TRUE;
}
