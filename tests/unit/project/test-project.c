/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include <sys/stat.h>

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (PlxImportReport) again = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  PlxProjectInfo info;

  fill (fixture);
  again = import_file (fixture->project, fixture->collection);
  g_assert_cmpuint (again->n_new, ==, 0);
  g_assert_cmpuint (again->n_known, ==, 2);
  before = describe (fixture->project);
  fixture_reopen (fixture);
  after = describe (fixture->project);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (plx_project_get_info (fixture->project, &info, &error));
  g_assert_cmpuint (info.n_articles, ==, 2);
  g_assert_cmpuint (info.n_analysed, ==, 2);
  g_assert_cmpuint (info.n_sources, ==, 2);
  faults = plx_project_check (fixture->project, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* The same persons in both articles are one entity each. */
static void
test_linked (Fixture *fixture, gconstpointer data)
{
  PlxEntityItem *vesk;

  fill (fixture);
  vesk = find_entity (fixture->project, "Doran Vesk");
  g_assert_nonnull (vesk);
  g_assert_cmpuint (plx_entity_item_get_n_articles (vesk), ==, 2);
}

static char *
dump_threads (guint n_threads)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) many = g_string_new (NULL);
  char *text;

  fixture_set_up (&fixture, NULL);
  for (int i = 0; i < 20; i++)
    g_string_append_printf (
        many,
        "{\"id\":\"%d\",\"source\":\"S%d\",\"text\":\"Doran Vesk said on Tuesday that "
        "%d ships left Veskgrad. Lian Hao of the Party denied it.\"}\n",
        i, i % 3, i + 2);
  g_file_set_contents (fixture.collection, many->str, -1, NULL);
  plx_import_report_free (import_file (fixture.project, fixture.collection));
  plx_project_analyse (fixture.project, n_threads, NULL, NULL, &error);
  g_assert_no_error (error);
  text = describe (fixture.project);
  fixture_tear_down (&fixture, NULL);
  return text;
}

static void
test_threads (void)
{
  g_autofree char *one = dump_threads (1), *two = dump_threads (2), *five = dump_threads (5);

  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, ==, five);
}

