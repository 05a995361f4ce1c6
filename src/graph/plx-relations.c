/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-graph-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/plx-utf8.h"

/* From analyses to a graph. What becomes an edge:
 *
 *   relation                  from —kind→ to; a group stands for its members
 *   statement, chain A > B    A —reported→ B (—quoted→ when A is no medium)
 *   statement of an article   publisher —cited→ a medium, —reported→ a speaker
 *   report without a speaker  medium —reported→ who takes part in it
 *   statement to somebody     speaker —force→ addressee
 *   omission                  who left it out —left out→ whom it is about (or,
 *                             when it names nobody, its first words), and
 *                             who did report it —reported→ the same
 *   event of two or more      first —kind→ each other, —at→ its place, unless
 *                             a relation of that sentence ties the two already
 *
 * Who tells an edge is the outermost medium of its statement's chain, else the
 * publisher of the article. */

/* A sentence longer than this is a text without full stops: evidence shows
 * the part around the relation, or copies would grow with the square of it. */
enum { MAX_QUOTE_BYTES = 1200, MAX_TARGETS = 4, MAX_TOPIC_CHARS = 48 };

typedef struct {
  PlxGraphBuilder *builder;
  const PlxGraphArticle *article;
  const PlxAnalysis *analysis;
  PlxOffsets *offsets;
  gint publisher;          // node, -1: not known
  GHashTable *tied;        // "sentence:low:high": a relation ties the two nodes there
  GArray *first_event;     // gint per statement: head of its list of events, -1
  GArray *next_event;      // gint per event
} Reader;

static gboolean
has_entity (Reader *self, gint32 entity)
{
  return entity >= 0 && (guint) entity < self->analysis->entities->len;
}

static guint
node_of (Reader *self, gint32 entity)
{
  const PlxEntity *e = PLX_ENTITY (self->analysis, entity);
  gint64 id = self->article->entities != NULL ? self->article->entities[entity] : 0;

  return plx_graph_builder_entity (self->builder, id, e->name, e->kind);
}

/* The nodes that @entity stands for: its members if it is a group of known
 * ones ("the two leaders"), else itself. */
static void
add_nodes (Reader *self, gint32 entity, GArray *nodes)
{
  const PlxEntity *e;
  guint n_before = nodes->len;

  if (!has_entity (self, entity))
    return;
  e = PLX_ENTITY (self->analysis, entity);
  for (guint i = 0; i < e->members.n; i++)
    {
      gint32 member = PLX_NUMBER (self->analysis, e->members.first + i);

      if (has_entity (self, member) && member != entity)
        {
          guint node = node_of (self, member);
          g_array_append_val (nodes, node);
        }
    }
  if (nodes->len == n_before)
    {
      guint node = node_of (self, entity);
      g_array_append_val (nodes, node);
    }
}

static gboolean
is_medium (Reader *self, gint32 entity)
{
  return has_entity (self, entity) && PLX_ENTITY (self->analysis, entity)->kind == PLX_ENTITY_MEDIA;
}

static gint
voice_of (Reader *self, gint32 statement)
{
  const PlxStatement *s;

  if (statement < 0 || (guint) statement >= self->analysis->statements->len)
    return self->publisher;
  s = PLX_STATEMENT (self->analysis, statement);
  if (s->levels.n == 0 || !is_medium (self, PLX_LEVEL (self->analysis, s->levels.first)->entity))
    return self->publisher;
  return (gint) node_of (self, PLX_LEVEL (self->analysis, s->levels.first)->entity);
}

/* Said by somebody whom the article lets speak; a statement without levels is
 * the article's own word. */
static gboolean
is_said (Reader *self, gint32 statement)
{
  return statement >= 0 && (guint) statement < self->analysis->statements->len
         && PLX_STATEMENT (self->analysis, statement)->levels.n > 0;
}

