/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"

#include <string.h>

/* Finds the network's numbers in the weights file and brings the few that the
 * loops want otherwise into their form. The large matrices stay where they
 * lie. */

static gboolean
refuse (const PlxEncoder *self,
        const char       *what,
        GError          **error)
{
  g_set_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_DAMAGED,
               "the language model “%s” is damaged (%s); install it anew",
               plx_weights_get_path (self->weights), what);
  return FALSE;
}

/* Sums of columns, times the zero point: what it adds to each product. */
static gint32 *
make_corrections (const PlxLinear *linear,
                  gint32           zero_point)
{
  gint32 *sums = g_new0 (gint32, linear->n_out);

  for (gsize i = 0; i < linear->n_in; i++)
    for (gsize j = 0; j < linear->n_out; j++)
      sums[j] += linear->numbers[i * linear->n_out + j];
  for (gsize j = 0; j < linear->n_out; j++)
    sums[j] *= zero_point;
  return sums;
}

static gboolean
find_linear (const PlxEncoder *self,
             PlxLinear        *linear,
             const char       *name,
             const char       *bias_name,
             gsize             n_in,
             gsize             n_out,
             gint32            zero_point,
             GError          **error)
{
  g_autofree char *scale_name = g_strconcat (name, ".scale", NULL);

  linear->n_in = n_in;
  linear->n_out = n_out;
  linear->numbers = plx_weights_integers (self->weights, name, n_in, n_out, error);
  if (linear->numbers == NULL)
    return FALSE;
  linear->scales = plx_weights_floats (self->weights, scale_name, n_out, 0, error);
  if (linear->scales == NULL)
    return FALSE;
  linear->biases = plx_weights_floats (self->weights, bias_name, n_out, 0, error);
  if (linear->biases == NULL)
    return FALSE;
  linear->corrections = make_corrections (linear, zero_point);
  return TRUE;
}

/* Of a matrix, rows down and columns across, that lies in steps in a tensor. */
static void
make_dense (PlxDense    *dense,
            const float *weights,
            gsize        row_stride,
            gsize        column_stride,
            const float *biases,
            gsize        bias_stride,
            gsize        n_in,
            gsize        n_out)
{
  dense->n_in = n_in;
  dense->n_out = n_out;
  dense->n_padded = PLX_PADDED (n_out);
  dense->weights = g_new0 (float, n_in * dense->n_padded);
  dense->biases = g_new0 (float, dense->n_padded);
  for (gsize i = 0; i < n_in; i++)
    for (gsize j = 0; j < n_out; j++)
      dense->weights[i * dense->n_padded + j] = weights[i * row_stride + j * column_stride];
  for (gsize j = 0; j < n_out; j++)
    dense->biases[j] = biases[j * bias_stride];
}

/* Does nothing when there is to be no such head. */
static gboolean
find_dense (const PlxEncoder *self,
            PlxDense         *dense,
            const char       *name,
            gsize             n_in,
            gsize             n_out,
            GError          **error)
{
  g_autofree char *weight_name = g_strconcat (name, ".w", NULL);
  g_autofree char *bias_name = g_strconcat (name, ".b", NULL);
  const float *weights, *biases;

  if (n_out == 0)
    return TRUE;
  weights = plx_weights_floats (self->weights, weight_name, n_in, n_out, error);
  if (weights == NULL)
    return FALSE;
  biases = plx_weights_floats (self->weights, bias_name, n_out, 0, error);
  if (biases == NULL)
    return FALSE;
  make_dense (dense, weights, n_out, 1, biases, 1, n_in, n_out);
  return TRUE;
}

