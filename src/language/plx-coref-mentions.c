/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coref-private.h"

#include <string.h>

/* What is known of one phrase: its kind, number and gender, its place in
 * sentence and article, its words. A feature is a template and a value; its
 * number is where the template's values begin plus the value. */

enum {
  TYPE, NUMBER, GENDER, KIND, DETERMINER, ROLE, OUTER_ROLE, LENGTH, FIRST_WORD, PRONOUN, LEMMA,
  GOVERNOR, SEEN, SEEN_TEXT, OFTEN, PLACE, QUOTE, NESTED, HAS, NAMED, TYPE_SEEN, SENTENCE_PLACE,
  TAG, FOLLOWED,
  N_TEMPLATES
};

/* Values of each template. Words are hashed. */
static const guint sizes[N_TEMPLATES] = {
  [TYPE] = PLX_COREF_N_TYPES, [NUMBER] = 3, [GENDER] = 5, [KIND] = PLX_N_ENTITY_KINDS + 1,
  [DETERMINER] = PLX_COREF_N_DETERMINERS * 2, [ROLE] = PLX_COREF_N_ROLES,
  [OUTER_ROLE] = PLX_COREF_N_ROLES, [LENGTH] = 6, [FIRST_WORD] = 128, [PRONOUN] = 128,
  [LEMMA] = 256, [GOVERNOR] = 64, [SEEN] = 5, [SEEN_TEXT] = 5, [OFTEN] = 6, [PLACE] = 6,
  [QUOTE] = 3, [NESTED] = 4, [HAS] = 8, [NAMED] = 5,
  [TYPE_SEEN] = PLX_COREF_N_TYPES * 4 * PLX_COREF_N_DETERMINERS, [SENTENCE_PLACE] = 4, [TAG] = 32,
  [FOLLOWED] = 64,
};

guint
plx_coref_n_mention_features (void)
{
  return plx_coref_offset_of (sizes, N_TEMPLATES);
}

static void
add (PlxCorefMention *m, const guint *offsets, guint template, guint value)
{
  if (m->n_features < PLX_COREF_MAX_FEATURES)
    m->features[m->n_features++] = (guint16) (offsets[template] + MIN (value, sizes[template] - 1));
}

/* Small counts as they are, greater ones by powers of two. */
static guint
bucket (guint n)
{
  return n < 4 ? n : 3 + g_bit_storage ((gulong) n >> 2);
}

static const char *
xpos (const PlxCoref *self, guint i)
{
  const char *tag = PLX_TOKEN (self->analysis, i)->xpos;

  return tag != NULL ? tag : "";
}

/* Of the analysis' mentions over a token names go first. */
static void
cover_tokens (PlxCoref *self)
{
  guint token = 0;

  for (guint i = 0; i < self->n; i++)
    self->tokens[i].name = -1;
  for (guint m = 0; m < self->analysis->mentions->len; m++)
    {
      const PlxMention *mention = PLX_MENTION (self->analysis, m);

      while (token < self->n && PLX_TOKEN (self->analysis, token)->span.end <= mention->span.begin)
        token++;
      for (guint i = token;
           i < self->n && PLX_TOKEN (self->analysis, i)->span.begin < mention->span.end; i++)
        {
          gint32 *now = &self->tokens[i].name;

          if (*now < 0 || (mention->form == PLX_FORM_NAME
                           && PLX_MENTION (self->analysis, *now)->form != PLX_FORM_NAME))
            *now = (gint32) m;
        }
    }
}

/* The mention of a name, role or rule whose head the phrase's is; behind a
 * title the name: "President Kim". */
static gint32
mention_of (const PlxCoref *self, const PlxCorefMention *m)
{
  gint32 found = self->tokens[m->head].name;

  if (m->type == PLX_COREF_LIST)
    return -1;
  if (found >= 0 && PLX_MENTION (self->analysis, found)->form == PLX_FORM_NAME)
    return found;
  for (gint32 k = self->tokens[m->head].kid; k >= 0; k = self->tokens[k].next)
    if (g_strcmp0 (PLX_TOKEN (self->analysis, k)->deprel, "flat") == 0
        && self->tokens[k].name >= 0
        && PLX_MENTION (self->analysis, self->tokens[k].name)->form == PLX_FORM_NAME)
      return self->tokens[k].name;
  return found;
}

