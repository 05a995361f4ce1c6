/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

/* Settles what each cue of a sentence covers. A content that begins after its
 * cue goes on to the end of the sentence, unless
 *
 *   1. a cue with the same subject follows: "… and pledged", ", noting that"
 *   2. an attribution of the whole trails: ", as reported by", ", he said"
 *   3. another speaks beside it: ", while Xi praised"
 *   4. it is a noun phrase, and the scene of the talk follows: "during a meeting"
 *
 * Any other cue after it speaks inside of it: "reported that Kim said". */

#define SHELL_SHARE 0.7

static gboolean
is_beside (const Statements *self, const Cue *next)
{
  gint64 before = (gint64) next->subject.begin - 1;

  return next->partner < 0 && next->kind != CUE_NOUN
         && (plx_reading_in (self->reading, before, PLX_WORDS_BESIDE)
             || plx_reading_is (self->reading, before, ";"));
}

/* Does @next share its subject, over others, with a cue before @c's content? */
static gboolean
shares_from_outside (const Statements *self, guint c, const Cue *next)
{
  guint content = CUE (self, c)->right.begin;

  return next->partner >= 0 && CUE (self, next->partner)->words.begin < content;
}

/* Would the content be complete if it ended at @end? "said South Korean and
 * U.S. officials knew" does not stop at "and". */
static gboolean
is_whole (const Statements *self, const Cue *cue, guint end)
{
  return !cue->is_clause || plx_reading_is (self->reading, cue->right.begin, "to")
         || self->reading->quote[MIN (cue->right.begin + 1, self->reading->n - 1)] >= 0
         || plx_statements_has_finite (self, cue->right.begin, end);
}

static guint
find_end (const Statements *self, guint c)
{
  const Cue *cue = CUE (self, c);
  gboolean has_inner = FALSE;

  // "…," he said, referring to the fine, “…”: his quotation goes on
  for (guint d = 0; d < c; d++)
    {
      const Cue *speaker = CUE (self, d);

      if (!plx_range_is_empty (speaker->left) && speaker->right.begin > cue->right.begin
          && speaker->right.begin < cue->right.end)
        return speaker->right.begin;
    }
  for (guint d = c + 1; d < self->cues->len; d++)
    {
      const Cue *next = CUE (self, d);

      if (next->extent.begin < cue->right.begin || next->extent.begin >= cue->right.end)
        continue;
      if (next->kind == CUE_AS && next->partner < 0 && next->words.begin >= cue->words.begin
          && next->words.end <= cue->words.end)
        continue;
      if (!plx_range_is_empty (next->left)
          && (next->left.begin < cue->right.begin
              || (next->kind == CUE_AS && next->left.begin == cue->right.begin)))
        return MAX (next->cut, cue->right.begin);
      if (shares_from_outside (self, c, next)
          || plx_reading_is (self->reading, (gint64) next->subject.begin - 1, ";")
          || (is_beside (self, next) && !has_inner && is_whole (self, cue, next->cut)))
        return MAX (next->cut, cue->right.begin);
      has_inner = TRUE;
    }
  return cue->right.end;
}

/* "the friendship … | during a meeting with", "the talks | on Friday" */
static guint
cut_scene (const Statements *self, PlxRange range)
{
  const PlxReading *r = self->reading;
  guint end = range.end;

  for (guint i = range.begin + 1; i < range.end; i++)
    if (r->quote[i] < 0
        && plx_phrases_match (self->lists->scenes, r->lower, i, range.end) != NULL)
      {
        end = i;
        break;
      }
  while (end > range.begin + 2 && r->time[end - 1] >= 0 && end == range.end)
    {
      guint k = end;

      while (k > range.begin && r->time[k - 1] >= 0)
        k--;
      if (k <= range.begin + 1 || !plx_reading_is_any (r, (gint64) k - 1, "on"))
        break;
      end = k - 1;
    }
  return end;
}

/* A quotation of several sentences is one content: takes in the sentences
 * before the one that names the speaker. */
static void
reach_back (const Statements *self, Cue *cue)
{
  const PlxReading *r = self->reading;
  gint32 quote;

  if (plx_range_is_empty (cue->left))
    return;
  quote = r->quote[cue->left.begin];
  if (quote < 0)
    return;
  cue->left.begin = MIN (cue->left.begin, g_array_index (r->quotes, PlxRange, quote).begin);
  if (cue->left.begin > 0)
    cue->left.begin--;
}

