/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-claim-names.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* Whose name stands in a claim for "he", and the whole name for a part of it. A
 * wrong name makes a claim that nobody made: where the language engine is not
 * sure the article's own words stay. */

static guint
classes_at (const PlxAnalysis *analysis, const PlxClaimWords *words, PlxSpan word)
{
  return plx_claim_words_classes (words, analysis->text + word.begin, plx_span_length (word));
}

/* A name that the article itself uses; NULL: it has none. */
const char *
plx_claim_entity_name (const PlxAnalysis *analysis, gint32 index)
{
  const PlxEntity *entity;

  if (index < 0 || (guint) index >= analysis->entities->len)
    return NULL;
  entity = PLX_ENTITY (analysis, index);
  if (entity->names.n == 0 || entity->name == NULL)
    return NULL;
  for (guint i = 0; i < entity->names.n; i++)
    if (g_strcmp0 (PLX_STRING (analysis, entity->names.first + i), entity->name) == 0)
      return entity->name;
  return PLX_STRING (analysis, entity->names.first);
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

static gboolean
is_possessive (const PlxAnalysis *analysis, const PlxClaimWords *words, const PlxMention *mention)
{
  guint classes = classes_at (analysis, words, mention->span);
  guint token = plx_token_at (analysis, mention->span.begin);
  const char *xpos = token < analysis->tokens->len
                       ? PLX_TOKEN (analysis, token)->xpos : NULL;

  return (classes & PLX_CLAIM_POSSESSIVE)
         && (xpos == NULL ? !(classes & PLX_CLAIM_PRONOUN) : g_str_has_suffix (xpos, "$"));
}

/* "Vesk" where the name is "Doran Vesk", "Lian" where it is "Lian Hao". */
static gboolean
is_part_of_name (const PlxAnalysis *analysis, PlxSpan span, const char *name)
{
  gsize n = plx_span_length (span), length = strlen (name);

  const char *part = analysis->text + span.begin;

  return length > n && length < 48 && strchr (name, ',') == NULL
         && ((strncmp (name + length - n, part, n) == 0 && name[length - n - 1] == ' ')
             || (strncmp (name, part, n) == 0 && name[n] == ' '));
}

static gboolean
is_upper_at (const PlxAnalysis *analysis, guint token)
{
  return g_unichar_isupper (g_utf8_get_char (analysis->text
                                             + PLX_TOKEN (analysis, token)->span.begin));
}

static gboolean
is_apart_from (const PlxAnalysis *analysis, guint token, guint next)
{
  return PLX_TOKEN (analysis, token)->span.end + 1 != PLX_TOKEN (analysis, next)->span.begin
         || analysis->text[PLX_TOKEN (analysis, token)->span.end] != ' ';
}

/* "Bill Clinton", "Mrs. Clinton": what stands before a surname says whose it is,
 * and another first name, were it read as a verb, would say it is somebody else's. */
static gboolean
follows_name (const PlxAnalysis *analysis, guint token)
{
  static const char *const others[] = { "ADP", "AUX", "CCONJ", "SCONJ", "DET", "PRON", "ADV",
                                        "NUM", NULL };
  const char *upos = token > 0 ? PLX_TOKEN (analysis, token - 1)->upos : NULL;

  if (token == 0 || is_apart_from (analysis, token - 1, token))
    return FALSE;
  if (g_strcmp0 (upos, "PROPN") == 0)
    return TRUE;
  return is_upper_at (analysis, token - 1) && (upos == NULL || !g_strv_contains (others, upos));
}

/* "the Trump administration", "the Kouachi brothers", "Clinton Foundation": a name
 * that only says which one is no person's here. */
static gboolean
is_of_noun (const PlxAnalysis *analysis, guint token)
{
  const PlxToken *t = PLX_TOKEN (analysis, token);
  guint next = token + 1;

  if (t->deprel != NULL)
    return g_str_has_prefix (t->deprel, "compound") && t->head > (gint32) token;
  return next < analysis->tokens->len && !is_apart_from (analysis, token, next)
         && g_strcmp0 (PLX_TOKEN (analysis, next)->upos, "PROPN") == 0;
}

/* "Secy. Hagel", "Dylann Storm Roof" beside "Dylann Roof": no second person. */
static gboolean
is_another (const char *name, const char *other)
{
  gsize n = strcspn (name, " "), m = strcspn (other, " ");

  return m > 0 && other[m - 1] != '.' && (n != m || strncmp (name, other, n) != 0);
}

/* Whether another person of the article has the name too: a wife, a brother. */
static gboolean
is_shared (const PlxAnalysis *analysis, gint32 entity, const char *name, PlxSpan span)
{
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntity *other = PLX_ENTITY (analysis, i);

      if ((gint32) i != entity && other->kind == PLX_ENTITY_PERSON && other->members.n == 0
          && other->name != NULL && is_another (name, other->name)
          && is_part_of_name (analysis, span, other->name))
        return TRUE;
    }
  return FALSE;
}

