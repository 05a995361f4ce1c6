/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-reuse.h"

/* What the finished matrix tells: how much each claim matters and is disputed. */

static void
count_cells (const PlxCompareJob *job, guint claim, guint *n_examined, guint *n_against)
{
  *n_examined = *n_against = 0;
  for (guint a = 0; a < job->n_articles; a++)
    {
      PlxCellStatus status = plx_comparison_get_cell (job->out, claim, a)->status;

      if (status != PLX_CELL_NOT_EXAMINED)
        (*n_examined)++;
      if (status == PLX_CELL_CONTRADICTED || status == PLX_CELL_DIFFERS)
        (*n_against)++;
    }
}

void
plx_claims_rate (PlxCompareJob *job)
{
  for (guint c = 0; c < job->out->claims->len; c++)
    {
      PlxClaim *claim = g_ptr_array_index (job->out->claims, c);
      guint n_examined, n_against;

      count_cells (job, c, &n_examined, &n_against);
      claim->origins = plx_origins_count (job->out, c);
      claim->salience_01 = plx_claim_salience (job, c, claim->origins);
      claim->disagreement_01 = n_examined > 1 ? (double) n_against / (n_examined - 1) : 0.0;
      claim->disagreement_01 = MIN (1.0, claim->disagreement_01);
    }
}
