/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"
#include "language/plx-tree-private.h"

#include <math.h>
#include <string.h>

/* What is asked of the states of words: tags, names, tree, meaning, vectors.
 * A word's state is the mean of its pieces'. Products over all words of the
 * batch, decisions unit by unit. */

#define NO_SCORE (-1e30f)

typedef struct {
  const PlxEncoder *encoder;
  const PlxKernels *kernels;
  PlxScratch *s;
  PlxPrecision precision;
  PlxEncoderReading *reading;
} Heads;

static void
average_pieces (const Heads *h)
{
  gsize hidden = h->encoder->config->hidden;
  PlxScratch *s = h->s;

  memset (s->words, 0, s->n_words * hidden * sizeof (float));
  for (guint u = 0; u < s->n_units; u++)
    {
      const float *piece = s->mixed + (s->units[u].first_piece + 1) * hidden;

      for (guint w = 0; w < s->units[u].n_words; w++)
        {
          float *word = s->words + (s->units[u].first_word + w) * hidden;
          guint n = s->word_pieces[s->units[u].first_word + w];

          for (guint i = 0; i < n; i++, piece += hidden)
            h->kernels->add_scaled (word, piece, 1.0f / (float) n, hidden);
        }
    }
}

static void
apply_dense (const Heads    *h,
             const PlxDense *dense,
             const float    *x,
             gsize           n_rows,
             gsize           row_length,
             float          *y)
{
  h->kernels->multiply (n_rows, dense->n_padded, dense->n_in, x, row_length, dense->weights,
                        dense->n_padded, dense->biases, y, dense->n_padded);
}

/* The best of @n, but not @except (-1: any). */
static guint
best_of (const float *scores,
         gsize        n,
         int          except)
{
  guint best = except == 0 && n > 1 ? 1 : 0;

  for (guint i = best + 1; i < n; i++)
    if ((int) i != except && scores[i] > scores[best])
      best = i;
  return best;
}

static void
read_tags (const Heads    *h,
           const PlxDense *dense,
           PlxLabelSet     set)
{
  PlxScratch *s = h->s;

  apply_dense (h, dense, s->words, s->n_words, dense->n_in, s->logits);
  for (guint u = 0; u < s->n_units; u++)
    for (guint w = 0; w < s->units[u].n_words; w++)
      {
        PlxWordReading *word = &h->reading->words[s->units[u].reading + w];
        const float *row = s->logits + (s->units[u].first_word + w) * dense->n_padded;
        guint best = best_of (row, dense->n_out, -1);

        if (set == PLX_HEAD_UPOS)
          word->upos = (guint8) best;
        else
          word->xpos = (guint16) best;
      }
}

/* One step of Viterbi: adds to each label's score the best it may follow and
 * notes which that was. */
static void
follow (const PlxNameHead *name,
        const float       *before,
        float             *now,
        guint8            *came_from)
{
  guint n = (guint) name->out.n_out;
  guint any = best_of (before, n, -1);

  for (guint i = 0; i < n; i++)
    {
      const int *from = name->from[i];
      guint best = any;

      if (from[0] != -2)
        best = (guint) (from[0] >= 0 && before[from[0]] >= before[from[1]] ? from[0] : from[1]);
      now[i] += before[best];
      came_from[i] = (guint8) best;
    }
}

/* What is a name must not depend on whether it is a party or another
 * organisation: a broad kind gets the odds of its finer ones. */
static void
join_kinds (const PlxNameHead *name,
            float             *scores,
            guint              n_words)
{
  for (guint w = 0; w < n_words; w++, scores += name->out.n_padded)
    for (gsize i = 0; i < name->out.n_out; i++)
      if (name->broad[i] != i)
        {
          double broad = scores[name->broad[i]], fine = scores[i];

          scores[name->broad[i]] = (float) (MAX (broad, fine) + log1p (exp (-fabs (broad - fine))));
          scores[i] = NO_SCORE;
        }
}

/* The label of @word when the name that begins at @first is of @fine, a
 * beginning. */
