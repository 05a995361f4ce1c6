/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include <string.h>

/* A claim as a reader sees it: the clause as it stands, with the name put in for
 * a pronoun, the subject that an "and" took over, and the speaker in front of
 * what was said. */

enum { MAX_SUBJECT_TOKENS = 10 };

static gboolean
is_leading_word (const char *word, gsize n)
{
  static const char *const words[] = { "and", "but", "or", "that", "which", "who", "while", "so",
                                       "as", "though", "although", "because", "adding", "saying",
                                       "after", "when",
                                       NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == n && g_ascii_strncasecmp (words[i], word, n) == 0)
      return TRUE;
  return FALSE;
}

/* What stands for the noun before it, which is no subject of the sentence. */
static gboolean
is_relative (const char *word, gsize n)
{
  return (n == 3 && g_ascii_strncasecmp (word, "who", n) == 0)
         || (n == 4 && g_ascii_strncasecmp (word, "that", n) == 0)
         || (n == 5 && g_ascii_strncasecmp (word, "which", n) == 0);
}

/* "said Lian had warned him": the speaker is put in front instead. */
static gboolean
is_leading_cue (const PlxSeed *seed, guint i)
{
  const PlxTerm *term = PLX_TEXT_TERM (seed->text, i);

  return seed->statement >= 0 && (term->flags & PLX_TERM_SAYING)
         && !(term->flags & PLX_TERM_NAME);
}

/* Whether the verb behind @byte is one of saying. */
static gboolean
speaks (const PlxAnalysis *analysis, guint32 byte)
{
  const PlxLexicon *lexicon = plx_lexicon_get (NULL);
  guint token = plx_token_at (analysis, byte);

  for (guint n = 0; lexicon != NULL && n < 2 && token + n < analysis->tokens->len; n++)
    {
      PlxSpan span = PLX_TOKEN (analysis, token + n)->span;
      g_autofree char *word = plx_text_fold (analysis->text + span.begin, plx_span_length (span));
      const char *lemma = plx_lexicon_lemma (lexicon, word);

      if (plx_lexicon_classes (lexicon, lemma != NULL ? lemma : word) & PLX_WORD_SAYING)
        return TRUE;
    }
  return FALSE;
}

/* The name that is put for the pronoun at @begin, NULL: none. "It" may be any
 * thing that was told of and is left, unless it speaks. */
static const char *
pronoun_name (const PlxAnalysis *analysis, guint32 begin, guint32 *end)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);

      if (mention->span.begin > begin)
        return NULL;
      if (mention->span.begin == begin && mention->form == PLX_FORM_PRONOUN && mention->entity >= 0)
        {
          *end = mention->span.end;
          return PLX_ENTITY (analysis, mention->entity)->kind == PLX_ENTITY_PERSON
                     || speaks (analysis, mention->span.end)
                   ? PLX_ENTITY (analysis, mention->entity)->name : NULL;
        }
    }
  return NULL;
}

/* The innermost speaker, if the clause itself does not show it. */
static char *
dup_speaker (const PlxAnalysis *analysis, const PlxSeed *seed)
{
  const PlxStatement *statement;
  const PlxLevel *level;
  PlxSpan source;

  if (seed->statement < 0)
    return NULL;
  statement = PLX_STATEMENT (analysis, seed->statement);
  if (statement->levels.n == 0 || statement->mode == PLX_MODE_OMISSION)
    return NULL;
  level = PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1);
  source = plx_analysis_hull (analysis, level->source);
  if (level->source.n > 0 && plx_span_overlaps (source, seed->span))
    return NULL;
  if (level->entity >= 0 && PLX_ENTITY (analysis, level->entity)->name != NULL)
    return g_strdup (PLX_ENTITY (analysis, level->entity)->name);
  return level->source.n > 0 ? plx_analysis_dup_spans (analysis, level->source) : NULL;
}

