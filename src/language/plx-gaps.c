/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-boundaries-private.h"

/* Cuts a line into pieces (what stands between white space, and between a full
 * stop and a word that lost it) and describes the gaps between them. Six
 * pieces are held at a time, so that a line of any length is read in one pass
 * and in a fixed space. */

enum { BEFORE = 3, HELD = 8, MAX_SIGNS = 4, MAX_PIECE = 2000, MAX_WORD = 24,
       MAX_PLACE = 4, MAX_DATELINE = 12 };

typedef struct {
  PlxSpan span;         // with its signs; empty: before the first, after the last
  PlxSpan core;         // without
  gboolean spaced;      // white space before it
  PlxGapValue word, open, close, shape, tag, length, abbreviation;
} Piece;

typedef struct {
  const PlxTokenLists *lists;
  const char *text;
  PlxSpan paragraph;
  guint32 at;           // where the next piece is looked for
  Piece held[HELD];     // a ring; [BEFORE - 1] from its start is left of the gap
  guint start;
  guint n_line;         // pieces since the line began
  gboolean opens_in_capitals;
  gboolean is_edited, is_small; // the style
  guint n_since;        // pieces, capitals and small words since the sentence began
  guint n_capital, n_small;
  gboolean in_quote, in_bracket;
} Gaps;

static const char * const attribute_names[] = {
  "left-word", "left2-word", "right-word", "right2-word",
  "left-open", "right-open", "right2-open",
  "left-end", "left2-end", "right-end", "right2-end",
  "left-shape", "left2-shape", "left3-shape", "right-shape", "right2-shape", "right3-shape",
  "left-tag", "left2-tag", "right-tag", "right2-tag",
  "left-length", "abbreviation", "rule", "space", "since", "ahead", "quote", "bracket",
  "style", "capitals", "line",
};

G_STATIC_ASSERT (G_N_ELEMENTS (attribute_names) == PLX_N_GAP_ATTRIBUTES);

const char *
plx_gap_attribute_name (guint attribute)
{
  return attribute_names[attribute];
}

/* FNV-1a, 64 bits. */
guint64
plx_gap_hash (const char *name)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *name != '\0'; name++)
    hash = (hash ^ (guchar) *name) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static void
set_value (PlxGapValue *value, const char *name)
{
  g_strlcpy (value->name, *name != '\0' ? name : "_", sizeof value->name);
  value->hash = plx_gap_hash (value->name);
}

static gunichar
plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x201c: case 0x201d: case 0xab: case 0xbb: case 0x201e: return '"';
    case 0x2018: case 0x2019: case '`': return '\'';
    case 0x2013: case 0x2014: case 0x2015: return '-';
    default: return c;
    }
}

/* The signs of a span, at most four; a sign said often is said twice, a full
 * stop three times. */
static void
set_signs (PlxGapValue *value, const char *text, PlxSpan span)
{
  char name[32];
  gunichar before = 0;
  guint n = 0, n_same = 0, length = 0;

  for (const char *p = text + span.begin; p < text + span.end && n < MAX_SIGNS;
       p = g_utf8_next_char (p))
    {
      gunichar c = plain_sign (g_utf8_get_char (p));

      n_same = c == before ? n_same + 1 : 1;
      before = c;
      if (n_same > (c == '.' ? 3 : 2))
        continue;
      if (!g_unichar_isgraph (c))
        c = '?';
      length += (guint) g_unichar_to_utf8 (c, name + length);
      n++;
    }
  name[length] = '\0';
  set_value (value, name);
}

/* Folded, digits as 0. */
static void
set_word (PlxGapValue *value, const char *text, PlxSpan span)
{
  char name[MAX_WORD + 8];
  guint n = 0;

  for (const char *p = text + span.begin; p < text + span.end && n < MAX_WORD - 4;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        name[n++] = g_ascii_isdigit ((char) c) ? '0' : g_ascii_tolower ((char) c);
      else if (g_unichar_isgraph (c))
        n += (guint) g_unichar_to_utf8 (g_unichar_tolower (plain_sign (c)), name + n);
    }
  name[n] = '\0';
  set_value (value, name);
}

