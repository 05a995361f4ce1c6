/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-reuse.h"

/* @n words of a small invented language, the same for the same @seed. */
static char *
babble (guint32 seed, guint n, double changed_01, guint32 change_seed)
{
  g_autoptr (GRand) words = g_rand_new_with_seed (seed);
  g_autoptr (GRand) dice = g_rand_new_with_seed (change_seed);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint word = (guint) g_rand_int_range (words, 0, 900);

      if (g_rand_double (dice) < changed_01)
        word = (guint) g_rand_int_range (dice, 0, 900);
      g_string_append_printf (out, "w%u ", word);
    }
  return g_string_free (out, FALSE);
}

static void
test_planted (void)
{
  enum { N = 40 };
  const char *texts[2 * N];
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < N; i++)
    {
      texts[2 * i] = babble (i, 100 + 5 * i, 0.0, 1);
      texts[2 * i + 1] = babble (i, 100 + 5 * i, 0.25, i);
    }
  copies = plx_copies_find (texts, 2 * N, NULL);
  g_assert_cmpuint (copies->len, ==, N);
  for (guint g = 0; g < copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (copies, g);

      g_assert_cmpuint (group->len, ==, 2);
      g_assert_cmpint (g_array_index (group, gint, 1), ==, g_array_index (group, gint, 0) + 1);
    }
  for (guint i = 0; i < 2 * N; i++)
    g_free ((char *) texts[i]);
}

static void
test_many_prints (void)
{
  g_autofree char *wire = babble (7, 200, 0.0, 1);
  const char *texts[60];
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = wire;
  copies = plx_copies_find (texts, G_N_ELEMENTS (texts), NULL);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (copies, 0))->len, ==, 60);
}

/* Sixty editors each change a tenth of one report: more prints than can all be
 * held against each other by every gram. */
static void
test_many_edits (void)
{
  const char *texts[60];
  g_autoptr (GPtrArray) copies = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = babble (7, 200, i % 3 * 0.05, i);
  copies = plx_copies_find (texts, G_N_ELEMENTS (texts), NULL);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (copies, 0))->len, ==, 60);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *) texts[i]);
}

static void
test_nothing_shared (void)
{
  const char *texts[] = { "", "", "The king left.", "The queen left.", "한국어 문장입니다." };
  g_autoptr (GPtrArray) copies = plx_copies_find (texts, G_N_ELEMENTS (texts), NULL);
  g_autoptr (GPtrArray) none = plx_copies_find (NULL, 0, NULL);

  g_assert_cmpuint (copies->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/reuse/planted", test_planted);
  g_test_add_func ("/compare/reuse/many-prints", test_many_prints);
  g_test_add_func ("/compare/reuse/many-edits", test_many_edits);
  g_test_add_func ("/compare/reuse/nothing-shared", test_nothing_shared);
  return g_test_run ();
}
