/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coref-private.h"

#include <string.h>

/* Which earlier phrases one may speak of again, and what is known of the two
 * together: how far apart, the same words, agreement, place in the tree,
 * quotation and speaker. */

enum {
  DISTANCE, SENTENCES, PARAGRAPHS, TEXT, HEAD, WORDS, OVERLAP, INITIALS, ENTITY, GENDERS, NUMBERS,
  KINDS, ROLES, NESTING, SYNTAX, TYPES, PRONOUN_PAIR, PRONOUN_KIND, PRONOUN_AGREES, PRONOUN_TYPE,
  QUOTES, SPEAKER, SPOKEN, SPEAKERS, OFTEN, RANK, MATCH_RANK, DETERMINERS, SAME_ROLE, NOUN_NAME,
  N_TEMPLATES
};

#define N_TYPES PLX_COREF_N_TYPES
#define N_KINDS (PLX_N_ENTITY_KINDS + 1)
#define PRONOUN_BITS 32

static const guint sizes[N_TEMPLATES] = {
  [DISTANCE] = 10 * N_TYPES, [SENTENCES] = 8 * N_TYPES, [PARAGRAPHS] = 4 * N_TYPES,
  [TEXT] = N_TYPES * N_TYPES, [HEAD] = PLX_COREF_N_DETERMINERS * PLX_COREF_N_DETERMINERS * 2,
  [WORDS] = 6 * N_TYPES, [OVERLAP] = 4 * N_TYPES, [INITIALS] = 2, [ENTITY] = 6 * N_TYPES,
  [GENDERS] = 25, [NUMBERS] = 9, [KINDS] = N_KINDS * N_KINDS,
  [ROLES] = PLX_COREF_N_ROLES * PLX_COREF_N_ROLES, [NESTING] = 4 * N_TYPES, [SYNTAX] = 12 * N_TYPES,
  [TYPES] = N_TYPES * N_TYPES * 3, [PRONOUN_PAIR] = 256, [PRONOUN_KIND] = PRONOUN_BITS * N_KINDS,
  [PRONOUN_AGREES] = PRONOUN_BITS * 15, [PRONOUN_TYPE] = PRONOUN_BITS * N_TYPES,
  [QUOTES] = 5 * N_TYPES, [SPEAKER] = PRONOUN_BITS + 1, [SPOKEN] = PRONOUN_BITS + 1,
  [SPEAKERS] = 3 * PRONOUN_BITS, [OFTEN] = 6 * N_TYPES, [RANK] = 6 * PRONOUN_BITS,
  [MATCH_RANK] = 4 * N_TYPES, [DETERMINERS] = N_TYPES * PLX_COREF_N_DETERMINERS * 2,
  [SAME_ROLE] = 4 * PRONOUN_BITS, [NOUN_NAME] = N_KINDS * 4,
};

typedef struct {
  const PlxCoref *self;
  const PlxCorefMention *a, *c;   // anaphor, candidate
  PlxCorefPair *pair;
  const guint *offsets;
  guint pronoun;                  // number of the anaphor's word
} Pair;

guint
plx_coref_n_pair_features (void)
{
  return plx_coref_offset_of (sizes, N_TEMPLATES);
}

static void
add (Pair *p, guint template, guint value)
{
  if (p->pair->n_features < PLX_COREF_MAX_PAIR_FEATURES)
    p->pair->features[p->pair->n_features++]
      = (guint16) (p->offsets[template] + MIN (value, sizes[template] - 1));
}

static guint
bucket (guint n)
{
  return n < 5 ? n : n < 8 ? 5 : n < 16 ? 6 : n < 32 ? 7 : n < 64 ? 8 : 9;
}

static gboolean
is_pronoun (const PlxCorefMention *m)
{
  return m->type == PLX_COREF_PRONOUN;
}

static guint
sentence_of (const PlxCoref *self, const PlxCorefMention *m)
{
  return PLX_TOKEN (self->analysis, m->head)->sentence;
}

static gboolean
are_at_odds (const PlxCorefMention *a, const PlxCorefMention *c)
{
  if (a->number != 0 && c->number != 0 && a->number != c->number)
    return TRUE;
  if (a->gender == 0 || c->gender == 0 || a->gender == c->gender)
    return FALSE;
  return a->gender == 3 || c->gender == 3 || (a->gender != 4 && c->gender != 4);
}

