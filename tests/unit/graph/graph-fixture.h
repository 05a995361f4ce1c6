/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "graph/plx-graph.h"

/* Analyses made by hand, so that the graph's tests do not depend on what the
 * language engine finds. Spans are found by their words. */

static inline PlxSpan
fixture_span (PlxAnalysis *a, const char *words)
{
  const char *at = strstr (a->text, words);

  g_assert_nonnull (at);
  return (PlxSpan) { (guint32) (at - a->text), (guint32) (at - a->text + (gssize) strlen (words)) };
}

static inline PlxAnalysis *
fixture_new (const char *text)
{
  PlxAnalysis *a = plx_analysis_new ("t", text, -1);
  const char *begin = text;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '.')
      {
        PlxSpan span = { (guint32) (begin - text), (guint32) (p + 1 - text) };
        g_array_append_val (a->sentences, span);
        begin = p[1] == ' ' ? p + 2 : p + 1;
      }
  return a;
}

/* Adds an entity and a mention of it at each of its first words. */
static inline gint32
fixture_entity (PlxAnalysis *a, const char *name, PlxEntityKind kind)
{
  PlxEntity entity = { .kind = kind, .name = plx_analysis_intern (a, name), .owner = -1 };
  PlxMention mention = { .kind = kind, .form = PLX_FORM_NAME, .entity = (gint32) a->entities->len };

  g_array_append_val (a->entities, entity);
  for (const char *at = strstr (a->text, name); at != NULL; at = strstr (at + 1, name))
    {
      mention.span = (PlxSpan) { (guint32) (at - a->text),
                                (guint32) (at - a->text + (gssize) strlen (name)) };
      g_array_append_val (a->mentions, mention);
    }
  g_array_sort (a->mentions, plx_span_compare);
  return mention.entity;
}

static inline guint32
fixture_sentence (PlxAnalysis *a, PlxSpan span)
{
  return (guint32) MAX (plx_analysis_sentence_at (a, span.begin), 0);
}

static inline PlxStatement *
fixture_statement (PlxAnalysis *a, const char *content, const gint32 *voices, guint n_voices)
{
  PlxSpan span = fixture_span (a, content);
  PlxStatement s = {
    .mode = PLX_MODE_INDIRECT,
    .force = "said",
    .addressee = -1,
    .omits_by = -1,
    .omits_reported_by = -1,
    .repeats = -1,
    .levels = { a->levels->len, n_voices },
    .sentence = fixture_sentence (a, span),
  };

  s.content = plx_analysis_add_spans (a, &span, 1);
  for (guint i = 0; i < n_voices; i++)
    {
      PlxLevel level = { .entity = voices[i] };
      g_array_append_val (a->levels, level);
    }
  g_array_append_val (a->statements, s);
  return PLX_STATEMENT (a, a->statements->len - 1);
}

static inline void
fixture_relation (PlxAnalysis *a, gint32 from, const char *kind, gint32 to, gint32 statement,
                  const char *words)
{
  PlxSpan span = fixture_span (a, words);
  PlxRelation r = {
    .from = from, .to = to, .kind = plx_analysis_intern (a, kind), .statement = statement
  };

  r.spans = plx_analysis_add_spans (a, &span, 1);
  g_array_append_val (a->relations, r);
}

static inline const PlxGraphEdge *
fixture_edge (const PlxGraph *g, const char *from, const char *kind, const char *to)
{
  for (guint i = 0; i < g->edges->len; i++)
    {
      const PlxGraphEdge *e = PLX_GRAPH_EDGE (g, i);

      if (g_str_equal (PLX_GRAPH_NODE (g, e->from)->label, from) && g_str_equal (e->kind, kind)
          && g_str_equal (PLX_GRAPH_NODE (g, e->to)->label, to))
        return e;
    }
  return NULL;
}

/* A graph of @n nodes, node i tied to i / 2 and to a few others. */
static inline PlxGraph *
fixture_tree (guint n, guint n_parts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxAnalysis) a = NULL;
  PlxGraphArticle article = { .article = 1 };

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Entity %u spoke. ", i);
  a = fixture_new (text->str);
  for (guint i = 0; i < n; i++)
    {
      PlxEntity entity = { .kind = (PlxEntityKind) (1 + i % 6), .owner = -1 };
      g_autofree char *name = g_strdup_printf ("Entity %u", i);

      entity.name = plx_analysis_intern (a, name);
      g_array_append_val (a->entities, entity);
      if (i >= n_parts)
        {
          guint other = i / 2 - (i / 2) % n_parts + i % n_parts;
          fixture_relation (a, (gint32) i, "met", (gint32) (other < i ? other : i % n_parts), -1,
                            "spoke");
        }
    }
  article.analysis = a;
  return plx_graph_build (&article, 1, NULL, NULL);
}
