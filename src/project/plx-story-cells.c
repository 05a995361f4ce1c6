/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-story-work.h"

/* Cells that people changed: copies, evidence that was moved, cells of merged
 * rows. */

/* What outranks what where rows are merged: a contradiction is never hidden,
 * and a difference not by a part that agrees. */
int
plx_cell_status_rank (PlxCellStatus status)
{
  static const int ranks[PLX_N_CELL_STATUSES] = {
    [PLX_CELL_NOT_EXAMINED] = 0, [PLX_CELL_NOT_FOUND] = 1, [PLX_CELL_LEFT_OUT] = 2,
    [PLX_CELL_REPORTED] = 3,     [PLX_CELL_DIFFERS] = 4,   [PLX_CELL_CONTRADICTED] = 5,
  };

  return ranks[status];
}

static void
copy_evidence (const PlxEvidence *from, PlxEvidence *to)
{
  *to = *from;
  to->spans = g_memdup2 (from->spans, from->n_spans * sizeof (PlxSpan));
  to->differing = g_memdup2 (from->differing, from->n_differing * sizeof (PlxSpan));
}

static void
clear_evidence (PlxEvidence *evidence)
{
  g_free (evidence->spans);
  g_free (evidence->differing);
  *evidence = (PlxEvidence) { .article = -1, .statement = -1 };
}

static PlxSearchRecord *
copy_record (const PlxSearchRecord *from)
{
  PlxSearchRecord *to = g_memdup2 (from, sizeof *from);

  to->terms = g_strdupv (from->terms);
  to->names = g_strdupv (from->names);
  copy_evidence (&from->nearest, &to->nearest);
  return to;
}

static void
clear_record (PlxCell *cell)
{
  if (cell->record == NULL)
    return;
  g_strfreev (cell->record->terms);
  g_strfreev (cell->record->names);
  clear_evidence (&cell->record->nearest);
  g_clear_pointer (&cell->record, g_free);
}

void
plx_story_cell_copy (const PlxCell *from, PlxCell *to)
{
  *to = *from;
  copy_evidence (&from->evidence, &to->evidence);
  to->via = g_strdupv (from->via);
  to->brief = g_strdup (from->brief);
  to->record = from->record != NULL ? copy_record (from->record) : NULL;
}

void
plx_story_cell_clear (PlxCell *cell)
{
  clear_evidence (&cell->evidence);
  g_clear_pointer (&cell->via, g_strfreev);
  g_clear_pointer (&cell->brief, g_free);
  clear_record (cell);
}

/* spans */

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const PlxSpan *x = a, *y = b;

  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  return (x->end > y->end) - (x->end < y->end);
}

/* Sorted, those that meet joined. */
static void
set_spans (PlxSpan **spans, guint *n_spans, GArray *all)
{
  guint n = 0;

  g_array_sort (all, compare_spans);
  for (guint i = 0; i < all->len; i++)
    {
      PlxSpan span = g_array_index (all, PlxSpan, i);

      if (n > 0 && span.begin <= g_array_index (all, PlxSpan, n - 1).end)
        g_array_index (all, PlxSpan, n - 1).end =
          MAX (span.end, g_array_index (all, PlxSpan, n - 1).end);
      else
        g_array_index (all, PlxSpan, n++) = span;
    }
  g_free (*spans);
  *n_spans = n;
  *spans = g_memdup2 (all->data, n * sizeof (PlxSpan));
}

static void
add_spans (PlxSpan **spans, guint *n_spans, const PlxSpan *more, guint n_more)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  if (*n_spans > 0)
    g_array_append_vals (all, *spans, *n_spans);
  if (n_more > 0)
    g_array_append_vals (all, more, n_more);
  set_spans (spans, n_spans, all);
}

static gboolean
is_inside (PlxSpan span, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    if (span.begin >= g_array_index (spans, PlxSpan, i).begin
        && span.end <= g_array_index (spans, PlxSpan, i).end)
      return TRUE;
  return FALSE;
}

/* moving */

/* Words that differ stay marked while the new passage holds them. */
static void
keep_differing (PlxEvidence *evidence, gint article, const GArray *spans)
{
  guint n = 0;

  for (guint i = 0; evidence->article == article && i < evidence->n_differing; i++)
    if (is_inside (evidence->differing[i], spans))
      evidence->differing[n++] = evidence->differing[i];
  evidence->n_differing = n;
}

void
plx_story_cell_move (PlxCell *cell, gint article, const GArray *spans)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) spans);

  clear_record (cell);
  if (article < 0)
    {
      plx_story_cell_clear (cell);
      cell->status = PLX_CELL_NOT_EXAMINED;
      cell->differs_in = 0;
      cell->score_01 = 0;
      return;
    }
  if (!plx_cell_status_is_told (cell->status))
    {
      cell->status = PLX_CELL_REPORTED;
      cell->differs_in = 0;
      g_clear_pointer (&cell->brief, g_free);
    }
  keep_differing (&cell->evidence, article, spans);
  cell->evidence.article = article;
  cell->evidence.statement = -1;
  set_spans (&cell->evidence.spans, &cell->evidence.n_spans, sorted);
}

/* merging */

static void
replace (PlxCell *cell, const PlxCell *by)
{
  PlxCell old = *cell;

  plx_story_cell_copy (by, cell);
  plx_story_cell_clear (&old);
}

static void
add_evidence (PlxCell *cell, const PlxEvidence *part)
{
  PlxEvidence *to = &cell->evidence;

  if (part->n_spans == 0 || (to->n_spans > 0 && to->article != part->article))
    return;
  to->article = part->article;
  add_spans (&to->spans, &to->n_spans, part->spans, part->n_spans);
  add_spans (&to->differing, &to->n_differing, part->differing, part->n_differing);
}

void
plx_story_cell_join (PlxCell *cell, const PlxCell *part)
{
  int rank = plx_cell_status_rank (cell->status), other = plx_cell_status_rank (part->status);
  gboolean both_told = plx_cell_status_is_told (cell->status)
                       && plx_cell_status_is_told (part->status);

  if (both_told)
    {
      PlxCell weaker = { 0 };

      plx_story_cell_copy (other > rank ? cell : part, &weaker);
      if (other > rank)
        replace (cell, part);
      add_evidence (cell, &weaker.evidence);
      cell->differs_in |= weaker.differs_in;
      cell->score_01 = MAX (cell->score_01, weaker.score_01);
      plx_story_cell_clear (&weaker);
    }
  else if (other > rank
           || (other == rank && part->record != NULL && cell->record != NULL
               && part->record->nearest_01 > cell->record->nearest_01))
    replace (cell, part);
}
