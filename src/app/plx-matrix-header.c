/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-header.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-matrix-layout.h"
#include "app/plx-matrix-strip.h"

#include <glib/gi18n-lib.h>

struct _PlxMatrixHeader {
  GtkWidget parent_instance;

  PlxMatrixColumns *columns;
  GtkWidget *strip;
};

enum {
  SOURCE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxMatrixHeader, plx_matrix_header, GTK_TYPE_WIDGET)

static void
add_heading (PlxMatrixHeader *self, const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "plx-matrix-heading");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
source_clicked_cb (GtkWidget *button, PlxMatrixHeader *self)
{
  g_signal_emit (self, signals[SOURCE_CHOSEN], 0,
                 g_object_get_data (G_OBJECT (button), "plx-source"));
}

/* "via Continental Press", of a source that is only heard. */
static char *
dup_carrier (const PlxComparison *comparison, const PlxColumn *column)
{
  for (guint i = 0; i < comparison->columns->len; i++)
    {
      const PlxColumn *carrier = g_ptr_array_index (comparison->columns, i);

      if (carrier->article == column->via_article)
        return g_strdup_printf (_("via %s"), plx_cell_words_get_column (carrier));
    }
  return g_strdup_printf (_("via %s"), _("another source"));
}

static GtkWidget *
new_line (const char *text, int lines, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  if (lines > 1)
    gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_source (PlxMatrixHeader *self, const PlxColumn *column, const char *detail)
{
  const PlxComparison *comparison
    = plx_matrix_columns_get_comparison (self->columns)->comparison;
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *via = column->article < 0 && column->via_article >= 0
                           ? dup_carrier (comparison, column)
                           : NULL;
  g_autofree char *label = NULL;

  detail = via != NULL ? via : detail;
  gtk_box_append (GTK_BOX (box), new_line (plx_cell_words_get_column (column), 2, NULL));
  if (detail != NULL && *detail != '\0')
    gtk_box_append (GTK_BOX (box), new_line (detail, 1, "plx-matrix-detail"));
  label = detail != NULL && *detail != '\0'
            ? g_strdup_printf ("%s, %s", plx_cell_words_get_column (column), detail)
            : g_strdup (plx_cell_words_get_column (column));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plx-matrix-source");
  g_object_set_data_full (G_OBJECT (button), "plx-source", g_strdup (column->name), g_free);
  plx_widget_set_label (button, label);
  g_signal_connect (button, "clicked", G_CALLBACK (source_clicked_cb), self);
  return button;
}

static void
clear (PlxMatrixHeader *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  g_clear_object (&self->columns);
  self->strip = NULL;
}

void
plx_matrix_header_set_columns (PlxMatrixHeader *self, PlxMatrixColumns *columns, GPtrArray *details)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  GPtrArray *all;

  clear (self);
  if (columns == NULL)
    return;
  self->columns = g_object_ref (columns);
  all = plx_matrix_columns_get_comparison (columns)->comparison->columns;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), plx_matrix_layout_new (columns));
  add_heading (self, "#", 1.0f);
  add_heading (self, _("Claim"), 0.0f);
  add_heading (self, _("Origins"), 0.5f);
  add_heading (self, _("Confidence"), 0.0f);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (sources, new_source (self, g_ptr_array_index (all, i),
                                          details != NULL && i < details->len
                                            ? g_ptr_array_index (details, i)
                                            : NULL));
  self->strip = plx_matrix_strip_new_header (columns, sources);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
}

void
plx_matrix_header_scroll_to (PlxMatrixHeader *self, int column)
{
  if (self->strip != NULL)
    plx_matrix_columns_scroll_to (self->columns, self->strip, column);
}

static void
plx_matrix_header_dispose (GObject *object)
{
  clear (PLX_MATRIX_HEADER (object));
  G_OBJECT_CLASS (plx_matrix_header_parent_class)->dispose (object);
}

static void
plx_matrix_header_class_init (PlxMatrixHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_matrix_header_dispose;
  signals[SOURCE_CHOSEN]
    = g_signal_new ("source-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plx_matrix_header_init (PlxMatrixHeader *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-matrix-header");
}

GtkWidget *
plx_matrix_header_new (void)
{
  return g_object_new (PLX_TYPE_MATRIX_HEADER, NULL);
}
