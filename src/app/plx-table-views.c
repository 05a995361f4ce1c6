/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-table-views.h"

#include "app/plx-compat.h"
#include "app/plx-mark-keys.h"
#include "app/plx-table-rows.h"

#include <glib/gi18n-lib.h>

struct _PlxTableView {
  GtkWidget parent_instance;

  PlxTableKind kind;
  PlxProject *project;
  PlxSelection *selection;
  GCancellable *cancellable;
  GtkStack *pages;
  AdwStatusPage *empty;
  GListStore *rows;
  GtkSingleSelection *model;
  GtkWidget *table;
  gboolean syncing, stale;
};

G_DEFINE_FINAL_TYPE (PlxTableView, plx_table_view, GTK_TYPE_WIDGET)

typedef struct {
  const char *title;
  guint text;        // which text of the row
  gboolean expand;
  int width;         // -1: natural
} Column;

typedef struct {
  const char *title, *empty_title, *empty_text, *icon;
  Column columns[PLX_TABLE_COLUMNS];
} Table;

static const Table tables[] = {
  [PLX_TABLE_TIMELINE] = { N_("Timeline"),
                           N_("No dates yet"),
                           N_("Dates and weekdays of the story’s articles stand here. Weekdays "
                               "open up when an article has its date of publication."),
                           "x-office-calendar-symbolic",
                           { { N_("When"), 0, FALSE, 130 },
                             { N_("Words"), 1, FALSE, 140 },
                             { N_("Sentence"), 2, TRUE, -1 },
                             { N_("Source"), 3, FALSE, 130 } } },
  [PLX_TABLE_STATEMENTS] = { N_("Statements"),
                             N_("No statements yet"),
                             N_("Who is said to have said what, through whom: add articles, and "
                                 "every statement of the story stands here."),
                             "user-available-symbolic",
                             { { N_("Speaker"), 0, FALSE, 130 },
                               { N_("Through"), 1, FALSE, 190 },
                               { N_("Verb"), 2, FALSE, 100 },
                               { N_("Content"), 3, TRUE, -1 },
                               { N_("Source"), 4, FALSE, 130 } } },
  [PLX_TABLE_FINDINGS] = { N_("Findings"),
                           N_("Nothing found"),
                           N_("Durations, dates and numbers that do not fit, claims said twice "
                               "and what is said to be left out would stand here."),
                           "emblem-ok-symbolic",
                           { { N_("Question"), 0, FALSE, 140 },
                             { N_("Why"), 1, TRUE, -1 },
                             { N_("Words"), 2, FALSE, 180 },
                             { N_("Source"), 3, FALSE, 130 },
                             { N_("State"), 4, FALSE, 100 } } },
};

/* -- loading -- */

typedef struct {
  PlxTableKind kind;
  GArray *articles;
  GPtrArray *sources;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_array_unref (load->articles);
  g_ptr_array_unref (load->sources);
  g_free (load);
}

static gpointer
load_worker (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable,
             gpointer data, GError **error)
{
  Load *load = data;

  return plx_table_rows_load (project, load->kind, load->articles, load->sources, cancellable,
                              error);
}

static Load *
new_load (PlxTableView *self)
{
  Load *load = g_new0 (Load, 1);
  GListModel *articles = plx_project_get_articles (self->project);
  gint64 story = plx_selection_get_story (self->selection);

  load->kind = self->kind;
  load->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  load->sources = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      gint64 id = plx_article_get_id (article);
      if (story != 0 && plx_article_get_story_id (article) != story)
        continue;
      g_array_append_val (load->articles, id);
      g_ptr_array_add (load->sources, g_strdup (plx_article_get_source_name (article)));
    }
  return load;
}

static void
show_selected (PlxTableView *self)
{
  const char *key = plx_selection_get_mark (self->selection);
  gint64 article = plx_selection_get_article (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model)), at = key != NULL ? 0 : n;

  for (; at < n; at++)
    {
      g_autoptr (PlxTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), at);
      if (plx_table_row_get_article (row) == article
          && g_strcmp0 (plx_table_row_get_key (row), key) == 0)
        break;
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->model, at < n ? at : GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
  if (at < n)
    plx_list_scroll_to (self->table, at);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxTableView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = plx_project_work_finish (PLX_PROJECT (source), result, &error);

  if (self->project != PLX_PROJECT (source) || self->rows == NULL)
    return;
  self->syncing = TRUE;
  g_list_store_remove_all (self->rows);
  if (rows != NULL)
    g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  self->syncing = FALSE;
  if (error != NULL)
    adw_status_page_set_description (self->empty, error->message);
  gtk_stack_set_visible_child_name (self->pages, rows != NULL && rows->len > 0 ? "table" : "empty");
  show_selected (self);
}

