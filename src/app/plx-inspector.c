/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-inspector.h"

#include "app/plx-compat.h"
#include "app/plx-inspector-private.h"

#include <glib/gi18n-lib.h>

#define PLX_TYPE_INSPECTOR (plx_inspector_get_type ())
G_DECLARE_FINAL_TYPE (PlxInspector, plx_inspector, PLX, INSPECTOR, GtkWidget)

struct _PlxInspector {
  GtkWidget parent_instance;

  PlxCurrentArticle *current;
  GtkWidget *scroller;
  guint idle;
};

G_DEFINE_FINAL_TYPE (PlxInspector, plx_inspector, GTK_TYPE_WIDGET)

static void
fill (PlxInspector *self, GtkWidget *box)
{
  PlxSelection *selection = plx_current_article_get_selection (self->current);
  const PlxMark *mark;

  switch (plx_selection_get_kind (selection))
    {
    case PLX_SELECTED_ENTITY:
      plx_inspector_show_entity (box, self->current, plx_selection_get_entity (selection));
      return;
    case PLX_SELECTED_MARK:
      mark = plx_current_article_find_mark (self->current, plx_selection_get_mark (selection));
      if (mark != NULL)
        plx_inspector_show_mark (box, self->current, mark);
      return;
    case PLX_SELECTED_CLAIM:
      plx_inspector_show_claim (box, self->current);
      return;
    case PLX_SELECTED_RELATION:
      plx_inspector_show_relation (box, self->current);
      return;
    case PLX_SELECTED_SOURCE:
      plx_inspector_show_source (box, self->current);
      return;
    case PLX_SELECTED_NOTHING:
    case PLX_SELECTED_PASSAGE:
      break;
    }
  plx_inspector_show_article (box, self->current);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  PlxInspector *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->idle = 0;
  gtk_widget_add_css_class (box, "plx-inspector");
  if (plx_current_article_get_project (self->current) != NULL)
    fill (self, box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  return G_SOURCE_REMOVE;
}

/* After the frame that is due, so that nobody waits for it; and never while a
 * button of the page is handled. */
static void
rebuild (PlxInspector *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (rebuild_cb, self);
}

static void
plx_inspector_dispose (GObject *object)
{
  PlxInspector *self = PLX_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->current);
  G_OBJECT_CLASS (plx_inspector_parent_class)->dispose (object);
}

static void
plx_inspector_class_init (PlxInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_inspector_init (PlxInspector *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, 120);
  plx_widget_set_label (GTK_WIDGET (self), _("Inspector"));
}

GtkWidget *
plx_inspector_new (PlxCurrentArticle *current)
{
  PlxInspector *self = g_object_new (PLX_TYPE_INSPECTOR, NULL);

  self->current = g_object_ref (current);
  g_signal_connect_object (current, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_current_article_get_selection (current), "changed",
                           G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}
