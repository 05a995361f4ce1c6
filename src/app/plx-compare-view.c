/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-view-private.h"

#include "app/plx-cell-style.h"
#include "app/plx-claim-menu.h"
#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-flow-layout.h"
#include "app/plx-matrix-columns.h"

#include <glib/gi18n-lib.h>

enum {
  NARROW = 1040,            // below, of usual text: the panel becomes tabs
  LEGEND_FROM = 640,        // lower: the legend makes way for claims
  N_TABS = PLX_N_PANEL_PAGES + 1,
};

G_DEFINE_FINAL_TYPE (PlxCompareView, plx_compare_view, GTK_TYPE_WIDGET)

/* -- selection -- */

static void
show_numbers (PlxCompareView *self)
{
  g_autoptr (GArray) numbers = plx_claim_matrix_list_numbers (self->matrix);

  plx_side_by_side_set_numbers (self->side_by_side, numbers);
}

static void
show_entity (PlxCompareView *self)
{
  gint64 id = plx_selection_get_entity (self->selection);
  PlxEntityItem *entity
    = id != 0 && self->project != NULL ? plx_project_get_entity (self->project, id) : NULL;

  if (entity != NULL)
    plx_compare_panel_set_entity (self->panel, plx_entity_item_get_name (entity));
}

/* What is selected elsewhere must not stay out of sight here. */
static void
unfold_heard (PlxCompareView *self, int column)
{
  const PlxColumn *it;

  if (column < 0)
    return;
  it = g_ptr_array_index (self->comparison->comparison->columns, (guint) column);
  if (it->article < 0)
    plx_compare_bar_show_heard (self->bar);
}

static void
show_selection (PlxCompareView *self)
{
  int claim = -1, column = -1;

  if (self->comparison == NULL || self->selection == NULL)
    return;
  if (plx_selection_get_kind (self->selection) == PLX_SELECTED_CLAIM)
    {
      claim = plx_compare_view_find_claim (self, plx_selection_get_claim_key (self->selection));
      column = claim >= 0 ? plx_selection_get_column (self->selection) : -1;
    }
  unfold_heard (self, column);
  plx_claim_matrix_set_selected (self->matrix, claim, column);
  plx_side_by_side_set_selected (self->side_by_side, claim, column);
  plx_cell_bar_show (self->cell_bar, self->comparison, claim,
                     plx_compare_view_is_empty_cell (self, claim, column) ? -1 : column);
  plx_compare_panel_set_claim (self->panel, claim);
  show_entity (self);
  if (!plx_compare_view_is_empty_cell (self, claim, column))
    plx_compare_view_close_record (self);
  else if (!self->renewing)     // what was just decided needs no record any more
    plx_compare_view_open_record (self);
}

static void
chosen_cb (GtkWidget *widget, guint claim, int column, PlxCompareView *self)
{
  gboolean again = plx_selection_get_kind (self->selection) == PLX_SELECTED_CLAIM
                   && plx_selection_get_claim (self->selection) == (int) claim
                   && plx_selection_get_column (self->selection) == column;

  if (again && plx_compare_view_is_empty_cell (self, (int) claim, column))
    {
      plx_compare_view_focus_record (self);
      return;
    }
  plx_selection_select_claim (self->selection, self->comparison, claim, column);
}

static void
source_chosen_cb (PlxClaimMatrix *matrix, const char *name, PlxCompareView *self)
{
  plx_selection_select_source (self->selection, name);
}

static void
entity_chosen_cb (PlxComparePanel *panel, const char *name, PlxCompareView *self)
{
  GListModel *entities = self->project != NULL ? plx_project_get_entities (self->project) : NULL;
  guint n = entities != NULL ? g_list_model_get_n_items (entities) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (entities, i);

      if (g_strcmp0 (plx_entity_item_get_name (item), name) == 0)
        {
          plx_selection_select_entity (self->selection, plx_entity_item_get_id (item));
          return;
        }
    }
}

