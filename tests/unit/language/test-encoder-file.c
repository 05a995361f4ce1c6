/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder.h"
#include "tiny-weights.h"

#include <math.h>
#include <string.h>

/* Weights that are not there, not whole, not right, or made to hurt: each is
 * refused in its own words or read without harm. The sanitizers watch. */

static PlxEncoder *
load_bytes (const GByteArray *bytes, GError **error)
{
  char *path = tiny_write_bytes (bytes);
  PlxEncoder *encoder = plx_encoder_new (path, error);

  tiny_remove (path);
  return encoder;
}

static void
assert_refused (const GByteArray *bytes, PlxEncoderError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxEncoder) encoder = load_bytes (bytes, &error);

  g_assert_null (encoder);
  g_assert_error (error, PLX_ENCODER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, ".plxm"));
}

/* Reads a little with whatever was loaded. */
static void
try_reading (PlxEncoder *encoder)
{
  static const char TEXT[] = "The talks, 9";
  static const PlxSpan WORDS[] = { { 0, 3 }, { 4, 9 }, { 9, 10 }, { 11, 12 } };
  PlxEncoderSentence sentence = { TEXT, WORDS, G_N_ELEMENTS (WORDS) };
  g_autofree PlxWordReading *words = g_new0 (PlxWordReading, G_N_ELEMENTS (WORDS));
  g_autofree float *meaning = g_new0 (float, plx_encoder_get_n_meaning (encoder) + 1);
  g_autofree float *vectors = g_new0 (float, 4 * plx_encoder_get_n_vector (encoder) + 1);
  PlxEncoderReading reading = { words, meaning, vectors };
  g_autoptr (GError) error = NULL;

  plx_encoder_read (encoder, &sentence, 1,
                    PLX_READ_TAGS | PLX_READ_TREE | PLX_READ_NAMES | PLX_READ_MEANING |
                    PLX_READ_VECTORS, PLX_PRECISION_INT8, &reading, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_assert_cmpint (words[i].head, >=, -1);
      g_assert_cmpint (words[i].head, <, 4);
      g_assert_cmpuint (words[i].name, <, plx_encoder_get_n_labels (encoder, PLX_HEAD_NAME));
      g_assert_cmpuint (words[i].upos, <, plx_encoder_get_n_labels (encoder, PLX_HEAD_UPOS));
      g_assert_cmpuint (words[i].deprel, <, plx_encoder_get_n_labels (encoder, PLX_HEAD_DEPREL));
    }
}

/* Loads what may or may not be sound; it must not crash. */
static void
try_bytes (const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxEncoder) encoder = load_bytes (bytes, &error);

  if (encoder != NULL)
    try_reading (encoder);
  else
    g_assert_true (error->domain == PLX_ENCODER_ERROR);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_encoder_new ("/nowhere/english.plxm", &error));
  g_assert_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (plx_encoder_new ("/", &error));
  g_assert_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_MISSING);
}

static void
test_not_weights (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  assert_refused (bytes, PLX_ENCODER_ERROR_DAMAGED);
  g_byte_array_append (bytes, (const guint8 *) "<html>", 6);
  assert_refused (bytes, PLX_ENCODER_ERROR_DAMAGED);
  g_byte_array_set_size (bytes, 5000);
  memset (bytes->data, 'x', 5000);
  assert_refused (bytes, PLX_ENCODER_ERROR_DAMAGED);
}

static void
test_version (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (1);
  g_autoptr (GByteArray) bytes = tiny_weights_to_bytes (weights);
  char *pieces = strstr (weights->json, "uncased");

  bytes->data[4] = 2;
  assert_refused (bytes, PLX_ENCODER_ERROR_VERSION);
  memcpy (pieces, "unigram", 7);
  g_byte_array_unref (g_steal_pointer (&bytes));
  bytes = tiny_weights_to_bytes (weights);
  assert_refused (bytes, PLX_ENCODER_ERROR_VERSION);
}

static void
test_cut_off (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (2);
  g_autoptr (GByteArray) whole = tiny_weights_to_bytes (weights);

  for (guint n = 0; n < whole->len; n += n < 3000 ? 37 : 4001)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();

      g_byte_array_append (part, whole->data, n);
      assert_refused (part, PLX_ENCODER_ERROR_DAMAGED);
    }
}

