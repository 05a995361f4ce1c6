/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-layers.h"

#include "app/plx-compat.h"
#include "app/plx-mark-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Quiet by default: triggers of events and bare numbers are on request. */
PlxDocumentLayers
plx_layers_get_default (void)
{
  return (PlxDocumentLayers) {
    .layers = ~((1u << PLX_MARK_EVENT) | (1u << PLX_MARK_QUANTITY)),
    .rejected = FALSE,
    .margins = TRUE,
  };
}

typedef struct {
  const char *label;
  guint layers;        // 0: not a layer
  gboolean rejected, margins;
} Choice;

static const Choice choices[] = {
  { N_("Names"), (1u << PLX_MARK_NAME) | (1u << PLX_MARK_HAND), FALSE, FALSE },
  { N_("Statements"), 1u << PLX_MARK_STATEMENT, FALSE, FALSE },
  { N_("Left out"), 1u << PLX_MARK_OMISSION, FALSE, FALSE },
  { N_("Times"), 1u << PLX_MARK_TIME, FALSE, FALSE },
  { N_("Numbers"), 1u << PLX_MARK_QUANTITY, FALSE, FALSE },
  { N_("Events"), 1u << PLX_MARK_EVENT, FALSE, FALSE },
  { N_("Findings"), 1u << PLX_MARK_FINDING, FALSE, FALSE },
  { N_("Rejected marks too"), 0, TRUE, FALSE },
  { N_("Notes beside the text"), 0, FALSE, TRUE },
};

typedef struct {
  PlxDocumentView *view;     // borrowed: the popover stands beside it
  PlxDocumentLayers layers;
} Layers;

static void
toggled_cb (GtkCheckButton *button, Layers *self)
{
  const Choice *choice = g_object_get_data (G_OBJECT (button), "choice");
  gboolean active = gtk_check_button_get_active (button);

  if (active)
    self->layers.layers |= choice->layers;
  else
    self->layers.layers &= ~choice->layers;
  if (choice->rejected)
    self->layers.rejected = active;
  if (choice->margins)
    self->layers.margins = active;
  plx_document_view_set_layers (self->view, &self->layers);
}

static gboolean
is_on (const PlxDocumentLayers *layers, const Choice *choice)
{
  if (choice->rejected)
    return layers->rejected;
  if (choice->margins)
    return layers->margins;
  return (layers->layers & choice->layers) == choice->layers;
}

static void
build_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  Layers *self = user_data;
  GtkWidget *popover, *box;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_(choices[i].label));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_on (&self->layers, &choices[i]));
      g_object_set_data (G_OBJECT (check), "choice", (gpointer) &choices[i]);
      g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
plx_layers_button_new (PlxDocumentView *view)
{
  GtkWidget *button = gtk_menu_button_new ();
  Layers *self = g_new0 (Layers, 1);

  self->view = view;
  self->layers = plx_layers_get_default ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), build_popover_cb, self, NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Layers"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  plx_widget_set_label (button, _("Layers"));
  g_object_set_data_full (G_OBJECT (button), "layers", self, g_free);
  plx_document_view_set_layers (view, &self->layers);
  return button;
}

/* -- the legend: each word stands on its own line style -- */

#define PLX_TYPE_LEGEND_ENTRY (plx_legend_entry_get_type ())
G_DECLARE_FINAL_TYPE (PlxLegendEntry, plx_legend_entry, PLX, LEGEND_ENTRY, GtkWidget)

struct _PlxLegendEntry {
  GtkWidget parent_instance;

  PlxStyle style;
};

G_DEFINE_FINAL_TYPE (PlxLegendEntry, plx_legend_entry, GTK_TYPE_WIDGET)

static void
plx_legend_entry_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxLegendEntry *self = PLX_LEGEND_ENTRY (widget);
  GdkRGBA color;

  GTK_WIDGET_CLASS (plx_legend_entry_parent_class)->snapshot (widget, snapshot);
  plx_style_get_color (self->style, plx_style_is_dark (), &color);
  plx_style_append_line (snapshot, plx_style_get_line (self->style), &color, TRUE, 0,
                         (float) (gtk_widget_get_height (widget) - 5),
                         (float) gtk_widget_get_width (widget));
}

static void
plx_legend_entry_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_legend_entry_parent_class)->dispose (object);
}

static void
plx_legend_entry_class_init (PlxLegendEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_legend_entry_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = plx_legend_entry_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_legend_entry_init (PlxLegendEntry *self)
{
}

GtkWidget *
plx_legend_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (PlxStyle style = PLX_STYLE_PERSON; style <= PLX_STYLE_EVENT; style++)
    {
      PlxLegendEntry *entry = g_object_new (PLX_TYPE_LEGEND_ENTRY, NULL);
      GtkWidget *label = gtk_label_new (plx_style_get_word (style));
      entry->style = style;
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_margin_bottom (label, 6);
      gtk_widget_set_parent (label, GTK_WIDGET (entry));
      gtk_widget_set_valign (GTK_WIDGET (entry), GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry));
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}
