/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coref-private.h"

#include <string.h>

/* How well a phrase goes with each earlier one, and with none: a network of
 * two small layers. Its first layer is a sum of rows, one for each feature, so
 * what belongs to one phrase is summed once and kept; vectors of the two heads
 * and their product add to it. Trained as a ranker: the scores of one phrase
 * compare with each other and with nothing else. */

#define HIDDEN PLX_COREF_HIDDEN
#define SECOND PLX_COREF_SECOND

#if defined (__x86_64__) && defined (__GNUC__) && !defined (__clang__)
#define FOR_CPUS __attribute__ ((target_clones ("avx2", "default")))
#else
#define FOR_CPUS
#endif

typedef struct {
  const char *name;
  gsize offset;          // of the pointer in PlxCorefWeights
  guint rows, columns;
} Tensor;

#define TENSOR(field, name, rows, columns) \
  { name, G_STRUCT_OFFSET (PlxCorefWeights, field), rows, columns }

static gboolean
take (PlxCorefWeights *self, const Tensor *tensors, guint n, PlxCorefFloatsFunc get,
      gconstpointer data)
{
  for (guint i = 0; i < n; i++)
    {
      const float *found = get (data, tensors[i].name,
                                (gsize) tensors[i].rows * tensors[i].columns);

      if (found == NULL)
        return FALSE;
      G_STRUCT_MEMBER (const float *, self, tensors[i].offset) = found;
    }
  return TRUE;
}

/**
 * plx_coref_weights_load:
 * @n_vector: numbers of a word's vector, 0: none
 * @get: gives tensors that outlive @self
 *
 * Returns: FALSE when some are missing or made for other features
 */
gboolean
plx_coref_weights_load (PlxCorefWeights *self, guint n_vector, PlxCorefFloatsFunc get,
                        gconstpointer data)
{
  guint n_mention = plx_coref_n_mention_features (), n_pair = plx_coref_n_pair_features ();
  const float *layout = get (data, "coref.layout", 1);
  const Tensor tensors[] = {
    TENSOR (anaphor, "coref.anaphor", n_mention, HIDDEN),
    TENSOR (antecedent, "coref.antecedent", n_mention, HIDDEN),
    TENSOR (none, "coref.none", n_mention, HIDDEN),
    TENSOR (pair, "coref.pair", n_pair, HIDDEN),
    TENSOR (bias, "coref.bias", 1, HIDDEN),
    TENSOR (none_bias, "coref.none.bias", 1, HIDDEN),
    TENSOR (second, "coref.2.w", HIDDEN, SECOND),
    TENSOR (second_bias, "coref.2.b", 1, SECOND),
    TENSOR (none_second, "coref.none.2.w", HIDDEN, SECOND),
    TENSOR (none_second_bias, "coref.none.2.b", 1, SECOND),
    TENSOR (last, "coref.3", 1, SECOND + 1),
    TENSOR (none_last, "coref.none.3", 1, SECOND + 1),
  };
  const Tensor of_vectors[] = {
    TENSOR (anaphor_vector, "coref.vector.anaphor", n_vector, HIDDEN),
    TENSOR (antecedent_vector, "coref.vector.antecedent", n_vector, HIDDEN),
    TENSOR (none_vector, "coref.vector.none", n_vector, HIDDEN),
    TENSOR (products, "coref.vector.products", PLX_COREF_PRODUCTS, HIDDEN),
  };

  memset (self, 0, sizeof *self);
  if (layout == NULL || layout[0] != (float) PLX_COREF_LAYOUT
      || !take (self, tensors, G_N_ELEMENTS (tensors), get, data))
    return FALSE;
  if (n_vector >= PLX_COREF_PRODUCTS
      && take (self, of_vectors, G_N_ELEMENTS (of_vectors), get, data))
    self->n_vector = n_vector;
  return TRUE;
}

static inline void
add_row (float *restrict sum, const float *restrict row)
{
  for (guint i = 0; i < HIDDEN; i++)
    sum[i] += row[i];
}

