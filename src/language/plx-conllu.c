/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-conllu.h"

#include <string.h>

/* CoNLL-U (universaldependencies.org/format.html): comments, words, words
 * that are written as one ("2-3 didn't"), and empty nodes ("5.1"), which only
 * enhanced graphs have; a line without anything ends a sentence. */

enum {
  ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_COLUMNS
};

#define MAX_WORDS 1000000   // of a sentence: numbers stay short

typedef struct {
  guint32 begin;                // of the line in lines
  guint32 column[N_COLUMNS];    // where each begins, from there; only of words
  guint32 n_bytes;
  gboolean is_word;
} Line;

struct _PlxConllu {
  GString *lines;      // each ends in a newline
  GArray *rows;        // Line
  GString *text;       // the words as they stand in running text
  GArray *words;       // PlxSpan in text
  GArray *sentences;   // PlxSlice of words
  guint n_words;       // of the sentence that is being read
  guint joined_until;  // last word of the range that is being read
  gboolean space;      // stands before the next word
  gboolean space_after_range;
  gboolean in_sentence;
  gboolean has_rows;
  guint n_rows_closed; // up to the last empty line
};

PlxConllu *
plx_conllu_new (void)
{
  PlxConllu *self = g_new0 (PlxConllu, 1);

  self->lines = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Line));
  self->words = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSlice));
  return self;
}

void
plx_conllu_free (PlxConllu *self)
{
  if (self == NULL)
    return;
  g_string_free (self->lines, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->rows);
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_free (self);
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format,
                                                arguments));
  va_end (arguments);
  return FALSE;
}

/* Digits only; leaves @text behind them. */
static gboolean
read_number (const char **text, guint *number)
{
  const char *p = *text;
  guint value = 0;

  for (; g_ascii_isdigit (*p) && value <= MAX_WORDS; p++)
    value = value * 10 + (guint) (*p - '0');
  if (p == *text || value > MAX_WORDS)
    return FALSE;
  *text = p;
  *number = value;
  return TRUE;
}

static gboolean
has_item (const char *misc, gsize n_bytes, const char *item)
{
  gsize n = strlen (item);

  for (const char *p = misc; p != NULL;)
    {
      const char *bar = memchr (p, '|', n_bytes - (gsize) (p - misc));
      gsize length = bar != NULL ? (gsize) (bar - p) : n_bytes - (gsize) (p - misc);

      if (length == n && memcmp (p, item, n) == 0)
        return TRUE;
      p = bar != NULL ? bar + 1 : NULL;
    }
  return FALSE;
}

static gboolean
is_spaced (const char *line, const Line *row)
{
  return !has_item (line + row->column[MISC], row->n_bytes - row->column[MISC], "SpaceAfter=No");
}

static gboolean
split_columns (const char *line, Line *row, GError **error)
{
  guint n = 1;

  row->column[0] = 0;
  for (guint32 i = 0; i < row->n_bytes; i++)
    if (line[i] == '\t')
      {
        if (n < N_COLUMNS)
          row->column[n] = i + 1;
        n++;
      }
  if (n != N_COLUMNS)
    return refuse (error, "a word has 10 columns with tabs between them, this line has %u", n);
  if (row->column[LEMMA] == row->column[FORM] + 1)
    return refuse (error, "the word has no form");
  return TRUE;
}

static void
add_word (PlxConllu *self, const char *line, Line *row)
{
  PlxSlice *sentence = &g_array_index (self->sentences, PlxSlice, self->sentences->len - 1);
  PlxSpan word;

  if (self->space && self->text->len > 0)
    g_string_append_c (self->text, ' ');
  word.begin = (guint32) self->text->len;
  g_string_append_len (self->text, line + row->column[FORM],
                       row->column[LEMMA] - 1 - row->column[FORM]);
  word.end = (guint32) self->text->len;
  g_array_append_val (self->words, word);
  sentence->n++;
  self->n_words++;
  row->is_word = TRUE;
  if (self->n_words == self->joined_until)
    self->space = self->space_after_range;
  else
    self->space = self->n_words > self->joined_until && is_spaced (line, row);
}

