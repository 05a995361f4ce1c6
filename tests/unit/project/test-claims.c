/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include <sys/stat.h>

/* What a person does to a matrix. Everything is checked on what the next
 * comparison shows, and on the way back. */

static gint64
story_of (PlxProject *project)
{
  return plx_article_get_story_id (plx_project_get_article (project, 1));
}

static PlxStoryComparison *
compare (PlxProject *project)
{
  g_autoptr (GError) error = NULL;
  PlxStoryComparison *story =
    plx_project_compare_story (project, story_of (project), NULL, NULL, &error);

  g_assert_no_error (error);
  return story;
}

static const PlxClaim *
claim_at (const PlxStoryComparison *story, guint i)
{
  return g_ptr_array_index (story->comparison->claims, i);
}

/* All that a reader sees of the matrix, as text. */
static char *
describe_matrix (PlxProject *project)
{
  g_autoptr (PlxStoryComparison) story = compare (project);
  const PlxComparison *comparison = story->comparison;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < comparison->claims->len; i++)
    {
      const PlxClaim *claim = claim_at (story, i);
      const PlxClaimWork *work = story->work[i];

      g_string_append_printf (out, "%s %s origins %u disagreement %.3f", claim->key,
                              claim->statement, claim->origins, claim->disagreement_01);
      if (work != NULL)
        g_string_append_printf (out, " added %d split %s was %s merged %u", work->is_added,
                                work->split_from, work->original,
                                work->merged != NULL ? g_strv_length (work->merged) : 0);
      g_string_append_c (out, '\n');
      for (guint j = 0; j < comparison->columns->len; j++)
        {
          const PlxCell *cell = plx_comparison_get_cell (comparison, i, j);
          const PlxVerdict *verdict = plx_story_comparison_get_verdict (story, i, j);

          g_string_append_printf (out, "  %s %s verdict %s %s moved %d", story->column_keys[j],
                                  plx_cell_status_to_nick (cell->status),
                                  plx_cell_status_to_nick (verdict->verdict), verdict->note,
                                  verdict->is_moved);
          for (guint k = 0; k < cell->evidence.n_spans; k++)
            g_string_append_printf (out, " %d:[%u,%u)", cell->evidence.article,
                                    cell->evidence.spans[k].begin, cell->evidence.spans[k].end);
          g_string_append_c (out, '\n');
        }
    }
  for (guint i = 0; i < comparison->alignments->len; i++)
    {
      const PlxAlignment *alignment = &g_array_index (comparison->alignments, PlxAlignment, i);

      g_assert_cmpint (alignment->claim, <, (gint) comparison->claims->len);
      g_string_append_printf (out, "align %d %d %d\n", alignment->claim, alignment->article_a,
                              alignment->article_b);
    }
  for (guint i = 0; i < story->dropped->len; i++)
    {
      const PlxDroppedClaim *dropped = g_ptr_array_index (story->dropped, i);

      g_string_append_printf (out, "dropped %s %s %s\n", dropped->key, dropped->statement,
                              dropped->reason);
    }
  for (guint i = 0; i < story->orphans->len; i++)
    {
      const PlxOrphan *orphan = g_ptr_array_index (story->orphans, i);

      g_string_append_printf (out, "orphan %s %s %s %u\n", orphan->key, orphan->column,
                              orphan->quote, orphan->n_verdicts);
    }
  return g_string_free (out, FALSE);
}

