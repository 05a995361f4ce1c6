/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stories that belong together though likeness of words cannot say so: text in
 * another script, and a report of weeks later. A story is linked as a whole; no
 * link joins two stories that were known before. */
typedef struct {
  guint a, b;          // articles, a < b
  double likeness_01;
} PlxStoryLink;

guint *plx_story_links_join (GArray     *links,
                             const gint *known,
                             guint      *story,
                             guint       n_articles,
                             guint      *n_stories) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
