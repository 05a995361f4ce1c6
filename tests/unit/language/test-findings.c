/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-article.h"

static char *
findings_of (const char *text, const char *published)
{
  g_autoptr (PlxAnalysis) analysis = read_article (text, published);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const PlxFinding *finding = PLX_FINDING (analysis, i);

      g_string_append_printf (out, "%s: ", plx_finding_kind_to_nick (finding->kind));
      read_append_spans (out, analysis, finding->spans);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *text, *published, *findings;
} Case;

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *findings = findings_of (cases[i].text, cases[i].published);

      g_assert_cmpstr (findings, ==, cases[i].findings);
    }
}

static void
test_durations (void)
{
  static const Case cases[] = {
    { "The visit, which began on Monday and ended on Thursday, was long, lasting five days.",
      NULL, "duration: began on Monday and ended on Thursday … lasting five days\n" },
    { "Anna Berg began a three-day visit.\nThe visit ran from Monday to Friday.", NULL,
      "duration: three-day visit … from Monday to Friday\n" },
    { "The visit, which began on June 2 and ended on June 4, lasted four days.", "2031-06-10",
      "duration: began on June 2 and ended on June 4 … lasted four days\n" },
    { "Anna Berg arrived on Monday for a four-day visit and left on Wednesday.", NULL,
      "duration: arrived on Monday for a four-day visit and left on Wednesday … four-day visit\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "They met on Monday, May 14.", "2031-05-15", "date: Monday … May 14\n" },
    { "Anna Berg met Carl Holm in Beijing on Thursday, on the eve of China’s Victory Day.",
      "2025-09-05", "date: the eve of China’s Victory Day … Thursday\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_omission_and_repeat (void)
{
  static const Case cases[] = {
    { "Reuters made no mention of the strike.", NULL,
      "omission: made no mention of the strike\n" },
    { "Anna Berg reaffirmed support for the efforts of France to protect its borders, waters "
      "and trade.\nLater Anna Berg pledged support for the efforts of France to protect its "
      "borders, waters and trade.", NULL,
      "repeated: support for the efforts of France to protect its borders, waters and trade … "
      "support for the efforts of France to protect its borders, waters and trade\n" },
    // the same words about other numbers are another claim
    { "Anna Berg said the office rated 32 per cent of the claims of the mayor as false.\n"
      "Anna Berg said the office rated 22 per cent of the claims of the council as false.", NULL,
      "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_counts (void)
{
  static const Case cases[] = {
    { "The sides signed three documents. The four documents deal with trade.", NULL,
      "number: three documents … four documents\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Where nothing is wrong, nothing is said. */
static void
test_silence (void)
{
  static const Case cases[] = {
    { "The visit, which began on Monday and ended on Thursday, lasted four days.", NULL, "" },
    { "They met on Wednesday, May 14.", "2031-05-15", "" },
    { "Anna Berg met Carl Holm in Beijing on Tuesday, on the eve of China’s Victory Day.",
      "2025-09-05", "" },
    { "Anna Berg met Carl Holm in Beijing on Thursday, on the eve of China’s Victory Day.",
      NULL, "" },
    { "A five-day drill began on Monday. The visit ran from Monday to Thursday.", NULL, "" },
    { "They signed three documents. The three documents deal with trade.", NULL, "" },
    { "Anna Berg is on a four-day visit from Monday to Thursday. A two-day visit follows.", NULL,
      "" },
    { "Anna Berg began a three-day visit. Another two-day visit ran from Monday to Tuesday.", NULL,
      "" },
    { "In an old letter she spoke of Monday, May 13.", "2020-01-10", "" },
    { "It raised the rate to 3.7 percent, above the 3 percent that was agreed.", NULL, "" },
    { "The journal did not publish its first reports until January.", NULL, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/findings/durations", test_durations);
  g_test_add_func ("/language/findings/dates", test_dates);
  g_test_add_func ("/language/findings/omission-and-repeat", test_omission_and_repeat);
  g_test_add_func ("/language/findings/counts", test_counts);
  g_test_add_func ("/language/findings/silence", test_silence);
  return g_test_run ();
}
