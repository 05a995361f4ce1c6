/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "graph/plx-graph-export.h"
#include "graph/plx-layout.h"

G_BEGIN_DECLS

/* plx-graph-picture.c */
GBytes *plx_graph_draw_picture (PlxGraph        *graph,
                                const PlxPoint  *positions,
                                PlxGraphFormat   format,
                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
