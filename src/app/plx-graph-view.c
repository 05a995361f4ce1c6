/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-view.h"

#include "app/plx-compat.h"
#include "app/plx-graph-bar.h"
#include "app/plx-graph-canvas.h"
#include "app/plx-graph-legend.h"
#include "app/plx-graph-loader.h"
#include "app/plx-graph-panel.h"
#include "app/plx-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Bar, list, canvas and legend of one graph. The graph of the story, or of the
 * whole project, is built and laid out by a worker; filters only take from it,
 * so every node stays where it is. Places are kept by node key: what was laid
 * out or dragged once stays there while the data grows. */

enum { RELOAD_AFTER_MS = 300, PANEL_WIDTH = 236, NARROW_PX = 640 };

struct _PlxGraphView {
  GtkWidget parent_instance;

  PlxProject *project;
  PlxSelection *selection;

  PlxGraph *full;          // of the story or the project
  PlxGraph *shown;         // what passes the bar; the canvas' and the list's
  GHashTable *places;      // node key → PlxPoint, layout units
  GHashTable *placed;      // keys of nodes dragged during a load
  gint64 story;            // that full is of; 0: the project
  gboolean widened;        // the story has no graph, so the bar was set to the project
  gboolean scope_chosen;   // by the person, for this story
  gboolean dirty;          // full is not what the project says
  gboolean loading;
  guint reload_timeout;

  GtkStack *pages;         // "graph", "empty", "filtered", "loading"
  PlxGraphBar *bar;
  PlxGraphPanel *panel;
  PlxGraphCanvas *canvas;
  PlxGraphLegend *legend;
  GtkWidget *paned;
  GtkToggleButton *list_toggle;
  gboolean narrow;
  guint fold_idle;
  AdwStatusPage *failure;
};

G_DEFINE_FINAL_TYPE (PlxGraphView, plx_graph_view, GTK_TYPE_WIDGET)

/* -- selection, ours and everybody's -- */

static gboolean
same_node (const PlxGraphNode *a, const PlxGraphNode *b)
{
  return a->entity != 0 || b->entity != 0 ? a->entity == b->entity
                                          : g_str_equal (a->label, b->label);
}

/* The edge of what is shown that says what @index of @graph says; -1 */
static int
find_edge (PlxGraphView *self, const PlxGraph *graph, int index)
{
  const PlxGraphEdge *edge;

  if (graph == self->shown)
    return index;
  edge = PLX_GRAPH_EDGE (graph, index);
  for (guint i = 0; i < self->shown->edges->len; i++)
    {
      const PlxGraphEdge *other = PLX_GRAPH_EDGE (self->shown, i);

      if (g_str_equal (edge->kind, other->kind)
          && same_node (PLX_GRAPH_NODE (graph, edge->from),
                        PLX_GRAPH_NODE (self->shown, other->from))
          && same_node (PLX_GRAPH_NODE (graph, edge->to), PLX_GRAPH_NODE (self->shown, other->to)))
        return (int) i;
    }
  return -1;
}

static int
find_node (PlxGraphView *self, gint64 entity, const char *source)
{
  for (guint i = 0; i < self->shown->nodes->len; i++)
    {
      const PlxGraphNode *node = PLX_GRAPH_NODE (self->shown, i);

      if (entity != 0 ? node->entity == entity : g_str_equal (node->label, source))
        return (int) i;
    }
  return -1;
}

static void
show_selection (PlxGraphView *self)
{
  PlxGraphPick what = PLX_PICK_NOTHING;
  gint64 entity = plx_selection_get_entity (self->selection);
  const char *source = plx_selection_get_source (self->selection);
  int index = -1;

  if (self->shown == NULL)
    return;
  if (plx_selection_get_kind (self->selection) == PLX_SELECTED_RELATION)
    {
      what = PLX_PICK_EDGE;
      index = find_edge (self, plx_selection_get_graph (self->selection),
                         plx_selection_get_edge (self->selection));
    }
  else if (entity != 0
           || (source != NULL && plx_selection_get_kind (self->selection) == PLX_SELECTED_SOURCE))
    {
      what = PLX_PICK_NODE;
      index = find_node (self, entity, source);
    }
  plx_graph_canvas_select (self->canvas, what, index);
  plx_graph_panel_select (self->panel, what, index);
}

