/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-word-diff.h"

#include "compare/plx-tuning.h"

typedef struct {
  const GArray *before, *after;
  guint b, b_end, a, a_end;   // what is not alike at both ends
  guint n_ends;               // words that are
} Runs;

static const PlxStreamWord *
word (const GArray *words, guint i)
{
  return &g_array_index (words, PlxStreamWord, i);
}

static gboolean
is_same (const Runs *runs, guint b, guint a)
{
  return word (runs->before, b)->id == word (runs->after, a)->id;
}

static void
trim (Runs *runs)
{
  while (runs->b < runs->b_end && runs->a < runs->a_end && is_same (runs, runs->b, runs->a))
    {
      runs->b++;
      runs->a++;
      runs->n_ends++;
    }
  while (runs->b < runs->b_end && runs->a < runs->a_end
         && is_same (runs, runs->b_end - 1, runs->a_end - 1))
    {
      runs->b_end--;
      runs->a_end--;
      runs->n_ends++;
    }
}

/* table[i * (m + 1) + j]: most words in common of before[b + i …], after[a + j …];
 * NULL: too long. */
static guint16 *
fill_table (const Runs *runs)
{
  guint n = runs->b_end - runs->b, m = runs->a_end - runs->a;
  guint16 *table;

  if (MAX (n, m) > PLX_DIFF_MAX_WORDS)
    return NULL;
  table = g_new0 (guint16, (gsize) (n + 1) * (m + 1));
  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      {
        guint16 down = table[(i + 1) * (m + 1) + j], right = table[i * (m + 1) + j + 1];

        if (is_same (runs, runs->b + i, runs->a + j))
          table[i * (m + 1) + j] = (guint16) (table[(i + 1) * (m + 1) + j + 1] + 1);
        else
          table[i * (m + 1) + j] = MAX (down, right);
      }
  return table;
}

guint
plx_word_diff_count (const GArray *before, guint first, guint end, const GArray *after,
                     guint other_first, guint other_end)
{
  Runs runs = { before, after, first, end, other_first, other_end, 0 };
  g_autofree guint16 *table = NULL;

  trim (&runs);
  table = fill_table (&runs);
  return runs.n_ends + (table != NULL ? table[0] : 0);
}

/* A word that follows the last span at once lengthens it. */
static void
add_word (GArray *spans, const GArray *words, guint i, guint *last)
{
  PlxSpan span = word (words, i)->span;

  if (spans->len > 0 && *last + 1 == i)
    g_array_index (spans, PlxSpan, spans->len - 1).end = span.end;
  else
    g_array_append_val (spans, span);
  *last = i;
}

static PlxSpan *
steal_spans (GArray *spans, guint *n_spans)
{
  *n_spans = spans->len;
  return (PlxSpan *) (gpointer) g_array_free (spans, FALSE);
}

guint
plx_word_diff (const GArray *before, guint first, guint end, const GArray *after,
               guint other_first, guint other_end, PlxPassage *passage)
{
  Runs runs = { before, after, first, end, other_first, other_end, 0 };
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  GArray *come = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autofree guint16 *table = NULL;
  guint n_same, last_gone = 0, last_come = 0, width;

  trim (&runs);
  width = runs.a_end - runs.a + 1;
  table = fill_table (&runs);
  n_same = runs.n_ends + (table != NULL ? table[0] : 0);
  for (guint b = runs.b, a = runs.a; b < runs.b_end || a < runs.a_end;)
    {
      const guint16 *cell = table != NULL ? &table[(b - runs.b) * width + a - runs.a] : NULL;

      if (cell != NULL && b < runs.b_end && a < runs.a_end && is_same (&runs, b, a))
        {
          b++;
          a++;
        }
      else if (b < runs.b_end && (a == runs.a_end || cell == NULL || cell[width] >= cell[1]))
        add_word (gone, before, b++, &last_gone);
      else
        add_word (come, after, a++, &last_come);
    }
  passage->words_before = steal_spans (gone, &passage->n_words_before);
  passage->words_after = steal_spans (come, &passage->n_words_after);
  return n_same;
}
