/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* Each check says what is broken and where; the first one said is kept in
 * @broken. Gives @holds. */
gboolean plx_must         (char             **broken,
                           gboolean           holds,
                           const char        *format,
                           ...) G_GNUC_PRINTF (3, 4);
gboolean plx_is_boundary  (const PlxAnalysis *a,
                           guint32            byte);

/* @c: a struct with a member `broken` */
#define must(c, ...) plx_must (&(c)->broken, __VA_ARGS__)

G_END_DECLS