static guint32
at_boundary (const PlxAnalysis *analysis, guint32 byte)
{
  while (byte > 0 && byte < analysis->n_bytes && (analysis->text[byte] & 0xc0) == 0x80)
    byte--;
  return MIN (byte, analysis->n_bytes);
}

static PlxSpan
sentence_of (Reader *self, PlxSpan focus)
{
  gint32 i = plx_analysis_sentence_at (self->analysis, focus.begin);
  PlxSpan span = i >= 0 ? *PLX_SENTENCE (self->analysis, i) : focus;

  if (plx_span_length (span) > MAX_QUOTE_BYTES)
    {
      guint32 begin = focus.begin > MAX_QUOTE_BYTES / 3 ? focus.begin - MAX_QUOTE_BYTES / 3 : 0;

      begin = at_boundary (self->analysis, MAX (begin, span.begin));
      span.end = at_boundary (self->analysis, MIN (begin + MAX_QUOTE_BYTES, span.end));
      span.begin = begin;
    }
  return span;
}

static PlxGraphSighting
sighting_at (Reader *self, PlxSpan focus, gint32 statement, gint voice, gboolean said)
{
  PlxGraphSighting sighting = {
    .article = self->article->article,
    .voice = voice,
    .said = said,
    .statement = statement,
    .span = sentence_of (self, focus),
  };

  sighting.chars.begin = plx_offsets_to_char (self->offsets, sighting.span.begin);
  sighting.chars.end = plx_offsets_to_char (self->offsets, sighting.span.end);
  return sighting;
}

static void
add_edge (Reader *self, guint from, guint to, const char *kind, const char *time,
          const PlxGraphSighting *sighting)
{
  plx_graph_builder_edge (self->builder, from, to, kind, time, sighting, self->analysis->text);
}

static PlxSpan
focus_of_statement (Reader *self, const PlxStatement *s)
{
  if (s->cue.n > 0)
    return *PLX_SPAN (self->analysis, s->cue.first);
  if (s->content.n > 0)
    return *PLX_SPAN (self->analysis, s->content.first);
  if (s->sentence < self->analysis->sentences->len)
    return *PLX_SENTENCE (self->analysis, s->sentence);
  return (PlxSpan) { 0, 0 };
}

static char *
tie_key (Reader *self, guint32 byte, guint a, guint b)
{
  return g_strdup_printf ("%d:%u:%u", plx_analysis_sentence_at (self->analysis, byte),
                          MIN (a, b), MAX (a, b));
}

static void
read_relation (Reader *self, const PlxRelation *r)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint));
  PlxSpan focus = { 0, 0 };
  PlxGraphSighting sighting;

  /* Who reports whom is read from the statements, with the publisher. */
  if (g_str_equal (r->kind, "reported"))
    return;
  if (r->spans.n > 0)
    focus = *PLX_SPAN (self->analysis, r->spans.first);
  else if (r->statement >= 0 && (guint) r->statement < self->analysis->statements->len)
    focus = focus_of_statement (self, PLX_STATEMENT (self->analysis, r->statement));
  add_nodes (self, r->from, from);
  add_nodes (self, r->to, to);
  sighting = sighting_at (self, focus, r->statement, voice_of (self, r->statement),
                          is_said (self, r->statement));
  for (guint i = 0; i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      {
        guint a = g_array_index (from, guint, i), b = g_array_index (to, guint, j);

        add_edge (self, a, b, r->kind, r->time, &sighting);
        g_hash_table_add (self->tied, tie_key (self, focus.begin, a, b));
      }
}

/* The first mention that begins at @byte or after it. */
static guint
mentions_from (const PlxAnalysis *analysis, guint32 byte)
{
  guint low = 0, high = analysis->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (PLX_MENTION (analysis, middle)->span.begin < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_target (GArray *nodes, guint node)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_array_index (nodes, guint, i) == node)
      return;
  g_array_append_val (nodes, node);
}

