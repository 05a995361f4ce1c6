/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-graph-export.h"
#include "graph/plx-graph-export-private.h"
#include "graph/plx-layout-private.h"
#include "graph/plx-scene.h"

#include <json-glib/json-glib.h>

/* The graph for Gephi, Cytoscape, NetworkX, spreadsheets and scripts. GraphML
 * is written here and not by igraph: igraph's writer takes attributes only
 * through a table of handlers that is global to the process, writes to a FILE
 * and lets control characters through, which no XML reader accepts. */

static const char * const format_names[] = {
  "graphml", "gexf", "json", "csv", "svg", "pdf", "png",
};

gboolean
plx_graph_format_parse (const char *name, PlxGraphFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_strcmp0 (name, format_names[i]) == 0)
      {
        *format = (PlxGraphFormat) i;
        return TRUE;
      }
  return FALSE;
}

/* Text for XML 1.0: escaped, without the characters that XML cannot hold. */
static void
append_xml (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\n' || c == '\t' || (c >= 0x20 && c != 0xfffe && c != 0xffff))
        g_string_append_unichar (out, c);
    }
}

/* Each source once, in order of appearance. */
static char *
sources_of (const PlxGraphEdge *edge)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < edge->evidence->len; i++)
    if (!g_ptr_array_find_with_equal_func (names, PLX_GRAPH_EVIDENCE (edge, i)->source, g_str_equal,
                                           NULL))
      g_ptr_array_add (names, PLX_GRAPH_EVIDENCE (edge, i)->source);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

static char *
sentences_of (const PlxGraphEdge *edge)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edge->evidence->len; i++)
    {
      if (i > 0)
        g_string_append (text, " | ");
      g_string_append (text, PLX_GRAPH_EVIDENCE (edge, i)->quote);
    }
  return g_string_free (text, FALSE);
}

/* -- GraphML -- */

static void
append_data (GString *out, const char *key, const char *value)
{
  g_string_append_printf (out, "<data key=\"%s\">", key);
  append_xml (out, value);
  g_string_append (out, "</data>");
}

