/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Holds a comparison to the invariants of plx-comparison.h and of compare's
 * README, whatever the articles were. Returns what is broken first, or NULL.
 * @n_given: the first claims, which a person gave */
char *plx_check_comparison (const PlxComparison        *comparison,
                            const PlxComparisonArticle *articles,
                            guint                       n_given) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
