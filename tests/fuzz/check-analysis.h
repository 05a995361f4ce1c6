/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* Holds an analysis to the invariants of plx-analysis.h, whatever the text
 * was. Returns what is broken first, or NULL. */
char *plx_check_analysis (const PlxAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
