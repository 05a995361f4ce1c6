/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <stdlib.h>
#include <string.h>

/* Days reckoned, written and read: TIMEX3 values and EDTF. */

#define MONTHS_AROUND 14   // where "Friday the 13th" is looked for

gboolean
plx_time_set_day (GDate *date, int year, int month, int day)
{
  g_date_clear (date, 1);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
plx_time_parse_date (const char *iso, GDate *date)
{
  g_date_clear (date, 1);
  if (strlen (iso) < 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  return plx_time_set_day (date, atoi (iso), atoi (iso + 5), atoi (iso + 8));
}

void
plx_time_move_days (GDate *date, int days)
{
  if (days >= 0)
    g_date_add_days (date, (guint) days);
  else if (g_date_get_julian (date) > (guint32) -days)
    g_date_subtract_days (date, (guint) -days);
}

void
plx_time_move_months (GDate *date, int months)
{
  if (months >= 0)
    g_date_add_months (date, (guint) months);
  else if ((g_date_get_year (date) - 1) * 12 + (int) g_date_get_month (date) > -months)
    g_date_subtract_months (date, (guint) -months);
}

void
plx_time_write_day (const GDate *date, const char *part, char *value)
{
  g_snprintf (value, TIME_VALUE_SIZE, "%04d-%02d-%02d%s%s", g_date_get_year (date),
              (int) g_date_get_month (date), g_date_get_day (date),
              part != NULL ? "T" : "", part != NULL ? part : "");
}

void
plx_time_write_week (const GDate *date, const char *rest, char *value)
{
  guint week = g_date_get_iso8601_week_of_year (date);
  int year = g_date_get_year (date);

  if (week == 1 && g_date_get_month (date) == 12)
    year++;
  else if (week > 51 && g_date_get_month (date) == 1)
    year--;
  g_snprintf (value, TIME_VALUE_SIZE, "%04d-W%02u%s", year, week, rest);
}

/* The @nth @weekday of a month, counted from its end when negative; weekday 0
 * is any day. */
gboolean
plx_time_find_nth (int year, int month, int weekday, int nth, GDate *date)
{
  int last, day;

  if (nth == 0 || !plx_time_set_day (date, year, month, 1))
    return FALSE;
  last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  if (nth < 0)
    plx_time_set_day (date, year, month, last);
  if (weekday == 0)
    day = nth > 0 ? nth : last + 1 + nth;
  else if (nth > 0)
    day = 1 + (weekday - (int) g_date_get_weekday (date) + 7) % 7 + 7 * (nth - 1);
  else
    day = last - ((int) g_date_get_weekday (date) - weekday + 7) % 7 + 7 * (nth + 1);
  return plx_time_set_day (date, year, month, day);
}

/* Gregorian Easter Sunday (the anonymous algorithm of 1876). */
static gboolean
find_easter (int year, GDate *date)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;

  return plx_time_set_day (date, year, n / 31, n % 31 + 1);
}

/**
 * plx_time_find_holiday:
 * @rule: "12-25"; "11-WXX-4-4", the fourth Thursday of November, with "+1" for
 *   the day after; "easter-2"; "2022:05-02 2023:04-21" where it moves
 */
gboolean
plx_time_find_holiday (const char *rule, int year, GDate *date)
{
  if (g_str_has_prefix (rule, "easter"))
    {
      if (!find_easter (year, date))
        return FALSE;
      plx_time_move_days (date, atoi (rule + 6));
      return TRUE;
    }
  if (strlen (rule) >= 10 && rule[4] == ':')
    {
      g_autofree char *key = g_strdup_printf ("%04d:", year);
      const char *found = strstr (rule, key);

      return found != NULL && strlen (found) >= 10
             && plx_time_set_day (date, year, atoi (found + 5), atoi (found + 8));
    }
  if (strlen (rule) >= 10 && g_str_has_prefix (rule + 2, "-WXX-"))
    {
      char *rest;
      int nth = (int) strtol (rule + 9, &rest, 10);

      if (!plx_time_find_nth (year, atoi (rule), rule[7] - '0', nth, date))
        return FALSE;
      plx_time_move_days (date, atoi (rest));
      return TRUE;
    }
  return strlen (rule) == 5 && plx_time_set_day (date, year, atoi (rule), atoi (rule + 3));
}

/* How far a day without a year is from what is meant: papers tell what has
 * been, so what is to come counts @slack hundredths more. */
int
plx_time_weight (const TimeContext *context, const GDate *date, int slack)
{
  int days = g_date_days_between (&context->published, date);

  if (context->is_future)
    return days >= 0 ? days : 366 - days;
  return days <= 0 ? -days : days + days * slack / 100;
}

/* "Friday the 13th": the nearest month in which it was one. */
gboolean
plx_time_find_weekday_of_month (const TimeContext *context, int weekday, int day, GDate *date)
{
  int best = G_MAXINT;

  for (int shift = -MONTHS_AROUND; shift <= MONTHS_AROUND; shift++)
    {
      GDate month = context->published, there;
      int weight;

      g_date_set_day (&month, 1);
      plx_time_move_months (&month, shift);
      if (!plx_time_set_day (&there, g_date_get_year (&month), (int) g_date_get_month (&month), day)
          || (weekday > 0 && (int) g_date_get_weekday (&there) != weekday))
        continue;
      weight = plx_time_weight (context, &there, 10);
      if (weight < best)
        {
          best = weight;
          *date = there;
        }
    }
  return best < G_MAXINT;
}

/* "2031-W20" as the interval that EDTF writes for a week */
static void
write_week_interval (const char *value, char *edtf)
{
  int year = atoi (value), week = atoi (value + 6);
  GDate date;

  if (!plx_time_set_day (&date, year, 1, 4))
    return;
  plx_time_move_days (&date, 7 * (week - 1) - ((int) g_date_get_weekday (&date) - 1));
  if (strlen (value) > 8)
    plx_time_move_days (&date, 5);
  plx_time_write_day (&date, NULL, edtf);
  plx_time_move_days (&date, strlen (value) > 8 ? 1 : 6);
  edtf[10] = '/';
  g_snprintf (edtf + 11, TIME_VALUE_SIZE - 11, "%04d-%02d-%02d", g_date_get_year (&date),
              (int) g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * plx_time_edtf:
 * @edtf: (out): "" while @value is open, or is no day of the calendar
 *
 * Seasons, quarters and halves have numbers of their own in EDTF (21–24, 33–36, 40–41); a
 * part of a day is finer than EDTF goes, its day is given.
 */
void
plx_time_edtf (const char *value, char edtf[TIME_VALUE_SIZE])
{
  static const struct { const char *name; int number; } seasons[] = {
    { "SP", 21 }, { "SU", 22 }, { "FA", 23 }, { "WI", 24 }, { "H1", 40 }, { "H2", 41 },
  };
  gsize n = strlen (value);
  GDate date;

  edtf[0] = '\0';
  if (n < 2 || strspn (value, "0123456789") < MIN (n, 3) || strchr (value, 'X') != NULL)
    return;
  if (n == 2)
    g_snprintf (edtf, TIME_VALUE_SIZE, "%sXX", value);
  else if (n == 3)
    g_snprintf (edtf, TIME_VALUE_SIZE, "%sX", value);
  else if (n >= 8 && value[5] == 'W' && g_ascii_isdigit (value[6]))
    write_week_interval (value, edtf);
  else if (n == 7 && value[5] == 'Q')
    g_snprintf (edtf, TIME_VALUE_SIZE, "%.4s-%d", value, 32 + (value[6] - '0'));
  else if (n == 7 && g_ascii_isalpha (value[5]))
    {
      for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
        if (g_str_equal (value + 5, seasons[i].name))
          g_snprintf (edtf, TIME_VALUE_SIZE, "%.4s-%d", value, seasons[i].number);
    }
  else if (n >= 10)
    {
      if (plx_time_parse_date (value, &date))
        g_snprintf (edtf, TIME_VALUE_SIZE, "%.10s", value);
    }
  else
    g_strlcpy (edtf, value, TIME_VALUE_SIZE);
}
