/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-clauses.h"

#include <string.h>

/* A cut is made before a connective, or at a comma, if both sides can stand
 * alone: enough words of content, and a verb on each where tags say so. Too
 * few cuts only make evidence longer; too many make claims of half a thought,
 * so in doubt nothing is cut. */
enum { MIN_CONTENT = 2, MIN_TERMS = 4, REACH = 6 };

typedef enum {
  TAG_UNKNOWN,
  TAG_FINITE,     // "left", "has": a clause of its own
  TAG_OTHER_VERB, // "leaving", "to leave"
  TAG_NO_VERB,
} Tag;

typedef struct {
  PlxText *text;
  const PlxAnalysis *analysis;   // NULL: no tags
  guint8 *tags;                  // (n_terms) Tag
} Splitter;

static Tag
tag_of (const PlxToken *token)
{
  if (strcmp (token->upos, "VERB") != 0 && strcmp (token->upos, "AUX") != 0)
    return TAG_NO_VERB;
  if (token->xpos != NULL
      && (strcmp (token->xpos, "VBG") == 0 || strcmp (token->xpos, "VBN") == 0
          || strcmp (token->xpos, "VB") == 0))
    return TAG_OTHER_VERB;
  return TAG_FINITE;
}

static void
read_tags (Splitter *self)
{
  const GArray *tokens = self->analysis != NULL ? self->analysis->tokens : NULL;
  guint token = 0;

  for (guint i = 0; tokens != NULL && i < self->text->terms->len; i++)
    {
      guint32 begin = PLX_TEXT_TERM (self->text, i)->span.begin;
      const PlxToken *t;

      while (token < tokens->len && PLX_TOKEN (self->analysis, token)->span.end <= begin)
        token++;
      if (token >= tokens->len)
        return;
      t = PLX_TOKEN (self->analysis, token);
      if (t->upos == NULL || strcmp (t->upos, "X") == 0)
        continue;
      self->tags[i] = (guint8) tag_of (t);
    }
}

static const char *
term_text (const PlxText *text, guint i, gsize *n)
{
  const PlxTerm *term = PLX_TEXT_TERM (text, i);

  *n = plx_span_length (term->span);
  return text->text + term->span.begin;
}

static gboolean
is_one_of (const PlxText *text, guint i, const char *const *words)
{
  gsize n;
  const char *word = term_text (text, i, &n);

  for (; *words != NULL; words++)
    if (strlen (*words) == n && g_ascii_strncasecmp (*words, word, n) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a range of terms could stand alone. */
static gboolean
is_enough (const Splitter *self, guint first, guint end)
{
  guint n_content = 0;
  gboolean verb = FALSE, unknown = FALSE;

  for (guint i = first; i < end; i++)
    {
      if ((PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_STOP) == 0)
        n_content++;
      verb |= self->tags[i] == TAG_FINITE || self->tags[i] == TAG_OTHER_VERB;
      unknown |= self->tags[i] == TAG_UNKNOWN;
    }
  return n_content >= MIN_CONTENT && end - first >= MIN_TERMS && (verb || unknown);
}

static gboolean
looks_verbal (const Splitter *self, guint i)
{
  gsize n;
  const char *word;

  if (self->tags[i] != TAG_UNKNOWN)
    return self->tags[i] != TAG_NO_VERB;
  word = term_text (self->text, i, &n);
  return (PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_SAYING) != 0
         || (n > 4 && strncmp (word + n - 2, "ed", 2) == 0);
}

/* Whether a verb that makes a clause stands among the next few terms; without
 * tags nobody knows, and the connective alone decides. */
static gboolean
has_finite_verb (const Splitter *self, guint i, guint end)
{
  for (guint n = 0; n < REACH && i < end; n++, i++)
    if (self->tags[i] == TAG_FINITE || self->tags[i] == TAG_UNKNOWN)
      return TRUE;
  return FALSE;
}

/* Whether a clause may begin at term @i. */
static gboolean
may_begin (const Splitter *self, guint i, guint end)
{
  static const char *const always[] = { "if", "because", "while", "although", "though", "after",
                                        "before", "but", "whereas", "unless", "which", NULL };
  static const char *const after_comma[] = { "who", "where", "as", "when", "with", "so", "saying",
                                             "adding", "noting", NULL };
  static const char *const joining[] = { "and", "or", NULL };
  static const char *const never[] = { "to", NULL };
  static const char *const be[] = { "be", NULL };
  gboolean broken = (PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_BREAK) != 0;

  if (is_one_of (self->text, i, never))
    return broken && i + 1 < end && is_one_of (self->text, i + 1, be);
  if (is_one_of (self->text, i, always))   // not "before 2037"
    return i + 1 < end && (PLX_TEXT_TERM (self->text, i + 1)->flags & PLX_TERM_NUMBER) == 0;
  if (broken)
    {
      guint32 from = PLX_TEXT_TERM (self->text, i - 1)->span.end;
      guint32 to = PLX_TEXT_TERM (self->text, i)->span.begin;
      const char *gap = self->text->text + from;

      if (is_one_of (self->text, i, joining))
        return has_finite_verb (self, i + 1, end);
      if (is_one_of (self->text, i, after_comma) || memchr (gap, ';', to - from) != NULL
          || memchr (gap, ':', to - from) != NULL || memchr (gap, '"', to - from) != NULL
          || g_strstr_len (gap, to - from, "”") != NULL
          || g_strstr_len (gap, to - from, "“") != NULL
          || g_strstr_len (gap, to - from, "—") != NULL)
        return TRUE;
      return looks_verbal (self, i) || (i + 1 < end && looks_verbal (self, i + 1));
    }
  return is_one_of (self->text, i, joining) && i + 1 < end && looks_verbal (self, i + 1);
}

static void
add_clause (PlxText *text, guint sentence, guint first, guint end)
{
  PlxClause clause = { .first_term = first, .n_terms = end - first, .sentence = sentence };

  clause.span.begin = PLX_TEXT_TERM (text, first)->span.begin;
  clause.span.end = PLX_TEXT_TERM (text, end - 1)->span.end;
  g_array_append_val (text->clauses, clause);
}

static void
split_sentence (Splitter *self, guint index)
{
  PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, index);
  guint first = sentence->first_term, end = first + sentence->n_terms;

  sentence->first_clause = self->text->clauses->len;
  for (guint i = first + 1; i < end; i++)
    if (may_begin (self, i, end) && is_enough (self, first, i) && is_enough (self, i, end))
      {
        add_clause (self->text, index, first, i);
        first = i;
      }
  add_clause (self->text, index, first, end);
  sentence->n_clauses = self->text->clauses->len - sentence->first_clause;
}

void
plx_clauses_split (PlxText *text, const PlxAnalysis *analysis)
{
  g_autofree guint8 *tags = g_new0 (guint8, text->terms->len + 1);
  Splitter self = { text, analysis, tags };

  read_tags (&self);
  for (guint i = 0; i < text->sentences->len; i++)
    split_sentence (&self, i);
}
