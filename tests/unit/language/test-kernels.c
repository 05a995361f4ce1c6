/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"

#include <math.h>
#include <string.h>

/* Every loop against its definition, on every level this CPU has. meson runs
 * the program once more under ONEDNN_MAX_CPU_ISA=AVX2, where oneDNN's product
 * adds pairs in 16 bits. */

#define EACH_LEVEL(kernels) \
  for (int level = 0; level < PLX_N_KERNELS; level++) \
    for (const PlxKernels *kernels = plx_kernels_of_level ((PlxKernelLevel) level), \
         *once = kernels; once != NULL; once = NULL)

static float *
random_floats (GRand *rand, gsize n, double size)
{
  float *floats = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    floats[i] = (float) g_rand_double_range (rand, -size, size);
  return floats;
}

static void
test_multiply (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 60; round++)
    {
      gsize m = 1 + round % 15, n = 16 * (1 + round % 5), k = 1 + round * 3 % 50;
      gsize lda = k + 3, ldb = n + 1, ldc = n + 16;
      g_autofree float *a = random_floats (rand, m * lda, 2);
      g_autofree float *b = random_floats (rand, k * ldb, 2);
      g_autofree float *bias = random_floats (rand, n, 2);
      g_autofree float *c = g_new (float, m * ldc);

      EACH_LEVEL (kernels)
        {
          kernels->multiply (m, n, k, a, lda, b, ldb, round % 2 ? bias : NULL, c, ldc);
          for (gsize i = 0; i < m; i++)
            for (gsize j = 0; j < n; j++)
              {
                double sum = round % 2 ? bias[j] : 0;

                for (gsize p = 0; p < k; p++)
                  sum += (double) a[i * lda + p] * b[p * ldb + j];
                g_assert_cmpfloat_with_epsilon (c[i * ldc + j], sum, 1e-4);
              }
        }
    }
}

static void
test_turn (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autofree float *x = random_floats (rand, 30 * 40, 1);
  g_autofree float *y = g_new (float, 32 * 40);

  EACH_LEVEL (kernels)
    for (gsize rows = 1; rows <= 30; rows++)
      {
        kernels->turn (x, 40, rows, 32, y, 40);
        for (gsize i = 0; i < rows; i++)
          for (gsize j = 0; j < 32; j++)
            g_assert_cmpfloat (y[j * 40 + i], ==, x[i * 40 + j]);
      }
}

static void
test_gelu (void)
{
  g_autofree float *x = g_new (float, 32000);

  EACH_LEVEL (kernels)
    {
      for (guint i = 0; i < 32000; i++)
        x[i] = ((float) i - 16000) / 1000;
      kernels->gelu (x, 32000);
      for (guint i = 0; i < 32000; i++)
        {
          double from = ((double) i - 16000) / 1000;

          g_assert_cmpfloat_with_epsilon (x[i], 0.5 * from * (1 + erf (from / sqrt (2))), 2e-5);
        }
    }
}

static void
test_softmax (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (gsize n = 1; n <= 70; n++)
    {
      gsize stride = PLX_PADDED (n);
      g_autofree float *from = random_floats (rand, 2 * stride, n % 3 == 0 ? 200 : 5);
      g_autofree float *x = g_new (float, 2 * stride);

      EACH_LEVEL (kernels)
        {
          memcpy (x, from, 2 * stride * sizeof (float));
          kernels->softmax (x, 2, n, stride, 0.25f);
          for (gsize row = 0; row < 2; row++)
            {
              double sum = 0, most = -INFINITY;

              for (gsize i = 0; i < n; i++)
                most = MAX (most, from[row * stride + i]);
              for (gsize i = 0; i < n; i++)
                sum += exp ((from[row * stride + i] - most) / 4);
              for (gsize i = 0; i < stride; i++)
                g_assert_cmpfloat_with_epsilon (x[row * stride + i], i >= n ? 0 :
                                                exp ((from[row * stride + i] - most) / 4) / sum,
                                                1e-6);
            }
        }
    }
}

static void
test_add_norm (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  gsize n = 384;
  g_autofree float *from = random_floats (rand, 3 * n, 3);
  g_autofree float *y = random_floats (rand, 3 * n, 3);
  g_autofree float *weight = random_floats (rand, n, 2);
  g_autofree float *bias = random_floats (rand, n, 2);
  g_autofree float *x = g_new (float, 3 * n);

  EACH_LEVEL (kernels)
    {
      memcpy (x, from, 3 * n * sizeof (float));
      kernels->add_norm (x, y, 3, n, weight, bias, 1e-12f);
      for (gsize row = 0; row < 3; row++)
        {
          double mean = 0, variance = 0;

          for (gsize i = row * n; i < (row + 1) * n; i++)
            mean += ((double) from[i] + y[i]) / (double) n;
          for (gsize i = row * n; i < (row + 1) * n; i++)
            variance += pow ((double) from[i] + y[i] - mean, 2) / (double) n;
          for (gsize i = 0; i < n; i++)
            g_assert_cmpfloat_with_epsilon (x[row * n + i],
                                            ((double) from[row * n + i] + y[row * n + i] - mean)
                                            / sqrt (variance) * weight[i] + bias[i], 1e-5);
        }
    }
}

