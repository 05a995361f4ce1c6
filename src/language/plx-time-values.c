/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <stdlib.h>
#include <string.h>

/* From a reading to a TIMEX3 value, by the kind of its pattern; the kinds are
 * explained in data/language/README.md.
 *
 * A weekday without more is the nearest one up to the day of publication, for
 * newspapers tell what has been, unless the clause speaks of what is to come;
 * so are months, quarters and days without a year. */

#define YEARS_AROUND 4     // to the next 29 February
#define HALF_YEAR 183
#define MAX_CENTURY 22
#define DAY_SLACK 10       // a day to come may be as near as one that has been
#define MONTH_SLACK 90     // a month alone is rather one that has been

/* Clock or part of the day, NULL when the reading has none. */
static const char *
part_of (const TimeReading *reading, char buffer[16])
{
  int hour = reading->hour, minute = MAX (reading->minute, 0);

  if (hour < 0 && reading->ampm >= 0 && reading->has_number)
    hour = (int) reading->number;
  if (hour < 0)
    return reading->part;
  if (reading->ampm == 12 && hour < 12)
    hour += 12;
  else if (reading->ampm == 0 && hour == 12)
    hour = 0;
  g_snprintf (buffer, 16, "%02d:%02d%s", hour % 100, minute % 100,
              reading->zone != NULL ? reading->zone : "");
  return buffer;
}

static gboolean
write_known_day (const GDate *date, TimeContext *context, const char *part, char *value)
{
  plx_time_remember (context, date);
  plx_time_write_day (date, part, value);
  return TRUE;
}

/* "XXXX-05-14", with the part of the day */
static gboolean
write_open (const char *open, const char *part, char *value)
{
  g_snprintf (value, TIME_VALUE_SIZE, "%s%s%s", open, part != NULL ? "T" : "",
              part != NULL ? part : "");
  return TRUE;
}

/* The weekday meant: up to publication, or from it on when it is to come. */
static void
find_weekday (const TimeContext *context, int weekday, GDate *date)
{
  int back;

  *date = context->published;
  back = ((int) g_date_get_weekday (date) - weekday + 7) % 7;
  plx_time_move_days (date, context->is_future && back > 0 ? 7 - back : -back);
}

/* The year that brings month and day closest to what is meant, near by the one
 * that fits the weekday said; 0: never one. */
static int
find_year (const TimeContext *context, int month, int day, int weekday, int slack)
{
  int year = g_date_get_year (&context->published), best = 0;
  int best_weight = G_MAXINT;

  for (int y = year - YEARS_AROUND; y <= year + YEARS_AROUND; y++)
    {
      GDate date;
      int weight;

      if (!plx_time_set_day (&date, y, month, day))
        continue;
      weight = plx_time_weight (context, &date, slack);
      if (weekday == (int) g_date_get_weekday (&date)
          && abs (g_date_days_between (&context->published, &date)) < HALF_YEAR)
        weight /= 4;
      if (weight < best_weight)
        best_weight = weight, best = y;
    }
  return best;
}

static gboolean
write_weekday_only (const TimeReading *reading, TimeContext *context, const char *part,
                    char *value)
{
  char open[16];
  GDate date;

  if (context->is_dated)
    {
      find_weekday (context, reading->weekday, &date);
      return write_known_day (&date, context, part, value);
    }
  context->last_weekday = reading->weekday;
  context->last_is_dated = FALSE;
  g_snprintf (open, sizeof open, "XXXX-WXX-%d", reading->weekday);
  return write_open (open, part, value);
}

/* Day 0: the month alone. A day that the month does not have is written as it
 * was said, for the reader to see. */
static gboolean
write_month_day (const TimeReading *reading, TimeContext *context, const char *part, char *value)
{
  int year = reading->year, day = MAX (reading->day, 0);
  char open[16];
  GDate date;

  if (reading->month > 12 || day > 31)
    return FALSE;
  if (year < 0 && context->is_dated)
    year = find_year (context, reading->month, day > 0 ? day : 15, reading->weekday,
                      day > 0 ? DAY_SLACK : MONTH_SLACK);
  if (year > 0 && day > 0 && plx_time_set_day (&date, year, reading->month, day))
    return write_known_day (&date, context, part, value);
  if (year > 0 && day > 0)
    g_snprintf (open, sizeof open, "%04d-%02d-%02d", year % 10000, reading->month, day);
  else if (year > 0)
    g_snprintf (open, sizeof open, "%04d-%02d", year % 10000, reading->month);
  else if (day > 0)
    g_snprintf (open, sizeof open, "XXXX-%02d-%02d", reading->month, day);
  else
    g_snprintf (open, sizeof open, "XXXX-%02d", reading->month);
  return write_open (open, day > 0 ? part : NULL, value);
}

