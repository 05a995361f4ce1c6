/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-reuse.h"

#include "compare/plx-groups.h"
#include "compare/plx-passages.h"
#include "compare/plx-story-groups.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* Texts that share their words in order: reprints, wire copy, a passage of one
 * in another. Only texts that share grams which few texts have are ever aligned;
 * a gram that many have is a phrase of the language. Grams are counted in shares
 * of all hashes, so that memory does not grow with the collection. */

enum { SHARE_GRAMS = 1 << 20, WANTED_BITS = 1 << 23 };

typedef struct {
  guint64 hash;
  guint32 text;
} Gram;

/* How many grams two texts share, by open addressing. */
typedef struct {
  guint64 *keys;           // (n_slots) a text's number and another's, 0: free
  guint32 *counts;
  gsize n_slots;           // a power of two
  gsize n_used;
} PairCounts;

typedef struct {
  GArray **words;          // (n_texts) of PlxReuseWord, NULL: the same as an earlier text
  guint n_texts;
  const gboolean *is_old;  // (n_texts) two such are not held against each other; NULL: none
  guint8 *wanted;          // one bit per hash of a gram of new texts; NULL: all are
  PairCounts counts;
  GArray *out;             // PlxSharing
} Work;

void
plx_sharing_clear (PlxSharing *self)
{
  g_array_unref (self->spans_a);
  g_array_unref (self->spans_b);
}

static void count_pair (PairCounts *self, guint64 key, guint32 n);

static void
counts_grow (PairCounts *self)
{
  PairCounts old = *self;

  self->n_slots = MAX (1024, 2 * old.n_slots);
  self->n_used = 0;
  self->keys = g_new0 (guint64, self->n_slots);
  self->counts = g_new0 (guint32, self->n_slots);
  for (gsize i = 0; i < old.n_slots; i++)
    if (old.keys[i] != 0)
      count_pair (self, old.keys[i], old.counts[i]);
  g_free (old.keys);
  g_free (old.counts);
}

/* Where the key is or may go; there are slots. */
static gsize
slot_of (const PairCounts *self, guint64 key)
{
  gsize slot = (gsize) (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 20);

  for (slot &= self->n_slots - 1; self->keys[slot] != 0 && self->keys[slot] != key;)
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
count_pair (PairCounts *self, guint64 key, guint32 n)
{
  gsize slot;

  if (2 * self->n_used >= self->n_slots)
    counts_grow (self);
  slot = slot_of (self, key);
  self->n_used += self->keys[slot] == 0;
  self->keys[slot] = key;
  self->counts[slot] += n;
}

/* @a < @b, so no key is 0 */
static void
count (Work *self, guint32 a, guint32 b)
{
  count_pair (&self->counts, (guint64) a << 32 | b, 1);
}

static int
compare_grams (gconstpointer a, gconstpointer b)
{
  const Gram *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->text < y->text ? -1 : x->text > y->text;
}

/* The texts that have one gram, each once, by number. Of more than can all be held
 * against each other each is held against the first and its neighbour: that is
 * enough for many prints of one text. */
static void
count_texts (Work *self, const guint32 *texts, guint n)
{
  if (n > PLX_GRAM_MAX_TEXTS)
    return;
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n && (n <= PLX_GRAM_ALL_TEXTS || a == 0 || b == a + 1); b++)
      if (self->is_old == NULL || !self->is_old[texts[a]] || !self->is_old[texts[b]])
        count (self, texts[a], texts[b]);
}

static void
count_grams (Work *self, const GArray *grams)
{
  for (guint i = 0; i < grams->len;)
    {
      guint32 texts[PLX_GRAM_MAX_TEXTS + 1];
      guint64 hash = g_array_index (grams, Gram, i).hash;
      guint n = 0;

      for (; i < grams->len && g_array_index (grams, Gram, i).hash == hash; i++)
        if (n <= PLX_GRAM_MAX_TEXTS
            && (n == 0 || texts[n - 1] != g_array_index (grams, Gram, i).text))
          texts[n++] = g_array_index (grams, Gram, i).text;
      count_texts (self, texts, n);
    }
}

