/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-date.h"

#include <stdlib.h>
#include <string.h>

/* Every line and every element that names a day is a candidate. What its class,
 * the words before it and its place beside the headline say make it likely;
 * boxes around the article make it unlikely. Never a day that lies ahead, and
 * never today because nothing else was found. */

enum { MAX_LINE = 300, MAX_OPENING = 60 };

/* -- words before dates -- */

typedef enum { LABEL_NONE, LABEL_PUBLISHED, LABEL_UPDATED, LABEL_OTHER } Label;

typedef struct {
  Label label;
  char *word;       // casefolded
} Word;

static gboolean
add_word (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Label label = strcmp (fields[0], "published") == 0 ? LABEL_PUBLISHED
                : strcmp (fields[0], "updated") == 0 ? LABEL_UPDATED : LABEL_OTHER;

  for (guint i = 1; i < n_fields; i++)
    {
      Word word = { label, g_utf8_casefold (fields[i], -1) };

      g_array_append_val ((GArray *) user_data, word);
    }
  return TRUE;
}

static GArray *
get_words (void)
{
  static GArray *words;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      words = g_array_new (FALSE, FALSE, sizeof (Word));
      plx_data_read_table ("import/html-dates.tsv", add_word, words, NULL);
      g_once_init_leave (&once, 1);
    }
  return words;
}

static gboolean
is_whole_word (const char *text, const char *at, gsize n)
{
  if ((guchar) *at >= 0xe2)
    return TRUE;        // scripts that put no blanks between words
  return (at == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at))))
         && !g_unichar_isalpha (g_utf8_get_char (at + n));
}

/* What the last label in @before says of the date after it; far ahead it says nothing. */
static Label
read_label (const char *before, gsize n)
{
  enum { MAX_BYTES = 60 };
  gsize skip = n > MAX_BYTES ? n - MAX_BYTES : 0;
  g_autofree char *folded = NULL;
  GArray *words = get_words ();
  const char *last;
  Label label = LABEL_NONE;

  while (skip > 0 && ((guchar) before[skip] & 0xc0) == 0x80)
    skip++;
  last = folded = g_utf8_casefold (before + skip, (gssize) (n - skip));
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      const char *at = g_strrstr (folded, word->word);

      if (at != NULL && is_whole_word (folded, at, strlen (word->word))
          && (label == LABEL_NONE || at + strlen (word->word) > last))
        {
          last = at + strlen (word->word);
          label = word->label;
        }
    }
  return label;
}

/* -- candidates -- */

typedef struct {
  const PlxHtmlTree *tree;
  const PlxHtmlArticle *found;
  PlxDayOrder order;
  guint *hints;          // (n_blocks) flags of the boxes and words of each line
  char *best, *update;   // ISO 8601
  double points, update_points;
} Finder;

/* Not before the web, not ahead. A day's grace for other time zones. */
static gboolean
is_likely_day (const char *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) ahead = g_date_time_add_days (now, 1);
  g_autofree char *last = g_date_time_format (ahead, "%Y-%m-%d");

  return strlen (date) >= 10 && strncmp (date, "1990", 4) >= 0 && strncmp (date, last, 10) <= 0;
}

static double
rate_place (const Finder *finder, guint block)
{
  const PlxHtmlArticle *found = finder->found;
  gboolean has_heading = found->heading_block != PLX_HTML_NONE;

  if (found->first_block == PLX_HTML_NONE)
    return 0.0;
  if (has_heading && block >= found->heading_block && block < found->first_block)
    return 8.0;
  if (has_heading && block < found->heading_block)
    return found->heading_block - block <= 6 ? 5.0 : -2.0;
  if (block < found->first_block)
    return found->first_block - block <= 10 ? 6.0 : 0.0;
  if (block <= found->last_block)
    return block == found->first_block ? 4.0 : 1.0;
  return block - found->last_block <= 12 ? 3.0 : -3.0;
}

