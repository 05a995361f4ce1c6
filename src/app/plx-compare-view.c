/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-view.h"

#include <glib/gi18n-lib.h>

struct _PlxCompareView {
  GtkWidget parent_instance;

  PlxProject *project;
  PlxSelection *selection;
};

G_DEFINE_FINAL_TYPE (PlxCompareView, plx_compare_view, GTK_TYPE_WIDGET)

static void
plx_compare_view_dispose (GObject *object)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (plx_compare_view_parent_class)->dispose (object);
}

static void
plx_compare_view_class_init (PlxCompareViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_compare_view_init (PlxCompareView *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Compare"));
  gtk_widget_set_parent (page, GTK_WIDGET (self));
}

GtkWidget *
plx_compare_view_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_VIEW, NULL);
}

void
plx_compare_view_set_project (PlxCompareView *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));

  g_set_object (&self->project, project);
}

void
plx_compare_view_set_selection (PlxCompareView *self, PlxSelection *selection)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));

  g_set_object (&self->selection, selection);
}
