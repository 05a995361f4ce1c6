/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"
#include "tiny-network.h"

#include <math.h>
#include <string.h>

#define ALL (PLX_READ_TAGS | PLX_READ_TREE | PLX_READ_NAMES | PLX_READ_MEANING | PLX_READ_VECTORS)

/* Sentences of TINY_WORDS, as the encoder takes them. */
typedef struct {
  GString *text;
  GArray *words;          // PlxSpan
  GArray *ids;            // guint
  GArray *sentences;      // PlxEncoderSentence; their words are set by finish ()
  GArray *begins;         // guint: first word of each
} Sentences;

static void
add_sentence (Sentences *self, GRand *rand, guint n_words)
{
  PlxEncoderSentence sentence = { NULL, NULL, n_words };

  if (self->text == NULL)
    {
      self->text = g_string_new (NULL);
      self->words = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      self->ids = g_array_new (FALSE, FALSE, sizeof (guint));
      self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxEncoderSentence));
      self->begins = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  g_array_append_val (self->begins, self->words->len);
  g_array_append_val (self->sentences, sentence);
  for (guint i = 0; i < n_words; i++)
    {
      guint id = (guint) g_rand_int_range (rand, 0, TINY_N_WORDS);
      PlxSpan span = { (guint32) self->text->len, 0 };

      g_string_append (self->text, TINY_WORDS[id]);
      span.end = (guint32) self->text->len;
      g_string_append_c (self->text, ' ');
      g_array_append_val (self->words, span);
      g_array_append_val (self->ids, id);
    }
}

static void
finish (Sentences *self)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      PlxEncoderSentence *sentence = &g_array_index (self->sentences, PlxEncoderSentence, i);

      sentence->text = self->text->str;
      sentence->words = (const PlxSpan *) (void *) self->words->data
                        + g_array_index (self->begins, guint, i);
    }
}

static void
sentences_clear (Sentences *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->words);
  g_array_unref (self->ids);
  g_array_unref (self->sentences);
  g_array_unref (self->begins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sentences, sentences_clear)

static PlxEncoderReading
reading_new (gsize n_words, gsize n_sentences)
{
  return (PlxEncoderReading) {
    g_new0 (PlxWordReading, MAX (n_words, 1)), g_new0 (float, MAX (n_sentences, 1) * TINY_HIDDEN),
    g_new0 (float, MAX (n_words, 1) * TINY_VECTOR),
  };
}

static void
reading_clear (PlxEncoderReading *self)
{
  g_free (self->words);
  g_free (self->meanings);
  g_free (self->vectors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxEncoderReading, reading_clear)

/* Field by field: the structure has padding. */
static void
assert_same_words (const PlxWordReading *a, const PlxWordReading *b, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (a[i].head, ==, b[i].head);
      g_assert_cmpuint (a[i].deprel, ==, b[i].deprel);
      g_assert_cmpuint (a[i].upos, ==, b[i].upos);
      g_assert_cmpuint (a[i].xpos, ==, b[i].xpos);
      g_assert_cmpuint (a[i].name, ==, b[i].name);
      g_assert_cmpmem (&a[i].name_p, sizeof (float), &b[i].name_p, sizeof (float));
    }
}

static void
assert_same_bits (const PlxEncoderReading *a, const PlxEncoderReading *b, gsize n_words,
                  gsize n_sentences)
{
  assert_same_words (a->words, b->words, n_words);
  g_assert_cmpmem (a->meanings, n_sentences * TINY_HIDDEN * sizeof (float),
                   b->meanings, n_sentences * TINY_HIDDEN * sizeof (float));
  g_assert_cmpmem (a->vectors, n_words * TINY_VECTOR * sizeof (float),
                   b->vectors, n_words * TINY_VECTOR * sizeof (float));
}

static void
read_sentences (const PlxEncoder *encoder, const Sentences *sentences, PlxPrecision precision,
                PlxEncoderReading *reading)
{
  g_autoptr (GError) error = NULL;

  plx_encoder_read (encoder, (const PlxEncoderSentence *) (void *) sentences->sentences->data,
                    sentences->sentences->len, ALL, precision, reading, NULL, &error);
  g_assert_no_error (error);
}

static PlxEncoder *
load (TinyWeights *weights)
{
  g_autoptr (GError) error = NULL;
  char *path = tiny_weights_write (weights);
  PlxEncoder *encoder = plx_encoder_new (path, &error);

  g_assert_no_error (error);
  tiny_remove (path);
  return encoder;
}

/* The label with the highest score, but not @except. */
static guint
best (const double *scores, guint n, int except)
{
  guint most = except == 0 ? 1 : 0;

  for (guint i = 0; i < n; i++)
    if ((int) i != except && scores[i] > scores[most])
      most = i;
  return most;
}