static guint8
number_of (const PlxCoref *self, const PlxCorefMention *m, const PlxNameRow *pronoun)
{
  const char *tag = xpos (self, m->head);

  if (m->type == PLX_COREF_LIST)
    return 2;
  if (pronoun != NULL)
    return pronoun->many ? 2 : 1;
  if (plx_name_reading_does (self->r, m->head, PLX_FUNCTION_THESE))
    return 2;
  if (plx_name_reading_does (self->r, m->head, PLX_FUNCTION_THIS))
    return 1;
  if (g_str_equal (tag, "NNS") || g_str_equal (tag, "NNPS"))
    return 2;
  return g_str_has_prefix (tag, "NN") ? 1 : 0;
}

static guint8
gender_code (char gender)
{
  return gender == 'm' ? 1 : gender == 'f' ? 2 : gender == 'n' ? 3 : 0;
}

/* "wife", "Mr", a given name. */
static guint8
gender_of (const PlxCoref *self, const PlxCorefMention *m, const PlxNameRow *pronoun,
           const PlxNameRow *title)
{
  guint8 found = 0;

  if (pronoun != NULL)
    return gender_code (pronoun->gender);
  if (m->named && m->kind != PLX_ENTITY_PERSON + 1)
    return m->kind == PLX_ENTITY_OTHER + 1 ? 0 : 3;
  if (title != NULL)
    return gender_code (title->gender) != 0 ? gender_code (title->gender) : 4;
  if (m->kind != PLX_ENTITY_PERSON + 1)
    return 0;
  for (guint i = m->first; i <= m->head && i < m->first + 4 && found == 0; i++)
    {
      const char *lower = self->r->tokens[i].lower;
      const PlxNameRow *row = plx_name_table_find (&self->r->lists->titles, lower);

      found = row != NULL ? gender_code (row->gender) : 0;
      if (found == 0)
        found = gender_code ((char) GPOINTER_TO_UINT (g_hash_table_lookup (self->r->lists->given,
                                                                           lower)));
      if (found == 3)
        found = 0;
    }
  return found != 0 ? found : 4;
}

static guint8
determiner_of (const PlxCoref *self, const PlxCorefMention *m)
{
  const char *tag = xpos (self, m->first);

  if (m->determiner != PLX_COREF_BARE || m->first == m->head)
    return m->determiner;
  if (plx_name_reading_does (self->r, m->first, PLX_FUNCTION_THIS | PLX_FUNCTION_THESE))
    return PLX_COREF_POINTING;
  for (gint32 k = self->tokens[m->head].kid; k >= 0; k = self->tokens[k].next)
    if (self->tokens[k].role == PLX_COREF_ROLE_OWNER)
      return PLX_COREF_OWNED;
  if (g_str_equal (tag, "CD"))
    return PLX_COREF_COUNTED;
  if (g_str_equal (tag, "DT") || g_str_equal (tag, "PDT") || g_str_equal (tag, "WDT"))
    return PLX_COREF_OTHER_DETERMINER;
  return PLX_COREF_BARE;
}

static const char *
key_of (PlxCoref *self, const PlxCorefMention *m)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = m->first; i < m->end; i++)
    {
      if (i > m->first)
        g_string_append_c (key, ' ');
      g_string_append (key, self->r->tokens[i].lower);
    }
  return g_string_chunk_insert_const (self->chunk, key->str);
}

static void
read_mention (PlxCoref *self, PlxCorefMention *m)
{
  const PlxNameRow *pronoun = NULL, *title, *description;
  gint32 known = mention_of (self, m);
  const char *lemma = self->tokens[m->head].lemma;

  m->lower = self->r->tokens[m->head].lower;
  m->key = key_of (self, m);
  if (m->type == PLX_COREF_PRONOUN)
    pronoun = g_hash_table_lookup (self->r->lists->pronouns, m->lower);
  title = m->type == PLX_COREF_NOUN ? plx_name_table_find (&self->r->lists->titles, lemma) : NULL;
  description = m->type == PLX_COREF_NOUN
                ? plx_name_table_find (&self->r->lists->descriptions, lemma) : NULL;
  if (known >= 0)
    {
      m->entity = PLX_MENTION (self->analysis, known)->entity;
      m->named = PLX_MENTION (self->analysis, known)->form == PLX_FORM_NAME;
    }
  if (m->named)
    m->kind = (guint8) (PLX_ENTITY (self->analysis, m->entity)->kind + 1);
  else if (title != NULL && title->class != PLX_TITLE_NONE)
    m->kind = PLX_ENTITY_PERSON + 1;
  else if (description != NULL)
    m->kind = (guint8) (description->kind + 1);
  m->number = number_of (self, m, pronoun);
  m->determiner = determiner_of (self, m);
  m->gender = gender_of (self, m, pronoun, title);
}