/* "7-8", written as one word; "7.1", an empty node. */
static gboolean
read_other_row (PlxConllu *self, const char *line, const Line *row, GError **error)
{
  const char *p = line;
  guint first = 0, second = 0;
  char sign;

  read_number (&p, &first);
  sign = *p++;
  if ((sign != '-' && sign != '.') || !read_number (&p, &second) || *p != '\t')
    return refuse (error, "a word's number is “7”, “7-8” or “7.1”");
  if (sign == '.' && first != self->n_words)
    return refuse (error, "empty node %u.%u stands behind word %u", first, second, self->n_words);
  if (sign == '.')
    return TRUE;
  if (first != self->n_words + 1 || second < first || self->n_words < self->joined_until)
    return refuse (error, "range %u-%u stands behind word %u", first, second, self->n_words);
  self->joined_until = second;
  self->space_after_range = is_spaced (line, row);
  return TRUE;
}

static gboolean
read_row (PlxConllu *self, const char *line, Line *row, GError **error)
{
  const char *p = line;
  guint number = 0;

  if (!split_columns (line, row, error))
    return FALSE;
  if (!read_number (&p, &number))
    return refuse (error, "a line is empty, or begins with “#” or with a word's number");
  if (!self->has_rows)
    g_array_append_val (self->sentences, ((PlxSlice) { self->words->len, 0 }));
  self->has_rows = TRUE;
  if (*p != '\t')
    return read_other_row (self, line, row, error);
  if (number != self->n_words + 1)
    return refuse (error, "word %u stands behind word %u", number, self->n_words);
  add_word (self, line, row);
  return TRUE;
}

static gboolean
end_sentence (PlxConllu *self, GError **error)
{
  if (self->joined_until > self->n_words)
    return refuse (error, "the sentence ends at word %u, inside a range up to %u", self->n_words,
                   self->joined_until);
  self->n_words = self->joined_until = 0;
  self->has_rows = FALSE;
  self->space = TRUE;
  return TRUE;
}

static void
keep_line (PlxConllu *self, const char *line, const Line *row)
{
  g_string_append_len (self->lines, line, row->n_bytes);
  g_string_append_c (self->lines, '\n');
  g_array_append_val (self->rows, *row);
}

/**
 * plx_conllu_read_line:
 * @line: one line without its newline; a carriage return at its end is dropped
 *
 * Errors: G_IO_ERROR_INVALID_DATA saying what is wrong with the line
 */
gboolean
plx_conllu_read_line (PlxConllu *self, const char *line, gsize n_bytes, GError **error)
{
  Line row = { .begin = (guint32) self->lines->len };

  if (n_bytes > 0 && line[n_bytes - 1] == '\r')
    n_bytes--;
  row.n_bytes = (guint32) n_bytes;
  if (!g_utf8_validate_len (line, n_bytes, NULL))
    return refuse (error, "the line is not UTF-8");
  if (n_bytes == 0 && !end_sentence (self, error))
    return FALSE;
  if (n_bytes > 0 && line[0] != '#' && !read_row (self, line, &row, error))
    return FALSE;
  keep_line (self, line, &row);
  self->in_sentence = n_bytes > 0;
  if (n_bytes == 0)
    self->n_rows_closed = self->rows->len;
  return TRUE;
}

/* The file ends: a last sentence without its empty line gets one. */
gboolean
plx_conllu_read_end (PlxConllu *self, GError **error)
{
  return !self->has_rows || plx_conllu_read_line (self, "", 0, error);
}

/* Forgets a sentence that was begun, after an error in it. */
void
plx_conllu_drop_open (PlxConllu *self)
{
  g_array_set_size (self->rows, self->n_rows_closed);
  if (self->has_rows)
    {
      PlxSlice open = g_array_index (self->sentences, PlxSlice, self->sentences->len - 1);

      g_array_set_size (self->words, open.first);
      g_array_set_size (self->sentences, self->sentences->len - 1);
    }
  self->has_rows = self->in_sentence = FALSE;
}