enum { NO_NAME, BEGIN_PERSON, IN_PERSON, BEGIN_BODY, IN_BODY };

static gboolean
may_follow (guint before, guint now)
{
  return (now != IN_PERSON || before == BEGIN_PERSON || before == IN_PERSON) &&
         (now != IN_BODY || before == BEGIN_BODY || before == IN_BODY);
}

/* Sum of the best run of labels from @word on, by trying all. */
static double
best_names (const TinyReading *expected, guint word, guint before)
{
  double most = -INFINITY;

  if (word == expected->n_words)
    return 0;
  for (guint label = 0; label < TINY_NAMES; label++)
    if (may_follow (before, label))
      most = MAX (most, expected->names[word * TINY_NAMES + label]
                        + best_names (expected, word + 1, label));
  return most;
}

static void
assert_names (const TinyReading *expected, const PlxWordReading *words)
{
  double sum = 0;

  for (guint i = 0; i < expected->n_words; i++)
    {
      const double *scores = expected->names + i * TINY_NAMES;
      double odds = 0;

      g_assert_true (may_follow (i > 0 ? words[i - 1].name : NO_NAME, words[i].name));
      sum += scores[words[i].name];
      for (guint k = 0; k < TINY_NAMES; k++)
        odds += exp (scores[k] - scores[words[i].name]);
      g_assert_cmpfloat_with_epsilon (words[i].name_p, 1 / odds, 1e-4);
    }
  g_assert_cmpfloat_with_epsilon (sum, best_names (expected, 0, NO_NAME), 1e-3);
}

static void
assert_tree (const TinyReading *expected, const PlxWordReading *words)
{
  guint n = expected->n_words, n_roots = 0;
  enum { ROOT = 1 };

  for (guint i = 0; i < n; i++)
    {
      guint head = (guint) (words[i].head + 1);

      g_assert_cmpuint (head, <=, n);
      n_roots += head == 0;
      if (head == 0)
        g_assert_cmpuint (words[i].deprel, ==, ROOT);
      else
        g_assert_cmpuint (words[i].deprel, ==,
                          best (expected->labels + (i * (n + 1) + head) * TINY_DEPREL, TINY_DEPREL,
                                ROOT));
    }
  g_assert_cmpuint (n_roots, ==, 1);
}

static double
distance (const float *found, const double *expected, gsize n)
{
  double most = 0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, fabs (found[i] - expected[i]));
  return most;
}

/* The best sum of arcs over the trees of up to 4 words that test-tree tries
 * in full is the decoder's business; here: are these the scores it saw? */
static double
arc_sum (const TinyReading *expected, const PlxWordReading *words)
{
  double sum = 0;

  for (guint i = 0; i < expected->n_words; i++)
    sum += expected->arcs[i * (expected->n_words + 1) + (guint) (words[i].head + 1)];
  return sum;
}

static void
test_network (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (11);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  double int8_meaning = 0, int8_vector = 0;

  for (guint round = 0; round < 40; round++)
    {
      guint n = 1 + round % 6;
      g_auto (Sentences) sentences = { 0 };
      g_auto (PlxEncoderReading) exact = reading_new (n, 1);
      g_auto (PlxEncoderReading) fast = reading_new (n, 1);
      g_autoptr (TinyReading) expected = NULL;

      add_sentence (&sentences, rand, n);
      finish (&sentences);
      expected = tiny_network_read (weights, (const guint *) (void *) sentences.ids->data, n);
      read_sentences (encoder, &sentences, PLX_PRECISION_FP32, &exact);
      read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &fast);
      g_assert_cmpfloat (distance (exact.meanings, expected->meaning, TINY_HIDDEN), <, 1e-5);
      g_assert_cmpfloat (distance (exact.vectors, expected->vectors, n * TINY_VECTOR), <, 1e-4);
      int8_meaning = MAX (int8_meaning, distance (fast.meanings, expected->meaning, TINY_HIDDEN));
      int8_vector = MAX (int8_vector, distance (fast.vectors, expected->vectors, n * TINY_VECTOR));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (exact.words[i].upos, ==,
                            best (expected->upos + i * TINY_UPOS, TINY_UPOS, -1));
          g_assert_cmpuint (exact.words[i].xpos, ==,
                            best (expected->xpos + i * TINY_XPOS, TINY_XPOS, -1));
        }
      assert_names (expected, exact.words);
      assert_tree (expected, exact.words);
      /* No other tree of the same words is better by their own scores. */
      g_assert_cmpfloat (arc_sum (expected, fast.words), <=,
                         arc_sum (expected, exact.words) + 1e-3);
    }
  g_test_message ("7-bit rows: meanings within %.4f, vectors within %.4f", int8_meaning,
                  int8_vector);
  g_assert_cmpfloat (int8_meaning, <, 0.03);
  g_assert_cmpfloat (int8_vector, <, 0.15);
}

