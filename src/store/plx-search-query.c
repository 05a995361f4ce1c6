/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/plx-search-table.h"
#include "store/plx-sources-table.h"
#include "store/plx-tokenizer.h"

/* What a person types never reaches FTS5 as it is: each word becomes a quoted
 * string, so that no punctuation is syntax, and the operators are set anew:
 *
 *   a b OR c NOT d   →   (("a") AND ("b" OR "c")) NOT ("d")
 */

typedef struct {
  PlxSearchQuery *parsed;
  GString *all;        // what must be there, joined by AND
  GString *any;        // the alternatives of the last word, joined by OR
  GString *none;       // what must not be there, joined by OR
  gboolean follows_or;
  gboolean follows_not;
} Parser;

static gboolean
is_searchable (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (plx_tokenizer_is_word (ch) || plx_tokenizer_is_paired (ch))
        return TRUE;
    }
  return FALSE;
}

/* A single character of a script without spaces at the end of a word is only
 * the beginning of what was indexed (plx-tokenizer.c). */
static gboolean
ends_in_single (const char *word)
{
  const char *end = word + strlen (word);
  const char *last = NULL;
  guint n = 0;

  while (end > word)
    {
      gunichar ch;

      end = g_utf8_prev_char (end);
      ch = g_utf8_get_char (end);
      if (plx_tokenizer_is_paired (ch))
        n++;
      else if (n > 0 || plx_tokenizer_is_word (ch))
        break;
      last = end;
    }
  return last != NULL && n == 1;
}

static void
append_word (GString *out, const char *word, gboolean is_prefix)
{
  g_autoptr (GString) quoted = g_string_new (word);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (out, "%s\"%s\"%s", out->len > 0 ? " OR " : "", quoted->str,
                          is_prefix || ends_in_single (word) ? "*" : "");
}

static void
end_alternatives (Parser *parser)
{
  if (parser->any->len > 0)
    g_string_append_printf (parser->all, "%s(%s)", parser->all->len > 0 ? " AND " : "",
                            parser->any->str);
  g_string_truncate (parser->any, 0);
}

static void
take_word (Parser *parser, const char *word, gboolean is_prefix)
{
  if (!is_searchable (word))
    return;
  if (parser->follows_not)
    append_word (parser->none, word, is_prefix);
  else
    {
      if (!parser->follows_or)
        end_alternatives (parser);
      append_word (parser->any, word, is_prefix);
    }
  parser->follows_or = parser->follows_not = FALSE;
}

static void
set_date (PlxSearchQuery *parsed, const char *value)
{
  const char *dots = strstr (value, "..");

  g_free (parsed->date_from);
  g_free (parsed->date_to);
  parsed->date_from = dots != NULL ? g_strndup (value, (gsize) (dots - value)) : g_strdup (value);
  /* A date ends where its last second does: everything that begins with it. */
  parsed->date_to = g_strconcat (dots != NULL ? dots + 2 : value, "\x7f", NULL);
}

static gboolean
take_filter (Parser *parser, const char *name, const char *value)
{
  PlxSearchQuery *parsed = parser->parsed;

  if (strcmp (name, "source") == 0)
    {
      g_free (parsed->source);
      parsed->source = plx_source_dup_folded (value);
    }
  else if (strcmp (name, "speaker") == 0)
    {
      g_free (parsed->speaker);
      parsed->speaker = plx_source_dup_folded (value);
    }
  else if (strcmp (name, "date") == 0)
    set_date (parsed, value);
  else
    return FALSE;
  return TRUE;
}

/* One word or phrase from @p; a filter's value may be quoted too. */
static const char *
read_word (const char *p, GString *word, gboolean *is_quoted)
{
  g_string_truncate (word, 0);
  *is_quoted = *p == '"';
  if (*is_quoted)
    {
      for (p++; *p != '\0' && *p != '"'; p++)
        g_string_append_c (word, *p);
      return *p == '"' ? p + 1 : p;
    }
  while (*p != '\0' && *p != '"' && !g_unichar_isspace (g_utf8_get_char (p)))
    {
      const char *next = g_utf8_next_char (p);

      g_string_append_len (word, p, next - p);
      p = next;
      if (word->str[word->len - 1] == ':' && *p == '"')
        break;
    }
  return p;
}

static const char *
take_plain (Parser *parser, const char *p, GString *word)
{
  const char *colon = strchr (word->str, ':');

  if (colon != NULL)
    {
      g_autofree char *name = g_strndup (word->str, (gsize) (colon - word->str));
      g_autoptr (GString) value = g_string_new (colon + 1);
      const char *after = p;
      gboolean is_quoted;

      if (value->len == 0 && *p == '"')
        after = read_word (p, value, &is_quoted);
      if (take_filter (parser, name, value->str))
        return after;
    }
  if (strcmp (word->str, "OR") == 0)
    parser->follows_or = TRUE;
  else if (strcmp (word->str, "NOT") == 0)
    parser->follows_not = TRUE;
  else if (strcmp (word->str, "AND") != 0)
    {
      gboolean is_prefix = word->len > 1 && word->str[word->len - 1] == '*';

      if (is_prefix)
        g_string_truncate (word, word->len - 1);
      take_word (parser, word->str, is_prefix);
    }
  return p;
}

static void
read_all (Parser *parser, const char *p)
{
  g_autoptr (GString) word = g_string_new (NULL);

  while (*p != '\0')
    {
      gboolean is_quoted;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = read_word (p, word, &is_quoted);
      if (is_quoted)
        take_word (parser, word->str, FALSE);
      else
        p = take_plain (parser, p, word);
    }
  end_alternatives (parser);
}

gboolean
plx_search_query_parse (PlxSearchQuery *parsed, const char *query, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) any = g_string_new (NULL);
  g_autoptr (GString) none = g_string_new (NULL);
  Parser parser = { parsed, all, any, none, FALSE, FALSE };

  *parsed = (PlxSearchQuery) { 0 };
  if (g_utf8_validate (query, -1, NULL))
    read_all (&parser, query);
  if (all->len > 0)
    parsed->match = none->len > 0 ? g_strdup_printf ("(%s) NOT (%s)", all->str, none->str)
                                  : g_strdup (all->str);
  if (parsed->match != NULL
      || (none->len == 0 && (parsed->source || parsed->speaker || parsed->date_from)))
    return TRUE;
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_INVALID,
                       _("the query needs at least one word to look for"));
  return FALSE;
}

void
plx_search_query_clear (PlxSearchQuery *parsed)
{
  g_free (parsed->match);
  g_free (parsed->source);
  g_free (parsed->speaker);
  g_free (parsed->date_from);
  g_free (parsed->date_to);
}
