/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The loops of plx-kernels-private.h, included by plx-kernels-LEVEL.c after it
 * has said how many LANES a register has and defined Vec, IntVec, spread(),
 * fused(), larger(), smaller(). A comparison with a NaN gives the second
 * operand, so damaged numbers stay within bounds. */

typedef guint8 ByteVec __attribute__ ((vector_size (LANES), aligned (1), may_alias));
typedef gint8 SignedVec __attribute__ ((vector_size (LANES), aligned (1), may_alias));

#define ALWAYS_INLINE static inline __attribute__ ((always_inline))
#define ROUND_MAGIC 12582912.0f   // 1.5 × 2^23: adding it rounds to a whole number

ALWAYS_INLINE Vec
load (const float *x)
{
  return *(const Vec *) x;
}

ALWAYS_INLINE void
store (float *x, Vec v)
{
  *(Vec *) x = v;
}

ALWAYS_INLINE Vec
absolute (Vec x)
{
  return (Vec) ((IntVec) x & 0x7fffffff);
}

/* e^x, within 2 units of the last place for x in -87 … 88 and clamped outside
 * (Cephes' polynomial). */
ALWAYS_INLINE Vec
exponential (Vec x)
{
  Vec t, n, f, p;

  x = larger (x, spread (-87.0f));
  x = smaller (x, spread (88.0f));
  t = fused (x, spread (1.44269504f), spread (ROUND_MAGIC));
  n = t - spread (ROUND_MAGIC);
  f = fused (n, spread (-0.693359375f), x);
  f = fused (n, spread (2.12194440e-4f), f);
  p = spread (1.9875691500e-4f);
  p = fused (p, f, spread (1.3981999507e-3f));
  p = fused (p, f, spread (8.3334519073e-3f));
  p = fused (p, f, spread (4.1665795894e-2f));
  p = fused (p, f, spread (1.6666665459e-1f));
  p = fused (p, f, spread (5.0000001201e-1f));
  p = fused (p, f * f, f + spread (1.0f));
  return (Vec) ((IntVec) p + ((IntVec) t << 23));
}

/* x × Φ(x), within 2e-5: what it lacks to x or 0 is a bump in |x| that has
 * died down at 4.5, here a minimax polynomial over that range. */
ALWAYS_INLINE Vec
gelu_of (Vec x)
{
  Vec u = fused (smaller (absolute (x), spread (4.5f)), spread (2.0f / 4.5f), spread (-1.0f));
  Vec p = spread (-4.258740321e-02f);

  p = fused (p, u, spread (2.178164385e-02f));
  p = fused (p, u, spread (1.763820052e-01f));
  p = fused (p, u, spread (-1.763134003e-01f));
  p = fused (p, u, spread (-2.049086541e-01f));
  p = fused (p, u, spread (4.347803593e-01f));
  p = fused (p, u, spread (-2.029677778e-01f));
  p = fused (p, u, spread (-1.472155750e-01f));
  p = fused (p, u, spread (2.465923280e-01f));
  p = fused (p, u, spread (-1.330395192e-01f));
  p = fused (p, u, spread (2.749713510e-02f));
  return larger (x, spread (0.0f)) - p;
}

/* @v where i … i + LANES is before @n, else @otherwise. */
ALWAYS_INLINE Vec
before (Vec v, gsize i, gsize n, Vec otherwise)
{
  static const gint32 FIRST[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
  IntVec inside = *(const IntVec *) FIRST < (gint32) (n - i);

  return n >= i + LANES ? v : (Vec) ((inside & (IntVec) v) | (~inside & (IntVec) otherwise));
}

/* The sixteen lanes of a sum, added in pairs. */
ALWAYS_INLINE float
add_lanes (const float *lanes)
{
  float a[8], b[4];

  for (int i = 0; i < 8; i++)
    a[i] = lanes[i] + lanes[i + 8];
  for (int i = 0; i < 4; i++)
    b[i] = a[i] + a[i + 4];
  return (b[0] + b[2]) + (b[1] + b[3]);
}

ALWAYS_INLINE float
largest_lane (Vec v)
{
  float lanes[LANES];

  store (lanes, v);
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int i = 0; i < half; i++)
      lanes[i] = lanes[i] > lanes[i + half] ? lanes[i] : lanes[i + half];
  return lanes[0];
}