static gboolean
is_address (const char *text, PlxSpan span)
{
  gsize n = plx_span_length (span);

  return memchr (text + span.begin, '@', n) != NULL
         || g_strstr_len (text + span.begin, (gssize) n, "://") != NULL
         || g_ascii_strncasecmp (text + span.begin, "www.", 4) == 0;
}

/* Address, date, time, number, mixed; capitals, initial, Capital, small. */
static const char *
shape_of (const char *text, PlxSpan core)
{
  guint n_digits = 0, n_upper = 0, n_letters = 0, n = 0;
  gunichar first;

  if (core.begin == core.end)
    return "_";
  if (is_address (text, core))
    return "address";
  first = g_utf8_get_char (text + core.begin);
  for (const char *p = text + core.begin; p < text + core.end; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      n_digits += g_unichar_isdigit (c);
      n_letters += g_unichar_isalpha (c);
      n_upper += g_unichar_isupper (c);
    }
  if (n_letters == 0)
    return memchr (text + core.begin, '/', plx_span_length (core)) != NULL ? "date"
           : memchr (text + core.begin, ':', plx_span_length (core)) != NULL ? "time" : "number";
  if (n_digits > 0)
    return "mixed";
  if (n_upper == n_letters)
    return n_letters == 1 ? "initial" : "CAPITALS";
  return g_unichar_isupper (first) ? "Capital" : g_unichar_islower (first) ? "small" : "other";
}

/* The first UPOS that the lexicon has for a form; NULL: unknown. */
static const char *
first_tag (const PlxTokenLists *lists, const char *form)
{
  return g_hash_table_lookup (lists->lexicon, form);
}

/* What the small form of the word is, and "+" when it is a name as it stands. */
static void
set_tag (PlxGapValue *value, const PlxTokenLists *lists, const char *text, const Piece *piece)
{
  char form[32], name[16];
  guint n = plx_span_length (piece->core);
  const char *as_is, *small;

  if (n == 0 || n >= sizeof form)
    {
      set_value (value, n == 0 ? "_" : "?");
      return;
    }
  memcpy (form, text + piece->core.begin, n);
  form[n] = '\0';
  small = first_tag (lists, piece->word.name);
  as_is = strcmp (form, piece->word.name) != 0 ? first_tag (lists, form) : small;
  n = 0;
  if (small != NULL)
    while (n < 8 && small[n] != '|' && small[n] != '\0')
      {
        name[n] = small[n];
        n++;
      }
  else
    name[n++] = '?';
  if (as_is != NULL && as_is != small && g_str_has_prefix (as_is, "PROPN"))
    name[n++] = '+';
  name[n] = '\0';
  set_value (value, name);
}

