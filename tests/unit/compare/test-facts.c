/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-facts.h"

typedef struct {
  const char *a, *b;
  PlxFactRelation relation;
} Case;

static const Case cases[] = {
  { "talks of three hours", "talks of about two hours", PLX_FACTS_EXCLUDE },
  { "talks of three hours", "talks of 180 minutes", PLX_FACTS_AGREE },
  { "40,000 tonnes of wheat", "60,000 tonnes of wheat", PLX_FACTS_EXCLUDE },
  { "finished within four years", "finished within five years", PLX_FACTS_EXCLUDE },
  { "some 580 miles", "578 miles", PLX_FACTS_AGREE },
  { "580 miles", "930 kilometres", PLX_FACTS_AGREE },
  { "580 miles", "500 miles", PLX_FACTS_EXCLUDE },
  { "40 minutes", "37 minutes", PLX_FACTS_EXCLUDE },
  { "over 170,000 people", "167,000 people", PLX_FACTS_EXCLUDE },
  { "at least 40 people", "44 people", PLX_FACTS_AGREE },
  { "at least 40 people", "at least 40 people", PLX_FACTS_AGREE },
  { "seven bridges", "8 bridges", PLX_FACTS_EXCLUDE },
  { "seven bridges", "8 churches", PLX_FACTS_UNRELATED },
  { "twenty-two soldiers", "22 soldiers", PLX_FACTS_AGREE },
  { "1.5 million dollars", "$1.5 million", PLX_FACTS_AGREE },
  { "$3 million", "€3 million", PLX_FACTS_UNRELATED },
  { "842 aftershocks", "dozens of aftershocks", PLX_FACTS_DIFFER },
  { "quakes of 7.6 and 7.5 magnitude", "magnitude 7.6", PLX_FACTS_AGREE },
  { "a magnitude of 7.7", "magnitude 7.6", PLX_FACTS_EXCLUDE },
  { "a test in March", "a test in May", PLX_FACTS_EXCLUDE },
  { "founded in 1996", "founded in 2002", PLX_FACTS_EXCLUDE },
  { "at 9:40 a.m. here", "at 9:40 in the morning", PLX_FACTS_AGREE },
  { "at 9:40 a.m. here", "at 9:40 p.m. here", PLX_FACTS_EXCLUDE },
  { "the 12th launch", "the 11th launch", PLX_FACTS_EXCLUDE },
  { "a 10-year-old girl", "within four years", PLX_FACTS_UNRELATED },
  { "five years ago", "within four years", PLX_FACTS_UNRELATED },
  { "two quakes", "three quakes", PLX_FACTS_EXCLUDE },
  { "one person", "four people", PLX_FACTS_EXCLUDE },
  /* as people write them */
  { "seven and a half hours", "450 minutes", PLX_FACTS_AGREE },
  { "an hour and a half", "90 minutes", PLX_FACTS_AGREE },
  { "an hour and 40 minutes", "100 minutes", PLX_FACTS_AGREE },
  { "two hours and ten minutes", "130 minutes", PLX_FACTS_AGREE },
  { "two thirds of an hour", "40 minutes", PLX_FACTS_AGREE },
  { "two thirds of an hour", "37 minutes", PLX_FACTS_EXCLUDE },
  { "half an hour", "30 minutes", PLX_FACTS_AGREE },
  { "a little over half an hour", "thirty-seven minutes", PLX_FACTS_AGREE },
  { "just under two hours", "150 minutes", PLX_FACTS_EXCLUDE },
  { "seven point six metres", "7.6 metres", PLX_FACTS_AGREE },
  { "a dozen flats", "12 flats", PLX_FACTS_AGREE },
  { "two dozen flats", "30 flats", PLX_FACTS_EXCLUDE },
  { "half a million voters", "500,000 voters", PLX_FACTS_AGREE },
  { "two and a half million voters", "3.4 million voters", PLX_FACTS_EXCLUDE },
  { "a hundred and sixty-seven thousand voters", "167,000 voters", PLX_FACTS_AGREE },
  { "sixteen hundred homes or more", "over 1,600 homes", PLX_FACTS_AGREE },
  { "sixteen hundred homes or more", "135 homes", PLX_FACTS_EXCLUDE },
  { "forty or more goats", "45 goats", PLX_FACTS_AGREE },
  { "forty or more goats", "12 goats", PLX_FACTS_EXCLUDE },
  { "fewer than ten goats", "eight goats", PLX_FACTS_AGREE },
  { "fewer than ten goats", "25 goats", PLX_FACTS_EXCLUDE },
  { "about two hundred and sixty goats", "261 goats", PLX_FACTS_AGREE },
  { "a single goat", "one goat", PLX_FACTS_AGREE },
  { "a single goat", "four goats", PLX_FACTS_EXCLUDE },
  { "tens of thousands of fans", "30,000 fans", PLX_FACTS_AGREE },
  { "between 10 and 20 boats", "12 boats", PLX_FACTS_AGREE },
  { "10 to 20 boats", "35 boats", PLX_FACTS_EXCLUDE },
  { "10-20 boats", "12 boats", PLX_FACTS_AGREE },
  { "three in four voters", "75% of voters", PLX_FACTS_AGREE },
  { "nearly three in four voters", "72 percent of voters", PLX_FACTS_AGREE },
  { "half of the voters", "51% of voters", PLX_FACTS_AGREE },
  { "a third of the voters", "51% of voters", PLX_FACTS_EXCLUDE },
  { "nine out of ten voters", "60 percent of voters", PLX_FACTS_EXCLUDE },
  { "a $3bn deal", "three billion dollars", PLX_FACTS_AGREE },
  { "a $40m deal", "$55 million", PLX_FACTS_EXCLUDE },
  { "a 50km race", "31 miles", PLX_FACTS_AGREE },
  { "winds of 100 mph", "160 kilometres per hour", PLX_FACTS_AGREE },
  { "winds of 100 mph", "100 km/h", PLX_FACTS_EXCLUDE },
  { "winds of 85 knots", "157 km/h", PLX_FACTS_AGREE },
  { "40 degrees Celsius", "104 degrees Fahrenheit", PLX_FACTS_AGREE },
  { "40°C in the shade", "104°F in the shade", PLX_FACTS_AGREE },
  { "40 degrees Celsius", "46 degrees Celsius", PLX_FACTS_EXCLUDE },
  { "20 minutes before ten in the morning", "9:40 a.m.", PLX_FACTS_AGREE },
  { "half past nine in the evening", "at 9:30 p.m.", PLX_FACTS_AGREE },
  { "at noon", "at 12:45 p.m.", PLX_FACTS_EXCLUDE },
  { "at 0:40 GMT", "at 9:40 a.m.", PLX_FACTS_UNRELATED },
  { "200 acres burned", "81 hectares", PLX_FACTS_AGREE },
};

