/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-graph-bar.h"

#include "app/plx-compat.h"
#include "app/plx-flow-layout.h"

#include "graph/plx-scene.h"

#include <glib/gi18n-lib.h>

enum { CHOICE_CHARS = 20, MAX_EVIDENCE = 5 };

struct _PlxGraphBar {
  GtkWidget parent_instance;

  GtkDropDown *scope, *source, *relation, *kind, *evidence, *a, *b;
  GtkSwitch *difference;
  GtkWidget *pair;        // A − B, while the switch is on
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PlxGraphBar, plx_graph_bar, GTK_TYPE_WIDGET)

enum { CHANGED, SCOPE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Rows of *All kinds*: one per shape but the last, which is "other". */
static guint
kinds_of_shape (PlxShape shape)
{
  guint kinds = 0;

  for (guint kind = 0; kind < PLX_N_ENTITY_KINDS; kind++)
    if (plx_shape_of_kind ((PlxEntityKind) kind) == shape)
      kinds |= 1u << kind;
  return kinds;
}

/* -- choices -- */

static void
setup_choice_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer narrow)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (narrow != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), CHOICE_CHARS);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
choice_factory_new (gboolean narrow)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), GINT_TO_POINTER (narrow));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  return factory;
}

static GtkDropDown *
choice_new (const char *label)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  g_autoptr (GtkListItemFactory) narrow = choice_factory_new (TRUE),
                                 wide = choice_factory_new (FALSE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), narrow);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), wide);
  plx_widget_set_label (choice, label);
  return GTK_DROP_DOWN (choice);
}

static const char *
chosen (GtkDropDown *choice)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (choice);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

/* @all (nullable): what stands before the names and is chosen when the name
 * chosen before is gone, else the one at @fallback. */
static void
fill (GtkDropDown *choice, const char *all, const char * const *names, guint fallback)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (choice));
  g_autofree char *before = g_strdup (chosen (choice));
  guint selected;

  if (all != NULL)
    g_ptr_array_add (texts, (gpointer) all);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (texts, (gpointer) names[i]);
  selected = MIN (fallback, texts->len > 0 ? texts->len - 1 : 0);
  for (guint i = 0; i < texts->len; i++)
    if (g_strcmp0 (before, g_ptr_array_index (texts, i)) == 0)
      selected = i;
  g_ptr_array_add (texts, NULL);
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)),
                          (const char * const *) texts->pdata);
  gtk_drop_down_set_selected (choice, selected);
}

/* -- what is chosen -- */

void
plx_graph_bar_set_graph (PlxGraphBar *self, const PlxGraph *graph)
{
  g_auto (GStrv) sources = NULL;
  g_auto (GStrv) kinds = NULL;

  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  sources = plx_graph_dup_sources (graph);
  kinds = plx_graph_dup_kinds (graph);
  self->filling = TRUE;
  fill (self->source, _("All sources"), (const char * const *) sources, 0);
  fill (self->relation, _("All relations"), (const char * const *) kinds, 0);
  fill (self->a, NULL, (const char * const *) sources, 0);
  fill (self->b, NULL, (const char * const *) sources, 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->difference), g_strv_length (sources) > 1);
  self->filling = FALSE;
}

gboolean
plx_graph_bar_get_difference (PlxGraphBar *self, const char **a, const char **b)
{
  g_return_val_if_fail (PLX_IS_GRAPH_BAR (self), FALSE);

  *a = chosen (self->a);
  *b = chosen (self->b);
  return gtk_switch_get_active (self->difference) && *a != NULL && *b != NULL
         && !g_str_equal (*a, *b);
}

void
plx_graph_bar_get_filter (PlxGraphBar *self, PlxGraphFilter *filter)
{
  guint kind;

  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  kind = gtk_drop_down_get_selected (self->kind);
  *filter = (PlxGraphFilter) { .min_evidence = gtk_drop_down_get_selected (self->evidence) + 1 };
  if (gtk_drop_down_get_selected (self->source) > 0 && !gtk_switch_get_active (self->difference))
    filter->source = chosen (self->source);
  if (gtk_drop_down_get_selected (self->relation) > 0)
    filter->relation = chosen (self->relation);
  if (kind > 0)
    filter->kinds = kinds_of_shape ((PlxShape) (kind - 1));
}

gboolean
plx_graph_bar_is_whole (PlxGraphBar *self)
{
  g_return_val_if_fail (PLX_IS_GRAPH_BAR (self), FALSE);
  return gtk_drop_down_get_selected (self->scope) == 1;
}

