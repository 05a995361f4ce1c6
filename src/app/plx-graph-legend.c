/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-legend.h"

#include "app/plx-compat.h"
#include "app/plx-flow-layout.h"
#include "app/plx-graph-sign.h"

#include <glib/gi18n-lib.h>

struct _PlxGraphLegend {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxGraphLegend, plx_graph_legend, GTK_TYPE_WIDGET)

static const char *
shape_word (PlxShape shape)
{
  const char *words[PLX_N_SHAPES] = { _("person"),       _("organisation"), _("state"), _("place"),
                                      _("media source"), _("event"),        _("other") };

  return words[shape];
}

static void
clear (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
plx_graph_legend_dispose (GObject *object)
{
  clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (plx_graph_legend_parent_class)->dispose (object);
}

static void
plx_graph_legend_class_init (PlxGraphLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_graph_legend_dispose;
}

static void
plx_graph_legend_init (PlxGraphLegend *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), plx_flow_layout_new (18, 4));
  plx_widget_set_label (GTK_WIDGET (self), _("Legend"));
}

static void
add (PlxGraphLegend *self, PlxSign sign, PlxShape shape, const char *text)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (item), plx_graph_sign_new (sign, shape));
  gtk_box_append (GTK_BOX (item), label);
  gtk_widget_set_parent (item, GTK_WIDGET (self));
}

static void
add_lines (PlxGraphLegend *self, const PlxScene *scene)
{
  gboolean said = FALSE, stated = FALSE, left_out = FALSE;

  for (guint i = 0; i < scene->n_edges; i++)
    {
      said |= scene->edges[i].dashed;
      stated |= !scene->edges[i].dashed;
      left_out |= scene->edges[i].tone == PLX_TONE_LEFT_OUT;
    }
  if (said)
    add (self, PLX_SIGN_SAID, 0, _("said to"));
  if (stated)
    add (self, PLX_SIGN_STATED, 0, _("stated by an article"));
  if (left_out)
    add (self, PLX_SIGN_LEFT_OUT, 0, _("left out"));
  add (self, PLX_SIGN_WIDTH, 0, _("width: sentences"));
}

static void
add_difference (PlxGraphLegend *self, const char *a, const char *b)
{
  g_autofree char *only_a = g_strdup_printf (_("only %s"), a);
  g_autofree char *only_b = g_strdup_printf (_("only %s"), b);

  add (self, PLX_SIGN_ONLY_A, 0, only_a);
  add (self, PLX_SIGN_ONLY_B, 0, only_b);
  add (self, PLX_SIGN_BOTH, 0, _("both"));
}

void
plx_graph_legend_set_scene (PlxGraphLegend *self, const PlxScene *scene, const char *a,
                            const char *b)
{
  guint shapes = 0;

  g_return_if_fail (PLX_IS_GRAPH_LEGEND (self));

  clear (GTK_WIDGET (self));
  if (scene == NULL)
    return;
  for (guint i = 0; i < scene->n_nodes; i++)
    shapes |= 1u << scene->nodes[i].shape;
  for (guint shape = 0; shape < PLX_N_SHAPES; shape++)
    if ((shapes & (1u << shape)) != 0)
      add (self, PLX_SIGN_SHAPE, (PlxShape) shape, shape_word ((PlxShape) shape));
  if (a != NULL && b != NULL)
    add_difference (self, a, b);
  else
    add_lines (self, scene);
}

GtkWidget *
plx_graph_legend_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_LEGEND, NULL);
}