static gboolean
has_word (const PlxCoref *self, const PlxCorefMention *m, const char *lower)
{
  for (guint i = m->first; i < m->end && i < m->first + 16; i++)
    if (self->r->tokens[i].lower == lower)
      return TRUE;
  return FALSE;
}

/* Words of @a that say something and are not in @c. */
static guint
n_words_not_in (const PlxCoref *self, const PlxCorefMention *a, const PlxCorefMention *c,
                guint *n_shared)
{
  guint n = 0;

  *n_shared = 0;
  for (guint i = a->first; i < a->end && i < a->first + 10; i++)
    {
      const char *upos = PLX_TOKEN (self->analysis, i)->upos;

      if (upos[0] != 'N' && strcmp (upos, "PROPN") != 0 && strcmp (upos, "ADJ") != 0)
        continue;
      if (!has_word (self, c, self->r->tokens[i].lower))
        n++;
      else
        (*n_shared)++;
    }
  return n;
}

static gboolean
has_initials (const PlxCoref *self, const PlxCorefMention *whole, const PlxCorefMention *acronym)
{
  const char *form = self->r->tokens[acronym->head].form;
  guint n = 0;

  if (!self->r->tokens[acronym->head].all_capitals || acronym->end - acronym->first > 1)
    return FALSE;
  for (guint i = whole->first; i < whole->end && i < whole->first + 12; i++)
    if (self->r->tokens[i].capital)
      {
        if (form[n] == '\0' || (gunichar) form[n] != self->r->tokens[i].first)
          return FALSE;
        n++;
      }
  return n > 1 && form[n] == '\0';
}

static void
add_distance (Pair *p, guint n_mentions)
{
  guint sentences = sentence_of (p->self, p->a) - sentence_of (p->self, p->c);
  guint paragraphs = p->self->tokens[p->a->head].paragraph - p->self->tokens[p->c->head].paragraph;

  add (p, DISTANCE, bucket (n_mentions) * N_TYPES + p->a->type);
  add (p, SENTENCES, MIN (bucket (sentences), 7) * N_TYPES + p->a->type);
  add (p, PARAGRAPHS, MIN (paragraphs, 3) * N_TYPES + p->a->type);
  add (p, TYPES, (p->a->type * N_TYPES + p->c->type) * 3 + MIN (sentences, 2));
}

static gboolean
have_same_head (const Pair *p)
{
  return p->self->tokens[p->a->head].lemma == p->self->tokens[p->c->head].lemma;
}

static void
add_words (Pair *p)
{
  const PlxCorefMention *a = p->a, *c = p->c;
  gboolean pronouns = is_pronoun (a) || is_pronoun (c);
  guint shared, more, less;

  if (a->key == c->key)
    add (p, TEXT, a->type * N_TYPES + c->type);
  if (pronouns)
    return;
  if (have_same_head (p))
    add (p, HEAD, (a->determiner * PLX_COREF_N_DETERMINERS + c->determiner) * 2
                  + (a->type == PLX_COREF_NAME));
  more = n_words_not_in (p->self, a, c, &shared);
  less = n_words_not_in (p->self, c, a, &shared);
  if (have_same_head (p))
    add (p, WORDS, (more == 0 && less == 0 ? 0u : more == 0 ? 1u : less == 0 ? 2u : 3u) * N_TYPES
                   + a->type);
  else if (has_word (p->self, c, a->lower))
    add (p, WORDS, 4 * N_TYPES + a->type);
  else if (has_word (p->self, a, c->lower))
    add (p, WORDS, 5 * N_TYPES + a->type);
  add (p, OVERLAP, MIN (shared, 3) * N_TYPES + a->type);
  if (has_initials (p->self, a, c) || has_initials (p->self, c, a))
    add (p, INITIALS, 0);
}