/* Undone it is as before, done again and read from disk as after. */
static void
assert_undone (Fixture *fixture, const char *before)
{
  g_autofree char *edited = describe_matrix (fixture->project);
  g_autofree char *undone = NULL, *redone = NULL, *reloaded = NULL;
  guint n = 0;

  g_assert_cmpstr (edited, !=, before);
  while (plx_project_undo (fixture->project, NULL))
    n++;
  g_assert_cmpuint (n, >, 0);
  undone = describe_matrix (fixture->project);
  g_assert_cmpstr (undone, ==, before);
  while (n-- > 0)
    g_assert_true (plx_project_redo (fixture->project, NULL));
  redone = describe_matrix (fixture->project);
  g_assert_cmpstr (redone, ==, edited);
  fixture_reopen (fixture);
  reloaded = describe_matrix (fixture->project);
  g_assert_cmpstr (reloaded, ==, edited);
  {
    g_autoptr (GPtrArray) faults = plx_project_check (fixture->project, NULL, NULL);

    g_assert_cmpuint (faults->len, ==, 0);
  }
}

/* A cell that an article tells, with its evidence. */
static void
find_told (const PlxStoryComparison *story, guint from, guint *claim, guint *column)
{
  for (*claim = from; *claim < story->comparison->claims->len; (*claim)++)
    for (*column = 0; *column < story->n_articles; (*column)++)
      {
        const PlxCell *cell = plx_comparison_get_cell (story->comparison, *claim, *column);

        if (cell->status >= PLX_CELL_REPORTED && cell->status <= PLX_CELL_CONTRADICTED
            && cell->evidence.n_spans > 0)
          return;
      }
  g_assert_not_reached ();
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) moved = NULL;
  g_autoptr (PlxStoryComparison) removed = NULL;
  g_autoptr (GError) error = NULL;
  const PlxSpan spans[] = { { 10, 14 }, { 0, 5 } };
  PlxProject *project = fixture->project;
  const char *key;
  guint claim, column;
  const PlxCell *cell;

  fill (fixture);
  before = describe_matrix (project);
  story = compare (project);
  find_told (story, 0, &claim, &column);
  key = claim_at (story, claim)->key;
  g_assert_true (plx_project_move_evidence (project, story->story, key,
                                            story->column_keys[column], story->articles[column],
                                            spans, 2, &error));
  moved = compare (project);
  cell = plx_comparison_get_cell (moved->comparison, claim, column);
  g_assert_cmpuint (cell->evidence.n_spans, ==, 2);
  g_assert_cmpuint (cell->evidence.spans[0].end, ==, 5);
  g_assert_cmpuint (cell->evidence.spans[1].begin, ==, 10);
  g_assert_true (plx_story_comparison_get_verdict (moved, claim, column)->is_moved);
  g_assert_true (plx_project_move_evidence (project, story->story, key,
                                            story->column_keys[column], 0, NULL, 0, &error));
  removed = compare (project);
  cell = plx_comparison_get_cell (removed->comparison, claim, column);
  g_assert_cmpint (cell->status, ==, PLX_CELL_NOT_EXAMINED);
  g_assert_cmpuint (cell->evidence.n_spans, ==, 0);
  assert_undone (fixture, before);
  project = fixture->project;
  g_assert_true (plx_project_reset_evidence (project, story->story, key,
                                             story->column_keys[column], &error));
  {
    g_autofree char *reset = describe_matrix (project);

    g_assert_cmpstr (reset, ==, before);
  }
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *key = NULL, *own = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  guint added, claim;

  fill (fixture);
  before = describe_matrix (project);
  g_assert_true (plx_project_add_claim (project, story_of (project),
                                        "  Norland would send 40,000 tonnes of wheat\n", &key,
                                        &error));
  g_assert_no_error (error);
  g_assert_cmpstr (plx_project_get_undo_label (project), ==,
                   "Add Claim “Norland would send 40,000 tonnes of wheat”");
  /* it can be judged before anybody looked at it */
  g_assert_true (plx_project_set_cell (project, story_of (project), key, "Continental Press",
                                       PLX_CELL_CONTRADICTED, -1, NULL, &error));
  story = compare (project);
  g_assert_true (plx_story_comparison_find_claim (story, key, &added));
  g_assert_true (story->work[added]->is_added);
  g_assert_cmpstr (claim_at (story, added)->statement, ==,
                   "Norland would send 40,000 tonnes of wheat");
  g_assert_cmpint (plx_comparison_get_cell (story->comparison, added, 0)->status, ==,
                   PLX_CELL_REPORTED);
  for (claim = 0; claim == added; claim++)
    ;
  own = g_strdup (claim_at (story, claim)->key);
  g_clear_pointer (&story, plx_story_comparison_unref);
  g_assert_true (plx_project_reword_claim (project, story_of (project), own, "In my words",
                                           &error));
  story = compare (project);
  g_assert_true (plx_story_comparison_find_claim (story, own, &claim));
  g_assert_cmpstr (claim_at (story, claim)->statement, ==, "In my words");
  g_assert_nonnull (story->work[claim]->original);
  g_assert_true (plx_project_drop_claim (project, story->story, own, "says nothing", &error));
  g_assert_true (plx_project_drop_claim (project, story->story, key, NULL, &error));
  g_clear_pointer (&story, plx_story_comparison_unref);
  story = compare (project);
  g_assert_false (plx_story_comparison_find_claim (story, own, &claim));
  g_assert_false (plx_story_comparison_find_claim (story, key, &claim));
  g_assert_cmpuint (story->dropped->len, ==, 2);
  g_assert_cmpuint (story->orphans->len, ==, 0);
  assert_undone (fixture, before);
  project = fixture->project;
  g_assert_true (plx_project_restore_claim (project, story_of (project), own, &error));
  g_assert_true (plx_project_restore_claim (project, story_of (project), key, &error));
  g_assert_true (plx_project_reword_claim (project, story_of (project), own, NULL, &error));
  g_clear_pointer (&story, plx_story_comparison_unref);
  story = compare (project);
  g_assert_cmpuint (story->dropped->len, ==, 0);
  g_assert_true (plx_story_comparison_find_claim (story, key, &claim));
  g_assert_true (plx_story_comparison_find_claim (story, own, &claim));
  g_assert_cmpstr (claim_at (story, claim)->statement, !=, "In my words");
}

