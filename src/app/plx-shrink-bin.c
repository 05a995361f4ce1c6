/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-shrink-bin.h"

struct _PlxShrinkBin {
  GtkWidget parent_instance;

  GtkWidget *child;
  gboolean fits;
};

enum {
  PROP_CHILD = 1,
  PROP_FITS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void plx_shrink_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxShrinkBin, plx_shrink_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      plx_shrink_bin_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    plx_shrink_bin_set_child (PLX_SHRINK_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
plx_shrink_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
plx_shrink_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlxShrinkBin *self = PLX_SHRINK_BIN (widget);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation, -1, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static gboolean
notify_cb (gpointer user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_FITS]);
  return G_SOURCE_REMOVE;
}

static void
plx_shrink_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxShrinkBin *self = PLX_SHRINK_BIN (widget);
  int minimum = 0, least_height = 0;
  gboolean fits;

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  fits = width >= minimum;
  gtk_widget_set_child_visible (self->child, fits);
  if (fits)
    gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
  if (fits != self->fits)
    {
      /* listeners change what is visible, which must not happen in here */
      self->fits = fits;
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_cb, g_object_ref (self), g_object_unref);
    }
}

static void
plx_shrink_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlxShrinkBin *self = PLX_SHRINK_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_FITS:
      g_value_set_boolean (value, self->fits);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_shrink_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    plx_shrink_bin_set_child (PLX_SHRINK_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_shrink_bin_dispose (GObject *object)
{
  g_clear_pointer (&PLX_SHRINK_BIN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_shrink_bin_parent_class)->dispose (object);
}

static void
plx_shrink_bin_class_init (PlxShrinkBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_shrink_bin_get_property;
  object_class->set_property = plx_shrink_bin_set_property;
  object_class->dispose = plx_shrink_bin_dispose;
  GTK_WIDGET_CLASS (klass)->measure = plx_shrink_bin_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plx_shrink_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FITS] = g_param_spec_boolean ("fits", NULL, NULL, TRUE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
plx_shrink_bin_init (PlxShrinkBin *self)
{
  self->fits = TRUE;
}

GtkWidget *
plx_shrink_bin_new (GtkWidget *child)
{
  return g_object_new (PLX_TYPE_SHRINK_BIN, "child", child, NULL);
}

void
plx_shrink_bin_set_child (PlxShrinkBin *self, GtkWidget *child)
{
  g_return_if_fail (PLX_IS_SHRINK_BIN (self));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

gboolean
plx_shrink_bin_fits (PlxShrinkBin *self)
{
  g_return_val_if_fail (PLX_IS_SHRINK_BIN (self), FALSE);
  return self->fits;
}
