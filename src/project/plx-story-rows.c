/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "project/plx-story-work.h"

/* Which row of the engine is which row of the work.
 *
 * A key of the engine's lasts while the first evidence of its row stands, so a
 * new article or a new analysis may change it. Work that hangs on a lost key
 * looks for the row that now holds the words it was done on:
 *
 *   1. the row whose evidence in that article covers most of those words,
 *   2. else one with the same statement, when only one has it,
 *   3. else one that has the same words from another article.
 *
 * Such a row is called by the old key from then on, so that the work on it stays
 * together. A row takes one lost key, and none when work hangs on its own. */

#define COVERS_MIN_01 0.5   // of both passages together: less is another clause

#define CLAIM(base, i) ((const PlxClaim *) g_ptr_array_index ((base)->claims, (i)))

typedef struct {
  PlxStoryRows *rows;
  const PlxStoryWork *work;
  const PlxComparison *base;
  const PlxStoryComparison *story;
  GHashTable *worked;      // key → itself
  GHashTable *statements;  // statement → row + 1, G_MAXUINT: several; made when needed
  gboolean *is_taken;      // (rows)
} Finding;

static void
note_key (Finding *finding, const char *key)
{
  if (key != NULL && g_hash_table_add (finding->worked, (gpointer) key)
      && !g_hash_table_contains (finding->rows->by_key, key)
      && plx_story_work_get_added (finding->work, key) == NULL)
    g_ptr_array_add (finding->rows->lost, (gpointer) key);
}

/* In a fixed order, so that the same work always finds the same rows. */
static void
note_keys (Finding *finding)
{
  const PlxStoryWork *work = finding->work;

  for (guint i = 0; i < work->edits->len; i++)
    {
      const PlxClaimEdit *edit = g_ptr_array_index (work->edits, i);

      note_key (finding, edit->claim);
      note_key (finding, edit->merged_into);
    }
  for (guint i = 0; i < work->verdicts->len; i++)
    note_key (finding, ((PlxCellVerdict *) g_ptr_array_index (work->verdicts, i))->claim);
  for (guint i = 0; i < work->evidence->len; i++)
    note_key (finding, ((PlxMovedEvidence *) g_ptr_array_index (work->evidence, i))->claim);
}

static double
covers (const PlxEvidence *evidence, gint article, PlxSpan span)
{
  PlxSpan hull;
  guint32 inside, whole;

  if (evidence->article != article || evidence->n_spans == 0)
    return 0;
  hull = (PlxSpan) { evidence->spans[0].begin, evidence->spans[evidence->n_spans - 1].end };
  if (hull.begin >= span.end || span.begin >= hull.end)
    return 0;
  inside = MIN (hull.end, span.end) - MAX (hull.begin, span.begin);
  whole = MAX (hull.end, span.end) - MIN (hull.begin, span.begin);
  return inside / (double) whole;
}

static guint
find_by_words (const Finding *finding, const PlxClaimAnchor *anchor)
{
  const PlxComparison *base = finding->base;
  guint best = G_MAXUINT, article = 0;
  double best_01 = COVERS_MIN_01;

  while (article < finding->story->n_articles
         && finding->story->articles[article] != anchor->article)
    article++;
  if (article == finding->story->n_articles)
    return G_MAXUINT;
  for (guint i = 0; i < base->claims->len; i++)
    {
      double covers_01 = finding->is_taken[i] ? 0
                         : covers (&plx_comparison_get_cell (base, i, article)->evidence,
                                   (gint) article, anchor->span);

      if (covers_01 > best_01 || (covers_01 == COVERS_MIN_01 && best == G_MAXUINT))
        {
          best_01 = covers_01;
          best = i;
        }
    }
  return best;
}

static guint
find_by_statement (Finding *finding, const PlxClaimAnchor *anchor)
{
  const PlxComparison *base = finding->base;
  guint row;

  if (finding->statements == NULL)
    {
      finding->statements = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < base->claims->len; i++)
        g_hash_table_insert (finding->statements, CLAIM (base, i)->statement,
                             g_hash_table_contains (finding->statements,
                                                    CLAIM (base, i)->statement)
                               ? GUINT_TO_POINTER (G_MAXUINT) : GUINT_TO_POINTER (i + 1));
    }
  row = GPOINTER_TO_UINT (g_hash_table_lookup (finding->statements, anchor->statement));
  return row == 0 || row == G_MAXUINT || finding->is_taken[row - 1] ? G_MAXUINT : row - 1;
}

