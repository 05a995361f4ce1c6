/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-likeness.h"

typedef struct {
  PlxEntityKind kind;
  const char *one, *other;
  PlxLikeness likeness;
} Case;

static const Case cases[] = {
  { PLX_ENTITY_PARTY, "WPK", "Workers’ Party of Korea", PLX_LIKE_INITIALS },
  { PLX_ENTITY_ORGANISATION, "United Nations", "U.N.", PLX_LIKE_INITIALS },
  { PLX_ENTITY_PERSON, "Xi Jinping", "Jinping Xi", PLX_LIKE_ORDER },
  { PLX_ENTITY_PERSON, "Volodymyr Zelensky", "Volodymyr Zelenskyy", PLX_LIKE_SPELLING },
  { PLX_ENTITY_PERSON, "Ri Son-gwon", "Ri Son Gwon", PLX_LIKE_SPELLING },
  { PLX_ENTITY_PERSON, "José Muñoz", "Jose Munoz", PLX_LIKE_SPELLING },
  { PLX_ENTITY_PERSON, "Vesk", "Ana Vesk", PLX_LIKE_PART },
  { PLX_ENTITY_PERSON, "John Kennedy", "John Fitzgerald Kennedy", PLX_LIKE_PART },
  { PLX_ENTITY_PLACE, "Hubei", "Hubei Province", PLX_LIKE_PART },
  { PLX_ENTITY_PERSON, "Kim Jong Un", "Kim Jong Il", PLX_LIKE_NOTHING },
  { PLX_ENTITY_PERSON, "George Bush", "Laura Bush", PLX_LIKE_NOTHING },
  { PLX_ENTITY_PLACE, "Iran", "Iraq", PLX_LIKE_NOTHING },
  { PLX_ENTITY_PLACE, "North Korea", "South Korea", PLX_LIKE_NOTHING },
  { PLX_ENTITY_ORGANISATION, "the ministry", "Ministry of Defence", PLX_LIKE_NOTHING },
  { PLX_ENTITY_ORGANISATION, "Bank of Norland", "Bank of Sarania", PLX_LIKE_NOTHING },
  { PLX_ENTITY_PERSON, "", "Ana Vesk", PLX_LIKE_NOTHING },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlxNamed one = { cases[i].kind, cases[i].one, NULL };
      PlxNamed other = { cases[i].kind, cases[i].other, NULL };

      g_test_message ("%s, %s", cases[i].one, cases[i].other);
      g_assert_cmpint (plx_likeness_judge (&one, &other), ==, cases[i].likeness);
      g_assert_cmpint (plx_likeness_judge (&other, &one), ==, cases[i].likeness);
    }
}

static void
test_kinds (void)
{
  PlxNamed person = { PLX_ENTITY_PERSON, "Ana Vesk", NULL };
  PlxNamed place = { PLX_ENTITY_PLACE, "Vesk", NULL };

  g_assert_cmpint (plx_likeness_judge (&person, &place), ==, PLX_LIKE_NOTHING);
}

/* The surest reason of all pairs of names is told. */
static void
test_aliases (void)
{
  const char *names[] = { "Vesk", "Anna Wesk", NULL };
  PlxNamed one = { PLX_ENTITY_PERSON, "Ana Vesk", NULL };
  PlxNamed other = { PLX_ENTITY_PERSON, "the president", names };

  g_assert_cmpint (plx_likeness_judge (&one, &other), ==, PLX_LIKE_PART);
}

static void
test_long_names (void)
{
  g_autofree char *word = g_strnfill (10000, 'x');
  g_autofree char *name = g_strconcat ("A", word, " B", NULL);
  PlxNamed one = { PLX_ENTITY_PERSON, name, NULL };

  g_assert_cmpint (plx_likeness_judge (&one, &one), ==, PLX_LIKE_NOTHING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/likeness/names", test_names);
  g_test_add_func ("/language/likeness/kinds", test_kinds);
  g_test_add_func ("/language/likeness/aliases", test_aliases);
  g_test_add_func ("/language/likeness/long-names", test_long_names);
  return g_test_run ();
}
