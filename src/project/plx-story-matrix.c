/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare/plx-course.h"
#include "project/plx-story-work.h"

/* The matrix as its analysts left it.
 *
 *   base      claims  c0 c1 c2 c3      the engine's, shared and never changed
 *   work      c1 dropped, c3 into c0, c2 reworded
 *   edited    claims  c0+c3 c2'        what everybody sees
 *
 * The edited comparison borrows from the base whatever nobody touched: claims by
 * pointer, cells by value (their pointers stay the base's). Only what changed is
 * owned, and listed so that it can be freed. Nobody may ref it; it lives as long
 * as the story comparison. Without work on rows there is no edited one. */

#define NOWHERE G_MAXUINT
#define MAX_PAIRED 8        // articles of which every pair is aligned, as the engine does

struct _PlxStoryMatrix
{
  PlxComparison *base;
  PlxComparison edited;
  gboolean is_edited;
  GPtrArray *claims;         // owned ones
  GArray *cells;             // gsize: indexes of owned ones
};

typedef struct {
  PlxStoryComparison *story;
  struct _PlxStoryMatrix *matrix;
  const PlxComparison *base;
  const PlxStoryWork *work;
  const PlxStoryRows *rows;
  GHashTable *columns;       // key, name or alias → column + 1
  GHashTable *moved;         // row of the base * columns + column, boxed → PlxMovedEvidence
  guint *shown;              // (rows of the base) row of the matrix, NOWHERE: dropped
  gboolean *is_touched;      // (rows of the matrix) its cells changed
  gboolean *is_own;          // (rows of the matrix) its claim was copied
  guint8 *ranks;             // (cells of the matrix) how near a verdict's own key is
} Laying;

#define CLAIM(comparison, i) \
  ((PlxClaim *) g_ptr_array_index ((comparison)->claims, (i)))
#define COLUMN(comparison, i) \
  ((PlxColumn *) g_ptr_array_index ((comparison)->columns, (i)))

/* memory */

static void
claim_free (gpointer data)
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

static void
work_free (PlxClaimWork *work)
{
  if (work == NULL)
    return;
  g_free (work->split_from);
  g_free (work->original);
  g_strfreev (work->merged);
  g_strfreev (work->merged_statements);
  g_free (work);
}

static void
dropped_free (gpointer data)
{
  PlxDroppedClaim *dropped = data;

  g_free (dropped->key);
  g_free (dropped->statement);
  g_free (dropped->reason);
  g_free (dropped->author);
  g_free (dropped->decided);
  g_free (dropped);
}

static void
orphan_free (gpointer data)
{
  PlxOrphan *orphan = data;

  g_free (orphan->key);
  g_free (orphan->column);
  g_free (orphan->statement);
  g_free (orphan->quote);
  g_free (orphan);
}

static void
clear_edited (struct _PlxStoryMatrix *matrix)
{
  for (guint i = 0; i < matrix->cells->len; i++)
    plx_story_cell_clear (&matrix->edited.cells[g_array_index (matrix->cells, gsize, i)]);
  g_free (matrix->edited.cells);
  g_ptr_array_unref (matrix->edited.claims);
  g_ptr_array_unref (matrix->edited.findings);
  g_array_unref (matrix->edited.alignments);
  g_clear_pointer (&matrix->edited.course, plx_course_free);
}

void
plx_story_matrix_clear (PlxStoryComparison *story)
{
  struct _PlxStoryMatrix *matrix = story->matrix;
  gsize n = story->comparison != NULL
              ? (gsize) story->comparison->claims->len * story->comparison->columns->len : 0;

  for (gsize i = 0; story->verdicts != NULL && i < n; i++)
    {
      g_free (story->verdicts[i].note);
      g_free (story->verdicts[i].author);
      g_free (story->verdicts[i].decided);
    }
  g_free (story->verdicts);
  for (guint i = 0; story->work != NULL && i < story->comparison->claims->len; i++)
    work_free (story->work[i]);
  g_free (story->work);
  g_strfreev (story->column_keys);
  g_clear_pointer (&story->dropped, g_ptr_array_unref);
  g_clear_pointer (&story->orphans, g_ptr_array_unref);
  if (matrix == NULL)
    return;
  if (matrix->is_edited)
    clear_edited (matrix);
  g_ptr_array_unref (matrix->claims);
  g_array_unref (matrix->cells);
  plx_comparison_unref (matrix->base);
  g_free (matrix);
}

/* columns */

static void
add_column (Laying *laying, const char *name, guint column)
{
  if (name != NULL && !g_hash_table_contains (laying->columns, name))
    g_hash_table_insert (laying->columns, g_strdup (name), GUINT_TO_POINTER (column + 1));
}

