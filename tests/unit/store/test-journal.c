/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/plx-cells-table.h"
#include "store/plx-claims-table.h"
#include "store/plx-decisions-table.h"
#include "store/plx-entities-table.h"
#include "store/plx-analyses-table.h"
#include "store/plx-stories-table.h"

#define N_ARTICLES 6
#define N_EDITS 400

/* One random edit of any kind; the rows it meets are whatever earlier edits
 * left, so that merges, cascades and replaced decisions mix. */
typedef struct {
  GRand *rand;
  gint64 run;
} Walk;

static gint64
any_id (PlxDb *db, Walk *walk, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET"
                                          " ? %% (SELECT max (1, count (*)) FROM %s)",
                                          table, table);
  gint64 id = 0;

  g_assert_true (
      plx_db_get_int (db, &id, 0, NULL, sql, "u", g_rand_int_range (walk->rand, 0, 1000)));
  return id;
}

static gboolean
edit_entities (PlxDb *db, Walk *walk, GError **error)
{
  gint64 a = any_id (db, walk, "entities"), b = any_id (db, walk, "entities"), id;

  switch (g_rand_int_range (walk->rand, 0, 5))
    {
    case 0:
      return plx_entity_rows_set_name (db, a, "Ré 'quoted' \"name\"\n", error);
    case 1:
      return plx_entity_rows_set_role (db, a, g_rand_boolean (walk->rand) ? "Chair" : NULL, error);
    case 2:
      return a == b || plx_entity_rows_merge (db, a, b, error);
    case 3:
      return plx_entity_rows_add (db, "person", "New", &id, error)
             && plx_db_run (db, error, "UPDATE entity_links SET entity=? WHERE id=?", "ii", id,
                            any_id (db, walk, "entity_links"));
    default:
      return plx_entity_rows_set_kind (db, a, "party", error);
    }
}

static gboolean
edit_marks (PlxDb *db, Walk *walk, GError **error)
{
  g_autofree char *key = g_strdup_printf ("m%d", g_rand_int_range (walk->rand, 0, 8));
  PlxMarkPlace place = { any_id (db, walk, "articles"), walk->run, 0, key, 0 };
  PlxDecisionRow row = { .state = "accepted", .label = "person", .span = { 1, 4 }, .note = "Why?",
                         .entity = any_id (db, walk, "entities"), .author = "me", .decided = "now",
                         .is_removed = TRUE };
  PlxHandMarkRow hand = { .span = { 2, 5 }, .label = "place", .state = "accepted", .author = "me",
                          .entity = any_id (db, walk, "entities"), .decided = "now" };
  gint64 id = any_id (db, walk, "hand_marks");

  switch (g_rand_int_range (walk->rand, 0, 4))
    {
    case 0:
      return plx_hand_marks_add (db, place.article, &hand, &id, error);
    case 1:
      return plx_db_run (db, error, "DELETE FROM hand_marks WHERE id=?", "i", id);
    default:
      return plx_decisions_set (db, &place, (PlxDecides) g_rand_int_range (walk->rand, 0, 6),
                                &row, error);
    }
}

static gboolean
edit_stories (PlxDb *db, Walk *walk, GError **error)
{
  PlxCellRow cell = { "claim", "SNA", "reported", g_rand_double (walk->rand), NULL, "me", "now" };
  gint64 story = any_id (db, walk, "stories"), article = any_id (db, walk, "articles");

  switch (g_rand_int_range (walk->rand, 0, 5))
    {
    case 0:
      return plx_stories_add (db, "Story", &story, error)
             && plx_articles_set_story (db, article, story, TRUE, error)
             && plx_stories_drop_empty (db, error);
    case 1:
      return story == 0 || plx_stories_set_title (db, story, "Title", TRUE, error);
    case 2:
      return story == 0 || plx_cells_set (db, story, &cell, error);
    case 3:
      return plx_articles_set_published (db, article, "2031-05-14", error);
    default:
      /* Takes its cells along, and its articles out of it. */
      return plx_db_run (db, error, "UPDATE articles SET story=NULL WHERE story=?", "i", story)
             && plx_db_run (db, error, "DELETE FROM stories WHERE id=?", "i", story);
    }
}

