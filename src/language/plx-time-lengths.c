/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Lengths: how long they are as a duration, and the day that lies one away.
 *
 * A unit is an ISO letter, with T before hours and smaller: "Y", "TH"; with a
 * number before it when it is made of others: "10Y", "2W"; "BD" is a business
 * day, "WE" a weekend. A day reached by weeks or days is a day; by months or
 * years it is no more exact than they are, unless it is counted from a day. */

#define MAX_UNITS 4000     // no further from a day than this

void
plx_time_remember (TimeContext *context, const GDate *date)
{
  context->last = *date;
  context->last_is_dated = TRUE;
  context->last_weekday = (int) g_date_get_weekday (date);
}

/* Days of a unit, roughly: which of two is the smaller. */
static double
unit_size (const char *unit)
{
  static const struct { char letter; double days; } sizes[] = {
    { 'Y', 365 }, { 'Q', 91 }, { 'M', 30 }, { 'W', 7 }, { 'D', 1 }, { 'B', 1 },
  };
  static const struct { char letter; double hours; } small[] = {
    { 'H', 1.0 }, { 'M', 1.0 / 60 }, { 'S', 1.0 / 3600 },
  };
  int times = atoi (unit);

  while (g_ascii_isdigit (*unit))
    unit++;
  for (guint i = 0; *unit == 'T' && i < G_N_ELEMENTS (small); i++)
    if (unit[1] == small[i].letter)
      return small[i].hours / 24;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (*unit == sizes[i].letter)
      return sizes[i].days * MAX (times, 1);
  return 0;
}

/* Adds the amount that a pattern of kind length read. FALSE when it is no
 * further part of the same length: "two days, three weeks". */
gboolean
plx_time_add_amount (TimeReading *reading, const TimeReading *length)
{
  TimeAmount amount = { length->has_number ? length->number : 1.0, length->unit,
                        length->quant != NULL };

  if (amount.unit == NULL || reading->n_amounts == MAX_TIME_AMOUNTS)
    return FALSE;
  amount.n += length->plus;
  if (amount.n < 0 || amount.n > 1e9)
    return FALSE;
  if (reading->n_amounts > 0
      && unit_size (amount.unit) >= unit_size (reading->amounts[reading->n_amounts - 1].unit))
    return FALSE;
  reading->amounts[reading->n_amounts++] = amount;
  return TRUE;
}

/* "five days" P5D · "a year and a half" P1.5Y · "several weeks" PXW ·
 * "one hour and ten minutes" PT1H10M */
gboolean
plx_time_write_duration (const TimeReading *given, char *value)
{
  g_autoptr (GString) out = g_string_new ("P");
  TimeReading length = *given, *reading = &length;
  gboolean has_time = FALSE;

  // a unit that the pattern itself took, "over the years"
  if (reading->n_amounts == 0 && !plx_time_add_amount (reading, given))
    return FALSE;
  for (guint i = 0; i < reading->n_amounts; i++)
    {
      const TimeAmount *amount = &reading->amounts[i];
      const char *unit = amount->unit;
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      double n = amount->n * (g_ascii_isdigit (*unit) ? atoi (unit) : 1);

      while (g_ascii_isdigit (*unit))
        unit++;
      if (*unit == 'T' && !has_time)
        g_string_append_c (out, 'T');
      has_time |= *unit == 'T';
      unit += *unit == 'T';
      g_ascii_formatd (number, sizeof number, "%.10g", n);
      g_string_append_printf (out, "%s%s", amount->is_open ? "X" : number, unit);
    }
  if (out->len < 3 || out->len >= TIME_VALUE_SIZE)
    return FALSE;
  g_strlcpy (value, out->str, TIME_VALUE_SIZE);
  return TRUE;
}

