/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-fixture.h"

/* A claim that somebody gives against one article: what excludes it is shown,
 * and what only looks so is no contradiction. */

typedef struct {
  const char *claim, *text;
  PlxCellStatus status;
  const char *differing;   // NULL: not looked at
} Case;

static const Case cases[] = {
  /* floods, storms, quakes */
  { "The flood killed 14 people.", "The flood killed 31 people in Belk, the mayor said.",
    PLX_CELL_CONTRADICTED, "31 people" },
  { "Fourteen lives were lost: fourteen people died.", "The flood killed 14 people in Belk.",
    PLX_CELL_REPORTED, NULL },
  { "There was a single fatality.", "The storm killed four people in Belk.",
    PLX_CELL_CONTRADICTED, "four people" },
  { "One person was killed.", "A 10-year-old girl was killed when a wall fell.",
    PLX_CELL_REPORTED, NULL },
  { "Four people were killed.", "A 10-year-old girl was killed when a wall fell.",
    PLX_CELL_NOT_FOUND, NULL },
  { "Six people were killed.", "Nobody was killed when the dam broke.",
    PLX_CELL_CONTRADICTED, "Nobody was" },
  { "At least 12 people died.", "The landslide killed 14 people.", PLX_CELL_REPORTED, NULL },
  { "Twelve people died.", "The landslide injured 14 people.", PLX_CELL_NOT_FOUND, NULL },
  { "Forty people were injured.", "The landslide injured 40 people.", PLX_CELL_REPORTED, NULL },
  { "The river rose 3 metres above its level.", "The bridge is 3 kilometres from the river.",
    PLX_CELL_NOT_FOUND, NULL },
  { "The strongest shock reached seven point one on the scale.",
    "A quake of magnitude 6.4 shook Belk.", PLX_CELL_CONTRADICTED, "magnitude 6.4" },
  { "A second quake had a magnitude of 5.8.", "A quake of magnitude 6.4 shook Belk.",
    PLX_CELL_NOT_FOUND, NULL },
  { "Gusts came to a hundred and forty kilometres per hour.", "Winds of 87 mph tore off roofs.",
    PLX_CELL_REPORTED, NULL },
  { "The tremor came from 35 kilometres under the ground.",
    "The quake struck 135 kilometres from the city of Belk.", PLX_CELL_NOT_FOUND, NULL },
  { "A further shock came to seven and a half on the scale.",
    "The 7.6 and 7.5 magnitude quakes shook Belk, and 54 aftershocks stronger than five.",
    PLX_CELL_REPORTED, NULL },
  { "A temporary shelter holds 300 people.", "Only 41 people of the 900 died.",
    PLX_CELL_NOT_FOUND, NULL },
  /* flights and journeys */
  { "It stayed airborne a little over half an hour: thirty-seven minutes.",
    "The balloon flew for 37 minutes.", PLX_CELL_REPORTED, NULL },
  { "It was aloft for two thirds of an hour.", "The balloon flew for 37 minutes.",
    PLX_CELL_CONTRADICTED, "37 minutes" },
  { "The balloon flew for 37 minutes.", "The balloon could fly for 90 minutes.",
    PLX_CELL_NOT_FOUND, NULL },
  { "The plane had 86 people aboard.", "The plane carried 91 passengers.",
    PLX_CELL_CONTRADICTED, "91 passengers" },
  /* courts */
  { "The judge sentenced Holt to seven years in prison.",
    "The judge sentenced Holt to 12 years in prison.", PLX_CELL_CONTRADICTED, "12 years" },
  { "Holt was jailed for a dozen years.", "The judge sentenced Holt to 12 years in prison.",
    PLX_CELL_REPORTED, NULL },
  { "Holt was acquitted by the jury.", "The jury convicted Holt.", PLX_CELL_CONTRADICTED,
    "convicted" },
  { "The company paid a fine of 40 million euros.", "The company paid a fine of €55m.",
    PLX_CELL_CONTRADICTED, NULL },
  { "The company paid a fine of 40 million euros.", "The company paid a fine of $55m.",
    PLX_CELL_NOT_FOUND, NULL },
  /* elections, parliaments */
  { "Turnout was three in four.", "Turnout was 61 percent.", PLX_CELL_CONTRADICTED, "61 percent" },
  { "Turnout was nearly two thirds.", "Turnout was 64 percent.", PLX_CELL_REPORTED, NULL },
  { "Parliament approved the budget.", "Parliament rejected the budget.", PLX_CELL_CONTRADICTED,
    "rejected" },
  { "Parliament approved the budget.",
    "Parliament not only approved the budget but praised it.", PLX_CELL_REPORTED, NULL },
  { "The government will sell the harbour.", "The government will not sell the harbour.",
    PLX_CELL_CONTRADICTED, "not sell" },
  { "The government will sell the harbour.",
    "If the government does not sell the harbour, the bank closes.", PLX_CELL_REPORTED, NULL },
  /* summits, denials */
  { "The missile could reach Orvel.", "The missile could not reach Orvel.", PLX_CELL_CONTRADICTED,
    NULL },
  { "The minister paid the ransom.", "The minister denied paying the ransom.",
    PLX_CELL_CONTRADICTED, NULL },
  { "The warning was issued on the coast.", "The warning was withdrawn on the coast.",
    PLX_CELL_CONTRADICTED, "withdrawn" },
  { "The talks began at half past nine in the morning.", "The talks began at 9:30 a.m.",
    PLX_CELL_REPORTED, NULL },
  { "The talks began at noon.", "The talks began at 3 p.m. on the island.",
    PLX_CELL_CONTRADICTED, NULL },
  { "The talks lasted an hour and a half.", "The talks lasted three hours.",
    PLX_CELL_CONTRADICTED, "three hours" },
  { "The talks lasted an hour and a half.", "The talks lasted about 90 minutes.",
    PLX_CELL_REPORTED, NULL },
  { "The minister had never suffered a seizure before.", "The minister suffered a seizure.",
    PLX_CELL_REPORTED, NULL },
  /* crowds, prices, counts */
  { "In all 17 people died, 12 people of them died in the office.", "The attack killed 12 people.",
    PLX_CELL_REPORTED, NULL },
  { "One man died in the bank.", "Two women died in the bank.", PLX_CELL_NOT_FOUND, NULL },
  { "Tens of thousands of fans watched the match.", "Some 30,000 fans watched the match.",
    PLX_CELL_REPORTED, NULL },
  { "Seven bridges were damaged.", "The storm damaged eight bridges.", PLX_CELL_CONTRADICTED,
    "eight bridges" },
  { "Seven bridges were damaged.", "The storm damaged eight churches and seven bridges.",
    PLX_CELL_REPORTED, NULL },
  { "The thermometer showed 41 degrees Celsius in Belk.", "It was 106 degrees Fahrenheit in Belk.",
    PLX_CELL_REPORTED, NULL },
  { "The fire burned 200 acres of forest.", "The fire burned 600 hectares of forest.",
    PLX_CELL_CONTRADICTED, "600 hectares" },
  /* certainty */
  { "The mayor took bribes.", "The mayor allegedly took bribes.", PLX_CELL_DIFFERS, "allegedly" },
  { "The mayor may have taken bribes.", "The mayor took bribes.", PLX_CELL_DIFFERS, NULL },
  { "The mayor took bribes in May.", "The mayor took bribes in May.", PLX_CELL_REPORTED, NULL },
};

static void
check (const Case *item)
{
  Fixture fixture = { 0 };
  const char *claims[] = { item->claim, NULL };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *cell;

  fixture_add (&fixture, "A", item->text);
  comparison = fixture_compare (&fixture, claims);
  cell = plx_comparison_get_cell (comparison, 0, 0);
  g_test_message ("%s / %s: %s", item->claim, item->text, plx_cell_status_to_nick (cell->status));
  g_assert_cmpint (cell->status, ==, item->status);
  if (cell->status == PLX_CELL_CONTRADICTED)
    g_assert_cmpuint (cell->evidence.n_differing, >, 0);
  if (item->differing != NULL)
    {
      g_autofree char *words = plx_analysis_dup_span (fixture.articles[0].analysis,
                                                      cell->evidence.differing[0]);

      g_assert_cmpstr (words, ==, item->differing);
    }
  fixture_clear (&fixture);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/contradictions/cases", test_cases);
  return g_test_run ();
}
