/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-bar.h"

#include "app/plx-cell-style.h"
#include "app/plx-compare-notes.h"
#include "app/plx-compat.h"
#include "app/plx-filter-popover.h"
#include "app/plx-flow-layout.h"

#include <glib/gi18n-lib.h>

struct _PlxCompareBar {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;   // NULL: none
  PlxClaimFilter *filter;
  GtkWidget *box, *controls, *chips;
  PlxCompareNotes *notes;
  GtkDropDown *order;
  GtkEditable *entry;
  GtkMenuButton *filters;
  GtkToggleButton *heard;
  GtkLabel *count, *progress;
  gboolean syncing;
};

enum {
  CHANGED,
  HEARD_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxCompareBar, plx_compare_bar, GTK_TYPE_WIDGET)

/* -- chips -- */

/* What a chip takes away. */
typedef enum { TEXT, ACTOR, SPREAD, AGREED, RELATION } Part;

static void show_chips (PlxCompareBar *self);

static void
filter_changed (PlxCompareBar *self)
{
  show_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_text (PlxCompareBar *self)
{
  self->syncing = TRUE;
  gtk_editable_set_text (self->entry, "");
  self->syncing = FALSE;
  g_clear_pointer (&self->filter->text, g_free);
}

static void
remove_cb (GtkWidget *chip, PlxCompareBar *self)
{
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "plx-part"));

  switch (part)
    {
    case TEXT: clear_text (self); break;
    case ACTOR: g_clear_pointer (&self->filter->actor, g_free); break;
    case SPREAD: self->filter->spread = PLX_SPREAD_ANY; break;
    case AGREED: self->filter->hide_agreed = FALSE; break;
    default: self->filter->relations &= ~(1u << (part - RELATION)); break;
    }
  filter_changed (self);
}

static void
add_chip (PlxCompareBar *self, guint part, const char *text)
{
  GtkWidget *chip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf (_("Remove the filter: %s"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "plx-chip");
  gtk_widget_set_tooltip_text (chip, name);
  plx_widget_set_label (chip, name);
  g_object_set_data (G_OBJECT (chip), "plx-part", GUINT_TO_POINTER (part));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
add_spread (PlxCompareBar *self)
{
  g_autofree char *text = NULL;

  if (self->filter->spread == PLX_SPREAD_ANY)
    return;
  text = g_strdup_printf (self->filter->spread == PLX_SPREAD_ONLY ? _("Only %s has it")
                                                                  : _("Everyone but %s"),
                          self->filter->source);
  add_chip (self, SPREAD, text);
}

static void
show_chips (PlxCompareBar *self)
{
  GtkWidget *child;
  g_autofree char *text = NULL;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  gtk_widget_set_visible (self->chips, !plx_claim_filter_is_empty (self->filter));
  if (plx_claim_filter_is_empty (self->filter))
    return;
  if (self->filter->text != NULL && *self->filter->text != '\0')
    {
      text = g_strdup_printf (_("“%s”"), self->filter->text);
      add_chip (self, TEXT, text);
    }
  if (self->filter->actor != NULL)
    add_chip (self, ACTOR, self->filter->actor);
  add_spread (self);
  for (guint i = 0; i < PLX_N_RELATIONS; i++)
    if ((self->filter->relations >> i & 1) != 0)
      add_chip (self, RELATION + i, plx_claim_relation_get_word ((PlxClaimRelation) i));
  if (self->filter->hide_agreed)
    add_chip (self, AGREED, _("Hide what all report"));
  child = gtk_button_new_with_label (_("Clear filters"));
  gtk_widget_add_css_class (child, "flat");
  gtk_widget_add_css_class (child, "plx-chip-clear");
  g_signal_connect_object (child, "clicked", G_CALLBACK (plx_compare_bar_clear_filter), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chips), child);
}

/* -- controls -- */

static void
order_cb (PlxCompareBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (PlxCompareBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->syncing)
    return;
  g_free (self->filter->text);
  self->filter->text = *text != '\0' ? g_strdup (text) : NULL;
  filter_changed (self);
}

static void
heard_cb (PlxCompareBar *self)
{
  g_signal_emit (self, signals[HEARD_TOGGLED], 0, gtk_toggle_button_get_active (self->heard));
}

static void
form_changed_cb (PlxFilterPopover *form, PlxCompareBar *self)
{
  plx_filter_popover_store (form, self->filter);
  filter_changed (self);
}

/* Made when it is opened: it lists everybody who takes part. */
static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  PlxCompareBar *self = user_data;
  GtkWidget *popover = gtk_popover_new (), *form;

  if (self->comparison == NULL)
    return;
  form = plx_filter_popover_new (self->comparison);
  plx_filter_popover_set (PLX_FILTER_POPOVER (form), self->filter);
  gtk_widget_set_size_request (form, 300, -1);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), form);
  gtk_menu_button_set_popover (button, popover);
}

static void
add (PlxCompareBar *self, GtkWidget *control, const char *css_class)
{
  if (css_class != NULL)
    gtk_widget_add_css_class (control, css_class);
  gtk_box_append (GTK_BOX (self->controls), control);
}