/* Half a step from the number at most; the largest number is the last step. */
static void
test_quantise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  float ties[16] = { 63, 0.5f, 1.5f, 2.5f, -0.5f, -1.5f, -63 };
  g_autofree float *x = random_floats (rand, 4 * 64, 7);
  guint8 q[4 * 64];
  float scales[4];

  memset (x + 64, 0, 64 * sizeof (float));
  EACH_LEVEL (kernels)
    {
      kernels->quantise (x, 4, 64, (PlxQuantised) { q, scales });
      g_assert_cmpfloat (scales[1], ==, 0);
      for (guint i = 0; i < 4 * 64; i++)
        {
          g_assert_cmpuint (q[i], <=, 127);
          g_assert_cmpfloat (fabsf ((float) (q[i] - 64) * scales[i / 64] - x[i]), <=,
                             scales[i / 64] * 0.5001f);
        }
      kernels->quantise (ties, 1, 16, (PlxQuantised) { q, scales });
      g_assert_cmpmem (q, 7, ((guint8[]) { 127, 64, 66, 66, 64, 62, 1 }), 7);
    }
}

/* Rows and columns of the most there can be: each sum must be exact. */
static void
test_extremes (void)
{
  enum { IN = 1536, OUT = 48, ROWS = 7 };
  g_autofree gint8 *numbers = g_new (gint8, IN * OUT);
  g_autofree float *x = g_new (float, ROWS * IN);
  g_autofree float *y = g_new (float, ROWS * OUT);
  g_autofree guint8 *q = g_new (guint8, ROWS * IN);
  float scales[OUT], biases[OUT], row_scales[ROWS];
  gint32 corrections[OUT] = { 0 };
  PlxLinear linear = { IN, OUT, numbers, scales, biases, corrections, NULL };

  for (guint j = 0; j < OUT; j++)
    {
      scales[j] = 1;
      biases[j] = 0;
      for (guint i = 0; i < IN; i++)
        {
          numbers[i * OUT + j] = j % 3 == 0 ? -128 : j % 3 == 1 ? 127 : (i % 2 ? 127 : -128);
          corrections[j] += 64 * numbers[i * OUT + j];
        }
    }
  for (guint i = 0; i < ROWS * IN; i++)
    x[i] = i / IN % 3 == 0 ? 63 : i / IN % 3 == 1 ? -63 : (i % 2 ? 63 : -63);
  EACH_LEVEL (kernels)
    {
      g_autoptr (GError) error = NULL;

      plx_linear_apply (&linear, kernels, PLX_PRECISION_INT8, x, ROWS,
                        (PlxQuantised) { q, row_scales }, y, &error);
      g_assert_no_error (error);
      for (guint r = 0; r < ROWS; r++)
        for (guint j = 0; j < OUT; j++)
          {
            double sum = 0;

            for (guint i = 0; i < IN; i++)
              sum += (double) x[r * IN + i] * numbers[i * OUT + j];
            g_assert_cmpfloat (y[r * OUT + j], ==, (float) sum);
          }
    }
}

/* The same bits from every level with fused multiply-add. */
static void
test_same_bits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  const PlxKernels *a = plx_kernels_of_level (PLX_KERNELS_AVX2);
  const PlxKernels *b = plx_kernels_of_level (PLX_KERNELS_AVX512);
  gsize n = 64 * 384;
  g_autofree float *from = random_floats (rand, n, 4);
  g_autofree float *x = g_memdup2 (from, n * sizeof (float));
  g_autofree float *y = g_memdup2 (from, n * sizeof (float));
  g_autofree float *p = g_new0 (float, 64 * 384);
  g_autofree float *r = g_new0 (float, 64 * 384);

  if (a == NULL || b == NULL)
    {
      g_test_skip ("this CPU has one level only");
      return;
    }
  a->add_norm (x, from, 64, 384, from, from, 1e-12f);
  b->add_norm (y, from, 64, 384, from, from, 1e-12f);
  a->softmax (x, 64, 375, 384, 0.3f);
  b->softmax (y, 64, 375, 384, 0.3f);
  a->gelu (x, n);
  b->gelu (y, n);
  a->multiply (64, 384, 64, from, 384, x, 384, from, p, 384);
  b->multiply (64, 384, 64, from, 384, y, 384, from, r, 384);
  g_assert_cmpmem (x, n * sizeof (float), y, n * sizeof (float));
  g_assert_cmpmem (p, n * sizeof (float), r, n * sizeof (float));
  g_assert_cmpfloat (a->dot (from, p, 384), ==, b->dot (from, p, 384));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/kernels/multiply", test_multiply);
  g_test_add_func ("/language/kernels/turn", test_turn);
  g_test_add_func ("/language/kernels/gelu", test_gelu);
  g_test_add_func ("/language/kernels/softmax", test_softmax);
  g_test_add_func ("/language/kernels/add-norm", test_add_norm);
  g_test_add_func ("/language/kernels/quantise", test_quantise);
  g_test_add_func ("/language/kernels/extremes", test_extremes);
  g_test_add_func ("/language/kernels/same-bits", test_same_bits);
  return g_test_run ();
}
