/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"

#include <math.h>
#include <oneapi/dnnl/dnnl.h>
#include <string.h>

/* The layers of a batch. Sentences of any length stand one after the other,
 * without padding: products go over all rows at once, attention over the rows
 * of one unit. oneDNN does the large products; sums of whole numbers are exact
 * and so the same whatever the batch. Rows come in 7 bits since without VNNI
 * its kernels add pairs in 16 bits, which 8 bits would overflow. */

#define SCORE_ROWS 32   // rows of attention at a time, so that they stay in the cache

static gboolean
report (dnnl_status_t status,
        GError      **error)
{
  if (status == dnnl_success)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               "oneDNN could not multiply (status %d); is there enough memory?", (int) status);
  return FALSE;
}

/* @sums = @q × matrix, (n_rows, n_out); zero points are left to the corrections. */
static gboolean
multiply_integers (const PlxLinear *self,
                   const guint8    *q,
                   gsize            n_rows,
                   gint32          *sums,
                   GError         **error)
{
  const gint32 none = 0;

  return report (dnnl_gemm_u8s8s32 ('N', 'N', 'F', (dnnl_dim_t) n_rows, (dnnl_dim_t) self->n_out,
                                    (dnnl_dim_t) self->n_in, 1.0f, q, (dnnl_dim_t) self->n_in, 0,
                                    self->numbers, (dnnl_dim_t) self->n_out, 0, 0.0f, sums,
                                    (dnnl_dim_t) self->n_out, &none),
                 error);
}

static gboolean
multiply_floats (const PlxLinear *self,
                 const float     *x,
                 gsize            n_rows,
                 float           *y,
                 GError         **error)
{
  for (gsize i = 0; i < n_rows; i++)
    memcpy (y + i * self->n_out, self->biases, self->n_out * sizeof (float));
  return report (dnnl_sgemm ('N', 'N', (dnnl_dim_t) n_rows, (dnnl_dim_t) self->n_out,
                             (dnnl_dim_t) self->n_in, 1.0f, x, (dnnl_dim_t) self->n_in,
                             self->floats, (dnnl_dim_t) self->n_out, 1.0f, y,
                             (dnnl_dim_t) self->n_out),
                 error);
}

static PlxColumns
columns_of (const PlxLinear *linear)
{
  return (PlxColumns) { linear->corrections, linear->scales, linear->biases,
                        (guint) linear->n_out };
}

gboolean
plx_linear_apply (const PlxLinear  *self,
                  const PlxKernels *kernels,
                  PlxPrecision      precision,
                  const float      *x,
                  gsize             n_rows,
                  PlxQuantised      q,
                  float            *y,
                  GError          **error)
{
  PlxColumns columns = columns_of (self);

  if (precision == PLX_PRECISION_FP32)
    return multiply_floats (self, x, n_rows, y, error);
  kernels->quantise (x, n_rows, self->n_in, q);
  if (!multiply_integers (self, q.q, n_rows, (gint32 *) y, error))
    return FALSE;
  kernels->restore (y, n_rows, q.scales, &columns);
  return TRUE;
}

/* The oracle goes by the definition, not by our loops' approximation. */
void
plx_encoder_gelu (const PlxKernels *kernels,
                  PlxPrecision      precision,
                  float            *x,
                  gsize             n)
{
  if (precision == PLX_PRECISION_INT8)
    kernels->gelu (x, n);
  else
    for (gsize i = 0; i < n; i++)
      x[i] = 0.5f * x[i] * (1.0f + erff (x[i] * (float) M_SQRT1_2));
}

static void
embed (const PlxEncoder *self,
       PlxScratch       *s)
{
  gsize hidden = self->config->hidden;

  for (guint u = 0; u < s->n_units; u++)
    for (guint i = 0; i < s->units[u].n_pieces; i++)
      {
        gsize row = s->units[u].first_piece + i;
        gsize piece = s->pieces[row];

        self->kernels->add_integers (s->x + row * hidden, self->words + piece * hidden,
                                     self->word_scales[piece], self->positions + i * hidden,
                                     self->shapes + s->shapes[row] * hidden, hidden);
      }
  self->kernels->add_norm (s->x, NULL, s->n_pieces, hidden, self->embed_norm[0],
                           self->embed_norm[1], self->config->eps);
}

