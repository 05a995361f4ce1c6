/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-view-private.h"

#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* After an edit the comparison is a new one: what was selected is found in it by
 * its key, and the keyboard stays where it was. */

int
plx_compare_view_find_claim (PlxCompareView *self, const char *key)
{
  guint claim;

  return key != NULL && plx_story_comparison_find_claim (self->comparison, key, &claim)
           ? (int) claim
           : -1;
}

static gboolean
is_claim_selected (PlxCompareView *self)
{
  return self->selection != NULL
         && plx_selection_get_kind (self->selection) == PLX_SELECTED_CLAIM;
}

/* In the matrix, at what belongs to its selected cell, or nowhere. */
static gboolean
has_focus (PlxCompareView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return plx_claim_matrix_has_focus (self->matrix) || focus == NULL
         || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cell_bar))
         || (self->record != NULL && gtk_widget_is_ancestor (focus, self->record));
}

PlxComparePlace
plx_compare_view_get_place (PlxCompareView *self)
{
  PlxComparePlace place = { .has_focus = has_focus (self) };

  if (self->comparison != NULL && is_claim_selected (self))
    {
      int claim
        = plx_compare_view_find_claim (self, plx_selection_get_claim_key (self->selection));

      place.number = claim >= 0 ? plx_claim_matrix_get_number (self->matrix, (guint) claim) : 0;
    }
  return place;
}

/* The claim that somebody just made; said, where filters keep it out of sight. */
void
plx_compare_view_select_wanted (PlxCompareView *self, int claim)
{
  PlxWindow *window = plx_window_find (GTK_WIDGET (self));

  plx_selection_select_claim (self->selection, self->comparison, (guint) claim, -1);
  g_clear_pointer (&self->wanted, g_free);
  if (window != NULL && plx_claim_matrix_get_number (self->matrix, (guint) claim) == 0)
    plx_window_toast (window, _("The claim is there, but the filters hide it."));
}

/* It is gone: on with the one that stands in its row now. */
static void
select_next (PlxCompareView *self, guint number)
{
  const GArray *rows = plx_claim_matrix_get_rows (self->matrix);

  if (number == 0 || rows->len == 0)
    plx_selection_clear (self->selection);
  else
    plx_selection_select_claim (self->selection, self->comparison,
                                g_array_index (rows, guint, MIN (number, rows->len) - 1), -1);
}

static void
renew_selection (PlxCompareView *self, const PlxComparePlace *place)
{
  int wanted = plx_compare_view_find_claim (self, self->wanted), claim = -1;
  int column = -1;

  if (wanted >= 0)
    {
      plx_compare_view_select_wanted (self, wanted);
      return;
    }
  if (place == NULL || !is_claim_selected (self))
    return;
  claim = plx_compare_view_find_claim (self, plx_selection_get_claim_key (self->selection));
  column = plx_selection_get_column (self->selection);
  if (claim < 0)
    select_next (self, place->number);
  else
    plx_selection_select_claim (
      self->selection, self->comparison, (guint) claim,
      column < (int) self->comparison->comparison->columns->len ? column : -1);
}

void
plx_compare_view_renew (PlxCompareView *self, const PlxComparePlace *place,
                        void (*show) (PlxCompareView *self))
{
  g_autofree char *pending = g_steal_pointer (&self->pending);

  self->renewing = place != NULL;
  if (self->selection != NULL)
    renew_selection (self, place);
  show (self);
  self->renewing = FALSE;
  if (place != NULL && place->has_focus)
    plx_claim_matrix_focus (self->matrix);
  if (pending != NULL)
    plx_compare_view_act (self, pending);
}
