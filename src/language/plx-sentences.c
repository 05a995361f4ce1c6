/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-token-lists.h"

/* Sentences end at . ! ? … inside a paragraph, with the quotation marks and
 * brackets that follow, when what comes next looks like a beginning. Every
 * paragraph is at least one sentence, so headlines stand alone. */

/* How many words after a quoted question are looked at for "asked". */
#define ASKED_WITHIN 5

/* No abbreviation is longer, in bytes. */
#define MAX_ABBREVIATION 24

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == 0xbb;
}

static gboolean
is_opening (gunichar c)
{
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201c || c == 0x2018 || c == 0xab;
}

static PlxSpan
word_before (const char *text, guint32 floor, guint32 end)
{
  PlxSpan word = { end, end };

  while (word.begin > floor && end - word.begin < MAX_ABBREVIATION)
    {
      const char *p = g_utf8_find_prev_char (text + floor, text + word.begin);
      gunichar c = p != NULL ? g_utf8_get_char (p) : ' ';

      if (p == NULL || !(g_unichar_isalnum (c) || c == '.'))
        break;
      word.begin = (guint32) (p - text);
    }
  return word;
}

static guint32
skip_space (const char *text, guint32 at, guint32 end)
{
  while (at < end && g_unichar_isspace (g_utf8_get_char (text + at)))
    at = (guint32) (g_utf8_next_char (text + at) - text);
  return at;
}

/* Folds the word that begins at @at; TRUE when it begins with a capital. */
static gboolean
word_at (const char *text, guint32 at, guint32 end, char folded[32], guint32 *after)
{
  gboolean capital = at < end && g_unichar_isupper (g_utf8_get_char (text + at));
  guint n = 0;

  while (at < end && g_unichar_isalnum (g_utf8_get_char (text + at)))
    {
      if (n < 31 && (guchar) text[at] < 0x80)
        folded[n++] = g_ascii_tolower (text[at]);
      at = (guint32) (g_utf8_next_char (text + at) - text);
    }
  folded[n] = '\0';
  *after = at;
  return capital;
}

/* A function word or adverb that opens sentences: it is known in lower case
 * and not as a name. */
static gboolean
is_starter (const PlxTokenLists *lists, const char *folded)
{
  PlxReadingOfForm reading;

  if (plx_lexicon_readings (lists, folded, &reading, 1) == 0)
    return FALSE;
  return reading.count >= 20
         && strstr ("DET PRON ADP SCONJ CCONJ ADV", lists->tags[reading.tag].upos) != NULL;
}

/* "Why?" Kim Jong Un asked. */
static gboolean
is_asked (const PlxTokenLists *lists, const char *text, guint32 at, guint32 end)
{
  for (guint i = 0; i < ASKED_WITHIN && at < end; i++)
    {
      char folded[32];
      guint32 after;
      gboolean capital = word_at (text, at, end, folded, &after);

      if (after == at)
        return FALSE;
      if (g_hash_table_contains (lists->asked, folded))
        return TRUE;
      if (!capital && i > 0)
        return FALSE;
      at = skip_space (text, after, end);
    }
  return FALSE;
}

/* Whether a full stop at @stop may end a sentence before the word at @next. */
static gboolean
may_end_at_stop (const PlxTokenLists *lists, const char *text, PlxSpan paragraph, guint32 stop,
                 guint32 next)
{
  PlxSpan word = word_before (text, paragraph.begin, stop);
  PlxAbbreviation kind = plx_abbreviation_of (lists, text, word);
  gunichar c = g_utf8_get_char (text + next);
  guint32 length = plx_span_length (word);
  char folded[32];
  guint32 after;

  if (length == 0)
    return TRUE;
  word_at (text, next, paragraph.end, folded, &after);
  if (kind == PLX_ABBREVIATION_TITLE)
    return FALSE;
  if (kind == PLX_ABBREVIATION_NUMBER)
    return !g_unichar_isdigit (c) && (length > 2 ? is_starter (lists, folded) : TRUE);
  if (kind == PLX_ABBREVIATION_NAME || memchr (text + word.begin, '.', length) != NULL)
    return is_starter (lists, folded) || is_opening (c);
  if (length == 1 && g_ascii_isupper (text[word.begin]))
    return is_starter (lists, folded);
  return TRUE;
}

