/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

/* What of a page makes no claim. */

#define REPORT "The council of Elm voted on Monday to close the harbour for 3 years or more.\n" \
               "Ida Moor, the mayor, told the council that 40 boats would move to Lowmark now.\n" \
               "Fishermen of Elm blocked the road to the town hall with nets and crates at noon.\n"

static void
assert_only_report (const char *more, gboolean before)
{
  Fixture fixture = { 0 };
  g_autofree char *text = before ? g_strdup_printf ("%s\n" REPORT, more)
                                 : g_strdup_printf (REPORT "%s\n" REPORT, more);
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "A", text);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, >=, 3);
  for (guint c = 0; c < comparison->claims->len; c++)
    {
      const PlxClaim *claim = g_ptr_array_index (comparison->claims, c);

      if (strstr (REPORT, claim->statement + 1) == NULL)
        g_error ("a claim of no report: %s", claim->statement);
    }
  fixture_clear (&fixture);
}

static void
test_headings (void)
{
  assert_only_report ("Harrow buys two hundred new fishing boats from Venn yard", FALSE);
  assert_only_report ("What the closure means for Lowmark", FALSE);
  assert_only_report ("LOWMARK MAYOR LOST VOTE LAST YEAR", FALSE);
}

static void
test_links (void)
{
  assert_only_report ("JUST WATCHED Harbour of Elm burnt down Replay More Videos MUST WATCH "
                      "Harbour of Elm burnt down 02:17", FALSE);
  assert_only_report ("CLOSE Boats of Elm left the harbour in the rain.", TRUE);
  assert_only_report ("This article is more than three years old and Elm has changed.", TRUE);
  assert_only_report ("An earlier version of this article said the vote in Elm was on Sunday.",
                      FALSE);
}

static void
test_credits (void)
{
  assert_only_report ("Boats lie in the harbour of Elm on Sunday. Orla Venn/Reuters", FALSE);
  assert_only_report ("By signing up you agree that Elm Daily sends its newsletter to your inbox.",
                      FALSE);
}

/* What only looks like it stays. */
static void
test_kept (void)
{
  static const char *const kept[] = {
    "CLOSE to 400 people stood before the town hall of Elm on Monday.",
    "\"You will read of it in every newsletter of Elm,\" Ida Moor said on Monday.",
    "The harbour of Elm was closed in 1911 by order of the king and was opened after the war.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      Fixture fixture = { 0 };
      g_autofree char *text = g_strdup_printf (REPORT "%s\n" REPORT, kept[i]);
      g_autoptr (PlxComparison) with = NULL, without = NULL;
      guint n;

      fixture_add (&fixture, "A", REPORT REPORT);
      without = fixture_compare (&fixture, NULL);
      n = without->claims->len;
      fixture_clear (&fixture);
      fixture = (Fixture) { 0 };
      fixture_add (&fixture, "A", text);
      with = fixture_compare (&fixture, NULL);
      g_assert_cmpuint (with->claims->len, >, n);
      fixture_clear (&fixture);
    }
}

/* An article without full stops has no headings. */
static void
test_no_stops (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "A", "Council of Elm closes harbour\nMayor Ida Moor sends 40 boats to "
                              "Lowmark\nFishermen block road to town hall at noon\n");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, >=, 2);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/furniture/headings", test_headings);
  g_test_add_func ("/compare/furniture/links", test_links);
  g_test_add_func ("/compare/furniture/credits", test_credits);
  g_test_add_func ("/compare/furniture/kept", test_kept);
  g_test_add_func ("/compare/furniture/no-stops", test_no_stops);
  return g_test_run ();
}
