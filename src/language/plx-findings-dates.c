/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-findings-private.h"

#include <stdlib.h>
#include <string.h>

/* Days against the calendar, once the year is known: "the eve of Victory Day"
 * against the day of the meeting, and "Tuesday, May 14" against the weekday
 * that this date had. Without a date of publication nothing is said. */

#define NAME_REACH 12     // tokens from "the eve of" to the name of the day

/* ---- a weekday and its date ------------------------------------------ */

static const char *const weekday_names[] = {
  "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

/* "Monday, May 13" without a year may be one of the year before, as in an old
 * letter, or of the next. */
static gboolean
is_of_other_year (const Checks *self, const PlxTime *time, const GDate *date, int weekday)
{
  const char *text = self->analysis->text;

  // the year is part of the expression
  for (guint32 i = time->span.begin; i + 4 <= time->span.end; i++)
    if (g_ascii_isdigit (text[i]) && g_ascii_isdigit (text[i + 1])
        && g_ascii_isdigit (text[i + 2]) && g_ascii_isdigit (text[i + 3]))
      return FALSE;
  for (int shift = -1; shift <= 1; shift += 2)
    {
      GDateYear year = (GDateYear) (g_date_get_year (date) + shift);
      GDate other;

      if (!g_date_valid_dmy (g_date_get_day (date), g_date_get_month (date), year))
        continue;
      g_date_clear (&other, 1);
      g_date_set_dmy (&other, g_date_get_day (date), g_date_get_month (date), year);
      if ((int) g_date_get_weekday (&other) == weekday)
        return TRUE;
    }
  return FALSE;
}

/* "Three days from Tuesday" is no Tuesday. */
static gboolean
is_counted (const Checks *self, const PlxTime *time)
{
  const PlxReading *r = self->reading;

  for (guint i = plx_reading_token_at (r, time->span.begin);
       i < r->n && PLX_TOKEN (self->analysis, i)->span.begin < time->span.end; i++)
    if (plx_time_lists_sense (self->lists, r->lower[i], TIME_CLASS_UNIT) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_weekday (Checks *self, const PlxTime *time)
{
  const PlxReading *r = self->reading;
  GDate date;
  guint i = plx_reading_token_at (r, time->span.begin);

  if (!plx_time_parse_date (time->value, &date) || is_counted (self, time))
    return;
  for (; i < r->n && PLX_TOKEN (self->analysis, i)->span.begin < time->span.end; i++)
    {
      const TimeSense *sense = plx_time_lists_sense (self->lists, r->lower[i],
                                                     TIME_CLASS_WEEKDAY);
      int said = sense != NULL ? atoi (sense->value) : 0;
      int is = (int) g_date_get_weekday (&date);

      if (said > 0 && said != is && !is_of_other_year (self, time, &date, said))
        {
          PlxSpan word = PLX_TOKEN (self->analysis, i)->span;
          PlxSpan rest = { word.end, time->span.end };
          g_autofree char *message = g_strdup_printf ("%.10s was a %s, not a %s", time->value,
                                                      weekday_names[is], weekday_names[said]);
          const char *values[] = { weekday_names[said], weekday_names[is] };
          PlxSpan spans[2] = { word, rest };

          // the date alone, without the comma before it
          if (i + 2 < r->n && rest.end > PLX_TOKEN (self->analysis, i + 1)->span.end)
            spans[1].begin = PLX_TOKEN (self->analysis,
                                        plx_reading_is (r, i + 1, ",") ? i + 2 : i + 1)->span.begin;
          if (spans[1].begin >= spans[1].end)
            spans[1] = time->span;
          plx_checks_add (self, PLX_FINDING_DATE, spans, 2, values, 2, message);
          return;
        }
    }
}

/* ---- the eve of a commemoration --------------------------------------- */

static gboolean
names_country (const Checks *self, const TimeHoliday *holiday, PlxRange words)
{
  for (guint n = 0; holiday->names[n] != NULL; n++)
    {
      g_auto (GStrv) parts = g_strsplit (holiday->names[n], " ", -1);
      guint n_parts = g_strv_length (parts);

      for (guint i = words.begin; n_parts > 0 && i + n_parts <= words.end; i++)
        {
          guint k = 0;

          while (k < n_parts && g_str_equal (self->reading->lower[i + k], parts[k]))
            k++;
          if (k == n_parts)
            return TRUE;
        }
    }
  return FALSE;
}

static guint
match_name (const Checks *self, const char *name, guint i, guint end)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  guint k = 0;

  while (parts[k] != NULL && i + k < end && g_str_equal (self->reading->lower[i + k], parts[k]))
    k++;
  return parts[k] == NULL ? k : 0;
}

/* The commemoration named after @i: of the country that the phrase names, or
 * the only day that any country keeps under this name. */
static const TimeHoliday *
find_holiday (const Checks *self, guint i, guint end, guint *stop)
{
  const TimeHoliday *only = NULL;
  gboolean is_ambiguous = FALSE;

  for (guint k = i; k < MIN (end, i + NAME_REACH); k++)
    for (guint h = 0; h < self->lists->holidays->len; h++)
      {
        const TimeHoliday *holiday = &g_array_index (self->lists->holidays, TimeHoliday, h);
        guint n = match_name (self, holiday->name, k, end);

        if (n == 0)
          continue;
        *stop = k + n;
        if (names_country (self, holiday, (PlxRange) { i, MIN (end, k + n + 4) }))
          return holiday;
        is_ambiguous |= only != NULL
                        && (only->month != holiday->month || only->day != holiday->day);
        only = holiday;
      }
  return is_ambiguous ? NULL : only;
}

static gboolean
is_one_kind (const char *a, const char *b)
{
  return g_str_equal (a, b)
         || ((g_str_equal (a, "meeting") || g_str_equal (a, "talks"))
             && (g_str_equal (b, "meeting") || g_str_equal (b, "talks")));
}

/* The event that the phrase dates: the nearest trigger before it. */
static const PlxEvent *
find_event (const Checks *self, PlxSpan sentence, guint32 before)
{
  const PlxEvent *found = NULL;

  for (guint v = plx_checks_event_at (self, sentence.begin); v < self->analysis->events->len; v++)
    {
      const PlxEvent *event = PLX_EVENT (self->analysis, v);

      if (event->trigger.begin >= before)
        break;
      if (plx_span_contains (sentence, event->trigger))
        found = event;
    }
  return found;
}

/* The first time in the text that dates an event of this kind. */
static const PlxTime *
find_day (const Checks *self, const PlxEvent *dated)
{
  for (guint v = 0; v < self->analysis->events->len; v++)
    {
      const PlxEvent *event = PLX_EVENT (self->analysis, v);

      if (event->time == NULL || !is_one_kind (event->kind, dated->kind)
          || strlen (event->time) < 10 || strchr (event->time, 'X') != NULL)
        continue;
      for (guint t = 0; t < self->analysis->times->len; t++)
        {
          const PlxTime *time = PLX_TIME (self->analysis, t);

          if (time->span.begin > event->trigger.begin && g_str_equal (time->value, event->time)
              && plx_checks_sentence (self, time->span)
                 == plx_checks_sentence (self, event->trigger))
            return time;
        }
    }
  return NULL;
}

static void
check_eve (Checks *self, guint i, guint n_words, int days, guint sentence)
{
  PlxRange range = self->reading->sentences[sentence];
  guint stop = 0;
  const TimeHoliday *holiday = find_holiday (self, i + n_words, range.end, &stop);
  const PlxEvent *event;
  const PlxTime *time;
  GDate day, is;
  PlxSpan spans[2];
  g_autofree char *message = NULL;

  if (holiday == NULL)
    return;
  spans[0] = plx_reading_span (self->reading, (PlxRange) { i, stop });
  event = find_event (self, *PLX_SENTENCE (self->analysis, sentence), spans[0].begin);
  time = event != NULL ? find_day (self, event) : NULL;
  if (time == NULL || !plx_time_parse_date (time->value, &is))
    return;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) holiday->day, (GDateMonth) holiday->month,
                  g_date_get_year (&self->published));
  if (g_date_days_between (&day, &is) == days)
    return;
  spans[1] = time->span;
  message = g_strdup_printf ("%.10s is not the day %s %02d-%02d, the day commemorated",
                             time->value, days < 0 ? "before" : "after", holiday->month,
                             holiday->day);
  {
    g_autofree char *said = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day),
                                             holiday->month, holiday->day);
    g_autofree char *found = g_strndup (time->value, 10);
    const char *values[] = { said, found };

    plx_checks_add (self, PLX_FINDING_DATE, spans, 2, values, 2, message);
  }
}

void
plx_checks_dates (Checks *self)
{
  const PlxReading *r = self->reading;

  for (guint t = 0; t < self->analysis->times->len; t++)
    check_weekday (self, PLX_TIME (self->analysis, t));
  if (!self->is_dated)
    return;
  for (guint s = 0; s < r->n_sentences; s++)
    for (guint i = r->sentences[s].begin; i < r->sentences[s].end; i++)
      {
        guint n_words = 0;
        const char *what = plx_checks_phrase (self, i, r->sentences[s].end, &n_words);

        if (what != NULL && (g_str_equal (what, "eve") || g_str_equal (what, "after")))
          check_eve (self, i, n_words, what[0] == 'e' ? -1 : 1, s);
      }
}
