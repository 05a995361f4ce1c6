/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-search.h"

#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

#define MOST_HITS 50

typedef struct {
  PlxWindow *window;
  GtkWindow *dialog;
  GtkWidget *entry, *list, *status;
} Search;

typedef struct {
  gint64 article;
  PlxSpan span;
} Hit;

static GtkWidget *
new_row (const PlxSearchHit *hit)
{
  GtkWidget *row = adw_action_row_new ();
  Hit *place = g_new0 (Hit, 1);
  g_autofree char *date = plx_date_dup_text (hit->published);
  g_autofree char *subtitle
    = g_strdup_printf ("%s · %s\n%s", hit->source != NULL ? hit->source : "",
                       date, hit->snippet != NULL ? hit->snippet : "");

  place->article = hit->article;
  if (hit->spans != NULL && hit->spans->len > 0)
    place->span = g_array_index (hit->spans, PlxSpan, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hit->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  plx_widget_set_label (row, hit->title);
  plx_widget_set_description (row, subtitle);
  g_object_set_data_full (G_OBJECT (row), "hit", place, g_free);
  return row;
}

static void
typed_cb (Search *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  PlxProject *project = plx_window_get_project (self->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_label_set_text (GTK_LABEL (self->status), "");
  if (*text == '\0' || project == NULL)
    return;
  hits = plx_project_search (project, text, MOST_HITS, &error);
  if (hits == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->status), error != NULL ? error->message : "");
      return;
    }
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (g_ptr_array_index (hits, i)));
  g_autofree char *found
    = hits->len == 0
        ? g_strdup (_("Nothing found. Try fewer or shorter words."))
        : g_strdup_printf (ngettext ("%u article", "%u articles", hits->len), hits->len);
  gtk_label_set_text (GTK_LABEL (self->status), found);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, Search *self)
{
  const Hit *hit = g_object_get_data (G_OBJECT (row), "hit");
  PlxSelection *selection = plx_window_get_selection (self->window);
  PlxArticle *article
    = plx_project_get_article (plx_window_get_project (self->window), hit->article);

  plx_window_show_view (self->window, "read");
  if (article != NULL)
    plx_selection_select_story (selection, plx_article_get_story_id (article));
  plx_selection_select_passage (selection, hit->article, hit->span);
  gtk_window_destroy (self->dialog);
}

static void
go_down_cb (Search *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->list);

  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (widget));
  return TRUE;
}

static void
build (Search *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Words in any article"), NULL);
  plx_widget_set_label (self->entry, _("Search"));
  self->status = gtk_label_new ("");
  gtk_widget_add_css_class (self->status, "dim-label");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  plx_widget_set_label (self->list, _("Search results"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "plx-palette");
  adw_window_set_content (ADW_WINDOW (self->dialog), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (go_down_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

void
plx_search_open (GtkWidget *widget)
{
  Search *self = g_new0 (Search, 1);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  self->window = plx_window_find (widget);
  self->dialog = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (self->dialog, _("Search"));
  gtk_window_set_transient_for (self->dialog, GTK_WINDOW (self->window));
  gtk_window_set_modal (self->dialog, TRUE);
  gtk_window_set_default_size (self->dialog, 600, 480);
  build (self);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->dialog), shortcuts);
  g_object_set_data_full (G_OBJECT (self->dialog), "search", self, g_free);
  gtk_window_present (self->dialog);
  gtk_widget_grab_focus (self->entry);
}
