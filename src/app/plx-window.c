/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-window-private.h"

#include "app/plx-compare-view.h"
#include "app/plx-compat.h"
#include "app/plx-frame-log.h"
#include "app/plx-graph-view.h"
#include "app/plx-inspector.h"
#include "app/plx-opening.h"
#include "app/plx-state.h"
#include "app/plx-table-views.h"
#include "app/plx-welcome-page.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

#define MEDIUM_BELOW 900
#define NARROW_BELOW 600

/* -- views: each is made when it is first shown -- */

static GtkWidget *
new_view (PlxWindow *self, const char *name)
{
  GtkWidget *view;

  if (g_str_equal (name, "read"))
    {
      self->read = PLX_READ_VIEW (plx_read_view_new (self->current, self->marks));
      return GTK_WIDGET (self->read);
    }
  if (g_str_equal (name, "graph"))
    {
      view = plx_graph_view_new ();
      plx_graph_view_set_selection (PLX_GRAPH_VIEW (view), self->selection);
      plx_graph_view_set_project (PLX_GRAPH_VIEW (view), self->project);
      return view;
    }
  if (g_str_equal (name, "compare"))
    {
      view = plx_compare_view_new ();
      plx_compare_view_set_selection (PLX_COMPARE_VIEW (view), self->selection);
      plx_compare_view_set_project (PLX_COMPARE_VIEW (view), self->project);
      return view;
    }
  view = g_str_equal (name, "timeline") ? plx_timeline_view_new (self->selection)
         : g_str_equal (name, "statements") ? plx_statements_view_new (self->selection)
                                            : plx_findings_view_new (self->selection);
  plx_table_view_set_project (PLX_TABLE_VIEW (view), self->project);
  return view;
}

static void
drop_views (PlxWindow *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->views));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      if (child != GTK_WIDGET (self->read))
        gtk_stack_remove (self->views, child);
      child = next;
    }
}

static gboolean
is_view (const char *name)
{
  static const char *const names[]
    = { "read", "graph", "compare", "timeline", "statements", "findings", NULL };

  return g_strv_contains (names, name);
}

/* GTK 4.8 does not tell which button of a group is pressed. */
static void
describe_switcher (GtkWidget *switcher, const char *name)
{
  for (GtkWidget *button = gtk_widget_get_first_child (switcher); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
      gboolean shown = g_str_equal (g_variant_get_string (target, NULL), name);
      plx_widget_set_description (button, shown ? _("This view is shown") : "");
    }
}

void
plx_window_show_view (PlxWindow *self, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "view");

  g_return_if_fail (PLX_IS_WINDOW (self));

  if (!is_view (name))
    return;
  if (gtk_stack_get_child_by_name (self->views, name) == NULL)
    gtk_stack_add_named (self->views, new_view (self, name), name);
  gtk_stack_set_visible_child_name (self->views, name);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), g_str_equal (name, "read"));
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
  describe_switcher (self->switcher, name);
  describe_switcher (self->bottom_switcher, name);
}

/* -- stories in the header -- */

static void
show_story (PlxWindow *self)
{
  gint64 id = plx_selection_get_story (self->selection);
  PlxStory *story = self->project != NULL ? plx_project_get_story (self->project, id) : NULL;

  gtk_label_set_text (self->story_label,
                      story != NULL ? plx_story_get_title (story) : _("No story"));
  gtk_widget_set_visible (GTK_WIDGET (self->story_button),
                          self->project != NULL && self->width != PLX_WIDTH_NARROW
                            && g_list_model_get_n_items (plx_project_get_stories (self->project))
                                 > 0);
}

#define MOST_STORIES 30