/* Of old texts only the grams matter that a new one has too, but for few. */
static void
want_new (Work *self)
{
  if (self->is_old == NULL)
    return;
  self->wanted = g_new0 (guint8, WANTED_BITS / 8);
  for (guint t = 0; t < self->n_texts; t++)
    for (guint i = 0; !self->is_old[t] && self->words[t] != NULL && i + 1 < self->words[t]->len;
         i++)
      for (guint gap = 1; gap <= 2 && i + gap < self->words[t]->len; gap++)
        {
          guint64 bit = plx_gram_hash (self->words[t], i, gap) % WANTED_BITS;

          self->wanted[bit / 8] |= (guint8) (1 << bit % 8);
        }
}

static gboolean
is_wanted (const Work *self, guint64 hash)
{
  return self->wanted == NULL || (self->wanted[hash % WANTED_BITS / 8] >> hash % 8 & 1);
}

static void
add_grams (const Work *self, guint text, guint share, guint n_shares, GArray *grams)
{
  const GArray *words = self->words[text];

  for (guint i = 0; words != NULL && i + 1 < words->len; i++)
    for (guint gap = 1; gap <= 2 && i + gap < words->len; gap++)
      {
        Gram gram = { plx_gram_hash (words, i, gap), text };

        if (is_wanted (self, gram.hash) && (gram.hash >> 40) % n_shares == share)
          g_array_append_val (grams, gram);
      }
}

static void
count_all (Work *self)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (Gram));
  guint64 n_grams = 0;
  guint n_shares;

  for (guint t = 0; t < self->n_texts; t++)
    if (self->words[t] != NULL && (self->is_old == NULL || !self->is_old[t]))
      n_grams += 2 * self->words[t]->len;
  n_shares = (guint) (n_grams / SHARE_GRAMS) + 1;
  for (guint share = 0; share < n_shares; share++)
    {
      g_array_set_size (grams, 0);
      for (guint t = 0; t < self->n_texts; t++)
        add_grams (self, t, share, n_shares, grams);
      g_array_sort (grams, compare_grams);
      count_grams (self, grams);
    }
}

static PlxSharing
sharing_new (guint32 a, guint32 b)
{
  return (PlxSharing) { a, b, g_array_new (FALSE, FALSE, sizeof (PlxSpan)),
                        g_array_new (FALSE, FALSE, sizeof (PlxSpan)), 0.0, 0.0, 0.0, FALSE };
}

static void
add_span (GArray *spans, const GArray *words, guint first, guint end)
{
  PlxSpan span = { g_array_index (words, PlxReuseWord, first).begin,
                   g_array_index (words, PlxReuseWord, end - 1).end };

  g_array_append_val (spans, span);
}

/* A speech that two reporters wrote down is no text that one took from another,
 * unless it is most of what there is. */
static gboolean
is_speech (const GArray *words, guint first, guint end)
{
  guint n_quoted = 0;

  for (guint i = first; i < end; i++)
    n_quoted += g_array_index (words, PlxReuseWord, i).is_quoted;
  return end - first <= PLX_PASSAGE_MAX_SPEECH && 2 * (end - first) < words->len
         && n_quoted >= PLX_PASSAGE_QUOTED_01 * (end - first);
}

static void
align (Work *self, PlxGramIndex *index, guint32 a, guint32 b)
{
  const GArray *x = self->words[a], *y = self->words[b];
  g_autoptr (GArray) passages = plx_passages_find (index, y);
  PlxSharing sharing = sharing_new (a, b);

  for (guint i = 0; i < passages->len; i++)
    {
      const PlxPassageWords *passage = &g_array_index (passages, PlxPassageWords, i);

      if (is_speech (x, passage->first_a, passage->end_a)
          && is_speech (y, passage->first_b, passage->end_b))
        continue;
      add_span (sharing.spans_a, x, passage->first_a, passage->end_a);
      add_span (sharing.spans_b, y, passage->first_b, passage->end_b);
      sharing.share_a_01 += (double) (passage->end_a - passage->first_a) / x->len;
      sharing.share_b_01 += (double) (passage->end_b - passage->first_b) / y->len;
      sharing.same_01 += (double) passage->n_same / MIN (x->len, y->len);
    }
  if (sharing.spans_a->len > 0)
    g_array_append_val (self->out, sharing);
  else
    plx_sharing_clear (&sharing);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static void
align_all (Work *self)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (PlxGramIndex) index = plx_gram_index_new ();
  guint32 filled = G_MAXUINT32;

  for (gsize i = 0; i < self->counts.n_slots; i++)
    if (self->counts.counts[i] >= PLX_REUSE_MIN_GRAMS)
      g_array_append_val (keys, self->counts.keys[i]);
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      guint64 key = g_array_index (keys, guint64, i);
      guint32 a = (guint32) (key >> 32), b = (guint32) key;

      if (a != filled)
        plx_gram_index_fill (index, self->words[a]);
      filled = a;
      align (self, index, a, b);
    }
}

