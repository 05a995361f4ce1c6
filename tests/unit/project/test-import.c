/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project-fixture.h"

/* What a person corrects before articles are added, and folders looked through again. */

static const char page[] =
    "<!DOCTYPE html><html><head><title>Dam holds</title></head><body><article><h1>Dam holds</h1>"
    "<p>The dam above Port Saran held through the night, the ministry said on Tuesday.</p>"
    "<p>Subscribe to the evening edition for more of our reporting on the river and its towns.</p>"
    "<p>Engineers will look at the eastern wall again when the water has fallen, it said.</p>"
    "</article></body></html>";

static char *
write_page (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  return path;
}

static PlxImportReport *
import_with (Fixture *fixture, const char *path, const PlxImportRules *rules)
{
  const char * const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  PlxImportReport *report = plx_project_import (fixture->project, paths, rules, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static char *
dup_text (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticleContent) content = plx_project_load_content (fixture->project, id, &error);

  g_assert_no_error (error);
  return g_strdup (content->text);
}

static const PlxImportedFile *
get_file (const PlxImportReport *report, guint i)
{
  return g_ptr_array_index (report->files, i);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_page (fixture, "dam.html");
  g_autofree char *key = g_strconcat (path, "#0", NULL);
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (PlxImportReport) report = NULL;
  g_autofree char *text = NULL;
  PlxArticle *article;

  rules->all.source = g_strdup ("River Post");
  rules->all.published = g_strdup ("2031-05-13");
  plx_import_rules_get_own (rules, key)->fields.published = g_strdup ("2031-05-14");
  plx_import_rules_get_own (rules, key)->fields.title = g_strdup ("");
  g_assert_true (plx_import_rules_drop (
    rules, "Subscribe to the evening edition for more of our reporting on the river and its towns."));
  report = import_with (fixture, path, rules);
  g_assert_cmpuint (report->n_new, ==, 1);
  article = plx_project_get_article (fixture->project,
                                     g_array_index (get_file (report, 0)->articles, gint64, 0));
  g_assert_cmpstr (plx_article_get_source_name (article), ==, "River Post");
  g_assert_cmpstr (plx_article_get_published (article), ==, "2031-05-14");
  g_assert_true (plx_article_is_untitled (article));
  text = dup_text (fixture, plx_article_get_id (article));
  g_assert_null (strstr (text, "Subscribe"));
  g_assert_nonnull (strstr (text, "Tuesday.\nEngineers"));
}

static void
test_no_date (Fixture *fixture, gconstpointer data)
{
  const char * const paths[] = { fixture->collection, NULL };
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (GError) error = NULL;

  rules->all.published = g_strdup ("last Tuesday");
  g_assert_null (plx_project_import (fixture->project, paths, rules, NULL, NULL, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (plx_project_get_articles (fixture->project)), ==, 0);
}

/* Nothing of an article that is left out is kept, and the file is read again. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = g_strconcat (fixture->collection, "#0", NULL);
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (PlxImportReport) first = NULL, second = NULL, third = NULL;

  plx_import_rules_get_own (rules, key)->is_left_out = TRUE;
  first = import_with (fixture, fixture->collection, rules);
  g_assert_cmpuint (first->n_new, ==, 1);
  g_assert_cmpuint (first->n_left_out, ==, 1);
  second = import_with (fixture, fixture->collection, NULL);
  g_assert_cmpuint (second->n_new, ==, 1);
  g_assert_cmpuint (second->n_known, ==, 1);
  third = import_with (fixture, fixture->collection, NULL);
  g_assert_cmpuint (third->n_new, ==, 0);
  g_assert_cmpuint (third->n_known, ==, 2);
}

static void
test_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *whole = NULL, *stripped = NULL;
  guint one = 1;

  g_ptr_array_add (removed, (char *) "middle");
  g_ptr_array_add (removed, (char *) "end");
  g_array_append_val (at, one);
  g_assert_true (plx_import_rules_restore (rules, "middle"));
  g_assert_false (plx_import_rules_restore (rules, "middle"));
  g_assert_true (plx_import_rules_restore (rules, "end"));
  whole = plx_import_rules_apply_text (rules, "a\nb\nc", removed, at);
  g_assert_cmpstr (whole, ==, "a\nmiddle\nb\nc\nend");
  g_assert_true (plx_import_rules_strip (rules, "middle"));
  g_assert_true (plx_import_rules_strip (rules, "end"));
  stripped = plx_import_rules_apply_text (rules, "a\nb\nc", removed, at);
  g_assert_cmpstr (stripped, ==, "a\nb\nc");
}

static void
test_parse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportRules) rules = plx_import_rules_parse (
    "{\"all\":{\"source\":\"A\",\"published\":7},\"drop\":[\"x\",3],\"restore\":[\"y\"],"
    "\"articles\":{\"k#0\":{\"left_out\":true,\"title\":\"\"},\"k#1\":5}}", &error);
  static const char * const broken[] = { "", "[]", "{", "null", "3" };

  g_assert_no_error (error);
  g_assert_cmpstr (rules->all.source, ==, "A");
  g_assert_null (rules->all.published);
  g_assert_cmpuint (rules->dropped->len, ==, 1);
  g_assert_cmpuint (rules->restored->len, ==, 1);
  g_assert_true (plx_import_rules_leaves_out (rules, "k#0"));
  g_assert_false (plx_import_rules_leaves_out (rules, "k#1"));
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_null (plx_import_rules_parse (broken[i], &error));
      g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_page (fixture, "dam.html");
  g_autofree char *nothing = g_build_filename (fixture->folder, "nothing.txt", NULL);
  const char * const paths[] = { fixture->collection, path, nothing, NULL };
  g_autoptr (PlxImportDraft) draft = NULL, cut = NULL;
  g_autoptr (GError) error = NULL;
  const PlxDraftArticle *article;

  draft = plx_project_draft_import (fixture->project, paths, NULL, 100, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->articles->len, ==, 3);
  g_assert_cmpuint (draft->n_files, ==, 3);
  g_assert_cmpuint (draft->n_failed, ==, 1);
  g_assert_cmpuint (draft->messages->len, >=, 1);
  article = g_ptr_array_index (draft->articles, 1);
  g_assert_cmpstr (article->name, ==, "collection.jsonl");
  g_assert_cmpstr (article->read.source, ==, "Continental Press");
  g_assert_cmpstr (article->read.language, ==, "en");
  g_assert_true (g_str_has_suffix (article->key, "collection.jsonl#1"));
  g_assert_cmpuint (g_list_model_get_n_items (plx_project_get_articles (fixture->project)), ==, 0);
  cut = plx_project_draft_import (fixture->project, paths, NULL, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cut->is_cut);
  g_assert_cmpuint (cut->articles->len, ==, 1);
}

/* What a person says of columns once holds for the next table with these headings. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  static const char first[] = "one,two,three\nThe dam above Port Saran held.,Dam holds,River Post\n";
  static const char second[] = "one,two,three\nThe harbour opened again.,Harbour opens,River Post\n";
  g_autofree char *path = g_build_filename (fixture->folder, "first.csv", NULL);
  g_autofree char *next = g_build_filename (fixture->folder, "second.csv", NULL);
  const char * const paths[] = { path, NULL };
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (PlxImportReport) report = NULL, again = NULL;
  g_autoptr (PlxImportDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  PlxArticle *article;

  g_assert_true (g_file_set_contents (path, first, -1, NULL));
  g_assert_true (g_file_set_contents (next, second, -1, NULL));
  rules->columns = g_strdup ("text\tone\ntitle\ttwo\nbyline\tthree\n");
  draft = plx_project_draft_import (fixture->project, paths, rules, 10, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->columns->len, ==, 3);
  g_assert_cmpstr (((PlxDraftColumn *) g_ptr_array_index (draft->columns, 1))->sample, ==,
                   "Dam holds");
  g_assert_cmpstr (((PlxDraftArticle *) g_ptr_array_index (draft->articles, 0))->read.byline, ==,
                   "River Post");
  plx_draft_use_columns (draft, rules);
  report = import_with (fixture, path, rules);
  again = import_with (fixture, next, NULL);
  g_assert_cmpuint (again->n_new, ==, 1);
  article = plx_project_get_article (fixture->project,
                                     g_array_index (get_file (again, 0)->articles, gint64, 0));
  g_assert_cmpstr (plx_article_get_title (article), ==, "Harbour opens");
  g_assert_cmpstr (plx_article_get_byline (article), ==, "River Post");
}

/* An outlet that is known brings its kind along; one that is not stays as it is named. */
static void
test_outlets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxImportRules) rules = plx_import_rules_new ();
  g_autoptr (PlxImportReport) report = NULL;
  g_autoptr (PlxSource) source = NULL;

  rules->all.source = g_strdup ("Rodong Sinmun");
  report = import_with (fixture, fixture->collection, rules);
  source = g_list_model_get_item (plx_project_get_sources (fixture->project), 0);
  g_assert_cmpstr (plx_source_get_name (source), ==, "Rodong Sinmun");
  g_assert_nonnull (plx_source_get_kind (source));
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "in", NULL);
  g_autofree char *inner = g_build_filename ("in", "dam.html", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);
  g_autoptr (PlxImportReport) first = NULL, second = NULL, third = NULL;
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_assert_null (plx_project_look_again (fixture->project, NULL, NULL, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  first = import_with (fixture, folder, NULL);
  g_assert_cmpuint (first->n_new, ==, 0);
  path = write_page (fixture, inner);
  second = plx_project_look_again (fixture->project, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->n_new, ==, 1);
  folders = plx_project_list_folders (fixture->project, &error);
  g_assert_cmpuint (folders->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (folders, 0), ==, folder);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  third = plx_project_look_again (fixture->project, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (third->n_failed, ==, 1);
  g_assert_true (plx_project_forget_folder (fixture->project, folder, &error));
  g_assert_null (plx_project_look_again (fixture->project, NULL, NULL, NULL));
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/project/import/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("rules", test_rules);
  ADD ("no-date", test_no_date);
  ADD ("left-out", test_left_out);
  ADD ("restored", test_restored);
  ADD ("parse", test_parse);
  ADD ("draft", test_draft);
  ADD ("columns", test_columns);
  ADD ("outlets", test_outlets);
  ADD ("folders", test_folders);
  return g_test_run ();
}
