/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

#define FERRY_A "The ferry Aurora sank off Port Elm on Monday. Rescuers saved 120 passengers " \
                "from the water. The company said the captain had ignored a storm warning."
#define FERRY_B "A ferry sank near Port Elm. Coast guards rescued 90 passengers. Divers " \
                "continued the search during the night."
#define FERRY_C "Voters in Lowmark elected a new mayor on Sunday. Turnout was the lowest " \
                "in decades."

static void
ferry (Fixture *fixture)
{
  fixture_add (fixture, "Elm Gazette", FERRY_A);
  fixture_add (fixture, "Coast Wire", FERRY_B);
  fixture_add (fixture, NULL, FERRY_C);
}

static void
test_statuses (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "A ferry sank off Port Elm.", "120 passengers were rescued.",
                           "The captain ignored a storm warning.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  g_autofree char *text = NULL;
  PlxCell *cell;

  ferry (&fixture);
  comparison = fixture_compare (&fixture, claims);
  g_assert_cmpuint (comparison->claims->len, ==, 3);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 1)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 2)->status, ==, PLX_CELL_NOT_FOUND);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 1, 0)->status, ==, PLX_CELL_REPORTED);
  cell = plx_comparison_get_cell (comparison, 1, 1);
  g_assert_cmpint (cell->status, ==, PLX_CELL_CONTRADICTED);
  g_assert_cmpuint (cell->differs_in, ==, PLX_DIFFERS_NUMBER);
  g_assert_cmpuint (cell->evidence.n_differing, ==, 1);
  text = plx_analysis_dup_span (fixture.articles[1].analysis, cell->evidence.differing[0]);
  g_assert_cmpstr (text, ==, "90 passengers");
  g_assert_cmpstr (cell->brief, ==, "90 passengers");
  g_assert_cmpint (plx_comparison_get_cell (comparison, 2, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 2, 1)->status, ==, PLX_CELL_NOT_FOUND);
  fixture_clear (&fixture);
}

static void
test_search_record (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "The captain ignored a storm warning off Port Elm.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *cell;

  ferry (&fixture);
  comparison = fixture_compare (&fixture, claims);
  cell = plx_comparison_get_cell (comparison, 0, 1);
  g_assert_cmpint (cell->status, ==, PLX_CELL_NOT_FOUND);
  g_assert_nonnull (cell->record);
  g_assert_cmpuint (cell->record->n_articles, ==, 1);
  g_assert_true (g_strv_contains ((const char * const *) cell->record->terms, "captain"));
  g_assert_true (g_strv_contains ((const char * const *) cell->record->names, "elm"));
  g_assert_cmpfloat (cell->record->nearest_01, <, cell->record->needed_01);
  g_assert_cmpint (cell->record->nearest.article, ==, 1);
  g_assert_null (plx_comparison_get_cell (comparison, 0, 0)->record);
  fixture_clear (&fixture);
}

static void
test_own_claims (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  gboolean sank = FALSE;

  ferry (&fixture);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, >=, 5);
  for (guint c = 0; c < comparison->claims->len; c++)
    {
      const PlxClaim *claim = g_ptr_array_index (comparison->claims, c);
      gboolean told = FALSE;

      for (guint a = 0; a < 3; a++)
        told |= plx_comparison_get_cell (comparison, c, a)->status == PLX_CELL_REPORTED;
      g_assert_true (told);   // nobody's claim is nobody's
      g_assert_cmpuint (strlen (claim->key), >=, 16);
      if (strstr (claim->statement, "Aurora sank") != NULL)
        {
          sank = TRUE;
          g_assert_cmpuint (claim->origins, ==, 2);
        }
    }
  g_assert_true (sank);
  fixture_clear (&fixture);
}

