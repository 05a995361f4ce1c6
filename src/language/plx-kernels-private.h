/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The encoder's loops over floats, compiled once for each kind of CPU.
 *
 * Every result is a sum in a fixed order: along a row over sixteen lanes that
 * are then added in pairs, in products one term after the other with fused
 * multiply-add. So all CPUs with fused multiply-add (x86 since 2013) give the
 * same bits; older ones differ in the last digits. Each row is reckoned from
 * that row alone, so neighbours do not matter.
 *
 * Sizes called n_… are multiples of PLX_KERNEL_LANES unless said otherwise. */
#define PLX_KERNEL_LANES 16
#define PLX_PADDED(n) (((n) + PLX_KERNEL_LANES - 1) / PLX_KERNEL_LANES * PLX_KERNEL_LANES)

/* Rows in 7 bits: value = (q - zero) × scale of the row. */
typedef struct {
  guint8 *q;         // (n_rows, n)
  float *scales;     // (n_rows)
} PlxQuantised;

/* How an integer product becomes a number again:
 * (sum - corrections[column]) × scale of the row × scales[column] + biases[column] */
typedef struct {
  const gint32 *corrections;
  const float *scales;
  const float *biases;
  guint n;
} PlxColumns;

#define PLX_ZERO_POINT 64        // of rows of either sign: 0 to 127 around it
#define PLX_ZERO_POINT_GELU 8    // of what GELU gives, which is above -0.17

typedef struct {
  const char *name;

  /* c = a × b + bias (NULL: 0). @a is (m, k), @b (k, n), any @m and @k; each
   * with the length of its rows. */
  void  (*multiply)     (gsize m, gsize n, gsize k,
                         const float *a, gsize lda,
                         const float *b, gsize ldb,
                         const float *bias,
                         float *c, gsize ldc);
  /* Rows to columns: y[j][i] = x[i][j], any @n_rows, @n a multiple of four. */
  void  (*turn)         (const float *x, gsize ldx, gsize n_rows, gsize n, float *y, gsize ldy);
  float (*dot)          (const float *a, const float *b, gsize n);
  void  (*quantise)     (const float *x, gsize n_rows, gsize n, PlxQuantised to);
  /* In place: @sums are read as integers, written as floats. */
  void  (*restore)      (void *sums, gsize n_rows, const float *row_scales,
                         const PlxColumns *columns);
  /* The same, then GELU, then quantised. */
  void  (*restore_gelu) (void *sums, gsize n_rows, const float *row_scales,
                         const PlxColumns *columns, PlxQuantised to);
  void  (*gelu)         (float *x, gsize n);         // within 2e-5 of the erf form
  void  (*leaky_relu)   (float *x, gsize n);         // a tenth of what is below 0
  /* x = (x + y) brought to mean 0 and variance 1, × weight + bias; @y may be NULL. */
  void  (*add_norm)     (float *x, const float *y, gsize n_rows, gsize n,
                         const float *weight, const float *bias, float eps);
  /* exp (factor × x) over the first @n of each row, divided by their sum; @n
   * may be any size, the rows are padded to @stride, and the padding becomes 0. */
  void  (*softmax)      (float *x, gsize n_rows, gsize n, gsize stride, float factor);
  /* y += factor × x */
  void  (*add_scaled)   (float *y, const float *x, float factor, gsize n);
  /* y = q × scale + a + b */
  void  (*add_integers) (float *y, const gint8 *q, float scale, const float *a, const float *b,
                         gsize n);
} PlxKernels;

typedef enum {
  PLX_KERNELS_BASE,
  PLX_KERNELS_AVX2,
  PLX_KERNELS_AVX512,
  PLX_N_KERNELS,
} PlxKernelLevel;

/* The best that this CPU has and oneDNN uses (ONEDNN_MAX_CPU_ISA binds both). */
const PlxKernels *plx_kernels_get      (void);
/* NULL when this CPU has no such level. */
const PlxKernels *plx_kernels_of_level (PlxKernelLevel level);

extern const PlxKernels plx_kernels_base;
extern const PlxKernels plx_kernels_avx2;
extern const PlxKernels plx_kernels_avx512;

G_END_DECLS