static void
describe (const Gaps *gaps, Piece *piece)
{
  static const char * const kinds[] = { "_", "title", "number", "name" };
  static const char * const lengths[] = { "0", "1", "2", "3", "4", "5" };
  glong n = 0;

  for (guint32 at = piece->core.begin; at < piece->core.end && n < 5; n++)
    at = (guint32) (g_utf8_next_char (gaps->text + at) - gaps->text);
  set_signs (&piece->open, gaps->text, (PlxSpan) { piece->span.begin, piece->core.begin });
  set_signs (&piece->close, gaps->text, (PlxSpan) { piece->core.end, piece->span.end });
  set_word (&piece->word, gaps->text, piece->core);
  set_value (&piece->shape, shape_of (gaps->text, piece->core));
  set_value (&piece->length, lengths[n]);
  set_tag (&piece->tag, gaps->lists, gaps->text, piece);
  set_value (&piece->abbreviation, "_");
  if (piece->close.name[0] == '.' && strchr (piece->close.name, '"') == NULL)
    set_value (&piece->abbreviation,
               kinds[plx_abbreviation_of (gaps->lists, gaps->text, piece->core)]);
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Whether a word goes on at @at right after a stop that ended another: "power.The",
 * "pepper.no", "really?thanks"; not "U.S.A", "example.com". */
static gboolean
is_lost_space (const Gaps *gaps, guint32 begin, guint32 at, guint32 end)
{
  const char *text = gaps->text;
  guint32 stop = at, after = at;
  char form[32];
  const char *tag;

  while (stop > begin && is_stop (g_utf8_get_char (g_utf8_prev_char (text + stop))))
    stop = (guint32) (g_utf8_prev_char (text + stop) - text);
  if (stop < begin + 2 || !g_ascii_isalnum (text[stop - 1]))
    return FALSE;
  if (at - stop > 1 || text[stop] != '.')
    return TRUE;
  if (!g_ascii_islower (text[stop - 1]) || !g_ascii_islower (text[stop - 2]))
    return FALSE;
  while (after < end && g_ascii_isalpha (text[after]) && after - at < 20)
    after++;
  if (g_ascii_isupper (text[at]))
    return after - at < 2 || g_ascii_islower (text[at + 1]);
  memcpy (form, text + at, after - at);
  form[after - at] = '\0';
  tag = after - at > 1 ? first_tag (gaps->lists, form) : NULL;
  return tag != NULL && !g_str_has_prefix (tag, "PROPN") && !g_str_has_prefix (tag, "X");
}

/* The end of the piece that begins at @begin, in a run of signs without space
 * up to @end. */
static guint32
piece_end (const Gaps *gaps, guint32 begin, guint32 end)
{
  gboolean after_stop = FALSE;

  if (is_address (gaps->text, (PlxSpan) { begin, end })
      || memchr (gaps->text + begin, '/', end - begin) != NULL)
    return end;
  for (guint32 at = begin; at < end;
       at = (guint32) (g_utf8_next_char (gaps->text + at) - gaps->text))
    {
      gunichar c = g_utf8_get_char (gaps->text + at);

      if (after_stop && g_unichar_isalpha (c) && is_lost_space (gaps, begin, at, end))
        return at;
      after_stop = is_stop (c);
    }
  return end;
}

/* Reads the next piece; an empty one at the end of the line. */
static void
read_piece (Gaps *gaps, Piece *piece)
{
  const char *text = gaps->text;
  guint32 limit = gaps->paragraph.end, at = gaps->at, end;

  while (at < limit && g_unichar_isspace (g_utf8_get_char (text + at)))
    at = (guint32) (g_utf8_next_char (text + at) - text);
  piece->spaced = at > gaps->at;
  for (end = at; end < limit && end - at < MAX_PIECE
                 && !g_unichar_isspace (g_utf8_get_char (text + end)); )
    end = (guint32) (g_utf8_next_char (text + end) - text);
  end = piece_end (gaps, at, end);
  piece->span = piece->core = (PlxSpan) { at, end };
  while (piece->core.begin < end && !g_unichar_isalnum (g_utf8_get_char (text + piece->core.begin)))
    piece->core.begin = (guint32) (g_utf8_next_char (text + piece->core.begin) - text);
  while (piece->core.end > piece->core.begin
         && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + piece->core.end))))
    piece->core.end = (guint32) (g_utf8_prev_char (text + piece->core.end) - text);
  if (piece->core.begin == piece->core.end) /* signs alone end what is before */
    piece->core = (PlxSpan) { at, at };
  gaps->at = end;
  describe (gaps, piece);
}

static const Piece *
piece_at (const Gaps *gaps, guint place)
{
  return &gaps->held[(gaps->start + place) % HELD];
}

/* "SEOUL, May 3 (AP) -- The", "Washington (CNN) The": the dash behind a place in
 * capitals or a bracket, among the first pieces of a line, and an agency in
 * brackets belong to the sentence they open. */
static gboolean
is_dateline (const Gaps *gaps, const Piece *left)
{
  const Piece *before = piece_at (gaps, BEFORE - 2);

  if (gaps->n_line <= MAX_PLACE && strcmp (left->shape.name, "CAPITALS") == 0
      && strcmp (left->open.name, "(") == 0 && strcmp (left->close.name, ")") == 0)
    return TRUE;
  return gaps->n_line <= MAX_DATELINE && plx_span_length (left->core) == 0
         && (strcmp (left->close.name, "-") == 0 || strcmp (left->close.name, "--") == 0)
         && (gaps->opens_in_capitals || strchr (before->close.name, ')') != NULL);
}