static void
add_agreement (Pair *p)
{
  const PlxCorefMention *a = p->a, *c = p->c;
  guint entity = a->entity < 0 ? (c->entity < 0 ? 0 : 1)
                 : c->entity < 0 ? 2
                 : a->entity != c->entity ? 3
                 : a->named && c->named ? 4 : 5;

  add (p, ENTITY, entity * N_TYPES + a->type);
  add (p, GENDERS, a->gender * 5u + c->gender);
  add (p, NUMBERS, a->number * 3u + c->number);
  if (is_pronoun (a))
    {
      add (p, PRONOUN_KIND, p->pronoun * N_KINDS + c->kind);
      add (p, PRONOUN_AGREES, p->pronoun * 15 + c->gender * 3u + c->number);
      add (p, PRONOUN_TYPE, p->pronoun * N_TYPES + c->type);
      if (is_pronoun (c))
        add (p, PRONOUN_PAIR,
             (p->pronoun * 31 + plx_coref_hash (c->lower, 1021)) % sizes[PRONOUN_PAIR]);
    }
  else
    {
      add (p, KINDS, a->kind * N_KINDS + c->kind);
      add (p, DETERMINERS, (c->type * PLX_COREF_N_DETERMINERS + a->determiner) * 2
                           + (a->type == PLX_COREF_NAME));
      if (c->type == PLX_COREF_NAME && a->type == PLX_COREF_NOUN)
        add (p, NOUN_NAME, c->kind * 4u + (a->determiner == PLX_COREF_DEFINITE)
                           + (a->number == 2 ? 2u : 0u));
    }
}

/* How the two hang together in the tree of their sentence. */
static guint
tree_relation (const PlxCoref *self, const PlxCorefMention *a, const PlxCorefMention *c)
{
  gint32 up = self->tokens[a->head].head, c_up = self->tokens[c->head].head;
  guint8 c_role = self->tokens[c->head].role;
  gboolean subject = c_role == PLX_COREF_ROLE_SUBJECT || c_role == PLX_COREF_ROLE_PASSIVE;

  if (up == (gint32) c->head)
    return self->tokens[a->head].role == PLX_COREF_ROLE_APPOSITION ? 1
           : self->tokens[a->head].role == PLX_COREF_ROLE_CONJUNCT ? 2 : 3;
  if (c_up == (gint32) a->head)
    return subject ? 4 : 5;
  if (up >= 0 && up == c_up)
    return subject ? 6 : 7;
  for (guint level = 0; up >= 0 && level < 6; level++)
    {
      up = self->tokens[up].head;
      if (up >= 0 && up == c_up)
        return subject ? (level == 0 ? 8 : 9) : 10;
    }
  return 11;
}

static void
add_syntax (Pair *p)
{
  const PlxCoref *self = p->self;
  const PlxCorefMention *a = p->a, *c = p->c;
  guint8 a_role = self->tokens[a->head].role, c_role = self->tokens[c->head].role;
  guint nesting = c->first <= a->first && a->end <= c->end ? 1
                  : a->first <= c->first && c->end <= a->end ? 2
                  : a->first < c->end ? 3 : 0;

  add (p, ROLES, a_role * PLX_COREF_N_ROLES + c_role);
  add (p, NESTING, nesting * N_TYPES + a->type);
  if (is_pronoun (a))
    add (p, SAME_ROLE, p->pronoun * 4 + (a_role == c_role ? 1u : 0u)
                       + (c_role == PLX_COREF_ROLE_SUBJECT ? 2u : 0u));
  if (sentence_of (self, a) == sentence_of (self, c))
    add (p, SYNTAX, tree_relation (self, a, c) * N_TYPES + a->type);
}

static gint32
speaker_of (const PlxCoref *self, const PlxCorefMention *m)
{
  gint32 quote = self->tokens[m->head].quote;

  return quote >= 0 ? g_array_index (self->quotes, gint32, quote) : -1;
}

static gboolean
are_same_speaker (const PlxCoref *self, gint32 x, gint32 y)
{
  gint32 a = self->tokens[x].name, b = self->tokens[y].name;

  if (x == y || self->tokens[x].lemma == self->tokens[y].lemma)
    return TRUE;
  return a >= 0 && b >= 0
         && PLX_MENTION (self->analysis, a)->entity == PLX_MENTION (self->analysis, b)->entity;
}

