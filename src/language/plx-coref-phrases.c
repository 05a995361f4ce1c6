/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coref-private.h"

#include <stdlib.h>
#include <string.h>

/* The phrases that may speak of somebody or something: a noun, name, pronoun
 * with what depends on it, as far as it belongs to the phrase. Prepositions,
 * conjuncts, and what a noun has as the head of a clause (subject, copula,
 * adverbials) stand outside; relative clauses, appositions and "of …" inside.
 * "Kim and Xi" is a phrase too, beside "Kim" and "Xi". */

/* A phrase of more tokens is no mention, whatever the tree says. */
#define MAX_PHRASE 120
/* Trees of broken text may be as deep as they are long. */
#define MAX_DEPTH 200

typedef struct {
  const char *name;
  guint8 role;
  guint8 outside;
} Relation;

/* UD's universal relations, sorted. */
static const Relation relations[] = {
  { "acl", PLX_COREF_ROLE_CLAUSE, FALSE },
  { "advcl", PLX_COREF_ROLE_CLAUSE, TRUE },
  { "advmod", PLX_COREF_ROLE_MODIFIER, TRUE },
  { "amod", PLX_COREF_ROLE_MODIFIER, FALSE },
  { "appos", PLX_COREF_ROLE_APPOSITION, FALSE },
  { "aux", PLX_COREF_ROLE_SMALL, TRUE },
  { "case", PLX_COREF_ROLE_SMALL, TRUE },
  { "cc", PLX_COREF_ROLE_SMALL, TRUE },
  { "ccomp", PLX_COREF_ROLE_CLAUSE, TRUE },
  { "clf", PLX_COREF_ROLE_SMALL, FALSE },
  { "compound", PLX_COREF_ROLE_COMPOUND, FALSE },
  { "conj", PLX_COREF_ROLE_CONJUNCT, TRUE },
  { "cop", PLX_COREF_ROLE_SMALL, TRUE },
  { "csubj", PLX_COREF_ROLE_CLAUSE, TRUE },
  { "dep", PLX_COREF_ROLE_ASIDE, TRUE },
  { "det", PLX_COREF_ROLE_MODIFIER, FALSE },
  { "discourse", PLX_COREF_ROLE_SMALL, TRUE },
  { "dislocated", PLX_COREF_ROLE_ASIDE, TRUE },
  { "expl", PLX_COREF_ROLE_SMALL, TRUE },
  { "fixed", PLX_COREF_ROLE_SMALL, FALSE },
  { "flat", PLX_COREF_ROLE_COMPOUND, FALSE },
  { "goeswith", PLX_COREF_ROLE_SMALL, FALSE },
  { "iobj", PLX_COREF_ROLE_INDIRECT, TRUE },
  { "list", PLX_COREF_ROLE_ASIDE, TRUE },
  { "mark", PLX_COREF_ROLE_SMALL, TRUE },
  { "nmod", PLX_COREF_ROLE_NMOD, FALSE },
  { "nsubj", PLX_COREF_ROLE_SUBJECT, TRUE },
  { "nummod", PLX_COREF_ROLE_MODIFIER, FALSE },
  { "obj", PLX_COREF_ROLE_OBJECT, TRUE },
  { "obl", PLX_COREF_ROLE_OBLIQUE, TRUE },
  { "orphan", PLX_COREF_ROLE_ASIDE, TRUE },
  { "parataxis", PLX_COREF_ROLE_ASIDE, TRUE },
  { "punct", PLX_COREF_ROLE_SMALL, TRUE },
  { "reparandum", PLX_COREF_ROLE_ASIDE, TRUE },
  { "root", PLX_COREF_ROLE_ROOT, TRUE },
  { "vocative", PLX_COREF_ROLE_ASIDE, TRUE },
  { "xcomp", PLX_COREF_ROLE_CLAUSE, TRUE },
};

static int
compare_relation (gconstpointer key, gconstpointer element)
{
  const char *name = ((const Relation *) element)->name;
  gsize n = strcspn (key, ":");
  int order = strncmp (key, name, n);

  return order != 0 ? order : name[n] != '\0' ? -1 : 0;
}

