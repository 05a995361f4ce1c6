/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When an article was published, as far as its date tells. */
typedef struct {
  guint32 day;        // Julian, 0: not known
  gint64 second;      // Unix time, -1: only the day is known
} PlxStamp;

/* @published: ISO 8601, NULL: not known; a month or a year is no day. */
PlxStamp plx_stamp_read     (const char     *published);
/* Whether @a surely came before @b. */
gboolean plx_stamp_precedes (const PlxStamp *a,
                             const PlxStamp *b);
/* An order for sorting: undated last. */
int      plx_stamp_compare  (const PlxStamp *a,
                             const PlxStamp *b);

G_END_DECLS
