/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-token-lists.h"

/* Words and signs as the English treebanks of UD cut them: clitics ('s, n't) are
 * tokens, abbreviations keep their stop, numbers keep their inner signs;
 * hyphens and slashes are cut out of words ("five - day", "and / or"), but not
 * behind prefixes ("anti-war"). Other than there, names with a hyphen stay whole
 * ("Jong-un", "al-Qaeda"), except "Seoul - based" and "Norland - Sarania talks". */

/* Longer words are left alone, and addresses are not looked for beyond. */
enum { MAX_CUT_WORD = 80, MAX_ADDRESS = 120, MAX_EMOTICON = 5 };

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

  if (char_at (scan, word.end) != '.'
      || (char_at (scan, word.end + 1) == '.' && char_at (scan, word.end + 2) == '.'))
    return FALSE;
  if (is_dotted (scan->text, word) && plx_span_length (word) <= 7)
    return TRUE;
  if (kind == PLX_ABBREVIATION_NUMBER)
    return !last;
  if (kind != PLX_ABBREVIATION_NONE)
    return TRUE;
  return plx_span_length (word) == 1 && g_ascii_isupper (scan->text[word.begin]) && !last;
}

/* "70's", "1930's": one token. */
static gboolean
is_decade (const char *folded)
{
  gsize n = strspn (folded, "0123456789");

  return (n == 2 || n == 4) && folded[n - 1] == '0' && strcmp (folded + n, "'s") == 0;
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
  if (mark != NULL && mark > folded && !is_decade (folded)
      && g_hash_table_contains (scan->lists->clitics, mark + 1))
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

/* The first tag that the lexicon has for a part of a word, or for its small
 * letters; NULL: unknown. */
static const char *
tag_of (const Scan *scan, guint32 begin, guint32 end)
{
  g_autofree char *form = g_strndup (scan->text + begin, end - begin);
  char folded[32];
  const char *tag;

  fold (scan, begin, end, folded);
  tag = g_hash_table_lookup (scan->lists->lexicon, folded);
  return tag != NULL ? tag : g_hash_table_lookup (scan->lists->lexicon, form);
}

static gboolean
is_ascii_run (const Scan *scan, guint32 begin, guint32 end, gboolean digits)
{
  for (guint32 at = begin; at < end; at++)
    if (digits ? !g_ascii_isdigit (scan->text[at]) && strchr (",.", scan->text[at]) == NULL
               : !g_ascii_isalpha (scan->text[at]) && scan->text[at] != '\'')
      return FALSE;
  return begin < end;
}

/* "2-3", "1998-99"; not "853-3989", "12-0". */
static gboolean
is_range (const Scan *scan, guint32 begin, guint32 at, guint32 end)
{
  guint32 n_left = at - begin, n_right = end - at - 1;

  return is_ascii_run (scan, begin, at, TRUE) && is_ascii_run (scan, at + 1, end, TRUE)
         && n_left <= 4 && n_right <= n_left + 1 && !(n_left == 3 && n_right == 4)
         && scan->text[at + 1] != '0';
}

/* Capital and small: "Soviet-era"; not "Jong-un", whose parts are no words. */
static gboolean
is_word_behind_name (const Scan *scan, guint32 begin, guint32 at, guint32 end)
{
  const char *tail = at + 3 < end ? tag_of (scan, at + 1, end) : NULL;

  return tail != NULL && at - begin >= 3 && !g_str_has_prefix (tail, "PROPN")
         && !g_str_has_prefix (tail, "X") && tag_of (scan, begin, at) != NULL;
}

/* Whether the hyphen at @at cuts off the part of @word that begins at @begin. */
static gboolean
cuts_at_hyphen (const Scan *scan, PlxSpan word, guint32 begin, guint32 at)
{
  guint32 tail = after (scan, at), end = tail;
  char folded[32];
  gboolean capital = g_unichar_isupper (char_at (scan, begin));

  if (capital && at - begin >= 2)
    {
      fold (scan, tail, word.end, folded);
      if (g_hash_table_contains (scan->lists->tails, folded))
        return TRUE;
      if (g_unichar_isupper (char_at (scan, tail)) && word.end - tail >= 3
          && memchr (scan->text + tail, '-', word.end - tail) == NULL
          && is_before_pair_noun (scan, word.end))
        return TRUE;
    }
  while (end < word.end && !is_hyphen (char_at (scan, end)) && char_at (scan, end) != '/')
    end = after (scan, end);
  fold (scan, begin, at, folded);
  if (scan->text[at] != '-' || g_hash_table_contains (scan->lists->prefixes, folded))
    return FALSE;
  if (is_ascii_run (scan, begin, at, TRUE))
    return end == word.end && is_range (scan, begin, at, end)
           ? begin == word.begin
           : g_ascii_islower (scan->text[tail]) && is_ascii_run (scan, tail, end, FALSE);
  if (!is_ascii_run (scan, begin, at, FALSE) || !is_ascii_run (scan, tail, end, FALSE))
    return FALSE;
  if (g_ascii_isupper (scan->text[tail]))
    return FALSE;
  return !capital || is_word_behind_name (scan, begin, at, end);
}

/* "and/or"; not "9/11", "s/he", "w/o", a path. */
static gboolean
cuts_at_slash (const Scan *scan, PlxSpan word, guint32 begin, guint32 at)
{
  guint32 end = at + 1;

  while (end < word.end && g_ascii_isalpha (scan->text[end]))
    end++;
  return is_ascii_run (scan, begin, at, FALSE) && at - begin >= 2 && end - at > 2
         && (end == word.end || strchr ("-/'", scan->text[end]) != NULL);
}

/* Where a number ends that a unit follows without space: "375mm", "9:30pm". */
static guint32
unit_begin (const Scan *scan, PlxSpan word)
{
  guint32 at = word.begin;
  char folded[32];

  while (at < word.end
         && (g_ascii_isdigit (scan->text[at]) || strchr (",.:", scan->text[at]) != NULL))
    at++;
  if (at == word.begin || at == word.end)
    return word.end;
  fold (scan, at, word.end, folded);
  return g_hash_table_contains (scan->lists->glued_units, folded) ? at : word.end;
}

/* How many bytes of a word that is two tokens are the first: "cannot", "dont", and
 * "its" before a word that tells it from the possessive. */
static guint32
join_of (const Scan *scan, PlxSpan word)
{
  char folded[32], both[64];
  guint join;
  guint32 next = word.end + 1, end = next;

  fold (scan, word.begin, word.end, folded);
  join = GPOINTER_TO_UINT (g_hash_table_lookup (scan->lists->joins, folded));
  if (join == PLX_JOIN_BY_NEXT)
    {
      g_strlcpy (both, folded, sizeof both);
      while (is_word (char_at (scan, end)))
        end = after (scan, end);
      fold (scan, MIN (next, end), end, folded);
      g_strlcat (both, " ", sizeof both);
      g_strlcat (both, folded, sizeof both);
      join = GPOINTER_TO_UINT (g_hash_table_lookup (scan->lists->joins, both));
    }
  return join < plx_span_length (word) ? join : 0;
}

/* Adds a word without clitic and stop: whole, or cut. */
static void
add_word (Scan *scan, PlxSpan word)
{
  guint32 cut = join_of (scan, word);
  gsize n = plx_span_length (word);

  if (cut == 0 && g_ascii_isdigit (scan->text[word.begin]))
    cut = unit_begin (scan, word) - word.begin;
  if (cut > 0 && cut < n)
    {
      add_token (scan, word.begin, word.begin + cut);
      add_token (scan, word.begin + cut, word.end);
      return;
    }
  if (n <= MAX_CUT_WORD && memchr (scan->text + word.begin, '@', n) == NULL)
    for (guint32 at = word.begin, begin = word.begin; at < word.end; at = after (scan, at))
      if (is_hyphen (char_at (scan, at)) ? cuts_at_hyphen (scan, word, begin, at)
                                         : char_at (scan, at) == '/'
                                           && cuts_at_slash (scan, word, begin, at))
        {
          add_token (scan, begin, at);
          begin = after (scan, at);
          add_token (scan, at, begin);
          word.begin = begin;
        }
  add_token (scan, word.begin, word.end);
}

static gboolean
is_glued (const Scan *scan, guint32 at)
{
  GArray *tokens = scan->analysis->tokens;

  return tokens->len > 0 && PLX_TOKEN (scan->analysis, tokens->len - 1)->span.end == at;
}

/* "@kim", "#summit", "+44" */
static gboolean
opens_word (const Scan *scan, guint32 at)
{
  gunichar next = char_at (scan, at + 1);

  if (is_glued (scan, at))
    return FALSE;
  switch (scan->text[at])
    {
    case '@': case '#': return g_unichar_isalpha (next);
    case '+': return g_unichar_isdigit (next);
    default: return FALSE;
    }
}

static guint32
scan_word (Scan *scan, guint32 at)
{
  PlxSpan word = { at, word_end (scan, at + opens_word (scan, at)) };
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

/* The end of the emoticon at @at, @at when there is none. */
static guint32
emoticon_end (const Scan *scan, guint32 at)
{
  char sign[MAX_EMOTICON + 1];

  if (strchr (":;=(<^", scan->text[at]) == NULL)
    return at;
  for (guint32 n = MIN (MAX_EMOTICON, scan->end - at); n >= 2; n--)
    {
      gboolean letter = g_ascii_isalnum (scan->text[at + n - 1]);

      memcpy (sign, scan->text + at, n);
      sign[n] = '\0';
      if (g_hash_table_contains (scan->lists->emoticons, sign)
          && !is_word (char_at (scan, at + n)) && char_at (scan, at + n) != '/'
          && !(letter && is_glued (scan, at)))
        return at + n;
    }
  return at;
}

/* "!!", "?!", "...", ".?" are one token. */
static guint32
stops_end (const Scan *scan, guint32 at)
{
  guint32 end = at;

  while (char_at (scan, end) == '.')
    end++;
  if (end > at + 1)
    return end;
  while (char_at (scan, end) == '!' || char_at (scan, end) == '?')
    end++;
  return end;
}

/* "—", "--", "$$$", ":)" are one token; "'s" after a sign is a clitic. */
static guint32
scan_sign (Scan *scan, guint32 at)
{
  gunichar c = char_at (scan, at);
  guint32 end = after (scan, at);

  if (is_apostrophe (c) && is_glued (scan, at)
      && (char_at (scan, end) == 's' || char_at (scan, end) == 'S')
      && !is_word (char_at (scan, end + 1)))
    end++;
  else if (c == '.' || c == '!' || c == '?')
    end = stops_end (scan, at);
  else if (c < 0x80 && emoticon_end (scan, at) > at)
    end = emoticon_end (scan, at);
  else if (c < 0x80 && strchr ("-*=_$<>+#~^\\`", (int) c) != NULL)
    while (end < scan->end && (char_at (scan, end) == c
                               || (strchr ("-=", (int) c) != NULL
                                   && strchr ("-=", scan->text[end]) != NULL)))
      end = after (scan, end);
  else if (c == '\'' && char_at (scan, end) == '\'')
    end++;
  add_token (scan, at, end);
  return end;
}

/* The end of the e-mail address at @at, @at when there is none. */
static guint32
mail_end (const Scan *scan, guint32 at)
{
  guint32 end = at, last = at, sign = 0;
  gboolean dotted = FALSE;

  while (end < scan->end && end - at < MAX_ADDRESS)
    {
      guchar c = (guchar) scan->text[end];

      if (g_ascii_isspace (c) || (c < 0x80 && strchr ("<>()[]\",;:'/", c) != NULL))
        break;
      if (c == '@' && sign > 0)
        return at;
      if (c == '@')
        sign = end;
      end = after (scan, end);
      if (g_ascii_isalnum (c))
        last = end;
      dotted |= c == '.' && sign > 0 && g_ascii_isalnum (scan->text[end]);
    }
  return sign > at && dotted && g_ascii_isalnum (scan->text[sign + 1]) ? last : at;
}

/* "https://…": up to the next white space, without a stop or bracket. */
static guint32
scan_address (Scan *scan, guint32 at)
{
  guint32 end = at;

  while (end < scan->end && !g_unichar_isspace (char_at (scan, end)) && char_at (scan, end) != '"'
         && char_at (scan, end) != 0x201d)
    end = after (scan, end);
  while (end > at + 1 && strchr (".,;:!?)]>'", scan->text[end - 1]) != NULL)
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
          else if (is_word (c) && mail_end (&scan, at) > at)
            {
              guint32 end = mail_end (&scan, at);

              add_token (&scan, at, end);
              at = end;
            }
          else if (is_word (c) || opens_word (&scan, at)
                   || (c == '.' && g_unichar_isdigit (char_at (&scan, at + 1))))
            at = scan_word (&scan, at);
          else
            at = scan_sign (&scan, at);
        }
    }
}
