/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-course.h"

static void
add (Fixture *fixture, const char *source, const char *published, const char *text)
{
  fixture_add (fixture, source, text);
  fixture->articles[fixture->n - 1].published = published;
}

static const PlxClaimCourse *
find_course (const PlxComparison *comparison, const char *words)
{
  for (guint i = 0; i < comparison->course->claims->len; i++)
    {
      const PlxClaimCourse *course = g_ptr_array_index (comparison->course->claims, i);
      const PlxClaim *claim = g_ptr_array_index (comparison->claims, course->claim);

      if (strstr (claim->statement, words) != NULL)
        return course;
    }
  g_assert_not_reached ();
}

static const PlxTurn *
turn_of (const PlxClaimCourse *course, guint i)
{
  g_assert_cmpuint (i, <, course->turns->len);
  return g_ptr_array_index (course->turns, i);
}

static const char ferry_sank[] = "The ferry sank near Port Saran on Friday. ";

static void
test_series (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxClaimCourse *dead, *drunk;

  add (&fixture, "SNA", "2024-03-01",
       "The ferry sank near Port Saran on Friday. 12 people died in the sinking. "
       "The captain of the ferry was drunk, the police said.");
  add (&fixture, "SNA", "2024-03-02",
       "The ferry sank near Port Saran on Friday. 19 people died in the sinking. "
       "Divers searched the wreck of the ferry.");
  add (&fixture, "SNA", "2024-03-04",
       "The ferry sank near Port Saran on Friday. 19 people died in the sinking. "
       "The captain of the ferry was drunk, the police said.");
  comparison = fixture_compare (&fixture, NULL);
  dead = find_course (comparison, "people died");
  g_assert_cmpuint (dead->turns->len, ==, 2);
  g_assert_cmpint (turn_of (dead, 0)->kind, ==, PLX_TURN_FIRST);
  g_assert_cmpint (turn_of (dead, 1)->kind, ==, PLX_TURN_CHANGED);
  g_assert_cmpstr (turn_of (dead, 1)->from, ==, "12 people");
  g_assert_cmpstr (turn_of (dead, 1)->to, ==, "19 people");
  g_assert_false (dead->dropped);
  drunk = find_course (comparison, "drunk");
  g_assert_cmpuint (drunk->turns->len, ==, 3);
  g_assert_cmpint (turn_of (drunk, 1)->kind, ==, PLX_TURN_DROPPED);
  g_assert_cmpint (turn_of (drunk, 1)->article, ==, 1);
  g_assert_cmpuint (turn_of (drunk, 1)->n_searched, ==, 1);
  g_assert_cmpint (turn_of (drunk, 2)->kind, ==, PLX_TURN_RESUMED);
  g_assert_cmpuint (drunk->n_said, ==, 2);
  fixture_clear (&fixture);
}

/* Who said it first is known only where the dates tell it. */
static gint
first_of (const char *one, const char *other)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  gint first;

  add (&fixture, "A", one, ferry_sank);
  add (&fixture, "B", other, "On Friday the ferry sank near Port Saran.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->course->n_claims, >, 0);
  first = comparison->course->first_article[0];
  fixture_clear (&fixture);
  return first;
}

static void
test_first (void)
{
  g_assert_cmpint (first_of ("2024-03-02", "2024-03-01"), ==, 1);
  g_assert_cmpint (first_of ("2024-03-01T08:00:00Z", "2024-03-01T09:00:00+00:00"), ==, 0);
  g_assert_cmpint (first_of ("2024-03-01T10:00:00+02:00", "2024-03-01T09:00:00Z"), ==, 0);
  g_assert_cmpint (first_of ("2024-03-01", "2024-03-01T09:00:00Z"), ==, -1);
  g_assert_cmpint (first_of ("2024-03-01", NULL), ==, -1);
  g_assert_cmpint (first_of ("2024-03", "2024-04"), ==, -1);
  g_assert_cmpint (first_of ("2024-13-77", "yesterday, at noon"), ==, -1);
}

/* Without dates or without sources nothing is known of the course. */
static void
test_nothing_known (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, NULL, "2024-03-01", ferry_sank);
  add (&fixture, NULL, "2024-03-02", ferry_sank);
  add (&fixture, "A", NULL, ferry_sank);
  add (&fixture, "A", "", ferry_sank);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->course->claims->len, ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/course/series", test_series);
  g_test_add_func ("/compare/course/first", test_first);
  g_test_add_func ("/compare/course/nothing-known", test_nothing_known);
  return g_test_run ();
}