static void
read_relation (const PlxToken *token, PlxCorefToken *out)
{
  const Relation *found = token->deprel != NULL
                          ? bsearch (token->deprel, relations, G_N_ELEMENTS (relations),
                                     sizeof *relations, compare_relation)
                          : NULL;
  const char *subtype = token->deprel != NULL ? strchr (token->deprel, ':') : NULL;

  out->role = found != NULL ? found->role : PLX_COREF_ROLE_NONE;
  out->outside = found != NULL ? found->outside : TRUE;
  if (subtype == NULL)
    return;
  if (strcmp (subtype, ":poss") == 0)
    out->role = PLX_COREF_ROLE_OWNER;
  else if (strcmp (subtype, ":pass") == 0 && out->role == PLX_COREF_ROLE_SUBJECT)
    out->role = PLX_COREF_ROLE_PASSIVE;
}

/* Each token's subtree as a range: handed up to every ancestor. */
static void
spread_subtrees (PlxCoref *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      gint32 at = self->tokens[i].head;

      for (guint depth = 0; at >= 0 && depth < MAX_DEPTH; depth++)
        {
          PlxCorefToken *above = &self->tokens[at];

          if (above->lo <= i && i < above->hi)
            break;
          above->lo = MIN (above->lo, i);
          above->hi = MAX (above->hi, i + 1);
          at = above->head;
        }
    }
}

/* Marks quotations: they open and close in turn and end with their paragraph. */
static void
mark_quotes (PlxCoref *self)
{
  gint32 quote = -1, none = -1;

  for (guint i = 0; i < self->n; i++)
    {
      gunichar c = self->r->tokens[i].first;

      if (i > 0 && self->tokens[i].paragraph != self->tokens[i - 1].paragraph)
        quote = -1;
      if (c == '"' || c == 0x201c || c == 0x201d)
        {
          gboolean opens = c == 0x201c || (c == '"' && quote < 0);

          quote = opens ? (gint32) self->quotes->len : -1;
          if (opens)
            g_array_append_val (self->quotes, none);
          continue;
        }
      self->tokens[i].quote = quote;
    }
}

static gint32
subject_of (const PlxCoref *self, gint32 verb)
{
  for (gint32 k = self->tokens[verb].kid; k >= 0; k = self->tokens[k].next)
    if (self->tokens[k].role == PLX_COREF_ROLE_SUBJECT)
      return k;
  return -1;
}

/* Who speaks in each quotation: the subject of what governs it, or of what is
 * thrown in. A quotation without one goes on with the speaker before it in its
 * paragraph. */
static void
find_speakers (PlxCoref *self)
{
  gint32 last = -1;

  for (guint i = 0; i < self->n; i++)
    {
      const PlxCorefToken *token = &self->tokens[i];
      gint32 *speaker, outer = token->head;

      if (i > 0 && token->paragraph != self->tokens[i - 1].paragraph)
        last = -1;
      if (token->quote >= 0)
        {
          speaker = &g_array_index (self->quotes, gint32, token->quote);
          if (*speaker < 0 && outer >= 0 && self->tokens[outer].quote != token->quote)
            *speaker = subject_of (self, outer);
          if (*speaker >= 0)
            last = *speaker;
          else if (last >= 0)
            *speaker = last;
        }
      else if (outer >= 0 && self->tokens[outer].quote >= 0
               && token->role == PLX_COREF_ROLE_ASIDE && subject_of (self, (gint32) i) >= 0)
        {
          speaker = &g_array_index (self->quotes, gint32, self->tokens[outer].quote);
          last = *speaker = subject_of (self, (gint32) i);
        }
    }
}

