/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coreference-private.h"

#include <string.h>

/* "he" is somebody spoken of lately, better a subject, of the right gender;
 * "it" a state, body or paper; "they" a group. What does not fit well stays
 * unresolved: a wrong speaker is worse than none. */

#define MAX_DISTANCE 4        // sentences
#define SUBJECT_BONUS 3.0f
#define PER_SENTENCE 1.5f
/* A given name that is more often of the other gender. */
#define OTHER_GENDER 2.5f
/* An earlier pronoun of the other gender, which may have been a mistake. */
#define OTHER_PRONOUN 5.0f
#define LEAST_SCORE 0.0f
/* An office says that the gender is right. */
#define SURE_GENDER 1.0f
/* A paper before others where "it" says or reports. */
#define SPEAKER_BONUS 2.0f
/* An owner ("its") stands near. */
#define OWNER_STEP 0.5f

static gboolean
fits (const PlxResolver *s, gint32 entity, const PlxNameRow *row)
{
  PlxEntityKind kind = PLX_ENTITY (s->analysis, entity)->kind;

  if (plx_resolver_is_group (s, entity))
    return FALSE;
  if (row->gender == 'n')
    return kind == PLX_ENTITY_STATE || kind == PLX_ENTITY_ORGANISATION || kind == PLX_ENTITY_MEDIA
           || kind == PLX_ENTITY_PARTY || kind == PLX_ENTITY_GOVERNMENT || kind == PLX_ENTITY_PLACE;
  if (kind != PLX_ENTITY_PERSON)
    return FALSE;
  return !PLX_SEEN (s, entity)->sure || PLX_SEEN (s, entity)->gender == row->gender;
}

/* What counts against an antecedent: a given name that is more often of the
 * other gender, a place for "it". */
static float
objection (const PlxResolver *s, gint32 entity, const PlxNameRow *row)
{
  const PlxSeen *seen = PLX_SEEN (s, entity);

  if (PLX_ENTITY (s->analysis, entity)->kind == PLX_ENTITY_PLACE)
    return 1;
  if (row->gender == 'n' || seen->gender == '-' || seen->gender == row->gender)
    return 0;
  if (!seen->guessed)
    return OTHER_PRONOUN;
  return s->has_he && s->has_she ? OTHER_GENDER : 0;
}

/* The subject of the clause before the token, in its sentence: no object of
 * that clause. */
static gint32
clause_subject (const PlxResolver *s, guint token)
{
  for (guint k = 0; k < PLX_RECENT; k++)
    {
      gint32 entity = plx_resolver_recent (s, k);

      if (entity < 0 || PLX_SEEN (s, entity)->sentence != plx_resolver_sentence (s, token))
        return -1;
      if (PLX_SEEN (s, entity)->subject)
        return entity;
    }
  return -1;
}

/* What speaks for a person whose gender the article tells. */
static float
support (const PlxResolver *s, gint32 entity, const PlxNameRow *row)
{
  const PlxSeen *seen = PLX_SEEN (s, entity);

  return row->gender != 'n' && seen->gender == row->gender && seen->sure ? SURE_GENDER : 0;
}

static float
score (const PlxResolver *s, gint32 entity, guint token, guint k)
{
  const PlxSeen *seen = PLX_SEEN (s, entity);
  guint distance = plx_resolver_sentence (s, token) - seen->sentence;
  float value = 4 - PER_SENTENCE * (float) distance + 0.2f * (float) MIN (seen->n, 6)
                - 0.05f * (float) k;

  if (seen->subject)
    value += SUBJECT_BONUS;
  return value;
}

/* "it said", "it also reported": a paper or a body that speaks. */
static gboolean
speaks (const PlxResolver *s, guint token)
{
  return plx_name_reading_is_class (&s->r, token + 1, PLX_WORD_PERSON_VERB)
         || plx_name_reading_is_class (&s->r, token + 2, PLX_WORD_PERSON_VERB)
         || plx_name_reading_does (&s->r, token + 1, PLX_FUNCTION_REPORT)
         || plx_name_reading_does (&s->r, token + 1, PLX_FUNCTION_ALSO);
}

