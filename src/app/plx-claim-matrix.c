/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-matrix.h"

#include "app/plx-claim-row.h"
#include "app/plx-compat.h"
#include "app/plx-matrix-header.h"

#include <glib/gi18n-lib.h>

/* -- an item of the list: one claim -- */

#define PLX_TYPE_CLAIM_ITEM (plx_claim_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimItem, plx_claim_item, PLX, CLAIM_ITEM, GObject)

struct _PlxClaimItem {
  GObject parent_instance;

  guint claim;
};

G_DEFINE_FINAL_TYPE (PlxClaimItem, plx_claim_item, G_TYPE_OBJECT)

static void
plx_claim_item_class_init (PlxClaimItemClass *klass)
{
}

static void
plx_claim_item_init (PlxClaimItem *self)
{
}

/* -- the matrix -- */

struct _PlxClaimMatrix {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  PlxMatrixColumns *columns; // NULL: none
  PlxClaimFilter *filter;
  PlxClaimOrder order;
  gboolean show_heard;
  int claim, column;         // selected, -1: none
  gboolean syncing;          // we select, not the person

  GtkAdjustment *sideways;   // of all strips of cells
  PlxMatrixHeader *header;
  GtkWidget *list, *scrollbar;
  GListStore *items;         // PlxClaimItem, as shown
  GArray *shown;             // guint: the claims of items
  GArray *numbers;           // guint: row of a claim from 1, 0: hidden
  GtkSingleSelection *model;
  GPtrArray *rows;           // PlxClaimRow that exist, bound or not; borrowed
  guint focus_position, focus_column, focus_source, scrollbar_source;
};

enum {
  CHOSEN,
  SOURCE_CHOSEN,
  MENU_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimMatrix, plx_claim_matrix, GTK_TYPE_WIDGET)

/* -- which claims, in which order -- */

static void
show_selected (PlxClaimMatrix *self)
{
  guint number = self->claim >= 0 ? plx_claim_matrix_get_number (self, (guint) self->claim) : 0;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->model,
                                     number > 0 ? number - 1 : GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    plx_claim_row_set_selected (g_ptr_array_index (self->rows, i), self->claim, self->column);
}

/* Removed first and added then: GTK walks the whole model where both happen at
 * once. */
static void
renew_items (PlxClaimMatrix *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->shown->len; i++)
    {
      PlxClaimItem *item = g_object_new (PLX_TYPE_CLAIM_ITEM, NULL);

      item->claim = g_array_index (self->shown, guint, i);
      g_ptr_array_add (items, item);
    }
  self->syncing = TRUE;
  g_list_store_remove_all (self->items);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  self->syncing = FALSE;
}

static void
fill (PlxClaimMatrix *self)
{
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = self->comparison != NULL
                  ? plx_claim_filter_list (self->filter, self->comparison, self->order)
                  : g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (self->numbers, 0);
  g_array_set_size (self->numbers,
                    self->comparison != NULL ? self->comparison->comparison->claims->len : 0);
  for (guint i = 0; i < self->shown->len; i++)
    g_array_index (self->numbers, guint, g_array_index (self->shown, guint, i)) = i + 1;
  renew_items (self);
  show_selected (self);
}

/* -- rows -- */

static void
cell_clicked_cb (PlxClaimRow *row, guint claim, guint column, PlxClaimMatrix *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, claim, (int) column);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlxClaimMatrix *self)
{
  GtkWidget *row = plx_claim_row_new (self->columns);

  g_signal_connect (row, "cell-clicked", G_CALLBACK (cell_clicked_cb), self);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_swapped (row, "destroy", G_CALLBACK (g_ptr_array_remove_fast), self->rows);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlxClaimMatrix *self)
{
  const PlxClaimItem *it = gtk_list_item_get_item (item);
  const PlxClaim *claim = g_ptr_array_index (self->comparison->comparison->claims, it->claim);
  PlxClaimRow *row = PLX_CLAIM_ROW (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);
  g_autofree char *label = g_strdup_printf (_("Claim %u: %s; independent origins: %u"),
                                            position + 1, claim->statement, claim->origins);

  plx_claim_row_bind (row, position, it->claim, position + 1);
  plx_claim_row_set_selected (row, self->claim, self->column);
  plx_list_item_set_label (item, label);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, PlxClaimMatrix *self)
{
  plx_claim_row_unbind (PLX_CLAIM_ROW (gtk_list_item_get_child (item)));
}

