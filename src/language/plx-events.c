/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-events-private.h"

#include <string.h>

/* What happened: trigger words of events.tsv, with who took part, where and
 * when as the words around them say. */

#define OBJECT_REACH 8     // tokens from a verb to its object
#define PLACE_REACH 40
#define SAME_REACH 4       // tokens from "signed" to "agreement"
#define MAX_PARTICIPANTS 8
#define EVENT_REACH 30     // events that may tell of the same one

typedef struct {
  const PlxEventLists *lists;
  PlxAnalysis *analysis;
  PlxReading *reading;
  guint sentence;
  PlxRange range;        // tokens of the sentence
  guint floor;           // where what tells of the event begins: no speaker takes part
  PlxParticipant found[MAX_PARTICIPANTS];
  guint n_found;
} Finder;

static gboolean
is_at (const Finder *self, gint64 i, const char *words)
{
  return plx_reading_is_any (self->reading, i, words);
}

static gboolean
is_in (const Finder *self, gint64 i, PlxWordSet set)
{
  return plx_reading_in (self->reading, i, set);
}

/* Does the word tell who hosts or attends, or when something begins? */
static gboolean
is_part (const Finder *self, guint i, const char *part)
{
  const char *lemma = i < self->reading->n ? PLX_TOKEN (self->analysis, i)->lemma : NULL;
  const char *found = NULL;

  if (lemma != NULL)
    found = g_hash_table_lookup (self->lists->parts, lemma);
  if (found == NULL && i < self->reading->n)
    found = g_hash_table_lookup (self->lists->parts, self->reading->lower[i]);
  return found != NULL && g_str_equal (found, part);
}

static gint32
entity_at (const Finder *self, guint token)
{
  gint32 mention = token < self->reading->n ? self->reading->mention[token] : -1;

  return mention >= 0 ? PLX_MENTION (self->analysis, mention)->entity : -1;
}

static gint32
entity_of_range (const Finder *self, PlxRange range)
{
  if (plx_range_is_empty (range))
    return -1;
  return entity_at (self, plx_reading_np_head (self->reading, range));
}

static gboolean
is_party (const Finder *self, gint32 entity)
{
  PlxEntityKind kind = PLX_ENTITY (self->analysis, entity)->kind;

  return kind != PLX_ENTITY_PLACE && kind != PLX_ENTITY_FACILITY
         && kind != PLX_ENTITY_COMMEMORATION && kind != PLX_ENTITY_EVENT;
}

static gboolean
is_place (const Finder *self, gint32 entity)
{
  PlxEntityKind kind = PLX_ENTITY (self->analysis, entity)->kind;

  return kind == PLX_ENTITY_PLACE || kind == PLX_ENTITY_FACILITY || kind == PLX_ENTITY_STATE;
}

static void
add_participant (Finder *self, gint32 entity, const char *role)
{
  PlxSlice members;

  if (entity < 0 || role == NULL || g_str_equal (role, "place"))
    return;
  members = PLX_ENTITY (self->analysis, entity)->members;
  for (guint m = 0; m < members.n; m++)
    add_participant (self, PLX_NUMBER (self->analysis, members.first + m), role);
  if (members.n > 0 || !is_party (self, entity))
    return;
  for (guint i = 0; i < self->n_found; i++)
    if (self->found[i].entity == entity)
      return;
  if (self->n_found < MAX_PARTICIPANTS)
    self->found[self->n_found++]
      = (PlxParticipant) { entity, plx_analysis_intern (self->analysis, role) };
}

/* The subject of the verb, or of an earlier one that it is joined to. */
static gboolean
find_subject (const Finder *self, guint verb, PlxRange *subject)
{
  const PlxReading *r = self->reading;
  guint floor = self->floor;

  if (plx_reading_subject (r, verb, floor, subject))
    return TRUE;
  for (guint i = verb; i-- > floor;)
    if (r->class[i] == PLX_CLASS_VERB && plx_reading_is_finite (r, i, floor)
        && plx_reading_subject (r, i, floor, subject))
      return TRUE;
  return FALSE;
}