static guint
times_in (GHashTable *table, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
}

static void
count (GHashTable *table, const char *word)
{
  g_hash_table_insert (table, (gpointer) word, GUINT_TO_POINTER (times_in (table, word) + 1));
}

/* What the phrase has: a relative clause, an apposition, an adjective … */
static guint
parts_of (const PlxCoref *self, const PlxCorefMention *m)
{
  guint parts = 0;

  for (gint32 k = self->tokens[m->head].kid; k >= 0; k = self->tokens[k].next)
    switch (self->tokens[k].role)
      {
      case PLX_COREF_ROLE_CLAUSE: parts |= self->tokens[k].outside ? 0 : 1 << 0; break;
      case PLX_COREF_ROLE_APPOSITION: parts |= 1 << 1; break;
      case PLX_COREF_ROLE_MODIFIER: parts |= self->tokens[k].outside ? 0 : 1 << 2; break;
      case PLX_COREF_ROLE_NMOD: parts |= 1 << 3; break;
      case PLX_COREF_ROLE_COMPOUND: parts |= 1 << 4; break;
      case PLX_COREF_ROLE_SUBJECT: case PLX_COREF_ROLE_PASSIVE: parts |= 1 << 5; break;
      case PLX_COREF_ROLE_CONJUNCT: parts |= 1 << 6; break;
      default: break;
      }
  return parts;
}

static void
add_words (const PlxCoref *self, PlxCorefMention *m, const guint *offsets)
{
  const PlxCorefToken *head = &self->tokens[m->head];
  const char *next = m->end < self->n && PLX_TOKEN (self->analysis, m->end)->sentence
                                         == PLX_TOKEN (self->analysis, m->head)->sentence
                     ? self->tokens[m->end].lemma : "";

  if (m->type == PLX_COREF_PRONOUN || m->type == PLX_COREF_POINTER)
    add (m, offsets, PRONOUN, plx_coref_hash (m->lower, sizes[PRONOUN]));
  else
    add (m, offsets, LEMMA, plx_coref_hash (head->lemma, sizes[LEMMA]));
  if (m->determiner != PLX_COREF_BARE && m->type != PLX_COREF_PRONOUN)
    add (m, offsets, FIRST_WORD,
         plx_coref_hash (self->r->tokens[m->first].lower, sizes[FIRST_WORD]));
  if (head->head >= 0)
    {
      add (m, offsets, GOVERNOR, plx_coref_hash (self->tokens[head->head].lemma, sizes[GOVERNOR]));
      add (m, offsets, OUTER_ROLE, self->tokens[head->head].role);
    }
  add (m, offsets, TAG, plx_coref_hash (xpos (self, m->head), sizes[TAG]));
  add (m, offsets, FOLLOWED, plx_coref_hash (next, sizes[FOLLOWED]));
}

static void
add_place (const PlxCoref *self, PlxCorefMention *m, const guint *offsets)
{
  guint sentence = PLX_TOKEN (self->analysis, m->head)->sentence;
  guint first = m->first;
  guint nested = 0;

  for (gint32 o = m->outer; o >= 0 && nested < 3; o = PLX_COREF_MENTION (self, o)->outer)
    nested++;
  while (first > 0 && PLX_TOKEN (self->analysis, first - 1)->sentence == sentence
         && m->first - first < 3)
    first--;
  add (m, offsets, NESTED, nested);
  add (m, offsets, PLACE, sentence == 0 ? 0 : sentence < 3 ? 1 : sentence < 8 ? 2 : 3);
  add (m, offsets, QUOTE, self->tokens[m->head].quote >= 0 ? 1 : 0);
  add (m, offsets, SENTENCE_PLACE, m->first - first);
}