/* What a cell of a merged row must show, from its parts. */
static int
strength (PlxCellStatus status)
{
  static const PlxCellStatus order[] = { PLX_CELL_NOT_EXAMINED, PLX_CELL_NOT_FOUND,
                                         PLX_CELL_LEFT_OUT, PLX_CELL_REPORTED, PLX_CELL_DIFFERS,
                                         PLX_CELL_CONTRADICTED };
  int i = 0;

  while (order[i] != status)
    i++;
  return i;
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) merged = NULL;
  g_autoptr (PlxStoryComparison) partly = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  guint into;

  fill (fixture);
  before = describe_matrix (project);
  story = compare (project);
  g_assert_cmpuint (story->comparison->claims->len, >=, 3);
  g_assert_true (plx_project_merge_claims (
    project, story->story, claim_at (story, 2)->key,
    (const char *[]) { claim_at (story, 0)->key, claim_at (story, 1)->key, NULL }, &error));
  merged = compare (project);
  g_assert_cmpuint (merged->comparison->claims->len, ==, story->comparison->claims->len - 2);
  g_assert_true (plx_story_comparison_find_claim (merged, claim_at (story, 2)->key, &into));
  g_assert_cmpuint (g_strv_length (merged->work[into]->merged), ==, 2);
  for (guint j = 0; j < story->comparison->columns->len; j++)
    {
      const PlxCell *cell = plx_comparison_get_cell (merged->comparison, into, j);

      for (guint i = 0; i < 3; i++)
        {
          const PlxCell *part = plx_comparison_get_cell (story->comparison, i, j);

          g_assert_cmpint (strength (cell->status), >=, strength (part->status));
          for (guint k = 0; cell->evidence.article == part->evidence.article
                            && k < part->evidence.n_spans && part->status != PLX_CELL_NOT_FOUND;
               k++)
            {
              gboolean is_kept = FALSE;

              for (guint m = 0; m < cell->evidence.n_spans; m++)
                is_kept |= cell->evidence.spans[m].begin <= part->evidence.spans[k].begin
                           && cell->evidence.spans[m].end >= part->evidence.spans[k].end;
              g_assert_true (is_kept);
            }
        }
    }
  /* a verdict on a part counts for the row until the row has its own */
  g_assert_true (plx_project_set_cell (project, story->story, claim_at (story, 2)->key,
                                       story->column_keys[0], PLX_CELL_REPORTED, 0.4, NULL,
                                       &error));
  g_assert_true (plx_project_unmerge_claim (project, story->story, claim_at (story, 0)->key,
                                            &error));
  partly = compare (project);
  g_assert_cmpuint (partly->comparison->claims->len, ==, story->comparison->claims->len - 1);
  assert_undone (fixture, before);
  g_assert_true (plx_project_unmerge_claim (fixture->project, story->story,
                                            claim_at (story, 2)->key, &error));
  g_clear_pointer (&merged, plx_story_comparison_unref);
  merged = compare (fixture->project);
  g_assert_cmpuint (merged->comparison->claims->len, ==, story->comparison->claims->len);
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *key = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) split = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  guint claim, column, row, old;
  const PlxCell *from, *to;

  fill (fixture);
  before = describe_matrix (project);
  story = compare (project);
  find_told (story, 0, &claim, &column);
  from = plx_comparison_get_cell (story->comparison, claim, column);
  g_assert_true (plx_project_split_claim (project, story->story, claim_at (story, claim)->key,
                                          story->column_keys[column], NULL, &key, &error));
  g_assert_no_error (error);
  split = compare (project);
  g_assert_true (plx_story_comparison_find_claim (split, key, &row));
  g_assert_cmpstr (split->work[row]->split_from, ==, claim_at (story, claim)->key);
  to = plx_comparison_get_cell (split->comparison, row, column);
  g_assert_cmpuint (to->evidence.spans[0].begin, ==, from->evidence.spans[0].begin);
  if (plx_story_comparison_find_claim (split, claim_at (story, claim)->key, &old))
    g_assert_cmpint (plx_comparison_get_cell (split->comparison, old, column)->status, ==,
                     PLX_CELL_NOT_EXAMINED);
  assert_undone (fixture, before);
}

