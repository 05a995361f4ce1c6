/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "graph/plx-scene.h"

G_BEGIN_DECLS

/* A thread that draws scenes. It always draws the view asked for last; what
 * was asked for before and not begun is forgotten. */
typedef struct _PlxGraphRaster PlxGraphRaster;

typedef void (*PlxRasterFunc) (gpointer user_data);

PlxGraphRaster  *plx_graph_raster_new     (PlxRasterFunc        done,    // on main: a newer picture
                                           gpointer             user_data);
void             plx_graph_raster_free    (PlxGraphRaster      *self);
void             plx_graph_raster_request (PlxGraphRaster      *self,
                                           PlxScene            *scene,
                                           const PlxSceneView  *view,
                                           const PlxSceneStyle *style,
                                           int                  scale_factor);
/* The newest picture, the view it shows and the node that is missing in it
 * (-1: none); borrowed until main runs its loop again. */
cairo_surface_t *plx_graph_raster_get     (PlxGraphRaster      *self,
                                           PlxSceneView        *view,
                                           int                 *hidden);
gboolean         plx_graph_raster_is_busy (PlxGraphRaster      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphRaster, plx_graph_raster_free)

G_END_DECLS
