/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-fixture.h"

/* What of our own claims only looks like a contradiction. */

typedef struct {
  const char *a, *b;
  gboolean contradicts;
} Case;

static const Case cases[] = {
  { "The ferry Oriel sank off Belk on Monday with 86 people aboard. Rescuers came late.",
    "The ferry Oriel went down with 91 people aboard, police said.", TRUE },
  /* two happenings, a part and the whole */
  { "The ferry Oriel sank with 86 people aboard. In May the ferry Tamar sank with 40 aboard.",
    "The ferry Tamar sank in May with 40 people aboard, after a fire.", FALSE },
  { "The blast in Belk killed 14 people. Three people were killed in the kitchen.",
    "The blast in Belk killed 14 people.", FALSE },
  /* an age, a score, a flight number, somebody who has not */
  { "John Perry, 31, was charged with wounding guests in Belk.",
    "John Perry was charged after 12 people were wounded in Belk.", FALSE },
  { "Judge Holt wrote the 6-3 opinion on the dam.",
    "Judge Holt wrote four opinions on the dam.", FALSE },
  { "The airline stopped 256 flights after the crash.",
    "The airline stopped Flight 302 after the crash.", FALSE },
  /* so far apart that they count different things */
  { "The Reds control 11 seats on the committee.",
    "The Reds control the committee by a single seat.", FALSE },
};

static gboolean
has_contradiction (const PlxComparison *comparison, guint n_articles)
{
  for (guint c = 0; c < comparison->claims->len; c++)
    for (guint a = 0; a < n_articles; a++)
      if (plx_comparison_get_cell (comparison, c, a)->status == PLX_CELL_CONTRADICTED)
        return TRUE;
  return FALSE;
}

static void
test_accusations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autoptr (PlxComparison) comparison = NULL;

      fixture_add (&fixture, "A", cases[i].a);
      fixture_add (&fixture, "B", cases[i].b);
      comparison = fixture_compare (&fixture, NULL);
      if (has_contradiction (comparison, 2) != cases[i].contradicts)
        g_error ("%s | %s", cases[i].a, cases[i].b);
      fixture_clear (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/accusations/own-claims", test_accusations);
  return g_test_run ();
}
