/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-kernels-private.h"

#include <math.h>

#ifdef __x86_64__
#include <immintrin.h>

#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,fma")

#define LANES 16
#define KERNELS plx_kernels_avx512
#define KERNELS_NAME "AVX-512"

typedef float Vec __attribute__ ((vector_size (64), aligned (4), may_alias));
typedef gint32 IntVec __attribute__ ((vector_size (64), aligned (4), may_alias));

#define spread(a) ((Vec) _mm512_set1_ps (a))
#define fused(a, b, c) ((Vec) _mm512_fmadd_ps ((a), (b), (c)))
#define larger(a, b) ((Vec) _mm512_max_ps ((a), (b)))
#define smaller(a, b) ((Vec) _mm512_min_ps ((a), (b)))

#include "language/plx-kernels-body.h"
#endif
