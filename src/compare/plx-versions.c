/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-versions.h"

#include "compare/plx-tuning.h"
#include "compare/plx-word-diff.h"

#include <string.h>

/* Two versions of one text, told apart: sentences of the same words are paired
 * first, then those that share most of theirs (candidates come from an index of
 * the words that few sentences have); what is out of order moved. */

static const char *const passage_nicks[PLX_N_PASSAGE_KINDS] = {
  "kept", "moved", "changed", "added", "removed",
};

const char *
plx_passage_kind_to_nick (PlxPassageKind kind)
{
  g_return_val_if_fail (kind < PLX_N_PASSAGE_KINDS, passage_nicks[0]);
  return passage_nicks[kind];
}

static void
passage_free (gpointer data)
{
  PlxPassage *passage = data;

  g_free (passage->words_before);
  g_free (passage->words_after);
  g_free (passage);
}

void
plx_versions_free (PlxVersions *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->passages);
  g_free (self);
}

/* A sentence as its words: [first, end) of the stream. */
typedef struct {
  PlxSpan span;
  guint first, end;
  gint partner;         // sentence of the other text, -1
  gboolean moved;
} Sentence;

typedef struct {
  const PlxAnalysis *analysis;
  GArray *words;        // PlxStreamWord
  GArray *sentences;    // Sentence
} Text;

typedef struct {
  guint before, after;
  double score_01;
} Pair;

/* From the first word to the last with the marks that touch them. */
static PlxSpan
span_of (const Text *text, guint first, guint end)
{
  const char *bytes = text->analysis->text;
  guint32 low = first > 0 ? g_array_index (text->words, PlxStreamWord, first - 1).span.end : 0;
  guint32 high = end < text->words->len
                   ? g_array_index (text->words, PlxStreamWord, end).span.begin
                   : text->analysis->n_bytes;
  PlxSpan span = { g_array_index (text->words, PlxStreamWord, first).span.begin,
                   g_array_index (text->words, PlxStreamWord, end - 1).span.end };

  while (span.begin > low && !g_ascii_isspace (bytes[span.begin - 1]))
    span.begin--;
  while (span.end < high && !g_ascii_isspace (bytes[span.end]))
    span.end++;
  return span;
}

static void
add_sentence (Text *text, guint first, guint end)
{
  Sentence sentence = { .first = first, .end = end, .partner = -1 };

  if (first == end)
    return;
  sentence.span = span_of (text, first, end);
  if (text->sentences->len > 0)
    sentence.span.begin = MAX (sentence.span.begin,
                               g_array_index (text->sentences, Sentence,
                                              text->sentences->len - 1).span.end);
  g_array_append_val (text->sentences, sentence);
}

/* Whether a sentence ends between two words: of a text that nobody analysed. */
static gboolean
ends_between (const char *text, guint32 begin, guint32 end)
{
  for (const char *p = text + begin; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f
          || (c == '.' && g_ascii_isspace (p[1])))
        return TRUE;
    }
  return FALSE;
}

static void
split_words (Text *text)
{
  guint first = 0;

  for (guint i = 1; i < text->words->len; i++)
    if (ends_between (text->analysis->text,
                      g_array_index (text->words, PlxStreamWord, i - 1).span.end,
                      g_array_index (text->words, PlxStreamWord, i).span.begin))
      {
        add_sentence (text, first, i);
        first = i;
      }
  add_sentence (text, first, text->words->len);
}

static void
text_read (Text *text, const PlxAnalysis *analysis, PlxWordNumbers *numbers)
{
  guint word = 0;

  text->analysis = analysis;
  text->words = plx_word_stream_read (numbers, analysis->text, analysis->n_bytes);
  text->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  if (analysis->sentences->len == 0)
    {
      split_words (text);
      return;
    }
  for (guint i = 0; i < analysis->sentences->len; i++)
    {
      guint32 end = i + 1 < analysis->sentences->len ? PLX_SENTENCE (analysis, i + 1)->begin
                                                     : G_MAXUINT32;
      guint first = word;

      while (word < text->words->len
             && g_array_index (text->words, PlxStreamWord, word).span.begin < end)
        word++;
      add_sentence (text, first, word);
    }
}

