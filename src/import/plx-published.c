/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-import-private.h"

#include <stdio.h>
#include <string.h>

/* Dates as files write them, to ISO 8601, never more exact than written. What
 * could be read in two ways ("03/04/2024") is not read at all. */

static gboolean
add_months (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  GHashTable *months = user_data;
  int month = atoi (fields[0]);

  for (guint i = 1; i < n_fields; i++)
    g_hash_table_insert (months, g_utf8_casefold (fields[i], -1), GINT_TO_POINTER (month));
  return TRUE;
}

static GHashTable *
get_months (void)
{
  static GHashTable *months;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      plx_data_read_table ("import/months.tsv", add_months, months, NULL);
      g_once_init_leave (&once, 1);
    }
  return months;
}

/* 1 to 12; 0: not a month's name. */
int
plx_published_month (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (get_months (), folded));
}

static gboolean
is_day (int year, int month, int day)
{
  return year >= 1600 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* The names that mail and feeds give to zones; others mean several and are left out. */
static const char *
find_named_zone (const char *p)
{
  static const struct { const char name[5]; const char zone[7]; } zones[] = {
    { "EST", "-05:00" }, { "EDT", "-04:00" }, { "CST", "-06:00" }, { "CDT", "-05:00" },
    { "MST", "-07:00" }, { "MDT", "-06:00" }, { "PST", "-08:00" }, { "PDT", "-07:00" },
    { "CET", "+01:00" }, { "CEST", "+02:00" }, { "JST", "+09:00" }, { "KST", "+09:00" },
    { "UT", "Z" },
  };
  gsize n = 0;

  while (g_ascii_isalpha (p[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strlen (zones[i].name) == n && strncmp (p, zones[i].name, n) == 0)
      return zones[i].zone;
  return NULL;
}

/* "+0200", "+02:00", " Z", " GMT", " EST" → "+02:00", "Z"; what is no zone gives "". */
static void
read_zone (const char *p, char zone[7])
{
  int hours, minutes = 0;
  char sign;
  const char *named;

  zone[0] = '\0';
  while (*p == ' ')
    p++;
  if (*p == 'Z' || *p == 'z' || g_str_has_prefix (p, "GMT") || g_str_has_prefix (p, "UTC"))
    g_strlcpy (zone, "Z", 7);
  else if ((named = find_named_zone (p)) != NULL)
    g_strlcpy (zone, named, 7);
  else if ((*p == '+' || *p == '-')
           && (sscanf (p, "%c%2d:%2d", &sign, &hours, &minutes) >= 3
               || sscanf (p, "%c%2d%2d", &sign, &hours, &minutes) >= 2)
           && hours >= 0 && hours <= 14 && minutes >= 0 && minutes < 60)
    g_snprintf (zone, 7, "%c%02d:%02d", sign, hours, minutes);
}

/* "T192751+1100", as agencies write it: "T19:27:51+1100"; NULL: not written so. */
static char *
spread_clock (const char *rest)
{
  gsize n = *rest == 'T' ? strspn (rest + 1, "0123456789") : 0;

  if (n == 6)
    return g_strdup_printf ("T%.2s:%.2s:%.2s%s", rest + 1, rest + 3, rest + 5, rest + 7);
  return n == 4 ? g_strdup_printf ("T%.2s:%.2s%s", rest + 1, rest + 3, rest + 5) : NULL;
}

/* The clock and zone after a date; nothing of the sort leaves the date alone. */
static char *
with_time (int year, int month, int day, const char *rest)
{
  int hour, minute, second = 0, n = 0, used;
  char zone[7] = "";
  char *date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  g_autofree char *spread = spread_clock (rest);
  char *full;

  if (spread != NULL)
    rest = spread;
  while (*rest != '\0' && strchr ("Tt ,-", *rest) != NULL)
    rest++;
  if (sscanf (rest, "%2d:%2d%n", &hour, &minute, &n) < 2 || n == 0 || hour < 0 || hour > 23
      || minute < 0 || minute > 59)
    return date;
  rest += n;
  if (sscanf (rest, ":%2d%n", &second, &used) == 1 && second >= 0 && second < 61)
    rest += used;
  if (*rest == '.' || *rest == ',')
    rest += 1 + strspn (rest + 1, "0123456789");
  if (g_ascii_strncasecmp (rest + strspn (rest, " "), "pm", 2) == 0 && hour < 12)
    hour += 12;
  else if (g_ascii_strncasecmp (rest + strspn (rest, " "), "am", 2) == 0 && hour == 12)
    hour = 0;
  read_zone (rest, zone);
  full = g_strdup_printf ("%sT%02d:%02d:%02d%s", date, hour, minute, second, zone);
  g_free (date);
  return full;
}

static char *
parse_iso (const char *p)
{
  int year, month, day, n = 0;

  if (sscanf (p, "%4d-%2d-%2d%n", &year, &month, &day, &n) == 3 && n >= 8)
    return is_day (year, month, day) ? with_time (year, month, day, p + n) : NULL;
  if (sscanf (p, "%4d/%2d/%2d%n", &year, &month, &day, &n) == 3 && n >= 8)
    return is_day (year, month, day) ? with_time (year, month, day, p + n) : NULL;
  if (strspn (p, "0123456789") == 8 && sscanf (p, "%4d%2d%2d%n", &year, &month, &day, &n) == 3)
    return is_day (year, month, day) ? with_time (year, month, day, p + n) : NULL;
  if (strspn (p, "0123456789") == 14 && sscanf (p, "%4d%2d%2d", &year, &month, &day) == 3)
    {
      g_autofree char *clock = g_strdup_printf ("T%s", p + 8);

      return is_day (year, month, day) ? with_time (year, month, day, clock) : NULL;
    }
  if (strlen (p) == 7 && sscanf (p, "%4d-%2d%n", &year, &month, &n) == 2 && n == 7
      && is_day (year, month, 1))
    return g_strdup (p);
  if (strlen (p) == 4 && strspn (p, "0123456789") == 4 && is_day (atoi (p), 1, 1))
    return g_strdup (p);
  return NULL;
}

/* 2031年5月14日, 2031년 5월 14일 */
static char *
parse_east_asian (const char *text)
{
  static GRegex *regex;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL, *month = NULL, *day = NULL;
  int end;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^[^0-9]{0,30}([0-9]{4}) ?[年년] ?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일]",
                           G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  day = g_match_info_fetch (match, 3);
  g_match_info_fetch_pos (match, 0, NULL, &end);
  if (!is_day (atoi (year), atoi (month), atoi (day)))
    return NULL;
  return with_time (atoi (year), atoi (month), atoi (day), text + end);
}

typedef struct {
  int numbers[2];
  int n_numbers;
  int month;
  gsize n_digits;       // of the last number
  gboolean is_between;  // the month stands between the numbers
  const char *clock;    // a clock that came before the year; NULL
} DateWords;

static void
add_date_word (DateWords *words, const char *word, const char *start, const char **end)
{
  if (words->month == 0 && !g_ascii_isdigit (*word))
    {
      words->month = plx_published_month (word);
      words->is_between = words->n_numbers == 1;
    }
  else if (words->n_numbers < 2 && g_ascii_isdigit (*word))
    {
      if (**end == ':')        // a clock before the date: "06:00, 14 May 2031"
        {
          words->clock = start;
          *end += strspn (*end, ":0123456789");
        }
      else
        {
          words->numbers[words->n_numbers++] = atoi (word);
          words->n_digits = strlen (word);
        }
    }
}

/* "Wed, 14 May 25 06:00:00 +0200": the year that old mail writes, known by the
 * clock behind it; RFC 2822 says which century. 0: no such year. */
static int
widen_year (const DateWords *words, const char *rest)
{
  int year = words->numbers[1], hour, minute;

  if (!words->is_between || words->n_digits > 3 || words->n_digits < 2
      || (words->clock == NULL && sscanf (rest, " %2d:%2d", &hour, &minute) != 2))
    return 0;
  return year < 50 && words->n_digits == 2 ? 2000 + year : 1900 + year;
}

/* "14 May 2031", "May 14, 2031", "Wed, 14 May 2031 06:00:00 GMT", "14. Mai 2031":
 * a month's name with a day and a year beside it. */
static char *
parse_words (const char *text)
{
  DateWords words = { { 0 }, 0, 0, 0, FALSE, NULL };
  int n_words = 0, year;
  const char *p = text;

  while (*p != '\0' && n_words++ < 10 && (words.month == 0 || words.n_numbers < 2))
    {
      const char *start;
      g_autofree char *word = NULL;

      while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word = g_strndup (start, (gsize) (p - start));
      add_date_word (&words, word, start, &p);
    }
  if (words.month == 0 || words.n_numbers < 2)
    return NULL;
  year = widen_year (&words, p);
  if (words.clock != NULL)
    p = words.clock;
  if (year > 0 && is_day (year, words.month, words.numbers[0]))
    return with_time (year, words.month, words.numbers[0], p);
  if (words.numbers[1] > 31 && is_day (words.numbers[1], words.month, words.numbers[0]))
    return with_time (words.numbers[1], words.month, words.numbers[0], p);
  if (words.numbers[0] > 31 && is_day (words.numbers[0], words.month, words.numbers[1]))
    return with_time (words.numbers[0], words.month, words.numbers[1], p);
  return NULL;
}

/* "14.05.2031": with dots the day comes first wherever it is written so;
 * "25/12/2031": only one order makes a date. */
static char *
parse_numbers (const char *p)
{
  int day, month, year, n = 0;
  char a, b;

  if (sscanf (p, "%2d%c%2d%c%4d%n", &day, &a, &month, &b, &year, &n) != 5 || a != b || year < 1600)
    return NULL;
  if (a == '.' && is_day (year, month, day))
    return with_time (year, month, day, p + n);
  if ((a == '/' || a == '-') && day > 12 && is_day (year, month, day))
    return with_time (year, month, day, p + n);
  if ((a == '/' || a == '-') && month > 12 && is_day (year, day, month))
    return with_time (year, day, month, p + n);
  return NULL;
}

/* Seconds or milliseconds since 1970. */
static char *
parse_epoch (const char *p)
{
  gsize n = strspn (p, "0123456789");
  gint64 value;
  g_autoptr (GDateTime) when = NULL;

  if (p[n] != '\0' || (n != 10 && n != 13))
    return NULL;
  value = g_ascii_strtoll (p, NULL, 10) / (n == 13 ? 1000 : 1);
  when = g_date_time_new_from_unix_utc (value);
  return when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/**
 * plx_published_parse:
 *
 * Returns: (transfer full): ISO 8601 as exact as @text, NULL: no date, or one
 *   that could be read in two ways
 */
char *
plx_published_parse (const char *text)
{
  char *(*const readers[]) (const char *) = {
    parse_epoch, parse_iso, parse_east_asian, parse_numbers, parse_words,
  };

  if (text == NULL || strlen (text) > 200)
    return NULL;
  while (*text != '\0' && g_ascii_isspace (*text))
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      char *found = readers[i] (text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* @rest: what follows the date; a clock there counts. NULL: there is no such day. */
char *
plx_published_at (int year, int month, int day, const char *rest)
{
  return is_day (year, month, day) ? with_time (year, month, day, rest) : NULL;
}