/* Heads, dependents, subtrees, paragraphs, quotations of all tokens. */
void
plx_coref_read_trees (PlxCoref *self)
{
  guint paragraph = 0;

  for (guint i = self->n; i-- > 0;)
    {
      const PlxToken *token = PLX_TOKEN (self->analysis, i);
      PlxCorefToken *out = &self->tokens[i];

      read_relation (token, out);
      out->head = token->head != (gint32) i && token->head < (gint32) self->n ? token->head : -1;
      out->next = -1;
      if (out->head >= 0)
        {
          out->next = self->tokens[out->head].kid;
          self->tokens[out->head].kid = (gint32) i;
        }
      out->lo = i;
      out->hi = i + 1;
    }
  for (guint i = 0; i < self->n; i++)
    {
      const PlxSpan *paragraphs = (const PlxSpan *) (void *) self->analysis->paragraphs->data;

      while (paragraph + 1 < self->analysis->paragraphs->len
             && PLX_TOKEN (self->analysis, i)->span.begin >= paragraphs[paragraph].end)
        paragraph++;
      self->tokens[i].paragraph = paragraph;
    }
  spread_subtrees (self);
  mark_quotes (self);
  find_speakers (self);
}

static const char *
upos (const PlxCoref *self, guint i)
{
  return PLX_TOKEN (self->analysis, i)->upos;
}

static const char *
xpos (const PlxCoref *self, guint i)
{
  const char *tag = PLX_TOKEN (self->analysis, i)->xpos;

  return tag != NULL ? tag : "";
}

static gboolean
is_noun (const PlxCoref *self, guint i)
{
  return strcmp (upos (self, i), "NOUN") == 0 || strcmp (upos (self, i), "PROPN") == 0;
}

static gboolean
is_argument (const PlxCorefToken *token)
{
  return token->role >= PLX_COREF_ROLE_ROOT && token->role <= PLX_COREF_ROLE_APPOSITION;
}

/* "the poor", "his own": no noun, but it has what nouns have. */
static gboolean
has_determiner (const PlxCoref *self, guint i)
{
  for (gint32 k = self->tokens[i].kid; k >= 0; k = self->tokens[k].next)
    if ((self->tokens[k].role == PLX_COREF_ROLE_MODIFIER && strcmp (upos (self, k), "DET") == 0)
        || (self->tokens[k].role == PLX_COREF_ROLE_OWNER && (guint) k < i))
      return TRUE;
  return FALSE;
}

/* Whether @i is the head of a phrase, and of which type. */
static gboolean
heads_phrase (const PlxCoref *self, guint i, PlxCorefType *type)
{
  const PlxCorefToken *token = &self->tokens[i];
  const char *deprel = PLX_TOKEN (self->analysis, i)->deprel;
  const char *class = upos (self, i);

  if (deprel == NULL || strcmp (deprel, "flat") == 0 || token->role == PLX_COREF_ROLE_SMALL)
    return FALSE;
  if (strcmp (class, "PRON") == 0)
    {
      const char *tag = xpos (self, i);

      *type = g_str_has_prefix (tag, "PRP") ? PLX_COREF_PRONOUN : PLX_COREF_POINTER;
      return tag[0] != 'W' && strcmp (tag, "EX") != 0;
    }
  if (is_noun (self, i))
    {
      *type = strcmp (class, "PROPN") == 0 ? PLX_COREF_NAME : PLX_COREF_NOUN;
      return TRUE;
    }
  *type = PLX_COREF_POINTER;
  if (strcmp (class, "DET") == 0 || strcmp (class, "NUM") == 0)
    return is_argument (token) || token->role == PLX_COREF_ROLE_CONJUNCT;
  return (strcmp (class, "ADJ") == 0 || strcmp (class, "X") == 0 || strcmp (class, "SYM") == 0
          || strcmp (class, "VERB") == 0) && has_determiner (self, i);
}

static gboolean
is_punctuation (const PlxCoref *self, guint i)
{
  return strcmp (upos (self, i), "PUNCT") == 0;
}

/* "almost all the ministers": an adverb between or before the determiner's
 * noun belongs to the phrase when a determiner stands before it, "the plan
 * here" when it stands right behind. */
static gboolean
is_inside (const PlxCoref *self, guint head, gint32 kid)
{
  const PlxCorefToken *token = &self->tokens[kid];

  if (!token->outside)
    return TRUE;
  if (token->role != PLX_COREF_ROLE_MODIFIER)
    return FALSE;
  if ((guint) kid > head)
    return (guint) kid == head + 1 && strcmp (upos (self, kid), "ADV") == 0;
  for (gint32 k = self->tokens[head].kid; k >= 0 && k < kid; k = self->tokens[k].next)
    if (self->tokens[k].role == PLX_COREF_ROLE_MODIFIER && !self->tokens[k].outside)
      return TRUE;
  return FALSE;
}

