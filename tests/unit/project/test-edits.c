/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

/* Undoes everything back to @before and redoes it to what it was. */
static void
assert_undone (Fixture *fixture, const char *before)
{
  g_autofree char *edited = describe (fixture->project);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (plx_project_undo (fixture->project, &error))
    n++;
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
  {
    g_autofree char *undone = describe (fixture->project);

    g_assert_cmpstr (undone, ==, before);
  }
  while (n-- > 0)
    g_assert_true (plx_project_redo (fixture->project, NULL));
  {
    g_autofree char *redone = describe (fixture->project);

    g_assert_cmpstr (redone, ==, edited);
  }
}

static PlxMark *
find_mark (PlxProject *project, gint64 article, const char *key)
{
  g_autoptr (PlxArticleContent) content = plx_project_load_content (project, article, NULL);

  for (guint i = 0; i < content->marks->len; i++)
    if (strcmp (((PlxMark *) g_ptr_array_index (content->marks, i))->key, key) == 0)
      return plx_mark_copy (g_ptr_array_index (content->marks, i));
  return NULL;
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *key = NULL;
  g_autoptr (PlxMark) mark = NULL;
  g_autoptr (PlxMark) removed = NULL;
  g_autoptr (PlxMark) hand = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;

  fill (fixture);
  before = describe (project);
  g_assert_true (plx_project_set_mark_state (project, 1, "m0", PLX_MARK_ACCEPTED, &error));
  g_assert_cmpstr (plx_project_get_undo_label (project), ==, "Accept Doran Vesk");
  g_assert_true (plx_project_set_mark_label (project, 1, "m0", "organisation", &error));
  g_assert_true (plx_project_set_mark_span (project, 1, "m0", (PlxSpan) { 0, 5 }, &error));
  g_assert_true (plx_project_set_mark_note (project, 1, "m0", "Which one?", &error));
  mark = find_mark (project, 1, "m0");
  g_assert_cmpint (mark->state, ==, PLX_MARK_ACCEPTED);
  g_assert_cmpstr (mark->label, ==, "organisation");
  g_assert_cmpuint (mark->spans[0].end, ==, 5);
  g_assert_cmpstr (mark->note, ==, "Which one?");
  g_assert_nonnull (mark->author);
  g_assert_true (plx_project_remove_mark (project, 1, "m1", &error));
  removed = find_mark (project, 1, "m1");
  g_assert_null (removed);
  g_assert_true (plx_project_add_mark (project, 1, (PlxSpan) { 6, 10 }, "person", 0, &key, &error));
  g_assert_cmpstr (key, ==, "h1");
  hand = find_mark (project, 1, key);
  g_assert_cmpstr (hand->title, ==, "Vesk");
  g_assert_true (plx_project_set_mark_note (project, 1, key, "by hand", &error));
  assert_undone (fixture, before);
}

