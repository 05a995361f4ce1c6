/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <stdlib.h>
#include <string.h>

/* Finds time expressions: at each word that may begin one, the longest match
 * of the patterns in time-patterns.tsv wins. A match fills a reading, which
 * plx-time-values.c turns into a TIMEX3 value. */

#define FUTURE_REACH 14   // words between "will" and its weekday
#define MAX_DEPTH 3       // a moment, a span in it, a length in that

/* The last length or span looked for: many patterns begin with one. */
typedef struct {
  guint at;               // word + 1
  gboolean is_found;
  TimeReading reading;
} Remembered;

typedef struct {
  const PlxTimeLists *lists;
  const PlxWords *words;
  TimeContext *context;
  Remembered *parts;      // by kind
} Matcher;

/* Which patterns may take part in a match. */
typedef struct {
  TimeKind first, end;    // kinds
  guint limit;            // the expression ends before this word, or there and
  guint after;            // its pattern comes after this one
  guint depth;
} Choice;

/* Classes that a word in digits may be of, and one that is a number in words. */
static const TimeClass digit_classes[] = {
  TIME_CLASS_NUMBER, TIME_CLASS_ORDINAL, TIME_CLASS_DAY, TIME_CLASS_DAYTH, TIME_CLASS_YEAR,
  TIME_CLASS_SHORT_YEAR, TIME_CLASS_NUMERIC, TIME_CLASS_COMPACT, TIME_CLASS_SLASHED,
  TIME_CLASS_DOTTED, TIME_CLASS_DASHED, TIME_CLASS_CLOCK, TIME_CLASS_HOURS, TIME_CLASS_DECADE,
};
static const TimeClass number_word_classes[] = {
  TIME_CLASS_NUMBER, TIME_CLASS_ORDINAL, TIME_CLASS_DAY, TIME_CLASS_DAYTH,
};

static const TimePattern *match_best (const Matcher *self, guint i, Choice choice,
                                      TimeReading *best);

static void
set_sense (TimeReading *reading, const TimeSense *sense, gboolean is_small)
{
  int n = atoi (sense->value);

  switch (sense->class)
    {
    case TIME_CLASS_WEEKDAY:
      reading->weekday = n;
      reading->weekday_is_name = sense->is_name;
      reading->is_small |= is_small && sense->is_word;
      break;
    case TIME_CLASS_MONTH:
      reading->month = n;
      reading->month_is_name = sense->is_name;
      reading->is_small |= is_small && sense->is_word;
      break;
    case TIME_CLASS_PART: reading->part = sense->value; break;
    case TIME_CLASS_TIGHT:
    case TIME_CLASS_PLURAL:
    case TIME_CLASS_UNIT: reading->unit = sense->value; break;
    case TIME_CLASS_SHIFT: reading->shift = n, reading->has_shift = TRUE; break;
    case TIME_CLASS_NEAR: reading->near = n; break;
    case TIME_CLASS_TONIGHT:
    case TIME_CLASS_RELDAY:
      reading->relday += n;
      reading->has_relday = TRUE;
      if (sense->class == TIME_CLASS_TONIGHT)
        reading->part = "NI";
      break;
    case TIME_CLASS_SEASON: reading->season = sense->value; break;
    case TIME_CLASS_QUANT: reading->quant = sense->value; break;
    case TIME_CLASS_EACH: reading->each = sense->value; break;
    case TIME_CLASS_VAGUE: reading->vague = sense->value; break;
    case TIME_CLASS_MOD:
    case TIME_CLASS_MODOF: reading->mod = sense->value; break;
    case TIME_CLASS_ZONE: reading->zone = sense->value; break;
    case TIME_CLASS_AMPM: reading->ampm = n; break;
    case TIME_CLASS_FRACTION: reading->plus = g_ascii_strtod (sense->value, NULL); break;
    default: break;
    }
}

static int
match_class (const Matcher *self, TimeClass class, guint i, TimeReading *reading)
{
  const PlxWord *word;
  const TimeSense *sense;

  if (class >= TIME_CLASS_ORDINAL)
    return plx_time_form_read (self->lists, self->words, i, class, reading);
  if (i >= self->words->array->len)
    return -1;
  word = PLX_WORD (self->words, i);
  sense = plx_time_lists_sense (self->lists, word->lower, class);
  if (sense == NULL)
    return -1;
  set_sense (reading, sense, !word->capital);
  return 1;
}