/* Whether a surname may be written with its first name. */
static gboolean
stands_alone (const PlxAnalysis *analysis, PlxSpan span)
{
  guint token = plx_token_at (analysis, span.begin);

  return token < analysis->tokens->len && !follows_name (analysis, token)
         && !is_of_noun (analysis, token);
}

/* Whether a quotation mark of the same sentence is open there: what is quoted is
 * not worded anew. */
static gboolean
is_quoted (const PlxAnalysis *analysis, guint32 byte)
{
  guint token = plx_token_at (analysis, byte);
  const char *p, *end = analysis->text + byte;
  gboolean plain = FALSE;
  gint n_open = 0;

  if (token >= analysis->tokens->len
      || PLX_TOKEN (analysis, token)->sentence >= analysis->sentences->len)
    return FALSE;
  p = analysis->text + PLX_SENTENCE (analysis, PLX_TOKEN (analysis, token)->sentence)->begin;
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      plain ^= c == '"';
      n_open += (c == 0x201c) - (c == 0x201d);
    }
  return plain || n_open > 0;
}

/* What is written for a mention; NULL: its own words. */
char *
plx_claim_dup_name (const PlxAnalysis *analysis, const PlxClaimWords *words,
                    const PlxMention *mention)
{
  const char *name = plx_claim_entity_name (analysis, mention->entity);
  gboolean person;
  guint classes;

  if (mention->entity < 0 || is_quoted (analysis, mention->span.begin))
    return NULL;
  person = PLX_ENTITY (analysis, mention->entity)->kind == PLX_ENTITY_PERSON;
  if (name == NULL && person && mention->form == PLX_FORM_PRONOUN)
    name = PLX_ENTITY (analysis, mention->entity)->name;   // "the two leaders"
  if (name == NULL)
    return NULL;
  if (mention->form == PLX_FORM_NAME)
    return person && is_part_of_name (analysis, mention->span, name)
                 && stands_alone (analysis, mention->span)
                 && !is_shared (analysis, mention->entity, name, mention->span)
               ? g_strdup (name) : NULL;
  if (mention->form != PLX_FORM_PRONOUN
      || mention->confidence_01 < (speaks (analysis, mention->span.end)
                                     ? PLX_NAMED_SPEAKER_MIN_01 : PLX_NAMED_MIN_01))
    return NULL;
  classes = classes_at (analysis, words, mention->span);
  if (person && is_possessive (analysis, words, mention))
    return g_strdup_printf ("%s’s", name);
  if (!(classes & PLX_CLAIM_PRONOUN))
    return NULL;
  if (plx_span_length (mention->span) == 2 && g_ascii_strncasecmp (analysis->text
                                                + mention->span.begin, "it", 2) == 0)
    return speaks (analysis, mention->span.end) ? g_strdup (name) : NULL;
  return person ? g_strdup (name) : NULL;
}

/* The first mention at or behind @byte. */
guint
plx_claim_first_mention (const PlxAnalysis *analysis, guint32 byte)
{
  guint low = 0, high = analysis->mentions->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_MENTION (analysis, middle)->span.begin < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* "He" of whom the language engine is not sure. */
gboolean
plx_claim_is_unsure (const PlxAnalysis *analysis, const PlxLevel *level)
{
  PlxSpan span;

  if (level->source.n != 1)
    return FALSE;
  span = *PLX_SPAN (analysis, level->source.first);
  for (guint i = plx_claim_first_mention (analysis, span.begin); i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);

      if (mention->span.begin != span.begin)
        return FALSE;
      if (mention->form == PLX_FORM_PRONOUN && plx_span_compare (&mention->span, &span) == 0)
        return mention->confidence_01 < PLX_NAMED_SPEAKER_MIN_01;
    }
  return FALSE;
}
