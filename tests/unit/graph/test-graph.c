/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-fixture.h"

static const char *text
  = "Rodong Sinmun said that Kim met Xi in Beijing. "
    "Kim thanked China. "
    "The newspaper left out Korea, which Chinese state media reported. "
    "Xi leads the Communist Party.";

static PlxAnalysis *
summit_new (void)
{
  PlxAnalysis *a = fixture_new (text);
  gint32 rodong = fixture_entity (a, "Rodong Sinmun", PLX_ENTITY_MEDIA);
  gint32 kim = fixture_entity (a, "Kim", PLX_ENTITY_PERSON);
  gint32 xi = fixture_entity (a, "Xi", PLX_ENTITY_PERSON);
  gint32 china = fixture_entity (a, "China", PLX_ENTITY_STATE);
  fixture_entity (a, "Korea", PLX_ENTITY_PLACE);
  gint32 media = fixture_entity (a, "Chinese state media", PLX_ENTITY_MEDIA);
  gint32 party = fixture_entity (a, "Communist Party", PLX_ENTITY_PARTY);
  const gint32 by_rodong[] = { rodong }, by_kim[] = { rodong, kim };
  PlxStatement *omission;

  fixture_statement (a, "Kim met Xi in Beijing", by_rodong, 1);
  fixture_statement (a, "thanked China", by_kim, 2);
  omission = fixture_statement (a, "Korea", NULL, 0);
  omission->mode = PLX_MODE_OMISSION;
  omission->omits_by = rodong;
  omission->omits_reported_by = media;
  fixture_relation (a, kim, "met", xi, 0, "Kim met Xi");
  fixture_relation (a, kim, "thanked", china, 1, "thanked China");
  fixture_relation (a, xi, "leader of", party, -1, "Xi leads");
  return a;
}

static PlxGraph *
build_one (PlxAnalysis *analysis, const char *source)
{
  PlxGraphArticle article = { .article = 7, .source = source, .analysis = analysis };
  g_autoptr (GError) error = NULL;
  PlxGraph *graph = plx_graph_build (&article, 1, NULL, &error);

  g_assert_no_error (error);
  return graph;
}

static void
test_edges (void)
{
  g_autoptr (PlxAnalysis) a = summit_new ();
  g_autoptr (PlxGraph) graph = build_one (a, "Continental Press");
  const PlxGraphEdge *met = fixture_edge (graph, "Kim", "met", "Xi");

  g_assert_nonnull (met);
  g_assert_false (met->observed);
  g_assert_cmpuint (met->evidence->len, ==, 1);
  g_assert_cmpstr (PLX_GRAPH_EVIDENCE (met, 0)->source, ==, "Rodong Sinmun");
  g_assert_cmpstr (PLX_GRAPH_EVIDENCE (met, 0)->quote, ==,
                   "Rodong Sinmun said that Kim met Xi in Beijing.");
  g_assert_cmpint (PLX_GRAPH_EVIDENCE (met, 0)->article, ==, 7);
  g_assert_true (fixture_edge (graph, "Xi", "leader of", "Communist Party")->observed);
  g_assert_nonnull (fixture_edge (graph, "Rodong Sinmun", "reported", "Kim"));
  g_assert_nonnull (fixture_edge (graph, "Continental Press", "cited", "Rodong Sinmun"));
  g_assert_cmpstr (
    PLX_GRAPH_EVIDENCE (fixture_edge (graph, "Xi", "leader of", "Communist Party"), 0)->source, ==,
    "Continental Press");
}

static void
test_omission (void)
{
  g_autoptr (PlxAnalysis) a = summit_new ();
  g_autoptr (PlxGraph) graph = build_one (a, "Continental Press");
  const PlxGraphEdge *edge = fixture_edge (graph, "Rodong Sinmun", "left out", "Korea");

  g_assert_nonnull (edge);
  g_assert_cmpstr (PLX_GRAPH_EVIDENCE (edge, 0)->source, ==, "Continental Press");
  g_assert_nonnull (fixture_edge (graph, "Chinese state media", "reported", "Korea"));
}

