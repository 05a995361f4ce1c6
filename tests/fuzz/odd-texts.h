/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes odd texts out of good ones: cut, doubled, shuffled, in capitals, with
 * the noise of scanners and web pages, and with signs that no news has. */
GString *plx_odd_text (GRand     *random,
                       GPtrArray *seeds) G_GNUC_WARN_UNUSED_RESULT;   // of char *, UTF-8

G_END_DECLS
