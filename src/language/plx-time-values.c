/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <stdlib.h>
#include <string.h>

/* From a reading to a TIMEX3 value, and from that to EDTF.
 *
 * Kinds of patterns
 *   date      parts of a calendar date; missing ones are found from the day of
 *             publication, or stay X
 *   shift     "last week": a unit, month, season or weekday counted from then
 *   day       "yesterday"        same   "that afternoon": the last day spoken of
 *   follow    "the next day"     later  "two days later": from that same day
 *   ago       "three years ago"  duration, set, vague, decade: as they say
 *
 * A weekday without more is the nearest one up to the day of publication, for
 * newspapers tell what has been, unless the clause speaks of what is to come. */

#define VALUE_SIZE 64

gboolean
plx_time_parse_date (const char *iso, GDate *date)
{
  int year, month, day;

  g_date_clear (date, 1);
  if (strlen (iso) < 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  year = atoi (iso);
  month = atoi (iso + 5);
  day = atoi (iso + 8);
  if (!g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 99), (GDateMonth) CLAMP (month, 0, 13),
                         (GDateYear) CLAMP (year, 0, 9999)))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static void
move_days (GDate *date, int days)
{
  if (days >= 0)
    g_date_add_days (date, (guint) days);
  else if (g_date_get_julian (date) > (guint32) -days)
    g_date_subtract_days (date, (guint) -days);
}

static void
move_months (GDate *date, int months)
{
  if (months >= 0)
    g_date_add_months (date, (guint) months);
  else if (g_date_get_year (date) * 12 > -months)
    g_date_subtract_months (date, (guint) -months);
}

static void
remember (TimeContext *context, const GDate *date)
{
  context->last = *date;
  context->last_is_dated = TRUE;
  context->last_weekday = (int) g_date_get_weekday (date);
}

static void
write_day (const GDate *date, const char *part, char *value)
{
  g_snprintf (value, VALUE_SIZE, "%04d-%02d-%02d%s%s", g_date_get_year (date),
              (int) g_date_get_month (date), g_date_get_day (date),
              part != NULL ? "T" : "", part != NULL ? part : "");
}

static void
write_week (const GDate *date, const char *rest, char *value)
{
  guint week = g_date_get_iso8601_week_of_year (date);
  int year = g_date_get_year (date);

  if (week == 1 && g_date_get_month (date) == 12)
    year++;
  else if (week > 51 && g_date_get_month (date) == 1)
    year--;
  g_snprintf (value, VALUE_SIZE, "%04d-W%02u%s", year, week, rest);
}

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

/* The weekday meant: up to publication, or from it on when it is to come. */
static void
find_weekday (const TimeContext *context, int weekday, GDate *date)
{
  int back;

  *date = context->published;
  back = ((int) g_date_get_weekday (date) - weekday + 7) % 7;
  if (context->is_future && back > 0)
    move_days (date, 7 - back);
  else
    move_days (date, -back);
}

/* The year that brings month and day closest to publication. */
static int
find_year (const TimeContext *context, int month, int day)
{
  int year = g_date_get_year (&context->published), best = year;
  int best_distance = G_MAXINT;

  for (int y = year - 1; y <= year + 1; y++)
    {
      GDate date;
      int distance;

      if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) y))
        continue;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) y);
      distance = abs (g_date_days_between (&date, &context->published));
      if (context->is_future && g_date_compare (&date, &context->published) < 0)
        distance += 366;
      if (distance < best_distance)
        best_distance = distance, best = y;
    }
  return best;
}

static gboolean
write_weekday_only (const TimeReading *reading, TimeContext *context, const char *part,
                    char *value)
{
  if (context->is_dated)
    {
      GDate date;

      find_weekday (context, reading->weekday, &date);
      remember (context, &date);
      write_day (&date, part, value);
      return TRUE;
    }
  context->last_weekday = reading->weekday;
  context->last_is_dated = FALSE;
  g_snprintf (value, VALUE_SIZE, "XXXX-WXX-%d%s%s", reading->weekday, part != NULL ? "T" : "",
              part != NULL ? part : "");
  return TRUE;
}

