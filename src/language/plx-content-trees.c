/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

/* Where a content ends, by the tree: with what hangs on the verb of saying as
 * its clause or object. What hangs there as a further clause ("… and left",
 * ", a day after") is told by the article. */

static gboolean
is_verbal (const PlxReading *r, gint64 i)
{
  return r->class[i] == PLX_CLASS_VERB || r->class[i] == PLX_CLASS_AUX
         || plx_reading_kid (r, i, PLX_DEPREL_COPULA) >= 0
         || plx_reading_kid (r, i, PLX_DEPREL_AUXILIARY) >= 0;
}

/* A form that can be the verb of a clause by itself. */
static gboolean
is_finite (const PlxReading *r, gint64 i)
{
  const char *xpos = PLX_TOKEN (r->analysis, i)->xpos;

  return plx_reading_kid (r, i, PLX_DEPREL_AUXILIARY) >= 0
         || plx_reading_kid (r, i, PLX_DEPREL_COPULA) >= 0
         || (xpos != NULL && (g_str_equal (xpos, "VBD") || g_str_equal (xpos, "VBZ")
                              || g_str_equal (xpos, "VBP") || g_str_equal (xpos, "MD")));
}

static gboolean
is_modal (const PlxReading *r, gint64 i)
{
  return plx_reading_in (r, plx_reading_kid (r, i, PLX_DEPREL_AUXILIARY), PLX_WORDS_MODAL);
}

/* Of a coordination: "… and praised" goes on with the verb of saying, "and that
 * he", "and to go", "and the mayor" with what was said. A new subject begins a
 * clause of the article's own only after a comma, and if it is no pronoun. */
static gboolean
is_second_verb (const PlxReading *r, gint64 verb, gint64 second, guint first)
{
  gint64 subject = plx_reading_kid_subject (r, second);
  gint64 mark = plx_reading_kid (r, second, PLX_DEPREL_MARK);

  if (!is_verbal (r, second) || mark >= 0 || is_finite (r, verb) != is_finite (r, second)
      || (is_modal (r, second) && !is_modal (r, verb)))
    return FALSE;
  if (subject >= 0)
    return plx_reading_is_any (r, (gint64) first - 1, ", ; -- \xe2\x80\x94")
           && r->class[subject] != PLX_CLASS_PRONOUN;
  return TRUE;
}

/* Does what hangs there open like a clause of the article's own? */
static gboolean
is_afterthought (const PlxReading *r, guint first)
{
  return plx_reading_is_any (r, (gint64) first - 1, ", ; -- \xe2\x80\x94 -")
         || plx_reading_in (r, first, PLX_WORDS_ADVERBIAL);
}

/* Does the branch that begins at @first belong to what was said? */
static gboolean
is_content (const PlxReading *r, const Cue *cue, gint64 branch, guint first, gboolean has_clause)
{
  switch ((PlxDeprel) r->relation[branch])
    {
    case PLX_DEPREL_CONJUNCT:
      return !is_second_verb (r, cue->words.begin, branch, first);
    case PLX_DEPREL_PARATAXIS:
      return !has_clause;
    case PLX_DEPREL_ADVERBIAL:
      return cue->is_clause || !is_afterthought (r, first);
    case PLX_DEPREL_WHEN:
      return cue->is_clause;
    default:
      return TRUE;
    }
}

static gboolean
has_complement (const PlxReading *r, gint64 verb, PlxRange right, gboolean *has_clause)
{
  gboolean found = FALSE;

  *has_clause = FALSE;
  for (gint32 kid = r->kid[verb]; kid >= 0; kid = r->next[kid])
    {
      if (r->reach[kid].end <= right.begin || kid < (gint64) right.begin)
        continue;
      switch ((PlxDeprel) r->relation[kid])
        {
        case PLX_DEPREL_CLAUSE:
        case PLX_DEPREL_OPEN_CLAUSE:
        case PLX_DEPREL_OBJECT:
          *has_clause = found = TRUE;
          break;
        case PLX_DEPREL_PARATAXIS:
        case PLX_DEPREL_OBLIQUE:
          found = TRUE;
          break;
        default:
          break;
        }
    }
  return found;
}

/* "her decision to meet him | was criticized" */
static guint
noun_end (const Statements *self, const Cue *cue)
{
  const PlxReading *r = self->reading;
  guint end = r->reach[cue->words.begin].end;

  if (end <= cue->right.begin || end >= cue->right.end || r->class[end] == PLX_CLASS_ADP
      || r->class[end] == PLX_CLASS_SUB || r->class[end] == PLX_CLASS_TO)
    return cue->right.end;
  return end;
}

/**
 * plx_statements_tree_end:
 *
 * Returns: the end of the content to the right of @cue, at most where it is now
 */
guint
plx_statements_tree_end (const Statements *self, const Cue *cue)
{
  const PlxReading *r = self->reading;
  gint64 head = cue->words.begin;
  gboolean has_clause;

  if (!plx_reading_has_tree (r, head) || cue->kind == CUE_ACCORDING || cue->kind == CUE_AS
      || cue->kind == CUE_CITING)
    return cue->right.end;
  if (cue->kind == CUE_NOUN)
    return noun_end (self, cue);
  if (!has_complement (r, head, cue->right, &has_clause))
    return cue->right.end;
  for (guint i = cue->right.begin + 1; i < cue->right.end; i++)
    {
      gint64 branch;

      if (r->quote[i] >= 0 || r->class[i] == PLX_CLASS_PUNCT || r->class[i] == PLX_CLASS_CONJ
          || plx_reading_is (r, i, "that"))
        continue;
      branch = plx_reading_branch (r, i, head);
      if (branch < 0 ? plx_reading_is_any (r, (gint64) i - 1, ", ; -- \xe2\x80\x94")
                     : r->reach[branch].begin >= i - 1
                       && !is_content (r, cue, branch, r->reach[branch].begin, has_clause))
        return branch < 0 ? i : r->reach[branch].begin;
    }
  return cue->right.end;
}
