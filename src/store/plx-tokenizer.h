/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* The tokenizer "parallax" of the full-text index, and what the query builder
 * must know of it. */

gboolean plx_tokenizer_register (PlxDb    *db,
                                 GError  **error);
gboolean plx_tokenizer_is_paired (gunichar ch);  // written without spaces: indexed as pairs
gboolean plx_tokenizer_is_word   (gunichar ch);  // part of a word of an alphabetic script

G_END_DECLS
