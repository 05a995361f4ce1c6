/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "graph/plx-graph.h"

G_BEGIN_DECLS

typedef struct {
  double x, y;
} PlxPoint;

/**
 * plx_layout_compute:
 * @initial: (nullable) (array length=n_nodes): places to start from, NAN for
 *   nodes that are new; nodes that had a place move little (same picture when
 *   data grows)
 * @positions: (out caller-allocates) (array length=n_nodes)
 *
 * Places nodes by igraph's force-directed layout; same input, same picture.
 *
 * Units:   about 1 per typical edge length, centred on 0, 0
 * Thread:  any; one layout at a time per process (igraph's generator)
 * Errors:  G_IO_ERROR_CANCELLED
 */
gboolean plx_layout_compute (const PlxGraph  *graph,
                             const PlxPoint  *initial,
                             PlxPoint        *positions,
                             GCancellable    *cancellable,
                             GError         **error);

G_END_DECLS
