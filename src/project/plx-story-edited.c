/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare/plx-course.h"
#include "compare/plx-reuse.h"
#include "project/plx-story-laying.h"

/* The rows and cells of the matrix that people changed, and what hangs on rows:
 * alignments, findings, courses. */

#define MAX_PAIRED 8        // articles of which every pair is aligned, as the engine does

/* memory */

void
plx_story_edited_free_claim (gpointer data)
{
  PlxClaim *claim = data;

  g_free (claim->id);
  g_free (claim->key);
  g_free (claim->statement);
  g_strfreev (claim->actors);
  for (guint i = 0; claim->over_time != NULL && i < claim->over_time->len; i++)
    g_free (g_array_index (claim->over_time, PlxMoment, i).value);
  g_clear_pointer (&claim->over_time, g_array_unref);
  g_free (claim);
}

static void
add_moments (GArray *to, const GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      PlxMoment moment = g_array_index (from, PlxMoment, i);

      moment.value = g_strdup (moment.value);
      g_array_append_val (to, moment);
    }
}

static PlxClaim *
claim_copy (const PlxClaim *from)
{
  PlxClaim *to = g_memdup2 (from, sizeof *from);

  to->id = g_strdup (from->id);
  to->key = g_strdup (from->key);
  to->statement = g_strdup (from->statement);
  to->actors = g_strdupv (from->actors);
  if (from->over_time != NULL)
    {
      to->over_time = g_array_new (FALSE, FALSE, sizeof (PlxMoment));
      add_moments (to->over_time, from->over_time);
    }
  return to;
}

static void
finding_free (gpointer data)
{
  PlxComparisonFinding *finding = data;

  g_free (finding);          // all it points to is the base's
}

static void
course_free (gpointer data)
{
  PlxClaimCourse *course = data;

  g_ptr_array_unref (course->turns);
  g_free (course->source);
  g_free (course);
}

void
plx_story_edited_clear (PlxStoryMatrix *matrix)
{
  for (guint i = 0; i < matrix->cells->len; i++)
    plx_story_cell_clear (&matrix->edited.cells[g_array_index (matrix->cells, gsize, i)]);
  g_free (matrix->edited.cells);
  g_ptr_array_unref (matrix->edited.claims);
  g_ptr_array_unref (matrix->edited.findings);
  g_array_unref (matrix->edited.alignments);
  g_clear_pointer (&matrix->edited.course, plx_course_free);
}

/* cells */

static const PlxMovedEvidence *
find_moved (const PlxStoryLaying *laying, guint row, guint column)
{
  gint64 cell = (gint64) row * laying->base->columns->len + column;

  return g_hash_table_size (laying->moved) > 0 ? g_hash_table_lookup (laying->moved, &cell) : NULL;
}

static gint
find_article (const PlxStoryComparison *story, gint64 article)
{
  for (guint i = 0; i < story->n_articles; i++)
    if (story->articles[i] == article)
      return (gint) i;
  return -1;
}

/* The cell of one row of the engine with what was moved; TRUE: @cell is owned. */
static gboolean
make_cell (const PlxStoryLaying *laying, guint row, guint column, PlxCell *cell)
{
  const PlxMovedEvidence *moved = find_moved (laying, row, column);
  const PlxCell *own = plx_comparison_get_cell (laying->base, row, column);
  gint article = moved != NULL ? find_article (laying->story, moved->article) : -1;

  if (moved == NULL || (moved->article != 0 && article < 0))
    {
      *cell = *own;
      return FALSE;
    }
  plx_story_cell_copy (own, cell);
  plx_story_cell_move (cell, article, moved->spans);
  return TRUE;
}

static void
own_cell (PlxStoryLaying *laying, gsize at)
{
  g_array_append_val (laying->matrix->cells, at);
}

