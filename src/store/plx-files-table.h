/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Files that were read to their end, and folders to look through again. */

/* Appends the articles (gint64) that came out of the file; none: not read to its end. */
gboolean plx_files_find    (PlxDb *db, const char *sha256, GArray *articles, GError **error);
gboolean plx_files_add     (PlxDb *db, const char *sha256, const char *name, const GArray *articles,
                            const GArray *known, GError **error);

gboolean plx_folders_add   (PlxDb *db, const char *path, GError **error);
gboolean plx_folders_drop  (PlxDb *db, const char *path, GError **error);
/* Appends char *, in the order they were added; none in a file of an earlier format. */
gboolean plx_folders_list  (PlxDb *db, GPtrArray *paths, GError **error);

G_END_DECLS
