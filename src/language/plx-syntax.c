/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-syntax.h"

#include <string.h>

#include "language/plx-lemma.h"
#include "language/plx-meaning.h"

/* The step between tokens and names: the encoder reads the sentences, a slice
 * of them at a time, so that memory does not grow with the article. */

#define SLICE_WORDS 4096

/* Labels interned once, so that a token costs no look-up. */
typedef struct {
  const char **upos, **xpos, **deprel;
} Labels;

static const char **
intern_labels (const PlxEncoder *encoder, PlxLabelSet set, PlxAnalysis *analysis)
{
  guint n = plx_encoder_get_n_labels (encoder, set);
  const char **labels = g_new (const char *, n);

  for (guint i = 0; i < n; i++)
    labels[i] = plx_analysis_intern (analysis, plx_encoder_get_label (encoder, set, i));
  return labels;
}

/* Some sentences of the article, and room for what is read of them. */
typedef struct {
  GArray *sentences;      // PlxEncoderSentence
  GArray *unread;         // those that the cache does not know
  PlxWordReading *words, *words_unread;
  float *vectors_unread;
  float *meanings_unread;
  gint8 *meanings;        // n_meaning for each sentence
  guint n_vector, n_meaning;
  guint n_allocated;
} Slice;

static void
slice_clear (Slice *self)
{
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->unread, g_array_unref);
  g_free (self->words);
  g_free (self->words_unread);
  g_free (self->vectors_unread);
  g_free (self->meanings_unread);
  g_free (self->meanings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slice, slice_clear)

/* The tokens from @first on as sentences of the encoder, until the slice is
 * full. @words must stay as it is while they are used. */
static guint
gather (Slice *self, const PlxAnalysis *analysis, const PlxSpan *words, guint first)
{
  guint n_tokens = analysis->tokens->len;
  guint i = first;

  g_array_set_size (self->sentences, 0);
  while (i < n_tokens && i - first < SLICE_WORDS)
    {
      guint32 number = PLX_TOKEN (analysis, i)->sentence;
      guint begin = i;

      while (i < n_tokens && PLX_TOKEN (analysis, i)->sentence == number)
        i++;
      g_array_append_val (self->sentences, ((PlxEncoderSentence) { analysis->text, words + begin,
                                                                   i - begin }));
    }
  if (i - first > self->n_allocated)
    {
      self->n_allocated = i - first;
      self->words = g_renew (PlxWordReading, self->words, self->n_allocated);
      self->words_unread = g_renew (PlxWordReading, self->words_unread, self->n_allocated);
      self->vectors_unread = g_renew (float, self->vectors_unread,
                                      (gsize) self->n_allocated * self->n_vector + 1);
    }
  self->meanings = g_renew (gint8, self->meanings,
                            (gsize) self->sentences->len * self->n_meaning + 1);
  self->meanings_unread = g_renew (float, self->meanings_unread,
                                   (gsize) self->sentences->len * self->n_meaning + 1);
  return i;
}

/* Takes what the cache knows; the rest is put into unread. */
static void
look_up (Slice *self, PlxSentenceCache *cache, float *vectors)
{
  PlxWordReading *words = self->words;

  g_array_set_size (self->unread, 0);
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const PlxEncoderSentence *sentence = &g_array_index (self->sentences, PlxEncoderSentence, s);

      if (cache == NULL || !plx_sentence_cache_lookup (cache, sentence, words, vectors,
                                                       self->meanings
                                                         + (gsize) s * self->n_meaning))
        g_array_append_val (self->unread, *sentence);
      words += sentence->n_words;
      vectors += (gsize) sentence->n_words * self->n_vector;
    }
}

/* What was read of the unread sentences goes to its place and into the cache. */
static void
put_in_place (Slice *self, PlxSentenceCache *cache, float *vectors)
{
  PlxWordReading *words = self->words;
  const PlxWordReading *from = self->words_unread;
  const float *from_vectors = self->vectors_unread;

  for (guint s = 0, u = 0; s < self->sentences->len && u < self->unread->len; s++)
    {
      const PlxEncoderSentence *sentence = &g_array_index (self->sentences, PlxEncoderSentence, s);
      guint n = sentence->n_words;
      gsize n_vectors = (gsize) n * self->n_vector;

      if (g_array_index (self->unread, PlxEncoderSentence, u).words == sentence->words)
        {
          gint8 *meaning = self->meanings + (gsize) s * self->n_meaning;

          plx_meaning_from_floats (self->meanings_unread + (gsize) u * self->n_meaning,
                                   self->n_meaning, meaning);
          if (cache != NULL)
            plx_sentence_cache_insert (cache, sentence, from, from_vectors, meaning);
          memcpy (words, from, n * sizeof *words);
          if (n_vectors > 0)
            memcpy (vectors, from_vectors, n_vectors * sizeof *vectors);
          from += n;
          from_vectors += n_vectors;
          u++;
        }
      words += n;
      vectors += n_vectors;
    }
}

static void
fill_tokens (const Labels *labels, const PlxTokenLists *lists, PlxAnalysis *analysis,
             const GArray *sentences, guint first, const PlxWordReading *readings)
{
  for (guint s = 0; s < sentences->len; s++)
    {
      guint n = g_array_index (sentences, PlxEncoderSentence, s).n_words;

      for (guint i = 0; i < n; i++)
        {
          PlxToken *token = PLX_TOKEN (analysis, first + i);

          token->upos = labels->upos[readings[i].upos];
          token->xpos = labels->xpos[readings[i].xpos];
          token->deprel = labels->deprel[readings[i].deprel];
          token->head = readings[i].head >= 0 ? (gint32) first + readings[i].head : -1;
          plx_lemma_find (lists, analysis, first + i);
        }
      first += n;
      readings += n;
    }
}