static void
text_clear (Text *text)
{
  g_array_unref (text->words);
  g_array_unref (text->sentences);
}

static Sentence *
get (const Text *text, guint i)
{
  return &g_array_index (text->sentences, Sentence, i);
}

static guint
length (const Sentence *sentence)
{
  return sentence->end - sentence->first;
}

static void
join (Text *before, Text *after, guint b, guint a)
{
  get (before, b)->partner = (gint) a;
  get (after, a)->partner = (gint) b;
}

static char *
dup_key (const Text *text, const Sentence *sentence)
{
  GString *key = g_string_new (NULL);

  for (guint i = sentence->first; i < sentence->end; i++)
    g_string_append_printf (key, "%x,", g_array_index (text->words, PlxStreamWord, i).id);
  return g_string_free (key, FALSE);
}

/* Sentences of the same words, the first with the first where there are several. */
static void
join_same (Text *before, Text *after)
{
  g_autoptr (GHashTable) waiting =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < before->sentences->len; i++)
    {
      char *key = dup_key (before, get (before, i));
      GQueue *queue = g_hash_table_lookup (waiting, key);

      if (queue == NULL)
        g_hash_table_insert (waiting, key, queue = g_queue_new ());
      else
        g_free (key);
      g_queue_push_tail (queue, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < after->sentences->len; i++)
    {
      g_autofree char *key = dup_key (after, get (after, i));
      GQueue *queue = g_hash_table_lookup (waiting, key);
      guint found = queue != NULL ? GPOINTER_TO_UINT (g_queue_pop_head (queue)) : 0;

      if (found > 0)
        join (before, after, found - 1, i);
    }
}

/* word → sentences of the older text that wait for a partner and have it */
static GHashTable *
index_words (const Text *text)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint s = 0; s < text->sentences->len; s++)
    for (guint i = get (text, s)->first; get (text, s)->partner < 0 && i < get (text, s)->end; i++)
      {
        gpointer id = GUINT_TO_POINTER (g_array_index (text->words, PlxStreamWord, i).id);
        GArray *list = g_hash_table_lookup (index, id);

        if (list == NULL)
          g_hash_table_insert (index, id, list = g_array_new (FALSE, FALSE, sizeof (guint)));
        if (list->len == 0 || g_array_index (list, guint, list->len - 1) != s)
          g_array_append_val (list, s);
      }
  return index;
}

/* Pairs of one newer sentence with the older ones that share its words. */
static void
find_pairs (const Text *before, const Text *after, guint a, GHashTable *index, guint *shared,
            GArray *pairs)
{
  const Sentence *sentence = get (after, a);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const GArray *list = g_hash_table_lookup (
        index, GUINT_TO_POINTER (g_array_index (after->words, PlxStreamWord, i).id));

      for (guint k = 0; list != NULL && list->len <= PLX_PASSAGE_MAX_POSTINGS && k < list->len; k++)
        if (shared[g_array_index (list, guint, k)]++ == 0)
          g_array_append_val (touched, g_array_index (list, guint, k));
    }
  for (guint k = 0; k < touched->len; k++)
    {
      guint b = g_array_index (touched, guint, k);
      const Sentence *other = get (before, b);
      Pair pair = { b, a, 0.0 };

      if (shared[b] * 4 >= MIN (length (sentence), length (other)))
        pair.score_01 = 2.0 * plx_word_diff_count (before->words, other->first, other->end,
                                                   after->words, sentence->first, sentence->end)
                        / (length (sentence) + length (other));
      if (pair.score_01 >= PLX_PASSAGE_CHANGED_MIN_01)
        g_array_append_val (pairs, pair);
      shared[b] = 0;
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->score_01 > y->score_01 || x->score_01 < y->score_01)
    return x->score_01 > y->score_01 ? -1 : 1;
  if (x->after != y->after)
    return x->after < y->after ? -1 : 1;
  return (x->before > y->before) - (x->before < y->before);
}

static void
join_alike (Text *before, Text *after)
{
  g_autoptr (GHashTable) index = index_words (before);
  g_autofree guint *shared = g_new0 (guint, before->sentences->len + 1);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint a = 0; a < after->sentences->len; a++)
    if (get (after, a)->partner < 0)
      find_pairs (before, after, a, index, shared, pairs);
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (get (before, pair->before)->partner < 0 && get (after, pair->after)->partner < 0)
        join (before, after, pair->before, pair->after);
    }
}