static void
picked_cb (PlxGraphView *self, int what, int index)
{
  const PlxGraphNode *node;

  if (self->shown == NULL)
    return;
  if (what == PLX_PICK_NOTHING)
    plx_selection_clear (self->selection);
  else if (what == PLX_PICK_EDGE)
    plx_selection_select_relation (self->selection, self->shown, (guint) index);
  else
    {
      node = PLX_GRAPH_NODE (self->shown, index);
      if (node->entity != 0)
        plx_selection_select_entity (self->selection, node->entity);
      else
        plx_selection_select_source (self->selection, node->label);
    }
  show_selection (self);
}

/* -- what is shown -- */

static PlxPoint *
places_of (PlxGraphView *self, const PlxGraph *graph)
{
  PlxPoint *places = g_new (PlxPoint, graph->nodes->len + 1);

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      g_autofree char *key = plx_graph_node_dup_key (PLX_GRAPH_NODE (graph, i));
      const PlxPoint *place = g_hash_table_lookup (self->places, key);

      places[i] = place != NULL ? *place : (PlxPoint) { 0, 0 };
    }
  return places;
}

static void
show_page (PlxGraphView *self)
{
  const char *page = self->full == NULL               ? "loading"
                     : self->full->nodes->len == 0    ? "empty"
                     : self->shown->nodes->len == 0   ? "filtered"
                                                      : "graph";

  gtk_stack_set_visible_child_name (self->pages, page);
}

static void
show_graph (PlxGraphView *self)
{
  g_autofree PlxGraphShare *shares = NULL;
  g_autofree PlxPoint *places = NULL;
  g_autoptr (PlxScene) scene = NULL;
  const char *a = NULL, *b = NULL;
  PlxGraphFilter filter;
  gboolean differs;

  if (self->full == NULL)
    return;
  plx_graph_bar_get_filter (self->bar, &filter);
  differs = plx_graph_bar_get_difference (self->bar, &a, &b);
  g_clear_pointer (&self->shown, plx_graph_unref);
  self->shown = plx_graph_filter (self->full, &filter);
  if (differs)
    {
      g_autoptr (PlxGraph) filtered = g_steal_pointer (&self->shown);

      self->shown = plx_graph_difference (filtered, a, b, &shares);
    }
  places = places_of (self, self->shown);
  scene = plx_scene_new (self->shown, places, shares);
  plx_graph_canvas_set_scene (self->canvas, scene);
  plx_graph_panel_set_graph (self->panel, self->shown);
  plx_graph_legend_set_scene (self->legend, scene, differs ? a : NULL, differs ? b : NULL);
  show_page (self);
  show_selection (self);
}

static void
node_placed_cb (PlxGraphView *self, guint node)
{
  const PlxScene *scene = plx_graph_canvas_get_scene (self->canvas);
  char *key = plx_graph_node_dup_key (PLX_GRAPH_NODE (scene->graph, node));

  if (self->loading)
    g_hash_table_add (self->placed, g_strdup (key));
  g_hash_table_replace (self->places, key,
                        plx_graph_place_new (plx_scene_node_place (scene, node)));
}

/* -- loading -- */

static void load (PlxGraphView *self);

static void
show_failure (PlxGraphView *self, const GError *error)
{
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->pages, "failure");
}

/* Takes the places over, but not of what was dragged while they were found. */
static void
keep_placed (PlxGraphView *self, GHashTable *places)
{
  GHashTableIter iter;
  gpointer key, place;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &key, &place))
    if (!g_hash_table_contains (self->placed, key))
      g_hash_table_replace (self->places, g_strdup (key),
                            plx_graph_place_new (*(PlxPoint *) place));
  g_hash_table_remove_all (self->placed);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLoadedGraph) loaded = plx_graph_load_finish (PLX_PROJECT (source), result, &error);

  self->loading = FALSE;
  if (self->project != PLX_PROJECT (source))
    {
      load (self);
      return;
    }
  if (loaded == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }
  if (loaded->graph->nodes->len == 0 && loaded->story != 0 && !self->scope_chosen)
    {
      self->widened = self->dirty = TRUE;
      plx_graph_bar_set_whole (self->bar, TRUE);
    }
  else if (loaded->story == self->story)
    {
      g_clear_pointer (&self->full, plx_graph_unref);
      self->full = plx_graph_ref (loaded->graph);
      keep_placed (self, loaded->places);
      plx_graph_bar_set_graph (self->bar, self->full);
      show_graph (self);
    }
  load (self);
}

static gint64
wanted_story (PlxGraphView *self)
{
  return plx_graph_bar_is_whole (self->bar) ? 0 : plx_selection_get_story (self->selection);
}

/* Only while it is seen, one load at a time; what changes meanwhile is loaded
 * after. Another story is another picture: its places begin afresh. */
