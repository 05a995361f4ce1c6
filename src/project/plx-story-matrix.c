/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "project/plx-story-laying.h"

/* The matrix as its analysts left it.
 *
 *   base      claims  c0 c1 c2 c3      the engine's, shared and never changed
 *   work      c1 dropped, c3 into c0, c2 reworded
 *   edited    claims  c0+c3 c2'        what everybody sees
 *
 * The edited comparison borrows from the base whatever nobody touched: claims by
 * pointer, cells by value (their pointers stay the base's). Only what changed is
 * owned, and listed so that it can be freed. Nobody may ref it; it lives as long
 * as the story comparison. Without work on rows there is no edited one. */

/* memory */

void
plx_story_matrix_clear (PlxStoryComparison *story)
{
  PlxStoryMatrix *matrix = story->matrix;
  gsize n = story->comparison != NULL
              ? (gsize) story->comparison->claims->len * story->comparison->columns->len : 0;

  for (gsize i = 0; story->verdicts != NULL && i < n; i++)
    {
      g_free (story->verdicts[i].note);
      g_free (story->verdicts[i].author);
      g_free (story->verdicts[i].decided);
    }
  g_free (story->verdicts);
  for (guint i = 0; story->work != NULL && i < story->comparison->claims->len; i++)
    plx_story_told_free_work (story->work[i]);
  g_free (story->work);
  g_strfreev (story->column_keys);
  g_clear_pointer (&story->dropped, g_ptr_array_unref);
  g_clear_pointer (&story->orphans, g_ptr_array_unref);
  if (matrix == NULL)
    return;
  if (matrix->is_edited)
    plx_story_edited_clear (matrix);
  g_ptr_array_unref (matrix->claims);
  g_array_unref (matrix->cells);
  plx_comparison_unref (matrix->base);
  g_free (matrix);
}

/* columns */

static void
add_column (PlxStoryLaying *laying, const char *name, guint column)
{
  if (name != NULL && !g_hash_table_contains (laying->columns, name))
    g_hash_table_insert (laying->columns, g_strdup (name), GUINT_TO_POINTER (column + 1));
}

/* A source heard through others is called by its name, which a person may have
 * changed since; its other names then still find it. */
static void
add_aliases (PlxStoryLaying *laying, guint column)
{
  const char *name = PLX_COLUMN_AT (laying->base, column)->name;

  for (guint i = 0; i < laying->story->n_articles; i++)
    {
      const PlxAnalysis *analysis = laying->story->contents[i]->analysis;

      for (guint e = 0; e < analysis->entities->len; e++)
        {
          const PlxEntity *entity = PLX_ENTITY (analysis, e);

          for (guint k = 0; g_strcmp0 (entity->name, name) == 0 && k < entity->names.n; k++)
            add_column (laying, PLX_STRING (analysis, entity->names.first + k), column);
        }
    }
}

static void
name_columns (PlxStoryLaying *laying)
{
  guint n = laying->base->columns->len;

  laying->story->column_keys = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PlxColumn *column = PLX_COLUMN_AT (laying->base, i);

      laying->story->column_keys[i] =
        column->article >= 0 ? g_strdup_printf ("@%" G_GINT64_FORMAT,
                                                laying->story->articles[column->article])
                             : g_strdup (column->name);
      add_column (laying, laying->story->column_keys[i], i);
    }
  for (guint i = 0; i < n; i++)
    add_column (laying, PLX_COLUMN_AT (laying->base, i)->name, i);
  for (guint i = 0; i < n; i++)
    if (PLX_COLUMN_AT (laying->base, i)->article < 0)
      add_aliases (laying, i);
}

/* what is asked of a laying */

/* 0: there is none */
guint
plx_story_laying_find_column (const PlxStoryLaying *laying, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (laying->columns, key));
}

guint
plx_story_laying_find_row (const PlxStoryLaying *laying, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (laying->rows->by_key, key));
}

PlxClaimWork *
plx_story_laying_get_work (PlxStoryLaying *laying, guint to)
{
  if (laying->story->work[to] == NULL)
    laying->story->work[to] = g_new0 (PlxClaimWork, 1);
  return laying->story->work[to];
}

const char *
plx_story_laying_get_statement (const PlxStoryLaying *laying, guint row)
{
  const PlxClaimEdit *edit =
    plx_story_work_get_edit (laying->work, g_ptr_array_index (laying->rows->keys, row));

  return edit != NULL && edit->statement != NULL ? edit->statement
                                                 : PLX_CLAIM_AT (laying->base, row)->statement;
}

/* rows */

static gint64 *
box_cell (const PlxStoryLaying *laying, guint row, guint column)
{
  gint64 cell = (gint64) row * laying->base->columns->len + column;

  return g_memdup2 (&cell, sizeof cell);
}

static void
place_moved (PlxStoryLaying *laying)
{
  for (guint i = 0; i < laying->work->evidence->len; i++)
    {
      PlxMovedEvidence *evidence = g_ptr_array_index (laying->work->evidence, i);
      guint row = plx_story_laying_find_row (laying, evidence->claim);
      guint column = plx_story_laying_find_column (laying, evidence->column);

      if (row > 0 && column > 0)
        g_hash_table_insert (laying->moved, box_cell (laying, row - 1, column - 1), evidence);
    }
}

