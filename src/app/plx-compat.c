/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>

typedef struct {
  PlxFilesFunc files;
  PlxAnswerFunc answer;
  gpointer user_data;
} Call;

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Call *call = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  call->files (files, call->user_data);
  g_free (call);
  g_object_unref (dialog);
}

void
plx_choose_files (GtkWindow *parent, PlxChooseMode mode, const char *title, const char *name,
                  const char *filter_name, const char *pattern, PlxFilesFunc func,
                  gpointer user_data)
{
  static const GtkFileChooserAction actions[] = {
    [PLX_CHOOSE_FILES] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [PLX_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    [PLX_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
  };
  Call *call = g_new0 (Call, 1);
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, actions[mode], NULL, NULL);

  call->files = func;
  call->user_data = user_data;
  if (mode == PLX_CHOOSE_FILES)
    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (mode == PLX_CHOOSE_SAVE && name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, filter_name);
      gtk_file_filter_add_pattern (filter, pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), call);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Call *call = user_data;

  if (call->answer != NULL)
    call->answer (response, call->user_data);
  g_free (call);
}

GtkWidget *
plx_ask (GtkWindow *parent, const char *heading, const char *body, const char *ok,
         const char *other, gboolean destructive, GtkWidget *extra, PlxAnswerFunc func,
         gpointer user_data)
{
  Call *call = g_new0 (Call, 1);
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  call->answer = func;
  call->user_data = user_data;
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (other != NULL)
    {
      adw_message_dialog_add_response (dialog, "other", other);
      adw_message_dialog_set_response_appearance (dialog, "other", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (dialog, "ok", ok);
  adw_message_dialog_set_response_appearance (
    dialog, "ok", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "ok");
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), call);
  gtk_window_present (GTK_WINDOW (dialog));
  return widget;
}

void
plx_ask_set_ready (GtkWidget *dialog, gboolean ready)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "ok", ready);
}

void
plx_tell_with (GtkWindow *parent, const char *heading, const char *body, GtkWidget *extra,
               PlxAnswerFunc func, gpointer user_data)
{
  Call *call = g_new0 (Call, 1);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  call->answer = func;
  call->user_data = user_data;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  if (extra != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), call);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
plx_tell (GtkWindow *parent, const char *heading, const char *body)
{
  plx_tell_with (parent, heading, body, NULL, NULL, NULL);
}

GtkWidget *
plx_label_new_unheard (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

void
plx_widget_get_color (GtkWidget *widget, GdkRGBA *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

void
plx_widget_set_label (GtkWidget *widget, const char *label)
{
  /* the button that one really presses is a child, and inherits no name */
  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
plx_widget_set_description (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

void
plx_list_item_set_label (GtkListItem *item, const char *label)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *row = child != NULL ? gtk_widget_get_parent (child) : NULL;

  if (row != NULL)
    plx_widget_set_label (row, label);
}

void
plx_list_scroll_to (GtkWidget *list_or_column_view, guint position)
{
  /* a column view keeps its rows in an inner list view, its last child */
  if (GTK_IS_COLUMN_VIEW (list_or_column_view))
    list_or_column_view = gtk_widget_get_last_child (list_or_column_view);
  gtk_widget_activate_action (list_or_column_view, "list.scroll-to-item", "u", position);
}
