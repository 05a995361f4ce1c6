/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-summary.h"

/* What goes into which section, by the engine and by a person. */

static PlxComparison *
compare_talks (Fixture *fixture)
{
  static const char *const claims[] = { "The talks between Vesk and Lian lasted three hours",
                                        "Vesk thanked Lian for the wheat", NULL };

  fixture_add (fixture, "Morning Post",
               "The talks between Vesk and Lian lasted three hours. Vesk thanked Lian for the "
               "wheat.");
  fixture_add (fixture, "Evening Post",
               "The talks between Vesk and Lian lasted two hours. Vesk thanked Lian for the "
               "wheat.");
  fixture_add (fixture, "Night Post",
               "The talks between Vesk and Lian lasted three hours. Vesk thanked Lian for the "
               "wheat.");
  fixture->articles[0].published = "2031-05-14";
  return fixture_compare (fixture, claims);
}

static const PlxSummaryItem *
find_item (const PlxSummary *summary, PlxSummaryKind kind, gint claim)
{
  for (guint i = 0; i < summary->sections[kind].items->len; i++)
    {
      const PlxSummaryItem *item = g_ptr_array_index (summary->sections[kind].items, i);

      if (item->claim == claim)
        return item;
    }
  return NULL;
}

static void
test_sections (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = compare_talks (&fixture);
  g_autoptr (PlxSummary) summary
    = plx_summary_new (comparison, fixture.articles, NULL, "Talks", 0);
  const PlxSummaryItem *talks = find_item (summary, PLX_SUMMARY_CONTRADICTED, 0);
  const PlxSummaryVoice *last;

  g_assert_nonnull (talks);
  g_assert_cmpuint (talks->n_sources, ==, 3);
  last = g_ptr_array_index (talks->voices, talks->voices->len - 1);
  g_assert_cmpint (last->status, ==, PLX_CELL_CONTRADICTED);
  g_assert_cmpstr (last->sources, ==, "Evening Post");
  g_assert_nonnull (strstr (last->words, "two hours"));
  g_assert_nonnull (find_item (summary, PLX_SUMMARY_AGREED, 1));
  g_assert_null (find_item (summary, PLX_SUMMARY_LEFT_OUT, 1));
  g_assert_cmpuint (summary->sources->len, ==, 3);
  g_assert_cmpstr (((PlxSummarySource *) g_ptr_array_index (summary->sources, 0))->dates, ==,
                   "14 May 2031");
  fixture_clear (&fixture);
}

static void
test_verdicts (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = compare_talks (&fixture);
  g_autofree PlxCellStatus *verdicts
    = g_new0 (PlxCellStatus, comparison->claims->len * comparison->columns->len);
  g_autoptr (PlxSummary) summary = NULL;
  const PlxSummaryItem *left;
  g_autofree char *silence = NULL;

  verdicts[1] = PLX_CELL_REPORTED;                                    // no contradiction after all
  verdicts[comparison->columns->len + 2] = PLX_CELL_LEFT_OUT;
  summary = plx_summary_new (comparison, fixture.articles, verdicts, "Talks", 0);
  g_assert_null (find_item (summary, PLX_SUMMARY_CONTRADICTED, 0));
  g_assert_nonnull (find_item (summary, PLX_SUMMARY_AGREED, 0));
  left = find_item (summary, PLX_SUMMARY_LEFT_OUT, 1);
  g_assert_nonnull (left);
  g_assert_true (((PlxSummaryVoice *) g_ptr_array_index (left->voices, 0))->is_decided);
  g_assert_cmpuint (summary->n_left_out, ==, 1);
  g_assert_cmpuint (summary->n_decided, ==, 2);
  silence = plx_summary_dup_silence (summary);
  g_assert_nonnull (strstr (silence, "A person decided 2 cells"));
  fixture_clear (&fixture);
}

static void
test_page (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  g_autoptr (PlxSummary) summary = NULL, again = NULL;
  g_autofree char *text = NULL, *same = NULL, *markdown = NULL;
  GString *body = g_string_new (NULL);
  guint n_shown = 0, n_more = 0;

  for (guint i = 0; i < 90; i++)
    g_string_append_printf (body, "Minister Vesk opened the harbour number %c%c of *Norland* <b>. ",
                            'A' + i % 26, 'A' + i / 26);
  fixture_add (&fixture, NULL, body->str);
  fixture_add (&fixture, NULL, "Nothing of the kind happened in Sarania that morning.");
  comparison = fixture_compare (&fixture, NULL);
  summary = plx_summary_new (comparison, fixture.articles, NULL, "A *story*", 12);
  again = plx_summary_new (comparison, fixture.articles, NULL, "A *story*", 12);
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    {
      n_shown += summary->sections[k].items->len;
      n_more += summary->sections[k].n_more;
    }
  g_assert_cmpuint (n_shown, <=, 12);
  g_assert_cmpuint (n_shown + n_more, >=, comparison->claims->len);
  g_assert_cmpuint (summary->sources->len, ==, 2);   // two unnamed ones are two
  text = plx_summary_dup_text (summary, PLX_SUMMARY_PLAIN);
  same = plx_summary_dup_text (again, PLX_SUMMARY_PLAIN);
  markdown = plx_summary_dup_text (summary, PLX_SUMMARY_MARKDOWN);
  g_assert_cmpstr (text, ==, same);
  g_assert_nonnull (strstr (markdown, "# A \\*story\\*"));
  g_assert_nonnull (strstr (text, "Unnamed outlet (no date)"));
  g_string_free (body, TRUE);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/summary/sections", test_sections);
  g_test_add_func ("/compare/summary/verdicts", test_verdicts);
  g_test_add_func ("/compare/summary/page", test_page);
  return g_test_run ();
}
