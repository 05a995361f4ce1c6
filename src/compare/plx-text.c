/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-text.h"

#include "compare/plx-clauses.h"
#include "compare/plx-facts.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* A word of more bytes is cut: it is a line of base64, not a word. */
enum { MAX_WORD = 96 };

/* "Mira Holt left" begins with a name, "Chinese Xi left" does not: words more
 * frequent than this begin no name. */
#define ZIPF_NO_NAME 4.5

static gboolean
is_pair_script (gunichar c)
{
  GUnicodeScript script;

  if (c < 0x1100)
    return FALSE;
  script = g_unichar_get_script (c);
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL
         || script == G_UNICODE_SCRIPT_THAI;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Whether @c joins the characters beside it into one word: 40,000 7.6 9:40 don't U.S. */
static gboolean
is_joiner (gunichar before, gunichar c, gunichar after)
{
  if (!is_word_char (after))
    return FALSE;
  if (g_unichar_isdigit (before) && g_unichar_isdigit (after))
    return c == ',' || c == '.' || c == ':';
  if (is_apostrophe (c))
    return g_unichar_isalpha (before) && g_unichar_isalpha (after);
  return c == '.' && g_unichar_isupper (before) && g_unichar_isupper (after);
}

/* Lower case, plain apostrophes, no 's: the caller frees. */
char *
plx_text_fold (const char *word, gsize n_bytes)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) MIN (n_bytes, MAX_WORD * 4));
  GString *out = g_string_new (NULL);
  gsize n;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_apostrophe (c))
        g_string_append_c (out, '\'');
      else
        g_string_append_unichar (out, c);
    }
  n = out->len;
  if (n > 2 && strcmp (out->str + n - 2, "'s") == 0)
    g_string_truncate (out, n - 2);
  return g_string_free (out, FALSE);
}

typedef struct {
  PlxVocabulary *vocabulary;
  PlxText *text;
  gboolean broken;     // punctuation stood before the next term
} Reader;

static void
add_term (Reader *reader, PlxSpan span, guint32 flags, const char *lemma)
{
  PlxTerm term = { span, plx_vocabulary_add (reader->vocabulary, lemma), flags };
  guint classes = plx_vocabulary_get (reader->vocabulary, term.id)->classes;

  if (classes & PLX_WORD_STOP)
    term.flags |= PLX_TERM_STOP;
  if (classes & PLX_WORD_NEGATION)
    term.flags |= PLX_TERM_NEGATION | PLX_TERM_STOP;
  if (classes & PLX_WORD_DENIAL)
    term.flags |= PLX_TERM_DENIAL;
  if (classes & PLX_WORD_SAYING)
    term.flags |= PLX_TERM_SAYING;
  if (reader->broken)
    term.flags |= PLX_TERM_BREAK;
  reader->broken = FALSE;
  g_array_append_val (reader->text->terms, term);
}

static gboolean
is_all_capitals (const char *word, gsize n_bytes)
{
  guint n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    if (g_ascii_isupper (word[i]))
      n++;
    else if (word[i] != '.')
      return FALSE;
  return n > 1 && n < 8;
}

static char *
without_dots (const char *word)
{
  GString *out = g_string_new (NULL);

  for (; *word != '\0'; word++)
    if (*word != '.')
      g_string_append_c (out, *word);
  return g_string_free (out, FALSE);
}