/* families of prints */

static gboolean
is_aligned (const PairCounts *self, guint32 a, guint32 b)
{
  guint64 key = (guint64) a << 32 | b;
  gsize slot = self->n_slots > 0 ? slot_of (self, key) : 0;

  return self->n_slots > 0 && self->keys[slot] == key
         && self->counts[slot] >= PLX_REUSE_MIN_GRAMS;
}

/* @family: of guint32, sorted */
static void
align_family (Work *self, PlxGramIndex *index, const GArray *family)
{
  for (guint i = 0; i < family->len; i++)
    {
      guint32 a = g_array_index (family, guint32, i);
      gboolean is_filled = FALSE;

      for (guint j = i + 1; j < family->len; j++)
        {
          guint32 b = g_array_index (family, guint32, j);

          if (is_aligned (&self->counts, a, b)
              || (self->is_old != NULL && self->is_old[a] && self->is_old[b]))
            continue;
          if (!is_filled)
            plx_gram_index_fill (index, self->words[a]);
          is_filled = TRUE;
          align (self, index, a, b);
        }
    }
}

/* Of many prints of one text not all pairs were counted: of each family all that
 * are left are aligned. */
static void
complete_families (Work *self)
{
  g_autofree guint *parent = g_new (guint, self->n_texts + 1);
  g_autoptr (PlxGramIndex) index = plx_gram_index_new ();
  g_autoptr (GPtrArray) families =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint t = 0; t < self->n_texts; t++)
    parent[t] = t;
  for (guint i = 0; i < self->out->len; i++)
    {
      const PlxSharing *sharing = &g_array_index (self->out, PlxSharing, i);
      guint a = plx_group_root (parent, sharing->a), b = plx_group_root (parent, sharing->b);

      if (sharing->same_01 >= PLX_COPY_MIN_01 && !sharing->is_whole)
        parent[MAX (a, b)] = MIN (a, b);
    }
  for (guint t = 0; t < self->n_texts; t++)
    g_ptr_array_add (families, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 t = 0; t < self->n_texts; t++)
    g_array_append_val ((GArray *) g_ptr_array_index (families, plx_group_root (parent, t)), t);
  for (guint f = 0; f < families->len; f++)
    {
      const GArray *family = g_ptr_array_index (families, f);

      if (family->len > PLX_GRAM_ALL_TEXTS && family->len <= PLX_FAMILY_MAX_TEXTS)
        align_family (self, index, family);
    }
}

static void
add_whole (Work *self, guint32 first, guint32 text, const GArray *words)
{
  PlxSharing sharing = sharing_new (first, text);
  const GArray *firsts = self->words[first];

  add_span (sharing.spans_a, firsts, 0, firsts->len);
  add_span (sharing.spans_b, words, 0, words->len);
  sharing.share_a_01 = sharing.share_b_01 = sharing.same_01 = 1.0;
  sharing.is_whole = TRUE;
  g_array_append_val (self->out, sharing);
}

/* A text whose words are all those of an earlier one is its copy and stands for
 * nothing more: a report that fifty papers print would have no rare grams. */
