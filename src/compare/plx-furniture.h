/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-claim-words.h"
#include "compare/plx-text.h"

G_BEGIN_DECLS

guint8 *plx_furniture_find (const PlxAnalysis   *analysis,
                            const PlxText       *text,
                            const PlxClaimWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