static guint
label_within (const PlxNameHead *name,
              guint              fine,
              guint              word,
              guint              first)
{
  for (gsize i = 0; word > first && i < name->out.n_out; i++)
    if (name->from[i][0] == (int) fine)
      return (guint) i;
  return fine;
}

/* The finer kind of each name, if all its words together speak for one. */
static void
tell_kinds_apart (const PlxNameHead *name,
                  const float       *logits,
                  guint              n_words,
                  PlxWordReading    *words)
{
  gsize stride = name->out.n_padded;

  for (guint first = 0, end; first < n_words; first = end)
    {
      guint broad = words[first].name, best = broad;
      float most = 0;

      for (end = first + 1; end < n_words && name->from[words[end].name][0] != -2;)
        end++;
      for (guint i = 0; i < name->out.n_out; i++)
        {
          float more = 0;

          if (i == broad || name->broad[i] != broad)
            continue;
          for (guint w = first; w < end; w++)
            more += logits[w * stride + label_within (name, i, w, first)]
                    - logits[w * stride + words[w].name];
          if (more > most)
            {
              most = more;
              best = i;
            }
        }
      for (guint w = first; w < end && best != broad; w++)
        words[w].name = (guint8) label_within (name, best, w, first);
    }
}

/* The best run of labels in which every inside follows its beginning. @scores
 * is (n_words, n_padded) and is overwritten. */
static void
decode_names (const PlxNameHead *name,
              float             *scores,
              guint              n_words,
              guint8            *came_from,
              PlxWordReading    *words)
{
  gsize n = name->out.n_out, stride = name->out.n_padded;
  guint label;

  join_kinds (name, scores, n_words);
  for (gsize i = 0; i < n; i++)
    if (name->from[i][0] != -2)
      scores[i] = NO_SCORE;
  for (guint w = 1; w < n_words; w++)
    follow (name, scores + (w - 1) * stride, scores + w * stride, came_from + w * n);
  label = best_of (scores + (n_words - 1) * stride, n, -1);
  for (guint w = n_words; w-- > 0;)
    {
      words[w].name = (guint8) label;
      if (w > 0)
        label = came_from[w * n + label];
    }
}

/* How sure: the share of its word's softmax that the label has together with
 * those of its broad kind. */
static void
read_name_odds (const Heads    *h,
                const PlxUnit  *unit,
                const float    *logits)
{
  const PlxNameHead *name = &h->encoder->name;
  gsize n = name->out.n_out, stride = name->out.n_padded;
  float odds[PLX_PADDED (256)];

  for (guint w = 0; w < unit->n_words; w++)
    {
      PlxWordReading *word = &h->reading->words[unit->reading + w];

      memcpy (odds, logits + w * stride, stride * sizeof (float));
      h->kernels->softmax (odds, 1, n, stride, 1.0f);
      word->name_p = 0;
      for (gsize i = 0; i < n; i++)
        if (name->broad[i] == name->broad[word->name])
          word->name_p += odds[i];
    }
}

static gboolean
read_names (const Heads *h,
            GError     **error)
{
  const PlxNameHead *name = &h->encoder->name;
  PlxScratch *s = h->s;
  gsize stride = name->out.n_padded;
  float *logits = s->logits, *work = s->logits + s->n_rows * stride;

  if (!plx_linear_apply (&name->hidden, h->kernels, h->precision, s->words, s->n_words,
                         (PlxQuantised) { s->q, s->scales }, s->wide, error))
    return FALSE;
  plx_encoder_gelu (h->kernels, h->precision, s->wide, s->n_words * name->hidden.n_out);
  apply_dense (h, &name->out, s->wide, s->n_words, name->hidden.n_out, logits);
  memcpy (work, logits, s->n_words * stride * sizeof (float));
  for (guint u = 0; u < s->n_units; u++)
    {
      const PlxUnit *unit = &s->units[u];

      decode_names (name, work + unit->first_word * stride, unit->n_words, s->q,
                    h->reading->words + unit->reading);
      tell_kinds_apart (name, logits + unit->first_word * stride, unit->n_words,
                        h->reading->words + unit->reading);
      read_name_odds (h, unit, logits + unit->first_word * stride);
    }
  return TRUE;
}