static gboolean
is_quote_pair (const PlxCoref *self, guint before, guint after)
{
  gunichar a = self->r->tokens[before].first, b = self->r->tokens[after].first;

  return (a == '"' && b == '"') || (a == 0x201c && b == 0x201d) || (a == 0x2018 && b == 0x2019);
}

static void
trim (const PlxCoref *self, guint head, guint *first, guint *end)
{
  while (*first < head && is_punctuation (self, *first)
         && strchr ("([", self->r->tokens[*first].form[0]) == NULL
         && self->tokens[*first].head == (gint32) head)
    (*first)++;
  while (*end > head + 1 && is_punctuation (self, *end - 1)
         && self->tokens[*end - 1].head == (gint32) head)
    (*end)--;
  while (*end > head + 1 && strchr (",;:-.", self->r->tokens[*end - 1].form[0]) != NULL
         && is_punctuation (self, *end - 1))
    (*end)--;
}

static void
add_phrase (PlxCoref *self, guint first, guint end, guint head, PlxCorefType type)
{
  PlxCorefMention mention = { .head = head, .type = (guint8) type, .entity = -1, .outer = -1 };

  if (end - first > 1 && first < head
      && plx_name_reading_does (self->r, first, PLX_FUNCTION_ARTICLE))
    {
      mention.determiner = plx_name_reading_does (self->r, first, PLX_FUNCTION_THE)
                           ? PLX_COREF_DEFINITE : PLX_COREF_ARTICLE;
      first++;
    }
  if (end - first > MAX_PHRASE)
    return;
  if (end - first > 1 && end > head + 1 && strcmp (xpos (self, end - 1), "POS") == 0)
    end--;
  mention.first = first;
  mention.end = end;
  g_array_append_val (self->mentions, mention);
}

static void
find_phrase (PlxCoref *self, guint i, PlxCorefType type)
{
  guint first = i, end = i + 1, list_end = 0, with_list;

  for (gint32 k = self->tokens[i].kid; k >= 0; k = self->tokens[k].next)
    if (is_inside (self, i, k))
      {
        first = MIN (first, self->tokens[k].lo);
        end = MAX (end, self->tokens[k].hi);
      }
    else if (self->tokens[k].role == PLX_COREF_ROLE_CONJUNCT && (guint) k > i)
      list_end = MAX (list_end, self->tokens[k].hi);
  trim (self, i, &first, &end);
  with_list = MAX (list_end, end);
  if (first > 0 && end < self->n && is_quote_pair (self, first - 1, end)
      && self->tokens[first - 1].head == (gint32) i && self->tokens[end].head == (gint32) i)
    {
      first--;
      end++;
    }
  if (list_end > 0 && type != PLX_COREF_POINTER)
    {
      trim (self, i, &first, &with_list);
      add_phrase (self, first, with_list, i, PLX_COREF_LIST);
    }
  add_phrase (self, first, end, i, type);
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const PlxCorefMention *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return x->head < y->head ? -1 : x->head > y->head;
}

/* Of phrases with the same words the outer head's counts: it comes first. */
static void
drop_equal (GArray *mentions)
{
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxCorefMention *m = &g_array_index (mentions, PlxCorefMention, i);
      const PlxCorefMention *last = n > 0 ? &g_array_index (mentions, PlxCorefMention, n - 1)
                                          : NULL;

      if (last == NULL || last->first != m->first || last->end != m->end)
        g_array_index (mentions, PlxCorefMention, n++) = *m;
    }
  g_array_set_size (mentions, n);
}

void
plx_coref_find_phrases (PlxCoref *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      PlxCorefType type;

      if (heads_phrase (self, i, &type))
        find_phrase (self, i, type);
    }
  g_array_sort (self->mentions, compare_phrases);
  drop_equal (self->mentions);
}
