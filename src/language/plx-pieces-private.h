/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words cut into the pieces an encoder knows: uncased WordPiece as BERT does
 * it. Immutable; borrows the list of pieces. */
typedef struct _PlxPieces PlxPieces;

#define PLX_N_SHAPES 9

/* @list: @n_pieces strings, each with its NUL, in order of their numbers;
 * returns NULL when it holds another number of strings. */
PlxPieces *plx_pieces_new   (const char      *list,
                             gsize            n_bytes,
                             guint            n_pieces,
                             guint32          unknown) G_GNUC_WARN_UNUSED_RESULT;
void       plx_pieces_free  (PlxPieces       *self);

/* Writes 1 to @max_pieces numbers and returns how many; what does not fit is
 * dropped. @word may be any bytes. */
guint      plx_pieces_split (const PlxPieces *self,
                             const char      *word,
                             gsize            n_bytes,
                             guint            max_pieces,
                             guint32         *pieces);

/* What capitals, digits and signs a word is made of: uncased pieces do not
 * say. @first: TRUE before a sentence's first word; kept by the function. */
guint8     plx_word_shape   (const char      *word,
                             gsize            n_bytes,
                             gboolean        *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPieces, plx_pieces_free)

G_END_DECLS