static void
load (PlxGraphView *self)
{
  gint64 story;

  if (self->project == NULL || !self->dirty || self->loading
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  story = wanted_story (self);
  if (story != self->story || self->full == NULL)
    {
      g_hash_table_unref (self->places);
      self->places = plx_graph_places_new ();
      self->story = story;
    }
  self->dirty = FALSE;
  self->loading = TRUE;
  plx_graph_load_async (self->project, story, self->places, loaded_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  PlxGraphView *self = user_data;

  self->reload_timeout = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
project_changed_cb (PlxGraphView *self, guint what)
{
  if ((what
       & (PLX_CHANGED_ARTICLES | PLX_CHANGED_ENTITIES | PLX_CHANGED_ANALYSES | PLX_CHANGED_MARKS))
      == 0)
    return;
  self->dirty = TRUE;
  if (self->reload_timeout == 0)
    self->reload_timeout = g_timeout_add (RELOAD_AFTER_MS, reload_cb, self);
}

static void
reload_scope (PlxGraphView *self)
{
  if (self->full != NULL && wanted_story (self) == self->story)
    return;
  self->dirty = TRUE;
  load (self);
}

static void
scope_chosen_cb (PlxGraphView *self)
{
  self->scope_chosen = TRUE;
  self->widened = FALSE;
  reload_scope (self);
}

/* Each story shows its own graph, or the project's when it has none. */
static void
story_changed (PlxGraphView *self)
{
  if (self->widened)
    plx_graph_bar_set_whole (self->bar, FALSE);
  self->widened = self->scope_chosen = FALSE;
  reload_scope (self);
}

static void
selection_changed_cb (PlxGraphView *self, guint what)
{
  if ((what & PLX_SELECTION_STORY) != 0)
    story_changed (self);
  if ((what & PLX_SELECTION_SUBJECT) != 0)
    show_selection (self);
}

/* -- the widget -- */

/* -- the list folds by itself where there is no room for it -- */

static gboolean
fold_cb (gpointer user_data)
{
  PlxGraphView *self = user_data;

  self->fold_idle = 0;
  gtk_toggle_button_set_active (self->list_toggle, !self->narrow);
  return G_SOURCE_REMOVE;
}

static void
plx_graph_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);
  gboolean narrow = width < NARROW_PX;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      if (self->fold_idle == 0)
        self->fold_idle = g_idle_add (fold_cb, self);
    }
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
plx_graph_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
plx_graph_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_graph_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_graph_view_parent_class)->map (widget);
  load (PLX_GRAPH_VIEW (widget));
}

static void
plx_graph_view_dispose (GObject *object)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (object);
  GtkWidget *child;

  if (self->paned != NULL)
    plx_state_set_int ("graph-list-width", gtk_paned_get_position (GTK_PANED (self->paned)));
  self->paned = NULL;
  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_clear_handle_id (&self->fold_idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->full, plx_graph_unref);
  g_clear_pointer (&self->shown, plx_graph_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->placed, g_hash_table_unref);
  G_OBJECT_CLASS (plx_graph_view_parent_class)->dispose (object);
}

static void
plx_graph_view_class_init (PlxGraphViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_graph_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = plx_graph_view_map;
  GTK_WIDGET_CLASS (klass)->get_request_mode = plx_graph_view_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = plx_graph_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plx_graph_view_size_allocate;
}

static void
zoom_clicked_cb (GtkButton *button, PlxGraphView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas),
                              g_object_get_data (G_OBJECT (button), "graph-action"), NULL);
}

static void
add_zoom_button (PlxGraphView *self, GtkWidget *box, const char *icon, const char *label,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  plx_widget_set_label (button, label);
  gtk_widget_add_css_class (button, "plx-over");
  g_object_set_data (G_OBJECT (button), "graph-action", (gpointer) action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (zoom_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_canvas (PlxGraphView *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *zoom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->canvas = PLX_GRAPH_CANVAS (plx_graph_canvas_new ());
  add_zoom_button (self, zoom, "zoom-out-symbolic", _("Zoom out"), "graph.zoom-out");
  add_zoom_button (self, zoom, "zoom-in-symbolic", _("Zoom in"), "graph.zoom-in");
  add_zoom_button (self, zoom, "zoom-fit-best-symbolic", _("Show everything"), "graph.fit");
  gtk_widget_set_halign (zoom, GTK_ALIGN_END);
  gtk_widget_set_valign (zoom, GTK_ALIGN_END);
  gtk_widget_set_margin_end (zoom, 12);
  gtk_widget_set_margin_bottom (zoom, 12);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), zoom);
  g_signal_connect_object (self->canvas, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "placed", G_CALLBACK (node_placed_cb), self,
                           G_CONNECT_SWAPPED);
  return overlay;
}

static GtkWidget *
new_status (const char *title, const char *description, const char *button, const char *action)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  if (button != NULL)
    {
      GtkWidget *widget = gtk_button_new_with_label (button);

      gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (widget, "pill");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
      adw_status_page_set_child (ADW_STATUS_PAGE (page), widget);
    }
  return page;
}

