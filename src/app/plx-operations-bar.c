/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-operations-bar.h"

#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>

/* Short jobs come and go unseen: a bar that flashes says nothing. */
#define SHOW_AFTER_MS 250

struct _PlxOperationsBar {
  GtkWidget parent_instance;

  GListModel *operations;
  PlxOperation *shown;
  GtkLabel *label;
  GtkProgressBar *progress;
  guint show_source;
};

G_DEFINE_FINAL_TYPE (PlxOperationsBar, plx_operations_bar, GTK_TYPE_WIDGET)

static void
update (PlxOperationsBar *self)
{
  guint n = self->operations != NULL ? g_list_model_get_n_items (self->operations) : 0;
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;

  if (self->shown == NULL)
    return;
  message = plx_operation_dup_message (self->shown);
  text = message != NULL && *message != '\0'
           ? g_strdup_printf ("%s: %s", plx_operation_get_title (self->shown), message)
           : g_strdup (plx_operation_get_title (self->shown));
  if (n > 1)
    {
      g_autofree char *more = g_strdup_printf (_("%s (%u more)"), text, n - 1);
      gtk_label_set_text (self->label, more);
    }
  else
    gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, plx_operation_get_fraction_01 (self->shown));
}

static gboolean
show_cb (gpointer user_data)
{
  PlxOperationsBar *self = user_data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown != NULL);
  return G_SOURCE_REMOVE;
}

static void
take_first (PlxOperationsBar *self)
{
  g_autoptr (PlxOperation) first
    = self->operations != NULL ? g_list_model_get_item (self->operations, 0) : NULL;

  if (first != self->shown)
    {
      if (self->shown != NULL)
        g_signal_handlers_disconnect_by_data (self->shown, self);
      g_set_object (&self->shown, first);
      if (first != NULL)
        g_signal_connect_object (first, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  if (first == NULL)
    {
      g_clear_handle_id (&self->show_source, g_source_remove);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && self->show_source == 0)
    self->show_source = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  update (self);
}

static void
cancel_cb (PlxOperationsBar *self)
{
  if (self->shown != NULL)
    plx_operation_cancel (self->shown);
}

static void
plx_operations_bar_dispose (GObject *object)
{
  PlxOperationsBar *self = PLX_OPERATIONS_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->show_source, g_source_remove);
  plx_operations_bar_set_project (self, NULL);
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_operations_bar_parent_class)->dispose (object);
}

static void
plx_operations_bar_class_init (PlxOperationsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_operations_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_operations_bar_init (PlxOperationsBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL), *progress = gtk_progress_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->label = GTK_LABEL (label);
  self->progress = GTK_PROGRESS_BAR (progress);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_width_chars (self->label, 24);
  gtk_widget_set_hexpand (progress, TRUE);
  gtk_widget_set_valign (progress, GTK_ALIGN_CENTER);
  plx_widget_set_label (progress, _("Progress"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), progress);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_widget_add_css_class (box, "plx-operations");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plx_operations_bar_new (void)
{
  return g_object_new (PLX_TYPE_OPERATIONS_BAR, NULL);
}

void
plx_operations_bar_set_project (PlxOperationsBar *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_OPERATIONS_BAR (self));

  if (self->operations != NULL)
    g_signal_handlers_disconnect_by_data (self->operations, self);
  g_clear_object (&self->operations);
  if (project != NULL)
    {
      self->operations = g_object_ref (plx_project_get_operations (project));
      g_signal_connect_object (self->operations, "items-changed", G_CALLBACK (take_first), self,
                               G_CONNECT_SWAPPED);
    }
  take_first (self);
}