ALWAYS_INLINE float
row_sum (const float *x, gsize n)
{
  float lanes[PLX_KERNEL_LANES];

  for (gsize part = 0; part < PLX_KERNEL_LANES; part += LANES)
    {
      Vec sum = load (x + part);

      for (gsize i = part + PLX_KERNEL_LANES; i < n; i += PLX_KERNEL_LANES)
        sum = sum + load (x + i);
      store (lanes + part, sum);
    }
  return add_lanes (lanes);
}

/* Σ (a - shift)(b - shift) */
ALWAYS_INLINE float
row_dot (const float *a, const float *b, float shift, gsize n)
{
  float lanes[PLX_KERNEL_LANES];
  Vec s = spread (shift);

  for (gsize part = 0; part < PLX_KERNEL_LANES; part += LANES)
    {
      Vec sum = spread (0.0f);

      for (gsize i = part; i < n; i += PLX_KERNEL_LANES)
        sum = fused (load (a + i) - s, load (b + i) - s, sum);
      store (lanes + part, sum);
    }
  return add_lanes (lanes);
}

static float
dot (const float *a, const float *b, gsize n)
{
  return row_dot (a, b, 0.0f, n);
}

/* Up to six rows and two registers of columns at a time. Accumulators have
 * names, not indices: GCC 12 would put an array of them on the stack. @n_rows
 * and @pair are constants where this is inlined. */
#define ROW_BEGIN(i) Vec s##i = first, t##i = second
#define ROW_STEP(i) \
  if (n_rows > i) \
    { \
      Vec v = spread (a[i * lda + p]); \
\
      s##i = fused (v, x, s##i); \
      t##i = pair ? fused (v, y, t##i) : t##i; \
    }