static void
test_wrong_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_false (
      plx_project_set_mark_state (fixture->project, 1, "m999", PLX_MARK_ACCEPTED, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      plx_project_set_mark_state (fixture->project, 99, "m0", PLX_MARK_ACCEPTED, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      plx_project_set_mark_span (fixture->project, 1, "m0", (PlxSpan){ 5, 5000 }, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (plx_project_set_article_date (fixture->project, 1, "2031-02-30", &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      plx_project_merge_entities (fixture->project, 1, (gint64[]){ 77777 }, 1, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
  g_assert_null (plx_project_get_undo_label (fixture->project));
}

static void
test_entities (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 vesk, hao, split = 0;
  guint n_vesk, n_hao;

  fill (fixture);
  before = describe (project);
  vesk = plx_entity_item_get_id (find_entity (project, "Doran Vesk"));
  hao = plx_entity_item_get_id (find_entity (project, "Lian Hao"));
  n_vesk = plx_entity_item_get_n_mentions (plx_project_get_entity (project, vesk));
  n_hao = plx_entity_item_get_n_mentions (plx_project_get_entity (project, hao));
  g_assert_true (plx_project_rename_entity (project, vesk, "Marshal Vesk", &error));
  g_assert_true (plx_project_set_entity_role (project, vesk, "Marshal of Norland", &error));
  g_assert_true (plx_project_set_entity_kind (project, vesk, PLX_ENTITY_PARTY, &error));
  g_assert_true (g_strv_contains (
      plx_entity_item_get_names (plx_project_get_entity (project, vesk)), "Doran Vesk"));
  g_assert_true (plx_project_merge_entities (project, vesk, &hao, 1, &error));
  g_assert_cmpstr (plx_project_get_undo_label (project), ==, "Merge Entities into Marshal Vesk");
  g_assert_null (plx_project_get_entity (project, hao));
  g_assert_cmpuint (plx_entity_item_get_n_mentions (plx_project_get_entity (project, vesk)), ==,
                    n_vesk + n_hao);
  g_assert_true (plx_project_split_entity (project, vesk, 1, (const char *[]){ "m0", NULL },
                                           "Young Vesk", &split, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plx_entity_item_get_n_mentions (plx_project_get_entity (project, split)), ==,
                    1);
  g_assert_cmpuint (plx_entity_item_get_n_mentions (plx_project_get_entity (project, vesk)), ==,
                    n_vesk + n_hao - 1);
  g_assert_true (plx_project_split_entity (project, vesk, 2, NULL, NULL, &split, &error));
  g_assert_cmpuint (plx_entity_item_get_n_articles (plx_project_get_entity (project, vesk)), ==, 1);
  g_assert_true (plx_project_set_mark_entity (project, 1, "m0", vesk, &error));
  assert_undone (fixture, before);
}

static gboolean
is_alike (PlxProject *project, gint64 entity, gint64 other)
{
  g_autoptr (GArray) alike = plx_project_find_alike (project, entity, NULL);

  for (guint i = 0; i < alike->len; i++)
    if (g_array_index (alike, PlxAlike, i).entity == other)
      return TRUE;
  return FALSE;
}

/* Two of one name are suggested until somebody says that they are two; a merge
 * carries that on. */
static void
test_alike (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 vesk, hao, split = 0;

  fill (fixture);
  vesk = plx_entity_item_get_id (find_entity (project, "Doran Vesk"));
  hao = plx_entity_item_get_id (find_entity (project, "Lian Hao"));
  g_assert_false (is_alike (project, vesk, hao));
  plx_project_split_entity (project, vesk, 2, NULL, "Vesk", &split, &error);
  g_assert_no_error (error);
  g_assert_true (is_alike (project, vesk, split));
  g_assert_true (is_alike (project, split, vesk));
  g_assert_true (plx_project_keep_apart (project, split, vesk, &error));
  g_assert_cmpstr (plx_project_get_undo_label (project), ==, "Keep Vesk and Doran Vesk Apart");
  g_assert_false (is_alike (project, vesk, split));
  g_assert_false (is_alike (project, split, vesk));
  g_assert_true (plx_project_undo (project, &error));
  g_assert_true (is_alike (project, vesk, split));
  g_assert_true (plx_project_redo (project, &error));
  g_assert_true (plx_project_merge_entities (project, hao, &vesk, 1, &error));
  g_assert_false (is_alike (project, hao, split));
  g_assert_false (plx_project_keep_apart (project, hao, 77777, &error));
  g_assert_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND);
}

static void
test_articles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 story;

  fill (fixture);
  before = describe (project);
  g_assert_true (plx_project_set_article_source (project, 1, "The Other", &error));
  g_assert_cmpstr (plx_article_get_source_name (plx_project_get_article (project, 1)), ==,
                   "The Other");
  g_assert_true (plx_project_move_article (project, 2, 0, &error));
  story = plx_article_get_story_id (plx_project_get_article (project, 2));
  g_assert_cmpint (story, !=, plx_article_get_story_id (plx_project_get_article (project, 1)));
  g_assert_true (plx_project_rename_story (project, story, "Apart", &error));
  g_assert_cmpstr (plx_story_get_title (plx_project_get_story (project, story)), ==, "Apart");
  assert_undone (fixture, before);
}

/* A new date resolves weekdays; decisions stay with their marks. */
static void
test_date (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticleContent) content = NULL;
  g_autoptr (PlxMark) mark = NULL;
  PlxProject *project = fixture->project;

  fill (fixture);
  before = describe (project);
  g_assert_true (plx_project_set_mark_state (project, 1, "m0", PLX_MARK_REJECTED, &error));
  g_assert_true (plx_project_set_article_date (project, 1, "2030-01-04", &error));
  g_assert_no_error (error);
  content = plx_project_load_content (project, 1, &error);
  g_assert_cmpuint (content->analysis->times->len, >, 0);
  g_assert_cmpstr (PLX_TIME (content->analysis, 0)->edtf, ==, "2030-01-01");
  mark = find_mark (project, 1, "m0");
  g_assert_cmpint (mark->state, ==, PLX_MARK_REJECTED);
  assert_undone (fixture, before);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlxStoryComparison) first = NULL;
  g_autoptr (PlxStoryComparison) second = NULL;
  g_autoptr (PlxStoryComparison) third = NULL;
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 story;
  PlxClaim *claim;
  PlxColumn *column;

  fill (fixture);
  story = plx_article_get_story_id (plx_project_get_article (project, 1));
  first = plx_project_compare_story (project, story, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->comparison->claims->len, >, 0);
  claim = g_ptr_array_index (first->comparison->claims, 0);
  column = g_ptr_array_index (first->comparison->columns, 0);
  g_assert_true (plx_project_set_cell (project, story, claim->key, column->name,
                                       PLX_CELL_CONTRADICTED, 0.5, "see page 2", &error));
  second = plx_project_compare_story (project, story, NULL, NULL, &error);
  g_assert_cmpint (second->verdicts[0].verdict, ==, PLX_CELL_CONTRADICTED);
  g_assert_cmpstr (second->verdicts[0].note, ==, "see page 2");
  g_assert_true (plx_project_undo (project, &error));
  third = plx_project_compare_story (project, story, NULL, NULL, &error);
  g_assert_cmpint (third->verdicts[0].verdict, ==, PLX_CELL_NOT_EXAMINED);
}

static guint
count_accepted (PlxProject *project, gint64 article)
{
  g_autoptr (PlxArticleContent) content = plx_project_load_content (project, article, NULL);
  guint n = 0;

  for (guint i = 0; i < content->marks->len; i++)
    n += ((PlxMark *) g_ptr_array_index (content->marks, i))->state == PLX_MARK_ACCEPTED;
  return n;
}

/* Many edits, one step: marks by hand, all accepted as one. */
static void
test_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  g_autofree char *before = NULL;
  char *keys[20] = { NULL };
  guint n_accepted;

  fill (fixture);
  before = describe (project);
  n_accepted = count_accepted (project, 1);
  g_assert_true (plx_project_begin_group (project, "Mark All", &error));
  for (guint32 i = 0; i < 20; i++)
    g_assert_true (plx_project_add_mark (project, 1, (PlxSpan) { i, i + 1 }, "other", 0, &keys[i],
                                         &error));
  g_assert_true (plx_project_end_group (project, &error));
  for (guint i = 0; i < 20; i++)
    plx_project_set_mark_state (project, 1, keys[i], PLX_MARK_SUGGESTED, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_accepted (project, 1), ==, n_accepted);

  g_assert_true (plx_project_begin_group (project, "Accept All", &error));
  g_assert_true (plx_project_begin_group (project, "Inside", &error));
  for (guint i = 0; i < 20; i++)
    g_assert_true (
      plx_project_set_mark_state (project, 1, keys[i], PLX_MARK_ACCEPTED, &error));
  g_assert_true (plx_project_end_group (project, &error));
  /* one that fails takes nothing of the others along */
  g_assert_false (plx_project_set_mark_state (project, 1, "m999", PLX_MARK_ACCEPTED, NULL));
  g_assert_true (plx_project_end_group (project, &error));
  g_assert_cmpstr (plx_project_get_undo_label (project), ==, "Accept All");
  g_assert_cmpuint (count_accepted (project, 1), ==, n_accepted + 20);
  g_assert_true (plx_project_undo (project, &error));
  g_assert_cmpuint (count_accepted (project, 1), ==, n_accepted);
  g_assert_cmpstr (plx_project_get_redo_label (project), ==, "Accept All");
  g_assert_true (plx_project_redo (project, &error));
  g_assert_cmpuint (count_accepted (project, 1), ==, n_accepted + 20);

  /* an empty group leaves no step, and what follows has its own */
  g_assert_true (plx_project_begin_group (project, "Nothing", &error));
  g_assert_true (plx_project_end_group (project, &error));
  g_assert_cmpstr (plx_project_get_undo_label (project), ==, "Accept All");
  g_assert_true (plx_project_rename_story (
    project, plx_article_get_story_id (plx_project_get_article (project, 1)), "Apart", &error));
  g_assert_cmpstr (plx_project_get_undo_label (project), !=, "Accept All");
  assert_undone (fixture, before);
  for (guint i = 0; i < 20; i++)
    g_free (keys[i]);
}

/* A person's moves outlive a new analysis. */
static void
test_pinned (Fixture *fixture, gconstpointer data)
{
  g_autofree char *more = g_build_filename (fixture->folder, "more.txt", NULL);
  g_autoptr (GError) error = NULL;
  gint64 story;

  fill (fixture);
  g_assert_true (plx_project_move_article (fixture->project, 2, 0, &error));
  story = plx_article_get_story_id (plx_project_get_article (fixture->project, 2));
  g_file_set_contents (
      more, "Doran Vesk met Lian Hao in Veskgrad on Tuesday and spoke of wheat and of ships.", -1,
      NULL);
  plx_import_report_free (import_file (fixture->project, more));
  plx_project_analyse (fixture->project, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plx_article_get_story_id (plx_project_get_article (fixture->project, 2)), ==,
                   story);
  g_assert_cmpint (plx_article_get_story_id (plx_project_get_article (fixture->project, 1)), !=,
                   story);
}

/* What is grouped stays as it is when more comes; what belongs to it joins. */
static void
test_grow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *more = g_build_filename (fixture->folder, "more.jsonl", NULL);
  g_autoptr (GError) error = NULL;
  PlxProject *project = fixture->project;
  gint64 first, other;

  fill (fixture);
  first = plx_article_get_story_id (plx_project_get_article (project, 1));
  g_assert_true (plx_project_rename_story (project, first, "The visit", &error));
  g_file_set_contents (more,
                       "{\"id\":\"c\",\"source\":\"Morning Post\",\"title\":\"Vesk meets Hao\","
                       "\"published\":\"2031-05-15\",\"text\":\"Doran Vesk met Lian Hao in "
                       "Veskgrad on Tuesday. Vesk said that Norland would send 40,000 tonnes of "
                       "wheat.\"}\n"
                       "{\"id\":\"d\",\"source\":\"Morning Post\",\"title\":\"Ferry sinks\","
                       "\"published\":\"2031-09-01\",\"text\":\"A ferry with 80 people aboard sank "
                       "in the strait off Marrow Island. The coast guard rescued 71 passengers and "
                       "blamed a storm.\"}\n", -1, NULL);
  plx_import_report_free (import_file (project, more));
  g_assert_true (plx_project_analyse (project, 1, NULL, NULL, &error));
  g_assert_no_error (error);
  other = plx_article_get_story_id (plx_project_get_article (project, 4));
  g_assert_cmpint (plx_article_get_story_id (plx_project_get_article (project, 1)), ==, first);
  g_assert_cmpint (plx_article_get_story_id (plx_project_get_article (project, 2)), ==, first);
  g_assert_cmpint (plx_article_get_story_id (plx_project_get_article (project, 3)), ==, first);
  g_assert_cmpint (other, !=, first);
  g_assert_cmpstr (plx_story_get_title (plx_project_get_story (project, first)), ==, "The visit");
  g_assert_cmpstr (plx_story_get_title (plx_project_get_story (project, other)), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/project/edits/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("marks", test_marks);
  ADD ("wrong-marks", test_wrong_marks);
  ADD ("entities", test_entities);
  ADD ("alike", test_alike);
  ADD ("articles", test_articles);
  ADD ("date", test_date);
  ADD ("cells", test_cells);
  ADD ("group", test_group);
  ADD ("pinned", test_pinned);
  ADD ("grow", test_grow);
  return g_test_run ();
}
