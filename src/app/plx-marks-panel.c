/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-marks-panel.h"

#include "app/plx-compat.h"
#include "app/plx-mark-keys.h"
#include "app/plx-mark-style.h"

#include <glib/gi18n-lib.h>

struct _PlxMarksPanel {
  GtkWidget parent_instance;

  PlxCurrentArticle *current;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *model;
  GtkWidget *list;
  guint idle;
  guint layers;        // shown; bit per PlxMarkLayer
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (PlxMarksPanel, plx_marks_panel, GTK_TYPE_WIDGET)

#define BIT(layer) (1u << (layer))

static const struct {
  const char *label;
  guint layers;
} filters[] = {
  { N_("All marks"), BIT (PLX_MARK_NAME) | BIT (PLX_MARK_HAND) | BIT (PLX_MARK_STATEMENT)
                     | BIT (PLX_MARK_OMISSION) | BIT (PLX_MARK_TIME) | BIT (PLX_MARK_FINDING) },
  { N_("Names"), BIT (PLX_MARK_NAME) | BIT (PLX_MARK_HAND) },
  { N_("Statements"), BIT (PLX_MARK_STATEMENT) | BIT (PLX_MARK_OMISSION) },
  { N_("Findings"), BIT (PLX_MARK_FINDING) | BIT (PLX_MARK_OMISSION) },
  { N_("Times and numbers"), BIT (PLX_MARK_TIME) | BIT (PLX_MARK_QUANTITY) },
  { N_("Events"), BIT (PLX_MARK_EVENT) },
};

static gboolean
shows (gpointer item, gpointer user_data)
{
  PlxMarksPanel *self = user_data;
  const PlxMark *mark = plx_mark_item_get_mark (item);

  return (self->layers & BIT (mark->layer)) != 0;
}

/* -- rows -- */

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_inscription_new (NULL);
  GtkWidget *kind = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (kind),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 8);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (kind), 6);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (kind), 11);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (kind), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (kind), 1);
  gtk_widget_set_valign (kind, GTK_ALIGN_CENTER);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), kind);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  PlxMarkItem *mark_item = gtk_list_item_get_item (item);
  const PlxMark *mark = plx_mark_item_get_mark (mark_item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *text = gtk_widget_get_first_child (row), *kind = gtk_widget_get_last_child (row);
  PlxArticleContent *content = plx_mark_item_get_content (mark_item);
  g_autofree char *words = plx_mark_dup_summary (content, mark, 60);
  g_autofree char *description = plx_mark_dup_description (content, mark);
  const char *state = mark->state == PLX_MARK_ACCEPTED   ? "✓ "
                      : mark->state == PLX_MARK_REJECTED ? "✕ "
                                                         : "";
  g_autofree char *kind_text = g_strconcat (state, plx_mark_get_word (mark), NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
  gtk_inscription_set_text (GTK_INSCRIPTION (kind), kind_text);
  if (mark->state == PLX_MARK_REJECTED)
    gtk_widget_add_css_class (text, "dim-label");
  else
    gtk_widget_remove_css_class (text, "dim-label");
  plx_list_item_set_label (item, description);
}

/* -- the same thing selected here and elsewhere -- */

static guint
find_key (PlxMarksPanel *self, const char *key)
{
  GListModel *model = G_LIST_MODEL (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxMarkItem) item = g_list_model_get_item (model, i);
      if (g_str_equal (plx_mark_item_get_mark (item)->key, key))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selected (PlxMarksPanel *self)
{
  const char *key = plx_selection_get_mark (plx_current_article_get_selection (self->current));
  guint position = key != NULL ? find_key (self, key) : GTK_INVALID_LIST_POSITION;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->model, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && self->list != NULL)
    plx_list_scroll_to (self->list, position);
}

static void
row_selected_cb (PlxMarksPanel *self)
{
  PlxMarkItem *item = gtk_single_selection_get_selected_item (self->model);

  if (!self->syncing && item != NULL)
    plx_current_article_select (self->current, plx_mark_item_get_mark (item));
}

static void
article_changed_cb (PlxMarksPanel *self)
{
  show_selected (self);
}

static void
filter_chosen_cb (PlxMarksPanel *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  self->layers = filters[gtk_drop_down_get_selected (drop_down)].layers;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_selected (self);
}

PlxMarkItem *
plx_marks_panel_step (PlxMarksPanel *self, gboolean forward, guint32 from)
{
  GListModel *model = G_LIST_MODEL (self->filtered);
  guint n = g_list_model_get_n_items (model), at = gtk_single_selection_get_selected (self->model);

  g_return_val_if_fail (PLX_IS_MARKS_PANEL (self), NULL);

  if (n == 0)
    return NULL;
  if (at == GTK_INVALID_LIST_POSITION)
    {
      for (at = 0; at < n; at++)
        {
          g_autoptr (PlxMarkItem) item = g_list_model_get_item (model, at);
          if (plx_mark_item_get_mark (item)->spans[0].begin >= from)
            break;
        }
      at = forward ? MIN (at, n - 1) : (at > 0 ? at - 1 : 0);
    }
  else if (forward ? at + 1 >= n : at == 0)
    return NULL;
  else
    at = forward ? at + 1 : at - 1;
  g_autoptr (PlxMarkItem) item = g_list_model_get_item (model, at);
  plx_current_article_select (self->current, plx_mark_item_get_mark (item));
  return item;
}

static void
plx_marks_panel_dispose (GObject *object)
{
  PlxMarksPanel *self = PLX_MARKS_PANEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->current);
  G_OBJECT_CLASS (plx_marks_panel_parent_class)->dispose (object);
}

static void
plx_marks_panel_class_init (PlxMarksPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_marks_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
plx_marks_panel_init (PlxMarksPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->layers = filters[0].layers;
}

static GtkWidget *
new_head (PlxMarksPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = plx_label_new_unheard (_("Marks"));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (names, _(filters[i].label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  plx_widget_set_label (drop_down, _("Which marks"));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (filter_chosen_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), drop_down);
  gtk_widget_add_css_class (head, "plx-panel-head");
  return head;
}

static GtkWidget *
new_list (PlxMarksPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->model)), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_add_css_class (self->list, "plx-dense");
  plx_widget_set_label (self->list, _("Marks"));
  plx_mark_keys_attach (self->list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* A list view makes some two hundred rows at once; the first frame of the
 * window does not wait for them. */
static gboolean
build_cb (gpointer user_data)
{
  PlxMarksPanel *self = user_data;

  self->idle = 0;
  gtk_widget_set_parent (new_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (new_list (self), GTK_WIDGET (self));
  show_selected (self);
  return G_SOURCE_REMOVE;
}

GtkWidget *
plx_marks_panel_new (PlxCurrentArticle *current)
{
  PlxMarksPanel *self = g_object_new (PLX_TYPE_MARKS_PANEL, NULL);

  self->current = g_object_ref (current);
  self->filter = gtk_custom_filter_new (shows, self, NULL);
  self->filtered = gtk_filter_list_model_new (
    g_object_ref (plx_current_article_get_marks (current)), GTK_FILTER (self->filter));
  self->model = gtk_single_selection_new (G_LIST_MODEL (self->filtered));
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  gtk_single_selection_set_selected (self->model, GTK_INVALID_LIST_POSITION);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);

  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (current, "changed", G_CALLBACK (article_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_current_article_get_selection (current), "changed",
                           G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
