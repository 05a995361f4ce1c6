/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "language/plx-lemma.h"
#include "language/plx-token-lists.h"

/* A second-order hidden Markov model after Brants (2000): what a word may be
 * comes from the lexicon, for rare and unknown words from their endings; what
 * follows what comes from counts of two and three tags. */

#define MAX_CANDIDATES 8
#define MAX_ENDING 5

/* Up to so many sightings, what a word's ending says still counts. */
#define RARE 6
#define ENDING_WEIGHT 0.6f
/* How much a shorter ending counts against the next longer one. */
#define SMOOTHING 3.0f

typedef struct {
  PlxReadingOfForm readings[MAX_CANDIDATES]; // count holds the log emission
  guint n;
} Candidates;

typedef struct {
  float score[MAX_CANDIDATES][MAX_CANDIDATES]; // previous, this
  guint8 from[MAX_CANDIDATES][MAX_CANDIDATES];
} Column;

static void
add_candidate (Candidates *all, PlxReadingOfForm reading)
{
  for (guint i = 0; i < all->n; i++)
    if (all->readings[i].tag == reading.tag)
      {
        all->readings[i].count += reading.count;
        return;
      }
  if (all->n < MAX_CANDIDATES)
    all->readings[all->n++] = reading;
}

/* What words with this ending are: chances that add up to about one. */
static void
chances_of_ending (const PlxTokenLists *lists, const PlxWordForm *word, float chances[PLX_MAX_TAGS])
{
  gsize length = strlen (word->folded);
  char key[PLX_WORD_FORM_SIZE + 1];

  memset (chances, 0, PLX_MAX_TAGS * sizeof (float));
  for (gsize n = 0; n <= MIN (MAX_ENDING, length); n++)
    {
      const GArray *readings;
      float total = SMOOTHING;

      g_snprintf (key, sizeof key, "%s%s", word->capital ? "^" : "", word->folded + length - n);
      readings = g_hash_table_lookup (lists->endings, key);
      if (readings == NULL)
        {
          if (n == 0)
            continue;
          break;
        }
      for (guint i = 0; i < readings->len; i++)
        total += g_array_index (readings, PlxReadingOfForm, i).count;
      for (guint i = 0; i < lists->n_tags; i++)
        chances[i] *= SMOOTHING / total;
      for (guint i = 0; i < readings->len; i++)
        {
          PlxReadingOfForm reading = g_array_index (readings, PlxReadingOfForm, i);

          chances[reading.tag] += reading.count / total;
        }
    }
}

static void
add_from_ending (const PlxTokenLists *lists, const PlxWordForm *word, float weight, guint max,
                 Candidates *all)
{
  float chances[PLX_MAX_TAGS];

  chances_of_ending (lists, word, chances);
  for (guint k = 0; k < max; k++)
    {
      guint best = 0;

      for (guint i = 1; i < lists->n_tags; i++)
        if (chances[i] > chances[best])
          best = i;
      if (chances[best] < 0.004f)
        return;
      add_candidate (all, (PlxReadingOfForm) { (guint8) best, weight * chances[best], NULL });
      chances[best] = 0;
    }
}

static void
add_tag_named (const PlxTokenLists *lists, const char *name, float count, Candidates *all)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (lists->tag_numbers, name));

  if (number > 0)
    add_candidate (all, (PlxReadingOfForm) { (guint8) (number - 1), count, NULL });
}

/* Numbers, signs and hyphenated words that no list has. */
static void
add_from_shape (const PlxTokenLists *lists, const PlxWordForm *word, Candidates *all)
{
  gunichar first = g_utf8_get_char (word->form);
  gsize n = strlen (word->form);
  const char *last = n >= 2 ? word->folded + n - 2 : "";

  if (g_unichar_isdigit (first))
    {
      if (g_hash_table_contains (lists->ordinals, last))
        add_tag_named (lists, "ADJ|JJ", 1, all);
      else if (word->folded[n - 1] == 's')
        add_tag_named (lists, "NOUN|NNS", 1, all);
      else if (strchr (word->form, '-') != NULL && g_ascii_isalpha (word->form[n - 1]))
        add_tag_named (lists, "ADJ|JJ", 1, all);
      else
        add_tag_named (lists, "NUM|CD", 1, all);
    }
  else if (!g_unichar_isalnum (first) && !g_unichar_ismark (first))
    add_tag_named (lists, first == 0x2013 || first == 0x2014 || first == 0x2026
                            ? "PUNCT|:" : g_unichar_ispunct (first) ? "PUNCT|NFP" : "SYM|SYM",
                   1, all);
  else if (!word->capital && strchr (word->form, '-') != NULL)
    {
      add_tag_named (lists, "ADJ|JJ", 0.6f, all);
      add_from_ending (lists, word, 0.4f, 4, all);
    }
}

static void
add_known (const PlxTokenLists *lists, const char *form, float weight, Candidates *all)
{
  PlxReadingOfForm readings[MAX_CANDIDATES];
  guint n = plx_lexicon_readings (lists, form, readings, MAX_CANDIDATES);

  for (guint i = 0; i < n; i++)
    {
      readings[i].count *= weight;
      add_candidate (all, readings[i]);
    }
}

