/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

/* What a person did to a matrix stands in its exports. */

static char *
export_as (PlxProject *project, const char *folder, const char *format, gint64 story)
{
  g_autofree char *path = g_build_filename (folder, "out", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  plx_project_export (project, format, PLX_SCOPE_COMPARISON, story, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

static char *
key_at (const PlxStoryComparison *story, guint i)
{
  return g_strdup (((PlxClaim *) g_ptr_array_index (story->comparison->claims, i))->key);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is missing in: %s", words, text);
}

static void
test_work (Fixture *fixture, gconstpointer data)
{
  PlxProject *project = fixture->project;
  const char *paths[] = { fixture->collection, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportReport) report =
    plx_project_import (project, paths, NULL, NULL, NULL, &error);
  g_autoptr (PlxStoryComparison) story = NULL;
  gint64 id;

  g_assert_true (plx_project_analyse (project, 1, NULL, NULL, &error));
  id = plx_article_get_story_id (plx_project_get_article (project, 1));
  story = plx_project_compare_story (project, id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (story->comparison->claims->len, >, 3);
  g_autofree char *first = key_at (story, 0), *second = key_at (story, 1), *third = key_at (story, 2),
                  *added = NULL;
  g_assert_true (plx_project_merge_claims (project, id, first, (const char *[]) { second, NULL },
                                           &error));
  g_assert_true (plx_project_reword_claim (project, id, first, "In my words", &error));
  g_assert_true (plx_project_drop_claim (project, id, third, "says nothing new", &error));
  g_assert_true (plx_project_add_claim (project, id, "Vesk met Hao.", &added, &error));
  g_assert_true (plx_project_set_cell (project, id, first, "Harbour Times", PLX_CELL_LEFT_OUT, 0.5,
                                       "read twice", &error));
  g_autofree char *json = export_as (project, fixture->folder, "json", id),
                  *html = export_as (project, fixture->folder, "html", id),
                  *csv = export_as (project, fixture->folder, "csv", id);
  for (const char **text = (const char *[]) { html, csv, NULL }; *text != NULL; text++)
    {
      assert_says (*text, "added by the analyst");
      assert_says (*text, "reworded by the analyst");
      assert_says (*text, "merged from 2 claims");
      assert_says (*text, "dropped");
      assert_says (*text, "says nothing new");
      assert_says (*text, "read twice");
    }
  assert_says (json, "\"reason\":\"says nothing new\"");
  assert_says (json, "\"added\":true");
  assert_says (json, "\"note\":\"read twice\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/project/exports/work", Fixture, NULL, fixture_set_up, test_work,
              fixture_tear_down);
  return g_test_run ();
}
