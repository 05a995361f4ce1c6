/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-token-lists.h"

G_BEGIN_DECLS

/* The dictionary form of a word: as the lexicon edits it, else by ending. */
void        plx_lemma_of       (const PlxTokenLists *lists,
                                const char          *form,
                                const PlxTag        *tag,
                                const char          *edit,
                                char                *lemma,
                                gsize                size);

/* "Number=Sing"; static, NULL when the tag says nothing. */
const char *plx_lemma_features (const char          *upos,
                                const char          *xpos);

G_END_DECLS
