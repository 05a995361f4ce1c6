/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-vocabulary.h"

static const PlxLexicon *
lexicon (void)
{
  g_autoptr (GError) error = NULL;
  const PlxLexicon *found = plx_lexicon_get (&error);

  g_assert_no_error (error);
  return found;
}

static const char *
lemma (const char *word)
{
  const char *found = plx_lexicon_lemma (lexicon (), word);

  return found != NULL ? found : word;
}

static void
test_lemmas (void)
{
  static const char *const pairs[][2] = {
    { "missiles", "missile" }, { "met", "meet" }, { "stopped", "stop" }, { "praised", "praise" },
    { "agreed", "agree" }, { "lasting", "last" }, { "countries", "country" }, { "died", "die" },
    { "news", "news" }, { "evening", "evening" }, { "crisis", "crisis" }, { "children", "child" },
    { "matches", "match" }, { "vesk", "vesk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (lemma (pairs[i][0]), ==, pairs[i][1]);
}

static double
likeness (const char *a, const char *b)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (lexicon ());
  guint32 x = plx_vocabulary_add (vocabulary, lemma (a));
  guint32 y = plx_vocabulary_add (vocabulary, lemma (b));

  plx_vocabulary_close (vocabulary, 10);
  g_assert_cmpfloat (plx_vocabulary_likeness (vocabulary, x, y), ==,
                     plx_vocabulary_likeness (vocabulary, y, x));
  return plx_vocabulary_likeness (vocabulary, x, y);
}

static void
test_likeness (void)
{
  g_assert_cmpfloat (likeness ("missile", "missiles"), ==, 1.0);
  g_assert_cmpfloat (likeness ("deliver", "delivery"), >, 0.8);
  g_assert_cmpfloat (likeness ("halt", "suspend"), >, 0.7);
  g_assert_cmpfloat (likeness ("sarania", "saranian"), >, 0.8);
  g_assert_cmpfloat (likeness ("china", "beijing"), >, 0.7);
  g_assert_cmpfloat (likeness ("wheat", "minister"), <, 0.01);
  g_assert_cmpfloat (likeness ("contract", "contrast"), <, 0.01);
}

static void
test_opposites (void)
{
  g_assert_true (plx_lexicon_are_opposite (lexicon (), "accept", "reject"));
  g_assert_true (plx_lexicon_are_opposite (lexicon (), "reject", "accept"));
  g_assert_false (plx_lexicon_are_opposite (lexicon (), "accept", "agree"));
}

static void
test_rarity (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (lexicon ());
  guint32 common = plx_vocabulary_add (vocabulary, "people");
  guint32 rare = plx_vocabulary_add (vocabulary, "wheat");
  guint32 unknown = plx_vocabulary_add (vocabulary, "veskgrad");

  g_assert_cmpuint (plx_vocabulary_add (vocabulary, "people"), ==, common);
  plx_vocabulary_close (vocabulary, 10);
  g_assert_cmpfloat (plx_vocabulary_get (vocabulary, common)->weight_01, <,
                     plx_vocabulary_get (vocabulary, rare)->weight_01);
  g_assert_cmpfloat (plx_vocabulary_get (vocabulary, rare)->weight_01, <,
                     plx_vocabulary_get (vocabulary, unknown)->weight_01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/lexicon/lemmas", test_lemmas);
  g_test_add_func ("/compare/lexicon/likeness", test_likeness);
  g_test_add_func ("/compare/lexicon/opposites", test_opposites);
  g_test_add_func ("/compare/lexicon/rarity", test_rarity);
  return g_test_run ();
}