static void
fill_row (PlxStoryLaying *laying, guint row)
{
  guint n_columns = laying->base->columns->len, to = laying->shown[row];
  PlxCell *cells = laying->matrix->edited.cells + (gsize) to * n_columns;

  memcpy (cells, plx_comparison_get_cell (laying->base, row, 0), n_columns * sizeof (PlxCell));
  if (g_hash_table_size (laying->moved) == 0)
    return;
  for (guint j = 0; j < n_columns; j++)
    if (make_cell (laying, row, j, &cells[j]))
      {
        own_cell (laying, (gsize) to * n_columns + j);
        laying->is_touched[to] = TRUE;
      }
}

/* Evidence that a person chose for the row that stays is not added to. */
static void
join_cell (PlxStoryLaying *laying, guint row, guint column, gboolean is_owned)
{
  gsize at = (gsize) laying->shown[row] * laying->base->columns->len + column;
  PlxCell *cell = &laying->matrix->edited.cells[at], part;
  const PlxMovedEvidence *moved = find_moved (laying, laying->rows->root[row], column);
  gboolean is_part_owned;

  if (moved != NULL)
    return;
  is_part_owned = make_cell (laying, row, column, &part);
  if (!is_owned)
    {
      PlxCell own = *cell;

      plx_story_cell_copy (&own, cell);
      own_cell (laying, at);
    }
  plx_story_cell_join (cell, &part);
  if (is_part_owned)
    plx_story_cell_clear (&part);
}

/* rows */

static void
add_actors (PlxClaim *claim, char **actors)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; claim->actors != NULL && claim->actors[i] != NULL; i++)
    g_ptr_array_add (all, claim->actors[i]);
  for (guint i = 0; actors != NULL && actors[i] != NULL; i++)
    if (claim->actors == NULL || !g_strv_contains ((const char * const *) claim->actors, actors[i]))
      g_ptr_array_add (all, g_strdup (actors[i]));
  g_ptr_array_add (all, NULL);
  g_free (claim->actors);
  claim->actors = (char **) g_ptr_array_steal (all, NULL);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  return ((const PlxMoment *) a)->article - ((const PlxMoment *) b)->article;
}

static void
join_claim (PlxClaim *claim, const PlxClaim *part)
{
  claim->salience_01 = MAX (claim->salience_01, part->salience_01);
  claim->order = MIN (claim->order, part->order);
  add_actors (claim, part->actors);
  if (part->over_time == NULL)
    return;
  if (claim->over_time == NULL)
    claim->over_time = g_array_new (FALSE, FALSE, sizeof (PlxMoment));
  add_moments (claim->over_time, part->over_time);
  g_array_sort (claim->over_time, compare_moments);
}

/* The claim of a row of the matrix, the caller's to change. */
static PlxClaim *
own_claim (PlxStoryLaying *laying, guint to)
{
  GPtrArray *claims = laying->matrix->edited.claims;
  PlxClaim *claim = g_ptr_array_index (claims, to);

  if (!laying->is_own[to])
    {
      laying->is_own[to] = TRUE;
      claim = claim_copy (claim);
      g_ptr_array_add (laying->matrix->claims, claim);
      g_ptr_array_index (claims, to) = claim;
    }
  return claim;
}

static void
add_string (char ***list, const char *string)
{
  guint n = *list != NULL ? g_strv_length (*list) : 0;

  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (string);
  (*list)[n + 1] = NULL;
}

static void
join_row (PlxStoryLaying *laying, guint row)
{
  guint to = laying->shown[row];
  PlxClaimWork *work = plx_story_laying_get_work (laying, to);
  gboolean is_owned = work->merged != NULL;

  for (guint j = 0; j < laying->base->columns->len; j++)
    join_cell (laying, row, j, is_owned);
  join_claim (own_claim (laying, to), PLX_CLAIM_AT (laying->base, row));
  add_string (&work->merged, g_ptr_array_index (laying->rows->keys, row));
  add_string (&work->merged_statements, plx_story_laying_get_statement (laying, row));
  laying->is_touched[to] = TRUE;
}

/* Parts of one row follow it in the order of the engine. A cell of the row that
 * stays was copied when the first part came: only moved ones stay out. */
