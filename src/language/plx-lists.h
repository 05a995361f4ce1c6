/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-data.h"
#include "language/plx-language.h"

G_BEGIN_DECLS

/* What every loader of word lists needs. A line that a list does not
 * understand is an error with file and line: a list that is silently half read
 * would give silently other results. */

typedef struct {
  const char *file;      // below data/
  PlxTableFunc func;
} PlxListFile;

gboolean plx_lists_load   (const PlxListFile  *files,
                           guint               n_files,
                           gpointer            user_data,
                           GError            **error);
gboolean plx_lists_refuse (GError            **error,
                           const char         *what);
int      plx_lists_find   (const char * const *names,
                           guint               n_names,
                           const char         *name);

G_END_DECLS
