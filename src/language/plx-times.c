/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <stdlib.h>
#include <string.h>

/* Finds time expressions: at each word that may begin one, the longest match
 * of the patterns in time-patterns.tsv wins. A match fills a reading, which
 * plx-time-values.c turns into a TIMEX3 value. */

#define MAX_YEAR 2100
#define MIN_YEAR 1500
#define FUTURE_REACH 14   // words between "will" and its weekday

typedef struct {
  const PlxTimeLists *lists;
  const PlxWords *words;
} Matcher;

static const TimeReading no_reading = {
  .year = -1, .month = -1, .day = -1, .weekday = -1, .ordinal = -1, .decade = -1,
  .hour = -1, .minute = -1, .ampm = -1,
};

static gboolean
read_day (const PlxTimeLists *lists, const PlxWord *word, int *day)
{
  char *rest = NULL;
  long n;

  if (word->kind == PLX_WORD_LETTERS)
    {
      const TimeSense *sense = plx_time_lists_sense (lists, word->lower, TIME_CLASS_ORDINAL);

      *day = sense != NULL ? atoi (sense->value) : 0;
      return sense != NULL;
    }
  if (word->kind != PLX_WORD_NUMBER)
    return FALSE;
  n = strtol (word->lower, &rest, 10);
  if (n < 1 || n > 31 || (rest - word->lower) > 2 || g_str_equal (rest, "s"))
    return FALSE;
  *day = (int) n;
  return *rest == '\0' || g_ascii_isalpha (*rest);
}

static gboolean
read_year (const PlxWord *word, int *year)
{
  if (word->kind != PLX_WORD_NUMBER || strlen (word->lower) != 4
      || strspn (word->lower, "0123456789") != 4)
    return FALSE;
  *year = atoi (word->lower);
  return *year >= MIN_YEAR && *year <= MAX_YEAR;
}

static gboolean
read_decade (const PlxTimeLists *lists, const PlxWord *word, int *decade)
{
  const TimeSense *sense = plx_time_lists_sense (lists, word->lower, TIME_CLASS_DECADE);

  *decade = sense != NULL ? atoi (sense->value) : atoi (word->lower);
  if (sense != NULL)
    return TRUE;
  return word->kind == PLX_WORD_NUMBER && strlen (word->lower) == 5 && word->lower[4] == 's'
         && *decade % 10 == 0 && *decade >= MIN_YEAR;
}

static gboolean
read_clock (const PlxWord *word, TimeReading *reading)
{
  const char *colon = strchr (word->lower, ':');

  if (word->kind != PLX_WORD_NUMBER || colon == NULL)
    return FALSE;
  reading->hour = atoi (word->lower);
  reading->minute = atoi (colon + 1);
  return reading->hour <= 24 && reading->minute < 60;
}

/* 2031-05-14, or 5/14/2031 in the order of US papers unless that cannot be */
static gboolean
read_numeric_date (const PlxWord *word, char sign, TimeReading *reading)
{
  int a, b, c;
  const char *first = strchr (word->lower, sign);
  const char *second = first != NULL ? strchr (first + 1, sign) : NULL;

  if (word->kind != PLX_WORD_NUMBER || second == NULL)
    return FALSE;
  a = atoi (word->lower);
  b = atoi (first + 1);
  c = atoi (second + 1);
  if (sign == '/')
    {
      int year = c < 100 ? (c < 70 ? 2000 + c : 1900 + c) : c;

      c = a > 12 ? a : b;
      b = a > 12 ? b : a;
      a = year;
    }
  reading->year = a;
  reading->month = b;
  reading->day = c;
  return g_date_valid_dmy ((GDateDay) c, (GDateMonth) CLAMP (b, 0, 13),
                           (GDateYear) CLAMP (a, 0, 9999));
}

static void
set_sense (TimeReading *reading, const TimeSense *sense)
{
  int n = atoi (sense->value);

  switch (sense->class)
    {
    case TIME_CLASS_WEEKDAY: reading->weekday = n; break;
    case TIME_CLASS_MONTH:
      reading->month = n;
      reading->month_is_name = sense->is_name;
      break;
    case TIME_CLASS_PART: reading->part = sense->value; break;
    case TIME_CLASS_UNIT: reading->unit = sense->value; break;
    case TIME_CLASS_SHIFT: reading->shift = n, reading->has_shift = TRUE; break;
    case TIME_CLASS_TONIGHT:
    case TIME_CLASS_RELDAY:
      reading->relday = n;
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
    case TIME_CLASS_ORDINAL: reading->ordinal = n; break;
    case TIME_CLASS_HOLIDAY: reading->holiday = sense->value; break;
    default: break;
    }
}

