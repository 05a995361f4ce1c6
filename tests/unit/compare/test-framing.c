/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-framing.h"

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

static PlxStatement *
add_saying (PlxAnalysis *analysis, gint32 speaker, const char *content, PlxStatementMode mode,
            const char *cue, const char *verb)
{
  PlxStatement *statement = add_statement (analysis, content, mode, -1, speaker);
  PlxSpan span = find_span (analysis, cue);

  statement->verb = verb;
  PLX_LEVEL (analysis, statement->levels.first)->cue = plx_analysis_add_spans (analysis, &span, 1);
  return statement;
}

static void
test_speakers (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxSpeaker *reed;
  PlxAnalysis *a = fixture_add (&fixture, "A", "Reed claimed the exercises would go ahead. "
                                               "Reed said that \"not one offer\" came.");
  gint32 speaker = add_entity (a, PLX_ENTITY_PERSON, "Tomas Reed");

  add_mention (a, speaker, PLX_FORM_NAME, "Reed");
  add_saying (a, speaker, "the exercises would go ahead", PLX_MODE_INDIRECT, "claimed", "claim");
  add_saying (a, speaker, "that \"not one offer\" came", PLX_MODE_MIXED, "said", "say");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->framing->speakers->len, ==, 1);
  reed = g_ptr_array_index (comparison->framing->speakers, 0);
  g_assert_cmpstr (reed->speaker, ==, "Tomas Reed");
  g_assert_cmpuint (reed->n_statements, ==, 2);
  g_assert_cmpuint (reed->n_direct_words, ==, 3);
  g_assert_cmpuint (reed->n_indirect_words, ==, 7);
  g_assert_cmpuint (reed->n_by_class[PLX_SAYING_DOUBTING], ==, 1);
  g_assert_cmpuint (reed->n_by_class[PLX_SAYING_NEUTRAL], ==, 1);
  g_assert_cmpuint (reed->verbs->len, ==, 2);
  fixture_clear (&fixture);
}

static void
test_prominence (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxProminence *first, *second;
  PlxAnalysis *a = fixture_add (&fixture, "A", "Reed left. Reed slept. Karn stayed.");
  gint32 reed = add_entity (a, PLX_ENTITY_PERSON, "Reed");
  gint32 karn = add_entity (a, PLX_ENTITY_PERSON, "Karn");

  fixture.articles[0].title = "Why Reed left; Karnak";
  add_mention (a, reed, PLX_FORM_NAME, "Reed");
  add_mention (a, reed, PLX_FORM_NAME, "Reed slept");
  add_mention (a, karn, PLX_FORM_NAME, "Karn");
  comparison = fixture_compare (&fixture, NULL);
  first = g_ptr_array_index (comparison->framing->prominence, 0);
  second = g_ptr_array_index (comparison->framing->prominence, 1);
  g_assert_cmpstr (first->entity, ==, "Reed");
  g_assert_true (first->in_headline && first->in_lead);
  g_assert_cmpuint (first->n_sentences, ==, 2);
  g_assert_cmpuint (second->order, ==, 1);
  g_assert_false (second->in_headline || second->in_lead);
  fixture_clear (&fixture);
}

static void
add_person (Fixture *fixture, const char *source, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%s spoke.", name);
  PlxAnalysis *analysis = fixture_add (fixture, source, text);

  add_mention (analysis, add_entity (analysis, PLX_ENTITY_PERSON, name), PLX_FORM_NAME, name);
}

/* One person in full and in short, and two of one surname. */
static void
test_joined_names (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  static const char *const names[] = { "J. Christopher Stevens", "Chris Stevens", "Stevens",
                                       "Anthony Scott", "Walter L. Scott", "Walter Scott",
                                       "Scott" };
  const char *entities[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_person (&fixture, "A", names[i]);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->naming->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const PlxNaming *naming = g_ptr_array_index (comparison->naming, i);

      entities[naming->article] = naming->entity;
    }
  g_assert_cmpstr (entities[0], ==, entities[1]);
  g_assert_cmpstr (entities[0], ==, entities[2]);
  g_assert_cmpstr (entities[4], ==, entities[5]);
  g_assert_cmpstr (entities[3], !=, entities[4]);
  g_assert_cmpstr (entities[6], ==, "Scott");   // either may be meant
  fixture_clear (&fixture);
}

/* One article, copies, articles without sources or layers, three languages. */
static void
test_bad_input (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) one = NULL, all = NULL;
  GString *json = g_string_new (NULL);

  fixture_add (&fixture, NULL, "The ferry sank near Port Saran.");
  one = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (one->framing->articles->len, ==, 1);
  g_assert_cmpuint (one->words->len, ==, 0);
  fixture_add (&fixture, NULL, "The ferry sank near Port Saran.");
  fixture_add (&fixture, "", "");
  fixture_add (&fixture, "K", "여객선이 침몰했다. 12명이 사망했다.");
  fixture_add (&fixture, "R", "Паром затонул в пятницу. Погибли 12 человек.");
  all = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (all->framing->articles->len, ==, 5);
  g_assert_cmpuint (all->findings->len, ==, 0);
  plx_comparison_write_json (all, fixture.articles, json);
  g_assert_nonnull (strstr (json->str, "\"framing\":{"));
  g_assert_nonnull (strstr (json->str, "\"course\":["));
  g_string_free (json, TRUE);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/framing/naming", test_naming);
  g_test_add_func ("/compare/framing/words", test_words);
  g_test_add_func ("/compare/framing/speakers", test_speakers);
  g_test_add_func ("/compare/framing/prominence", test_prominence);
  g_test_add_func ("/compare/framing/joined-names", test_joined_names);
  g_test_add_func ("/compare/framing/bad-input", test_bad_input);
  return g_test_run ();
}
