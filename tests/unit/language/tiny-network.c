/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tiny-network.h"

#include <math.h>
#include <string.h>

const char *const TINY_WORDS[TINY_N_WORDS] = {
  "the", "talks", ".", "A", "Talking", "9", "XY", "zq",
};

static const struct { guint n; guint32 pieces[2]; guint shape; } CUT[TINY_N_WORDS] = {
  { 1, { 4 }, 0 }, { 2, { 5, 6 }, 0 }, { 1, { 8 }, 5 }, { 1, { 13 }, 7 },
  { 2, { 5, 7 }, 1 }, { 1, { 12 }, 4 }, { 2, { 36, 62 }, 2 }, { 2, { 38, 55 }, 0 },
};

typedef struct {
  guint n;                        // pieces
  guint32 pieces[TINY_POSITIONS];
  guint shapes[TINY_POSITIONS];
  guint first[TINY_POSITIONS];    // piece of each word
} Row;

static Row
cut (const guint *words, guint n_words)
{
  Row row = { .n = 1, .pieces = { 2 }, .shapes = { 5 } };
  gboolean first = TRUE;

  for (guint w = 0; w < n_words; w++)
    {
      guint shape = CUT[words[w]].shape == 1 && first ? 6 : CUT[words[w]].shape;

      first = first && shape == 5;
      row.first[w] = row.n;
      for (guint i = 0; i < CUT[words[w]].n; i++)
        {
          row.pieces[row.n] = CUT[words[w]].pieces[i];
          row.shapes[row.n++] = shape;
        }
    }
  row.pieces[row.n] = 3;
  row.shapes[row.n++] = 5;
  return row;
}

/* x × matrix + bias, (n, out). */
static double *
product (TinyWeights *weights, const char *name, const char *bias_name, const double *x, guint n,
         guint in, guint out)
{
  g_autofree char *scale_name = g_strconcat (name, ".scale", NULL);
  TinyTensor *matrix = tiny_find (weights, name);
  const float *bias = tiny_floats (weights, bias_name);
  double *y = g_new (double, n * out);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < out; j++)
      {
        y[i * out + j] = bias[j];
        for (guint k = 0; k < in; k++)
          if (matrix->type == TINY_I8)
            y[i * out + j] += x[i * in + k] * (gint8) matrix->data->data[k * out + j]
                              * tiny_floats (weights, scale_name)[j];
          else
            y[i * out + j] += x[i * in + k] * tiny_floats (weights, name)[k * out + j];
      }
  return y;
}

static void
normalise (TinyWeights *weights, const char *name, double *x, guint n)
{
  g_autofree char *weight = g_strconcat (name, ".w", NULL);
  g_autofree char *bias = g_strconcat (name, ".b", NULL);

  for (guint i = 0; i < n; i++, x += TINY_HIDDEN)
    {
      double mean = 0, variance = 0;

      for (guint k = 0; k < TINY_HIDDEN; k++)
        mean += x[k] / TINY_HIDDEN;
      for (guint k = 0; k < TINY_HIDDEN; k++)
        variance += (x[k] - mean) * (x[k] - mean) / TINY_HIDDEN;
      for (guint k = 0; k < TINY_HIDDEN; k++)
        x[k] = (x[k] - mean) / sqrt (variance + 1e-12) * tiny_floats (weights, weight)[k]
               + tiny_floats (weights, bias)[k];
    }
}

static double
gelu (double x)
{
  return 0.5 * x * (1 + erf (x / sqrt (2)));
}

static double *
attend (const double *qkv, guint n)
{
  enum { WIDTH = TINY_HIDDEN / TINY_HEADS };
  double *seen = g_new0 (double, n * TINY_HIDDEN);

  for (guint head = 0; head < TINY_HEADS; head++)
    for (guint i = 0; i < n; i++)
      {
        double odds[TINY_POSITIONS], sum = 0;

        for (guint j = 0; j < n; j++)
          {
            double score = 0;

            for (guint k = head * WIDTH; k < (head + 1) * WIDTH; k++)
              score += qkv[i * 3 * TINY_HIDDEN + k] * qkv[(j * 3 + 1) * TINY_HIDDEN + k];
            odds[j] = exp (score / sqrt (WIDTH));
            sum += odds[j];
          }
        for (guint j = 0; j < n; j++)
          for (guint k = head * WIDTH; k < (head + 1) * WIDTH; k++)
            seen[i * TINY_HIDDEN + k] += odds[j] / sum * qkv[(j * 3 + 2) * TINY_HIDDEN + k];
      }
  return seen;
}