static gboolean
holds (const Cue *outer, const Cue *inner)
{
  PlxRange e = inner->extent;

  return (!plx_range_is_empty (outer->right) && outer->right.begin <= e.begin
          && e.end <= outer->right.end)
         || (!plx_range_is_empty (outer->left) && outer->left.begin <= e.begin
             && e.end <= outer->left.end);
}

static guint
size_of (const Cue *cue)
{
  return (cue->left.end - cue->left.begin) + (cue->right.end - cue->right.begin);
}

static void
find_parents (Statements *self)
{
  for (guint d = 0; d < self->cues->len; d++)
    {
      Cue *inner = CUE (self, d);

      for (guint c = 0; c < self->cues->len; c++)
        if (c != d && holds (CUE (self, c), inner)
            && (inner->parent < 0 || size_of (CUE (self, c)) < size_of (CUE (self, inner->parent))))
          inner->parent = (gint32) c;
    }
  // a shared subject shares its reporters
  for (guint d = 0; d < self->cues->len; d++)
    {
      Cue *cue = CUE (self, d);

      if (cue->partner >= 0 && cue->parent < 0)
        cue->parent = CUE (self, cue->partner)->parent;
      for (gint32 p = cue->parent, steps = 0; p >= 0; p = CUE (self, p)->parent)
        if (p == (gint32) d || ++steps > 8)
          {
            cue->parent = -1;
            break;
          }
    }
}

static gboolean
is_denial (const Cue *cue)
{
  return cue->verb != NULL && !cue->negated && g_str_equal (cue->verb->force, "denied");
}

/* "denied that they had made an offer, as the paper reported": the paper
 * reported the offer, not the denial. */
static void
part_denials (Statements *self)
{
  for (guint c = 0; c < self->cues->len; c++)
    for (guint d = c + 1; is_denial (CUE (self, c)) && d < self->cues->len; d++)
      {
        Cue *as = CUE (self, d);
        guint begin = CUE (self, c)->right.begin;

        if (as->kind != CUE_AS || begin <= as->left.begin || begin >= as->left.end)
          continue;
        as->left.begin = begin;
        as->right = (PlxRange) { 0, 0 };
      }
}

/* A source that another cites speaks inside what that one says. */
static void
join_citing (Statements *self)
{
  for (guint c = 0; c < self->cues->len; c++)
    {
      Cue *cue = CUE (self, c);
      gint64 best = -1;

      if (cue->kind != CUE_CITING)
        continue;
      for (guint d = 0; d < self->cues->len; d++)
        {
          const Cue *other = CUE (self, d);

          if (d != c && other->kind != CUE_CITING
              && (other->right.end > other->right.begin || other->left.end > other->left.begin)
              && (best < 0 || (d < c) == (best < c) || d < c))
            best = d;
        }
      if (best < 0)
        continue;
      cue->left = CUE (self, best)->left;
      cue->right = CUE (self, best)->right;
      cue->is_clause = TRUE;
      cue->parent = (gint32) best;
    }
}

/* What one says that another wants is a claim of the first: "Lian said that
 * Sarania supports a region free of missiles". Who denies that another said
 * something denies all of it. */
static void
drop_inner_attitudes (Statements *self)
{
  for (guint c = 0; c < self->cues->len; c++)
    {
      Cue *cue = CUE (self, c);

      if (cue->parent >= 0
          && (is_denial (CUE (self, cue->parent))
              || (cue->verb != NULL && (cue->verb->frames & FRAME_ATTITUDE))))
        cue->left = cue->right = (PlxRange) { 0, 0 };
    }
}

/* Is the subject a pronoun right after "that", which must mean the speaker when
 * it is known to mean nobody else? */
static gboolean
is_own_pronoun (const Statements *self, const Cue *outer, const Cue *inner)
{
  return plx_reading_is_any (self->reading, inner->subject.begin, "he she they we i")
         && inner->subject.begin <= outer->right.begin + 1;
}

/* "May said the country would declare its will": nobody has declared it. */
static gboolean
is_to_come (const Statements *self, const Cue *cue)
{
  const PlxReading *r = self->reading;

  for (guint i = plx_reading_verb_group (r, cue->words.begin, cue->subject.end);
       i < cue->words.begin; i++)
    if (plx_reading_in (r, i, PLX_WORDS_MODAL))
      return TRUE;
  return FALSE;
}

