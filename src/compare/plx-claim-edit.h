/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-claim-words.h"

G_BEGIN_DECLS

/* What makes a sentence of words that were taken out of one: edges, quotation
 * marks, a capital, its length. Knows text alone. */
void     plx_edit_append        (GString             *out,
                                 const char          *text,
                                 gsize                n_bytes);   // one space for any white space
void     plx_edit_strip_end     (GString             *text);
void     plx_edit_close_quotes  (GString             *text);
void     plx_edit_trim_joiners  (const PlxClaimWords *words,
                                 GString             *text);
void     plx_edit_trim_edges    (const PlxClaimWords *words,
                                 GString             *text);
gboolean plx_edit_is_too_long   (const GString       *text);
/* @no_sentence: bytes without the predicate, which are not cut behind */
void     plx_edit_shorten       (const PlxClaimWords *words,
                                 GString             *text,
                                 gsize                no_sentence);
void     plx_edit_capitalise    (GString             *text);

G_END_DECLS