/* The first few that the content speaks of by name. */
static void
add_named (Reader *self, const PlxStatement *s, GArray *nodes)
{
  for (guint i = 0; i < s->content.n; i++)
    {
      PlxSpan span = *PLX_SPAN (self->analysis, s->content.first + i);

      for (guint m = mentions_from (self->analysis, span.begin);
           m < self->analysis->mentions->len && nodes->len < MAX_TARGETS; m++)
        {
          const PlxMention *mention = PLX_MENTION (self->analysis, m);

          if (mention->span.begin >= span.end)
            break;
          if (mention->form == PLX_FORM_NAME && has_entity (self, mention->entity)
              && PLX_ENTITY (self->analysis, mention->entity)->kind != PLX_ENTITY_NATIONALITY)
            add_target (nodes, node_of (self, mention->entity));
        }
    }
}

/* Who takes part in what statement @i reports, most telling first. */
static void
add_participants (Reader *self, guint i, GArray *nodes)
{
  for (gint e = g_array_index (self->first_event, gint, i); e >= 0;
       e = g_array_index (self->next_event, gint, e))
    {
      const PlxEvent *event = PLX_EVENT (self->analysis, e);

      for (guint p = 0; p < event->participants.n && nodes->len < MAX_TARGETS; p++)
        {
          g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

          add_nodes (self, PLX_PARTICIPANT (self->analysis, event->participants.first + p)->entity,
                     found);
          for (guint k = 0; k < found->len; k++)
            add_target (nodes, g_array_index (found, guint, k));
        }
    }
}

static void
read_chain (Reader *self, guint i, const PlxStatement *s)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint));
  gint voice = voice_of (self, (gint32) i);
  PlxSpan focus = focus_of_statement (self, s);
  const char *kind = "reported";

  if (self->publisher >= 0)
    {
      guint publisher = (guint) self->publisher;

      g_array_append_val (before, publisher);
      kind = is_medium (self, PLX_LEVEL (self->analysis, s->levels.first)->entity) ? "cited"
                                                                                   : "reported";
    }
  for (guint l = 0; l < s->levels.n; l++)
    {
      const PlxLevel *level = PLX_LEVEL (self->analysis, s->levels.first + l);
      g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (guint));
      /* The article itself tells who its first voice is; further in, it only
       * passes on what it was told. */
      PlxGraphSighting sighting = sighting_at (self, focus, (gint32) i,
                                               l == 0 ? self->publisher : voice, l > 1);

      add_nodes (self, level->entity, here);
      for (guint a = 0; a < before->len; a++)
        for (guint b = 0; b < here->len; b++)
          add_edge (self, g_array_index (before, guint, a), g_array_index (here, guint, b), kind,
                    NULL, &sighting);
      if (here->len > 0)
        {
          g_array_set_size (before, 0);
          g_array_append_vals (before, here->data, here->len);
          kind = is_medium (self, level->entity) ? "reported" : "quoted";
        }
    }
}

static void
read_report (Reader *self, guint i, const PlxStatement *s)
{
  g_autoptr (GArray) targets = NULL;
  PlxGraphSighting sighting;
  gint32 medium = PLX_LEVEL (self->analysis, s->levels.first + s->levels.n - 1)->entity;
  guint from;

  if (!is_medium (self, medium))
    return;
  from = node_of (self, medium);
  targets = g_array_new (FALSE, FALSE, sizeof (guint));
  add_participants (self, i, targets);
  if (targets->len == 0)
    add_named (self, s, targets);
  sighting = sighting_at (self, focus_of_statement (self, s), (gint32) i,
                          voice_of (self, (gint32) i), s->levels.n > 1);
  for (guint t = 0; t < targets->len; t++)
    add_edge (self, from, g_array_index (targets, guint, t), "reported", NULL, &sighting);
}

