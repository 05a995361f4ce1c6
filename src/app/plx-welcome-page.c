/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-welcome-page.h"

#include "app/plx-compat.h"
#include "app/plx-opening.h"
#include "app/plx-state.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static GtkWidget *
new_button (const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_size_request (button, 264, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
recent_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), "path");

  if (path != NULL)
    plx_opening_open_path (GTK_WIDGET (list), path);
}

static void
forget_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *list = gtk_widget_get_parent (row);

  plx_state_forget_recent (g_object_get_data (G_OBJECT (row), "path"));
  gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static GtkWidget *
new_recent_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  gboolean there = g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (g_str_has_suffix (shown, ".parallax"))
    shown[strlen (shown) - strlen (".parallax")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               there ? shown_folder : _("Not found where it was last open"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (there ? "x-office-document-symbolic"
                                                                 : "dialog-warning-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), there);
  if (there)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
  else
    {
      GtkWidget *forget = gtk_button_new_with_label (_("Forget"));
      gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
      g_signal_connect (forget, "clicked", G_CALLBACK (forget_cb), NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
    }
  plx_widget_set_label (row, shown);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  return row;
}

static GtkWidget *
new_recent_list (void)
{
  g_auto (GStrv) paths = plx_state_dup_recent ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_("Recent projects"));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  plx_widget_set_label (list, _("Recent projects"));
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_recent_row (paths[i]));
  g_signal_connect (list, "row-activated", G_CALLBACK (recent_activated_cb), NULL);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_visible (box, paths[0] != NULL);
  gtk_widget_set_margin_top (box, 24);
  return box;
}

static GtkWidget *
new_dim_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

GtkWidget *
plx_welcome_page_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), PLX_APP_ID);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), "Parallax");
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page), _("Who said what, through whom, and what each source leaves out"));
  gtk_box_append (GTK_BOX (box), new_button (_("Open a collection…"), "win.open", TRUE));
  gtk_box_append (GTK_BOX (box), new_button (_("Open the example"), "win.open-example", FALSE));
  gtk_box_append (GTK_BOX (box), new_button (_("New project…"), "win.new-project", FALSE));
  gtk_box_append (GTK_BOX (box),
                  new_dim_label (_("or drop files or a folder here, or paste text")));
  gtk_box_append (GTK_BOX (box), new_recent_list ());
  GtkWidget *promise = new_dim_label (_("Nothing leaves this machine"));
  gtk_widget_set_margin_top (promise, 24);
  gtk_box_append (GTK_BOX (box), promise);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 500);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clamp);
  return page;
}
