/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-sentence-cache.h"

#define TEXT "Anna went. Ann awent."

static const PlxSpan anna_went[] = { { 0, 4 }, { 5, 9 } };
static const PlxSpan ann_awent[] = { { 11, 14 }, { 15, 20 } };

static void
test_words_decide (void)
{
  g_autoptr (PlxSentenceCache) cache = plx_sentence_cache_new (2, 3);
  PlxEncoderSentence one = { TEXT, anna_went, 2 }, other = { TEXT, ann_awent, 2 };
  PlxEncoderSentence again = { "Anna  went", (const PlxSpan[]) { { 0, 4 }, { 6, 10 } }, 2 };
  PlxWordReading words[2] = { { .head = 1, .name_p = 0.5f }, { .head = -1 } }, got[2];
  float vectors[4] = { 1, 2, 3, 4 }, got_vectors[4];
  gint8 meaning[3] = { 127, -127, 5 }, got_meaning[3];

  plx_sentence_cache_insert (cache, &one, words, vectors, meaning);
  g_assert_false (plx_sentence_cache_lookup (cache, &other, got, got_vectors, got_meaning));
  g_assert_true (plx_sentence_cache_lookup (cache, &again, got, got_vectors, got_meaning));
  g_assert_cmpmem (got, sizeof got, words, sizeof words);
  g_assert_cmpmem (got_vectors, sizeof got_vectors, vectors, sizeof vectors);
  g_assert_cmpmem (got_meaning, sizeof got_meaning, meaning, sizeof meaning);
}

static void
test_no_vectors (void)
{
  g_autoptr (PlxSentenceCache) cache = plx_sentence_cache_new (0, 0);
  PlxEncoderSentence sentence = { TEXT, anna_went, 2 };
  PlxWordReading words[2] = { { .head = 1 }, { .head = -1 } }, got[2];

  plx_sentence_cache_insert (cache, &sentence, words, NULL, NULL);
  g_assert_true (plx_sentence_cache_lookup (cache, &sentence, got, NULL, NULL));
  g_assert_cmpmem (got, sizeof got, words, sizeof words);
}

/* What is asked for stays, what nobody asks for goes. */
static void
test_bounded (void)
{
  enum { N_WORDS = 100, N_SENTENCES = 2000, N_VECTOR = 64 };
  g_autoptr (PlxSentenceCache) cache = plx_sentence_cache_new (N_VECTOR, 0);
  g_autofree PlxWordReading *words = g_new0 (PlxWordReading, N_WORDS);
  g_autofree float *vectors = g_new0 (float, N_WORDS * N_VECTOR);
  PlxSpan spans[N_WORDS];
  char text[16];

  for (guint i = 0; i < N_WORDS; i++)
    spans[i] = (PlxSpan) { 0, 8 };
  for (guint i = 0; i < N_SENTENCES; i++)
    {
      PlxEncoderSentence sentence = { text, spans, N_WORDS };

      g_snprintf (text, sizeof text, "%08u", i);
      words[0].head = (gint32) i;
      plx_sentence_cache_insert (cache, &sentence, words, vectors, NULL);
      g_snprintf (text, sizeof text, "%08u", 0);
      g_assert_true (plx_sentence_cache_lookup (cache, &sentence, words, vectors, NULL));
      g_assert_cmpint (words[0].head, ==, 0);
    }
  g_snprintf (text, sizeof text, "%08u", 1);
  g_assert_false (plx_sentence_cache_lookup (
    cache, &(PlxEncoderSentence) { text, spans, N_WORDS }, words, vectors, NULL));
}

/* What is found among the old when the young are full stays readable while the
 * old go. However many sentences stand before it, one of them meets that. */
static void
test_found_at_the_turn (void)
{
  enum { N_VECTOR = 1 << 20, N_MOST = 12 };
  g_autofree float *vectors = g_new0 (float, N_VECTOR), *got = g_new0 (float, N_VECTOR);
  const PlxSpan span = { 0, 8 };
  PlxWordReading word = { .head = -1 };
  char text[16];

  vectors[N_VECTOR - 1] = 7;
  for (guint n = 1; n < N_MOST; n++)
    {
      g_autoptr (PlxSentenceCache) cache = plx_sentence_cache_new (N_VECTOR, 0);
      PlxEncoderSentence sentence = { text, &span, 1 };

      for (guint i = 0; i < n; i++)
        {
          g_snprintf (text, sizeof text, "%08u", i);
          plx_sentence_cache_insert (cache, &sentence, &word, vectors, NULL);
        }
      for (guint i = 0; i < n; i++)
        {
          g_snprintf (text, sizeof text, "%08u", i);
          got[N_VECTOR - 1] = 0;
          if (plx_sentence_cache_lookup (cache, &sentence, &word, got, NULL))
            g_assert_cmpfloat (got[N_VECTOR - 1], ==, 7);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-cache/words-decide", test_words_decide);
  g_test_add_func ("/sentence-cache/no-vectors", test_no_vectors);
  g_test_add_func ("/sentence-cache/bounded", test_bounded);
  g_test_add_func ("/sentence-cache/found-at-the-turn", test_found_at_the_turn);
  return g_test_run ();
}