/* "the third quarter": one that has begun, unless it is to come */
static gboolean
write_quarter (const TimeReading *reading, const TimeContext *context, char *value)
{
  int year = reading->year;

  if (reading->ordinal < 1 || reading->ordinal > 4)
    return FALSE;
  if (year < 0 && context->is_dated)
    {
      year = g_date_get_year (&context->published) + reading->shift;
      if (!reading->has_shift && !context->is_future
          && reading->ordinal > ((int) g_date_get_month (&context->published) + 2) / 3)
        year--;
    }
  if (year > 0)
    g_snprintf (value, TIME_VALUE_SIZE, "%04d-Q%d", year, reading->ordinal);
  else
    g_snprintf (value, TIME_VALUE_SIZE, "XXXX-Q%d", reading->ordinal);
  return TRUE;
}

static gboolean
write_date (const TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  char buffer[16];
  const char *part = part_of (reading, buffer);

  *type = part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (reading->month > 0)
    return write_month_day (reading, context, part, value);
  if (reading->weekday > 0)
    return write_weekday_only (reading, context, part, value);
  if (reading->year > 0 && reading->season != NULL)
    g_snprintf (value, TIME_VALUE_SIZE, "%04d-%s", reading->year, reading->season);
  else if (reading->ordinal > 0)
    return write_quarter (reading, context, value);
  else if (reading->year > 0)
    g_snprintf (value, TIME_VALUE_SIZE, "%04d", reading->year);
  else if (part != NULL && context->last_is_dated)
    plx_time_write_day (&context->last, part, value);
  else if (part != NULL && context->is_dated)
    plx_time_write_day (&context->published, part, value);
  else if (part != NULL && context->last_weekday > 0)
    g_snprintf (value, TIME_VALUE_SIZE, "XXXX-WXX-%dT%s", context->last_weekday, part);
  else if (part != NULL)
    g_snprintf (value, TIME_VALUE_SIZE, "XXXX-XX-XXT%s", part);
  else
    return FALSE;
  return TRUE;
}

/* "last September": the one before this month, "next May" the one after it */
static int
shifted_year (const TimeReading *reading, const TimeContext *context)
{
  int year = g_date_get_year (&context->published);
  int now = (int) g_date_get_month (&context->published);

  if (reading->shift < 0 && reading->month >= now)
    year--;
  else if (reading->shift > 0 && reading->month <= now)
    year++;
  return year;
}

static gboolean
write_shifted_month (const TimeReading *reading, TimeContext *context, char *value)
{
  TimeReading dated = *reading;

  if (!context->is_dated)
    return write_month_day (reading, context, NULL, value);
  dated.year = shifted_year (reading, context);
  return write_month_day (&dated, context, NULL, value);
}

/* "last summer", said in November, is the one of this year. */
static void
write_shifted_season (const TimeReading *reading, const TimeContext *context, char *value)
{
  static const struct { const char *season; int last_month; } ends[] = {
    { "SP", 5 }, { "SU", 8 }, { "FA", 11 },
  };
  int year = g_date_get_year (&context->published) + reading->shift;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (reading->shift < 0 && g_str_equal (reading->season, ends[i].season)
        && (int) g_date_get_month (&context->published) > ends[i].last_month)
      year++;
  g_snprintf (value, TIME_VALUE_SIZE, "%04d-%s", year, reading->season);
}

static gboolean
write_shifted_unit (const TimeReading *reading, TimeContext *context, PlxTimeType *type,
                    char *value)
{
  int shift = reading->shift;

  if (reading->unit[0] == 'T')
    return FALSE;
  if (g_ascii_isdigit (reading->unit[0]) && shift < 0)
    {
      *type = PLX_TIME_DURATION;
      g_snprintf (value, TIME_VALUE_SIZE, "P%s", reading->unit);
      return TRUE;
    }
  if (!context->is_dated)
    return plx_time_write_open_unit (reading->unit, value);
  if (g_str_has_suffix (reading->unit, "0Y"))
    {
      int years = atoi (reading->unit), digits = years == 10 ? 3 : 2;

      // "this decade" is 203, "this century" 20
      g_snprintf (value, TIME_VALUE_SIZE, "%0*d", digits,
                  g_date_get_year (&context->published) / years + shift);
      return TRUE;
    }
  // "over the weekend", said on its first days, is the one before this week
  if (reading->sign < 0 && !context->is_future
      && g_date_get_weekday (&context->published) < G_DATE_THURSDAY)
    shift--;
  return plx_time_write_moved (context->published, reading->unit, shift, context, value);
}

