/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-names-private.h"

#include <string.h>

/* The tokens as the rules of names see them: folded, with what their capitals
 * are worth. */

/* A line is a headline when so many of its longer words have capitals. */
#define HEADLINE_SHARE 0.7
#define HEADLINE_WORDS 4
#define LONG_WORD 4

static void
fold_token (PlxNameReading *r, guint i)
{
  PlxSpan span = PLX_TOKEN (r->analysis, i)->span;
  PlxNameToken *token = &r->tokens[i];
  g_autoptr (GString) form = g_string_new (NULL);
  g_autofree char *lower = NULL;
  guint n_upper = 0, n_letters = 0;

  for (const char *p = r->analysis->text + span.begin; p < r->analysis->text + span.end;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      else if (c == 0x2010 || c == 0x2011)
        c = '-';
      n_letters += g_unichar_isalpha (c);
      n_upper += g_unichar_isupper (c);
      g_string_append_unichar (form, c);
    }
  token->form = g_string_chunk_insert_const (r->chunk, form->str);
  lower = g_utf8_strdown (form->str, -1);
  token->lower = g_string_chunk_insert_const (r->chunk, lower);
  token->first = g_utf8_get_char (form->str);
  token->capital = g_unichar_isupper (token->first);
  token->all_capitals = n_upper > 1 && n_upper == n_letters;
  token->glued = i > 0 && PLX_TOKEN (r->analysis, i - 1)->span.end == span.begin;
}

/* The first word of a sentence, and after an opening quotation mark, bracket,
 * colon or dash: a capital that says little. */
static void
mark_initials (PlxNameReading *r)
{
  for (guint i = 0; i < r->n; i++)
    {
      gint64 before = (gint64) i - 1;

      r->tokens[i].initial = !plx_name_reading_same_sentence (r, i, before)
                             || strchr ("\"'(:", r->tokens[i - 1].form[0]) != NULL
                             || strcmp (r->tokens[i - 1].form, "--") == 0
                             || r->tokens[i - 1].first == 0x201c || r->tokens[i - 1].first == 0x2014
                             || (r->tokens[i - 1].initial
                                 && !g_unichar_isalnum (r->tokens[i - 1].first));
    }
}

static void
mark_headlines (PlxNameReading *r)
{
  guint first = 0;

  while (first < r->n)
    {
      guint n_long = 0, n_capital = 0, i = first;
      gboolean is_headline;

      for (; i < r->n && plx_name_reading_same_sentence (r, first, i); i++)
        if (strlen (r->tokens[i].form) >= LONG_WORD && g_unichar_isalpha (r->tokens[i].first))
          {
            n_long++;
            n_capital += r->tokens[i].capital;
          }
      is_headline = n_long >= HEADLINE_WORDS && n_capital >= HEADLINE_SHARE * n_long
                    && strcmp (r->tokens[i - 1].form, ".") != 0;
      for (; first < i; first++)
        r->tokens[first].headline = is_headline;
    }
}

void
plx_name_reading_init (PlxNameReading *r, const PlxNameLists *lists, PlxAnalysis *analysis)
{
  memset (r, 0, sizeof *r);
  r->lists = lists;
  r->analysis = analysis;
  r->n = analysis->tokens->len;
  r->chunk = g_string_chunk_new (16 * 1024);
  r->tokens = g_new0 (PlxNameToken, r->n + 1);
  r->piece = g_new (gint32, r->n + 1);
  r->pieces = g_array_new (FALSE, TRUE, sizeof (PlxPiece));
  r->capitals = g_hash_table_new (g_str_hash, g_str_equal);
  r->alone = g_hash_table_new (g_str_hash, g_str_equal);
  r->adjectives = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < r->n; i++)
    {
      fold_token (r, i);
      r->piece[i] = -1;
    }
  mark_initials (r);
  mark_headlines (r);
  for (guint i = 0; i < r->n; i++)
    if (r->tokens[i].capital && !r->tokens[i].initial && !r->tokens[i].headline)
      {
        g_hash_table_add (r->capitals, (gpointer) r->tokens[i].lower);
        if (!r->tokens[i - 1].capital)
          g_hash_table_add (r->alone, (gpointer) r->tokens[i].lower);
      }
}