static double
rate_box (const Finder *finder, guint block)
{
  const PlxHtmlBlock *line = plx_html_block (finder->tree, block);
  guint under = plx_html_element (finder->tree, line->owner)->under;
  guint hints = finder->hints[block];
  double points = 0.0;

  if (hints & PLX_HTML_DATE)
    points += 5.0;
  else if (hints & PLX_HTML_BYLINE)
    points += 3.0;
  if (under & PLX_HTML_DROPPED)
    points -= 4.0;
  if (under & PLX_HTML_ASIDE)
    points -= 3.0;
  if ((under & PLX_HTML_UNLIKELY) && !(hints & (PLX_HTML_DATE | PLX_HTML_BYLINE)))
    points -= 2.0;
  if (under & PLX_HTML_CAPTION)
    points -= 4.0;
  if (under & PLX_HTML_HIDDEN)
    points -= 1.0;
  return points;
}

static void
consider (Finder *finder, char *date, double points, Label label)
{
  g_autofree char *owned = date;

  if (owned == NULL || label == LABEL_OTHER || !is_likely_day (owned))
    return;
  if (label == LABEL_UPDATED)
    {
      if (finder->update == NULL || points > finder->update_points)
        {
          g_free (finder->update);
          finder->update = g_steal_pointer (&owned);
          finder->update_points = points;
        }
      return;
    }
  points += label == LABEL_PUBLISHED ? 6.0 : 0.0;
  if (points >= 6.0 && (finder->best == NULL || points > finder->points))
    {
      g_free (finder->best);
      finder->best = g_steal_pointer (&owned);
      finder->points = points;
    }
}

/* "Datum:" in a line of its own before the date. */
static Label
read_line_before (const Finder *finder, guint block)
{
  const PlxHtmlBlock *before = block > 0 ? plx_html_block (finder->tree, block - 1) : NULL;

  return before != NULL && before->n_chars < 30 ? read_label (before->text, strlen (before->text))
                                                : LABEL_NONE;
}

static void
consider_line (Finder *finder, guint block)
{
  const PlxHtmlBlock *line = plx_html_block (finder->tree, block);
  gboolean is_long = line->n_chars > 160;
  g_autofree char *opening = NULL;
  const char *text = line->text;
  gsize offset = 0, start, end;
  double points;
  guint n = 0;

  if (is_long)
    {
      opening = g_utf8_substring (text, 0, MIN (MAX_OPENING, g_utf8_strlen (text, -1)));
      text = opening;
    }
  points = rate_place (finder, block) + rate_box (finder, block);
  while (n++ < 4 && text[offset] != '\0')
    {
      char *date = plx_published_find (text + offset, finder->order, &start, &end);
      Label label;

      if (date == NULL)
        return;
      label = read_label (text + offset, start);
      if (label == LABEL_NONE && n == 1 && start < 4)
        label = read_line_before (finder, block);
      if (is_long && start > 30)
        label = LABEL_OTHER;     // a day that the article tells of
      consider (finder, date,
                points + (line->n_chars < (guint) (end - start) + 20 ? 3.0 : 0.0)
                  + (is_long && start > 3 ? -2.0 : 0.0) - (line->n_link == line->n_chars), label);
      offset += end;
    }
}

/* -- elements with a machine's date -- */

/* The day of the words, if they name one: some pages write the hour of the
 * visit, or of the last change, into the attribute. */
static char *
read_element (const Finder *finder, const xmlNode *node, const char *value)
{
  g_autofree char *text = plx_html_short_text (node, 80, 0);
  g_autofree char *said = plx_published_parse (value);
  g_autofree char *seen = NULL;
  gsize start, end;

  if (text != NULL)
    seen = plx_published_find (text, finder->order, &start, &end);
  if (said == NULL && value != NULL)
    said = plx_published_find (value, finder->order, &start, &end);
  if (said == NULL || (seen != NULL && strncmp (said, seen, 10) != 0))
    return seen != NULL ? g_steal_pointer (&seen) : g_steal_pointer (&said);
  return g_steal_pointer (&said);
}