static void
passage_chosen_cb (PlxComparePanel *panel, guint article, guint begin, guint end,
                   PlxCompareView *self)
{
  plx_selection_select_passage (self->selection, self->comparison->articles[article],
                                (PlxSpan) { begin, end });
}

/* -- the comparison -- */

static void
clear_comparison (PlxCompareView *self)
{
  plx_compare_view_close_record (self);
  plx_cell_bar_show (self->cell_bar, NULL, -1, -1);
  plx_claim_matrix_set_comparison (self->matrix, NULL, NULL);
  plx_side_by_side_set_comparison (self->side_by_side, NULL, NULL);
  plx_compare_panel_set_comparison (self->panel, NULL, NULL);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
}

static GPtrArray *
list_published (PlxCompareView *self, PlxStoryComparison *comparison)
{
  GPtrArray *published = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < comparison->n_articles; i++)
    {
      PlxArticle *article = self->project != NULL
                              ? plx_project_get_article (self->project, comparison->articles[i])
                              : NULL;

      g_ptr_array_add (published,
                       g_strdup (article != NULL ? plx_article_get_published (article) : NULL));
    }
  return published;
}

static const char *
find_kind (PlxCompareView *self, const char *source)
{
  GListModel *sources = self->project != NULL ? plx_project_get_sources (self->project) : NULL;
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSource) it = g_list_model_get_item (sources, i);

      if (g_strcmp0 (plx_source_get_name (it), source) == 0)
        return plx_source_get_kind (it);     // the list keeps it
    }
  return NULL;
}

/* "state media · 14 May 2031", per column. */
static GPtrArray *
list_details (PlxCompareView *self, PlxStoryComparison *comparison, const GPtrArray *published)
{
  GPtrArray *details = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < comparison->comparison->columns->len; i++)
    {
      const PlxColumn *column = g_ptr_array_index (comparison->comparison->columns, i);
      const char *kind = find_kind (self, column->name), *date = NULL;
      g_autofree char *day = NULL;

      if (column->article >= 0 && column->article < (int) published->len)
        date = g_ptr_array_index (published, (guint) column->article);
      day = column->article >= 0 ? plx_date_dup_text (date) : NULL;
      g_ptr_array_add (details, kind != NULL && day != NULL
                                  ? g_strdup_printf ("%s · %s", kind, day)
                                  : g_strdup (kind != NULL ? kind : day));
    }
  return details;
}

/* After another order, filter or comparison. */
static void
show_rows (PlxCompareView *self)
{
  guint n = plx_claim_matrix_get_n_shown (self->matrix);

  show_numbers (self);
  plx_compare_bar_set_count (self->bar, n, self->comparison->comparison->claims->len);
  gtk_stack_set_visible_child_name (self->rows, n > 0 ? "rows" : "nothing");
}

static void
show_page (PlxCompareView *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "busy"));
}

void
plx_compare_view_show (PlxCompareView *self, PlxStoryComparison *comparison)
{
  g_autoptr (PlxStoryComparison) kept = plx_story_comparison_ref (comparison);
  g_autoptr (GPtrArray) published = list_published (self, kept);
  g_autoptr (GPtrArray) details = list_details (self, kept, published);
  gboolean renewed = self->comparison != NULL && self->comparison->story == kept->story;
  PlxComparePlace place = plx_compare_view_get_place (self);

  plx_compare_view_close_record (self);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  self->comparison = g_steal_pointer (&kept);
  if (comparison->comparison->claims->len == 0)
    {
      show_page (self, "empty");
      return;
    }
  plx_claim_matrix_set_comparison (self->matrix, self->comparison, details);
  plx_side_by_side_set_comparison (self->side_by_side, self->comparison, published);
  plx_compare_panel_set_comparison (self->panel, self->comparison, published);
  plx_cell_bar_set_published (self->cell_bar, published);
  plx_compare_bar_set_comparison (self->bar, self->comparison, renewed);
  show_rows (self);
  show_page (self, "story");
  plx_compare_view_renew (self, renewed ? &place : NULL, show_selection);
}

