/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-descriptions-private.h"

#include <string.h>

/* "the newspaper", "those sources", "the two leaders", "the party's official
 * newspaper, Rodong Sinmun", "the government of …": noun phrases that stand for
 * somebody named elsewhere. */

#define MAX_MODIFIERS 5
/* Sentences back that a group may be. */
#define REACH_GROUP 12

static gboolean
is_modifier (const PlxResolver *s, gint64 i)
{
  if (i < 0 || s->mention[i] >= 0 || s->r.tokens[i].capital)
    return FALSE;
  return plx_name_reading_has_upos (&s->r, i, "ADJ") || plx_name_reading_has_upos (&s->r, i, "NUM")
         || g_strcmp0 (PLX_TOKEN (s->analysis, i)->xpos, "NN") == 0
         || plx_name_reading_is_class (&s->r, i, PLX_WORD_OWNING | PLX_WORD_ROLE_MODIFIER);
}

PlxDeterminer
plx_description_determiner_at (const PlxResolver *s, gint64 i)
{
  if (i < 0 || !plx_name_reading_same_sentence (&s->r, i, i + 1))
    return PLX_DETERMINER_NONE;
  if (plx_name_reading_does (&s->r, i, PLX_FUNCTION_THE))
    return PLX_DETERMINER_THE;
  if (plx_name_reading_does (&s->r, i, PLX_FUNCTION_THIS | PLX_FUNCTION_THESE))
    return plx_name_reading_has_upos (&s->r, i, "SCONJ") ? PLX_DETERMINER_NONE
                                                         : PLX_DETERMINER_THIS;
  if (plx_name_reading_does (&s->r, i, PLX_FUNCTION_BOTH))
    return PLX_DETERMINER_BOTH;
  if (g_strcmp0 (PLX_TOKEN (s->analysis, i)->xpos, "PRP$") == 0)
    return PLX_DETERMINER_POSSESSIVE;
  if (plx_name_reading_is_genitive (&s->r, i))
    return PLX_DETERMINER_GENITIVE;
  return plx_name_reading_has_upos (&s->r, i, "DET") ? PLX_DETERMINER_A : PLX_DETERMINER_NONE;
}

/* "the two" without a noun behind it. */
static gboolean
stands_alone (const PlxResolver *s, guint end)
{
  static const char * const tags[] = { "VERB", "AUX", "ADV", "PUNCT", NULL };

  return end < s->r.n && g_strv_contains (tags, PLX_TOKEN (s->analysis, end)->upos);
}

/* "Polish" in "the Polish leader". */
static void
take_state_before (const PlxResolver *s, PlxDescription *phrase)
{
  gint64 i = (gint64) phrase->first - 1;
  gint32 entity = plx_name_reading_same_sentence (&s->r, i, phrase->head)
                  ? plx_resolver_entity_at (s, i) : -1;

  if (entity < 0 || PLX_ENTITY (s->analysis, entity)->kind != PLX_ENTITY_STATE
      || PLX_MENTION (s->analysis, s->mention[i])->kind != PLX_ENTITY_NATIONALITY)
    return;
  while (i > 0 && s->mention[i - 1] == s->mention[i])
    i--;
  phrase->state = entity;
  phrase->state_first = (guint) i;
}

/* A noun that descriptions or bodies list: "newspaper", "coast guard". */
static const PlxNameRow *
noun_at (const PlxResolver *s, guint token, guint *end)
{
  const PlxNameReading *r = &s->r;
  guint body_end = 0;
  const PlxNameRow *row = plx_name_reading_match (r, &r->lists->descriptions, token, r->n, end);
  const PlxNameRow *body = plx_name_reading_match (r, &r->lists->bodies, token, r->n, &body_end);

  if (body == NULL || (row != NULL && *end >= body_end))
    return row;
  *end = body_end;
  return body;
}

