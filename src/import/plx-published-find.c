/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-import-private.h"

#include <string.h>

/* A day named anywhere in a line that a reader sees: "Posted by Ana on 14 May
 * 2031 at 06:00". Numbers with two readings count only where the page's
 * language settles which. */

/* -- the order of day and month -- */

static gboolean
add_order (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxDayOrder order = strcmp (fields[0], "day-first") == 0 ? PLX_DAY_ORDER_DAY_FIRST
                                                            : PLX_DAY_ORDER_MONTH_FIRST;

  for (guint i = 1; i < n_fields; i++)
    g_hash_table_insert (user_data, g_ascii_strdown (fields[i], -1), GINT_TO_POINTER (order));
  return TRUE;
}

static GHashTable *
get_orders (void)
{
  static GHashTable *orders;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      orders = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/date-orders.tsv", add_order, orders, NULL);
      g_once_init_leave (&once, 1);
    }
  return orders;
}

/**
 * plx_published_order:
 * @language: BCP 47, NULL: not known
 *
 * Returns: how "03/04/2024" is read in it; unknown where both are used
 */
PlxDayOrder
plx_published_order (const char *language)
{
  g_autofree char *tag = language != NULL ? g_ascii_strdown (language, -1) : NULL;
  gpointer found;

  if (tag == NULL)
    return PLX_DAY_ORDER_UNKNOWN;
  found = g_hash_table_lookup (get_orders (), tag);
  if (found == NULL)
    {
      tag[strcspn (tag, "-")] = '\0';
      found = g_hash_table_lookup (get_orders (), tag);
    }
  return (PlxDayOrder) GPOINTER_TO_INT (found);
}

/* -- one date -- */

static gboolean
is_day (int year, int month, int day)
{
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

typedef struct {
  int year, month, day;
  const char *end;
} Found;

static int
read_number (const char **p, int max_digits)
{
  int value = 0, n = 0;

  while (g_ascii_isdigit (**p) && n <= max_digits)
    {
      value = value * 10 + (**p - '0');
      (*p)++;
      n++;
    }
  return n > 0 && n <= max_digits && !g_ascii_isdigit (**p) ? value : -1;
}

static const char *
skip_blanks (const char *p)
{
  for (;;)
    if (*p == ' ')
      p++;
    else if (g_str_has_prefix (p, "\302\240"))
      p += 2;
    else
      return p;
}

/* The word at @p, casefolded, of at most 30 bytes; @p moves past it. */
static char *
read_word (const char **p)
{
  const char *start = *p;

  while (**p != '\0' && *p - start < 30 && g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  return g_utf8_casefold (start, *p - start);
}

/* "14" of 2014: the century that does not lie ahead. */
static int
whole_year (int year, int n_digits)
{
  g_autoptr (GDateTime) now = NULL;

  if (n_digits == 4)
    return year;
  now = g_date_time_new_now_utc ();
  return year + (year + 2000 <= g_date_time_get_year (now) + 1 ? 2000 : 1900);
}

static int
read_year (const char **p, gboolean may_be_short)
{
  const char *start = *p;
  int year = read_number (p, 4);
  int n = (int) (*p - start);

  if (year < 0 || (n != 4 && !(n == 2 && may_be_short)))
    return -1;
  return whole_year (year, n);
}

/* "2031-05-14", "2031/5/14", "2031. 5. 14", "2031年5月14日" */
static gboolean
match_year_first (const char *p, Found *found)
{
  static const char * const marks[][2] = { { "-", "-" }, { "/", "/" }, { ".", "." }, { "-", "/" },
                                           { "年", "月" }, { "년", "월" } };
  int year = read_number (&p, 4);

  p = skip_blanks (p);
  for (guint i = 0; year >= 1900 && i < G_N_ELEMENTS (marks); i++)
    {
      const char *q = p;
      int month, day;

      if (!g_str_has_prefix (q, marks[i][0]))
        continue;
      q = skip_blanks (q + strlen (marks[i][0]));
      month = read_number (&q, 2);
      q = skip_blanks (q);
      if (month < 0 || !g_str_has_prefix (q, marks[i][1]))
        continue;
      q = skip_blanks (q + strlen (marks[i][1]));
      day = read_number (&q, 2);
      if (day < 0 || !is_day (year, month, day))
        continue;
      if (g_str_has_prefix (q, "日") || g_str_has_prefix (q, "일"))
        q += 3;
      *found = (Found) { year, month, day, q };
      return TRUE;
    }
  return FALSE;
}

/* "14.05.2031", "14. 5. 31", "14/05/2031", "14-05-2031" */
static gboolean
match_numbers (const char *p, PlxDayOrder order, Found *found)
{
  int first = read_number (&p, 2), second, year;
  char mark = *p;

  if (first < 1 || (mark != '.' && mark != '/' && mark != '-'))
    return FALSE;
  p = mark == '.' ? skip_blanks (p + 1) : p + 1;
  second = read_number (&p, 2);
  if (second < 1 || *p != mark)
    return FALSE;
  p = mark == '.' ? skip_blanks (p + 1) : p + 1;
  year = read_year (&p, mark != '-');
  if (year < 1900 || g_unichar_isalnum (g_utf8_get_char (p)))
    return FALSE;
  if (mark != '.' && (first <= 12 && second <= 12 && first != second)
      && order == PLX_DAY_ORDER_UNKNOWN)
    return FALSE;
  if (mark != '.' && second <= 31 && (second > 12 || (order == PLX_DAY_ORDER_MONTH_FIRST
                                                      && first <= 12)))
    {
      int swapped = first;

      first = second;
      second = swapped;
    }
  *found = (Found) { year, second, first, p };
  return is_day (year, second, first);
}

/* Past "de", "of", "." and the like between the parts of a date. */
static const char *
skip_joint (const char *p)
{
  static const char * const words[] = { "de ", "del ", "of ", "d'", "do ", "di ", "г. " };

  for (;;)
    {
      const char *start = p;

      p = skip_blanks (p);
      if (*p == ',' || *p == '.')
        p++;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_ascii_strncasecmp (p, words[i], strlen (words[i])) == 0)
          p += strlen (words[i]);
      if (p == start)
        return p;
    }
}

static const char *
skip_ordinal (const char *p)
{
  static const char * const endings[] = { "st", "nd", "rd", "th", "er", "º", "ª", "°", "e", "." };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (p, endings[i], strlen (endings[i])) == 0
        && !g_unichar_isalpha (g_utf8_get_char (p + strlen (endings[i]))))
      return p + strlen (endings[i]);
  return p;
}

