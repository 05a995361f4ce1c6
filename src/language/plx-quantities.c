/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <string.h>

/* Numbers with what they count and how sure they are: "at least 40,000 tonnes".
 * A number that belongs to a time, a name ("A320", "MH17"), a clock or a label
 * ("Article 9") is none. Units are those of units.tsv, else the noun that the
 * number counts. A range is two quantities of one unit, at least the first, at
 * most the second; a part of a whole is a number below 1 of the unit "share". */

#define BOUND_WORDS 3    // longest phrase of units.tsv that bounds a number
#define UNIT_WORDS 4     // words of a unit, "percentage points", "km per hour"
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

/* "Article 9", "No. 5": a number that counts nothing. */
static gboolean
is_label (const Finder *self, guint i)
{
  guint before = i > 0 && g_str_equal (PLX_WORD (self->words, i - 1)->lower, ".") ? 2 : 1;
  const char *lower = plx_words_lower (self->words, (gint) i - (gint) before);

  return i >= before && PLX_WORD (self->words, i)->kind == PLX_WORD_NUMBER
         && g_hash_table_contains (self->lists->labels, lower);
}

/* The bound of a phrase that ends before @first, and where it begins. */
static gboolean
bound_before (const Finder *self, guint first, guint *begin, PlxBound *bound)
{
  for (guint n = MIN (BOUND_WORDS, first); n >= 1; n--)
    {
      g_autofree char *phrase = join_words (self->words, first - n, n);
      int found = GPOINTER_TO_INT (g_hash_table_lookup (self->lists->bounds, phrase));

      if (found > 0)
        {
          *bound = (PlxBound) (found - 1);
          *begin = first - n;
          return TRUE;
        }
    }
  return FALSE;
}

/* The bound of a phrase that begins at word @i: its words, 0 when none */
static guint
bound_after (const Finder *self, guint i, PlxBound *bound)
{
  for (guint n = 2; n >= 1; n--)
    {
      g_autofree char *phrase = NULL;
      int found;

      if (i + n > self->words->array->len)
        continue;
      phrase = join_words (self->words, i, n);
      found = GPOINTER_TO_INT (g_hash_table_lookup (self->lists->bounds_after, phrase));
      if (found > 0)
        {
          *bound = (PlxBound) (found - 1);
          return n;
        }
    }
  return 0;
}

/* The listed unit at word @i: its words, a hyphen before it too; 0 when none */
static guint
match_unit (const Finder *self, guint i, const char **unit)
{
  guint hyphen = i < self->words->array->len
                 && g_str_equal (PLX_WORD (self->words, i)->lower, "-");

  i += hyphen;
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
          return n + hyphen;
        }
    }
  return 0;
}

