/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysed.h"

/* @expected: "lemma/UPOS" of each token, a space between them. */
static void
check (const char *text, const char *expected)
{
  g_autoptr (PlxAnalysis) analysis = tokenised (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < analysis->tokens->len; i++)
    g_string_append_printf (found, "%s%s/%s", i > 0 ? " " : "", PLX_TOKEN (analysis, i)->lemma,
                            PLX_TOKEN (analysis, i)->upos);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_verbs_and_nouns (void)
{
  check ("He reports that the talks failed.",
         "he/PRON report/VERB that/SCONJ the/DET talk/NOUN fail/VERB ./PUNCT");
  check ("The reports said Kim met Xi.",
         "the/DET report/NOUN say/VERB Kim/PROPN meet/VERB Xi/PROPN ./PUNCT");
}

static void
test_unknown_words (void)
{
  check ("Doran Vesk reglorified the glimmerings.",
         "Doran/PROPN Vesk/PROPN reglorify/VERB the/DET glimmering/NOUN ./PUNCT");
}

static void
test_passive (void)
{
  g_autoptr (PlxAnalysis) analysis = tokenised ("The plan was reported by the newspaper.");

  g_assert_cmpstr (PLX_TOKEN (analysis, 2)->upos, ==, "AUX");
  g_assert_cmpstr (PLX_TOKEN (analysis, 3)->xpos, ==, "VBN");
  g_assert_cmpstr (PLX_TOKEN (analysis, 3)->lemma, ==, "report");
  g_assert_cmpstr (PLX_TOKEN (analysis, 6)->feats, ==, "Number=Sing");
}

static void
test_long_sentence (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxAnalysis) analysis = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "and so on ");
  analysis = tokenised (text->str);
  g_assert_cmpuint (analysis->tokens->len, ==, 90000);
  g_assert_cmpstr (PLX_TOKEN (analysis, 89999)->upos, !=, "X");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lists ();
  g_test_add_func ("/tagger/verbs-and-nouns", test_verbs_and_nouns);
  g_test_add_func ("/tagger/unknown-words", test_unknown_words);
  g_test_add_func ("/tagger/passive", test_passive);
  g_test_add_func ("/tagger/long-sentence", test_long_sentence);
  result = g_test_run ();
  free_lists ();
  return result;
}
