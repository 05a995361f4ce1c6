/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-tree-private.h"

#include <math.h>

#define STRIDE 512

/* One root, and every word reaches it. */
static gboolean
is_tree (const gint32 *heads, guint n)
{
  guint n_roots = 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 at = (gint32) i;

      n_roots += heads[i] == -1;
      for (guint steps = 0; at != -1; steps++, at = heads[at])
        if (steps > n || at < -1 || at >= (gint32) n)
          return FALSE;
    }
  return n_roots == 1;
}

static double
worth (const float *scores, const gint32 *heads, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += scores[i * STRIDE + (guint) (heads[i] + 1)];
  return sum;
}

/* The best of all trees, by trying every head of every word. */
static double
best_worth (const float *scores, guint n)
{
  gint32 heads[6];
  double best = -G_MAXDOUBLE;
  guint n_all = 1;

  for (guint i = 0; i < n; i++)
    n_all *= n + 1;
  for (guint all = 0; all < n_all; all++)
    {
      guint rest = all;

      for (guint i = 0; i < n; i++, rest /= n + 1)
        heads[i] = (gint32) (rest % (n + 1)) - 1;
      if (is_tree (heads, n))
        best = MAX (best, worth (scores, heads, n));
    }
  return best;
}

static void
fill (GRand *rand, float *scores, guint n, gboolean whole)
{
  for (guint i = 0; i < n * STRIDE; i++)
    scores[i] = whole ? (float) g_rand_int_range (rand, -2, 3)
                      : (float) g_rand_double_range (rand, -20, 20);
}

static void
test_best (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree float *scores = g_new (float, 6 * STRIDE);

  for (guint round = 0; round < 600; round++)
    {
      guint n = 1 + round % 5;
      gint32 heads[6];

      fill (rand, scores, n, round % 3 == 0);
      plx_tree_decode (scores, STRIDE, n, heads);
      g_assert_true (is_tree (heads, n));
      g_assert_cmpfloat_with_epsilon (worth (scores, heads, n), best_worth (scores, n), 1e-4);
    }
}

static void
test_one_root_though_all_want_it (void)
{
  g_autofree float *scores = g_new0 (float, 5 * STRIDE);
  gint32 heads[5];

  for (guint i = 0; i < 5; i++)
    scores[i * STRIDE] = 100 + (float) i;
  plx_tree_decode (scores, STRIDE, 5, heads);
  g_assert_true (is_tree (heads, 5));
  g_assert_cmpint (heads[4], ==, -1);
}

static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree float *scores = g_new (float, 500 * STRIDE);
  gint32 heads[500];

  for (guint round = 0; round < 3; round++)
    {
      fill (rand, scores, 500, round == 1);
      plx_tree_decode (scores, STRIDE, 500, heads);
      g_assert_true (is_tree (heads, 500));
    }
}

/* Cycles within cycles: each word's best head is the one before it, the first
 * word's is the last. */
static void
test_ring (void)
{
  g_autofree float *scores = g_new0 (float, 300 * STRIDE);
  gint32 heads[300];

  for (guint i = 0; i < 300; i++)
    for (guint h = 0; h < 300; h++)
      scores[i * STRIDE + h + 1] = -(float) ((i - h + 300) % 300);
  plx_tree_decode (scores, STRIDE, 300, heads);
  g_assert_true (is_tree (heads, 300));
  g_assert_cmpfloat (worth (scores, heads, 300), ==, -299);
}

static void
test_no_numbers (void)
{
  static const float ODD[] = { NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autofree float *scores = g_new (float, 40 * STRIDE);
  gint32 heads[40];

  for (guint i = 0; i < 40 * STRIDE; i++)
    scores[i] = ODD[g_rand_int_range (rand, 0, G_N_ELEMENTS (ODD))];
  for (guint n = 1; n <= 40; n++)
    {
      plx_tree_decode (scores, STRIDE, n, heads);
      g_assert_true (is_tree (heads, n));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/tree/best", test_best);
  g_test_add_func ("/language/tree/one-root", test_one_root_though_all_want_it);
  g_test_add_func ("/language/tree/large", test_large);
  g_test_add_func ("/language/tree/ring", test_ring);
  g_test_add_func ("/language/tree/no-numbers", test_no_numbers);
  return g_test_run ();
}