/* A search record is what it is until a person says otherwise. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) confirmed = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxCellPlace));
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  guint n_columns, n_walked = 0, claim = G_MAXUINT, column = 0;
  PlxCellCounts counts;

  fill (fixture);
  before = describe_matrix (project);
  story = compare (project);
  n_columns = story->comparison->columns->len;
  counts = plx_story_comparison_count (story, PLX_CELLS_SEARCHED);
  g_assert_cmpuint (counts.n_confirmed, ==, 0);
  for (guint i = 0; i < story->comparison->claims->len; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        PlxCellPlace place = { claim_at (story, i)->key, story->column_keys[j] };

        g_array_append_val (places, place);
        g_assert_cmpint (plx_story_comparison_get_verdict (story, i, j)->verdict, ==,
                         PLX_CELL_NOT_EXAMINED);
      }
  g_assert_true (plx_project_set_cell (project, story->story, claim_at (story, 0)->key,
                                       story->column_keys[0], PLX_CELL_DIFFERS, 0.5, "mine",
                                       &error));
  g_assert_true (plx_project_confirm_cells (
    project, story->story, (const PlxCellPlace *) (gpointer) places->data, places->len, &error));
  g_assert_true (g_str_has_prefix (plx_project_get_undo_label (project), "Confirm "));
  confirmed = compare (project);
  for (guint i = 0; i < story->comparison->claims->len; i++)
    for (guint j = 0; j < n_columns; j++)
      if (i + j > 0)
        g_assert_cmpint (plx_story_comparison_get_verdict (confirmed, i, j)->verdict, ==,
                         plx_comparison_get_cell (story->comparison, i, j)->status);
  g_assert_cmpstr (plx_story_comparison_get_verdict (confirmed, 0, 0)->note, ==, "mine");
  counts = plx_story_comparison_count (confirmed, PLX_CELLS_SEARCHED);
  g_assert_cmpuint (counts.n_confirmed, ==, counts.n_all);
  g_assert_false (plx_story_comparison_next_unconfirmed (confirmed, NULL, 0, PLX_CELLS_SEARCHED,
                                                         &claim, &column));
  while (n_walked < counts.n_all
         && plx_story_comparison_next_unconfirmed (story, NULL, 0, PLX_CELLS_SEARCHED, &claim,
                                                   &column))
    n_walked++;
  g_assert_cmpuint (n_walked, ==, counts.n_all);
  assert_undone (fixture, before);
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) decided = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_tried = FALSE;

  fill (fixture);
  story = compare (fixture->project);
  for (guint i = 0; i < story->comparison->claims->len && !is_tried; i++)
    for (guint j = 0; j < story->n_articles && !is_tried; j++)
      {
        const PlxCell *cell = plx_comparison_get_cell (story->comparison, i, j);

        if (cell->status != PLX_CELL_NOT_FOUND)
          continue;
        is_tried = TRUE;
        g_assert_nonnull (cell->record);
        g_assert_cmpint (plx_story_comparison_get_status (story, i, j), ==, PLX_CELL_NOT_FOUND);
        g_assert_true (plx_project_set_cell (fixture->project, story->story,
                                             claim_at (story, i)->key, story->column_keys[j],
                                             PLX_CELL_LEFT_OUT, -1, NULL, &error));
        decided = compare (fixture->project);
        g_assert_cmpint (plx_story_comparison_get_status (decided, i, j), ==, PLX_CELL_LEFT_OUT);
        g_assert_nonnull (plx_comparison_get_cell (decided->comparison, i, j)->record);
      }
  g_assert_true (is_tried);
}

/* Work that hangs on a key which a new article takes away. */
static void
test_lost_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *more = g_build_filename (fixture->folder, "more.jsonl", NULL);
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) later = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  guint n_found = 0, claim, n;

  fill (fixture);
  story = compare (project);
  n = story->comparison->claims->len;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (keys, g_strdup (claim_at (story, i)->key));
      g_assert_true (plx_project_set_cell (project, story->story, g_ptr_array_index (keys, i),
                                           story->column_keys[0], PLX_CELL_REPORTED, 0.9, "seen",
                                           &error));
    }
  g_file_set_contents (more,
                       "{\"id\":\"c\",\"source\":\"Morning Post\",\"title\":\"Vesk meets Hao\","
                       "\"published\":\"2031-05-13\",\"text\":\"Doran Vesk met Lian Hao in "
                       "Veskgrad on Tuesday. Vesk said that Norland would send 40,000 tonnes of "
                       "wheat.\"}\n", -1, NULL);
  plx_import_report_free (import_file (project, more));
  g_assert_true (plx_project_analyse (project, 1, NULL, NULL, &error));
  g_assert_cmpint (plx_article_get_story_id (plx_project_get_article (project, 3)), ==,
                   story_of (project));
  later = compare (project);
  g_assert_cmpuint (later->n_articles, ==, 3);
  for (guint i = 0; i < n; i++)
    if (plx_story_comparison_find_claim (later, g_ptr_array_index (keys, i), &claim))
      {
        guint column;

        n_found++;
        g_assert_true (plx_story_comparison_find_column (later, story->column_keys[0], &column));
        g_assert_cmpstr (plx_story_comparison_get_verdict (later, claim, column)->note, ==,
                         "seen");
      }
  g_test_message ("%u of %u found again, %u orphans", n_found, n, later->orphans->len);
  g_assert_cmpuint (n_found + later->orphans->len, ==, n);
  g_assert_cmpuint (n_found, >, 0);
}

