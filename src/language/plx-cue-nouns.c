/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-cues-private.h"

/* Nouns that carry what somebody said: "Kim's pledge to withdraw", "his claim
 * that the bridge was safe", "issued a statement that". Which words may open
 * the content is listed with the noun. Without an owner the noun speaks for
 * the subject of a verb that says no more than that it was uttered. */

#define OWNER_REACH 4      // tokens from "'s" to the noun
#define LIGHT_REACH 4      // tokens from "made" to the noun
#define OBJECT_REACH 6     // a noun so near its verb of saying is part of what that says

static const NominalCue *
look_up (const Statements *self, guint i)
{
  if (self->reading->class[i] != PLX_CLASS_NOUN)
    return NULL;
  return g_hash_table_lookup (self->lists->nominal, self->reading->lower[i]);
}

static gboolean
opens_content (const Statements *self, const NominalCue *noun, guint link, guint end)
{
  const PlxReading *r = self->reading;

  if (link + 2 >= end || noun->links == NULL
      || !g_strv_contains ((const char *const *) noun->links, r->lower[link]))
    return FALSE;
  if (is_at (self, link, "to"))
    return is_class (self, link + 1, PLX_CLASS_VERB) || is_class (self, link + 1, PLX_CLASS_AUX)
           || is_class (self, link + 1, PLX_CLASS_NOT);
  // "his remarks on Saturday"
  if (r->time[link + 1] >= 0 && !is_at (self, link, "that"))
    return FALSE;
  // "the statement that was released": a relative clause
  return begins_phrase (self, link + 1) || opens_quote (self, link + 1, end)
         || is_at (self, link + 1, "there no all any some");
}

/* "Kim's", "his" before the noun */
static gboolean
find_owner (const Statements *self, guint noun, guint begin, PlxRange *owner)
{
  const PlxReading *r = self->reading;

  for (guint i = noun; i-- > begin && noun - i <= OWNER_REACH;)
    {
      if (is_in (self, i, PLX_WORDS_THEIRS))
        {
          *owner = (PlxRange) { i, i + 1 };
          return r->mention[i] >= 0 && PLX_MENTION (self->analysis, r->mention[i])->entity >= 0;
        }
      if (r->class[i] == PLX_CLASS_GENITIVE && i > begin)
        {
          *owner = (PlxRange) { plx_reading_np_begin (r, i - 1, begin), i };
          return plx_statements_is_speaker (self, *owner);
        }
      if (r->class[i] != PLX_CLASS_ADJ && r->class[i] != PLX_CLASS_NOUN
          && r->class[i] != PLX_CLASS_NUMBER)
        return FALSE;
    }
  return FALSE;
}

/* "issued a statement that", "renewed the call for" */
static gboolean
find_utterer (const Statements *self, guint noun, guint begin, PlxRange *owner)
{
  for (guint i = noun; i-- > begin && noun - i <= LIGHT_REACH;)
    if (g_hash_table_contains (self->lists->light, self->reading->lower[i]))
      return (plx_reading_subject (self->reading, i, begin, owner)
              || plx_cues_earlier_subject (self, i, begin, owner))
             && plx_statements_is_speaker (self, *owner);
  return FALSE;
}

static gboolean
is_finite_at (const Statements *self, guint i, guint floor)
{
  const PlxReading *r = self->reading;

  if (r->class[i] == PLX_CLASS_AUX)
    return i == floor || r->class[i - 1] != PLX_CLASS_AUX;
  return r->class[i] == PLX_CLASS_VERB && plx_reading_is_finite (r, i, floor)
         && plx_reading_verb_group (r, i, floor) == i && plx_reading_is_nominal (r, (gint64) i - 1);
}

/* "The claim that Iran had struck the ship | was rejected": a noun that is a
 * subject has its own verb after its content. */
static guint
find_end (const Statements *self, guint first, guint link, guint begin, guint end)
{
  guint verbs = is_at (self, link, "that") ? 1 : 0;
  gboolean is_subject = !plx_statements_has_finite (self, begin, first);

  for (guint i = link + 1; i < end; i++)
    {
      if (self->reading->quote[i] >= 0)
        continue;
      if (is_at (self, i, ",")
          && plx_phrases_match (self->lists->ends, self->reading->lower, i + 1, end) != NULL)
        return i;
      if (is_subject && i > link + 1 && is_finite_at (self, i, link + 1) && verbs-- == 0)
        return i;
    }
  return end;
}

/* "expressed the hope that": the verb before it says it already. */
static gboolean
is_object_of_cue (const Statements *self, guint i)
{
  for (guint c = 0; c < self->cues->len; c++)
    {
      PlxRange right = CUE (self, c)->right;

      if (!CUE (self, c)->is_clause && right.begin <= i && i < right.end
          && i - right.begin <= OBJECT_REACH)
        return TRUE;
    }
  return FALSE;
}

/* Where the clause of token @i begins: after the last verb of saying. */
static guint
find_clause (const Statements *self, guint i, guint begin)
{
  for (guint c = 0; c < self->cues->len; c++)
    {
      PlxRange right = CUE (self, c)->right;

      if (!plx_range_is_empty (right) && right.begin <= i && i < right.end)
        begin = MAX (begin, right.begin);
    }
  return begin;
}

gboolean
plx_cues_read_noun (const Statements *self, guint i, guint begin, guint end, Cue *cue)
{
  const NominalCue *noun = look_up (self, i);

  if (noun == NULL || !opens_content (self, noun, i + 1, end) || is_object_of_cue (self, i)
      || !(find_owner (self, i, begin, &cue->subject)
           || find_utterer (self, i, begin, &cue->subject)))
    return FALSE;
  cue->kind = CUE_NOUN;
  cue->force = noun->force;
  cue->words = (PlxRange) { i, i + 1 };
  cue->extent = (PlxRange) { MIN (cue->subject.begin, i), i + 1 };
  cue->cut = cue->extent.begin;
  cue->is_clause = TRUE;
  cue->has_that = is_at (self, i + 1, "that");
  cue->right.begin = is_at (self, i + 1, "to") ? i + 1 : i + 2;
  cue->right.end = find_end (self, cue->extent.begin, i + 1,
                              find_clause (self, cue->extent.begin, begin), end);
  return !plx_range_is_empty (cue->right);
}
