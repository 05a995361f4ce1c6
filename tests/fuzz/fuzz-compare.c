/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "check-comparison.h"
#include "fuzz-rounds.h"
#include "odd-texts.h"

/* Compares odd articles, with odd claims or with the engine's own, and holds
 * each result to the invariants of plx-comparison.h. */

enum { MAX_ARTICLES = 5, MAX_CLAIMS = 4 };

typedef struct {
  GPtrArray *analyses, *names;
  PlxComparisonArticle articles[MAX_ARTICLES];
  guint n_articles;
  PlxClaimText claims[MAX_CLAIMS];
  guint n_claims;
} Story;

static const char *
pick (GRand *random, const char * const *of, guint n)
{
  return of[g_rand_int_range (random, 0, (gint32) n)];
}

/* Some articles of a story are the same text, or made odd from the same. */
static void
add_article (Story *story, const PlxLanguage *language, const char *text, gsize n_bytes,
             GRand *random)
{
  static const char * const days[] = { "2021-05-07", "2024-02-29", "0000-00-00", "yesterday", "",
                                       NULL, "2021-05-07T10:00:00Z" };
  static const char * const sources[] = { "The Daily News", "KCNA", "", NULL, "Daily News" };
  PlxArticleText article = {
    .id = "odd", .text = text, .n_bytes = (gssize) n_bytes,
    .title = g_rand_boolean (random) ? "Kim meets Xi" : NULL,
    .language = g_rand_boolean (random) ? "en" : NULL,
    .source = pick (random, sources, G_N_ELEMENTS (sources)),
    .published = pick (random, days, G_N_ELEMENTS (days)),
  };
  PlxLayers layers = g_rand_int_range (random, 0, 10) > 0
                     ? PLX_LAYER_ALL : (PlxLayers) g_rand_int_range (random, 1, PLX_LAYER_ALL);
  PlxAnalysis *analysis = plx_language_analyse (language, &article, layers, NULL, NULL);
  char *id = g_strdup_printf ("a%u", story->n_articles + 1);

  g_ptr_array_add (story->names, id);
  if (analysis == NULL)
    return;
  g_ptr_array_add (story->analyses, analysis);
  story->articles[story->n_articles++] = (PlxComparisonArticle) {
    .id = id, .source = article.source, .title = article.title, .published = article.published,
    .analysis = analysis,
  };
}

static void
add_claim (Story *story, const GString *text, GRand *random)
{
  char *id, *statement;
  gsize from = text->len > 0 ? (gsize) g_rand_int_range (random, 0, (gint32) text->len) : 0;
  gsize most = (gsize) g_rand_int_range (random, 0, 300);
  gsize n = MIN (text->len - from, most);   // MIN() would roll the dice twice

  if (!g_utf8_validate_len (text->str, text->len, NULL))
    return;
  statement = g_utf8_make_valid (text->str + from, (gssize) n);
  id = g_strdup_printf ("x%u", story->n_claims + 1);
  g_ptr_array_add (story->names, id);
  g_ptr_array_add (story->names, statement);
  story->claims[story->n_claims++] = (PlxClaimText) { id, statement };
}

static void
story_clear (Story *story)
{
  g_ptr_array_unref (story->analyses);
  g_ptr_array_unref (story->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static char *
compared_wrongly (const PlxLanguage *language, const Story *story, gboolean has_own)
{
  PlxComparisonOptions options = { .language = language, .claims = story->claims,
                                   .n_claims = story->n_claims, .has_own = has_own };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = plx_compare (story->articles, story->n_articles,
                                                      &options, NULL, NULL, &error);

  if (comparison != NULL)
    return plx_check_comparison (comparison, story->articles, story->n_claims);
  return g_error_matches (error, PLX_COMPARE_ERROR, PLX_COMPARE_ERROR_EMPTY)
         ? NULL : g_strdup_printf ("refused: %s", error->message);
}

static char *
run_round (const PlxLanguage *language, GPtrArray *seeds, GRand *random, gboolean show)
{
  g_auto (Story) story = { .analyses = g_ptr_array_new_with_free_func (
                             (GDestroyNotify) plx_analysis_unref),
                           .names = g_ptr_array_new_with_free_func (g_free) };
  guint n_articles = (guint) g_rand_int_range (random, 1, MAX_ARTICLES + 1);
  g_autoptr (GPtrArray) few = g_ptr_array_new ();

  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (few, seeds->pdata[g_rand_int_range (random, 0, (gint32) seeds->len)]);
  while (story.names->len < n_articles)
    {
      g_autoptr (GString) text = plx_odd_text (random, g_rand_int_range (random, 0, 4) > 0
                                                       ? few : seeds);

      if (show)
        printf ("--- article\n%s\n", text->str);
      add_article (&story, language, text->str, text->len, random);
    }
  for (gint32 n = g_rand_int_range (random, 0, MAX_CLAIMS + 1); n > 0; n--)
    {
      g_autoptr (GString) text = plx_odd_text (random, few);

      add_claim (&story, text, random);
    }
  for (guint i = 0; show && i < story.n_claims; i++)
    printf ("--- claim\n%s\n", story.claims[i].statement);
  return compared_wrongly (language, &story,
                           story.n_claims == 0 || g_rand_boolean (random));
}

int
main (int argc, char **argv)
{
  return plx_fuzz_run (argc, argv, "odd comparisons", run_round);
}
