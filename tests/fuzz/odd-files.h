/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes odd files out of good ones: bytes changed, cut, doubled, pieces of other
 * seeds and of mark-up put in, now and then thousands of them. */
GString *plx_odd_file (GRand     *random,
                       GPtrArray *seeds) G_GNUC_WARN_UNUSED_RESULT;   // of char *

G_END_DECLS