static void
read_address (Reader *self, guint i, const PlxStatement *s)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint));
  gint32 speaker = PLX_LEVEL (self->analysis, s->levels.first + s->levels.n - 1)->entity;
  gboolean plain = s->force == NULL || g_str_equal (s->force, "said");
  PlxGraphSighting sighting;

  add_nodes (self, speaker, from);
  add_nodes (self, s->addressee, to);
  sighting = sighting_at (self, focus_of_statement (self, s), (gint32) i,
                          voice_of (self, (gint32) i), s->levels.n > 1);
  for (guint a = 0; a < from->len; a++)
    for (guint b = 0; b < to->len; b++)
      add_edge (self, g_array_index (from, guint, a), g_array_index (to, guint, b),
                plain ? "spoke to" : s->force, NULL, &sighting);
}

/* What was left out though nobody is named in it: its first words. An omission
 * that the graph does not show would be left out once more. */
static void
add_topic (Reader *self, const PlxStatement *s, GArray *nodes)
{
  g_autofree char *text = NULL;
  char *end;
  guint node;

  if (s->content.n == 0)
    return;
  text = plx_analysis_dup_span (self->analysis, *PLX_SPAN (self->analysis, s->content.first));
  g_strstrip (text);
  if (g_utf8_strlen (text, -1) > MAX_TOPIC_CHARS)
    {
      g_autofree char *head = g_utf8_substring (text, 0, MAX_TOPIC_CHARS);

      end = strrchr (head, ' ');
      if (end != NULL && end > head + MAX_TOPIC_CHARS / 2)
        *end = '\0';
      g_free (text);
      text = g_strconcat (head, "…", NULL);
    }
  if (*text == '\0')
    return;
  node = plx_graph_builder_entity (self->builder, 0, text, PLX_ENTITY_OTHER);
  g_array_append_val (nodes, node);
}

static void
read_omission (Reader *self, guint i, const PlxStatement *s)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));
  PlxGraphSighting sighting = sighting_at (self, focus_of_statement (self, s), (gint32) i,
                                           voice_of (self, (gint32) i),
                                           is_said (self, (gint32) i));

  add_named (self, s, targets);
  if (targets->len == 0)
    add_topic (self, s, targets);
  for (guint t = 0; t < targets->len; t++)
    {
      guint target = g_array_index (targets, guint, t);

      if (has_entity (self, s->omits_by))
        add_edge (self, node_of (self, s->omits_by), target, "left out", NULL, &sighting);
      if (has_entity (self, s->omits_reported_by))
        add_edge (self, node_of (self, s->omits_reported_by), target, "reported", NULL, &sighting);
    }
}

static void
read_statement (Reader *self, guint i)
{
  const PlxStatement *s = PLX_STATEMENT (self->analysis, i);

  if (s->levels.n > 0)
    {
      read_chain (self, i, s);
      if (s->mode != PLX_MODE_OMISSION)
        read_report (self, i, s);
      if (has_entity (self, s->addressee))
        read_address (self, i, s);
    }
  if (s->mode == PLX_MODE_OMISSION)
    read_omission (self, i, s);
}

static void
tie (Reader *self, guint from, guint to, const char *kind, const PlxEvent *event,
     const PlxGraphSighting *sighting)
{
  g_autofree char *key = tie_key (self, event->trigger.begin, from, to);

  if (!g_hash_table_contains (self->tied, key))
    add_edge (self, from, to, kind, event->time, sighting);
}

static void
read_event (Reader *self, const PlxEvent *event)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  PlxGraphSighting sighting = sighting_at (self, event->trigger, event->statement,
                                           voice_of (self, event->statement),
                                           is_said (self, event->statement));

  for (guint p = 0; p < event->participants.n && nodes->len < MAX_TARGETS; p++)
    add_nodes (self, PLX_PARTICIPANT (self->analysis, event->participants.first + p)->entity,
               nodes);
  for (guint i = 1; i < nodes->len; i++)
    tie (self, g_array_index (nodes, guint, 0), g_array_index (nodes, guint, i), event->kind, event,
         &sighting);
  if (nodes->len > 0 && has_entity (self, event->place))
    tie (self, g_array_index (nodes, guint, 0), node_of (self, event->place), "at", event,
         &sighting);
}