static const char *const *
list_orders (void)
{
  static const char *orders[PLX_N_CLAIM_ORDERS + 1];

  orders[PLX_CLAIMS_BY_DISAGREEMENT] = _("By disagreement");
  orders[PLX_CLAIMS_BY_SALIENCE] = _("By salience");
  orders[PLX_CLAIMS_BY_ORIGINS] = _("By origins");
  orders[PLX_CLAIMS_BY_APPEARANCE] = _("By appearance");
  return orders;
}

static void
add_order (PlxCompareBar *self)
{
  self->order = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (list_orders ()));
  plx_widget_set_label (GTK_WIDGET (self->order), _("Order of claims"));
  g_signal_connect_object (self->order, "notify::selected", G_CALLBACK (order_cb), self,
                           G_CONNECT_SWAPPED);
  add (self, GTK_WIDGET (self->order), "plx-flat");
  plx_flow_layout_set_rank (GTK_WIDGET (self->order), 6);
}

static void
add_filters (PlxCompareBar *self)
{
  GtkWidget *entry = gtk_search_entry_new (), *button = gtk_menu_button_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (entry, "placeholder-text", _("Filter claims"), NULL);
  gtk_editable_set_width_chars (self->entry, 7);
  gtk_editable_set_max_width_chars (self->entry, 10);
  plx_widget_set_label (entry, _("Filter claims"));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  add (self, entry, NULL);
  self->filters = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_label (self->filters, _("Filters"));
  gtk_menu_button_set_create_popup_func (self->filters, make_popover_cb, self, NULL);
  plx_widget_set_label (button, _("Filters"));
  add (self, button, "plx-flat");
  self->heard = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  g_signal_connect_object (self->heard, "toggled", G_CALLBACK (heard_cb), self, G_CONNECT_SWAPPED);
  add (self, GTK_WIDGET (self->heard), "flat");
  plx_flow_layout_set_rank (GTK_WIDGET (self->heard), 5);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  add (self, GTK_WIDGET (self->count), "dim-label");
  plx_flow_layout_set_rank (GTK_WIDGET (self->count), 4);
}

static GtkWidget *
new_action (const char *label, const char *name, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  plx_widget_set_label (button, name);
  return button;
}

/* What the bar has no room for. */
static void
add_given_way (PlxCompareBar *self, GMenu *menu)
{
  g_autoptr (GMenu) orders = g_menu_new ();

  if (gtk_widget_get_visible (GTK_WIDGET (self->heard))
      && !gtk_widget_get_child_visible (GTK_WIDGET (self->heard)))
    g_menu_append (menu, gtk_button_get_label (GTK_BUTTON (self->heard)), "compare-bar.heard");
  if (gtk_widget_get_child_visible (GTK_WIDGET (self->order)))
    return;
  for (guint i = 0; i < PLX_N_CLAIM_ORDERS; i++)
    {
      g_autofree char *action = g_strdup_printf ("compare-bar.order(uint32 %u)", i);

      g_menu_append (orders, list_orders ()[i], action);
    }
  g_menu_append_submenu (menu, _("Order of claims"), G_MENU_MODEL (orders));
}

static void
add_actions (PlxCompareBar *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) heard = g_property_action_new ("heard", self->heard, "active");
  g_autoptr (GPropertyAction) order = g_property_action_new ("order", self->order, "selected");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (heard));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (order));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare-bar", G_ACTION_GROUP (group));
}

static void
make_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  PlxCompareBar *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new (), work = g_menu_new (), claims = g_menu_new ();
  g_autoptr (GMenu) exports = g_menu_new (), shown = g_menu_new ();

  add_given_way (self, shown);
  g_menu_append (work, _("Examine next"), "win.compare::examine-next");
  g_menu_append (work, _("Disagreement summary"), "win.compare::summary");
  g_menu_append (claims, _("Add a claim…"), "win.compare::add-claim");
  g_menu_append (claims, _("Dropped claims…"), "win.compare::dropped-claims");
  g_menu_append (exports, _("Matrix as a workbook (XLSX)…"), "win.export::comparison:xlsx");
  g_menu_append (exports, _("Matrix as a table (CSV)…"), "win.export::comparison:csv");
  g_menu_append (exports, _("Matrix as a web page (HTML)…"), "win.export::comparison:html");
  g_menu_append (exports, _("Comparison as JSON…"), "win.export::comparison:json");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shown));
  g_menu_append_section (menu, gtk_label_get_text (self->progress), G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (claims));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (exports));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_work (PlxCompareBar *self)
{
  GtkWidget *menu = gtk_menu_button_new ();
  GtkWidget *next = new_action (_("Examine next"), _("Examine next"), "win.compare::examine-next",
                                _("The next cell that is suggested and not confirmed (X)"));
  GtkWidget *summary = new_action (_("Summary"), _("Disagreement summary"), "win.compare::summary",
                                   _("What they disagree on, on one page"));

  self->progress = GTK_LABEL (gtk_label_new (NULL));
  add (self, next, "flat");
  add (self, GTK_WIDGET (self->progress), "dim-label");
  add (self, summary, "flat");
  plx_flow_layout_set_rank (GTK_WIDGET (self->progress), 1);
  plx_flow_layout_set_rank (summary, 2);
  plx_flow_layout_set_rank (next, 3);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu), make_menu_cb, self, NULL);
  gtk_widget_set_tooltip_text (menu, _("More about this comparison"));
  plx_widget_set_label (menu, _("More about this comparison"));
  add (self, menu, "plx-flat");
}

