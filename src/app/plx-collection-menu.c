/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-collection-menu.h"

#include "app/plx-edits.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

#define MOST_STORIES 40

/* A row is used again for other items, so its controllers ask the list item
 * what it shows now. */
static gpointer
get_object (GtkWidget *row)
{
  return gtk_list_item_get_item (g_object_get_data (G_OBJECT (row), "plx-list-item"));
}

static GtkWidget *
get_row (gpointer controller)
{
  return gtk_event_controller_get_widget (controller);
}

/* -- the menus -- */

/* A title may hold what a menu takes for a mnemonic. */
static char *
dup_menu_label (const char *title)
{
  g_autoptr (GString) label = g_string_new (title);

  g_string_replace (label, "_", "__", 0);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static void
append_move (GMenu *menu, const char *label, gint64 article, gint64 story)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.move-article", "(xx)", article, story);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_article_menu (PlxProject *project, PlxArticle *article)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stories = g_menu_new ();
  GListModel *model = plx_project_get_stories (project);
  gint64 id = plx_article_get_id (article);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (model), MOST_STORIES); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (model, i);
      g_autofree char *label = dup_menu_label (plx_story_get_title (story));
      if (plx_story_get_id (story) != plx_article_get_story_id (article))
        append_move (stories, label, id, plx_story_get_id (story));
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (stories)) > 0)
    g_menu_append_submenu (menu, _("_Move to story"), G_MENU_MODEL (stories));
  append_move (menu, _("_New story"), id, 0);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_story_menu (PlxStory *story)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Rename story…"), NULL);

  g_menu_item_set_action_and_target (item, "win.rename-story", "x", plx_story_get_id (story));
  g_menu_append_item (menu, item);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_menu (GtkWidget *row)
{
  gpointer object = get_object (row);
  PlxWindow *window = plx_window_find (row);
  PlxProject *project = window != NULL ? plx_window_get_project (window) : NULL;

  if (project == NULL || object == NULL)
    return NULL;
  return PLX_IS_ARTICLE (object) ? new_article_menu (project, object) : new_story_menu (object);
}

/* -- the popover: made with the first menu, a child of the panel -- */

/* The keyboard goes back to the list: its row may be another by then. */
static gboolean
focus_list_cb (gpointer list)
{
  if (gtk_widget_get_mapped (list))
    gtk_widget_grab_focus (list);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (popover), "plx-list");

  if (list != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_list_cb, g_object_ref (list), g_object_unref);
}

static GtkPopover *
get_popover (GtkWidget *home)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (home), "plx-row-menu");

  if (popover == NULL)
    {
      popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
      gtk_widget_set_halign (popover, GTK_ALIGN_START);
      g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
      gtk_widget_set_parent (popover, home);
      g_object_set_data (G_OBJECT (home), "plx-row-menu", popover);
    }
  return GTK_POPOVER (popover);
}

static void
open_menu (GtkWidget *row, double x, double y)
{
  GtkWidget *home = g_object_get_data (G_OBJECT (row), "plx-home");
  g_autoptr (GMenuModel) menu = new_menu (row);
  GtkPopover *popover;
  double home_x, home_y;

  if (menu == NULL || !gtk_widget_translate_coordinates (row, home, x, y, &home_x, &home_y))
    return;
  popover = get_popover (home);
  g_object_set_data_full (G_OBJECT (popover), "plx-list",
                          g_object_ref (gtk_widget_get_parent (row)), g_object_unref);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (popover), menu);
  gtk_popover_set_pointing_to (popover,
                               &(GdkRectangle) { (int) home_x, (int) home_y, 1, 1 });
  gtk_popover_popup (popover);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (get_row (gesture), x, y);
}

static gboolean
menu_key_cb (GtkWidget *row, GVariant *args, gpointer user_data)
{
  open_menu (row, 24, gtk_widget_get_height (row));
  return TRUE;
}

/* -- dragging an article onto a story -- */

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y)
{
  gpointer article = get_object (get_row (source));

  return article != NULL ? gdk_content_provider_new_typed (PLX_TYPE_ARTICLE, article) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (get_row (source));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y)
{
  GtkWidget *row = get_row (target);
  PlxArticle *article = g_value_get_object (value);
  PlxStory *story = get_object (row);

  return article != NULL && story != NULL
         && plx_edits_move_article (row, plx_article_get_id (article), plx_story_get_id (story));
}

static void
add_drag (GtkWidget *row, gboolean is_article)
{
  if (is_article)
    {
      GtkDragSource *source = gtk_drag_source_new ();
      gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
      g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), NULL);
      g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
    }
  else
    {
      GtkDropTarget *target = gtk_drop_target_new (PLX_TYPE_ARTICLE, GDK_ACTION_MOVE);
      g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
    }
}

void
plx_collection_menu_attach (GtkListItem *item, GtkWidget *home)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *row = child != NULL ? gtk_widget_get_parent (child) : NULL;

  if (row == NULL || g_object_get_data (G_OBJECT (row), "plx-list-item") != NULL)
    return;

  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_object_set_data (G_OBJECT (row), "plx-list-item", item);
  g_object_set_data (G_OBJECT (row), "plx-home", home);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (row, keys);
  add_drag (row, PLX_IS_ARTICLE (gtk_list_item_get_item (item)));
}
