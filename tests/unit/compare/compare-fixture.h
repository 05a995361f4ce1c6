/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "compare/plx-comparison.h"

/* Analyses made by hand, with as few layers as a case needs. */

enum { MAX_ARTICLES = 300 };

typedef struct {
  PlxComparisonArticle articles[MAX_ARTICLES];
  char *ids[MAX_ARTICLES];
  guint n;
} Fixture;

static inline PlxAnalysis *
fixture_add (Fixture *fixture, const char *source, const char *text)
{
  PlxAnalysis *analysis;
  guint n = fixture->n++;

  g_assert_cmpuint (n, <, MAX_ARTICLES);
  fixture->ids[n] = g_strdup_printf ("a%u", n + 1);
  analysis = plx_analysis_new (fixture->ids[n], text, -1);
  fixture->articles[n] = (PlxComparisonArticle) { fixture->ids[n], source, NULL, NULL, analysis };
  return analysis;
}

static inline void
fixture_clear (Fixture *fixture)
{
  for (guint i = 0; i < fixture->n; i++)
    {
      plx_analysis_unref ((PlxAnalysis *) fixture->articles[i].analysis);
      g_free (fixture->ids[i]);
    }
  fixture->n = 0;
}

static inline PlxComparison *
fixture_compare (Fixture *fixture, const char *const *claims)
{
  g_autoptr (GError) error = NULL;
  g_autofree PlxClaimText *given = NULL;
  PlxComparison *comparison;
  guint n = claims != NULL ? g_strv_length ((char **) claims) : 0;
  PlxComparisonOptions options = { .n_claims = n };

  if (claims != NULL)
    {
      given = g_new0 (PlxClaimText, n + 1);
      for (guint i = 0; i < n; i++)
        given[i] = (PlxClaimText) { (char *) claims[i], (char *) claims[i] };
      options.claims = given;
    }
  comparison = plx_compare (fixture->articles, fixture->n, claims != NULL ? &options : NULL, NULL,
                            NULL, &error);
  g_assert_no_error (error);
  return comparison;
}

static inline PlxSpan
find_span (const PlxAnalysis *analysis, const char *words)
{
  const char *at = strstr (analysis->text, words);

  g_assert_nonnull (at);
  return (PlxSpan) { (guint32) (at - analysis->text),
                     (guint32) (at - analysis->text + strlen (words)) };
}

static inline gint32
add_entity (PlxAnalysis *analysis, PlxEntityKind kind, const char *name)
{
  PlxEntity entity = { .kind = kind, .name = plx_analysis_intern (analysis, name), .owner = -1 };

  g_array_append_val (analysis->entities, entity);
  return (gint32) analysis->entities->len - 1;
}

static inline void
add_mention (PlxAnalysis *analysis, gint32 entity, PlxMentionForm form, const char *words)
{
  PlxMention mention = { .span = find_span (analysis, words), .entity = entity,
                         .kind = PLX_ENTITY (analysis, entity)->kind, .form = form,
                         .confidence_01 = 1 };

  g_array_append_val (analysis->mentions, mention);
}

/* @outer and @speaker: entities, -1: none. */
static inline PlxStatement *
add_statement (PlxAnalysis *analysis, const char *content, PlxStatementMode mode, gint32 outer,
               gint32 speaker)
{
  PlxSpan span = find_span (analysis, content);
  PlxStatement statement = { .mode = mode, .addressee = -1, .omits_by = -1,
                             .omits_reported_by = -1, .repeats = -1 };

  statement.content = plx_analysis_add_spans (analysis, &span, 1);
  statement.levels.first = analysis->levels->len;
  if (outer >= 0)
    g_array_append_val (analysis->levels, ((PlxLevel) { .entity = outer }));
  if (speaker >= 0)
    g_array_append_val (analysis->levels, ((PlxLevel) { .entity = speaker }));
  statement.levels.n = analysis->levels->len - statement.levels.first;
  g_array_append_val (analysis->statements, statement);
  return PLX_STATEMENT (analysis, analysis->statements->len - 1);
}

static inline char *
evidence_text (const Fixture *fixture, const PlxCell *cell)
{
  g_assert_cmpuint (cell->evidence.n_spans, >, 0);
  return plx_analysis_dup_span (fixture->articles[cell->evidence.article].analysis,
                                cell->evidence.spans[0]);
}