/* -- public -- */

/* Who is only heard through others stands folded away, except where a single
 * article is all there is. */
static void
name_heard (PlxCompareBar *self, gboolean is_renewed)
{
  GPtrArray *columns = self->comparison->comparison->columns;
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += ((PlxColumn *) g_ptr_array_index (columns, i))->article < 0;
  label = g_strdup_printf (_("Heard through others (%u)"), n);
  gtk_button_set_label (GTK_BUTTON (self->heard), label);
  plx_widget_set_label (GTK_WIDGET (self->heard), label);
  gtk_widget_set_visible (GTK_WIDGET (self->heard), n > 0);
  if (!is_renewed)
    gtk_toggle_button_set_active (self->heard, self->comparison->n_articles == 1);
  heard_cb (self);
}

/* Only what the engine suggests can be confirmed. */
static void
show_progress (PlxCompareBar *self)
{
  PlxCellCounts counts = plx_story_comparison_count (self->comparison, PLX_CELLS_SUGGESTED);
  g_autofree char *text
    = g_strdup_printf (_("%u of %u examined"), counts.n_confirmed, counts.n_all);

  gtk_label_set_text (self->progress, text);
}

void
plx_compare_bar_set_comparison (PlxCompareBar *self, PlxStoryComparison *comparison,
                                gboolean is_renewed)
{
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  self->comparison = plx_story_comparison_ref (comparison);
  gtk_menu_button_set_popover (self->filters, NULL);
  gtk_menu_button_set_create_popup_func (self->filters, make_popover_cb, self, NULL);
  if (!is_renewed)
    {
      clear_text (self);
      plx_claim_filter_free (self->filter);
      self->filter = plx_claim_filter_new ();
    }
  show_chips (self);
  name_heard (self, is_renewed);
  show_progress (self);
  plx_compare_notes_show (self->notes, comparison);
}

PlxClaimFilter *
plx_compare_bar_dup_filter (PlxCompareBar *self)
{
  PlxClaimFilter *copy = plx_claim_filter_new ();

  *copy = *self->filter;
  copy->text = g_strdup (self->filter->text);
  copy->actor = g_strdup (self->filter->actor);
  copy->source = g_strdup (self->filter->source);
  return copy;
}

PlxClaimOrder
plx_compare_bar_get_order (PlxCompareBar *self)
{
  return (PlxClaimOrder) gtk_drop_down_get_selected (self->order);
}

void
plx_compare_bar_clear_filter (PlxCompareBar *self)
{
  clear_text (self);
  plx_claim_filter_free (self->filter);
  self->filter = plx_claim_filter_new ();
  filter_changed (self);
}

void
plx_compare_bar_show_heard (PlxCompareBar *self)
{
  gtk_toggle_button_set_active (self->heard, TRUE);
}

void
plx_compare_bar_set_count (PlxCompareBar *self, guint n_shown, guint n_claims)
{
  g_autofree char *text
    = n_shown == n_claims
        ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", n_claims),
                           n_claims)
        : g_strdup_printf (_("%u of %u claims"), n_shown, n_claims);

  gtk_label_set_text (self->count, text);
}

void
plx_compare_bar_focus_filter (PlxCompareBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* -- class -- */

static void
plx_compare_bar_dispose (GObject *object)
{
  PlxCompareBar *self = PLX_COMPARE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_compare_bar_parent_class)->dispose (object);
}

static void
plx_compare_bar_finalize (GObject *object)
{
  plx_claim_filter_free (PLX_COMPARE_BAR (object)->filter);
  G_OBJECT_CLASS (plx_compare_bar_parent_class)->finalize (object);
}

static void
plx_compare_bar_class_init (PlxCompareBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_compare_bar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HEARD_TOGGLED]
    = g_signal_new ("heard-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
plx_compare_bar_init (PlxCompareBar *self)
{
  self->filter = plx_claim_filter_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->controls, plx_flow_layout_new (2, 2));
  gtk_widget_set_layout_manager (self->chips, plx_flow_layout_new (6, 4));
  gtk_widget_add_css_class (self->box, "plx-view-bar");
  gtk_widget_add_css_class (self->controls, "plx-compare-controls");
  gtk_widget_add_css_class (self->chips, "plx-chips");
  plx_widget_set_label (self->chips, _("Filters in use"));
  gtk_box_append (GTK_BOX (self->box), self->controls);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  self->notes = PLX_COMPARE_NOTES (plx_compare_notes_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->notes));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (self->chips, FALSE);
  add_order (self);
  add_filters (self);
  add_work (self);
  add_actions (self);
}
