/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

/* Passages of two articles that tell the same claim, for the ribbons between
 * articles side by side. */

static void
align (PlxCompareJob *job, guint claim, guint a, guint b)
{
  const PlxCell *x = plx_comparison_get_cell (job->out, claim, a);
  const PlxCell *y = plx_comparison_get_cell (job->out, claim, b);
  PlxAlignment alignment = { .claim = (gint) claim, .article_a = (gint) a, .article_b = (gint) b,
                             .relation = PLX_CELL_REPORTED };

  if (!plx_cell_status_is_told (x->status) || !plx_cell_status_is_told (y->status)
      || x->evidence.n_spans == 0 || y->evidence.n_spans == 0)
    return;
  alignment.a = x->evidence.spans[0];
  alignment.b = y->evidence.spans[0];
  if (x->status != y->status)
    alignment.relation = MAX (x->status, y->status);
  else if (x->status != PLX_CELL_CONTRADICTED)
    alignment.relation = x->status;
  g_array_append_val (job->out->alignments, alignment);
}

/* Pairs of passages of one claim. Every pair of articles may stand side by
 * side; in big stories only pairs with the first teller are kept, so that the
 * list stays linear. */
void
plx_alignments_find (PlxCompareJob *job)
{
  enum { ALL_PAIRS = 8 };

  for (guint c = 0; c < job->out->claims->len; c++)
    {
      guint first = job->n_articles;

      for (guint a = 0; a < job->n_articles; a++)
        {
          if (!plx_cell_status_is_told (plx_comparison_get_cell (job->out, c, a)->status))
            continue;
          first = MIN (first, a);
          for (guint b = a + 1; b < job->n_articles; b++)
            if (job->n_articles <= ALL_PAIRS || a == first)
              align (job, c, a, b);
        }
    }
}
