/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-panel.h"

#include "app/plx-compat.h"
#include "app/plx-graph-rows.h"
#include "app/plx-graph-sign.h"

#include <glib/gi18n-lib.h>

typedef struct {
  PlxGraphRows *rows;
  GtkSingleSelection *model;
  GtkWidget *list;
  GtkStackPage *page;
} Half;

struct _PlxGraphPanel {
  GtkWidget parent_instance;

  Half halves[2];        // nodes, edges
  GtkStack *stack;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (PlxGraphPanel, plx_graph_panel, GTK_TYPE_WIDGET)

static guint picked_signal;

static PlxGraphPick
what_of (guint half)
{
  return half == 0 ? PLX_PICK_NODE : PLX_PICK_EDGE;
}

/* -- rows -- */

static GtkWidget *
new_inscription (float xalign, guint n_chars)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), xalign);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), n_chars);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  return text;
}

static GtkWidget *
new_count (void)
{
  GtkWidget *count = new_inscription (1, 3);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  return count;
}

static void
setup_node_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *name = new_inscription (0, 8);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), plx_graph_sign_new (PLX_SIGN_SHAPE, PLX_SHAPE_CIRCLE));
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), new_count ());
  gtk_list_item_set_child (item, row);
}

static void
bind_node_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  PlxGraphRow *row = gtk_list_item_get_item (item);
  const PlxGraphNode *node = plx_graph_row_get_node (row);
  GtkWidget *sign = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (sign), *count = gtk_widget_get_next_sibling (name);
  /* A source that only publishes is mentioned nowhere. */
  g_autofree char *number = node->n_mentions > 0 ? g_strdup_printf ("%u", node->n_mentions) : NULL;
  g_autofree char *description = plx_graph_row_dup_description (row);

  plx_graph_sign_set (PLX_GRAPH_SIGN (sign), PLX_SIGN_SHAPE, plx_shape_of_kind (node->kind));
  gtk_inscription_set_text (GTK_INSCRIPTION (name), node->label);
  gtk_inscription_set_text (GTK_INSCRIPTION (count), number);
  plx_list_item_set_label (item, description);
}

static void
setup_edge_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (lines, TRUE);
  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (lines), new_inscription (0, 8));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), new_count ());
  gtk_list_item_set_child (item, row);
}

static void
bind_edge_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  PlxGraphRow *row = gtk_list_item_get_item (item);
  const PlxGraphEdge *edge = plx_graph_row_get_edge (row);
  const PlxGraph *graph = plx_graph_row_get_graph (row);
  GtkWidget *lines = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *count = gtk_widget_get_next_sibling (lines);
  g_autofree char *number = g_strdup_printf ("%u", edge->evidence->len);
  g_autofree char *tail = g_markup_printf_escaped ("<i>%s</i> %s", edge->kind,
                                                   PLX_GRAPH_NODE (graph, edge->to)->label);
  g_autofree char *description = plx_graph_row_dup_description (row);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (lines)),
                            PLX_GRAPH_NODE (graph, edge->from)->label);
  gtk_inscription_set_markup (GTK_INSCRIPTION (gtk_widget_get_last_child (lines)), tail);
  gtk_inscription_set_text (GTK_INSCRIPTION (count), number);
  plx_list_item_set_label (item, description);
}

/* -- selection -- */

static void
row_selected_cb (GtkSingleSelection *model, GParamSpec *pspec, PlxGraphPanel *self)
{
  PlxGraphRow *row = gtk_single_selection_get_selected_item (model);
  guint half = model == self->halves[0].model ? 0 : 1;

  if (!self->syncing && row != NULL)
    g_signal_emit (self, picked_signal, 0, (int) what_of (half),
                   (int) plx_graph_row_get_index (row));
}

void
plx_graph_panel_select (PlxGraphPanel *self, PlxGraphPick what, int index)
{
  g_return_if_fail (PLX_IS_GRAPH_PANEL (self));

  self->syncing = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      Half *half = &self->halves[i];
      guint position = what == what_of (i) ? plx_graph_rows_find (half->rows, index)
                                           : GTK_INVALID_LIST_POSITION;

      if (position == gtk_single_selection_get_selected (half->model))
        continue;
      gtk_single_selection_set_selected (half->model, position);
      if (position != GTK_INVALID_LIST_POSITION)
        plx_list_scroll_to (half->list, position);
    }
  self->syncing = FALSE;
}

