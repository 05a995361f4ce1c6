/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "check-analysis.h"
#include "fuzz-rounds.h"
#include "odd-texts.h"

/* Analyses odd texts in one process and holds each result to the invariants of
 * plx-analysis.h. */

static char *
analysed_wrongly (const PlxLanguage *language, const GString *text, GRand *random)
{
  static const char * const days[] = { "2021-05-07", "2024-02-29", "0000-00-00", "yesterday", "",
                                       "9999-12-31", NULL };
  PlxArticleText article = {
    .id = "odd", .text = text->str, .n_bytes = (gssize) text->len, .source = "The Daily News",
    .title = g_rand_boolean (random) ? "Kim meets Xi" : NULL,
    .language = g_rand_int_range (random, 0, 10) > 0 ? "en" : NULL,
    .published = days[g_rand_int_range (random, 0, G_N_ELEMENTS (days))],
  };
  PlxLayers layers = g_rand_int_range (random, 0, 10) > 0
                     ? PLX_LAYER_ALL : (PlxLayers) g_rand_int_range (random, 1, PLX_LAYER_ALL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnalysis) analysis = plx_language_analyse (language, &article, layers, NULL,
                                                           &error);
  gboolean is_text = g_utf8_validate_len (text->str, text->len, NULL);

  if (analysis == NULL)
    return is_text ? g_strdup_printf ("refused: %s", error->message) : NULL;
  return is_text ? plx_check_analysis (analysis) : g_strdup ("took what is no UTF-8");
}

static char *
run_round (const PlxLanguage *language, GPtrArray *seeds, GRand *random, gboolean show)
{
  g_autoptr (GString) text = plx_odd_text (random, seeds);

  if (show)
    printf ("%s\n", text->str);
  return analysed_wrongly (language, text, random);
}

int
main (int argc, char **argv)
{
  return plx_fuzz_run (argc, argv, "odd texts", run_round);
}