static gboolean
edit_claims (PlxDb *db, Walk *walk, GError **error)
{
  static const char * const keys[] = { "claim", "other", "third" };
  const char *key = keys[g_rand_int_range (walk->rand, 0, 3)];
  const char *into = keys[g_rand_int_range (walk->rand, 0, 3)];
  gint64 story = any_id (db, walk, "stories"), article = any_id (db, walk, "articles"), id;
  PlxClaimRow claim = { .statement = "It's \"so\"", .split_from = key, .author = "me",
                        .decided = "now" };
  PlxClaimEditRow edit = { .claim = key, .statement = "Ré", .merged_into = into,
                           .is_dropped = g_rand_boolean (walk->rand), .author = "me",
                           .decided = "now" };
  PlxClaimAnchorRow anchor = { key, "Statement", article, { 0, 4 }, "Text" };
  PlxCellEvidenceRow evidence = { key, "@1", g_rand_boolean (walk->rand) ? article : 0, { 0, 4 },
                                  "me", "now" };

  if (story == 0)
    return TRUE;
  if (into == key)
    edit.merged_into = NULL;
  switch (g_rand_int_range (walk->rand, 0, 7))
    {
    case 0:
      return plx_claims_add (db, story, &claim, &id, error);
    case 1:
      return plx_claim_anchors_set (db, story, &anchor, error);
    case 2:
      return plx_cell_evidence_add (db, story, &evidence, error);
    case 3:
      return plx_cell_evidence_clear (db, story, key, "@1", error);
    case 4:
      return plx_claim_work_move (db, story, key, edit.merged_into, error);
    case 5:
      return plx_claim_work_move_story (db, story, any_id (db, walk, "stories"), error);
    default:
      return plx_claim_edits_set (db, story, (PlxClaimField) g_rand_int_range (walk->rand, 0, 3),
                                  &edit, error);
    }
}

static gboolean
random_edit_cb (PlxDb *db, gpointer data, GError **error)
{
  Walk *walk = data;

  switch (g_rand_int_range (walk->rand, 0, 5))
    {
    case 0:
      return edit_entities (db, walk, error);
    case 1:
      return edit_marks (db, walk, error);
    case 2:
      return edit_claims (db, walk, error);
    default:
      return edit_stories (db, walk, error);
    }
}

static gboolean
prepare_cb (PlxDb *db, gpointer data, GError **error)
{
  Walk *walk = data;
  const char *names[] = { "A. Name", "Alias", NULL };

  if (!plx_runs_add (db, "test", "", &walk->run, error))
    return FALSE;
  for (gint64 article = 1; article <= N_ARTICLES; article++)
    for (int local = 0; local < 4; local++)
      {
        PlxEntityLink link = { article, walk->run, local, 2, names, names };
        gint64 entity;

        if (!plx_entity_rows_add (db, "person", "Someone", &entity, error)
            || !plx_entity_links_add (db, &link, entity, error))
          return FALSE;
      }
  return TRUE;
}

static void
prepare (Fixture *fixture, Walk *walk)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Text number %d.", i);

      add_article (fixture->store, "Title", text, "SNA", NULL);
    }
  plx_store_write (fixture->store, prepare_cb, walk, &error);
  g_assert_no_error (error);
}

static gboolean
step (PlxStore *store, gboolean is_undo)
{
  g_autoptr (GError) error = NULL;
  PlxTables changed;
  gboolean moved = is_undo ? plx_store_undo (store, "me", &changed, &error)
                           : plx_store_redo (store, "me", &changed, &error);

  g_assert_no_error (error);
  return moved;
}

