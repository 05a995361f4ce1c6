/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-import-dialog.h"

#include "app/plx-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
new_count (const char *icon, guint n, const char *what, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL), *small = gtk_label_new (detail);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%u</b> %s", n, what);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (small), 0);
  gtk_widget_add_css_class (small, "caption");
  gtk_widget_add_css_class (small, "dim-label");
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), small);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
new_counts (const PlxImportReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box),
                  new_count ("object-select-symbolic", report->n_new,
                             ngettext ("article kept", "articles kept", report->n_new),
                             _("new in this project")));
  gtk_box_append (GTK_BOX (box), new_count ("edit-copy-symbolic", report->n_known,
                                            _("already here"), _("same bytes, counted once")));
  gtk_box_append (GTK_BOX (box),
                  new_count ("dialog-error-symbolic", report->n_failed,
                             ngettext ("file failed", "files failed", report->n_failed),
                             _("nothing taken from them")));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "plx-card");
  return box;
}

static GtkWidget *
new_row (const char *path, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *shown = g_filename_display_name (path != NULL ? path : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* Failed files, or remarks on those that were read. */
static GtkWidget *
new_list (const PlxImportReport *report, gboolean failed)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, failed ? _("Failed") : _("Remarks"));
  for (guint i = 0; i < report->files->len; i++)
    {
      const PlxImportedFile *file = g_ptr_array_index (report->files, i);
      if (failed && file->failure != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), new_row (file->path, file->failure));
      for (guint k = 0;
           !failed && file->failure == NULL && file->messages != NULL && k < file->messages->len;
           k++)
        gtk_list_box_append (GTK_LIST_BOX (list),
                             new_row (file->path, g_ptr_array_index (file->messages, k)));
    }
  return list;
}

static void
append_list (GtkWidget *box, const char *title, GtkWidget *list)
{
  GtkWidget *label;

  if (gtk_widget_get_first_child (list) == NULL)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      return;
    }
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
}

void
plx_import_dialog_present (GtkWindow *parent, const PlxImportReport *report)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "plx-page");
  gtk_box_append (GTK_BOX (box), new_counts (report));
  append_list (box, _("Failed"), new_list (report, TRUE));
  append_list (box, _("Remarks"), new_list (report, FALSE));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), scroller);
  gtk_window_set_title (GTK_WINDOW (window), _("Import report"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 480);
  adw_window_set_content (ADW_WINDOW (window), outer);
  gtk_window_present (GTK_WINDOW (window));
}