static void
fill_story_menu (GtkMenuButton *button, gpointer user_data)
{
  PlxWindow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  GListModel *stories = self->project != NULL ? plx_project_get_stories (self->project) : NULL;
  guint n = stories != NULL ? g_list_model_get_n_items (stories) : 0;

  for (guint i = 0; i < MIN (n, MOST_STORIES); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (plx_story_get_title (story), NULL);
      g_menu_item_set_action_and_target (item, "win.story", "x", plx_story_get_id (story));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
selection_changed_cb (PlxWindow *self, guint what)
{
  PlxArticle *article;

  if ((what & PLX_SELECTION_STORY) != 0)
    show_story (self);
  if ((what & PLX_SELECTION_ARTICLE) == 0)
    return;
  article = plx_current_article_get_article (self->current);
  gtk_window_set_title (GTK_WINDOW (self), article != NULL ? plx_article_get_title (article)
                                           : self->project != NULL
                                             ? plx_project_get_title (self->project)
                                             : "Parallax");
}

/* A menu is dozens of widgets: made when it is opened first. */
static void
fill_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/* -- folding -- */

static void
set_shown (PlxWindow *self, const char *action, AdwBin *bin, gboolean shown)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  gtk_widget_set_visible (GTK_WIDGET (bin), shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (found), g_variant_new_boolean (shown));
}

void
plx_window_fold (PlxWindow *self)
{
  gboolean has_project = self->project != NULL;

  set_shown (self, "show-inspector", self->inspector_bin,
             self->wants_inspector && self->width == PLX_WIDTH_WIDE);
  set_shown (self, "show-collection", self->collection_bin,
             self->wants_collection && self->width != PLX_WIDTH_NARROW);
  gtk_widget_set_visible (self->open_button, has_project && self->width != PLX_WIDTH_NARROW);
  gtk_widget_set_visible (self->redo_button, has_project && self->width != PLX_WIDTH_NARROW);
  gtk_widget_set_visible (self->undo_button, has_project);
  gtk_widget_set_visible (self->collection_button, has_project);
  gtk_widget_set_visible (self->inspector_button, has_project);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bin), has_project);
  gtk_widget_set_visible (self->bottom_bar,
                          has_project && !plx_shrink_bin_fits (self->switcher_bin));
  show_story (self);
}

static gboolean
fold_cb (gpointer user_data)
{
  PlxWindow *self = user_data;

  self->fold_source = 0;
  plx_window_fold (self);
  return G_SOURCE_REMOVE;
}

static void
plx_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxWindow *self = PLX_WINDOW (widget);
  PlxWindowWidth now = width <= NARROW_BELOW ? PLX_WIDTH_NARROW
                       : width <= MEDIUM_BELOW ? PLX_WIDTH_MEDIUM : PLX_WIDTH_WIDE;

  GTK_WIDGET_CLASS (plx_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (now == self->width)
    return;
  self->width = now;
  /* what is visible must not change while sizes are given out */
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

/* Made when it is seen: who opens a project from the command line never does. */
static void
fill_welcome_cb (GtkWidget *bin)
{
  if (adw_bin_get_child (ADW_BIN (bin)) == NULL)
    adw_bin_set_child (ADW_BIN (bin), plx_welcome_page_new ());
}

/* -- keys that belong to the whole window -- */

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && *text != '\0')
    plx_opening_ask_text (GTK_WIDGET (self), text);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        PlxWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *view = gtk_stack_get_visible_child (self->views);
  gboolean typing
    = GTK_IS_EDITABLE (focus)
      || (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)));

  if (typing)
    return FALSE;
  if (key == GDK_KEY_Escape && PLX_IS_COMPARE_VIEW (view)
      && plx_compare_view_go_back (PLX_COMPARE_VIEW (view)))
    return TRUE;
  if (key == GDK_KEY_v
      && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) == GDK_CONTROL_MASK)
    {
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                     g_object_ref (self));
      return TRUE;
    }
  if (key == GDK_KEY_Escape && plx_selection_get_kind (self->selection) != PLX_SELECTED_NOTHING)
    {
      plx_selection_clear (self->selection);
      return TRUE;
    }
  return FALSE;
}