/* -- loading -- */

typedef struct {
  PlxCompareView *view;
  gint64 story;
} Request;

static gpointer
compare_worker (PlxProject *project, const PlxProgress *progress,
                GCancellable *cancellable, gpointer data, GError **error)
{
  return plx_project_compare_story (project, *(gint64 *) data, progress, cancellable, error);
}

static void
show_failure (PlxCompareView *self, const char *message)
{
  clear_comparison (self);
  if (message != NULL)
    adw_status_page_set_description (self->empty, message);
  show_page (self, "empty");
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (PlxCompareView) self = request->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStoryComparison) comparison
    = plx_project_work_finish (PLX_PROJECT (source), result, &error);
  gboolean is_wanted = self->project == PLX_PROJECT (source) && self->loading == request->story
                       && self->pages != NULL;

  g_free (request);
  if (!is_wanted)
    return;
  self->loading = 0;
  if (comparison != NULL)
    plx_compare_view_show (self, comparison);
  else
    show_failure (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL
                                                                                  : error->message);
}

static void
load (PlxCompareView *self)
{
  gint64 story = self->selection != NULL ? plx_selection_get_story (self->selection) : 0;
  Request *request;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (self->project == NULL || story == 0)
    {
      self->loading = 0;
      show_failure (self, NULL);
      return;
    }
  if (self->comparison == NULL || self->comparison->story != story)
    {
      clear_comparison (self);
      show_page (self, "busy");
    }
  self->loading = story;
  request = g_new0 (Request, 1);
  request->view = g_object_ref (self);
  request->story = story;
  plx_project_work_async (self->project, _("Comparing the articles"), compare_worker,
                          g_memdup2 (&story, sizeof story), g_free,
                          (GDestroyNotify) plx_story_comparison_unref, compared_cb, request);
}

static void
project_changed_cb (PlxCompareView *self, guint what)
{
  if (what
      & (PLX_CHANGED_ARTICLES | PLX_CHANGED_CELLS | PLX_CHANGED_ANALYSES | PLX_CHANGED_ENTITIES))
    load (self);
}

static void
selection_changed_cb (PlxCompareView *self, guint what)
{
  gint64 story = plx_selection_get_story (self->selection);

  if ((what & PLX_SELECTION_STORY) != 0
      && (self->comparison == NULL || self->comparison->story != story) && self->loading != story)
    load (self);
  else if ((what & PLX_SELECTION_SUBJECT) != 0)
    show_selection (self);
}

static void
plx_compare_view_map (GtkWidget *widget)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (plx_compare_view_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
plx_compare_view_unmap (GtkWidget *widget)
{
  plx_compare_view_close_record (PLX_COMPARE_VIEW (widget));
  GTK_WIDGET_CLASS (plx_compare_view_parent_class)->unmap (widget);
}

/* -- bar and tabs -- */

static void
filter_cb (PlxCompareView *self)
{
  plx_claim_matrix_set_rows (self->matrix, plx_compare_bar_dup_filter (self->bar),
                             plx_compare_bar_get_order (self->bar));
  if (self->comparison != NULL)
    show_rows (self);
}

static void
heard_toggled_cb (PlxCompareBar *bar, gboolean show, PlxCompareView *self)
{
  plx_claim_matrix_show_heard (self->matrix, show);
}

/* What the menu is about is selected first: its actions are about that. */
static void
menu_wanted_cb (PlxClaimMatrix *matrix, GtkWidget *at, guint claim, int column,
                PlxCompareView *self)
{
  plx_selection_select_claim (self->selection, self->comparison, claim, column);
  plx_compare_view_close_record (self);
  plx_claim_menu_popup (at, self->comparison, claim, column);
}

static void
mark_tabs (GtkWidget *tabs, guint first, guint tab)
{
  guint i = first;

  for (GtkWidget *child = gtk_widget_get_first_child (tabs); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), i == tab);
}