/* The noun phrase whose head begins at @token. */
static gboolean
read_phrase (const PlxResolver *s, guint token, PlxDescription *phrase)
{
  const PlxNameReading *r = &s->r;
  guint end = token;
  const PlxNameRow *row = noun_at (s, token, &end);
  guint first = token;

  if (row == NULL || (plx_name_reading_same_sentence (r, token, end)
                      && (plx_name_reading_is (r, end, "-")
                          || (plx_name_reading_has_upos (r, end, "NOUN")
                              && (s->mention[end] < 0 || !r->tokens[end].capital)))))
    return FALSE;
  if (plx_name_reading_does (r, token, PLX_FUNCTION_TWO) && !stands_alone (s, end))
    return FALSE;
  for (guint i = token; i < end; i++)
    if (s->mention[i] >= 0)
      return FALSE;
  while (first > 0 && token - first < MAX_MODIFIERS && is_modifier (s, (gint64) first - 1)
         && plx_name_reading_same_sentence (r, first - 1, token))
    first--;
  *phrase = (PlxDescription) { .row = row, .first = first, .head = token, .end = end, .owner = -1,
                               .determiner = plx_description_determiner_at (s, (gint64) first - 1),
                               .state = -1 };
  take_state_before (s, phrase);
  for (guint i = first; i < token; i++)
    phrase->two |= plx_name_reading_does (r, i, PLX_FUNCTION_TWO);
  if (phrase->determiner == PLX_DETERMINER_THIS || phrase->determiner == PLX_DETERMINER_BOTH)
    phrase->first--;
  if (phrase->determiner == PLX_DETERMINER_GENITIVE && first >= 2)
    {
      phrase->owner = plx_resolver_entity_at (s, (gint64) first - 2);
      phrase->owner_first = first - 2;
      while (phrase->owner_first > 0
             && (phrase->owner >= 0 ? s->mention[phrase->owner_first - 1] == s->mention[first - 2]
                                    : is_modifier (s, (gint64) phrase->owner_first - 1)))
        phrase->owner_first--;
    }
  return TRUE;
}

/* The last spoken of that @wanted accepts. */
gint32
plx_description_find_recent (const PlxResolver *s, const PlxDescription *phrase, guint reach,
                             PlxDescriptionFits wanted)
{
  for (guint k = 0; k < PLX_RECENT; k++)
    {
      gint32 entity = plx_resolver_recent (s, k);

      if (entity < 0
          || plx_resolver_sentence (s, phrase->head) - PLX_SEEN (s, entity)->sentence > reach)
        return -1;
      if (wanted (s, entity, phrase))
        return entity;
    }
  return -1;
}

static void
noun_of (const PlxResolver *s, const PlxDescription *phrase, char noun[48])
{
  if (!plx_name_reading_phrase (&s->r, phrase->end - 1, phrase->end, noun, 48))
    *noun = '\0';
}

/* Whether the noun stood for it before: "IRNA, the state news agency, … the
 * agency". */
static gboolean
was_described (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  gint64 word = PLX_SEEN (s, entity)->described;

  return word >= 0
         && strcmp (s->r.tokens[word].lower, s->r.tokens[phrase->end - 1].lower) == 0;
}

/* The whole noun: "foreign ministry". */
static gboolean
has_whole_noun (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  char noun[64];

  return plx_name_reading_phrase (&s->r, phrase->head, phrase->end, noun, sizeof noun)
         && !plx_resolver_is_group (s, entity)
         && PLX_ENTITY (s->analysis, entity)->kind != PLX_ENTITY_PERSON
         && plx_resolver_name_has (s, entity, noun);
}

static gboolean
has_noun (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  char noun[48];

  noun_of (s, phrase, noun);
  return *noun != '\0' && !plx_resolver_is_group (s, entity)
         && PLX_ENTITY (s->analysis, entity)->kind != PLX_ENTITY_PERSON
         && plx_resolver_name_has (s, entity, noun);
}

static gboolean
is_of_kind (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  return PLX_ENTITY (s->analysis, entity)->kind == phrase->row->kind
         && !plx_resolver_is_group (s, entity);
}