/* TRUE between sentences: here a batch may end. */
gboolean
plx_conllu_is_between (const PlxConllu *self)
{
  return !self->in_sentence;
}

guint
plx_conllu_get_n_lines (const PlxConllu *self)
{
  return self->rows->len;
}

/* Sentences and words, for plx_language_parse(). */
PlxAnalysis *
plx_conllu_to_analysis (const PlxConllu *self)
{
  PlxAnalysis *analysis = plx_analysis_new (NULL, self->text->str, (gssize) self->text->len);
  PlxSpan all = { 0, analysis->n_bytes };
  const char *unknown = plx_analysis_intern (analysis, "X");

  if (self->words->len > 0)
    g_array_append_val (analysis->paragraphs, all);
  for (guint s = 0; s < self->sentences->len; s++)
    {
      PlxSlice words = g_array_index (self->sentences, PlxSlice, s);
      PlxToken token = { .upos = unknown, .head = -1, .sentence = analysis->sentences->len };
      PlxSpan sentence;

      if (words.n == 0)
        continue;
      for (guint i = words.first; i < words.first + words.n; i++)
        {
          token.span = g_array_index (self->words, PlxSpan, i);
          g_array_append_val (analysis->tokens, token);
        }
      sentence = (PlxSpan) { g_array_index (self->words, PlxSpan, words.first).begin,
                             token.span.end };
      g_array_append_val (analysis->sentences, sentence);
    }
  return analysis;
}

static void
append_column (GString *out, const char *text)
{
  g_string_append_c (out, '\t');
  g_string_append (out, text != NULL && *text != '\0' ? text : "_");
}

/* What stood in MISC, without a name of others, and with ours. */
static void
append_misc (GString *out, const char *misc, gsize n_bytes, PlxTokenName name)
{
  const char *end = misc + n_bytes;
  gsize before;

  g_string_append_c (out, '\t');
  before = out->len;
  while (misc < end)
    {
      const char *bar = memchr (misc, '|', (gsize) (end - misc));
      gsize n = (gsize) ((bar != NULL ? bar : end) - misc);

      if (!(n == 1 && *misc == '_') && !(n >= 4 && memcmp (misc, "NER=", 4) == 0))
        {
          if (out->len > before)
            g_string_append_c (out, '|');
          g_string_append_len (out, misc, (gssize) n);
        }
      misc += n + 1;
    }
  if (name.mark != 'O')
    g_string_append_printf (out, "%sNER=%c-%s", out->len > before ? "|" : "", name.mark, name.kind);
  if (out->len == before)
    g_string_append_c (out, '_');
}

static void
write_word (GString *out, const char *line, const Line *row, const PlxAnalysis *analysis, guint i,
            guint first, PlxTokenName name)
{
  const PlxToken *token = PLX_TOKEN (analysis, i);

  g_string_append_len (out, line, row->column[LEMMA] - 1);
  append_column (out, token->lemma);
  append_column (out, token->upos);
  append_column (out, token->xpos);
  append_column (out, token->feats);
  if (token->deprel == NULL)
    g_string_append (out, "\t_");
  else
    g_string_append_printf (out, "\t%u", token->head >= 0 ? (guint) token->head - first + 1 : 0);
  append_column (out, token->deprel);
  g_string_append_c (out, '\t');
  g_string_append_len (out, line + row->column[DEPS], row->column[MISC] - 1 - row->column[DEPS]);
  append_misc (out, line + row->column[MISC], row->n_bytes - row->column[MISC], name);
  g_string_append_c (out, '\n');
}

/* @analysis, @names: of plx_language_parse(). */
void
plx_conllu_write (const PlxConllu *self, const PlxAnalysis *analysis, const PlxTokenName *names,
                  GString *out)
{
  guint token = 0, first = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Line *row = &g_array_index (self->rows, Line, i);
      const char *line = self->lines->str + row->begin;

      if (row->n_bytes == 0)
        first = token;
      if (row->is_word)
        {
          write_word (out, line, row, analysis, token, first, names[token]);
          token++;
        }
      else
        g_string_append_len (out, line, row->n_bytes + 1);
    }
}
