/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-reuse.h"

/* @n words of a small invented language, the same for the same @seed. */
static char *
babble (guint32 seed, guint n, double changed_01, guint32 change_seed)
{
  g_autoptr (GRand) words = g_rand_new_with_seed (seed);
  g_autoptr (GRand) dice = g_rand_new_with_seed (change_seed);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint word = (guint) g_rand_int_range (words, 0, 900);

      if (g_rand_double (dice) < changed_01)
        word = (guint) g_rand_int_range (dice, 0, 900);
      g_string_append_printf (out, "w%u ", word);
    }
  return g_string_free (out, FALSE);
}

static void
test_planted (void)
{
  enum { N = 40 };
  const char *texts[2 * N];
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < N; i++)
    {
      texts[2 * i] = babble (i, 100 + 5 * i, 0.0, 1);
      texts[2 * i + 1] = babble (i, 100 + 5 * i, 0.25, i);
    }
  copies = plx_copies_find (texts, 2 * N, NULL);
  g_assert_cmpuint (copies->len, ==, N);
  for (guint g = 0; g < copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (copies, g);

      g_assert_cmpuint (group->len, ==, 2);
      g_assert_cmpint (g_array_index (group, gint, 1), ==, g_array_index (group, gint, 0) + 1);
    }
  for (guint i = 0; i < 2 * N; i++)
    g_free ((char *) texts[i]);
}

static void
test_many_prints (void)
{
  g_autofree char *wire = babble (7, 200, 0.0, 1);
  const char *texts[60];
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = wire;
  copies = plx_copies_find (texts, G_N_ELEMENTS (texts), NULL);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (copies, 0))->len, ==, 60);
}

/* Sixty editors each change a tenth of one report: more prints than can all be
 * held against each other by every gram. */
static void
test_many_edits (void)
{
  const char *texts[60];
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = babble (7, 200, i % 3 * 0.05, i);
  copies = plx_copies_find (texts, G_N_ELEMENTS (texts), NULL);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (copies, 0))->len, ==, 60);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *) texts[i]);
}