/* To the rows of the sentences that the slice's words stand in. */
static void
keep_meanings (const Slice *slice, PlxAnalysis *analysis, guint first)
{
  for (guint s = 0; s < slice->sentences->len && slice->n_meaning > 0; s++)
    {
      memcpy (PLX_MEANING (analysis, PLX_TOKEN (analysis, first)->sentence),
              slice->meanings + (gsize) s * slice->n_meaning, slice->n_meaning);
      first += g_array_index (slice->sentences, PlxEncoderSentence, s).n_words;
    }
}

static void
keep_names (PlxSyntax *self, guint first, guint n, const PlxWordReading *readings)
{
  for (guint i = 0; i < n; i++)
    {
      self->names[first + i] = readings[i].name;
      self->names_p[first + i] = readings[i].name_p;
    }
}

/* For developers who measure what whole numbers cost (tests/measure/). */
static PlxPrecision
get_precision (void)
{
  return g_strcmp0 (g_getenv ("PLX_PRECISION"), "fp32") == 0 ? PLX_PRECISION_FP32
                                                             : PLX_PRECISION_INT8;
}

static gboolean
read_slice (const PlxSyntax *self, PlxSentenceCache *cache, Slice *slice, float *vectors,
            GCancellable *cancellable, GError **error)
{
  PlxReadFlags flags = PLX_READ_TAGS | PLX_READ_TREE | PLX_READ_NAMES
                       | (slice->n_vector > 0 ? PLX_READ_VECTORS : 0)
                       | (slice->n_meaning > 0 ? PLX_READ_MEANING : 0);
  PlxEncoderReading reading = { .words = slice->words_unread, .vectors = slice->vectors_unread,
                                .meanings = slice->meanings_unread };

  look_up (slice, cache, vectors);
  if (!plx_encoder_read (self->encoder, (const PlxEncoderSentence *) (void *) slice->unread->data,
                         slice->unread->len, flags, get_precision (), &reading, cancellable, error))
    return FALSE;
  put_in_place (slice, cache, vectors);
  return TRUE;
}

static gboolean
read_slices (PlxSyntax *self, PlxSentenceCache *cache, const Labels *labels,
             const PlxTokenLists *lists, PlxAnalysis *analysis, GCancellable *cancellable,
             GError **error)
{
  guint n = analysis->tokens->len;
  float none = 0;
  float *vectors = self->n_vector > 0 ? self->vectors : &none;
  g_autofree PlxSpan *words = g_new (PlxSpan, n);
  g_auto (Slice) slice = {
    .sentences = g_array_new (FALSE, FALSE, sizeof (PlxEncoderSentence)),
    .unread = g_array_new (FALSE, FALSE, sizeof (PlxEncoderSentence)),
    .n_vector = self->n_vector,
    .n_meaning = analysis->n_meaning,
  };

  for (guint i = 0; i < n; i++)
    words[i] = PLX_TOKEN (analysis, i)->span;
  for (guint first = 0, end; first < n; first = end)
    {
      end = gather (&slice, analysis, words, first);
      if (!read_slice (self, cache, &slice, vectors + (gsize) first * self->n_vector, cancellable,
                       error))
        return FALSE;
      fill_tokens (labels, lists, analysis, slice.sentences, first, slice.words);
      keep_names (self, first, end - first, slice.words);
      keep_meanings (&slice, analysis, first);
    }
  return TRUE;
}

/**
 * plx_read_syntax:
 * @encoder: (nullable): NULL leaves tags to the rules, and heads open
 * @cache: (nullable): of sentences that this encoder read
 *
 * Gives the tokens of @analysis tags, features, lemmas and trees, and fills
 * @self for later steps.
 *
 * Errors: G_IO_ERROR_CANCELLED
 */
gboolean
plx_read_syntax (PlxSyntax *self, const PlxEncoder *encoder, PlxSentenceCache *cache,
                 const PlxTokenLists *lists, PlxAnalysis *analysis, GCancellable *cancellable,
                 GError **error)
{
  guint n = analysis->tokens->len;
  Labels labels;
  gboolean done;

  *self = (PlxSyntax) { .encoder = encoder };
  if (encoder == NULL)
    {
      plx_tag_tokens (lists, analysis);
      return TRUE;
    }
  self->n_vector = plx_encoder_get_n_vector (encoder);
  analysis->model = plx_analysis_intern (analysis, plx_encoder_get_hash (encoder));
  analysis->n_meaning = plx_encoder_get_n_meaning (encoder);
  g_array_set_size (analysis->meanings, analysis->sentences->len * analysis->n_meaning);
  self->names = g_new0 (guint8, n);
  self->names_p = g_new0 (float, n);
  if (self->n_vector > 0)
    self->vectors = g_new0 (float, (gsize) n * self->n_vector);
  labels = (Labels) { intern_labels (encoder, PLX_HEAD_UPOS, analysis),
                      intern_labels (encoder, PLX_HEAD_XPOS, analysis),
                      intern_labels (encoder, PLX_HEAD_DEPREL, analysis) };
  done = read_slices (self, cache, &labels, lists, analysis, cancellable, error);
  g_free (labels.upos);
  g_free (labels.xpos);
  g_free (labels.deprel);
  return done;
}

void
plx_syntax_clear (PlxSyntax *self)
{
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->names_p, g_free);
  g_clear_pointer (&self->vectors, g_free);
}
