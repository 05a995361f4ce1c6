/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-language-private.h"

/* What is odd about a text, said once for each kind with the first place: an
 * analyst who sees few names should learn that the scanner, not the article,
 * is to blame. One look at each character, whatever the text. */

typedef enum {
  ODD_LOST,
  ODD_CONTROL,
  ODD_INVISIBLE,
  ODD_TURNED,
  ODD_MARKUP,
  ODD_ALPHABETS,
  ODD_SCANNED,
  ODD_FOREIGN,
  N_ODD,
} Oddity;

typedef struct {
  const char *level;
  const char *what;     // one %u: how many
} OddityText;

static const OddityText texts[N_ODD] = {
  [ODD_LOST] = { "warning", "characters lost before the text came here: %u, each shown as "
                            "\xef\xbf\xbd; the words around them may be read wrongly" },
  [ODD_CONTROL] = { "note", "control characters, which mean nothing in a text: %u; each is read "
                            "as a sign of its own" },
  [ODD_INVISIBLE] = { "note", "invisible characters: %u; a word that holds one may be read as "
                              "two, or not be found by a search" },
  [ODD_TURNED] = { "warning", "invisible characters that turn the direction of writing: %u; the "
                              "text may show in another order than it is read" },
  [ODD_MARKUP] = { "note", "tags or codes of a web page left in the text: %u; they are read as "
                           "signs, and importing the page itself leaves them out" },
  [ODD_ALPHABETS] = { "warning", "words that mix letters of two alphabets, which may look alike: "
                                 "%u; names spelled so are not recognised" },
  [ODD_SCANNED] = { "note", "words with digits among their letters, as bad scans have them: %u; "
                            "names spelled so are not recognised" },
  [ODD_FOREIGN] = { "note", "letters of other alphabets than the Latin: %u; this part of an "
                            "English text is not understood" },
};

/* Fewer than these is how people write. */
enum {
  FEW_CODES = 2,
  FEW_SCANNED = 5,
  FEW_CAPITALS = 60,
  MANY_TOKENS = 1200,   // of one sentence
};
#define SCANNED_SHARE 0.02
#define FOREIGN_SHARE 0.2
#define CAPITAL_SHARE 0.9

typedef struct {
  PlxAnalysis *analysis;
  guint n[N_ODD];
  PlxSpan first[N_ODD];
  guint n_letters, n_words, n_upper, n_lower;

  // the word that is being read
  guint32 word_begin;
  gboolean in_word, has_latin, has_other, has_inner;
  guint n_word_letters;
} Look;

static void
note (Look *look, Oddity oddity, guint32 begin, guint32 end)
{
  if (look->n[oddity]++ == 0)
    look->first[oddity] = (PlxSpan) { begin, end };
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0x200b || c == 0x200c || c == 0x200d || (c >= 0x2060 && c <= 0x2064)
         || c == 0xfeff;
}

static gboolean
is_turning (gunichar c)
{
  return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

/* A joiner holds emoji together there, and some scripts' letters. */
static gboolean
joins (gunichar before, gunichar c)
{
  return (c == 0x200c || c == 0x200d)
         && (before >= 0x1f000 || before == 0xfe0f || (before >= 0x600 && before < 0x1000));
}

/* "<a href=…>", "&nbsp;", "&#8217;" at @p: its length, 0 when none. */
static guint
length_of_code (const char *p, const char *end)
{
  const char *q = p + 1;
  const char *limit = end - p > 200 ? p + 200 : end;

  if (*p == '&')
    {
      while (q < limit && q - p < 12 && (g_ascii_isalnum (*q) || *q == '#'))
        q++;
      return q < limit && *q == ';' && q > p + 2 ? (guint) (q + 1 - p) : 0;
    }
  if (q < limit && *q == '/')
    q++;
  if (q >= limit || !g_ascii_isalpha (*q))
    return 0;
  while (q < limit && *q != '>' && *q != '<' && *q != '\n')
    q++;
  return q < limit && *q == '>' ? (guint) (q + 1 - p) : 0;
}

static void
read_plain_letter (Look *look, char c)
{
  look->n_letters++;
  look->n_word_letters++;
  look->n_upper += g_ascii_isupper (c);
  look->n_lower += g_ascii_islower (c);
  look->has_latin = TRUE;
}

static void
read_letter (Look *look, gunichar c, guint32 at, guint32 after)
{
  GUnicodeScript script = g_unichar_get_script (c);

  look->n_letters++;
  look->n_word_letters++;
  look->n_upper += g_unichar_isupper (c);
  look->n_lower += g_unichar_islower (c);
  if (script == G_UNICODE_SCRIPT_LATIN)
    look->has_latin = TRUE;
  else if (script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK)
    look->has_other = TRUE;
  if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_INHERITED)
    note (look, ODD_FOREIGN, at, after);
}

static void
end_word (Look *look, guint32 end)
{
  if (!look->in_word)
    return;
  look->n_words++;
  if (look->has_latin && look->has_other)
    note (look, ODD_ALPHABETS, look->word_begin, end);
  else if (look->has_inner && look->n_word_letters > 2)
    note (look, ODD_SCANNED, look->word_begin, end);
  look->in_word = look->has_latin = look->has_other = look->has_inner = FALSE;
  look->n_word_letters = 0;
}

