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
    { "early in the 19th century", NULL, "the 19th century=18" },
    { "a year and a half", NULL, "a year and a half=P1.5Y" },
    { "It took 1 hour and 30 minutes.", NULL, "1 hour and 30 minutes=PT1H30M" },
    { "two years, three months and a week", NULL,
      "two years, three months and a week=P2Y3M1W" },
    { "two days, three weeks", NULL, "two days=P2D three weeks=P3W" },
    { "a couple of weeks", NULL, "a couple of weeks=P2W" },
    { "five business days", NULL, "five business days=P5BD" },
    { "3h and 3.5years", NULL, "3h=PT3H 3.5years=P3.5Y" },
    { "It lasted for more than four days.", NULL, "more than four days=P4D" },
    { "the lowest in over six years", NULL, "over six years=P6Y" },
    { "It may last two hours.", NULL, "two hours=PT2H" },
    { "They fell to the lowest in years.", NULL, "years=PXY" },
    { "all week", NULL, "all week=P1W" },
    { "two weeks' leave", NULL, "two weeks=P2W" },
    { "$500 a month", NULL, "a month=P1M" },
    { "in the coming weeks of this century", "2031-05-14",
      "the coming weeks=FUTURE_REF this century=20" },
    { "a weeks-long inquiry", NULL, "weeks-long=PXW" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Dates in every order, in digits and in words. */
static void
test_forms (void)
{
  static const Case cases[] = {
    { "It is due on 2016-11-07.", NULL, "2016-11-07=2016-11-07" },
    { "It is due on 2/22/2016.", NULL, "2/22/2016=2016-02-22" },
    { "It is due on 21-04-2016.", NULL, "21-04-2016=2016-04-21" },
    { "It is due on 12.3.2016.", NULL, "12.3.2016=2016-12-03" },
    { "It is due on 03/18/40.", NULL, "03/18/40=1940-03-18" },
    { "It is due on 5-Aug-2016.", NULL, "5-Aug-2016=2016-08-05" },
    { "It is due on 23/Sep/2020.", NULL, "23/Sep/2020=2020-09-23" },
    { "It is due on 20161016.", NULL, "20161016=2016-10-16" },
    { "It is due on 4/22.", NULL, "4/22=XXXX-04-22" },
    { "It is due on 5.12, he said.", NULL, "5.12=XXXX-05-12" },
    { "the fourth of July of 1995", NULL, "the fourth of July of 1995=1995-07-04" },
    { "January twenty five nineteen eighty six", NULL,
      "January twenty five nineteen eighty six=1986-01-25" },
    { "He came on 14 may 2031.", NULL, "14 may 2031=2031-05-14" },
    { "since '82", NULL, "'82=1982" },
    { "FILE - In this Oct. 4, 2019, file photo", "2020-04-04", "Oct. 4, 2019=2019-10-04" },
    { "in the third quarter of this year", "2009-10-16",
      "the third quarter of this year=2009-Q3" },
    { "Feb. 30, 2019", NULL, "Feb. 30, 2019=2019-02-30" },
    { "at 0800 UTC", "2008-09-18", "0800 UTC=2008-09-18T08:00Z" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Days named by their place: in the month, after another day, in the year. */
static void
test_places (void)
{
  static const Case cases[] = {
    { "We meet on the 18th.", "2018-08-07", "the 18th=2018-08-18" },
    { "We meet on Tuesday the eleventh.", "2019-06-10", "Tuesday the eleventh=2019-06-11" },
    { "the first Friday of July 2031", NULL, "the first Friday of July 2031=2031-07-04" },
    { "the last Monday in May 2031", NULL, "the last Monday in May 2031=2031-05-26" },
    { "on the 15th day of next month", "2020-07-01", "the 15th day of next month=2020-08-15" },
    { "this coming Thursday", "2019-01-31", "this coming Thursday=2019-02-07" },
    { "the day after tomorrow", "2019-01-31", "the day after tomorrow=2019-02-02" },
    { "two weeks from now", "2016-11-07", "two weeks from now=2016-11-21" },
    { "three days after January 12", "2016-11-07", "three days after January 12=2017-01-15" },
    { "two weeks before Christmas", "2016-11-07", "two weeks before Christmas=2016-12-11" },
    { "Monday two weeks from now", "2016-11-09", "Monday two weeks from now=2016-11-21" },
    { "It will open in two weeks.", "2018-07-05", "in two weeks=2018-07-19" },
    { "It fell most in two weeks.", "2018-07-05", "two weeks=P2W" },
    { "It closed a week ago.", "2011-03-18", "a week ago=2011-03-11" },
    { "Thanksgiving 2019", NULL, "Thanksgiving 2019=2019-11-28" },
    { "Black Friday 2010", NULL, "Black Friday 2010=2010-11-26" },
    { "Easter Monday 2017", NULL, "Easter Monday 2017=2017-04-17" },
    { "next Easter", "2019-02-12", "next Easter=2019-04-21" },
    { "New Year's Eve", "2018-01-05", "New Year's Eve=2017-12-31" },
    { "It was shown in January.", "2005-09-07", "January=2005-01" },
    { "They met last summer.", "2031-11-02", "last summer=2031-SU" },
    { "They met over the weekend.", "2031-05-12", "the weekend=2031-W19-WE" },
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
    { "The second man fell. A second meeting may follow.", NULL, "" },
    { "A second may stand, and they march first.", NULL, "" },
    { "The Sun said that the sun rose. Fall in, an august body.", NULL, "" },
    { "version 5.12.3, and 555-12-3456 or 02-345-6789", NULL, "" },
    { "They won 3-2, 21-14, and 2/3 of them voted, with half a cup and 1/2.", NULL, "" },
    { "They do it 24/7 with a quarter of the staff.", NULL, "" },
    { "The 3D film of the MH17 years-", NULL, "" },
    { "Following the talks Kim Sok Jun left Mar-a-Lago, the last years of his life.", NULL, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
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
    { "It rose in the first half of 2030.", "2030-40" },
    { "It was built in the 19th century.", "18XX" },
    { "It was signed on Feb. 30, 2019.", NULL },
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
  g_test_add_func ("/language/times/forms", test_forms);
  g_test_add_func ("/language/times/places", test_places);
  g_test_add_func ("/language/times/none", test_no_times);
  g_test_add_func ("/language/times/edtf", test_edtf);
  return g_test_run ();
}