/* The text of a claim: the speaker in front, quotations made whole. */
static void
test_claim_text (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "The harbour froze hard in March, and said "
                                       "the \"ferry company lost money.\"");
  gint32 reed = add_entity (analysis, PLX_ENTITY_PERSON, "Tomas Reed");

  add_statement (analysis, "the \"ferry company lost money", PLX_MODE_INDIRECT, -1, reed);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, ==, 2);
  g_assert_cmpstr (((PlxClaim *) g_ptr_array_index (comparison->claims, 0))->statement, ==,
                   "The harbour froze hard in March");
  g_assert_cmpstr (((PlxClaim *) g_ptr_array_index (comparison->claims, 1))->statement, ==,
                   "Tomas Reed: the \"ferry company lost money\"");
  fixture_clear (&fixture);
}

static void
test_denial (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "The ministry paid the ransom.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *cell;

  fixture_add (&fixture, "A", "The ministry paid the ransom, two officials said.");
  fixture_add (&fixture, "B", "The ministry never paid the ransom.");
  comparison = fixture_compare (&fixture, claims);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  cell = plx_comparison_get_cell (comparison, 0, 1);
  g_assert_cmpint (cell->status, ==, PLX_CELL_CONTRADICTED);
  g_assert_cmpuint (cell->differs_in, ==, PLX_DIFFERS_POLARITY);
  g_assert_cmpstr (cell->brief, ==, "never paid");
  fixture_clear (&fixture);
}

/* Two figures in one article contradict neither. */
static PlxStatement *
say (PlxAnalysis *analysis, const char *content, gint32 speaker, const char *source)
{
  PlxStatement *statement = add_statement (analysis, content, PLX_MODE_DIRECT, -1, speaker);
  PlxSpan span = find_span (analysis, source);
  PlxSlice words = plx_analysis_add_spans (analysis, &span, 1);

  PLX_LEVEL (analysis, statement->levels.first)->source = words;
  return statement;
}

/* What B's words make of A's cell: B says the same, by a name or a pronoun. */
static guint
differs_by_speaker (const char *name, const char *source, const char *words)
{
  Fixture fixture = { 0 };
  g_autofree char *text = g_strdup_printf ("%s, %s said.", words, source);
  PlxAnalysis *a = fixture_add (&fixture, "A", "“The northern bridge across the Tarn will open "
                                               "before winter,” Ada Cole said."), *b;
  g_autoptr (PlxComparison) comparison = NULL;
  guint differs = 0;

  gint32 one = add_entity (a, PLX_ENTITY_PERSON, "Ada Cole"), other;

  add_mention (a, one, PLX_FORM_NAME, "Ada Cole");
  say (a, "The northern bridge across the Tarn will open before winter", one, "Ada Cole");
  b = fixture_add (&fixture, "B", text);
  other = add_entity (b, PLX_ENTITY_PERSON, name);
  add_mention (b, other, strcmp (source, "he") == 0 ? PLX_FORM_PRONOUN : PLX_FORM_NAME, source);
  say (b, words, other, source);
  comparison = fixture_compare (&fixture, NULL);
  for (guint i = 0; i < comparison->claims->len; i++)
    differs |= plx_comparison_get_cell (comparison, i, 1)->differs_in;
  fixture_clear (&fixture);
  return differs & PLX_DIFFERS_ATTRIBUTION;
}

static void
test_speakers (void)
{
  const char *same = "The northern bridge across the Tarn will open before winter";

  g_assert_cmpuint (differs_by_speaker ("Tom Reed", "Tom Reed", same), !=, 0);
  g_assert_cmpuint (differs_by_speaker ("Tom Reed", "he", same), ==, 0);
  g_assert_cmpuint (differs_by_speaker ("Adele Cole", "Adele Cole", same), ==, 0);
  g_assert_cmpuint (differs_by_speaker ("Tom Reed", "Tom Reed", "The northern bridge is old "
                                        "and nobody knows what it will cost"), ==, 0);
}

static void
test_both_figures (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "The flight lasted 39 minutes.", "The flight lasted 37 minutes.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "A", "The flight lasted 37 minutes, the army said. "
                              "State television said the flight lasted 39 minutes.");
  fixture_add (&fixture, "B", "The flight lasted 37 minutes.");
  comparison = fixture_compare (&fixture, claims);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 1, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 1)->status, ==, PLX_CELL_CONTRADICTED);
  fixture_clear (&fixture);
}