static void
add_pages (PlxGraphView *self)
{
  GtkWidget *filtered = new_status (_("Nothing passes the filters"),
                                    _("No relation fits what is chosen above."), NULL, NULL);
  GtkWidget *all = gtk_button_new_with_label (_("Show everything"));
  GtkWidget *loading = gtk_spinner_new ();

  gtk_widget_set_halign (all, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (all, "pill");
  g_signal_connect_object (all, "clicked", G_CALLBACK (plx_graph_bar_reset), self->bar,
                           G_CONNECT_SWAPPED);
  adw_status_page_set_child (ADW_STATUS_PAGE (filtered), all);
  self->failure = ADW_STATUS_PAGE (
    new_status (_("The graph could not be drawn"), NULL, NULL, NULL));
  gtk_spinner_start (GTK_SPINNER (loading));
  gtk_widget_set_size_request (loading, 32, 32);
  gtk_widget_set_halign (loading, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (loading, GTK_ALIGN_CENTER);
  gtk_stack_add_named (self->pages, loading, "loading");
  gtk_stack_add_named (
    self->pages,
    new_status (_("No relations yet"),
                _("The graph ties together whom articles name and who says so. Add articles "
                   "that speak of people, organisations and states."),
                _("Add files…"), "win.add-files"),
    "empty");
  gtk_stack_add_named (self->pages, filtered, "filtered");
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->failure), "failure");
}

static GtkWidget *
new_head (PlxGraphView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *toggle = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "view-list-symbolic");
  gtk_widget_set_tooltip_text (toggle, _("List of names and relations"));
  plx_widget_set_label (toggle, _("List of names and relations"));
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_valign (toggle, GTK_ALIGN_START);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  self->list_toggle = GTK_TOGGLE_BUTTON (toggle);
  g_object_bind_property (toggle, "active", self->panel, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_box_append (GTK_BOX (head), toggle);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->bar));
  gtk_widget_set_margin_start (head, 6);
  gtk_widget_set_margin_end (head, 6);
  gtk_widget_set_margin_top (head, 4);
  gtk_widget_set_margin_bottom (head, 4);
  return head;
}

static GtkWidget *
new_graph_page (PlxGraphView *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *panel;

  self->panel = PLX_GRAPH_PANEL (plx_graph_panel_new ());
  g_signal_connect_object (self->panel, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  self->legend = PLX_GRAPH_LEGEND (plx_graph_legend_new ());
  gtk_widget_set_margin_start (GTK_WIDGET (self->legend), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->legend), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->legend), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->legend), 6);
  gtk_box_append (GTK_BOX (right), new_canvas (self));
  gtk_box_append (GTK_BOX (right), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->legend));

  panel = GTK_WIDGET (self->panel);
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), panel);
  gtk_paned_set_end_child (GTK_PANED (self->paned), right);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_position (GTK_PANED (self->paned),
                          plx_state_get_int ("graph-list-width", PANEL_WIDTH));
  return self->paned;
}

static void
plx_graph_view_init (PlxGraphView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->places = plx_graph_places_new ();
  self->placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bar = PLX_GRAPH_BAR (plx_graph_bar_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  add_pages (self);
  gtk_stack_add_named (self->pages, new_graph_page (self), "graph");
  gtk_stack_set_visible_child_name (self->pages, "loading");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (show_graph), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "scope-changed", G_CALLBACK (scope_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
plx_graph_view_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_VIEW, NULL);
}

void
plx_graph_view_set_project (PlxGraphView *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_GRAPH_VIEW (self));

  if (self->project == project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, project_changed_cb, self);
  g_set_object (&self->project, project);
  g_clear_pointer (&self->full, plx_graph_unref);
  g_clear_pointer (&self->shown, plx_graph_unref);
  plx_graph_canvas_set_scene (self->canvas, NULL);
  plx_graph_panel_set_graph (self->panel, NULL);
  show_page (self);
  if (project == NULL)
    return;
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->dirty = TRUE;
  load (self);
}

void
plx_graph_view_set_selection (PlxGraphView *self, PlxSelection *selection)
{
  g_return_if_fail (PLX_IS_GRAPH_VIEW (self));
  g_return_if_fail (self->selection == NULL);

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
