/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "analysed.h"
#include "read-article.h"

static void
test_listed (void)
{
  g_autoptr (PlxAnalysis) a = named ("The DPRK and the People’s Republic of China met at the Great Hall of the People.");

  g_assert_cmpstr (entity_name (a, "DPRK", 0), ==, "North Korea");
  g_assert_cmpstr (entity_name (a, "People’s Republic of China", 0), ==, "China");
  g_assert_cmpstr (entity_kind (a, "Great Hall of the People", 0), ==, "facility");
}

static void
test_invented (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("VESKGRAD, May 14 -- President Lian Hao of Sarania met Norland's leader Doran Vesk.\n"
             "Vesk thanked Lian. The Saranian foreign ministry denied it.");

  g_assert_cmpstr (entity_kind (a, "VESKGRAD", 0), ==, "place");
  g_assert_cmpstr (entity_name (a, "VESKGRAD", 0), ==, "Veskgrad");
  g_assert_cmpstr (entity_kind (a, "Sarania", 0), ==, "state");
  g_assert_cmpstr (entity_kind (a, "Norland", 0), ==, "state");
  g_assert_cmpstr (entity_name (a, "Lian", 1), ==, "Lian Hao");
  g_assert_cmpstr (entity_name (a, "Vesk", 1), ==, "Doran Vesk");
  g_assert_cmpstr (entity_kind (a, "Saranian foreign ministry", 0), ==, "government");
  g_assert_cmpint (mention_of (a, "Saranian", 0)->entity, ==, mention_of (a, "Sarania", 0)->entity);
}

static void
test_adjective_in_office (void)
{
  g_autoptr (PlxAnalysis) a = named ("Chinese President Xi Jinping spoke. Chinese officials listened.");

  g_assert_null (mention_of (a, "Chinese", 0));
  g_assert_cmpstr (entity_name (a, "Chinese President", 0), ==, "Xi Jinping");
  g_assert_cmpint (mention_of (a, "Chinese President", 0)->form, ==, PLX_FORM_ROLE);
  g_assert_cmpstr (entity_name (a, "Chinese", 1), ==, "China");
}

static void
test_same_body (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("The Communist Party of Norland met. The Norland Communist Party agreed with the "
             "Saranian News Agency. According to SNA, nothing came of it.");

  g_assert_cmpint (mention_of (a, "Communist Party of Norland", 0)->entity, ==,
                   mention_of (a, "Norland Communist Party", 0)->entity);
  g_assert_cmpstr (entity_name (a, "SNA", 0), ==, "Saranian News Agency");
  g_assert_cmpstr (entity_kind (a, "SNA", 0), ==, "media");
}

static void
test_two_of_one_surname (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Kim Jong Un spoke first. Kim said no. Later Kim Yo Jong spoke. Ms. Kim said yes.");

  g_assert_cmpstr (entity_name (a, "Kim", 1), ==, "Kim Jong Un");
  g_assert_cmpstr (entity_name (a, "Kim", 3), ==, "Kim Yo Jong");
}

static void
test_pair_of_states (void)
{
  g_autoptr (PlxAnalysis) a = named ("He praised North Korea–China relations.");

  g_assert_cmpstr (entity_name (a, "North Korea", 0), ==, "North Korea");
  g_assert_cmpstr (entity_name (a, "China", 0), ==, "China");
}

static void
test_roles (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Xi Jinping, General Secretary of the Communist Party of China and President of the "
             "People’s Republic of China, spoke. A spokesman for the Gulf Alliance, Tomas Reed, did not.");
  const PlxEntity *xi = PLX_ENTITY (a, mention_of (a, "Xi Jinping", 0)->entity);

  g_assert_cmpuint (xi->roles.n, ==, 2);
  g_assert_cmpstr (PLX_ROLE (a, xi->roles.first)->title, ==, "General Secretary");
  g_assert_cmpstr (PLX_ENTITY (a, PLX_ROLE (a, xi->roles.first)->of)->name, ==, "Communist Party of China");
  g_assert_cmpstr (entity_name (a, "President of the People’s Republic of China", 0), ==, "Xi Jinping");
  g_assert_cmpstr (entity_name (a, "spokesman for the Gulf Alliance", 0), ==, "Tomas Reed");
}

static void
test_no_names (void)
{
  g_autoptr (PlxAnalysis) a = named ("The meeting began on Monday. In May it ended. Notably, nobody came.");

  g_assert_cmpuint (a->entities->len, ==, 0);
}

