/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language.h"

G_BEGIN_DECLS

/* A batch of sentences of a CoNLL-U file: every line as it stood, and the
 * words that the engine may read. Lines are given one by one, so that a file
 * of any size is read in batches of bounded size.
 *
 * Invariant: what plx_conllu_write() gives is the lines that were read, except
 * UPOS, XPOS, FEATS, LEMMA, HEAD, DEPREL and NER= of the words. */
typedef struct _PlxConllu PlxConllu;

PlxConllu   *plx_conllu_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void         plx_conllu_free         (PlxConllu           *self);
gboolean     plx_conllu_read_line    (PlxConllu           *self,
                                      const char          *line,
                                      gsize                n_bytes,
                                      GError             **error);
gboolean     plx_conllu_read_end     (PlxConllu           *self,
                                      GError             **error);
void         plx_conllu_drop_open    (PlxConllu           *self);
gboolean     plx_conllu_is_between   (const PlxConllu     *self);
guint        plx_conllu_get_n_lines  (const PlxConllu     *self);
PlxAnalysis *plx_conllu_to_analysis  (const PlxConllu     *self) G_GNUC_WARN_UNUSED_RESULT;
void         plx_conllu_write        (const PlxConllu     *self,
                                      const PlxAnalysis   *analysis,
                                      const PlxTokenName  *names,
                                      GString             *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxConllu, plx_conllu_free)

G_END_DECLS
