/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-syntax.h"

#include "language/plx-lemma.h"

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

/* The tokens from @first on as sentences of the encoder, until the slice is
 * full. @words must stay as it is while they are used. */
static guint
gather (const PlxAnalysis *analysis, const PlxSpan *words, guint first, GArray *sentences)
{
  guint n_tokens = analysis->tokens->len;
  guint i = first;

  g_array_set_size (sentences, 0);
  while (i < n_tokens && i - first < SLICE_WORDS)
    {
      guint32 number = PLX_TOKEN (analysis, i)->sentence;
      guint begin = i;

      while (i < n_tokens && PLX_TOKEN (analysis, i)->sentence == number)
        i++;
      g_array_append_val (sentences, ((PlxEncoderSentence) { analysis->text, words + begin,
                                                             i - begin }));
    }
  return i;
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
read_slices (PlxSyntax *self, const PlxTokenLists *lists, PlxAnalysis *analysis,
             GCancellable *cancellable, GError **error)
{
  Labels labels = { intern_labels (self->encoder, PLX_HEAD_UPOS, analysis),
                    intern_labels (self->encoder, PLX_HEAD_XPOS, analysis),
                    intern_labels (self->encoder, PLX_HEAD_DEPREL, analysis) };
  PlxReadFlags flags = PLX_READ_TAGS | PLX_READ_TREE | PLX_READ_NAMES
                       | (self->n_vector > 0 ? PLX_READ_VECTORS : 0);
  guint n = analysis->tokens->len;
  g_autofree PlxSpan *words = g_new (PlxSpan, n);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (PlxEncoderSentence));
  g_autofree PlxWordReading *readings = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; i < n; i++)
    words[i] = PLX_TOKEN (analysis, i)->span;
  for (guint first = 0, end; ok && first < n; first = end)
    {
      PlxEncoderReading reading = { 0 };

      end = gather (analysis, words, first, sentences);
      readings = g_renew (PlxWordReading, readings, end - first);
      reading.words = readings;
      reading.vectors = self->n_vector > 0 ? self->vectors + (gsize) first * self->n_vector : NULL;
      ok = plx_encoder_read (self->encoder, (const PlxEncoderSentence *) (void *) sentences->data,
                             sentences->len, flags, get_precision (), &reading, cancellable,
                             error);
      if (ok)
        {
          fill_tokens (&labels, lists, analysis, sentences, first, readings);
          keep_names (self, first, end - first, readings);
        }
    }
  g_free (labels.upos);
  g_free (labels.xpos);
  g_free (labels.deprel);
  return ok;
}

/**
 * plx_read_syntax:
 * @encoder: (nullable): NULL leaves tags to the rules, and heads open
 *
 * Gives the tokens of @analysis tags, features, lemmas and trees, and fills
 * @self for later steps.
 *
 * Errors: G_IO_ERROR_CANCELLED
 */
gboolean
plx_read_syntax (PlxSyntax *self, const PlxEncoder *encoder, const PlxTokenLists *lists,
                 PlxAnalysis *analysis, GCancellable *cancellable, GError **error)
{
  guint n = analysis->tokens->len;

  *self = (PlxSyntax) { .encoder = encoder };
  if (encoder == NULL)
    {
      plx_tag_tokens (lists, analysis);
      return TRUE;
    }
  self->n_vector = plx_encoder_get_n_vector (encoder);
  self->names = g_new0 (guint8, n);
  self->names_p = g_new0 (float, n);
  if (self->n_vector > 0)
    self->vectors = g_new0 (float, (gsize) n * self->n_vector);
  return read_slices (self, lists, analysis, cancellable, error);
}

void
plx_syntax_clear (PlxSyntax *self)
{
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->names_p, g_free);
  g_clear_pointer (&self->vectors, g_free);
}