/* -- closing -- */

static void
save_state (PlxWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  plx_state_set_int ("width", width);
  plx_state_set_int ("height", height);
  if (gtk_widget_get_width (GTK_WIDGET (self->collection_bin)) > 0)
    plx_state_set_int ("collection", gtk_widget_get_width (GTK_WIDGET (self->collection_bin)));
  if (gtk_widget_get_width (GTK_WIDGET (self->inspector_bin)) > 0)
    plx_state_set_int ("inspector", gtk_widget_get_width (GTK_WIDGET (self->inspector_bin)));
}

/* Later: the dialog that was answered still holds on to its parent. */
static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
close_answered_cb (const char *response, gpointer user_data)
{
  PlxWindow *self = user_data;

  if (g_str_equal (response, "ok"))
    plx_opening_save_copy (GTK_WIDGET (self));
  else if (g_str_equal (response, "other"))
    {
      self->may_close = TRUE;
      g_idle_add_full (G_PRIORITY_LOW, close_cb, g_object_ref (self), g_object_unref);
    }
}

static gboolean
plx_window_close_request (GtkWindow *window)
{
  PlxWindow *self = PLX_WINDOW (window);

  if (!self->may_close && self->project != NULL && plx_project_is_unsaved (self->project)
      && g_list_model_get_n_items (plx_project_get_articles (self->project)) > 0)
    {
      plx_ask (window, _("Keep this project?"), _("It is not saved in a file of yours yet."),
               _("_Save…"), _("_Discard"), FALSE, NULL, close_answered_cb, self);
      return TRUE;
    }
  save_state (self);
  self->may_close = TRUE;
  plx_window_set_project (self, NULL);
  return GTK_WINDOW_CLASS (plx_window_parent_class)->close_request (window);
}

/* -- object -- */

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->current);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_SHRINK_BIN);
  G_OBJECT_CLASS (klass)->dispose = plx_window_dispose;
  widget_class->size_allocate = plx_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = plx_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/parallax/Parallax/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, views);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, collection_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, operations_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, switcher_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, bottom_switcher);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, collection_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, open_menu);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, story_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, story_label);
}

/* The sides, made when the first project opens: the welcome page needs none. */
static void
build_workspace (PlxWindow *self)
{
  GtkWidget *side = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  if (self->collection != NULL)
    return;
  self->collection = PLX_COLLECTION_PANEL (plx_collection_panel_new (self->selection));
  self->marks = PLX_MARKS_PANEL (plx_marks_panel_new (self->current));
  self->operations = PLX_OPERATIONS_BAR (plx_operations_bar_new ());
  adw_bin_set_child (self->collection_bin, GTK_WIDGET (self->collection));
  adw_bin_set_child (self->operations_bin, GTK_WIDGET (self->operations));
  gtk_paned_set_start_child (GTK_PANED (side), plx_inspector_new (self->current));
  gtk_paned_set_end_child (GTK_PANED (side), GTK_WIDGET (self->marks));
  gtk_paned_set_shrink_start_child (GTK_PANED (side), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (side), TRUE);
  adw_bin_set_child (self->inspector_bin, side);
}

static void
plx_window_init (PlxWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selection = plx_selection_new ();
  self->current = plx_current_article_new (self->selection);
  self->wants_collection = self->wants_inspector = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), plx_state_get_int ("width", 1440),
                               plx_state_get_int ("height", 900));
  gtk_widget_set_size_request (GTK_WIDGET (self->collection_bin),
                               CLAMP (plx_state_get_int ("collection", 236), 180, 480), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector_bin),
                               CLAMP (plx_state_get_int ("inspector", 304), 240, 600), -1);
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu, self->main_menu, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->open_button), fill_menu,
                                         self->open_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->story_button, fill_story_menu, self, NULL);
  plx_window_add_actions (self);
  plx_opening_accept_drops (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->switcher_bin, "notify::fits", G_CALLBACK (plx_window_fold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->welcome_bin, "map", G_CALLBACK (fill_welcome_cb), NULL);
  g_signal_connect (self, "realize", G_CALLBACK (plx_frame_log_attach), NULL);
}