static void
load (PlxTableView *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->project == NULL || self->stale)
    return;
  plx_project_work_async (self->project, _("Reading the story"), load_worker, new_load (self),
                          load_free, (GDestroyNotify) g_ptr_array_unref, loaded_cb,
                          g_object_ref (self));
}

static void
plx_table_view_map (GtkWidget *widget)
{
  PlxTableView *self = PLX_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (plx_table_view_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

/* -- selection -- */

static void
selection_changed_cb (PlxTableView *self, guint what)
{
  if ((what & PLX_SELECTION_STORY) != 0)
    load (self);
  else if ((what & PLX_SELECTION_SUBJECT) != 0)
    show_selected (self);
}

static void
row_selected_cb (PlxTableView *self)
{
  PlxTableRow *row = gtk_single_selection_get_selected_item (self->model);

  if (!self->syncing && row != NULL)
    plx_selection_select_mark (self->selection, plx_table_row_get_article (row),
                               plx_table_row_get_key (row), plx_table_row_get_entity (row));
}

static void
activated_cb (PlxTableView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "read");
}

/* -- columns -- */

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 6);
  gtk_list_item_set_child (item, text);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  PlxTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (text);

  gtk_inscription_set_text (GTK_INSCRIPTION (text), plx_table_row_get_text (row, column->text));
  gtk_widget_set_tooltip_text (text, plx_table_row_get_text (row, column->text));
  plx_widget_set_label (cell, plx_table_row_get_text (row, column->text));
  if (column->text == 0 && gtk_widget_get_parent (cell) != NULL)
    {
      g_autofree char *label = plx_table_row_dup_label (row);
      plx_widget_set_label (gtk_widget_get_parent (cell), label);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *column = user_data;

  return g_utf8_collate (plx_table_row_get_text ((gpointer) a, column->text),
                         plx_table_row_get_text ((gpointer) b, column->text));
}

static void
add_column (PlxTableView *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter
    = GTK_SORTER (gtk_custom_sorter_new (compare_rows, (gpointer) column, NULL));
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (_(column->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), (gpointer) column);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_expand (made, column->expand);
  gtk_column_view_column_set_resizable (made, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), made);
}

static GtkWidget *
new_table (PlxTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->table = gtk_column_view_new (NULL);
  self->rows = g_list_store_new (PLX_TYPE_TABLE_ROW);
  sorted = gtk_sort_list_model_new (
    G_LIST_MODEL (g_object_ref (self->rows)),
    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->table))));
  self->model = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_can_unselect (self->model, TRUE);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), GTK_SELECTION_MODEL (self->model));
  for (guint i = 0; i < PLX_TABLE_COLUMNS; i++)
    if (tables[self->kind].columns[i].title != NULL)
      add_column (self, &tables[self->kind].columns[i]);
  if (self->kind == PLX_TABLE_TIMELINE)
    gtk_column_view_sort_by_column (
      GTK_COLUMN_VIEW (self->table),
      g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table)), 0),
      GTK_SORT_ASCENDING);
  plx_widget_set_label (self->table, _(tables[self->kind].title));
  gtk_widget_add_css_class (self->table, "data-table");
  plx_mark_keys_attach (self->table);
  g_signal_connect_object (self->model, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->table);
  return scroller;
}

static void
plx_table_view_dispose (GObject *object)
{
  PlxTableView *self = PLX_TABLE_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (plx_table_view_parent_class)->dispose (object);
}

static void
plx_table_view_class_init (PlxTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_table_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = plx_table_view_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_table_view_init (PlxTableView *self)
{
}

static GtkWidget *
new_view (PlxTableKind kind, PlxSelection *selection)
{
  PlxTableView *self = g_object_new (PLX_TYPE_TABLE_VIEW, NULL);

  self->kind = kind;
  self->selection = g_object_ref (selection);
  self->pages = GTK_STACK (gtk_stack_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->empty, _(tables[kind].empty_title));
  adw_status_page_set_description (self->empty, _(tables[kind].empty_text));
  adw_status_page_set_icon_name (self->empty, tables[kind].icon);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->pages, new_table (self), "table");
  gtk_widget_set_parent (GTK_WIDGET (self->pages), GTK_WIDGET (self));
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
plx_timeline_view_new (PlxSelection *selection)
{
  return new_view (PLX_TABLE_TIMELINE, selection);
}

GtkWidget *
plx_statements_view_new (PlxSelection *selection)
{
  return new_view (PLX_TABLE_STATEMENTS, selection);
}

GtkWidget *
plx_findings_view_new (PlxSelection *selection)
{
  return new_view (PLX_TABLE_FINDINGS, selection);
}

void
plx_table_view_set_project (PlxTableView *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_TABLE_VIEW (self));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_object (project, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
