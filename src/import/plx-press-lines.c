/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document.h"
#include "import/plx-items.h"
#include "import/plx-press.h"

#include <string.h>

/* Nexis (older: "3 of 10 DOCUMENTS" before each article; newer: "End of
 * Document" after it) and Factiva ("Document NYTF000020050408dp1900j9s" after
 * it). What stands on a line is told by its label, else by its place about the
 * date: the source just before it or just after it, the title first. */

typedef struct {
  const GPtrArray *lines;
  guint from, to;          // of one article: [from, to)
} Block;

static const char *
get_line (const GPtrArray *lines, guint i)
{
  return g_ptr_array_index (lines, i);
}

/* -- where articles begin and end -- */

static GRegex *
get_regex (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

static gboolean
matches (gsize *once, GRegex **regex, const char *pattern, const char *line)
{
  if (g_once_init_enter (once))
    {
      *regex = get_regex (pattern);
      g_once_init_leave (once, 1);
    }
  return strlen (line) < 80 && g_regex_match (*regex, line, 0, NULL);
}

/* "3 of 10 DOCUMENTS", "Dokument 3 von 10" */
static gboolean
is_mark (const char *line)
{
  static gsize once;
  static GRegex *regex;

  return matches (&once, &regex,
                  "^(\\d+ (of|von|de|sur|di|van) \\d+ docu?k?u?ment\\w*"
                  "|docu?k?u?ment\\w* \\d+ (of|von|de|sur|di|van) \\d+)$", line);
}

static gboolean
is_factiva_end (const char *line)
{
  static gsize once;
  static GRegex *regex;

  return matches (&once, &regex, "^document \\w{2,8}\\d{8,}\\w*$", line);
}

static gboolean
is_end (const char *line)
{
  return plx_press_get_role (line, NULL) == PLX_PRESS_END || is_factiva_end (line);
}

/* -- one article -- */

/* The first line that is a date and not a label's; G_MAXUINT: none. */
static guint
find_date (const Block *block, guint to)
{
  for (guint i = block->from; i < to; i++)
    {
      const char *line = get_line (block->lines, i);
      g_autofree char *date = NULL;

      if (strlen (line) > 120 || plx_press_get_role (line, NULL) != PLX_PRESS_NONE)
        continue;
      date = plx_press_find_date (line);
      if (date != NULL)
        return i;
    }
  return G_MAXUINT;
}

static guint
find_role (const Block *block, PlxPressRole role)
{
  for (guint i = block->from; i < block->to; i++)
    if (plx_press_get_role (get_line (block->lines, i), NULL) == role)
      return i;
  return G_MAXUINT;
}

static gboolean
is_copyright (const char *line)
{
  return g_ascii_strncasecmp (line, "copyright", 9) == 0 || g_str_has_prefix (line, "©")
         || g_ascii_strncasecmp (line, "(c) ", 4) == 0;
}

/* Where the head ends: at the label of the body, else after the last line that
 * a label of the head begins, else after the date and the title. */
static guint
find_body (const Block *block, guint date)
{
  guint body = find_role (block, PLX_PRESS_BODY), last = G_MAXUINT;

  if (body != G_MAXUINT)
    return body;
  for (guint i = block->from; i < block->to; i++)
    switch (plx_press_get_role (get_line (block->lines, i), NULL))
      {
      case PLX_PRESS_TITLE:
      case PLX_PRESS_SOURCE:
      case PLX_PRESS_BYLINE:
      case PLX_PRESS_DATELINE:
      case PLX_PRESS_HEAD:
        last = i;
        break;
      case PLX_PRESS_TAIL:
        if (last != G_MAXUINT || i > block->from + 6)
          return last != G_MAXUINT ? last + 1 : MIN (i, block->to);
        break;
      default:
        break;
      }
  if (last != G_MAXUINT)
    return last + 1;
  return MIN (date != G_MAXUINT ? date + 2 : block->from + 1, block->to);
}

/* "City Final Edition" below the date is no title. */
static gboolean
is_edition (const char *line)
{
  return g_str_has_suffix (line, "Edition") || g_str_has_suffix (line, "Ausgabe")
         || g_str_has_prefix (line, "Correction Appended");
}

/* Lines without a label, above the body. @is_title_first: title, source, date
 * (newer); else source, date, title (older). */
static void
read_head (const Block *block, guint body, guint date, gboolean is_title_first,
           PlxImportedArticle *article)
{
  g_autoptr (GString) title = g_string_new (NULL);

  if (date != G_MAXUINT && date > block->from)
    plx_press_set (article, PLX_PRESS_SOURCE, get_line (block->lines, date - 1));
  if (date != G_MAXUINT)
    plx_press_set (article, PLX_PRESS_DATE, get_line (block->lines, date));
  for (guint i = block->from; i < body; i++)
    {
      const char *line = get_line (block->lines, i), *value;
      PlxPressRole role = plx_press_get_role (line, &value);

      if (role != PLX_PRESS_NONE)
        plx_press_set (article, role, role == PLX_PRESS_HEAD ? line : value);
      else if (is_copyright (line) || (i > block->from && is_edition (line)))
        g_ptr_array_add (article->removed, g_strdup (line));
      else if (is_title_first && date == G_MAXUINT)
        plx_press_set (article, article->title == NULL ? PLX_PRESS_TITLE : PLX_PRESS_SOURCE, line);
      else if (date != G_MAXUINT
               && (is_title_first ? i + 1 < date : i > date) && title->len < 400)
        g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", line);
    }
  plx_press_set (article, PLX_PRESS_TITLE, title->str);
}

/* "SUBJECT:", "Load-Date:", "Classification" begin what follows the text; a
 * paragraph of it may begin with "City:". */
static gboolean
starts_tail (const char *line, PlxPressRole role)
{
  gsize n = strcspn (line, ":");
  g_autofree char *label = g_strndup (line, n), *upper = g_utf8_strup (label, -1);

  return (role == PLX_PRESS_TAIL || role == PLX_PRESS_LANGUAGE)
         && (line[n] == '\0' || strchr (label, '-') != NULL || g_str_equal (label, upper)
             || role == PLX_PRESS_LANGUAGE);
}

static void
read_body (const Block *block, guint from, PlxImportedArticle *article)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_tail = FALSE;

  for (guint i = from; i < block->to; i++)
    {
      const char *line = get_line (block->lines, i), *value;
      PlxPressRole role = plx_press_get_role (line, &value);

      if (role == PLX_PRESS_BODY && *value == '\0')
        continue;
      in_tail |= starts_tail (line, role);
      if (role == PLX_PRESS_KEPT && (in_tail || text->len == 0) && *value != '\0')
        plx_press_set (article, role, value);
      else if (role == PLX_PRESS_LANGUAGE)
        plx_press_set (article, role, value);
      else if (in_tail || is_copyright (line) || (role == PLX_PRESS_KEPT && *value == '\0'))
        plx_press_set (article, PLX_PRESS_TAIL, line);
      else
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                role == PLX_PRESS_BODY ? value : line);
    }
  article->text = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_nexis (const Block *block, gboolean is_title_first, PlxImportResult *result)
{
  PlxImportedArticle *article = plx_imported_article_new ();
  guint date = find_date (block, MIN (block->to, block->from + 12));
  guint body = find_body (block, date);

  if (date != G_MAXUINT && date >= body)
    date = G_MAXUINT;
  read_head (block, body, date, is_title_first, article);
  read_body (block, body, article);
  plx_press_add (result, article);
}