static gboolean
is_finite (const PlxToken *token)
{
  static const char *const tags[] = { "VBD", "VBZ", "VBP", "MD" };

  for (guint i = 0; token->xpos != NULL && i < G_N_ELEMENTS (tags); i++)
    if (strcmp (token->xpos, tags[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The terms before the first finite verb from @byte on, if they can only be its
 * subject: few, together, with a noun, no preposition in front. A verb behind
 * nothing but "the" is a noun that the tags took for one. */
static gboolean
find_subject (const PlxAnalysis *analysis, guint32 byte, guint32 stop, PlxSpan *subject,
              const PlxToken **verb)
{
  guint first = plx_token_at (analysis, byte), i = first;
  gboolean noun = FALSE;

  for (; i < analysis->tokens->len && i < first + MAX_SUBJECT_TOKENS; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, i);

      if (token->span.begin >= stop || token->upos == NULL
          || strcmp (token->upos, "PUNCT") == 0 || strcmp (token->upos, "SCONJ") == 0
          || (i == first && strcmp (token->upos, "ADP") == 0))
        return FALSE;
      if ((is_finite (token) && i == first)
          || (noun && (is_finite (token) || g_strcmp0 (token->xpos, "VBN") == 0)))
        break;
      noun |= is_finite (token) || strcmp (token->upos, "NOUN") == 0
              || strcmp (token->upos, "PROPN") == 0 || strcmp (token->upos, "PRON") == 0;
    }
  if (i == first || i == analysis->tokens->len || i == first + MAX_SUBJECT_TOKENS || !noun)
    return FALSE;
  *subject = (PlxSpan) { PLX_TOKEN (analysis, first)->span.begin,
                         PLX_TOKEN (analysis, i - 1)->span.end };
  *verb = PLX_TOKEN (analysis, i);
  return TRUE;
}

/* "The bridge will be finished in May and will cost a million": the subject of a
 * clause that begins with its verb stands in the clause it was cut from. */
static char *
dup_subject (const PlxCompareJob *job, const PlxSeed *seed, guint32 begin)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (seed->text, seed->sentence);
  guint token = plx_token_at (analysis, begin);
  guint start = plx_dateline_skip (seed->text, sentence);
  guint32 from = PLX_TEXT_TERM (seed->text, start)->span.begin, end;
  PlxSpan subject;
  const PlxToken *verb;
  const char *name;
  gboolean participle;

  if (token >= analysis->tokens->len || PLX_TOKEN (analysis, token)->span.begin != begin)
    return NULL;
  participle = g_strcmp0 (PLX_TOKEN (analysis, token)->xpos, "VBN") == 0;
  if (!participle && !is_finite (PLX_TOKEN (analysis, token)))
    return NULL;
  if (seed->statement >= 0)
    from = MAX (from, plx_analysis_hull (analysis, PLX_STATEMENT (analysis,
                                                     seed->statement)->content).begin);
  /* "proceeded and lasted", whatever the tag, but not "were seen and heard" */
  if (from >= begin || !find_subject (analysis, from, begin, &subject, &verb)
      || (participle && g_strcmp0 (verb->upos, "VERB") != 0))
    return NULL;
  name = pronoun_name (analysis, subject.begin, &end);
  return name != NULL && end == subject.end ? g_strdup (name)
                                            : plx_analysis_dup_span (analysis, subject);
}

/* A quotation that the clause cuts open or does not close is made whole. */
static void
close_quotes (GString *text)
{
  const char *first = strchr (text->str, '"');
  guint n_plain = 0;
  gint n_open = 0;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_plain += *p == '"';
      n_open += g_utf8_get_char (p) == 0x201c;
      n_open -= g_utf8_get_char (p) == 0x201d;
    }
  if (n_plain % 2 == 1 && (first == text->str || first[-1] == ' '))
    g_string_append_c (text, '"');
  else if (n_plain % 2 == 1)
    g_string_prepend_c (text, '"');
  if (n_open > 0)
    g_string_append (text, "”");
  else if (n_open < 0)
    g_string_prepend (text, "“");
}

/* One space for any white space; the first letter a capital. */
static char *
tidy (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else
        g_string_append_unichar (out, out->len == 0 ? g_unichar_toupper (c) : c);
    }
  close_quotes (out);
  return g_string_free (out, FALSE);
}

char *
plx_seed_dup_text (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis;
  PlxSpan span = seed->span;
  g_autofree char *rest = NULL, *speaker = NULL, *whole = NULL;
  const char *name = NULL;
  g_autofree char *subject = NULL;
  gboolean after_relative = FALSE;
  guint32 end = 0;

  if (seed->given != NULL)
    return g_strdup (seed->given->statement);
  analysis = job->articles[seed->article].analysis;
  speaker = dup_speaker (analysis, seed);
  if (seed->is_omission)
    span = plx_analysis_hull (analysis, PLX_STATEMENT (analysis, seed->statement)->content);
  else
    for (guint i = seed->first_term; i + 1 < seed->end_term; i++)
      {
        PlxSpan word = PLX_TEXT_TERM (seed->text, i)->span;

        if (!is_leading_word (analysis->text + word.begin, plx_span_length (word))
            && !(speaker != NULL && is_leading_cue (seed, i)))
          break;
        after_relative |= is_relative (analysis->text + word.begin, plx_span_length (word));
        span.begin = PLX_TEXT_TERM (seed->text, i + 1)->span.begin;
      }
  name = pronoun_name (analysis, span.begin, &end);
  if (name != NULL && end < span.end)
    span.begin = end;
  else
    name = NULL;
  if (name == NULL && !seed->is_omission && !after_relative)
    subject = dup_subject (job, seed, span.begin);
  if (subject != NULL && g_strcmp0 (subject, speaker) == 0)
    g_clear_pointer (&speaker, g_free);
  rest = plx_analysis_dup_span (analysis, span);
  whole = g_strdup_printf ("%s%s%s%s%s%s", speaker != NULL ? speaker : "",
                           speaker != NULL ? ": " : "", name != NULL ? name : "",
                           subject != NULL ? subject : "", subject != NULL ? " " : "", rest);
  return tidy (whole);
}