static void
append_graphml_keys (GString *out)
{
  static const struct {
    const char *id, *of, *name, *type;
  } keys[] = {
    { "label", "node", "label", "string" },       { "kind", "node", "kind", "string" },
    { "entity", "node", "entity", "long" },       { "mentions", "node", "mentions", "int" },
    { "relation", "edge", "relation", "string" }, { "weight", "edge", "weight", "int" },
    { "observed", "edge", "observed", "boolean" }, { "time", "edge", "time", "string" },
    { "sources", "edge", "sources", "string" },   { "sentences", "edge", "sentences", "string" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (out,
                            "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                            keys[i].id, keys[i].of, keys[i].name, keys[i].type);
}

static void
append_graphml_edge (GString *out, const PlxGraphEdge *edge, guint i)
{
  g_autofree char *sources = sources_of (edge), *sentences = sentences_of (edge);
  g_autofree char *weight = g_strdup_printf ("%u", edge->evidence->len);

  g_string_append_printf (out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">", i, edge->from,
                          edge->to);
  append_data (out, "relation", edge->kind);
  append_data (out, "weight", weight);
  append_data (out, "observed", edge->observed ? "true" : "false");
  if (edge->time != NULL)
    append_data (out, "time", edge->time);
  append_data (out, "sources", sources);
  append_data (out, "sentences", sentences);
  g_string_append (out, "</edge>\n");
}

static GBytes *
to_graphml (const PlxGraph *graph)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");

  append_graphml_keys (out);
  g_string_append (out, "  <graph id=\"parallax\" edgedefault=\"directed\">\n");
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *node = PLX_GRAPH_NODE (graph, i);

      g_string_append_printf (out, "    <node id=\"n%u\">", i);
      append_data (out, "label", node->label);
      append_data (out, "kind", plx_entity_kind_to_nick (node->kind));
      if (node->entity != 0)
        g_string_append_printf (out, "<data key=\"entity\">%" G_GINT64_FORMAT "</data>",
                                node->entity);
      g_string_append_printf (out, "<data key=\"mentions\">%u</data></node>\n", node->n_mentions);
    }
  for (guint i = 0; i < graph->edges->len; i++)
    append_graphml_edge (out, PLX_GRAPH_EDGE (graph, i), i);
  g_string_append (out, "  </graph>\n</graphml>\n");
  return g_string_free_to_bytes (out);
}

/* -- GEXF 1.3, with the places of the picture -- */

static void
append_value (GString *out, guint attribute, const char *value)
{
  g_string_append_printf (out, "<attvalue for=\"%u\" value=\"", attribute);
  append_xml (out, value);
  g_string_append (out, "\"/>");
}

static void
append_gexf_node (GString *out, const PlxGraphNode *node, guint i, PlxPoint place)
{
  const PlxColour *colour = &plx_palette_get (FALSE)->line[plx_shape_of_kind (node->kind)];
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *mentions = g_strdup_printf ("%u", node->n_mentions);

  g_string_append_printf (out, "      <node id=\"n%u\" label=\"", i);
  append_xml (out, node->label);
  g_string_append (out, "\"><attvalues>");
  append_value (out, 0, plx_entity_kind_to_nick (node->kind));
  append_value (out, 1, mentions);
  g_ascii_formatd (x, sizeof x, "%.2f", place.x * PLX_PX_PER_UNIT);
  g_ascii_formatd (y, sizeof y, "%.2f", -place.y * PLX_PX_PER_UNIT);
  g_ascii_formatd (size, sizeof size, "%.2f", plx_graph_node_radius_px (node));
  g_string_append_printf (
    out,
    "</attvalues><viz:color r=\"%d\" g=\"%d\" b=\"%d\"/>"
    "<viz:position x=\"%s\" y=\"%s\" z=\"0\"/><viz:size value=\"%s\"/></node>\n",
    (int) (colour->red * 255 + 0.5), (int) (colour->green * 255 + 0.5),
    (int) (colour->blue * 255 + 0.5), x, y, size);
}

static void
append_gexf_edge (GString *out, const PlxGraphEdge *edge, guint i)
{
  g_autofree char *sources = sources_of (edge), *sentences = sentences_of (edge);

  g_string_append_printf (
    out, "      <edge id=\"e%u\" source=\"n%u\" target=\"n%u\" weight=\"%u\" label=\"", i,
    edge->from, edge->to, edge->evidence->len);
  append_xml (out, edge->kind);
  g_string_append (out, "\"><attvalues>");
  append_value (out, 0, edge->kind);
  append_value (out, 1, edge->observed ? "true" : "false");
  if (edge->time != NULL)
    append_value (out, 2, edge->time);
  append_value (out, 3, sources);
  append_value (out, 4, sentences);
  g_string_append (out, "</attvalues></edge>\n");
}

static GBytes *
to_gexf (const PlxGraph *graph, const PlxPoint *positions)
{
  GString *out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
    "  <meta><creator>Parallax</creator></meta>\n"
    "  <graph mode=\"static\" defaultedgetype=\"directed\">\n"
    "    <attributes class=\"node\"><attribute id=\"0\" title=\"kind\" type=\"string\"/>"
    "<attribute id=\"1\" title=\"mentions\" type=\"integer\"/></attributes>\n"
    "    <attributes class=\"edge\"><attribute id=\"0\" title=\"relation\" type=\"string\"/>"
    "<attribute id=\"1\" title=\"observed\" type=\"boolean\"/><attribute id=\"2\" title=\"time\" "
    "type=\"string\"/>"
    "<attribute id=\"3\" title=\"sources\" type=\"string\"/><attribute id=\"4\" "
    "title=\"sentences\" type=\"string\"/>"
    "</attributes>\n    <nodes>\n");

  for (guint i = 0; i < graph->nodes->len; i++)
    append_gexf_node (out, PLX_GRAPH_NODE (graph, i), i, positions[i]);
  g_string_append (out, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < graph->edges->len; i++)
    append_gexf_edge (out, PLX_GRAPH_EDGE (graph, i), i);
  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
  return g_string_free_to_bytes (out);
}

/* -- JSON; offsets in code points, as everywhere on the command line -- */