#define ROW_END(i) \
  if (n_rows > i) \
    { \
      store (c + i * ldc, s##i); \
      if (pair) \
        store (c + i * ldc + LANES, t##i); \
    }

ALWAYS_INLINE void
multiply_tile (const int n_rows, const gboolean pair, gsize k, const float *a, gsize lda,
               const float *b, gsize ldb, Vec first, Vec second, float *c, gsize ldc)
{
  ROW_BEGIN (0);
  ROW_BEGIN (1);
  ROW_BEGIN (2);
  ROW_BEGIN (3);
  ROW_BEGIN (4);
  ROW_BEGIN (5);

  for (gsize p = 0; p < k; p++)
    {
      Vec x = load (b + p * ldb), y = pair ? load (b + p * ldb + LANES) : x;

      ROW_STEP (0)
      ROW_STEP (1)
      ROW_STEP (2)
      ROW_STEP (3)
      ROW_STEP (4)
      ROW_STEP (5)
    }
  ROW_END (0)
  ROW_END (1)
  ROW_END (2)
  ROW_END (3)
  ROW_END (4)
  ROW_END (5)
}

ALWAYS_INLINE void
multiply_columns (const gboolean pair, gsize m, gsize k, const float *a, gsize lda,
                  const float *b, gsize ldb, const float *bias, float *c, gsize ldc)
{
  Vec first = bias != NULL ? load (bias) : spread (0.0f);
  Vec second = pair && bias != NULL ? load (bias + LANES) : spread (0.0f);

  for (; m >= 6; m -= 6, a += 6 * lda, c += 6 * ldc)
    multiply_tile (6, pair, k, a, lda, b, ldb, first, second, c, ldc);
  switch (m)
    {
    case 5: multiply_tile (5, pair, k, a, lda, b, ldb, first, second, c, ldc); break;
    case 4: multiply_tile (4, pair, k, a, lda, b, ldb, first, second, c, ldc); break;
    case 3: multiply_tile (3, pair, k, a, lda, b, ldb, first, second, c, ldc); break;
    case 2: multiply_tile (2, pair, k, a, lda, b, ldb, first, second, c, ldc); break;
    case 1: multiply_tile (1, pair, k, a, lda, b, ldb, first, second, c, ldc); break;
    default: break;
    }
}

static void
multiply (gsize m, gsize n, gsize k, const float *a, gsize lda, const float *b, gsize ldb,
          const float *bias, float *c, gsize ldc)
{
  gsize j = 0;

  for (; j + 2 * LANES <= n; j += 2 * LANES)
    multiply_columns (TRUE, m, k, a, lda, b + j, ldb, bias != NULL ? bias + j : NULL, c + j, ldc);
  if (j < n)
    multiply_columns (FALSE, m, k, a, lda, b + j, ldb, bias != NULL ? bias + j : NULL, c + j, ldc);
}

typedef float Four __attribute__ ((vector_size (16), aligned (4), may_alias));
typedef gint32 FourIndices __attribute__ ((vector_size (16)));

#define PICK(a, b, ...) __builtin_shuffle ((a), (b), (FourIndices) { __VA_ARGS__ })

/* Four rows of four become four columns. */
ALWAYS_INLINE void
turn_four (const float *x, gsize ldx, float *y, gsize ldy)
{
  Four a = *(const Four *) x, b = *(const Four *) (x + ldx);
  Four c = *(const Four *) (x + 2 * ldx), d = *(const Four *) (x + 3 * ldx);
  Four ab = PICK (a, b, 0, 4, 1, 5), cd = PICK (c, d, 0, 4, 1, 5);
  Four ef = PICK (a, b, 2, 6, 3, 7), gh = PICK (c, d, 2, 6, 3, 7);

  *(Four *) y = PICK (ab, cd, 0, 1, 4, 5);
  *(Four *) (y + ldy) = PICK (ab, cd, 2, 3, 6, 7);
  *(Four *) (y + 2 * ldy) = PICK (ef, gh, 0, 1, 4, 5);
  *(Four *) (y + 3 * ldy) = PICK (ef, gh, 2, 3, 6, 7);
}

static void
turn (const float *x, gsize ldx, gsize n_rows, gsize n, float *y, gsize ldy)
{
  gsize i = 0;

  for (; i + 4 <= n_rows; i += 4)
    for (gsize j = 0; j < n; j += 4)
      turn_four (x + i * ldx + j, ldx, y + j * ldy + i, ldy);
  for (; i < n_rows; i++)
    for (gsize j = 0; j < n; j++)
      y[j * ldy + i] = x[i * ldx + j];
}

/* round (x × factor) + zero, held within 0 … 127 */
ALWAYS_INLINE void
quantise_row (const float *x, gsize n, float factor, float zero, guint8 *q)
{
  for (gsize i = 0; i < n; i += LANES)
    {
      Vec v = load (x + i) * spread (factor);

      v = larger (v, spread (-zero));
      v = smaller (v, spread (127.0f - zero));
      v = v + spread (ROUND_MAGIC);
      *(ByteVec *) (q + i) = __builtin_convertvector ((IntVec) v - 0x4b400000 + (gint32) zero,
                                                      ByteVec);
    }
}

static void
quantise (const float *x, gsize n_rows, gsize n, PlxQuantised to)
{
  for (gsize row = 0; row < n_rows; row++, x += n)
    {
      Vec most = spread (0.0f);
      float size;

      for (gsize i = 0; i < n; i += LANES)
        most = larger (absolute (load (x + i)), most);
      size = largest_lane (most);
      to.scales[row] = size / 63.0f;
      quantise_row (x, n, size > 0 ? 63.0f / size : 0.0f, PLX_ZERO_POINT, to.q + row * n);
    }
}

ALWAYS_INLINE Vec
restored (const gint32 *sums, gsize i, float row_scale, const PlxColumns *columns)
{
  IntVec whole = *(const IntVec *) (sums + i) - *(const IntVec *) (columns->corrections + i);

  return fused (__builtin_convertvector (whole, Vec),
                load (columns->scales + i) * spread (row_scale), load (columns->biases + i));
}

static void
restore (void *sums, gsize n_rows, const float *row_scales, const PlxColumns *columns)
{
  char *row = sums;

  for (gsize r = 0; r < n_rows; r++, row += columns->n * sizeof (float))
    for (gsize i = 0; i < columns->n; i += LANES)
      store ((float *) row + i, restored ((const gint32 *) row, i, row_scales[r], columns));
}

static void
restore_gelu (void *sums, gsize n_rows, const float *row_scales, const PlxColumns *columns,
              PlxQuantised to)
{
  const float least = 0.17f / PLX_ZERO_POINT_GELU;
  char *row = sums;

  for (gsize r = 0; r < n_rows; r++, row += columns->n * sizeof (float))
    {
      float *x = (float *) row;
      Vec most = spread (0.0f);
      float scale;

      for (gsize i = 0; i < columns->n; i += LANES)
        {
          Vec v = gelu_of (restored ((const gint32 *) row, i, row_scales[r], columns));

          most = larger (v, most);
          store (x + i, v);
        }
      scale = largest_lane (most) / (127 - PLX_ZERO_POINT_GELU);
      scale = scale > least ? scale : least;
      to.scales[r] = scale;
      quantise_row (x, columns->n, 1.0f / scale, PLX_ZERO_POINT_GELU, to.q + r * columns->n);
    }
}

static void
gelu (float *x, gsize n)
{
  for (gsize i = 0; i < n; i += LANES)
    store (x + i, gelu_of (load (x + i)));
}

static void
add_norm (float *x, const float *y, gsize n_rows, gsize n, const float *weight, const float *bias,
          float eps)
{
  for (gsize row = 0; row < n_rows; row++, x += n)
    {
      float mean, deviation;

      for (gsize i = 0; y != NULL && i < n; i += LANES)
        store (x + i, load (x + i) + load (y + row * n + i));
      mean = row_sum (x, n) / (float) n;
      deviation = sqrtf (row_dot (x, x, mean, n) / (float) n + eps);
      for (gsize i = 0; i < n; i += LANES)
        store (x + i, fused ((load (x + i) - spread (mean)) * spread (1.0f / deviation),
                             load (weight + i), load (bias + i)));
    }
}

static void
softmax (float *x, gsize n_rows, gsize n, gsize stride, float factor)
{
  for (gsize row = 0; row < n_rows; row++, x += stride)
    {
      Vec top = spread (x[0]);
      float most, share;

      for (gsize i = 0; i < stride; i += LANES)
        top = larger (before (load (x + i), i, n, top), top);
      most = largest_lane (top);
      for (gsize i = 0; i < stride; i += LANES)
        store (x + i, before (exponential ((load (x + i) - spread (most)) * spread (factor)), i, n,
                              spread (0.0f)));
      share = 1.0f / row_sum (x, stride);
      for (gsize i = 0; i < stride; i += LANES)
        store (x + i, load (x + i) * spread (share));
    }
}

static void
leaky_relu (float *x, gsize n)
{
  for (gsize i = 0; i < n; i += LANES)
    {
      Vec v = load (x + i);

      store (x + i, larger (v, v * spread (0.1f)));
    }
}

static void
add_scaled (float *y, const float *x, float factor, gsize n)
{
  for (gsize i = 0; i < n; i += LANES)
    store (y + i, fused (load (x + i), spread (factor), load (y + i)));
}

static void
add_integers (float *y, const gint8 *q, float scale, const float *a, const float *b, gsize n)
{
  for (gsize i = 0; i < n; i += LANES)
    {
      Vec v = __builtin_convertvector (*(const SignedVec *) (q + i), Vec);

      store (y + i, fused (v, spread (scale), load (a + i)) + load (b + i));
    }
}

const PlxKernels KERNELS = {
  .name = KERNELS_NAME,
  .multiply = multiply,
  .turn = turn,
  .dot = dot,
  .quantise = quantise,
  .restore = restore,
  .restore_gelu = restore_gelu,
  .gelu = gelu,
  .leaky_relu = leaky_relu,
  .add_norm = add_norm,
  .softmax = softmax,
  .add_scaled = add_scaled,
  .add_integers = add_integers,
};
