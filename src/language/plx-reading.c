/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-reading-private.h"

#define MAX_SENTENCE 1200   // tokens; what is longer is a table or no language, and is not read

/* ---- making ---------------------------------------------------------- */

static const char *
fold_token (PlxReading *self, PlxSpan span)
{
  g_autofree char *lower = g_utf8_strdown (self->analysis->text + span.begin,
                                           plx_span_length (span));
  char *apostrophe;

  while ((apostrophe = strstr (lower, "\xe2\x80\x99")) != NULL)
    {
      *apostrophe = '\'';
      memmove (apostrophe + 1, apostrophe + 3, strlen (apostrophe + 3) + 1);
    }
  return g_string_chunk_insert_const (self->chunk, lower);
}

static PlxTokenClass
class_of (const PlxToken *token, const char *lower, guint32 sets)
{
  static const struct { const char *upos; PlxTokenClass class; } table[] = {
    { "NOUN", PLX_CLASS_NOUN }, { "PROPN", PLX_CLASS_NAME }, { "PRON", PLX_CLASS_PRONOUN },
    { "DET", PLX_CLASS_DET }, { "ADJ", PLX_CLASS_ADJ }, { "NUM", PLX_CLASS_NUMBER },
    { "VERB", PLX_CLASS_VERB }, { "AUX", PLX_CLASS_AUX }, { "ADV", PLX_CLASS_ADV },
    { "ADP", PLX_CLASS_ADP }, { "CCONJ", PLX_CLASS_CONJ }, { "SCONJ", PLX_CLASS_SUB },
    { "PUNCT", PLX_CLASS_PUNCT }, { "SYM", PLX_CLASS_PUNCT },
  };

  if (sets & 1u << PLX_WORDS_NEGATION)
    return PLX_CLASS_NOT;
  if (g_str_equal (token->upos, "PART"))
    return g_str_equal (lower, "to") ? PLX_CLASS_TO : PLX_CLASS_GENITIVE;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].upos, token->upos))
      return table[i].class;
  return PLX_CLASS_OTHER;
}

/* "the party's daily": a tagger may take the ending for "is". */
static gboolean
is_genitive (const PlxReading *self, guint i)
{
  return self->class[i] == PLX_CLASS_AUX && g_str_equal (self->lower[i], "'s")
         && (self->class[i - 1] == PLX_CLASS_NOUN || self->class[i - 1] == PLX_CLASS_NAME)
         && (self->class[i + 1] == PLX_CLASS_NOUN || self->class[i + 1] == PLX_CLASS_NAME
             || self->class[i + 1] == PLX_CLASS_ADJ || self->class[i + 1] == PLX_CLASS_NUMBER);
}

/* "the Workers' Daily": an adjective by its form, a name by its place. */
static gboolean
is_name_at_end (const PlxReading *self, guint i)
{
  const char *text = self->analysis->text + PLX_TOKEN (self->analysis, i)->span.begin;

  return self->class[i] == PLX_CLASS_ADJ && g_unichar_isupper (g_utf8_get_char (text))
         && (self->class[i - 1] == PLX_CLASS_NAME || self->class[i - 1] == PLX_CLASS_GENITIVE)
         && (i + 1 == self->n || (self->class[i + 1] != PLX_CLASS_NOUN
                                  && self->class[i + 1] != PLX_CLASS_NAME));
}

/* "…, The Torch, said": a noun with a capital inside a sentence */
static gboolean
is_name_by_form (const PlxReading *self, guint i)
{
  const PlxToken *token = PLX_TOKEN (self->analysis, i);

  return self->class[i] == PLX_CLASS_NOUN
         && token->sentence == PLX_TOKEN (self->analysis, i - 1)->sentence
         && self->class[i - 1] == PLX_CLASS_DET
         && g_unichar_isupper (g_utf8_get_char (self->analysis->text + token->span.begin))
         && (i < 2 || PLX_TOKEN (self->analysis, i - 2)->sentence == token->sentence);
}

/* "the party's daily, The Torch", "the daily failed": nothing follows that the
 * adjective could belong to. */
static gboolean
is_noun_at_end (const PlxReading *self, guint i)
{
  PlxTokenClass next = i + 1 < self->n ? (PlxTokenClass) self->class[i + 1] : PLX_CLASS_PUNCT;

  return (self->class[i] == PLX_CLASS_ADJ || self->class[i] == PLX_CLASS_ADV)
         && (self->class[i - 1] == PLX_CLASS_GENITIVE || self->class[i - 1] == PLX_CLASS_DET)
         && (next == PLX_CLASS_PUNCT || next == PLX_CLASS_VERB || next == PLX_CLASS_AUX)
         && !(i + 1 < self->n && plx_reading_lists (", - \xe2\x80\x93", self->lower[i + 1])
              && self->class[i - 1] == PLX_CLASS_DET);
}