static double *
layer_product (TinyWeights *weights, guint layer, const char *part, const double *x, guint n,
               guint in, guint out)
{
  g_autofree char *name = g_strdup_printf ("layer.%u.%s", layer, part);
  g_autofree char *bias = g_strconcat (name, ".bias", NULL);

  return product (weights, name, bias, x, n, in, out);
}

static void
add (double *x, const double *y, guint n)
{
  for (guint i = 0; i < n * TINY_HIDDEN; i++)
    x[i] += y[i];
}

static void
run_layer (TinyWeights *weights, guint layer, double *x, guint n)
{
  g_autofree char *norm1 = g_strdup_printf ("layer.%u.norm1", layer);
  g_autofree char *norm2 = g_strdup_printf ("layer.%u.norm2", layer);
  g_autofree double *qkv = layer_product (weights, layer, "qkv", x, n, TINY_HIDDEN,
                                          3 * TINY_HIDDEN);
  g_autofree double *seen = attend (qkv, n);
  g_autofree double *out = layer_product (weights, layer, "out", seen, n, TINY_HIDDEN,
                                          TINY_HIDDEN);
  g_autofree double *up = NULL;
  g_autofree double *down = NULL;

  add (x, out, n);
  normalise (weights, norm1, x, n);
  up = layer_product (weights, layer, "up", x, n, TINY_HIDDEN, TINY_FFN);
  for (guint i = 0; i < n * TINY_FFN; i++)
    up[i] = gelu (up[i]);
  down = layer_product (weights, layer, "down", up, n, TINY_FFN, TINY_HIDDEN);
  add (x, down, n);
  normalise (weights, norm2, x, n);
}

/* Gives the states of words; @last: what the last layer gives for pieces. */
static double *
run_layers (TinyWeights *weights, const Row *row, const guint *words, guint n_words, double *last)
{
  double *states = g_new0 (double, n_words * TINY_HIDDEN);

  for (guint i = 0; i < row->n; i++)
    for (guint k = 0; k < TINY_HIDDEN; k++)
      last[i * TINY_HIDDEN + k] =
        (gint8) tiny_find (weights, "words")->data->data[row->pieces[i] * TINY_HIDDEN + k]
          * (double) tiny_floats (weights, "words.scale")[row->pieces[i]]
        + tiny_floats (weights, "positions")[i * TINY_HIDDEN + k]
        + tiny_floats (weights, "shapes")[row->shapes[i] * TINY_HIDDEN + k];
  normalise (weights, "embed.norm", last, row->n);
  for (guint layer = 0; layer < TINY_LAYERS; layer++)
    {
      run_layer (weights, layer, last, row->n);
      for (guint w = 0; w < n_words; w++)
        for (guint i = 0; i < CUT[words[w]].n; i++)
          for (guint k = 0; k < TINY_HIDDEN; k++)
            states[w * TINY_HIDDEN + k] += last[(row->first[w] + i) * TINY_HIDDEN + k]
                                           * tiny_floats (weights, "mix")[layer]
                                           / CUT[words[w]].n;
    }
  return states;
}

