/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"
#include "compare/plx-lexicon.h"

G_BEGIN_DECLS

/* Of the headlines of one story the one that names it best: one that says what
 * the others say too, not one that shouts, asks or promises. */
char *plx_headline_choose (const PlxLexicon           *lexicon,
                           const PlxComparisonArticle *articles,
                           const GArray               *members) G_GNUC_WARN_UNUSED_RESULT;

/* Without the name of the outlet behind a bar or dash and a label ("Exclusive:")
 * in front, on one line. */
char *plx_headline_clean  (const char                 *title,
                           const char                 *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
