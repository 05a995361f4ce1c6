/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/plx-graph.h"

G_BEGIN_DECLS

/* The graph for other programs. */
typedef enum {
  PLX_GRAPH_GRAPHML,
  PLX_GRAPH_GEXF,
  PLX_GRAPH_JSON,
  PLX_GRAPH_CSV,
  PLX_GRAPH_SVG,
  PLX_GRAPH_PDF,
  PLX_GRAPH_PNG,
} PlxGraphFormat;

gboolean plx_graph_format_parse (const char      *name,
                                 PlxGraphFormat  *format);
GBytes  *plx_graph_export       (const PlxGraph  *graph,
                                 PlxGraphFormat   format,
                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
