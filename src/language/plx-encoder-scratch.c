/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"

/* The memory a call writes on; kept between calls, one for each that runs at
 * the same time. Sized for the largest batch there can be; pages that no batch
 * reaches are never touched. */

static gpointer
make (gsize n,
      gsize size)
{
  return g_aligned_alloc (MAX (n, 1), size, 64);
}

static gsize
widest_row (const PlxEncoder *encoder)
{
  gsize widest = MAX (3 * encoder->config->hidden, encoder->config->ffn);

  widest = MAX (widest, encoder->name.hidden.n_out);
  widest = MAX (widest, encoder->name.out.n_out);
  return MAX (widest, encoder->vector.n_padded);
}

static gsize
most_labels (const PlxEncoder *encoder)
{
  gsize most = MAX (encoder->upos.n_padded, encoder->xpos.n_padded);

  most = MAX (most, 2 * encoder->name.out.n_padded);
  return MAX (most, encoder->tree.label_columns.n_padded);
}

static void
make_layer_rows (PlxScratch       *s,
                 const PlxEncoder *encoder)
{
  gsize hidden = encoder->config->hidden, rows = s->n_rows, width = widest_row (encoder);

  s->x = make (rows * hidden, sizeof (float));
  s->mixed = make (rows * hidden, sizeof (float));
  s->attended = make (rows * hidden, sizeof (float));
  s->narrow = make (rows * hidden + 4096, sizeof (float));
  s->wide = make (rows * width, sizeof (float));
  s->q = make ((rows + 1) * width, 1);
  s->scales = make (rows + 1, sizeof (float));
  s->out_scales = make (rows + 1, sizeof (float));
  s->keys = make (MAX (hidden, encoder->tree.n_arc) * PLX_PADDED (rows + 1), sizeof (float));
  s->scores = make (rows * PLX_PADDED (rows + 1), sizeof (float));
}

static void
make_head_rows (PlxScratch       *s,
                const PlxEncoder *encoder)
{
  gsize hidden = encoder->config->hidden, rows = s->n_rows;

  s->words = make ((rows + 1) * hidden, sizeof (float));
  s->feats = make ((rows + 1) * encoder->tree.feats.n_out, sizeof (float));
  s->products = make (rows * MAX (encoder->tree.n_arc, encoder->tree.n_label), sizeof (float));
  s->logits = make (rows * most_labels (encoder), sizeof (float));
  s->heads = g_new (gint32, rows);
  s->sum = make (hidden, sizeof (float));
}

PlxScratch *
plx_scratch_new (const PlxEncoder *encoder)
{
  PlxScratch *s = g_new0 (PlxScratch, 1);

  s->n_rows = MAX (PLX_BATCH_PIECES, MAX (PLX_MAX_UNIT_PIECES, PLX_MAX_UNIT_WORDS) + 2);
  s->pieces = g_new (guint32, s->n_rows);
  s->shapes = g_new (guint8, s->n_rows);
  s->word_pieces = g_new (guint8, s->n_rows);
  s->units = g_new (PlxUnit, s->n_rows);
  s->sentence_pieces = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->sentence_shapes = g_array_new (FALSE, FALSE, sizeof (guint8));
  s->sentence_counts = g_array_new (FALSE, FALSE, sizeof (guint8));
  make_layer_rows (s, encoder);
  make_head_rows (s, encoder);
  return s;
}

void
plx_scratch_free (PlxScratch *s)
{
  float *const floats[] = { s->x, s->mixed, s->attended, s->narrow, s->wide, s->scales,
                            s->out_scales, s->keys, s->scores, s->words, s->feats, s->products,
                            s->logits, s->sum };

  for (guint i = 0; i < G_N_ELEMENTS (floats); i++)
    g_aligned_free (floats[i]);
  g_aligned_free (s->q);
  g_free (s->heads);
  g_free (s->pieces);
  g_free (s->shapes);
  g_free (s->word_pieces);
  g_free (s->units);
  g_array_unref (s->sentence_pieces);
  g_array_unref (s->sentence_shapes);
  g_array_unref (s->sentence_counts);
  g_free (s);
}
