/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language.h"

G_BEGIN_DECLS

/* One round: makes its input out of @seeds (of char *) by @random alone, runs
 * it, returns what is broken, or NULL. @show: prints the input first. */
typedef char *(*PlxFuzzFunc) (const PlxLanguage *language, GPtrArray *seeds, GRand *random,
                              gboolean show);

/* The main() of a fuzzer: options, limits, what is said of a failure. */
int plx_fuzz_run (int          argc,
                  char       **argv,
                  const char  *what,
                  PlxFuzzFunc  func);

G_END_DECLS