static void
fill_rows (PlxStoryLaying *laying)
{
  guint n = laying->base->claims->len;

  for (guint i = 0; i < n; i++)
    if (laying->rows->root[i] == i && laying->shown[i] != PLX_NOWHERE)
      fill_row (laying, i);
  for (guint i = 0; i < n; i++)
    if (laying->rows->root[i] != i && laying->shown[i] != PLX_NOWHERE)
      join_row (laying, i);
}

/* As the engine rates its rows; copies count once. */
static void
rate_row (PlxStoryLaying *laying, guint to)
{
  const PlxComparison *edited = &laying->matrix->edited;
  PlxClaim *claim = own_claim (laying, to);
  guint n_examined = 0, n_against = 0;

  claim->origins = plx_origins_count (edited, to);
  for (guint a = 0; a < edited->n_articles; a++)
    {
      PlxCellStatus status = plx_comparison_get_cell (edited, to, a)->status;

      n_examined += status != PLX_CELL_NOT_EXAMINED;
      n_against += status == PLX_CELL_CONTRADICTED || status == PLX_CELL_DIFFERS;
    }
  claim->disagreement_01 = n_examined > 1 ? MIN (1.0, n_against / (double) (n_examined - 1)) : 0;
}

/* what hangs on rows */

static void
align (const PlxComparison *edited, guint claim, guint a, guint b)
{
  const PlxCell *x = plx_comparison_get_cell (edited, claim, a);
  const PlxCell *y = plx_comparison_get_cell (edited, claim, b);
  PlxAlignment alignment = { (gint) claim, (gint) a, (gint) b, { 0 }, { 0 }, PLX_CELL_REPORTED };

  if (!plx_cell_status_is_told (y->status) || x->evidence.n_spans == 0 || y->evidence.n_spans == 0
      || x->evidence.article != (gint) a || y->evidence.article != (gint) b)
    return;
  alignment.a = x->evidence.spans[0];
  alignment.b = y->evidence.spans[0];
  if (x->status != y->status)
    alignment.relation = MAX (x->status, y->status);
  else if (x->status != PLX_CELL_CONTRADICTED)
    alignment.relation = x->status;
  g_array_append_val (edited->alignments, alignment);
}

static void
align_row (const PlxComparison *edited, guint claim)
{
  guint n = edited->n_articles, first = n;

  for (guint a = 0; a < n; a++)
    {
      if (!plx_cell_status_is_told (plx_comparison_get_cell (edited, claim, a)->status))
        continue;
      first = MIN (first, a);
      for (guint b = a + 1; b < n; b++)
        if (n <= MAX_PAIRED || a == first)
          align (edited, claim, a, b);
    }
}

static int
compare_alignments (gconstpointer a, gconstpointer b)
{
  const PlxAlignment *x = a, *y = b;

  if (x->claim != y->claim)
    return x->claim - y->claim;
  return x->article_a != y->article_a ? x->article_a - y->article_a : x->article_b - y->article_b;
}

static void
move_alignments (PlxStoryLaying *laying, guint n_rows)
{
  PlxComparison *edited = &laying->matrix->edited;

  for (guint i = 0; i < laying->base->alignments->len; i++)
    {
      PlxAlignment alignment = g_array_index (laying->base->alignments, PlxAlignment, i);
      guint to = laying->shown[alignment.claim];

      if (to == PLX_NOWHERE || laying->is_touched[to])
        continue;
      alignment.claim = (gint) to;
      g_array_append_val (edited->alignments, alignment);
    }
  for (guint i = 0; i < n_rows; i++)
    if (laying->is_touched[i])
      align_row (edited, i);
  g_array_sort (edited->alignments, compare_alignments);
}

static void
move_findings (PlxStoryLaying *laying)
{
  for (guint i = 0; i < laying->base->findings->len; i++)
    {
      const PlxComparisonFinding *finding = g_ptr_array_index (laying->base->findings, i);
      guint to = finding->claim >= 0 ? laying->shown[finding->claim] : 0;
      PlxComparisonFinding *moved;

      if (to == PLX_NOWHERE)
        continue;
      moved = g_memdup2 (finding, sizeof *finding);
      if (finding->claim >= 0)
        moved->claim = (gint) to;
      g_ptr_array_add (laying->matrix->edited.findings, moved);
    }
}

