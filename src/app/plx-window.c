/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-window.h"

#include "app/plx-compare-view.h"
#include "app/plx-graph-view.h"

#include <glib/gi18n-lib.h>

struct _PlxWindow {
  AdwApplicationWindow parent_instance;

  PlxProject *project;
  PlxSelection *selection;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkStack *views;
  AdwBin *welcome_bin, *collection_bin, *inspector_bin, *operations_bin;
};

G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

static void
view_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plx_window_show_view (PLX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallax/Parallax/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, views);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, collection_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, operations_bin);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action_cb);
}

static void
plx_window_init (PlxWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = plx_selection_new ();
}

PlxWindow *
plx_window_new (GtkApplication *application)
{
  return g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);
}

PlxProject *
plx_window_get_project (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);
  return self->project;
}

PlxSelection *
plx_window_get_selection (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);
  return self->selection;
}

void
plx_window_set_project (PlxWindow *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  g_set_object (&self->project, project);
  plx_selection_reset (self->selection);
  gtk_stack_set_visible_child_name (self->pages, project != NULL ? "project" : "welcome");
}

void
plx_window_show_view (PlxWindow *self, const char *name)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->views, name);
}

void
plx_window_toast (PlxWindow *self, const char *text)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}