/* Nobody is named in what was left out: the matter itself is the node. */
static void
test_omitted_topic (void)
{
  g_autoptr (PlxAnalysis) a = fixture_new (
    "The Daily made no mention of the cancelled inspection of the old ferry at its berth in May.");
  gint32 daily = fixture_entity (a, "The Daily", PLX_ENTITY_MEDIA);
  PlxStatement *omission =
    fixture_statement (a, "the cancelled inspection of the old ferry at its berth in May", NULL, 0);
  g_autoptr (PlxGraph) graph = NULL;

  omission->mode = PLX_MODE_OMISSION;
  omission->omits_by = daily;
  graph = build_one (a, "Times");
  g_assert_nonnull (fixture_edge (graph, "The Daily", "left out",
                                  "the cancelled inspection of the old ferry at…"));
}

static void
test_unnamed (void)
{
  g_autoptr (PlxAnalysis) a = summit_new ();
  g_autoptr (PlxGraph) graph = build_one (a, NULL);

  for (guint i = 0; i < graph->nodes->len; i++)
    g_assert_cmpstr (PLX_GRAPH_NODE (graph, i)->label, !=, PLX_GRAPH_UNNAMED);
  g_assert_cmpstr (
    PLX_GRAPH_EVIDENCE (fixture_edge (graph, "Xi", "leader of", "Communist Party"), 0)->source, ==,
    PLX_GRAPH_UNNAMED);
}

/* The publisher of one article is the medium another speaks of; entities merge
 * by the project's id whatever they are called, and by name without it. */
static void
test_merge (void)
{
  g_autoptr (PlxAnalysis) a = summit_new ();
  g_autoptr (PlxAnalysis) b = fixture_new ("Kim Jong Un met Xi Jinping.");
  gint32 kim = fixture_entity (b, "Kim Jong Un", PLX_ENTITY_PERSON);
  gint32 xi = fixture_entity (b, "Xi Jinping", PLX_ENTITY_PERSON);
  const gint64 ids_a[] = { 10, 11, 12, 13, 14, 15, 16 }, ids_b[] = { 11, 12 };
  const PlxGraphArticle articles[] = {
    { .article = 1, .source = "Continental Press", .analysis = a, .entities = ids_a },
    { .article = 2, .source = "Rodong Sinmun", .analysis = b, .entities = ids_b },
  };
  g_autoptr (PlxGraph) graph = NULL;
  const PlxGraphEdge *met;

  fixture_relation (b, xi, "met", kim, -1, "met");
  graph = plx_graph_build (articles, 2, NULL, NULL);
  met = fixture_edge (graph, "Kim Jong Un", "met", "Xi Jinping");
  g_assert_nonnull (met);
  g_assert_cmpuint (met->evidence->len, ==, 2);
  g_assert_true (met->observed);
  g_assert_cmpstr (PLX_GRAPH_EVIDENCE (met, 0)->source, ==, "Rodong Sinmun");
  g_assert_cmpstr (PLX_GRAPH_EVIDENCE (met, 1)->source, ==, "Rodong Sinmun");
  for (guint i = 0, n = 0; i < graph->nodes->len; i++)
    {
      n += g_str_equal (PLX_GRAPH_NODE (graph, i)->label, "Rodong Sinmun") ? 1 : 0;
      g_assert_cmpuint (n, <=, 1);
    }
}

static void
test_group (void)
{
  g_autoptr (PlxAnalysis) a = fixture_new ("Kim and Xi spoke. The two leaders visited Pyongyang.");
  gint32 kim = fixture_entity (a, "Kim", PLX_ENTITY_PERSON);
  gint32 xi = fixture_entity (a, "Xi", PLX_ENTITY_PERSON);
  gint32 both = fixture_entity (a, "The two leaders", PLX_ENTITY_PERSON);
  gint32 city = fixture_entity (a, "Pyongyang", PLX_ENTITY_PLACE);
  const gint32 members[] = { kim, xi };
  g_autoptr (PlxGraph) graph = NULL;

  PLX_ENTITY (a, both)->members = plx_analysis_add_numbers (a, members, 2);
  fixture_relation (a, both, "visited", city, -1, "visited");
  graph = build_one (a, NULL);
  g_assert_cmpuint (graph->edges->len, ==, 2);
  g_assert_nonnull (fixture_edge (graph, "Kim", "visited", "Pyongyang"));
  g_assert_nonnull (fixture_edge (graph, "Xi", "visited", "Pyongyang"));
}