gboolean
plx_time_write_open_unit (const char *unit, char *value)
{
  const char *open = g_str_has_suffix (unit, "Y") ? "XXXX"
                     : g_str_equal (unit, "M") ? "XXXX-XX"
                     : g_str_equal (unit, "W") ? "XXXX-WXX"
                     : g_str_equal (unit, "WE") ? "XXXX-WXX-WE"
                     : g_str_equal (unit, "Q") ? "XXXX-QX" : "XXXX-XX-XX";

  g_strlcpy (value, open, TIME_VALUE_SIZE);
  return TRUE;
}

/* The period of @unit that lies @n of them from @date. */
gboolean
plx_time_write_moved (GDate date, const char *unit, int n, TimeContext *context, char *value)
{
  n = CLAMP (n, -MAX_UNITS, MAX_UNITS);
  switch (unit[0])
    {
    case 'D':
      plx_time_move_days (&date, n);
      plx_time_remember (context, &date);
      plx_time_write_day (&date, NULL, value);
      return TRUE;
    case 'W':
      plx_time_move_days (&date, 7 * n);
      plx_time_write_week (&date, unit[1] == 'E' ? "-WE" : "", value);
      return TRUE;
    case 'M':
      plx_time_move_months (&date, n);
      g_snprintf (value, TIME_VALUE_SIZE, "%04d-%02d", g_date_get_year (&date),
                  (int) g_date_get_month (&date));
      return TRUE;
    case 'Q':
      plx_time_move_months (&date, 3 * n);
      g_snprintf (value, TIME_VALUE_SIZE, "%04d-Q%d", g_date_get_year (&date),
                  ((int) g_date_get_month (&date) + 2) / 3);
      return TRUE;
    case 'Y':
      g_snprintf (value, TIME_VALUE_SIZE, "%04d", MAX (g_date_get_year (&date) + n, 1));
      return TRUE;
    default:
      if (g_ascii_isdigit (unit[0]) && n <= MAX_UNITS / 100 && n >= -MAX_UNITS / 100)
        return plx_time_write_moved (date, strpbrk (unit, "YWD") != NULL ? strpbrk (unit, "YWD")
                                                                          : "D",
                                     atoi (unit) * n, context, value);
      return FALSE;
    }
}

static void
move_business_days (GDate *date, int n)
{
  while (n != 0)
    {
      plx_time_move_days (date, n > 0 ? 1 : -1);
      if (g_date_get_weekday (date) <= G_DATE_FRIDAY)
        n += n > 0 ? -1 : 1;
    }
}

/* @date moved by every amount; FALSE where one is no whole number of days. */
static gboolean
move_by (GDate *date, const TimeReading *reading, int sign)
{
  for (guint i = 0; i < reading->n_amounts; i++)
    {
      const TimeAmount *amount = &reading->amounts[i];
      const char *unit = amount->unit;
      double n = amount->n * (g_ascii_isdigit (*unit) ? atoi (unit) : 1) * sign;

      while (g_ascii_isdigit (*unit))
        unit++;
      if (amount->is_open || fabs (n - rint (n)) > 1e-9 || fabs (n) > MAX_UNITS)
        return FALSE;
      switch (*unit)
        {
        case 'D': plx_time_move_days (date, (int) n); break;
        case 'W': plx_time_move_days (date, 7 * (int) n); break;
        case 'B': move_business_days (date, (int) n); break;
        case 'M': plx_time_move_months (date, (int) n); break;
        case 'Q': plx_time_move_months (date, 3 * (int) n); break;
        case 'Y': plx_time_move_months (date, 12 * (int) n); break;
        default: return FALSE;
        }
    }
  return reading->n_amounts > 0;
}

static gboolean
write_reached_day (GDate date, const TimeReading *reading, TimeContext *context, char *value)
{
  // "Monday two weeks from now": that day of the week
  if (reading->weekday > 0)
    plx_time_move_days (&date, reading->weekday - (int) g_date_get_weekday (&date));
  plx_time_remember (context, &date);
  plx_time_write_day (&date, NULL, value);
  return TRUE;
}

