/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-passages.h"

#include "compare/plx-tuning.h"

#include <string.h>

enum {
  MAX_WORDS = 1 << 15,   // of a text; what comes later is a book
  MAX_PLACES = 4,        // a gram at more places of one text is a turn of phrase
  N_BEFORE = 48,         // common grams that a chain looks back at
};

static guint64
mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return x ^ (x >> 33);
}

static gboolean
is_lone (gunichar c)
{
  return c >= 0x2e80 && c < 0xfb00;   // a character that is a word by itself
}

/* " turns, “ opens and ” closes; a paragraph ends what nobody closed. */
static gboolean
follow_quotation (gboolean is_quoted, gunichar c)
{
  if (c == '"')
    return !is_quoted;
  if (c == 0x201c || c == 0xab)
    return TRUE;
  return is_quoted && c != 0x201d && c != 0xbb && c != '\n';
}

/* FNV-1a of each word. */
GArray *
plx_reuse_words_read (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlxReuseWord));
  PlxReuseWord word = { 0 };
  gboolean is_open = FALSE, is_quoted = FALSE;
  guint64 hash = 0;

  for (const char *p = text; words->len < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      gboolean is_word = c != 0 && g_unichar_isalnum (c);

      if (is_open && (!is_word || is_lone (c)))
        {
          word.hash = (guint32) mix (hash);
          word.end = (guint32) (p - text) & 0x7fffffff;
          g_array_append_val (words, word);
          is_open = FALSE;
        }
      if (c == 0)
        break;
      is_quoted = follow_quotation (is_quoted, c);
      if (!is_word)
        continue;
      if (!is_open)
        {
          word = (PlxReuseWord) { .begin = (guint32) (p - text), .is_quoted = is_quoted & 1 };
          hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
          is_open = TRUE;
        }
      hash = (hash ^ g_unichar_tolower (c)) * G_GUINT64_CONSTANT (0x100000001b3);
    }
  return words;
}

/* @gap: 1: the next word, 2: the one after it */
guint64
plx_gram_hash (const GArray *words, guint first, guint gap)
{
  guint64 hash = g_array_index (words, PlxReuseWord, first).hash;

  return mix ((hash << 32 | g_array_index (words, PlxReuseWord, first + gap).hash) + gap);
}

typedef struct {
  guint64 hash;
  guint32 word;
  gint32 next;             // with the same slot, -1
} Place;

struct _PlxGramIndex {
  const GArray *words;
  GArray *places;          // Place
  gint32 *slots;           // (n_slots) the last place, -1
  guint n_slots;           // a power of two
};

PlxGramIndex *
plx_gram_index_new (void)
{
  PlxGramIndex *self = g_new0 (PlxGramIndex, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

void
plx_gram_index_free (PlxGramIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_free (self->slots);
  g_free (self);
}

/* @words: borrowed until the index is filled anew */
void
plx_gram_index_fill (PlxGramIndex *self, const GArray *words)
{
  guint n_slots = 64;

  while (n_slots < 4 * words->len)
    n_slots *= 2;
  if (n_slots > self->n_slots)
    {
      self->slots = g_renew (gint32, self->slots, n_slots);
      self->n_slots = n_slots;
    }
  memset (self->slots, 0xff, self->n_slots * sizeof (gint32));
  self->words = words;
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < words->len; i++)
    for (guint gap = 1; gap <= 2 && i + gap < words->len; gap++)
      {
        guint64 hash = plx_gram_hash (words, i, gap);
        gint32 *slot = &self->slots[hash & (self->n_slots - 1)];
        Place place = { hash, i, *slot };

        *slot = (gint32) self->places->len;
        g_array_append_val (self->places, place);
      }
}

/* A gram that both texts have, and the best row of such grams up to it. */
typedef struct {
  guint32 a, b, gap;       // first words
  guint32 last_b;          // the last word of the row
  guint n_same;
  guint first;             // the gram that the row begins with
} Common;

static GArray *
list_common (const PlxGramIndex *index, const GArray *words)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Common));

  for (guint b = 0; b < words->len; b++)
    for (guint gap = 1; gap <= 2 && b + gap < words->len; gap++)
      {
        guint64 hash = plx_gram_hash (words, b, gap);
        guint first = out->len;

        for (gint32 at = index->slots[hash & (index->n_slots - 1)]; at >= 0;
             at = g_array_index (index->places, Place, at).next)
          {
            const Place *place = &g_array_index (index->places, Place, at);
            Common common = { place->word, b, gap, b + gap, 2, out->len };

            if (place->hash == hash)
              g_array_append_val (out, common);
          }
        if (out->len > first + MAX_PLACES)
          g_array_set_size (out, first);
      }
  return out;
}