static double
rate_element (const xmlNode *node, Label *label)
{
  static const char * const stated[] = { "datePublished", "dateCreated", "uploadDate" };
  g_autofree char *itemprop = plx_html_attribute (node, "itemprop");
  g_autofree char *class = plx_html_attribute (node, "class");

  if (itemprop != NULL
      && (strstr (itemprop, "Modified") != NULL || strstr (itemprop, "Update") != NULL))
    *label = LABEL_UPDATED;
  for (guint i = 0; itemprop != NULL && i < G_N_ELEMENTS (stated); i++)
    if (strcmp (itemprop, stated[i]) == 0)
      return 5.0;
  if (xmlHasProp (node, (const xmlChar *) "pubdate") != NULL)
    return 5.0;
  if (class != NULL)
    {
      g_autofree char *folded = g_ascii_strdown (class, -1);

      if (strstr (folded, "updated") != NULL || strstr (folded, "modified") != NULL)
        *label = strstr (folded, "published") != NULL ? LABEL_PUBLISHED : LABEL_UPDATED;
      else if (strstr (folded, "published") != NULL || strstr (folded, "pubdate") != NULL)
        return 4.0;
    }
  return strcmp ((const char *) node->name, "time") == 0 ? 2.0 : 0.0;
}

/* Seconds since 1970, as some networks write them. */
static char *
read_value (const xmlNode *node)
{
  static const char * const attributes[] = { "datetime", "content", "data-utime", "data-timestamp",
                                             "title", "data-date" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = plx_html_attribute (node, attributes[i]);

      if (value != NULL && *value != '\0')
        return value;
      g_free (value);
    }
  return NULL;
}

static void
consider_element (Finder *finder, const PlxHtmlElement *element)
{
  const char *name = (const char *) element->node->name;
  guint n_blocks = finder->tree->blocks->len;
  guint block = n_blocks > 0 ? MIN (element->first_block, n_blocks - 1) : 0;
  g_autofree char *value = NULL;
  Label label = LABEL_NONE;
  double points;

  if (n_blocks == 0 || element->node->properties == NULL
      || (strcmp (name, "time") != 0 && strcmp (name, "abbr") != 0
          && !(element->flags & PLX_HTML_DATE)
          && xmlHasProp (element->node, (const xmlChar *) "itemprop") == NULL))
    return;
  value = read_value (element->node);
  if (value == NULL)
    return;
  points = rate_element (element->node, &label);
  if (label == LABEL_NONE)
    {
      const char *line = plx_html_block (finder->tree, block)->text;

      label = read_label (line, MIN (strlen (line), 40));
    }
  if (points > 0.0 || (element->flags & PLX_HTML_DATE) || strcmp (name, "abbr") == 0)
    consider (finder, read_element (finder, element->node, value),
              points + 3.0 + rate_place (finder, block) + rate_box (finder, block), label);
}

/* -- the whole page -- */

static guint *
gather_hints (const PlxHtmlTree *tree)
{
  guint *hints = g_new0 (guint, tree->blocks->len + 1);

  for (guint i = 0; i < tree->blocks->len; i++)
    hints[i] = plx_html_element (tree, plx_html_block (tree, i)->owner)->under;
  for (guint32 i = 0; i < tree->elements->len; i++)
    {
      const PlxHtmlElement *element = plx_html_element (tree, i);

      guint first = element->first_block, last = MAX (element->last_block, first + 1);

      /* words within a line count for the line; bigger boxes for nothing */
      for (guint b = first; last - first < 3 && b < MIN (last, tree->blocks->len); b++)
        hints[b] |= element->flags & (PLX_HTML_DATE | PLX_HTML_BYLINE);
    }
  return hints;
}

