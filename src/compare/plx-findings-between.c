/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-reuse.h"

/* What the finished matrix tells: how much each claim matters and is disputed,
 * and the findings between articles. */

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

static PlxFindingKind
finding_kind (guint differs)
{
  if (differs & PLX_DIFFERS_NUMBER)
    return PLX_FINDING_NUMBER;
  if (differs & PLX_DIFFERS_TIME)
    return PLX_FINDING_DATE;
  return PLX_FINDING_NAME;
}

static void
copy_place (const PlxEvidence *from, PlxEvidence *to)
{
  *to = *from;
  to->spans = g_memdup2 (from->spans, from->n_spans * sizeof (PlxSpan));
  to->differing = g_memdup2 (from->differing, from->n_differing * sizeof (PlxSpan));
}

static const PlxCell *
first_reported (const PlxCompareJob *job, guint claim, guint except)
{
  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxCell *cell = plx_comparison_get_cell (job->out, claim, a);

      if (a != except && cell->status == PLX_CELL_REPORTED && cell->evidence.n_spans > 0)
        return cell;
    }
  return NULL;
}

static const char *
column_name (const PlxCompareJob *job, gint article)
{
  return ((PlxColumn *) g_ptr_array_index (job->out->columns, (guint) article))->name;
}

/* One finding per cell that contradicts what another article reports. */
void
plx_differences_find (PlxCompareJob *job)
{
  for (guint c = 0; c < job->out->claims->len; c++)
    for (guint a = 0; a < job->n_articles; a++)
      {
        const PlxCell *cell = plx_comparison_get_cell (job->out, c, a), *other;
        PlxComparisonFinding *finding;

        if (cell->status != PLX_CELL_CONTRADICTED
            || (other = first_reported (job, c, a)) == NULL)
          continue;
        finding = g_new0 (PlxComparisonFinding, 1);
        finding->kind = finding_kind (cell->differs_in);
        finding->claim = (gint) c;
        finding->message =
          g_strdup_printf ("%s: “%s” against %s: “%s”", column_name (job, (gint) a), cell->brief,
                           column_name (job, other->evidence.article),
                           ((PlxClaim *) g_ptr_array_index (job->out->claims, c))->statement);
        copy_place (&other->evidence, &finding->places[0]);
        copy_place (&cell->evidence, &finding->places[1]);
        g_ptr_array_add (job->out->findings, finding);
      }
}