/* A length or a span inside a pattern. */
static int
match_kind (const Matcher *self, TimeKind kind, guint i, guint depth, TimeReading *reading)
{
  Remembered *part = &self->parts[kind - N_TIME_EXPRESSIONS];

  if (depth >= MAX_DEPTH)
    return -1;
  if (part->at != i + 1)
    {
      Choice choice = { kind, kind + 1, G_MAXUINT, 0, depth + 1 };
      TimeReading found = { 0 };

      part->is_found = match_best (self, i, choice, &found) != NULL;
      part->reading = found;
      part->at = i + 1;
    }
  if (!part->is_found)
    return -1;
  if (kind == TIME_KIND_LENGTH)
    return plx_time_add_amount (reading, &part->reading) ? (int) (part->reading.end - i) : -1;
  memcpy (reading->amounts, part->reading.amounts, sizeof reading->amounts);
  reading->n_amounts = part->reading.n_amounts;
  return (int) (part->reading.end - i);
}

/* A day inside a pattern: "two weeks after [next Friday]". */
static int
match_moment (const Matcher *self, guint i, guint depth, TimeReading *reading)
{
  Choice choice = { 0, N_TIME_MOMENTS, G_MAXUINT, 0, depth + 1 };
  TimeContext context = *self->context;
  const TimePattern *pattern;
  TimeReading inner;
  PlxTimeType type;
  char value[TIME_VALUE_SIZE];

  if (depth >= MAX_DEPTH || (pattern = match_best (self, i, choice, &inner)) == NULL)
    return -1;
  context.is_future = TRUE;
  if (!plx_time_value (pattern->kind, &inner, &context, &type, value) || type != PLX_TIME_DATE
      || strlen (value) >= sizeof reading->anchor)
    return -1;
  g_strlcpy (reading->anchor, value, sizeof reading->anchor);
  return (int) (inner.end - i);
}

/* Words that one item takes at word @i; -1: it does not stand there. */
static int
match_item (const Matcher *self, const TimeItem *item, guint i, guint depth, TimeReading *reading)
{
  if (item->tight && i > 0 && i < self->words->array->len
      && PLX_WORD (self->words, i - 1)->span.end != PLX_WORD (self->words, i)->span.begin)
    return -1;
  switch (item->type)
    {
    case TIME_ITEM_CLASS: return match_class (self, item->class, i, reading);
    case TIME_ITEM_KIND: return match_kind (self, item->kind, i, depth, reading);
    case TIME_ITEM_MOMENT: return match_moment (self, i, depth, reading);
    case TIME_ITEM_LITERALS:
    default:
      return i < self->words->array->len
             && g_strv_contains ((const char * const *) item->literals,
                                 PLX_WORD (self->words, i)->lower) ? 1 : -1;
    }
}

/* Matches @pattern from item @k on; patterns are short and optional items few,
 * so plain recursion does. */
static gboolean
match_from (const Matcher *self, const TimePattern *pattern, guint k, guint i, guint depth,
            TimeReading *reading)
{
  const TimeItem *item;
  TimeReading with = *reading;
  int n;

  if (k == pattern->items->len)
    return reading->end > reading->first && !reading->is_loose;
  item = &g_array_index (pattern->items, TimeItem, k);
  n = match_item (self, item, i, depth, &with);
  if (item->barred)
    return n < 0 && match_from (self, pattern, k + 1, i, depth, reading);
  if (n >= 0)
    {
      // what stands beside an expression says nothing of it
      if (item->context)
        with = *reading;
      // a comma that nothing follows is no part of it
      with.is_loose = item->optional && item->type == TIME_ITEM_LITERALS;
      if (!item->context)
        with.end = i + (guint) n;
      else if (with.end == 0)
        with.first = i + (guint) n;
      if (match_from (self, pattern, k + 1, i + (guint) n, depth, &with))
        {
          *reading = with;
          return TRUE;
        }
    }
  return item->optional && match_from (self, pattern, k + 1, i, depth, reading);
}

