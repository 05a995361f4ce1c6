/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <string.h>

/* Numbers with what they count and how sure they are: "at least 40,000 tonnes".
 * A number that belongs to a time, a name ("A320", "MH17") or a clock is none.
 * Units are those of units.tsv, else the noun that the number counts. */

#define BOUND_WORDS 3    // longest phrase of units.tsv that bounds a number
#define UNIT_WORDS 3     // words of a unit, "percentage points"
#define NOUN_REACH 4     // words from the number to the noun it counts

typedef struct {
  const PlxTimeLists *lists;
  const PlxWords *words;
  PlxAnalysis *analysis;
  guint next_time;       // first time that may still overlap
  guint next_token;
} Finder;

/* The words [first, first + n) with single spaces. */
static char *
join_words (const PlxWords *words, guint first, guint n)
{
  GString *string = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      const PlxWord *word = PLX_WORD (words, i);

      if (i > first && PLX_WORD (words, i - 1)->span.end < word->span.begin)
        g_string_append_c (string, ' ');
      g_string_append (string, word->lower);
    }
  return g_string_free (string, FALSE);
}

static gboolean
lies_in_time (Finder *self, PlxSpan span)
{
  const GArray *times = self->analysis->times;

  while (self->next_time < times->len
         && g_array_index (times, PlxTime, self->next_time).span.end <= span.begin)
    self->next_time++;
  return self->next_time < times->len
         && plx_span_overlaps (g_array_index (times, PlxTime, self->next_time).span, span);
}

/* "A320", "COVID-19": the number goes on a name without a space. */
static gboolean
is_part_of_name (const PlxWords *words, guint i)
{
  const PlxWord *word = PLX_WORD (words, i), *before = i > 0 ? PLX_WORD (words, i - 1) : NULL;

  if (before == NULL || before->span.end != word->span.begin || word->kind != PLX_WORD_NUMBER)
    return FALSE;
  if (before->kind == PLX_WORD_LETTERS)
    return TRUE;
  return g_str_equal (before->lower, "-") && i > 1
         && PLX_WORD (words, i - 2)->span.end == before->span.begin
         && PLX_WORD (words, i - 2)->kind == PLX_WORD_LETTERS;
}

static PlxBound
find_bound (const Finder *self, guint first, guint end, guint *begin)
{
  for (guint n = MIN (BOUND_WORDS, first); n >= 1; n--)
    {
      g_autofree char *phrase = join_words (self->words, first - n, n);
      int bound = GPOINTER_TO_INT (g_hash_table_lookup (self->lists->bounds, phrase));

      if (bound > 0)
        {
          *begin = first - n;
          return (PlxBound) (bound - 1);
        }
    }
  if (end + 2 <= self->words->array->len)
    {
      g_autofree char *phrase = join_words (self->words, end, 2);
      int bound = GPOINTER_TO_INT (g_hash_table_lookup (self->lists->bounds_after, phrase));

      if (bound > 0)
        return (PlxBound) (bound - 1);
    }
  return PLX_BOUND_EXACT;
}

/* The listed unit at word @i: its words, 0 when none */
static guint
match_unit (const Finder *self, guint i, const char **unit)
{
  if (i < self->words->array->len && g_str_equal (PLX_WORD (self->words, i)->lower, "-"))
    i++;
  for (guint n = UNIT_WORDS; n >= 1; n--)
    {
      g_autofree char *phrase = NULL;
      const TimeUnit *found;

      if (i + n > self->words->array->len)
        continue;
      phrase = join_words (self->words, i, n);
      found = g_hash_table_lookup (self->lists->units, phrase);
      if (found != NULL && !found->before)
        {
          *unit = found->unit;
          return n;
        }
    }
  return 0;
}

static const TimeUnit *
unit_before (const Finder *self, guint first)
{
  const TimeUnit *found;

  if (first == 0)
    return NULL;
  found = g_hash_table_lookup (self->lists->units, PLX_WORD (self->words, first - 1)->lower);
  return found != NULL && found->before ? found : NULL;
}

