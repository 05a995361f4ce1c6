/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odd-texts.h"

#include <string.h>

static const char * const odd_pieces[] = {
  " ", "\n", "\n\n", "\t", "\r\n", "\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\x8d", "\xef\xbb\xbf",
  "\xe2\x80\xa8", "\xe2\x80\xae", "\xe2\x80\x8f", "\xc2\xad", "\x01", "\x7f", "\x1b[0m",
  "\xef\xbf\xbd", "\xf4\x8f\xbf\xbf", ".", "...", ". . .", "\xe2\x80\xa6", "?!", ",", ";", ":",
  "--", "-", "\xe2\x80\x94", " - ", "\xe2\x80\x93", "\"", "''", "``", "'", "\xe2\x80\x9c",
  "\xe2\x80\x9d", "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xab", "\xc2\xbb", "(", ")", "[", "]",
  "'s", "n't", "$", "%", "\xe2\x82\xac", "#", "@", "&", "*", "/", "\\", "_", "|", "\xc2\xb0",
  "\xc2\xbd", "&nbsp;", "&#8217;", "<p>", "</a>", "<br/>", "<a href=\"x?y=1&z\">", "{{x}}",
  "http://a.b/c?d=e", "a@b.c", "\xf0\x9f\x98\x80", "\xf0\x9f\x87\xb0\xf0\x9f\x87\xb7",
  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", "e\xcc\x81\xcc\xa3", "\xcc\x81", "\xef\xac\x81",
  "\xc4\xb0", "\xc7\x85", "\xc3\x9f", "\xe1\xba\x9e", "\xce\xa3\xcf\x82",
  "\xef\xbc\xa1\xef\xbc\xa2", "\xf0\x9d\x90\x80", "\xea\xb9\x80\xec\xa0\x95\xec\x9d\x80",
  "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0", "\xe6\x96\xb0\xe5\x8d\x8e\xe7\xa4\xbe",
  "\xd8\xa7\xd9\x84\xd8\xb9\xd8\xb1\xd8\xa8", "\xe0\xb9\x84\xe0\xb8\x97\xe0\xb8\xa2", "0", "1",
  "007", "3.14", "1,000,000", "12:61", "99:99", "2021-02-30", "31/31/9999", "0000-00-00", "14th",
  "1990s", "9999999999999999999999999", "1e999", "-0", "\xd9\xa3\xd9\xa4", "half a dozen",
  "two hundred and forty thousand million billion", "May 35, 20211", "Friday",
  "three days before the eve of", "the day after tomorrow", "next", "ago", "Feb. 29, 2023",
  "U.S.", "U. S.", "Mr.", "Gen. Dr. Prof.", "a.m.", "No.", "Inc.", "A", "I", "said", "said that",
  "said. ", "told", "he", "she said he said", "according to", "was quoted as saying",
  "made no mention of", "declined to comment", "the newspaper", "those sources",
  "the two leaders", "the former", "President", "Kim", "Kim Jong Un", "the Ministry of", "of",
  "and", "'s leader", "North Korea", "John", "THE", "who", "that", "not", "no", "-based",
  "Seoul-", "Xi", "(SEOUL) --", "PARIS (AP) -",
};

static const char * const spaces[] = {
  "", "\n", "\t", "  ", "\xc2\xa0", "\xe2\x80\x8b", "\xe3\x80\x80", "-", "_", ".", ", ", "\" ",
};

static const char * const looks_like[][2] = {
  { "l", "1" }, { "o", "0" }, { "m", "rn" }, { "e", "c" }, { "S", "$" }, { "I", "|" },
  { "d", "cl" }, { ".", "," }, { "a", "\xd0\xb0" }, { "i", "\xc4\xb1" }, { "t", "t " },
  { "\"", "''" }, { "h", "li" }, { "s", "5 " }, { "T", "7" },
};

static gint32
below (GRand *random, gsize n)
{
  return n > 1 ? g_rand_int_range (random, 0, (gint32) MIN (n, G_MAXINT32)) : 0;
}

static const char *
pick (GRand *random, const char * const *from, guint n)
{
  return from[below (random, n)];
}

#define PICK(random, from) pick ((random), (from), G_N_ELEMENTS (from))

/* A place of the text that cuts no character, if nothing else has cut one. */
static gsize
some_place (GRand *random, const GString *text)
{
  gsize at = (gsize) below (random, text->len + 1);

  while (at > 0 && at < text->len && ((guchar) text->str[at] & 0xc0) == 0x80)
    at--;
  return at;
}

static void
some_range (GRand *random, const GString *text, gsize *begin, gsize *end)
{
  gsize a = some_place (random, text), b = some_place (random, text);

  // mostly a few words
  if (below (random, 4) > 0)
    b = a + (gsize) below (random, 40);
  b = MIN (b, text->len);
  while (b < text->len && ((guchar) text->str[b] & 0xc0) == 0x80)
    b++;
  *begin = MIN (a, b);
  *end = MAX (a, b);
}

