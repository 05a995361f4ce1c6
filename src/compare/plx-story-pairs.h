/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/plx-progress.h"
#include "compare/plx-story-bags.h"
#include "compare/plx-story-groups.h"

G_BEGIN_DECLS

/* Which articles are alike: each new one is held against all others that share
 * a word with it which is not everywhere. */
typedef struct {
  const PlxStoryBags *bags;
  const gint *known;         // (n_articles) the story that it is in, -1: a new article
  const gboolean *is_fixed;  // by known story: is never joined to another
  guint n_known;             // stories
} PlxStoryPairs;

/* Adds likenesses to @groups and returns the links besides (of PlxStoryLink),
 * NULL when cancelled. */
GArray *plx_story_pairs_find (const PlxStoryPairs *self,
                              PlxStoryGroups      *groups,
                              const PlxProgress   *progress,
                              GCancellable        *cancellable,
                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