static inline void
add_scaled_row (float *restrict sum, const float *restrict row, float by)
{
  for (guint i = 0; i < HIDDEN; i++)
    sum[i] += row[i] * by;
}

/* What one phrase brings in one of its parts. */
FOR_CPUS static void
sum_mention (const PlxCorefMention *m, const float *rows, const float *vector, guint n_vector,
             const float *vector_rows, float *sum)
{
  for (guint i = 0; i < m->n_features; i++)
    add_row (sum, rows + (gsize) m->features[i] * HIDDEN);
  for (guint i = 0; i < n_vector; i++)
    add_scaled_row (sum, vector_rows + (gsize) i * HIDDEN, vector[i]);
}

/* The layers above the sum. */
static inline float
finish (const float *restrict sum, const float *restrict second, const float *restrict bias,
        const float *restrict last)
{
  float hidden[SECOND], score = last[SECOND];

  memcpy (hidden, bias, sizeof hidden);
  for (guint i = 0; i < HIDDEN; i++)
    if (sum[i] > 0)
      for (guint j = 0; j < SECOND; j++)
        hidden[j] += sum[i] * second[i * SECOND + j];
  for (guint j = 0; j < SECOND; j++)
    score += MAX (hidden[j], 0.0f) * last[j];
  return score;
}

FOR_CPUS static void
score_pairs (const PlxCorefWeights *w, const float *anaphor, const float *hidden,
             const PlxCorefPair *pairs, guint n_pairs, const float *a_vector,
             const float *const *c_vectors, float *scores)
{
  for (guint i = 0; i < n_pairs; i++)
    {
      float sum[HIDDEN];

      memcpy (sum, anaphor, sizeof sum);
      add_row (sum, hidden + (gsize) pairs[i].antecedent * HIDDEN);
      for (guint f = 0; f < pairs[i].n_features; f++)
        add_row (sum, w->pair + (gsize) pairs[i].features[f] * HIDDEN);
      if (w->n_vector > 0)
        for (guint k = 0; k < PLX_COREF_PRODUCTS; k++)
          add_scaled_row (sum, w->products + (gsize) k * HIDDEN, a_vector[k] * c_vectors[i][k]);
      scores[i] = finish (sum, w->second, w->second_bias, w->last);
    }
}

/**
 * plx_coref_rank:
 * @vectors: (n tokens, n_vector), NULL when the weights have none
 * @hidden: (n mentions, HIDDEN): kept from call to call; this one fills @anaphor's
 * @scores: (out) (n_pairs + 1): of each pair, then of none
 *
 * To be called for one phrase after the other, from the first.
 */
void
plx_coref_rank (const PlxCoref *self, const PlxCorefWeights *weights, const float *vectors,
                guint anaphor, const PlxCorefPair *pairs, guint n_pairs, float *hidden,
                float *scores)
{
  const PlxCorefMention *m = PLX_COREF_MENTION (self, anaphor);
  guint n_vector = vectors != NULL ? weights->n_vector : 0;
  const float *vector = vectors + (gsize) m->head * n_vector;
  const float *of_pairs[PLX_COREF_MAX_PAIRS];
  float sum[HIDDEN], *own = hidden + (gsize) anaphor * HIDDEN;

  memset (own, 0, sizeof sum);
  sum_mention (m, weights->antecedent, vector, n_vector, weights->antecedent_vector, own);
  memcpy (sum, weights->none_bias, sizeof sum);
  sum_mention (m, weights->none, vector, n_vector, weights->none_vector, sum);
  scores[n_pairs] = finish (sum, weights->none_second, weights->none_second_bias,
                            weights->none_last);
  memcpy (sum, weights->bias, sizeof sum);
  sum_mention (m, weights->anaphor, vector, n_vector, weights->anaphor_vector, sum);
  for (guint i = 0; i < n_pairs; i++)
    of_pairs[i] = vectors + (gsize) PLX_COREF_MENTION (self, pairs[i].antecedent)->head * n_vector;
  score_pairs (weights, sum, hidden, pairs, n_pairs, vector, of_pairs, scores);
}
