/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-encoder.h"
#include "language/plx-language-private.h"

G_BEGIN_DECLS

/* What the encoder saw in an article's tokens beside tags and tree, which
 * stand in the tokens themselves. Later steps may ask it; it is gone when the
 * article has been read. Without weights the arrays are NULL, n_vector is 0,
 * and no token has a head. */
struct _PlxSyntax {
  const PlxEncoder *encoder;  // NULL: no weights, or a language they do not know
  guint8 *names;              // of each token: a label of PLX_HEAD_NAME
  float *names_p;             // how sure of it, 0 to 1
  float *vectors;             // n_vector for each token
  guint n_vector;
};

gboolean plx_read_syntax  (PlxSyntax            *self,
                           const PlxEncoder     *encoder,
                           PlxSentenceCache     *cache,
                           const PlxTokenLists  *lists,
                           PlxAnalysis          *analysis,
                           GCancellable         *cancellable,
                           GError              **error);
void     plx_syntax_clear (PlxSyntax            *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxSyntax, plx_syntax_clear)

/* "B-PER", "I-STATE" …; "O" for no name; NULL when nobody looked. */
static inline const char *
plx_syntax_get_name (const PlxSyntax *self, guint token)
{
  return self != NULL && self->names != NULL
         ? plx_encoder_get_label (self->encoder, PLX_HEAD_NAME, self->names[token]) : NULL;
}

G_END_DECLS
