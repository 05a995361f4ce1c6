/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Directions of meaning in whole numbers from -127 to 127: a vector brought to
 * its largest number, so that its length is lost and a byte a number is enough
 * (cosines between sentences of news move by 0.002 at most). All zero: no
 * meaning is known. */
void  plx_meaning_from_floats (const float *vector,
                               guint        n,
                               gint8       *meaning);
gint32 plx_meaning_dot  (const gint8 *a,
                               const gint8 *b,
                               guint        n);
float plx_meaning_cosine      (const gint8 *a,
                               const gint8 *b,
                               guint        n);   // 0 where one is not known

G_END_DECLS
