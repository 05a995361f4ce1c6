/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-articles-table.h"

G_BEGIN_DECLS

gboolean plx_originals_ensure (PlxDb                *db,
                               const PlxNewArticle  *article,
                               gint64               *id,
                               GError              **error);

G_END_DECLS