/* Which row of the matrix each of the engine's becomes. */
static guint
place_rows (PlxStoryLaying *laying)
{
  guint n = 0;

  for (guint i = 0; i < laying->base->claims->len; i++)
    laying->shown[i] =
      laying->rows->root[i] == i && !laying->rows->is_dropped[i] ? n++ : PLX_NOWHERE;
  for (guint i = 0; i < laying->base->claims->len; i++)
    if (laying->rows->root[i] != i)
      laying->shown[i] = laying->shown[laying->rows->root[i]];
  return n;
}

/* verdicts */

static void
set_verdict (PlxVerdict *to, const PlxVerdict *from)
{
  gboolean is_moved = to->is_moved;

  g_free (to->note);
  g_free (to->author);
  g_free (to->decided);
  *to = *from;
  to->note = g_strdup (from->note);
  to->author = g_strdup (from->author);
  to->decided = g_strdup (from->decided);
  to->is_moved = is_moved;
}

enum { NONE, OF_PART, BY_NAME, EXACT };

/* A verdict on the row and column themselves goes before one that reached them
 * by the source's name, and that before those on rows merged into it, of which
 * the strongest counts. */
static void
place_verdict (PlxStoryLaying *laying, const PlxCellVerdict *from, guint row, guint column)
{
  guint to = laying->shown[row];
  gsize at = (gsize) to * laying->base->columns->len + column;
  PlxVerdict *verdict = &laying->story->verdicts[at];
  guint8 rank = laying->rows->root[row] != row ? OF_PART
                : strcmp (laying->story->column_keys[column], from->column) == 0 ? EXACT : BY_NAME;

  if (rank < laying->ranks[at]
      || (rank == OF_PART && laying->ranks[at] == OF_PART
          && plx_cell_status_rank (from->verdict.verdict)
               <= plx_cell_status_rank (verdict->verdict)))
    return;
  laying->ranks[at] = rank;
  set_verdict (verdict, &from->verdict);
}

static void
place_verdicts (PlxStoryLaying *laying)
{
  for (guint i = 0; i < laying->work->verdicts->len; i++)
    {
      const PlxCellVerdict *verdict = g_ptr_array_index (laying->work->verdicts, i);
      guint row = plx_story_laying_find_row (laying, verdict->claim);
      guint column = plx_story_laying_find_column (laying, verdict->column);

      if (row > 0 && column > 0 && laying->shown[row - 1] != PLX_NOWHERE)
        place_verdict (laying, verdict, row - 1, column - 1);
    }
}

static void
mark_moved (PlxStoryLaying *laying)
{
  for (guint i = 0; i < laying->work->evidence->len; i++)
    {
      const PlxMovedEvidence *evidence = g_ptr_array_index (laying->work->evidence, i);
      guint row = plx_story_laying_find_row (laying, evidence->claim);
      guint column = plx_story_laying_find_column (laying, evidence->column);

      if (row > 0 && column > 0 && laying->shown[row - 1] != PLX_NOWHERE)
        laying->story->verdicts[(gsize) laying->shown[row - 1] * laying->base->columns->len
                                + column - 1].is_moved = TRUE;
    }
}

/* the whole */

static PlxStoryMatrix *
matrix_new (PlxComparison *base)
{
  PlxStoryMatrix *self = g_new0 (PlxStoryMatrix, 1);

  self->base = plx_comparison_ref (base);
  self->claims = g_ptr_array_new_with_free_func (plx_story_edited_free_claim);
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
plx_story_matrix_lay_over (PlxStoryComparison *story, PlxComparison *base,
                           const PlxStoryWork *work)
{
  g_autoptr (PlxStoryRows) rows = plx_story_rows_new (work, base, story);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *shown = g_new0 (guint, base->claims->len + 1);
  g_autofree gboolean *is_touched = NULL, *is_own = NULL;
  g_autofree guint8 *ranks = NULL;
  PlxStoryLaying laying = { .story = story, .base = base, .work = work, .rows = rows,
                    .columns = columns, .moved = moved, .shown = shown };
  guint n_rows = place_rows (&laying);
  gsize n_cells = (gsize) n_rows * base->columns->len + 1;

  laying.matrix = story->matrix = matrix_new (base);
  laying.is_touched = is_touched = g_new0 (gboolean, n_rows + 1);
  laying.is_own = is_own = g_new0 (gboolean, n_rows + 1);
  laying.ranks = ranks = g_new0 (guint8, n_cells);
  story->comparison = base;
  story->verdicts = g_new0 (PlxVerdict, n_cells);
  story->work = g_new0 (PlxClaimWork *, n_rows + 1);
  name_columns (&laying);
  place_moved (&laying);
  if (!rows->is_plain)
    plx_story_edited_make (&laying, n_rows);
  mark_moved (&laying);
  place_verdicts (&laying);
  plx_story_told_fill (&laying);
}