/* "The Polish leader", "Norland's leader": a person with an office of that
 * state which has the noun, or any office when the noun stands for all. */
static gboolean
has_office_of_state (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  const PlxEntity *person = PLX_ENTITY (s->analysis, entity);
  gint32 state = phrase->state >= 0 ? phrase->state : phrase->owner;
  char noun[48];

  noun_of (s, phrase, noun);
  if (person->kind != PLX_ENTITY_PERSON || person->members.n > 0 || *noun == '\0')
    return FALSE;
  for (guint i = 0; i < person->roles.n; i++)
    {
      const PlxRole *role = PLX_ROLE (s->analysis, person->roles.first + i);
      g_autofree char *title = g_utf8_strdown (role->title, -1);

      if (role->of == state && (phrase->row->any_office || strstr (title, noun) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* A person whose office has the noun: "the marshal". */
static gboolean
has_office (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  const PlxEntity *person = PLX_ENTITY (s->analysis, entity);
  char noun[48];

  noun_of (s, phrase, noun);
  if (phrase->row->many && *noun != '\0')
    noun[strlen (noun) - 1] = '\0';
  for (guint i = 0; i < person->roles.n && *noun != '\0'; i++)
    {
      g_autofree char *title
        = g_utf8_strdown (PLX_ROLE (s->analysis, person->roles.first + i)->title, -1);

      if (strstr (title, noun) != NULL)
        return TRUE;
    }
  return FALSE;
}

gint32
plx_description_name_after (const PlxResolver *s, guint token, PlxEntityKind kind)
{
  gint32 entity = plx_name_reading_same_sentence (&s->r, (gint64) token - 1, token)
                  ? plx_resolver_entity_at (s, token) : -1;

  return entity >= 0 && PLX_ENTITY (s->analysis, entity)->kind == kind
         && PLX_MENTION (s->analysis, s->mention[token])->form == PLX_FORM_NAME ? entity : -1;
}

/* "the official newspaper of Cuba's Communist Party": whose it is; the phrase
 * then ends behind the owner. */
/* By what the noun says: in a name, or where it stood for somebody before. */
gint32
plx_description_find_named (const PlxResolver *s, const PlxDescription *phrase)
{
  const PlxDescriptionFits in_turn[] = { was_described, has_whole_noun, has_noun,
                                         plx_description_is_agency };
  gint32 entity = -1;

  for (guint i = 0; i < G_N_ELEMENTS (in_turn) && entity < 0; i++)
    entity = plx_description_find_recent (s, phrase, PLX_DESCRIPTION_REACH, in_turn[i]);
  return entity;
}

/* The two most spoken of lately that are of the kind (and office) wanted. */
static gint32
resolve_two (PlxResolver *s, PlxDescription *phrase, PlxDescriptionFits wanted)
{
  gint32 best[2] = { -1, -1 };
  float most[2] = { -1, -1 };
  g_autofree char *name = NULL;

  for (guint k = 0; k < PLX_RECENT; k++)
    {
      gint32 entity = plx_resolver_recent (s, k);
      guint distance;
      float score;

      if (entity < 0)
        break;
      distance = plx_resolver_sentence (s, phrase->head) - PLX_SEEN (s, entity)->sentence;
      if (distance > REACH_GROUP)
        break;
      if (plx_resolver_is_group (s, entity)
          || PLX_ENTITY (s->analysis, entity)->kind != phrase->row->kind
          || !wanted (s, entity, phrase))
        continue;
      score = (float) MIN (PLX_SEEN (s, entity)->n, 8) / 4 + 3 / (1 + (float) distance)
              + (PLX_SEEN (s, entity)->subject ? 0.5f : 0);
      if (score > most[0])
        {
          best[1] = best[0];
          most[1] = most[0];
          best[0] = entity;
          most[0] = score;
        }
      else if (score > most[1])
        {
          best[1] = entity;
          most[1] = score;
        }
    }
  if (best[1] < 0)
    return -1;
  if (phrase->determiner == PLX_DETERMINER_POSSESSIVE)
    name = g_strdup_printf ("%s and %s", PLX_ENTITY (s->analysis, MIN (best[0], best[1]))->name,
                            PLX_ENTITY (s->analysis, MAX (best[0], best[1]))->name);
  else
    {
      guint first = phrase->determiner == PLX_DETERMINER_THE ? phrase->first - 1 : phrase->first;
      g_autofree char *text
        = plx_analysis_dup_span (s->analysis, plx_name_reading_span (&s->r, first, phrase->end));

      name = g_strdup (text);
      *name = g_ascii_tolower (*name);
    }
  return plx_resolver_group (s, phrase->row->kind, best[0], best[1], name);
}

static gboolean
is_anyone (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  return TRUE;
}

/* "that two men cannot agree": no pointer, a plural has "those". */
static gboolean
is_odd_this (const PlxResolver *s, const PlxDescription *phrase)
{
  return phrase->row->many
         && plx_name_reading_does (&s->r, phrase->first, PLX_FUNCTION_THIS);
}

/* "The three leaders": more than a group of two holds. */
static gboolean
is_counted (const PlxResolver *s, const PlxDescription *phrase)
{
  for (guint i = phrase->first; i < phrase->head && !phrase->two; i++)
    if (plx_name_reading_has_upos (&s->r, i, "NUM"))
      return TRUE;
  return FALSE;
}

static gint32
resolve_many (PlxResolver *s, PlxDescription *phrase)
{
  gboolean definite = phrase->determiner == PLX_DETERMINER_THE
                      || phrase->determiner == PLX_DETERMINER_BOTH
                      || (phrase->determiner == PLX_DETERMINER_THIS && !is_odd_this (s, phrase));
  gint32 last = phrase->row->kind == PLX_ENTITY_PERSON ? s->last_person_group : s->last_state_group;
  gboolean leaders = phrase->two || phrase->determiner == PLX_DETERMINER_BOTH;
  gint32 entity = -1;

  if (phrase->determiner == PLX_DETERMINER_POSSESSIVE && phrase->row->kind == PLX_ENTITY_STATE
      && plx_name_reading_does (&s->r, (gint64) phrase->first - 1, PLX_FUNCTION_THEIR))
    return resolve_two (s, phrase, is_anyone);
  if (!definite || is_counted (s, phrase)
      || plx_name_reading_does (&s->r, phrase->end, PLX_FUNCTION_OF)
      || plx_resolver_entity_at (s, phrase->end) >= 0)
    return -1;
  if (!leaders && last >= 0 && PLX_SEEN (s, last)->token >= 0
      && plx_resolver_sentence (s, phrase->head) - PLX_SEEN (s, last)->sentence
         <= PLX_DESCRIPTION_REACH)
    return last;
  if (phrase->row->kind == PLX_ENTITY_STATE && !leaders)
    return -1;
  if (phrase->row->kind == PLX_ENTITY_PERSON)
    entity = resolve_two (s, phrase, has_office);
  return entity >= 0 ? entity : resolve_two (s, phrase, is_anyone);
}

/* "the government of X", "the Chinese government": the state itself. */
static gint32
resolve_government_of (PlxResolver *s, PlxDescription *phrase)
{
  guint i = phrase->end;
  gint32 entity;

  if (!plx_name_reading_is_class (&s->r, phrase->end - 1, PLX_WORD_STATE_GROUP))
    return -1;
  if (plx_name_reading_does (&s->r, i, PLX_FUNCTION_OF))
    {
      i += plx_name_reading_does (&s->r, i + 1, PLX_FUNCTION_THE) ? 2 : 1;
      entity = plx_description_name_after (s, i, PLX_ENTITY_STATE);
      if (entity < 0)
        return -1;
      while (i < s->r.n && plx_resolver_entity_at (s, i) == entity)
        i++;
      phrase->end = i;
      return entity;
    }
  entity = phrase->first == phrase->head
           ? plx_resolver_entity_at (s, (gint64) phrase->head - 1) : -1;
  if (entity < 0 || PLX_ENTITY (s->analysis, entity)->kind != PLX_ENTITY_STATE
      || !plx_name_reading_same_sentence (&s->r, (gint64) phrase->head - 1, phrase->head))
    return -1;
  while (phrase->first > 0 && s->mention[phrase->first - 1] == s->mention[phrase->head - 1])
    phrase->first--;
  return entity;
}

static gint32
resolve_officer_of_state (PlxResolver *s, PlxDescription *phrase)
{
  gboolean owned = phrase->determiner == PLX_DETERMINER_GENITIVE && phrase->owner >= 0
                   && PLX_ENTITY (s->analysis, phrase->owner)->kind == PLX_ENTITY_STATE;
  gint32 entity;

  if ((phrase->state < 0 && !owned) || plx_name_reading_does (&s->r, phrase->end, PLX_FUNCTION_OF)
      || plx_resolver_entity_at (s, phrase->end) >= 0
      || (phrase->state >= 0
          && plx_description_determiner_at (s, (gint64) phrase->state_first - 1)
             != PLX_DETERMINER_THE))
    return -1;
  entity = plx_description_find_recent (s, phrase, PLX_DESCRIPTION_REACH, has_office_of_state);
  if (entity >= 0)
    phrase->first = phrase->state >= 0 ? phrase->state_first : phrase->owner_first;
  return entity;
}

static gint32
resolve_one (PlxResolver *s, PlxDescription *phrase)
{
  gint32 entity = -1;

  if (phrase->row->kind == PLX_ENTITY_GOVERNMENT || phrase->row->kind == PLX_ENTITY_STATE)
    entity = resolve_government_of (s, phrase);
  if (entity >= 0)
    return entity;
  if (phrase->row->kind == PLX_ENTITY_PERSON)
    entity = resolve_officer_of_state (s, phrase);
  if (entity >= 0)
    return entity;
  if ((phrase->determiner != PLX_DETERMINER_THE && phrase->determiner != PLX_DETERMINER_THIS)
      || plx_name_reading_does (&s->r, phrase->end, PLX_FUNCTION_OF)
      || plx_resolver_entity_at (s, phrase->end) >= 0)
    return -1;
  switch (phrase->row->kind)
    {
    case PLX_ENTITY_PARTY:
      return plx_description_find_recent (s, phrase, PLX_DESCRIPTION_REACH, is_of_kind);
    case PLX_ENTITY_PERSON:
      return plx_description_find_recent (s, phrase, PLX_DESCRIPTION_REACH, has_office);
    case PLX_ENTITY_STATE:
      return plx_description_find_recent (s, phrase, 2, is_of_kind);
    default:
      return plx_description_find_named (s, phrase);
    }
}

/**
 * plx_describe_at:
 *
 * Resolves a description whose noun begins at @token and notes the mention.
 *
 * Returns: behind it, or @token when there is none or it stays open
 */
guint
plx_describe_at (PlxResolver *s, guint token)
{
  PlxDescription phrase;
  gint32 entity;
  guint noun_end;

  if (!read_phrase (s, token, &phrase))
    return token;
  noun_end = phrase.end;
  if (phrase.row->kind == PLX_ENTITY_MEDIA)
    entity = plx_description_resolve_media (s, &phrase);
  else if (phrase.row->many)
    entity = resolve_many (s, &phrase);
  else
    entity = resolve_one (s, &phrase);
  if (entity < 0)
    return token;
  plx_resolver_mention (s, entity, phrase.first, phrase.end, PLX_FORM_DESCRIPTION, 0.75f,
                        "description");
  PLX_SEEN (s, entity)->described = (gint64) noun_end - 1;
  return phrase.end;
}