static void
replace (GString *text, gsize begin, gsize end, const char *with)
{
  g_string_erase (text, (gssize) begin, (gssize) (end - begin));
  g_string_insert (text, (gssize) begin, with);
}

static char *
with_other_spaces (const char *piece, GRand *random)
{
  g_auto (GStrv) words = g_strsplit (piece, " ", -1);

  return g_strjoinv (PICK (random, spaces), words);
}

static char *
shuffled (const char *piece, GRand *random)
{
  g_auto (GStrv) words = g_strsplit (piece, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i + 1 < n; i++)
    {
      guint k = i + (guint) below (random, n - i);
      char *kept = words[i];

      words[i] = words[k];
      words[k] = kept;
    }
  return g_strjoinv (" ", words);
}

/* As a scanner reads a bad copy. */
static char *
scanned (const char *piece, GRand *random)
{
  GString *out = g_string_new (NULL);

  for (const char *p = piece; *p != '\0'; p++)
    {
      guint k = (guint) below (random, G_N_ELEMENTS (looks_like));

      if (*p == looks_like[k][0][0] && looks_like[k][0][1] == '\0')
        g_string_append (out, looks_like[k][1]);
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static char *
repeated (const char *piece, GRand *random)
{
  GString *out = g_string_new (NULL);
  guint times = 2 + (guint) below (random, 30);

  for (guint i = 0; i < times && out->len < 4000; i++)
    g_string_append (out, piece);
  return g_string_free (out, FALSE);
}

static char *
random_signs (GRand *random)
{
  GString *out = g_string_new (NULL);
  guint n = 1 + (guint) below (random, 12);

  for (guint i = 0; i < n; i++)
    {
      gunichar c = (gunichar) below (random, below (random, 3) > 0 ? 0x3000 : 0x110000);

      if (c != 0 && g_unichar_validate (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Without the signs that end sentences. */
static char *
unstopped (const char *piece)
{
  char *out = g_strdup (piece);

  return g_strdelimit (out, ".!?\n", ' ');
}

static char *
changed (const char *piece, GRand *random)
{
  switch (below (random, 9))
    {
    case 0: return g_strdup ("");
    case 1: return g_utf8_strup (piece, -1);
    case 2: return g_utf8_strdown (piece, -1);
    case 3: return with_other_spaces (piece, random);
    case 4: return shuffled (piece, random);
    case 5: return scanned (piece, random);
    case 6: return repeated (piece, random);
    case 7: return unstopped (piece);
    default: return g_utf8_strreverse (piece, -1);
    }
}

static void
mutate (GString *text, GRand *random, GPtrArray *seeds)
{
  gsize begin, end;
  g_autofree char *piece = NULL, *other = NULL;

  some_range (random, text, &begin, &end);
  piece = g_strndup (text->str + begin, end - begin);
  switch (below (random, 8))
    {
    case 0: case 1: case 2:
      g_string_insert (text, (gssize) begin, PICK (random, odd_pieces));
      break;
    case 3:
      other = random_signs (random);
      g_string_insert (text, (gssize) begin, other);
      break;
    case 4:   // a piece of another text
      {
        const char *seed = g_ptr_array_index (seeds, below (random, seeds->len));
        g_autoptr (GString) whole = g_string_new (seed);

        some_range (random, whole, &begin, &end);
        g_string_insert_len (text, (gssize) some_place (random, text), whole->str + begin,
                             (gssize) MIN (end - begin, 500));
        break;
      }
    default:
      other = changed (piece, random);
      replace (text, begin, end, other);
    }
}

static void
cut_to_some (GString *text, GRand *random)
{
  static const gsize lengths[] = { 8, 60, 300, 300, 600, 600, 1200, 3000 };
  gsize begin = some_place (random, text);
  gsize length = lengths[below (random, G_N_ELEMENTS (lengths))];

  g_string_erase (text, 0, (gssize) begin);
  if (text->len > length)
    {
      while (length < text->len && ((guchar) text->str[length] & 0xc0) == 0x80)
        length++;
      g_string_truncate (text, length);
    }
}

GString *
plx_odd_text (GRand *random, GPtrArray *seeds)
{
  GString *text = g_string_new (g_ptr_array_index (seeds, below (random, seeds->len)));
  guint n = (guint) below (random, 8);

  cut_to_some (text, random);
  for (guint i = 0; i < n; i++)
    mutate (text, random, seeds);
  // sometimes no UTF-8 at all
  if (below (random, 40) == 0 && text->len > 0)
    text->str[below (random, text->len)] = (char) below (random, 256);
  return text;
}