/* Pairs outside the longest run that keeps the order have moved: patience
 * sorting, n log n. */
static void
mark_moved (Text *before, Text *after)
{
  guint n = after->sentences->len, n_tops = 0;
  g_autofree guint *tops = g_new (guint, n + 1);
  g_autofree gint *previous = g_new (gint, n + 1);

  for (guint a = 0; a < n; a++)
    {
      guint low = 0, high = n_tops;

      if (get (after, a)->partner < 0)
        continue;
      get (after, a)->moved = get (before, (guint) get (after, a)->partner)->moved = TRUE;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (get (after, tops[middle])->partner < get (after, a)->partner)
            low = middle + 1;
          else
            high = middle;
        }
      previous[a] = low > 0 ? (gint) tops[low - 1] : -1;
      tops[low] = a;
      n_tops = MAX (n_tops, low + 1);
    }
  for (gint a = n_tops > 0 ? (gint) tops[n_tops - 1] : -1; a >= 0; a = previous[a])
    get (after, (guint) a)->moved =
      get (before, (guint) get (after, (guint) a)->partner)->moved = FALSE;
}

static void
add_passage (PlxVersions *self, PlxPassage *passage)
{
  self->n_by_kind[passage->kind]++;
  g_ptr_array_add (self->passages, passage);
}

static void
add_removed (PlxVersions *self, const Text *before, guint from, guint to)
{
  for (guint b = from; b < to; b++)
    if (get (before, b)->partner < 0)
      {
        PlxPassage *passage = g_new0 (PlxPassage, 1);

        passage->kind = PLX_PASSAGE_REMOVED;
        passage->before = get (before, b)->span;
        add_passage (self, passage);
      }
}

/* Returns how many words both have. */
static guint
add_present (PlxVersions *self, const Text *before, const Text *after, guint a)
{
  const Sentence *new = get (after, a);
  PlxPassage *passage = g_new0 (PlxPassage, 1);
  guint n_same = 0;

  passage->kind = PLX_PASSAGE_ADDED;
  passage->after = new->span;
  if (new->partner >= 0)
    {
      const Sentence *old = get (before, (guint) new->partner);

      passage->before = old->span;
      passage->moved = new->moved;
      n_same = plx_word_diff (before->words, old->first, old->end, after->words, new->first,
                              new->end, passage);
      passage->kind = passage->n_words_before + passage->n_words_after > 0
                        ? PLX_PASSAGE_CHANGED
                        : new->moved ? PLX_PASSAGE_MOVED : PLX_PASSAGE_KEPT;
    }
  add_passage (self, passage);
  return n_same;
}

static void
list_passages (PlxVersions *self, const Text *before, const Text *after)
{
  guint n_words = before->words->len + after->words->len, n_same = 0, at = 0;

  for (guint a = 0; a < after->sentences->len; a++)
    {
      const Sentence *new = get (after, a);

      if (new->partner >= 0 && !new->moved)
        {
          add_removed (self, before, at, (guint) new->partner);
          at = (guint) new->partner + 1;
        }
      n_same += add_present (self, before, after, a);
    }
  add_removed (self, before, at, before->sentences->len);
  self->same_01 = n_words > 0 ? 2.0 * n_same / n_words : 1.0;
  self->are_versions = self->same_01 >= PLX_VERSIONS_MIN_01;
}

PlxVersions *
plx_versions_compare (const PlxAnalysis *before, const PlxAnalysis *after)
{
  PlxVersions *self = g_new0 (PlxVersions, 1);
  g_autoptr (PlxWordNumbers) numbers = plx_word_numbers_new ();
  Text old, new;

  self->passages = g_ptr_array_new_with_free_func (passage_free);
  text_read (&old, before, numbers);
  text_read (&new, after, numbers);
  join_same (&old, &new);
  join_alike (&old, &new);
  mark_moved (&old, &new);
  list_passages (self, &old, &new);
  text_clear (&old);
  text_clear (&new);
  return self;
}
