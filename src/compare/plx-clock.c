/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-numbers.h"

#include <string.h>

/* Times of day: "9:40 a.m.", "half past nine in the evening", "noon". */

enum { NOON = 12, HOUR = 60 };

/* "a.m." is cut into two terms or written as one; the terms it takes. */
static guint
half_at (const PlxFactReader *self, guint i, gboolean *pm)
{
  g_autofree char *word = plx_fact_word (self, i);
  gboolean am = g_str_has_prefix (word, "a.m") || strcmp (word, "am") == 0;

  *pm = g_str_has_prefix (word, "p.m") || strcmp (word, "pm") == 0;
  if (am || *pm)
    return 1;
  *pm = strcmp (word, "p") == 0;
  return (*pm || strcmp (word, "a") == 0) && plx_fact_is (self, i + 1, "m") ? 2 : 0;
}

/* "in the morning", "in the evening", "at night": the terms, 0: none. */
static guint
part_at (const PlxFactReader *self, guint i, gboolean *pm)
{
  guint n = plx_fact_is (self, i, "in") && plx_fact_is (self, i + 1, "the") ? 2
            : plx_fact_is (self, i, "at") || plx_fact_is (self, i, "this") ? 1 : 0;

  if (n == 0)
    return 0;
  *pm = plx_fact_is (self, i + n, "evening") || plx_fact_is (self, i + n, "afternoon")
        || plx_fact_is (self, i + n, "night");
  return *pm || plx_fact_is (self, i + n, "morning") ? n + 1 : 0;
}

static gboolean
hour_at (const PlxFactReader *self, guint i, double *hour)
{
  g_autofree char *word = plx_fact_word (self, i);
  const PlxNumberWord *number = plx_lexicon_number (self->vocabulary->lexicon, word);
  double step;

  if (number != NULL && number->kind == PLX_NUMBER_PLAIN)
    *hour = number->low;
  else if (!plx_number_parse (word, hour, &step) || strchr (word, '.') != NULL)
    return FALSE;
  return *hour >= 1 && *hour <= NOON;
}

/* "half past", "twenty minutes before": minutes, and whether they are to come. */
static guint
offset_at (const PlxFactReader *self, guint i, double *minutes)
{
  g_autofree char *word = plx_fact_word (self, i);
  gboolean article = strcmp (word, "a") == 0;
  guint next = i + 1 + article;
  PlxNumber number;

  if (plx_fact_is (self, i + article, "quarter"))
    *minutes = 15;
  else if (plx_fact_is (self, i + article, "half"))
    *minutes = 30;
  else
    {
      next = plx_number_read (self, i, &number);
      if (next == i || number.low < 1 || number.high >= HOUR || number.vague || number.share)
        return i;
      *minutes = number.low;
    }
  if (plx_fact_is (self, next, "minutes"))
    next++;
  if (plx_fact_is (self, next, "to") || plx_fact_is (self, next, "before"))
    *minutes = -*minutes;
  else if (!plx_fact_is (self, next, "past") && !plx_fact_is (self, next, "after"))
    return i;
  return next + 1;
}

/* "12 noon", "midnight" */
static guint
read_named (const PlxFactReader *self, guint i, double *minutes)
{
  if (plx_fact_is (self, i, "noon") || plx_fact_is (self, i, "midday"))
    *minutes = NOON * HOUR;
  else if (plx_fact_is (self, i, "midnight"))
    *minutes = 0;
  else
    return i;
  return i + 1;
}

static double
of_day (double hour, gboolean pm)
{
  return pm && hour < NOON ? hour + NOON : !pm && hour >= NOON && hour < NOON + 1 ? hour - NOON
                                                                                 : hour;
}

/* "half past nine in the evening", "ten in the morning", "nine o'clock" */
static guint
read_spoken (const PlxFactReader *self, guint i, double *minutes)
{
  double offset = 0.0, hour;
  guint next = offset_at (self, i, &offset), n;
  gboolean has_offset = next > i, pm = FALSE;

  if (!hour_at (self, next, &hour) || (has_offset && plx_fact_unit (self, next + 1) != NULL))
    return i;
  next++;
  if (plx_fact_is (self, next, "o'clock"))
    {
      next++;
      has_offset = TRUE;
    }
  n = half_at (self, next, &pm);
  n = n > 0 ? n : part_at (self, next, &pm);
  if (n == 0)
    return i;
  *minutes = of_day (hour, pm) * HOUR + offset;
  return next + n;
}

/* "9:40", "9:40 a.m.", "4 p.m." */
static guint
read_written (const PlxFactReader *self, guint i, double *minutes)
{
  g_autofree char *word = plx_fact_word (self, i);
  char *colon = strchr (word, ':');
  guint hour = (guint) g_ascii_strtoull (word, NULL, 10);
  guint minute = colon != NULL ? (guint) g_ascii_strtoull (colon + 1, NULL, 10) : 0;
  gboolean pm = FALSE;
  guint n = half_at (self, i + 1, &pm), part = 0;

  if (!g_ascii_isdigit (*word) || hour > 24 || minute > 59 || (colon == NULL && n == 0)
      || strspn (word, "0123456789:") != strlen (word))
    return i;
  if (n == 0)
    part = part_at (self, i + 1, &pm);
  *minutes = (n + part > 0 ? of_day (hour, pm) : hour) * HOUR + minute;
  return i + 1 + n + part;
}

static gboolean
is_zone (const PlxFactReader *self, guint i)
{
  static const char *const zones[] = { "gmt", "utc", "est", "edt", "et", "eastern", "pacific",
                                       "cet", "bst", "pt", "pst" };

  for (guint k = 0; k < G_N_ELEMENTS (zones); k++)
    if (plx_fact_is (self, i, zones[k]))
      return TRUE;
  return FALSE;
}

guint
plx_clock_read (const PlxFactReader *self, guint i, double *minutes, gboolean *elsewhere)
{
  guint next = read_named (self, i, minutes);

  if (next == i)
    next = read_written (self, i, minutes);
  if (next == i)
    next = read_spoken (self, i, minutes);
  *elsewhere = next > i && is_zone (self, next);
  return next;
}