/* "14 May 2031", "14. Mai 2031", "14 de mayo de 2031", "14th of May, 2031" */
static gboolean
match_day_month (const char *p, Found *found)
{
  int day = read_number (&p, 2), month, year;
  g_autofree char *word = NULL;

  if (day < 1)
    return FALSE;
  p = skip_ordinal (p);
  p = *p == '-' ? p + 1 : skip_joint (p);
  word = read_word (&p);
  month = *word != '\0' ? plx_published_month (word) : 0;
  if (month == 0)
    return FALSE;
  p = *p == '-' ? p + 1 : skip_joint (p);
  year = read_year (&p, FALSE);
  *found = (Found) { year, month, day, p };
  return is_day (year, month, day);
}

/* "May 14, 2031", "Mai 14th 2031" */
static gboolean
match_month_day (const char *p, Found *found)
{
  g_autofree char *word = read_word (&p);
  int month = *word != '\0' ? plx_published_month (word) : 0, day, year;

  if (month == 0)
    return FALSE;
  p = skip_blanks (*p == '.' ? p + 1 : p);
  day = read_number (&p, 2);
  if (day < 1)
    return FALSE;
  p = skip_joint (skip_ordinal (p));
  year = read_year (&p, FALSE);
  *found = (Found) { year, month, day, p };
  return is_day (year, month, day);
}

/* Past what stands between a date and its clock: blanks, marks, "at", "um". */
static const char *
skip_to_clock (const char *p)
{
  enum { MAX_LETTERS = 4, MAX_SIGNS = 8 };
  const char *start = p;
  guint n_letters = 0, n_signs = 0;

  if (*p == 'T' || *p == 't')
    p++;
  while (*p != '\0' && !g_ascii_isdigit (*p) && n_letters <= MAX_LETTERS && n_signs <= MAX_SIGNS)
    {
      n_letters += g_unichar_isalpha (g_utf8_get_char (p));
      n_signs++;
      p = g_utf8_next_char (p);
    }
  return g_ascii_isdigit (*p) && n_letters <= MAX_LETTERS && n_signs <= MAX_SIGNS ? p : start;
}

/**
 * plx_published_find:
 * @order: how numbers with two readings are read; unknown: not at all
 * @start: (out): where it begins
 * @end: (out): where it ends, its clock left out
 *
 * Returns: (transfer full) (nullable): the first day that @text names, with the
 *   clock after it; ISO 8601
 */
char *
plx_published_find (const char *text, PlxDayOrder order, gsize *start, gsize *end)
{
  gboolean at_word = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Found found;
      gboolean is_found = FALSE;

      if (at_word && c < 0x80 && g_ascii_isdigit ((char) c))
        is_found = match_year_first (p, &found) || match_numbers (p, order, &found)
                   || match_day_month (p, &found);
      else if (at_word && g_unichar_isalpha (c))
        is_found = match_month_day (p, &found);
      if (is_found)
        {
          *start = (gsize) (p - text);
          *end = (gsize) (found.end - text);
          return plx_published_at (found.year, found.month, found.day, skip_to_clock (found.end));
        }
      at_word = !g_unichar_isalnum (c) || c >= 0x2e80;
    }
  return NULL;
}
