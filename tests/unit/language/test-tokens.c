/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysed.h"

/* @expected: the tokens, a space between them. */
static void
check (const char *text, const char *expected)
{
  g_autoptr (PlxAnalysis) analysis = tokenised (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      g_autofree char *token = plx_analysis_dup_span (analysis, PLX_TOKEN (analysis, i)->span);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", token);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_clitics (void)
{
  check ("Kim's isn't Xi’s.", "Kim 's is n't Xi ’s .");
  check ("The Workers’ Party can't; we cannot, they'll.",
         "The Workers ’ Party ca n't ; we can not , they 'll .");
  check ("O'Brien said (\"no\").", "O'Brien said ( \" no \" ) .");
}

static void
test_numbers (void)
{
  check ("40,000.5 tonnes cost $5 at 9:40, 50% more.", "40,000.5 tonnes cost $ 5 at 9:40 , 50 % more .");
}

static void
test_stops (void)
{
  check ("The U.S. envoy, Mr. J. Smith, left.", "The U.S. envoy , Mr. J. Smith , left .");
  check ("Wait... no -- yes—so.", "Wait ... no -- yes — so .");
  check ("See https://a.b/c?d=e.", "See https://a.b/c?d=e .");
}

static void
test_hyphens (void)
{
  check ("A five-day visit by Kim Jong-un.", "A five - day visit by Kim Jong-un .");
  check ("The editor-in-chief's anti-war e-mail.", "The editor - in - chief 's anti-war e-mail .");
  check ("Soviet-era African-American al-Qaeda F-16 links",
         "Soviet - era African-American al-Qaeda F-16 links");
  check ("A 26-year-old, 2-3 or 1998-99, call 853-3989.",
         "A 26 - year - old , 2 - 3 or 1998 - 99 , call 853-3989 .");
  check ("Seoul-based Norland-Sarania talks", "Seoul - based Norland - Sarania talks");
  check ("North Korea–China relations", "North Korea – China relations");
  check ("Miguel Díaz-Canel left.", "Miguel Díaz-Canel left .");
}

static void
test_slashes (void)
{
  check ("He and/or she on 9/11, w/o AC/DC-like s/he.", "He and / or she on 9/11 , w/o AC / DC-like s/he .");
}

static void
test_units (void)
{
  check ("It ran 375mm, 20km by 9:30pm in the 1930's, the 3rd 5G.",
         "It ran 375 mm , 20 km by 9:30 pm in the 1930's , the 3rd 5G .");
}

static void
test_without_apostrophe (void)
{
  check ("I dont know whats its name, its not gonna work, Thats it.",
         "I do nt know what s its name , it s not gon na work , That s it .");
}

static void
test_web (void)
{
  check ("Really?! No!! Good :) :-( ;D (see: b)", "Really ?! No !! Good :) :-( ;D ( see : b )");
  check ("Write Kevin.A.Boone@ac-me.com, a...@b.org.", "Write Kevin.A.Boone@ac-me.com , a...@b.org .");
  check ("@kim #summit #1 +44 1+1 $$$ << ==---", "@kim #summit # 1 +44 1 + 1 $$$ << ==---");
  check ("CCNG, Inc.. On the U.S... no", "CCNG , Inc. . On the U.S ... no");
  check ("<https://a.b/c> <a@b.cd>", "< https://a.b/c > < a@b.cd >");
}

static void
test_spans (void)
{
  g_autoptr (PlxAnalysis) analysis = tokenised ("“Çа va,” ’s 한국 👍🏽 e\xcc\x81t.");
  guint32 before = 0;

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      PlxSpan span = PLX_TOKEN (analysis, i)->span;

      g_assert_cmpuint (span.begin, >=, before);
      g_assert_cmpuint (span.end, >, span.begin);
      g_assert_true (g_utf8_validate (analysis->text + span.begin, plx_span_length (span), NULL));
      before = span.end;
    }
  g_assert_cmpuint (before, ==, analysis->n_bytes);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lists ();
  g_test_add_func ("/tokens/clitics", test_clitics);
  g_test_add_func ("/tokens/numbers", test_numbers);
  g_test_add_func ("/tokens/stops", test_stops);
  g_test_add_func ("/tokens/hyphens", test_hyphens);
  g_test_add_func ("/tokens/slashes", test_slashes);
  g_test_add_func ("/tokens/units", test_units);
  g_test_add_func ("/tokens/without-apostrophe", test_without_apostrophe);
  g_test_add_func ("/tokens/web", test_web);
  g_test_add_func ("/tokens/spans", test_spans);
  result = g_test_run ();
  free_lists ();
  return result;
}
