/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

#include <string.h>

/* Who the words before a cue name. A mention that covers the head noun says
 * it; failing that, a name beside it; failing that, the phrase itself becomes
 * an entity ("two diplomats in Veskgrad", "customs data"), so that every
 * speaker is somebody that can be selected, counted and renamed. */

static const SourceNoun *
look_up (const Statements *self, guint token)
{
  const PlxReading *r = self->reading;
  const char *lemma = PLX_TOKEN (self->analysis, token)->lemma;
  const SourceNoun *noun = g_hash_table_lookup (self->lists->source_nouns, r->lower[token]);

  if (noun == NULL && lemma != NULL)
    noun = g_hash_table_lookup (self->lists->source_nouns, lemma);
  return noun;
}

static gint32
mention_at (const Statements *self, guint token)
{
  return token < self->reading->n ? self->reading->mention[token] : -1;
}

/* The phrase before the first comma. */
static PlxRange
core_of (const Statements *self, PlxRange subject)
{
  PlxRange core = subject;

  for (guint i = subject.begin + 1; i < subject.end; i++)
    if (plx_reading_is_any (self->reading, i, ", (")
        || plx_phrases_match (self->lists->viewers, self->reading->lower, i, subject.end) != NULL)
      {
        core.end = i;
        break;
      }
  return core;
}

static SourceGroup
group_of_kind (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_MEDIA: return GROUP_OUTLET;
    case PLX_ENTITY_PERSON: return GROUP_SPEAKER;
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT:
    case PLX_ENTITY_NATIONALITY: return GROUP_BODY;
    default: return GROUP_NONE;
    }
}