/* Another place and another actor differ; they need not exclude each other. */
static void
test_parties (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "Doran Vesk signed the grain treaty in Veskgrad.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *place, *actor;

  fixture_add (&fixture, "A", "Doran Vesk signed the grain treaty in Veskgrad.");
  fixture_add (&fixture, "B", "Doran Vesk signed the grain treaty in Lowmark.");
  fixture_add (&fixture, "C", "Mira Holt signed the grain treaty in Veskgrad.");
  comparison = fixture_compare (&fixture, claims);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  place = plx_comparison_get_cell (comparison, 0, 1);
  g_assert_cmpint (place->status, ==, PLX_CELL_DIFFERS);
  g_assert_cmpuint (place->differs_in, ==, PLX_DIFFERS_PLACE);
  g_assert_cmpstr (place->brief, ==, "Lowmark");
  actor = plx_comparison_get_cell (comparison, 0, 2);
  g_assert_cmpint (actor->status, ==, PLX_CELL_DIFFERS);
  g_assert_cmpuint (actor->differs_in, ==, PLX_DIFFERS_ACTOR);
  g_assert_cmpstr (actor->brief, ==, "Mira Holt");
  fixture_clear (&fixture);
}

static void
test_identical (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "A", FERRY_A);
  fixture_add (&fixture, "B", FERRY_A);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->copies->len, ==, 1);
  g_assert_cmpuint (comparison->claims->len, >, 0);
  for (guint c = 0; c < comparison->claims->len; c++)
    {
      const PlxClaim *claim = g_ptr_array_index (comparison->claims, c);

      g_assert_cmpuint (claim->origins, ==, 1);   // copies count once
      g_assert_cmpint (plx_comparison_get_cell (comparison, c, 0)->status, ==, PLX_CELL_REPORTED);
      g_assert_cmpint (plx_comparison_get_cell (comparison, c, 1)->status, ==, PLX_CELL_REPORTED);
    }
  fixture_clear (&fixture);
}

static void
test_one_article (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, NULL, FERRY_A);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->columns->len, ==, 1);
  g_assert_cmpstr (((PlxColumn *) g_ptr_array_index (comparison->columns, 0))->name, ==, "a1");
  g_assert_cmpuint (comparison->claims->len, ==, 3);
  g_assert_cmpuint (comparison->words->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_empty (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = NULL;
  PlxClaimText none = { 0 };
  PlxComparisonOptions options = { .claims = &none };

  g_assert_null (plx_compare (NULL, 0, NULL, NULL, NULL, &error));
  g_assert_error (error, PLX_COMPARE_ERROR, PLX_COMPARE_ERROR_EMPTY);
  g_clear_error (&error);
  fixture_add (&fixture, "A", "");
  g_assert_null (plx_compare (fixture.articles, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, PLX_COMPARE_ERROR, PLX_COMPARE_ERROR_EMPTY);
  g_clear_error (&error);
  fixture_add (&fixture, "B", FERRY_B);
  comparison = plx_compare (fixture.articles, 2, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comparison->claims->len, ==, 0);
  g_clear_pointer (&comparison, plx_comparison_unref);
  options.n_claims = 1;
  comparison = plx_compare (fixture.articles, 2, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_NOT_EXAMINED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 1)->status, ==, PLX_CELL_NOT_EXAMINED);
  fixture_clear (&fixture);
}

/* Names in Latin letters and numbers are what a Korean, a Chinese and an
 * English text can be compared by; nothing breaks, nothing is made up. */
static void
test_three_languages (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "양국 정상은 평양에서 회담했다.", "两国领导人在北京举行会谈。", NULL };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "가", "양국 정상은 어제 평양에서 회담했다. 회담은 세 시간 이어졌다.");
  fixture_add (&fixture, "乙", "两国领导人昨天在北京举行会谈。会谈持续了三个小时。");
  fixture_add (&fixture, "C", "The two leaders met in Pyongyang. The talks lasted three hours.");
  comparison = fixture_compare (&fixture, claims);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 1)->status, ==, PLX_CELL_NOT_FOUND);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 1, 1)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, 1, 2)->status, ==, PLX_CELL_NOT_FOUND);
  g_clear_pointer (&comparison, plx_comparison_unref);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, >=, 3);
  fixture_clear (&fixture);
}

