/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-article.h"

/* "words=value" of each time, joined by spaces */
static char *
times_of (const char *text, const char *published)
{
  g_autoptr (PlxAnalysis) analysis = read_article (text, published);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < analysis->times->len; i++)
    {
      const PlxTime *time = PLX_TIME (analysis, i);
      g_autofree char *words = plx_analysis_dup_span (analysis, time->span);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "", words, time->value);
    }
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *text, *published, *times;
} Case;

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *times = times_of (cases[i].text, cases[i].published);

      g_assert_cmpstr (times, ==, cases[i].times);
    }
}

static void
test_open (void)
{
  static const Case cases[] = {
    { "It was reported on Friday.", NULL, "Friday=XXXX-WXX-5" },
    { "They met on Thursday afternoon. He left later that afternoon.", NULL,
      "Thursday afternoon=XXXX-WXX-4TAF later that afternoon=XXXX-WXX-4TAF" },
    { "It ended on the afternoon of Thursday.", NULL,
      "the afternoon of Thursday=XXXX-WXX-4TAF" },
    { "They met on May 14 in Oslo.", NULL, "May 14=XXXX-05-14" },
    { "He came last year.", NULL, "last year=XXXX" },
    { "She will travel in October.", NULL, "October=XXXX-10" },
    { "It closed last September.", NULL, "last September=XXXX-09" },
    { "It closed last summer.", NULL, "last summer=XXXX-SU" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dated (void)
{
  static const Case cases[] = {
    { "They met on Tuesday.", "2031-05-14", "Tuesday=2031-05-13" },
    { "They met on Wednesday.", "2031-05-14", "Wednesday=2031-05-14" },
    { "They will meet on Friday.", "2031-05-14", "Friday=2031-05-16" },
    { "He arrived last Friday.", "2031-05-14", "last Friday=2031-05-09" },
    { "The drill would begin on June 2.", "2031-05-14", "June 2=2031-06-02" },
    { "It began on December 30.", "2031-01-02", "December 30=2030-12-30" },
    { "He left yesterday.", "2031-03-01", "yesterday=2031-02-28" },
    { "She came last month.", "2031-01-10", "last month=2030-12" },
    { "It closed three years ago.", "2031-05-14", "three years ago=2028" },
    { "They met on May 13, 2031. They parted the next day.", "2031-05-20",
      "May 13, 2031=2031-05-13 the next day=2031-05-14" },
    { "This week it rained.", "2031-01-01", "This week=2031-W01" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_durations_and_sets (void)
{
  static const Case cases[] = {
    { "a five-day visit", NULL, "five-day=P5D" },
    { "It lasted for three hours.", NULL, "three hours=PT3H" },
    { "within four years", NULL, "four years=P4Y" },
    { "two and a half years", NULL, "two and a half years=P2.5Y" },
    { "half an hour", NULL, "half an hour=PT0.5H" },
    { "several weeks", NULL, "several weeks=PXW" },
    { "the past decade", NULL, "the past decade=P10Y" },
    { "They meet every Monday.", NULL, "every Monday=XXXX-WXX-1" },
    { "a weekly report", NULL, "weekly=P1W" },
    { "the 1990s", NULL, "the 1990s=199" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Words that look like times and are none. */
static void
test_no_times (void)
{
  static const Case cases[] = {
    { "May said that she may march with them.", NULL, "" },
    { "Some 1,900 people came, 2000 miles from home.", NULL, "" },
    { "The second man fell.", NULL, "" },
    { "On May 40 nothing happens.", NULL, "" },
  };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *times = times_of (cases[i].text, NULL);

      g_assert_cmpstr (times, ==, cases[i].times);
    }
}

static void
test_edtf (void)
{
  static const struct { const char *text, *edtf; } cases[] = {
    { "They met on Thursday afternoon.", "2031-05-08" },
    { "It rained last summer.", "2030-22" },
    { "Sales fell in the third quarter of 2030.", "2030-35" },
    { "They came in the 1990s.", "199X" },
    { "It snowed last week.", "2031-05-05/2031-05-11" },
    { "It lasted two days.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxAnalysis) analysis = read_article (cases[i].text, "2031-05-14");

      g_assert_cmpuint (analysis->times->len, ==, 1);
      g_assert_cmpstr (PLX_TIME (analysis, 0)->edtf, ==, cases[i].edtf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/times/open", test_open);
  g_test_add_func ("/language/times/dated", test_dated);
  g_test_add_func ("/language/times/durations-and-sets", test_durations_and_sets);
  g_test_add_func ("/language/times/none", test_no_times);
  g_test_add_func ("/language/times/edtf", test_edtf);
  return g_test_run ();
}