static void
add_word (Reader *reader, PlxSpan span)
{
  const char *start = reader->text->text + span.begin;
  gsize n = plx_span_length (span);
  g_autofree char *folded = plx_text_fold (start, n);
  const char *lemma;
  guint32 flags = 0;

  if (*folded == '\0')
    return;
  if (g_unichar_isupper (g_utf8_get_char (start)))
    flags |= PLX_TERM_NAME;
  if (g_ascii_isdigit (*folded))
    flags |= PLX_TERM_NUMBER;
  if (is_all_capitals (start, n))
    {
      g_autofree char *plain = without_dots (folded);

      g_free (folded);
      folded = g_steal_pointer (&plain);
      flags |= PLX_TERM_CAPITALS;
      if (g_str_equal (folded, "us") || g_str_equal (folded, "usa"))
        {
          add_term (reader, span, flags, "american");
          g_array_index (reader->text->terms, PlxTerm,
                         reader->text->terms->len - 1).flags &= ~(guint) PLX_TERM_STOP;
          return;
        }
    }
  lemma = (flags & PLX_TERM_NUMBER) ? NULL
                                    : plx_lexicon_lemma (reader->vocabulary->lexicon, folded);
  add_term (reader, span, flags, lemma != NULL ? lemma : folded);
}

/* One term per neighbouring pair of characters; a lone character is a term. */
static const char *
add_pairs (Reader *reader, const char *p, const char *end)
{
  const char *text = reader->text->text;
  gboolean any = FALSE;

  while (p < end && is_pair_script (g_utf8_get_char (p)))
    {
      const char *next = g_utf8_next_char (p);
      gboolean paired = next < end && is_pair_script (g_utf8_get_char (next));
      const char *stop = paired ? g_utf8_next_char (next) : next;
      g_autofree char *pair = g_strndup (p, (gsize) (stop - p));

      if (paired || !any)
        add_term (reader, (PlxSpan) { (guint32) (p - text), (guint32) (stop - text) },
                  PLX_TERM_PAIR, pair);
      any = TRUE;
      p = next;
    }
  return p;
}

static const char *
add_plain_word (Reader *reader, const char *p, const char *end)
{
  const char *text = reader->text->text, *start = p;
  gunichar before = 0;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gunichar after = next < end ? g_utf8_get_char (next) : 0;

      if (is_pair_script (c)
          || (!is_word_char (c) && !is_joiner (before, c, after)))
        break;
      before = c;
      p = next;
    }
  add_word (reader, (PlxSpan) { (guint32) (start - text), (guint32) (p - text) });
  return p;
}

static gboolean
is_number_sign (gunichar c)
{
  return c == '%' || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static void
read_terms (Reader *reader)
{
  const char *p = reader->text->text, *end = p + reader->text->n_bytes;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_pair_script (c))
        p = add_pairs (reader, p, end);
      else if (is_word_char (c))
        p = add_plain_word (reader, p, end);
      else
        {
          if (is_number_sign (c))
            {
              g_autofree char *sign = g_strndup (p, (gsize) (next - p));
              PlxSpan span = { (guint32) (p - reader->text->text),
                               (guint32) (next - reader->text->text) };

              add_term (reader, span, PLX_TERM_NUMBER | PLX_TERM_STOP, sign);
            }
          else if (!g_unichar_isspace (c) && c != '-' && c != '.' && !is_apostrophe (c))
            reader->broken = TRUE;   // a full stop inside a sentence ends an abbreviation
          p = next;
        }
    }
}

static void
add_sentence (PlxText *text, PlxSpan span)
{
  PlxSentence sentence = { .span = span };

  if (span.begin < span.end && span.end <= text->n_bytes)
    g_array_append_val (text->sentences, sentence);
}

static gboolean
is_full_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

/* A plain splitter for texts whose sentences nobody found: after a full stop
 * that a space and a capital (or nothing, in scripts without spaces) follow. */
static void
split_sentences (PlxText *text)
{
  const char *p = text->text, *end = p + text->n_bytes, *start = p;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gboolean stops = c == '\n';

      if (is_full_stop (c))
        {
          const char *after = next;

          while (after < end && strchr ("\"')", *after) != NULL)
            after++;
          stops = c > 0x3000 || after >= end
                  || (g_ascii_isspace (*after) && after + 1 < end && p - start > 3
                      && !g_ascii_islower (after[1])
                      && !(g_ascii_isupper (p[-1]) && !g_ascii_isalnum (p[-2])));
          next = stops && c < 0x3000 ? after : next;
        }
      if (stops)
        {
          add_sentence (text, (PlxSpan) { (guint32) (start - text->text),
                                          (guint32) (next - text->text) });
          start = next;
        }
      p = next;
    }
  add_sentence (text, (PlxSpan) { (guint32) (start - text->text), (guint32) text->n_bytes });
}

