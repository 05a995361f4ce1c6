/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-menu.h"

#include "app/plx-cell-style.h"
#include "app/plx-claim-matrix.h"

#include <glib/gi18n-lib.h>

static GMenu *
list_cell (PlxStoryComparison *comparison, guint claim, guint column)
{
  GMenu *menu = g_menu_new ();
  PlxCellLook look = plx_cell_look (comparison, claim, column);
  const PlxVerdict *verdict = plx_story_comparison_get_verdict (comparison, claim, column);

  if (!look.is_decided && look.status != PLX_CELL_NOT_EXAMINED)
    g_menu_append (menu, _("Confirm this cell"), "win.compare::confirm");
  if (plx_cell_status_is_told (look.status))
    g_menu_append (menu, _("Decide about this cell…"), "win.compare::decide");
  else
    g_menu_append (menu, _("Search record…"), "win.compare::search-record");
  if (look.is_decided)
    g_menu_append (menu, _("Take the decision back"), "win.compare::not-examined");
  g_menu_append (menu, _("Use the selected words as evidence"), "win.compare::use-evidence");
  if (verdict != NULL && verdict->is_moved)
    g_menu_append (menu, _("Evidence as it was found"), "win.compare::reset-evidence");
  if (look.cell->evidence.n_spans > 0)
    {
      g_menu_append (menu, _("Move evidence to another claim…"), "win.compare::move-evidence");
      g_menu_append (menu, _("Split off as a claim…"), "win.compare::split-claim");
    }
  return menu;
}

static GMenu *
list_row (PlxStoryComparison *comparison, guint claim)
{
  GMenu *menu = g_menu_new ();
  const PlxClaimWork *work = comparison->work != NULL ? comparison->work[claim] : NULL;

  g_menu_append (menu, _("Confirm the whole row"), "win.compare::confirm-row");
  g_menu_append (menu, _("Reword…"), "win.compare::reword-claim");
  g_menu_append (menu, _("Merge…"), "win.compare::merge-claims");
  if (work != NULL && work->merged != NULL && work->merged[0] != NULL)
    g_menu_append (menu, _("Take merged claims apart"), "win.compare::unmerge-claim");
  g_menu_append (menu, _("Drop"), "win.compare::drop-claim");
  return menu;
}

static gboolean
unparent_cb (gpointer popover)
{
  GtkWidget *matrix = gtk_widget_get_parent (popover);

  if (matrix != NULL)
    gtk_widget_unparent (popover);
  if (matrix != NULL && gtk_widget_get_mapped (matrix))
    plx_claim_matrix_focus (PLX_CLAIM_MATRIX (matrix));
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* Later: the action of the item that was chosen comes after this. The keyboard
 * goes back to where the menu was opened. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add (unparent_cb, g_object_ref (popover));
}

static GMenu *
list_all (PlxStoryComparison *comparison, guint claim, int column)
{
  g_autoptr (GMenu) row = list_row (comparison, claim), more = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (column >= 0)
    {
      g_autoptr (GMenu) cell = list_cell (comparison, claim, (guint) column);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (cell));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (row));
  g_menu_append (more, _("Add a claim…"), "win.compare::add-claim");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return menu;
}

void
plx_claim_menu_popup (GtkWidget *at, PlxStoryComparison *comparison, guint claim, int column)
{
  g_autoptr (GMenu) menu = list_all (comparison, claim, column);
  GtkWidget *popover;
  GtkWidget *matrix = gtk_widget_get_ancestor (at, PLX_TYPE_CLAIM_MATRIX);
  graphene_rect_t bounds;

  if (matrix == NULL || !gtk_widget_compute_bounds (at, matrix, &bounds))
    return;
  /* of the matrix: the row may be given to another claim meanwhile */
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, matrix);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (
    GTK_POPOVER (popover),
    &(GdkRectangle) { (int) bounds.origin.x + MIN (40, (int) bounds.size.width / 2),
                      (int) bounds.origin.y, 1, (int) bounds.size.height });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
