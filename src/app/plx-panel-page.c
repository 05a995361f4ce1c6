/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-panel-page.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-flow-layout.h"

#include <glib/gi18n-lib.h>

const char *
plx_panel_page_get_source (const PlxPanelContext *self, int article)
{
  GPtrArray *columns = self->comparison->comparison->columns;

  for (guint i = 0; i < columns->len; i++)
    if (((PlxColumn *) g_ptr_array_index (columns, i))->article == article)
      return plx_cell_words_get_column (g_ptr_array_index (columns, i));
  return _("Unnamed outlet");
}

GtkWidget *
plx_panel_new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One source in the list of a page, with what follows below its name. */
GtkWidget *
plx_panel_add_card (GtkWidget *list, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "plx-card");
  gtk_box_append (GTK_BOX (box), plx_panel_new_text (title, "heading"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

GtkWidget *
plx_panel_page_add_list (const PlxPanelContext *self, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, label);
  gtk_box_append (GTK_BOX (self->content), list);
  return list;
}

GtkWidget *
plx_panel_add_pills (GtkWidget *card)
{
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (pills, plx_flow_layout_new (6, 6));
  gtk_box_append (GTK_BOX (card), pills);
  return pills;
}

GtkWidget *
plx_panel_add_pill (GtkWidget *pills, const char *text, guint n)
{
  g_autofree char *words = n > 1 ? g_strdup_printf ("%s ×%u", text, n) : g_strdup (text);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "plx-form");
  gtk_widget_set_tooltip_text (label, words);
  gtk_box_append (GTK_BOX (pills), label);
  return label;
}

typedef struct {
  GtkWidget *panel;         // whose button it is
  guint article;
  PlxSpan span;
} PassageLink;

static void
passage_clicked_cb (GtkWidget *button, PassageLink *link)
{
  g_signal_emit_by_name (link->panel, "passage-chosen", link->article, link->span.begin,
                         link->span.end);
}

/* A button that opens the passage; @label: what it is heard as. */
GtkWidget *
plx_panel_page_add_passage (const PlxPanelContext *self, GtkWidget *box, const char *text,
                            const char *label, guint article, PlxSpan span)
{
  PassageLink *link = g_new0 (PassageLink, 1);
  GtkWidget *button = gtk_button_new (), *words = gtk_label_new (text);

  *link = (PassageLink) { self->panel, article, span };
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "plx-form");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  plx_widget_set_label (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (passage_clicked_cb), link,
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

void
plx_panel_page_say (const PlxPanelContext *self, const char *text)
{
  gtk_box_append (GTK_BOX (self->content), plx_panel_new_text (text, "dim-label"));
}