PlxWindow *
plx_window_new (GtkApplication *application)
{
  PlxWindow *self = g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);

  plx_window_set_project (self, NULL);
  return self;
}

PlxWindow *
plx_window_find (GtkWidget *widget)
{
  GtkWidget *root = PLX_IS_WINDOW (widget) ? widget : GTK_WIDGET (gtk_widget_get_root (widget));

  while (root != NULL && !PLX_IS_WINDOW (root))
    root
      = GTK_IS_WINDOW (root) ? GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
  return PLX_WINDOW (root);
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

PlxCurrentArticle *
plx_window_get_current (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);
  return self->current;
}

static void
project_changed_cb (PlxWindow *self)
{
  plx_window_select_first (self);
  show_story (self);
  plx_window_update_actions (self);
}

void
plx_window_set_project (PlxWindow *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  g_autoptr (PlxProject) before = self->project;
  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, self);
  self->project = project != NULL ? g_object_ref (project) : NULL;
  self->first_article = 0;
  plx_selection_reset (self->selection);
  plx_current_article_set_project (self->current, project);
  drop_views (self);
  if (project != NULL)
    {
      build_workspace (self);
      g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (project, "notify", G_CALLBACK (project_changed_cb), self,
                               G_CONNECT_SWAPPED);
      plx_window_show_view (self, "read");
    }
  if (self->collection != NULL)
    {
      plx_collection_panel_set_project (self->collection, project);
      plx_operations_bar_set_project (self->operations, project);
    }
  gtk_stack_set_visible_child_name (self->pages, project != NULL ? "project" : "welcome");
  plx_window_update_actions (self);
  plx_window_fold (self);
  if (before != NULL)
    plx_project_close (before);
}

/* The story that most was written about; NULL: none yet. */
static PlxStory *
find_largest_story (PlxProject *project)
{
  GListModel *stories = plx_project_get_stories (project);
  PlxStory *largest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);
      if (largest == NULL || plx_story_get_n_articles (story) > plx_story_get_n_articles (largest))
        largest = story;
    }
  return largest;
}

/* Its first in the list; any while there are no stories. */
static PlxArticle *
find_first_article (PlxProject *project, PlxStory *story)
{
  GListModel *articles = plx_project_get_articles (project);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      if (story == NULL || plx_article_get_story_id (article) == plx_story_get_id (story))
        return article;      // the list keeps it
    }
  return NULL;
}

/* An article chosen before the stories were known makes way for a better one
 * as long as nobody chose anything. */
static gboolean
is_settled (PlxWindow *self, PlxArticle *article)
{
  return article != NULL
         && (plx_article_get_id (article) != self->first_article
             || plx_selection_get_kind (self->selection) != PLX_SELECTED_NOTHING);
}

void
plx_window_select_first (PlxWindow *self)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  if (self->project == NULL)
    return;
  gint64 id = plx_selection_get_article (self->selection);
  PlxArticle *article = id != 0 ? plx_project_get_article (self->project, id) : NULL;
  if (!is_settled (self, article))
    {
      PlxStory *story = find_largest_story (self->project);
      article = find_first_article (self->project, story);
      self->first_article = article != NULL && story == NULL ? plx_article_get_id (article) : 0;
    }
  if (article == NULL)
    return;
  plx_selection_select_article (self->selection, plx_article_get_id (article));
  if (plx_project_get_story (self->project, plx_selection_get_story (self->selection)) == NULL)
    plx_selection_select_story (self->selection, plx_article_get_story_id (article));
}

void
plx_window_toast (PlxWindow *self, const char *text)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  g_autofree char *escaped = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