/* A mixture of lengths, some over the batch, some over the unit. */
static void
add_many (Sentences *sentences, guint32 seed)
{
  static const guint LENGTHS[] = { 1, 7, 23, 0, 40, 61, 3, 200, 12, 700, 5, 90, 2 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 39; i++)
    add_sentence (sentences, rand, LENGTHS[i % G_N_ELEMENTS (LENGTHS)]);
  finish (sentences);
}

static void
test_neighbours (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (21);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_auto (Sentences) sentences = { 0 };
  g_auto (PlxEncoderReading) together = { NULL, NULL, NULL };

  add_many (&sentences, 22);
  together = reading_new (sentences.words->len, sentences.sentences->len);
  read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &together);
  for (guint i = 0; i < sentences.sentences->len; i++)
    {
      const PlxEncoderSentence *one = &g_array_index (sentences.sentences, PlxEncoderSentence, i);
      gsize begin = g_array_index (sentences.begins, guint, i);
      g_auto (PlxEncoderReading) alone = reading_new (one->n_words, 1);
      PlxEncoderReading part = { together.words + begin, together.meanings + i * TINY_HIDDEN,
                                 together.vectors + begin * TINY_VECTOR };
      g_autoptr (GError) error = NULL;

      plx_encoder_read (encoder, one, 1, ALL, PLX_PRECISION_INT8, &alone, NULL, &error);
      g_assert_no_error (error);
      assert_same_bits (&alone, &part, one->n_words, 1);
    }
}

typedef struct {
  const PlxEncoder *encoder;
  const Sentences *sentences;
  PlxEncoderReading *reading;
} Job;

static gpointer
read_worker (gpointer data)
{
  const Job *job = data;

  read_sentences (job->encoder, job->sentences, PLX_PRECISION_INT8, job->reading);
  return NULL;
}

static guint
count_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (tasks != NULL && g_dir_read_name (tasks) != NULL)
    n++;
  return n;
}

/* One, two and three threads at once; none but those. */
static void
test_threads (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (31);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_auto (Sentences) sentences = { 0 };
  g_auto (PlxEncoderReading) first = { NULL, NULL, NULL };
  guint n_threads = count_threads ();

  add_many (&sentences, 32);
  first = reading_new (sentences.words->len, sentences.sentences->len);
  read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &first);
  g_assert_cmpuint (count_threads (), ==, n_threads);
  for (guint n = 1; n <= 3; n++)
    {
      PlxEncoderReading readings[3];
      GThread *threads[3];
      Job jobs[3];

      for (guint i = 0; i < n; i++)
        {
          readings[i] = reading_new (sentences.words->len, sentences.sentences->len);
          jobs[i] = (Job) { encoder, &sentences, &readings[i] };
          threads[i] = g_thread_new ("reader", read_worker, &jobs[i]);
        }
      for (guint i = 0; i < n; i++)
        {
          g_thread_join (threads[i]);
          assert_same_bits (&first, &readings[i], sentences.words->len, sentences.sentences->len);
          reading_clear (&readings[i]);
        }
    }
}

/* All CPUs with fused multiply-add give the same bits; without it nearly. */
static void
test_levels (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (41);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_auto (Sentences) sentences = { 0 };
  gsize n_words, n_sentences;
  g_auto (PlxEncoderReading) best_level = { NULL, NULL, NULL };

  add_many (&sentences, 42);
  n_words = sentences.words->len;
  n_sentences = sentences.sentences->len;
  best_level = reading_new (n_words, n_sentences);
  read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &best_level);
  for (int level = 0; level < PLX_N_KERNELS; level++)
    {
      const PlxKernels *kernels = plx_kernels_of_level ((PlxKernelLevel) level);
      g_auto (PlxEncoderReading) reading = reading_new (n_words, n_sentences);

      if (kernels == NULL)
        continue;
      plx_encoder_set_kernels (encoder, kernels);
      read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &reading);
      if (level != PLX_KERNELS_BASE)
        assert_same_bits (&best_level, &reading, n_words, n_sentences);
      for (gsize i = 0; i < n_sentences * TINY_HIDDEN; i++)
        g_assert_cmpfloat_with_epsilon (best_level.meanings[i], reading.meanings[i], 0.03);
    }
}

static void
assert_sound (const PlxWordReading *words, guint n)
{
  guint n_roots = 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 at = (gint32) i;

      g_assert_cmpint (words[i].head, <, (gint32) n);
      n_roots += words[i].head == -1;
      for (guint steps = 0; at != -1; steps++, at = words[at].head)
        g_assert_cmpuint (steps, <=, n);
    }
  g_assert_cmpuint (n_roots, ==, 1);
}

