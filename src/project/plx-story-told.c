/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-story-laying.h"

/* What people made of rows, told beside the matrix: who added and reworded what,
 * what was dropped, and work whose row or column is gone. */

/* memory */

void
plx_story_told_free_work (PlxClaimWork *work)
{
  if (work == NULL)
    return;
  g_free (work->split_from);
  g_free (work->original);
  g_strfreev (work->merged);
  g_strfreev (work->merged_statements);
  g_free (work);
}

static void
dropped_free (gpointer data)
{
  PlxDroppedClaim *dropped = data;

  g_free (dropped->key);
  g_free (dropped->statement);
  g_free (dropped->reason);
  g_free (dropped->author);
  g_free (dropped->decided);
  g_free (dropped);
}

static void
orphan_free (gpointer data)
{
  PlxOrphan *orphan = data;

  g_free (orphan->key);
  g_free (orphan->column);
  g_free (orphan->statement);
  g_free (orphan->quote);
  g_free (orphan);
}

/* rows */

static void
tell_row (PlxStoryLaying *laying, guint row)
{
  const char *key = g_ptr_array_index (laying->rows->keys, row);
  const PlxAddedClaim *added = plx_story_work_get_added (laying->work, key);
  const PlxClaimEdit *edit = plx_story_work_get_edit (laying->work, key);
  guint to = laying->shown[row];

  if (to == PLX_NOWHERE || laying->rows->root[row] != row)
    return;
  if (added != NULL)
    {
      plx_story_laying_get_work (laying, to)->is_added = TRUE;
      plx_story_laying_get_work (laying, to)->split_from = g_strdup (added->split_from);
    }
  if (edit != NULL && edit->statement != NULL)
    plx_story_laying_get_work (laying, to)->original =
      g_strdup (added != NULL ? added->statement : PLX_CLAIM_AT (laying->base, row)->statement);
}

static void
tell_rows (PlxStoryLaying *laying)
{
  if (laying->work->added->len == 0 && laying->work->edits->len == 0)
    return;
  for (guint i = 0; i < laying->base->claims->len; i++)
    tell_row (laying, i);
}

/* dropped */

/* The words that a dropped row had when it was dropped, or has now. */
static char *
dup_statement (const PlxStoryLaying *laying, const PlxClaimEdit *edit)
{
  const PlxAddedClaim *added = plx_story_work_get_added (laying->work, edit->claim);
  const PlxClaimAnchor *anchor = g_hash_table_lookup (laying->work->anchor_of, edit->claim);
  guint row = plx_story_laying_find_row (laying, edit->claim);

  if (edit->statement != NULL)
    return g_strdup (edit->statement);
  if (added != NULL)
    return g_strdup (added->statement);
  if (row > 0)
    return g_strdup (PLX_CLAIM_AT (laying->base, row - 1)->statement);
  return g_strdup (anchor != NULL ? anchor->statement : edit->claim);
}

static int
compare_dropped (gconstpointer a, gconstpointer b)
{
  const PlxDroppedClaim *x = *(PlxDroppedClaim *const *) a, *y = *(PlxDroppedClaim *const *) b;

  return -g_strcmp0 (x->decided, y->decided);
}

static void
list_dropped (PlxStoryLaying *laying)
{
  for (guint i = laying->work->edits->len; i-- > 0;)
    {
      const PlxClaimEdit *edit = g_ptr_array_index (laying->work->edits, i);
      PlxDroppedClaim *dropped;

      if (!edit->is_dropped)
        continue;
      dropped = g_new0 (PlxDroppedClaim, 1);
      *dropped = (PlxDroppedClaim) { g_strdup (edit->claim), dup_statement (laying, edit),
                                     g_strdup (edit->reason), g_strdup (edit->author),
                                     g_strdup (edit->decided) };
      g_ptr_array_add (laying->story->dropped, dropped);
    }
  g_ptr_array_sort (laying->story->dropped, compare_dropped);
}

/* orphans */

static void
add_orphan (PlxStoryLaying *laying, const char *key, const char *column, guint n_verdicts)
{
  const PlxClaimAnchor *anchor = g_hash_table_lookup (laying->work->anchor_of, key);
  guint row = plx_story_laying_find_row (laying, key);
  PlxOrphan *orphan = g_new0 (PlxOrphan, 1);

  orphan->key = g_strdup (key);
  orphan->column = g_strdup (column);
  orphan->n_verdicts = n_verdicts;
  orphan->statement = g_strdup (row > 0 ? plx_story_laying_get_statement (laying, row - 1)
                                : anchor != NULL ? anchor->statement : key);
  if (anchor != NULL)
    {
      orphan->article = anchor->article;
      orphan->quote = g_strdup (anchor->quote);
    }
  g_ptr_array_add (laying->story->orphans, orphan);
}

static void
list_orphans (PlxStoryLaying *laying)
{
  g_autoptr (GHashTable) n_verdicts = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *verdicts = laying->work->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const PlxCellVerdict *verdict = g_ptr_array_index (verdicts, i);

      g_hash_table_insert (n_verdicts, verdict->claim, GUINT_TO_POINTER (
        1 + GPOINTER_TO_UINT (g_hash_table_lookup (n_verdicts, verdict->claim))));
    }
  for (guint i = 0; i < laying->rows->lost->len; i++)
    {
      const char *key = g_ptr_array_index (laying->rows->lost, i);
      const PlxClaimEdit *edit = plx_story_work_get_edit (laying->work, key);

      if (edit != NULL && edit->is_dropped)
        continue;            // gone twice; listed as dropped
      add_orphan (laying, key, NULL,
                  GPOINTER_TO_UINT (g_hash_table_lookup (n_verdicts, key)));
    }
  for (guint i = 0; i < verdicts->len; i++)
    {
      const PlxCellVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (plx_story_laying_find_row (laying, verdict->claim) > 0
          && plx_story_laying_find_column (laying, verdict->column) == 0)
        add_orphan (laying, verdict->claim, verdict->column, 1);
    }
}

void
plx_story_told_fill (PlxStoryLaying *laying)
{
  laying->story->dropped = g_ptr_array_new_with_free_func (dropped_free);
  laying->story->orphans = g_ptr_array_new_with_free_func (orphan_free);
  tell_rows (laying);
  list_dropped (laying);
  list_orphans (laying);
}
