/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

/* Claims in other words than the articles', with the weights. Skipped without. */

static const char * const texts[] = {
  "The ferry Aurora sank off Port Elm on Monday. Rescuers pulled 120 passengers from the water. "
  "The company said the captain had ignored a storm warning.",
  "The mayor of Port Elm opened a new library on Monday. Children read poems to the guests. "
  "The building cost less than planned.",
  "Ann Lee and Tom Ray\n\nThe rocket travelled 580 miles for 39 minutes, the army said. "
  "The captain of the patrol boat had ignored a storm warning. "
  "He ignored the warning of a storm, the captain said.",
};
static const char * const claims[] = {
  "The skipper disregarded forecasts of bad weather.",
  "Inflation fell in Germany during the winter.",
  "Its time in the air was thirty-nine minutes.",
};
static const char * const ids[] = { "a", "b", "c" };
enum { N_TEXTS = G_N_ELEMENTS (texts), N_CLAIMS = G_N_ELEMENTS (claims) };

static PlxComparison *
compare (const PlxLanguage *language, gboolean by_meaning, PlxAnalysis **analyses)
{
  PlxComparisonArticle articles[N_TEXTS];
  PlxClaimText given[N_CLAIMS];
  PlxComparisonOptions options = { by_meaning ? language : NULL, given, N_CLAIMS, FALSE };
  g_autoptr (GError) error = NULL;
  PlxComparison *comparison;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      PlxArticleText text = { .id = ids[i], .text = texts[i], .n_bytes = -1 };

      analyses[i] = plx_language_analyse (language, &text, PLX_LAYER_ALL, NULL, &error);
      g_assert_no_error (error);
      articles[i] = (PlxComparisonArticle) { text.id, NULL, NULL, NULL, analyses[i] };
    }
  for (guint i = 0; i < N_CLAIMS; i++)
    given[i] = (PlxClaimText) { (char *) claims[i], (char *) claims[i] };
  comparison = plx_compare (articles, N_TEXTS, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  return comparison;
}

static void
clear (PlxAnalysis **analyses)
{
  for (guint i = 0; i < N_TEXTS; i++)
    plx_analysis_unref (analyses[i]);
}

static void
test_other_words (gconstpointer data)
{
  const PlxLanguage *language = data;
  PlxAnalysis *analyses[N_TEXTS];
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *cell;
  g_autofree char *evidence = NULL;

  if (plx_language_get_n_meaning (language) == 0)
    {
      g_test_skip ("no weights");
      return;
    }
  comparison = compare (language, TRUE, analyses);
  cell = plx_comparison_get_cell (comparison, 0, 0);
  g_assert_cmpint (cell->status, ==, PLX_CELL_REPORTED);
  evidence = plx_analysis_dup_span (analyses[0], cell->evidence.spans[0]);
  g_assert_nonnull (strstr (evidence, "storm warning"));
  cell = plx_comparison_get_cell (comparison, 0, 1);
  g_assert_cmpint (cell->status, ==, PLX_CELL_NOT_FOUND);
  g_assert_cmpuint (cell->record->nearest.n_spans, ==, 1);
  g_assert_cmpfloat (cell->record->nearest_01, <, cell->record->needed_01);
  g_assert_cmpuint (g_strv_length (cell->record->terms), >, 0);
  for (guint a = 0; a < N_TEXTS; a++)   // what nobody said
    g_assert_cmpint (plx_comparison_get_cell (comparison, 1, a)->status, ==, PLX_CELL_NOT_FOUND);
  clear (analyses);
}

/* Two sentences that mean it as well are both shown. */
static void
test_two_sentences (gconstpointer data)
{
  const PlxLanguage *language = data;
  PlxAnalysis *analyses[N_TEXTS];
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *cell;

  if (plx_language_get_n_meaning (language) == 0)
    {
      g_test_skip ("no weights");
      return;
    }
  comparison = compare (language, TRUE, analyses);
  cell = plx_comparison_get_cell (comparison, 0, 2);
  g_assert_cmpint (cell->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpuint (cell->evidence.n_spans, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *words = plx_analysis_dup_span (analyses[2], cell->evidence.spans[i]);

      g_assert_nonnull (strstr (words, "warning"));
    }
  g_assert_false (plx_span_overlaps (cell->evidence.spans[0], cell->evidence.spans[1]));
  g_assert_cmpuint (plx_comparison_get_cell (comparison, 0, 0)->evidence.n_spans, ==, 1);
  clear (analyses);
}

/* Only the number is shared: its sentence is shown, not the first of the text. */
static void
test_number_alone (gconstpointer data)
{
  const PlxLanguage *language = data;
  PlxAnalysis *analyses[N_TEXTS];
  g_autoptr (PlxComparison) comparison = compare (language, FALSE, analyses);
  const PlxCell *cell = plx_comparison_get_cell (comparison, 2, 2);
  g_autofree char *evidence = NULL;

  g_assert_cmpint (cell->status, ==, PLX_CELL_REPORTED);
  evidence = plx_analysis_dup_span (analyses[2], cell->evidence.spans[0]);
  g_assert_nonnull (strstr (evidence, "39 minutes"));
  clear (analyses);
}

/* Nobody to ask, or analyses of an older Parallax: words decide, as before. */
static void
test_words_alone (gconstpointer data)
{
  const PlxLanguage *language = data;
  PlxAnalysis *analyses[N_TEXTS];
  g_autoptr (PlxComparison) comparison = compare (language, FALSE, analyses);

  for (guint c = 0; c < 2; c++)
    for (guint a = 0; a < N_TEXTS - 1; a++)
      g_assert_cmpint (plx_comparison_get_cell (comparison, c, a)->status, ==, PLX_CELL_NOT_FOUND);
  clear (analyses);
}

static void
test_repeats (gconstpointer data)
{
  const PlxLanguage *language = data;
  PlxAnalysis *a[N_TEXTS], *b[N_TEXTS];
  g_autoptr (PlxComparison) one = compare (language, TRUE, a);
  g_autoptr (PlxComparison) two = compare (language, TRUE, b);

  for (guint i = 0; i < N_CLAIMS * N_TEXTS; i++)
    {
      g_assert_cmpint (one->cells[i].status, ==, two->cells[i].status);
      g_assert_cmpfloat (one->cells[i].score_01, ==, two->cells[i].score_01);
    }
  clear (a);
  clear (b);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = NULL;

  g_test_init (&argc, &argv, NULL);
  language = plx_language_new (&error);
  g_assert_no_error (error);
  g_test_add_data_func ("/compare/meanings/other-words", language, test_other_words);
  g_test_add_data_func ("/compare/meanings/two-sentences", language, test_two_sentences);
  g_test_add_data_func ("/compare/meanings/number-alone", language, test_number_alone);
  g_test_add_data_func ("/compare/meanings/words-alone", language, test_words_alone);
  g_test_add_data_func ("/compare/meanings/repeats", language, test_repeats);
  return g_test_run ();
}
