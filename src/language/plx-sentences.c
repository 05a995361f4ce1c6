/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-boundaries-private.h"

/* Where sentences end. The rules here say what is sure of a stop ("Gen. Vesk" is
 * no end) and what is likely; plx-boundaries.c weighs that with all else that
 * stands around a gap. Every paragraph is at least one sentence, so headlines
 * stand alone. */

/* How many words after a quoted question are looked at for "asked". */
#define ASKED_WITHIN 5

/* No abbreviation is longer, in bytes. */
#define MAX_ABBREVIATION 24

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

/* A word with a capital that is known as a name, or not known: what stands
 * behind an initial. */
static gboolean
is_name_word (const PlxTokenLists *lists, const char *text, PlxSpan word, const char *folded)
{
  g_autofree char *form = g_strndup (text + word.begin, MIN (plx_span_length (word), 31u));
  const char *as_is = g_hash_table_lookup (lists->lexicon, form);

  if (plx_span_length (word) == 0 || !g_unichar_isupper (g_utf8_get_char (form)))
    return FALSE;
  return (as_is != NULL && g_str_has_prefix (as_is, "PROPN"))
         || g_hash_table_lookup (lists->lexicon, folded) == NULL;
}

/* Whether a full stop at @stop may end a sentence before the word at @next. */
static PlxRule
rule_at_full_stop (const PlxTokenLists *lists, const char *text, PlxSpan paragraph, guint32 stop,
                   guint32 next)
{
  PlxSpan word = word_before (text, paragraph.begin, stop);
  PlxAbbreviation kind = plx_abbreviation_of (lists, text, word);
  gunichar c = g_utf8_get_char (text + next);
  guint32 length = plx_span_length (word);
  gboolean starter;
  char folded[32];
  guint32 after;

  if (length == 0)
    return PLX_RULE_YES;
  word_at (text, next, paragraph.end, folded, &after);
  starter = is_starter (lists, folded);
  if (kind == PLX_ABBREVIATION_TITLE)
    return PLX_RULE_NEVER;
  if (kind == PLX_ABBREVIATION_NUMBER)
    return g_unichar_isdigit (c) ? PLX_RULE_NEVER
           : length <= 2 || starter ? PLX_RULE_YES : PLX_RULE_NO;
  if (kind == PLX_ABBREVIATION_NAME || memchr (text + word.begin, '.', length) != NULL)
    return starter || is_opening (c) ? PLX_RULE_YES : PLX_RULE_NO;
  if (length != 1 || !g_ascii_isupper (text[word.begin]) || starter)
    return PLX_RULE_YES;
  return is_name_word (lists, text, (PlxSpan) { next, after }, folded) ? PLX_RULE_NEVER
                                                                        : PLX_RULE_NO;
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

PlxRule
plx_rule_at_stop (const PlxTokenLists *lists, const char *text, PlxSpan paragraph, guint32 at,
                  guint32 end)
{
  gunichar mark = g_utf8_get_char (text + at);
  guint32 next = skip_space (text, end, paragraph.end);
  gboolean quoted = FALSE;

  for (guint32 p = at; p < end; p = (guint32) (g_utf8_next_char (text + p) - text))
    quoted |= is_quote (g_utf8_get_char (text + p));
  if (next >= paragraph.end)
    return PLX_RULE_YES;
  if (mark != '.' && quoted && is_asked (lists, text, next, paragraph.end))
    return PLX_RULE_NEVER;
  if (!may_begin (text, next, paragraph.end))
    return PLX_RULE_NO;
  if (mark == '.' && end == at + 1)
    return rule_at_full_stop (lists, text, paragraph, at, next);
  return PLX_RULE_YES;
}

typedef struct {
  const PlxTokenLists *lists;
  PlxAnalysis *analysis;
  guint32 begin;         // of the sentence at hand
} Finding;

static void
add_sentence (Finding *finding, guint32 end)
{
  PlxSpan sentence = { skip_space (finding->analysis->text, finding->begin, end), end };

  if (sentence.begin < sentence.end)
    g_array_append_val (finding->analysis->sentences, sentence);
  finding->begin = end;
}

static gboolean
decide (const PlxGap *gap, gpointer user_data)
{
  Finding *finding = user_data;

  if (!plx_boundaries_decide (finding->lists->boundaries, gap))
    return FALSE;
  add_sentence (finding, gap->end);
  return TRUE;
}

void
plx_find_sentences (const PlxTokenLists *lists, PlxAnalysis *analysis)
{
  const char *style = plx_gaps_style (analysis);
  Finding finding = { lists, analysis, 0 };

  for (guint i = 0; i < analysis->paragraphs->len; i++)
    {
      PlxSpan paragraph = g_array_index (analysis->paragraphs, PlxSpan, i);

      finding.begin = paragraph.begin;
      plx_gaps_foreach (lists, analysis, i, style, decide, &finding);
      add_sentence (&finding, paragraph.end);
    }
}