static void
test_changed (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (3);
  g_autoptr (GByteArray) bytes = tiny_weights_to_bytes (weights);
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);

  for (guint round = 0; round < 60; round++)
    {
      guint at = (guint) g_rand_int_range (rand, 16, (gint32) bytes->len);
      guint8 bit = (guint8) (1 << g_rand_int_range (rand, 0, 8));
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxEncoder) encoder = NULL;

      bytes->data[at] ^= bit;
      encoder = load_bytes (bytes, &error);
      g_assert_null (encoder);
      g_assert_true (g_error_matches (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_DAMAGED) ||
                     g_error_matches (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_VERSION));
      bytes->data[at] ^= bit;
    }
  try_bytes (bytes);
}

/* Bytes of the head and the table changed at random, with a right hash. */
static void
test_hostile_bytes (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (4);
  g_autoptr (GByteArray) whole = tiny_weights_to_bytes (weights);
  g_autoptr (GRand) rand = g_rand_new_with_seed (44);
  guint table = 64 + (guint) strlen (weights->json) + 96 * weights->tensors->len;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, whole->data, whole->len);
      for (guint i = 0; i < 1 + round % 4; i++)
        bytes->data[g_rand_int_range (rand, 48, (gint32) table)] =
          (guint8) (round % 2 == 0 ? g_rand_int_range (rand, 0, 256)
                                   : "0\xff\x7f\x80{}\"9"[g_rand_int_range (rand, 0, 8)]);
      tiny_sign (bytes);
      try_bytes (bytes);
    }
}

static void
test_hostile_sizes (void)
{
  static const char *const CHANGES[][2] = {
    { "\"hidden\":32", "\"hidden\":64" }, { "\"hidden\":32", "\"hidden\":2147483647" },
    { "\"hidden\":32", "\"hidden\":-32" }, { "\"hidden\":32", "\"hidden\":\"32\"" },
    { "\"hidden\":32", "\"hidden\":33" }, { "\"heads\":2", "\"heads\":0" },
    { "\"heads\":2", "\"heads\":3" }, { "\"layers\":2", "\"layers\":3" },
    { "\"layers\":2", "\"layers\":9223372036854775807" }, { "\"ffn\":64", "\"ffn\":128" },
    { "\"positions\":64", "\"positions\":2" }, { "\"positions\":64", "\"positions\":65" },
    { "\"n_pieces\":69", "\"n_pieces\":70" }, { "\"n_pieces\":69", "\"n_pieces\":0" },
    { "\"cls\":2", "\"cls\":69" }, { "\"unk\":1", "\"unk\":-1" },
    { "\"max_word_pieces\":12", "\"max_word_pieces\":65" },
    { "\"max_word_pieces\":12", "\"max_word_pieces\":0" },
    { "\"meaning\":32", "\"meaning\":31" }, { "\"vector\":12", "\"vector\":1e9" },
    { "[\"A\",", "[1," }, { "[\"A\",", "[" }, { "\"upos\"", "\"tags\"" },
    { "\"labels\":{", "\"labels\":[],\"x\":{" }, { "\"eps\":1e-12", "\"eps\":-1" }, { "{", "[" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CHANGES); i++)
    {
      g_autoptr (TinyWeights) weights = tiny_weights_new (5);
      g_autoptr (GString) json = g_string_new (weights->json);
      g_autoptr (GByteArray) bytes = NULL;

      g_assert_cmpuint (g_string_replace (json, CHANGES[i][0], CHANGES[i][1], 1), ==, 1);
      g_free (weights->json);
      weights->json = g_strdup (json->str);
      bytes = tiny_weights_to_bytes (weights);
      assert_refused (bytes, PLX_ENCODER_ERROR_DAMAGED);
    }
}

/* Brackets that would use up the parser's stack. */
static void
test_deep (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (9);
  g_autoptr (GByteArray) bytes = NULL;

  g_free (weights->json);
  weights->json = g_strnfill (3000000, '[');
  bytes = tiny_weights_to_bytes (weights);
  assert_refused (bytes, PLX_ENCODER_ERROR_DAMAGED);
}