static void
test_import_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.txt", NULL);
  const char * const paths[] = { empty, fixture->collection, NULL };
  g_autoptr (PlxImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (empty, "", 0, NULL);
  report = plx_project_import (fixture->project, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_failed, ==, 1);
  g_assert_cmpuint (report->n_new, ==, 2);
  g_assert_nonnull (((PlxImportedFile *) g_ptr_array_index (report->files, 0))->failure);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const char * const paths[] = { fixture->collection, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      plx_project_import (fixture->project, paths, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  plx_import_report_free (import_file (fixture->project, fixture->collection));
  g_assert_false (plx_project_analyse (fixture->project, 1, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (plx_project_analyse (fixture->project, 1, NULL, NULL, &error));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  PlxSearchHit *hit;

  fill (fixture);
  hits = plx_project_search (fixture->project, "30,000 tonnes", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->source, ==, "Continental Press");
  g_assert_cmpuint (hit->spans->len, >, 0);
  g_assert_nonnull (strstr (hit->snippet, "tonnes"));
  g_assert_null (plx_project_search (fixture->project, "", 10, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  fixture_reopen (fixture);
  g_assert_true (plx_project_is_read_only (fixture->project));
  g_assert_cmpuint (g_list_model_get_n_items (plx_project_get_articles (fixture->project)), ==, 2);
  g_assert_false (plx_project_set_article_source (fixture->project, 1, "X", &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_READ_ONLY);
}

static void
test_open_problems (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_project_open (fixture->collection, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_A_PROJECT);
  g_clear_error (&error);
  g_assert_null (plx_project_open (fixture->path, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (plx_project_create (fixture->path, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_EXISTS);
}

/* A project without a name lives in the cache folder until it is saved; one
 * that nothing was put into leaves nothing behind. */
static void
test_unsaved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.parallax", NULL);
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *unsaved = plx_project_create (NULL, &error);
  PlxProject *copied;

  g_assert_no_error (error);
  g_assert_true (plx_project_is_unsaved (unsaved));
  path = g_strdup (plx_project_get_path (unsaved));
  plx_project_close (unsaved);
  g_assert_finalize_object (unsaved);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  unsaved = plx_project_create (NULL, &error);
  kept = g_strdup (plx_project_get_path (unsaved));
  plx_import_report_free (import_file (unsaved, fixture->collection));
  g_assert_true (plx_project_save_copy (unsaved, copy, &error));
  plx_project_close (unsaved);
  g_assert_finalize_object (unsaved);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_unlink (kept);
  copied = plx_project_open (copy, &error);
  g_assert_no_error (error);
  g_assert_false (plx_project_is_unsaved (copied));
  g_assert_cmpstr (plx_project_get_title (copied), ==, "copy");
  g_assert_cmpuint (g_list_model_get_n_items (plx_project_get_articles (copied)), ==, 2);
  plx_project_close (copied);
  g_assert_finalize_object (copied);
}

/* Publishers first, then who is only heard through them. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  GListModel *sources;
  gboolean is_heard = FALSE;

  fill (fixture);
  sources = plx_project_get_sources (fixture->project);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (PlxSource) source = g_list_model_get_item (sources, i);

      g_assert_cmpint (plx_source_is_heard (source), ==, i >= 2);
      g_assert_cmpint (plx_source_is_heard (source), ==, plx_source_get_id (source) == 0);
      if (strcmp (plx_source_get_name (source), "Saranian News Agency") == 0)
        is_heard = plx_source_is_heard (source) && plx_source_get_n_articles (source) == 1;
    }
  g_assert_true (is_heard);
}

/* An edit replaces the rows it concerns, and those only. */
static void
note_change (GListModel *list, guint at, guint n_removed, guint n_added, gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", at, n_removed, n_added);
}

static void
test_smallest_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GListModel *articles;
  PlxArticle *kept;

  fill (fixture);
  articles = plx_project_get_articles (fixture->project);
  kept = plx_project_get_article (fixture->project, 2);
  g_signal_connect (articles, "items-changed", G_CALLBACK (note_change), changes);
  g_assert_true (plx_project_set_article_source (fixture->project, 1, "The Other", &error));
  g_assert_true (plx_project_get_articles (fixture->project) == articles);
  g_assert_cmpstr (changes->str, ==, "1-1+1 ");
  g_assert_true (plx_project_get_article (fixture->project, 2) == kept);
}

/* main loop */

static void
count_changes (PlxProject *project, guint what, gpointer data)
{
  *(guint *) data |= what;
}

static gpointer
work (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable, gpointer data,
      GError **error)
{
  plx_progress_report (progress, 0.5, "half");
  if (!plx_project_analyse (project, 1, progress, cancellable, error))
    return NULL;
  return g_strdup (data);
}

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  char **text = data;

  *text = plx_project_work_finish (PLX_PROJECT (source), result, &error);
  g_assert_no_error (error);
}

static void
test_work (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  guint what = 0;

  plx_import_report_free (import_file (fixture->project, fixture->collection));
  g_signal_connect (fixture->project, "changed", G_CALLBACK (count_changes), &what);
  plx_project_work_async (fixture->project, "Work", work, g_strdup ("done"), g_free, g_free,
                          take_result, &text);
  g_assert_cmpuint (g_list_model_get_n_items (plx_project_get_operations (fixture->project)), ==,
                    1);
  while (text == NULL
         || g_list_model_get_n_items (plx_project_get_operations (fixture->project)) > 0
         || (what & PLX_CHANGED_ANALYSES) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "done");
  g_assert_cmphex (what & PLX_CHANGED_ARTICLES, !=, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/project/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("linked", test_linked);
  g_test_add_func ("/project/threads", test_threads);
  ADD ("import-problems", test_import_problems);
  ADD ("cancelled", test_cancelled);
  ADD ("search", test_search);
  ADD ("read-only", test_read_only);
  ADD ("open-problems", test_open_problems);
  ADD ("unsaved", test_unsaved);
  ADD ("sources", test_sources);
  ADD ("smallest-change", test_smallest_change);
  ADD ("work", test_work);
  return g_test_run ();
}