static void
test_nothing_shared (void)
{
  const char *texts[] = { "", "", "The king left.", "The queen left.", "한국어 문장입니다." };
  g_autoptr (GPtrArray) copies = plx_copies_find (texts, G_N_ELEMENTS (texts), NULL);
  g_autoptr (GPtrArray) none = plx_copies_find (NULL, 0, NULL);

  g_assert_cmpuint (copies->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

#define WIRE                                                                                      \
  "The ferry Aurora sank off Port Elm on Monday after it struck a rock in thick fog. Rescuers "   \
  "pulled 120 passengers from the cold water, the harbour master said. Two sailors are still "    \
  "missing and divers will go on looking for them in the morning."

static const PlxReuse *
only_reuse (const PlxComparison *comparison)
{
  g_assert_cmpuint (comparison->reuse->len, ==, 1);
  return g_ptr_array_index (comparison->reuse, 0);
}

/* A wire report inside an article of another outlet: the passage is found, the
 * earlier text is the origin, and the claim has one origin though neither article
 * is a copy of the other. */
static void
test_passage (void)
{
  Fixture fixture = { 0 };
  g_autofree char *longer = g_strconcat (
    "Families waited all night on the quay of the old town, and many of them had travelled far "
    "to be there when the boats came in at last. The mayor opened the school so that they could "
    "sleep, and bakers brought bread.\n\n" WIRE "\n\nThe line has run ferries between the islands "
    "for ninety years without a loss. Its owner, a widow, wept when she spoke to the crowd, and "
    "promised that she would answer every question that the judges of the sea court might ask.",
    NULL);
  const char *const claims[] = { "Rescuers pulled 120 passengers from the water.", NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxReuse *reuse;
  g_autofree char *passage = NULL;

  fixture_add (&fixture, "Paper", longer);
  fixture_add (&fixture, "Wire", WIRE);
  fixture_add (&fixture, "Other", "All 120 passengers were pulled from the water by rescuers.");
  fixture.articles[0].published = "2031-05-15";
  fixture.articles[1].published = "2031-05-14";
  comparison = fixture_compare (&fixture, claims);
  reuse = only_reuse (comparison);
  g_assert_cmpint (reuse->article_a, ==, 0);
  g_assert_cmpint (reuse->article_b, ==, 1);
  g_assert_cmpint (reuse->origin, ==, 1);
  g_assert_cmpuint (reuse->reasons, ==, PLX_ORIGIN_EARLIER | PLX_ORIGIN_CONTAINS);
  g_assert_cmpfloat (reuse->share_b_01, >, 0.95);
  passage = plx_analysis_dup_span (fixture.articles[0].analysis, reuse->spans_a[0]);
  g_assert_true (g_str_has_prefix (passage, "The ferry Aurora"));
  g_assert_true (g_str_has_suffix (passage, "in the morning"));
  g_assert_cmpuint (((PlxClaim *) g_ptr_array_index (comparison->claims, 0))->origins, ==, 2);
  fixture_clear (&fixture);
}

/* Two papers of one day: the one that names the agency has it from there. */
static void
test_agency (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "Paper", "PORT ELM (Reuters) - " WIRE);
  fixture_add (&fixture, "Reuters", WIRE " The owner of the ferry gave no comment on the loss.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpint (only_reuse (comparison)->origin, ==, 1);
  g_assert_true (only_reuse (comparison)->reasons & PLX_ORIGIN_AGENCY);
  g_assert_cmpuint (comparison->copies->len, ==, 1);
  g_assert_cmpint (g_array_index ((GArray *) g_ptr_array_index (comparison->copies, 0), gint, 0),
                   ==, 1);
  fixture_clear (&fixture);
}

/* Paragraphs in another order are the same passages. */
static void
test_moved (void)
{
  g_autofree char *one = babble (1, 40, 0.0, 1), *two = babble (2, 40, 0.0, 1);
  g_autofree char *three = babble (3, 40, 0.0, 1);
  g_autofree char *a = g_strconcat (one, "\n", two, "\n", three, NULL);
  g_autofree char *b = g_strconcat (three, "\n", one, "\n", two, NULL);
  const char *texts[] = { a, b };
  g_autoptr (GArray) sharings = plx_sharings_find (texts, 2, NULL);

  g_assert_cmpuint (sharings->len, ==, 1);
  g_assert_cmpuint (g_array_index (sharings, PlxSharing, 0).spans_a->len, ==, 2);
  g_assert_cmpfloat (g_array_index (sharings, PlxSharing, 0).share_a_01, >, 0.99);
}

/* Nothing is known of dates and sources, languages differ, texts are empty. */
static void
test_bare (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, NULL, WIRE);
  fixture_add (&fixture, NULL, WIRE);
  fixture_add (&fixture, NULL, "");
  fixture_add (&fixture, NULL, "여객선이 월요일 침몰했다. 구조대는 승객 120명을 구했다.");
  fixture_add (&fixture, NULL, "Die Fähre sank am Montag. Retter zogen 120 Menschen aus dem Wasser.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpint (only_reuse (comparison)->origin, ==, -1);
  g_assert_cmpuint (only_reuse (comparison)->reasons, ==, 0);
  g_assert_cmpfloat (only_reuse (comparison)->share_a_01, ==, 1.0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/reuse/planted", test_planted);
  g_test_add_func ("/compare/reuse/many-prints", test_many_prints);
  g_test_add_func ("/compare/reuse/many-edits", test_many_edits);
  g_test_add_func ("/compare/reuse/nothing-shared", test_nothing_shared);
  g_test_add_func ("/compare/reuse/passage", test_passage);
  g_test_add_func ("/compare/reuse/agency", test_agency);
  g_test_add_func ("/compare/reuse/moved", test_moved);
  g_test_add_func ("/compare/reuse/bare", test_bare);
  return g_test_run ();
}
