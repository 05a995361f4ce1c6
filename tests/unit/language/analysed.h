/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "language/plx-language-private.h"

/* Lists loaded once for a test program, and short ways to ask an analysis. */

static PlxTokenLists *token_lists;
static PlxNameLists *name_lists;

static inline void
load_lists (void)
{
  g_autoptr (GError) error = NULL;

  token_lists = plx_token_lists_new (&error);
  g_assert_no_error (error);
  name_lists = plx_name_lists_new (&error);
  g_assert_no_error (error);
}

static inline void
free_lists (void)
{
  plx_token_lists_free (token_lists);
  plx_name_lists_free (name_lists);
}

/* Paragraphs are lines, as the driver makes them. */
static inline PlxAnalysis *
tokenised (const char *text)
{
  PlxAnalysis *analysis = plx_analysis_new ("a", text, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint32 begin = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      PlxSpan line = { begin, begin + (guint32) strlen (lines[i]) };

      if (line.begin < line.end)
        g_array_append_val (analysis->paragraphs, line);
      begin = line.end + 1;
    }
  plx_find_sentences (token_lists, analysis);
  plx_find_tokens (token_lists, analysis);
  plx_tag_tokens (token_lists, analysis);
  return analysis;
}

static inline PlxAnalysis *
named (const char *text)
{
  PlxAnalysis *analysis = tokenised (text);
  PlxArticleText article = { .text = analysis->text, .n_bytes = analysis->n_bytes };

  plx_find_names (name_lists, &article, NULL, analysis);
  plx_resolve_mentions (name_lists, &article, NULL, analysis);
  return analysis;
}

/* The n-th place of a piece of text, as a span. */
static inline PlxSpan
span_of (const PlxAnalysis *analysis, const char *piece, guint nth)
{
  const char *p = strstr (analysis->text, piece);

  for (; p != NULL && nth > 0; nth--)
    p = strstr (p + 1, piece);
  g_assert_nonnull (p);
  return (PlxSpan) { (guint32) (p - analysis->text),
                     (guint32) (p - analysis->text + (gssize) strlen (piece)) };
}

/* The mention that is exactly the n-th place of @piece, or NULL. */
static inline const PlxMention *
mention_of (const PlxAnalysis *analysis, const char *piece, guint nth)
{
  PlxSpan span = span_of (analysis, piece, nth);

  for (guint i = 0; i < analysis->mentions->len; i++)
    if (plx_span_compare (&PLX_MENTION (analysis, i)->span, &span) == 0)
      return PLX_MENTION (analysis, i);
  return NULL;
}

static inline const char *
entity_name (const PlxAnalysis *analysis, const char *piece, guint nth)
{
  const PlxMention *mention = mention_of (analysis, piece, nth);

  return mention != NULL ? PLX_ENTITY (analysis, mention->entity)->name : NULL;
}

static inline const char *
entity_kind (const PlxAnalysis *analysis, const char *piece, guint nth)
{
  const PlxMention *mention = mention_of (analysis, piece, nth);

  return mention != NULL ? plx_entity_kind_to_nick (PLX_ENTITY (analysis, mention->entity)->kind)
                         : NULL;
}