/* Words that one item takes at word @i, 0 when it does not match. */
static guint
match_item (const Matcher *self, const TimeItem *item, guint i, TimeReading *reading)
{
  const PlxWord *word;
  const TimeSense *sense;

  if (i >= self->words->array->len)
    return 0;
  word = PLX_WORD (self->words, i);
  switch (item->class)
    {
    case TIME_CLASS_LITERAL:
      return g_strv_contains ((const char * const *) item->literals, word->lower) ? 1 : 0;
    case TIME_CLASS_NUMBER:
      {
        guint n = plx_numbers_read (self->lists->numbers, self->words, i, &reading->number);

        reading->has_number |= n > 0;
        return n;
      }
    case TIME_CLASS_DAY: return read_day (self->lists, word, &reading->day);
    case TIME_CLASS_YEAR: return read_year (word, &reading->year);
    case TIME_CLASS_ISO: return read_numeric_date (word, '-', reading);
    case TIME_CLASS_SLASHED: return read_numeric_date (word, '/', reading);
    case TIME_CLASS_CLOCK: return read_clock (word, reading);
    case TIME_CLASS_DECADE: return read_decade (self->lists, word, &reading->decade);
    default: break;
    }
  sense = plx_time_lists_sense (self->lists, word->lower, item->class);
  if (sense == NULL)
    return 0;
  if ((item->class == TIME_CLASS_WEEKDAY || item->class == TIME_CLASS_MONTH) && !word->capital)
    return 0;
  set_sense (reading, sense);
  return 1;
}

/* The end of the longest match of @pattern from item @k on, 0 when none;
 * patterns are short and optional items few, so plain recursion does. */
static guint
match_from (const Matcher *self, const TimePattern *pattern, guint k, guint i,
            TimeReading *reading)
{
  const TimeItem *item;
  TimeReading with = *reading;
  guint n;

  if (k == pattern->items->len)
    return i;
  item = &g_array_index (pattern->items, TimeItem, k);
  n = match_item (self, item, i, &with);
  if (n > 0)
    {
      guint end;

      if (item->context)
        with.first = i + n;
      end = match_from (self, pattern, k + 1, i + n, &with);
      if (end > 0)
        {
          *reading = with;
          return end;
        }
    }
  return item->optional ? match_from (self, pattern, k + 1, i, reading) : 0;
}

static gboolean
is_beside (const Matcher *self, guint i, TimeBeside what)
{
  const char *word = plx_words_lower (self->words, (gint) i);

  return (GPOINTER_TO_INT (g_hash_table_lookup (self->lists->beside, word)) & what) != 0;
}

