/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"

#include <omp.h>
#include <string.h>

/* Sentences become units (most are one, a very long one several), units are
 * gathered into batches of about PLX_BATCH_PIECES pieces, and a batch goes
 * through the layers and the heads. Batches are small enough to stay in a
 * core's cache; a call is stopped between two of them. */

typedef struct {
  const PlxEncoder *encoder;
  PlxScratch *s;
  PlxReadFlags flags;
  PlxPrecision precision;
  PlxEncoderReading *reading;
  GCancellable *cancellable;
} Reader;

PlxEncoder *
plx_encoder_new (const char *path,
                 GError    **error)
{
  g_autoptr (PlxEncoder) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_new0 (PlxEncoder, 1);
  g_mutex_init (&self->mutex);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_scratch_free);
  self->kernels = plx_kernels_get ();
  self->weights = plx_weights_new (path, error);
  if (self->weights == NULL)
    return NULL;
  self->config = plx_weights_get_config (self->weights);
  /* The hash is reckoned beside the finding. */
  if (!plx_encoder_find_numbers (self, error) || !plx_weights_check (self->weights, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_encoder_free (PlxEncoder *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->idle);
  plx_encoder_free_numbers (self);
  plx_weights_free (self->weights);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
plx_encoder_set_kernels (PlxEncoder       *self,
                         const PlxKernels *kernels)
{
  self->kernels = kernels;
}

static PlxScratch *
take_scratch (PlxEncoder *self)
{
  PlxScratch *scratch = NULL;

  g_mutex_lock (&self->mutex);
  if (self->idle->len > 0)
    scratch = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  return scratch != NULL ? scratch : plx_scratch_new (self);
}

static void
give_scratch (PlxEncoder *self,
              PlxScratch *scratch)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->idle, scratch);
  g_mutex_unlock (&self->mutex);
}

static guint
max_unit_pieces (const PlxEncoder *self)
{
  return MIN (PLX_MAX_UNIT_PIECES, self->config->positions - 2);
}

static guint
max_unit_words (const PlxEncoder *self)
{
  return MIN (PLX_MAX_UNIT_WORDS, self->config->positions - 2);
}

static gboolean
run_batch (Reader *r,
           GError **error)
{
  PlxScratch *s = r->s;

  if (s->n_units == 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (r->cancellable, error) ||
      !plx_encoder_run_layers (r->encoder, s, r->precision, error) ||
      !plx_encoder_run_heads (r->encoder, s, r->flags, r->precision, r->reading, error))
    return FALSE;
  s->n_pieces = 0;
  s->n_words = 0;
  s->n_units = 0;
  return TRUE;
}

/* Pieces of all words of @sentence, into the scratch's sentence_… arrays. */
static void
cut_words (const PlxEncoder         *self,
           PlxScratch               *s,
           const PlxEncoderSentence *sentence)
{
  gboolean first = TRUE;
  guint32 pieces[64];

  g_array_set_size (s->sentence_pieces, 0);
  g_array_set_size (s->sentence_shapes, 0);
  g_array_set_size (s->sentence_counts, 0);
  for (guint i = 0; i < sentence->n_words; i++)
    {
      const char *word = sentence->text + sentence->words[i].begin;
      gsize n_bytes = plx_span_length (sentence->words[i]);
      guint8 shape = plx_word_shape (word, n_bytes, &first);
      guint8 n = (guint8) plx_pieces_split (self->pieces, word, n_bytes,
                                            self->config->max_word_pieces, pieces);

      g_array_append_vals (s->sentence_pieces, pieces, n);
      g_array_append_val (s->sentence_shapes, shape);
      g_array_append_val (s->sentence_counts, n);
    }
}

static void
add_piece (PlxScratch *s,
           guint32     piece,
           guint8      shape)
{
  s->pieces[s->n_pieces] = piece;
  s->shapes[s->n_pieces++] = shape;
}

#define SIGN_SHAPE 5   // what the pieces around a sentence have

/* Puts the words of @unit (part_begin, n_words) into the batch; @first_piece
 * counts within the sentence, with @whole words or one piece of each. */
static void
add_unit (const PlxEncoder *self,
          PlxScratch       *s,
          PlxUnit          *unit,
          gsize             first_piece,
          gboolean          whole)
{
  const guint32 *pieces = (const guint32 *) s->sentence_pieces->data + first_piece;
  const guint8 *counts = (const guint8 *) s->sentence_counts->data + unit->part_begin;
  const guint8 *shapes = (const guint8 *) s->sentence_shapes->data + unit->part_begin;

  unit->first_piece = s->n_pieces;
  unit->first_word = s->n_words;
  add_piece (s, self->config->cls, SIGN_SHAPE);
  for (guint w = 0; w < unit->n_words; w++)
    {
      guint8 n = whole ? counts[w] : 1;

      for (guint i = 0; i < n; i++)
        add_piece (s, pieces[i], shapes[w]);
      s->word_pieces[s->n_words++] = n;
      pieces += counts[w];
    }
  add_piece (s, self->config->sep, SIGN_SHAPE);
  unit->n_pieces = s->n_pieces - unit->first_piece;
  s->units[s->n_units++] = *unit;
}

/* Room for @n pieces more in the batch, which is run if need be. */
static gboolean
make_room (Reader *r,
           gsize   n,
           GError **error)
{
  return r->s->n_pieces + n <= PLX_BATCH_PIECES || run_batch (r, error);
}

