/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare/plx-text.h"

static PlxText *
read_article (PlxVocabulary *vocabulary, PlxAnalysis *analysis)
{
  PlxText *text = plx_text_read_analysis (vocabulary, analysis);

  for (guint i = 0; i < text->terms->len; i++)
    {
      PlxSpan span = PLX_TEXT_TERM (text, i)->span;

      g_assert_cmpuint (span.begin, <, span.end);
      g_assert_cmpuint (span.end, <=, analysis->n_bytes);
      g_assert_true (g_utf8_validate (analysis->text + span.begin,
                                      (gssize) plx_span_length (span), NULL));
    }
  for (guint i = 0; i < text->clauses->len; i++)
    g_assert_true (plx_span_contains (
      PLX_TEXT_SENTENCE (text, PLX_TEXT_CLAUSE (text, i)->sentence)->span,
      PLX_TEXT_CLAUSE (text, i)->span));
  return text;
}

static char *
words_of (const char *words)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (plx_lexicon_get (NULL));
  g_autoptr (PlxText) text = plx_text_read_claim (vocabulary, words);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->terms->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "",
                            plx_vocabulary_get (vocabulary, PLX_TEXT_TERM (text, i)->id)->lemma);
  return g_string_free (out, FALSE);
}

static void
assert_words (const char *text, const char *expected)
{
  g_autofree char *found = words_of (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (void)
{
  assert_words ("Norland’s leader signed 40,000 deals.", "norland|leader|sign|40,000|deal");
  assert_words ("The U.S. didn't test a 37-minute flight",
                "the|american|didn't|test|a|37|minute|flight");
  assert_words ("民国成立", "民国|国成|成立");
  assert_words ("한 사람", "한|사람");
  assert_words ("", "");
  assert_words ("… — !", "");
}

static void
test_sentences (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (plx_lexicon_get (NULL));
  g_autoptr (PlxAnalysis) analysis =
    plx_analysis_new ("x", "Mr. J. Holt left. He went home.\nRain fell。雨停了。他走了。", -1);
  g_autoptr (PlxText) text = read_article (vocabulary, analysis);

  g_assert_cmpuint (text->sentences->len, >=, 5);
  g_assert_cmpuint (plx_text_sentence_at (text, 0), ==, 0);
  g_assert_cmpuint (plx_text_sentence_at (text, analysis->n_bytes), ==, text->sentences->len - 1);
}

static void
test_clauses (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (plx_lexicon_get (NULL));
  g_autoptr (PlxAnalysis) analysis =
    plx_analysis_new ("x", "Vesk would freeze missile tests soon if the Gulf exercises were "
                           "suspended, and said Norland hopes for a quick solution.", -1);
  g_autoptr (PlxText) text = read_article (vocabulary, analysis);

  g_assert_cmpuint (text->clauses->len, ==, 3);
}

static void
test_garbage (void)
{
  static const char *const texts[] = { "\n\n\n", "a", "….", "\"", "1", "٣٤", "🙂🙂", "A.\n.B", "中",
                                       "e\xcc\x81", "-- -- --", "x,y;z:", "50%", "$", "'s ’s" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (plx_lexicon_get (NULL));
      g_autoptr (PlxAnalysis) analysis = plx_analysis_new ("x", texts[i], -1);
      g_autoptr (PlxText) text = read_article (vocabulary, analysis);

      g_assert_cmpuint (text->sentences->len, <=, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/text/words", test_words);
  g_test_add_func ("/compare/text/sentences", test_sentences);
  g_test_add_func ("/compare/text/clauses", test_clauses);
  g_test_add_func ("/compare/text/garbage", test_garbage);
  return g_test_run ();
}
