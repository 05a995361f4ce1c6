/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-fixture.h"

#include <json-glib/json-glib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "graph/plx-graph-export.h"

/* Quotes, commas, markup and a control character, as real texts have them. */
static PlxGraph *
awkward_new (void)
{
  g_autoptr (PlxAnalysis) a = fixture_new ("안녕 <b> & \"Kim, Jr\" met\x01 Xi.");
  PlxGraphArticle article = { .article = 3, .source = "A & B, \"C\"", .analysis = a };
  gint32 kim = fixture_entity (a, "\"Kim, Jr\"", PLX_ENTITY_PERSON);
  gint32 xi = fixture_entity (a, "Xi", PLX_ENTITY_PERSON);

  fixture_relation (a, kim, "met", xi, -1, "met");
  return plx_graph_build (&article, 1, NULL, NULL);
}

static GBytes *
export (PlxGraph *graph, const char *name)
{
  g_autoptr (GError) error = NULL;
  PlxGraphFormat format;
  GBytes *bytes;

  g_assert_true (plx_graph_format_parse (name, &format));
  bytes = plx_graph_export (graph, format, &error);
  g_assert_no_error (error);
  return bytes;
}

static xmlDoc *
parse_xml (GBytes *bytes)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  xmlDoc *doc = xmlReadMemory (data, (int) n, "graph", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

  g_assert_nonnull (doc);
  return doc;
}

static int
count (xmlDoc *doc, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) path, context);
  int n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;

  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static void
test_graphml (void)
{
  g_autoptr (PlxGraph) graph = awkward_new ();
  g_autoptr (GBytes) bytes = export (graph, "graphml");
  xmlDoc *doc = parse_xml (bytes);

  g_assert_cmpint (count (doc, "//*[local-name()='node']"), ==, 2);
  g_assert_cmpint (count (doc, "//*[local-name()='edge'][@source='n0' and @target='n1']"), ==, 1);
  g_assert_cmpint (count (doc, "//*[local-name()='node']/*[@key='label' and .='\"Kim, Jr\"']"), ==,
                   1);
  g_assert_cmpint (count (doc, "//*[@key='sources' and .='A & B, \"C\"']"), ==, 1);
  g_assert_cmpint (count (doc, "//*[@key='weight' and .='1']"), ==, 1);
  xmlFreeDoc (doc);
}

static void
test_gexf (void)
{
  g_autoptr (PlxGraph) graph = awkward_new ();
  g_autoptr (GBytes) bytes = export (graph, "gexf");
  xmlDoc *doc = parse_xml (bytes);

  g_assert_cmpint (count (doc, "//*[local-name()='node'][@label='\"Kim, Jr\"']"), ==, 1);
  g_assert_cmpint (count (doc, "//*[local-name()='edge'][@label='met' and @weight='1']"), ==, 1);
  g_assert_cmpint (count (doc, "//*[local-name()='position']"), ==, 2);
  xmlFreeDoc (doc);
}

static void
test_json (void)
{
  g_autoptr (PlxGraph) graph = awkward_new ();
  g_autoptr (GBytes) bytes = export (graph, "json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  JsonObject *root, *edge, *evidence;
  JsonArray *span;

  g_assert_true (json_parser_load_from_data (parser, data, (gssize) n, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "nodes")), ==, 2);
  edge = json_array_get_object_element (json_object_get_array_member (root, "edges"), 0);
  g_assert_cmpstr (json_object_get_string_member (edge, "kind"), ==, "met");
  evidence = json_array_get_object_element (json_object_get_array_member (edge, "evidence"), 0);
  g_assert_cmpstr (json_object_get_string_member (evidence, "source"), ==, "A & B, \"C\"");
  span = json_object_get_array_member (evidence, "span");
  g_assert_cmpint (json_array_get_int_element (span, 1), ==,
                   g_utf8_strlen (json_object_get_string_member (evidence, "quote"), -1));
}

static void
test_csv (void)
{
  g_autoptr (PlxGraph) graph = awkward_new ();
  g_autoptr (GBytes) bytes = export (graph, "csv");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (
    g_str_has_prefix (lines[1],
                      "\"\"\"Kim, Jr\"\"\",\"person\",\"met\",\"Xi\",\"person\",\"\",true,1,"));
}

static void
test_pictures (void)
{
  g_autoptr (PlxGraph) graph = fixture_tree (25, 2);
  g_autoptr (GBytes) svg = export(graph, "svg"), pdf = export(graph, "pdf"),
                     png = export(graph, "png");
  xmlDoc *doc = parse_xml (svg);

  g_assert_cmpint (count (doc, "//*[local-name()='path']"), >, 50);
  xmlFreeDoc (doc);
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
  g_assert_cmpint (memcmp (g_bytes_get_data (png, NULL), "\x89PNG", 4), ==, 0);
}

/* Also within one process: cairo numbers its surfaces. */
static void
test_same_bytes (void)
{
  static const char * const formats[] = { "graphml", "gexf", "json", "csv", "svg", "pdf", "png" };
  g_autoptr (PlxGraph) graph = fixture_tree (25, 2);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) a = export (graph, formats[i]), b = export (graph, formats[i]);

      g_test_message ("%s", formats[i]);
      g_assert_true (g_bytes_equal (a, b));
    }
}

static void
test_nothing (void)
{
  g_autoptr (PlxGraph) graph = plx_graph_build (NULL, 0, NULL, NULL);
  g_autoptr (GBytes) bytes = export (graph, "graphml");
  g_autoptr (GError) error = NULL;
  xmlDoc *doc = parse_xml (bytes);
  PlxGraphFormat format;

  xmlFreeDoc (doc);
  g_assert_null (plx_graph_export (graph, PLX_GRAPH_SVG, &error));
  g_assert_error (error, PLX_GRAPH_ERROR, PLX_GRAPH_ERROR_EMPTY);
  g_assert_false (plx_graph_format_parse ("docx", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/export/graphml", test_graphml);
  g_test_add_func ("/graph/export/gexf", test_gexf);
  g_test_add_func ("/graph/export/json", test_json);
  g_test_add_func ("/graph/export/csv", test_csv);
  g_test_add_func ("/graph/export/pictures", test_pictures);
  g_test_add_func ("/graph/export/same-bytes", test_same_bytes);
  g_test_add_func ("/graph/export/nothing", test_nothing);
  return g_test_run ();
}
