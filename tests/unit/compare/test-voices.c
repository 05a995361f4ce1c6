/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-tuning.h"

#define RETELLING "The Party Daily said Kim met Xi in the capital. Notably, the Daily omitted " \
                  "any mention of talks about the Korean Peninsula, which state radio had " \
                  "reported. According to state radio, Kim praised the balanced stance on the Korean " \
                  "Peninsula."

/* The founding example's matrix, with the statements that the language engine
 * finds in such an article put in by hand. */
static PlxAnalysis *
retelling (Fixture *fixture)
{
  PlxAnalysis *analysis = fixture_add (fixture, "Outlet", RETELLING);
  gint32 daily = add_entity (analysis, PLX_ENTITY_MEDIA, "Party Daily");
  gint32 radio = add_entity (analysis, PLX_ENTITY_MEDIA, "state radio");
  gint32 kim = add_entity (analysis, PLX_ENTITY_PERSON, "Kim");
  PlxStatement *omission;

  add_statement (analysis, "Kim met Xi in the capital", PLX_MODE_INDIRECT, daily, -1);
  omission = add_statement (analysis, "talks about the Korean Peninsula", PLX_MODE_OMISSION,
                            -1, -1);
  omission->omits_by = daily;
  omission->omits_reported_by = radio;
  add_statement (analysis, "Kim praised the balanced stance on the Korean Peninsula",
                 PLX_MODE_INDIRECT, radio, kim);
  return analysis;
}

static guint
column_of (const PlxComparison *comparison, const char *name)
{
  for (guint c = 0; c < comparison->columns->len; c++)
    if (strcmp (((PlxColumn *) g_ptr_array_index (comparison->columns, c))->name, name) == 0)
      return c;
  g_assert_not_reached ();
}

static guint
claim_of (const PlxComparison *comparison, const char *words)
{
  for (guint c = 0; c < comparison->claims->len; c++)
    if (strstr (((PlxClaim *) g_ptr_array_index (comparison->claims, c))->statement, words) != NULL)
      return c;
  g_assert_not_reached ();
}

static void
test_founding (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  guint daily, radio, claim;
  g_autofree char *evidence = NULL;

  retelling (&fixture);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->columns->len, ==, 3);
  daily = column_of (comparison, "Party Daily");
  radio = column_of (comparison, "state radio");
  claim = claim_of (comparison, "ny mention of talks about the Korean Peninsula");
  g_assert_cmpint (plx_comparison_get_cell (comparison, claim, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, claim, daily)->status, ==,
                   PLX_CELL_LEFT_OUT);
  g_assert_cmpstr (plx_comparison_get_cell (comparison, claim, daily)->brief, ==,
                   "left out, says Outlet");
  evidence = evidence_text (&fixture, plx_comparison_get_cell (comparison, claim, daily));
  g_assert_true (g_str_has_prefix (evidence, "Notably, the Daily omitted"));
  g_assert_cmpint (plx_comparison_get_cell (comparison, claim, radio)->status, ==,
                   PLX_CELL_REPORTED);
  fixture_clear (&fixture);
}

static void
test_retold (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  guint daily, radio, claim;

  retelling (&fixture);
  comparison = fixture_compare (&fixture, NULL);
  daily = column_of (comparison, "Party Daily");
  radio = column_of (comparison, "state radio");
  claim = claim_of (comparison, "Kim met Xi");
  g_assert_cmpint (plx_comparison_get_cell (comparison, claim, daily)->status, ==,
                   PLX_CELL_REPORTED);
  g_assert_cmpint (plx_comparison_get_cell (comparison, claim, radio)->status, ==,
                   PLX_CELL_NOT_EXAMINED);
  claim = claim_of (comparison, "balanced stance");
  g_assert_cmpint (plx_comparison_get_cell (comparison, claim, radio)->status, ==,
                   PLX_CELL_REPORTED);
  g_assert_cmpstr (plx_comparison_get_cell (comparison, claim, radio)->via[0], ==, "state radio");
  fixture_clear (&fixture);
}

/* A source whose own article is there gets no second column; its search stands,
 * and what is said of it is noted beside it. */
static void
test_present_source (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  const PlxCell *cell;
  guint claim;

  retelling (&fixture);
  fixture_add (&fixture, "The Party Daily", "Kim met Xi in the capital. They had dinner together.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->columns->len, ==, 3);
  claim = claim_of (comparison, "ny mention of talks about the Korean Peninsula");
  cell = plx_comparison_get_cell (comparison, claim, 1);
  g_assert_cmpint (cell->status, ==, PLX_CELL_NOT_FOUND);
  g_assert_nonnull (cell->record);
  g_assert_cmpstr (cell->brief, ==, "left out, says Outlet");
  fixture_clear (&fixture);
}

/* What was taken for a source and is a piece of a sentence gets no column. */
static void
test_fragments (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  PlxAnalysis *analysis = fixture_add (&fixture, "Outlet", "The tower fell in March. The mayor "
                                       "of Elm rebuilt it in May.");

  add_statement (analysis, "The tower fell in March", PLX_MODE_INDIRECT,
                 add_entity (analysis, PLX_ENTITY_MEDIA, "Several floors of the old tower in "
                             "the main street"), -1);
  add_statement (analysis, "The mayor of Elm rebuilt it in May", PLX_MODE_INDIRECT,
                 add_entity (analysis, PLX_ENTITY_MEDIA, "Elm Radio"), -1);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->columns->len, ==, 2);
  g_assert_cmpuint (column_of (comparison, "Elm Radio"), ==, 1);
  fixture_clear (&fixture);
}

