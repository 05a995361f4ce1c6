/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-encoder.h"

G_BEGIN_DECLS

/* What the encoder read in sentences lately, by their words: reprints and wire
 * copy, and an article read again, cost nothing. Bounded in bytes; never
 * changes what is read, since a sentence is read the same wherever it stands.
 *
 * Thread: any */
typedef struct _PlxSentenceCache PlxSentenceCache;

PlxSentenceCache *plx_sentence_cache_new    (guint                     n_vector,
                                             guint                     n_meaning) G_GNUC_WARN_UNUSED_RESULT;
void              plx_sentence_cache_free   (PlxSentenceCache         *self);

/* @vectors: n_vector for each word; NULL where n_vector is 0
 * @meaning: n_meaning whole numbers; NULL where it is 0 */
gboolean          plx_sentence_cache_lookup (PlxSentenceCache         *self,
                                             const PlxEncoderSentence *sentence,
                                             PlxWordReading           *words,
                                             float                    *vectors,
                                             gint8                    *meaning);
void              plx_sentence_cache_insert (PlxSentenceCache         *self,
                                             const PlxEncoderSentence *sentence,
                                             const PlxWordReading     *words,
                                             const float              *vectors,
                                             const gint8              *meaning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSentenceCache, plx_sentence_cache_free)

G_END_DECLS
