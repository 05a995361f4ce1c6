/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/plx-span.h"

G_BEGIN_DECLS

/* Byte offsets into a UTF-8 text against code point offsets, both ways in
 * O(log n): a sample every 64 code points, none for plain ASCII. Immutable
 * once made; any thread may read it. */
typedef struct _PlxOffsets PlxOffsets;

PlxOffsets *plx_offsets_new     (const char *text, gssize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void        plx_offsets_free    (PlxOffsets *offsets);
guint32     plx_offsets_to_char (const PlxOffsets *offsets, guint32 byte);
guint32     plx_offsets_to_byte (const PlxOffsets *offsets, guint32 character);
guint32     plx_offsets_n_chars (const PlxOffsets *offsets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxOffsets, plx_offsets_free)

char       *plx_utf8_slice      (const char *text, PlxSpan span) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
