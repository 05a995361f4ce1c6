/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-kernels-private.h"

#include <oneapi/dnnl/dnnl.h>

static gboolean
has (dnnl_cpu_isa_t isa)
{
  return (dnnl_get_effective_cpu_isa () & isa) == isa;
}

const PlxKernels *
plx_kernels_of_level (PlxKernelLevel level)
{
  switch (level)
    {
    case PLX_KERNELS_BASE:
      return &plx_kernels_base;
#ifdef __x86_64__
    case PLX_KERNELS_AVX2:
      return has (dnnl_cpu_isa_avx2) && __builtin_cpu_supports ("fma") ? &plx_kernels_avx2 : NULL;
    case PLX_KERNELS_AVX512:
      return has (dnnl_cpu_isa_avx512_core) && __builtin_cpu_supports ("fma") ? &plx_kernels_avx512
                                                                             : NULL;
#endif
    default:
      return NULL;
    }
}

const PlxKernels *
plx_kernels_get (void)
{
  for (int level = PLX_N_KERNELS - 1; level >= 0; level--)
    if (plx_kernels_of_level (level) != NULL)
      return plx_kernels_of_level (level);
  return &plx_kernels_base;
}