/* "last Friday" is the one of last week, "next Friday" that of the next. */
static gboolean
write_shifted_weekday (const TimeReading *reading, TimeContext *context, const char *part,
                       char *value)
{
  GDate date = context->published;

  if (!context->is_dated)
    return write_weekday_only (reading, context, part, value);
  plx_time_move_days (&date, 7 * reading->shift + reading->weekday
                             - (int) g_date_get_weekday (&date));
  return write_known_day (&date, context, part, value);
}

static gboolean
write_shift (const TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  char buffer[16];
  const char *part = part_of (reading, buffer);

  *type = part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (reading->weekday > 0)
    return write_shifted_weekday (reading, context, part, value);
  if (reading->ordinal > 0)
    return write_quarter (reading, context, value);
  if (reading->unit != NULL && reading->season == NULL)
    return write_shifted_unit (reading, context, type, value);
  if (reading->month > 0)
    return write_shifted_month (reading, context, value);
  if (reading->season != NULL && context->is_dated)
    write_shifted_season (reading, context, value);
  else if (reading->season != NULL)
    g_snprintf (value, TIME_VALUE_SIZE, "XXXX-%s", reading->season);
  else
    return FALSE;
  return TRUE;
}

/* "this coming Friday", "past Monday": the nearest that is not today */
static gboolean
write_near (const TimeReading *reading, TimeContext *context, char *value)
{
  GDate date = context->published;
  int days;

  if (!context->is_dated)
    return write_weekday_only (reading, context, reading->part, value);
  days = (reading->weekday - (int) g_date_get_weekday (&date) + 7) % 7;
  if (reading->near > 0)
    days = days == 0 ? 7 : days;
  else
    days -= 7;
  plx_time_move_days (&date, days);
  return write_known_day (&date, context, reading->part, value);
}

/* "yesterday", "the day before yesterday", "last night" */
static gboolean
write_day_word (const TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  char buffer[16];
  const char *part = part_of (reading, buffer);
  GDate date = context->published;

  *type = part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (!context->is_dated)
    return write_open ("XXXX-XX-XX", part, value);
  plx_time_move_days (&date, reading->relday);
  return write_known_day (&date, context, part, value);
}

/* "the 27th", "Friday the 13th" */
static gboolean
write_dayth (const TimeReading *reading, TimeContext *context, char *value)
{
  GDate date = context->published;

  if (context->is_dated && reading->has_shift)
    {
      // the 20th of next month
      g_date_set_day (&date, 1);
      plx_time_move_months (&date, reading->shift);
      return plx_time_set_day (&date, g_date_get_year (&date), (int) g_date_get_month (&date),
                               reading->day)
             && write_known_day (&date, context, NULL, value);
    }
  if (context->is_dated
      && plx_time_find_weekday_of_month (context, reading->weekday, reading->day, &date))
    return write_known_day (&date, context, NULL, value);
  if (reading->weekday > 0)
    return write_weekday_only (reading, context, NULL, value);
  g_snprintf (value, TIME_VALUE_SIZE, "XXXX-XX-%02d", reading->day);
  return TRUE;
}

/* "the first Friday of July", "the last day of next month" */
static gboolean
write_nth (const TimeReading *reading, TimeContext *context, char *value)
{
  int weekday = MAX (reading->weekday, 0), month = reading->month, year = reading->year;
  int best_weight = G_MAXINT;
  GDate date, best;

  if (!context->is_dated && (year < 0 || month < 0))
    return FALSE;
  if (month < 0)
    {
      date = context->published;
      g_date_set_day (&date, 1);
      plx_time_move_months (&date, reading->shift);
      month = (int) g_date_get_month (&date);
      year = g_date_get_year (&date);
    }
  else if (reading->has_shift)
    year = g_date_get_year (&context->published) + reading->shift;
  if (year > 0)
    return plx_time_find_nth (year, month, weekday, reading->ordinal, &date)
           && write_known_day (&date, context, NULL, value);
  for (int shift = -1; shift <= 1; shift++)
    if (plx_time_find_nth (g_date_get_year (&context->published) + shift, month, weekday,
                           reading->ordinal, &date)
        && plx_time_weight (context, &date, DAY_SLACK) < best_weight)
      {
        best_weight = plx_time_weight (context, &date, DAY_SLACK);
        best = date;
      }
  return best_weight < G_MAXINT && write_known_day (&best, context, NULL, value);
}