static gint32
best_antecedent (const PlxResolver *s, guint token, const PlxNameRow *row, gint32 not_this)
{
  gint32 best = -1;
  float most = LEAST_SCORE;

  for (guint k = 0; k < PLX_RECENT; k++)
    {
      gint32 entity = plx_resolver_recent (s, k);
      float value;

      if (entity < 0
          || plx_resolver_sentence (s, token) - PLX_SEEN (s, entity)->sentence > MAX_DISTANCE)
        break;
      if (entity == not_this || !fits (s, entity, row))
        continue;
      value = score (s, entity, token, k) - objection (s, entity, row)
              + support (s, entity, row);
      if (strcmp (row->place, "owner") == 0)
        value -= OWNER_STEP * (float) k;
      else if (row->gender == 'n' && speaks (s, token)
               && PLX_ENTITY (s->analysis, entity)->kind == PLX_ENTITY_MEDIA)
        value += SPEAKER_BONUS;
      if (value > most)
        {
          most = value;
          best = entity;
        }
    }
  return best;
}

/* "In his version of events, Trump said": an owner in what stands before the
 * clause is its subject, who comes behind the comma. */
static gint32
subject_to_come (const PlxResolver *s, guint token, const PlxNameRow *row)
{
  guint first = token;

  while (first > 0 && first + 6 > token
         && plx_name_reading_same_sentence (&s->r, (gint64) first - 1, token))
    first--;
  if (plx_name_reading_same_sentence (&s->r, (gint64) first - 1, token)
      || !(plx_name_reading_has_upos (&s->r, first, "ADP")
           || plx_name_reading_has_upos (&s->r, first, "SCONJ")
           || plx_name_reading_has_upos (&s->r, first, "VERB")))
    return -1;
  for (guint i = first; i < first + 20 && plx_name_reading_same_sentence (&s->r, first, i); i++)
    {
      gint32 entity = plx_resolver_entity_at (s, i);

      if (entity >= 0 && i < token && PLX_ENTITY (s->analysis, entity)->kind == PLX_ENTITY_PERSON)
        return -1;
      if (i < token || !plx_name_reading_is (&s->r, i, ","))
        continue;
      entity = plx_resolver_entity_at (s, (gint64) i + 1);
      return entity >= 0 && fits (s, entity, row) ? entity : -1;
    }
  return -1;
}

/* "it is clear that", "it seems": nobody. */
static gboolean
is_pleonastic (const PlxResolver *s, guint token)
{
  for (guint i = token + 1; i < token + 6 && plx_name_reading_same_sentence (&s->r, token, i); i++)
    {
      if (plx_name_reading_is_class (&s->r, i, PLX_WORD_PLEONASTIC))
        return i > token + 1 || !plx_name_reading_does (&s->r, i, PLX_FUNCTION_SAID);
      if (strchr (",.;", s->r.tokens[i].form[0]) != NULL)
        return FALSE;
    }
  return FALSE;
}

/* The group spoken of near enough, a subject before others. */
static gint32
recent_group (const PlxResolver *s, guint token)
{
  gint32 best = -1;
  float most = 0;

  for (guint k = 0; k < PLX_RECENT; k++)
    {
      gint32 entity = plx_resolver_recent (s, k);
      float value;

      if (entity < 0 || plx_resolver_sentence (s, token) - PLX_SEEN (s, entity)->sentence > 2)
        break;
      if (!plx_resolver_is_group (s, entity))
        continue;
      value = score (s, entity, token, k);
      if (value > most)
        {
          most = value;
          best = entity;
        }
    }
  return best;
}

static gboolean
is_member (const PlxResolver *s, gint32 entity, gint32 group)
{
  const PlxSlice members = PLX_ENTITY (s->analysis, group)->members;

  for (guint i = 0; i < members.n; i++)
    if (PLX_NUMBER (s->analysis, members.first + i) == entity)
      return TRUE;
  return FALSE;
}

/* Persons or others in the plural, nearer than any group: "officials … they". A
 * group two sentences back gives way to anything in the plural. */
static gboolean
is_plural_between (const PlxResolver *s, gint64 from, guint token)
{
  gboolean far = plx_resolver_sentence (s, token)
                 > plx_resolver_sentence (s, (guint) MAX (from, 0)) + 1;

  for (gint64 i = (gint64) token - 1; i > from && i >= 0 && i + 40 > token; i--)
    if (g_strcmp0 (PLX_TOKEN (s->analysis, i)->xpos, "NNS") == 0 && s->mention[i] < 0)
      {
        guint end;
        const PlxNameRow *row = plx_name_reading_match (&s->r, &s->r.lists->descriptions, (guint) i,
                                                        s->r.n, &end);

        if (far || (row != NULL && row->many))
          return TRUE;
      }
  return FALSE;
}