static void
row_selected_cb (PlxClaimMatrix *self)
{
  const PlxClaimItem *item = gtk_single_selection_get_selected_item (self->model);

  if (!self->syncing && item != NULL && (int) item->claim != self->claim)
    g_signal_emit (self, signals[CHOSEN], 0, item->claim, -1);
}

/* A factory knows the comparison its rows were made for. */
static void
renew_factory (PlxClaimMatrix *self)
{
  GtkListItemFactory *factory = NULL;

  if (self->comparison != NULL)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
      g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
    }
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_clear_object (&factory);
}

static void
source_chosen_cb (PlxMatrixHeader *header, const char *name, PlxClaimMatrix *self)
{
  g_signal_emit (self, signals[SOURCE_CHOSEN], 0, name);
}

/* The column beside @column, in steps of @step; -1: none. */
static int
find_shown (PlxClaimMatrix *self, int column, int step)
{
  int at = (column >= 0 ? plx_matrix_columns_find (self->columns, column) : -1) + step;

  return at >= 0 && at < (int) plx_matrix_columns_count (self->columns)
           ? (int) plx_matrix_columns_get (self->columns, (guint) at)
           : -1;
}

/* -- scrolling -- */

static PlxClaimRow *
find_row (PlxClaimMatrix *self, int position)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (plx_claim_row_get_position (g_ptr_array_index (self->rows, i)) == position)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/* Only when it must: GTK moves the focus to the row it scrolls to. */
static void
scroll_to (PlxClaimMatrix *self, guint position)
{
  PlxClaimRow *row = find_row (self, (int) position);
  GtkWidget *viewport = gtk_widget_get_parent (self->list);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row))
      && gtk_widget_compute_bounds (GTK_WIDGET (row), viewport, &bounds) && bounds.origin.y >= 0
      && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (viewport))
    return;
  plx_list_scroll_to (self->list, position);
}

/* -- keyboard -- */

#define NO_COLUMN G_MAXUINT    // the row itself

static gboolean
focus_later_cb (gpointer user_data)
{
  PlxClaimMatrix *self = user_data;
  PlxClaimRow *row = find_row (self, (int) self->focus_position);
  GtkWidget *cell = row != NULL && self->focus_column != NO_COLUMN
                      ? plx_claim_row_get_cell (row, self->focus_column)
                      : NULL;

  self->focus_source = 0;
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  else if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  return G_SOURCE_REMOVE;
}

static void
focus_cell (PlxClaimMatrix *self, int position, guint column)
{
  if (position < 0 || position >= (int) g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return;
  self->focus_position = (guint) position;
  self->focus_column = column;
  if (column != NO_COLUMN)
    plx_matrix_header_scroll_to (self->header, (int) column);
  scroll_to (self, (guint) position);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (GTK_PRIORITY_RESIZE + 20, focus_later_cb, self, NULL);
}

/* The row that has the focus, and the cell of it, -1: the row itself. */
static PlxClaimRow *
find_focus (PlxClaimMatrix *self, int *column)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *row;

  *column = -1;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;
  row = gtk_widget_get_ancestor (focus, PLX_TYPE_CLAIM_ROW);
  if (row != NULL)
    *column = plx_claim_row_find_column (PLX_CLAIM_ROW (row), focus);
  else
    row = gtk_widget_get_first_child (focus);
  return PLX_IS_CLAIM_ROW (row) ? PLX_CLAIM_ROW (row) : NULL;
}

/* At the cell, or at the row, that the person means. */
static void
want_menu (PlxClaimMatrix *self, GtkWidget *at)
{
  GtkWidget *row = gtk_widget_get_ancestor (at, PLX_TYPE_CLAIM_ROW);
  int claim, column;

  if (row == NULL && PLX_IS_CLAIM_ROW (gtk_widget_get_first_child (at)))
    row = gtk_widget_get_first_child (at);
  claim = row != NULL ? plx_claim_row_get_claim (PLX_CLAIM_ROW (row)) : -1;
  if (claim < 0)
    return;
  column = plx_claim_row_find_column (PLX_CLAIM_ROW (row), at);
  g_signal_emit (self, signals[MENU_WANTED], 0, column >= 0 ? at : row, (guint) claim, column);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlxClaimMatrix *self)
{
  GtkWidget *at = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);

  if (at != NULL)
    want_menu (self, at);
}