/* "Christmas", "Thanksgiving 2019", "next Easter" */
static gboolean
write_holiday (const TimeReading *reading, TimeContext *context, char *value)
{
  int now = context->is_dated ? g_date_get_year (&context->published) : -1;
  int best_weight = G_MAXINT;
  GDate date, best;

  if (reading->year > 0 || (reading->has_shift && reading->unit != NULL && now > 0))
    return plx_time_find_holiday (reading->holiday,
                                  reading->year > 0 ? reading->year : now + reading->shift, &date)
           && write_known_day (&date, context, NULL, value);
  if (now < 0)
    return strlen (reading->holiday) == 5
           && g_snprintf (value, TIME_VALUE_SIZE, "XXXX-%s", reading->holiday) > 0;
  for (int year = now - 1; year <= now + 1; year++)
    {
      int weight, days;

      if (!plx_time_find_holiday (reading->holiday, year, &date))
        continue;
      days = g_date_days_between (&context->published, &date);
      weight = reading->has_shift && reading->shift != 0
               ? days * reading->shift > 0 ? abs (days) : G_MAXINT
               : plx_time_weight (context, &date, DAY_SLACK);
      if (weight < best_weight)
        best_weight = weight, best = date;
    }
  return best_weight < G_MAXINT && write_known_day (&best, context, NULL, value);
}

/* From the last day spoken of, @days on. */
static gboolean
write_from_last (const TimeReading *reading, TimeContext *context, int days, PlxTimeType *type,
                 char *value)
{
  char open[16];
  GDate date;

  *type = reading->part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (context->last_is_dated || (context->is_dated && context->last_weekday <= 0
                                  && (days != 0 || reading->has_relday)))
    {
      date = context->last_is_dated ? context->last : context->published;
      plx_time_move_days (&date, days);
      return write_known_day (&date, context, reading->part, value);
    }
  if (context->last_weekday <= 0)
    return write_open ("XXXX-XX-XX", reading->part, value);
  g_snprintf (open, sizeof open, "XXXX-WXX-%d", (context->last_weekday - 1 + days + 70) % 7 + 1);
  return write_open (open, reading->part, value);
}

static gboolean
write_set (const TimeReading *reading, char *value)
{
  if (reading->each != NULL)
    g_strlcpy (value, reading->each, TIME_VALUE_SIZE);
  else if (reading->weekday > 0)
    g_snprintf (value, TIME_VALUE_SIZE, "XXXX-WXX-%d", reading->weekday);
  else
    return plx_time_write_duration (reading, value);
  return TRUE;
}

/**
 * plx_time_value:
 * @context: what was said before; this expression is added to it
 * @value: (out): TIMEX3
 *
 * Returns: FALSE when the words say no time after all ("May 40")
 */
gboolean
plx_time_value (TimeKind kind, const TimeReading *reading, TimeContext *context,
                PlxTimeType *type, char value[TIME_VALUE_SIZE])
{
  *type = PLX_TIME_DATE;
  switch (kind)
    {
    case TIME_KIND_DATE: return write_date (reading, context, type, value);
    case TIME_KIND_SHIFT: return write_shift (reading, context, type, value);
    case TIME_KIND_NEAR: return write_near (reading, context, value);
    case TIME_KIND_DAY: return write_day_word (reading, context, type, value);
    case TIME_KIND_DAYTH: return write_dayth (reading, context, value);
    case TIME_KIND_NTH: return write_nth (reading, context, value);
    case TIME_KIND_HOLIDAY: return write_holiday (reading, context, value);
    case TIME_KIND_SAME: return write_from_last (reading, context, 0, type, value);
    case TIME_KIND_FOLLOW: return write_from_last (reading, context, reading->sign, type, value);
    case TIME_KIND_AGO: return plx_time_write_ago (reading, context, value);
    case TIME_KIND_LATER: return plx_time_write_later (reading, context, value);
    case TIME_KIND_AHEAD: return plx_time_write_ahead (reading, context, value);
    case TIME_KIND_FROM: return plx_time_write_from (reading, context, value);
    case TIME_KIND_DURATION:
      *type = PLX_TIME_DURATION;
      return plx_time_write_duration (reading, value);
    case TIME_KIND_SET:
      *type = PLX_TIME_SET;
      return write_set (reading, value);
    case TIME_KIND_VAGUE:
      g_strlcpy (value, reading->vague, TIME_VALUE_SIZE);
      return TRUE;
    case TIME_KIND_DECADE:
      g_snprintf (value, TIME_VALUE_SIZE, "%03d", reading->decade / 10);
      return TRUE;
    case TIME_KIND_CENTURY:
      g_snprintf (value, TIME_VALUE_SIZE, "%02d", reading->ordinal - 1);
      return reading->ordinal > 0 && reading->ordinal <= MAX_CENTURY;
    case TIME_KIND_LENGTH:
    case TIME_KIND_SPAN:
    case N_TIME_KINDS:
    default:
      return FALSE;
    }
}