static int
compare_courses (gconstpointer a, gconstpointer b)
{
  const PlxClaimCourse *x = *(PlxClaimCourse *const *) a, *y = *(PlxClaimCourse *const *) b;

  return x->claim != y->claim ? (x->claim < y->claim ? -1 : 1) : g_strcmp0 (x->source, y->source);
}

/* Of merged rows the course of the row that stays. */
static void
move_course (PlxStoryLaying *laying, guint n_rows)
{
  const PlxCourse *from = laying->base->course;
  PlxCourse *to;

  if (from == NULL)
    return;
  to = laying->matrix->edited.course = g_new0 (PlxCourse, 1);
  to->claims = g_ptr_array_new_with_free_func (course_free);
  to->n_claims = n_rows;
  to->first_article = g_new (gint, n_rows + 1);
  for (guint i = 0; i < laying->base->claims->len; i++)
    if (laying->rows->root[i] == i && laying->shown[i] != PLX_NOWHERE)
      to->first_article[laying->shown[i]] = i < from->n_claims ? from->first_article[i] : -1;
  for (guint i = 0; i < from->claims->len; i++)
    {
      const PlxClaimCourse *course = g_ptr_array_index (from->claims, i);
      PlxClaimCourse *moved;

      if (laying->rows->root[course->claim] != course->claim
          || laying->shown[course->claim] == PLX_NOWHERE)
        continue;
      moved = g_memdup2 (course, sizeof *course);
      moved->claim = laying->shown[course->claim];
      moved->source = g_strdup (course->source);
      g_ptr_array_ref (moved->turns);
      g_ptr_array_add (to->claims, moved);
    }
  g_ptr_array_sort (to->claims, compare_courses);
}

/* the whole */

static void
reword_rows (PlxStoryLaying *laying)
{
  for (guint i = 0; i < laying->base->claims->len; i++)
    {
      const char *key = g_ptr_array_index (laying->rows->keys, i);
      PlxClaim *claim = PLX_CLAIM_AT (laying->base, i);
      guint to = laying->shown[i];

      if (laying->rows->root[i] != i || to == PLX_NOWHERE)
        continue;
      if (g_strcmp0 (key, claim->key) != 0)
        {
          PlxClaim *own = own_claim (laying, to);

          g_free (own->key);
          own->key = g_strdup (key);
        }
      if (plx_story_laying_get_statement (laying, i) != claim->statement)
        {
          PlxClaim *own = own_claim (laying, to);

          g_free (own->statement);
          own->statement = g_strdup (plx_story_laying_get_statement (laying, i));
        }
    }
}

void
plx_story_edited_make (PlxStoryLaying *laying, guint n_rows)
{
  PlxComparison *edited = &laying->matrix->edited;

  *edited = *laying->base;
  g_atomic_ref_count_init (&edited->refs);
  laying->matrix->is_edited = TRUE;
  edited->claims = g_ptr_array_sized_new (n_rows);
  g_ptr_array_set_size (edited->claims, (gint) n_rows);
  edited->cells = g_new (PlxCell, (gsize) n_rows * edited->columns->len + 1);
  edited->findings = g_ptr_array_new_with_free_func (finding_free);
  edited->alignments = g_array_new (FALSE, FALSE, sizeof (PlxAlignment));
  edited->course = NULL;
  for (guint i = 0; i < laying->base->claims->len; i++)
    if (laying->rows->root[i] == i && laying->shown[i] != PLX_NOWHERE)
      g_ptr_array_index (edited->claims, laying->shown[i]) = PLX_CLAIM_AT (laying->base, i);
  fill_rows (laying);
  reword_rows (laying);
  for (guint i = 0; i < n_rows; i++)
    if (laying->is_touched[i])
      rate_row (laying, i);
  move_alignments (laying, n_rows);
  move_findings (laying);
  move_course (laying, n_rows);
  laying->story->comparison = edited;
}
