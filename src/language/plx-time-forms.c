/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <stdlib.h>
#include <string.h>

/* Classes of the time grammar that are known by their form: days, years,
 * dates and clocks in digits or in words. */

#define MIN_YEAR 1500
#define MAX_YEAR 2100
#define PIVOT_YEAR 40      // two digits below it are of this century

static gboolean
is_digits (const char *string, gsize n)
{
  return strlen (string) == n && strspn (string, "0123456789") == n;
}

/* "fifth", "twenty-first", "31st": the words used */
static guint
read_ordinal (const PlxTimeLists *lists, const PlxWords *words, guint i, int *ordinal)
{
  const PlxWord *word = PLX_WORD (words, i);
  const TimeSense *sense;
  double tens = 0.0;
  guint n, hyphen;

  if (word->kind == PLX_WORD_NUMBER)
    {
      char *rest = NULL;
      long value = strtol (word->lower, &rest, 10);

      *ordinal = (int) CLAMP (value, 0, 9999);
      return g_ascii_isalpha (*rest) && !g_str_equal (rest, "s") ? 1 : 0;
    }
  sense = plx_time_lists_sense (lists, word->lower, TIME_CLASS_LISTED_ORDINAL);
  if (sense != NULL)
    {
      *ordinal = atoi (sense->value);
      return 1;
    }
  n = plx_numbers_read (lists->numbers, words, i, &tens);
  if (n != 1 || tens < 20 || tens > 90)
    return 0;
  hyphen = g_str_equal (plx_words_lower (words, (gint) i + 1), "-");
  sense = plx_time_lists_sense (lists, plx_words_lower (words, (gint) (i + 1 + hyphen)),
                                TIME_CLASS_LISTED_ORDINAL);
  if (sense == NULL || atoi (sense->value) < 1 || atoi (sense->value) > 9)
    return 0;
  *ordinal = (int) tens + atoi (sense->value);
  return 2 + hyphen;
}

static guint
read_dayth (const PlxTimeLists *lists, const PlxWords *words, guint i, int *day)
{
  guint n = read_ordinal (lists, words, i, day);

  return *day >= 1 && *day <= 31 ? n : 0;
}

static guint
read_day (const PlxTimeLists *lists, const PlxWords *words, guint i, int *day)
{
  const PlxWord *word = PLX_WORD (words, i);
  guint n = read_dayth (lists, words, i, day);
  double number = 0.0;

  if (n > 0)
    return n;
  if (word->kind == PLX_WORD_NUMBER)
    {
      if (!is_digits (word->lower, strlen (word->lower)) || strlen (word->lower) > 2)
        return 0;
      n = 1;
      number = atoi (word->lower);
    }
  else
    {
      n = plx_numbers_read (lists->numbers, words, i, &number);
      if (n > 3)
        return 0;
    }
  *day = number >= 1.0 && number <= 31.0 ? (int) number : 0;
  return *day > 0 ? n : 0;
}

/* "nineteen eighty six", "two thousand and thirty two"; only where a month
 * before it says that this is a year. */
static guint
read_year_words (const PlxTimeLists *lists, const PlxWords *words, guint i, int *year)
{
  double first = 0.0, second = 0.0;
  guint n = plx_numbers_read (lists->numbers, words, i, &first), n_second;

  if (n == 0 || PLX_WORD (words, i)->kind != PLX_WORD_LETTERS)
    return 0;
  *year = first < MAX_YEAR ? (int) first : 0;
  if (*year >= MIN_YEAR)
    return n;
  if (*year < MIN_YEAR / 100 || *year > MAX_YEAR / 100 || i + n >= words->array->len
      || PLX_WORD (words, i + n)->kind != PLX_WORD_LETTERS)
    return 0;
  n_second = plx_numbers_read (lists->numbers, words, i + n, &second);
  if (n_second == 0 || second < 10 || second > 99)
    return 0;
  *year = 100 * *year + (int) second;
  return n + n_second;
}