/* "May", "March", "Apr" alone are months only in the company of a month. */
static gboolean
is_month_in_company (const Matcher *self, const TimeReading *reading)
{
  return !reading->month_is_name || reading->day > 0 || reading->year > 0 || reading->has_shift
         || reading->mod != NULL
         || is_beside (self, reading->first - 1, TIME_BESIDE_BEFORE_MONTH);
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

static gboolean
is_sound (const Matcher *self, TimeKind kind, const TimeReading *reading)
{
  if (kind != TIME_KIND_DATE)
    return !is_paper (self, reading);
  if (reading->month > 0 && !is_month_in_company (self, reading))
    return FALSE;
  if (reading->year > 0 && reading->month < 0 && reading->weekday < 0 && reading->mod == NULL
      && reading->end - reading->first == 1)
    return is_year_alone (self, reading);
  if (reading->ampm >= 0 && reading->hour < 0
      && (reading->number < 1 || reading->number > 12))
    return FALSE;
  return TRUE;
}

/* A bit for each class that word @i may be an item of; must never miss one
 * that match_item() would take. */
static guint64
classes_at (const Matcher *self, guint i)
{
  static const TimeClass by_form[] = {
    TIME_CLASS_DAY, TIME_CLASS_YEAR, TIME_CLASS_ISO, TIME_CLASS_SLASHED, TIME_CLASS_CLOCK,
    TIME_CLASS_DECADE,
  };
  const PlxWord *word = PLX_WORD (self->words, i);
  const GArray *senses = plx_time_lists_senses (self->lists, word->lower);
  guint64 classes = 0;
  double number;

  if (word->kind != PLX_WORD_NUMBER && word->kind != PLX_WORD_LETTERS)
    return 0;
  for (guint k = 0; word->kind == PLX_WORD_NUMBER && k < G_N_ELEMENTS (by_form); k++)
    classes |= (guint64) 1 << by_form[k];
  for (guint k = 0; senses != NULL && k < senses->len; k++)
    classes |= (guint64) 1 << g_array_index (senses, TimeSense, k).class;
  if (classes & (guint64) 1 << TIME_CLASS_ORDINAL)
    classes |= (guint64) 1 << TIME_CLASS_DAY;
  if (g_hash_table_contains (self->lists->starters, word->lower))
    classes |= (guint64) 1 << TIME_CLASS_LITERAL;
  if (plx_numbers_read (self->lists->numbers, self->words, i, &number) > 0)
    classes |= (guint64) 1 << TIME_CLASS_NUMBER;
  return classes;
}

/* The longest match at word @i, which may be of these classes. */
static gboolean
match_at (const Matcher *self, guint i, guint64 classes, TimeReading *best, TimeKind *kind)
{
  guint best_end = 0;

  for (guint p = 0; p < self->lists->patterns->len; p++)
    {
      const TimePattern *pattern = g_ptr_array_index (self->lists->patterns, p);
      TimeReading reading = no_reading;
      guint end;

      if ((pattern->first & classes) == 0)
        continue;
      reading.first = i;
      end = match_from (self, pattern, 0, i, &reading);
      reading.end = end;
      if (end <= best_end || reading.first >= end || !is_sound (self, pattern->kind, &reading))
        continue;
      best_end = end;
      *best = reading;
      *kind = pattern->kind;
    }
  return best_end > 0;
}

/* Is there a "will" or "plans" shortly before, in the same sentence? */
static gboolean
speaks_of_future (const Matcher *self, guint first)
{
  for (guint back = 1; back <= FUTURE_REACH && back <= first; back++)
    {
      const PlxWord *word = PLX_WORD (self->words, first - back);

      if (word->kind == PLX_WORD_BREAK || g_str_equal (word->lower, ".")
          || g_str_equal (word->lower, "said") || g_str_equal (word->lower, ";"))
        return FALSE;
      if (plx_time_lists_sense (self->lists, word->lower, TIME_CLASS_FUTURE) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_time (PlxAnalysis *analysis, const PlxWords *words, const TimeReading *reading,
          PlxTimeType type, const char *value)
{
  PlxTime time = { .type = type };
  char edtf[64];

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
is_inside_number (const PlxTimeLists *lists, const PlxWords *words, guint i)
{
  double number;

  return i >= 2 && g_str_equal (PLX_WORD (words, i - 1)->lower, "-")
         && plx_numbers_read (lists->numbers, words, i - 2, &number) > 2;
}

void
plx_find_times (const PlxTimeLists *lists, const PlxArticleText *article, PlxAnalysis *analysis)
{
  g_autoptr (PlxWords) words = plx_words_new (analysis->text, analysis->n_bytes);
  Matcher self = { lists, words };
  TimeContext context = { .last_weekday = -1 };
  guint i = 0;

  context.is_dated = article != NULL && article->published != NULL
                     && plx_time_parse_date (article->published, &context.published);
  while (i < words->array->len)
    {
      TimeReading reading;
      TimeKind kind;
      PlxTimeType type;
      guint64 classes = classes_at (&self, i);
      char value[64];

      if (classes != 0 && !is_inside_number (lists, words, i)
          && match_at (&self, i, classes, &reading, &kind))
        {
          context.is_future = speaks_of_future (&self, reading.first);
          if (plx_time_value (kind, &reading, words, &context, &type, value))
            {
              add_time (analysis, words, &reading, type, value);
              i = reading.end;
              continue;
            }
        }
      i++;
    }
}
