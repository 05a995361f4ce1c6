/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-fixture.h"

/* A number that reports give differently is one claim. */

static void
add (Fixture *fixture, const char *source, const char *published, const char *text)
{
  fixture_add (fixture, source, text);
  fixture->articles[fixture->n - 1].published = published;
}

static gint
claim_with (const PlxComparison *comparison, const char *words)
{
  for (guint i = 0; i < comparison->claims->len; i++)
    if (strstr (((PlxClaim *) g_ptr_array_index (comparison->claims, i))->statement, words) != NULL)
      return (gint) i;
  return -1;
}

static void
assert_brief (const Fixture *fixture, const PlxComparison *comparison, const char *claim,
              guint article, PlxCellStatus status, const char *brief, const char *differing)
{
  gint index = claim_with (comparison, claim);
  const PlxCell *cell;
  g_autofree char *words = NULL;

  g_assert_cmpint (index, >=, 0);
  cell = plx_comparison_get_cell (comparison, (guint) index, article);
  g_assert_cmpint (cell->status, ==, status);
  g_assert_cmpstr (cell->brief, ==, brief);
  g_assert_cmpuint (cell->evidence.n_differing, ==, 1);
  words = plx_analysis_dup_span (fixture->articles[article].analysis, cell->evidence.differing[0]);
  g_assert_cmpstr (words, ==, differing);
}

static void
test_toll_moves (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxClaim *claim;

  add (&fixture, "A", "2030-03-05",
       "The number of dead from the mine at Orvel rose to 23 on Monday, doctors said.");
  add (&fixture, "B", "2030-03-02",
       "At least six people died when gas exploded in a coal mine at Orvel on Friday.");
  add (&fixture, "C", "2030-03-03", "The blast killed 11 and injured 40 others, officials said.");
  add (&fixture, "D", "2030-03-04", "오르벨 탄광 폭발 사고의 사망자가 17명으로 늘었다.");
  comparison = fixture_compare (&fixture, NULL);
  assert_brief (&fixture, comparison, "rose to 23", 1, PLX_CELL_DIFFERS, "six people",
                "six people");
  assert_brief (&fixture, comparison, "rose to 23", 2, PLX_CELL_DIFFERS, "11 dead", "11");
  assert_brief (&fixture, comparison, "rose to 23", 3, PLX_CELL_DIFFERS, "17명", "17명");
  g_assert_cmpint (claim_with (comparison, "six people"), <, 0);
  g_assert_cmpint (claim_with (comparison, "killed 11"), <, 0);
  g_assert_cmpint (claim_with (comparison, "40 others"), >=, 0);
  claim = g_ptr_array_index (comparison->claims, (guint) claim_with (comparison, "rose to 23"));
  g_assert_nonnull (claim->over_time);
  g_assert_cmpuint (claim->over_time->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const values[] = { "six people", "11 dead", "17명", "23 dead" };

      g_assert_cmpstr (g_array_index (claim->over_time, PlxMoment, i).value, ==, values[i]);
    }
  fixture_clear (&fixture);
}

static void
test_fixed_number (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "A", "2030-03-02", "The airline said 86 people were aboard the plane.");
  add (&fixture, "B", "2030-03-06", "The plane carried 91 passengers, not 86, the pilots said.");
  comparison = fixture_compare (&fixture, NULL);
  assert_brief (&fixture, comparison, "86 people were aboard", 1, PLX_CELL_CONTRADICTED,
                "91 passengers", "91 passengers");
  fixture_clear (&fixture);
}

static void
test_other_matter (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "A", "2030-03-02", "The tunnel under the Orve will cost 300 million euros.");
  add (&fixture, "B", "2030-03-02", "The stadium in Belk will cost 800 million euros.");
  add (&fixture, "C", "2030-03-02", "Two firemen died. A blast at Orvel killed 30 people in 1998.");
  add (&fixture, "D", "2030-03-02", "Nine people died in the blast.");
  comparison = fixture_compare (&fixture, NULL);
  for (guint i = 0; i < comparison->claims->len; i++)
    for (guint a = 0; a < 4; a++)
      g_assert_cmpint (plx_comparison_get_cell (comparison, i, a)->status, !=,
                       PLX_CELL_CONTRADICTED);
  fixture_clear (&fixture);
}

static void
test_no_claims (void)
{
  Fixture fixture = { 0 };
  const char *none[] = { NULL };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "A", NULL, "The airline said 86 people were aboard the plane.");
  comparison = fixture_compare (&fixture, none);
  g_assert_cmpuint (comparison->claims->len, ==, 0);
  fixture_clear (&fixture);
}

/* Two numbers of one unit and matter are one claim. */
static void
test_counted (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  add (&fixture, "A", "2030-03-02",
       "Harrow sent 400 tonnes of potatoes to Elm after the frost in April.");
  add (&fixture, "B", "2030-03-02",
       "The customs office counted 600 tonnes of potatoes since the frost.");
  comparison = fixture_compare (&fixture, NULL);
  assert_brief (&fixture, comparison, "400 tonnes", 1, PLX_CELL_CONTRADICTED, "600 tonnes",
                "600 tonnes");
  g_assert_cmpint (claim_with (comparison, "600 tonnes"), <, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/updates/toll-moves", test_toll_moves);
  g_test_add_func ("/compare/updates/fixed-number", test_fixed_number);
  g_test_add_func ("/compare/updates/other-matter", test_other_matter);
  g_test_add_func ("/compare/updates/no-claims", test_no_claims);
  g_test_add_func ("/compare/updates/counted", test_counted);
  return g_test_run ();
}
