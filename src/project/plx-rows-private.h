/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* How the project makes the rows that lists hold. Strings inside are owned by
 * the row; the makers take over what they are given. */

typedef struct {
  gint64 id, source, story;
  char *title, *source_name, *byline, *published, *language, *url, *sha256;
  gboolean is_analysed, is_untitled;
  guint n_bytes;
} PlxArticleFields;

typedef struct {
  gint64 id;
  char *name, *kind;
  guint n_articles;
  gboolean is_heard;
} PlxSourceFields;

typedef struct {
  gint64 id;
  char *title;
  guint n_articles;
} PlxStoryFields;

typedef struct {
  gint64 id;
  char *name;
  PlxEntityKind kind;
  char **names, **roles;
  guint n_mentions, n_articles;
} PlxEntityFields;

PlxArticle    *plx_article_new_take     (PlxArticleFields fields) G_GNUC_WARN_UNUSED_RESULT;
PlxSource     *plx_source_new_take      (PlxSourceFields fields) G_GNUC_WARN_UNUSED_RESULT;
PlxStory      *plx_story_new_take       (PlxStoryFields fields) G_GNUC_WARN_UNUSED_RESULT;
PlxEntityItem *plx_entity_item_new_take (PlxEntityFields fields) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a reader sees no difference, so that the old object can stay. */
gboolean plx_article_equal     (gconstpointer a, gconstpointer b);
gboolean plx_source_equal      (gconstpointer a, gconstpointer b);
gboolean plx_story_equal       (gconstpointer a, gconstpointer b);
gboolean plx_entity_item_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