static void
show_counts (PlxGraphPanel *self)
{
  g_autofree char *names = g_strdup_printf (_("Names %u"), g_list_model_get_n_items (
                                                              G_LIST_MODEL (self->halves[0].rows)));
  g_autofree char *relations =
    g_strdup_printf (_("Relations %u"),
                     g_list_model_get_n_items (G_LIST_MODEL (self->halves[1].rows)));

  gtk_stack_page_set_title (self->halves[0].page, names);
  gtk_stack_page_set_title (self->halves[1].page, relations);
}

static void
search_changed_cb (PlxGraphPanel *self, GtkEditable *entry)
{
  self->syncing = TRUE;
  for (guint i = 0; i < 2; i++)
    plx_graph_rows_set_filter (self->halves[i].rows, gtk_editable_get_text (entry));
  self->syncing = FALSE;
  show_counts (self);
}

void
plx_graph_panel_set_graph (PlxGraphPanel *self, PlxGraph *graph)
{
  g_return_if_fail (PLX_IS_GRAPH_PANEL (self));

  self->syncing = TRUE;
  for (guint i = 0; i < 2; i++)
    plx_graph_rows_set_graph (self->halves[i].rows, graph);
  self->syncing = FALSE;
  show_counts (self);
}

/* -- the widget -- */

static void
plx_graph_panel_dispose (GObject *object)
{
  PlxGraphPanel *self = PLX_GRAPH_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->halves[i].model);
  G_OBJECT_CLASS (plx_graph_panel_parent_class)->dispose (object);
}

static void
plx_graph_panel_class_init (PlxGraphPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_graph_panel_dispose;
  picked_signal = g_signal_new ("picked", PLX_TYPE_GRAPH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* What the two columns of a list hold. */
static GtkWidget *
new_caption (const char *left, const char *right)
{
  GtkWidget *caption = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *labels[2] = { gtk_label_new (left), gtk_label_new (right) };

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_add_css_class (labels[i], "caption");
      gtk_widget_add_css_class (labels[i], "dim-label");
      gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (caption), labels[i]);
    }
  gtk_widget_set_hexpand (labels[0], TRUE);
  gtk_label_set_xalign (GTK_LABEL (labels[0]), 0);
  gtk_widget_set_margin_start (caption, 12);
  gtk_widget_set_margin_end (caption, 18);
  return caption;
}

static void
add_half (PlxGraphPanel *self, guint i, const char *label, GCallback setup, GCallback bind)
{
  Half *half = &self->halves[i];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (),
            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  half->rows = plx_graph_rows_new (what_of (i));
  half->model = gtk_single_selection_new (G_LIST_MODEL (half->rows));
  gtk_single_selection_set_autoselect (half->model, FALSE);
  gtk_single_selection_set_can_unselect (half->model, TRUE);
  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  half->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (half->model)), factory);
  gtk_widget_add_css_class (half->list, "navigation-sidebar");
  gtk_widget_add_css_class (half->list, "plx-dense");
  plx_widget_set_label (half->list, label);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), half->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), i == 0 ? new_caption (_("Name"), _("Mentions"))
                                        : new_caption (_("From, relation, to"), _("Sentences")));
  gtk_box_append (GTK_BOX (box), scroller);
  half->page = gtk_stack_add_named (self->stack, box, i == 0 ? "names" : "relations");
  g_signal_connect_object (half->model, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           0);
}

static void
plx_graph_panel_init (PlxGraphPanel *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new (), *search = gtk_search_entry_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                    gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->stack = GTK_STACK (gtk_stack_new ());
  add_half (self, 0, _("Entities"), G_CALLBACK (setup_node_cb), G_CALLBACK (bind_node_cb));
  add_half (self, 1, _("Relations"), G_CALLBACK (setup_edge_cb), G_CALLBACK (bind_edge_cb));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  g_object_set (search, "placeholder-text", _("Find a name or relation…"), NULL);
  plx_widget_set_label (search, _("Find a name or relation"));
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_changed_cb), self);
  gtk_box_append (GTK_BOX (head), switcher);
  gtk_box_append (GTK_BOX (head), search);
  gtk_widget_set_margin_start (head, 6);
  gtk_widget_set_margin_end (head, 6);
  gtk_widget_set_margin_top (head, 6);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  plx_graph_panel_set_graph (self, NULL);
}

GtkWidget *
plx_graph_panel_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_PANEL, NULL);
}
