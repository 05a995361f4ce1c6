/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A weights file of random numbers, small enough to be reckoned by hand: 2
 * layers of 32. Tests change tensors or the description before it is written,
 * or bytes afterwards. */

enum { TINY_F32, TINY_I8, TINY_BYTES, TINY_F16 };

#define TINY_HIDDEN 32
#define TINY_FFN 64
#define TINY_LAYERS 2
#define TINY_HEADS 2
#define TINY_POSITIONS 64
#define TINY_NAME 16
#define TINY_ARC 16
#define TINY_LABEL 16
#define TINY_VECTOR 12
#define TINY_UPOS 5
#define TINY_XPOS 7
#define TINY_DEPREL 4
#define TINY_NAMES 5

typedef struct {
  char *name;
  guint32 type;
  guint32 n_dims;
  guint32 dims[4];
  GByteArray *data;
} TinyTensor;

typedef struct {
  GPtrArray *tensors;
  char *json;
  GRand *rand;
} TinyWeights;

TinyWeights *tiny_weights_new      (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
void         tiny_weights_free     (TinyWeights *self);
TinyTensor  *tiny_find             (TinyWeights *self, const char *name);
float       *tiny_floats           (TinyWeights *self, const char *name);
GByteArray  *tiny_weights_to_bytes (const TinyWeights *self) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the size and the hash in the header right again. */
void         tiny_sign             (GByteArray *bytes);
/* Write a file of their own; tiny_remove() takes it away and frees the path. */
char        *tiny_weights_write    (const TinyWeights *self) G_GNUC_WARN_UNUSED_RESULT;
char        *tiny_write_bytes      (const GByteArray *bytes) G_GNUC_WARN_UNUSED_RESULT;
void         tiny_remove           (char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TinyWeights, tiny_weights_free)
