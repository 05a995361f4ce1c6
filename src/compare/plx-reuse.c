/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Texts that share their words in order: reprints, wire copy. A gram is a pair
 * of neighbouring words, or of words with one between them, hashed; a pair
 * that many texts have is a phrase of the language and says nothing. Pairs and
 * not longer grams, because an editor who changes every third word leaves half
 * of the pairs but hardly a row of five. Work and memory are linear in the
 * words: only texts that share a rare gram are ever compared. */

enum { MAX_GRAMS = 1 << 15, MIN_WORD = 1 };

typedef struct {
  guint64 hash;
  guint32 text;
} Gram;

static guint64
mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return x ^ (x >> 33);
}

/* GLib's own hash of an int64 drops its upper half: pairs would all collide. */
static guint
hash_key (gconstpointer key)
{
  return (guint) mix (*(const guint64 *) key);
}

/* FNV-1a of each word in lower case; letters and digits only. */
static void
hash_words (const char *text, GArray *words)
{
  guint64 hash = 0;
  guint n = 0;

  for (;; text = g_utf8_next_char (text))
    {
      gunichar c = *text != '\0' ? g_utf8_get_char (text) : 0;
      gboolean lone = c >= 0x2e80 && c < 0xfb00;   // a character that is a word by itself

      if (c != 0 && g_unichar_isalnum (c) && !lone)
        {
          hash = n == 0 ? G_GUINT64_CONSTANT (0xcbf29ce484222325) : hash;
          hash = (hash ^ g_unichar_tolower (c)) * G_GUINT64_CONSTANT (0x100000001b3);
          n++;
          continue;
        }
      if (n >= MIN_WORD)
        g_array_append_val (words, hash);
      n = 0;
      if (lone && g_unichar_isalnum (c))
        {
          hash = mix (c);
          g_array_append_val (words, hash);
        }
      if (c == 0 || words->len >= MAX_GRAMS)
        return;
    }
}

static int
compare_grams (gconstpointer a, gconstpointer b)
{
  const Gram *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->text < y->text ? -1 : x->text > y->text;
}

static void
add_grams (const GArray *words, guint32 number, GArray *grams)
{
  for (guint i = 0; i + 1 < words->len; i++)
    for (guint gap = 1; gap <= 2 && i + gap < words->len; gap++)
      {
        Gram gram = { mix (g_array_index (words, guint64, i) * 31
                           + g_array_index (words, guint64, i + gap) + gap), number };

        g_array_append_val (grams, gram);
      }
}

typedef struct {
  guint *parent;       // (n_texts)
} Groups;

static guint
root_of (Groups *groups, guint i)
{
  while (groups->parent[i] != i)
    i = groups->parent[i] = groups->parent[groups->parent[i]];
  return i;
}

static void
join (Groups *groups, guint a, guint b)
{
  guint x = root_of (groups, a), y = root_of (groups, b);

  groups->parent[MAX (x, y)] = MIN (x, y);
}

/* A text whose words are all those of an earlier one joins it at once: a wire
 * report that fifty papers print has no rare grams any more. */
static void
add_text (Groups *groups, GHashTable *whole, const char *text, guint number, GArray *grams)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 sum = 0;
  gpointer first;

  hash_words (text, words);
  for (guint i = 0; i < words->len; i++)
    sum = mix (sum * 31 + g_array_index (words, guint64, i));
  if (words->len == 0)
    return;
  if (g_hash_table_lookup_extended (whole, &sum, NULL, &first))
    {
      join (groups, GPOINTER_TO_UINT (first), number);
      return;
    }
  g_hash_table_insert (whole, g_memdup2 (&sum, sizeof sum), GUINT_TO_POINTER (number));
  add_grams (words, number, grams);
}

/* Counts, per text, its rare grams, and per pair of texts those they share. */
static void
count_shared (const GArray *grams, guint *n_rare, GHashTable *shared)
{
  for (guint i = 0; i < grams->len;)
    {
      guint end = i, n = 0;
      guint32 texts[PLX_GRAM_MAX_TEXTS + 1];

      for (; end < grams->len
             && g_array_index (grams, Gram, end).hash == g_array_index (grams, Gram, i).hash;
           end++)
        if (n <= PLX_GRAM_MAX_TEXTS
            && (n == 0 || texts[n - 1] != g_array_index (grams, Gram, end).text))
          texts[n++] = g_array_index (grams, Gram, end).text;
      for (guint a = 0; a < n && n <= PLX_GRAM_MAX_TEXTS; a++)
        {
          n_rare[texts[a]]++;
          for (guint b = a + 1; b < n; b++)
            {
              guint64 key = (guint64) texts[a] << 32 | texts[b];
              guint *count = g_hash_table_lookup (shared, &key);

              if (count == NULL)
                {
                  count = g_new0 (guint, 1);
                  g_hash_table_insert (shared, g_memdup2 (&key, sizeof key), count);
                }
              (*count)++;
            }
        }
      i = end;
    }
}

static GPtrArray *
collect_groups (Groups *groups, guint n_texts)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree gint *number = g_new (gint, n_texts + 1);

  for (guint i = 0; i < n_texts; i++)
    number[i] = -1;
  for (guint i = 0; i < n_texts; i++)
    {
      guint root = root_of (groups, i);
      gint text = (gint) i;

      if (root == i)
        continue;
      if (number[root] < 0)
        {
          GArray *group = g_array_new (FALSE, FALSE, sizeof (gint));
          gint origin = (gint) root;

          g_array_append_val (group, origin);
          number[root] = (gint) out->len;
          g_ptr_array_add (out, group);
        }
      g_array_append_val ((GArray *) g_ptr_array_index (out, (guint) number[root]), text);
    }
  return out;
}

/**
 * plx_copies_find:
 * @texts: (array length=n_texts): valid UTF-8; borrowed for the call
 *
 * Cost:    O(n log n) of all words
 * Returns: (transfer full): GArray of gint per group of two and more texts,
 *          members by number, the first of them first
 */
GPtrArray *
plx_copies_find (const char * const *texts, guint n_texts)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (Gram));
  g_autofree guint *n_rare = g_new0 (guint, n_texts + 1);
  g_autofree guint *parent = g_new (guint, n_texts + 1);
  g_autoptr (GHashTable) shared =
    g_hash_table_new_full (hash_key, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) whole =
    g_hash_table_new_full (hash_key, g_int64_equal, g_free, NULL);
  Groups groups = { parent };
  GHashTableIter iter;
  gpointer key, count;

  for (guint i = 0; i < n_texts; i++)
    {
      parent[i] = i;
      add_text (&groups, whole, texts[i], i, grams);
    }
  g_array_sort (grams, compare_grams);
  count_shared (grams, n_rare, shared);
  g_hash_table_iter_init (&iter, shared);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      guint64 pair = *(guint64 *) key;
      guint32 a = (guint32) (pair >> 32), b = (guint32) pair;
      guint n = *(guint *) count, least = MIN (n_rare[a], n_rare[b]);

      if (n >= PLX_COPY_MIN_GRAMS && n >= PLX_COPY_MIN_01 * least)
        join (&groups, a, b);
    }
  return collect_groups (&groups, n_texts);
}
