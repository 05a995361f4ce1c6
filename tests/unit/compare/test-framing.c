/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

static void
test_naming (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxNaming *first, *second;
  PlxAnalysis *a = fixture_add (&fixture, "A",
                                "The respected Marshal spoke. Marshal Vesk went on.");
  PlxAnalysis *b = fixture_add (&fixture, "B", "The dictator spoke.");
  gint32 vesk = add_entity (a, PLX_ENTITY_PERSON, "Doran Vesk");
  gint32 other = add_entity (b, PLX_ENTITY_PERSON, "Doran Vesk");
  PlxStatement *statement;

  add_mention (a, vesk, PLX_FORM_ROLE, "respected Marshal");
  add_mention (a, vesk, PLX_FORM_NAME, "Marshal Vesk");
  add_mention (b, other, PLX_FORM_DESCRIPTION, "dictator");
  statement = add_statement (b, "spoke", PLX_MODE_INDIRECT, -1, other);
  statement->verb = "claim";
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->naming->len, ==, 2);
  first = g_ptr_array_index (comparison->naming, 0);
  second = g_ptr_array_index (comparison->naming, 1);
  g_assert_cmpstr (first->entity, ==, "Doran Vesk");
  g_assert_cmpint (first->article, ==, 0);
  g_assert_cmpuint (first->forms->len, ==, 2);
  g_assert_cmpint (second->article, ==, 1);
  g_assert_cmpstr (g_array_index (second->forms, PlxNamingForm, 0).text, ==, "dictator");
  g_assert_cmpstr (second->verbs[0], ==, "claim");
  fixture_clear (&fixture);
}

static void
test_words (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxOverusedWord *word;

  fixture_add (&fixture, "A", "Heroic soldiers held the heroic bridge. Heroic nurses helped. A "
                              "heroic night for the heroic town, and heroic songs. The heroic mayor "
                              "wept. Heroic hours.");
  fixture_add (&fixture, "B", "Soldiers held the bridge. Nurses helped during the night in the "
                              "town. Soldiers left the town in the morning.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->words->len, >, 0);
  word = g_ptr_array_index (comparison->words, 0);
  g_assert_cmpstr (word->word, ==, "heroic");
  g_assert_cmpint (word->article, ==, 0);
  g_assert_cmpuint (word->n_spans, ==, 8);
  g_assert_cmpfloat (word->z, >, 1.9);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/framing/naming", test_naming);
  g_test_add_func ("/compare/framing/words", test_words);
  return g_test_run ();
}
