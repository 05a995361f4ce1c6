/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* One claim on two days: "on Friday" of an article of Sunday and "on March 2".
 * Days are those that the language engine reckoned from the date of publication;
 * without it nothing is compared. */

typedef struct {
  const PlxEvidence *evidence;
  const PlxTime *day;       // the only day of the evidence, NULL: none or several
} Dated;

static gboolean
is_day (const PlxTime *time)
{
  return time->type == PLX_TIME_DATE && time->edtf != NULL && strlen (time->edtf) == 10
         && time->edtf[4] == '-' && time->edtf[7] == '-' && g_ascii_isdigit (time->edtf[9]);
}

static const PlxTime *
only_day (const PlxAnalysis *analysis, const PlxEvidence *evidence)
{
  const PlxTime *found = NULL;

  for (guint s = 0; s < evidence->n_spans; s++)
    for (guint i = 0; i < analysis->times->len; i++)
      {
        const PlxTime *time = PLX_TIME (analysis, i);

        if (time->span.begin >= evidence->spans[s].end)
          break;
        if (!plx_span_contains (evidence->spans[s], time->span) || !is_day (time))
          continue;
        if (found != NULL && strcmp (found->edtf, time->edtf) != 0)
          return NULL;
        found = time;
      }
  return found;
}

/* Whether an article names a day anywhere: then it knows of both. */
static gboolean
names_day (const PlxAnalysis *analysis, const char *edtf)
{
  for (guint i = 0; i < analysis->times->len; i++)
    if (is_day (PLX_TIME (analysis, i)) && strcmp (PLX_TIME (analysis, i)->edtf, edtf) == 0)
      return TRUE;
  return FALSE;
}

static Dated
read_cell (const PlxCompareJob *job, guint claim, guint article)
{
  const PlxCell *cell = plx_comparison_get_cell (job->out, claim, article);
  Dated dated = { &cell->evidence, NULL };

  if ((cell->status == PLX_CELL_REPORTED || cell->status == PLX_CELL_DIFFERS)
      && cell->score_01 >= PLX_FINDING_DAY_MIN_01)
    dated.day = only_day (job->articles[article].analysis, &cell->evidence);
  return dated;
}

static void
set_differing (PlxEvidence *place, PlxSpan span)
{
  g_free (place->differing);
  place->differing = g_memdup2 (&span, sizeof span);
  place->n_differing = 1;
}

static void
add_finding (PlxCompareJob *job, guint claim, const Dated *one, const Dated *other)
{
  PlxComparisonFinding *finding = g_new0 (PlxComparisonFinding, 1);
  gint a = one->evidence->article, b = other->evidence->article;
  g_autofree char *first = plx_analysis_dup_span (job->articles[a].analysis, one->day->span);
  g_autofree char *second = plx_analysis_dup_span (job->articles[b].analysis, other->day->span);

  finding->kind = PLX_FINDING_DATE;
  finding->claim = (gint) claim;
  finding->message = g_strdup_printf ("%s has “%s” (%s) where %s has “%s” (%s)",
                                      plx_column_name (job, a), first, one->day->edtf,
                                      plx_column_name (job, b), second, other->day->edtf);
  plx_evidence_copy (one->evidence, &finding->places[0]);
  plx_evidence_copy (other->evidence, &finding->places[1]);
  set_differing (&finding->places[0], one->day->span);
  set_differing (&finding->places[1], other->day->span);
  g_ptr_array_add (job->out->findings, finding);
}

/* "Tuesday" and "Tuesday": one of them was reckoned from a wrong date. */
static gboolean
are_same_words (const PlxCompareJob *job, const Dated *one, const Dated *other)
{
  g_autofree char *a = plx_analysis_dup_span (job->articles[one->evidence->article].analysis,
                                              one->day->span);
  g_autofree char *b = plx_analysis_dup_span (job->articles[other->evidence->article].analysis,
                                              other->day->span);

  return g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
is_told (GHashTable *told, const Dated *other)
{
  return !g_hash_table_add (told, g_strdup_printf ("%d:%u", other->evidence->article,
                                                   other->day->span.begin));
}

/* The first article that dates a claim against each other that dates it otherwise. */
void
plx_days_compare (PlxCompareJob *job)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint c = 0; c < job->out->claims->len; c++)
    {
      Dated first = { 0 };

      for (guint a = 0; a < job->n_articles; a++)
        {
          Dated dated = read_cell (job, c, a);

          if (dated.day == NULL)
            continue;
          if (first.day == NULL)
            first = dated;
          else if (strcmp (first.day->edtf, dated.day->edtf) != 0
                   && !names_day (job->articles[a].analysis, first.day->edtf)
                   && !names_day (job->articles[first.evidence->article].analysis,
                                  dated.day->edtf)
                   && !are_same_words (job, &first, &dated) && !is_told (told, &dated))
            add_finding (job, c, &first, &dated);
        }
    }
}
