/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tiny-weights.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const char TINY_JSON[] =
  "{\"name\":\"tiny\",\"hidden\":32,\"layers\":2,\"heads\":2,\"ffn\":64,\"positions\":64,"
  "\"eps\":1e-12,\"pieces\":\"wordpiece-uncased\",\"n_pieces\":69,\"cls\":2,\"sep\":3,\"pad\":0,"
  "\"unk\":1,\"max_word_pieces\":12,\"labels\":{\"upos\":[\"A\",\"B\",\"C\",\"D\",\"E\"],"
  "\"xpos\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"],"
  "\"deprel\":[\"nsubj\",\"root\",\"parataxis\",\"obj\"],"
  "\"name\":[\"O\",\"B-PER\",\"I-PER\",\"B-ORG\",\"I-ORG\"]},\"meaning\":32,\"vector\":12}";

static void
tiny_tensor_free (gpointer data)
{
  TinyTensor *tensor = data;

  g_free (tensor->name);
  g_byte_array_unref (tensor->data);
  g_free (tensor);
}

TinyTensor *
tiny_find (TinyWeights *self, const char *name)
{
  for (guint i = 0; i < self->tensors->len; i++)
    if (strcmp (((TinyTensor *) self->tensors->pdata[i])->name, name) == 0)
      return self->tensors->pdata[i];
  g_assert_not_reached ();
}

float *
tiny_floats (TinyWeights *self, const char *name)
{
  return (float *) (void *) tiny_find (self, name)->data->data;
}

static TinyTensor *
tiny_add (TinyWeights *self, const char *name, guint32 type, guint32 rows, guint32 columns)
{
  static const gsize SIZES[] = { 4, 1, 1, 2 };
  TinyTensor *tensor = g_new0 (TinyTensor, 1);

  tensor->name = g_strdup (name);
  tensor->type = type;
  tensor->n_dims = columns > 0 ? 2 : 1;
  tensor->dims[0] = rows;
  tensor->dims[1] = columns;
  tensor->data = g_byte_array_new ();
  g_byte_array_set_size (tensor->data, (guint) (SIZES[type] * rows * MAX (columns, 1)));
  memset (tensor->data->data, 0, tensor->data->len);
  g_ptr_array_add (self->tensors, tensor);
  return tensor;
}

static void
tiny_add_floats (TinyWeights *self, const char *name, guint32 rows, guint32 columns, double size,
                 double middle)
{
  TinyTensor *tensor = tiny_add (self, name, TINY_F32, rows, columns);
  float *floats = (float *) (void *) tensor->data->data;

  for (guint i = 0; i < tensor->data->len / 4; i++)
    floats[i] = (float) (middle + g_rand_double_range (self->rand, -size, size));
}

/* Rows may be few, numbers are those of a trained matrix: small, of either sign. */
static void
tiny_add_matrix (TinyWeights *self, const char *name, const char *bias, guint32 rows,
                 guint32 columns)
{
  g_autofree char *scale = g_strconcat (name, ".scale", NULL);
  TinyTensor *tensor = tiny_add (self, name, TINY_I8, rows, columns);

  for (guint i = 0; i < tensor->data->len; i++)
    tensor->data->data[i] = (guint8) g_rand_int_range (self->rand, -127, 128);
  tiny_add_floats (self, scale, columns, 0, 0.0005, 0.003);
  tiny_add_floats (self, bias, columns, 0, 0.1, 0);
}

static void
tiny_add_pieces (TinyWeights *self)
{
  static const char *const WORDS[] = { "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "talk",
                                       "##s", "##ing", ".", ",", "!", "\xe4\xb8\xad", "9" };
  GByteArray *list = tiny_add (self, "pieces", TINY_BYTES, 1, 0)->data;
  TinyTensor *tensor = self->tensors->pdata[self->tensors->len - 1];

  g_byte_array_set_size (list, 0);
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    g_byte_array_append (list, (const guint8 *) WORDS[i], (guint) strlen (WORDS[i]) + 1);
  for (char c = 'a'; c <= 'z'; c++)
    {
      char piece[] = { c, 0 };

      g_byte_array_append (list, (const guint8 *) piece, 2);
    }
  for (char c = 'a'; c <= 'z'; c++)
    {
      char piece[] = { '#', '#', c, 0 };

      if (c != 's')
        g_byte_array_append (list, (const guint8 *) piece, 4);
    }
  for (guint i = 0; i < 5; i++)
    {
      char piece[] = { '[', 'n', 'o', (char) ('0' + i), ']', 0 };

      g_byte_array_append (list, (const guint8 *) piece, 6);
    }
  tensor->dims[0] = list->len;
}