/* "he" says who it is only through the analysis. */
static void
test_coreference (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "Doran Vesk thanked the nurses.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  PlxAnalysis *analysis = fixture_add (&fixture, "A",
                                       "Rain fell. In the end he thanked all nurses.");
  gint32 vesk = add_entity (analysis, PLX_ENTITY_PERSON, "Doran Vesk");
  double with, without;

  fixture_add (&fixture, "B", "Rain fell. In the end he thanked all nurses.");
  add_mention (analysis, vesk, PLX_FORM_PRONOUN, "he thanked");
  comparison = fixture_compare (&fixture, claims);
  with = plx_comparison_get_cell (comparison, 0, 0)->score_01;
  without = plx_comparison_get_cell (comparison, 0, 1)->score_01;
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpfloat (with, >, without);
  fixture_clear (&fixture);
}

static void
test_cancelled (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  ferry (&fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (plx_compare (fixture.articles, fixture.n, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_clear (&fixture);
}

static void
test_alignments (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "120 passengers were rescued.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxAlignment *alignment;

  ferry (&fixture);
  comparison = fixture_compare (&fixture, claims);
  g_assert_cmpuint (comparison->alignments->len, ==, 1);
  alignment = &g_array_index (comparison->alignments, PlxAlignment, 0);
  g_assert_cmpint (alignment->article_a, ==, 0);
  g_assert_cmpint (alignment->article_b, ==, 1);
  g_assert_cmpint (alignment->relation, ==, PLX_CELL_CONTRADICTED);
  g_assert_cmpuint (comparison->findings->len, ==, 1);
  fixture_clear (&fixture);
}

/* 50 articles of 40 sentences; the bound is wide for a busy machine. */
static void
test_many (void)
{
  static const char *const who[] = { "Vesk", "Lian", "Karn", "Reed", "Oduya", "Tarn", "Holt" };
  static const char *const did[] = { "signed the treaty", "opened a hospital", "praised the army",
                                     "visited the flooded valley", "dismissed the rumour",
                                     "raised the price of grain", "left for the coast" };
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  gint64 begin;

  for (guint a = 0; a < 50; a++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint s = 0; s < 40; s++)
        g_string_append_printf (text, "Minister %s %s with %u officials in Town%u. ",
                                who[(a * 3 + s) % 7], did[(a + s * 5) % 7], a + s * 2,
                                (a * s) % 60);
      fixture_add (&fixture, NULL, text->str);
    }
  begin = g_get_monotonic_time ();
  comparison = fixture_compare (&fixture, NULL);
  g_test_message ("50 x 40 sentences: %.2f s, %u claims",
                  (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC,
                  comparison->claims->len);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/comparison/statuses", test_statuses);
  g_test_add_func ("/compare/comparison/search-record", test_search_record);
  g_test_add_func ("/compare/comparison/own-claims", test_own_claims);
  g_test_add_func ("/compare/comparison/claim-text", test_claim_text);
  g_test_add_func ("/compare/comparison/denial", test_denial);
  g_test_add_func ("/compare/comparison/speakers", test_speakers);
  g_test_add_func ("/compare/comparison/both-figures", test_both_figures);
  g_test_add_func ("/compare/comparison/parties", test_parties);
  g_test_add_func ("/compare/comparison/identical", test_identical);
  g_test_add_func ("/compare/comparison/one-article", test_one_article);
  g_test_add_func ("/compare/comparison/empty", test_empty);
  g_test_add_func ("/compare/comparison/three-languages", test_three_languages);
  g_test_add_func ("/compare/comparison/coreference", test_coreference);
  g_test_add_func ("/compare/comparison/cancelled", test_cancelled);
  g_test_add_func ("/compare/comparison/alignments", test_alignments);
  g_test_add_func ("/compare/comparison/many", test_many);
  return g_test_run ();
}