static void
add_features (PlxCoref *self, PlxCorefMention *m, const guint *offsets)
{
  const char *lemma = self->tokens[m->head].lemma;
  guint parts = parts_of (self, m), total = times_in (self->lemma_count, lemma);
  guint same = times_in (self->key_count, m->key);

  add (m, offsets, TYPE, m->type);
  add (m, offsets, NUMBER, m->number);
  add (m, offsets, GENDER, m->gender);
  add (m, offsets, KIND, m->kind);
  add (m, offsets, DETERMINER,
       m->determiner * 2 + (m->type == PLX_COREF_NOUN || m->type == PLX_COREF_POINTER));
  add (m, offsets, ROLE, self->tokens[m->head].role);
  add (m, offsets, LENGTH, MIN (m->end - m->first, 8) < 4 ? m->end - m->first - 1
                           : m->end - m->first < 8 ? 3 : m->end - m->first < 15 ? 4 : 5);
  add (m, offsets, SEEN, m->n_before);
  add (m, offsets, OFTEN, bucket (total));
  add (m, offsets, SEEN_TEXT, same);
  add (m, offsets, TYPE_SEEN,
       (m->type * 4 + MIN (m->n_before, 1) * 2 + (total > 1 ? 1u : 0u)) * PLX_COREF_N_DETERMINERS
       + m->determiner);
  for (guint i = 0; i < 8; i++)
    if (parts & (1u << i))
      add (m, offsets, HAS, i);
  add (m, offsets, NAMED, m->entity < 0 ? 0 : m->named ? 1 : 2);
  add_words (self, m, offsets);
  add_place (self, m, offsets);
}

/* "Cyclone" in "Cyclone Phailin": a part of a name speaks of nothing itself. */
static gboolean
is_part_of_name (const PlxCoref *self, const PlxCorefMention *m)
{
  gint32 name = self->tokens[m->head].name;
  PlxSpan outer, first, last;

  if (name < 0 || m->type == PLX_COREF_PRONOUN
      || PLX_MENTION (self->analysis, name)->form != PLX_FORM_NAME)
    return FALSE;
  outer = PLX_MENTION (self->analysis, name)->span;
  first = PLX_TOKEN (self->analysis, m->first)->span;
  last = PLX_TOKEN (self->analysis, m->end - 1)->span;
  return outer.begin <= first.begin && last.end <= outer.end
         && (outer.begin < first.begin || last.end < outer.end);
}

static void
drop_parts_of_names (PlxCoref *self)
{
  guint n = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    if (!is_part_of_name (self, PLX_COREF_MENTION (self, i)))
      *PLX_COREF_MENTION (self, n++) = *PLX_COREF_MENTION (self, i);
  g_array_set_size (self->mentions, n);
}

/* The mention that each lies in: they are sorted, the longer first. */
static void
find_outer (PlxCoref *self)
{
  gint32 open = -1;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      PlxCorefMention *m = PLX_COREF_MENTION (self, i);

      while (open >= 0 && PLX_COREF_MENTION (self, open)->end < m->end)
        open = PLX_COREF_MENTION (self, open)->outer;
      m->outer = open;
      open = (gint32) i;
    }
}

/* Counts of words, and the way back through mentions of one lemma or entity. */
static void
chain_mentions (PlxCoref *self)
{
  g_autoptr (GHashTable) by_lemma = g_hash_table_new (NULL, NULL);
  g_autofree gint32 *by_entity = g_new (gint32, self->analysis->entities->len + 1);

  memset (by_entity, 0xff, sizeof (gint32) * (self->analysis->entities->len + 1));
  for (guint i = 0; i < self->mentions->len; i++)
    {
      PlxCorefMention *m = PLX_COREF_MENTION (self, i);
      const char *lemma = self->tokens[m->head].lemma;

      m->n_before = times_in (self->lemma_count, lemma);
      m->same_lemma = (gint32) times_in (by_lemma, lemma) - 1;
      m->same_entity = -1;
      count (self->key_count, m->key);
      if (m->type == PLX_COREF_LIST)
        continue;
      count (self->lemma_count, lemma);
      g_hash_table_insert (by_lemma, (gpointer) lemma, GUINT_TO_POINTER (i + 1));
      if (m->entity >= 0)
        {
          m->same_entity = by_entity[m->entity];
          by_entity[m->entity] = (gint32) i;
        }
    }
}

void
plx_coref_describe_mentions (PlxCoref *self)
{
  guint offsets[N_TEMPLATES];

  for (guint i = 0; i < N_TEMPLATES; i++)
    offsets[i] = plx_coref_offset_of (sizes, i);
  cover_tokens (self);
  drop_parts_of_names (self);
  find_outer (self);
  for (guint i = 0; i < self->mentions->len; i++)
    read_mention (self, PLX_COREF_MENTION (self, i));
  chain_mentions (self);
  for (guint i = 0; i < self->mentions->len; i++)
    add_features (self, PLX_COREF_MENTION (self, i), offsets);
}