/* Gives every sentence its terms, and drops sentences that have none. */
static void
assign_terms (PlxText *text)
{
  guint kept = 0, term = 0;

  for (guint i = 0; i < text->sentences->len; i++)
    {
      PlxSentence sentence = *PLX_TEXT_SENTENCE (text, i);

      while (term < text->terms->len
             && PLX_TEXT_TERM (text, term)->span.begin < sentence.span.begin)
        term++;
      sentence.first_term = term;
      while (term < text->terms->len
             && PLX_TEXT_TERM (text, term)->span.begin < sentence.span.end)
        term++;
      sentence.n_terms = term - sentence.first_term;
      if (sentence.n_terms == 0)
        continue;
      sentence.span.begin = PLX_TEXT_TERM (text, sentence.first_term)->span.begin;
      *PLX_TEXT_SENTENCE (text, kept++) = sentence;
    }
  g_array_set_size (text->sentences, kept);
}

/* The first word of a sentence is a name only if nothing else is known of it, or
 * if it is a rare word with a name behind it. */
static void
mark_names (PlxText *text, PlxVocabulary *vocabulary)
{
  for (guint i = 0; i < text->sentences->len; i++)
    {
      PlxSentence *sentence = PLX_TEXT_SENTENCE (text, i);

      for (guint j = 0; j < sentence->n_terms; j++)
        {
          PlxTerm *term = PLX_TEXT_TERM (text, sentence->first_term + j);
          PlxWord *word = plx_vocabulary_get (vocabulary, term->id);

          if (!(term->flags & PLX_TERM_NAME))
            word->is_plain = TRUE;
          else if (j > 0 && !(term->flags & PLX_TERM_STOP))
            word->is_name = TRUE;
        }
    }
  for (guint i = 0; i < text->sentences->len; i++)
    {
      const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, i);
      PlxTerm *term = PLX_TEXT_TERM (text, sentence->first_term);
      PlxWord *word = plx_vocabulary_get (vocabulary, term->id);
      double zipf = plx_lexicon_zipf (vocabulary->lexicon, word->lemma);
      gboolean runs_on = sentence->n_terms > 1 && ((term + 1)->flags & PLX_TERM_NAME)
                         && !((term + 1)->flags & (PLX_TERM_BREAK | PLX_TERM_STOP));

      if ((term->flags & PLX_TERM_STOP)
          || (!word->is_name && zipf > (runs_on ? ZIPF_NO_NAME : PLX_ZIPF_UNKNOWN)))
        term->flags &= ~(guint) PLX_TERM_NAME;
    }
}

/* At spaces, hyphens and dashes; g_strsplit_set() would cut inside "’". */
static char **
split_name (const char *name)
{
  g_autoptr (GString) plain = g_string_new (name);

  g_string_replace (plain, "–", " ", 0);
  return g_strsplit_set (plain->str, " -", -1);
}

/* Names that pronouns, roles and descriptions of a sentence stand for. */
static void
read_mentions (PlxText *text, PlxVocabulary *vocabulary, const PlxAnalysis *analysis)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);
      const PlxEntity *entity;
      g_auto (GStrv) words = NULL;

      if (mention->entity < 0 || (guint) mention->entity >= analysis->entities->len)
        continue;
      entity = PLX_ENTITY (analysis, mention->entity);
      if (entity->name == NULL || mention->span.end > text->n_bytes
          || g_unichar_islower (g_utf8_get_char (entity->name)))
        continue;   // "the two leaders" name nobody
      words = split_name (entity->name);
      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *folded = plx_text_fold (words[j], strlen (words[j]));
          const char *lemma = plx_lexicon_lemma (vocabulary->lexicon, folded);
          PlxMeantTerm meant = { plx_text_sentence_at (text, mention->span.begin), 0,
                                 mention->span, mention->form == PLX_FORM_NAME };

          if (*folded == '\0' || meant.sentence >= text->sentences->len)
            continue;
          meant.id = plx_vocabulary_add (vocabulary, lemma != NULL ? lemma : folded);
          if (!(plx_vocabulary_get (vocabulary, meant.id)->classes & PLX_WORD_STOP))
            g_array_append_val (text->meant, meant);
        }
    }
}

