/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-sentence-cache.h"

#include <string.h>

/* Two generations: what is asked for again moves to the young one; when that
 * is full, the old one goes and the young one grows old. */

#define GENERATION_BYTES (8 << 20)
#define MAX_WORDS 200   // longer ones are rarely written twice

struct _PlxSentenceCache {
  guint n_vector, n_meaning;
  GMutex mutex;
  GHashTable *young, *old;   // GBytes of words → GBytes of readings, vectors, meaning
  gsize n_bytes;             // of the young ones
};

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                (GDestroyNotify) g_bytes_unref);
}

PlxSentenceCache *
plx_sentence_cache_new (guint n_vector, guint n_meaning)
{
  PlxSentenceCache *self = g_new0 (PlxSentenceCache, 1);

  self->n_vector = n_vector;
  self->n_meaning = n_meaning;
  g_mutex_init (&self->mutex);
  self->young = generation_new ();
  self->old = generation_new ();
  return self;
}

void
plx_sentence_cache_free (PlxSentenceCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* The words with a newline behind each, which no word holds. */
static GBytes *
make_key (const PlxEncoderSentence *sentence)
{
  GString *key = g_string_sized_new (sentence->n_words * 8 + 1);

  for (guint i = 0; i < sentence->n_words; i++)
    {
      PlxSpan word = sentence->words[i];

      g_string_append_len (key, sentence->text + word.begin, plx_span_length (word));
      g_string_append_c (key, '\n');
    }
  return g_string_free_to_bytes (key);
}

/* Holds the mutex. */
static void
keep (PlxSentenceCache *self, GBytes *key, GBytes *value)
{
  if (self->n_bytes > GENERATION_BYTES)
    {
      g_hash_table_unref (self->old);
      self->old = self->young;
      self->young = generation_new ();
      self->n_bytes = 0;
    }
  if (g_hash_table_insert (self->young, g_bytes_ref (key), g_bytes_ref (value)))
    self->n_bytes += g_bytes_get_size (key) + g_bytes_get_size (value);
}

static GBytes *
find (PlxSentenceCache *self, GBytes *key)
{
  GBytes *value;

  g_mutex_lock (&self->mutex);
  value = g_hash_table_lookup (self->young, key);
  if (value != NULL)
    g_bytes_ref (value);
  else if ((value = g_hash_table_lookup (self->old, key)) != NULL)
    {
      g_bytes_ref (value);   // first: keeping it may let the old ones go
      keep (self, key, value);
    }
  g_mutex_unlock (&self->mutex);
  return value;
}

gboolean
plx_sentence_cache_lookup (PlxSentenceCache *self, const PlxEncoderSentence *sentence,
                           PlxWordReading *words, float *vectors, gint8 *meaning)
{
  gsize n_words = sentence->n_words * sizeof *words;
  gsize n_vectors = (gsize) sentence->n_words * self->n_vector * sizeof *vectors;
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) value = NULL;
  const char *data;

  if (sentence->n_words > MAX_WORDS)
    return FALSE;
  key = make_key (sentence);
  value = find (self, key);
  if (value == NULL)
    return FALSE;
  data = g_bytes_get_data (value, NULL);
  memcpy (words, data, n_words);
  if (n_vectors > 0)
    memcpy (vectors, data + n_words, n_vectors);
  if (self->n_meaning > 0)
    memcpy (meaning, data + n_words + n_vectors, self->n_meaning);
  return TRUE;
}

void
plx_sentence_cache_insert (PlxSentenceCache *self, const PlxEncoderSentence *sentence,
                           const PlxWordReading *words, const float *vectors,
                           const gint8 *meaning)
{
  gsize n_words = sentence->n_words * sizeof *words;
  gsize n_vectors = (gsize) sentence->n_words * self->n_vector * sizeof *vectors;
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) value = NULL;
  char *data;

  if (sentence->n_words > MAX_WORDS)
    return;
  data = g_malloc (n_words + n_vectors + self->n_meaning);
  memcpy (data, words, n_words);
  if (n_vectors > 0)
    memcpy (data + n_words, vectors, n_vectors);
  if (self->n_meaning > 0)
    memcpy (data + n_words + n_vectors, meaning, self->n_meaning);
  key = make_key (sentence);
  value = g_bytes_new_take (data, n_words + n_vectors + self->n_meaning);
  g_mutex_lock (&self->mutex);
  keep (self, key, value);
  g_mutex_unlock (&self->mutex);
}
