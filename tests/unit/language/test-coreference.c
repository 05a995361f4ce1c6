/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysed.h"

static void
test_pronouns (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Doran Vesk met Lian Hao in Veskgrad. He thanked him. Ilse Karn said she agreed.");

  g_assert_cmpstr (entity_name (a, "He", 0), ==, "Doran Vesk");
  g_assert_cmpstr (entity_name (a, "him", 0), ==, "Lian Hao");
  g_assert_cmpstr (entity_name (a, "she", 0), ==, "Ilse Karn");
}

static void
test_pleonastic (void)
{
  g_autoptr (PlxAnalysis) a = named ("China agreed. It was not clear whether Japan would. It said its army was ready.");

  g_assert_null (mention_of (a, "It", 0));
  g_assert_nonnull (mention_of (a, "its", 0));
}

static void
test_newspaper (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("The Workers' Party of Norland met, the party's official newspaper, Norland Daily, "
             "reported. The newspaper said more. This newspaper did not.");
  const PlxMention *paper = mention_of (a, "party's official newspaper", 0);

  g_assert_nonnull (paper);
  g_assert_cmpstr (PLX_ENTITY (a, paper->entity)->name, ==, "Norland Daily");
  g_assert_cmpint (PLX_ENTITY (a, paper->entity)->owner, ==,
                   mention_of (a, "Workers' Party of Norland", 0)->entity);
  g_assert_cmpstr (entity_name (a, "newspaper", 1), ==, "Norland Daily");
  g_assert_null (mention_of (a, "newspaper", 2));
}

static void
test_groups (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Kim Jong Un met Xi Jinping. The two leaders praised North Korea and China. "
             "They said the two countries were friends.");
  const PlxMention *leaders = mention_of (a, "two leaders", 0);
  const PlxMention *countries = mention_of (a, "two countries", 0);

  g_assert_nonnull (leaders);
  g_assert_nonnull (countries);
  g_assert_cmpuint (PLX_ENTITY (a, leaders->entity)->members.n, ==, 2);
  g_assert_cmpstr (PLX_ENTITY (a, leaders->entity)->name, ==, "the two leaders");
  g_assert_cmpstr (plx_entity_kind_to_nick (PLX_ENTITY (a, countries->entity)->kind), ==, "state");
}

static void
test_government (void)
{
  g_autoptr (PlxAnalysis) a = named ("He thanked the government of Norland. Norland's army cheered in Norland.");

  g_assert_cmpint (mention_of (a, "government of Norland", 0)->entity, ==,
                   mention_of (a, "Norland", 0)->entity);
}

static void
test_sources (void)
{
  g_autoptr (PlxAnalysis) a = named ("Chinese state media reported it. According to those sources, Kim left.");

  g_assert_cmpstr (entity_name (a, "those sources", 0), ==, "Chinese state media");
  g_assert_cmpstr (entity_kind (a, "Chinese state media", 0), ==, "media");
}

static void
test_sorted (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Kim Jong Un, General Secretary of the Workers’ Party of Korea, said he met Xi. The party agreed.");

  for (guint i = 1; i < a->mentions->len; i++)
    g_assert_cmpuint (PLX_MENTION (a, i - 1)->span.begin, <=, PLX_MENTION (a, i)->span.begin);
  g_assert_cmpstr (entity_name (a, "party", 0), ==, "Workers' Party of Korea");
}

static void
test_officer_of_state (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Polish Prime Minister Donald Tusk met Lian Hao in Warsaw. The Polish leader left. "
             "The three leaders did not.");

  g_assert_cmpstr (entity_name (a, "Polish leader", 0), ==, "Donald Tusk");
  g_assert_null (mention_of (a, "three leaders", 0));
}

static void
test_sorts_of_media (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Saranian National Television met the Harbour Times. The broadcaster left. "
             "The newspaper, which reported on the Saranian coast guard, stayed. "
             "The coast guard agreed.");

  g_assert_cmpstr (entity_name (a, "broadcaster", 0), ==, "Saranian National Television");
  g_assert_cmpstr (entity_name (a, "newspaper", 0), ==, "Harbour Times");
  g_assert_cmpstr (entity_name (a, "coast guard", 1), ==, "Saranian coast guard");
}

static void
test_apposed_speaker (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Lian Hao met Doran Vesk. Vesk's spokeswoman, Mira Oduya, said that the state visit "
             "was long. She left.");

  g_assert_cmpstr (entity_name (a, "She", 0), ==, "Mira Oduya");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lists ();
  g_test_add_func ("/coreference/pronouns", test_pronouns);
  g_test_add_func ("/coreference/pleonastic", test_pleonastic);
  g_test_add_func ("/coreference/newspaper", test_newspaper);
  g_test_add_func ("/coreference/groups", test_groups);
  g_test_add_func ("/coreference/government", test_government);
  g_test_add_func ("/coreference/sources", test_sources);
  g_test_add_func ("/coreference/sorted", test_sorted);
  g_test_add_func ("/coreference/officer-of-state", test_officer_of_state);
  g_test_add_func ("/coreference/sorts-of-media", test_sorts_of_media);
  g_test_add_func ("/coreference/apposed-speaker", test_apposed_speaker);
  result = g_test_run ();
  free_lists ();
  return result;
}
