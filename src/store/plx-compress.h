/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* zlib, as originals and packed analyses are kept. */
GBytes *plx_compress   (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *plx_decompress (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