/* The first token that begins at or after @byte. */
static guint
token_from (Finder *self, guint32 byte)
{
  const GArray *tokens = self->analysis->tokens;

  while (self->next_token < tokens->len
         && g_array_index (tokens, PlxToken, self->next_token).span.begin < byte)
    self->next_token++;
  return self->next_token;
}

/* The noun counted: the last of the first run of nouns after the number and
 * its adjectives, in the singular. */
static const char *
counted_noun (Finder *self, guint32 byte, guint32 *end)
{
  const GArray *tokens = self->analysis->tokens;
  guint first = token_from (self, byte), i;
  const char *unit = NULL;

  for (i = first; i < tokens->len && i < first + NOUN_REACH; i++)
    {
      const PlxToken *token = PLX_TOKEN (self->analysis, i);
      gboolean is_noun = g_str_equal (token->upos, "NOUN");

      if (token->sentence != PLX_TOKEN (self->analysis, first)->sentence)
        break;
      if (is_noun && token->lemma != NULL
          && !g_hash_table_contains (self->lists->not_units, token->lemma))
        {
          unit = token->lemma;
          *end = token->span.end;
          // a plural is what is counted: "four documents deal with"
          if (token->xpos != NULL && g_str_has_prefix (token->xpos, "NNS"))
            break;
        }
      else if (unit != NULL || !(g_str_equal (token->upos, "ADJ")
                                 || g_str_equal (token->upos, "PROPN")
                                 || g_str_equal (token->upos, "ADV")
                                 || (g_str_equal (token->upos, "PUNCT")
                                     && plx_span_length (token->span) == 1
                                     && self->analysis->text[token->span.begin] == '-')))
        break;
    }
  return unit;
}

/* Alone, small number words are too often pronouns ("one of them"). */
static gboolean
is_worth (const Finder *self, guint first, guint n, const char *unit)
{
  const PlxWord *word = PLX_WORD (self->words, first);

  return word->kind == PLX_WORD_NUMBER || n > 1 || (unit != NULL && unit[0] != '\0');
}

static guint
read_quantity (Finder *self, guint first)
{
  PlxQuantity quantity = { 0 };
  guint n = plx_numbers_read (self->lists->numbers, self->words, first, &quantity.value);
  guint begin = first, end = first + n, n_unit = 0;
  const TimeUnit *sign;
  const char *unit = NULL;
  guint32 end_byte;

  if (n == 0 || is_part_of_name (self->words, first))
    return 0;
  quantity.span = PLX_WORD (self->words, first)->span;
  quantity.span.end = PLX_WORD (self->words, end - 1)->span.end;
  if (lies_in_time (self, quantity.span))
    return n;
  sign = unit_before (self, first);
  if (sign != NULL)
    {
      unit = sign->unit;
      begin = first - 1;
    }
  quantity.bound = find_bound (self, begin, end, &begin);
  end_byte = quantity.span.end;
  if (unit == NULL)
    n_unit = match_unit (self, end, &unit);
  if (n_unit > 0)
    end_byte = PLX_WORD (self->words, end + n_unit - 1)->span.end;
  else if (unit == NULL)
    unit = counted_noun (self, quantity.span.end, &end_byte);
  if (!is_worth (self, first, n, unit))
    return n;
  quantity.span.begin = PLX_WORD (self->words, sign != NULL ? first - 1 : first)->span.begin;
  quantity.span.end = MAX (end_byte, quantity.span.end);
  quantity.unit = plx_analysis_intern (self->analysis, unit != NULL ? unit : "");
  g_array_append_val (self->analysis->quantities, quantity);
  return n;
}

void
plx_find_quantities (const PlxTimeLists *lists, PlxAnalysis *analysis)
{
  g_autoptr (PlxWords) words = plx_words_new (analysis->text, analysis->n_bytes);
  Finder self = { .lists = lists, .words = words, .analysis = analysis };

  for (guint i = 0; i < words->array->len;)
    {
      guint n = read_quantity (&self, i);

      i += MAX (n, 1);
    }
}
