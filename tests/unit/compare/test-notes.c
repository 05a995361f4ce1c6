/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

#define FERRY "The ferry Aurora sank off Port Elm on Monday. Rescuers saved 120 passengers."
#define TALKS "The two leaders met in Pyongyang. The talks lasted three hours."

static void
add (Fixture *fixture, const char *language, const char *published, const char *text)
{
  PlxAnalysis *analysis = fixture_add (fixture, NULL, text);

  g_free (analysis->language);
  analysis->language = g_strdup (language);
  fixture->articles[fixture->n - 1].published = published;
}

static void
check (const PlxComparison *comparison, guint i, PlxNoteKind kind, const char *language,
       const gint *articles, guint n_articles)
{
  const PlxComparisonNote *note;

  g_assert_cmpuint (i, <, comparison->notes->len);
  note = g_ptr_array_index (comparison->notes, i);
  g_assert_cmpint (note->kind, ==, kind);
  g_assert_cmpstr (note->language, ==, language);
  g_assert_cmpmem (note->articles->data, note->articles->len * sizeof (gint), articles,
                   n_articles * sizeof (gint));
  g_assert_cmpuint (strlen (note->what), >, 0);
}

static void
test_nothing (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "en", "2024-05-14", FERRY);
  add (&fixture, "en-GB", "2024-05-15T08:00:00Z", TALKS);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->notes->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_languages (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  g_autoptr (GString) json = g_string_new (NULL);

  add (&fixture, "ko", "2024-05-14", "양국 정상은 어제 평양에서 회담했다. 회담은 세 시간 이어졌다.");
  add (&fixture, "en", "2024-05-14", TALKS);
  add (&fixture, "und", "2024-05-14", "1234 5678 90.");
  add (&fixture, "ko", "2024-05-14", "정상 회담은 평양에서 열렸다.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->notes->len, ==, 2);
  check (comparison, 0, PLX_NOTE_LANGUAGE, "ko", (gint[]) { 0, 3 }, 2);
  check (comparison, 1, PLX_NOTE_LANGUAGE, "und", (gint[]) { 2 }, 1);
  plx_comparison_write_json (comparison, fixture.articles, json);
  g_assert_nonnull (strstr (json->str, "\"diagnostics\":[{\"level\":\"note\",\"kind\":\"language\""));
  g_assert_nonnull (strstr (json->str, "\"language\":\"ko\",\"articles\":[\"a1\",\"a4\"]}"));
  fixture_clear (&fixture);
}

/* One text, and nothing else that could be held against it. */
static void
test_texts (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "und", "2024-05-14", " \n");
  add (&fixture, "en", "2024-05-15", FERRY);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->notes->len, ==, 2);
  check (comparison, 0, PLX_NOTE_ONE_ARTICLE, NULL, (gint[]) { 1 }, 1);
  check (comparison, 1, PLX_NOTE_NO_TEXT, NULL, (gint[]) { 0 }, 1);
  fixture_clear (&fixture);
}

static void
test_dates_and_copies (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "en", NULL, FERRY);
  add (&fixture, "en", "2024", TALKS);
  add (&fixture, "en", "2024-05-15", FERRY);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->notes->len, ==, 2);
  check (comparison, 0, PLX_NOTE_NO_DATE, NULL, (gint[]) { 0, 1 }, 2);
  check (comparison, 1, PLX_NOTE_IDENTICAL, NULL, (gint[]) { 0, 2 }, 2);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/notes/nothing", test_nothing);
  g_test_add_func ("/compare/notes/languages", test_languages);
  g_test_add_func ("/compare/notes/texts", test_texts);
  g_test_add_func ("/compare/notes/dates-and-copies", test_dates_and_copies);
  return g_test_run ();
}