/* A source heard through others is called by its name, which a person may have
 * changed since; its other names then still find it. */
static void
add_aliases (Laying *laying, guint column)
{
  const char *name = COLUMN (laying->base, column)->name;

  for (guint i = 0; i < laying->story->n_articles; i++)
    {
      const PlxAnalysis *analysis = laying->story->contents[i]->analysis;

      for (guint e = 0; e < analysis->entities->len; e++)
        {
          const PlxEntity *entity = PLX_ENTITY (analysis, e);

          for (guint k = 0; g_strcmp0 (entity->name, name) == 0 && k < entity->names.n; k++)
            add_column (laying, PLX_STRING (analysis, entity->names.first + k), column);
        }
    }
}

static void
name_columns (Laying *laying)
{
  guint n = laying->base->columns->len;

  laying->story->column_keys = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PlxColumn *column = COLUMN (laying->base, i);

      laying->story->column_keys[i] =
        column->article >= 0 ? g_strdup_printf ("@%" G_GINT64_FORMAT,
                                                laying->story->articles[column->article])
                             : g_strdup (column->name);
      add_column (laying, laying->story->column_keys[i], i);
    }
  for (guint i = 0; i < n; i++)
    add_column (laying, COLUMN (laying->base, i)->name, i);
  for (guint i = 0; i < n; i++)
    if (COLUMN (laying->base, i)->article < 0)
      add_aliases (laying, i);
}

/* 0: there is none */
static guint
find_column (const Laying *laying, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (laying->columns, key));
}

static guint
find_row (const Laying *laying, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (laying->rows->by_key, key));
}

/* rows */

static gint64 *
box_cell (const Laying *laying, guint row, guint column)
{
  gint64 cell = (gint64) row * laying->base->columns->len + column;

  return g_memdup2 (&cell, sizeof cell);
}

static void
place_moved (Laying *laying)
{
  for (guint i = 0; i < laying->work->evidence->len; i++)
    {
      PlxMovedEvidence *evidence = g_ptr_array_index (laying->work->evidence, i);
      guint row = find_row (laying, evidence->claim);
      guint column = find_column (laying, evidence->column);

      if (row > 0 && column > 0)
        g_hash_table_insert (laying->moved, box_cell (laying, row - 1, column - 1), evidence);
    }
}

static const PlxMovedEvidence *
find_moved (const Laying *laying, guint row, guint column)
{
  gint64 cell = (gint64) row * laying->base->columns->len + column;

  return g_hash_table_size (laying->moved) > 0 ? g_hash_table_lookup (laying->moved, &cell) : NULL;
}

/* Which row of the matrix each of the engine's becomes. */
static guint
place_rows (Laying *laying)
{
  guint n = 0;

  for (guint i = 0; i < laying->base->claims->len; i++)
    laying->shown[i] = laying->rows->root[i] == i && !laying->rows->is_dropped[i] ? n++ : NOWHERE;
  for (guint i = 0; i < laying->base->claims->len; i++)
    if (laying->rows->root[i] != i)
      laying->shown[i] = laying->shown[laying->rows->root[i]];
  return n;
}

/* cells */

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
make_cell (const Laying *laying, guint row, guint column, PlxCell *cell)
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
own_cell (Laying *laying, gsize at)
{
  g_array_append_val (laying->matrix->cells, at);
}

static void
fill_row (Laying *laying, guint row)
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
join_cell (Laying *laying, guint row, guint column, gboolean is_owned)
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
own_claim (Laying *laying, guint to)
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

static PlxClaimWork *
get_work (Laying *laying, guint to)
{
  if (laying->story->work[to] == NULL)
    laying->story->work[to] = g_new0 (PlxClaimWork, 1);
  return laying->story->work[to];
}

static const char *
statement_of (const Laying *laying, guint row)
{
  const PlxClaimEdit *edit =
    plx_story_work_get_edit (laying->work, g_ptr_array_index (laying->rows->keys, row));

  return edit != NULL && edit->statement != NULL ? edit->statement
                                                 : CLAIM (laying->base, row)->statement;
}

static void
join_row (Laying *laying, guint row)
{
  guint to = laying->shown[row];
  PlxClaimWork *work = get_work (laying, to);
  gboolean is_owned = work->merged != NULL;

  for (guint j = 0; j < laying->base->columns->len; j++)
    join_cell (laying, row, j, is_owned);
  join_claim (own_claim (laying, to), CLAIM (laying->base, row));
  add_string (&work->merged, g_ptr_array_index (laying->rows->keys, row));
  add_string (&work->merged_statements, statement_of (laying, row));
  laying->is_touched[to] = TRUE;
}

