/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Hundreds of columns make no matrix: of the sources that are heard only through
 * others those stay that are said to have left something out, then those with
 * most claims, PLX_VOICES_MAX in all. One that nobody is told of goes. */

typedef struct {
  guint column;
  guint n_claims;
  gboolean leaves_out;
} Heard;

static Heard
hear (const PlxComparison *comparison, guint column)
{
  Heard heard = { .column = column };

  for (guint c = 0; c < comparison->claims->len; c++)
    {
      PlxCellStatus status = plx_comparison_get_cell (comparison, c, column)->status;

      heard.n_claims += status != PLX_CELL_NOT_EXAMINED;
      heard.leaves_out |= status == PLX_CELL_LEFT_OUT;
    }
  return heard;
}

static int
compare_heard (gconstpointer a, gconstpointer b)
{
  const Heard *x = a, *y = b;

  if (x->leaves_out != y->leaves_out)
    return x->leaves_out ? -1 : 1;
  if (x->n_claims != y->n_claims)
    return x->n_claims > y->n_claims ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

/* (n_columns) which stay; NULL: all do */
static gboolean *
choose (const PlxComparison *comparison)
{
  guint n_columns = comparison->columns->len, n_kept = 0;
  g_autoptr (GArray) voices = g_array_new (FALSE, FALSE, sizeof (Heard));
  gboolean *keep;

  for (guint c = comparison->n_articles; c < n_columns; c++)
    {
      Heard heard = hear (comparison, c);

      if (heard.n_claims > 0)
        g_array_append_val (voices, heard);
    }
  n_kept = MIN (voices->len, PLX_VOICES_MAX);
  if (comparison->n_articles + n_kept == n_columns)
    return NULL;
  keep = g_new0 (gboolean, n_columns + 1);
  for (guint c = 0; c < comparison->n_articles; c++)
    keep[c] = TRUE;
  g_array_sort (voices, compare_heard);
  for (guint i = 0; i < n_kept; i++)
    keep[g_array_index (voices, Heard, i).column] = TRUE;
  return keep;
}

/* Drops the columns that matter least, with their cells. */
void
plx_voices_keep (PlxCompareJob *job)
{
  PlxComparison *out = job->out;
  guint n_columns = out->columns->len;
  g_autofree gboolean *keep = choose (out);
  PlxCell *to = out->cells;

  if (keep == NULL)
    return;
  for (guint claim = 0; claim < out->claims->len; claim++)
    for (guint c = 0; c < n_columns; c++)
      {
        PlxCell *cell = &out->cells[(gsize) claim * n_columns + c];

        if (keep[c])
          *to++ = *cell;
        else
          plx_cell_clear (cell);
      }
  for (guint c = n_columns; c-- > out->n_articles;)
    if (!keep[c])
      g_ptr_array_remove_index (out->columns, c);
}