static gboolean
write_month_day (const TimeReading *reading, TimeContext *context, const char *part, char *value)
{
  int year = reading->year;

  if (reading->day > 0
      && !g_date_valid_dmy ((GDateDay) reading->day, (GDateMonth) reading->month,
                            (GDateYear) (year > 0 ? year : 2000)))
    return FALSE;
  if (year < 0 && context->is_dated)
    year = find_year (context, reading->month, reading->day > 0 ? reading->day : 15);
  if (year > 0 && reading->day > 0
      && g_date_valid_dmy ((GDateDay) reading->day, (GDateMonth) reading->month, (GDateYear) year))
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) reading->day, (GDateMonth) reading->month,
                      (GDateYear) year);
      remember (context, &date);
      write_day (&date, part, value);
    }
  else if (year > 0)
    g_snprintf (value, VALUE_SIZE, "%04d-%02d", year, reading->month);
  else if (reading->day > 0)
    g_snprintf (value, VALUE_SIZE, "XXXX-%02d-%02d%s%s", reading->month, reading->day,
                part != NULL ? "T" : "", part != NULL ? part : "");
  else
    g_snprintf (value, VALUE_SIZE, "XXXX-%02d", reading->month);
  return TRUE;
}

static gboolean
write_date (TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  char buffer[16];
  const char *part = part_of (reading, buffer);

  *type = part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (reading->holiday != NULL)
    {
      reading->month = atoi (reading->holiday);
      reading->day = atoi (reading->holiday + 3);
    }
  if (reading->month > 0)
    return write_month_day (reading, context, part, value);
  if (reading->weekday > 0)
    return write_weekday_only (reading, context, part, value);
  if (reading->year > 0 && reading->season != NULL)
    g_snprintf (value, VALUE_SIZE, "%04d-%s", reading->year, reading->season);
  else if (reading->ordinal > 0)
    {
      int year = reading->year > 0 ? reading->year
                 : context->is_dated ? g_date_get_year (&context->published) : -1;

      if (reading->ordinal > 4)
        return FALSE;
      if (year > 0)
        g_snprintf (value, VALUE_SIZE, "%04d-Q%d", year, reading->ordinal);
      else
        g_snprintf (value, VALUE_SIZE, "XXXX-Q%d", reading->ordinal);
    }
  else if (reading->year > 0)
    g_snprintf (value, VALUE_SIZE, "%04d", reading->year);
  else if (part != NULL && context->last_is_dated)
    write_day (&context->last, part, value);
  else if (part != NULL && context->is_dated)
    write_day (&context->published, part, value);
  else if (part != NULL && context->last_weekday > 0)
    g_snprintf (value, VALUE_SIZE, "XXXX-WXX-%dT%s", context->last_weekday, part);
  else if (part != NULL)
    g_snprintf (value, VALUE_SIZE, "XXXX-XX-XXT%s", part);
  else
    return FALSE;
  return TRUE;
}

static gboolean
write_open_unit (const char *unit, char *value)
{
  const char *open = g_str_equal (unit, "Y") ? "XXXX"
                     : g_str_equal (unit, "M") ? "XXXX-XX"
                     : g_str_equal (unit, "W") ? "XXXX-WXX"
                     : g_str_equal (unit, "WE") ? "XXXX-WXX-WE"
                     : g_str_equal (unit, "Q") ? "XXXX-QX" : "XXXX-XX-XX";

  g_strlcpy (value, open, VALUE_SIZE);
  return TRUE;
}

/* The period of @unit that lies @n of them from @date. */
static gboolean
write_moved (GDate date, const char *unit, int n, TimeContext *context, char *value)
{
  n = CLAMP (n, -4000, 4000);
  switch (unit[0])
    {
    case 'D':
      move_days (&date, n);
      remember (context, &date);
      write_day (&date, NULL, value);
      return TRUE;
    case 'W':
      move_days (&date, 7 * n);
      write_week (&date, unit[1] == 'E' ? "-WE" : "", value);
      return TRUE;
    case 'M':
      move_months (&date, n);
      g_snprintf (value, VALUE_SIZE, "%04d-%02d", g_date_get_year (&date),
                  (int) g_date_get_month (&date));
      return TRUE;
    case 'Q':
      move_months (&date, 3 * n);
      g_snprintf (value, VALUE_SIZE, "%04d-Q%d", g_date_get_year (&date),
                  ((int) g_date_get_month (&date) + 2) / 3);
      return TRUE;
    case 'Y':
      g_snprintf (value, VALUE_SIZE, "%04d", MAX (g_date_get_year (&date) + n, 1));
      return TRUE;
    default:
      if (atoi (unit) == 2)
        return write_moved (date, "W", 2 * n, context, value);
      if (atoi (unit) >= 10)
        return write_moved (date, "Y", atoi (unit) * n, context, value);
      return FALSE;
    }
}

