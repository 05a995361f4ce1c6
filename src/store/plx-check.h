/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-store.h"

G_BEGIN_DECLS

/* The whole check of the file: structure, foreign keys, originals against
 * their hashes, the full-text index against the texts. Adds one line per
 * fault; FALSE only when the check itself could not go on. */
gboolean plx_store_check (PlxStore      *store,
                          GPtrArray     *faults,    // char *
                          GCancellable  *cancellable,
                          GError       **error);

G_END_DECLS