static guint
read_year (const PlxTimeLists *lists, const PlxWords *words, guint i, const TimeReading *reading,
           int *year)
{
  const PlxWord *word = PLX_WORD (words, i);

  if (is_digits (word->lower, 4))
    {
      *year = atoi (word->lower);
      return *year >= MIN_YEAR && *year <= MAX_YEAR ? 1 : 0;
    }
  return reading->month > 0 ? read_year_words (lists, words, i, year) : 0;
}

static int
full_year (int year)
{
  return year >= 100 ? year : year < PIVOT_YEAR ? 2000 + year : 1900 + year;
}

static guint
read_short_year (const PlxWord *word, int *year)
{
  if (!is_digits (word->lower, 2))
    return 0;
  *year = full_year (atoi (word->lower));
  return 1;
}

static guint
read_decade (const PlxTimeLists *lists, const PlxWord *word, int *decade)
{
  const TimeSense *sense = plx_time_lists_sense (lists, word->lower, TIME_CLASS_LISTED_DECADE);

  *decade = sense != NULL ? atoi (sense->value) : atoi (word->lower);
  if (sense != NULL)
    return 1;
  return word->kind == PLX_WORD_NUMBER && strlen (word->lower) == 5 && word->lower[4] == 's'
         && *decade % 10 == 0 && *decade >= MIN_YEAR ? 1 : 0;
}

/* "9:40", with seconds left out */
static guint
read_clock (const PlxWord *word, TimeReading *reading)
{
  const char *colon = strchr (word->lower, ':');

  if (word->kind != PLX_WORD_NUMBER || colon == NULL)
    return 0;
  reading->hour = atoi (word->lower);
  reading->minute = atoi (colon + 1);
  return reading->hour <= 24 && reading->minute < 60 ? 1 : 0;
}

/* "0800", as before "UTC" */
static guint
read_hours (const PlxWord *word, TimeReading *reading)
{
  if (!is_digits (word->lower, 4))
    return 0;
  reading->hour = atoi (word->lower) / 100;
  reading->minute = atoi (word->lower) % 100;
  return reading->hour <= 24 && reading->minute < 60 ? 1 : 0;
}

/* Month first, as in papers of the US, unless that cannot be. */
static gboolean
set_month_and_day (int first, int second, TimeReading *reading)
{
  reading->month = first > 12 ? second : first;
  reading->day = first > 12 ? first : second;
  return reading->month >= 1 && reading->month <= 12 && reading->day >= 1 && reading->day <= 31;
}

/* 2031-05-14, 2031/5/14, 5/14/2031, 14.5.2031 */
static guint
read_numeric_date (const PlxWord *word, TimeReading *reading)
{
  const char *first = strpbrk (word->lower, "-/.");
  const char *second = first != NULL ? strchr (first + 1, *first) : NULL;
  int a = atoi (word->lower), b, c;

  if (word->kind != PLX_WORD_NUMBER || second == NULL)
    return 0;
  b = atoi (first + 1);
  c = atoi (second + 1);
  if (first - word->lower == 4)
    {
      reading->year = a;
      reading->month = b;
      reading->day = c;
      return a >= 1 && b >= 1 && b <= 12 && c >= 1 && c <= 31 ? 1 : 0;
    }
  reading->year = full_year (c);
  return set_month_and_day (a, b, reading) ? 1 : 0;
}

/* 20310514 */
static guint
read_compact_date (const PlxWord *word, TimeReading *reading)
{
  int n = atoi (word->lower);
  GDate date;

  if (!is_digits (word->lower, 8))
    return 0;
  reading->year = n / 10000;
  reading->month = n / 100 % 100;
  reading->day = n % 100;
  return reading->year >= 1900 && reading->year <= MAX_YEAR
         && plx_time_set_day (&date, reading->year, reading->month, reading->day) ? 1 : 0;
}

/* 5/14, or 5.14 with two digits behind the point */
static guint
read_short_date (const PlxWord *word, char sign, TimeReading *reading)
{
  const char *at = strchr (word->lower, sign);

  if (word->kind != PLX_WORD_NUMBER || at == NULL || strchr (at + 1, sign) != NULL
      || at - word->lower > 2 || strlen (at + 1) > 2 || (sign == '.' && strlen (at + 1) != 2))
    return 0;
  return set_month_and_day (atoi (word->lower), atoi (at + 1), reading) ? 1 : 0;
}