static gboolean
find_norm (const PlxEncoder *self,
           const float      *norm[2],
           const char       *name,
           GError          **error)
{
  static const char *const PARTS[2] = { ".w", ".b" };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *full = g_strconcat (name, PARTS[i], NULL);

      norm[i] = plx_weights_floats (self->weights, full, self->config->hidden, 0, error);
      if (norm[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_layer (const PlxEncoder *self,
            guint             i,
            GError          **error)
{
  static const char *const NAMES[] = { "qkv", "out", "up", "down" };
  gsize hidden = self->config->hidden, ffn = self->config->ffn;
  PlxLayer *layer = &self->layers[i];
  PlxLinear *const linears[] = { &layer->qkv, &layer->out, &layer->up, &layer->down };
  const gsize sizes[][2] = {
    { hidden, 3 * hidden }, { hidden, hidden }, { hidden, ffn }, { ffn, hidden },
  };
  g_autofree char *norm1 = g_strdup_printf ("layer.%u.norm1", i);
  g_autofree char *norm2 = g_strdup_printf ("layer.%u.norm2", i);

  for (guint k = 0; k < G_N_ELEMENTS (NAMES); k++)
    {
      g_autofree char *name = g_strdup_printf ("layer.%u.%s", i, NAMES[k]);
      g_autofree char *bias = g_strconcat (name, ".bias", NULL);
      gint32 zero = linears[k] == &layer->down ? PLX_ZERO_POINT_GELU : PLX_ZERO_POINT;

      if (!find_linear (self, linears[k], name, bias, sizes[k][0], sizes[k][1], zero, error))
        return FALSE;
    }
  return find_norm (self, layer->norm1, norm1, error) &&
         find_norm (self, layer->norm2, norm2, error);
}

static gboolean
find_embeddings (PlxEncoder *self,
                 GError    **error)
{
  const PlxWeightsConfig *config = self->config;
  gsize n_bytes;
  const char *list = plx_weights_bytes (self->weights, "pieces", &n_bytes, error);

  if (list == NULL)
    return FALSE;
  self->pieces = plx_pieces_new (list, n_bytes, config->n_pieces, config->unk);
  if (self->pieces == NULL)
    return refuse (self, "its list of pieces has another length", error);
  self->words = plx_weights_integers (self->weights, "words", config->n_pieces, config->hidden,
                                      error);
  if (self->words == NULL)
    return FALSE;
  self->word_scales = plx_weights_floats (self->weights, "words.scale", config->n_pieces, 0, error);
  if (self->word_scales == NULL)
    return FALSE;
  self->positions = plx_weights_floats (self->weights, "positions", config->positions,
                                        config->hidden, error);
  if (self->positions == NULL)
    return FALSE;
  self->shapes = plx_weights_floats (self->weights, "shapes", PLX_N_SHAPES, config->hidden, error);
  return self->shapes != NULL && find_norm (self, self->embed_norm, "embed.norm", error);
}

static int
find_label (const PlxEncoder *self,
            PlxLabelSet       set,
            const char       *label)
{
  for (guint i = 0; i < self->config->n_labels[set]; i++)
    if (strcmp (self->config->labels[set][i], label) == 0)
      return (int) i;
  return -1;
}

/* "I-X" may follow "B-X" and "I-X", all else may follow anything. */
static void
make_name_order (PlxEncoder *self)
{
  guint n = self->config->n_labels[PLX_HEAD_NAME];

  self->name.from = g_malloc0_n (n, sizeof *self->name.from);
  for (guint i = 0; i < n; i++)
    {
      const char *label = self->config->labels[PLX_HEAD_NAME][i];
      g_autofree char *begin = NULL;

      self->name.from[i][0] = -2;
      if (!g_str_has_prefix (label, "I-"))
        continue;
      begin = g_strconcat ("B-", label + 2, NULL);
      self->name.from[i][0] = find_label (self, PLX_HEAD_NAME, begin);
      self->name.from[i][1] = (int) i;
    }
}

/* A party is an organisation, a state a place. */
static void
find_broad_kinds (PlxEncoder *self)
{
  static const char * const kinds[][2] = { { "PARTY", "ORG" }, { "STATE", "LOC" } };
  guint n = self->config->n_labels[PLX_HEAD_NAME];

  self->name.broad = g_new (guint8, n);
  for (guint i = 0; i < n; i++)
    {
      const char *label = self->config->labels[PLX_HEAD_NAME][i];

      self->name.broad[i] = (guint8) i;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (label[0] != 'O' && g_str_equal (label + 2, kinds[k][0]))
          {
            g_autofree char *broad = g_strdup_printf ("%c-%s", label[0], kinds[k][1]);
            int found = find_label (self, PLX_HEAD_NAME, broad);

            self->name.broad[i] = (guint8) (found >= 0 ? found : (int) i);
          }
    }
}

static gboolean
find_name_head (PlxEncoder *self,
                GError    **error)
{
  gsize n_labels = self->config->n_labels[PLX_HEAD_NAME];
  gsize width = plx_weights_get_size (self->weights, "name.1.w", 1);

  if (width % PLX_KERNEL_LANES != 0)
    return refuse (self, "“name.1.w” has another size", error);
  make_name_order (self);
  find_broad_kinds (self);
  return find_linear (self, &self->name.hidden, "name.1.w", "name.1.bias", self->config->hidden,
                      width, PLX_ZERO_POINT, error) &&
         find_dense (self, &self->name.out, "name.2", width, n_labels, error);
}

/* Takes the ones that stand behind the features out of the label tensor:
 * a matrix of features and features, a row, and a column. */
static void
make_labels (PlxTreeHead *tree,
             const float *tensor,
             gsize        n_labels)
{
  gsize n = tree->n_label, side = n + 1;

  tree->label = g_new (float, n_labels * n * n);
  tree->label_rows = g_new (float, n_labels * n);
  for (gsize r = 0; r < n_labels; r++)
    {
      const float *from = tensor + r * side * side;

      for (gsize i = 0; i < n; i++)
        memcpy (tree->label + (r * n + i) * n, from + i * side, n * sizeof (float));
      memcpy (tree->label_rows + r * n, from + n * side, n * sizeof (float));
    }
  make_dense (&tree->label_columns, tensor + n, side, side * side, tensor + n * side + n,
              side * side, n, n_labels);
}

static gboolean
find_tree_head (PlxEncoder *self,
                GError    **error)
{
  PlxTreeHead *tree = &self->tree;
  gsize n_labels = self->config->n_labels[PLX_HEAD_DEPREL];
  gsize n_arc = plx_weights_get_size (self->weights, "tree.arc", 1);
  gsize side = plx_weights_get_size (self->weights, "tree.label", 1);
  const float *labels;
  int part;

  tree->n_arc = n_arc;
  tree->n_label = side > 0 ? side - 1 : 0;
  if (n_arc % PLX_KERNEL_LANES != 0 || tree->n_label % PLX_KERNEL_LANES != 0 ||
      tree->n_label == 0 || n_arc == 0 || n_arc > 4096 || tree->n_label > 4096)
    return refuse (self, "“tree.arc” or “tree.label” has another size", error);
  tree->arc = plx_weights_floats (self->weights, "tree.arc", n_arc + 1, n_arc, error);
  if (tree->arc == NULL)
    return FALSE;
  labels = plx_weights_find (self->weights, "tree.label", n_labels * side * side);
  if (labels == NULL || plx_weights_get_size (self->weights, "tree.label", 2) != side)
    return refuse (self, "“tree.label” has another size", error);
  make_labels (tree, labels, n_labels);
  tree->root = plx_weights_floats (self->weights, "root", self->config->hidden, 0, error);
  if (tree->root == NULL)
    return FALSE;
  tree->root_label = find_label (self, PLX_HEAD_DEPREL, "root");
  part = find_label (self, PLX_HEAD_DEPREL, "parataxis");
  tree->part_label = (guint16) MAX (part, 0);
  return find_linear (self, &tree->feats, "tree.feats", "tree.feats.bias", self->config->hidden,
                      2 * n_arc + 2 * tree->n_label, PLX_ZERO_POINT, error);
}

static gboolean
find_heads (PlxEncoder *self,
            GError    **error)
{
  const PlxWeightsConfig *config = self->config;
  gsize n_meaning = plx_weights_has (self->weights, "meaning.w") ? config->n_meaning : 0;

  return find_dense (self, &self->upos, "upos", config->hidden, config->n_labels[PLX_HEAD_UPOS],
                     error) &&
         find_dense (self, &self->xpos, "xpos", config->hidden, config->n_labels[PLX_HEAD_XPOS],
                     error) &&
         find_name_head (self, error) && find_tree_head (self, error) &&
         find_dense (self, &self->meaning, "meaning", config->hidden, n_meaning, error) &&
         find_dense (self, &self->vector, "vector", config->hidden, config->n_vector, error);
}

gboolean
plx_encoder_find_numbers (PlxEncoder *self,
                          GError    **error)
{
  if (!find_embeddings (self, error))
    return FALSE;
  self->mix = plx_weights_floats (self->weights, "mix", self->config->layers, 0, error);
  if (self->mix == NULL)
    return FALSE;
  self->layers = g_new0 (PlxLayer, self->config->layers);
  for (guint i = 0; i < self->config->layers; i++)
    if (!find_layer (self, i, error))
      return FALSE;
  return find_heads (self, error);
}

static void
free_linear (PlxLinear *linear)
{
  g_free (linear->corrections);
  g_free (linear->floats);
}

static void
free_dense (PlxDense *dense)
{
  g_free (dense->weights);
  g_free (dense->biases);
}

void
plx_encoder_free_numbers (PlxEncoder *self)
{
  for (guint i = 0; self->layers != NULL && i < self->config->layers; i++)
    {
      free_linear (&self->layers[i].qkv);
      free_linear (&self->layers[i].out);
      free_linear (&self->layers[i].up);
      free_linear (&self->layers[i].down);
    }
  g_free (self->layers);
  free_linear (&self->name.hidden);
  free_linear (&self->tree.feats);
  free_dense (&self->upos);
  free_dense (&self->xpos);
  free_dense (&self->name.out);
  free_dense (&self->tree.label_columns);
  free_dense (&self->meaning);
  free_dense (&self->vector);
  g_free (self->name.from);
  g_free (self->name.broad);
  g_free (self->tree.label);
  g_free (self->tree.label_rows);
  plx_pieces_free (self->pieces);
}

static void
make_linear_floats (PlxLinear *linear)
{
  linear->floats = g_new (float, linear->n_in * linear->n_out);
  for (gsize i = 0; i < linear->n_in; i++)
    for (gsize j = 0; j < linear->n_out; j++)
      linear->floats[i * linear->n_out + j] =
        (float) linear->numbers[i * linear->n_out + j] * linear->scales[j];
}

/* The large matrices as floats: four times their size, so only on demand. */
void
plx_encoder_make_floats (PlxEncoder *self)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; !self->has_floats && i < self->config->layers; i++)
    {
      make_linear_floats (&self->layers[i].qkv);
      make_linear_floats (&self->layers[i].out);
      make_linear_floats (&self->layers[i].up);
      make_linear_floats (&self->layers[i].down);
    }
  if (!self->has_floats)
    {
      make_linear_floats (&self->name.hidden);
      make_linear_floats (&self->tree.feats);
    }
  self->has_floats = TRUE;
  g_mutex_unlock (&self->mutex);
}
