/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* The permanent record of who did what and when; it only grows. */

typedef struct {
  const char *time, *author, *action, *label;
} PlxLogRow;             // borrowed for the callback

typedef void (*PlxLogRowFunc) (const PlxLogRow *row, gpointer data);

gboolean plx_log_add  (PlxDb          *db,
                       const char     *author,
                       const char     *action,   // "edit" "undo" "redo" "import" "analyse"
                       const char     *label,
                       GError        **error);
gboolean plx_log_each (PlxDb          *db,
                       PlxLogRowFunc   func,
                       gpointer        data,
                       GError        **error);
char    *plx_log_dup_now (void) G_GNUC_WARN_UNUSED_RESULT;  // ISO 8601 UTC

G_END_DECLS
