/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-project.h"

/* What is asked of a comparison with its verdicts. */

const PlxVerdict *
plx_story_comparison_get_verdict (const PlxStoryComparison *self, guint claim, guint column)
{
  return &self->verdicts[(gsize) claim * self->comparison->columns->len + column];
}

PlxCellStatus
plx_story_comparison_get_status (const PlxStoryComparison *self, guint claim, guint column)
{
  PlxCellStatus verdict = plx_story_comparison_get_verdict (self, claim, column)->verdict;

  return verdict != PLX_CELL_NOT_EXAMINED
           ? verdict : plx_comparison_get_cell (self->comparison, claim, column)->status;
}

const char *
plx_story_comparison_get_column_key (const PlxStoryComparison *self, guint column)
{
  return self->column_keys[column];
}

gboolean
plx_story_comparison_find_claim (const PlxStoryComparison *self, const char *key, guint *claim)
{
  for (guint i = 0; i < self->comparison->claims->len; i++)
    if (g_strcmp0 (((PlxClaim *) g_ptr_array_index (self->comparison->claims, i))->key, key) == 0)
      {
        *claim = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
plx_story_comparison_find_column (const PlxStoryComparison *self, const char *key, guint *column)
{
  const GPtrArray *columns = self->comparison->columns;

  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (self->column_keys[i], key) == 0)
      {
        *column = i;
        return TRUE;
      }
  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (((PlxColumn *) g_ptr_array_index (columns, i))->name, key) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/* examine next */

static gboolean
is_in (const PlxStoryComparison *self, guint statuses, guint claim, guint column)
{
  PlxCellStatus status = plx_comparison_get_cell (self->comparison, claim, column)->status;

  return (statuses & 1u << status) != 0;
}

static gboolean
is_confirmed (const PlxStoryComparison *self, guint claim, guint column)
{
  return plx_story_comparison_get_verdict (self, claim, column)->verdict != PLX_CELL_NOT_EXAMINED;
}

PlxCellCounts
plx_story_comparison_count (const PlxStoryComparison *self, guint statuses)
{
  PlxCellCounts counts = { 0, 0 };

  for (guint i = 0; i < self->comparison->claims->len; i++)
    for (guint j = 0; j < self->comparison->columns->len; j++)
      if (is_in (self, statuses, i, j))
        {
          counts.n_all++;
          counts.n_confirmed += is_confirmed (self, i, j);
        }
  return counts;
}

/* The place of @claim among the rows shown; n_rows: not there. */
static guint
find_row (const guint *rows, guint n_rows, guint claim)
{
  for (guint i = 0; rows != NULL && i < n_rows; i++)
    if (rows[i] == claim)
      return i;
  return rows != NULL || claim >= n_rows ? n_rows : claim;
}

gboolean
plx_story_comparison_next_unconfirmed (const PlxStoryComparison *self, const guint *rows,
                                       guint n_rows, guint statuses, guint *claim, guint *column)
{
  guint n_columns = self->comparison->columns->len;
  gsize at, n_cells;

  if (rows == NULL)
    n_rows = self->comparison->claims->len;
  n_cells = (gsize) n_rows * n_columns;
  at = find_row (rows, n_rows, *claim);
  at = at < n_rows && *column < n_columns ? at * n_columns + *column : n_cells - 1;
  for (gsize i = 1; i <= n_cells; i++)
    {
      gsize place = (at + i) % n_cells;
      guint row = (guint) (place / n_columns), next = rows != NULL ? rows[row] : row;

      if (is_in (self, statuses, next, (guint) (place % n_columns))
          && !is_confirmed (self, next, (guint) (place % n_columns)))
        {
          *claim = next;
          *column = (guint) (place % n_columns);
          return TRUE;
        }
    }
  return FALSE;
}