/* "Radio Kolm", "The Orlen Daily": a name with the noun of an outlet in it */
static gboolean
has_outlet_noun (const Statements *self, PlxRange core)
{
  for (guint i = core.begin; i < core.end; i++)
    {
      const SourceNoun *noun = self->reading->class[i] == PLX_CLASS_NAME ? look_up (self, i) : NULL;

      if (noun != NULL && noun->also != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What the subject is as a source; @head: (out) (nullable): its head noun. */
SourceGroup
plx_statements_group_of (const Statements *self, PlxRange subject, guint *head)
{
  PlxRange core = core_of (self, subject);
  guint token = plx_reading_np_head (self->reading, core);
  const SourceNoun *noun = look_up (self, token);
  gint32 mention = mention_at (self, token);

  if (head != NULL)
    *head = token;
  if (noun != NULL && noun->group == GROUP_REPORT)
    return GROUP_REPORT;
  if (self->reading->class[token] == PLX_CLASS_NAME && has_outlet_noun (self, core))
    return GROUP_OUTLET;
  if (mention >= 0)
    {
      gint32 entity = PLX_MENTION (self->analysis, mention)->entity;
      SourceGroup group = entity >= 0 ? group_of_kind (PLX_ENTITY (self->analysis, entity)->kind)
                                      : GROUP_NONE;

      if (group != GROUP_NONE)
        return group;
    }
  return noun != NULL ? noun->group : GROUP_NONE;
}

/* Could the subject have said, wanted or praised anything? */
gboolean
plx_statements_is_speaker (const Statements *self, PlxRange subject)
{
  const PlxReading *r = self->reading;
  guint head;
  SourceGroup group = plx_statements_group_of (self, subject, &head);

  if (group != GROUP_NONE)
    return TRUE;
  if (plx_reading_in (r, head, PLX_WORDS_SPEAKER))
    return TRUE;
  if (r->class[head] != PLX_CLASS_NAME || r->time[head] >= 0)
    return FALSE;
  // "Pyongyang expressed hope": a place that speaks stands for its government
  return mention_at (self, head) < 0
         || PLX_MENTION (self->analysis, mention_at (self, head))->kind == PLX_ENTITY_PLACE;
}

/* "documents seen by Reuters": who only read a text does not speak in it. */
static gboolean
is_viewer (const Statements *self, PlxRange range, guint i)
{
  for (guint k = range.begin; k + 1 < i; k++)
    {
      const PlxPhrase *phrase = plx_phrases_match (self->lists->viewers, self->reading->lower, k,
                                                   i);

      if (phrase != NULL && k + phrase->n_words + 2 >= i)
        return TRUE;
    }
  return FALSE;
}

/* A mention of a source inside the phrase: the paper of "the paper's report". */
static gint32
mention_inside (const Statements *self, PlxRange range, gboolean publishes)
{
  for (guint i = range.begin; i < range.end; i++)
    {
      gint32 mention = mention_at (self, i);
      gint32 entity = mention >= 0 ? PLX_MENTION (self->analysis, mention)->entity : -1;
      PlxEntityKind kind;

      if (entity < 0 || is_viewer (self, range, i))
        continue;
      kind = PLX_ENTITY (self->analysis, entity)->kind;
      if (publishes ? (kind == PLX_ENTITY_MEDIA || kind == PLX_ENTITY_ORGANISATION
                       || kind == PLX_ENTITY_GOVERNMENT || kind == PLX_ENTITY_PERSON
                       || kind == PLX_ENTITY_PARTY)
                    : kind != PLX_ENTITY_PLACE)
        return mention;
    }
  return -1;
}

static guint
skip_article (const Statements *self, PlxRange range)
{
  if (range.end - range.begin > 1 && plx_reading_in (self->reading, range.begin, PLX_WORDS_ARTICLE))
    return range.begin + 1;
  return range.begin;
}

/* Relative pronouns speak for the noun phrase before them. */
static gboolean
find_antecedent (const Statements *self, PlxRange subject, PlxRange *antecedent)
{
  const PlxReading *r = self->reading;
  guint i = subject.begin;

  if (!plx_reading_in (r, i, PLX_WORDS_RELATIVE))
    return FALSE;
  if (i > 0 && plx_reading_is (r, (gint64) i - 1, ","))
    i--;
  if (i == 0 || !plx_reading_is_nominal (r, (gint64) i - 1))
    return FALSE;
  antecedent->begin = plx_reading_np_begin (r, i - 1, i > 40 ? i - 40 : 0);
  antecedent->end = i;
  return TRUE;
}

static gint32
add_entity (Statements *self, PlxRange phrase, PlxEntityKind kind, PlxMentionForm form)
{
  PlxAnalysis *a = self->analysis;
  PlxSpan span = plx_reading_span (self->reading, phrase);
  PlxEntity entity = { .kind = kind, .owner = -1 };
  PlxMention mention = { .span = span, .kind = kind, .form = form,
                         .confidence_01 = 0.6f, .why = "source without a name" };
  const char *name = plx_analysis_intern_span (a, span);

  for (guint i = 0; i < self->extra->len; i++)
    {
      const PlxMention *old = &g_array_index (self->extra, PlxMention, i);

      if (g_str_equal (PLX_ENTITY (a, old->entity)->name, name))
        {
          mention.entity = old->entity;
          if (old->span.begin != span.begin)
            g_array_append_val (self->extra, mention);
          return mention.entity;
        }
    }
  entity.name = name;
  entity.names = plx_analysis_add_strings (a, &name, 1);
  mention.entity = (gint32) a->entities->len;
  g_array_append_val (a->entities, entity);
  g_array_append_val (self->extra, mention);
  return mention.entity;
}

/* Notes the nouns of an outlet's name and description, so that "the agency",
 * "the daily" are found again. */
static void
note_nouns (Statements *self, PlxRange words, gint32 entity)
{
  for (guint i = words.begin; i < words.end; i++)
    {
      const SourceNoun *noun = look_up (self, i);

      if (noun == NULL || noun->group != GROUP_OUTLET)
        continue;
      g_hash_table_replace (self->by_noun, (gpointer) self->reading->lower[i],
                            GINT_TO_POINTER (entity + 1));
      for (guint k = 0; noun->also != NULL && noun->also[k] != NULL; k++)
        g_hash_table_replace (self->by_noun, noun->also[k], GINT_TO_POINTER (entity + 1));
    }
}

/* "the broadcaster" after "Ardia's public broadcaster" */
static gint32
find_by_noun (const Statements *self, PlxRange subject, PlxRange source)
{
  gpointer entity;

  if (source.end - source.begin != 1 || source.begin == subject.begin)
    return -1;
  entity = g_hash_table_lookup (self->by_noun, self->reading->lower[source.begin]);
  return GPOINTER_TO_INT (entity) - 1;
}

static PlxEntityKind
kind_of_new (const Statements *self, guint head)
{
  const SourceNoun *noun = look_up (self, head);

  if (noun != NULL)
    return noun->kind;
  if (self->reading->class[head] != PLX_CLASS_NAME)
    return PLX_ENTITY_OTHER;
  // people bear no article
  return head > 0 && plx_reading_is (self->reading, (gint64) head - 1, "the")
         ? PLX_ENTITY_ORGANISATION : PLX_ENTITY_PERSON;
}

/* What stands before the 's of a report. */
static gboolean
find_owner (const Statements *self, PlxRange core, PlxRange *owner)
{
  for (guint i = core.begin + 1; i < core.end; i++)
    if (self->reading->class[i] == PLX_CLASS_GENITIVE
        && self->reading->class[i - 1] == PLX_CLASS_NAME)
      {
        *owner = (PlxRange) { core.begin, i };
        owner->begin = skip_article (self, *owner);
        return TRUE;
      }
  return FALSE;
}

/* Pronouns that point at nobody in particular make no entity. */
static gboolean
is_empty_subject (const Statements *self, guint head)
{
  return self->reading->class[head] == PLX_CLASS_PRONOUN
         || plx_reading_in (self->reading, head, PLX_WORDS_EMPTY);
}

/**
 * plx_statements_resolve:
 * @source: (out): the speaker's words, without a leading article
 * @group: (out): what it is as a source
 *
 * Returns: the entity, or -1 when the words name nobody
 */
gint32
plx_statements_resolve (Statements *self, PlxRange subject, PlxRange *source, SourceGroup *group)
{
  PlxAnalysis *a = self->analysis;
  PlxRange core, antecedent, beside = { 0, subject.end }, named = { 0, 0 };
  gint32 mention, entity;
  guint head;

  *source = subject;
  *group = GROUP_NONE;
  if (plx_range_is_empty (subject))
    return -1;
  if (mention_at (self, subject.begin) < 0 && find_antecedent (self, subject, &antecedent))
    {
      PlxRange words;

      return plx_statements_resolve (self, antecedent, &words, group);
    }
  core = core_of (self, subject);
  *group = plx_statements_group_of (self, subject, &head);
  source->begin = skip_article (self, core);
  source->end = core.end;
  mention = *group == GROUP_REPORT ? mention_inside (self, subject, TRUE) : mention_at (self, head);
  if (mention < 0)
    mention = mention_at (self, head);
  // a name beside a description belongs to the speaker's words
  beside.begin = core.end + 1;
  if (beside.begin < subject.end && self->reading->class[beside.begin] == PLX_CLASS_DET)
    beside.begin++;
  if (self->reading->class[head] != PLX_CLASS_NAME && beside.begin < subject.end
      && self->reading->class[beside.begin] == PLX_CLASS_NAME)
    {
      gint32 other = mention_at (self, beside.begin);

      source->end = plx_reading_np_end (self->reading, beside.begin, subject.end);
      named = (PlxRange) { beside.begin, source->end };
      if (other >= 0 && *group != GROUP_REPORT)
        mention = other;
    }
  entity = find_by_noun (self, subject, *source);
  if (entity < 0 && mention >= 0)
    entity = PLX_MENTION (a, mention)->entity;
  if (entity < 0 && plx_reading_is (self->reading, head, "it"))
    return self->last_outlet;
  if (entity < 0 && is_empty_subject (self, head))
    return -1;
  // "the radio" is the outlet that spoke last
  if (entity < 0 && *group == GROUP_OUTLET && source->begin > subject.begin
      && source->end - source->begin == 1)
    entity = self->last_outlet;
  // "The Meridian's report" is The Meridian speaking
  if (entity < 0 && *group == GROUP_REPORT && find_owner (self, core, &named))
    return add_entity (self, named, PLX_ENTITY_MEDIA, PLX_FORM_NAME);
  if (entity < 0 && named.end > named.begin)
    entity = add_entity (self, named, kind_of_new (self, head), PLX_FORM_NAME);
  if (entity < 0)
    entity = add_entity (self, *source, kind_of_new (self, head), PLX_FORM_DESCRIPTION);
  if (*group == GROUP_OUTLET)
    note_nouns (self, subject, entity);
  return entity;
}

/* Files the mentions of unnamed sources among the others, in their order. */
void
plx_statements_keep_extra (Statements *self)
{
  if (self->extra->len == 0)
    return;
  g_array_append_vals (self->analysis->mentions, self->extra->data, self->extra->len);
  g_array_sort (self->analysis->mentions, plx_mention_compare);
}