/* Parts of one row follow it in the order of the engine. A cell of the row that
 * stays was copied when the first part came: only moved ones stay out. */
static void
fill_rows (Laying *laying)
{
  guint n = laying->base->claims->len;

  for (guint i = 0; i < n; i++)
    if (laying->rows->root[i] == i && laying->shown[i] != NOWHERE)
      fill_row (laying, i);
  for (guint i = 0; i < n; i++)
    if (laying->rows->root[i] != i && laying->shown[i] != NOWHERE)
      join_row (laying, i);
}

/* As the engine rates its rows; copies count once. */
static void
rate_row (Laying *laying, guint to)
{
  const PlxComparison *edited = &laying->matrix->edited;
  PlxClaim *claim = own_claim (laying, to);
  g_autofree gboolean *is_counted = g_new0 (gboolean, edited->n_articles + 1);
  guint n_examined = 0, n_against = 0;

  claim->origins = 0;
  for (guint a = 0; a < edited->n_articles; a++)
    {
      PlxCellStatus status = plx_comparison_get_cell (edited, to, a)->status;

      n_examined += status != PLX_CELL_NOT_EXAMINED;
      n_against += status == PLX_CELL_CONTRADICTED || status == PLX_CELL_DIFFERS;
      if (is_counted[a] || (status != PLX_CELL_REPORTED && status != PLX_CELL_DIFFERS))
        continue;
      claim->origins++;
      for (guint g = 0; edited->copies != NULL && g < edited->copies->len; g++)
        {
          const GArray *group = g_ptr_array_index (edited->copies, g);
          gboolean has_it = FALSE;

          for (guint i = 0; i < group->len; i++)
            has_it |= g_array_index (group, gint, i) == (gint) a;
          for (guint i = 0; has_it && i < group->len; i++)
            is_counted[g_array_index (group, gint, i)] = TRUE;
        }
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
move_alignments (Laying *laying, guint n_rows)
{
  PlxComparison *edited = &laying->matrix->edited;

  for (guint i = 0; i < laying->base->alignments->len; i++)
    {
      PlxAlignment alignment = g_array_index (laying->base->alignments, PlxAlignment, i);
      guint to = laying->shown[alignment.claim];

      if (to == NOWHERE || laying->is_touched[to])
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
move_findings (Laying *laying)
{
  for (guint i = 0; i < laying->base->findings->len; i++)
    {
      const PlxComparisonFinding *finding = g_ptr_array_index (laying->base->findings, i);
      guint to = finding->claim >= 0 ? laying->shown[finding->claim] : 0;
      PlxComparisonFinding *moved;

      if (to == NOWHERE)
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
move_course (Laying *laying, guint n_rows)
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
    if (laying->rows->root[i] == i && laying->shown[i] != NOWHERE)
      to->first_article[laying->shown[i]] = i < from->n_claims ? from->first_article[i] : -1;
  for (guint i = 0; i < from->claims->len; i++)
    {
      const PlxClaimCourse *course = g_ptr_array_index (from->claims, i);
      PlxClaimCourse *moved;

      if (laying->rows->root[course->claim] != course->claim
          || laying->shown[course->claim] == NOWHERE)
        continue;
      moved = g_memdup2 (course, sizeof *course);
      moved->claim = laying->shown[course->claim];
      moved->source = g_strdup (course->source);
      g_ptr_array_ref (moved->turns);
      g_ptr_array_add (to->claims, moved);
    }
  g_ptr_array_sort (to->claims, compare_courses);
}

/* the edited comparison */

static void
reword_rows (Laying *laying)
{
  for (guint i = 0; i < laying->base->claims->len; i++)
    {
      const char *key = g_ptr_array_index (laying->rows->keys, i);
      PlxClaim *claim = CLAIM (laying->base, i);
      guint to = laying->shown[i];

      if (laying->rows->root[i] != i || to == NOWHERE)
        continue;
      if (g_strcmp0 (key, claim->key) != 0)
        {
          PlxClaim *own = own_claim (laying, to);

          g_free (own->key);
          own->key = g_strdup (key);
        }
      if (statement_of (laying, i) != claim->statement)
        {
          PlxClaim *own = own_claim (laying, to);

          g_free (own->statement);
          own->statement = g_strdup (statement_of (laying, i));
        }
    }
}

static void
edit_comparison (Laying *laying, guint n_rows)
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
    if (laying->rows->root[i] == i && laying->shown[i] != NOWHERE)
      g_ptr_array_index (edited->claims, laying->shown[i]) = CLAIM (laying->base, i);
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

/* verdicts */

static void
set_verdict (PlxVerdict *to, const PlxVerdict *from)
{
  gboolean is_moved = to->is_moved;

  g_free (to->note);
  g_free (to->author);
  g_free (to->decided);
  *to = *from;
  to->note = g_strdup (from->note);
  to->author = g_strdup (from->author);
  to->decided = g_strdup (from->decided);
  to->is_moved = is_moved;
}

enum { NONE, OF_PART, BY_NAME, EXACT };

/* A verdict on the row and column themselves goes before one that reached them
 * by the source's name, and that before those on rows merged into it, of which
 * the strongest counts. */
static void
place_verdict (Laying *laying, const PlxCellVerdict *from, guint row, guint column)
{
  guint to = laying->shown[row];
  gsize at = (gsize) to * laying->base->columns->len + column;
  PlxVerdict *verdict = &laying->story->verdicts[at];
  guint8 rank = laying->rows->root[row] != row ? OF_PART
                : strcmp (laying->story->column_keys[column], from->column) == 0 ? EXACT : BY_NAME;

  if (rank < laying->ranks[at]
      || (rank == OF_PART && laying->ranks[at] == OF_PART
          && plx_cell_status_rank (from->verdict.verdict) <= plx_cell_status_rank (verdict->verdict)))
    return;
  laying->ranks[at] = rank;
  set_verdict (verdict, &from->verdict);
}

static void
place_verdicts (Laying *laying)
{
  for (guint i = 0; i < laying->work->verdicts->len; i++)
    {
      const PlxCellVerdict *verdict = g_ptr_array_index (laying->work->verdicts, i);
      guint row = find_row (laying, verdict->claim);
      guint column = find_column (laying, verdict->column);

      if (row > 0 && column > 0 && laying->shown[row - 1] != NOWHERE)
        place_verdict (laying, verdict, row - 1, column - 1);
    }
}

static void
mark_moved (Laying *laying)
{
  for (guint i = 0; i < laying->work->evidence->len; i++)
    {
      const PlxMovedEvidence *evidence = g_ptr_array_index (laying->work->evidence, i);
      guint row = find_row (laying, evidence->claim);
      guint column = find_column (laying, evidence->column);

      if (row > 0 && column > 0 && laying->shown[row - 1] != NOWHERE)
        laying->story->verdicts[(gsize) laying->shown[row - 1] * laying->base->columns->len
                                + column - 1].is_moved = TRUE;
    }
}

/* what people made of rows */

static void
tell_row (Laying *laying, guint row)
{
  const char *key = g_ptr_array_index (laying->rows->keys, row);
  const PlxAddedClaim *added = plx_story_work_get_added (laying->work, key);
  const PlxClaimEdit *edit = plx_story_work_get_edit (laying->work, key);
  guint to = laying->shown[row];

  if (to == NOWHERE || laying->rows->root[row] != row)
    return;
  if (added != NULL)
    {
      get_work (laying, to)->is_added = TRUE;
      get_work (laying, to)->split_from = g_strdup (added->split_from);
    }
  if (edit != NULL && edit->statement != NULL)
    get_work (laying, to)->original =
      g_strdup (added != NULL ? added->statement : CLAIM (laying->base, row)->statement);
}

static void
tell_rows (Laying *laying)
{
  if (laying->work->added->len == 0 && laying->work->edits->len == 0)
    return;
  for (guint i = 0; i < laying->base->claims->len; i++)
    tell_row (laying, i);
}

/* The words that a dropped row had when it was dropped, or has now. */
static char *
dup_statement (const Laying *laying, const PlxClaimEdit *edit)
{
  const PlxAddedClaim *added = plx_story_work_get_added (laying->work, edit->claim);
  const PlxClaimAnchor *anchor = g_hash_table_lookup (laying->work->anchor_of, edit->claim);
  guint row = find_row (laying, edit->claim);

  if (edit->statement != NULL)
    return g_strdup (edit->statement);
  if (added != NULL)
    return g_strdup (added->statement);
  if (row > 0)
    return g_strdup (CLAIM (laying->base, row - 1)->statement);
  return g_strdup (anchor != NULL ? anchor->statement : edit->claim);
}

static int
compare_dropped (gconstpointer a, gconstpointer b)
{
  const PlxDroppedClaim *x = *(PlxDroppedClaim *const *) a, *y = *(PlxDroppedClaim *const *) b;

  return -g_strcmp0 (x->decided, y->decided);
}

static void
list_dropped (Laying *laying)
{
  for (guint i = laying->work->edits->len; i-- > 0;)
    {
      const PlxClaimEdit *edit = g_ptr_array_index (laying->work->edits, i);
      PlxDroppedClaim *dropped;

      if (!edit->is_dropped)
        continue;
      dropped = g_new0 (PlxDroppedClaim, 1);
      *dropped = (PlxDroppedClaim) { g_strdup (edit->claim), dup_statement (laying, edit),
                                     g_strdup (edit->reason), g_strdup (edit->author),
                                     g_strdup (edit->decided) };
      g_ptr_array_add (laying->story->dropped, dropped);
    }
  g_ptr_array_sort (laying->story->dropped, compare_dropped);
}

/* orphans */

static void
add_orphan (Laying *laying, const char *key, const char *column, guint n_verdicts)
{
  const PlxClaimAnchor *anchor = g_hash_table_lookup (laying->work->anchor_of, key);
  guint row = find_row (laying, key);
  PlxOrphan *orphan = g_new0 (PlxOrphan, 1);

  orphan->key = g_strdup (key);
  orphan->column = g_strdup (column);
  orphan->n_verdicts = n_verdicts;
  orphan->statement = g_strdup (row > 0 ? statement_of (laying, row - 1)
                                : anchor != NULL ? anchor->statement : key);
  if (anchor != NULL)
    {
      orphan->article = anchor->article;
      orphan->quote = g_strdup (anchor->quote);
    }
  g_ptr_array_add (laying->story->orphans, orphan);
}

static void
list_orphans (Laying *laying)
{
  g_autoptr (GHashTable) n_verdicts = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *verdicts = laying->work->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const PlxCellVerdict *verdict = g_ptr_array_index (verdicts, i);

      g_hash_table_insert (n_verdicts, verdict->claim, GUINT_TO_POINTER (
        1 + GPOINTER_TO_UINT (g_hash_table_lookup (n_verdicts, verdict->claim))));
    }
  for (guint i = 0; i < laying->rows->lost->len; i++)
    {
      const char *key = g_ptr_array_index (laying->rows->lost, i);
      const PlxClaimEdit *edit = plx_story_work_get_edit (laying->work, key);

      if (edit != NULL && edit->is_dropped)
        continue;            // gone twice; listed as dropped
      add_orphan (laying, key, NULL,
                  GPOINTER_TO_UINT (g_hash_table_lookup (n_verdicts, key)));
    }
  for (guint i = 0; i < verdicts->len; i++)
    {
      const PlxCellVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (find_row (laying, verdict->claim) > 0 && find_column (laying, verdict->column) == 0)
        add_orphan (laying, verdict->claim, verdict->column, 1);
    }
}

static struct _PlxStoryMatrix *
matrix_new (PlxComparison *base)
{
  struct _PlxStoryMatrix *self = g_new0 (struct _PlxStoryMatrix, 1);

  self->base = plx_comparison_ref (base);
  self->claims = g_ptr_array_new_with_free_func (claim_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
plx_story_matrix_lay_over (PlxStoryComparison *story, PlxComparison *base,
                           const PlxStoryWork *work)
{
  g_autoptr (PlxStoryRows) rows = plx_story_rows_new (work, base, story);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *shown = g_new0 (guint, base->claims->len + 1);
  g_autofree gboolean *is_touched = NULL, *is_own = NULL;
  g_autofree guint8 *ranks = NULL;
  Laying laying = { .story = story, .base = base, .work = work, .rows = rows,
                    .columns = columns, .moved = moved, .shown = shown };
  guint n_rows = place_rows (&laying);
  gsize n_cells = (gsize) n_rows * base->columns->len + 1;

  laying.matrix = story->matrix = matrix_new (base);
  laying.is_touched = is_touched = g_new0 (gboolean, n_rows + 1);
  laying.is_own = is_own = g_new0 (gboolean, n_rows + 1);
  laying.ranks = ranks = g_new0 (guint8, n_cells);
  story->comparison = base;
  story->verdicts = g_new0 (PlxVerdict, n_cells);
  story->work = g_new0 (PlxClaimWork *, n_rows + 1);
  story->dropped = g_ptr_array_new_with_free_func (dropped_free);
  story->orphans = g_ptr_array_new_with_free_func (orphan_free);
  name_columns (&laying);
  place_moved (&laying);
  if (!rows->is_plain)
    edit_comparison (&laying, n_rows);
  mark_moved (&laying);
  place_verdicts (&laying);
  tell_rows (&laying);
  list_dropped (&laying);
  list_orphans (&laying);
}