static void
test_companies (void)
{
  g_autoptr (PlxAnalysis) a = named ("On Monday the counterparty, Zelva, Inc. of Veskgrad, paid "
                                     "US$ 40 million.");

  g_assert_cmpstr (entity_kind (a, "Zelva, Inc.", 0), ==, "organisation");
  g_assert_null (mention_of (a, "US", 0));
}

/* What only the encoder sees; the same article without it may read otherwise. */
static void
test_network (void)
{
  g_autoptr (PlxAnalysis) a = NULL;

  a = read_article ("Great Service for Everybody\nOn Friday the Dominion Post interviewed "
                    "Anna Berg, a teacher from tampa bay. Berg said that Great things would follow.", NULL);
  g_assert_cmpstr (entity_kind (a, "Anna Berg", 0), ==, "person");
  g_assert_cmpint (mention_of (a, "Berg", 1)->entity, ==, mention_of (a, "Anna Berg", 0)->entity);
  g_assert_nonnull (strstr (mention_of (a, "Anna Berg", 0)->why, "network"));
  g_assert_null (mention_of (a, "Great Service", 0));
}

static void
test_plural_nouns (void)
{
  g_autoptr (PlxAnalysis) a = named ("Divers searched the area. Doran Vesk thanked them.");

  g_assert_null (mention_of (a, "Divers", 0));
  g_assert_cmpstr (entity_kind (a, "Doran Vesk", 0), ==, "person");
}

static void
test_relatives (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Prime Minister Oren Tal and his wife, Leda Tal, arrived. Tal said that he was glad.");

  g_assert_cmpstr (entity_name (a, "Tal", 2), ==, "Oren Tal");
}

static void
test_portfolios (void)
{
  g_autoptr (PlxAnalysis) a = named ("Minister of Agriculture Jadamba Enkhbayar signed it.");

  g_assert_cmpstr (entity_name (a, "Jadamba Enkhbayar", 0), ==, "Jadamba Enkhbayar");
}

static void
test_headline_words (void)
{
  g_autoptr (PlxAnalysis) a
    = named ("Search Operation Ends As Night Falls Over Alps\n\nThe plane fell near Barcelona.");

  g_assert_null (mention_of (a, "Search Operation", 0));
}

/* Lists of the program stand behind the folder that a line is spoilt in. */
static void
check_refused (const char *file, const char *contents, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *root = g_dir_make_tmp ("plx-lists-XXXXXX", &error);
  g_autofree char *folder = g_build_filename (root, "language", "en", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *before = g_strdup (g_getenv ("PLX_DATADIR"));
  PlxNameLists *lists;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_setenv ("PLX_DATADIR", root, TRUE);
  lists = plx_name_lists_new (&error);
  g_setenv ("PLX_DATADIR", before != NULL ? before : "", TRUE);
  g_assert_null (lists);
  g_assert_error (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_refused_lists (void)
{
  check_refused ("name-words.tsv", "# c\nnever\tMonday\nno-class\tword\n",
                 "name-words.tsv, line 3");
  check_refused ("gazetteer.tsv", "Norland\n", "gazetteer.tsv, line 1");
  check_refused ("titles.tsv", "president\tcrown\n", "titles.tsv, line 1");
  check_refused ("function-words.tsv", "# c\nof\n", "function-words.tsv, line 2");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lists ();
  g_test_add_func ("/names/listed", test_listed);
  g_test_add_func ("/names/invented", test_invented);
  g_test_add_func ("/names/adjective-in-office", test_adjective_in_office);
  g_test_add_func ("/names/same-body", test_same_body);
  g_test_add_func ("/names/two-of-one-surname", test_two_of_one_surname);
  g_test_add_func ("/names/pair-of-states", test_pair_of_states);
  g_test_add_func ("/names/roles", test_roles);
  g_test_add_func ("/names/no-names", test_no_names);
  g_test_add_func ("/names/plural-nouns", test_plural_nouns);
  g_test_add_func ("/names/companies", test_companies);
  if (plx_language_get_n_meaning (read_engine ()) > 0)
    g_test_add_func ("/names/network", test_network);
  g_test_add_func ("/names/relatives", test_relatives);
  g_test_add_func ("/names/portfolios", test_portfolios);
  g_test_add_func ("/names/headline-words", test_headline_words);
  g_test_add_func ("/names/refused-lists", test_refused_lists);
  result = g_test_run ();
  free_lists ();
  return result;
}
