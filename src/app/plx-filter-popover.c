/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-filter-popover.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>

struct _PlxFilterPopover {
  GtkWidget parent_instance;

  GtkWidget *box;
  GPtrArray *actors;                        // char *
  GPtrArray *sources;                       // char *: names of columns
  GtkDropDown *actor, *spread, *source;     // the first of actor is anybody
  GtkCheckButton *relations[PLX_N_RELATIONS], *hide_agreed;
  gboolean syncing;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxFilterPopover, plx_filter_popover, GTK_TYPE_WIDGET)

static void
changed (PlxFilterPopover *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->source),
                            gtk_drop_down_get_selected (self->spread) != PLX_SPREAD_ANY);
  if (!self->syncing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* -- building -- */

static void
add_row (PlxFilterPopover *self, const char *name, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_widget_set_hexpand (control, TRUE);
  plx_widget_set_label (control, name);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), control);
  gtk_box_append (GTK_BOX (self->box), row);
}

static GtkDropDown *
add_choice (PlxFilterPopover *self, const char *name, GtkStringList *words)
{
  GtkDropDown *choice
    = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words),
                                        gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                     "string")));

  gtk_drop_down_set_enable_search (choice, g_list_model_get_n_items (G_LIST_MODEL (words)) > 8);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  add_row (self, name, GTK_WIDGET (choice));
  return choice;
}

static GtkCheckButton *
add_check (PlxFilterPopover *self, GtkWidget *box, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  g_signal_connect_object (check, "toggled", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  return GTK_CHECK_BUTTON (check);
}

static GtkStringList *
list_actors (PlxFilterPopover *self, PlxStoryComparison *comparison)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  self->actors = plx_claim_filter_list_actors (comparison);
  gtk_string_list_append (words, _("Anybody"));
  for (guint i = 0; i < self->actors->len; i++)
    gtk_string_list_append (words, g_ptr_array_index (self->actors, i));
  return words;
}

static GtkStringList *
list_sources (PlxFilterPopover *self, PlxStoryComparison *comparison)
{
  GPtrArray *columns = comparison->comparison->columns;
  GtkStringList *words = gtk_string_list_new (NULL);

  self->sources = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < columns->len; i++)
    {
      const PlxColumn *column = g_ptr_array_index (columns, i);

      if (column->article < 0
          || g_ptr_array_find_with_equal_func (self->sources, column->name, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->sources, g_strdup (column->name));
      gtk_string_list_append (words, plx_cell_words_get_column (column));
    }
  return words;
}

GtkWidget *
plx_filter_popover_new (PlxStoryComparison *comparison)
{
  PlxFilterPopover *self = g_object_new (PLX_TYPE_FILTER_POPOVER, NULL);
  const char *const spreads[] = { _("Any sources"), _("Only one has it"), _("Everyone but one"),
                                  NULL };
  GtkWidget *checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->syncing = TRUE;
  self->actor = add_choice (self, _("Who"), list_actors (self, comparison));
  self->spread = add_choice (self, _("Told by"), gtk_string_list_new (spreads));
  self->source = add_choice (self, _("Source"), list_sources (self, comparison));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 0; i < PLX_N_RELATIONS; i++)
    self->relations[i]
      = add_check (self, checks, plx_claim_relation_get_word ((PlxClaimRelation) i));
  self->hide_agreed = add_check (self, checks, _("Hide what all report"));
  gtk_box_append (GTK_BOX (self->box), checks);
  self->syncing = FALSE;
  changed (self);
  return GTK_WIDGET (self);
}

/* -- the filter -- */

static guint
find_name (const GPtrArray *names, const char *name)
{
  guint at = 0;

  return name != NULL
             && g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, &at)
           ? at
           : G_MAXUINT;
}

void
plx_filter_popover_set (PlxFilterPopover *self, const PlxClaimFilter *filter)
{
  guint actor = find_name (self->actors, filter->actor);
  guint source = find_name (self->sources, filter->source);

  self->syncing = TRUE;
  gtk_drop_down_set_selected (self->actor, actor != G_MAXUINT ? actor + 1 : 0);
  gtk_drop_down_set_selected (self->spread, filter->spread);
  if (source != G_MAXUINT)
    gtk_drop_down_set_selected (self->source, source);
  for (guint i = 0; i < PLX_N_RELATIONS; i++)
    gtk_check_button_set_active (self->relations[i], (filter->relations >> i & 1) != 0);
  gtk_check_button_set_active (self->hide_agreed, filter->hide_agreed);
  self->syncing = FALSE;
}

void
plx_filter_popover_store (PlxFilterPopover *self, PlxClaimFilter *filter)
{
  guint actor = gtk_drop_down_get_selected (self->actor);
  guint source = gtk_drop_down_get_selected (self->source);

  g_free (filter->actor);
  g_free (filter->source);
  filter->actor = actor > 0 && actor <= self->actors->len
                    ? g_strdup (g_ptr_array_index (self->actors, actor - 1))
                    : NULL;
  filter->source
    = source < self->sources->len ? g_strdup (g_ptr_array_index (self->sources, source)) : NULL;
  filter->spread = (PlxClaimSpread) gtk_drop_down_get_selected (self->spread);
  filter->relations = 0;
  for (guint i = 0; i < PLX_N_RELATIONS; i++)
    if (gtk_check_button_get_active (self->relations[i]))
      filter->relations |= 1u << i;
  filter->hide_agreed = gtk_check_button_get_active (self->hide_agreed);
}

/* -- class -- */

static void
plx_filter_popover_dispose (GObject *object)
{
  PlxFilterPopover *self = PLX_FILTER_POPOVER (object);

  self->syncing = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_filter_popover_parent_class)->dispose (object);
}

static void
plx_filter_popover_class_init (PlxFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_filter_popover_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_filter_popover_init (PlxFilterPopover *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "plx-filter-form");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