/* Whom each word of a unit hangs on: scores of all pairs, then the best tree.
 * @dependents is (n_words, n_arc): features times the arc matrix. */
static void
read_unit_heads (const Heads   *h,
                 const PlxUnit *unit,
                 const float   *dependents)
{
  const PlxTreeHead *tree = &h->encoder->tree;
  PlxScratch *s = h->s;
  gsize length = tree->feats.n_out, n = unit->n_words, stride = PLX_PADDED (n + 1);

  for (gsize k = 0; k < tree->n_arc; k++)
    {
      s->keys[k * stride] = s->feats[s->n_words * length + k];
      for (gsize i = n + 1; i < stride; i++)
        s->keys[k * stride + i] = 0;
    }
  h->kernels->turn (s->feats + unit->first_word * length, length, n, tree->n_arc, s->keys + 1,
                    stride);
  h->kernels->multiply (n, stride, tree->n_arc, dependents, tree->n_arc, s->keys, stride, NULL,
                        s->scores, stride);
  plx_tree_decode (s->scores, stride, unit->n_words, s->heads + unit->first_word);
}

/* What each word is to its head: for each label features × matrix, then ×
 * the head's features. */
static void
score_labels (const Heads *h)
{
  const PlxTreeHead *tree = &h->encoder->tree;
  PlxScratch *s = h->s;
  gsize length = tree->feats.n_out, n = tree->n_label, stride = tree->label_columns.n_padded;
  const float *heads = s->feats + 2 * tree->n_arc, *dependents = heads + n;

  apply_dense (h, &tree->label_columns, dependents, s->n_words, length, s->logits);
  for (gsize r = 0; r < tree->label_columns.n_out; r++)
    {
      h->kernels->multiply (s->n_words, n, n, dependents, length, tree->label + r * n * n, n,
                            tree->label_rows + r * n, s->products, n);
      for (gsize w = 0; w < s->n_words; w++)
        s->logits[w * stride + r] += h->kernels->dot (s->products + w * n,
                                                      heads + (gsize) s->heads[w] * length, n);
    }
}

/* Heads within the unit become heads within the sentence; roots of later
 * parts hang on the first part's root. */
static void
write_unit_tree (const Heads   *h,
                 const PlxUnit *unit)
{
  const PlxTreeHead *tree = &h->encoder->tree;
  PlxScratch *s = h->s;
  PlxWordReading *sentence = h->reading->words + unit->reading - unit->part_begin;
  gint32 first_root = 0;

  for (guint w = 0; w < unit->part_begin && unit->part_begin > 0; w++)
    if (sentence[w].head == -1)
      {
        first_root = (gint32) w;
        break;
      }
  for (guint w = 0; w < unit->n_words; w++)
    {
      PlxWordReading *word = &h->reading->words[unit->reading + w];
      gsize at = unit->first_word + w;
      gboolean root = s->heads[at] == (gint32) s->n_words;
      const float *row = s->logits + at * tree->label_columns.n_padded;

      word->head = root ? -1 : s->heads[at] - (gint32) unit->first_word + (gint32) unit->part_begin;
      word->deprel = (guint16) best_of (row, tree->label_columns.n_out, tree->root_label);
      if (root && unit->part_begin > 0)
        {
          word->head = first_root;
          word->deprel = tree->part_label;
        }
      else if (root && tree->root_label >= 0)
        word->deprel = (guint16) tree->root_label;
    }
}

