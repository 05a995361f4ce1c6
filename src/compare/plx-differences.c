/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-stamp.h"
#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* The findings of the matrix: cells that contradict what another article
 * reports, with what was reckoned. Silent where nothing is wrong: a rounded
 * figure and the exact one, a count that grew between two days, a figure that
 * the other article gives as well. */

GPtrArray *
plx_evidence_facts (const PlxCompareJob *job, const PlxEvidence *evidence)
{
  GPtrArray *facts = g_ptr_array_new ();

  for (guint s = 0; s < evidence->n_spans; s++)
    {
      const PlxText *text = job->index->texts[evidence->article];
      PlxSpan span = evidence->spans[s];
      guint sentence = plx_text_sentence_at (text, span.begin);

      for (guint i = plx_facts_first (text, sentence); i < text->facts->len; i++)
        {
          PlxFact *fact = PLX_TEXT_FACT (text, i);

          if (fact->span.begin >= span.end)
            break;
          if (plx_span_contains (span, fact->span))
            g_ptr_array_add (facts, fact);
        }
    }
  return facts;
}

typedef struct {
  const PlxEvidence *said, *against;   // of the article that reports, of the one that does not
  const PlxFact *a, *b;                // figures that exclude each other, NULL: none
} Difference;

static gboolean
touches (const PlxEvidence *evidence, PlxSpan span)
{
  for (guint i = 0; i < evidence->n_differing; i++)
    if (plx_span_overlaps (evidence->differing[i], span))
      return TRUE;
  return FALSE;
}

static gboolean
are_of_one_thing (const PlxCompareJob *job, const PlxFact *a, const PlxFact *b)
{
  PlxFactRelation relation = plx_facts_compare (job->vocabulary, a, b);

  return relation == PLX_FACTS_EXCLUDE || relation == PLX_FACTS_DIFFER
         || (relation != PLX_FACTS_AGREE && a->kind == b->kind && a->of != NULL
             && g_strcmp0 (a->of, b->of) == 0);
}

/* The rest of a number that was read in part: "1/2", "6: 00". */
static gboolean
is_cut (const PlxCompareJob *job, gint article, const PlxFact *fact)
{
  const char *text = job->articles[article].analysis->text;
  guint32 at = fact->span.begin;

  if (at > 0 && text[at - 1] == ' ')
    at--;
  return at > 0 && (strchr ("/:", text[at - 1]) != NULL
                    || (at == fact->span.begin && strchr (".,", text[at - 1]) != NULL));
}

static void
find_figures (const PlxCompareJob *job, Difference *difference)
{
  g_autoptr (GPtrArray) said = plx_evidence_facts (job, difference->said);
  g_autoptr (GPtrArray) against = plx_evidence_facts (job, difference->against);

  for (guint j = 0; j < against->len && difference->b == NULL; j++)
    for (guint i = 0; i < said->len && difference->b == NULL; i++)
      {
        const PlxFact *a = g_ptr_array_index (said, i), *b = g_ptr_array_index (against, j);

        if (touches (difference->against, b->span) && are_of_one_thing (job, a, b)
            && !is_cut (job, difference->said->article, a)
            && !is_cut (job, difference->against->article, b))
          {
            difference->a = a;
            difference->b = b;
          }
      }
}

/* Half of the last digit that is not nought: 30,000 may stand for 26,000. Small
 * numbers and those that end otherwise are taken at their word. */
static double
rounding_of (const PlxFact *fact)
{
  double value = fact->factor > 0.0 ? fact->value / fact->factor : fact->value, step = 1.0;

  if (value < PLX_FINDING_EXACT_BELOW || value > floor (value))
    return 0.0;
  while (fmod (value, step * 10.0) < 0.5 && step < value)
    step *= 10.0;
  return step > 1.0 ? 0.5 * step * (fact->factor > 0.0 ? fact->factor : 1.0) : 0.0;
}

static gboolean
is_figure (const PlxFact *fact)
{
  return fact->kind == PLX_FACT_QUANTITY;
}

/* Whether an article gives a figure somewhere: then it knows of both. */
static gboolean
gives (const PlxCompareJob *job, gint article, const PlxFact *fact)
{
  const PlxText *text = job->index->texts[article];

  for (guint i = 0; i < text->facts->len; i++)
    if (plx_facts_compare (job->vocabulary, PLX_TEXT_FACT (text, i), fact) == PLX_FACTS_AGREE)
      return TRUE;
  return FALSE;
}

static gboolean
are_of_other_days (const PlxCompareJob *job, gint a, gint b)
{
  PlxStamp one = plx_stamp_read (job->articles[a].published);
  PlxStamp other = plx_stamp_read (job->articles[b].published);

  return one.day != 0 && other.day != 0 && one.day != other.day;
}

static gboolean
is_other_unit (const PlxFact *a, const PlxFact *b)
{
  return a->factor > b->factor || a->factor < b->factor;
}