static gboolean
has_words (const Finding *finding, const PlxEvidence *evidence, const char *quote, gsize n)
{
  const char *text;

  if (evidence->n_spans == 0 || evidence->article < 0
      || evidence->spans[evidence->n_spans - 1].end - evidence->spans[0].begin != n)
    return FALSE;
  text = finding->story->contents[evidence->article]->text;
  return memcmp (text + evidence->spans[0].begin, quote, n) == 0;
}

static guint
find_by_quote (const Finding *finding, const PlxClaimAnchor *anchor)
{
  const PlxComparison *base = finding->base;
  gsize n = anchor->quote != NULL ? strlen (anchor->quote) : 0;

  for (guint i = 0; n > 0 && i < base->claims->len; i++)
    for (guint j = 0; !finding->is_taken[i] && j < base->columns->len; j++)
      if (has_words (finding, &plx_comparison_get_cell (base, i, j)->evidence, anchor->quote, n))
        return i;
  return G_MAXUINT;
}

static void
attach_lost (Finding *finding)
{
  PlxStoryRows *rows = finding->rows;

  for (guint i = 0; i < rows->lost->len;)
    {
      const char *key = g_ptr_array_index (rows->lost, i);
      const PlxClaimAnchor *anchor = g_hash_table_lookup (finding->work->anchor_of, key);
      guint row = anchor != NULL ? find_by_words (finding, anchor) : G_MAXUINT;

      if (row == G_MAXUINT && anchor != NULL)
        row = find_by_statement (finding, anchor);
      if (row == G_MAXUINT && anchor != NULL)
        row = find_by_quote (finding, anchor);
      if (row == G_MAXUINT)
        {
          i++;
          continue;
        }
      g_hash_table_remove (rows->by_key, g_ptr_array_index (rows->keys, row));
      g_ptr_array_index (rows->keys, row) = (gpointer) key;
      g_hash_table_insert (rows->by_key, (gpointer) key, GUINT_TO_POINTER (row + 1));
      finding->is_taken[row] = TRUE;
      rows->is_plain = FALSE;
      g_ptr_array_remove_index (rows->lost, i);
    }
}

/* Follows merges to the row that stays; a row that is gone ends the way. In a
 * circle, which no edit makes, every row stays. */
static guint
find_root (const Finding *finding, guint row)
{
  const PlxStoryRows *rows = finding->rows;
  guint from = row;

  for (guint n = 0; n <= finding->work->edits->len; n++)
    {
      const PlxClaimEdit *edit =
        plx_story_work_get_edit (finding->work, g_ptr_array_index (rows->keys, row));
      guint into = edit != NULL && edit->merged_into != NULL
                     ? GPOINTER_TO_UINT (g_hash_table_lookup (rows->by_key, edit->merged_into)) : 0;

      if (into == 0)
        return row;
      row = into - 1;
    }
  return from;
}

static void
place_rows (Finding *finding)
{
  PlxStoryRows *rows = finding->rows;
  guint n = rows->keys->len;

  for (guint i = 0; i < n; i++)
    {
      const PlxClaimEdit *edit;

      rows->root[i] = i;
      if (finding->work->edits->len == 0)
        continue;
      rows->root[i] = find_root (finding, i);
      edit = plx_story_work_get_edit (finding->work,
                                      g_ptr_array_index (rows->keys, rows->root[i]));
      rows->is_dropped[i] = edit != NULL && edit->is_dropped;
    }
}

PlxStoryRows *
plx_story_rows_new (const PlxStoryWork *work, const PlxComparison *base,
                    const PlxStoryComparison *story)
{
  PlxStoryRows *self = g_new0 (PlxStoryRows, 1);
  guint n = base->claims->len;
  g_autoptr (GHashTable) worked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *is_taken = g_new0 (gboolean, n + 1);
  Finding finding = { self, work, base, story, worked, NULL, is_taken };

  self->keys = g_ptr_array_sized_new (n);
  self->root = g_new0 (guint, n + 1);
  self->is_dropped = g_new0 (gboolean, n + 1);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->lost = g_ptr_array_new ();
  self->is_plain = !plx_story_work_has_rows (work);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->keys, CLAIM (base, i)->key);
      g_hash_table_insert (self->by_key, CLAIM (base, i)->key, GUINT_TO_POINTER (i + 1));
    }
  note_keys (&finding);
  for (guint i = 0; i < n; i++)
    is_taken[i] = g_hash_table_contains (worked, CLAIM (base, i)->key);
  attach_lost (&finding);
  place_rows (&finding);
  g_clear_pointer (&finding.statements, g_hash_table_unref);
  return self;
}

void
plx_story_rows_free (PlxStoryRows *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->lost);
  g_hash_table_unref (self->by_key);
  g_free (self->root);
  g_free (self->is_dropped);
  g_free (self);
}