/* A verdict on a claim and on a column that are gone, as an older file has it. */
static void
test_orphans (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *old = g_build_filename (PLX_FORMATS, "2.parallax", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) attached = NULL;
  g_autoptr (GError) error = NULL;
  const PlxOrphan *orphan;
  gsize n_bytes;
  guint claim, column;

  fixture_close (fixture);
  g_file_get_contents (old, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) n_bytes, NULL);
  fixture_reopen (fixture);
  before = describe_matrix (fixture->project);
  story = compare (fixture->project);
  for (guint i = 0; i < story->orphans->len; i++)
    g_test_message ("orphan %s", ((PlxOrphan *) g_ptr_array_index (story->orphans, i))->key);
  orphan = NULL;
  for (guint i = 0; i < story->orphans->len; i++)
    if (strcmp (((PlxOrphan *) g_ptr_array_index (story->orphans, i))->key, "0123456789abcdef")
        == 0)
      orphan = g_ptr_array_index (story->orphans, i);
  g_assert_nonnull (orphan);
  g_assert_cmpuint (orphan->n_verdicts, ==, 1);
  g_assert_true (plx_project_attach_orphan (fixture->project, story->story, orphan->key,
                                            claim_at (story, 1)->key, &error));
  attached = compare (fixture->project);
  g_assert_cmpuint (attached->orphans->len, ==, story->orphans->len - 1);
  g_assert_true (plx_story_comparison_find_claim (attached, claim_at (story, 1)->key, &claim));
  g_assert_true (plx_story_comparison_find_column (attached, "Harbour Times", &column));
  g_assert_cmpint (plx_story_comparison_get_verdict (attached, claim, column)->verdict, ==,
                   PLX_CELL_LEFT_OUT);
  assert_undone (fixture, before);
  g_assert_true (plx_project_discard_orphan (fixture->project, story->story, orphan->key, &error)
                 == FALSE);
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
  g_assert_true (plx_project_undo (fixture->project, NULL) == FALSE);
}