/* Every tensor once missing, once of another shape. */
static void
test_tensors (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (6);

  for (guint i = 0; i < weights->tensors->len; i++)
    {
      TinyTensor *tensor = weights->tensors->pdata[i];
      g_autoptr (GByteArray) renamed = NULL;
      g_autoptr (GByteArray) turned = NULL;

      tensor->name[0] ^= 1;
      renamed = tiny_weights_to_bytes (weights);
      tensor->name[0] ^= 1;
      if (!g_str_has_prefix (tensor->name, "meaning."))
        assert_refused (renamed, PLX_ENCODER_ERROR_DAMAGED);
      else
        try_bytes (renamed);
      tensor->n_dims++;
      tensor->dims[tensor->n_dims - 1] = 1;
      turned = tiny_weights_to_bytes (weights);
      tensor->n_dims--;
      if (strcmp (tensor->name, "tree.label") != 0)
        assert_refused (turned, PLX_ENCODER_ERROR_DAMAGED);
      else
        try_bytes (turned);
    }
}

/* Numbers that are none, everywhere, under a right hash. */
static void
test_no_numbers (void)
{
  static const float ODD[] = { NAN, INFINITY, -INFINITY, 3e38f, -3e38f, 1e-40f };

  for (guint round = 0; round < G_N_ELEMENTS (ODD) + 4; round++)
    {
      g_autoptr (TinyWeights) weights = tiny_weights_new (7);
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (GByteArray) bytes = NULL;

      for (guint i = 0; i < weights->tensors->len; i++)
        {
          TinyTensor *tensor = weights->tensors->pdata[i];
          float *floats = (float *) (void *) tensor->data->data;

          for (guint k = 0; tensor->type == TINY_F32 && k < tensor->data->len / 4; k++)
            if (round < G_N_ELEMENTS (ODD) || g_rand_int_range (rand, 0, 20) == 0)
              floats[k] = ODD[round < G_N_ELEMENTS (ODD) ? round
                              : (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (ODD))];
        }
      bytes = tiny_weights_to_bytes (weights);
      try_bytes (bytes);
    }
}

/* Half floats in the file are read as the floats they stand for. */
static void
test_half_floats (void)
{
  static const guint16 HALVES[] = { 0x3c00, 0xc000, 0x0001, 0x7bff, 0x8000, 0x3555 };
  static const float FLOATS[] = { 1, -2, 0x1p-24f, 65504, -0.0f, 0.333251953125f };
  g_autoptr (TinyWeights) weights = tiny_weights_new (8);
  TinyTensor *mix = tiny_find (weights, "mix");
  TinyTensor *more = g_new0 (TinyTensor, 1);
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (PlxEncoder) encoder = NULL;

  *more = (TinyTensor) { g_strdup ("coref.x"), TINY_F16, 1, { 6 }, g_byte_array_new () };
  g_byte_array_append (more->data, (const guint8 *) HALVES, sizeof HALVES);
  g_ptr_array_add (weights->tensors, more);
  mix->type = TINY_F16;
  g_byte_array_set_size (mix->data, 4);
  memcpy (mix->data->data, HALVES, 4);
  bytes = tiny_weights_to_bytes (weights);
  encoder = load_bytes (bytes, NULL);
  g_assert_nonnull (encoder);
  g_assert_cmpmem (plx_encoder_get_floats (encoder, "coref.x", 6), sizeof FLOATS, FLOATS,
                   sizeof FLOATS);
  g_assert_cmpmem (plx_encoder_get_floats (encoder, "mix", 2), 8, FLOATS, 8);
  try_reading (encoder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/encoder-file/missing", test_missing);
  g_test_add_func ("/language/encoder-file/not-weights", test_not_weights);
  g_test_add_func ("/language/encoder-file/version", test_version);
  g_test_add_func ("/language/encoder-file/cut-off", test_cut_off);
  g_test_add_func ("/language/encoder-file/changed", test_changed);
  g_test_add_func ("/language/encoder-file/hostile-bytes", test_hostile_bytes);
  g_test_add_func ("/language/encoder-file/hostile-sizes", test_hostile_sizes);
  g_test_add_func ("/language/encoder-file/deep", test_deep);
  g_test_add_func ("/language/encoder-file/tensors", test_tensors);
  g_test_add_func ("/language/encoder-file/no-numbers", test_no_numbers);
  g_test_add_func ("/language/encoder-file/half-floats", test_half_floats);
  return g_test_run ();
}
