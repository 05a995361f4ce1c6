/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-versions.h"

#include <string.h>

typedef struct {
  PlxAnalysis *before, *after;
  PlxVersions *versions;
} Pair;

static Pair
compare (const char *before, const char *after)
{
  Pair pair = { plx_analysis_new ("a", before, -1), plx_analysis_new ("b", after, -1), NULL };

  pair.versions = plx_versions_compare (pair.before, pair.after);
  return pair;
}

static void
pair_clear (Pair *pair)
{
  plx_versions_free (pair->versions);
  plx_analysis_unref (pair->before);
  plx_analysis_unref (pair->after);
}

/* "kept changed:12>19 added" */
static void
assert_passages (const Pair *pair, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < pair->versions->passages->len; i++)
    {
      const PlxPassage *passage = g_ptr_array_index (pair->versions->passages, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                              plx_passage_kind_to_nick (passage->kind));
      for (guint k = 0; k < passage->n_words_before; k++)
        {
          g_autofree char *words = plx_analysis_dup_span (pair->before, passage->words_before[k]);

          g_string_append_printf (found, ":%s", words);
        }
      for (guint k = 0; k < passage->n_words_after; k++)
        {
          g_autofree char *words = plx_analysis_dup_span (pair->after, passage->words_after[k]);

          g_string_append_printf (found, ">%s", words);
        }
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_kinds (void)
{
  Pair pair = compare ("The ferry sank on Friday. At least 12 people died in the cold water. "
                       "The captain was drunk. A minister came. He praised the crews.",
                       "A minister came. The ferry sank on Friday. At least 19 people died in the "
                       "cold water. He praised the crews. Rain is expected tomorrow.");

  assert_passages (&pair, "moved kept changed:12>19 removed kept added");
  g_assert_true (pair.versions->are_versions);
  g_assert_cmpuint (pair.versions->n_by_kind[PLX_PASSAGE_KEPT], ==, 2);
  pair_clear (&pair);
}

static void
test_same_and_other (void)
{
  Pair same = compare ("One thing. Another thing.", "One thing. Another thing.");
  Pair other = compare ("One thing happened.", "Nobody came.");
  Pair empty = compare ("", "");
  Pair grown = compare ("", "Nobody came.");

  g_assert_cmpfloat (same.versions->same_01, ==, 1.0);
  assert_passages (&same, "kept kept");
  g_assert_cmpfloat (other.versions->same_01, ==, 0.0);
  assert_passages (&other, "added removed");
  assert_passages (&empty, "");
  assert_passages (&grown, "added");
  pair_clear (&same);
  pair_clear (&other);
  pair_clear (&empty);
  pair_clear (&grown);
}

/* Three scripts: every span lies on code points, each sentence stands once. */
static void
test_scripts (void)
{
  Pair pair = compare ("김정은 위원장이 중국을 방문했다. 习近平会见了金正恩。他们讨论了合作。 Ende.",
                       "习近平昨天会见了金正恩。他们讨论了合作。 김정은 위원장이 러시아를 방문했다. Ende.");
  GString *json = g_string_new (NULL);

  g_assert_cmpuint (pair.versions->n_by_kind[PLX_PASSAGE_CHANGED], ==, 2);
  for (guint i = 0; i < pair.versions->passages->len; i++)
    {
      const PlxPassage *passage = g_ptr_array_index (pair.versions->passages, i);
      g_autofree char *before = plx_analysis_dup_span (pair.before, passage->before);
      g_autofree char *after = plx_analysis_dup_span (pair.after, passage->after);

      g_assert_true (g_utf8_validate (before, -1, NULL));
      g_assert_true (g_utf8_validate (after, -1, NULL));
    }
  plx_versions_write_json (pair.versions, pair.before, pair.after, json);
  g_assert_nonnull (strstr (json->str, "\"kind\":\"changed\""));
  g_string_free (json, TRUE);
  pair_clear (&pair);
}

/* Texts that are made to be slow: one word, one sentence, no sentence. */
static void
test_long (void)
{
  g_autoptr (GString) one = g_string_new (NULL), other = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 40000; i++)
    {
      g_string_append (one, "the man said no. ");
      g_string_append (other, i % 2 == 0 ? "the man says no. " : "a a a a b ");
    }
  {
    Pair pair = compare (one->str, other->str);

    pair_clear (&pair);
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/versions/kinds", test_kinds);
  g_test_add_func ("/compare/versions/same-and-other", test_same_and_other);
  g_test_add_func ("/compare/versions/scripts", test_scripts);
  g_test_add_func ("/compare/versions/long", test_long);
  return g_test_run ();
}
