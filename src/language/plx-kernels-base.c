/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-kernels-private.h"

#include <math.h>

/* For every other CPU: no fused multiply-add is asked for, so the last digits
 * differ from the other levels. */

#define LANES 4
#define KERNELS plx_kernels_base
#define KERNELS_NAME "base"

typedef float Vec __attribute__ ((vector_size (16), aligned (4), may_alias));
typedef gint32 IntVec __attribute__ ((vector_size (16), aligned (4), may_alias));

static inline Vec
spread (float a)
{
  return (Vec) { a, a, a, a };
}

static inline Vec
fused (Vec a, Vec b, Vec c)
{
  return a * b + c;
}

static inline Vec
larger (Vec a, Vec b)
{
  IntVec yes = a > b;

  return (Vec) ((yes & (IntVec) a) | (~yes & (IntVec) b));
}

static inline Vec
smaller (Vec a, Vec b)
{
  IntVec yes = a < b;

  return (Vec) ((yes & (IntVec) a) | (~yes & (IntVec) b));
}

#include "language/plx-kernels-body.h"