/* Whether a digit stands between small letters: "Fr1day". */
static gboolean
is_inner (const char *text, guint32 begin, guint32 at, guint32 n_bytes)
{
  return at > begin && at + 1 < n_bytes && g_ascii_islower (text[at - 1])
         && g_ascii_islower (text[at + 1]);
}

static void
read_sign (Look *look, gunichar before, gunichar c, guint32 at, guint32 after)
{
  const char *text = look->analysis->text;

  if (c == 0xfffd)
    note (look, ODD_LOST, at, after);
  else if (is_turning (c))
    note (look, ODD_TURNED, at, after);
  else if (is_invisible (c) && !joins (before, c))
    note (look, ODD_INVISIBLE, at, after);
  else if (g_unichar_iscntrl (c) && c != '\n' && c != '\t' && c != '\r')
    note (look, ODD_CONTROL, at, after);
  else if (c == '<' || c == '&')
    {
      guint length = length_of_code (text + at, text + look->analysis->n_bytes);

      if (length > 0)
        note (look, ODD_MARKUP, at, at + length);
    }
}

static void
read_text (Look *look)
{
  const char *text = look->analysis->text;
  guint32 n_bytes = look->analysis->n_bytes, after;
  gunichar before = 0;

  for (guint32 at = 0; at < n_bytes; at = after)
    {
      gboolean is_plain = (guchar) text[at] < 0x80;
      gunichar c = is_plain ? (gunichar) text[at] : g_utf8_get_char (text + at);
      gboolean is_letter = is_plain ? g_ascii_isalpha (text[at]) : g_unichar_isalpha (c);

      after = is_plain ? at + 1 : (guint32) (g_utf8_next_char (text + at) - text);
      if (is_letter || (is_plain ? g_ascii_isdigit (text[at]) : g_unichar_isdigit (c)))
        {
          if (!look->in_word)
            look->word_begin = at;
          look->in_word = TRUE;
          if (is_letter && is_plain)
            read_plain_letter (look, text[at]);
          else if (is_letter)
            read_letter (look, c, at, after);
          else
            look->has_inner |= is_inner (text, look->word_begin, at, n_bytes);
        }
      else
        {
          end_word (look, at);
          if (c != ' ')
            read_sign (look, before, c, at, after);
        }
      before = c;
    }
  end_word (look, n_bytes);
}

static gboolean
is_worth_saying (const Look *look, Oddity oddity, gboolean is_english)
{
  guint n = look->n[oddity];

  switch (oddity)
    {
    case ODD_MARKUP: return n >= FEW_CODES;
    case ODD_SCANNED:
      return is_english && n >= FEW_SCANNED && n >= SCANNED_SHARE * look->n_words;
    case ODD_FOREIGN: return is_english && n >= FOREIGN_SHARE * look->n_letters && n > 0;
    case ODD_ALPHABETS: return is_english && n > 0;
    case ODD_LOST: case ODD_CONTROL: case ODD_INVISIBLE: case ODD_TURNED: return n > 0;
    default: return FALSE;
    }
}

static void
say (PlxAnalysis *analysis, const OddityText *text, PlxSpan where, guint n)
{
  g_autoptr (GString) what = g_string_new (text->what);
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (what, "%u", number, 1);

  plx_analysis_diagnose (analysis, text->level, where, what->str);
}

/* Sentences that no full stop ends: tables, lists, lost punctuation. */
static void
say_long_sentence (PlxAnalysis *analysis)
{
  static const OddityText text = {
    "note", "a sentence has %u words and signs: it is a table, or has lost its full stops, and is "
            "read only in parts"
  };
  guint n = 0;

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      guint32 sentence = PLX_TOKEN (analysis, i)->sentence;

      n = i > 0 && PLX_TOKEN (analysis, i - 1)->sentence == sentence ? n + 1 : 1;
      if (n > MANY_TOKENS
          && (i + 1 == analysis->tokens->len
              || PLX_TOKEN (analysis, i + 1)->sentence != sentence))
        {
          say (analysis, &text, *PLX_SENTENCE (analysis, sentence), n);
          return;
        }
    }
}

static void
say_of_all (const Look *look, gboolean is_english)
{
  PlxAnalysis *analysis = look->analysis;
  PlxSpan whole = { 0, 0 };

  if (look->n_words == 0)
    plx_analysis_diagnose (analysis, "note", whole, analysis->n_bytes == 0
                                                    ? "the text is empty"
                                                    : "there are no words in the text");
  if (is_english && look->n_upper + look->n_lower >= FEW_CAPITALS
      && look->n_upper >= CAPITAL_SHARE * (look->n_upper + look->n_lower))
    plx_analysis_diagnose (analysis, "note", whole,
                           "the text is written in capitals: names do not stand out from other "
                           "words, so fewer are found");
}

/* Says of the text what may make reading it go wrong. */
void
plx_find_oddities (PlxAnalysis *analysis, gboolean is_english)
{
  Look look = { .analysis = analysis };

  read_text (&look);
  say_of_all (&look, is_english);
  for (guint i = 0; i < N_ODD; i++)
    if (is_worth_saying (&look, (Oddity) i, is_english))
      say (analysis, &texts[i], look.first[i], look.n[i]);
  say_long_sentence (analysis);
}