static void
add_speech (Pair *p)
{
  const PlxCoref *self = p->self;
  gint32 a_quote = self->tokens[p->a->head].quote, c_quote = self->tokens[p->c->head].quote;
  gint32 a_speaker = speaker_of (self, p->a), c_speaker = speaker_of (self, p->c);
  guint where = a_quote < 0 ? (c_quote < 0 ? 0 : 1) : c_quote < 0 ? 2 : a_quote == c_quote ? 3 : 4;

  add (p, QUOTES, where * N_TYPES + p->a->type);
  if (a_speaker == (gint32) p->c->head)
    add (p, SPEAKER, is_pronoun (p->a) ? p->pronoun : PRONOUN_BITS);
  if (c_speaker == (gint32) p->a->head)
    add (p, SPOKEN, is_pronoun (p->c) ? plx_coref_hash (p->c->lower, PRONOUN_BITS) : PRONOUN_BITS);
  if (is_pronoun (p->a) && a_quote >= 0 && c_quote >= 0 && a_quote != c_quote)
    add (p, SPEAKERS, p->pronoun * 3 + (a_speaker < 0 || c_speaker < 0 ? 0u
                                        : are_same_speaker (self, a_speaker, c_speaker) ? 1u : 2u));
}

/* How often the candidate is spoken of, and how many that would do as well
 * stand nearer. */
static void
add_standing (Pair *p, guint n_fitting, guint n_matching)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (p->self->lemma_count,
                                                   p->self->tokens[p->c->head].lemma));

  add (p, OFTEN, MIN (bucket (n), 5) * N_TYPES + p->a->type);
  if (is_pronoun (p->a))
    add (p, RANK, MIN (n_fitting, 5) * PRONOUN_BITS + p->pronoun);
  else
    add (p, MATCH_RANK, MIN (n_matching, 3) * N_TYPES + p->a->type);
}

static guint
find_antecedents (const PlxCoref *self, guint anaphor, PlxCorefPair *pairs)
{
  const PlxCorefMention *a = PLX_COREF_MENTION (self, anaphor);
  guint n = 0, last = anaphor;
  gint32 lemma = a->same_lemma, entity = a->same_entity;

  while (n < PLX_COREF_NEAR && n < anaphor)
    {
      pairs[n].antecedent = --last;
      n++;
    }
  for (guint k = 0; k < PLX_COREF_SAME && (lemma >= 0 || entity >= 0); k++)
    {
      gint32 next = MAX (lemma, entity);

      if ((guint) next < last)
        pairs[n++].antecedent = (guint) next;
      else
        k--;
      if (lemma == next)
        lemma = PLX_COREF_MENTION (self, lemma)->same_lemma;
      if (entity == next)
        entity = PLX_COREF_MENTION (self, entity)->same_entity;
    }
  return n;
}

/**
 * plx_coref_find_pairs:
 * @pairs: (out): PLX_COREF_MAX_PAIRS of them
 *
 * What the phrase may speak of again, the nearest first.
 *
 * Returns: how many
 */
guint
plx_coref_find_pairs (const PlxCoref *self, guint anaphor, PlxCorefPair *pairs)
{
  guint offsets[N_TEMPLATES], n = find_antecedents (self, anaphor, pairs);
  guint n_fitting = 0, n_matching = 0;
  Pair p = { .self = self, .a = PLX_COREF_MENTION (self, anaphor), .offsets = offsets };

  offsets[0] = 0;
  for (guint i = 1; i < N_TEMPLATES; i++)
    offsets[i] = offsets[i - 1] + sizes[i - 1];
  p.pronoun = plx_coref_hash (p.a->lower, PRONOUN_BITS);
  for (guint i = 0; i < n; i++)
    {
      p.pair = &pairs[i];
      p.pair->n_features = 0;
      p.c = PLX_COREF_MENTION (self, p.pair->antecedent);
      add_distance (&p, anaphor - p.pair->antecedent);
      add_words (&p);
      add_agreement (&p);
      add_syntax (&p);
      add_speech (&p);
      add_standing (&p, n_fitting, n_matching);
      n_fitting += !are_at_odds (p.a, p.c);
      n_matching += have_same_head (&p);
    }
  return n;
}
