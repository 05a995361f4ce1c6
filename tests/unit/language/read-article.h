/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language.h"

/* Shared by the tests of statements, events and findings: reads a text with
 * the engine and writes what was understood in short lines. */

static inline PlxLanguage *
read_engine (void)
{
  static PlxLanguage *engine = NULL;

  if (engine == NULL)
    {
      g_autoptr (GError) error = NULL;

      engine = plx_language_new (&error);
      g_assert_no_error (error);
    }
  return engine;
}

static inline PlxAnalysis *
read_article (const char *text, const char *published)
{
  PlxArticleText article = { .id = "t", .text = text, .n_bytes = -1, .language = "en",
                             .published = published };
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_language_analyse (read_engine (), &article, PLX_LAYER_ALL, NULL,
                                                &error);

  g_assert_no_error (error);
  return analysis;
}

static inline void
read_append_spans (GString *out, const PlxAnalysis *analysis, PlxSlice slice)
{
  for (guint i = 0; i < slice.n; i++)
    {
      g_autofree char *words = plx_analysis_dup_span (analysis,
                                                      *PLX_SPAN (analysis, slice.first + i));

      g_string_append_printf (out, "%s%s", i > 0 ? " … " : "", words);
    }
}

static inline const char *
read_name (const PlxAnalysis *analysis, gint32 entity)
{
  return entity >= 0 ? PLX_ENTITY (analysis, entity)->name : "?";
}

/* "The Dawn~ > Velgar | thanked | Tamaria for …": a carried level has "~". */
static inline void
read_append_statement (GString *out, const PlxAnalysis *analysis, guint i)
{
  const PlxStatement *statement = PLX_STATEMENT (analysis, i);

  for (guint k = 0; k < statement->levels.n; k++)
    {
      const PlxLevel *level = PLX_LEVEL (analysis, statement->levels.first + k);

      g_string_append_printf (out, "%s%s%s", k > 0 ? " > " : "", read_name (analysis, level->entity),
                              level->carried ? "~" : "");
    }
  if (statement->levels.n == 0)
    g_string_append (out, "-");
  g_string_append (out, " | ");
  read_append_spans (out, analysis, statement->cue);
  g_string_append (out, " | ");
  read_append_spans (out, analysis, statement->content);
  if (statement->mode == PLX_MODE_OMISSION)
    g_string_append_printf (out, " | left out by %s, reported by %s",
                            read_name (analysis, statement->omits_by),
                            read_name (analysis, statement->omits_reported_by));
  g_string_append_c (out, '\n');
}

static inline char *
read_statements (const char *text)
{
  g_autoptr (PlxAnalysis) analysis = read_article (text, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < analysis->statements->len; i++)
    read_append_statement (out, analysis, i);
  return g_string_free (out, FALSE);
}

/* What is understood of one text, as read_statements() writes it. */
typedef struct {
  const char *text, *statements;
} ReadCase;

static inline void
read_check_cases (const ReadCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *statements = read_statements (cases[i].text);

      g_assert_cmpstr (statements, ==, cases[i].statements);
    }
}