/* 300 articles, each of which hears a paper of its own, and one that all hear. */
static void
many_heard (Fixture *fixture)
{
  for (guint a = 0; a < 300; a++)
    {
      g_autofree char *own = g_strdup_printf ("Mayor Number%u opened school %u in Town%u", a, a,
                                              a % 50);
      g_autofree char *paper = g_strdup_printf ("Gazette%u", a);
      g_autofree char *text = g_strdup_printf ("%s. The ferry Aurora sank off Port Elm. Rescuers "
                                               "saved %u passengers.", own, 100 + a % 3);
      g_autofree char *source = g_strdup_printf ("Outlet%u", a);
      PlxAnalysis *analysis = fixture_add (fixture, NULL, text);

      fixture->articles[a].source = plx_analysis_intern (analysis, source);
      add_statement (analysis, own, PLX_MODE_INDIRECT,
                     add_entity (analysis, PLX_ENTITY_MEDIA, paper), -1);
      add_statement (analysis, "The ferry Aurora sank off Port Elm", PLX_MODE_INDIRECT,
                     add_entity (analysis, PLX_ENTITY_MEDIA, "Elm Radio"), -1);
    }
}

static void
check_cells (const Fixture *fixture, const PlxComparison *comparison)
{
  for (guint c = 0; c < comparison->claims->len; c++)
    for (guint i = 0; i < comparison->columns->len; i++)
      {
        const PlxColumn *column = g_ptr_array_index (comparison->columns, i);
        const PlxCell *cell = plx_comparison_get_cell (comparison, c, i);
        gboolean is_told = cell->status == PLX_CELL_REPORTED || cell->status == PLX_CELL_DIFFERS
                           || cell->status == PLX_CELL_CONTRADICTED;
        g_autofree char *words = is_told ? evidence_text (fixture, cell) : NULL;

        g_assert_cmpint (column->article, ==, i < 300 ? (gint) i : -1);
        g_assert_true (is_told == (words != NULL && *words != '\0'));
        g_assert_true (i >= 300 || is_told || cell->record != NULL);
        if (is_told && i < 300)
          g_assert_cmpint (cell->evidence.article, ==, (gint) i);
      }
}

/* All articles have a column, of what they hear the most told, and the same comes
 * out again. */
/* A text of nobody in particular and a body that is no outlet have no column. */
static void
test_nobody (void)
{
  static const struct
  {
    const char *name;
    gboolean stays;
  } voices[] = {
    { "report", FALSE }, { "Story", FALSE }, { "harbour report", FALSE },
    { "editorial Wednesday", FALSE }, { "newspaper", FALSE }, { "coastal safety agency", FALSE },
    { "state news agency", TRUE }, { "Elm Report", TRUE }, { "al-Elm", TRUE },
    { "state television", TRUE }, { "엘름신문", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      Fixture fixture = { 0 };
      PlxAnalysis *analysis = fixture_add (&fixture, "Outlet", "The tower of Elm fell in March.");
      g_autoptr (PlxComparison) comparison = NULL;

      add_statement (analysis, "The tower of Elm fell in March", PLX_MODE_INDIRECT,
                     add_entity (analysis, PLX_ENTITY_MEDIA, voices[i].name), -1);
      comparison = fixture_compare (&fixture, NULL);
      g_test_message ("%s", voices[i].name);
      g_assert_cmpuint (comparison->columns->len, ==, voices[i].stays ? 2 : 1);
      fixture_clear (&fixture);
    }
}

static void
test_three_hundred (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL, again = NULL;
  g_autoptr (GString) json = g_string_new (NULL), same = g_string_new (NULL);

  many_heard (&fixture);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->columns->len, ==, 300 + PLX_VOICES_MAX);
  g_assert_cmpuint (column_of (comparison, "Elm Radio"), >=, 300);
  g_assert_cmpuint (comparison->claims->len, >=, 300);
  check_cells (&fixture, comparison);
  again = fixture_compare (&fixture, NULL);
  plx_comparison_write_json (comparison, fixture.articles, json);
  plx_comparison_write_json (again, fixture.articles, same);
  g_assert_true (g_string_equal (json, same));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/voices/founding", test_founding);
  g_test_add_func ("/compare/voices/retold", test_retold);
  g_test_add_func ("/compare/voices/present-source", test_present_source);
  g_test_add_func ("/compare/voices/fragments", test_fragments);
  g_test_add_func ("/compare/voices/nobody", test_nobody);
  g_test_add_func ("/compare/voices/three-hundred", test_three_hundred);
  return g_test_run ();
}