static void
read_texts (Work *self, const char *const *texts)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint t = 0; t < self->n_texts; t++)
    {
      g_autoptr (GArray) words = plx_reuse_words_read (texts[t]);
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
      gpointer first;

      if (words->len == 0)
        continue;
      for (guint i = 0; i < words->len; i++)
        g_checksum_update (sum, (const guchar *) &g_array_index (words, PlxReuseWord, i).hash,
                           sizeof (guint32));
      if (g_hash_table_lookup_extended (firsts, g_checksum_get_string (sum), NULL, &first))
        {
          add_whole (self, GPOINTER_TO_UINT (first), t, words);
          continue;
        }
      g_hash_table_insert (firsts, g_strdup (g_checksum_get_string (sum)), GUINT_TO_POINTER (t));
      self->words[t] = g_steal_pointer (&words);
    }
}

static int
compare_sharings (gconstpointer a, gconstpointer b)
{
  const PlxSharing *x = a, *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

/**
 * plx_sharings_find:
 * @texts: (array length=n_texts): valid UTF-8; borrowed for the call
 * @is_old: (nullable): two texts for which this is set are not held against each
 *   other; NULL: all pairs count
 *
 * Cost:    O(n log n) of all words; those of old texts are only read
 * Returns: (transfer full): of PlxSharing by texts
 */
GArray *
plx_sharings_find (const char *const *texts, guint n_texts, const gboolean *is_old)
{
  Work work = { .words = g_new0 (GArray *, n_texts + 1), .n_texts = n_texts, .is_old = is_old };

  work.out = g_array_new (FALSE, FALSE, sizeof (PlxSharing));
  g_array_set_clear_func (work.out, (GDestroyNotify) plx_sharing_clear);
  read_texts (&work, texts);
  want_new (&work);
  count_all (&work);
  align_all (&work);
  complete_families (&work);
  g_array_sort (work.out, compare_sharings);
  for (guint t = 0; t < n_texts; t++)
    g_clear_pointer (&work.words[t], g_array_unref);
  g_free (work.words);
  g_free (work.wanted);
  g_free (work.counts.keys);
  g_free (work.counts.counts);
  return work.out;
}

/* Groups of texts that share most of their words, by average: what is like a copy
 * of a copy of a form letter is no copy. GArray of gint each, by number. */
GPtrArray *
plx_copies_collect (const GArray *sharings, guint n_texts)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (PlxStoryGroups) groups = plx_story_groups_new (n_texts);
  g_autofree guint *group = NULL;
  guint n_groups = 0;

  for (guint i = 0; i < sharings->len; i++)
    {
      const PlxSharing *sharing = &g_array_index (sharings, PlxSharing, i);

      if (sharing->is_whole)
        continue;
      if (MIN (sharing->share_a_01, sharing->share_b_01) >= PLX_COPY_OF_LARGER_01)
        plx_story_groups_add (groups, sharing->a, sharing->b, sharing->same_01);
    }
  group = plx_story_groups_join (groups, PLX_COPY_MIN_01, &n_groups);
  for (guint i = 0; i < sharings->len; i++)
    if (g_array_index (sharings, PlxSharing, i).is_whole)
      group[g_array_index (sharings, PlxSharing, i).b] =
        group[g_array_index (sharings, PlxSharing, i).a];
  for (guint g = 0; g < n_groups; g++)
    g_ptr_array_add (all, g_array_new (FALSE, FALSE, sizeof (gint)));
  for (guint t = 0; t < n_texts; t++)
    {
      gint text = (gint) t;

      g_array_append_val ((GArray *) g_ptr_array_index (all, group[t]), text);
    }
  for (guint g = 0; g < n_groups; g++)
    if (((GArray *) g_ptr_array_index (all, g))->len > 1)
      g_ptr_array_add (out, g_array_ref (g_ptr_array_index (all, g)));
  return out;
}

/**
 * plx_copies_find:
 *
 * Returns: (transfer full): GArray of gint per group of two and more texts,
 *          members by number, the first of them first
 */
GPtrArray *
plx_copies_find (const char *const *texts, guint n_texts, const gboolean *is_old)
{
  g_autoptr (GArray) sharings = plx_sharings_find (texts, n_texts, is_old);

  return plx_copies_collect (sharings, n_texts);
}