static gboolean
may_begin (const char *text, guint32 at, guint32 end)
{
  gunichar c = g_utf8_get_char (text + at);

  while (at < end && is_opening (c))
    {
      at = (guint32) (g_utf8_next_char (text + at) - text);
      c = at < end ? g_utf8_get_char (text + at) : 0;
    }
  return g_unichar_isupper (c) || g_unichar_istitle (c) || g_unichar_isdigit (c)
         || g_unichar_type (c) == G_UNICODE_OTHER_LETTER
         || c == '$' || c == 0x20ac || c == 0xa3 || c == 0x2013 || c == 0x2014 || c == '-';
}

/* "took power.The North": a stop between a small letter and a capitalised word. */
static gboolean
is_lost_space (const char *text, PlxSpan paragraph, guint32 stop)
{
  return stop > paragraph.begin + 2 && stop + 2 < paragraph.end && text[stop] == '.'
         && g_ascii_islower (text[stop - 1]) && g_ascii_islower (text[stop - 2])
         && g_ascii_isupper (text[stop + 1])
         && (g_ascii_islower (text[stop + 2]) || text[stop + 2] == ' ');
}

/* Whether a sentence ends with the sign at @at; @after: behind it and the
 * signs that belong to it. */
static gboolean
ends_sentence (const PlxTokenLists *lists, const char *text, PlxSpan paragraph, guint32 at,
               guint32 *after)
{
  gunichar mark = g_utf8_get_char (text + at);
  guint32 end = at;
  gboolean quoted = FALSE;
  guint32 next;

  while (end < paragraph.end)
    {
      gunichar c = g_utf8_get_char (text + end);

      if (c != '.' && c != '!' && c != '?' && c != 0x2026 && !is_closing (c))
        break;
      quoted |= is_quote (c);
      end = (guint32) (g_utf8_next_char (text + end) - text);
    }
  *after = end;
  if (end >= paragraph.end)
    return TRUE;
  next = skip_space (text, end, paragraph.end);
  if (next == end && end == at + 1 && is_lost_space (text, paragraph, at))
    return TRUE;
  if (next == end || next >= paragraph.end || !may_begin (text, next, paragraph.end))
    return FALSE;
  if (mark == '.' && end == at + 1 && !may_end_at_stop (lists, text, paragraph, at, next))
    return FALSE;
  return mark == '.' || !quoted || !is_asked (lists, text, next, paragraph.end);
}

static void
add_sentence (PlxAnalysis *analysis, guint32 begin, guint32 end)
{
  PlxSpan sentence = { skip_space (analysis->text, begin, end), end };

  if (sentence.begin < sentence.end)
    g_array_append_val (analysis->sentences, sentence);
}

void
plx_find_sentences (const PlxTokenLists *lists, PlxAnalysis *analysis)
{
  const char *text = analysis->text;

  for (guint i = 0; i < analysis->paragraphs->len; i++)
    {
      PlxSpan paragraph = g_array_index (analysis->paragraphs, PlxSpan, i);
      guint32 begin = paragraph.begin;
      guint32 at = begin;

      while (at < paragraph.end)
        {
          gunichar c = g_utf8_get_char (text + at);
          guint32 after = (guint32) (g_utf8_next_char (text + at) - text);

          if ((c == '.' || c == '!' || c == '?' || c == 0x2026)
              && ends_sentence (lists, text, paragraph, at, &after))
            {
              add_sentence (analysis, begin, after);
              begin = after;
            }
          at = after;
        }
      add_sentence (analysis, begin, paragraph.end);
    }
}