/* Every state on the way there is met again on the way back, exactly. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  Walk walk = { g_rand_new_with_seed (20311014), 0 };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  prepare (fixture, &walk);
  g_ptr_array_add (states, dump (fixture->store));
  for (int i = 0; i < N_EDITS; i++)
    {
      char *undo = NULL, *redo = NULL;

      plx_store_edit (fixture->store, "Edit", NULL, "me", random_edit_cb, &walk, &error);
      g_assert_no_error (error);
      plx_store_dup_labels (fixture->store, &undo, &redo);
      g_assert_null (redo);
      if (g_strcmp0 (undo, "Edit") == 0)
        {
          char *state = dump (fixture->store);

          /* An edit that changed nothing left no step. */
          if (strcmp (state, g_ptr_array_index (states, states->len - 1)) != 0)
            g_ptr_array_add (states, state);
          else
            g_free (state);
        }
      g_free (undo);
    }
  g_assert_cmpuint (states->len, >, 200);
  for (int round = 0; round < 2; round++)
    {
      g_autofree char *first = NULL, *last = NULL;

      for (guint i = states->len - 1; step (fixture->store, TRUE);)
        {
          g_autofree char *state = dump (fixture->store);

          if (strcmp (state, g_ptr_array_index (states, i)) != 0)
            g_assert_cmpstr (state, ==, g_ptr_array_index (states, --i));
        }
      first = dump (fixture->store);
      g_assert_cmpstr (first, ==, g_ptr_array_index (states, 0));
      for (guint i = 0; step (fixture->store, FALSE);)
        {
          g_autofree char *state = dump (fixture->store);

          if (strcmp (state, g_ptr_array_index (states, i)) != 0)
            g_assert_cmpstr (state, ==, g_ptr_array_index (states, ++i));
        }
      last = dump (fixture->store);
      g_assert_cmpstr (last, ==, g_ptr_array_index (states, states->len - 1));
    }
  g_rand_free (walk.rand);
}

static gboolean
set_title_cb (PlxDb *db, gpointer data, GError **error)
{
  return plx_db_run (db, error, "UPDATE stories SET title=?", "t", (const char *) data);
}

static gboolean
add_story_cb (PlxDb *db, gpointer data, GError **error)
{
  gint64 id;

  return plx_stories_add (db, "Story", &id, error);
}

static gboolean
fail_cb (PlxDb *db, gpointer data, GError **error)
{
  gint64 id;

  g_assert_true (plx_stories_add (db, "Half", &id, error));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return FALSE;
}

static void
edit (Fixture *fixture, const char *label, const char *merge_key, PlxStoreFunc func,
      const char *data)
{
  g_autoptr (GError) error = NULL;

  plx_store_edit (fixture->store, label, merge_key, "me", func, (gpointer) data, &error);
  g_assert_no_error (error);
}

static void
assert_labels (Fixture *fixture, const char *undo, const char *redo)
{
  g_autofree char *has_undo = NULL, *has_redo = NULL;

  plx_store_dup_labels (fixture->store, &has_undo, &has_redo);
  g_assert_cmpstr (has_undo, ==, undo);
  g_assert_cmpstr (has_redo, ==, redo);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  assert_labels (fixture, NULL, NULL);
  g_assert_false (step (fixture->store, TRUE));
  edit (fixture, "Add Story", NULL, add_story_cb, NULL);
  edit (fixture, "Rename", NULL, set_title_cb, "b");
  assert_labels (fixture, "Rename", NULL);
  g_assert_true (step (fixture->store, TRUE));
  assert_labels (fixture, "Add Story", "Rename");
  g_assert_true (step (fixture->store, FALSE));
  assert_labels (fixture, "Rename", NULL);
  g_assert_true (step (fixture->store, TRUE));
  edit (fixture, "Rename Again", NULL, set_title_cb, "c");
  assert_labels (fixture, "Rename Again", NULL);
  g_assert_true (plx_store_add_barrier (fixture->store, NULL));
  assert_labels (fixture, NULL, NULL);
}

static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  edit (fixture, "Add Story", NULL, add_story_cb, NULL);
  before = dump (fixture->store);
  edit (fixture, "Type", "title", set_title_cb, "a");
  edit (fixture, "Type", "title", set_title_cb, "ab");
  edit (fixture, "Type", "title", set_title_cb, "abc");
  g_assert_true (step (fixture->store, TRUE));
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  assert_labels (fixture, "Add Story", "Type");
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture->store), *after = NULL;

  g_assert_false (plx_store_edit (fixture->store, "Fail", NULL, "me", fail_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  after = dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  assert_labels (fixture, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/store/journal/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("labels", test_labels);
  ADD ("merged", test_merged);
  ADD ("failed", test_failed);
  ADD ("random-walk", test_random_walk);
  return g_test_run ();
}