/* A source whose article moved away takes its verdicts out of sight, not away. */
static void
test_lost_column (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) alone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  PlxProject *project = fixture->project;
  gint64 id;
  guint n_columns = 0;

  fill (fixture);
  story = compare (project);
  id = story->story;
  key = g_strdup (story->column_keys[1]);
  for (guint i = 0; i < story->comparison->claims->len; i++)
    g_assert_true (plx_project_set_cell (project, id, claim_at (story, i)->key, key,
                                         PLX_CELL_REPORTED, -1, NULL, &error));
  g_assert_true (plx_project_move_article (project, story->articles[1], 0, &error));
  alone = plx_project_compare_story (project, id, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < alone->orphans->len; i++)
    n_columns += ((PlxOrphan *) g_ptr_array_index (alone->orphans, i))->column != NULL;
  g_assert_cmpuint (n_columns, >, 0);
  g_assert_true (plx_project_undo (project, &error));
  g_clear_pointer (&alone, plx_story_comparison_unref);
  alone = compare (project);
  g_assert_cmpuint (alone->orphans->len, ==, 0);
}

/* Two articles of one source are two columns, and a verdict is about one. */
static void
test_one_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) judged = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  guint first, second;

  fill (fixture);
  g_assert_true (plx_project_set_article_source (project, 2, "Harbour Times", &error));
  story = compare (project);
  g_assert_true (plx_story_comparison_find_column (story, "@1", &first));
  g_assert_true (plx_story_comparison_find_column (story, "@2", &second));
  g_assert_cmpuint (first, !=, second);
  g_assert_true (plx_project_set_cell (project, story->story, claim_at (story, 0)->key, "@2",
                                       PLX_CELL_DIFFERS, 0.5, NULL, &error));
  judged = compare (project);
  g_assert_cmpint (plx_story_comparison_get_verdict (judged, 0, first)->verdict, ==,
                   PLX_CELL_NOT_EXAMINED);
  g_assert_cmpint (plx_story_comparison_get_verdict (judged, 0, second)->verdict, ==,
                   PLX_CELL_DIFFERS);
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 id;
  const char *key;
  const PlxSpan outside = { 5, 50000 }, inside = { 0, 4 };

  fill (fixture);
  story = compare (project);
  id = story->story;
  key = claim_at (story, 0)->key;
