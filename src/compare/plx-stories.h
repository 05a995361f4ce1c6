/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Which articles tell of the same happening, and which are copies. */

typedef struct {
  guint n_stories;
  guint *story;        // (n_articles) 0 … n_stories - 1, numbered by first article
  char **titles;       // (n_stories) NULL-terminated: a readable name, "Kim–Xi meeting"
  GPtrArray *copies;   // GArray of gint: a group of reprints, the origin first
} PlxStories;

PlxStories *plx_stories_group (const PlxComparisonArticle *articles,
                               guint                       n_articles,
                               const PlxProgress          *progress,
                               GCancellable               *cancellable,
                               GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_stories_free  (PlxStories *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStories, plx_stories_free)

G_END_DECLS