static void
tiny_add_layer (TinyWeights *self, guint i)
{
  static const struct { const char *name; guint32 in, out; } MATRICES[] = {
    { "qkv", TINY_HIDDEN, 3 * TINY_HIDDEN }, { "out", TINY_HIDDEN, TINY_HIDDEN },
    { "up", TINY_HIDDEN, TINY_FFN }, { "down", TINY_FFN, TINY_HIDDEN },
  };
  static const char *const NORMS[] = { "norm1", "norm2" };

  for (guint m = 0; m < G_N_ELEMENTS (MATRICES); m++)
    {
      g_autofree char *name = g_strdup_printf ("layer.%u.%s", i, MATRICES[m].name);
      g_autofree char *bias = g_strconcat (name, ".bias", NULL);

      tiny_add_matrix (self, name, bias, MATRICES[m].in, MATRICES[m].out);
    }
  for (guint m = 0; m < G_N_ELEMENTS (NORMS); m++)
    {
      g_autofree char *weight = g_strdup_printf ("layer.%u.%s.w", i, NORMS[m]);
      g_autofree char *bias = g_strdup_printf ("layer.%u.%s.b", i, NORMS[m]);

      tiny_add_floats (self, weight, TINY_HIDDEN, 0, 0.2, 1);
      tiny_add_floats (self, bias, TINY_HIDDEN, 0, 0.1, 0);
    }
}

