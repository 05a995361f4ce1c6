/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-row.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-mark-style.h"
#include "app/plx-matrix-layout.h"
#include "app/plx-matrix-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  GtkWidget *button, *brief, *tick;
  PlxCellSign *sign;
} Cell;

struct _PlxClaimRow {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  GtkWidget *number, *claim_label, *origins, *confidence, *strip;
  GArray *cells;        // Cell
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
cell_clicked_cb (GtkWidget *button, PlxClaimRow *self)
{
  int column = plx_claim_row_find_column (self, button);

  gtk_widget_grab_focus (button);     // the row took it with the press
  if (self->claim >= 0 && column >= 0)
    g_signal_emit (self, signals[CELL_CLICKED], 0, (guint) self->claim, (guint) column);
}

static GtkWidget *
add_label (PlxClaimRow *self, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
add_cell (PlxClaimRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Cell cell = { 0 };

  cell.button = gtk_button_new ();
  cell.sign = PLX_CELL_SIGN (plx_cell_sign_new ());
  cell.brief = gtk_label_new (NULL);
  cell.tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_label_set_wrap (GTK_LABEL (cell.brief), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell.brief), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (cell.brief), 2);
  gtk_label_set_ellipsize (GTK_LABEL (cell.brief), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (cell.brief), 0);
  gtk_widget_set_hexpand (cell.brief, TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (cell.tick), 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell.sign));
  gtk_box_append (GTK_BOX (box), cell.brief);
  gtk_box_append (GTK_BOX (box), cell.tick);
  gtk_button_set_child (GTK_BUTTON (cell.button), box);
  gtk_widget_set_valign (cell.button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (cell.button, "flat");
  gtk_widget_add_css_class (cell.button, "plx-cell");
  g_signal_connect (cell.button, "clicked", G_CALLBACK (cell_clicked_cb), self);
  plx_matrix_strip_add (PLX_MATRIX_STRIP (self->strip), cell.button);
  g_array_append_val (self->cells, cell);
}

/* -- showing -- */

static void
show_class (GtkWidget *widget, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* What needs a look is bold; what is not plainly reported has its sign's colour. */
static void
color_brief (GtkLabel *brief, PlxCellStatus status)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  GdkRGBA color;

  if (status != PLX_CELL_REPORTED && status != PLX_CELL_LEFT_OUT)
    {
      plx_cell_status_get_color (status, plx_style_is_dark (), &color);
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes,
                              pango_attr_foreground_new ((guint16) (color.red * 65535),
                                                         (guint16) (color.green * 65535),
                                                         (guint16) (color.blue * 65535)));
      /* else it would be as transparent as text is */
      pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (65535));
    }
  if (status == PLX_CELL_DIFFERS || status == PLX_CELL_CONTRADICTED)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (brief, attributes);
}

static void
show_cell (PlxClaimRow *self, guint column)
{
  const Cell *cell = &g_array_index (self->cells, Cell, column);
  PlxCellLook look = plx_cell_look (self->comparison, (guint) self->claim, column);
  g_autofree char *brief = plx_cell_look_dup_brief (&look);
  g_autofree char *label = plx_cell_look_dup_label (&look);

  plx_cell_sign_set_status (cell->sign, look.status);
  gtk_label_set_text (GTK_LABEL (cell->brief), brief);
  color_brief (GTK_LABEL (cell->brief), look.status);
  gtk_widget_set_visible (cell->tick, look.is_decided);
  gtk_widget_set_tooltip_text (cell->button, label);
  plx_widget_set_label (cell->button, label);
}

static void
show_cells (PlxClaimRow *self)
{
  for (guint i = 0; self->claim >= 0 && i < self->cells->len; i++)
    show_cell (self, i);
}

/* How sure the matching is, over the cells that have evidence. */
static const char *
describe_confidence (PlxClaimRow *self)
{
  const PlxComparison *comparison = self->comparison->comparison;
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
plx_claim_row_new (PlxStoryComparison *comparison, GtkAdjustment *sideways)
{
  PlxClaimRow *self = g_object_new (PLX_TYPE_CLAIM_ROW, NULL);

  self->comparison = plx_story_comparison_ref (comparison);
  self->strip = plx_matrix_strip_new (sideways, FALSE);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  for (guint i = 0; i < comparison->comparison->columns->len; i++)
    add_cell (self);
  return GTK_WIDGET (self);
}

void
plx_claim_row_show_heard (PlxClaimRow *self, gboolean show)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const PlxColumn *column
        = g_ptr_array_index (self->comparison->comparison->columns, i);

      gtk_widget_set_visible (g_array_index (self->cells, Cell, i).button,
                              show || column->article >= 0);
    }
}

void
plx_claim_row_bind (PlxClaimRow *self, guint position, guint claim, guint number)
{
  const PlxClaim *it = g_ptr_array_index (self->comparison->comparison->claims, claim);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *origins = it->origins > 0 ? g_strdup_printf ("%u", it->origins) : g_strdup ("–");

  self->position = (int) position;
  self->claim = (int) claim;
  gtk_label_set_text (GTK_LABEL (self->number), number_text);
  gtk_label_set_text (GTK_LABEL (self->claim_label), it->statement);
  gtk_widget_set_tooltip_text (self->claim_label, it->statement);
  gtk_label_set_text (GTK_LABEL (self->origins), origins);
  gtk_label_set_text (GTK_LABEL (self->confidence), describe_confidence (self));
  show_cells (self);
}

void
plx_claim_row_unbind (PlxClaimRow *self)
{
  self->position = self->claim = -1;
}

void
plx_claim_row_set_selected (PlxClaimRow *self, int claim, int column)
{
  gboolean is_row = claim >= 0 && self->claim == claim;

  show_class (self->claim_label, "heading", is_row);
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *button = g_array_index (self->cells, Cell, i).button;
      gboolean is_cell = is_row && column == (int) i;

      show_class (button, "plx-cell-selected", is_cell);
      gtk_widget_set_has_tooltip (button, !is_cell);   // what is open beside it says more
      plx_widget_set_description (button, is_cell ? _("selected") : "");
    }
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
  return column < self->cells->len ? g_array_index (self->cells, Cell, column).button : NULL;
}

int
plx_claim_row_find_column (PlxClaimRow *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).button == widget)
      return (int) i;
  return -1;
}

static void
plx_claim_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (PLX_CLAIM_ROW (object)->cells, 0);
  G_OBJECT_CLASS (plx_claim_row_parent_class)->dispose (object);
}

static void
plx_claim_row_finalize (GObject *object)
{
  PlxClaimRow *self = PLX_CLAIM_ROW (object);

  g_array_unref (self->cells);
  plx_story_comparison_unref (self->comparison);
  G_OBJECT_CLASS (plx_claim_row_parent_class)->finalize (object);
}

static void
plx_claim_row_class_init (PlxClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_claim_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_claim_row_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), PLX_TYPE_MATRIX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "claimrow");
  signals[CELL_CLICKED]
    = g_signal_new ("cell-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
plx_claim_row_init (PlxClaimRow *self)
{
  self->position = self->claim = -1;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->number = add_label (self, "plx-claim-number", 1.0f);
  self->claim_label = add_label (self, "plx-claim", 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->claim_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->claim_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->claim_label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->claim_label), PANGO_ELLIPSIZE_END);
  self->origins = add_label (self, "plx-claim-origins", 0.5f);
  self->confidence = add_label (self, "dim-label", 0.0f);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (show_cells), self, G_CONNECT_SWAPPED);
}