static gint32
resolve_subject (const Finder *self, PlxRange subject)
{
  const PlxReading *r = self->reading;
  PlxRange before;

  if (!is_in (self, subject.begin, PLX_WORDS_RELATIVE))
    return entity_of_range (self, subject);
  if (subject.begin < self->range.begin + 2)
    return -1;
  before.end = subject.begin - (is_at (self, (gint64) subject.begin - 1, ",") ? 1 : 0);
  before.begin = plx_reading_np_begin (r, before.end - 1, self->range.begin);
  return entity_of_range (self, before);
}

/* Each party of "Kim and Xi". */
static void
add_coordinated (Finder *self, PlxRange range, const char *role)
{
  gint32 last = -1;

  for (guint i = range.begin; i < range.end; i++)
    {
      gint32 mention = self->reading->mention[i];

      if (is_at (self, i, ",") || (is_in (self, i, PLX_WORDS_LINK) && !is_at (self, i, "with")))
        break;
      if (mention < 0 || mention == last)
        continue;
      last = mention;
      if (i > range.begin && !is_at (self, (gint64) i - 1, "and with"))
        continue;
      add_participant (self, PLX_MENTION (self->analysis, mention)->entity, role);
    }
}

static void
add_subject (Finder *self, guint verb, const char *role)
{
  PlxRange subject;

  if (role == NULL || !find_subject (self, verb, &subject))
    return;
  add_participant (self, resolve_subject (self, subject), role);
  add_coordinated (self, subject, role);
}

/* The first noun phrase after the trigger, past "with", "by" or "to". */
static PlxRange
find_object (const Finder *self, guint after, const char *links)
{
  PlxRange none = { 0, 0 };

  for (guint i = after; i < MIN (self->range.end, after + OBJECT_REACH); i++)
    {
      if (is_at (self, i, ", . ; : and") || is_in (self, i, PLX_WORDS_RELATIVE)
          || self->reading->class[i] == PLX_CLASS_VERB)
        return none;
      if (links != NULL && !is_at (self, i, links))
        continue;
      if (links != NULL)
        i++;
      if (i < self->range.end && plx_reading_np_end (self->reading, i, self->range.end) > i)
        return (PlxRange) { i, plx_reading_np_end (self->reading, i, self->range.end) };
    }
  return none;
}

static void
read_verb_parts (Finder *self, guint verb, guint after, const EventTrigger *trigger, gint32 *place)
{
  PlxRange object;
  guint group = plx_reading_verb_group (self->reading, verb, self->range.begin);
  gboolean is_passive = FALSE;
  gint32 entity;

  for (guint i = group; i < verb; i++)
    is_passive |= plx_reading_is_be (self->reading, i);
  if (is_passive && !g_str_has_suffix (self->reading->lower[verb], "ing"))
    {
      add_subject (self, verb, trigger->object_role);
      add_participant (self, entity_of_range (self, find_object (self, after, "by")),
                       trigger->subject_role);
      return;
    }
  add_subject (self, verb, trigger->subject_role);
  object = find_object (self, is_in (self, after, PLX_WORDS_AFTER_VERB) ? after + 1 : after, NULL);
  entity = entity_of_range (self, object);
  if (entity < 0 || trigger->object_role == NULL)
    return;
  if (g_str_equal (trigger->object_role, "place") && is_place (self, entity))
    *place = entity;
  else
    {
      add_participant (self, entity, trigger->object_role);
      add_coordinated (self, object, trigger->object_role);
    }
}

static gboolean
takes_two (const EventTrigger *trigger)
{
  return g_strcmp0 (trigger->subject_role, trigger->object_role) == 0
         && trigger->object_role != NULL;
}

/* "Kim's | five-day visit": a time inside a phrase does not end it. */
static guint
skip_length (const Finder *self, guint begin)
{
  const PlxReading *r = self->reading;
  guint k = begin;

  while (k > self->range.begin && r->time[k - 1] >= 0)
    k--;
  if (k < begin && k > self->range.begin
      && (r->class[k - 1] == PLX_CLASS_GENITIVE || is_in (self, (gint64) k - 1, PLX_WORDS_THEIRS)))
    return plx_reading_np_begin (r, k - 1, self->range.begin);
  return begin;
}

