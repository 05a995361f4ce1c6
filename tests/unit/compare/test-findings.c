/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

/* Two articles that each say one thing of one person. */
static PlxComparison *
compare_two (const char *one, const char *name, const char *other, const char *other_name)
{
  Fixture fixture = { 0 };
  PlxComparison *comparison;
  PlxAnalysis *a = fixture_add (&fixture, "A", one), *b = fixture_add (&fixture, "B", other);

  add_mention (a, add_entity (a, PLX_ENTITY_PERSON, name), PLX_FORM_NAME, name);
  add_mention (b, add_entity (b, PLX_ENTITY_PERSON, other_name), PLX_FORM_NAME, other_name);
  comparison = fixture_compare (&fixture, NULL);
  fixture_clear (&fixture);
  return comparison;
}

static const char *
message_of (const PlxComparison *comparison, PlxFindingKind kind)
{
  for (guint i = 0; i < comparison->findings->len; i++)
    {
      const PlxComparisonFinding *finding = g_ptr_array_index (comparison->findings, i);

      g_assert_cmpuint (finding->places[0].n_spans, >, 0);
      g_assert_cmpuint (finding->places[1].n_differing, >, 0);
      if (finding->kind == kind)
        return finding->message;
    }
  return NULL;
}

static void
test_ages (void)
{
  g_autoptr (PlxComparison) apart = compare_two ("Tom Reed, 47, was hurt.", "Tom Reed",
                                                 "The 52-year-old farmer Tom Reed fell.",
                                                 "Tom Reed");
  g_autoptr (PlxComparison) same = compare_two ("Tom Reed (47) was hurt.", "Tom Reed",
                                                "A 47-year-old farmer, Tom Reed, fell.",
                                                "Tom Reed");

  g_assert_cmpstr (message_of (apart, PLX_FINDING_NUMBER), ==,
                   "The age of Tom Reed: “47” in A, “52” in B");
  g_assert_null (message_of (same, PLX_FINDING_NUMBER));
}

static void
test_spellings (void)
{
  g_autoptr (PlxComparison) apart = compare_two ("Vincente Gonzalez voted.", "Vincente Gonzalez",
                                                 "Vicente Gonzalez voted.", "Vicente Gonzalez");
  g_autoptr (PlxComparison) marks = compare_two ("Chérif Kouachi fled.", "Chérif Kouachi",
                                                 "Cherif Kouachi fled.", "Cherif Kouachi");
  g_autoptr (PlxComparison) two = compare_two ("Anna Reed voted.", "Anna Reed",
                                               "Tomas Reed voted.", "Tomas Reed");

  g_assert_nonnull (message_of (apart, PLX_FINDING_NAME));
  g_assert_null (message_of (marks, PLX_FINDING_NAME));
  g_assert_null (message_of (two, PLX_FINDING_NAME));
}

static void
add_title (PlxAnalysis *analysis, const char *name, const char *title)
{
  PlxSpan span = find_span (analysis, title);
  gint32 entity = add_entity (analysis, PLX_ENTITY_PERSON, name);
  PlxRole role = { .title = plx_analysis_intern (analysis, title), .of = -1,
                   .spans = plx_analysis_add_spans (analysis, &span, 1) };

  PLX_ENTITY (analysis, entity)->roles = (PlxSlice) { analysis->roles->len, 1 };
  g_array_append_val (analysis->roles, role);
  add_mention (analysis, entity, PLX_FORM_NAME, name);
}

static PlxComparison *
compare_titles (const char *one, const char *title, const char *other, const char *other_title)
{
  Fixture fixture = { 0 };
  PlxComparison *comparison;

  add_title (fixture_add (&fixture, "A", one), "Ilse Karn", title);
  add_title (fixture_add (&fixture, "B", other), "Ilse Karn", other_title);
  comparison = fixture_compare (&fixture, NULL);
  fixture_clear (&fixture);
  return comparison;
}

static void
test_titles (void)
{
  g_autoptr (PlxComparison) lesser = compare_titles ("Foreign Minister Ilse Karn spoke.",
                                                     "Foreign Minister",
                                                     "Deputy Foreign Minister Ilse Karn spoke.",
                                                     "Deputy Foreign Minister");
  g_autoptr (PlxComparison) both = compare_titles ("General Secretary Ilse Karn spoke.",
                                                   "General Secretary",
                                                   "President Ilse Karn spoke.", "President");

  g_assert_cmpstr (message_of (lesser, PLX_FINDING_TITLE), ==,
                   "The title of Ilse Karn: “foreign minister” in A, “deputy foreign minister” "
                   "in B");
  g_assert_null (message_of (both, PLX_FINDING_TITLE));
}