/* "last September": the one before this month, "next May" the one after it */
static void
write_shifted_month (const TimeReading *reading, const TimeContext *context, char *value)
{
  int year, now;

  if (!context->is_dated)
    {
      g_snprintf (value, VALUE_SIZE, "XXXX-%02d", reading->month);
      return;
    }
  year = g_date_get_year (&context->published);
  now = (int) g_date_get_month (&context->published);
  if (reading->shift < 0 && reading->month >= now)
    year--;
  else if (reading->shift > 0 && reading->month <= now)
    year++;
  g_snprintf (value, VALUE_SIZE, "%04d-%02d", year, reading->month);
}

static gboolean
write_shifted_unit (const TimeReading *reading, TimeContext *context, PlxTimeType *type,
                    char *value)
{
  if (reading->unit[0] == 'T')
    return FALSE;
  if (g_ascii_isdigit (reading->unit[0]) && reading->shift < 0)
    {
      *type = PLX_TIME_DURATION;
      g_snprintf (value, VALUE_SIZE, "P%s", reading->unit);
      return TRUE;
    }
  if (!context->is_dated)
    return write_open_unit (reading->unit, value);
  return write_moved (context->published, reading->unit, reading->shift, context, value);
}

static gboolean
write_shifted_weekday (const TimeReading *reading, TimeContext *context, const char *part,
                       char *value)
{
  GDate date = context->published;

  if (!context->is_dated)
    return write_weekday_only (reading, context, part, value);
  // "last Friday" is the one of last week, "next Friday" that of the next
  move_days (&date, 7 * reading->shift + reading->weekday - (int) g_date_get_weekday (&date));
  remember (context, &date);
  write_day (&date, part, value);
  return TRUE;
}

static gboolean
write_shift (const TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  char buffer[16];
  const char *part = part_of (reading, buffer);

  *type = part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (reading->unit != NULL)
    return write_shifted_unit (reading, context, type, value);
  if (reading->weekday > 0)
    return write_shifted_weekday (reading, context, part, value);
  if (reading->month > 0)
    write_shifted_month (reading, context, value);
  else if (reading->season != NULL && context->is_dated)
    g_snprintf (value, VALUE_SIZE, "%04d-%s",
                g_date_get_year (&context->published) + reading->shift, reading->season);
  else if (reading->season != NULL)
    g_snprintf (value, VALUE_SIZE, "XXXX-%s", reading->season);
  else if (part != NULL && reading->has_shift && context->is_dated)
    write_day (&context->published, part, value);
  else if (part != NULL)
    g_snprintf (value, VALUE_SIZE, "XXXX-XX-XXT%s", part);
  else
    return FALSE;
  return TRUE;
}

static gboolean
write_last_night (TimeContext *context, PlxTimeType *type, char *value)
{
  GDate date = context->published;

  *type = PLX_TIME_TIME;
  if (!context->is_dated)
    {
      g_strlcpy (value, "XXXX-XX-XXTNI", VALUE_SIZE);
      return TRUE;
    }
  move_days (&date, -1);
  write_day (&date, "NI", value);
  return TRUE;
}

static gboolean
write_day_word (const TimeReading *reading, const PlxWords *words, TimeContext *context,
                PlxTimeType *type, char *value)
{
  GDate date = context->published;
  int days = reading->relday;

  *type = reading->part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (g_str_equal (plx_words_lower (words, (gint) reading->first + 2), "before"))
    days--;
  else if (g_str_equal (plx_words_lower (words, (gint) reading->first + 2), "after"))
    days++;
  if (!context->is_dated)
    {
      g_snprintf (value, VALUE_SIZE, "XXXX-XX-XX%s%s", reading->part != NULL ? "T" : "",
                  reading->part != NULL ? reading->part : "");
      return TRUE;
    }
  move_days (&date, days);
  remember (context, &date);
  write_day (&date, reading->part, value);
  return TRUE;
}

