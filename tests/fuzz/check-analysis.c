/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-analysis.h"

#include <string.h>

#include "language/plx-analysis-json.h"

#include "check.h"

typedef struct {
  const PlxAnalysis *a;
  char *broken;
} Check;

static gboolean
check_span (Check *c, PlxSpan span, const char *layer, guint i)
{
  return must (c, span.begin <= span.end && span.end <= c->a->n_bytes,
               "%s %u: [%u,%u) is not inside a text of %u bytes", layer, i, span.begin, span.end,
               c->a->n_bytes)
         && must (c, plx_is_boundary (c->a, span.begin) && plx_is_boundary (c->a, span.end),
                  "%s %u: [%u,%u) cuts a character", layer, i, span.begin, span.end);
}

/* Spans of a sorted layer: not empty, and none begins before the one before. */
static void
check_sorted (Check *c, const GArray *array, const char *layer, gboolean apart)
{
  gsize size = g_array_get_element_size ((GArray *) array);
  PlxSpan before = { 0, 0 };

  for (guint i = 0; i < array->len; i++)
    {
      PlxSpan span;

      memcpy (&span, array->data + i * size, sizeof span);   // it comes first in each
      if (!check_span (c, span, layer, i))
        return;
      must (c, span.begin < span.end, "%s %u is empty at %u", layer, i, span.begin);
      must (c, before.begin <= span.begin, "%s %u is out of order", layer, i);
      must (c, !apart || before.end <= span.begin, "%s %u overlaps the one before", layer, i);
      before = span;
    }
}

static void
check_slice (Check *c, PlxSlice slice, const GArray *pool, const char *what, guint i)
{
  must (c, slice.n == 0 || (slice.first <= pool->len && slice.n <= pool->len - slice.first),
        "%s of %u: slice %u+%u in a pool of %u", what, i, slice.first, slice.n, pool->len);
}

static void
check_index (Check *c, gint32 index, guint n, const char *what, guint i)
{
  must (c, index >= -1 && index < (gint32) n, "%s of %u: %d of %u", what, i, index, n);
}

static void
check_string (Check *c, const char *string, const char *what, guint i)
{
  must (c, string != NULL && g_utf8_validate (string, -1, NULL), "%s of %u is no text", what, i);
}

static void
check_share (Check *c, float share_01, const char *what, guint i)
{
  must (c, share_01 >= 0 && share_01 <= 1, "%s of %u: %g", what, i, (double) share_01);
}

/* Each sentence with a tree hangs on roots: following heads ends. */
static void
check_heads (Check *c)
{
  const PlxAnalysis *a = c->a;

  for (guint i = 0; i < a->tokens->len; i++)
    {
      gint32 at = (gint32) i;
      guint steps = 0;

      for (; at >= 0 && steps <= 2 * 512; steps++)
        {
          gint32 head = PLX_TOKEN (a, at)->head;

          check_index (c, head, a->tokens->len, "head", (guint) at);
          if (c->broken != NULL)
            return;
          must (c, head < 0 || PLX_TOKEN (a, head)->sentence == PLX_TOKEN (a, at)->sentence,
                "head of %d is in another sentence", at);
          at = head;
        }
      must (c, at < 0, "the heads of token %u go in a circle", i);
    }
}

static void
check_tokens (Check *c)
{
  const PlxAnalysis *a = c->a;

  check_sorted (c, a->tokens, "token", TRUE);
  for (guint i = 0; i < a->tokens->len && c->broken == NULL; i++)
    {
      const PlxToken *token = PLX_TOKEN (a, i);

      if (!must (c, token->sentence < a->sentences->len, "token %u is in no sentence", i))
        return;
      must (c, PLX_SENTENCE (a, token->sentence)->begin <= token->span.begin
               && token->span.end <= PLX_SENTENCE (a, token->sentence)->end,
            "token %u is not inside its sentence", i);
      check_string (c, token->upos, "upos", i);
    }
  if (c->broken == NULL)
    check_heads (c);
}

