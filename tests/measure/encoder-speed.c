/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-encoder-private.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* encoder-speed WEIGHTS SENTENCES [N_THREADS [SECONDS [fp32]]]
 *
 * Pieces and words a second that the encoder with all heads reads. SENTENCES
 * has one a line, words between spaces. Each thread reads its share of them
 * again and again; the figures are the best round's, by the clock and by the
 * time the processor spent (on a busy machine the one that means something,
 * though what runs beside still takes cache and clock). */

#define SENTENCES_A_CALL 64

typedef struct {
  const PlxEncoder *encoder;
  const PlxEncoderSentence *sentences;
  guint n_sentences;
  PlxPrecision precision;
  gsize n_words;
  gsize n_pieces;
} Share;

static gpointer
read_worker (gpointer data)
{
  const Share *share = data;
  guint n_meaning = plx_encoder_get_n_meaning (share->encoder);
  guint n_vector = plx_encoder_get_n_vector (share->encoder);

  for (guint i = 0; i < share->n_sentences; i += SENTENCES_A_CALL)
    {
      guint n = MIN (share->n_sentences - i, SENTENCES_A_CALL);
      gsize n_words = 0;
      g_autofree PlxWordReading *words = NULL;
      g_autofree float *meanings = g_new (float, n * n_meaning);
      g_autofree float *vectors = NULL;
      PlxEncoderReading reading = { NULL, meanings, NULL };
      g_autoptr (GError) error = NULL;

      for (guint s = i; s < i + n; s++)
        n_words += share->sentences[s].n_words;
      reading.words = words = g_new (PlxWordReading, n_words);
      reading.vectors = vectors = g_new (float, n_words * n_vector);
      if (!plx_encoder_read (share->encoder, share->sentences + i, n,
                             PLX_READ_TAGS | PLX_READ_TREE | PLX_READ_NAMES | PLX_READ_MEANING |
                             PLX_READ_VECTORS, share->precision, &reading, NULL, &error))
        g_error ("%s", error->message);
    }
  return NULL;
}

/* Words of one line, as ranges of the text. */
static PlxEncoderSentence
read_line (const char *text,
           const char *line,
           const char *end)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  const char *at = line;

  while (at < end)
    {
      const char *stop = memchr (at, ' ', (gsize) (end - at));
      PlxSpan span = { (guint32) (at - text), (guint32) ((stop != NULL ? stop : end) - text) };

      if (plx_span_length (span) > 0)
        g_array_append_val (words, span);
      at = stop != NULL ? stop + 1 : end;
    }
  return (PlxEncoderSentence) { text, (PlxSpan *) words->data, words->len };
}

static GArray *
read_sentences (const char *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (PlxEncoderSentence));

  for (const char *line = text; *line != 0;)
    {
      const char *end = strchrnul (line, '\n');
      PlxEncoderSentence sentence = read_line (text, line, end);

      if (sentence.n_words > 0)
        g_array_append_val (sentences, sentence);
      line = *end != 0 ? end + 1 : end;
    }
  return sentences;
}

static void
count (Share *share)
{
  for (guint i = 0; i < share->n_sentences; i++)
    {
      const PlxEncoderSentence *sentence = &share->sentences[i];

      share->n_words += sentence->n_words;
      share->n_pieces += 2;
      for (guint w = 0; w < sentence->n_words; w++)
        {
          guint32 pieces[64];

          share->n_pieces += plx_pieces_split (share->encoder->pieces,
                                               sentence->text + sentence->words[w].begin,
                                               plx_span_length (sentence->words[w]),
                                               share->encoder->config->max_word_pieces, pieces);
        }
    }
}

static double
processor_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Returns seconds of the clock, and those of the processor in @processor. */
static double
run_round (Share  *shares,
           guint   n_threads,
           double *processor)
{
  g_autofree GThread **threads = g_new (GThread *, n_threads);
  gint64 begin = g_get_monotonic_time ();
  double processor_begin = processor_seconds ();

  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("reader", read_worker, &shares[i]);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
  *processor = processor_seconds () - processor_begin;
  return (double) (g_get_monotonic_time () - begin) / 1e6;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxEncoder) encoder = NULL;
  g_autofree char *text = NULL;
  guint n_threads = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 1;
  double seconds = argc > 4 ? g_ascii_strtod (argv[4], NULL) : 5, best = G_MAXDOUBLE, spent = 0;
  double best_processor = G_MAXDOUBLE;
  PlxPrecision precision = argc > 5 ? PLX_PRECISION_FP32 : PLX_PRECISION_INT8;
  g_autofree Share *shares = NULL;
  gsize n_pieces = 0, n_words = 0;
  gint64 begin = g_get_monotonic_time ();
  GArray *sentences;

  if (argc < 3 || n_threads == 0 || !g_file_get_contents (argv[2], &text, NULL, &error) ||
      (encoder = plx_encoder_new (argv[1], &error)) == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message
               : "usage: encoder-speed WEIGHTS SENTENCES [N_THREADS [SECONDS [fp32]]]");
      return 2;
    }
  printf ("loaded and checked in %.1f ms; loops: %s\n",
          (double) (g_get_monotonic_time () - begin) / 1e3, encoder->kernels->name);
  sentences = read_sentences (text);
  shares = g_new0 (Share, n_threads);
  for (guint i = 0; i < n_threads; i++)
    {
      guint first = sentences->len * i / n_threads, end = sentences->len * (i + 1) / n_threads;

      shares[i] = (Share) { encoder, (PlxEncoderSentence *) sentences->data + first, end - first,
                            precision, 0, 0 };
      count (&shares[i]);
      n_pieces += shares[i].n_pieces;
      n_words += shares[i].n_words;
    }
  for (guint round = 0; round < 2 || spent < seconds; round++)
    {
      double processor, now = run_round (shares, n_threads, &processor);

      spent += now;
      best = MIN (best, now);
      best_processor = MIN (best_processor, processor);
    }
  printf ("%zu words, %zu pieces; %u threads, best of %.1f s\n"
          "by the clock:       %.0f pieces/s, %.0f words/s\n"
          "by processor time:  %.0f pieces/s, %.0f words/s of one core\n",
          n_words, n_pieces, n_threads, spent, (double) n_pieces / best, (double) n_words / best,
          (double) n_pieces / best_processor, (double) n_words / best_processor);
  return 0;
}