/* A hyphen of a small word, "gas - fired", without space around it. */
static gboolean
is_inner_hyphen (const PlxReading *self, guint i)
{
  const PlxAnalysis *a = self->analysis;

  return i > 0 && i + 1 < self->n && strcmp (self->lower[i], "-") == 0
         && PLX_TOKEN (a, i - 1)->span.end == PLX_TOKEN (a, i)->span.begin
         && PLX_TOKEN (a, i)->span.end == PLX_TOKEN (a, i + 1)->span.begin
         && !g_unichar_isupper (g_utf8_get_char (a->text + PLX_TOKEN (a, i - 1)->span.begin));
}

/* Parts of a word with hyphens say what a noun is like and tell of nothing:
 * "a life - or - death situation", "gas - fired plants", "test - driving"; but
 * "to jump - start" and "will test - fire" are verbs. */
static void
read_compounds (PlxReading *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      PlxTokenClass next = i + 1 < self->n ? (PlxTokenClass) self->class[i + 1] : PLX_CLASS_PUNCT;

      if (i > 0 && (self->class[i - 1] == PLX_CLASS_AUX || strcmp (self->lower[i - 1], "to") == 0))
        continue;
      if ((self->class[i] == PLX_CLASS_VERB || self->class[i] == PLX_CLASS_NOUN)
          && (is_inner_hyphen (self, i + 1)
              || (i > 0 && is_inner_hyphen (self, i - 1)
                  && (next == PLX_CLASS_NOUN || next == PLX_CLASS_ADJ))))
        self->class[i] = PLX_CLASS_ADJ;
    }
}

static void
read_sentences (PlxReading *self)
{
  PlxAnalysis *a = self->analysis;
  guint token = 0, paragraph = 0;

  self->n_sentences = a->sentences->len;
  self->sentences = g_new0 (PlxRange, self->n_sentences + 1);
  self->paragraph = g_new0 (guint32, self->n_sentences + 1);
  for (guint s = 0; s < self->n_sentences; s++)
    {
      PlxSpan span = *PLX_SENTENCE (a, s);

      while (paragraph + 1 < a->paragraphs->len
             && g_array_index (a->paragraphs, PlxSpan, paragraph).end <= span.begin)
        paragraph++;
      self->paragraph[s] = paragraph;
      while (token < self->n && PLX_TOKEN (a, token)->span.begin < span.begin)
        token++;
      self->sentences[s].begin = token;
      while (token < self->n && PLX_TOKEN (a, token)->span.begin < span.end)
        token++;
      self->sentences[s].end = MIN (token, self->sentences[s].begin + MAX_SENTENCE);
    }
}

/* The longest mention over each token; names before descriptions of one length. */
static void
read_mentions (PlxReading *self)
{
  PlxAnalysis *a = self->analysis;
  guint token = 0;

  for (guint m = 0; m < a->mentions->len; m++)
    {
      PlxSpan span = PLX_MENTION (a, m)->span;
      guint i;

      while (token < self->n && PLX_TOKEN (a, token)->span.end <= span.begin)
        token++;
      for (i = token; i < self->n && PLX_TOKEN (a, i)->span.begin < span.end; i++)
        {
          gint32 old = self->mention[i];

          if (old < 0 || plx_span_length (PLX_MENTION (a, old)->span) < plx_span_length (span))
            self->mention[i] = (gint32) m;
        }
    }
}

/* "US officials", "Young said": a tagger may take a name for the pronoun or
 * the adjective of the same letters. */
static void
correct_names (PlxReading *self)
{
  PlxAnalysis *a = self->analysis;

  for (guint i = 0; i < self->n; i++)
    {
      const PlxMention *mention = self->mention[i] >= 0 ? PLX_MENTION (a, self->mention[i]) : NULL;

      if (mention == NULL || mention->form != PLX_FORM_NAME || mention->entity < 0)
        continue;
      if (self->class[i] == PLX_CLASS_PRONOUN
          || (self->class[i] == PLX_CLASS_ADJ
              && PLX_ENTITY (a, mention->entity)->kind == PLX_ENTITY_PERSON))
        self->class[i] = PLX_CLASS_NAME;
    }
}

static void
read_times (PlxReading *self)
{
  PlxAnalysis *a = self->analysis;
  guint token = 0;

  for (guint t = 0; t < a->times->len; t++)
    {
      PlxSpan span = PLX_TIME (a, t)->span;

      while (token < self->n && PLX_TOKEN (a, token)->span.end <= span.begin)
        token++;
      for (guint i = token; i < self->n && PLX_TOKEN (a, i)->span.begin < span.end; i++)
        self->time[i] = (gint32) t;
    }
}

