/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Who publishes, and who is only heard through others. */

typedef struct {
  gint64 id;           // 0: heard only
  const char *name;
  const char *kind;    // nick or NULL
  guint n;             // articles; of one heard only: statements
} PlxSourceRow;        // borrowed for the callback

typedef void (*PlxSourceRowFunc) (const PlxSourceRow *row, gpointer data);

/* Somebody heard in an article. */
typedef struct {
  const char *name;
  const char *kind;    // nick of the entity's kind
  guint n_reports;     // statements it is the outermost reporter of
  guint n_speaks;      // statements it is the speaker of
} PlxVoice;

/* Names that differ only in case and width are one source. */
/* @kind, @country: (nullable): fill what the row lacks */
gboolean plx_sources_ensure     (PlxDb             *db,
                                 const char        *name,
                                 const char        *kind,
                                 const char        *country,
                                 gint64            *id,
                                 GError           **error);
gboolean plx_sources_each       (PlxDb             *db,
                                 PlxSourceRowFunc   func,
                                 gpointer           data,
                                 GError           **error);
gboolean plx_voices_add         (PlxDb             *db,
                                 gint64             article,
                                 gint64             run,
                                 const PlxVoice    *voice,
                                 GError           **error);
gboolean plx_heard_sources_each (PlxDb             *db,
                                 PlxSourceRowFunc   func,
                                 gpointer           data,
                                 GError           **error);
char    *plx_source_dup_folded  (const char        *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