/* Each gram goes on the best row that ends shortly before it in both texts. */
static void
chain (GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      Common *self = &g_array_index (list, Common, i);

      for (guint back = 1; back <= N_BEFORE && back <= i; back++)
        {
          const Common *before = &g_array_index (list, Common, i - back);
          guint n_same;

          if (before->b + PLX_PASSAGE_MAX_GAP < self->b)
            break;
          if (before->a > self->a || before->a + PLX_PASSAGE_MAX_GAP < self->a
              || (before->b == self->b) != (before->a == self->a))
            continue;
          n_same = before->n_same + (self->b > before->last_b ? 1 : 0)
                   + (self->b + self->gap > before->last_b ? 1 : 0);
          if (n_same < self->n_same || (n_same == self->n_same && self->first != i))
            continue;
          self->n_same = n_same;
          self->first = before->first;
          self->last_b = MAX (before->last_b, self->b + self->gap);
        }
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PlxPassageWords *x = a, *y = b;

  if (x->n_same != y->n_same)
    return x->n_same > y->n_same ? -1 : 1;
  if (x->first_b != y->first_b)
    return x->first_b < y->first_b ? -1 : 1;
  return x->first_a < y->first_a ? -1 : x->first_a > y->first_a;
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const PlxPassageWords *x = a, *y = b;

  return x->first_a < y->first_a ? -1 : x->first_a > y->first_a;
}

static gboolean
is_close (const PlxPassageWords *row, guint least)
{
  return row->first_a < row->end_a && row->first_b < row->end_b && row->n_same >= least
         && row->n_same >= PLX_PASSAGE_SAME_01
                             * MIN (row->end_a - row->first_a, row->end_b - row->first_b);
}

/* The best row from each first gram, if it is long and close enough. */
static GArray *
list_rows (const GArray *list)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxPassageWords));
  g_autofree gint *best = g_new (gint, list->len + 1);

  for (guint i = 0; i < list->len; i++)
    best[i] = -1;
  for (guint i = 0; i < list->len; i++)
    {
      const Common *end = &g_array_index (list, Common, i);
      gint *row = &best[end->first];

      if (*row < 0 || end->n_same > g_array_index (list, Common, *row).n_same)
        *row = (gint) i;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const Common *first = &g_array_index (list, Common, i), *end;
      PlxPassageWords row;

      if (best[i] < 0)
        continue;
      end = &g_array_index (list, Common, best[i]);
      row = (PlxPassageWords) { first->a, end->a + end->gap + 1, first->b, end->b + end->gap + 1,
                                end->n_same };
      if (is_close (&row, PLX_PASSAGE_MORE_WORDS))
        g_array_append_val (out, row);
    }
  return out;
}

/* Takes @n words off the beginning or the end of both sides. */
static void
shorten (PlxPassageWords *row, gboolean at_end, guint32 n)
{
  n = MIN (n, MIN (row->end_a - row->first_a, row->end_b - row->first_b));
  if (at_end)
    {
      row->end_a -= n;
      row->end_b -= n;
    }
  else
    {
      row->first_a += n;
      row->first_b += n;
    }
  row->n_same -= MIN (n, row->n_same);
}

/* Two passages that were moved may touch by a common phrase at their ends. */
static void
make_room (PlxPassageWords *row, const PlxPassageWords *kept)
{
  if (row->first_a < kept->end_a && kept->first_a < row->end_a)
    {
      gboolean at_end = row->first_a < kept->first_a;

      shorten (row, at_end, at_end ? row->end_a - kept->first_a : kept->end_a - row->first_a);
    }
  if (row->first_b < kept->end_b && kept->first_b < row->end_b)
    {
      gboolean at_end = row->first_b < kept->first_b;

      shorten (row, at_end, at_end ? row->end_b - kept->first_b : kept->end_b - row->first_b);
    }
}

/**
 * plx_passages_find:
 * @index: filled with the words of the one text, a
 * @words: of the other, b
 *
 * Cost:    linear in the words and the grams they share
 * Returns: (transfer full): of PlxPassageWords by their place in a, none
 *          overlaps another
 */
GArray *
plx_passages_find (PlxGramIndex *index, const GArray *words)
{
  g_autoptr (GArray) common = list_common (index, words);
  g_autoptr (GArray) rows = NULL;
  GArray *out = g_array_new (FALSE, FALSE, sizeof (PlxPassageWords));

  chain (common);
  rows = list_rows (common);
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      PlxPassageWords row = g_array_index (rows, PlxPassageWords, i);

      guint least = out->len > 0 ? PLX_PASSAGE_MORE_WORDS : PLX_PASSAGE_MIN_WORDS;

      for (guint j = 0; j < out->len && is_close (&row, least); j++)
        make_room (&row, &g_array_index (out, PlxPassageWords, j));
      if (is_close (&row, least))
        g_array_append_val (out, row);
    }
  g_array_sort (out, compare_place);
  return out;
}
