/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* How far apart two words of one sentence stand in its tree; stepping into
 * another clause costs as much as several words. G_MAXUINT: no tree, or another
 * sentence. */
guint plx_tie_distance (const PlxAnalysis *analysis,
                        guint32            byte_a,
                        guint32            byte_b);

G_END_DECLS
