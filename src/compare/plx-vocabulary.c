/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-vocabulary.h"

#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* Words alike in letters are looked for only among those with the same first
 * letters, and only if no list knows one of them: names and their adjectives
 * (Norland, Norlander), spellings (Medvedev, Medvedyev). */
enum { N_BUCKET_CHARS = 3, MAX_BUCKET = 64, MAX_TRIGRAMS = 32 };

PlxVocabulary *
plx_vocabulary_new (const PlxLexicon *lexicon)
{
  PlxVocabulary *self = g_new0 (PlxVocabulary, 1);

  self->lexicon = lexicon;
  self->chunk = g_string_chunk_new (1 << 14);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, TRUE, sizeof (PlxWord));
  return self;
}

void
plx_vocabulary_free (PlxVocabulary *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = plx_vocabulary_get (self, i);

      g_clear_pointer (&word->near, g_array_unref);
    }
  g_array_unref (self->words);
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

guint32
plx_vocabulary_add (PlxVocabulary *self, const char *lemma)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, lemma));
  PlxWord word = { 0 };
  double zipf;

  if (id > 0)
    return id - 1;
  word.lemma = g_string_chunk_insert (self->chunk, lemma);
  word.classes = plx_lexicon_classes (self->lexicon, lemma);
  word.family = plx_lexicon_family (self->lexicon, lemma);
  zipf = plx_lexicon_zipf (self->lexicon, lemma);
  word.rarity_01 = CLAMP ((PLX_ZIPF_COMMON - zipf) / (PLX_ZIPF_COMMON - PLX_ZIPF_UNKNOWN),
                          PLX_WEIGHT_MIN_01, 1.0);
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->ids, (gpointer) word.lemma, GUINT_TO_POINTER (self->words->len));
  return self->words->len - 1;
}

static void
add_near (PlxVocabulary *self, guint32 a, guint32 b, double sim_01)
{
  PlxWord *word = plx_vocabulary_get (self, a);
  PlxNearTerm near = { b, (float) sim_01 };

  if (a == b)
    return;
  if (word->near == NULL)
    word->near = g_array_new (FALSE, FALSE, sizeof (PlxNearTerm));
  for (guint i = 0; i < word->near->len; i++)
    {
      PlxNearTerm *old = &g_array_index (word->near, PlxNearTerm, i);

      if (old->id == b)
        {
          old->sim_01 = MAX (old->sim_01, near.sim_01);
          return;
        }
    }
  g_array_append_val (word->near, near);
}

void
plx_vocabulary_join (PlxVocabulary *self, guint32 a, guint32 b, double sim_01)
{
  add_near (self, a, b, sim_01);
  add_near (self, b, a, sim_01);
}

typedef struct {
  PlxVocabulary *self;
  guint32 id;
  double factor;
} NearClosure;

static void
near_cb (const char *lemma, double sim_01, gpointer user_data)
{
  NearClosure *closure = user_data;
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (closure->self->ids, lemma));

  if (id > 0)
    add_near (closure->self, closure->id, id - 1, sim_01 * closure->factor);
}

/* family id → GArray of term ids */
static GHashTable *
collect_families (PlxVocabulary *self)
{
  GHashTable *families = g_hash_table_new_full (NULL, NULL, NULL,
                                                (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < self->words->len; i++)
    {
      guint family = plx_vocabulary_get (self, i)->family;
      GArray *members;

      if (family == 0)
        continue;
      members = g_hash_table_lookup (families, GUINT_TO_POINTER (family));
      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (families, GUINT_TO_POINTER (family), members);
        }
      g_array_append_val (members, i);
    }
  return families;
}

static void
join_meanings (PlxVocabulary *self)
{
  g_autoptr (GHashTable) families = collect_families (self);

  for (guint32 i = 0; i < self->words->len; i++)
    {
      PlxWord *word = plx_vocabulary_get (self, i);
      NearClosure closure = { self, i, 1.0 };
      GArray *members = NULL;

      if (word->classes & PLX_WORD_STOP)
        continue;
      plx_lexicon_near (self->lexicon, word->lemma, near_cb, &closure);
      if (word->family > 0)
        members = g_hash_table_lookup (families, GUINT_TO_POINTER (word->family));
      closure.factor = PLX_SIM_FAMILY;
      for (guint j = 0; members != NULL && j < members->len; j++)
        {
          guint32 member = g_array_index (members, guint32, j);

          if (member == i)
            continue;
          plx_vocabulary_join (self, i, member, PLX_SIM_FAMILY);
          plx_lexicon_near (self->lexicon, plx_vocabulary_get (self, member)->lemma,
                            near_cb, &closure);
        }
    }
}

