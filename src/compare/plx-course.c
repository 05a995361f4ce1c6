/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-course.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-stamp.h"

#include <string.h>

/* Claims over time, from the finished matrix. */

static const char *const turn_nicks[PLX_N_TURN_KINDS] = {
  "first", "changed", "dropped", "resumed",
};

const char *
plx_turn_kind_to_nick (PlxTurnKind kind)
{
  g_return_val_if_fail (kind < PLX_N_TURN_KINDS, turn_nicks[0]);
  return turn_nicks[kind];
}

static void
turn_free (gpointer data)
{
  PlxTurn *turn = data;

  g_free (turn->from);
  g_free (turn->to);
  g_free (turn->searched);
  g_free (turn);
}

static void
claim_course_free (gpointer data)
{
  PlxClaimCourse *course = data;

  g_free (course->source);
  g_ptr_array_unref (course->turns);
  g_free (course);
}

void
plx_course_free (PlxCourse *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->claims);
  g_free (self->first_article);
  g_free (self);
}

/* One source with several dated articles, these by date. */
typedef struct {
  const char *name;
  GArray *articles;     // gint
} Series;

typedef struct {
  PlxCompareJob *job;
  PlxStamp *stamps;     // (n_articles)
  GPtrArray *series;    // Series
} Reading;

static void
series_free (gpointer data)
{
  Series *series = data;

  g_array_unref (series->articles);
  g_free (series);
}

static int
compare_articles (gconstpointer a, gconstpointer b, gpointer stamps)
{
  const gint *x = a, *y = b;
  const PlxStamp *all = stamps;
  int order = plx_stamp_compare (&all[*x], &all[*y]);

  return order != 0 ? order : *x - *y;
}

static void
find_series (Reading *self)
{
  g_autoptr (GHashTable) by_source = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint a = 0; a < self->job->n_articles; a++)
    {
      const char *source = self->job->articles[a].source;
      char *key;
      Series *series;
      gint article = (gint) a;

      if (source == NULL || *source == '\0' || self->stamps[a].day == 0)
        continue;
      key = g_utf8_casefold (source, -1);
      series = g_hash_table_lookup (by_source, key);
      if (series == NULL)
        {
          series = g_new0 (Series, 1);
          series->name = source;
          series->articles = g_array_new (FALSE, FALSE, sizeof (gint));
          g_ptr_array_add (self->series, series);
          g_hash_table_insert (by_source, key, series);
        }
      else
        g_free (key);
      g_array_append_val (series->articles, article);
    }
  for (guint i = 0; i < self->series->len; i++)
    g_array_sort_with_data (((Series *) g_ptr_array_index (self->series, i))->articles,
                            compare_articles, self->stamps);
}

static gboolean
has_agreeing (const Reading *self, const PlxFact *fact, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (plx_facts_compare (self->job->vocabulary, fact, g_ptr_array_index (others, i))
        == PLX_FACTS_AGREE)
      return TRUE;
  return FALSE;
}

/* The first figure of both that is of one thing and another, which neither of
 * them gives alike elsewhere. */
static gboolean
find_moved (const Reading *self, const GPtrArray *before, const GPtrArray *after, PlxTurn *turn)
{
  for (guint i = 0; i < before->len; i++)
    {
      const PlxFact *a = g_ptr_array_index (before, i);

      if (has_agreeing (self, a, after))
        continue;
      for (guint j = 0; j < after->len; j++)
        {
          const PlxFact *b = g_ptr_array_index (after, j);
          PlxFactRelation relation = plx_facts_compare (self->job->vocabulary, a, b);

          if ((relation == PLX_FACTS_EXCLUDE || relation == PLX_FACTS_DIFFER)
              && !has_agreeing (self, b, before))
            {
              turn->from_span = a->span;
              turn->to_span = b->span;
              return TRUE;
            }
        }
    }
  return FALSE;
}

static const PlxMoment *
moment_of (const PlxClaim *claim, gint article)
{
  for (guint i = 0; claim->over_time != NULL && i < claim->over_time->len; i++)
    if (g_array_index (claim->over_time, PlxMoment, i).article == article)
      return &g_array_index (claim->over_time, PlxMoment, i);
  return NULL;
}

/* What one report says otherwise than the one before it; NULL: nothing. */
static PlxTurn *
find_change (const Reading *self, guint claim, gint before, gint after)
{
  const PlxClaim *row = g_ptr_array_index (self->job->out->claims, claim);
  const PlxCell *old = plx_comparison_get_cell (self->job->out, claim, (guint) before);
  const PlxCell *new = plx_comparison_get_cell (self->job->out, claim, (guint) after);
  const PlxMoment *from = moment_of (row, before), *to = moment_of (row, after);
  g_autoptr (GPtrArray) old_facts = plx_evidence_facts (self->job, &old->evidence);
  g_autoptr (GPtrArray) new_facts = plx_evidence_facts (self->job, &new->evidence);
  PlxTurn found = { .kind = PLX_TURN_CHANGED, .article = after, .before = before };
  PlxTurn *turn;

  if (from != NULL && to != NULL && g_ascii_strcasecmp (from->value, to->value) != 0)
    {
      found.from_span = from->span;
      found.to_span = to->span;
    }
  else if (old->status == PLX_CELL_REPORTED && new->status == PLX_CELL_CONTRADICTED
           && (new->differs_in & PLX_DIFFERS_POLARITY) && new->evidence.n_differing > 0)
    {
      found.from_span = old->evidence.spans[0];
      found.to_span = new->evidence.differing[0];
    }
  else if (!find_moved (self, old_facts, new_facts, &found))
    return NULL;
  turn = g_memdup2 (&found, sizeof found);
  turn->from = plx_analysis_dup_span (self->job->articles[before].analysis, found.from_span);
  turn->to = plx_analysis_dup_span (self->job->articles[after].analysis, found.to_span);
  return turn;
}