/* "Kim's visit to China", "a visit by Kim", "a banquet hosted by Xi" */
static void
read_noun_parts (Finder *self, guint noun, guint after, const EventTrigger *trigger, gint32 *place)
{
  const PlxReading *r = self->reading;
  guint begin = plx_reading_np_begin (r, noun, self->range.begin);
  gint32 owner = -1, entity;

  begin = skip_length (self, begin);
  for (guint i = begin; i < noun; i++)
    {
      if (r->class[i] == PLX_CLASS_GENITIVE && i > begin)
        owner = entity_at (self, i - 1);
      else if (is_in (self, i, PLX_WORDS_THEIRS))
        owner = entity_at (self, i);
    }
  add_participant (self, owner, trigger->subject_role);
  add_participant (self, entity_of_range (self, find_object (self, after, "by")),
                   trigger->subject_role);
  entity = entity_of_range (self, find_object (self, after, "with between"));
  add_participant (self, entity, trigger->object_role);
  entity = entity_of_range (self, find_object (self, after, "to"));
  if (entity >= 0 && is_place (self, entity))
    *place = entity;
  // who attends is a guest, who gives it the host
  if (trigger->object_role != NULL && g_str_equal (trigger->object_role, "guest"))
    {
      if (is_part (self, after, "host") && is_at (self, (gint64) after + 1, "by"))
        add_participant (self, entity_of_range (self, find_object (self, after + 1, "by")),
                         trigger->subject_role);
      for (guint i = begin; i-- > self->range.begin;)
        if (is_part (self, i, "guest"))
          add_subject (self, i, trigger->object_role);
        else if (is_part (self, i, "host"))
          add_subject (self, i, trigger->subject_role);
    }
  else if (self->n_found == 0)
    add_subject (self, begin, trigger->subject_role);
  else if (self->n_found == 1 && takes_two (trigger))
    {
      // "thanked Russia during talks with Lavrov": who speaks is the other party
      self->floor = self->range.begin;
      add_subject (self, begin, trigger->subject_role);
    }
}

/* "at the Great Hall", "in Veskgrad", after the trigger in its sentence */
static gint32
find_place (const Finder *self, guint after)
{
  for (guint i = after; i < MIN (self->range.end, after + PLACE_REACH); i++)
    {
      PlxRange phrase;
      gint32 entity;

      if (is_at (self, i, ";") || is_in (self, i, PLX_WORDS_SAID)
          || (self->reading->class[i] == PLX_CLASS_VERB && i > after
              && (is_at (self, (gint64) i - 1, "and but")
                  || is_in (self, (gint64) i - 1, PLX_WORDS_SUBJECT))))
        return -1;
      if (!is_in (self, i, PLX_WORDS_PLACE))
        continue;
      phrase.begin = i + 1;
      phrase.end = plx_reading_np_end (self->reading, i + 1, self->range.end);
      entity = entity_of_range (self, phrase);
      if (entity >= 0 && is_place (self, entity))
        return entity;
    }
  return -1;
}

/* The day of a value, without the part of the day. */
static char *
dup_day (const char *value)
{
  const char *part = strchr (value, 'T');

  return g_strndup (value, part != NULL ? (gsize) (part - value) : strlen (value));
}

static const char *
join_times (const Finder *self, const PlxTime *first, const PlxTime *last)
{
  g_autofree char *a = dup_day (first->value);
  g_autofree char *b = dup_day (last->value);
  g_autofree char *value = g_strconcat (a, "/", b, NULL);

  return plx_analysis_intern (self->analysis, value);
}

/* The nearest day or hour on either side, else a vague one ("recent"). What is
 * said of the report ("as reported on Friday") does not date the event. */
static const char *
nearest_time (const Finder *self, guint trigger, guint after)
{
  const PlxReading *r = self->reading;
  gboolean is_open[] = { TRUE, TRUE };
  const char *vague = NULL;

  for (guint step = 0; step < PLACE_REACH; step++)
    {
      const gint64 around[] = { (gint64) after + step, (gint64) trigger - 1 - step };

      for (guint k = 0; k < 2; k++)
        {
          const PlxTime *time;

          is_open[k] &= around[k] >= self->floor && around[k] < self->range.end
                        && !is_at (self, around[k], "as according ; :")
                        && !is_in (self, around[k], PLX_WORDS_SAID);
          // "a plan for the years 2026 and 2027"
          if (!is_open[k] || r->time[around[k]] < 0 || is_at (self, around[k] - 1, "years"))
            continue;
          time = PLX_TIME (self->analysis, r->time[around[k]]);
          if (time->type > PLX_TIME_TIME)
            continue;
          if (!g_str_has_suffix (time->value, "_REF"))
            return time->value;
          vague = vague != NULL ? vague : time->value;
        }
    }
  return vague;
}

