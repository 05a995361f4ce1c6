/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that ship with the program: word lists, examples, icons. */

char     *plx_data_dup_path  (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
const char *plx_data_get_locale_dir (void);
char     *plx_data_load      (const char *relative, gsize *n_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One line of a table file, fields split at tabs. FALSE with @error set: the
 * line cannot be read; FALSE without: enough was read. */
typedef gboolean (*PlxTableFunc) (char **fields, guint n_fields, gpointer user_data, GError **error);

gboolean  plx_data_read_table (const char *relative, PlxTableFunc func, gpointer user_data, GError **error);

G_END_DECLS