/* From the last day spoken of, @days on. */
static gboolean
write_from_last (const TimeReading *reading, TimeContext *context, int days, PlxTimeType *type,
                 char *value)
{
  const char *sign = reading->part != NULL ? "T" : "";
  const char *part = reading->part != NULL ? reading->part : "";

  *type = reading->part != NULL ? PLX_TIME_TIME : PLX_TIME_DATE;
  if (context->last_is_dated)
    {
      GDate date = context->last;

      move_days (&date, days);
      remember (context, &date);
      write_day (&date, reading->part, value);
    }
  else if (context->last_weekday > 0)
    g_snprintf (value, VALUE_SIZE, "XXXX-WXX-%d%s%s",
                (context->last_weekday - 1 + days + 70) % 7 + 1, sign, part);
  else
    g_snprintf (value, VALUE_SIZE, "XXXX-XX-XX%s%s", sign, part);
  return TRUE;
}

static gboolean
write_ago (const TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  int n = reading->has_number ? (int) CLAMP (reading->number, 0, 4000) : 1;

  *type = PLX_TIME_DATE;
  if (reading->unit == NULL)
    return FALSE;
  if (reading->unit[0] == 'T' || reading->quant != NULL)
    {
      g_strlcpy (value, "PAST_REF", VALUE_SIZE);
      return TRUE;
    }
  return context->is_dated ? write_moved (context->published, reading->unit, -n, context, value)
                           : write_open_unit (reading->unit, value);
}

static gboolean
write_later (const TimeReading *reading, TimeContext *context, PlxTimeType *type, char *value)
{
  int n = reading->has_number ? (int) CLAMP (reading->number, 0, 4000) : 1;

  *type = PLX_TIME_DATE;
  if (reading->unit == NULL || reading->unit[0] == 'T')
    return FALSE;
  if (reading->unit[0] == 'D')
    return write_from_last (reading, context, n, type, value);
  return context->last_is_dated ? write_moved (context->last, reading->unit, n, context, value)
                                : write_open_unit (reading->unit, value);
}

/* "five days" P5D · "a year and a half" P1.5Y · "half an hour" PT30M */
static gboolean
write_duration (const TimeReading *reading, const PlxWords *words, char *value)
{
  double n = reading->has_number ? reading->number : 1.0;
  const char *unit = reading->unit, *prefix = "P";
  gboolean half = FALSE;

  for (guint i = reading->first; i < reading->end; i++)
    {
      half |= g_str_equal (PLX_WORD (words, i)->lower, "half");
      if (unit == NULL && g_str_equal (PLX_WORD (words, i)->lower, "minutes"))
        unit = "TM";
    }
  if (unit == NULL)
    return FALSE;
  if (half)
    n = g_str_equal (PLX_WORD (words, reading->first)->lower, "half") ? 0.5 : n + 0.5;
  if (unit[0] == 'T')
    prefix = "PT", unit++;
  if (g_str_equal (unit, "H") && n < 1.0)
    unit = "M", n *= 60.0;
  if (reading->quant != NULL)
    {
      while (g_ascii_isdigit (*unit))
        unit++;
      g_snprintf (value, VALUE_SIZE, "%sX%s", prefix, unit);
      return TRUE;
    }
  if (g_ascii_isdigit (unit[0]))
    {
      n *= atoi (unit);
      while (g_ascii_isdigit (*unit))
        unit++;
    }
  if (n > 1e9)
    return FALSE;
  {
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd (number, sizeof number, "%.10g", n);
    g_snprintf (value, VALUE_SIZE, "%s%s%s", prefix, number, unit);
  }
  return TRUE;
}

static gboolean
write_set (const TimeReading *reading, char *value)
{
  int n = reading->has_number ? (int) CLAMP (reading->number, 0, 9999) : 1;

  if (reading->each != NULL)
    g_strlcpy (value, reading->each, VALUE_SIZE);
  else if (reading->weekday > 0)
    g_snprintf (value, VALUE_SIZE, "XXXX-WXX-%d", reading->weekday);
  else if (reading->unit != NULL && reading->unit[0] == 'T')
    g_snprintf (value, VALUE_SIZE, "PT%d%s", n, reading->unit + 1);
  else if (reading->unit != NULL && g_ascii_isdigit (reading->unit[0]))
    g_snprintf (value, VALUE_SIZE, "P%s", reading->unit);
  else if (reading->unit != NULL)
    g_snprintf (value, VALUE_SIZE, "P%d%s", n, reading->unit);
  else
    return FALSE;
  return TRUE;
}

