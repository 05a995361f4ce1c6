/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-panel.h"

#include "app/plx-compat.h"
#include "app/plx-panel-page.h"

#include <glib/gi18n-lib.h>

struct _PlxComparePanel {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  GPtrArray *published;      // char * or NULL, per article; NULL: not known
  PlxPanelPage page;
  int claim;                 // -1: none
  GtkWidget *scroller;
  GtkWidget *content;        // of the page, made anew
  GtkDropDown *entities;
  GtkWidget *entity_row;
  gboolean syncing;
};

enum {
  ENTITY_CHOSEN,
  PASSAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxComparePanel, plx_compare_panel, GTK_TYPE_WIDGET)

const char *
plx_compare_panel_get_title (PlxPanelPage page)
{
  switch (page)
    {
    case PLX_PANEL_NAMING: return _("Naming");
    case PLX_PANEL_WORDS: return _("Words");
    case PLX_PANEL_VOICES: return _("Voices");
    case PLX_PANEL_COURSE: return _("Over time");
    case PLX_PANEL_ORIGINS: return _("Origins");
    case PLX_PANEL_COVERAGE:
    case PLX_N_PANEL_PAGES: break;
    }
  return _("Coverage");
}

/* -- who is named -- */

static const char *
get_entity (PlxComparePanel *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->entities);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static void
fill_entities (PlxComparePanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *naming = self->comparison != NULL ? self->comparison->comparison->naming : NULL;

  for (guint i = 0; naming != NULL && i < naming->len; i++)
    {
      const PlxNaming *it = g_ptr_array_index (naming, i);

      if (it->entity != NULL && g_hash_table_add (seen, it->entity))
        gtk_string_list_append (names, it->entity);
    }
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->entities, G_LIST_MODEL (names));
  self->syncing = FALSE;
}

/* -- all -- */

static void
show_page (PlxComparePanel *self)
{
  static void (*const shows[PLX_N_PANEL_PAGES]) (const PlxPanelContext *context) = {
    [PLX_PANEL_NAMING] = plx_panel_show_naming,   [PLX_PANEL_WORDS] = plx_panel_show_words,
    [PLX_PANEL_VOICES] = plx_panel_show_voices,   [PLX_PANEL_COURSE] = plx_panel_show_course,
    [PLX_PANEL_ORIGINS] = plx_panel_show_origins, [PLX_PANEL_COVERAGE] = plx_panel_show_coverage,
  };
  PlxPanelContext context;

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "plx-compare-page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);
  gtk_widget_set_visible (self->entity_row,
                          self->page == PLX_PANEL_NAMING && get_entity (self) != NULL);
  if (self->comparison == NULL)
    return;
  context = (PlxPanelContext) { GTK_WIDGET (self), self->content,       self->comparison,
                                self->published,   get_entity (self), self->claim };
  shows[self->page] (&context);
}

static void
entity_selected_cb (PlxComparePanel *self)
{
  if (self->syncing)
    return;
  show_page (self);
  if (get_entity (self) != NULL)
    g_signal_emit (self, signals[ENTITY_CHOSEN], 0, get_entity (self));
}

void
plx_compare_panel_set_comparison (PlxComparePanel *self, PlxStoryComparison *comparison,
                                  GPtrArray *published)
{
  g_autofree char *entity = g_strdup (get_entity (self));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  self->comparison = comparison != NULL ? plx_story_comparison_ref (comparison) : NULL;
  g_clear_pointer (&self->published, g_ptr_array_unref);
  self->published = published != NULL ? g_ptr_array_ref (published) : NULL;
  self->claim = -1;
  fill_entities (self);
  plx_compare_panel_set_entity (self, entity);
  show_page (self);
}

void
plx_compare_panel_set_page (PlxComparePanel *self, PlxPanelPage page)
{
  if (self->page == page)
    return;
  self->page = page;
  show_page (self);
}

void
plx_compare_panel_set_entity (PlxComparePanel *self, const char *name)
{
  GListModel *names = gtk_drop_down_get_model (self->entities);
  guint n = names != NULL ? g_list_model_get_n_items (names) : 0;

  for (guint i = 0; name != NULL && i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name) == 0
        && gtk_drop_down_get_selected (self->entities) != i)
      {
        self->syncing = TRUE;
        gtk_drop_down_set_selected (self->entities, i);
        self->syncing = FALSE;
        show_page (self);
      }
}

void
plx_compare_panel_set_claim (PlxComparePanel *self, int claim)
{
  if (self->claim == claim)
    return;
  self->claim = claim;
  if (self->page == PLX_PANEL_ORIGINS || self->page == PLX_PANEL_COURSE)
    show_page (self);
}

static void
plx_compare_panel_dispose (GObject *object)
{
  PlxComparePanel *self = PLX_COMPARE_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->published, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_compare_panel_parent_class)->dispose (object);
}

static void
plx_compare_panel_class_init (PlxComparePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ENTITY_CHOSEN]
    = g_signal_new ("entity-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PASSAGE_CHOSEN]
    = g_signal_new ("passage-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
plx_compare_panel_init (PlxComparePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *label = gtk_label_new (_("How each names"));

  self->claim = -1;
  self->entity_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->entities = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  plx_widget_set_label (GTK_WIDGET (self->entities), _("Whose names"));
  g_signal_connect_object (self->entities, "notify::selected", G_CALLBACK (entity_selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->entity_row), label);
  gtk_box_append (GTK_BOX (self->entity_row), GTK_WIDGET (self->entities));
  gtk_widget_add_css_class (self->entity_row, "plx-compare-entity");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->entity_row);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
plx_compare_panel_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_PANEL, NULL);
}