static void
read_tree (TinyWeights *weights, const double *states, guint n, TinyReading *reading)
{
  enum { LENGTH = 2 * TINY_ARC + 2 * TINY_LABEL, SIDE = TINY_LABEL + 1 };
  g_autofree double *rows = g_new (double, (n + 1) * TINY_HIDDEN);
  g_autofree double *f = NULL;
  const float *arc = tiny_floats (weights, "tree.arc");
  const float *label = tiny_floats (weights, "tree.label");

  for (guint k = 0; k < TINY_HIDDEN; k++)
    rows[k] = tiny_floats (weights, "root")[k];
  memcpy (rows + TINY_HIDDEN, states, n * TINY_HIDDEN * sizeof (double));
  f = product (weights, "tree.feats", "tree.feats.bias", rows, n + 1, TINY_HIDDEN, LENGTH);
  for (guint i = 0; i < (n + 1) * LENGTH; i++)
    f[i] = f[i] > 0 ? f[i] : 0.1 * f[i];
  reading->arcs = g_new0 (double, n * (n + 1));
  reading->labels = g_new0 (double, n * (n + 1) * TINY_DEPREL);
  for (guint d = 0; d < n; d++)
    for (guint h = 0; h <= n; h++)
      {
        const double *dependent = f + (d + 1) * LENGTH, *head = f + h * LENGTH;

        for (guint i = 0; i <= TINY_ARC; i++)
          for (guint j = 0; j < TINY_ARC; j++)
            reading->arcs[d * (n + 1) + h] += (i < TINY_ARC ? dependent[TINY_ARC + i] : 1)
                                              * arc[i * TINY_ARC + j] * head[j];
        for (guint r = 0; r < TINY_DEPREL; r++)
          for (guint i = 0; i < SIDE; i++)
            for (guint j = 0; j < SIDE; j++)
              reading->labels[(d * (n + 1) + h) * TINY_DEPREL + r] +=
                (i < TINY_LABEL ? dependent[2 * TINY_ARC + TINY_LABEL + i] : 1)
                * label[(r * SIDE + i) * SIDE + j]
                * (j < TINY_LABEL ? head[2 * TINY_ARC + j] : 1);
      }
}

static double *
read_meaning (TinyWeights *weights, const double *last, guint n)
{
  double mean[TINY_HIDDEN] = { 0 }, length = 0;
  double *meaning;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < TINY_HIDDEN; k++)
      mean[k] += last[i * TINY_HIDDEN + k] / n;
  meaning = product (weights, "meaning.w", "meaning.b", mean, 1, TINY_HIDDEN, TINY_HIDDEN);
  for (guint k = 0; k < TINY_HIDDEN; k++)
    length += meaning[k] * meaning[k];
  for (guint k = 0; k < TINY_HIDDEN; k++)
    meaning[k] /= sqrt (length);
  return meaning;
}

TinyReading *
tiny_network_read (TinyWeights *weights, const guint *words, guint n_words)
{
  TinyReading *self = g_new0 (TinyReading, 1);
  Row row = cut (words, n_words);
  g_autofree double *last = g_new0 (double, row.n * TINY_HIDDEN);
  g_autofree double *states = run_layers (weights, &row, words, n_words, last);
  g_autofree double *hidden = NULL;

  self->n_words = n_words;
  self->upos = product (weights, "upos.w", "upos.b", states, n_words, TINY_HIDDEN, TINY_UPOS);
  self->xpos = product (weights, "xpos.w", "xpos.b", states, n_words, TINY_HIDDEN, TINY_XPOS);
  hidden = product (weights, "name.1.w", "name.1.bias", states, n_words, TINY_HIDDEN, TINY_NAME);
  for (guint i = 0; i < n_words * TINY_NAME; i++)
    hidden[i] = gelu (hidden[i]);
  self->names = product (weights, "name.2.w", "name.2.b", hidden, n_words, TINY_NAME, TINY_NAMES);
  read_tree (weights, states, n_words, self);
  self->meaning = read_meaning (weights, last, row.n);
  self->vectors = product (weights, "vector.w", "vector.b", states, n_words, TINY_HIDDEN,
                           TINY_VECTOR);
  return self;
}

void
tiny_reading_free (TinyReading *self)
{
  g_free (self->upos);
  g_free (self->xpos);
  g_free (self->names);
  g_free (self->arcs);
  g_free (self->labels);
  g_free (self->meaning);
  g_free (self->vectors);
  g_free (self);
}