static void
check_entities (Check *c)
{
  const PlxAnalysis *a = c->a;

  for (guint i = 0; i < a->entities->len; i++)
    {
      const PlxEntity *entity = PLX_ENTITY (a, i);

      must (c, entity->kind < PLX_N_ENTITY_KINDS, "kind of entity %u", i);
      check_string (c, entity->name, "name", i);
      check_slice (c, entity->names, a->strings, "names", i);
      check_slice (c, entity->roles, a->roles, "roles", i);
      check_slice (c, entity->members, a->numbers, "members", i);
      check_index (c, entity->owner, a->entities->len, "owner", i);
      for (guint m = 0; m < entity->members.n && c->broken == NULL; m++)
        must (c, PLX_NUMBER (a, entity->members.first + m) >= 0
                 && PLX_NUMBER (a, entity->members.first + m) < (gint32) a->entities->len,
              "member %u of entity %u", m, i);
    }
  for (guint i = 0; i < a->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (a, i);

      must (c, mention->entity >= 0, "mention %u has no entity", i);
      check_index (c, mention->entity, a->entities->len, "entity of mention", i);
      must (c, mention->kind < PLX_N_ENTITY_KINDS && mention->form < PLX_N_FORMS,
            "kind or form of mention %u", i);
      check_share (c, mention->confidence_01, "confidence of mention", i);
      check_string (c, mention->why, "why of mention", i);
    }
}

static void
check_statement (Check *c, guint i)
{
  const PlxAnalysis *a = c->a;
  const PlxStatement *s = PLX_STATEMENT (a, i);
  guint n = a->entities->len;

  check_slice (c, s->content, a->spans, "content", i);
  check_slice (c, s->cue, a->spans, "cue", i);
  check_slice (c, s->hedges, a->spans, "hedges", i);
  check_slice (c, s->levels, a->levels, "levels", i);
  must (c, s->mode < PLX_N_MODES, "mode of statement %u", i);
  check_string (c, s->force, "force", i);
  check_index (c, s->addressee, n, "addressee", i);
  check_index (c, s->omits_by, n, "omits_by", i);
  check_index (c, s->omits_reported_by, n, "omits_reported_by", i);
  check_index (c, s->repeats, i, "repeats", i);
  must (c, s->sentence < a->sentences->len, "statement %u is in no sentence", i);
  check_share (c, s->confidence_01, "confidence of statement", i);
  check_string (c, s->why, "why of statement", i);
}

/* Pools hold what the layers point at, so each is looked at whole. */
static void
check_pools (Check *c)
{
  const PlxAnalysis *a = c->a;

  for (guint i = 0; i < a->spans->len; i++)
    check_span (c, *PLX_SPAN (a, i), "pooled span", i);
  for (guint i = 0; i < a->strings->len; i++)
    check_string (c, PLX_STRING (a, i), "pooled string", i);
  for (guint i = 0; i < a->roles->len; i++)
    {
      check_string (c, PLX_ROLE (a, i)->title, "title", i);
      check_index (c, PLX_ROLE (a, i)->of, a->entities->len, "of", i);
      check_slice (c, PLX_ROLE (a, i)->spans, a->spans, "spans of role", i);
    }
  for (guint i = 0; i < a->levels->len; i++)
    {
      check_slice (c, PLX_LEVEL (a, i)->source, a->spans, "source", i);
      check_slice (c, PLX_LEVEL (a, i)->cue, a->spans, "cue of level", i);
      check_index (c, PLX_LEVEL (a, i)->entity, a->entities->len, "entity of level", i);
    }
  for (guint i = 0; i < a->participants->len; i++)
    {
      check_index (c, PLX_PARTICIPANT (a, i)->entity, a->entities->len, "participant", i);
      check_string (c, PLX_PARTICIPANT (a, i)->role, "role of participant", i);
    }
}

