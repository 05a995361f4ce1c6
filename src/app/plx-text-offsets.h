/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/plx-utf8.h"

G_BEGIN_DECLS

/* Bytes of an article's text against places in a GtkTextBuffer: the only file
 * of app that converts. A paragraph over 4 KB is shown as several display
 * paragraphs (one paragraph of 100 KB costs GTK seconds), so the buffer holds
 * extra line breaks that the text does not have; this knows where they are. */
typedef struct _PlxTextOffsets PlxTextOffsets;

/* Fills @buffer with @text, which must live as long as the result. */
PlxTextOffsets *plx_text_offsets_fill    (GtkTextBuffer         *buffer,
                                          const char            *text,
                                          gsize                  n_bytes) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a buffer that holds @text already. */
PlxTextOffsets *plx_text_offsets_new     (const char            *text,
                                          gsize                  n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void            plx_text_offsets_free    (PlxTextOffsets        *self);
void            plx_text_offsets_get_iter (const PlxTextOffsets *self,
                                          GtkTextBuffer         *buffer,
                                          guint32                byte,
                                          GtkTextIter           *iter);
guint32         plx_text_offsets_get_byte (const PlxTextOffsets *self,
                                          const GtkTextIter     *iter);
/* the same without an iter: character offsets of the buffer */
guint32         plx_text_offsets_to_char (const PlxTextOffsets  *self,
                                          guint32                byte);
guint32         plx_text_offsets_to_byte (const PlxTextOffsets  *self,
                                          guint32                character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTextOffsets, plx_text_offsets_free)

G_END_DECLS
