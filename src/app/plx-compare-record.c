/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-view-private.h"

#include "app/plx-cell-style.h"
#include "app/plx-search-record-card.h"

/* The search record of an empty cell, open beside it. */

void
plx_compare_view_close_record (PlxCompareView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus
    = self->record != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->record);

  g_clear_handle_id (&self->record_source, g_source_remove);
  if (self->record != NULL)
    gtk_overlay_remove_overlay (self->overlay, self->record);
  self->record = NULL;
  self->record_wants_focus = FALSE;
  if (had_focus && gtk_widget_get_mapped (GTK_WIDGET (self->matrix)))
    plx_claim_matrix_focus (self->matrix);
}

static gboolean
close_record_cb (gpointer user_data)
{
  PlxCompareView *self = user_data;

  self->record_source = 0;
  plx_compare_view_close_record (self);
  return G_SOURCE_REMOVE;
}

/* The record must not go while one of its own buttons is still at work. */
static void
record_done_cb (PlxCompareView *self)
{
  if (self->record_source == 0)
    self->record_source = g_idle_add (close_record_cb, self);
}

gboolean
plx_compare_view_is_empty_cell (PlxCompareView *self, int claim, int column)
{
  PlxCellStatus status;

  if (claim < 0 || column < 0)
    return FALSE;
  status = plx_cell_look (self->comparison, (guint) claim, (guint) column).status;
  return status == PLX_CELL_NOT_FOUND || status == PLX_CELL_LEFT_OUT
         || status == PLX_CELL_NOT_EXAMINED;
}

/* Beside its cell, where there is room: right, left, else as far over as it
 * must. In the window and not a popover of its own, since the matrix stays in
 * use while it is open. */
static gboolean
place_record_cb (GtkOverlay *overlay, GtkWidget *widget, GdkRectangle *area, PlxCompareView *self)
{
  enum { GAP = 8 };
  int width = gtk_widget_get_width (GTK_WIDGET (overlay)),
      height = gtk_widget_get_height (GTK_WIDGET (overlay));
  GtkWidget *cell
    = plx_claim_matrix_find_cell (self->matrix, self->record_claim, self->record_column);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) width / 2, 40, 0, 0);
  int x;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &area->width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, area->width, NULL, &area->height, NULL,
                      NULL);
  if (cell != NULL && !gtk_widget_compute_bounds (cell, GTK_WIDGET (overlay), &bounds))
    bounds = GRAPHENE_RECT_INIT ((float) width / 2, 40, 0, 0);
  x = (int) (bounds.origin.x + bounds.size.width) + GAP;
  if (x + area->width > width - GAP)
    x = (int) bounds.origin.x - area->width - GAP;
  area->x = CLAMP (x, GAP, MAX (GAP, width - area->width - GAP));
  area->y = (int) bounds.origin.y;
  if (x < GAP)      // no room on either side: below the cell
    area->y += (int) bounds.size.height + GAP;
  area->y = CLAMP (area->y, GAP, MAX (GAP, height - area->height - GAP));
  return TRUE;
}

static gboolean
open_record_cb (gpointer user_data)
{
  PlxCompareView *self = user_data;
  int claim = plx_selection_get_claim (self->selection),
      column = plx_selection_get_column (self->selection);

  self->record_source = 0;
  if (self->comparison == NULL || !plx_compare_view_is_empty_cell (self, claim, column)
      || claim >= (int) self->comparison->comparison->claims->len
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  self->record_claim = (guint) claim;
  self->record_column = (guint) column;
  self->record = plx_search_record_card_new (self->comparison, (guint) claim, (guint) column);
  g_signal_connect_object (self->record, "done", G_CALLBACK (record_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (self->overlay, self->record);
  if (self->record_wants_focus)
    gtk_widget_grab_focus (self->record);
  self->record_wants_focus = FALSE;
  return G_SOURCE_REMOVE;
}

/* Later: the matrix may have to scroll to the cell first. */
void
plx_compare_view_open_record (PlxCompareView *self)
{
  plx_compare_view_close_record (self);
  self->record_source = g_timeout_add (60, open_record_cb, self);
}

gboolean
plx_compare_view_focus_record (PlxCompareView *self)
{
  if (self->record == NULL && self->record_source == 0)
    plx_compare_view_open_record (self);
  if (self->record != NULL)
    return gtk_widget_grab_focus (self->record);
  self->record_wants_focus = TRUE;
  return FALSE;
}

void
plx_compare_view_init_record (PlxCompareView *self)
{
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (place_record_cb), self,
                           0);
}

gboolean
plx_compare_view_go_back (PlxCompareView *self)
{
  if (self->record == NULL)
    return FALSE;
  plx_compare_view_close_record (self);
  return TRUE;
}
