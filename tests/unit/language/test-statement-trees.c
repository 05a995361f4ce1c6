/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

#include "read-article.h"

/* What statements learn from a tree. The trees are given here, so that the
 * tests say what is done with a tree and not which tree a model would find. */

static const char *
field (char **fields, guint i)
{
  return g_strv_length (fields) > i ? fields[i] : "";
}

static void
add_token (PlxAnalysis *a, guint32 begin, guint32 end, char **fields)
{
  PlxToken token = { .span = { begin, end }, .upos = "X" };

  token.upos = plx_analysis_intern (a, field (fields, 1));
  token.xpos = plx_analysis_intern (a, field (fields, 2));
  token.head = (gint32) g_ascii_strtoll (field (fields, 3), NULL, 10) - 1;
  token.deprel = plx_analysis_intern (a, field (fields, 4));
  token.lemma = plx_analysis_intern (a, field (fields, 0));
  g_array_append_val (a->tokens, token);
}

/* @rows: "form|upos|xpos|head|deprel", a space between words, heads from 1 */
static char *
read_tree (const char *rows)
{
  g_auto (GStrv) words = g_strsplit (rows, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL), out = g_string_new (NULL);
  g_autoptr (PlxAnalysis) a = NULL;
  g_autoptr (GError) error = NULL;
  PlxStatementLists *lists = plx_statement_lists_new (&error);
  PlxArticleText article = { .id = "t", .n_bytes = -1, .language = "en" };
  PlxSpan all = { 0, 0 };
  guint32 begin = 0;

  g_assert_no_error (error);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (words[i], "|", -1);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", fields[0]);
    }
  a = plx_analysis_new ("t", text->str, -1);
  all.end = (guint32) text->len;
  g_array_append_val (a->sentences, all);
  g_array_append_val (a->paragraphs, all);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (words[i], "|", -1);
      guint32 end = begin + (guint32) strlen (fields[0]);

      add_token (a, begin, end, fields);
      begin = end + 1;
    }
  article.text = text->str;
  plx_find_statements (lists, &article, a);
  for (guint i = 0; i < a->statements->len; i++)
    read_append_statement (out, a, i);
  plx_statement_lists_free (lists);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check (const char *rows, const char *expected)
{
  g_autofree char *got = read_tree (rows);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_content_end (void)
{
  check ("Berg|PROPN|NNP|2|nsubj praised|VERB|VBD|0|root the|DET|DT|4|det plan|NOUN|NN|2|obj "
         "but|CCONJ|CC|7|cc had|AUX|VBD|7|aux left|VERB|VBN|2|conj early|ADV|RB|7|advmod "
         ".|PUNCT|.|2|punct",
         "Berg | praised | the plan\n");
  check ("Berg|PROPN|NNP|2|nsubj says|VERB|VBZ|0|root she|PRON|PRP|4|nsubj waits|VERB|VBZ|2|ccomp "
         "and|CCONJ|CC|8|cc that|SCONJ|IN|8|mark time|NOUN|NN|8|nsubj flies|VERB|VBZ|4|conj "
         ".|PUNCT|.|2|punct",
         "Berg | says | she waits and that time flies\n");
}

static void
test_subject (void)
{
  // the noun before the verb belongs to who marched
  check ("Women|NOUN|NNS|5|nsubj marching|VERB|VBG|1|acl past|ADP|IN|4|case shops|NOUN|NNS|2|obl "
         "said|VERB|VBD|0|root nothing|NOUN|NN|7|nsubj changes|VERB|VBZ|5|ccomp .|PUNCT|.|5|punct",
         "Women marching past shops | said | nothing changes\n");
}

static void
test_naming (void)
{
  check ("Berg|PROPN|NNP|2|nsubj called|VERB|VBD|0|root the|DET|DT|4|det plan|NOUN|NN|2|obj "
         "a|DET|DT|6|det hoax|NOUN|NN|2|xcomp .|PUNCT|.|2|punct",
         "Berg | called | the plan a hoax\n");
  check ("Berg|PROPN|NNP|2|nsubj called|VERB|VBD|0|root the|DET|DT|4|det doctor|NOUN|NN|2|obj "
         ".|PUNCT|.|2|punct", "");
}

static void
test_held (void)
{
  check ("Many|ADJ|JJ|2|amod officials|NOUN|NNS|4|nsubj were|AUX|VBD|4|cop sure|ADJ|JJ|0|root "
         "it|PRON|PRP|7|nsubj would|AUX|MD|7|aux hold|VERB|VB|4|ccomp .|PUNCT|.|4|punct",
         "Many officials | sure | it would hold\n");
}

/* Heads that point anywhere, or round in a circle, harm nothing. */
static void
test_bent_trees (void)
{
  g_autofree char *circle = read_tree ("Berg|PROPN|NNP|2|nsubj said|VERB|VBD|1|root "
                                       "nothing|NOUN|NN|4|nsubj changes|VERB|VBZ|3|ccomp");
  g_autofree char *outside = read_tree ("Berg|PROPN|NNP|99|nsubj said|VERB|VBD|-7|root "
                                        "nothing|NOUN|NN|4|nsubj changes|VERB|VBZ|4|ccomp");

  g_assert_nonnull (circle);
  g_assert_nonnull (outside);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/statement-trees/content-end", test_content_end);
  g_test_add_func ("/language/statement-trees/subject", test_subject);
  g_test_add_func ("/language/statement-trees/naming", test_naming);
  g_test_add_func ("/language/statement-trees/held", test_held);
  g_test_add_func ("/language/statement-trees/bent-trees", test_bent_trees);
  return g_test_run ();
}
