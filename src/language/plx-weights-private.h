/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-encoder.h"

G_BEGIN_DECLS

/* The weights file (README.md, "Weights file"), mapped into memory. What
 * plx_weights_new() lets through is safe to read: every tensor lies inside the
 * file and is aligned, and the sizes of the network are within limits. Whether
 * the numbers are the right ones only the hash can say; a thread reckons it
 * from the beginning and plx_weights_check(), called once, waits for it. */
typedef struct _PlxWeights PlxWeights;

typedef enum {
  PLX_TENSOR_F32,
  PLX_TENSOR_I8,
  PLX_TENSOR_BYTES,
  PLX_TENSOR_F16,
} PlxTensorType;

typedef struct {
  guint hidden;
  guint layers;
  guint heads;
  guint ffn;
  guint positions;
  float eps;
  guint n_pieces;
  guint32 cls;
  guint32 sep;
  guint32 unk;
  guint max_word_pieces;
  guint n_meaning;   // 0: no such head
  guint n_vector;
  char **labels[PLX_N_LABEL_SETS];   // one at least of each
  guint n_labels[PLX_N_LABEL_SETS];
} PlxWeightsConfig;

PlxWeights             *plx_weights_new        (const char        *path,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void                    plx_weights_free       (PlxWeights        *self);
gboolean                plx_weights_check      (PlxWeights        *self,
                                                GError           **error);

const PlxWeightsConfig *plx_weights_get_config (const PlxWeights  *self);
const char             *plx_weights_get_hash   (const PlxWeights  *self);  // hex SHA-256
const char             *plx_weights_get_path   (const PlxWeights  *self);
gboolean                plx_weights_has        (const PlxWeights  *self,
                                                const char        *name);
/* Each gives the numbers if the file has them in just these sizes, else NULL
 * with @error. A matrix's second size may be 0: one dimension. Half floats of
 * the file are given as floats. */
const float            *plx_weights_floats     (const PlxWeights  *self,
                                                const char        *name,
                                                gsize              n_rows,
                                                gsize              n_columns,
                                                GError           **error);
const gint8            *plx_weights_integers   (const PlxWeights  *self,
                                                const char        *name,
                                                gsize              n_rows,
                                                gsize              n_columns,
                                                GError           **error);
const char             *plx_weights_bytes      (const PlxWeights  *self,
                                                const char        *name,
                                                gsize             *n_bytes,
                                                GError           **error);
/* Size @dim of a tensor, 0 when there is no such tensor or dimension. */
guint                   plx_weights_get_size   (const PlxWeights  *self,
                                                const char        *name,
                                                guint              dim);
/* For tensors of unknown shape: NULL unless it has @n_floats. */
const float            *plx_weights_find       (const PlxWeights  *self,
                                                const char        *name,
                                                gsize              n_floats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWeights, plx_weights_free)

G_END_DECLS
