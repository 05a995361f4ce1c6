/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "read-article.h"

/* What is said of odd texts, and that nothing is said of good ones. */

static const char good[] =
  "SEOUL (AP) -- Kim Jong Un said on Friday that the 40 envoys of the U.N. had left.\n"
  "\xe2\x80\x9cIt\xe2\x80\x99s over,\xe2\x80\x9d he told reporters in Pyongyang; COVID-19 cost "
  "$1.5bn at AT&T, a B2B firm.\n";

static const PlxDiagnostic *
first_diagnostic (const char *text, const char *about, PlxAnalysis **analysis)
{
  *analysis = read_article (text, NULL);
  for (guint i = 0; i < (*analysis)->diagnostics->len; i++)
    {
      const PlxDiagnostic *d = &g_array_index ((*analysis)->diagnostics, PlxDiagnostic, i);

      if (strstr (d->what, about) != NULL)
        return d;
    }
  g_test_message ("nothing about %s", about);
  g_test_fail ();
  return NULL;
}

/* Says something with @about in it, and of the place of @where (NULL: of all). */
static void
assert_says (const char *text, const char *about, const char *where)
{
  g_autoptr (PlxAnalysis) analysis = NULL;
  const PlxDiagnostic *d = first_diagnostic (text, about, &analysis);
  g_autofree char *place = d != NULL ? plx_analysis_dup_span (analysis, d->where) : NULL;

  if (where != NULL)
    g_assert_cmpstr (place, ==, where);
}

static void
test_good (void)
{
  g_autoptr (PlxAnalysis) analysis = read_article (good, NULL);

  g_assert_cmpuint (analysis->diagnostics->len, ==, 0);
}

static void
test_empty (void)
{
  assert_says ("", "empty", "");
  assert_says (" \n\n ", "no words", "");
  assert_says ("... !!! \xf0\x9f\x98\x80", "no words", "");
}

static void
test_signs (void)
{
  assert_says ("Kim said \xef\xbf\xbd\xef\xbf\xbd no.", "lost before the text came here: 2",
               "\xef\xbf\xbd");
  assert_says ("Kim\x01 said no.", "control characters", "\x01");
  assert_says ("Pyong\xe2\x80\x8byang said no.", "invisible characters: 1", "\xe2\x80\x8b");
  assert_says ("Kim \xe2\x80\xaesaid no.", "direction of writing", "\xe2\x80\xae");
  assert_says ("<p>Kim said&nbsp;no.</p>", "web page left in the text: 3", "<p>");
}

/* A joiner inside an emoji is as it should be. */
static void
test_joined (void)
{
  g_autoptr (PlxAnalysis) analysis
    = read_article ("Kim posted \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 on Friday.", NULL);

  g_assert_cmpuint (analysis->diagnostics->len, ==, 0);
}

static void
test_letters (void)
{
  assert_says ("Vladimir \xd0\xa0utin said no.", "two alphabets, which may look alike: 1",
               "\xd0\xa0utin");
  assert_says ("Kim said \xea\xb9\x80\xec\xa0\x95\xec\x9d\x80\xec\x9d\xb4 \xeb\xa7\x90\xed\x96\x88"
               "\xeb\x8b\xa4.", "other alphabets than the Latin", "\xea\xb9\x80");
  assert_says ("On Fr1day the pres1dent of the repub1ic vis1ted the fact0ry and sa1d so.",
               "bad scans have them: 6", "Fr1day");
  assert_says ("THE PRIME MINISTER OF NORWAY SAID ON FRIDAY THAT 40 PEOPLE HAD BEEN KILLED IN "
               "THE NORTH OF THE COUNTRY.", "in capitals", "");
}

static void
test_no_stop (void)
{
  g_autoptr (GString) text = g_string_new ("Kim said");

  for (guint i = 0; i < 700; i++)
    g_string_append (text, " and walked");
  assert_says (text->str, "1402 words and signs", text->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/oddities/good", test_good);
  g_test_add_func ("/language/oddities/empty", test_empty);
  g_test_add_func ("/language/oddities/signs", test_signs);
  g_test_add_func ("/language/oddities/joined", test_joined);
  g_test_add_func ("/language/oddities/letters", test_letters);
  g_test_add_func ("/language/oddities/no-stop", test_no_stop);
  return g_test_run ();
}