/* Numbers that can be read in one way only tell how the page writes the others. */
static PlxDayOrder
learn_order (const PlxHtmlTree *tree)
{
  enum { MAX_LINES = 2000 };
  guint n_day = 0, n_month = 0;

  for (guint i = 0; i < MIN (tree->blocks->len, MAX_LINES); i++)
    {
      const PlxHtmlBlock *block = plx_html_block (tree, i);

      for (const char *p = block->n_chars < 120 ? strchr (block->text, '/') : NULL; p != NULL;
           p = strchr (p + 1, '/'))
        {
          gboolean is_date = p >= block->text + 2 && g_ascii_isdigit (p[-1])
                             && g_ascii_isdigit (p[-2]) && g_ascii_isdigit (p[1])
                             && g_ascii_isdigit (p[2]) && p[3] == '/' && g_ascii_isdigit (p[4])
                             && g_ascii_isdigit (p[5]);

          if (!is_date || (p >= block->text + 3 && g_ascii_isdigit (p[-3])))
            continue;
          n_day += atoi (p - 2) > 12 && atoi (p + 1) <= 12;
          n_month += atoi (p - 2) <= 12 && atoi (p + 1) > 12;
        }
    }
  return n_day > 0 && n_month == 0   ? PLX_DAY_ORDER_DAY_FIRST
         : n_month > 0 && n_day == 0 ? PLX_DAY_ORDER_MONTH_FIRST
                                     : PLX_DAY_ORDER_UNKNOWN;
}

static void
look_everywhere (Finder *finder)
{
  for (guint i = 0; i < finder->tree->blocks->len; i++)
    if (strlen (plx_html_block (finder->tree, i)->text) <= MAX_LINE
        || (i >= finder->found->first_block && i <= finder->found->first_block + 2))
      consider_line (finder, i);
  for (guint32 i = 0; i < finder->tree->elements->len; i++)
    consider_element (finder, plx_html_element (finder->tree, i));
}

/* -- addresses -- */

static int
take_digits (const char **p, int n_min, int n_max)
{
  int value = 0, n = 0;

  for (; n < n_max && g_ascii_isdigit (**p); n++, (*p)++)
    value = value * 10 + (**p - '0');
  return n >= n_min ? value : -1;
}

/* "2031/05/14", "2031-05/14", "20310514", "14-05-2031" at @p; NULL: none. */
static char *
read_address_at (const char *p, gboolean year_first)
{
  const char *q = p;
  int first = take_digits (&q, year_first ? 4 : 2, year_first ? 4 : 2), month, last, year, day;
  gboolean is_parted = *q != '\0' && strchr ("/-_.", *q) != NULL;

  if (first < 0 || (!year_first && !is_parted))
    return NULL;
  q += is_parted;
  month = take_digits (&q, is_parted && year_first ? 1 : 2, 2);
  if (is_parted && (*q == '\0' || strchr ("/-_.", *q) == NULL))
    return NULL;
  q += is_parted;
  last = year_first ? take_digits (&q, is_parted ? 1 : 2, 2) : take_digits (&q, 4, 4);
  if (last < 0 || month < 0 || g_ascii_isdigit (*q))
    return NULL;
  year = year_first ? first : last;
  day = year_first ? last : first;
  return plx_published_at (year, month, day, "");
}

/* The day in @address; its host and what follows "?" do not count. */
static char *
read_address (const char *address)
{
  const char *start = address != NULL ? strstr (address, "://") : NULL;
  const char *inner = start != NULL ? strstr (start + 3, "://") : NULL;   // an archive's copy
  const char *end;

  if (inner != NULL)
    start = inner;
  start = start != NULL ? strchr (start + 3, '/') : NULL;
  if (start == NULL)
    return NULL;
  end = start + strcspn (start, "?#");
  for (const char *p = start; p < end; p++)
    {
      g_autofree char *date = NULL;

      if (!g_ascii_isdigit (*p) || g_ascii_isalnum (p[-1]))
        continue;
      date = read_address_at (p, TRUE);
      if (date == NULL)
        date = read_address_at (p, FALSE);
      if (date != NULL && is_likely_day (date))
        return g_steal_pointer (&date);
    }
  return NULL;
}

/* -- the last resorts -- */

/* "© 2011-2014 The Site" → "2014"; only a line that says so. */
static char *
read_copyright (const PlxHtmlTree *tree)
{
  for (guint i = tree->blocks->len; i-- > 0;)
    {
      const char *text = plx_html_block (tree, i)->text;
      const char *at = strlen (text) < MAX_LINE ? strstr (text, "©") : NULL;
      g_autofree char *day = NULL;
      int year = 0;

      for (const char *p = at; p != NULL && *p != '\0' && p < at + 60; p++)
        if (g_ascii_isdigit (*p) && !g_ascii_isdigit (p[-1])
            && strspn (p, "0123456789") == 4)
          year = atoi (p);
      day = g_strdup_printf ("%04d-01-01", year);
      if (year > 0 && is_likely_day (day))
        return g_strndup (day, 4);
    }
  return NULL;
}