static void
add_event (PlxAnalysis *a, const char *kind, const char *trigger, const gint32 *entities, guint n,
           gint32 place)
{
  PlxEvent event = {
    .kind = plx_analysis_intern (a, kind),
    .trigger = fixture_span (a, trigger),
    .place = place,
    .statement = -1,
    .participants = { a->participants->len, n },
  };

  event.span = event.trigger;
  for (guint i = 0; i < n; i++)
    {
      PlxParticipant participant = { .entity = entities[i], .role = "agent" };
      g_array_append_val (a->participants, participant);
    }
  g_array_append_val (a->events, event);
}

static void
test_events (void)
{
  g_autoptr (PlxAnalysis) a = fixture_new ("Kim met Xi in Beijing. Kim and Xi signed it.");
  gint32 kim = fixture_entity (a, "Kim", PLX_ENTITY_PERSON);
  gint32 xi = fixture_entity (a, "Xi", PLX_ENTITY_PERSON);
  gint32 city = fixture_entity (a, "Beijing", PLX_ENTITY_PLACE);
  const gint32 both[] = { kim, xi };
  g_autoptr (PlxGraph) graph = NULL;

  fixture_relation (a, kim, "met", xi, -1, "met");
  add_event (a, "meeting", "met", both, 2, city);
  add_event (a, "agreement", "signed", both, 2, -1);
  graph = build_one (a, NULL);
  g_assert_null (fixture_edge (graph, "Kim", "meeting", "Xi"));
  g_assert_nonnull (fixture_edge (graph, "Kim", "at", "Beijing"));
  g_assert_nonnull (fixture_edge (graph, "Kim", "agreement", "Xi"));
}

/* A text without full stops: evidence stays short, whole and in the text. */
static void
test_long_sentence (void)
{
  g_autoptr (GString) words = g_string_new ("");
  g_autoptr (PlxAnalysis) a = NULL;
  g_autoptr (PlxGraph) graph = NULL;
  const PlxGraphEvidence *evidence;
  gint32 kim, xi;

  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "조선 ");
  g_string_append (words, "Kim met Xi ");
  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "중국 ");
  g_string_append (words, ".");
  a = fixture_new (words->str);
  kim = fixture_entity (a, "Kim", PLX_ENTITY_PERSON);
  xi = fixture_entity (a, "Xi", PLX_ENTITY_PERSON);
  fixture_relation (a, kim, "met", xi, -1, "Kim met Xi");
  graph = build_one (a, NULL);
  evidence = PLX_GRAPH_EVIDENCE (fixture_edge (graph, "Kim", "met", "Xi"), 0);
  g_assert_cmpuint (strlen (evidence->quote), <=, 1200);
  g_assert_true (g_utf8_validate (evidence->quote, -1, NULL));
  g_assert_nonnull (strstr (evidence->quote, "Kim met Xi"));
  g_assert_cmpint (evidence->chars.end - evidence->chars.begin, ==,
                   g_utf8_strlen (evidence->quote, -1));
}

static void
test_empty (void)
{
  g_autoptr (PlxAnalysis) a = plx_analysis_new ("t", "", 0);
  g_autoptr (PlxGraph) none = plx_graph_build (NULL, 0, NULL, NULL);
  g_autoptr (PlxGraph) graph = build_one (a, "Nobody");

  g_assert_cmpuint (none->nodes->len, ==, 0);
  g_assert_cmpuint (graph->nodes->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (PlxAnalysis) a = summit_new ();
  PlxGraphArticle article = { .analysis = a };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plx_graph_build (&article, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/build/edges", test_edges);
  g_test_add_func ("/graph/build/omission", test_omission);
  g_test_add_func ("/graph/build/omitted-topic", test_omitted_topic);
  g_test_add_func ("/graph/build/unnamed-outlet", test_unnamed);
  g_test_add_func ("/graph/build/merge", test_merge);
  g_test_add_func ("/graph/build/group", test_group);
  g_test_add_func ("/graph/build/events", test_events);
  g_test_add_func ("/graph/build/long-sentence", test_long_sentence);
  g_test_add_func ("/graph/build/empty", test_empty);
  g_test_add_func ("/graph/build/cancelled", test_cancelled);
  return g_test_run ();
}