/* Each piece of a unit looks at all pieces of it. @qkv is (n, 3 × hidden). */
static void
attend (const PlxEncoder *self,
        PlxScratch       *s,
        const float      *qkv,
        gsize             n,
        float            *to)
{
  gsize hidden = self->config->hidden, width = hidden / self->config->heads;
  gsize stride = PLX_PADDED (n), length = 3 * hidden;
  float factor = 1.0f / sqrtf ((float) width);

  for (gsize d = 0; d < width; d++)
    memset (s->keys + d * stride + n, 0, (stride - n) * sizeof (float));
  for (gsize head = 0; head < hidden; head += width)
    {
      const float *values = qkv + 2 * hidden + head;

      self->kernels->turn (qkv + hidden + head, length, n, width, s->keys, stride);
      for (gsize i = 0; i < n; i += SCORE_ROWS)
        {
          gsize rows = MIN (n - i, SCORE_ROWS);

          self->kernels->multiply (rows, stride, width, qkv + i * length + head, length, s->keys,
                                   stride, NULL, s->scores, stride);
          self->kernels->softmax (s->scores, rows, n, stride, factor);
          self->kernels->multiply (rows, width, n, s->scores, stride, values, length, NULL,
                                   to + i * hidden + head, hidden);
        }
    }
}

/* down (GELU (up (x))): what is between them goes from product to product in
 * 7 bits. */
static gboolean
feed_forward (const PlxEncoder *self,
              PlxScratch       *s,
              const PlxLayer   *layer,
              PlxPrecision      precision,
              GError          **error)
{
  const PlxKernels *kernels = self->kernels;
  PlxColumns up = columns_of (&layer->up), down = columns_of (&layer->down);
  gsize n = s->n_pieces;

  if (precision == PLX_PRECISION_FP32)
    {
      if (!multiply_floats (&layer->up, s->x, n, s->wide, error))
        return FALSE;
      plx_encoder_gelu (kernels, precision, s->wide, n * layer->up.n_out);
      return multiply_floats (&layer->down, s->wide, n, s->narrow, error);
    }
  kernels->quantise (s->x, n, layer->up.n_in, (PlxQuantised) { s->q, s->scales });
  if (!multiply_integers (&layer->up, s->q, n, (gint32 *) s->wide, error))
    return FALSE;
  kernels->restore_gelu (s->wide, n, s->scales, &up, (PlxQuantised) { s->q, s->out_scales });
  if (!multiply_integers (&layer->down, s->q, n, (gint32 *) s->narrow, error))
    return FALSE;
  kernels->restore (s->narrow, n, s->out_scales, &down);
  return TRUE;
}

static gboolean
run_layer (const PlxEncoder *self,
           PlxScratch       *s,
           const PlxLayer   *layer,
           PlxPrecision      precision,
           GError          **error)
{
  const PlxKernels *kernels = self->kernels;
  gsize hidden = self->config->hidden, n = s->n_pieces;
  PlxQuantised q = { s->q, s->scales };

  if (!plx_linear_apply (&layer->qkv, kernels, precision, s->x, n, q, s->wide, error))
    return FALSE;
  for (guint u = 0; u < s->n_units; u++)
    attend (self, s, s->wide + s->units[u].first_piece * 3 * hidden, s->units[u].n_pieces,
            s->attended + s->units[u].first_piece * hidden);
  if (!plx_linear_apply (&layer->out, kernels, precision, s->attended, n, q, s->narrow, error))
    return FALSE;
  kernels->add_norm (s->x, s->narrow, n, hidden, layer->norm1[0], layer->norm1[1],
                     self->config->eps);
  if (!feed_forward (self, s, layer, precision, error))
    return FALSE;
  kernels->add_norm (s->x, s->narrow, n, hidden, layer->norm2[0], layer->norm2[1],
                     self->config->eps);
  return TRUE;
}

gboolean
plx_encoder_run_layers (const PlxEncoder *self,
                        PlxScratch       *scratch,
                        PlxPrecision      precision,
                        GError          **error)
{
  gsize n = (gsize) scratch->n_pieces * self->config->hidden;

  embed (self, scratch);
  memset (scratch->mixed, 0, n * sizeof (float));
  for (guint i = 0; i < self->config->layers; i++)
    {
      if (!run_layer (self, scratch, &self->layers[i], precision, error))
        return FALSE;
      self->kernels->add_scaled (scratch->mixed, scratch->x, self->mix[i], n);
    }
  return TRUE;
}
