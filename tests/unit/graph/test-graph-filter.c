/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-fixture.h"

/* A: Kim met Xi, Kim thanked China, A reported Kim.
 * B: Xi met Kim (the same), Kim warned China, B reported Kim, Xi visited Oslo. */
static PlxGraph *
two_sources (void)
{
  g_autoptr (PlxAnalysis)
    a = fixture_new ("Kim met Xi. Kim thanked China. Kim thanked China again.");
  g_autoptr (PlxAnalysis) b = fixture_new ("Xi met Kim. Kim warned China. Xi visited Oslo.");
  const PlxGraphArticle articles[] = {
    { .article = 1, .source = "A", .analysis = a },
    { .article = 2, .source = "B", .analysis = b },
  };
  gint32 kim = fixture_entity (a, "Kim", PLX_ENTITY_PERSON),
         xi = fixture_entity (a, "Xi", PLX_ENTITY_PERSON);
  gint32 china = fixture_entity (a, "China", PLX_ENTITY_STATE);
  const gint32 speaker[] = { kim };

  fixture_relation (a, kim, "met", xi, -1, "Kim met Xi");
  fixture_relation (a, kim, "thanked", china, -1, "Kim thanked China.");
  fixture_relation (a, kim, "thanked", china, -1, "Kim thanked China again");
  fixture_statement (a, "thanked", speaker, 1);

  kim = fixture_entity (b, "Kim", PLX_ENTITY_PERSON);
  xi = fixture_entity (b, "Xi", PLX_ENTITY_PERSON);
  china = fixture_entity (b, "China", PLX_ENTITY_STATE);
  fixture_relation (b, xi, "met", kim, -1, "Xi met Kim");
  fixture_relation (b, kim, "warned", china, -1, "warned");
  fixture_relation (b, xi, "visited", fixture_entity (b, "Oslo", PLX_ENTITY_PLACE), -1, "visited");
  fixture_statement (b, "warned", speaker, 1);
  return plx_graph_build (articles, 2, NULL, NULL);
}

static void
test_source (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autoptr (PlxGraph) only = plx_graph_filter (all, &(PlxGraphFilter) { .source = "A" });

  g_assert_cmpuint (only->edges->len, ==, 3);
  g_assert_null (fixture_edge (only, "Kim", "warned", "China"));
  g_assert_cmpuint (fixture_edge (only, "Kim", "met", "Xi")->evidence->len, ==, 1);
  for (guint i = 0; i < only->nodes->len; i++)
    g_assert_cmpstr (PLX_GRAPH_NODE (only, i)->label, !=, "Oslo");
}

static void
test_difference (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autoptr (PlxGraph)
    rest = plx_graph_filter (all, &(PlxGraphFilter) { .source = "A", .minus = "B" });

  g_assert_cmpuint (rest->edges->len, ==, 1);
  g_assert_nonnull (fixture_edge (rest, "Kim", "thanked", "China"));
}

static void
test_everybody_minus (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autoptr (PlxGraph) rest = plx_graph_filter (all, &(PlxGraphFilter) { .minus = "A" });

  g_assert_nonnull (fixture_edge (rest, "Xi", "visited", "Oslo"));
  g_assert_null (fixture_edge (rest, "Kim", "met", "Xi"));
  g_assert_null (fixture_edge (rest, "Kim", "thanked", "China"));
}

static void
test_relation_kinds_evidence (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autoptr (PlxGraph) met = plx_graph_filter (all, &(PlxGraphFilter) { .relation = "met" });
  g_autoptr (PlxGraph)
    people = plx_graph_filter (all, &(PlxGraphFilter) { .kinds = 1u << PLX_ENTITY_PERSON });
  g_autoptr (PlxGraph) strong = plx_graph_filter (all, &(PlxGraphFilter) { .min_evidence = 2 });

  g_assert_cmpuint (met->edges->len, ==, 1);
  g_assert_cmpuint (people->edges->len, ==, 1);
  g_assert_cmpuint (people->nodes->len, ==, 2);
  g_assert_cmpuint (strong->edges->len, ==, 2);
}

static void
test_compare (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autofree PlxGraphShare *shares = plx_graph_compare (all, "A", "B");

  for (guint i = 0; i < all->edges->len; i++)
    {
      const char *kind = PLX_GRAPH_EDGE (all, i)->kind;
      PlxGraphShare expected = g_str_equal (kind, "met") || g_str_equal (kind, "reported")
                                 ? PLX_GRAPH_SHARE_BOTH
                               : g_str_equal (kind, "thanked") ? PLX_GRAPH_SHARE_A
                                                               : PLX_GRAPH_SHARE_B;

      g_assert_cmpint (shares[i], ==, expected);
    }
}

static void
test_difference_graph (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autofree PlxGraphShare *shares = NULL, *none = NULL;
  g_autoptr (PlxGraph) both = plx_graph_difference (all, "A", "B", &shares);
  g_autoptr (PlxGraph) nothing = plx_graph_difference (all, "A", "A stranger", &none);

  g_assert_cmpuint (both->edges->len, ==, all->edges->len);
  for (guint i = 0; i < both->edges->len; i++)
    g_assert_cmpint (shares[i], !=, PLX_GRAPH_SHARE_NEITHER);
  for (guint i = 0; i < nothing->edges->len; i++)
    g_assert_cmpint (none[i], ==, PLX_GRAPH_SHARE_A);
}

/* Kim has most edges, then China and Xi. */
static void
test_order (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_autofree guint *order = plx_graph_dup_order (all);
  g_autofree gboolean *seen = g_new0 (gboolean, all->nodes->len);

  g_assert_cmpstr (PLX_GRAPH_NODE (all, order[0])->label, ==, "Kim");
  for (guint i = 0; i < all->nodes->len; i++)
    {
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
    }
}

static void
test_lists (void)
{
  g_autoptr (PlxGraph) all = two_sources ();
  g_auto (GStrv) sources = plx_graph_dup_sources (all);
  g_auto (GStrv) kinds = plx_graph_dup_kinds (all);
  const char *expected[] = { "met", "reported", "thanked", "visited", "warned", NULL };

  g_assert_cmpstrv (sources, ((const char *[]) { "A", "B", NULL }));
  g_assert_cmpstrv (kinds, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/filter/source", test_source);
  g_test_add_func ("/graph/filter/difference", test_difference);
  g_test_add_func ("/graph/filter/everybody-minus", test_everybody_minus);
  g_test_add_func ("/graph/filter/relation-kinds-evidence", test_relation_kinds_evidence);
  g_test_add_func ("/graph/filter/compare", test_compare);
  g_test_add_func ("/graph/filter/difference-graph", test_difference_graph);
  g_test_add_func ("/graph/filter/order", test_order);
  g_test_add_func ("/graph/filter/lists", test_lists);
  return g_test_run ();
}