static guint
trigrams (const char *word, guint32 *out)
{
  gsize n = strlen (word);
  guint n_out = 0;

  for (gsize i = 0; i + 3 <= n && n_out < MAX_TRIGRAMS; i++)
    out[n_out++] = (guint32) (guchar) word[i] << 16 | (guint32) (guchar) word[i + 1] << 8
                   | (guchar) word[i + 2];
  return n_out;
}

/* Dice's coefficient over byte trigrams, with the first letters counted once more. */
static double
trigram_likeness (const char *a, const char *b)
{
  guint32 x[MAX_TRIGRAMS], y[MAX_TRIGRAMS];
  guint n_x = trigrams (a, x), n_y = trigrams (b, y), n_shared = 0;

  for (guint i = 0; i < n_x; i++)
    for (guint j = 0; j < n_y; j++)
      if (x[i] == y[j])
        {
          n_shared++;
          y[j] = 0;
          break;
        }
  return n_x + n_y > 0 ? 2.0 * n_shared / (n_x + n_y) : 0.0;
}

static void
join_bucket (PlxVocabulary *self, const GArray *bucket)
{
  for (guint i = 0; i < bucket->len && i < MAX_BUCKET; i++)
    for (guint j = i + 1; j < bucket->len && j < MAX_BUCKET; j++)
      {
        guint32 a = g_array_index (bucket, guint32, i), b = g_array_index (bucket, guint32, j);
        PlxWord *x = plx_vocabulary_get (self, a), *y = plx_vocabulary_get (self, b);
        gboolean known = plx_lexicon_zipf (self->lexicon, x->lemma) > PLX_ZIPF_UNKNOWN
                         && plx_lexicon_zipf (self->lexicon, y->lemma) > PLX_ZIPF_UNKNOWN;

        if (!known && trigram_likeness (x->lemma, y->lemma) >= PLX_TRIGRAM_MIN_01)
          plx_vocabulary_join (self, a, b, PLX_SIM_NAME);
      }
}

static void
join_spellings (PlxVocabulary *self)
{
  g_autoptr (GHashTable) buckets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer bucket;

  for (guint32 i = 0; i < self->words->len; i++)
    {
      const char *lemma = plx_vocabulary_get (self, i)->lemma;
      char *key;
      GArray *members;

      if (strlen (lemma) < 5 || g_ascii_isdigit (lemma[0]) || (guchar) lemma[0] >= 0xe0)
        continue;
      key = g_strndup (lemma, N_BUCKET_CHARS);
      members = g_hash_table_lookup (buckets, key);
      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (buckets, g_strdup (key), members);
        }
      g_array_append_val (members, i);
      g_free (key);
    }
  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    join_bucket (self, bucket);
}

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const PlxNearTerm *x = a, *y = b;

  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * plx_vocabulary_close:
 * @n_sentences: of all articles, for the weights
 *
 * A word weighs much when it is rare in the language and in this story: what
 * every sentence of the story has tells no claim from another.
 */
void
plx_vocabulary_close (PlxVocabulary *self, guint n_sentences)
{
  double scale = log (n_sentences + 2.0);

  join_meanings (self);
  join_spellings (self);
  for (guint32 i = 0; i < self->words->len; i++)
    {
      PlxWord *word = plx_vocabulary_get (self, i);
      double idf_01 = log ((n_sentences + 2.0) / (word->n_sentences + 1.0)) / scale;

      word->weight_01 = word->rarity_01 * (0.3 + 0.7 * CLAMP (idf_01, 0.0, 1.0));
      if (word->classes & PLX_WORD_SAYING)
        word->weight_01 *= PLX_WEIGHT_SAYING;
      if (word->near != NULL)
        g_array_sort (word->near, compare_near);
    }
}

/* 1: the same word, 0: nothing known that joins them. */
double
plx_vocabulary_likeness (const PlxVocabulary *self, guint32 a, guint32 b)
{
  const PlxWord *word = plx_vocabulary_get (self, a);

  if (a == b)
    return PLX_SIM_SAME;
  for (guint i = 0; word->near != NULL && i < word->near->len; i++)
    {
      PlxNearTerm *near = &g_array_index (word->near, PlxNearTerm, i);

      if (near->id == b)
        return near->sim_01;
    }
  return 0.0;
}
