/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-series.h"

enum { N_DAYS = 40 };

static void
add_day (Fixture *fixture, guint day, const char *text)
{
  static char dates[MAX_ARTICLES][16];

  g_snprintf (dates[fixture->n], sizeof dates[0], "2024-%02u-%02u", 1 + day / 28, 1 + day % 28);
  fixture_add (fixture, "SNA", text);
  fixture->articles[fixture->n - 1].published = dates[fixture->n - 1];
}

static const PlxStandingPhrase *
find_phrase (const PlxSeries *series, const char *phrase)
{
  for (guint i = 0; i < series->phrases->len; i++)
    {
      const PlxStandingPhrase *found = g_ptr_array_index (series->phrases, i);

      if (strcmp (found->phrase, phrase) == 0)
        return found;
    }
  return NULL;
}

static PlxSeries *
read_series (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlxSeries *series = plx_series_read (fixture->articles, fixture->n, NULL, &error);

  g_assert_no_error (error);
  return series;
}

/* One phrase goes on the 20th day, another comes; a third stands all the time.
 * The reports are given out of order. */
static void
test_turns (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxSeries) series = NULL;
  const PlxStandingPhrase *old, *new, *always;

  for (guint i = 0; i < N_DAYS; i++)
    {
      guint day = (i * 7) % N_DAYS;
      g_autofree char *text = g_strdup_printf (
        "The Central Committee met on item %u. It spoke of this: %s.", day,
        day < 20 ? "peaceful unification of the land" : "two hostile states");

      add_day (&fixture, day, text);
    }
  series = read_series (&fixture);
  g_assert_cmpuint (series->n_dated, ==, N_DAYS);
  old = find_phrase (series, "peaceful unification of the land");
  g_assert_nonnull (old);
  g_assert_true (old->vanishes && !old->appears);
  g_assert_cmpuint (old->n_after, ==, 20);
  g_assert_cmpuint (old->n_reports, ==, 20);
  g_assert_cmpuint (old->n_missing, ==, 0);
  new = find_phrase (series, "two hostile states");
  g_assert_nonnull (new);
  g_assert_true (new->appears && !new->vanishes);
  always = find_phrase (series, "Central Committee met on item");
  g_assert_nonnull (always);
  g_assert_false (always->appears || always->vanishes);
  fixture_clear (&fixture);
}

/* Without dates nothing appears or vanishes; too few reports have no series. */
static void
test_bad_input (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxSeries) none = read_series (&fixture), undated = NULL;

  g_assert_cmpuint (none->phrases->len, ==, 0);
  fixture_add (&fixture, "SNA", "");
  for (guint i = 0; i < 30; i++)
    fixture_add (&fixture, "SNA", i < 15 ? "respected Comrade spoke" : "다 함께 갑시다");
  fixture.articles[4].published = "soon";
  undated = read_series (&fixture);
  g_assert_cmpuint (undated->n_dated, ==, 0);
  g_assert_nonnull (find_phrase (undated, "respected Comrade spoke"));
  for (guint i = 0; i < undated->phrases->len; i++)
    {
      const PlxStandingPhrase *phrase = g_ptr_array_index (undated->phrases, i);

      g_assert_false (phrase->appears || phrase->vanishes);
    }
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/series/turns", test_turns);
  g_test_add_func ("/compare/series/bad-input", test_bad_input);
  return g_test_run ();
}
