/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-conllu.h"

/* Gives @text line by line; FALSE and @error at the first that is refused. */
static gboolean
read_lines (PlxConllu *conllu, const char *text, GError **error)
{
  while (*text != '\0')
    {
      const char *end = strchrnul (text, '\n');

      if (!plx_conllu_read_line (conllu, text, (gsize) (end - text), error))
        return FALSE;
      text = *end == '\n' ? end + 1 : end;
    }
  return plx_conllu_read_end (conllu, error);
}

/* Tags every word "NOUN", a child of the first one; the second is a place. */
static char *
parsed_by_hand (const char *text)
{
  g_autoptr (PlxConllu) conllu = plx_conllu_new ();
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autofree PlxTokenName *names = NULL;
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  read_lines (conllu, text, &error);
  g_assert_no_error (error);
  analysis = plx_conllu_to_analysis (conllu);
  names = g_new0 (PlxTokenName, analysis->tokens->len);
  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      PlxToken *token = PLX_TOKEN (analysis, i);
      gboolean is_first = i == 0 || PLX_TOKEN (analysis, i - 1)->sentence != token->sentence;

      token->upos = "NOUN";
      token->lemma = "l";
      token->deprel = is_first ? "root" : "dep";
      token->head = is_first ? -1 : PLX_TOKEN (analysis, i - 1)->head < 0
                                    ? (gint32) i - 1 : PLX_TOKEN (analysis, i - 1)->head;
      names[i] = i == 1 ? (PlxTokenName) { 'B', "LOC" } : (PlxTokenName) { 'O', NULL };
    }
  plx_conllu_write (conllu, analysis, names, out);
  return g_string_free (out, FALSE);
}

static void
test_everything_else_is_kept (void)
{
  g_autofree char *out = parsed_by_hand (
    "# newdoc id = d\n"
    "# text = I didn't.\n"
    "1\tI\t_\tX\tY\tF=G\t9\tobj\t2:nsubj\tNER=B-PER|Gloss=x\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdid\t_\t_\t_\t_\t_\t_\t_\tCorrect=a|NER=O\n"
    "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t2:conj\t_\n"
    "4\t.\t_\t_\t_\t_\t_\t_\t_\t\n"
    "\n"
    "\n"
    "# the end\n"
    "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_");

  g_assert_cmpstr (out, ==,
    "# newdoc id = d\n"
    "# text = I didn't.\n"
    "1\tI\tl\tNOUN\t_\t_\t0\troot\t2:nsubj\tGloss=x\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdid\tl\tNOUN\t_\t_\t1\tdep\t_\tCorrect=a|NER=B-LOC\n"
    "3\tn't\tl\tNOUN\t_\t_\t1\tdep\t_\t_\n"
    "3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t2:conj\t_\n"
    "4\t.\tl\tNOUN\t_\t_\t1\tdep\t_\t_\n"
    "\n"
    "\n"
    "# the end\n"
    "1\tYes\tl\tNOUN\t_\t_\t0\troot\t_\t_\n"
    "\n");
}

static void
test_line_ends_of_windows (void)
{
  g_autofree char *out = parsed_by_hand ("1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n");

  g_assert_cmpstr (out, ==, "1\tYes\tl\tNOUN\t_\t_\t0\troot\t_\t_\n\n");
}

static void
test_nothing_but_comments (void)
{
  g_autofree char *out = parsed_by_hand ("# a\n\n# b\n");

  g_assert_cmpstr (out, ==, "# a\n\n# b\n");
}

static void
test_text_of_words (void)
{
  g_autoptr (PlxConllu) conllu = plx_conllu_new ();
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  read_lines (conllu,
              "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
              "1\tdid\t_\t_\t_\t_\t_\t_\t_\t_\n"
              "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
              "3\t,\t_\t_\t_\t_\t_\t_\t_\t_\n"
              "4\t1 000\t_\t_\t_\t_\t_\t_\t_\tA=b|SpaceAfter=No\n"
              "5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
              "1\tÜber\t_\t_\t_\t_\t_\t_\t_\t_\n",
              &error);
  g_assert_no_error (error);
  analysis = plx_conllu_to_analysis (conllu);
  g_assert_cmpstr (analysis->text, ==, "didn't, 1 000. Über");
  g_assert_cmpuint (analysis->sentences->len, ==, 2);
  g_assert_cmpuint (analysis->tokens->len, ==, 6);
  g_assert_cmpuint (PLX_TOKEN (analysis, 5)->sentence, ==, 1);
  g_assert_cmpuint (PLX_TOKEN (analysis, 5)->span.end, ==, analysis->n_bytes);
}

static void
test_damage_is_named (void)
{
  static const struct { const char *text, *what; } cases[] = {
    { "A letter to the editor.", "10 columns" },
    { "1\tx\t_\t_\t_\t_\t_\t_\t_", "10 columns" },
    { "1\tx\t_\t_\t_\t_\t_\t_\t_\t_\t_", "10 columns" },
    { "1\t\t_\t_\t_\t_\t_\t_\t_\t_", "no form" },
    { "x\tx\t_\t_\t_\t_\t_\t_\t_\t_", "begins with" },
    { "2\tx\t_\t_\t_\t_\t_\t_\t_\t_", "word 2 stands behind word 0" },
    { "99999999999999999999\tx\t_\t_\t_\t_\t_\t_\t_\t_", "begins with" },
    { "1-\tx\t_\t_\t_\t_\t_\t_\t_\t_", "word's number is" },
    { "1x2\tx\t_\t_\t_\t_\t_\t_\t_\t_", "word's number is" },
    { "1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_", "empty node 1.1" },
    { "2-1\tx\t_\t_\t_\t_\t_\t_\t_\t_", "range 2-1" },
    { "1-3\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", "inside a range up to 3" },
    { "1\t\xff\t_\t_\t_\t_\t_\t_\t_\t_", "not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxConllu) conllu = plx_conllu_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (read_lines (conllu, cases[i].text, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      if (strstr (error->message, cases[i].what) == NULL)
        g_error ("“%s” is refused with “%s”", cases[i].text, error->message);
    }
}

static void
test_a_broken_sentence_is_left_out (void)
{
  g_autoptr (PlxConllu) conllu = plx_conllu_new ();
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  PlxTokenName name = { 'O', NULL };

  g_assert_false (read_lines (conllu,
                              "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                              "# text = No no\n"
                              "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n"
                              "1\tno\t_\t_\t_\t_\t_\t_\t_\t_\n", NULL));
  plx_conllu_drop_open (conllu);
  analysis = plx_conllu_to_analysis (conllu);
  g_assert_cmpuint (analysis->tokens->len, ==, 1);
  plx_conllu_write (conllu, analysis, &name, out);
  g_assert_cmpstr (out->str, ==, "1\tYes\t_\tX\t_\t_\t_\t_\t_\t_\n\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conllu/everything-else-is-kept", test_everything_else_is_kept);
  g_test_add_func ("/conllu/line-ends-of-windows", test_line_ends_of_windows);
  g_test_add_func ("/conllu/nothing-but-comments", test_nothing_but_comments);
  g_test_add_func ("/conllu/text-of-words", test_text_of_words);
  g_test_add_func ("/conllu/damage-is-named", test_damage_is_named);
  g_test_add_func ("/conllu/a-broken-sentence-is-left-out", test_a_broken_sentence_is_left_out);
  return g_test_run ();
}