static void
tiny_add_heads (TinyWeights *self)
{
  static const struct { const char *name; guint32 in, out; } HEADS[] = {
    { "upos", TINY_HIDDEN, TINY_UPOS }, { "xpos", TINY_HIDDEN, TINY_XPOS },
    { "name.2", TINY_NAME, TINY_NAMES }, { "meaning", TINY_HIDDEN, TINY_HIDDEN },
    { "vector", TINY_HIDDEN, TINY_VECTOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (HEADS); i++)
    {
      g_autofree char *weight = g_strconcat (HEADS[i].name, ".w", NULL);
      g_autofree char *bias = g_strconcat (HEADS[i].name, ".b", NULL);

      tiny_add_floats (self, weight, HEADS[i].in, HEADS[i].out, 0.5, 0);
      tiny_add_floats (self, bias, HEADS[i].out, 0, 0.1, 0);
    }
  tiny_add_matrix (self, "name.1.w", "name.1.bias", TINY_HIDDEN, TINY_NAME);
  tiny_add_floats (self, "root", TINY_HIDDEN, 0, 1, 0);
  tiny_add_matrix (self, "tree.feats", "tree.feats.bias", TINY_HIDDEN,
                   2 * TINY_ARC + 2 * TINY_LABEL);
  tiny_add_floats (self, "tree.arc", TINY_ARC + 1, TINY_ARC, 0.5, 0);
  tiny_add_floats (self, "tree.label", TINY_DEPREL, TINY_LABEL + 1, 0.5, 0);
}

TinyWeights *
tiny_weights_new (guint32 seed)
{
  TinyWeights *self = g_new0 (TinyWeights, 1);
  TinyTensor *label;

  self->tensors = g_ptr_array_new_with_free_func (tiny_tensor_free);
  self->json = g_strdup (TINY_JSON);
  self->rand = g_rand_new_with_seed (seed);
  tiny_add_pieces (self);
  for (guint i = 0, n = tiny_add (self, "words", TINY_I8, 69, TINY_HIDDEN)->data->len; i < n; i++)
    tiny_find (self, "words")->data->data[i] = (guint8) g_rand_int_range (self->rand, -127, 128);
  tiny_add_floats (self, "words.scale", 69, 0, 0.002, 0.008);
  tiny_add_floats (self, "positions", TINY_POSITIONS, TINY_HIDDEN, 0.2, 0);
  tiny_add_floats (self, "shapes", 9, TINY_HIDDEN, 0.2, 0);
  tiny_add_floats (self, "embed.norm.w", TINY_HIDDEN, 0, 0.2, 1);
  tiny_add_floats (self, "embed.norm.b", TINY_HIDDEN, 0, 0.1, 0);
  for (guint i = 0; i < TINY_LAYERS; i++)
    tiny_add_layer (self, i);
  tiny_add_floats (self, "mix", TINY_LAYERS, 0, 0.1, 0.5);
  tiny_add_heads (self);
  /* The one tensor of three dimensions. */
  label = tiny_find (self, "tree.label");
  label->n_dims = 3;
  label->dims[2] = TINY_LABEL + 1;
  g_byte_array_set_size (label->data, TINY_DEPREL * (TINY_LABEL + 1) * (TINY_LABEL + 1) * 4);
  for (guint i = 0; i < label->data->len / 4; i++)
    ((float *) (void *) label->data->data)[i] = (float) g_rand_double_range (self->rand, -0.5, 0.5);
  return self;
}

void
tiny_weights_free (TinyWeights *self)
{
  g_ptr_array_unref (self->tensors);
  g_rand_free (self->rand);
  g_free (self->json);
  g_free (self);
}

static void
tiny_pad (GByteArray *bytes)
{
  static const guint8 ZERO[64];

  g_byte_array_append (bytes, ZERO, (64 - bytes->len % 64) % 64);
}

static void
tiny_append_table (const TinyWeights *self, GByteArray *bytes)
{
  guint64 at = bytes->len + (96 * self->tensors->len + 63) / 64 * 64;

  for (guint i = 0; i < self->tensors->len; i++)
    {
      const TinyTensor *tensor = self->tensors->pdata[i];
      guint64 n_bytes = tensor->data->len;
      char name[56] = { 0 };

      memcpy (name, tensor->name, strlen (tensor->name));
      g_byte_array_append (bytes, (const guint8 *) name, sizeof name);
      g_byte_array_append (bytes, (const guint8 *) &tensor->type, 4);
      g_byte_array_append (bytes, (const guint8 *) &tensor->n_dims, 4);
      g_byte_array_append (bytes, (const guint8 *) tensor->dims, sizeof tensor->dims);
      g_byte_array_append (bytes, (const guint8 *) &at, 8);
      g_byte_array_append (bytes, (const guint8 *) &n_bytes, 8);
      at += (n_bytes + 63) / 64 * 64;
    }
}

void
tiny_sign (GByteArray *bytes)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint64 n_bytes = bytes->len;
  guint8 digest[32];
  gsize n_digest = sizeof digest;

  g_checksum_update (sum, bytes->data + 48, bytes->len - 48);
  g_checksum_get_digest (sum, digest, &n_digest);
  memcpy (bytes->data + 8, &n_bytes, 8);
  memcpy (bytes->data + 16, digest, 32);
}

GByteArray *
tiny_weights_to_bytes (const TinyWeights *self)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32 head[12] = { 0, 1 };
  guint32 sizes[2] = { (guint32) strlen (self->json), self->tensors->len };

  memcpy (head, "PLXM", 4);
  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) sizes, sizeof sizes);
  g_byte_array_append (bytes, (const guint8 *) self->json, sizes[0]);
  tiny_pad (bytes);
  tiny_append_table (self, bytes);
  tiny_pad (bytes);
  for (guint i = 0; i < self->tensors->len; i++)
    {
      const TinyTensor *tensor = self->tensors->pdata[i];

      g_byte_array_append (bytes, tensor->data->data, tensor->data->len);
      tiny_pad (bytes);
    }
  tiny_sign (bytes);
  return bytes;
}

char *
tiny_write_bytes (const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  FILE *file = fdopen (g_file_open_tmp ("tiny-XXXXXX.plxm", &path, &error), "wb");

  g_assert_no_error (error);
  if (bytes->len > 0)
    g_assert_cmpuint (fwrite (bytes->data, 1, bytes->len, file), ==, bytes->len);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

char *
tiny_weights_write (const TinyWeights *self)
{
  g_autoptr (GByteArray) bytes = tiny_weights_to_bytes (self);

  return tiny_write_bytes (bytes);
}

void
tiny_remove (char *path)
{
  g_remove (path);
  g_free (path);
}