/* @sign times the length from @date, as exact as its unit. */
static gboolean
write_as_exact (GDate date, const TimeReading *reading, int sign, TimeContext *context,
                char *value)
{
  const TimeAmount *amount = &reading->amounts[0];
  const char *unit = amount->unit;

  while (g_ascii_isdigit (*unit))
    unit++;
  if (reading->n_amounts == 1 && strchr ("YMQ", *unit) != NULL && !amount->is_open)
    return plx_time_write_moved (date, amount->unit, sign * (int) CLAMP (amount->n, 0, MAX_UNITS),
                                 context, value);
  return move_by (&date, reading, sign) && write_reached_day (date, reading, context, value);
}

static gboolean
is_vague (const TimeReading *reading)
{
  return reading->n_amounts > 0
         && (reading->amounts[0].is_open || reading->amounts[0].unit[0] == 'T');
}

gboolean
plx_time_write_ago (const TimeReading *reading, TimeContext *context, char *value)
{
  if (reading->n_amounts == 0)
    return FALSE;
  if (is_vague (reading))
    g_strlcpy (value, "PAST_REF", TIME_VALUE_SIZE);
  else if (!context->is_dated)
    return plx_time_write_open_unit (reading->amounts[0].unit, value);
  else
    return write_as_exact (context->published, reading, -1, context, value);
  return TRUE;
}

/* "two days later", "a year earlier": from the last day spoken of. */
gboolean
plx_time_write_later (const TimeReading *reading, TimeContext *context, char *value)
{
  const char *unit;

  if (reading->n_amounts == 0 || reading->amounts[0].unit[0] == 'T')
    return FALSE;
  unit = reading->amounts[0].unit;
  if (reading->amounts[0].is_open)
    return plx_time_write_open_unit (unit, value);
  if (context->last_is_dated)
    return write_as_exact (context->last, reading, reading->sign, context, value);
  if (g_str_equal (unit, "D") && context->last_weekday > 0)
    {
      int days = reading->sign * (int) CLAMP (reading->amounts[0].n, 0, MAX_UNITS);

      g_snprintf (value, TIME_VALUE_SIZE, "XXXX-WXX-%d",
                  ((context->last_weekday - 1 + days) % 7 + 7) % 7 + 1);
      return TRUE;
    }
  // "two years, a month and three days later" is too exact for a story
  if (context->is_dated && (reading->sign < 0 || reading->n_amounts > 1))
    return write_as_exact (context->published, reading, reading->sign, context, value);
  return plx_time_write_open_unit (unit, value);
}

/* "in two weeks", said of what is to come; elsewhere it is a length. */
gboolean
plx_time_write_ahead (const TimeReading *reading, TimeContext *context, char *value)
{
  GDate date = context->published;

  return context->is_dated && (context->is_planned || reading->is_planned)
         && move_by (&date, reading, 1)
         && write_reached_day (date, reading, context, value);
}

/* "three days before Christmas": from the day named. */
gboolean
plx_time_write_from (const TimeReading *reading, TimeContext *context, char *value)
{
  gsize n = strlen (reading->anchor);
  GDate date;

  if (is_vague (reading))
    return FALSE;
  if (n == 0 || strchr (reading->anchor, 'X') != NULL || g_str_has_suffix (reading->anchor, "REF"))
    date = context->published;
  else if (!plx_time_parse_date (reading->anchor, &date)
           && !plx_time_set_day (&date, atoi (reading->anchor),
                                 n == 7 ? atoi (reading->anchor + 5) : 1, 1))
    return FALSE;
  if (n == 0 || g_ascii_isdigit (reading->anchor[0]))
    {
      if (n == 0 && !context->is_dated)
        return plx_time_write_open_unit (reading->amounts[0].unit, value);
      if (n == 4 && reading->n_amounts == 1 && g_str_has_suffix (reading->amounts[0].unit, "Y"))
        return write_as_exact (date, reading, reading->sign, context, value);
      return move_by (&date, reading, reading->sign)
             && write_reached_day (date, reading, context, value);
    }
  return FALSE;
}
