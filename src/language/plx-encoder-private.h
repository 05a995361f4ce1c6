/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-encoder.h"
#include "language/plx-kernels-private.h"
#include "language/plx-pieces-private.h"
#include "language/plx-weights-private.h"

G_BEGIN_DECLS

/* How the encoder's files hang together: plx-encoder.c cuts sentences into
 * units and units into batches, plx-encoder-layers.c reads a batch,
 * plx-encoder-heads.c answers from what was read, plx-encoder-model.c finds
 * the numbers in the file. */

#define PLX_BATCH_PIECES 256       // more are hardly faster and leave the cache
#define PLX_MAX_UNIT_PIECES 250    // a longer sentence keeps one piece a word
#define PLX_MAX_UNIT_WORDS 500     // a longer one still is cut into parts

/* A matrix of whole numbers in the file, (n_in, n_out). */
typedef struct {
  gsize n_in;
  gsize n_out;
  const gint8 *numbers;
  const float *scales;
  const float *biases;
  gint32 *corrections;    // zero point × sum of a column
  float *floats;          // the same matrix for PLX_PRECISION_FP32, NULL until asked for
} PlxLinear;

/* A small matrix of floats, its columns padded to full registers. */
typedef struct {
  gsize n_in;
  gsize n_out;
  gsize n_padded;
  float *weights;         // (n_in, n_padded)
  float *biases;          // (n_padded)
} PlxDense;

typedef struct {
  PlxLinear qkv;
  PlxLinear out;
  PlxLinear up;
  PlxLinear down;
  const float *norm1[2];  // weight, bias
  const float *norm2[2];
} PlxLayer;

typedef struct {
  PlxLinear feats;
  const float *root;      // (hidden)
  const float *arc;       // (n_arc + 1, n_arc)
  float *label;           // (n_labels, n_label, n_label)
  float *label_rows;      // (n_labels, n_label): the dependent's 1
  PlxDense label_columns; // n_label to n_labels: the head's 1
  gsize n_arc;
  gsize n_label;
  int root_label;         // -1: none
  guint16 part_label;     // of the roots of later parts
} PlxTreeHead;

typedef struct {
  PlxLinear hidden;
  PlxDense out;
  int (*from)[2];         // labels an inside label may follow, -1: none; {-2}: any
  guint8 *broad;          // label → that of the broader kind, or itself
} PlxNameHead;

struct _PlxEncoder {
  PlxWeights *weights;
  const PlxWeightsConfig *config;
  const PlxKernels *kernels;
  PlxPieces *pieces;

  const gint8 *words;           // (n_pieces, hidden)
  const float *word_scales;
  const float *positions;       // (positions, hidden)
  const float *shapes;          // (PLX_N_SHAPES, hidden)
  const float *embed_norm[2];
  PlxLayer *layers;
  const float *mix;             // (layers)
  PlxDense upos;
  PlxDense xpos;
  PlxNameHead name;
  PlxTreeHead tree;
  PlxDense meaning;
  PlxDense vector;

  GMutex mutex;
  GPtrArray *idle;              // PlxScratch nobody uses now; guarded by @mutex
  gboolean has_floats;          // guarded by @mutex
};

/* A sentence, or a part of a very long one, inside a batch. */
typedef struct {
  guint first_piece;
  guint n_pieces;
  guint first_word;       // of the batch
  guint n_words;
  gsize reading;          // its first word among all words of the call
  guint sentence;
  guint part_begin;       // its first word within the sentence
  gboolean last_part;
} PlxUnit;

/* All that a call needs to write on. Rows are pieces; @wide, @narrow, @q hold
 * what a product gave before the next one. */
typedef struct {
  gsize n_rows;           // pieces a batch may have
  guint32 *pieces;
  guint8 *shapes;
  guint8 *word_pieces;    // pieces of each word of the batch
  PlxUnit *units;
  guint n_pieces;
  guint n_words;
  guint n_units;

  float *x;               // (rows + 1, hidden)
  float *mixed;           // (rows, hidden)
  float *attended;        // (rows, hidden)
  float *narrow;          // (rows, hidden)
  float *wide;            // (rows, widest)
  guint8 *q;              // (rows + 1, widest)
  float *scales;          // (rows + 1) of @q
  float *out_scales;
  float *keys;            // (width of an attention head, padded unit)
  float *scores;          // (rows of a block or words of a unit, padded unit + 1)
  float *words;           // (rows + 1, hidden): states of words, last the root
  float *feats;           // (rows + 1, columns of tree.feats)
  float *products;        // (rows, arc or label width)
  float *logits;          // (rows, most labels)
  gint32 *heads;          // (rows)
  float *sum;             // (hidden): meaning of a sentence so far
  guint n_sum;            // pieces in it

  GArray *sentence_pieces;   // of the sentence at hand, guint32
  GArray *sentence_shapes;   // guint8
  GArray *sentence_counts;   // guint8, pieces of each word
} PlxScratch;

gboolean    plx_encoder_find_numbers (PlxEncoder         *self,
                                      GError            **error);
void        plx_encoder_free_numbers (PlxEncoder         *self);
void        plx_encoder_make_floats  (PlxEncoder         *self);

PlxScratch *plx_scratch_new          (const PlxEncoder   *encoder) G_GNUC_WARN_UNUSED_RESULT;
void        plx_scratch_free         (PlxScratch         *self);

/* y = x × matrix + biases, by whole numbers or not. @q, @scales: to write on. */
gboolean    plx_linear_apply         (const PlxLinear    *self,
                                      const PlxKernels   *kernels,
                                      PlxPrecision        precision,
                                      const float        *x,
                                      gsize               n_rows,
                                      PlxQuantised        q,
                                      float              *y,
                                      GError            **error);
void        plx_encoder_gelu         (const PlxKernels   *kernels,
                                      PlxPrecision        precision,
                                      float              *x,
                                      gsize               n);
/* After this @mixed holds the states of pieces, @x what the last layer gave. */
gboolean    plx_encoder_run_layers   (const PlxEncoder   *self,
                                      PlxScratch         *scratch,
                                      PlxPrecision        precision,
                                      GError            **error);
gboolean    plx_encoder_run_heads    (const PlxEncoder   *self,
                                      PlxScratch         *scratch,
                                      PlxReadFlags        flags,
                                      PlxPrecision        precision,
                                      PlxEncoderReading  *reading,
                                      GError            **error);
/* For tests: which loops to use. */
void        plx_encoder_set_kernels  (PlxEncoder         *self,
                                      const PlxKernels   *kernels);

G_END_DECLS
