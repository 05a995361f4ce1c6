/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-versions.h"
#include "compare/plx-word-stream.h"

G_BEGIN_DECLS

/* Two runs of words, the longest that both have in order found by the textbook
 * table after what they begin and end with alike is set aside. Runs of more
 * than PLX_DIFF_MAX_WORDS besides that are taken to be wholly other. */

/* Words in common. */
guint plx_word_diff_count (const GArray *before,
                           guint         first,
                           guint         end,
                           const GArray *after,
                           guint         other_first,
                           guint         other_end);
/* The same, and the words that went and came into @passage, neighbours joined. */
guint plx_word_diff       (const GArray *before,
                           guint         first,
                           guint         end,
                           const GArray *after,
                           guint         other_first,
                           guint         other_end,
                           PlxPassage   *passage);

G_END_DECLS
