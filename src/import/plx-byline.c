/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-metadata.h"

#include <string.h>

/* "By Jane Doe and John Roe, 14 May" → the two names. Words that stand before,
 * between and instead of names are in data/import/byline-words.tsv. */

typedef struct {
  GPtrArray *prefixes;    // char *, casefolded, with their closing blank or colon
  GHashTable *joiners;    // "and"
  GHashTable *nobody;     // "admin", "staff": no name
} Words;

static gboolean
add_words (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Words *words = user_data;

  for (guint i = 1; i < n_fields; i++)
    {
      char *word = g_utf8_casefold (fields[i], -1);

      if (strcmp (fields[0], "before") == 0)
        g_ptr_array_add (words->prefixes, word);
      else
        g_hash_table_add (strcmp (fields[0], "between") == 0 ? words->joiners : words->nobody,
                          word);
    }
  return TRUE;
}

static Words *
get_words (void)
{
  static Words *words;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      words = g_new0 (Words, 1);
      words->prefixes = g_ptr_array_new ();
      words->joiners = g_hash_table_new (g_str_hash, g_str_equal);
      words->nobody = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/byline-words.tsv", add_words, words, NULL);
      g_once_init_leave (&once, 1);
    }
  return words;
}

/* Past "By", "Written by"; @text itself when there is none. */
static const char *
skip_prefix (const char *text)
{
  GPtrArray *prefixes = get_words ()->prefixes;
  const char *best = text;

  for (guint i = 0; i < prefixes->len; i++)
    {
      const char *prefix = g_ptr_array_index (prefixes, i);
      gsize n = strlen (prefix);
      g_autofree char *head = g_utf8_casefold (text, (gssize) MIN (n, strlen (text)));

      if (strcmp (head, prefix) == 0 && text[n] != '\0'
          && (text[n] == ' ' || text[n] == ':' || prefix[n - 1] == ':') && text + n > best)
        best = text + n;
    }
  while (*best == ' ' || *best == ':')
    best++;
  return best;
}

gboolean
plx_byline_has_prefix (const char *text)
{
  return skip_prefix (text) != text;
}

/* Past "By"; @text itself where there is none. */
const char *
plx_byline_skip_prefix (const char *text)
{
  return skip_prefix (text);
}

static gboolean
is_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  glong n = g_utf8_strlen (name, -1);

  if (n < 2 || n > 60 || strstr (name, "://") != NULL || strchr (name, '@') != NULL
      || g_str_has_prefix (folded, "www."))
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && n > 12)
      return FALSE;
  return g_unichar_isalpha (g_utf8_get_char (name))
         && !g_hash_table_contains (get_words ()->nobody, folded);
}

static void
add_name (GPtrArray *authors, const char *start, gsize n)
{
  g_autofree char *name = g_strndup (start, n);
  const char *clean;

  if (strchr (name, '(') != NULL && strchr (name, '(') != name)
    *strchr (name, '(') = '\0';     // "Jane Doe (jad)"
  g_strstrip (name);
  clean = skip_prefix (name);
  if (!is_name (clean))
    return;
  for (guint i = 0; i < authors->len; i++)
    if (strcmp (g_ptr_array_index (authors, i), clean) == 0)
      return;
  g_ptr_array_add (authors, g_strdup (clean));
}

/* The length of a joining word at @p, with blanks around it. */
static gsize
match_joiner (const char *p)
{
  const char *end;
  g_autofree char *word = NULL;

  if (*p != ' ')
    return strchr (",;|/", *p) != NULL && *p != '\0' ? 1 : 0;
  end = strchrnul (p + 1, ' ');
  if (*end == '\0' || end - p > 8)
    return 0;
  word = g_utf8_casefold (p + 1, end - p - 1);
  return g_hash_table_contains (get_words ()->joiners, word) ? (gsize) (end - p) : 0;
}

/* Adds the names that @text holds, each once. */
void
plx_byline_add (GPtrArray *authors, const char *text)
{
  const char *start = skip_prefix (text), *p = start;

  if (strlen (text) > 400 || strstr (text, "://") != NULL)
    return;
  while (*p != '\0')
    {
      gsize n = match_joiner (p);

      if (n == 0)
        {
          p++;
          continue;
        }
      add_name (authors, start, (gsize) (p - start));
      start = p += n;
    }
  add_name (authors, start, (gsize) (p - start));
}
