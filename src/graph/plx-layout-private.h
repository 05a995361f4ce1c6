/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "graph/plx-layout.h"

G_BEGIN_DECLS

/* Layout and scene agree on what a unit is on screen and how much room a node
 * takes, so that labels that the layout kept apart are apart when drawn. */
#define PLX_PX_PER_UNIT 195.0
#define PLX_LABEL_CHARS 26    // a label wraps after about so many

double plx_graph_node_radius_px (const PlxGraphNode *node);
void   plx_graph_label_size_px  (const char         *label,
                                 double             *width,
                                 double             *height);

/* plx-layout-boxes.c: no label under another node. @members NULL: all nodes;
 * @old (nullable): nodes that may hardly move. */
void      plx_layout_separate    (const PlxGraph     *graph,
                                  const GArray       *members,
                                  const gboolean     *old,
                                  PlxPoint           *positions);
void      plx_layout_pack        (const PlxGraph     *graph,
                                  GPtrArray          *parts,
                                  PlxPoint           *positions);

G_END_DECLS
