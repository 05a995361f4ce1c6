/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* A short name for each story, from what its articles share: "Vesk–Lian
 * meeting". NULL-terminated; (n_stories), "" where there is none. */
char **plx_story_titles (const PlxComparisonArticle *articles,
                         guint                       n_articles,
                         const guint                *story,
                         guint                       n_stories) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