/* The time of the clause; "began on Monday and ended on Thursday" is one from
 * its first to its last day. */
static const char *
find_time (const Finder *self, guint trigger, guint after)
{
  const PlxReading *r = self->reading;
  const PlxTime *first = NULL;

  if (is_at (self, after, ", which that") || is_at (self, after, "to"))
    for (guint i = after; i < self->range.end; i++)
      {
        const PlxTime *time = r->time[i] >= 0 ? PLX_TIME (self->analysis, r->time[i]) : NULL;

        if (time == NULL || time == first || time->type == PLX_TIME_DURATION)
          continue;
        if (first == NULL)
          {
            gboolean begins = FALSE;

            for (guint k = i; k-- > after && i - k < 5;)
              begins |= is_part (self, k, "begin");
            if (!begins)
              break;
            first = time;
            continue;
          }
        return join_times (self, first, time);
      }
  return nearest_time (self, trigger, after);
}

/* The shortest statement of the sentence that tells of the trigger. */
static gint32
find_statement (const Finder *self, PlxSpan trigger, guint *next)
{
  PlxAnalysis *a = self->analysis;
  gint32 best = -1;
  guint32 size = G_MAXUINT32;

  while (*next < a->statements->len && PLX_STATEMENT (a, *next)->sentence < self->sentence)
    *next += 1;
  for (guint s = *next; s < a->statements->len; s++)
    {
      PlxSpan hull = plx_analysis_hull (a, PLX_STATEMENT (a, s)->content);

      if (PLX_STATEMENT (a, s)->sentence != self->sentence)
        break;
      if (plx_span_contains (hull, trigger) && plx_span_length (hull) < size)
        {
          size = plx_span_length (hull);
          best = (gint32) s;
        }
    }
  return best;
}

static const EventTrigger *
look_up (const Finder *self, guint i)
{
  const PlxReading *r = self->reading;
  const PlxToken *token = PLX_TOKEN (self->analysis, i);
  const GPtrArray *same = token->lemma != NULL
                          ? g_hash_table_lookup (self->lists->triggers, token->lemma) : NULL;
  const EventTrigger *best = NULL;

  if (same == NULL)
    same = g_hash_table_lookup (self->lists->triggers, r->lower[i]);
  for (guint t = 0; same != NULL && t < same->len; t++)
    {
      const EventTrigger *trigger = g_ptr_array_index (same, t);
      guint k = 0;

      if (r->class[i] != (trigger->is_noun ? PLX_CLASS_NOUN : PLX_CLASS_VERB)
          || (best != NULL && best->n_rest >= trigger->n_rest))
        continue;
      while (k < trigger->n_rest && is_at (self, (gint64) i + 1 + k, trigger->rest[k]))
        k++;
      if (k == trigger->n_rest)
        best = trigger;
    }
  // "left out" is listed so that it is not a departure
  return best != NULL && g_str_equal (best->kind, "-") ? NULL : best;
}

static void
add_event (Finder *self, guint i, const EventTrigger *trigger, guint *next_statement)
{
  PlxAnalysis *a = self->analysis;
  guint after = i + 1 + trigger->n_rest;
  PlxEvent event = { .place = -1 };

  self->n_found = 0;
  event.kind = plx_analysis_intern (a, trigger->kind);
  event.trigger = plx_reading_span (self->reading, (PlxRange) { i, after });
  event.span = plx_reading_span (self->reading, self->range);
  event.statement = find_statement (self, event.trigger, next_statement);
  if (event.statement >= 0)
    event.span = plx_analysis_hull (a, PLX_STATEMENT (a, event.statement)->content);
  self->floor = CLAMP (plx_reading_token_at (self->reading, event.span.begin), self->range.begin,
                       i);
  if (trigger->is_noun)
    read_noun_parts (self, i, after, trigger, &event.place);
  else
    read_verb_parts (self, i, after, trigger, &event.place);
  if (event.place < 0)
    event.place = find_place (self, after);
  event.time = find_time (self, i, after);
  event.participants.first = a->participants->len;
  event.participants.n = self->n_found;
  g_array_append_vals (a->participants, self->found, self->n_found);
  g_array_append_val (a->events, event);
}