static gboolean
is_nothing (const PlxCompareJob *job, const Difference *difference)
{
  const PlxFact *a = difference->a, *b = difference->b;

  if (!is_figure (a))
    return FALSE;
  if (fabs (a->value - b->value) <= MAX (rounding_of (a), rounding_of (b)))
    return TRUE;
  if (is_other_unit (a, b)   // tons of two kinds, miles made of kilometres
      && fabs (a->value - b->value) <= PLX_FINDING_UNITS_SHARE * MAX (a->value, b->value))
    return TRUE;
  if ((a->dimension == NULL || is_other_unit (a, b))
      && MAX (a->value, b->value) > PLX_FINDING_MAX_RATIO * MIN (a->value, b->value))
    return TRUE;   // of another happening
  if (a->dimension == NULL
      && are_of_other_days (job, difference->said->article, difference->against->article))
    return TRUE;
  return gives (job, difference->said->article, b) || gives (job, difference->against->article, a);
}

static PlxFindingKind
kind_of (const Difference *difference)
{
  if (!is_figure (difference->a))
    return PLX_FINDING_DATE;
  return g_strcmp0 (difference->a->dimension, "time") == 0 ? PLX_FINDING_DURATION
                                                           : PLX_FINDING_NUMBER;
}

/* 20000 → "20,000" */
static char *
dup_number (double value)
{
  GString *out = g_string_new (NULL);
  gsize end;

  if (value > floor (value))
    g_string_printf (out, "%.3g", value);
  else
    g_string_printf (out, "%.10g", value);
  end = strcspn (out->str, ".e");
  for (gssize at = (gssize) end - 3; at > 0 && strchr (out->str, 'e') == NULL; at -= 3)
    g_string_insert_c (out, at, ',');
  return g_string_free (out, FALSE);
}

const char *
plx_column_name (const PlxCompareJob *job, gint article)
{
  return ((PlxColumn *) g_ptr_array_index (job->out->columns, (guint) article))->name;
}

static char *
dup_message (const PlxCompareJob *job, const Difference *difference)
{
  const PlxFact *a = difference->a, *b = difference->b;
  gint said = difference->said->article, against = difference->against->article;
  const char *one = plx_column_name (job, said), *other = plx_column_name (job, against);
  g_autofree char *first = NULL, *second = NULL, *apart = NULL;
  double factor;

  first = plx_analysis_dup_span (job->articles[said].analysis, a->span);
  second = plx_analysis_dup_span (job->articles[against].analysis, b->span);
  if (!is_figure (a) || a->vague || b->vague)
    return g_strdup_printf ("%s has “%s” where %s has “%s”", one, first, other, second);
  factor = a->factor > 0.0 ? a->factor : 1.0;
  apart = dup_number (fabs (a->value - b->value) / factor);
  return g_strdup_printf ("%s has “%s” where %s has “%s”: %s %s", one, first, other, second, apart,
                          b->value > a->value ? "more" : "less");
}

void
plx_evidence_copy (const PlxEvidence *from, PlxEvidence *to)
{
  *to = *from;
  to->spans = g_memdup2 (from->spans, from->n_spans * sizeof (PlxSpan));
  to->differing = g_memdup2 (from->differing, from->n_differing * sizeof (PlxSpan));
}

static void
add_finding (PlxCompareJob *job, const Difference *difference, guint claim)
{
  PlxComparisonFinding *finding = g_new0 (PlxComparisonFinding, 1);

  finding->kind = kind_of (difference);
  finding->claim = (gint) claim;
  finding->message = dup_message (job, difference);
  plx_evidence_copy (difference->said, &finding->places[0]);
  plx_evidence_copy (difference->against, &finding->places[1]);
  if (finding->places[0].n_differing == 0)
    {
      finding->places[0].differing = g_memdup2 (&difference->a->span, sizeof (PlxSpan));
      finding->places[0].n_differing = 1;
    }
  g_ptr_array_add (job->out->findings, finding);
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

/* Two claims may hold one difference: what an article has otherwise is told once. */
static gboolean
is_new (GHashTable *seen, const Difference *difference)
{
  char *key = g_strdup_printf ("%d:%u", difference->against->article, difference->b->span.begin);
  return g_hash_table_add (seen, key);
}

/* One finding per figure or date that excludes what another article reports.
 * What words alone exclude stays with its cell: read on twelve ECB+ topics, none
 * of five was worth a finding ("would not pull over", "finally pulled over"). */
void
plx_differences_find (PlxCompareJob *job)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint c = 0; c < job->out->claims->len; c++)
    for (guint a = 0; a < job->n_articles; a++)
      {
        const PlxCell *cell = plx_comparison_get_cell (job->out, c, a), *other;
        Difference difference = { 0 };

        if (cell->status != PLX_CELL_CONTRADICTED || cell->evidence.n_spans == 0
            || (other = first_reported (job, c, a)) == NULL)
          continue;
        difference.said = &other->evidence;
        difference.against = &cell->evidence;
        find_figures (job, &difference);
        if (difference.b != NULL && !is_nothing (job, &difference)
            && is_new (seen, &difference))
          add_finding (job, &difference, c);
      }
}
