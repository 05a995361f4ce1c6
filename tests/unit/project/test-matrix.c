/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include "project/plx-story-work.h"
#include "store/plx-cells-table.h"
#include "store/plx-claims-table.h"
#include "store/plx-log-table.h"
#include "store/plx-store.h"
#include "store/plx-stories-table.h"

/* The biggest story that is promised to stay smooth. */

#define N_CLAIMS 5000
#define N_COLUMNS 60
#define N_VERDICTS 10000
#define MAX_MS 100         // asked for; the test allows for a busy machine
#define SLACK 5

static void
claim_free (gpointer data)
{
  PlxClaim *claim = data;

  g_free (claim->key);
  g_free (claim->statement);
  g_free (claim);
}

static void
column_free (gpointer data)
{
  g_free (((PlxColumn *) data)->name);
  g_free (data);
}

static PlxComparison *
make_base (void)
{
  PlxComparison *base = g_new0 (PlxComparison, 1);

  g_atomic_ref_count_init (&base->refs);
  base->n_articles = N_COLUMNS;
  base->article_ids = g_new0 (char *, N_COLUMNS + 1);
  base->columns = g_ptr_array_new_with_free_func (column_free);
  base->claims = g_ptr_array_new_with_free_func (claim_free);
  base->copies = g_ptr_array_new ();
  base->reuse = g_ptr_array_new ();
  base->naming = g_ptr_array_new ();
  base->words = g_ptr_array_new ();
  base->findings = g_ptr_array_new ();
  base->alignments = g_array_new (FALSE, FALSE, sizeof (PlxAlignment));
  base->cells = g_new0 (PlxCell, (gsize) N_CLAIMS * N_COLUMNS);
  for (gint j = 0; j < N_COLUMNS; j++)
    {
      PlxColumn *column = g_new0 (PlxColumn, 1);

      *column = (PlxColumn) { g_strdup_printf ("Source %d", j), NULL, j, -1 };
      g_ptr_array_add (base->columns, column);
      base->article_ids[j] = g_strdup_printf ("%d", j + 1);
    }
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      PlxClaim *claim = g_new0 (PlxClaim, 1);

      claim->key = g_strdup_printf ("%016x", i * 2654435761u);
      claim->statement = g_strdup_printf ("Claim number %u", i);
      g_ptr_array_add (base->claims, claim);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          PlxCell *cell = plx_comparison_get_cell (base, i, j);

          cell->status = (i + j) % 3 == 0 ? PLX_CELL_REPORTED : PLX_CELL_NOT_EXAMINED;
          cell->evidence.article = (gint) j;
          cell->evidence.statement = -1;
          cell->evidence.n_spans = 1;
          cell->evidence.spans = g_new0 (PlxSpan, 1);
          cell->evidence.spans[0] = (PlxSpan) { i * 10, i * 10 + 8 };
        }
    }
  return base;
}

typedef struct {
  gint64 story;
  gboolean with_rows;
  PlxStoryWork *work;
} Work;

static gboolean
write_cb (PlxDb *db, gpointer data, GError **error)
{
  Work *work = data;

  if (!plx_stories_add (db, "Big", &work->story, error))
    return FALSE;
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%016x", (i % N_CLAIMS) * 2654435761u);
      g_autofree char *column = g_strdup_printf ("@%u", i / N_CLAIMS * 7 + 1);
      PlxCellRow row = { key, column, "reported", 0.5, "note", "me", "now" };

      if (!plx_cells_set (db, work->story, &row, error))
        return FALSE;
    }
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *key = g_strdup_printf ("%016x", i * 2654435761u);
      g_autofree char *other = g_strdup_printf ("%016x", (i + 500) * 2654435761u);
      PlxClaimEditRow row = { .claim = key, .statement = "Reworded", .merged_into = other,
                              .author = "me", .decided = "now" };

      if (!plx_claim_edits_set (db, work->story, i % 2 ? PLX_CLAIM_STATEMENT
                                                       : PLX_CLAIM_MERGED_INTO, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
forget_rows_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_db_exec (db, "DELETE FROM claim_edits", error);
}

static gboolean
load_cb (PlxDb *db, gpointer data, GError **error)
{
  Work *work = data;

  work->work = plx_story_work_load (db, work->story, error);
  return work->work != NULL;
}

static void
lay_over_once (PlxStore *store, Work *work, PlxComparison *base, const char *what)
{
  PlxStoryComparison *story = g_new0 (PlxStoryComparison, 1);
  g_autoptr (GError) error = NULL;
  double ms;

  g_atomic_ref_count_init (&story->refs);
  story->articles = g_new0 (gint64, N_COLUMNS);
  for (gint64 j = 0; j < N_COLUMNS; j++)
    story->articles[j] = j + 1;
  g_test_timer_start ();
  g_assert_true (plx_store_read (store, load_cb, work, &error));
  story->n_articles = N_COLUMNS;
  story->contents = g_new0 (PlxArticleContent *, N_COLUMNS);
  plx_story_matrix_lay_over (story, base, work->work);
  ms = g_test_timer_elapsed () * 1000;
  g_test_message ("%s: %d claims × %d columns, %d verdicts in %.1f ms", what, N_CLAIMS, N_COLUMNS,
                  N_VERDICTS, ms);
  g_assert_cmpfloat (ms, <, MAX_MS * SLACK);
  g_assert_cmpint (story->verdicts[N_COLUMNS * 600].verdict, ==, PLX_CELL_REPORTED);
  story->n_articles = 0;     // there are no contents to give back
  plx_story_work_free (work->work);
  plx_story_comparison_unref (story);
}

static void
test_big (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "big.parallax", NULL);
  g_autoptr (GError) error = NULL;
  PlxStore *store = plx_store_create (path, &error);
  g_autoptr (PlxComparison) base = make_base ();
  Work work = { 0 };

  g_assert_no_error (error);
  g_assert_true (plx_store_write (store, write_cb, &work, &error));
  lay_over_once (store, &work, base, "with 500 edited rows");
  g_assert_true (plx_store_write (store, forget_rows_cb, NULL, &error));
  lay_over_once (store, &work, base, "verdicts alone");
  plx_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/project/matrix/big", Fixture, NULL, fixture_set_up, test_big, fixture_tear_down);
  return g_test_run ();
}
