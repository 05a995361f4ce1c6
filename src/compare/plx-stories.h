/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Which articles tell of the same happening, and which are copies.
 *
 * A collection that nobody grouped yet: plx_stories_group().
 * New articles for one that is grouped: plx_stories_extend() with all articles,
 * old and new, and with what is known. For example, of articles a b c d
 *
 *   known.n_stories = 2;  known.story = { 0, 0, 1, -1 };
 *   known.pinned = { FALSE, FALSE, TRUE, FALSE };  known.named = NULL;
 *
 * leaves a and b in story 0 and c in story 1, whatever d says, and puts d into
 * 0, 1 or a new story 2. It costs what the new articles cost beside reading the
 * words of the old ones.
 * To group all anew and yet keep what persons did: story -1 for all but the
 * pinned articles. */

/* What is known of the stories of the articles; all borrowed for the call. */
typedef struct {
  guint n_stories;         // there are these, and the caller numbers them from 0
  const gint *story;       // (n_articles) the one it is in, -1: a new article
  const gboolean *pinned;  // (n_articles) a person put it there; NULL: none
  const gboolean *named;   // (n_stories) a person named it; NULL: none
} PlxStoriesKnown;

typedef struct {
  guint n_stories;
  guint *story;        // (n_articles) 0 … n_stories - 1, numbered by first article
  char **titles;       // (n_stories) NULL-terminated: a readable name, "Kim–Xi meeting"
  GPtrArray *copies;   // GArray of gint: reprints, by date; known articles only beside new ones
  guint n_known;       // of the stories; these keep their numbers, the new ones follow
  gint *merged_into;   // (n_known) the story that took all its articles, -1: it goes on
} PlxStories;

PlxStories *plx_stories_group  (const PlxComparisonArticle *articles,
                                guint                       n_articles,
                                const PlxProgress          *progress,
                                GCancellable               *cancellable,
                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
PlxStories *plx_stories_extend (const PlxComparisonArticle *articles,
                                guint                       n_articles,
                                const PlxStoriesKnown      *known,
                                const PlxProgress          *progress,
                                GCancellable               *cancellable,
                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_stories_free   (PlxStories *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStories, plx_stories_free)

G_END_DECLS