/* "on Jan. 3. They": a number behind a word is no number of a list. */
static gboolean
is_counted (const Gaps *gaps)
{
  const Piece *left = piece_at (gaps, BEFORE - 1), *before = piece_at (gaps, BEFORE - 2);

  return gaps->n_since > 2 && strcmp (left->shape.name, "number") == 0
         && strcmp (left->close.name, ".") == 0
         && strcmp (piece_at (gaps, BEFORE)->shape.name, "Capital") == 0
         && (before->close.name[0] == '_' || before->abbreviation.name[0] != '_');
}

/* The rules are sure of more in an edited text: that a full stop outside of
 * quotations ends a sentence, that small letters and abbreviations do not. */
static PlxRule
ask_rules_at (const Gaps *gaps, guint32 at)
{
  const Piece *left = piece_at (gaps, BEFORE - 1), *right = piece_at (gaps, BEFORE);
  PlxRule rule = plx_rule_at_stop (gaps->lists, gaps->text, gaps->paragraph, at, left->span.end);
  gboolean dotted = strchr (left->word.name, '.') != NULL;
  gboolean abbreviated = dotted || left->abbreviation.name[0] != '_';

  if (rule == PLX_RULE_NO
      && (gaps->is_edited || (strcmp (right->shape.name, "small") == 0
                              && (dotted || (abbreviated && !gaps->is_small)))))
    return PLX_RULE_NEVER;
  if (rule == PLX_RULE_YES && strcmp (right->open.name, "-") == 0
      && strcmp (right->close.name, "-") == 0 && strcmp (right->shape.name, "number") == 0)
    return PLX_RULE_ALWAYS; /* "-0-", "-30-": the end of an agency's report */
  if (rule == PLX_RULE_YES && is_counted (gaps))
    return PLX_RULE_ALWAYS;
  if (rule == PLX_RULE_YES && gaps->is_edited && !gaps->in_quote && !abbreviated
      && gaps->n_since > 1 && plx_span_length (left->core) > 1
      && (g_str_has_prefix (right->shape.name, "C") || g_str_has_prefix (right->shape.name, "in"))
      && right->open.name[0] != '['
      && (strcmp (left->close.name, ".") == 0 || strcmp (left->close.name, ".\"") == 0
          || strcmp (left->close.name, ").") == 0 || strcmp (left->close.name, "\".") == 0))
    return PLX_RULE_ALWAYS;
  return rule;
}

/* Two words without a sign between them. */
static gboolean
is_between_words (const Piece *left, const Piece *right)
{
  return left->close.name[0] == '_' && right->open.name[0] == '_'
         && strchr ("sCio", left->shape.name[0]) != NULL;
}

/* The rules know signs that end a sentence, datelines, commas in quotations. */
static const char *
ask_rules (const Gaps *gaps)
{
  static const char * const answers[] = { "never", "no", "yes", "always" };
  const Piece *left = piece_at (gaps, BEFORE - 1), *right = piece_at (gaps, BEFORE);

  if (is_dateline (gaps, left))
    return answers[PLX_RULE_NEVER];
  for (guint32 at = left->core.end; at < left->span.end; )
    {
      if (is_stop (g_utf8_get_char (gaps->text + at)))
        return answers[ask_rules_at (gaps, at)];
      at = (guint32) (g_utf8_next_char (gaps->text + at) - gaps->text);
    }
  if (left->close.name[0] == ','
      && (strpbrk (left->close.name, "\"'") != NULL || strchr (right->open.name, '"') != NULL))
    return answers[PLX_RULE_NEVER];
  if (gaps->is_edited && (strcmp (left->close.name, ":") == 0 || is_between_words (left, right)))
    return answers[PLX_RULE_NEVER];
  return "none";
}

