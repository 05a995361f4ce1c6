/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-verdict-form.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-edits.h"

#include <glib/gi18n-lib.h>

struct _PlxVerdictForm {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  guint claim, column;
  GtkWidget *box;
  GtkSizeGroup *labels;
  GtkDropDown *choice;       // NULL: the caller has buttons
  GArray *choices;           // PlxCellStatus: what its rows stand for
  GtkCheckButton *is_said;   // whether a confidence is
  GtkRange *confidence;      // 0 to 100
  GtkEditable *note;
};

enum {
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxVerdictForm, plx_verdict_form, GTK_TYPE_WIDGET)

gboolean
plx_verdict_form_allows (PlxStoryComparison *comparison, guint claim, guint column,
                         PlxCellStatus verdict)
{
  PlxCellLook look = plx_cell_look (comparison, claim, column);

  return verdict != PLX_CELL_LEFT_OUT || look.cell->record != NULL
         || look.cell->status == PLX_CELL_LEFT_OUT || look.status == PLX_CELL_LEFT_OUT;
}

static double
get_confidence (PlxVerdictForm *self)
{
  return gtk_check_button_get_active (self->is_said)
           ? gtk_range_get_value (self->confidence) / 100.0
           : -1;
}

void
plx_verdict_form_apply (PlxVerdictForm *self, PlxCellStatus verdict)
{
  const PlxClaim *claim = g_ptr_array_index (self->comparison->comparison->claims, self->claim);
  g_autofree char *note = g_strdup (gtk_editable_get_text (self->note));

  g_object_ref (self);
  if (verdict == PLX_CELL_NOT_EXAMINED
      && !plx_cell_look (self->comparison, self->claim, self->column).is_decided)
    g_signal_emit (self, signals[DECIDED], 0);     // there is nothing to take back
  else if (plx_edits_set_cell (GTK_WIDGET (self), self->comparison->story, claim->key,
                          plx_story_comparison_get_column_key (self->comparison, self->column),
                          verdict, get_confidence (self), *g_strstrip (note) != '\0' ? note : NULL))
    g_signal_emit (self, signals[DECIDED], 0);
  g_object_unref (self);
}

static void
apply_cb (PlxVerdictForm *self)
{
  plx_verdict_form_apply (self, g_array_index (self->choices, PlxCellStatus,
                                               gtk_drop_down_get_selected (self->choice)));
}

/* -- building -- */

static GtkWidget *
add_row (PlxVerdictForm *self, GtkWidget *label, const char *name, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_size_group_add_widget (self->labels, label);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), control);
  gtk_box_append (GTK_BOX (self->box), row);
  plx_widget_set_label (control, name);
  return row;
}

static GtkWidget *
new_label (const char *name)
{
  GtkWidget *label = plx_label_new_unheard (name);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_choice (PlxVerdictForm *self, PlxCellStatus status)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Decide"));
  guint selected = 0;

  for (guint i = 0; i < PLX_N_CELL_STATUSES; i++)
    {
      PlxCellStatus choice = (PlxCellStatus) i;

      if (!plx_verdict_form_allows (self->comparison, self->claim, self->column, choice))
        continue;
      if (choice == status)
        selected = self->choices->len;
      g_array_append_val (self->choices, choice);
      gtk_string_list_append (words, plx_cell_words_get_title (choice));
    }
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), NULL));
  gtk_drop_down_set_selected (self->choice, selected);
  gtk_box_reorder_child_after (
    GTK_BOX (self->box),
    add_row (self, new_label (_("Verdict")), _("Verdict"), GTK_WIDGET (self->choice)), NULL);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static char *
format_percent (GtkScale *scale, double value, gpointer user_data)
{
  return g_strdup_printf (_("%.0f %%"), value);
}

/* Nobody is taken to be sure who did not say so. */
static void
add_confidence (PlxVerdictForm *self, const PlxVerdict *verdict)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 10);
  GtkWidget *check = gtk_check_button_new_with_label (_("Confidence"));
  gboolean is_said = verdict != NULL && verdict->confidence_01 >= 0;

  self->confidence = GTK_RANGE (scale);
  self->is_said = GTK_CHECK_BUTTON (check);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_scale_set_format_value_func (GTK_SCALE (scale), format_percent, NULL, NULL);
  gtk_range_set_value (self->confidence, is_said ? verdict->confidence_01 * 100 : 100);
  gtk_check_button_set_active (self->is_said, is_said);
  gtk_widget_add_css_class (check, "dim-label");
  plx_widget_set_label (check, _("Say how sure you are"));
  gtk_widget_set_tooltip_text (check, _("Say how sure you are"));
  g_object_bind_property (check, "active", scale, "sensitive", G_BINDING_SYNC_CREATE);
  add_row (self, check, _("Confidence"), scale);
}

GtkWidget *
plx_verdict_form_new (PlxStoryComparison *comparison, guint claim, guint column,
                      gboolean with_choice)
{
  PlxVerdictForm *self = g_object_new (PLX_TYPE_VERDICT_FORM, NULL);
  PlxCellLook look = plx_cell_look (comparison, claim, column);
  GtkWidget *note = gtk_entry_new ();

  self->comparison = plx_story_comparison_ref (comparison);
  self->claim = claim;
  self->column = column;
  add_confidence (self, look.verdict);
  self->note = GTK_EDITABLE (note);
  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _("Why"));
  if (look.verdict != NULL && look.verdict->note != NULL)
    gtk_editable_set_text (self->note, look.verdict->note);
  add_row (self, new_label (_("Note")), _("Note"), note);
  if (with_choice)
    add_choice (self, look.status);
  return GTK_WIDGET (self);
}

static void
plx_verdict_form_dispose (GObject *object)
{
  PlxVerdictForm *self = PLX_VERDICT_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_object (&self->labels);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_verdict_form_parent_class)->dispose (object);
}

static void
plx_verdict_form_class_init (PlxVerdictFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_verdict_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_verdict_form_init (PlxVerdictForm *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (PlxCellStatus));
  self->labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