/* The first facts of both texts. */
static PlxFactRelation
relation_of (const char *a, const char *b)
{
  g_autoptr (GError) error = NULL;
  const PlxLexicon *lexicon = plx_lexicon_get (&error);
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (lexicon);
  g_autoptr (PlxText) x = plx_text_read_claim (vocabulary, a);
  g_autoptr (PlxText) y = plx_text_read_claim (vocabulary, b);

  g_assert_no_error (error);
  plx_vocabulary_close (vocabulary, 2);
  g_assert_cmpuint (x->facts->len, >, 0);
  g_assert_cmpuint (y->facts->len, >, 0);
  g_assert_cmpint (plx_facts_compare (vocabulary, PLX_TEXT_FACT (y, 0), PLX_TEXT_FACT (x, 0)), ==,
                   plx_facts_compare (vocabulary, PLX_TEXT_FACT (x, 0), PLX_TEXT_FACT (y, 0)));
  return plx_facts_compare (vocabulary, PLX_TEXT_FACT (x, 0), PLX_TEXT_FACT (y, 0));
}

static void
test_relations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s / %s", cases[i].a, cases[i].b);
      g_assert_cmpint (relation_of (cases[i].a, cases[i].b), ==, cases[i].relation);
    }
}

static void
test_not_facts (void)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (plx_lexicon_get (NULL));
  g_autoptr (PlxText) text =
    plx_text_read_claim (vocabulary, "One of them may march on. No one else saw the two leaders. "
                                     "In the second half, not a single one of the few fell.");

  g_assert_cmpuint (text->facts->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/facts/relations", test_relations);
  g_test_add_func ("/compare/facts/not-facts", test_not_facts);
  return g_test_run ();
}