static gboolean
read_trees (const Heads *h,
            GError     **error)
{
  const PlxTreeHead *tree = &h->encoder->tree;
  PlxScratch *s = h->s;
  gsize hidden = h->encoder->config->hidden, n_rows = s->n_words + 1;

  memcpy (s->words + s->n_words * hidden, tree->root, hidden * sizeof (float));
  if (!plx_linear_apply (&tree->feats, h->kernels, h->precision, s->words, n_rows,
                         (PlxQuantised) { s->q, s->scales }, s->feats, error))
    return FALSE;
  h->kernels->leaky_relu (s->feats, n_rows * tree->feats.n_out);
  h->kernels->multiply (s->n_words, tree->n_arc, tree->n_arc, s->feats + tree->n_arc,
                        tree->feats.n_out, tree->arc, tree->n_arc,
                        tree->arc + tree->n_arc * tree->n_arc, s->products, tree->n_arc);
  for (guint u = 0; u < s->n_units; u++)
    {
      const PlxUnit *unit = &s->units[u];

      read_unit_heads (h, unit, s->products + unit->first_word * tree->n_arc);
      for (guint w = unit->first_word; w < unit->first_word + unit->n_words; w++)
        s->heads[w] = s->heads[w] < 0 ? (gint32) s->n_words
                                      : s->heads[w] + (gint32) unit->first_word;
    }
  score_labels (h);
  for (guint u = 0; u < s->n_units; u++)
    write_unit_tree (h, &s->units[u]);
  return TRUE;
}

static void
read_vectors (const Heads *h)
{
  const PlxDense *dense = &h->encoder->vector;
  PlxScratch *s = h->s;

  if (dense->n_out == 0)
    return;
  apply_dense (h, dense, s->words, s->n_words, dense->n_in, s->wide);
  for (guint u = 0; u < s->n_units; u++)
    for (guint w = 0; w < s->units[u].n_words; w++)
      memcpy (h->reading->vectors + (s->units[u].reading + w) * dense->n_out,
              s->wide + (s->units[u].first_word + w) * dense->n_padded,
              dense->n_out * sizeof (float));
}

/* The mean of all pieces of a sentence, brought to length 1. */
static void
finish_meaning (const Heads *h,
                float       *meaning)
{
  const PlxDense *dense = &h->encoder->meaning;
  PlxScratch *s = h->s;
  float *mean = s->narrow, *whole = s->narrow + h->encoder->config->hidden;
  float length;

  memset (mean, 0, dense->n_in * sizeof (float));
  h->kernels->add_scaled (mean, s->sum, 1.0f / (float) s->n_sum, dense->n_in);
  apply_dense (h, dense, mean, 1, dense->n_in, whole);
  length = sqrtf (h->kernels->dot (whole, whole, dense->n_padded));
  for (gsize i = 0; i < dense->n_out; i++)
    meaning[i] = length > 0 ? whole[i] / length : 0;
}

static void
read_meanings (const Heads *h)
{
  const PlxDense *dense = &h->encoder->meaning;
  PlxScratch *s = h->s;

  if (dense->n_out == 0)
    return;
  for (guint u = 0; u < s->n_units; u++)
    {
      const PlxUnit *unit = &s->units[u];

      if (unit->part_begin == 0)
        {
          memset (s->sum, 0, dense->n_in * sizeof (float));
          s->n_sum = 0;
        }
      for (guint i = 0; i < unit->n_pieces; i++)
        h->kernels->add_scaled (s->sum, s->x + (unit->first_piece + i) * dense->n_in, 1.0f,
                                dense->n_in);
      s->n_sum += unit->n_pieces;
      if (unit->last_part)
        finish_meaning (h, h->reading->meanings + unit->sentence * dense->n_out);
    }
}

gboolean
plx_encoder_run_heads (const PlxEncoder  *self,
                       PlxScratch        *scratch,
                       PlxReadFlags       flags,
                       PlxPrecision       precision,
                       PlxEncoderReading *reading,
                       GError           **error)
{
  Heads h = { self, self->kernels, scratch, precision, reading };

  average_pieces (&h);
  if (flags & PLX_READ_TAGS)
    {
      read_tags (&h, &self->upos, PLX_HEAD_UPOS);
      read_tags (&h, &self->xpos, PLX_HEAD_XPOS);
    }
  if ((flags & PLX_READ_NAMES) && !read_names (&h, error))
    return FALSE;
  if ((flags & PLX_READ_TREE) && !read_trees (&h, error))
    return FALSE;
  if (flags & PLX_READ_VECTORS)
    read_vectors (&h);
  if (flags & PLX_READ_MEANING)
    read_meanings (&h);
  return TRUE;
}
