/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/plx-progress.h"
#include "base/plx-span.h"

static void
test_order (void)
{
  PlxSpan spans[] = { { 5, 7 }, { 0, 3 }, { 0, 9 }, { 5, 6 } };
  const PlxSpan sorted[] = { { 0, 9 }, { 0, 3 }, { 5, 7 }, { 5, 6 } };

  qsort (spans, G_N_ELEMENTS (spans), sizeof (PlxSpan), plx_span_compare);
  g_assert_cmpmem (spans, sizeof spans, sorted, sizeof sorted);
}

static void
test_overlap (void)
{
  g_assert_cmpuint (plx_span_overlap ((PlxSpan) { 0, 4 }, (PlxSpan) { 2, 9 }), ==, 2);
  g_assert_cmpuint (plx_span_overlap ((PlxSpan) { 0, 4 }, (PlxSpan) { 4, 9 }), ==, 0);
  g_assert_false (plx_span_overlaps ((PlxSpan) { 0, 4 }, (PlxSpan) { 4, 9 }));
  g_assert_true (plx_span_contains ((PlxSpan) { 0, 4 }, (PlxSpan) { 4, 4 }));
}

static void
remember (double fraction_01, const char *message, gpointer user_data)
{
  *(double *) user_data = fraction_01;
}

static void
test_progress_parts (void)
{
  double heard = -1;
  PlxProgress whole = { remember, &heard, 0, 1 };
  PlxProgress half = plx_progress_part (&whole, 0.5, 1);
  PlxProgress quarter = plx_progress_part (&half, 0, 0.5);
  PlxProgress none = plx_progress_part (NULL, 0, 1);

  plx_progress_report (&quarter, 1, NULL);
  g_assert_cmpfloat (heard, ==, 0.75);
  plx_progress_report (&half, 7, NULL);
  g_assert_cmpfloat (heard, ==, 1);
  plx_progress_report (&none, 0.1, NULL);
  plx_progress_report (NULL, 0.1, NULL);
  g_assert_cmpfloat (heard, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/span/order", test_order);
  g_test_add_func ("/base/span/overlap", test_overlap);
  g_test_add_func ("/base/progress/parts", test_progress_parts);
  return g_test_run ();
}