#define REFUSED(call, wanted)                                                                    \
  g_assert_false (call);                                                                         \
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_##wanted);                          \
  g_clear_error (&error)
  REFUSED (plx_project_add_claim (project, id, " \n\t", NULL, &error), INVALID);
  REFUSED (plx_project_add_claim (project, id, "", NULL, &error), INVALID);
  REFUSED (plx_project_add_claim (project, id, NULL, NULL, &error), INVALID);
  REFUSED (plx_project_add_claim (project, 999, "Words", NULL, &error), NOT_FOUND);
  REFUSED (plx_project_reword_claim (project, id, key, " ", &error), INVALID);
  REFUSED (plx_project_reword_claim (project, id, "nothing", "Words", &error), NOT_FOUND);
  REFUSED (plx_project_set_cell (project, id, "nothing", "@1", PLX_CELL_REPORTED, -1, NULL, &error),
           NOT_FOUND);
  REFUSED (plx_project_set_cell (project, id, key, "Nobody", PLX_CELL_REPORTED, -1, NULL, &error),
           NOT_FOUND);
  REFUSED (plx_project_drop_claim (project, id, "nothing", NULL, &error), NOT_FOUND);
  REFUSED (plx_project_restore_claim (project, id, key, &error), NOT_FOUND);
  REFUSED (plx_project_unmerge_claim (project, id, key, &error), NOT_FOUND);
  REFUSED (plx_project_merge_claims (project, id, key, (const char *[]) { "no", NULL }, &error),
           NOT_FOUND);
  REFUSED (plx_project_merge_claims (project, id, key, (const char *[]) { key, NULL }, &error),
           INVALID);
  REFUSED (plx_project_split_claim (project, id, "nothing", "@1", NULL, NULL, &error), NOT_FOUND);
  REFUSED (plx_project_split_claim (project, id, key, "@1", "  ", NULL, &error), INVALID);
  REFUSED (plx_project_move_evidence (project, id, key, "@1", 999, &inside, 1, &error), NOT_FOUND);
  REFUSED (plx_project_move_evidence (project, id, key, "@1", 2, &inside, 1, &error), INVALID);
  REFUSED (plx_project_move_evidence (project, id, key, "@1", 1, &outside, 1, &error), INVALID);
  REFUSED (plx_project_attach_orphan (project, id, "nothing", key, &error), NOT_FOUND);
  REFUSED (plx_project_discard_orphan (project, id, "nothing", &error), NOT_FOUND);
#undef REFUSED
  g_assert_null (plx_project_get_undo_label (project));
}

/* A name that a person chose is the one that chains and comparisons say, and
 * nothing is found less by it. */