static void
set_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
set_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
set_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_json_evidence (JsonBuilder *builder, const PlxGraphEvidence *evidence)
{
  json_builder_begin_object (builder);
  set_int (builder, "article", evidence->article);
  set_string (builder, "source", evidence->source);
  set_boolean (builder, "said", evidence->said);
  json_builder_set_member_name (builder, "statement");
  if (evidence->statement >= 0)
    json_builder_add_int_value (builder, evidence->statement);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "span");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, evidence->chars.begin);
  json_builder_add_int_value (builder, evidence->chars.end);
  json_builder_end_array (builder);
  set_string (builder, "quote", evidence->quote);
  json_builder_end_object (builder);
}

static void
add_json_edge (JsonBuilder *builder, const PlxGraphEdge *edge)
{
  json_builder_begin_object (builder);
  set_int (builder, "from", edge->from);
  set_int (builder, "to", edge->to);
  set_string (builder, "kind", edge->kind);
  set_string (builder, "time", edge->time);
  set_boolean (builder, "observed", edge->observed);
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < edge->evidence->len; i++)
    add_json_evidence (builder, PLX_GRAPH_EVIDENCE (edge, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static GBytes *
to_json (const PlxGraph *graph)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *out = g_string_new (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const PlxGraphNode *node = PLX_GRAPH_NODE (graph, i);

      json_builder_begin_object (builder);
      set_int (builder, "id", i);
      set_string (builder, "label", node->label);
      set_string (builder, "kind", plx_entity_kind_to_nick (node->kind));
      if (node->entity != 0)
        set_int (builder, "entity", node->entity);
      set_int (builder, "mentions", node->n_mentions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "edges");
  json_builder_begin_array (builder);
  for (guint i = 0; i < graph->edges->len; i++)
    add_json_edge (builder, PLX_GRAPH_EDGE (graph, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, out);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

/* -- CSV (RFC 4180), one row per edge -- */

static void
append_field (GString *out, const char *text, char end)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
  if (end == '\n')
    g_string_append_c (out, '\r');
  g_string_append_c (out, end);
}

static GBytes *
to_csv (const PlxGraph *graph)
{
  GString *out = g_string_new (
    "from,from_kind,relation,to,to_kind,time,observed,evidence,sources,sentences\r\n");

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = PLX_GRAPH_EDGE (graph, i);
      const PlxGraphNode *from = PLX_GRAPH_NODE (graph, edge->from),
                         *to = PLX_GRAPH_NODE (graph, edge->to);
      g_autofree char *sources = sources_of (edge), *sentences = sentences_of (edge);

      append_field (out, from->label, ',');
      append_field (out, plx_entity_kind_to_nick (from->kind), ',');
      append_field (out, edge->kind, ',');
      append_field (out, to->label, ',');
      append_field (out, plx_entity_kind_to_nick (to->kind), ',');
      append_field (out, edge->time != NULL ? edge->time : "", ',');
      g_string_append_printf (out, "%s,%u,", edge->observed ? "true" : "false",
                              edge->evidence->len);
      append_field (out, sources, ',');
      append_field (out, sentences, '\n');
    }
  return g_string_free_to_bytes (out);
}

/**
 * plx_graph_export:
 *
 * The same graph gives the same bytes.
 *
 * Errors:  PLX_GRAPH_ERROR_EMPTY for a picture of nothing; G_IO_ERROR_FAILED
 * Returns: (transfer full): the file, or NULL
 */
GBytes *
plx_graph_export (const PlxGraph *graph, PlxGraphFormat format, GError **error)
{
  g_autofree PlxPoint *positions = g_new0 (PlxPoint, graph->nodes->len + 1);

  switch (format)
    {
    case PLX_GRAPH_GRAPHML:
      return to_graphml (graph);
    case PLX_GRAPH_JSON:
      return to_json (graph);
    case PLX_GRAPH_CSV:
      return to_csv (graph);
    case PLX_GRAPH_GEXF:
    case PLX_GRAPH_SVG:
    case PLX_GRAPH_PDF:
    case PLX_GRAPH_PNG:
      break;
    }
  if (!plx_layout_compute (graph, NULL, positions, NULL, error))
    return NULL;
  if (format == PLX_GRAPH_GEXF)
    return to_gexf (graph, positions);
  return plx_graph_draw_picture ((PlxGraph *) graph, positions, format, error);
}