/* Does @inner only say more of the speaker of @outer, or speak for a thing? */
static gboolean
is_echo (Statements *self, guint outer, guint inner)
{
  const Cue *cue = CUE (self, inner);

  if (cue->kind != CUE_VERB || plx_range_is_empty (cue->subject)
      || plx_range_is_empty (CUE (self, outer)->right)
      || cue->subject.begin < CUE (self, outer)->right.begin)
    return FALSE;
  if (is_to_come (self, cue))
    return TRUE;
  if (cue->subject.end - cue->subject.begin > 1
      || !plx_reading_in (self->reading, cue->subject.begin, PLX_WORDS_SUBJECT))
    return !plx_statements_is_speaker (self, cue->subject)
           && self->reading->class[plx_reading_np_head (self->reading, cue->subject)]
              != PLX_CLASS_NAME;
  plx_statements_resolve_cue (self, outer);
  plx_statements_resolve_cue (self, inner);
  if (plx_reading_is (self->reading, CUE (self, inner)->subject.begin, "it"))
    return CUE (self, inner)->group == GROUP_NONE
           || CUE (self, inner)->entity == CUE (self, outer)->entity;
  if (CUE (self, inner)->entity < 0)
    return is_own_pronoun (self, CUE (self, outer), CUE (self, inner));
  return CUE (self, inner)->entity == CUE (self, outer)->entity;
}

/* "She said she expects the bridge to hold" is one statement of hers. */
void
plx_statements_drop_echoes (Statements *self)
{
  for (guint c = 0; c < self->cues->len; c++)
    {
      gint32 outer = CUE (self, c)->parent;

      if (outer < 0 || plx_range_is_empty (CUE (self, c)->right) || !is_echo (self, (guint) outer, c))
        continue;
      CUE (self, c)->left = CUE (self, c)->right = (PlxRange) { 0, 0 };
      for (guint d = 0; d < self->cues->len; d++)
        if (CUE (self, d)->parent == (gint32) c)
          CUE (self, d)->parent = outer;
    }
}

void
plx_statements_find_contents (Statements *self, guint sentence)
{
  part_denials (self);
  for (guint c = 0; c < self->cues->len; c++)
    {
      Cue *cue = CUE (self, c);

      if (!plx_range_is_empty (cue->right))
        {
          cue->right.end = find_end (self, c);
          if (!cue->is_clause)
            cue->right.end = cut_scene (self, cue->right);
          cue->right.end = plx_statements_tree_end (self, cue);
          if (!plx_reading_is (self->reading, cue->right.end, PLX_QUOTE_CLOSING))
            cue->right.end = plx_statements_trim (self, cue->right.begin, cue->right.end);
        }
      reach_back (self, cue);
    }
  find_parents (self);
  join_citing (self);
  drop_inner_attitudes (self);
}

static guint
overlap (PlxRange a, PlxRange b)
{
  guint begin = MAX (a.begin, b.begin), end = MIN (a.end, b.end);

  return end > begin ? end - begin : 0;
}

/**
 * plx_statements_is_shell:
 *
 * A shell says no more than that another spoke: the content of "reported" in
 * "KCNA reported that Kim said …" is told by the statement inside, whose
 * levels name KCNA.
 */
gboolean
plx_statements_is_shell (const Statements *self, guint c)
{
  const Cue *cue = CUE (self, c);
  guint covered = 0, size = size_of (cue);
  guint begin = plx_range_is_empty (cue->left) ? cue->right.begin : cue->left.begin;

  for (guint d = 0; d < self->cues->len; d++)
    {
      const Cue *inner = CUE (self, d);
      PlxRange parts[] = { inner->extent, inner->left, inner->right };

      if (d == c || inner->parent != (gint32) c || (plx_range_is_empty (inner->left)
                                                     && plx_range_is_empty (inner->right)))
        continue;
      // "has a friend who told him that": that there is one is said too
      if (plx_reading_in (self->reading, inner->subject.begin, PLX_WORDS_RELATIVE)
          && !plx_range_is_empty (inner->subject))
        continue;
      // "said Kim's pledge to leave was sincere" says more than the noun
      if (inner->kind == CUE_NOUN && inner->right.end < cue->right.end)
        continue;
      if (inner->extent.begin <= begin + 1)
        return TRUE;
      for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        covered += overlap (parts[p], cue->left) + overlap (parts[p], cue->right);
    }
  return size > 0 && (double) covered / size >= SHELL_SHARE;
}