static gboolean
is_beside (const Matcher *self, guint i, TimeBeside what)
{
  const char *word = plx_words_lower (self->words, (gint) i);

  return (GPOINTER_TO_INT (g_hash_table_lookup (self->lists->beside, word)) & what) != 0;
}

/* Without a capital "may" and "sun" need a day in digits or an "of": "14 may",
 * "may the eleventh", not "a second may follow". */
static gboolean
is_date_in_small (const Matcher *self, const TimeReading *reading)
{
  TimeReading none;

  if (reading->day <= 0 || reading->month <= 0
      || plx_time_form_read (self->lists, self->words, reading->end, TIME_CLASS_CLOSE, &none) < 0)
    return FALSE;
  for (guint i = reading->first; i < reading->end; i++)
    {
      const PlxWord *word = PLX_WORD (self->words, i);

      if (word->kind == PLX_WORD_NUMBER
          || (i > reading->first
              && plx_time_lists_sense (self->lists, word->lower, TIME_CLASS_LISTED_LINK) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* "Mar-a-Lago", "March4Lives": the expression goes on as another word. */
static gboolean
goes_on (const Matcher *self, const TimeReading *reading)
{
  const PlxWord *last = PLX_WORD (self->words, reading->end - 1);
  const PlxWord *next = reading->end < self->words->array->len
                        ? PLX_WORD (self->words, reading->end) : NULL;

  if (next == NULL || next->span.begin != last->span.end)
    return FALSE;
  // the "T" of 2031-05-14T10:00 is no word
  return last->kind == PLX_WORD_NUMBER
         ? next->kind == PLX_WORD_LETTERS && !g_str_equal (next->lower, "t")
         : reading->month_is_name && reading->end - reading->first == 1
           && g_str_equal (next->lower, "-");
}

/* "May", "March", "Sun" alone are times only in the company of one. */
static gboolean
is_name_in_company (const Matcher *self, const TimeReading *reading)
{
  gboolean is_alone = reading->end - reading->first == 1;

  if (reading->is_small)
    return is_date_in_small (self, reading);
  if (reading->month > 0 && reading->month_is_name)
    return reading->day > 0 || reading->year > 0 || reading->has_shift || reading->mod != NULL
           || is_beside (self, reading->first - 1, TIME_BESIDE_BEFORE_MONTH);
  if (reading->weekday > 0 && reading->weekday_is_name && is_alone)
    return is_beside (self, reading->first - 1, TIME_BESIDE_BEFORE_MONTH);
  return TRUE;
}

/* Four digits alone are a year where a year can stand, not before what they count. */
static gboolean
is_year_alone (const Matcher *self, const TimeReading *reading)
{
  const PlxWord *next = reading->end < self->words->array->len
                        ? PLX_WORD (self->words, reading->end) : NULL;
  const char *previous = plx_words_lower (self->words, (gint) reading->first - 1);

  if (next != NULL && next->kind == PLX_WORD_LETTERS
      && plx_time_lists_sense (self->lists, next->lower, TIME_CLASS_UNIT) != NULL)
    return FALSE;
  if (next != NULL && (g_str_equal (next->lower, "%") || g_str_equal (next->lower, "$")))
    return FALSE;
  if (reading->year < 1800 || g_str_equal (previous, "$"))
    return FALSE;
  // "the years 2026 and 2027"
  if (g_str_equal (previous, "years"))
    return TRUE;
  if (is_beside (self, reading->first - 1, TIME_BESIDE_BEFORE_YEAR))
    return next == NULL || next->kind != PLX_WORD_LETTERS || next->capital
           || !g_str_has_suffix (next->lower, "s") || strlen (next->lower) < 5
           || g_str_equal (next->lower, "elections") || g_str_equal (previous, "the");
  return next == NULL || next->kind != PLX_WORD_LETTERS;
}

/* "The daily wrote", "the party's weekly, Dawn": papers, not sets of days. */
static gboolean
is_paper (const Matcher *self, const TimeReading *reading)
{
  const char *next = plx_words_lower (self->words, (gint) reading->end);

  return reading->each != NULL && is_beside (self, reading->first - 1, TIME_BESIDE_BEFORE_PAPER)
         && (is_beside (self, reading->end, TIME_BESIDE_AFTER_PAPER)
             || g_str_has_suffix (next, "ed"));
}

/* "$12 December 27": the number is a price; "MH17": part of a name. */
static gboolean
is_other_number (const Matcher *self, guint i)
{
  const PlxWord *before = i > 0 ? PLX_WORD (self->words, i - 1) : NULL;

  if (before == NULL || PLX_WORD (self->words, i)->kind != PLX_WORD_NUMBER)
    return FALSE;
  return g_hash_table_contains (self->lists->signs, before->lower)
         || (before->kind == PLX_WORD_LETTERS
             && before->span.end == PLX_WORD (self->words, i)->span.begin);
}

static gboolean
is_sound (const Matcher *self, TimeKind kind, const TimeReading *reading)
{
  if (is_paper (self, reading) || !is_name_in_company (self, reading)
      || is_other_number (self, reading->first) || goes_on (self, reading))
    return FALSE;
  if (kind != TIME_KIND_DATE)
    return TRUE;
  if (reading->year > 0 && reading->month < 0 && reading->weekday < 0 && reading->mod == NULL
      && reading->end - reading->first == 1)
    return is_year_alone (self, reading);
  return reading->ampm < 0 || reading->hour >= 0
         || (reading->number >= 1 && reading->number <= 12);
}

/* Tries the patterns; a longer match, or of alike ones the earlier pattern, wins. */
static void
try_patterns (const Matcher *self, const GPtrArray *patterns, guint i, const Choice *choice,
              TimeReading *best, const TimePattern **found)
{
  for (guint p = 0; patterns != NULL && p < patterns->len; p++)
    {
      const TimePattern *pattern = g_ptr_array_index (patterns, p);
      TimeReading reading;

      if (pattern->kind < choice->first || pattern->kind >= choice->end || pattern == *found)
        continue;
      reading = pattern->given;
      reading.first = i;
      if (!match_from (self, pattern, 0, i, choice->depth, &reading)
          || reading.end > choice->limit
          || (reading.end == choice->limit && pattern->number <= choice->after)
          || !is_sound (self, pattern->kind, &reading)
          || (*found != NULL
              && (reading.end < best->end
                  || (reading.end == best->end && pattern->number > (*found)->number))))
        continue;
      *best = reading;
      *found = pattern;
    }
}

/* The pattern with the longest match at word @i, NULL: none. */
static const TimePattern *
match_best (const Matcher *self, guint i, Choice choice, TimeReading *best)
{
  const PlxTimeLists *lists = self->lists;
  const TimePattern *found = NULL;
  const PlxWord *word;
  const GArray *senses;
  gpointer by_word = NULL;
  guint classes = 0;
  double number;

  if (i >= self->words->array->len)
    return NULL;
  word = PLX_WORD (self->words, i);
  senses = plx_time_lists_senses (lists, word->lower);
  for (guint s = 0; senses != NULL && s < senses->len; s++)
    {
      TimeClass class = g_array_index (senses, TimeSense, s).class;

      classes |= 1u << class;
      try_patterns (self, lists->by_class[class], i, &choice, best, &found);
    }
  if (g_hash_table_lookup_extended (lists->by_word, word->lower, NULL, &by_word))
    {
      try_patterns (self, by_word, i, &choice, best, &found);
      try_patterns (self, lists->by_class[TIME_CLASS_HOLIDAY], i, &choice, best, &found);
    }
  if (word->kind == PLX_WORD_NUMBER)
    for (guint c = 0; c < G_N_ELEMENTS (digit_classes); c++)
      try_patterns (self, lists->by_class[digit_classes[c]], i, &choice, best, &found);
  else if (word->kind == PLX_WORD_LETTERS
           && ((classes & 1u << TIME_CLASS_LISTED_ORDINAL) != 0
               || plx_numbers_read (lists->numbers, self->words, i, &number) > 0))
    for (guint c = 0; c < G_N_ELEMENTS (number_word_classes); c++)
      try_patterns (self, lists->by_class[number_word_classes[c]], i, &choice, best, &found);
  if ((classes & 1u << TIME_CLASS_LISTED_DECADE) != 0)
    try_patterns (self, lists->by_class[TIME_CLASS_DECADE], i, &choice, best, &found);
  return found;
}

/* The value of a "will" or "plans" shortly before, in the same sentence; 0: none */
static int
value_before (const Matcher *self, guint first, TimeClass class)
{
  for (guint back = 1; back <= FUTURE_REACH && back <= first; back++)
    {
      const PlxWord *word = PLX_WORD (self->words, first - back);
      const TimeSense *sense;

      if (word->kind == PLX_WORD_BREAK || g_str_equal (word->lower, ".")
          || g_str_equal (word->lower, "said") || g_str_equal (word->lower, ";"))
        return 0;
      sense = plx_time_lists_sense (self->lists, word->lower, class);
      if (sense != NULL)
        return atoi (sense->value);
    }
  return 0;
}

static void
add_time (PlxAnalysis *analysis, const PlxWords *words, const TimeReading *reading,
          PlxTimeType type, const char *value)
{
  PlxTime time = { .type = type };
  char edtf[TIME_VALUE_SIZE];

  time.span.begin = PLX_WORD (words, reading->first)->span.begin;
  time.span.end = PLX_WORD (words, reading->end - 1)->span.end;
  time.value = plx_analysis_intern (analysis, value);
  plx_time_edtf (value, edtf);
  if (edtf[0] != '\0' && (type == PLX_TIME_DATE || type == PLX_TIME_TIME))
    time.edtf = plx_analysis_intern (analysis, edtf);
  g_array_append_val (analysis->times, time);
}

/* "forty-two days" must not match again at "two" after "forty" failed. */
static gboolean
is_inside_number (const Matcher *self, guint i)
{
  double number;

  return i >= 2 && g_str_equal (PLX_WORD (self->words, i - 1)->lower, "-")
         && plx_numbers_read (self->lists->numbers, self->words, i - 2, &number) > 2;
}

/* The longest match at word @i that says a time; the word behind it, 0: none. */
static guint
find_at (const Matcher *self, guint i, PlxAnalysis *analysis)
{
  Choice choice = { 0, N_TIME_EXPRESSIONS, G_MAXUINT, 0, 0 };
  TimeContext before = *self->context;
  const TimePattern *pattern;
  TimeReading reading;
  PlxTimeType type;
  char value[TIME_VALUE_SIZE];

  while ((pattern = match_best (self, i, choice, &reading)) != NULL)
    {
      int future = value_before (self, reading.first, TIME_CLASS_FUTURE);

      self->context->is_future = future > 0;
      self->context->is_planned = future == 1
                                  || value_before (self, reading.first, TIME_CLASS_PLAN) > 0;
      if (plx_time_value (pattern->kind, &reading, self->context, &type, value))
        {
          add_time (analysis, self->words, &reading, type, value);
          return reading.end;
        }
      *self->context = before;
      choice.limit = reading.end;
      choice.after = pattern->number;
    }
  return 0;
}

void
plx_find_times (const PlxTimeLists *lists, const PlxArticleText *article, PlxAnalysis *analysis)
{
  g_autoptr (PlxWords) words = plx_words_new (analysis->text, analysis->n_bytes);
  TimeContext context = { .last_weekday = -1 };
  Remembered parts[N_TIME_KINDS - N_TIME_EXPRESSIONS] = { 0 };
  Matcher self = { lists, words, &context, parts };
  guint i = 0;

  G_STATIC_ASSERT (TIME_CLASS_ORDINAL <= 32);
  context.is_dated = article != NULL && article->published != NULL
                     && plx_time_parse_date (article->published, &context.published);
  while (i < words->array->len)
    {
      guint end = PLX_WORD (words, i)->kind == PLX_WORD_LETTERS
                  || PLX_WORD (words, i)->kind == PLX_WORD_NUMBER
                  || PLX_WORD (words, i)->kind == PLX_WORD_SIGN
                  ? (is_inside_number (&self, i) ? 0 : find_at (&self, i, analysis)) : 0;

      i = end > 0 ? end : i + 1;
    }
}