/* "Kim and Xi … they": two of a kind joined by "and" in this sentence or the
 * one before. */
static gint32
coordinated_pair (PlxResolver *s, guint token)
{
  for (guint k = 0; k + 1 < 8; k++)
    {
      gint32 b = plx_resolver_recent (s, k), a = plx_resolver_recent (s, k + 1);
      const PlxEntity *x, *y;
      g_autofree char *name = NULL;
      gint64 between;

      if (a < 0 || b < 0 || plx_resolver_sentence (s, token) - PLX_SEEN (s, b)->sentence > 1)
        return -1;
      x = PLX_ENTITY (s->analysis, a);
      y = PLX_ENTITY (s->analysis, b);
      between = PLX_SEEN (s, b)->token - 1;
      if (x->kind != y->kind || x->members.n > 0 || y->members.n > 0
          || (x->kind != PLX_ENTITY_PERSON && x->kind != PLX_ENTITY_STATE)
          || !plx_name_reading_does (&s->r, between, PLX_FUNCTION_AND)
          || plx_resolver_entity_at (s, between - 1) != a)
        continue;
      name = g_strdup_printf ("%s and %s", x->name, y->name);
      return plx_resolver_group (s, x->kind, a, b, name);
    }
  return -1;
}

/* An object is no group that the subject belongs to: "Kim congratulated them". */
static gint32
plural_antecedent (PlxResolver *s, guint token, gboolean object)
{
  gint32 pair = coordinated_pair (s, token);
  gint32 group = pair >= 0 ? pair : recent_group (s, token);
  gint32 subject = object ? clause_subject (s, token) : -1;

  if (group >= 0 && subject >= 0 && (subject == group || is_member (s, subject, group)))
    return -1;
  if (pair < 0 && group >= 0 && is_plural_between (s, PLX_SEEN (s, group)->token, token))
    return -1;
  return group;
}

/* "never forget it": what a verb or preposition does something to. */
static gboolean
is_object_place (const PlxResolver *s, guint token)
{
  gint64 before = (gint64) token - 1;

  return plx_name_reading_same_sentence (&s->r, before, token)
         && (plx_name_reading_has_upos (&s->r, before, "VERB")
             || plx_name_reading_has_upos (&s->r, before, "ADP"))
         && !plx_name_reading_has_upos (&s->r, (gint64) token + 1, "VERB")
         && !plx_name_reading_has_upos (&s->r, (gint64) token + 1, "AUX");
}

/**
 * plx_pronoun_at:
 *
 * Resolves a pronoun at @token and notes the mention.
 *
 * Returns: behind it, or @token when there is none or it stays open
 */
guint
plx_pronoun_at (PlxResolver *s, guint token)
{
  const PlxNameRow *row = g_hash_table_lookup (s->r.lists->pronouns, s->r.tokens[token].lower);
  gboolean object;
  gint32 entity;

  if (row == NULL)
    return token;
  object = strcmp (row->place, "object") == 0
           || (g_strcmp0 (PLX_TOKEN (s->analysis, token)->xpos, "PRP") == 0
               && plx_name_reading_does (&s->r, token, PLX_FUNCTION_OBJECTIVE));
  if (row->many)
    entity = plural_antecedent (s, token, object);
  else if (row->gender == 'n' && strcmp (row->place, "subject") == 0
           && (is_pleonastic (s, token) || is_object_place (s, token)))
    entity = -1;
  else
    {
      entity = strcmp (row->place, "owner") == 0 && !object ? subject_to_come (s, token, row) : -1;
      if (entity < 0)
        entity = best_antecedent (s, token, row, object ? clause_subject (s, token) : -1);
    }
  if (entity < 0)
    return token;
  if (row->gender == 'm' || row->gender == 'f')
    {
      PLX_SEEN (s, entity)->gender = row->gender;
      PLX_SEEN (s, entity)->guessed = FALSE;
    }
  plx_resolver_mention (s, entity, token, token + 1, PLX_FORM_PRONOUN, 0.8f, "pronoun");
  return token + 1;
}