/* Fills in what a word may be, with the logarithm of each chance. */
static void
find_candidates (const PlxTokenLists *lists, const PlxWordForm *word, Candidates *all)
{
  float total = 0;

  all->n = 0;
  add_known (lists, word->form, 1, all);
  if (word->capital)
    add_known (lists, word->folded, word->initial ? 1 : all->n == 0 ? 0.3f : 0.02f, all);
  for (guint i = 0; i < all->n; i++)
    total += all->readings[i].count;
  if (total < 0.01f)
    add_from_shape (lists, word, all);
  if (all->n == 0)
    add_from_ending (lists, word, 1, MAX_CANDIDATES, all);
  else if (total > 0 && total <= RARE && g_unichar_isalpha (g_utf8_get_char (word->form)))
    add_from_ending (lists, word, word->capital && !word->initial ? 2 : ENDING_WEIGHT, 5, all);
  if (all->n == 0)
    add_tag_named (lists, word->capital ? "PROPN|NNP" : "NOUN|NN", 1, all);
  for (guint i = 0; i < all->n; i++)
    {
      PlxReadingOfForm *reading = &all->readings[i];

      reading->count = logf (reading->count) - logf ((float) lists->one[reading->tag] + 1);
    }
}

static float
transition (const PlxTokenLists *lists, guint a, guint b, guint c)
{
  guint32 ab = lists->two[a * PLX_MAX_TAGS + b];
  double p = lists->weights[0] * lists->one[c] / lists->n_all;

  if (lists->one[b] > 0)
    p += lists->weights[1] * lists->two[b * PLX_MAX_TAGS + c] / lists->one[b];
  if (ab > 0)
    p += lists->weights[2] * lists->three[(a * PLX_MAX_TAGS + b) * PLX_MAX_TAGS + c] / ab;
  return (float) log (p + 1e-9);
}

/* Fills column @i of the trellis from the one before. */
static void
fill_column (const PlxTokenLists *lists, const Candidates *words, guint i, Column *columns)
{
  const Candidates *this = &words[i + 2], *before = &words[i + 1], *two = &words[i];

  for (guint b = 0; b < before->n; b++)
    for (guint c = 0; c < this->n; c++)
      {
        float best = -INFINITY;
        guint8 from = 0;

        for (guint a = 0; a < two->n; a++)
          {
            float score = (i > 0 ? columns[i - 1].score[a][b] : 0)
                          + transition (lists, two->readings[a].tag, before->readings[b].tag,
                                        this->readings[c].tag);

            if (score > best)
              {
                best = score;
                from = (guint8) a;
              }
          }
        columns[i].score[b][c] = best + this->readings[c].count;
        columns[i].from[b][c] = from;
      }
}

/* Follows the best path back; @chosen: (n) which candidate of each word. */
static void
follow_back (const PlxTokenLists *lists, const Candidates *words, const Column *columns, guint n,
             guint8 *chosen)
{
  float best = -INFINITY;
  guint b_best = 0, c_best = 0;

  for (guint b = 0; b < words[n].n; b++)
    for (guint c = 0; c < words[n + 1].n; c++)
      {
        float score = columns[n - 1].score[b][c]
                      + transition (lists, words[n].readings[b].tag, words[n + 1].readings[c].tag,
                                    lists->tag_end);

        if (score > best)
          {
            best = score;
            b_best = b;
            c_best = c;
          }
      }
  for (guint i = n; i-- > 0;)
    {
      guint from = columns[i].from[b_best][c_best];

      chosen[i] = (guint8) c_best;
      c_best = b_best;
      b_best = from;
    }
}

static void
set_tag (const PlxTokenLists *lists, PlxAnalysis *analysis, guint token, const PlxWordForm *word,
         const PlxReadingOfForm *reading)
{
  const PlxTag *tag = &lists->tags[reading->tag];

  PLX_TOKEN (analysis, token)->upos = plx_analysis_intern (analysis, tag->upos);
  PLX_TOKEN (analysis, token)->xpos = plx_analysis_intern (analysis, tag->xpos);
  plx_lemma_set (lists, analysis, token, word, reading->edit);
}

/* A quotation mark, bracket or colon opens: what follows may be a capital for
 * no other reason than that. */
static gboolean
opens (const PlxWordForm *word)
{
  return strchr ("\"'([:-", word->form[0]) != NULL;
}

static void
tag_sentence (const PlxTokenLists *lists, PlxAnalysis *analysis, guint first, guint n)
{
  g_autofree Candidates *words = g_new (Candidates, n + 2);
  g_autofree Column *columns = g_new (Column, n);
  g_autofree PlxWordForm *forms = g_new (PlxWordForm, n);
  g_autofree guint8 *chosen = g_new (guint8, n);

  words[0].n = words[1].n = 1;
  words[0].readings[0] = words[1].readings[0]
    = (PlxReadingOfForm) { (guint8) lists->tag_start, 0, NULL };
  for (guint i = 0; i < n; i++)
    {
      plx_word_form_read (analysis, first + i, &forms[i]);
      forms[i].initial = i == 0 || opens (&forms[i - 1]);
      find_candidates (lists, &forms[i], &words[i + 2]);
      fill_column (lists, words, i, columns);
    }
  follow_back (lists, words, columns, n, chosen);
  for (guint i = 0; i < n; i++)
    set_tag (lists, analysis, first + i, &forms[i], &words[i + 2].readings[chosen[i]]);
}

/* Sentences longer than this are tagged in pieces, so that memory is bounded. */
#define PIECE 2000

void
plx_tag_tokens (const PlxTokenLists *lists, PlxAnalysis *analysis)
{
  guint first = 0;

  while (first < analysis->tokens->len)
    {
      guint32 sentence = PLX_TOKEN (analysis, first)->sentence;
      guint n = 1;

      while (first + n < analysis->tokens->len && n < PIECE
             && PLX_TOKEN (analysis, first + n)->sentence == sentence)
        n++;
      tag_sentence (lists, analysis, first, n);
      first += n;
    }
}