/* A day in the page's title or description: "Story (14 May 2031)". */
static char *
read_titles (const PlxHtmlMetadata *metadata, PlxDayOrder order)
{
  const char * const texts[]
    = { metadata->page_title, metadata->card_title, metadata->description };
  gsize start, end;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *date = NULL;

      if (texts[i] == NULL || strlen (texts[i]) > 2000)
        continue;
      date = plx_published_find (texts[i], order, &start, &end);
      if (date != NULL && is_likely_day (date)
          && (i < 2 || read_label (texts[i], start) == LABEL_PUBLISHED))
        return g_steal_pointer (&date);
    }
  return NULL;
}

static char *
choose (Finder *finder, const PlxHtmlMetadata *metadata, PlxHtmlDateOrigin *origin)
{
  g_autofree char *address = read_address (metadata->url);
  char *date;

  *origin = PLX_HTML_DATE_STATED;
  if (finder->best != NULL && (address == NULL || strncmp (address, finder->best, 10) == 0
                               || finder->points >= 14.0))
    return g_steal_pointer (&finder->best);
  *origin = PLX_HTML_DATE_ADDRESS;
  if (address != NULL)
    return g_steal_pointer (&address);
  *origin = PLX_HTML_DATE_STATED;
  if ((date = read_titles (metadata, finder->order)) != NULL)
    return date;
  *origin = PLX_HTML_DATE_UPDATE;
  if (metadata->modified != NULL && is_likely_day (metadata->modified))
    return g_strdup (metadata->modified);
  if (finder->update != NULL)
    return g_steal_pointer (&finder->update);
  *origin = PLX_HTML_DATE_IMAGE;
  if ((date = read_address (metadata->image)) != NULL)
    return date;
  *origin = PLX_HTML_DATE_COPYRIGHT;
  return read_copyright (finder->tree);
}

gboolean
plx_html_date_find (const PlxHtmlTree *tree, const PlxHtmlArticle *found,
                    PlxHtmlMetadata *metadata, PlxHtmlDateOrigin *origin)
{
  Finder finder = { .tree = tree, .found = found };

  if (metadata->published != NULL)
    return FALSE;
  finder.order = plx_published_order (metadata->language);
  if (finder.order == PLX_DAY_ORDER_UNKNOWN)
    finder.order = learn_order (tree);
  finder.hints = gather_hints (tree);
  look_everywhere (&finder);
  metadata->published = choose (&finder, metadata, origin);
  g_free (finder.hints);
  g_free (finder.best);
  g_free (finder.update);
  return metadata->published != NULL;
}

/* -- an instant and the day where it happened -- */

gboolean
plx_html_date_settle (PlxHtmlMetadata *metadata)
{
  g_autofree char *address = metadata->published != NULL ? read_address (metadata->url) : NULL;
  const char *said = metadata->published;
  g_autoptr (GDateTime) when = NULL;

  if (address == NULL || strlen (said) < 20 || strncmp (said, address, 10) == 0
      || !(g_str_has_suffix (said, "Z") || g_str_has_suffix (said, "+00:00")))
    return FALSE;
  when = g_date_time_new_from_iso8601 (said, NULL);
  for (int hours = 1; when != NULL && hours <= 13; hours++)
    for (int sign = hours <= 10 ? -1 : 1; sign <= 1; sign += 2)
      {
        g_autoptr (GTimeZone) zone = g_time_zone_new_offset (sign * hours * 3600);
        g_autoptr (GDateTime) there = g_date_time_to_timezone (when, zone);
        g_autofree char *text = g_date_time_format (there, "%Y-%m-%dT%H:%M:%S%:z");

        if (strncmp (text, address, 10) != 0)
          continue;
        g_free (metadata->published);
        metadata->published = g_steal_pointer (&text);
        return TRUE;
      }
  return FALSE;
}