/* 5-14, three words without spaces */
static guint
read_dashed_date (const PlxWords *words, guint i, TimeReading *reading)
{
  const PlxWord *first = PLX_WORD (words, i), *last;

  if (i + 2 >= words->array->len || !g_str_equal (PLX_WORD (words, i + 1)->lower, "-"))
    return 0;
  last = PLX_WORD (words, i + 2);
  if (last->span.begin - first->span.end != 1 || strlen (first->lower) > 2
      || !is_digits (first->lower, strlen (first->lower)) || strlen (last->lower) > 2
      || !is_digits (last->lower, strlen (last->lower)))
    return 0;
  return set_month_and_day (atoi (first->lower), atoi (last->lower), reading) ? 3 : 0;
}

/* Nothing that could go on: the end, a mark, or a small word of the list. */
static int
read_close (const PlxTimeLists *lists, const PlxWords *words, guint i)
{
  const PlxWord *word;

  if (i >= words->array->len || PLX_WORD (words, i)->kind == PLX_WORD_BREAK)
    return 0;
  word = PLX_WORD (words, i);
  if (word->kind == PLX_WORD_SIGN)
    return strchr ("-/$%#&+*@'", word->lower[0]) == NULL ? 1 : -1;
  return plx_time_lists_sense (lists, word->lower, TIME_CLASS_LISTED_CLOSE) != NULL ? 1 : -1;
}

static guint
read_holiday (const PlxTimeLists *lists, const PlxWords *words, guint i, TimeReading *reading)
{
  const char *lower[8];
  const PlxPhrase *phrase;
  guint n = 0;

  while (n < G_N_ELEMENTS (lower) && i + n < words->array->len)
    {
      lower[n] = PLX_WORD (words, i + n)->lower;
      n++;
    }
  phrase = plx_phrases_match (lists->festivals, lower, 0, n);
  if (phrase == NULL)
    return 0;
  reading->holiday = phrase->value;
  return phrase->n_words;
}

/**
 * plx_time_form_read:
 *
 * Returns: the words that @class takes at word @i, at most the end of the
 *   text; -1: it does not stand there
 */
int
plx_time_form_read (const PlxTimeLists *lists, const PlxWords *words, guint i, TimeClass class,
                    TimeReading *reading)
{
  const PlxWord *word = i < words->array->len ? PLX_WORD (words, i) : NULL;
  guint n = 0;

  if (class == TIME_CLASS_CLOSE)
    return read_close (lists, words, i);
  if (word == NULL)
    return -1;
  switch (class)
    {
    case TIME_CLASS_NUMBER:
      n = plx_numbers_read (lists->numbers, words, i, &reading->number);
      reading->has_number |= n > 0;
      break;
    case TIME_CLASS_ORDINAL: n = read_ordinal (lists, words, i, &reading->ordinal); break;
    case TIME_CLASS_DAY: n = read_day (lists, words, i, &reading->day); break;
    case TIME_CLASS_DAYTH: n = read_dayth (lists, words, i, &reading->day); break;
    case TIME_CLASS_YEAR: n = read_year (lists, words, i, reading, &reading->year); break;
    case TIME_CLASS_SHORT_YEAR: n = read_short_year (word, &reading->year); break;
    case TIME_CLASS_NUMERIC: n = read_numeric_date (word, reading); break;
    case TIME_CLASS_COMPACT: n = read_compact_date (word, reading); break;
    case TIME_CLASS_SLASHED: n = read_short_date (word, '/', reading); break;
    case TIME_CLASS_DOTTED: n = read_short_date (word, '.', reading); break;
    case TIME_CLASS_DASHED: n = read_dashed_date (words, i, reading); break;
    case TIME_CLASS_CLOCK: n = read_clock (word, reading); break;
    case TIME_CLASS_HOURS: n = read_hours (word, reading); break;
    case TIME_CLASS_DECADE: n = read_decade (lists, word, &reading->decade); break;
    case TIME_CLASS_HOLIDAY: n = read_holiday (lists, words, i, reading); break;
    default: break;
    }
  return n > 0 ? (int) n : -1;
}
