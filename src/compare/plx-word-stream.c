/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-word-stream.h"

#include <string.h>

/* A longer run of letters is cut: it is no word. */
enum { MAX_WORD_BYTES = 256 };

PlxWordNumbers *
plx_word_numbers_new (void)
{
  PlxWordNumbers *self = g_new0 (PlxWordNumbers, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_ptr_array_new ();
  return self;
}

void
plx_word_numbers_free (PlxWordNumbers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static guint32
number_of (PlxWordNumbers *self, char *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, word));

  if (id > 0)
    {
      g_free (word);
      return id - 1;
    }
  g_ptr_array_add (self->words, word);
  g_hash_table_insert (self->ids, word, GUINT_TO_POINTER (self->words->len));
  return self->words->len - 1;
}

static gboolean
stands_alone (gunichar c)
{
  GUnicodeScript script;

  if (c < 0x0e00)
    return FALSE;
  script = g_unichar_get_script (c);
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_THAI;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* "don't", "8.5", "40,000" */
static gboolean
joins (gunichar before, gunichar c, gunichar after)
{
  if (c == '\'' || c == 0x2019)
    return g_unichar_isalpha (after);
  return (c == '.' || c == ',') && g_unichar_isdigit (before) && g_unichar_isdigit (after);
}

/* The end of the word that begins at @start. */
static const char *
word_end (const char *start, const char *end, gboolean *has_digit)
{
  const char *p = start;
  gunichar before = 0;

  *has_digit = FALSE;
  while (p < end && p - start < MAX_WORD_BYTES)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (p > start && (stands_alone (c) || stands_alone (before)))
        break;
      if (!is_letter (c) && !(next < end && joins (before, c, g_utf8_get_char (next))))
        break;
      *has_digit = *has_digit || g_unichar_isdigit (c);
      before = c;
      p = next;
    }
  return p;
}

static char *
fold (const char *start, const char *stop)
{
  char *word = g_utf8_strdown (start, stop - start);
  g_autofree char *plain = NULL;
  g_autoptr (GString) out = NULL;

  if (strstr (word, "’") == NULL)
    return word;
  plain = word;
  out = g_string_new (plain);
  g_string_replace (out, "’", "'", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

GArray *
plx_word_stream_read (PlxWordNumbers *self, const char *text, gsize n_bytes)
{
  GArray *stream = g_array_new (FALSE, FALSE, sizeof (PlxStreamWord));
  const char *p = text, *end = text + n_bytes;
  gboolean breaks = TRUE;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *stop;
      PlxStreamWord word = { 0 };

      if (!is_letter (c))
        {
          breaks = breaks || (c != ' ' && c != '-' && c != '\'' && c != 0x2019 && c != 0xa0);
          p = g_utf8_next_char (p);
          continue;
        }
      stop = word_end (p, end, &word.has_digit);
      word.span = (PlxSpan) { (guint32) (p - text), (guint32) (stop - text) };
      word.id = number_of (self, fold (p, stop));
      word.breaks = breaks;
      g_array_append_val (stream, word);
      breaks = FALSE;
      p = stop;
    }
  return stream;
}