static PlxText *
text_new (const char *text, gsize n_bytes)
{
  PlxText *self = g_new0 (PlxText, 1);

  self->text = text;
  self->n_bytes = n_bytes;
  self->terms = g_array_new (FALSE, FALSE, sizeof (PlxTerm));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxSentence));
  self->clauses = g_array_new (FALSE, FALSE, sizeof (PlxClause));
  self->meant = g_array_new (FALSE, FALSE, sizeof (PlxMeantTerm));
  self->facts = g_array_new (FALSE, FALSE, sizeof (PlxFact));
  return self;
}

/* Reads an article. @analysis may lack any layer. */
PlxText *
plx_text_read_analysis (PlxVocabulary *vocabulary, const PlxAnalysis *analysis)
{
  PlxText *self = text_new (analysis->text, analysis->n_bytes);
  Reader reader = { vocabulary, self, FALSE };

  read_terms (&reader);
  for (guint i = 0; i < analysis->sentences->len; i++)
    add_sentence (self, *PLX_SENTENCE (analysis, i));
  if (analysis->sentences->len == 0)
    split_sentences (self);
  assign_terms (self);
  mark_names (self, vocabulary);
  plx_clauses_split (self, analysis);
  read_mentions (self, vocabulary, analysis);
  plx_facts_read (self, vocabulary);
  return self;
}

/* Reads a claim: one sentence, whatever its punctuation. */
PlxText *
plx_text_read_claim (PlxVocabulary *vocabulary, const char *statement)
{
  PlxText *self = text_new (statement, strlen (statement));
  Reader reader = { vocabulary, self, FALSE };

  read_terms (&reader);
  add_sentence (self, (PlxSpan) { 0, (guint32) self->n_bytes });
  assign_terms (self);
  mark_names (self, vocabulary);
  plx_clauses_split (self, NULL);
  plx_facts_read (self, vocabulary);
  return self;
}

/* Reads no more than words and sentences: for what is done to whole
 * collections. @text need not end where @n_bytes does. */
PlxText *
plx_text_read_words (PlxVocabulary *vocabulary, const char *text, gsize n_bytes)
{
  PlxText *self = text_new (text, n_bytes);
  Reader reader = { vocabulary, self, FALSE };

  read_terms (&reader);
  split_sentences (self);
  assign_terms (self);
  mark_names (self, vocabulary);
  return self;
}

void
plx_text_free (PlxText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->terms);
  g_array_unref (self->sentences);
  g_array_unref (self->clauses);
  g_array_unref (self->meant);
  g_array_unref (self->facts);
  g_free (self);
}

/* The sentence that holds @byte or ends last before it; sentences->len: none. */
guint
plx_text_sentence_at (const PlxText *self, guint32 byte)
{
  guint low = 0, high = self->sentences->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TEXT_SENTENCE (self, middle)->span.begin <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : self->sentences->len;
}

/* Whether a term says something by itself; numbers are compared as facts. */
gboolean
plx_term_is_content (const PlxTerm *term)
{
  return (term->flags & (PLX_TERM_STOP | PLX_TERM_NUMBER)) == 0;
}

/* The first meant term of @sentence or of a later one; meant->len: none. */
guint
plx_text_first_meant (const PlxText *text, guint sentence)
{
  guint low = 0, high = text->meant->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (text->meant, PlxMeantTerm, middle).sentence < sentence)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
