/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* What the engine found, packed, once per article and run. The store does not
 * look inside. */

gboolean plx_runs_add         (PlxDb        *db,
                               const char   *engine,
                               const char   *settings,
                               gint64       *id,
                               GError      **error);
gboolean plx_analyses_add     (PlxDb        *db,
                               gint64        article,
                               gint64        run,
                               GBytes       *packed,
                               guint         n_marks,
                               GError      **error);
/* The analysis of the article's current run; *packed NULL: none yet. */
gboolean plx_analyses_load    (PlxDb        *db,
                               gint64        article,
                               gint64       *run,
                               GBytes      **packed,
                               GError      **error);
/* Articles without an analysis, and articles whose entities are not linked
 * yet, oldest first: gint64. */
GArray  *plx_analyses_list_missing  (PlxDb  *db,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray  *plx_analyses_list_unlinked (PlxDb  *db,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray  *plx_analyses_list_done     (PlxDb  *db,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean plx_analyses_set_linked    (PlxDb  *db,
                                     gint64  article,
                                     gint64  run,
                                     GError **error);

G_END_DECLS
