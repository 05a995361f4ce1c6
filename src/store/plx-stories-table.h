/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Articles about one happening. */

typedef struct {
  gint64 id;
  const char *title;
  gboolean is_titled;   // a person named it
  guint n_articles;
} PlxStoryRow;          // borrowed for the callback

typedef void (*PlxStoryRowFunc) (const PlxStoryRow *row, gpointer data);

gboolean plx_stories_add       (PlxDb            *db,
                                const char       *title,
                                gint64           *id,
                                GError          **error);
gboolean plx_stories_set_title (PlxDb            *db,
                                gint64            id,
                                const char       *title,
                                gboolean          is_titled,
                                GError          **error);
gboolean plx_stories_drop_empty (PlxDb           *db,
                                GError          **error);
gboolean plx_stories_each      (PlxDb            *db,
                                PlxStoryRowFunc   func,
                                gpointer          data,
                                GError          **error);
gboolean plx_stories_exists (PlxDb *db, gint64 id, gboolean *exists, GError **error);

G_END_DECLS
