/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tiny-weights.h"

/* What a TinyWeights file's network gives for a sentence, reckoned by the
 * definition: in doubles, one loop in the other. Owned by the caller. */
typedef struct {
  guint n_words;
  double *upos;       // (n_words, TINY_UPOS)
  double *xpos;       // (n_words, TINY_XPOS)
  double *names;      // (n_words, TINY_NAMES)
  double *arcs;       // (n_words, n_words + 1): column 0 the root
  double *labels;     // (n_words, n_words + 1, TINY_DEPREL)
  double *meaning;    // (TINY_HIDDEN), length 1
  double *vectors;    // (n_words, TINY_VECTOR)
} TinyReading;

/* Words that TinyWeights has pieces for. */
#define TINY_N_WORDS 8
extern const char *const TINY_WORDS[TINY_N_WORDS];

TinyReading *tiny_network_read (TinyWeights *weights, const guint *words, guint n_words)
                               G_GNUC_WARN_UNUSED_RESULT;
void         tiny_reading_free (TinyReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TinyReading, tiny_reading_free)
