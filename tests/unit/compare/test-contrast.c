/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "compare-fixture.h"
#include "compare/plx-contrast.h"
#include "language/plx-meaning.h"

/* Sentences of one story by what sets them apart, with vectors made by hand. */

enum { N = 4, N_SENTENCES = 4 };

/* All share the first number: the story. */
static const gint8 story[N_SENTENCES][N] = {
  { 100, 60, 0, 0 }, { 100, 0, 60, 0 }, { 100, 0, 0, 60 }, { 100, 0, 5, 55 },
};

static void
test_shared_is_left_out (void)
{
  const gint8 *rows[N_SENTENCES] = { story[0], story[1], story[2], story[3] };
  g_autoptr (PlxContrast) contrast = plx_contrast_new (rows, N_SENTENCES, N);
  const gint8 of_story[N] = { 100, 0, 0, 0 }, of_second[N] = { 80, 0, 60, 0 };

  for (guint s = 0; s < N_SENTENCES; s++)
    g_assert_cmpfloat (fabsf (plx_contrast_near (contrast, of_story, 100.0f, s)), <, 0.2f);
  for (guint s = 0; s < N_SENTENCES; s++)
    if (s != 1)
      g_assert_cmpfloat (plx_contrast_near (contrast, of_second, 100.0f, 1), >,
                         plx_contrast_near (contrast, of_second, 100.0f, s) + 0.3f);
  g_assert_cmpfloat (plx_contrast_alike (contrast, 2, 3), >, 0.9f);
  g_assert_cmpfloat (plx_contrast_alike (contrast, 0, 1), <, 0.2f);
}

static void
test_nothing_known (void)
{
  const gint8 *rows[3] = { NULL, story[0], NULL };
  g_autoptr (PlxContrast) contrast = plx_contrast_new (rows, 3, N);
  g_autoptr (PlxContrast) none = plx_contrast_new (rows, 0, N);

  for (guint s = 0; s < 3; s++)   // a story of one sentence is that sentence
    g_assert_cmpfloat (plx_contrast_near (contrast, story[0], 100.0f, s), ==, 0.0f);
  g_assert_nonnull (none);
}

/* The clause with the figure is shown, not only the one with most of the words. */
static void
test_figure_is_shown (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "The tanker Oriel lay in the port of Elm with 41,500 barrels.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  g_autofree char *evidence = NULL;
  const PlxCell *cell;

  fixture_add (&fixture, "A", "The tanker Oriel lay in the port of Elm on Monday, "
                              "the harbour master told reporters, and 41,500 barrels were aboard.");
  fixture_add (&fixture, "B", "The council of Elm met to talk about schools and roads.");
  comparison = fixture_compare (&fixture, claims);
  cell = plx_comparison_get_cell (comparison, 0, 0);
  g_assert_cmpint (cell->status, ==, PLX_CELL_REPORTED);
  evidence = plx_analysis_dup_span (fixture.articles[0].analysis, cell->evidence.spans[0]);
  g_assert_nonnull (strstr (evidence, "41,500 barrels"));
  g_assert_nonnull (strstr (evidence, "Oriel"));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/contrast/shared-is-left-out", test_shared_is_left_out);
  g_test_add_func ("/compare/contrast/nothing-known", test_nothing_known);
  g_test_add_func ("/compare/contrast/figure-is-shown", test_figure_is_shown);
  return g_test_run ();
}