/* Lists each statement's events, in their order. */
static void
index_events (Reader *self)
{
  guint n_statements = self->analysis->statements->len, n_events = self->analysis->events->len;
  gint none = -1;

  self->first_event = g_array_sized_new (FALSE, FALSE, sizeof (gint), n_statements);
  self->next_event = g_array_sized_new (FALSE, FALSE, sizeof (gint), n_events);
  for (guint i = 0; i < n_statements; i++)
    g_array_append_val (self->first_event, none);
  for (guint i = 0; i < n_events; i++)
    g_array_append_val (self->next_event, none);
  for (guint i = n_events; i-- > 0;)
    {
      gint32 statement = PLX_EVENT (self->analysis, i)->statement;

      if (statement < 0 || (guint) statement >= n_statements)
        continue;
      g_array_index (self->next_event, gint, i) = g_array_index (self->first_event, gint,
                                                                 statement);
      g_array_index (self->first_event, gint, statement) = (gint) i;
    }
}

static void
read_article (PlxGraphBuilder *builder, const PlxGraphArticle *article)
{
  Reader self = {
    .builder = builder, .article = article, .analysis = article->analysis, .publisher = -1
  };
  gboolean known = article->source != NULL && *article->source != '\0'
                   && !g_str_equal (article->source, _(PLX_GRAPH_UNNAMED));

  if (known)
    self.publisher = (gint) plx_graph_builder_publisher (builder, article->source);
  self.offsets = plx_offsets_new (self.analysis->text, self.analysis->n_bytes);
  self.tied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_events (&self);
  for (guint i = 0; i < self.analysis->relations->len; i++)
    read_relation (&self, PLX_RELATION (self.analysis, i));
  for (guint i = 0; i < self.analysis->statements->len; i++)
    read_statement (&self, i);
  for (guint i = 0; i < self.analysis->events->len; i++)
    read_event (&self, PLX_EVENT (self.analysis, i));
  g_array_unref (self.first_event);
  g_array_unref (self.next_event);
  g_hash_table_unref (self.tied);
  plx_offsets_free (self.offsets);
}

/* After all edges stand, so that every article counts for every node. */
static void
count_mentions (PlxGraphBuilder *builder, const PlxGraphArticle *article)
{
  const PlxAnalysis *analysis = article->analysis;
  g_autofree guint *counts = g_new0 (guint, analysis->entities->len + 1);

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      gint32 entity = PLX_MENTION (analysis, i)->entity;

      if (entity >= 0 && (guint) entity < analysis->entities->len)
        counts[entity]++;
    }
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      gint64 id = article->entities != NULL ? article->entities[i] : 0;
      const PlxEntity *entity = PLX_ENTITY (analysis, i);
      gint node = counts[i] == 0
                    ? -1
                    : plx_graph_builder_find_entity (builder, id, entity->name, entity->kind);

      if (node >= 0)
        plx_graph_builder_count (builder, (guint) node, counts[i]);
    }
}

/**
 * plx_graph_build:
 *
 * Ties together what @articles say. Nodes and edges come in the order in which
 * the articles first speak of them; an entity without any edge has no node.
 *
 * Cost:    O(n) in what the analyses hold
 * Thread:  any; polls @cancellable between articles
 * Errors:  G_IO_ERROR_CANCELLED
 */
PlxGraph *
plx_graph_build (const PlxGraphArticle  *articles,
                 guint                   n_articles,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr (PlxGraphBuilder) builder = plx_graph_builder_new ();

  for (guint i = 0; i < n_articles; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (articles[i].analysis != NULL)
        read_article (builder, &articles[i]);
    }
  for (guint i = 0; i < n_articles; i++)
    if (articles[i].analysis != NULL)
      count_mentions (builder, &articles[i]);
  return plx_graph_builder_end (builder);
}
