/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-stamp.h"

#include <string.h>

static gboolean
read_number (const char *text, guint n_digits, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (guint) (text[i] - '0');
    }
  return TRUE;
}

PlxStamp
plx_stamp_read (const char *published)
{
  PlxStamp stamp = { 0, -1 };
  guint year, month, day;
  GDate date;

  if (published == NULL || strlen (published) < 10 || published[4] != '-' || published[7] != '-'
      || !read_number (published, 4, &year) || !read_number (published + 5, 2, &month)
      || !read_number (published + 8, 2, &day)
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return stamp;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  stamp.day = g_date_get_julian (&date);
  if (published[10] != '\0')
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (published, utc);

      if (time != NULL)
        stamp.second = g_date_time_to_unix (time);
    }
  return stamp;
}

gboolean
plx_stamp_precedes (const PlxStamp *a, const PlxStamp *b)
{
  if (a->day == 0 || b->day == 0)
    return FALSE;
  if (a->second >= 0 && b->second >= 0)
    return a->second < b->second;
  return a->day < b->day;
}

int
plx_stamp_compare (const PlxStamp *a, const PlxStamp *b)
{
  if (a->day != b->day)
    return a->day == 0 || (b->day != 0 && a->day > b->day) ? 1 : -1;
  return (a->second > b->second) - (a->second < b->second);
}
