/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-text.h"

G_BEGIN_DECLS

/* Cuts the sentences of @text into clauses: what can be a claim of its own and
 * what evidence points at. @analysis lends its tags, or is NULL. */
void plx_clauses_split (PlxText           *text,
                        const PlxAnalysis *analysis);

G_END_DECLS
