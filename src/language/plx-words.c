/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-words.h"

#include <string.h>

/* A scanner by hand: one pass, no backtracking further than one number. */

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static guint
count_digits (const char *p, const char *end)
{
  guint n = 0;

  while (p + n < end && is_digit (p[n]))
    n++;
  return n;
}

/* d:dd, d:dd:dd: the length, 0 when none */
static guint
scan_clock (const char *p, const char *end)
{
  guint a = count_digits (p, end);

  if (a == 0 || a > 2 || p + a >= end || p[a] != ':' || count_digits (p + a + 1, end) != 2)
    return 0;
  if (p + a + 3 < end && p[a + 3] == ':' && count_digits (p + a + 4, end) == 2)
    return a + 6;
  return a + 3;
}

/* dddd-d-d, d-d-dddd with any of "-/.", d/d/dd and d/d: the length, 0 when none.
 * With points the year has four digits: "1.2.3" is a version. */
static guint
scan_date (const char *p, const char *end)
{
  guint a = count_digits (p, end), b, c;
  char sign = p + a < end ? p[a] : '\0';

  if (a == 0 || a > 4 || a == 3 || (sign != '-' && sign != '/' && sign != '.'))
    return 0;
  b = count_digits (p + a + 1, end);
  if (b == 0 || b > 2)
    return 0;
  if (p + a + 1 + b >= end || p[a + 1 + b] != sign)
    return sign == '/' && a < 3 ? a + 1 + b : 0;
  c = count_digits (p + a + 2 + b, end);
  if (c == 0 && sign == '/' && a < 3)
    return a + 1 + b;
  if ((a == 4 && c >= 1 && c <= 2) || (a <= 2 && (c == 4 || (sign == '/' && c == 2))))
    return a + b + c + 2;
  return 0;
}

/* 40,000 · 2.5 · 14th · 1990s */
static guint
scan_number (const char *p, const char *end)
{
  guint n = MAX (scan_clock (p, end), scan_date (p, end));
  static const char *const endings[] = { "st", "nd", "rd", "th", "s" };

  if (n > 0)
    return n;
  n = count_digits (p, end);
  while (n <= 12 && p + n < end && p[n] == ',' && count_digits (p + n + 1, end) == 3)
    n += 4;
  if (p + n + 1 < end && p[n] == '.' && is_digit (p[n + 1]))
    n += 1 + count_digits (p + n + 1, end);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize l = strlen (endings[i]);

      if (p + n + l <= end && g_ascii_strncasecmp (p + n, endings[i], l) == 0
          && (p + n + l == end || !g_ascii_isalpha (p[n + l])))
        return n + (guint) l;
    }
  return n;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* "a.m.", "U.S.": single letters with full stops, at least two */
static guint
scan_initials (const char *p, const char *end)
{
  guint n = 0;

  while (p + n + 1 < end && g_ascii_isalpha (p[n]) && p[n + 1] == '.')
    n += 2;
  return n >= 4 ? n : 0;
}

static guint
scan_letters (const char *p, const char *end)
{
  const char *q = p;
  guint n = scan_initials (p, end);

  if (n > 0)
    return n;
  while (q < end && is_letter (g_utf8_get_char (q)))
    q = g_utf8_next_char (q);
  return (guint) (q - p);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static const char *
fold_sign (gunichar c)
{
  if (is_apostrophe (c))
    return "'";
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212)
    return "-";
  return NULL;
}

static void
add_word (PlxWords *self, const char *text, const char *p, guint n, PlxWordKind kind)
{
  PlxWord word = { .kind = kind };
  gunichar first = g_utf8_get_char (p);
  const char *folded = kind == PLX_WORD_SIGN ? fold_sign (first) : NULL;

  word.span.begin = (guint32) (p - text);
  word.span.end = word.span.begin + n;
  word.capital = g_unichar_isupper (first);
  if (folded != NULL)
    word.lower = folded;
  else
    {
      g_autofree char *lower = g_utf8_strdown (p, (gssize) n);

      word.lower = g_string_chunk_insert_const (self->chunk, lower);
    }
  g_array_append_val (self->array, word);
}

/**
 * plx_words_new:
 * @text: valid UTF-8; borrowed for the call
 */
PlxWords *
plx_words_new (const char *text, guint32 n_bytes)
{
  PlxWords *self = g_new0 (PlxWords, 1);
  const char *p = text, *end = text + n_bytes;

  self->array = g_array_new (FALSE, FALSE, sizeof (PlxWord));
  self->chunk = g_string_chunk_new (4096);
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      guint n = (guint) (g_utf8_next_char (p) - p);

      if (c == '\n')
        add_word (self, text, p, n, PLX_WORD_BREAK);
      else if (is_digit (*p))
        add_word (self, text, p, n = scan_number (p, end), PLX_WORD_NUMBER);
      else if (is_letter (c))
        add_word (self, text, p, n = scan_letters (p, end), PLX_WORD_LETTERS);
      else if (!g_unichar_isspace (c))
        add_word (self, text, p, n, PLX_WORD_SIGN);
      p += n;
    }
  return self;
}

void
plx_words_free (PlxWords *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->array);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

/* The first word that ends after @byte, or the number of words. */
gint
plx_words_at (const PlxWords *self, guint32 byte)
{
  guint low = 0, high = self->array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (PLX_WORD (self, middle)->span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return (gint) low;
}
