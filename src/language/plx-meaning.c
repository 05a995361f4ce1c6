/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-meaning.h"

#include <math.h>

#define LARGEST 127

/* Weights made to hurt may give NaN: whatever is no number is 0. */
void
plx_meaning_from_floats (const float *vector, guint n, gint8 *meaning)
{
  float most = 0.0f;

  for (guint i = 0; i < n; i++)
    if (isfinite (vector[i]))
      most = MAX (most, fabsf (vector[i]));
  for (guint i = 0; i < n; i++)
    meaning[i] = most > 0 && isfinite (vector[i])
                 ? (gint8) lrintf (vector[i] / most * LARGEST) : 0;
}

/* Sums of whole numbers: the same on every CPU. */
gint32
plx_meaning_dot (const gint8 *a, const gint8 *b, guint n)
{
  gint32 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

float
plx_meaning_cosine (const gint8 *a, const gint8 *b, guint n)
{
  gint32 of_a = plx_meaning_dot (a, a, n), of_b = plx_meaning_dot (b, b, n);

  return of_a > 0 && of_b > 0
         ? (float) (plx_meaning_dot (a, b, n) / sqrt ((double) of_a * of_b)) : 0.0f;
}
