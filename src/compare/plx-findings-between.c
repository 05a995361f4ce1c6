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

/* Salience: half how many tell it, half how early its article does. */
void
plx_claims_rate (PlxCompareJob *job)
{
  for (guint c = 0; c < job->out->claims->len; c++)
    {
      PlxClaim *claim = g_ptr_array_index (job->out->claims, c);
      const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed,
                                            g_array_index (job->claim_seeds, guint, c));
      guint n_examined, n_against;
      double early = 0.5;

      count_cells (job, c, &n_examined, &n_against);
      claim->origins = plx_origins_count (job->out, c);
      if (seed->article >= 0)
        early = 1.0 - (double) seed->sentence / MAX (1, seed->text->sentences->len);
      claim->salience_01 = 0.5 * claim->origins / MAX (1, job->n_articles) + 0.5 * early;
      claim->disagreement_01 = n_examined > 1 ? (double) n_against / (n_examined - 1) : 0.0;
      claim->disagreement_01 = MIN (1.0, claim->disagreement_01);
    }
}