static gboolean
is_menu_key (guint key, GdkModifierType state)
{
  return key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                PlxClaimMatrix *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int column, position, next, before;
  PlxClaimRow *row = find_focus (self, &column);

  if (row != NULL && is_menu_key (key, state))
    {
      want_menu (self, column >= 0 ? plx_claim_row_get_cell (row, (guint) column)
                                   : GTK_WIDGET (row));
      return GDK_EVENT_STOP;
    }
  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  position = plx_claim_row_get_position (row);
  next = find_shown (self, column, 1);
  before = find_shown (self, column, -1);
  if (key == (is_rtl ? GDK_KEY_Left : GDK_KEY_Right) && next >= 0)
    focus_cell (self, position, (guint) next);
  else if (key == (is_rtl ? GDK_KEY_Right : GDK_KEY_Left) && before >= 0)
    focus_cell (self, position, (guint) before);
  else if (key == (is_rtl ? GDK_KEY_Right : GDK_KEY_Left) && column >= 0)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  else if (key == GDK_KEY_Down && column >= 0)
    focus_cell (self, position + 1, (guint) column);
  else if (key == GDK_KEY_Up && column >= 0)
    focus_cell (self, position - 1, (guint) column);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* -- public -- */

GtkWidget *
plx_claim_matrix_new (void)
{
  return g_object_new (PLX_TYPE_CLAIM_MATRIX, NULL);
}

void
plx_claim_matrix_set_comparison (PlxClaimMatrix *self, PlxStoryComparison *comparison,
                                 GPtrArray *details)
{
  PlxStoryComparison *old = self->comparison;

  g_list_store_remove_all (self->items);
  self->claim = self->column = -1;
  self->comparison = comparison != NULL ? plx_story_comparison_ref (comparison) : NULL;
  g_clear_object (&self->columns);
  if (comparison != NULL)
    {
      self->columns = plx_matrix_columns_new (comparison, self->sideways);
      plx_matrix_columns_show_heard (self->columns, self->show_heard);
    }
  renew_factory (self);
  plx_matrix_header_set_columns (self->header, self->columns, details);
  fill (self);
  g_clear_pointer (&old, plx_story_comparison_unref);
}

void
plx_claim_matrix_set_rows (PlxClaimMatrix *self, PlxClaimFilter *filter, PlxClaimOrder order)
{
  plx_claim_filter_free (self->filter);
  self->filter = filter;
  self->order = order;
  fill (self);
}

void
plx_claim_matrix_show_heard (PlxClaimMatrix *self, gboolean show)
{
  self->show_heard = show;
  if (self->columns != NULL)
    plx_matrix_columns_show_heard (self->columns, show);
}

void
plx_claim_matrix_set_selected (PlxClaimMatrix *self, int claim, int column)
{
  guint number;

  if (self->claim == claim && self->column == column)
    return;
  self->claim = claim;
  self->column = column;
  show_selected (self);
  if (column >= 0)
    plx_matrix_header_scroll_to (self->header, column);
  number = claim >= 0 ? plx_claim_matrix_get_number (self, (guint) claim) : 0;
  if (number > 0)
    scroll_to (self, number - 1);
}

guint
plx_claim_matrix_get_n_shown (PlxClaimMatrix *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

guint
plx_claim_matrix_get_number (PlxClaimMatrix *self, guint claim)
{
  return claim < self->numbers->len ? g_array_index (self->numbers, guint, claim) : 0;
}

GArray *
plx_claim_matrix_list_numbers (PlxClaimMatrix *self)
{
  return g_array_copy (self->numbers);
}

const GArray *
plx_claim_matrix_get_rows (PlxClaimMatrix *self)
{
  return self->shown;
}

void
plx_claim_matrix_focus (PlxClaimMatrix *self)
{
  guint number = self->claim >= 0 ? plx_claim_matrix_get_number (self, (guint) self->claim) : 0;

  if (number > 0)
    focus_cell (self, (int) number - 1, self->column >= 0 ? (guint) self->column : NO_COLUMN);
  else
    gtk_widget_grab_focus (self->list);
}

gboolean
plx_claim_matrix_has_focus (PlxClaimMatrix *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

gboolean
plx_claim_matrix_shows_column (PlxClaimMatrix *self, guint column)
{
  return self->columns != NULL && plx_matrix_columns_find (self->columns, (int) column) >= 0;
}

GtkWidget *
plx_claim_matrix_find_cell (PlxClaimMatrix *self, guint claim, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (plx_claim_row_get_claim (g_ptr_array_index (self->rows, i)) == (int) claim)
      return plx_claim_row_get_cell (g_ptr_array_index (self->rows, i), column);
  return NULL;
}

/* -- class -- */

/* Tab does not walk hundreds of cells, arrows do: it comes to the selected one
 * and leaves from any. */
static gboolean
plx_claim_matrix_take_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlxClaimMatrix *self = PLX_CLAIM_MATRIX (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean in_list
    = focus != NULL && (focus == self->list || gtk_widget_is_ancestor (focus, self->list));
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (plx_claim_matrix_parent_class)->focus (widget, direction);
  if (in_list && is_forward)
    return FALSE;
  if ((is_forward || in_list || plx_claim_matrix_has_focus (self))
      && gtk_widget_child_focus (GTK_WIDGET (self->header), direction))
    return TRUE;
  if (in_list || (!is_forward && plx_claim_matrix_has_focus (self)))
    return FALSE;
  plx_claim_matrix_focus (self);
  return TRUE;
}

static void
plx_claim_matrix_dispose (GObject *object)
{
  PlxClaimMatrix *self = PLX_CLAIM_MATRIX (object);
  GtkWidget *child;

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->scrollbar_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)   // and a menu
    gtk_widget_unparent (child);
  g_clear_object (&self->columns);
  g_clear_object (&self->sideways);
  g_clear_object (&self->model);
  g_clear_object (&self->items);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_claim_matrix_parent_class)->dispose (object);
}

static void
plx_claim_matrix_finalize (GObject *object)
{
  PlxClaimMatrix *self = PLX_CLAIM_MATRIX (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->shown);
  g_array_unref (self->numbers);
  plx_claim_filter_free (self->filter);
  G_OBJECT_CLASS (plx_claim_matrix_parent_class)->finalize (object);
}

static void
plx_claim_matrix_class_init (PlxClaimMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_claim_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_claim_matrix_finalize;
  GTK_WIDGET_CLASS (klass)->focus = plx_claim_matrix_take_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[SOURCE_CHOSEN]
    = g_signal_new ("source-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MENU_WANTED]
    = g_signal_new ("menu-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, GTK_TYPE_WIDGET, G_TYPE_UINT, G_TYPE_INT);
}

static gboolean
show_scrollbar_cb (gpointer user_data)
{
  PlxClaimMatrix *self = user_data;

  self->scrollbar_source = 0;
  gtk_widget_set_visible (self->scrollbar,
                          gtk_adjustment_get_upper (self->sideways)
                            > gtk_adjustment_get_page_size (self->sideways));
  return G_SOURCE_REMOVE;
}

/* Told while GTK lays out, when nothing may be shown or hidden. */
static void
range_changed_cb (PlxClaimMatrix *self)
{
  if (self->scrollbar_source == 0)
    self->scrollbar_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_scrollbar_cb, self, NULL);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, PlxClaimMatrix *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double by = (state & GDK_SHIFT_MASK) != 0 && dx == 0 ? dy : dx;
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);

  if (by == 0 || !gtk_widget_get_visible (self->scrollbar))
    return GDK_EVENT_PROPAGATE;
  if (unit == GDK_SCROLL_UNIT_WHEEL)
    by *= PLX_CELL_LEAST_WIDTH / 2.0;
  gtk_adjustment_set_value (self->sideways, gtk_adjustment_get_value (self->sideways) + by);
  return GDK_EVENT_STOP;
}

/* Up and down scrolls the list alone, sideways every strip of cells. */
static GtkWidget *
build (PlxClaimMatrix *self)
{
  GtkWidget *down = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (down), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (down), self->list);
  gtk_widget_set_vexpand (down, TRUE);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->sideways);
  gtk_widget_set_visible (self->scrollbar, FALSE);
  plx_widget_set_label (self->scrollbar, _("Sources in sight"));
  g_signal_connect_object (self->sideways, "changed", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (box, scroll);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), down);
  gtk_box_append (GTK_BOX (box), self->scrollbar);
  return box;
}

static void
plx_claim_matrix_init (PlxClaimMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  self->claim = self->column = -1;
  self->filter = plx_claim_filter_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  self->rows = g_ptr_array_new ();
  self->sideways = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->items = g_list_store_new (PLX_TYPE_CLAIM_ITEM);
  self->model = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->model)), NULL);
  gtk_widget_add_css_class (self->list, "plx-matrix");
  plx_widget_set_label (self->list, _("Claims by source"));
  self->header = PLX_MATRIX_HEADER (plx_matrix_header_new ());
  g_signal_connect (self->header, "source-chosen", G_CALLBACK (source_chosen_cb), self);
  gtk_widget_set_parent (build (self), GTK_WIDGET (self));
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (press));
}
