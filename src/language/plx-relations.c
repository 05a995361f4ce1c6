/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-events-private.h"

#include <string.h>

/* Who is tied to whom. A relation comes from a title ("General Secretary of"),
 * an owner, an event or a statement; the last two keep the statement that
 * tells of it, so that an edge of the graph opens on who said so. */

typedef struct {
  const PlxEventLists *lists;
  PlxAnalysis *analysis;
  PlxReading *reading;
} Finder;

static void
add_relation (Finder *self, gint32 from, gint32 to, const char *kind, gint32 statement,
              const char *time, PlxSpan span)
{
  PlxRelation relation = { .from = from, .to = to, .statement = statement, .time = time };

  if (from < 0 || to < 0 || from == to || kind == NULL)
    return;
  relation.kind = plx_analysis_intern (self->analysis, kind);
  relation.spans = plx_analysis_add_spans (self->analysis, &span, 1);
  g_array_append_val (self->analysis->relations, relation);
}

/* "vice president" before "president": the longest title found wins. */
static const char *
relation_of_title (const Finder *self, const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);
  GHashTableIter iter;
  gpointer word, kind;
  const char *best = NULL;
  gsize length = 0;

  g_hash_table_iter_init (&iter, self->lists->roles);
  while (g_hash_table_iter_next (&iter, &word, &kind))
    {
      const char *at = strstr (lower, word);
      gsize n = strlen (word);

      if (at == NULL || n <= length || (at > lower && at[-1] != ' ')
          || (at[n] != '\0' && at[n] != ' '))
        continue;
      length = n;
      best = kind;
    }
  return best;
}

static void
read_entities (Finder *self)
{
  PlxAnalysis *a = self->analysis;
  g_autoptr (GHashTable) owned = g_hash_table_new (NULL, NULL);

  for (guint e = 0; e < a->entities->len; e++)
    {
      const PlxEntity *entity = PLX_ENTITY (a, e);

      for (guint k = 0; k < entity->roles.n; k++)
        {
          const PlxRole *role = PLX_ROLE (a, entity->roles.first + k);

          if (role->of >= 0 && role->spans.n > 0)
            add_relation (self, (gint32) e, role->of, relation_of_title (self, role->title), -1,
                          NULL, *PLX_SPAN (a, role->spans.first));
        }
    }
  for (guint m = 0; m < a->mentions->len; m++)
    {
      const PlxMention *mention = PLX_MENTION (a, m);
      gint32 owner = mention->entity >= 0 ? PLX_ENTITY (a, mention->entity)->owner : -1;

      // an owner once, where the paper is first named
      if (owner >= 0 && g_hash_table_add (owned, GINT_TO_POINTER (mention->entity)))
        add_relation (self, mention->entity, owner, "organ of", -1, NULL, mention->span);
    }
}

static void
read_events (Finder *self)
{
  PlxAnalysis *a = self->analysis;

  for (guint v = 0; v < a->events->len; v++)
    {
      const PlxEvent *event = PLX_EVENT (a, v);
      const char *kind = g_hash_table_lookup (self->lists->events, event->kind);
      gint32 first = -1;

      if (kind == NULL)
        continue;
      for (guint p = 0; p < event->participants.n; p++)
        {
          const PlxParticipant *who = PLX_PARTICIPANT (a, event->participants.first + p);

          if (first < 0 || g_str_equal (who->role, "host"))
            first = who->entity;
        }
      if (g_str_equal (kind, "visited"))
        {
          add_relation (self, first, event->place, kind, event->statement, event->time,
                        event->trigger);
          continue;
        }
      for (guint p = 0; p < event->participants.n; p++)
        add_relation (self, first, PLX_PARTICIPANT (a, event->participants.first + p)->entity,
                      kind, event->statement, event->time, event->trigger);
    }
}

/* "North Korea–China relations": the states are not what is praised. */
static gboolean
is_modifier (const Finder *self, PlxSpan mention)
{
  const PlxReading *r = self->reading;
  guint next = plx_reading_token_at (r, mention.end);

  if (next >= r->n)
    return FALSE;
  return r->class[next] == PLX_CLASS_NOUN
         || plx_reading_is_any (r, next, "- \xe2\x80\x93");
}

