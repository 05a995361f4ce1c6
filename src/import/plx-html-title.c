/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-html-title.h"

#include <string.h>

/* Four tell the headline: the data, the sharing card, <title>, and the headings
 * a reader sees. Each is first freed of what is no headline (the site's name
 * after a dash, a kicker before it); then what two of them agree on is right. */

/* -- comparing -- */

static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0xb4: case '`':
      return '\'';
    case 0x201c: case 0x201d: case 0x201e: case 0xab: case 0xbb:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
      return '-';
    case 0xa0: case 0x2009: case 0x202f: case '\t': case '\n': case '\r':
      return ' ';
    default:
      return c;
    }
}

static char *
fold_title (const char *text)
{
  GString *out = g_string_new (NULL);
  char *folded;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_char (g_utf8_get_char (p));

      if (c == 0xad || c == 0x200b
          || (c == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ')))
        continue;
      g_string_append_unichar (out, c);
    }
  g_strchomp (out->str);
  folded = g_utf8_casefold (out->str, -1);
  g_string_free (out, TRUE);
  return folded;
}

/* "theexample" of "The Example!" */
static char *
letters_of (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* Letters and digits tell titles apart, nothing else. */
static gboolean
same (const char *a, const char *b)
{
  g_autofree char *x = a != NULL ? letters_of (a) : NULL;
  g_autofree char *y = b != NULL ? letters_of (b) : NULL;

  return x != NULL && y != NULL && *x != '\0' && strcmp (x, y) == 0;
}

/* The longest part of the host: "example" of "https://www.example.co.uk/a". */
static char *
host_of (const char *address)
{
  const char *start = address != NULL ? strstr (address, "://") : NULL;
  const char *best = "", *p = start != NULL ? start + 3 : "";
  gsize n_best = 0;

  while (*p != '\0' && strchr ("/?#:", *p) == NULL)
    {
      gsize n = strcspn (p, "./?#:");

      if (n > n_best)
        {
          best = p;
          n_best = n;
        }
      p += n + (p[n] == '.');
    }
  return g_strndup (best, n_best);
}

/* Does @text name the site: by its name, or by its address? */
static gboolean
names_site (const char *text, const char *site, const char *address)
{
  g_autofree char *host = host_of (address);
  g_autofree char *name = letters_of (text), *in_host = letters_of (host);
  g_autofree char *own = site != NULL ? letters_of (site) : NULL;

  if (strlen (name) < 3)
    return FALSE;
  if (own != NULL && strlen (own) >= 3
      && (strcmp (own, name) == 0 || (strlen (name) > 5 && g_str_has_prefix (own, name))
          || (g_str_has_prefix (name, own) && strlen (name) < strlen (own) + 12)))
    return TRUE;
  return strlen (name) > 3 && strlen (name) * 2 > strlen (host) && strstr (in_host, name) != NULL;
}

/* -- parts of a title -- */

/* The next divider at or after @p: " | ", " - ", "｜"; NULL. */
static const char *
find_divider (const char *p, gsize *n)
{
  static const char * const wide[] = { "｜", "│" };
  static const char * const marks[]
    = { "|", "-", "–", "—", "::", "·", "»", "«", "/", "•", "*", "ǀ" };

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
        if (g_str_has_prefix (p, wide[i]))
          {
            *n = strlen (wide[i]);
            return p;
          }
      for (guint i = 0; *p == ' ' && i < G_N_ELEMENTS (marks); i++)
        {
          gsize n_mark = strlen (marks[i]);

          if (strncmp (p + 1, marks[i], n_mark) == 0 && p[1 + n_mark] == ' ')
            {
              *n = n_mark + 2;
              return p;
            }
        }
    }
  return NULL;
}

/* "Headline | The Site" → "Headline"; "The Site - Headline" → "Headline". Only
 * a part that names the site goes, with what stands beyond it. */
static char *
without_site (const char *title, const PlxHtmlTitles *titles)
{
  const char *start = title, *p = title, *at;
  gsize n;

  while ((at = find_divider (p, &n)) != NULL)
    {
      g_autofree char *head = g_strndup (start, (gsize) (at - start));
      gsize unused;
      const char *next = find_divider (at + n, &unused);
      g_autofree char *tail = next != NULL ? g_strndup (at + n, (gsize) (next - at) - n)
                                           : g_strdup (at + n);

      if (at == find_divider (title, &unused) && next == NULL
          && titles->site != NULL && same (head, titles->site)
          && !names_site (tail, titles->site, titles->address))
        return g_strdup (at + n);
      if (names_site (tail, titles->site, titles->address))
        return g_strstrip (g_steal_pointer (&head));
      p = at + n;
    }
  return g_strdup (start);
}

/* @title up to where it is @other: "Headline - Politics - Site" and "Headline". */
static gboolean
begins_with_part (const char *title, const char *other)
{
  const char *p = title, *at;
  gsize n;

  if (title == NULL || other == NULL || g_utf8_strlen (other, -1) < 8)
    return FALSE;
  while ((at = find_divider (p, &n)) != NULL)
    {
      g_autofree char *head = g_strndup (title, (gsize) (at - title));

      if (same (head, other))
        return TRUE;
      p = at + n;
    }
  return FALSE;
}

/* Is @other the part after the last divider? */
static gboolean
is_last_part (const char *title, const char *other)
{
  const char *p = title, *at, *last = NULL;
  gsize n;

  while (title != NULL && (at = find_divider (p, &n)) != NULL)
    last = p = at + n;
  return last != NULL && same (last, other);
}

/* Is @other what stands between two dividers? */
static gboolean
is_part (const char *title, const char *other)
{
  const char *p = title, *at;
  gsize n;

  while (title != NULL && p != NULL)
    {
      g_autofree char *part = NULL;

      at = find_divider (p, &n);
      part = at != NULL ? g_strndup (p, (gsize) (at - p)) : g_strdup (p);
      if (same (part, other))
        return TRUE;
      p = at != NULL ? at + n : NULL;
    }
  return FALSE;
}

/* Does @other stand in it, as a part or before or after a colon? */
static gboolean
has_part (const char *title, const char *other)
{
  g_autofree char *whole = NULL, *part = NULL;
  const char *at;
  gsize n;

  if (title == NULL || other == NULL)
    return FALSE;
  whole = fold_title (title);
  part = fold_title (other);
  n = strlen (part);
  if (n < 4 || (at = strstr (whole, part)) == NULL)
    return FALSE;
  return (at == whole || strchr (" :|-/", at[-1]) != NULL || (at[-1] & 0x80) != 0)
         && (at[n] == '\0' || strchr (" :|-/_,", at[n]) != NULL || (at[n] & 0x80) != 0);
}

/* Cut short for search engines: "Headline that goes on and..." */
static gboolean
is_cut_of (const char *found, const char *whole)
{
  gsize n = found != NULL ? strlen (found) : 0;

  if (n == 0 || whole == NULL)
    return FALSE;
  if (g_str_has_suffix (found, "..."))
    n -= 3;
  else if (g_str_has_suffix (found, "…"))
    n -= strlen ("…");
  else
    return FALSE;
  while (n > 0 && found[n - 1] == ' ')
    n--;
  return n > 12 && n < strlen (whole) && strncmp (found, whole, n) == 0;
}

/* An attribute that ended at a quotation mark inside of it: 'Senator calls X ' */
static gboolean
is_broken_off (const char *card, const char *whole)
{
  gsize n = card != NULL ? strlen (card) : 0;

  if (n < 12 || whole == NULL || strncmp (whole, card, n) != 0)
    return FALSE;
  while (whole[n] == ' ')
    n++;
  return whole[n] == '"' && whole[n + 1] != '\0';
}

/* -- the heading -- */

static double
rate_heading (const PlxHtmlHeading *heading, const PlxHtmlTitles *titles, guint n_first)
{
  const char *text = heading->text;
  glong n = g_utf8_strlen (text, -1);
  double points = heading->level == 1 ? 4.0 : heading->level == 2 ? 1.0 : 0.0;

  if (n < 2 || n > 400)
    return 0.0;
  if (same (text, titles->card) || begins_with_part (titles->card, text))
    points += 5.0;
  if (same (text, titles->data))
    points += 4.0;
  if (same (text, titles->title) || begins_with_part (titles->title, text))
    points += 4.0;
  else if (is_part (titles->title, text)
           || (heading->level == 1 && has_part (titles->title, text))
           || is_cut_of (titles->title, text))
    points += 3.0 + MIN ((double) n, 60.0) / 30.0;
  if (heading->is_named)
    points += 2.0;
  if (heading->level == 1 && n_first == 1)
    points += 2.0;
  if (heading->is_logo)
    points -= 4.0;
  if (n < 6 || g_str_has_suffix (text, ":"))
    points -= 3.0;
  if (names_site (text, titles->site, titles->address)
      || (is_last_part (titles->title, text) && !same (text, titles->card)))
    points -= 6.0;
  return points;
}

static const char *
find_heading (const PlxHtmlTitles *titles)
{
  const char *best = NULL;
  double most = 4.5;
  guint n_first = 0;

  for (guint i = 0; i < titles->headings->len; i++)
    {
      const PlxHtmlHeading *heading = g_ptr_array_index (titles->headings, i);

      n_first += heading->level == 1 && !heading->is_logo;
    }
  for (guint i = 0; i < titles->headings->len; i++)
    {
      const PlxHtmlHeading *heading = g_ptr_array_index (titles->headings, i);
      double points = rate_heading (heading, titles, n_first);

      if (points > most + 0.01)
        {
          best = heading->text;
          most = points;
        }
    }
  return best;
}

/* -- choosing -- */

static char *
dup_line (const char *text)
{
  enum { MAX_BYTES = 1000 };    // no headline; what follows compares parts with parts
  g_autofree char *line = text != NULL && strlen (text) <= MAX_BYTES ? g_strdup (text) : NULL;
  char *to = line;

  for (const char *p = line; p != NULL && *p != '\0'; p++)
    if (strncmp (p, "\302\255", 2) == 0)
      p++;               // a soft hyphen
    else if (!g_ascii_isspace (*p))
      *to++ = *p;
    else if (to > line && to[-1] != ' ')
      *to++ = ' ';
  if (line == NULL || to == line)
    return NULL;
  *to = '\0';
  g_strchomp (line);
  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* The card says more than the heading: a kicker before it, a section after it. */
static const char *
settle_card (const char *heading, const char *card, const char *data, const char *title,
             const char *alternative)
{
  if (card == NULL || heading == NULL || same (card, heading))
    return card;
  if (same (card, data) && same (card, title))
    return card;
  if (same (data, heading) && same (card, alternative))
    return NULL;         // the data say themselves that it is the other headline
  if (begins_with_part (card, heading) || is_cut_of (card, heading) || is_broken_off (card, title)
      || is_broken_off (card, heading))
    return NULL;
  if ((same (data, heading) && has_part (card, heading)) || begins_with_part (card, data))
    return NULL;
  return card;
}

/* In a news page the card carries the headline that editors gave, while
 * heading, data and <title> may be worded for search engines. Elsewhere the
 * card is an advertisement of the page, and what stands over the text is right. */
static const char *
choose (const char *heading, const char *card, const char *data, const char *title,
        gboolean is_news)
{
  if (heading == NULL)
    return data != NULL && (is_news || card == NULL || same (data, card)) ? data
           : card != NULL ? card : data != NULL ? data : title;
  if (card != NULL && strlen (card) > 12 && strlen (card) < strlen (heading)
      && g_str_has_suffix (heading, card))
    return card;         // a kicker stands in the heading
  if (data != NULL && strlen (data) > 12 && strlen (data) < strlen (heading)
      && g_str_has_suffix (heading, data))
    return data;
  if (card != NULL && same (card, heading))
    return (data == NULL || strcmp (data, heading) != 0) && strlen (card) <= strlen (heading) + 2
           ? card : heading;
  if (data != NULL && same (data, heading))
    return is_news ? (card != NULL ? card : data) : heading;
  if (data != NULL && same (data, card))
    return is_news ? card : data;
  if (data != NULL && is_news && same (data, title))
    return data;
  if (card != NULL && is_news)
    return card;
  return heading;
}

/**
 * plx_html_title_choose:
 *
 * Cost:    O(n) in headings, which are few and short
 * Returns: (transfer full) (nullable)
 */
char *
plx_html_title_choose (const PlxHtmlTitles *titles, char **heading)
{
  g_autofree char *said = dup_line (titles->data), *shared = dup_line (titles->card);
  g_autofree char *whole = dup_line (titles->title);
  g_autofree char *data = said != NULL ? without_site (said, titles) : NULL;
  g_autofree char *card = shared != NULL ? without_site (shared, titles) : NULL;
  g_autofree char *title = whole != NULL ? without_site (whole, titles) : NULL;
  const PlxHtmlTitles bare = { data, NULL, card, title, titles->site, titles->address,
                               titles->headings, titles->is_news };
  const char *over = find_heading (&bare);
  const char *kept = settle_card (over, card, data, title, titles->alternative);
  const char *found;

  if (data != NULL && over != NULL
      && (begins_with_part (said, over) || is_cut_of (data, over)
          || names_site (data, titles->site, titles->address)))
    g_clear_pointer (&data, g_free);
  if (kept == NULL)
    g_clear_pointer (&card, g_free);
  found = choose (over, kept, data, title, titles->is_news);
  *heading = over != NULL && strcmp (over, found) != 0 ? g_strdup (over) : NULL;
  return found != NULL && *found != '\0' ? without_site (found, titles) : NULL;
}

void
plx_html_heading_free (PlxHtmlHeading *heading)
{
  if (heading == NULL)
    return;
  g_free (heading->text);
  g_free (heading);
}