static void
test_odd_sentences (void)
{
  static const guint LENGTHS[] = { 0, 1, 62, 63, 500, 501, 5000 };
  g_autoptr (TinyWeights) weights = tiny_weights_new (51);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_autoptr (GRand) rand = g_rand_new_with_seed (52);

  for (guint i = 0; i < G_N_ELEMENTS (LENGTHS); i++)
    {
      guint n = LENGTHS[i];
      g_auto (Sentences) sentences = { 0 };
      g_auto (PlxEncoderReading) reading = reading_new (n, 1);

      add_sentence (&sentences, rand, n);
      finish (&sentences);
      read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &reading);
      if (n > 0)
        assert_sound (reading.words, n);
      g_assert_cmpfloat (fabsf (reading.meanings[0]), <=, n > 0 ? 1 : 0);
      for (guint w = 62; w < n; w++)
        if (reading.words[w].head >= 0 && reading.words[w].head < 62)
          g_assert_cmpuint (reading.words[w].deprel, ==, 2);   // a later part's root
    }
}

static void
test_nothing (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (53);
  g_autoptr (PlxEncoder) encoder = load (weights);
  PlxEncoderReading reading = { NULL, NULL, NULL };

  PlxEncoderSentence empty[2] = { { "", NULL, 0 }, { "", NULL, 0 } };

  g_assert_true (plx_encoder_read (encoder, NULL, 0, ALL, PLX_PRECISION_INT8, &reading, NULL,
                                   NULL));
  g_assert_true (plx_encoder_read (encoder, empty, 2, ALL & ~PLX_READ_MEANING, PLX_PRECISION_INT8,
                                   &reading, NULL, NULL));
}

static void
test_long_word (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (54);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_autofree char *text = g_strnfill (20000, 'x');
  PlxSpan words[] = { { 0, 10000 }, { 10000, 20000 }, { 20000, 20000 } };
  PlxEncoderSentence sentence = { text, words, G_N_ELEMENTS (words) };
  g_auto (PlxEncoderReading) reading = reading_new (3, 1);

  g_assert_true (plx_encoder_read (encoder, &sentence, 1, ALL, PLX_PRECISION_INT8, &reading, NULL,
                                   NULL));
  assert_sound (reading.words, 3);
}

static void
test_cancelled (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (61);
  g_autoptr (PlxEncoder) encoder = load (weights);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Sentences) sentences = { 0 };
  g_auto (PlxEncoderReading) reading = { NULL, NULL, NULL };

  add_many (&sentences, 62);
  reading = reading_new (sentences.words->len, sentences.sentences->len);
  g_cancellable_cancel (cancellable);
  g_assert_false (plx_encoder_read (encoder, (void *) sentences.sentences->data,
                                    sentences.sentences->len, ALL, PLX_PRECISION_INT8, &reading,
                                    cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  read_sentences (encoder, &sentences, PLX_PRECISION_INT8, &reading);
}

static void
test_contents (void)
{
  g_autoptr (TinyWeights) weights = tiny_weights_new (71);
  g_autoptr (PlxEncoder) encoder = load (weights);

  g_assert_cmpuint (plx_encoder_get_n_meaning (encoder), ==, TINY_HIDDEN);
  g_assert_cmpuint (plx_encoder_get_n_vector (encoder), ==, TINY_VECTOR);
  g_assert_cmpuint (strlen (plx_encoder_get_hash (encoder)), ==, 64);
  g_assert_cmpuint (plx_encoder_get_n_labels (encoder, PLX_HEAD_XPOS), ==, TINY_XPOS);
  g_assert_cmpstr (plx_encoder_get_label (encoder, PLX_HEAD_NAME, 1), ==, "B-PER");
  g_assert_cmpmem (plx_encoder_get_floats (encoder, "mix", 2), 8, tiny_floats (weights, "mix"), 8);
  g_assert_null (plx_encoder_get_floats (encoder, "mix", 3));
  g_assert_null (plx_encoder_get_floats (encoder, "mixed", 2));
  g_assert_null (plx_encoder_get_floats (encoder, "words", 69 * TINY_HIDDEN / 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/encoder/network", test_network);
  g_test_add_func ("/language/encoder/neighbours", test_neighbours);
  g_test_add_func ("/language/encoder/threads", test_threads);
  g_test_add_func ("/language/encoder/levels", test_levels);
  g_test_add_func ("/language/encoder/odd-sentences", test_odd_sentences);
  g_test_add_func ("/language/encoder/nothing", test_nothing);
  g_test_add_func ("/language/encoder/long-word", test_long_word);
  g_test_add_func ("/language/encoder/cancelled", test_cancelled);
  g_test_add_func ("/language/encoder/contents", test_contents);
  return g_test_run ();
}