/* Wide: articles and panel stand beside each other; narrow: one of them. */
static void
show_tab (PlxCompareView *self)
{
  if (!self->narrow && self->tab == 0)
    self->tab = 1;
  self->syncing = TRUE;
  mark_tabs (self->narrow_tabs, 0, self->tab);
  mark_tabs (self->wide_tabs, 1, self->tab);
  self->syncing = FALSE;
  if (self->tab > 0)
    plx_compare_panel_set_page (self->panel, (PlxPanelPage) (self->tab - 1));
  gtk_widget_set_visible (self->narrow_tabs, self->narrow);
  gtk_widget_set_visible (self->wide_tabs, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->side_by_side), !self->narrow || self->tab == 0);
  gtk_widget_set_visible (self->side, !self->narrow || self->tab > 0);
  gtk_widget_set_hexpand (self->side, self->narrow);
  if (self->narrow)
    gtk_widget_add_css_class (self->side, "plx-alone");
  else
    gtk_widget_remove_css_class (self->side, "plx-alone");
}

static void
tab_cb (GtkToggleButton *button, PlxCompareView *self)
{
  if (self->syncing)
    return;
  self->tab = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "plx-tab"));
  show_tab (self);
}

static void
add_tab (PlxCompareView *self, GtkWidget *tabs, guint tab)
{
  const char *title
    = tab == 0 ? _("Articles") : plx_compare_panel_get_title ((PlxPanelPage)(tab - 1));
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  g_object_set_data (G_OBJECT (button), "plx-tab", GUINT_TO_POINTER (tab));
  g_signal_connect (button, "toggled", G_CALLBACK (tab_cb), self);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plx-tab");
  gtk_box_append (GTK_BOX (tabs), button);
}

static gboolean
narrow_cb (gpointer user_data)
{
  PlxCompareView *self = user_data;

  self->narrow_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->legend_bin), self->has_legend);
  if (self->narrow == gtk_widget_get_visible (self->narrow_tabs))
    return G_SOURCE_REMOVE;
  self->tab = self->narrow ? 0 : MAX (self->tab, 1);
  show_tab (self);
  return G_SOURCE_REMOVE;
}

static gboolean
has_room_for_legend (PlxCompareView *self, int width, int height)
{
  enum { MARGINS = 24 };
  int legend;

  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &legend, NULL, NULL);
  return height >= LEGEND_FROM && legend + MARGINS <= width;
}

/* Once: else the divider goes where the requests of both sides send it, and
 * moves with every page of the panel. */
static void
divide (PlxCompareView *self, int height)
{
  gboolean is_divided;

  g_object_get (self->paned, "position-set", &is_divided, NULL);
  if (!is_divided)
    gtk_paned_set_position (self->paned, (int) (height * 0.47));
}

/* Children may not be shown or hidden while GTK lays out: one idle later. */
static void
plx_compare_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  gboolean narrow = width < NARROW * plx_matrix_get_text_scale (widget);
  gboolean has_legend = has_room_for_legend (self, width, height);
  int least;

  divide (self, height);
  gtk_widget_measure (GTK_WIDGET (self->overlay), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->overlay),
                            &(GtkAllocation) { 0, 0, MAX (width, least), height }, baseline);
  if (narrow == self->narrow && has_legend == self->has_legend)
    return;
  self->narrow = narrow;
  self->has_legend = has_legend;
  if (self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_cb, self, NULL);
}

static void
plx_compare_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  enum { LEAST_WIDTH = 360 };

  gtk_widget_measure (GTK_WIDGET (PLX_COMPARE_VIEW (widget)->overlay), orientation, for_size,
                      minimum, natural, NULL, NULL);
  /* once it is that narrow it asks for less */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

/* X examines the next cell, C confirms the one that is selected; not while one
 * types. */
