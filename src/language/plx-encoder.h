/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/plx-span.h"

G_BEGIN_DECLS

/* A small BERT-shaped network, read once per sentence and shared by all heads:
 * tags, tree, names, meaning, and what coreference compares. Everything that
 * makes it this model and not another (layers, widths, pieces, labels, which
 * heads there are) comes from the weights file, so another language's model
 * needs no second engine. README.md describes the file.
 *
 * Immutable once loaded; any number of threads may share one. Integer sums
 * and one thread per call: the same sentence gives the same bits whatever
 * stands beside it in a batch. */
typedef struct _PlxEncoder PlxEncoder;

#define PLX_ENCODER_ERROR (plx_encoder_error_quark ())
GQuark plx_encoder_error_quark (void);

typedef enum {
  PLX_ENCODER_ERROR_MISSING,  // no such file
  PLX_ENCODER_ERROR_DAMAGED,  // cut off, changed (hash), or not weights at all
  PLX_ENCODER_ERROR_VERSION,  // made for another version of Parallax
} PlxEncoderError;

typedef enum {
  PLX_HEAD_UPOS,
  PLX_HEAD_XPOS,
  PLX_HEAD_DEPREL,
  PLX_HEAD_NAME,     // "O", "B-PER", "I-PER" …
  PLX_N_LABEL_SETS,
} PlxLabelSet;

typedef enum {
  PLX_READ_TAGS    = 1 << 0,   // upos, xpos
  PLX_READ_TREE    = 1 << 1,   // head, deprel
  PLX_READ_NAMES   = 1 << 2,
  PLX_READ_MEANING = 1 << 3,   // one unit vector a sentence
  PLX_READ_VECTORS = 1 << 4,   // one short vector a word, for coreference
} PlxReadFlags;

typedef enum {
  PLX_PRECISION_INT8,          // what ships: oneDNN's integer products
  PLX_PRECISION_FP32,          // the oracle of the tests
} PlxPrecision;

/* Borrowed for the call. Words are byte ranges of @text, in order. */
typedef struct {
  const char *text;
  const PlxSpan *words;
  guint n_words;
} PlxEncoderSentence;

typedef struct {
  gint32 head;         // index of a word of the same sentence, -1: root
  guint16 deprel;      // indices into the label sets
  guint16 xpos;
  guint8 upos;
  guint8 name;
  float name_p;        // how sure of @name or a kind as broad, 0 to 1
} PlxWordReading;

/* Filled by plx_encoder_read(); arrays that were not asked for may be NULL. */
typedef struct {
  PlxWordReading *words;   // of all sentences, one after the other
  float *meanings;         // n_sentences × plx_encoder_get_n_meaning()
  float *vectors;          // n words × plx_encoder_get_n_vector()
} PlxEncoderReading;

PlxEncoder  *plx_encoder_new            (const char               *path,
                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void         plx_encoder_free           (PlxEncoder               *self);
gboolean     plx_encoder_read           (const PlxEncoder         *self,
                                         const PlxEncoderSentence *sentences,
                                         guint                     n_sentences,
                                         PlxReadFlags              flags,
                                         PlxPrecision              precision,
                                         PlxEncoderReading        *reading,
                                         GCancellable             *cancellable,
                                         GError                  **error);

guint        plx_encoder_get_n_meaning  (const PlxEncoder         *self);
guint        plx_encoder_get_n_vector   (const PlxEncoder         *self);  // 0: no such head
const char  *plx_encoder_get_hash       (const PlxEncoder         *self);  // hex SHA-256
guint        plx_encoder_get_n_labels   (const PlxEncoder         *self,
                                         PlxLabelSet               set);
const char  *plx_encoder_get_label      (const PlxEncoder         *self,
                                         PlxLabelSet               set,
                                         guint                     label);
/* A further tensor of the file, for small rankers that read the vectors;
 * NULL when the file has none of that name or it has another size. */
const float *plx_encoder_get_floats     (const PlxEncoder         *self,
                                         const char               *name,
                                         gsize                     n_floats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEncoder, plx_encoder_free)

G_END_DECLS