/* @returns the message of the number or duration between two sentences */
static char *
between (const char *one, const char *day, const char *other, const char *other_day)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const char *message;

  fixture_add (&fixture, "A", one);
  fixture_add (&fixture, "B", other);
  fixture.articles[0].published = day;
  fixture.articles[1].published = other_day;
  comparison = fixture_compare (&fixture, NULL);
  message = message_of (comparison, PLX_FINDING_DURATION);
  if (message == NULL)
    message = message_of (comparison, PLX_FINDING_NUMBER);
  fixture_clear (&fixture);
  return g_strdup (message);
}

static void
test_figures (void)
{
  g_autofree char *hours = between ("The talks lasted for three hours.", NULL,
                                    "The talks lasted for two hours.", NULL);
  g_autofree char *bounded = between ("The talks lasted for at least two hours.", NULL,
                                      "The talks lasted for three hours.", NULL);
  g_autofree char *rounded = between ("The storm was 415 miles wide.", NULL,
                                      "The storm was 400 miles wide.", NULL);
  g_autofree char *grown = between ("19 people died in the sinking.", "2024-03-02",
                                    "12 people died in the sinking.", "2024-03-01");

  g_assert_cmpstr (hours, ==, "A has “three hours” where B has “two hours”: 1 less");
  g_assert_null (bounded);
  g_assert_null (rounded);
  g_assert_null (grown);
}

static PlxComparison *
compare_days (const char *one, const char *edtf, const char *other, const char *other_edtf)
{
  Fixture fixture = { 0 };
  PlxComparison *comparison;
  PlxAnalysis *a = fixture_add (&fixture, "A", one), *b = fixture_add (&fixture, "B", other);
  PlxTime first = { find_span (a, "on "), PLX_TIME_DATE, edtf, edtf };
  PlxTime second = { find_span (b, "on "), PLX_TIME_DATE, other_edtf, other_edtf };

  first.span.end = a->n_bytes - 1;
  second.span.end = b->n_bytes - 1;
  g_array_append_val (a->times, first);
  g_array_append_val (b->times, second);
  comparison = fixture_compare (&fixture, NULL);
  fixture_clear (&fixture);
  return comparison;
}

static void
test_days (void)
{
  g_autoptr (PlxComparison) apart = compare_days ("Lian Hao opened the rail bridge on Friday.",
                                                  "2024-03-01",
                                                  "Lian Hao opened the rail bridge on March 2.",
                                                  "2024-03-02");
  g_autoptr (PlxComparison) same = compare_days ("Lian Hao opened the rail bridge on Friday.",
                                                 "2024-03-01",
                                                 "Lian Hao opened the rail bridge on March 1.",
                                                 "2024-03-01");

  g_assert_cmpstr (message_of (apart, PLX_FINDING_DATE), ==,
                   "A has “on Friday” (2024-03-01) where B has “on March 2” (2024-03-02)");
  g_assert_null (message_of (same, PLX_FINDING_DATE));
}

static void
test_quotations (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  static const char words[] = "we have not received any offer from them";
  PlxAnalysis *a = fixture_add (&fixture, "A",
                                "“we have not received any offer from them”, Tom Reed said.");
  PlxAnalysis *b = fixture_add (&fixture, "B",
                                "Ilse Karn said: “we have not received any offer from them”.");
  gint32 reed = add_entity (a, PLX_ENTITY_PERSON, "Tom Reed");
  gint32 karn = add_entity (b, PLX_ENTITY_PERSON, "Ilse Karn");
  PlxSpan spans[2] = { find_span (a, "Tom Reed"), find_span (b, "Ilse Karn") };

  add_mention (a, reed, PLX_FORM_NAME, "Tom Reed");
  add_mention (b, karn, PLX_FORM_NAME, "Ilse Karn");
  add_statement (a, words, PLX_MODE_DIRECT, -1, reed);
  add_statement (b, words, PLX_MODE_DIRECT, -1, karn);
  PLX_LEVEL (a, 0)->source = plx_analysis_add_spans (a, &spans[0], 1);
  PLX_LEVEL (b, 0)->source = plx_analysis_add_spans (b, &spans[1], 1);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_nonnull (message_of (comparison, PLX_FINDING_NAME));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/findings/ages", test_ages);
  g_test_add_func ("/compare/findings/spellings", test_spellings);
  g_test_add_func ("/compare/findings/titles", test_titles);
  g_test_add_func ("/compare/findings/figures", test_figures);
  g_test_add_func ("/compare/findings/days", test_days);
  g_test_add_func ("/compare/findings/quotations", test_quotations);
  return g_test_run ();
}