static char *
describe_statuses (PlxProject *project)
{
  g_autoptr (PlxStoryComparison) story = compare (project);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < story->comparison->claims->len; i++)
    {
      g_string_append (out, claim_at (story, i)->key);
      for (guint j = 0; j < story->comparison->columns->len; j++)
        g_string_append_printf (out, " %d", (int) plx_comparison_get_cell (story->comparison, i,
                                                                          j)->status);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_chain_with (PlxProject *project, gint64 article, const char *name)
{
  g_autoptr (PlxArticleContent) content = plx_project_load_content (project, article, NULL);

  for (guint i = 0; i < content->analysis->statements->len; i++)
    {
      g_autofree char *chain = plx_analysis_dup_chain (content->analysis, i);

      if (strstr (chain, name) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *matrix = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (PlxStoryComparison) renamed = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 vesk, agency;
  guint heard;

  fill (fixture);
  before = describe_statuses (project);
  story = compare (project);
  vesk = plx_entity_item_get_id (find_entity (project, "Doran Vesk"));
  agency = plx_entity_item_get_id (find_entity (project, "Saranian News Agency"));
  g_assert_true (plx_story_comparison_find_column (story, "Saranian News Agency", &heard));
  g_assert_true (plx_project_set_cell (project, story->story, claim_at (story, 0)->key,
                                       "Saranian News Agency", PLX_CELL_LEFT_OUT, -1, NULL,
                                       &error));
  g_assert_false (has_chain_with (project, 1, "Marshal Vesk"));
  g_assert_true (plx_project_rename_entity (project, vesk, "Marshal Vesk", &error));
  g_assert_true (plx_project_rename_entity (project, agency, "SNA", &error));
  g_assert_true (has_chain_with (project, 1, "Marshal Vesk"));
  after = describe_statuses (project);
  g_assert_cmpstr (after, ==, before);
  renamed = compare (project);
  g_assert_true (plx_story_comparison_find_column (renamed, "SNA", &heard));
  g_assert_cmpint (plx_story_comparison_get_verdict (renamed, 0, heard)->verdict, ==,
                   PLX_CELL_LEFT_OUT);
  g_assert_cmpuint (renamed->orphans->len, ==, 0);
  matrix = describe_matrix (project);
  fixture_reopen (fixture);
  undone = describe_matrix (fixture->project);
  g_assert_cmpstr (undone, ==, matrix);
}

/* The same comparison serves until something it depends on changes. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxStoryComparison) first = NULL;
  g_autoptr (PlxStoryComparison) second = NULL;
  g_autoptr (PlxStoryComparison) third = NULL;
  g_autoptr (PlxStoryComparison) fourth = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;

  fill (fixture);
  first = compare (project);
  g_assert_true (plx_project_set_cell (project, first->story, claim_at (first, 0)->key,
                                       first->column_keys[0], PLX_CELL_REPORTED, 1, NULL, &error));
  second = compare (project);
  g_assert_true (second->comparison == first->comparison);
  g_assert_true (second->contents[0] == first->contents[0]);
  g_assert_true (plx_project_set_mark_state (project, 1, "m0", PLX_MARK_ACCEPTED, &error));
  third = compare (project);
  g_assert_true (third->comparison == first->comparison);
  g_assert_false (third->contents[0] == first->contents[0]);
  g_assert_true (plx_project_set_article_source (project, 1, "The Other", &error));
  fourth = compare (project);
  g_assert_false (fourth->comparison == first->comparison);
  g_assert_cmpint (plx_story_comparison_get_verdict (fourth, 0, 0)->verdict, ==,
                   PLX_CELL_REPORTED);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_build_filename (PLX_FORMATS, "2.parallax", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (PlxStoryComparison) story = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  fixture_close (fixture);
  g_file_get_contents (old, &bytes, &n_bytes, NULL);
  g_file_set_contents (fixture->path, bytes, (gssize) n_bytes, NULL);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  fixture_reopen (fixture);
  story = compare (fixture->project);
  g_assert_cmpuint (story->orphans->len, >, 0);
  g_assert_false (plx_project_add_claim (fixture->project, story->story, "Words", NULL, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/project/claims/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("evidence", test_evidence);
  ADD ("words", test_words);
  ADD ("merge", test_merge);
  ADD ("split", test_split);
  ADD ("confirm", test_confirm);
  ADD ("left-out", test_left_out);
  ADD ("lost-keys", test_lost_keys);
  ADD ("orphans", test_orphans);
  ADD ("lost-column", test_lost_column);
  ADD ("one-source", test_one_source);
  ADD ("wrong", test_wrong);
  ADD ("names", test_names);
  ADD ("kept", test_kept);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