/* "signed an agreement" is one event. */
static gboolean
is_object_of_same (const Finder *self, guint i, const EventTrigger *trigger)
{
  const PlxAnalysis *a = self->analysis;
  const PlxEvent *last = a->events->len > 0 ? PLX_EVENT (a, a->events->len - 1) : NULL;
  guint verb;

  if (last == NULL || !trigger->is_noun || !g_str_equal (last->kind, trigger->kind))
    return FALSE;
  verb = plx_reading_token_at (self->reading, last->trigger.begin);
  return i > verb && i - verb <= SAME_REACH && self->reading->class[verb] == PLX_CLASS_VERB;
}

static gboolean
share_participant (const PlxAnalysis *a, const PlxEvent *x, const PlxEvent *y)
{
  for (guint i = 0; i < x->participants.n; i++)
    for (guint k = 0; k < y->participants.n; k++)
      if (PLX_PARTICIPANT (a, x->participants.first + i)->entity
          == PLX_PARTICIPANT (a, y->participants.first + k)->entity)
        return TRUE;
  return FALSE;
}

/* "During his visit" is where and when the visit told of elsewhere was, as
 * long as the article knows of one such place or time only. */
static void
complete_event (PlxAnalysis *a, guint v)
{
  PlxEvent *event = PLX_EVENT (a, v);
  gint32 place = -1;
  const char *time = NULL;
  gboolean one_place = TRUE, one_time = TRUE;
  guint first = v > EVENT_REACH ? v - EVENT_REACH : 0;

  for (guint k = first; k < MIN (a->events->len, v + EVENT_REACH); k++)
    {
      const PlxEvent *other = PLX_EVENT (a, k);

      if (k == v || other->kind != event->kind || !share_participant (a, event, other))
        continue;
      one_place &= place < 0 || other->place < 0 || other->place == place;
      one_time &= time == NULL || other->time == NULL || g_str_equal (other->time, time);
      place = MAX (place, other->place);
      time = other->time != NULL ? other->time : time;
    }
  if (event->place < 0 && one_place)
    event->place = place;
  if (event->time == NULL && one_time)
    event->time = time;
}

static guint32
paragraph_of (const Finder *self, const PlxEvent *event)
{
  gint32 sentence = plx_analysis_sentence_at (self->analysis, event->trigger.begin);

  return sentence >= 0 ? self->reading->paragraph[sentence] : G_MAXUINT32;
}

/* Talks are a meeting. */
static gboolean
is_scene (const char *kind, const char *scene)
{
  return g_str_equal (kind, scene)
         || (g_str_equal (kind, "talks") && g_str_equal (scene, "meeting"));
}

/* "They posed for photographs" where they met: the place of the last meeting
 * told of in the paragraph, of the same people. */
static void
inherit_place (const Finder *self, guint v)
{
  PlxAnalysis *a = self->analysis;
  PlxEvent *event = PLX_EVENT (a, v);
  const char *scene = g_hash_table_lookup (self->lists->scenes, event->kind);
  guint32 paragraph = paragraph_of (self, event);

  for (guint k = v;
       scene != NULL && event->place < 0 && k-- > (v > EVENT_REACH ? v - EVENT_REACH : 0);)
    {
      const PlxEvent *other = PLX_EVENT (a, k);

      if (paragraph_of (self, other) != paragraph)
        return;
      if (other->place >= 0 && is_scene (other->kind, scene) && share_participant (a, event, other))
        event->place = other->place;
    }
}

void
plx_find_events (const PlxEventLists *lists, PlxAnalysis *analysis)
{
  g_autoptr (PlxReading) reading = plx_reading_new (analysis, lists->grammar);
  Finder self = { .lists = lists, .analysis = analysis, .reading = reading };
  guint next_statement = 0;

  for (self.sentence = 0; self.sentence < reading->n_sentences; self.sentence++)
    {
      self.range = reading->sentences[self.sentence];
      for (guint i = self.range.begin; i < self.range.end; i++)
        {
          const EventTrigger *trigger = look_up (&self, i);

          if (trigger != NULL && !is_object_of_same (&self, i, trigger))
            add_event (&self, i, trigger, &next_statement);
        }
    }
  for (guint v = 0; v < analysis->events->len; v++)
    {
      complete_event (analysis, v);
      inherit_place (&self, v);
    }
}
