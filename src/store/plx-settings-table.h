/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Settings of the project, and numbers about it. */

gboolean plx_settings_dup (PlxDb *db, const char *name, char **value,
                           GError **error); // NULL: not set
gboolean plx_settings_set (PlxDb *db, const char *name, const char *value, GError **error);

typedef struct {
  gint64 n_articles, n_analysed, n_sources, n_stories, n_entities, n_marks, format;
} PlxStoreInfo;

gboolean plx_store_get_info (PlxDb *db, PlxStoreInfo *info, GError **error);

G_END_DECLS
