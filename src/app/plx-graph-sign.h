/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "graph/plx-scene.h"

G_BEGIN_DECLS

/* The shape of a kind, or a line of the graph, at the size of text: in lists
 * and in the legend. Decoration: assistive technology hears the words. */
typedef enum {
  PLX_SIGN_SHAPE,
  PLX_SIGN_SAID,       // dashed line
  PLX_SIGN_STATED,     // line
  PLX_SIGN_LEFT_OUT,
  PLX_SIGN_WIDTH,      // wedge
  PLX_SIGN_ONLY_A,
  PLX_SIGN_ONLY_B,
  PLX_SIGN_BOTH,
} PlxSign;

#define PLX_TYPE_GRAPH_SIGN (plx_graph_sign_get_type ())
G_DECLARE_FINAL_TYPE (PlxGraphSign, plx_graph_sign, PLX, GRAPH_SIGN, GtkWidget)

GtkWidget *plx_graph_sign_new (PlxSign       sign,
                               PlxShape      shape);
void       plx_graph_sign_set (PlxGraphSign *self,
                               PlxSign       sign,
                               PlxShape      shape);

G_END_DECLS