/**
 * plx_reading_new:
 * @analysis: with tokens; borrowed, must outlive the reading
 */
PlxReading *
plx_reading_new (PlxAnalysis *analysis, const PlxGrammar *grammar)
{
  PlxReading *self = g_new0 (PlxReading, 1);

  self->analysis = analysis;
  self->n = analysis->tokens->len;
  self->chunk = g_string_chunk_new (4096);
  self->lower = g_new0 (const char *, self->n + 1);
  self->class = g_new0 (guint8, self->n + 1);
  self->sets = g_new0 (guint32, self->n + 1);
  self->quote = g_new (gint32, self->n + 1);
  self->mention = g_new (gint32, self->n + 1);
  self->time = g_new (gint32, self->n + 1);
  self->quotes = g_array_new (FALSE, FALSE, sizeof (PlxRange));
  for (guint i = 0; i <= self->n; i++)
    self->quote[i] = self->mention[i] = self->time[i] = -1;
  for (guint i = 0; i < self->n; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, i);

      self->lower[i] = fold_token (self, token->span);
      self->sets[i] = plx_grammar_sets (grammar, self->lower[i]);
      self->class[i] = (guint8) class_of (token, self->lower[i], self->sets[i]);
    }
  read_compounds (self);
  for (guint i = 1; i + 1 < self->n; i++)
    if (is_genitive (self, i))
      self->class[i] = PLX_CLASS_GENITIVE;
  for (guint i = 1; i < self->n; i++)
    if (is_name_at_end (self, i))
      self->class[i] = PLX_CLASS_NAME;
    else if (is_noun_at_end (self, i))
      self->class[i] = PLX_CLASS_NOUN;
    else if (is_name_by_form (self, i))
      self->class[i] = PLX_CLASS_NAME;
  read_sentences (self);
  plx_reading_find_trees (self);
  plx_reading_find_quotes (self);
  read_mentions (self);
  correct_names (self);
  read_times (self);
  return self;
}

void
plx_reading_free (PlxReading *self)
{
  if (self == NULL)
    return;
  g_free (self->lower);
  g_free (self->class);
  g_free (self->sets);
  g_free (self->quote);
  g_free (self->mention);
  g_free (self->time);
  g_free (self->paragraph);
  g_free (self->sentences);
  g_free (self->relation);
  g_free (self->head);
  g_free (self->kid);
  g_free (self->next);
  g_free (self->reach);
  g_array_unref (self->quotes);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

/* ---- asking about one token ------------------------------------------ */

gboolean
plx_reading_is (const PlxReading *self, gint64 i, const char *word)
{
  return i >= 0 && i < self->n && g_str_equal (self->lower[i], word);
}

/* @words: words between single spaces */
gboolean
plx_reading_is_any (const PlxReading *self, gint64 i, const char *words)
{
  return i >= 0 && i < self->n && plx_reading_lists (words, self->lower[i]);
}

static gboolean
is_possessive (const PlxReading *self, gint64 i)
{
  return plx_reading_in (self, i, PLX_WORDS_POSSESSIVE) || plx_reading_is (self, i, "whose");
}

gboolean
plx_reading_is_nominal (const PlxReading *self, gint64 i)
{
  if (i < 0 || i >= self->n)
    return FALSE;
  if (self->class[i] == PLX_CLASS_PRONOUN)
    return !is_possessive (self, i);
  if (self->class[i] == PLX_CLASS_DET || self->class[i] == PLX_CLASS_ADJ)
    return plx_reading_in (self, i, PLX_WORDS_QUANTIFIER);
  return self->class[i] == PLX_CLASS_NOUN || self->class[i] == PLX_CLASS_NAME
         || self->class[i] == PLX_CLASS_NUMBER;
}

gboolean
plx_reading_is_be (const PlxReading *self, gint64 i)
{
  return plx_reading_in (self, i, PLX_WORDS_BE);
}

PlxSpan
plx_reading_span (const PlxReading *self, PlxRange range)
{
  PlxSpan span = { 0, 0 };

  if (plx_range_is_empty (range) || range.end > self->n)
    return span;
  span.begin = PLX_TOKEN (self->analysis, range.begin)->span.begin;
  span.end = PLX_TOKEN (self->analysis, range.end - 1)->span.end;
  return span;
}

/* The first token that ends after @byte. */
guint
plx_reading_token_at (const PlxReading *self, guint32 byte)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (PLX_TOKEN (self->analysis, middle)->span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
