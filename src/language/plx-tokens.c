/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-token-lists.h"

/* Words and signs, much as treebanks cut them: clitics ('s, n't) are tokens,
 * abbreviations keep their stop, numbers keep their inner signs. Hyphenated
 * words stay whole except where a name stands in them that a reader would
 * look for: "Seoul-based", "Norland-Sarania". */

typedef struct {
  const PlxTokenLists *lists;
  PlxAnalysis *analysis;
  const char *text;
  guint32 sentence;
  guint32 end;      // of the sentence
} Scan;

static gunichar
char_at (const Scan *scan, guint32 at)
{
  return at < scan->end ? g_utf8_get_char (scan->text + at) : 0;
}

static guint32
after (const Scan *scan, guint32 at)
{
  return (guint32) (g_utf8_next_char (scan->text + at) - scan->text);
}

static gboolean
is_word (gunichar c)
{
  return c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static void
add_token (Scan *scan, guint32 begin, guint32 end)
{
  PlxToken token = { .span = { begin, end }, .upos = "X", .head = -1,
                     .sentence = scan->sentence };

  if (begin < end)
    g_array_append_val (scan->analysis->tokens, token);
}

/* The part of the text, folded, with plain apostrophes; "" when too long. */
static void
fold (const Scan *scan, guint32 begin, guint32 end, char folded[32])
{
  guint n = 0;

  folded[0] = '\0';
  if (end - begin > 60)
    return;
  for (guint32 at = begin; at < end && n < 31; at = after (scan, at))
    {
      gunichar c = g_unichar_tolower (char_at (scan, at));

      folded[n++] = is_apostrophe (c) ? '\'' : c < 0x80 ? (char) c : '?';
    }
  folded[n] = '\0';
}

/* Signs that may stand inside a word, between the characters around them. A
 * stop between a small and a capital letter is a lost space. */
static gboolean
joins_word (const Scan *scan, gunichar before, gunichar c, gunichar next)
{
  gboolean digits = g_unichar_isdigit (before) && g_unichar_isdigit (next);

  if (!is_word (next) || (c == '.' && g_unichar_islower (before) && g_unichar_isupper (next)))
    return FALSE;
  if (is_hyphen (c) || is_apostrophe (c) || c == '_' || c == '@' || c == '.')
    return TRUE;
  if (c == ',' || c == ':')
    return digits;
  if (c == '/')
    return TRUE;
  return c == '&' && g_unichar_isupper (before) && g_unichar_isupper (next);
}

static guint32
word_end (const Scan *scan, guint32 at)
{
  gunichar before = 0;

  while (at < scan->end)
    {
      gunichar c = char_at (scan, at);
      guint32 next = after (scan, at);

      if (!is_word (c) && !joins_word (scan, before, c, char_at (scan, next)))
        break;
      before = c;
      at = next;
    }
  return at;
}

static gboolean
is_dotted (const char *text, PlxSpan word)
{
  return memchr (text + word.begin, '.', plx_span_length (word)) != NULL
         && g_ascii_isalpha (text[word.end - 1]);
}

/* "U.S." and "Gen." keep their stop; "J." does inside a sentence. */
static gboolean
keeps_stop (const Scan *scan, PlxSpan word)
{
  PlxAbbreviation kind = plx_abbreviation_of (scan->lists, scan->text, word);
  gboolean last = word.end + 1 >= scan->end;

  if (char_at (scan, word.end) != '.' || char_at (scan, word.end + 1) == '.')
    return FALSE;
  if (is_dotted (scan->text, word) && plx_span_length (word) <= 7)
    return TRUE;
  if (kind == PLX_ABBREVIATION_NUMBER)
    return !last;
  if (kind != PLX_ABBREVIATION_NONE)
    return TRUE;
  return plx_span_length (word) == 1 && g_ascii_isupper (scan->text[word.begin]) && !last;
}

/* Where the clitic at the end of a word begins; the word's end when none. */
static guint32
clitic_begin (const Scan *scan, PlxSpan word)
{
  char folded[32];
  guint n;
  const char *mark;

  fold (scan, word.begin, word.end, folded);
  n = (guint) strlen (folded);
  if (n > 3 && g_str_equal (folded + n - 3, "n't"))
    {
      gsize bytes = scan->text[word.end - 2] == '\'' ? 3 : 5;

      return word.end - (guint32) bytes;
    }
  mark = strrchr (folded, '\'');
  if (mark != NULL && mark > folded && g_hash_table_contains (scan->lists->clitics, mark + 1))
    {
      guint32 at = word.end - (guint32) strlen (mark + 1);

      return (guint32) (g_utf8_prev_char (scan->text + at) - scan->text);
    }
  return word.end;
}

/* "talks", "relations": what two states joined by a hyphen stand before. */
static gboolean
is_before_pair_noun (const Scan *scan, guint32 end)
{
  char folded[32];
  guint32 begin = end;

  if (char_at (scan, end) != ' ')
    return FALSE;
  begin = end + 1;
  end = begin;
  while (is_word (char_at (scan, end)))
    end = after (scan, end);
  fold (scan, begin, end, folded);
  return g_hash_table_contains (scan->lists->pairs, folded);
}

/* Whether the hyphen at @at cuts a name off: "Seoul-based", "Norland-Sarania
 * talks". */
static gboolean
cuts_at_hyphen (const Scan *scan, PlxSpan word, guint32 at)
{
  guint32 tail = after (scan, at);
  char folded[32];
  gunichar next = char_at (scan, tail);

  if (!g_unichar_isupper (char_at (scan, word.begin)) || at - word.begin < 2)
    return FALSE;
  fold (scan, tail, word.end, folded);
  if (g_hash_table_contains (scan->lists->tails, folded))
    return TRUE;
  return g_unichar_isupper (next) && word.end - tail >= 3
         && memchr (scan->text + tail, '-', word.end - tail) == NULL
         && is_before_pair_noun (scan, word.end);
}

/* Adds a word without clitic and stop: whole, or cut at "cannot" or a hyphen. */
static void
add_word (Scan *scan, PlxSpan word)
{
  char folded[32];
  guint join;

  fold (scan, word.begin, word.end, folded);
  join = GPOINTER_TO_UINT (g_hash_table_lookup (scan->lists->joins, folded));
  if (join > 0 && join < plx_span_length (word))
    {
      add_token (scan, word.begin, word.begin + join);
      add_token (scan, word.begin + join, word.end);
      return;
    }
  for (guint32 at = word.begin; at < word.end && word.end - word.begin < 80; at = after (scan, at))
    if (is_hyphen (char_at (scan, at)) && cuts_at_hyphen (scan, word, at))
      {
        add_token (scan, word.begin, at);
        add_token (scan, at, after (scan, at));
        word.begin = after (scan, at);
        break;
      }
  add_token (scan, word.begin, word.end);
}

static guint32
scan_word (Scan *scan, guint32 at)
{
  PlxSpan word = { at, word_end (scan, at) };
  guint32 end = word.end;
  guint32 clitic;

  if (keeps_stop (scan, word))
    {
      add_token (scan, word.begin, end + 1);
      return end + 1;
    }
  clitic = clitic_begin (scan, word);
  if (clitic < end)
    {
      word.end = clitic;
      if (keeps_stop (scan, word))
        word.end++;
    }
  add_word (scan, word);
  add_token (scan, clitic, end);
  return end;
}

/* "—", "--", "...", "!!" are one token; "'s" after a sign is a clitic. */
static guint32
scan_sign (Scan *scan, guint32 at)
{
  gunichar c = char_at (scan, at);
  guint32 end = after (scan, at);
  GArray *tokens = scan->analysis->tokens;

  if (is_apostrophe (c) && tokens->len > 0
      && PLX_TOKEN (scan->analysis, tokens->len - 1)->span.end == at
      && (char_at (scan, end) == 's' || char_at (scan, end) == 'S')
      && !is_word (char_at (scan, end + 1)))
    end++;
  else if (c == '-' || c == '.' || c == '!' || c == '?' || c == '*' || c == '=' || c == '_')
    while (end < scan->end && char_at (scan, end) == c)
      end = after (scan, end);
  add_token (scan, at, end);
  return end;
}

/* "https://…": up to the next white space, without a stop or bracket. */
static guint32
scan_address (Scan *scan, guint32 at)
{
  guint32 end = at;

  while (end < scan->end && !g_unichar_isspace (char_at (scan, end)) && char_at (scan, end) != '"'
         && char_at (scan, end) != 0x201d)
    end = after (scan, end);
  while (end > at + 1 && strchr (".,;:!?)]'", scan->text[end - 1]) != NULL)
    end--;
  add_token (scan, at, end);
  return end;
}

void
plx_find_tokens (const PlxTokenLists *lists, PlxAnalysis *analysis)
{
  Scan scan = { .lists = lists, .analysis = analysis, .text = analysis->text };

  for (guint i = 0; i < analysis->sentences->len; i++)
    {
      guint32 at = PLX_SENTENCE (analysis, i)->begin;

      scan.sentence = i;
      scan.end = PLX_SENTENCE (analysis, i)->end;
      while (at < scan.end)
        {
          gunichar c = char_at (&scan, at);

          if (g_unichar_isspace (c) || c == 0x200b || c == 0xfeff || c == 0xad)
            at = after (&scan, at);
          else if (is_word (c) && (g_str_has_prefix (scan.text + at, "http://")
                                   || g_str_has_prefix (scan.text + at, "https://")
                                   || g_str_has_prefix (scan.text + at, "www.")))
            at = scan_address (&scan, at);
          else if (is_word (c) || (c == '.' && g_unichar_isdigit (char_at (&scan, at + 1))))
            at = scan_word (&scan, at);
          else
            at = scan_sign (&scan, at);
        }
    }
}