static void
check_events (Check *c)
{
  const PlxAnalysis *a = c->a;

  for (guint i = 0; i < a->events->len; i++)
    {
      const PlxEvent *event = PLX_EVENT (a, i);

      check_string (c, event->kind, "kind of event", i);
      check_span (c, event->trigger, "trigger", i);
      check_span (c, event->span, "event", i);
      check_slice (c, event->participants, a->participants, "participants", i);
      check_index (c, event->place, a->entities->len, "place", i);
      check_index (c, event->statement, a->statements->len, "statement of event", i);
    }
  for (guint i = 0; i < a->relations->len; i++)
    {
      const PlxRelation *relation = PLX_RELATION (a, i);

      must (c, relation->from >= 0 && relation->to >= 0, "relation %u has one end", i);
      check_index (c, relation->from, a->entities->len, "from", i);
      check_index (c, relation->to, a->entities->len, "to", i);
      check_index (c, relation->statement, a->statements->len, "statement of relation", i);
      check_slice (c, relation->spans, a->spans, "spans of relation", i);
    }
}

static void
check_values (Check *c)
{
  const PlxAnalysis *a = c->a;

  for (guint i = 0; i < a->times->len; i++)
    {
      must (c, PLX_TIME (a, i)->type < PLX_N_TIME_TYPES, "type of time %u", i);
      check_string (c, PLX_TIME (a, i)->value, "value", i);
    }
  for (guint i = 0; i < a->quantities->len; i++)
    {
      must (c, PLX_QUANTITY (a, i)->bound < PLX_N_BOUNDS, "bound of quantity %u", i);
      check_string (c, PLX_QUANTITY (a, i)->unit, "unit", i);
    }
  for (guint i = 0; i < a->findings->len; i++)
    {
      const PlxFinding *finding = PLX_FINDING (a, i);

      must (c, finding->kind < PLX_N_FINDING_KINDS, "kind of finding %u", i);
      check_slice (c, finding->spans, a->spans, "spans of finding", i);
      check_slice (c, finding->values, a->strings, "values of finding", i);
      check_string (c, finding->message, "message", i);
      for (guint k = 0; k < 2; k++)
        check_index (c, finding->statements[k], a->statements->len, "statement of finding", i);
    }
  for (guint i = 0; i < a->diagnostics->len; i++)
    {
      const PlxDiagnostic *d = &g_array_index (a->diagnostics, PlxDiagnostic, i);

      check_span (c, d->where, "diagnostic", i);
      check_string (c, d->what, "diagnostic", i);
    }
}

/* What is written can be read, and written again as the same bytes. */
static void
check_json (Check *c)
{
  g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnalysis) again = NULL;

  plx_analysis_write_json (c->a, first);
  again = plx_analysis_from_json (first->str, (gssize) first->len, &error);
  if (!must (c, again != NULL, "its JSON cannot be read: %s", error != NULL ? error->message : ""))
    return;
  plx_analysis_write_json (again, second);
  must (c, g_string_equal (first, second), "its JSON reads as something else");
}

char *
plx_check_analysis (const PlxAnalysis *analysis)
{
  Check c = { analysis, NULL };

  check_sorted (&c, analysis->paragraphs, "paragraph", TRUE);
  check_sorted (&c, analysis->sentences, "sentence", TRUE);
  check_tokens (&c);
  check_sorted (&c, analysis->mentions, "mention", FALSE);
  check_sorted (&c, analysis->times, "time", TRUE);
  check_sorted (&c, analysis->quantities, "quantity", FALSE);
  check_entities (&c);
  for (guint i = 0; i < analysis->statements->len; i++)
    check_statement (&c, i);
  check_pools (&c);
  check_events (&c);
  check_values (&c);
  if (c.broken == NULL)
    check_json (&c);
  return c.broken;
}