/* Factiva: [section] title, [by], length, date, [time], source, code …, body. */
static void
read_factiva (const Block *block, PlxImportResult *result)
{
  PlxImportedArticle *article = plx_imported_article_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint length = block->from, at, date;

  while (length < block->to && !plx_press_is_length (get_line (block->lines, length)))
    length++;
  if (length == block->to)
    length = block->from;
  date = find_date (&(Block) { block->lines, length, block->to }, MIN (length + 4, block->to));
  for (guint i = block->from; i < length; i++)
    {
      const char *line = get_line (block->lines, i);
      gboolean is_byline = i > block->from && g_ascii_strncasecmp (line, "by ", 3) == 0;

      plx_press_set (article, is_byline ? PLX_PRESS_BYLINE : PLX_PRESS_TITLE, line);
    }
  at = date != G_MAXUINT ? date + 1 : length + 1;
  if (date != G_MAXUINT)
    plx_press_set (article, PLX_PRESS_DATE, get_line (block->lines, date));
  if (at < block->to && strchr (get_line (block->lines, at), ':') != NULL)
    at++;                      // the time
  if (at < block->to)
    plx_press_set (article, PLX_PRESS_SOURCE, get_line (block->lines, at++));
  /* code, edition, page, language, copyright: short lines that end no sentence */
  for (; at < block->to && strlen (get_line (block->lines, at)) < 90; at++)
    {
      plx_press_set (article, PLX_PRESS_HEAD, get_line (block->lines, at));
      if (is_copyright (get_line (block->lines, at)))
        {
          at++;
          break;
        }
    }
  for (; at < block->to; at++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", get_line (block->lines, at));
  article->text = g_string_free (g_steal_pointer (&text), FALSE);
  plx_press_add (result, article);
}

/* -- the whole -- */

/* The list at the front has no body: the first article begins two lines above
 * its date. */
static guint
skip_cover (const GPtrArray *lines, guint to)
{
  Block block = { lines, 0, to };
  guint body = find_role (&block, PLX_PRESS_BODY), from = 0;

  for (guint i = 0; body != G_MAXUINT && i < body; i++)
    {
      g_autofree char *date = NULL;

      if (plx_press_get_role (get_line (lines, i), NULL) != PLX_PRESS_NONE)
        continue;
      date = plx_press_find_date (get_line (lines, i));
      if (date != NULL)
        from = i >= 2 ? i - 2 : 0;
    }
  return from;
}

static gboolean
split_at_ends (const GPtrArray *lines, PlxImportResult *result)
{
  guint from = 0;

  for (guint i = 0; i < lines->len; i++)
    if (is_end (get_line (lines, i)))
      {
        gboolean is_factiva = is_factiva_end (get_line (lines, i));
        Block block = { lines, from == 0 && !is_factiva ? skip_cover (lines, i) : from, i };

        if (is_factiva)
          read_factiva (&block, result);
        else
          read_nexis (&block, TRUE, result);
        from = i + 1;
      }
  return from > 0;
}

static gboolean
split_at_marks (const GPtrArray *lines, PlxImportResult *result)
{
  guint from = G_MAXUINT;

  for (guint i = 0; i < lines->len; i++)
    if (is_mark (get_line (lines, i)))
      {
        if (from != G_MAXUINT)
          read_nexis (&(Block) { lines, from, i }, FALSE, result);
        from = i + 1;
      }
  if (from != G_MAXUINT)
    read_nexis (&(Block) { lines, from, lines->len }, FALSE, result);
  return from != G_MAXUINT;
}

/* A text that only quotes one of the words is no export: it has a length or a
 * body by label as well. */
static gboolean
is_likely (const GPtrArray *lines)
{
  gboolean has_mark = FALSE, has_label = FALSE;

  for (guint i = 0; i < lines->len && !(has_mark && has_label); i++)
    {
      const char *line = get_line (lines, i);
      PlxPressRole role = strlen (line) < 200 ? plx_press_get_role (line, NULL) : PLX_PRESS_NONE;

      has_mark |= is_mark (line) || is_end (line);
      has_label |= role == PLX_PRESS_BODY || role == PLX_PRESS_HEAD || plx_press_is_length (line);
    }
  return has_mark && has_label;
}

gboolean
plx_press_read_lines (const GPtrArray *lines, PlxImportResult *result)
{
  guint n = result->articles->len;

  if (!is_likely (lines) || (!split_at_marks (lines, result) && !split_at_ends (lines, result))
      || result->articles->len == n)
    return FALSE;
  plx_press_say (result, "Nexis, Factiva");
  return TRUE;
}

/* -- from other files -- */

/* Words that stand in every such export, in the languages of its interface. */
static gboolean
has_sign (const char *text)
{
  static const char * const signs[] = { "DOCUMENTS", "DOKUMENT", "End of Document", "Document ",
                                        "Ende des Dokuments", "Fin du document" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_paragraphs (char *paragraphs, PlxImportResult *result)
{
  g_auto (GStrv) list = g_strsplit (paragraphs, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; list[i] != NULL; i++)
    if (*g_strstrip (list[i]) != '\0')
      g_ptr_array_add (lines, list[i]);
  return plx_press_read_lines (lines, result);
}

gboolean
plx_press_read_text (const char *text, PlxImportResult *result)
{
  g_autofree char *paragraphs = has_sign (text) ? plx_text_unwrap (text) : NULL;

  return paragraphs != NULL && read_paragraphs (paragraphs, result);
}

/* A page with no more than the words in its text costs a second look at it. */
gboolean
plx_press_read_html (const char *markup, gsize n_bytes, PlxImportResult *result)
{
  g_autofree char *paragraphs = NULL;

  if (plx_press_read_page (markup, n_bytes, result))
    return TRUE;
  if (strstr (markup, "DOC_ID_") == NULL && strstr (markup, "End of Document") == NULL)
    return FALSE;
  paragraphs = plx_html_to_paragraphs (markup);
  return read_paragraphs (paragraphs, result);
}

gboolean
plx_press_read_document (const GPtrArray *paragraphs, PlxImportResult *result)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < paragraphs->len; i++)
    g_ptr_array_add (lines, ((PlxParagraph *) g_ptr_array_index (paragraphs, i))->text);
  return plx_press_read_lines (lines, result);
}
