/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysed.h"

/* @expected: the sentences, a "|" between them. */
static void
check (const char *text, const char *expected)
{
  g_autoptr (PlxAnalysis) analysis = tokenised (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < analysis->sentences->len; i++)
    {
      g_autofree char *sentence = plx_analysis_dup_span (analysis, *PLX_SENTENCE (analysis, i));

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", sentence);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_plain (void)
{
  check ("He left. She stayed! Did it matter? Perhaps.",
         "He left.|She stayed!|Did it matter?|Perhaps.");
  check ("A headline without a stop\nThe text begins.", "A headline without a stop|The text begins.");
}

static void
test_abbreviations (void)
{
  check ("Mr. Smith met Gen. Vesk on Jan. 3. They spoke.", "Mr. Smith met Gen. Vesk on Jan. 3.|They spoke.");
  check ("J. K. Rowling lives in the U.S. today.", "J. K. Rowling lives in the U.S. today.");
  check ("He went to the U.S. The answer is no.", "He went to the U.S.|The answer is no.");
  check ("It rose 3.5 percent, i.e. more.", "It rose 3.5 percent, i.e. more.");
}

static void
test_quotations (void)
{
  check ("\"We will go,\" he said. \"It is over.\" Then he left.",
         "\"We will go,\" he said.|\"It is over.\"|Then he left.");
  check ("\"Why?\" Kim Jong Un asked. Nobody knew.", "\"Why?\" Kim Jong Un asked.|Nobody knew.");
  check ("“It is over.” “No.”", "“It is over.”|“No.”");
}

static void
test_datelines (void)
{
  check ("VESKGRAD, May 14 (SNA) -- The talks began. They ended.",
         "VESKGRAD, May 14 (SNA) -- The talks began.|They ended.");
  check ("Washington (CNN) The talks began.", "Washington (CNN) The talks began.");
  check ("The drill ended. -0-", "The drill ended.|-0-");
}

static void
test_lost_space (void)
{
  check ("He took power.The North fired.", "He took power.|The North fired.");
}

static void
test_edited (void)
{
  check ("Ministers of the U.S. and anti-U.S. groups met the S.E.C. today in the old capital city. Mr. Vesk left.",
         "Ministers of the U.S. and anti-U.S. groups met the S.E.C. today in the old capital city.|Mr. Vesk left.");
  check ("The talks ended with an offer that nobody had expected: On Thursday the delegations go home.",
         "The talks ended with an offer that nobody had expected: On Thursday the delegations go home.");
  check ("The vote is on Monday. J. K. Rowling and G. John Ikenberry wrote to N. Korea about all of it.",
         "The vote is on Monday.|J. K. Rowling and G. John Ikenberry wrote to N. Korea about all of it.");
  check ("Asked whether he would resign he replied, \"No.\" Earlier that day the council had met in private.",
         "Asked whether he would resign he replied, \"No.\"|Earlier that day the council had met in private.");
  check ("Ministers Rip Vesk As A \"Disgrace\" After Talks End In Veskgrad\nHe says, \"We go on as before.\"",
         "Ministers Rip Vesk As A \"Disgrace\" After Talks End In Veskgrad|He says, \"We go on as before.\"");
}

static void
test_web (void)
{
  check ("i like this place. they have good food. you should go there!",
         "i like this place.|they have good food.|you should go there!");
  check ("Ann Field 04/26/2001 07:17 AM Will you be there?", "Ann Field|04/26/2001 07:17 AM|Will you be there?");
  check ("See www.example.com/a.b?c=d for more.", "See www.example.com/a.b?c=d for more.");
}

static void
test_odd (void)
{
  g_autofree char *stops = g_strnfill (100000, '.');
  g_autoptr (PlxAnalysis) analysis = tokenised (stops);
  g_autoptr (PlxAnalysis) empty = tokenised ("");

  g_assert_cmpuint (analysis->sentences->len, ==, 1);
  g_assert_cmpuint (empty->sentences->len, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lists ();
  g_test_add_func ("/sentences/plain", test_plain);
  g_test_add_func ("/sentences/abbreviations", test_abbreviations);
  g_test_add_func ("/sentences/quotations", test_quotations);
  g_test_add_func ("/sentences/datelines", test_datelines);
  g_test_add_func ("/sentences/lost-space", test_lost_space);
  g_test_add_func ("/sentences/edited", test_edited);
  g_test_add_func ("/sentences/web", test_web);
  g_test_add_func ("/sentences/odd", test_odd);
  result = g_test_run ();
  free_lists ();
  return result;
}