static gboolean
read_sentence (Reader                   *r,
               const PlxEncoderSentence *sentence,
               guint                     index,
               gsize                     reading,
               GError                  **error)
{
  const PlxEncoder *self = r->encoder;
  PlxScratch *s = r->s;
  gboolean whole;
  gsize first_piece = 0;

  cut_words (self, s, sentence);
  whole = s->sentence_pieces->len <= max_unit_pieces (self);
  for (guint begin = 0; begin < sentence->n_words;)
    {
      guint n = whole ? sentence->n_words : MIN (sentence->n_words - begin, max_unit_words (self));
      PlxUnit unit = {
        .n_words = n, .reading = reading + begin, .sentence = index, .part_begin = begin,
        .last_part = begin + n == sentence->n_words,
      };

      if (!make_room (r, (whole ? s->sentence_pieces->len : n) + 2, error))
        return FALSE;
      add_unit (self, s, &unit, first_piece, whole);
      for (guint i = begin; i < begin + n; i++)
        first_piece += g_array_index (s->sentence_counts, guint8, i);
      begin += n;
    }
  return TRUE;
}

static gsize
count_words (const PlxEncoderSentence *sentences,
             guint                     n_sentences)
{
  gsize n_words = 0;

  for (guint i = 0; i < n_sentences; i++)
    n_words += sentences[i].n_words;
  return n_words;
}

/* What stays where nothing is read: empty sentences, heads not asked for. */
static void
clear_reading (const Reader *r,
               gsize         n_words,
               guint         n_sentences)
{
  PlxEncoderReading *reading = r->reading;

  for (gsize i = 0; reading->words != NULL && i < n_words; i++)
    reading->words[i] = (PlxWordReading) { .head = -1 };
  if ((r->flags & PLX_READ_MEANING) && reading->meanings != NULL)
    memset (reading->meanings, 0, n_sentences * r->encoder->meaning.n_out * sizeof (float));
  if ((r->flags & PLX_READ_VECTORS) && reading->vectors != NULL)
    memset (reading->vectors, 0, n_words * r->encoder->vector.n_out * sizeof (float));
}

/* Is there an array for all that is asked for? */
static gboolean
has_room (const Reader *r,
          gsize         n_words,
          guint         n_sentences)
{
  gsize n_meanings = n_sentences * r->encoder->meaning.n_out;
  gsize n_vectors = n_words * r->encoder->vector.n_out;
  PlxReadFlags of_words = PLX_READ_TAGS | PLX_READ_TREE | PLX_READ_NAMES;

  return (r->reading->words != NULL || n_words == 0 || !(r->flags & of_words)) &&
         (r->reading->meanings != NULL || n_meanings == 0 || !(r->flags & PLX_READ_MEANING)) &&
         (r->reading->vectors != NULL || n_vectors == 0 || !(r->flags & PLX_READ_VECTORS));
}

static gboolean
read_all (Reader                   *r,
          const PlxEncoderSentence *sentences,
          guint                     n_sentences,
          GError                  **error)
{
  gsize n_words = 0;

  for (guint i = 0; i < n_sentences; i++)
    {
      if (!read_sentence (r, &sentences[i], i, n_words, error))
        return FALSE;
      n_words += sentences[i].n_words;
    }
  return run_batch (r, error);
}

gboolean
plx_encoder_read (const PlxEncoder         *self,
                  const PlxEncoderSentence *sentences,
                  guint                     n_sentences,
                  PlxReadFlags              flags,
                  PlxPrecision              precision,
                  PlxEncoderReading        *reading,
                  GCancellable             *cancellable,
                  GError                  **error)
{
  /* What a call changes inside is guarded by the mutex. */
  PlxEncoder *shared = (PlxEncoder *) self;
  Reader reader = { self, NULL, flags, precision, reading, cancellable };
  gsize n_words = count_words (sentences, n_sentences);
  int n_threads = omp_get_max_threads ();
  gboolean read;

  g_return_val_if_fail (self != NULL && reading != NULL, FALSE);
  g_return_val_if_fail (has_room (&reader, n_words, n_sentences), FALSE);
  if (precision == PLX_PRECISION_FP32)
    plx_encoder_make_floats (shared);
  /* oneDNN asks OpenMP how many threads to use; the number is the calling
   * thread's own. */
  omp_set_num_threads (1);
  clear_reading (&reader, n_words, n_sentences);
  reader.s = take_scratch (shared);
  reader.s->n_pieces = reader.s->n_words = reader.s->n_units = 0;
  read = read_all (&reader, sentences, n_sentences, error);
  give_scratch (shared, reader.s);
  omp_set_num_threads (n_threads);
  return read;
}

guint
plx_encoder_get_n_meaning (const PlxEncoder *self)
{
  return (guint) self->meaning.n_out;
}

guint
plx_encoder_get_n_vector (const PlxEncoder *self)
{
  return (guint) self->vector.n_out;
}

const char *
plx_encoder_get_hash (const PlxEncoder *self)
{
  return plx_weights_get_hash (self->weights);
}

guint
plx_encoder_get_n_labels (const PlxEncoder *self,
                          PlxLabelSet       set)
{
  g_return_val_if_fail (set < PLX_N_LABEL_SETS, 0);
  return self->config->n_labels[set];
}

const char *
plx_encoder_get_label (const PlxEncoder *self,
                       PlxLabelSet       set,
                       guint             label)
{
  g_return_val_if_fail (set < PLX_N_LABEL_SETS, NULL);
  g_return_val_if_fail (label < self->config->n_labels[set], NULL);
  return self->config->labels[set][label];
}

const float *
plx_encoder_get_floats (const PlxEncoder *self,
                        const char       *name,
                        gsize             n_floats)
{
  return plx_weights_find (self->weights, name, n_floats);
}
