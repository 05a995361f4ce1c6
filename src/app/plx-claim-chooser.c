/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-chooser.h"

#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { MOST = 30 };      // claims listed at once

struct _PlxClaimChooser {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  guint claim;               // which the others are for
  gboolean several;
  gboolean *chosen;          // (claims)
  GtkWidget *box, *entry, *list;
  GtkLabel *rest;            // what the list leaves out
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimChooser, plx_claim_chooser, GTK_TYPE_WIDGET)

static const PlxClaim *
get_claim (PlxClaimChooser *self, guint claim)
{
  return g_ptr_array_index (self->comparison->comparison->claims, claim);
}

/* -- which -- */

typedef struct {
  guint claim;
  double like;
} Candidate;

static GHashTable *
list_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,.;:!?“”\"'’()", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) > 2)
      g_hash_table_add (words, g_strdup (parts[i]));
  return words;
}

static double
measure_likeness (GHashTable *own, const char *statement)
{
  g_autoptr (GHashTable) words = list_words (statement);
  GHashTableIter iter;
  gpointer word;
  guint n_shared = 0;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_shared += g_hash_table_contains (own, word);
  return n_shared / (1.0 + g_hash_table_size (words));
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->like > y->like || x->like < y->like)
    return x->like > y->like ? -1 : 1;
  return x->claim < y->claim ? -1 : x->claim > y->claim;
}

/* What is chosen stands first, whatever is typed: it must not be forgotten. */
static GArray *
list_candidates (PlxClaimChooser *self)
{
  enum { CHOSEN_FIRST = 2 };
  g_autoptr (GHashTable) own = list_words (get_claim (self, self->claim)->statement);
  g_autofree char *needle
    = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_strstrip (needle);
  for (guint i = 0; i < self->comparison->comparison->claims->len; i++)
    {
      const char *statement = get_claim (self, i)->statement;
      g_autofree char *folded = g_utf8_casefold (statement, -1);
      Candidate candidate = { i, 0 };

      if (i == self->claim || (!self->chosen[i] && strstr (folded, needle) == NULL))
        continue;
      candidate.like = measure_likeness (own, statement) + (self->chosen[i] ? CHOSEN_FIRST : 0);
      g_array_append_val (found, candidate);
    }
  g_array_sort (found, compare_candidates);
  return found;
}

/* -- the list -- */

static void
toggled_cb (GtkCheckButton *check, PlxClaimChooser *self)
{
  guint claim = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "plx-claim"));

  self->chosen[claim] = gtk_check_button_get_active (check);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkCheckButton *
add_candidate (PlxClaimChooser *self, guint claim, GtkCheckButton *group)
{
  const char *statement = get_claim (self, claim)->statement;
  GtkWidget *check = gtk_check_button_new_with_label (statement);
  GtkWidget *label = gtk_widget_get_last_child (check);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (!self->several)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->chosen[claim]);
  plx_widget_set_label (check, statement);
  g_object_set_data (G_OBJECT (check), "plx-claim", GUINT_TO_POINTER (claim));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->list), check);
  return GTK_CHECK_BUTTON (check);
}

static void
show_rest (PlxClaimChooser *self, guint n_found)
{
  g_autofree char *text = NULL;

  if (n_found == 0)
    text = g_strdup (_("No other claim has these words"));
  else if (n_found > MOST)
    text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more: type words of it", "%u more: type words of one",
                   n_found - MOST),
      n_found - MOST);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), text != NULL);
  gtk_label_set_text (self->rest, text != NULL ? text : "");
}

static void
fill (PlxClaimChooser *self)
{
  g_autoptr (GArray) found = list_candidates (self);
  GtkCheckButton *group = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < MIN (found->len, MOST); i++)
    group = add_candidate (self, g_array_index (found, Candidate, i).claim, group);
  show_rest (self, found->len);
}

/* -- keys -- */

static void
close_cb (PlxClaimChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                PlxClaimChooser *self)
{
  g_autoptr (GPtrArray) chosen = plx_claim_chooser_list (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_entry = focus != NULL && gtk_widget_is_ancestor (focus, self->entry);
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (is_return && chosen->len > 1)
    gtk_widget_activate_default (GTK_WIDGET (self));
  else if (in_entry && (is_return || key == GDK_KEY_Down))
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* -- class -- */

static void
plx_claim_chooser_dispose (GObject *object)
{
  PlxClaimChooser *self = PLX_CLAIM_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (plx_claim_chooser_parent_class)->dispose (object);
}

static void
plx_claim_chooser_class_init (PlxClaimChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_claim_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static void
plx_claim_chooser_init (PlxClaimChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *listed = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Words of the claim"), NULL);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rest = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->rest, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "dim-label");
  gtk_box_append (GTK_BOX (listed), self->list);
  gtk_box_append (GTK_BOX (listed), GTK_WIDGET (self->rest));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), new_scroller (listed));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (close_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
plx_claim_chooser_new (PlxStoryComparison *comparison, guint claim, gboolean several,
                       const char *name)
{
  PlxClaimChooser *self = g_object_new (PLX_TYPE_CLAIM_CHOOSER, NULL);

  self->comparison = plx_story_comparison_ref (comparison);
  self->claim = claim;
  self->several = several;
  self->chosen = g_new0 (gboolean, comparison->comparison->claims->len + 1);
  plx_widget_set_label (self->list, name);
  plx_widget_set_label (self->entry, _("Words of the claim"));
  fill (self);
  return GTK_WIDGET (self);
}

GPtrArray *
plx_claim_chooser_list (PlxClaimChooser *self)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < self->comparison->comparison->claims->len; i++)
    if (self->chosen[i])
      g_ptr_array_add (keys, (char *) get_claim (self, i)->key);
  g_ptr_array_add (keys, NULL);
  return keys;
}
