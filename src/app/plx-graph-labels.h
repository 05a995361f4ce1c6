/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "graph/plx-scene.h"

G_BEGIN_DECLS

/* The names of nodes, drawn live over the picture: at most MAX at a time, the
 * best tied first, none over another. Each is rendered once with its halo and
 * then only copied. */
typedef struct _PlxGraphLabels PlxGraphLabels;

PlxGraphLabels *plx_graph_labels_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void            plx_graph_labels_free     (PlxGraphLabels     *self);
/* Forgets all renderings if anything differs; @font: a Pango description */
void            plx_graph_labels_set_scene (PlxGraphLabels    *self,
                                           const PlxScene     *scene,
                                           const PlxPalette   *palette,
                                           const char         *font,
                                           int                 scale_factor);
/* @first: nodes that come before all others.
 * Returns FALSE when renderings remain to be made in a further frame. */
gboolean        plx_graph_labels_draw     (PlxGraphLabels     *self,
                                           cairo_t            *cr,       // or NULL: as textures
                                           GtkSnapshot        *snapshot,
                                           const PlxScene     *scene,
                                           const PlxSceneView *view,
                                           const guint        *first,
                                           guint               n_first);

/* Keeps @surface, which must not be drawn on any more. */
GdkTexture     *plx_texture_from_surface  (cairo_surface_t    *surface) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGraphLabels, plx_graph_labels_free)

G_END_DECLS