static PlxTurn *
add_turn (PlxClaimCourse *course, PlxTurnKind kind, gint article, gint before)
{
  PlxTurn *turn = g_new0 (PlxTurn, 1);

  turn->kind = kind;
  turn->article = article;
  turn->before = before;
  g_ptr_array_add (course->turns, turn);
  return turn;
}

static void
read_said (const Reading *self, PlxClaimCourse *course, gint article, gboolean missing)
{
  PlxTurn *change = NULL;

  if (course->n_said == 0)
    {
      course->first = article;
      add_turn (course, PLX_TURN_FIRST, article, -1);
    }
  else if (plx_stamp_precedes (&self->stamps[course->last], &self->stamps[article]))
    {
      if (missing)
        add_turn (course, PLX_TURN_RESUMED, article, course->last);
      if ((change = find_change (self, course->claim, course->last, article)) != NULL)
        g_ptr_array_add (course->turns, change);
    }
  course->last = article;
  course->n_said++;
}

static void
read_missing (const Reading *self, PlxClaimCourse *course, gint article, PlxTurn **dropped)
{
  if (course->n_said == 0
      || !plx_stamp_precedes (&self->stamps[course->last], &self->stamps[article]))
    return;
  if (*dropped == NULL)
    *dropped = add_turn (course, PLX_TURN_DROPPED, article, course->last);
  (*dropped)->searched = g_renew (gint, (*dropped)->searched, (*dropped)->n_searched + 1);
  (*dropped)->searched[(*dropped)->n_searched++] = article;
}

/* The claim in the reports of one source; NULL: it never says it. */
static PlxClaimCourse *
follow_claim (const Reading *self, guint claim, const Series *series)
{
  PlxClaimCourse *course = g_new0 (PlxClaimCourse, 1);
  PlxTurn *dropped = NULL;

  course->claim = claim;
  course->source = g_strdup (series->name);
  course->turns = g_ptr_array_new_with_free_func (turn_free);
  for (guint i = 0; i < series->articles->len; i++)
    {
      gint article = g_array_index (series->articles, gint, i);
      const PlxCell *cell = plx_comparison_get_cell (self->job->out, claim, (guint) article);

      if (plx_cell_status_is_told (cell->status))
        {
          read_said (self, course, article, dropped != NULL);
          dropped = NULL;
        }
      else if (cell->status == PLX_CELL_NOT_FOUND)
        read_missing (self, course, article, &dropped);
    }
  course->dropped = dropped != NULL;
  if (course->n_said > 0)
    return course;
  claim_course_free (course);
  return NULL;
}

/* The article that tells the claim surely before every one of another source
 * that does. */
static gint
find_first (const Reading *self, guint claim)
{
  const PlxCompareJob *job = self->job;
  gint first = -1;
  gboolean alone = TRUE;

  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxCell *cell = plx_comparison_get_cell (job->out, claim, a);

      if (plx_cell_status_is_told (cell->status) && cell->status != PLX_CELL_CONTRADICTED
          && self->stamps[a].day != 0
          && (first < 0 || plx_stamp_compare (&self->stamps[a], &self->stamps[first]) < 0))
        first = (gint) a;
    }
  for (guint a = 0; a < job->n_articles && first >= 0; a++)
    {
      const PlxCell *cell = plx_comparison_get_cell (job->out, claim, a);

      if ((gint) a == first || !plx_cell_status_is_told (cell->status)
          || cell->status == PLX_CELL_CONTRADICTED
          || g_strcmp0 (job->articles[a].source, job->articles[first].source) == 0)
        continue;
      if (!plx_stamp_precedes (&self->stamps[first], &self->stamps[a]))
        return -1;
      alone = FALSE;
    }
  return alone ? -1 : first;
}

void
plx_course_find (PlxCompareJob *job)
{
  PlxCourse *self = job->out->course = g_new0 (PlxCourse, 1);
  Reading reading = { job, g_new0 (PlxStamp, job->n_articles + 1),
                      g_ptr_array_new_with_free_func (series_free) };

  self->claims = g_ptr_array_new_with_free_func (claim_course_free);
  self->n_claims = job->out->claims->len;
  self->first_article = g_new (gint, self->n_claims + 1);
  for (guint a = 0; a < job->n_articles; a++)
    reading.stamps[a] = plx_stamp_read (job->articles[a].published);
  find_series (&reading);
  for (guint c = 0; c < self->n_claims; c++)
    {
      self->first_article[c] = find_first (&reading, c);
      for (guint s = 0; s < reading.series->len; s++)
        {
          const Series *series = g_ptr_array_index (reading.series, s);
          PlxClaimCourse *course;

          if (series->articles->len > 1 && (course = follow_claim (&reading, c, series)) != NULL)
            g_ptr_array_add (self->claims, course);
        }
    }
  g_ptr_array_unref (reading.series);
  g_free (reading.stamps);
}