static const char *
since_name (guint n)
{
  static const struct {
    guint to;
    const char *name;
  } steps[] = {
    { 1, "1" }, { 2, "2" }, { 3, "3" }, { 5, "5" }, { 8, "8" }, { 15, "15" }, { 25, "25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (n <= steps[i].to)
      return steps[i].name;
  return "more";
}

static const char *
ahead_name (const Gaps *gaps)
{
  static const char * const names[] = { "0", "1", "2", "3", "4" };
  guint n = 0;

  while (BEFORE + n < HELD && plx_span_length (piece_at (gaps, BEFORE + n)->span) > 0)
    n++;
  return n < G_N_ELEMENTS (names) ? names[n] : "more";
}

static const char *
capitals_name (const Gaps *gaps)
{
  if (gaps->n_small == 0)
    return gaps->n_capital == 0 ? "_" : "all";
  if (gaps->n_capital * 2 >= gaps->n_small + gaps->n_capital)
    return "most";
  return gaps->n_capital > 1 ? "some" : "few";
}

static void
describe_gap (Gaps *gaps, PlxGap *gap)
{
  const Piece *left = piece_at (gaps, BEFORE - 1), *left2 = piece_at (gaps, BEFORE - 2);
  const Piece *right = piece_at (gaps, BEFORE), *right2 = piece_at (gaps, BEFORE + 1);
  const PlxGapValue *values[] = {
    &left->word, &left2->word, &right->word, &right2->word,
    &left->open, &right->open, &right2->open,
    &left->close, &left2->close, &right->close, &right2->close,
    &left->shape, &left2->shape, &piece_at (gaps, BEFORE - 3)->shape,
    &right->shape, &right2->shape, &piece_at (gaps, BEFORE + 2)->shape,
    &left->tag, &left2->tag, &right->tag, &right2->tag,
    &left->length, &left->abbreviation,
  };

  gap->end = left->span.end;
  memcpy (gap->values, values, sizeof values);
}

/* Signs before a word open, signs behind it close. */
static void
follow_brackets (Gaps *gaps, const char *signs, gboolean opens)
{
  for (const char *p = signs; *p != '\0'; p++)
    if (*p == '"')
      gaps->in_quote = opens;
    else if (*p == '(' || *p == '[')
      gaps->in_bracket = TRUE;
    else if (*p == ')' || *p == ']')
      gaps->in_bracket = FALSE;
}

/* Counts a piece that has become part of the sentence. */
static void
count_piece (Gaps *gaps, const Piece *piece)
{
  gaps->n_line++;
  gaps->n_since++;
  gaps->n_small += piece->shape.name[0] == 's';
  gaps->n_capital += g_ascii_toupper (piece->shape.name[0]) == 'C' || piece->shape.name[0] == 'i';
  follow_brackets (gaps, piece->open.name, TRUE);
  follow_brackets (gaps, piece->close.name, FALSE);
}

/* Quotations go on over sentences. */
static void
begin_sentence (Gaps *gaps)
{
  gaps->n_since = gaps->n_capital = gaps->n_small = 0;
  gaps->in_bracket = FALSE;
}

/* Two words without a sign between them, the second small: hardly ever an end
 * (1 in 6,000), and three of four gaps. */
static gboolean
is_plain (const Piece *left, const Piece *right)
{
  const char *shape = left->shape.name;

  return left->close.name[0] == '_' && right->open.name[0] == '_'
         && strcmp (right->shape.name, "small") == 0
         && (strcmp (shape, "small") == 0 || strcmp (shape, "Capital") == 0);
}

void
plx_gaps_foreach (const PlxTokenLists *lists, const PlxAnalysis *analysis, guint paragraph,
                  const char *style, PlxGapFunc func, gpointer user_data)
{
  enum { FIRST_STATE = PLX_GAP_RULE };
  Gaps gaps = { .lists = lists, .text = analysis->text };
  PlxGapValue states[PLX_N_GAP_ATTRIBUTES - FIRST_STATE];
  PlxGap gap;
  char line[32];

  gaps.paragraph = g_array_index (analysis->paragraphs, PlxSpan, paragraph);
  gaps.at = gaps.paragraph.begin;
  for (guint i = 0; i < BEFORE; i++)
    describe (&gaps, &gaps.held[i]);
  for (guint i = BEFORE; i < HELD; i++)
    read_piece (&gaps, &gaps.held[i]);
  gaps.is_edited = g_str_equal (style, "edited");
  gaps.is_small = g_str_equal (style, "small");
  gaps.opens_in_capitals = strcmp (gaps.held[BEFORE].shape.name, "CAPITALS") == 0;
  g_snprintf (line, sizeof line, "%s-%s", paragraph == 0 ? "first" : "later",
              gaps.held[BEFORE].shape.name);
  for (guint i = FIRST_STATE; i < PLX_N_GAP_ATTRIBUTES; i++)
    gap.values[i] = &states[i - FIRST_STATE];
  set_value (&states[PLX_GAP_STYLE - FIRST_STATE], style);
  set_value (&states[PLX_GAP_LINE - FIRST_STATE], line);
  for (;;)
    {
      const Piece *left, *right;

      gaps.start = (gaps.start + 1) % HELD;
      read_piece (&gaps, &gaps.held[(gaps.start + HELD - 1) % HELD]);
      left = piece_at (&gaps, BEFORE - 1);
      right = piece_at (&gaps, BEFORE);
      if (plx_span_length (right->span) == 0)
        return;
      count_piece (&gaps, left);
      if (is_plain (left, right))
        continue;
      describe_gap (&gaps, &gap);
      set_value (&states[PLX_GAP_RULE - FIRST_STATE], ask_rules (&gaps));
      set_value (&states[PLX_GAP_SPACE - FIRST_STATE], right->spaced ? "yes" : "no");
      set_value (&states[PLX_GAP_SINCE - FIRST_STATE], since_name (gaps.n_since));
      set_value (&states[PLX_GAP_AHEAD - FIRST_STATE], ahead_name (&gaps));
      set_value (&states[PLX_GAP_QUOTE - FIRST_STATE], gaps.in_quote ? "yes" : "no");
      set_value (&states[PLX_GAP_BRACKET - FIRST_STATE], gaps.in_bracket ? "yes" : "no");
      set_value (&states[PLX_GAP_CAPITALS - FIRST_STATE], capitals_name (&gaps));
      if (func (&gap, user_data))
        begin_sentence (&gaps);
    }
}

/* A line of more bytes is more than a heading. */
#define LONG_LINE 80

/* Whether the long lines of the text end with a stop, as those of an edited
 * text do. */
static gboolean
is_edited (const PlxAnalysis *analysis)
{
  guint n_long = 0, n_ended = 0;

  for (guint i = 0; i < analysis->paragraphs->len; i++)
    {
      PlxSpan line = g_array_index (analysis->paragraphs, PlxSpan, i);
      const char *end = analysis->text + line.end;

      if (plx_span_length (line) < LONG_LINE)
        continue;
      n_long++;
      n_ended += strchr (".!?:\"\')]", end[-1]) != NULL || (guchar) end[-1] >= 0x80;
    }
  return n_long > 0 && n_ended * 10 >= n_long * 9;
}

/* "word.", not "U.S." */
static gboolean
is_behind_word (const char *text, const char *stop)
{
  return stop >= text + 2 && g_ascii_islower (stop[-1]) && g_ascii_islower (stop[-2]);
}

/**
 * plx_gaps_style:
 *
 * How the text is written as a whole: "small" and "mixed" go on with small
 * letters after stops, often or sometimes; else "edited" or "loose".
 */
const char *
plx_gaps_style (const PlxAnalysis *analysis)
{
  guint n_small = 0, n_capital = 1;
  guint state = 0; /* 0: elsewhere, 1: behind a stop, 2: behind its space */

  for (const char *p = analysis->text; p < analysis->text + analysis->n_bytes; p++)
    {
      if (*p == '!' || *p == '?' || (*p == '.' && is_behind_word (analysis->text, p)))
        state = 1;
      else if (*p == '\n')
        state = 2;
      else if (*p == ' ')
        state = state > 0 ? 2 : 0;
      else
        {
          n_small += state == 2 && g_ascii_islower (*p);
          n_capital += state == 2 && g_ascii_isupper (*p);
          state = 0;
        }
    }
  if (n_small * 2 > n_capital)
    return "small";
  if (n_small * 8 > n_capital)
    return "mixed";
  return is_edited (analysis) ? "edited" : "loose";
}
