/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-row.h"

#include "app/plx-matrix-layout.h"
#include "app/plx-matrix-strip.h"
#include "app/plx-matrix-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _PlxClaimRow {
  GtkWidget parent_instance;

  PlxMatrixColumns *columns;
  PlxMatrixText *number, *statement, *origins, *confidence;
  GtkWidget *strip;
  int position, claim;  // -1: not bound
};

enum {
  CELL_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimRow, plx_claim_row, GTK_TYPE_WIDGET)

/* -- building -- */

static void
cell_clicked_cb (PlxMatrixStrip *strip, guint column, PlxClaimRow *self)
{
  if (self->claim >= 0)
    g_signal_emit (self, signals[CELL_CLICKED], 0, (guint) self->claim, column);
}

static PlxMatrixText *
add_text (PlxClaimRow *self, const char *css_class, float xalign, int most_lines)
{
  GtkWidget *text = plx_matrix_text_new (xalign, most_lines);

  gtk_widget_add_css_class (text, css_class);
  gtk_widget_set_parent (text, GTK_WIDGET (self));
  return PLX_MATRIX_TEXT (text);
}

/* -- showing -- */

static void
redraw_cells (PlxClaimRow *self)
{
  plx_matrix_strip_redraw (PLX_MATRIX_STRIP (self->strip));
}

/* How sure the matching is, over the cells that have evidence. */
static const char *
describe_confidence (PlxClaimRow *self)
{
  const PlxComparison *comparison
    = plx_matrix_columns_get_comparison (self->columns)->comparison;
  double sum = 0;
  guint n = 0;

  for (guint column = 0; column < comparison->columns->len; column++)
    {
      const PlxCell *cell = plx_comparison_get_cell (comparison, (guint) self->claim, column);

      if (cell->evidence.n_spans == 0)
        continue;
      sum += cell->score_01;
      n++;
    }
  if (n == 0)
    return "";
  return sum / n >= 0.75 ? _("high") : sum / n >= 0.5 ? _("medium") : _("low");
}

GtkWidget *
plx_claim_row_new (PlxMatrixColumns *columns)
{
  PlxClaimRow *self = g_object_new (PLX_TYPE_CLAIM_ROW, NULL);

  self->columns = g_object_ref (columns);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), plx_matrix_layout_new (columns));
  self->strip = plx_matrix_strip_new_cells (columns);
  g_signal_connect (self->strip, "clicked", G_CALLBACK (cell_clicked_cb), self);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
plx_claim_row_bind (PlxClaimRow *self, guint position, guint claim, guint number)
{
  const PlxComparison *comparison
    = plx_matrix_columns_get_comparison (self->columns)->comparison;
  const PlxClaim *it = g_ptr_array_index (comparison->claims, claim);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *origins = it->origins > 0 ? g_strdup_printf ("%u", it->origins) : g_strdup ("–");

  self->position = (int) position;
  self->claim = (int) claim;
  plx_matrix_text_set (self->number, number_text);
  plx_matrix_text_set (self->statement, it->statement);
  plx_matrix_text_set (self->origins, origins);
  plx_matrix_text_set (self->confidence, describe_confidence (self));
  plx_matrix_strip_bind (PLX_MATRIX_STRIP (self->strip), (int) claim);
}

void
plx_claim_row_unbind (PlxClaimRow *self)
{
  self->position = self->claim = -1;
  plx_matrix_strip_bind (PLX_MATRIX_STRIP (self->strip), -1);
}

void
plx_claim_row_set_selected (PlxClaimRow *self, int claim, int column)
{
  gboolean is_row = claim >= 0 && self->claim == claim;

  plx_matrix_strip_set_selected (PLX_MATRIX_STRIP (self->strip), is_row ? column : -1);
}

int
plx_claim_row_get_position (PlxClaimRow *self)
{
  return self->position;
}

int
plx_claim_row_get_claim (PlxClaimRow *self)
{
  return self->claim;
}

GtkWidget *
plx_claim_row_get_cell (PlxClaimRow *self, guint column)
{
  return plx_matrix_strip_get_cell (PLX_MATRIX_STRIP (self->strip), column);
}

int
plx_claim_row_find_column (PlxClaimRow *self, GtkWidget *widget)
{
  return plx_matrix_strip_find_column (PLX_MATRIX_STRIP (self->strip), widget);
}

static void
plx_claim_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (plx_claim_row_parent_class)->dispose (object);
}

static void
plx_claim_row_finalize (GObject *object)
{
  PlxClaimRow *self = PLX_CLAIM_ROW (object);

  g_object_unref (self->columns);
  G_OBJECT_CLASS (plx_claim_row_parent_class)->finalize (object);
}

static void
plx_claim_row_class_init (PlxClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_claim_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_claim_row_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "claimrow");
  signals[CELL_CLICKED]
    = g_signal_new ("cell-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
plx_claim_row_init (PlxClaimRow *self)
{
  self->position = self->claim = -1;
  self->number = add_text (self, "plx-claim-number", 1.0f, 1);
  self->statement = add_text (self, "plx-claim", 0.0f, 3);
  self->origins = add_text (self, "plx-claim-origins", 0.5f, 1);
  self->confidence = add_text (self, "dim-label", 0.0f, 1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (redraw_cells), self, G_CONNECT_SWAPPED);
}
