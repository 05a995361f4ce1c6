/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-encoder.h"
#include "language/plx-sentence-cache.h"

G_BEGIN_DECLS

/* The weights of one language: data/language/model/english.plxm, or the file
 * that $PLX_MODEL names ("none": the rules alone). A thread of its own checks
 * them while the word lists are loaded; who needs the encoder first waits.
 *
 * Thread: any, once made */
typedef struct _PlxModel PlxModel;

PlxModel         *plx_model_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              plx_model_free        (PlxModel *self);

/* NULL: there are none to be had. The problem says why; it is NULL where
 * nobody wants weights. */
const PlxEncoder *plx_model_get_encoder (PlxModel *self);
const char       *plx_model_get_problem (PlxModel *self);
PlxSentenceCache *plx_model_get_cache   (PlxModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxModel, plx_model_free)

G_END_DECLS