/* "the next day", "the day before", "a day later" */
static int
days_on (const TimeReading *reading, const PlxWords *words)
{
  for (guint i = reading->first; i < reading->end; i++)
    if (g_str_equal (PLX_WORD (words, i)->lower, "before"))
      return -1;
  return 1;
}

/**
 * plx_time_value:
 * @context: what was said before; this expression is added to it
 * @value: (out): TIMEX3
 *
 * Returns: FALSE when the words say no time after all ("May 40")
 */
gboolean
plx_time_value (TimeKind kind, const TimeReading *given, const PlxWords *words,
                TimeContext *context, PlxTimeType *type, char value[VALUE_SIZE])
{
  TimeReading reading = *given;

  *type = PLX_TIME_DATE;
  switch (kind)
    {
    case TIME_KIND_DATE: return write_date (&reading, context, type, value);
    case TIME_KIND_SHIFT:
      if (g_str_equal (plx_words_lower (words, (gint) reading.end - 1), "night")
          && g_str_equal (plx_words_lower (words, (gint) reading.first), "last"))
        return write_last_night (context, type, value);
      return write_shift (&reading, context, type, value);
    case TIME_KIND_DAY: return write_day_word (&reading, words, context, type, value);
    case TIME_KIND_SAME: return write_from_last (&reading, context, 0, type, value);
    case TIME_KIND_FOLLOW:
      return write_from_last (&reading, context, days_on (&reading, words), type, value);
    case TIME_KIND_AGO: return write_ago (&reading, context, type, value);
    case TIME_KIND_LATER: return write_later (&reading, context, type, value);
    case TIME_KIND_DURATION:
      *type = PLX_TIME_DURATION;
      return write_duration (&reading, words, value);
    case TIME_KIND_SET:
      *type = PLX_TIME_SET;
      return write_set (&reading, value);
    case TIME_KIND_VAGUE:
      g_strlcpy (value, reading.vague, VALUE_SIZE);
      return TRUE;
    case TIME_KIND_DECADE:
      g_snprintf (value, VALUE_SIZE, "%03d", reading.decade / 10);
      return TRUE;
    default: return FALSE;
    }
}

/* "2031-W20" as the interval that EDTF writes for a week */
static void
write_week_interval (const char *value, char *edtf)
{
  int year = atoi (value), week = atoi (value + 6);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 4, G_DATE_JANUARY, (GDateYear) year);
  move_days (&date, 7 * (week - 1) - ((int) g_date_get_weekday (&date) - 1));
  if (strlen (value) > 8)
    move_days (&date, 5);
  write_day (&date, NULL, edtf);
  move_days (&date, strlen (value) > 8 ? 1 : 6);
  edtf[10] = '/';
  write_day (&date, NULL, edtf + 11);
}

/**
 * plx_time_edtf:
 * @edtf: (out): "" while @value is open
 *
 * Seasons and quarters have numbers of their own in EDTF (21–24, 33–36); a
 * part of a day is finer than EDTF goes, its day is given.
 */
void
plx_time_edtf (const char *value, char edtf[VALUE_SIZE])
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
  gsize n = strlen (value);

  edtf[0] = '\0';
  if (n < 3 || strspn (value, "0123456789") < 3 || strchr (value, 'X') != NULL)
    return;
  if (n == 3)
    g_snprintf (edtf, VALUE_SIZE, "%sX", value);
  else if (n >= 8 && value[5] == 'W' && g_ascii_isdigit (value[6]))
    write_week_interval (value, edtf);
  else if (n == 7 && value[5] == 'Q')
    g_snprintf (edtf, VALUE_SIZE, "%.4s-%d", value, 32 + (value[6] - '0'));
  else if (n == 7 && g_ascii_isalpha (value[5]))
    {
      for (int i = 0; i < 4; i++)
        if (g_str_equal (value + 5, seasons[i]))
          g_snprintf (edtf, VALUE_SIZE, "%.4s-%d", value, 21 + i);
    }
  else if (n > 10 && value[10] == 'T')
    g_snprintf (edtf, VALUE_SIZE, "%.10s", value);
  else
    g_strlcpy (edtf, value, VALUE_SIZE);
}
