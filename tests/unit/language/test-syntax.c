/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "language/plx-language.h"

/* The model and what the driver makes of it; most of all, what happens without
 * it. PLX_MODEL is read when an engine is made. */

#define TEXT "Anna Berg met Tom Hall in Sarn on Friday. She said that the bridge was safe."

static PlxLanguage *
engine_with (const char *model)
{
  g_autoptr (GError) error = NULL;
  PlxLanguage *engine;

  if (model != NULL)
    g_setenv ("PLX_MODEL", model, TRUE);
  else
    g_unsetenv ("PLX_MODEL");
  engine = plx_language_new (&error);
  g_assert_no_error (error);
  return engine;
}

static PlxAnalysis *
analysed (const PlxLanguage *engine, const char *text)
{
  PlxArticleText article = { .id = "t", .text = text, .n_bytes = -1, .language = "en" };
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_language_analyse (engine, &article, PLX_LAYER_ALL, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

/* The rules alone go on, and every analysis says what is wrong. */
static void
check_rules_go_on (const char *model, const char *what)
{
  g_autoptr (PlxLanguage) engine = engine_with (model);
  g_autoptr (PlxAnalysis) analysis = analysed (engine, TEXT);
  const PlxDiagnostic *diagnostic = &g_array_index (analysis->diagnostics, PlxDiagnostic, 0);

  g_assert_cmpuint (analysis->statements->len, >, 0);
  g_assert_cmpuint (analysis->entities->len, >, 1);
  g_assert_cmpstr (PLX_TOKEN (analysis, 2)->upos, ==, "VERB");
  g_assert_cmpuint (analysis->diagnostics->len, ==, 1);
  g_assert_cmpstr (diagnostic->level, ==, "warning");
  g_assert_nonnull (strstr (diagnostic->what, what));
  g_assert_nonnull (strstr (diagnostic->what, "Installing"));
  g_assert_nonnull (strstr (plx_language_get_version (engine), "no model"));
}

static void
test_missing (void)
{
  check_rules_go_on ("/no/such/english.plxm", "is not installed (/no/such/english.plxm");
}

static void
test_damaged (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("plx-model-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (write (file, "PLXM but nothing else", 21), ==, 21);
  close (file);
  check_rules_go_on (path, "is damaged");
  g_unlink (path);
}

static void
test_not_wanted (void)
{
  g_autoptr (PlxLanguage) engine = engine_with ("none");
  g_autoptr (PlxAnalysis) analysis = analysed (engine, TEXT);
  g_autoptr (GError) error = NULL;
  const char *text = "a";
  float vector;

  g_assert_cmpuint (analysis->diagnostics->len, ==, 0);
  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      g_assert_cmpint (PLX_TOKEN (analysis, i)->head, ==, -1);
      g_assert_null (PLX_TOKEN (analysis, i)->deprel);
    }
  g_assert_cmpuint (plx_language_get_n_meaning (engine), ==, 0);
  g_assert_false (plx_language_embed (engine, &text, 1, &vector, NULL, &error));
  g_assert_error (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_MODEL);
}

static PlxLanguage *
engine_or_skip (void)
{
  PlxLanguage *engine = engine_with (NULL);

  if (plx_language_get_n_meaning (engine) > 0)
    return engine;
  plx_language_free (engine);
  g_test_skip ("there are no weights in data/language/model");
  return NULL;
}

/* Every sentence has one root, and every word hangs on it in the end. */
static void
test_trees (void)
{
  g_autoptr (PlxLanguage) engine = engine_or_skip ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  if (engine == NULL)
    return;
  analysis = analysed (engine, TEXT);
  g_assert_cmpuint (analysis->sentences->len, ==, 2);
  for (guint s = 0, i = 0; s < 2; s++)
    {
      guint n_roots = 0;

      for (; i < analysis->tokens->len && PLX_TOKEN (analysis, i)->sentence == s; i++)
        {
          guint steps = 0;
          gint32 at = (gint32) i;

          n_roots += PLX_TOKEN (analysis, i)->head < 0;
          for (; at >= 0; at = PLX_TOKEN (analysis, at)->head, steps++)
            {
              g_assert_cmpuint (PLX_TOKEN (analysis, at)->sentence, ==, s);
              g_assert_cmpuint (steps, <, analysis->tokens->len);
            }
          g_assert_nonnull (PLX_TOKEN (analysis, i)->deprel);
          g_assert_nonnull (PLX_TOKEN (analysis, i)->lemma);
        }
      g_assert_cmpuint (n_roots, ==, 1);
    }
}

/* What a sentence is read as does not depend on where it stands. */
static void
test_neighbours (void)
{
  g_autoptr (PlxLanguage) engine = engine_or_skip ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxAnalysis) once = NULL, often = NULL;
  guint n;

  if (engine == NULL)
    return;
  for (guint i = 0; i < 300; i++)
    g_string_append (text, TEXT "\n");
  once = analysed (engine, TEXT);
  often = analysed (engine, text->str);
  n = once->tokens->len;
  g_assert_cmpuint (often->tokens->len, ==, 300 * n);
  for (guint i = 0; i < 300 * n; i++)
    {
      const PlxToken *a = PLX_TOKEN (once, i % n), *b = PLX_TOKEN (often, i);

      g_assert_cmpstr (a->upos, ==, b->upos);
      g_assert_cmpstr (a->deprel, ==, b->deprel);
      g_assert_cmpint (a->head < 0 ? -1 : a->head + (gint32) (i - i % n), ==, b->head);
    }
}

static void
test_meanings (void)
{
  static const char * const texts[] = {
    "The bridge is safe.", "", "Nobody has to fear crossing the bridge.", "Wheat fell by half.",
  };
  g_autoptr (PlxLanguage) engine = engine_or_skip ();
  g_autofree float *together = NULL, *alone = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (engine == NULL)
    return;
  n = plx_language_get_n_meaning (engine);
  together = g_new (float, 4 * n);
  alone = g_new (float, n);
  plx_language_embed (engine, texts, 4, together, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      double square = 0;

      for (guint k = 0; k < n; k++)
        square += (double) together[i * n + k] * (double) together[i * n + k];
      g_assert_cmpfloat (fabs (square - 1), <, 1e-4);
      plx_language_embed (engine, texts + i, 1, alone, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (alone, n * sizeof (float), together + i * n, n * sizeof (float));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syntax/missing", test_missing);
  g_test_add_func ("/syntax/damaged", test_damaged);
  g_test_add_func ("/syntax/not-wanted", test_not_wanted);
  g_test_add_func ("/syntax/trees", test_trees);
  g_test_add_func ("/syntax/neighbours", test_neighbours);
  g_test_add_func ("/syntax/meanings", test_meanings);
  return g_test_run ();
}
