/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-commands.h"

#include "app/plx-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The row object: an index into the table. */
#define PLX_TYPE_COMMAND_ROW (plx_command_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxCommandRow, plx_command_row, PLX, COMMAND_ROW, GObject)

struct _PlxCommandRow {
  GObject parent_instance;

  const PlxCommand *command;
};

G_DEFINE_FINAL_TYPE (PlxCommandRow, plx_command_row, G_TYPE_OBJECT)

static void
plx_command_row_class_init (PlxCommandRowClass *klass)
{
}

static void
plx_command_row_init (PlxCommandRow *self)
{
}

typedef struct {
  GtkWindow *window;
  GtkWidget *parent;         // whose actions are called
  GtkCustomFilter *filter;
  GtkSingleSelection *model;
  GtkWidget *list;
  char **words;              // folded; what was typed
} Palette;

static void
palette_free (gpointer data)
{
  Palette *self = data;

  g_strfreev (self->words);
  g_object_unref (self->model);
  g_free (self);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  Palette *self = user_data;
  g_autofree char *label = g_utf8_casefold (_(PLX_COMMAND_ROW (item)->command->label), -1);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (label, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
typed_cb (GtkEditable *entry, Palette *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (entry), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->model, 0);
}

static void
run (Palette *self)
{
  PlxCommandRow *row = gtk_single_selection_get_selected_item (self->model);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkWidget *parent = self->parent;

  if (row == NULL || !g_action_parse_detailed_name (row->command->action, &name, &target, NULL))
    return;
  gtk_window_destroy (self->window);     // frees self
  gtk_widget_activate_action_variant (parent, name, target);
}

static void
step (Palette *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  int to = (int) gtk_single_selection_get_selected (self->model) + by;

  if (to < 0 || to >= (int) n)
    return;
  gtk_single_selection_set_selected (self->model, (guint) to);
  plx_list_scroll_to (self->list, (guint) to);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        Palette *self)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    step (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    run (self);
  else if (key == GDK_KEY_Escape)
    gtk_window_destroy (self->window);
  else
    return FALSE;
  return TRUE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL), *keys = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (keys, "dim-label");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), keys);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const PlxCommand *command = PLX_COMMAND_ROW (gtk_list_item_get_item (item))->command;
  GtkWidget *row = gtk_list_item_get_child (item);
  guint key = 0;
  GdkModifierType modifiers = 0;
  g_autofree char *keys = NULL;

  if (command->accels[0] != NULL && gtk_accelerator_parse (command->accels[0], &key, &modifiers))
    keys = gtk_accelerator_get_label (key, modifiers);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), _(command->label));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), keys != NULL ? keys : "");
  plx_list_item_set_label (item, _(command->label));
}

static GListModel *
new_rows (void)
{
  GListStore *store = g_list_store_new (PLX_TYPE_COMMAND_ROW);
  guint n;
  const PlxCommand *commands = plx_commands_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxCommandRow) row = g_object_new (PLX_TYPE_COMMAND_ROW, NULL);
      row->command = &commands[i];
      g_list_store_append (store, row);
    }
  return G_LIST_MODEL (store);
}

static void
activated_cb (Palette *self, guint position)
{
  gtk_single_selection_set_selected (self->model, position);
  run (self);
}

static GtkWidget *
new_list (Palette *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (new_rows (), GTK_FILTER (self->filter));
  self->model = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->model)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  plx_widget_set_label (self->list, _("Commands"));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  return self->list;
}

void
plx_command_palette_open (GtkWindow *parent)
{
  Palette *self = g_new0 (Palette, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->window = GTK_WINDOW (adw_window_new ());
  self->parent = GTK_WIDGET (parent);
  gtk_window_set_title (self->window, _("Command palette"));
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, 480, 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_list (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "plx-palette");
  plx_widget_set_label (entry, _("Command palette"));
  g_object_set (entry, "placeholder-text", _("Type a command"), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  g_object_set_data_full (G_OBJECT (self->window), "palette", self, palette_free);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (entry);
}