void
plx_graph_bar_set_whole (PlxGraphBar *self, gboolean whole)
{
  gboolean filling;

  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  filling = self->filling;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->scope, whole ? 1 : 0);
  self->filling = filling;
}

static void
say_changed (PlxGraphBar *self)
{
  gboolean differs = gtk_switch_get_active (self->difference);

  gtk_widget_set_visible (self->pair, differs);
  gtk_widget_set_sensitive (GTK_WIDGET (self->source), !differs);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
scope_chosen_cb (PlxGraphBar *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SCOPE_CHANGED], 0);
}

void
plx_graph_bar_reset (PlxGraphBar *self)
{
  g_return_if_fail (PLX_IS_GRAPH_BAR (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->source, 0);
  gtk_drop_down_set_selected (self->relation, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->evidence, 0);
  gtk_switch_set_active (self->difference, FALSE);
  self->filling = FALSE;
  say_changed (self);
}

/* -- the widget -- */

static void
plx_graph_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (plx_graph_bar_parent_class)->dispose (object);
}

static void
plx_graph_bar_class_init (PlxGraphBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_graph_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", PLX_TYPE_GRAPH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SCOPE_CHANGED] = g_signal_new ("scope-changed", PLX_TYPE_GRAPH_BAR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_choice (PlxGraphBar *self, GtkDropDown **choice, const char *label)
{
  *choice = choice_new (label);
  gtk_widget_add_css_class (GTK_WIDGET (*choice), "plx-flat");
  gtk_widget_set_parent (GTK_WIDGET (*choice), GTK_WIDGET (self));
  g_signal_connect_swapped (*choice, "notify::selected", G_CALLBACK (say_changed), self);
}

static void
add_pair (PlxGraphBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Difference"));

  self->difference = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->difference), GTK_ALIGN_CENTER);
  plx_widget_set_label (GTK_WIDGET (self->difference), _("Difference of two sources"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->difference));
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->difference, "notify::active", G_CALLBACK (say_changed), self);

  self->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->a = choice_new (_("Source A"));
  self->b = choice_new (_("Source B"));
  gtk_box_append (GTK_BOX (self->pair), GTK_WIDGET (self->a));
  gtk_box_append (GTK_BOX (self->pair), gtk_label_new ("−"));
  gtk_box_append (GTK_BOX (self->pair), GTK_WIDGET (self->b));
  gtk_widget_set_visible (self->pair, FALSE);
  gtk_widget_set_parent (self->pair, GTK_WIDGET (self));
  g_signal_connect_swapped (self->a, "notify::selected", G_CALLBACK (say_changed), self);
  g_signal_connect_swapped (self->b, "notify::selected", G_CALLBACK (say_changed), self);
}

static void
fill_fixed (PlxGraphBar *self)
{
  const char *scopes[] = { _("This story"), _("Whole project"), NULL };
  const char *kinds[] = { _("Persons"),       _("Organisations"), _("States"), _("Places"),
                          _("Media sources"), _("Events"),        _("Other"),  NULL };
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= MAX_EVIDENCE; i++)
    g_ptr_array_add (numbers, g_strdup_printf (_("Evidence: %u or more"), i));
  g_ptr_array_add (numbers, NULL);
  fill (self->scope, NULL, scopes, 0);
  fill (self->source, _("All sources"), (const char *[]) { NULL }, 0);
  fill (self->relation, _("All relations"), (const char *[]) { NULL }, 0);
  fill (self->kind, _("All kinds"), kinds, 0);
  fill (self->evidence, NULL, (const char * const *) numbers->pdata, 0);
}

static void
plx_graph_bar_init (PlxGraphBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), plx_flow_layout_new (0, 2));
  plx_widget_set_label (GTK_WIDGET (self), _("What the graph shows"));
  self->filling = TRUE;
  self->scope = choice_new (_("Articles"));
  gtk_widget_add_css_class (GTK_WIDGET (self->scope), "plx-flat");
  gtk_widget_set_parent (GTK_WIDGET (self->scope), GTK_WIDGET (self));
  g_signal_connect_swapped (self->scope, "notify::selected", G_CALLBACK (scope_chosen_cb), self);
  add_choice (self, &self->source, _("Sources"));
  add_choice (self, &self->relation, _("Relations"));
  add_choice (self, &self->kind, _("Kinds"));
  add_choice (self, &self->evidence, _("Evidence"));
  add_pair (self);
  fill_fixed (self);
  self->filling = FALSE;
}

GtkWidget *
plx_graph_bar_new (void)
{
  return g_object_new (PLX_TYPE_GRAPH_BAR, NULL);
}