/* "$", "US$", "GBP": the words before the number, 0 when none */
static guint
sign_before (const Finder *self, guint first, const char **unit)
{
  for (guint n = MIN (2, first); n >= 1; n--)
    {
      g_autofree char *phrase = join_words (self->words, first - n, n);
      const TimeUnit *found = g_hash_table_lookup (self->lists->signs, phrase);

      if (found != NULL)
        {
          *unit = found->unit;
          return n;
        }
    }
  return 0;
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

static gboolean
is_glued_hyphen (const Finder *self, guint i)
{
  const PlxAnalysis *a = self->analysis;

  return i > 0 && i + 1 < a->tokens->len && a->text[PLX_TOKEN (a, i)->span.begin] == '-'
         && plx_span_length (PLX_TOKEN (a, i)->span) == 1
         && PLX_TOKEN (a, i - 1)->span.end == PLX_TOKEN (a, i)->span.begin
         && PLX_TOKEN (a, i)->span.end == PLX_TOKEN (a, i + 1)->span.begin;
}

/* Past what a hyphen makes an adjective of: "officer-involved shootings",
 * "plain-clothes officers"; but "sign-ups" alone are counted. */
static guint
skip_compound (const Finder *self, guint i)
{
  const GArray *tokens = self->analysis->tokens;

  while (i + 2 < tokens->len && is_glued_hyphen (self, i + 1))
    {
      const char *tail = PLX_TOKEN (self->analysis, i + 2)->upos;
      const char *next = i + 3 < tokens->len ? PLX_TOKEN (self->analysis, i + 3)->upos : "";

      if (g_str_equal (tail, "NOUN") && !g_str_equal (next, "NOUN") && !g_str_equal (next, "PROPN")
          && !is_glued_hyphen (self, i + 3))
        return i + 2;
      i += is_glued_hyphen (self, i + 3) ? 2 : 3;
    }
  return i;
}

/* The noun counted: the last of the first run of nouns after the number and
 * its adjectives, in the singular. */
static const char *
counted_noun (Finder *self, guint32 byte, guint32 *end)
{
  const GArray *tokens = self->analysis->tokens;
  guint first = token_from (self, byte), i;
  const char *unit = NULL;

  if (first + 1 < tokens->len && is_glued_hyphen (self, first)
      && g_str_equal (PLX_TOKEN (self->analysis, first + 1)->upos, "NOUN"))
    {
      *end = PLX_TOKEN (self->analysis, first + 1)->span.end; // "an 18,000-person agency"
      return PLX_TOKEN (self->analysis, first + 1)->lemma;
    }
  for (i = first; i < tokens->len && i < first + NOUN_REACH; i++)
    {
      const PlxToken *token;
      gboolean is_noun;

      i = MIN (skip_compound (self, i), tokens->len - 1);
      token = PLX_TOKEN (self->analysis, i);
      is_noun = g_str_equal (token->upos, "NOUN");
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

/* One number as it stands, before what it counts is known. */
typedef struct {
  guint first, end;      // words of the number
  guint begin;           // with its sign
  double value;
  const char *unit;
  PlxBound bound;
} Number;

static gboolean
read_number (Finder *self, guint first, Number *number)
{
  guint n = plx_numbers_read_share (self->lists->numbers, self->words, first, &number->value);

  number->unit = n > 0 ? "share" : NULL;
  if (n == 0)
    n = plx_numbers_read (self->lists->numbers, self->words, first, &number->value);
  if (n == 0 || is_part_of_name (self->words, first))
    return FALSE;
  number->first = first;
  number->end = first + n;
  number->begin = first;
  number->bound = PLX_BOUND_EXACT;
  if (number->unit == NULL)
    number->begin -= sign_before (self, first, &number->unit);
  return TRUE;
}

static gboolean
is_hyphen (const PlxWords *words, gint i)
{
  return g_str_equal (plx_words_lower (words, i), "-");
}

/* "-0-", with which agencies end an article */
static gboolean
is_end_mark (const PlxWords *words, const Number *number)
{
  return number->value == 0.0 && is_hyphen (words, (gint) number->first - 1)
         && is_hyphen (words, (gint) number->end);
}

/* "-5 degrees", not "3-5" and not "Covid-19" */
static gboolean
is_negative (const PlxWords *words, guint first)
{
  const PlxWord *sign = first > 0 ? PLX_WORD (words, first - 1) : NULL;

  return sign != NULL && PLX_WORD (words, first)->kind == PLX_WORD_NUMBER
         && g_str_equal (sign->lower, "-") && sign->span.end == PLX_WORD (words, first)->span.begin
         && (first == 1 || PLX_WORD (words, first - 2)->span.end < sign->span.begin);
}

/* Finds what the number counts, from its end on; the byte where that ends. */
static guint32
find_unit (Finder *self, Number *number)
{
  guint32 end_byte = PLX_WORD (self->words, number->end - 1)->span.end, noun_end = end_byte;
  guint after = number->bound == PLX_BOUND_EXACT
                ? bound_after (self, number->end, &number->bound) : 0;
  guint n_unit = 0;

  if (number->unit == NULL)
    n_unit = match_unit (self, number->end + after, &number->unit);
  if (n_unit > 0)
    {
      after += n_unit;
      noun_end = PLX_WORD (self->words, number->end + after - 1)->span.end;
    }
  else if (number->unit == NULL)
    {
      if (after > 0)
        end_byte = PLX_WORD (self->words, number->end + after - 1)->span.end;
      number->unit = counted_noun (self, end_byte, &noun_end);
    }
  // "12 people or more"
  if (number->bound == PLX_BOUND_EXACT && noun_end > end_byte)
    bound_after (self, (guint) plx_words_at (self->words, noun_end), &number->bound);
  return noun_end;
}

static void
add_quantity (Finder *self, const Number *number, guint32 end, gboolean is_minus)
{
  PlxQuantity quantity = { .value = number->value, .bound = number->bound };

  if (!is_worth (self, number->first, number->end - number->first, number->unit))
    return;
  quantity.span.begin = PLX_WORD (self->words, number->begin)->span.begin;
  quantity.span.end = MAX (end, PLX_WORD (self->words, number->end - 1)->span.end);
  if (is_minus)
    {
      quantity.value = 0 - quantity.value;   // never "-0"
      quantity.span.begin = PLX_WORD (self->words, number->begin - 1)->span.begin;
    }
  quantity.unit = plx_analysis_intern (self->analysis, number->unit != NULL ? number->unit : "");
  g_array_append_val (self->analysis->quantities, quantity);
}

/* "5-6 billion" is of billions both times. */
static void
share_scale (const Finder *self, Number *low, const Number *high)
{
  const PlxWord *a = PLX_WORD (self->words, low->first), *b = PLX_WORD (self->words, high->first);
  double bare;

  if (low->end - low->first != 1 || high->end - high->first < 2 || a->kind != PLX_WORD_NUMBER
      || b->kind != PLX_WORD_NUMBER)
    return;
  bare = g_ascii_strtod (b->lower, NULL);
  if (bare > 0 && low->value < bare)
    low->value *= high->value / bare;
}

/* The second number of "3-5 ships", "between 3 and 5": of a range only when it
 * is the larger one. "From 3 to 5" is rather a change. */
static gboolean
read_range (Finder *self, Number *low, Number *high)
{
  const PlxTimeLists *lists = self->lists;
  const char *link = plx_words_lower (self->words, (gint) low->end);
  const char *before = plx_words_lower (self->words, (gint) low->begin - 1);
  guint next = low->end + 1;

  if (g_strcmp0 (low->unit, "share") == 0 || !g_hash_table_contains (lists->range_links, link)
      || g_hash_table_contains (lists->range_bars, before)
      || (g_str_equal (link, "and") && !g_hash_table_contains (lists->ranges, before)))
    return FALSE;
  while (next < low->end + 3 && !read_number (self, next, high))
    next++;
  if (next == low->end + 3 || high->begin != low->end + 1
      || (high->unit != NULL && g_strcmp0 (high->unit, low->unit) != 0))
    return FALSE;
  share_scale (self, low, high);
  return high->value > low->value;
}

static guint
read_quantity (Finder *self, guint first)
{
  Number number, high;
  PlxSpan span;
  guint begin;
  guint32 end;

  if (!read_number (self, first, &number))
    return 0;
  span.begin = PLX_WORD (self->words, number.first)->span.begin;
  span.end = PLX_WORD (self->words, number.end - 1)->span.end;
  if (lies_in_time (self, span))
    return number.end - first;
  if (is_end_mark (self->words, &number) || (number.unit == NULL && is_label (self, first)))
    return number.end - first;
  if (read_range (self, &number, &high))
    {
      if (high.unit == NULL)
        high.unit = number.unit;
      number.bound = PLX_BOUND_AT_LEAST;
      high.bound = PLX_BOUND_AT_MOST;
      end = find_unit (self, &high);
      // "3-2" without what it counts is a score
      if (high.unit != NULL)
        {
          number.unit = high.unit;
          add_quantity (self, &number, 0, FALSE);
          add_quantity (self, &high, end, FALSE);
          return high.end - first;
        }
      number.bound = PLX_BOUND_EXACT;
    }
  bound_before (self, number.begin, &begin, &number.bound);
  end = find_unit (self, &number);
  add_quantity (self, &number, end,
                number.begin == number.first && is_negative (self->words, first));
  return number.end - first;
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