void
plx_name_reading_clear (PlxNameReading *r)
{
  g_free (r->tokens);
  g_free (r->piece);
  g_array_unref (r->pieces);
  g_hash_table_unref (r->capitals);
  g_hash_table_unref (r->alone);
  g_hash_table_unref (r->adjectives);
  g_string_chunk_free (r->chunk);
}

gboolean
plx_name_reading_is (const PlxNameReading *r, gint64 i, const char *word)
{
  return i >= 0 && i < r->n && strcmp (r->tokens[i].lower, word) == 0;
}

/* Whether the token is a function word with one of these uses. */
gboolean
plx_name_reading_does (const PlxNameReading *r, gint64 i, guint uses)
{
  return i >= 0 && i < r->n && plx_function_word_is (r->lists, r->tokens[i].lower, uses);
}

gboolean
plx_name_reading_has_upos (const PlxNameReading *r, gint64 i, const char *upos)
{
  return i >= 0 && i < r->n && strcmp (PLX_TOKEN (r->analysis, i)->upos, upos) == 0;
}

gboolean
plx_name_reading_is_class (const PlxNameReading *r, gint64 i, guint classes)
{
  return i >= 0 && i < r->n && plx_name_word_is (r->lists, r->tokens[i].lower, classes);
}

/* "'s", or "'" right behind a word in s. */
gboolean
plx_name_reading_is_genitive (const PlxNameReading *r, gint64 i)
{
  if (i <= 0 || i >= r->n || !r->tokens[i].glued)
    return FALSE;
  if (strcmp (r->tokens[i].lower, "'s") == 0)
    return TRUE;
  return strcmp (r->tokens[i].lower, "'") == 0 && g_str_has_suffix (r->tokens[i - 1].lower, "s");
}

gboolean
plx_name_reading_same_sentence (const PlxNameReading *r, gint64 a, gint64 b)
{
  if (a < 0 || b < 0 || a >= r->n || b >= r->n)
    return FALSE;
  return PLX_TOKEN (r->analysis, a)->sentence == PLX_TOKEN (r->analysis, b)->sentence;
}

/* Joins folded tokens with the spaces the text has; FALSE: longer than @size. */
gboolean
plx_name_reading_phrase (const PlxNameReading *r, guint first, guint end, char *buffer, gsize size)
{
  gsize n = 0;

  for (guint i = first; i < end; i++)
    {
      gsize length = strlen (r->tokens[i].lower);

      if (n + length + 2 > size)
        return FALSE;
      if (i > first && !r->tokens[i].glued)
        buffer[n++] = ' ';
      memcpy (buffer + n, r->tokens[i].lower, length);
      n += length;
    }
  buffer[n] = '\0';
  return TRUE;
}

/* The longest phrase of @table that begins at @first and ends before @limit. */
const PlxNameRow *
plx_name_reading_match (const PlxNameReading *r, const PlxNameTable *table, guint first,
                        guint limit, guint *end)
{
  guint longest = plx_name_table_limit (table, r->tokens[first].lower);
  const PlxNameRow *found = NULL;
  char phrase[160];
  gsize n = 0;

  longest = MIN (longest, sizeof phrase - 1);
  for (guint i = first; i < limit && n < longest; i++)
    {
      gsize length = strlen (r->tokens[i].lower);
      const PlxNameRow *row;

      if (i > first && !plx_name_reading_same_sentence (r, first, i))
        break;
      if (n + length + (i > first && !r->tokens[i].glued) > longest)
        break;
      if (i > first && !r->tokens[i].glued)
        phrase[n++] = ' ';
      memcpy (phrase + n, r->tokens[i].lower, length);
      n += length;
      phrase[n] = '\0';
      row = plx_name_table_find (table, phrase);
      if (row != NULL)
        {
          found = row;
          *end = i + 1;
        }
    }
  return found;
}

const char *
plx_name_reading_key (PlxNameReading *r, guint first, guint end)
{
  char phrase[512];

  if (!plx_name_reading_phrase (r, first, end, phrase, sizeof phrase))
    return g_string_chunk_insert_const (r->chunk, r->tokens[first].lower);
  return g_string_chunk_insert_const (r->chunk, phrase);
}

PlxSpan
plx_name_reading_span (const PlxNameReading *r, guint first, guint end)
{
  return (PlxSpan) { PLX_TOKEN (r->analysis, first)->span.begin,
                     PLX_TOKEN (r->analysis, end - 1)->span.end };
}