static gboolean
act_on_key (PlxCompareView *self, guint key, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_EDITABLE (focus) || self->comparison == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_x)
    plx_compare_view_act (self, "examine-next");
  else if (key == GDK_KEY_c)
    plx_compare_view_act (self, "confirm");
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                PlxCompareView *self)
{
  if (act_on_key (self, key, state))
    return GDK_EVENT_STOP;
  if (key != GDK_KEY_Escape || self->record == NULL)
    return GDK_EVENT_PROPAGATE;
  plx_compare_view_close_record (self);
  return GDK_EVENT_STOP;
}

/* -- class -- */

static void
plx_compare_view_dispose (GObject *object)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (object);

  plx_compare_view_close_record (self);
  g_clear_handle_id (&self->narrow_source, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->pending, g_free);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COMPARE_VIEW);
  G_OBJECT_CLASS (plx_compare_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, overlay);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, empty);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, rows);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, clear);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, legend_bin);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, paned);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, matrix);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, cell_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, side_by_side);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, panel);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, narrow_tabs);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, wide_tabs);
  gtk_widget_class_bind_template_child (widget_class, PlxCompareView, side);
}

static void
plx_compare_view_class_init (PlxCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_compare_view_dispose;
  widget_class->map = plx_compare_view_map;
  widget_class->unmap = plx_compare_view_unmap;
  widget_class->measure = plx_compare_view_measure;
  widget_class->size_allocate = plx_compare_view_size_allocate;
  g_type_ensure (PLX_TYPE_COMPARE_BAR);
  g_type_ensure (PLX_TYPE_CLAIM_MATRIX);
  g_type_ensure (PLX_TYPE_CELL_BAR);
  g_type_ensure (PLX_TYPE_SIDE_BY_SIDE);
  g_type_ensure (PLX_TYPE_COMPARE_PANEL);
  g_type_ensure (PLX_TYPE_SHRINK_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/parallax/Parallax/plx-compare-view.ui");
  bind_children (widget_class);
}

static void
connect_children (PlxCompareView *self)
{
  plx_compare_view_init_record (self);
  g_signal_connect_object (self->matrix, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (self->matrix, "source-chosen", G_CALLBACK (source_chosen_cb), self, 0);
  g_signal_connect_object (self->cell_bar, "done", G_CALLBACK (plx_claim_matrix_focus),
                           self->matrix, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->side_by_side, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (self->panel, "entity-chosen", G_CALLBACK (entity_chosen_cb), self, 0);
  g_signal_connect_object (self->panel, "passage-chosen", G_CALLBACK (passage_chosen_cb), self, 0);
  g_signal_connect_object (self->matrix, "menu-wanted", G_CALLBACK (menu_wanted_cb), self, 0);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "heard-toggled", G_CALLBACK (heard_toggled_cb), self, 0);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (plx_compare_bar_clear_filter),
                           self->bar, G_CONNECT_SWAPPED);
}

static void
plx_compare_view_init (PlxCompareView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_layout_manager (self->wide_tabs, plx_flow_layout_new (4, 4));
  gtk_widget_set_layout_manager (self->narrow_tabs, plx_flow_layout_new (4, 4));
  self->tab = 1;
  self->legend = plx_cell_legend_new ();
  self->has_legend = TRUE;
  plx_shrink_bin_set_child (self->legend_bin, self->legend);
  for (guint tab = 0; tab < N_TABS; tab++)
    {
      add_tab (self, self->narrow_tabs, tab);
      if (tab > 0)
        add_tab (self, self->wide_tabs, tab);
    }
  show_tab (self);
  connect_children (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
plx_compare_view_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_VIEW, NULL);
}

void
plx_compare_view_set_project (PlxCompareView *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->project != project)
    clear_comparison (self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                             G_CONNECT_SWAPPED);
  load (self);
}

void
plx_compare_view_set_selection (PlxCompareView *self, PlxSelection *selection)
{
  g_return_if_fail (PLX_IS_COMPARE_VIEW (self));

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