/* The first party, other than the speaker, that the content names. */
static gint32
find_target (const Finder *self, PlxSpan content, gint32 speaker, PlxSpan *where)
{
  PlxAnalysis *a = self->analysis;
  const PlxReading *r = self->reading;

  for (guint i = plx_reading_token_at (r, content.begin);
       i < r->n && PLX_TOKEN (a, i)->span.begin < content.end; i++)
    {
      gint32 entity = r->mention[i] >= 0 ? PLX_MENTION (a, r->mention[i])->entity : -1;
      PlxEntityKind kind = entity >= 0 ? PLX_ENTITY (a, entity)->kind : PLX_ENTITY_OTHER;

      if (entity < 0 || entity == speaker || plx_reading_in (r, i, PLX_WORDS_THEIRS)
          || kind == PLX_ENTITY_PLACE || kind == PLX_ENTITY_FACILITY
          || kind == PLX_ENTITY_COMMEMORATION || kind == PLX_ENTITY_OTHER)
        continue;
      *where = PLX_MENTION (a, r->mention[i])->span;
      if (is_modifier (self, *where))
        continue;
      return entity;
    }
  return -1;
}

/* "expressed his gratitude for …", "support for …": the first listed noun */
static const char *
relation_of_noun (const Finder *self, PlxSpan content, guint32 *begin)
{
  const PlxReading *r = self->reading;
  guint first = plx_reading_token_at (r, content.begin);

  for (guint i = first; i < MIN (r->n, first + 7); i++)
    {
      const char *kind = g_hash_table_lookup (self->lists->nouns, r->lower[i]);

      if (PLX_TOKEN (self->analysis, i)->span.begin >= content.end)
        return NULL;
      if (kind != NULL && r->class[i] == PLX_CLASS_NOUN)
        {
          *begin = PLX_TOKEN (self->analysis, i)->span.end;
          return kind;
        }
    }
  return NULL;
}

/* "warned | that …": what is said is a clause of its own. */
static gboolean
is_clause (const Finder *self, PlxSpan content)
{
  guint first = plx_reading_token_at (self->reading, content.begin);

  return first > 0 && plx_reading_is_any (self->reading, (gint64) first - 1, "that :");
}

static void
read_attitude (Finder *self, gint32 s, gint32 speaker)
{
  PlxAnalysis *a = self->analysis;
  const PlxStatement *statement = PLX_STATEMENT (a, s);
  PlxSpan content = plx_analysis_hull (a, statement->content), where = content;
  const char *kind = NULL;
  gboolean by_force;
  gint32 target;

  if (statement->verb == NULL || statement->denied)
    return;
  kind = g_hash_table_lookup (self->lists->verbs, statement->verb);
  if (kind == NULL)
    kind = relation_of_noun (self, content, &content.begin);
  by_force = kind == NULL;
  if (kind == NULL)
    kind = g_hash_table_lookup (self->lists->forces, statement->force);
  if (kind == NULL)
    return;
  // whoever warns that a country is in danger does not warn the country
  if (statement->addressee >= 0)
    target = statement->addressee;
  else if (is_clause (self, content) && by_force)
    return;
  else
    target = find_target (self, content, speaker, &where);
  add_relation (self, speaker, target, kind, s, NULL, where);
}

static void
read_statements (Finder *self)
{
  PlxAnalysis *a = self->analysis;

  for (guint s = 0; s < a->statements->len; s++)
    {
      const PlxStatement *statement = PLX_STATEMENT (a, s);
      PlxSpan where = plx_analysis_hull (a, statement->content);
      gint32 speaker;

      if (statement->mode == PLX_MODE_OMISSION)
        {
          PlxSpan content = where;
          gint32 left_out = -1;

          for (guint i = plx_reading_token_at (self->reading, content.begin);
               left_out < 0 && i < self->reading->n
               && PLX_TOKEN (a, i)->span.begin < content.end; i++)
            left_out = self->reading->mention[i] >= 0
                       ? PLX_MENTION (a, self->reading->mention[i])->entity : -1;
          add_relation (self, statement->omits_by, left_out, "left out", (gint32) s, NULL, where);
          continue;
        }
      if (statement->levels.n == 0)
        continue;
      speaker = PLX_LEVEL (a, statement->levels.first + statement->levels.n - 1)->entity;
      for (guint k = 0; k + 1 < statement->levels.n; k++)
        add_relation (self, PLX_LEVEL (a, statement->levels.first + k)->entity,
                      PLX_LEVEL (a, statement->levels.first + k + 1)->entity, "reported",
                      (gint32) s, NULL, where);
      if (speaker >= 0)
        read_attitude (self, (gint32) s, speaker);
    }
}

void
plx_find_relations (const PlxEventLists *lists, PlxAnalysis *analysis)
{
  g_autoptr (PlxReading) reading = plx_reading_new (analysis, lists->grammar);
  Finder self = { .lists = lists, .analysis = analysis, .reading = reading };

  read_entities (&self);
  read_events (&self);
  read_statements (&self);
}
