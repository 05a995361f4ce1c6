/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-cell-style.h"

#include "app/plx-compat.h"
#include "app/plx-mark-style.h"
#include "app/plx-matrix-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

PlxCellLook
plx_cell_look (PlxStoryComparison *comparison, guint claim, guint column)
{
  gsize at = (gsize) claim * comparison->comparison->columns->len + column;
  PlxCellLook look = { 0 };

  look.comparison = comparison->comparison;
  look.claim = claim;
  look.at = column;
  look.cell = plx_comparison_get_cell (comparison->comparison, claim, column);
  look.column = g_ptr_array_index (comparison->comparison->columns, column);
  look.status = look.cell->status;
  if (comparison->verdicts != NULL && comparison->verdicts[at].verdict != PLX_CELL_NOT_EXAMINED)
    {
      look.verdict = &comparison->verdicts[at];
      look.status = look.verdict->verdict;
      look.is_decided = TRUE;
    }
  return look;
}

char *
plx_cell_look_dup_brief (const PlxCellLook *look)
{
  return plx_cell_words_dup_brief (look->comparison, look->claim, look->at, look->status);
}

char *
plx_cell_look_dup_label (const PlxCellLook *look)
{
  g_autofree char *brief = plx_cell_look_dup_brief (look);
  const char *word = plx_cell_words_get_status (look->status);
  GString *label = g_string_new (NULL);

  g_string_append_printf (label, "%s: %s", plx_cell_words_get_column (look->column), word);
  if (*brief != '\0' && g_strcmp0 (brief, word) != 0)
    g_string_append_printf (label, ", %s", brief);
  if (look->is_decided)
    g_string_append_printf (label, ", %s", _("decided"));
  return g_string_free (label, FALSE);
}

/* The sign of a plain report is as dark as text; what needs a look is coloured. */
void
plx_cell_status_get_color (PlxCellStatus status, gboolean dark, GdkRGBA *color)
{
  switch (status)
    {
    case PLX_CELL_DIFFERS:
      plx_style_get_color (PLX_STYLE_FINDING, dark, color);
      break;
    case PLX_CELL_CONTRADICTED:
      plx_style_get_color (PLX_STYLE_OMISSION, dark, color);
      break;
    case PLX_CELL_REPORTED:
    case PLX_CELL_LEFT_OUT:
      gdk_rgba_parse (color, dark ? "#f6f5f4" : "#241f31");
      break;
    case PLX_CELL_NOT_FOUND:
    case PLX_CELL_NOT_EXAMINED:
    case PLX_N_CELL_STATUSES:
      gdk_rgba_parse (color, dark ? "#b4b2b0" : "#5e5c64");
      break;
    }
}

void
plx_cell_sign_draw (cairo_t *cr, PlxCellStatus status, double size, const GdkRGBA *color)
{
  double middle = size / 2.0, radius = size * 0.40, line = MAX (1.4, size * 0.13);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  switch (status)
    {
    case PLX_CELL_REPORTED:
      cairo_arc (cr, middle, middle, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case PLX_CELL_DIFFERS:
      cairo_arc (cr, middle, middle, radius - line / 2, 0, 2 * G_PI);
      cairo_stroke (cr);
      cairo_arc (cr, middle, middle, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
      break;
    case PLX_CELL_CONTRADICTED:
      radius *= 0.8;
      cairo_move_to (cr, middle - radius, middle - radius);
      cairo_line_to (cr, middle + radius, middle + radius);
      cairo_move_to (cr, middle + radius, middle - radius);
      cairo_line_to (cr, middle - radius, middle + radius);
      cairo_stroke (cr);
      break;
    case PLX_CELL_NOT_FOUND:
    case PLX_CELL_LEFT_OUT:
      cairo_arc (cr, middle, middle, radius - line / 2, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case PLX_CELL_NOT_EXAMINED:
    case PLX_N_CELL_STATUSES:
      cairo_arc (cr, middle, middle, size * 0.11, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    }
}

/* -- the widget -- */

struct _PlxCellSign {
  GtkWidget parent_instance;

  PlxCellStatus status;
};

enum { SIGN_SIZE = 13 };

G_DEFINE_FINAL_TYPE (PlxCellSign, plx_cell_sign, GTK_TYPE_WIDGET)

static void
plx_cell_sign_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = (int) (SIGN_SIZE * plx_matrix_get_text_scale (widget));
}

static void
plx_cell_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxCellSign *self = PLX_CELL_SIGN (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = SIGN_SIZE * plx_matrix_get_text_scale (widget);
  GdkRGBA color;
  cairo_t *cr;

  plx_cell_status_get_color (self->status, plx_style_is_dark (), &color);
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, (width - size) / 2.0, (height - size) / 2.0);
  plx_cell_sign_draw (cr, self->status, size, &color);
  cairo_destroy (cr);
}

static void
plx_cell_sign_class_init (PlxCellSignClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = plx_cell_sign_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = plx_cell_sign_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_cell_sign_init (PlxCellSign *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
plx_cell_sign_new (void)
{
  return g_object_new (PLX_TYPE_CELL_SIGN, NULL);
}

void
plx_cell_sign_set_status (PlxCellSign *self, PlxCellStatus status)
{
  g_return_if_fail (PLX_IS_CELL_SIGN (self));

  if (self->status == status)
    return;
  self->status = status;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* -- the legend -- */

GtkWidget *
plx_cell_legend_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  static const PlxCellStatus statuses[] = {
    PLX_CELL_REPORTED,  PLX_CELL_DIFFERS,      PLX_CELL_CONTRADICTED,
    PLX_CELL_NOT_FOUND, PLX_CELL_NOT_EXAMINED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *sign = plx_cell_sign_new ();
      GtkWidget *label = gtk_label_new (statuses[i] == PLX_CELL_NOT_FOUND
                                          ? _("searched, not found")
                                          : plx_cell_words_get_status (statuses[i]));

      plx_cell_sign_set_status (PLX_CELL_SIGN (sign), statuses[i]);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (item), sign);
      gtk_box_append (GTK_BOX (item), label);
      gtk_box_append (GTK_BOX (box), item);
    }
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  return box;
}
