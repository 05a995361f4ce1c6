/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-compat.h"
#include "app/plx-window.h"
#include "base/plx-utf8.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The edits of claims that ask first. */

typedef struct {
  GtkWidget *window;               // PlxWindow; lives as long as the dialog
  PlxStoryComparison *comparison;  // NULL: of a story only
  gint64 story;
  guint claim, column;
  GtkWidget *entry, *list;
  GHashTable *chosen;              // of keys of claims
  PlxClaimFunc done;
  GObject *object;                 // weak
} Ask;

static Ask *
ask_new (GtkWidget *widget, PlxStoryComparison *comparison, gint64 story)
{
  PlxWindow *window = plx_window_find (widget);
  Ask *ask;

  if (window == NULL || plx_window_get_project (window) == NULL)
    return NULL;
  ask = g_new0 (Ask, 1);
  ask->window = GTK_WIDGET (window);
  ask->comparison = comparison != NULL ? plx_story_comparison_ref (comparison) : NULL;
  ask->story = story;
  return ask;
}

static void
ask_free (Ask *ask)
{
  g_clear_weak_pointer (&ask->object);
  g_clear_pointer (&ask->comparison, plx_story_comparison_unref);
  g_clear_pointer (&ask->chosen, g_hash_table_unref);
  g_free (ask);
}

static PlxProject *
get_project (Ask *ask)
{
  return plx_window_get_project (PLX_WINDOW (ask->window));
}

static const PlxClaim *
get_claim (Ask *ask)
{
  return g_ptr_array_index (ask->comparison->comparison->claims, ask->claim);
}

/* Frees @ask. */
static void
finish (Ask *ask, const char *key, GError *error)
{
  plx_edits_report (ask->window, error);
  if (error == NULL && key != NULL && ask->done != NULL && ask->object != NULL)
    ask->done (key, ask->object);
  g_clear_error (&error);
  ask_free (ask);
}

static GtkWidget *
new_entry (Ask *ask, const char *text)
{
  ask->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (ask->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (ask->entry), 40);
  gtk_entry_set_activates_default (GTK_ENTRY (ask->entry), TRUE);
  plx_widget_set_label (ask->entry, _("Claim"));
  return ask->entry;
}

static const char *
get_text (Ask *ask)
{
  return gtk_editable_get_text (GTK_EDITABLE (ask->entry));
}

static void
expect (Ask *ask, PlxClaimFunc done, GObject *object)
{
  ask->done = done;
  g_set_weak_pointer (&ask->object, object);
}

/* -- add, reword, split -- */

static void
added_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autofree char *key = NULL;
  GError *error = NULL;

  if (g_str_equal (response, "ok"))
    plx_project_add_claim (get_project (ask), ask->story, get_text (ask), &key, &error);
  finish (ask, key, error);
}

void
plx_edits_add_claim (GtkWidget *widget, gint64 story, PlxClaimFunc done, GObject *object)
{
  Ask *ask = ask_new (widget, NULL, story);

  if (ask == NULL)
    return;
  expect (ask, done, object);
  plx_ask (GTK_WINDOW (ask->window), _("Add a claim"),
           _("One sentence. Every article of the story is searched for it."), _("_Add"), NULL,
           FALSE, new_entry (ask, ""), added_cb, ask);
}

static void
reworded_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  GError *error = NULL;

  if (!g_str_equal (response, "cancel"))
    plx_project_reword_claim (get_project (ask), ask->story, get_claim (ask)->key,
                              g_str_equal (response, "other") ? NULL : get_text (ask), &error);
  finish (ask, NULL, error);
}

void
plx_edits_reword_claim (GtkWidget *widget, PlxStoryComparison *comparison, guint claim)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);
  const PlxClaimWork *work = comparison->work != NULL ? comparison->work[claim] : NULL;

  if (ask == NULL)
    return;
  ask->claim = claim;
  plx_ask (GTK_WINDOW (ask->window), _("Reword the claim"),
           _("Its cells keep what was found and decided."), _("_Reword"),
           work != NULL && work->original != NULL ? _("As it _Was") : NULL, FALSE,
           new_entry (ask, get_claim (ask)->statement), reworded_cb, ask);
}

static void
split_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autofree char *key = NULL;
  GError *error = NULL;

  if (g_str_equal (response, "ok"))
    plx_project_split_claim (
      get_project (ask), ask->story, get_claim (ask)->key,
      plx_story_comparison_get_column_key (ask->comparison, ask->column),
      *get_text (ask) != '\0' ? get_text (ask) : NULL, &key, &error);
  finish (ask, key, error);
}

void
plx_edits_split_claim (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                       guint column, PlxClaimFunc done, GObject *object)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);
  const PlxEvidence *evidence
    = &plx_comparison_get_cell (comparison->comparison, claim, column)->evidence;
  g_autofree char *words = NULL;

  if (ask == NULL || evidence->n_spans == 0)
    {
      g_clear_pointer (&ask, ask_free);
      return;
    }
  ask->claim = claim;
  ask->column = column;
  expect (ask, done, object);
  words = plx_utf8_slice (comparison->contents[evidence->article]->text, evidence->spans[0]);
  g_strdelimit (words, "\n", ' ');
  plx_ask (GTK_WINDOW (ask->window), _("Split off a claim"),
           _("The words of this cell become a claim of their own."), _("_Split"), NULL, FALSE,
           new_entry (ask, words), split_cb, ask);
}

/* -- merge -- */

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

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->like > y->like || x->like < y->like)
    return x->like > y->like ? -1 : 1;
  return x->claim < y->claim ? -1 : x->claim > y->claim;
}

/* The others, those first that share the most words with the claim. */
static GArray *
list_candidates (Ask *ask, const char *typed)
{
  GPtrArray *claims = ask->comparison->comparison->claims;
  g_autoptr (GHashTable) own = list_words (get_claim (ask)->statement);
  g_autofree char *needle = g_utf8_casefold (typed, -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < claims->len; i++)
    {
      const char *statement = ((PlxClaim *) g_ptr_array_index (claims, i))->statement;
      g_autofree char *folded = g_utf8_casefold (statement, -1);
      g_autoptr (GHashTable) words = NULL;
      Candidate candidate = { i, 0 };
      GHashTableIter iter;
      gpointer word;

      if (i == ask->claim || strstr (folded, needle) == NULL)
        continue;
      words = list_words (statement);
      g_hash_table_iter_init (&iter, words);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        candidate.like += g_hash_table_contains (own, word);
      candidate.like /= 1 + g_hash_table_size (words);
      g_array_append_val (found, candidate);
    }
  g_array_sort (found, compare_candidates);
  return found;
}

static void
chosen_cb (GtkCheckButton *check, Ask *ask)
{
  const char *key = g_object_get_data (G_OBJECT (check), "plx-key");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (ask->chosen, g_strdup (key));
  else
    g_hash_table_remove (ask->chosen, key);
}

static void
show_candidates (Ask *ask)
{
  enum { MOST = 30 };
  g_autoptr (GArray) found = list_candidates (ask, get_text (ask));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (ask->list)) != NULL)
    gtk_box_remove (GTK_BOX (ask->list), child);
  for (guint i = 0; i < MIN (found->len, MOST); i++)
    {
      const PlxClaim *claim = g_ptr_array_index (ask->comparison->comparison->claims,
                                                 g_array_index (found, Candidate, i).claim);
      GtkWidget *check = gtk_check_button_new_with_label (claim->statement);
      GtkWidget *label = gtk_widget_get_last_child (check);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_hash_table_contains (ask->chosen, claim->key));
      plx_widget_set_label (check, claim->statement);
      g_object_set_data_full (G_OBJECT (check), "plx-key", g_strdup (claim->key), g_free);
      g_signal_connect (check, "toggled", G_CALLBACK (chosen_cb), ask);
      gtk_box_append (GTK_BOX (ask->list), check);
    }
}

static void
merged_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (ask->chosen, NULL);
  GError *error = NULL;

  if (g_str_equal (response, "ok") && keys[0] != NULL)
    plx_project_merge_claims (get_project (ask), ask->story, get_claim (ask)->key,
                              (const char *const *) keys, &error);
  finish (ask, NULL, error);
}

void
plx_edits_merge_claims (GtkWidget *widget, PlxStoryComparison *comparison, guint claim)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);
  GtkWidget *box, *scroller;

  if (ask == NULL)
    return;
  ask->claim = claim;
  ask->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  ask->entry = gtk_search_entry_new ();
  plx_widget_set_label (ask->entry, _("Filter claims to merge"));
  ask->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  plx_widget_set_label (ask->list, _("Claims to merge"));
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), ask->list);
  gtk_box_append (GTK_BOX (box), ask->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  show_candidates (ask);
  g_signal_connect_swapped (ask->entry, "search-changed", G_CALLBACK (show_candidates), ask);
  plx_ask (GTK_WINDOW (ask->window), _("Merge claims"), get_claim (ask)->statement, _("_Merge"),
           NULL, FALSE, box, merged_cb, ask);
}

/* -- dropped, and left without a claim -- */

typedef struct {
  GtkWidget *window;
  gint64 story;
  char *key, *claim_key;
  gboolean (*func) (GtkWidget *widget, gint64 story, const char *key);
} Link;

static void
link_free (gpointer data, GClosure *closure)
{
  Link *link = data;

  g_free (link->key);
  g_free (link->claim_key);
  g_free (link);
}

static void
link_cb (GtkWidget *button, Link *link)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  gboolean done = link->func != NULL
                    ? link->func (link->window, link->story, link->key)
                    : plx_edits_attach_orphan (link->window, link->story, link->key,
                                               link->claim_key);

  if (done && row != NULL)
    gtk_widget_set_sensitive (row, FALSE);
}

static void
add_link (Ask *ask, GtkWidget *box, const char *label, const char *key, const char *claim_key,
          gboolean (*func) (GtkWidget *, gint64, const char *))
{
  Link *link = g_new0 (Link, 1);
  GtkWidget *button = gtk_button_new_with_label (label);

  *link = (Link) { ask->window, ask->story, g_strdup (key), g_strdup (claim_key), func };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (link_cb), link, link_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
add_row (GtkWidget *list, const char *statement, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = detail != NULL ? g_strdup_printf ("%s\n%s", statement, detail)
                                         : g_strdup (statement);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "plx-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

static void
closed_cb (const char *response, gpointer user_data)
{
  ask_free (user_data);
}

static void
list_orphans (Ask *ask, GtkWidget *list, int claim)
{
  for (guint i = 0; ask->comparison->orphans != NULL && i < ask->comparison->orphans->len; i++)
    {
      const PlxOrphan *orphan = g_ptr_array_index (ask->comparison->orphans, i);
      GtkWidget *box
        = add_row (list, orphan->statement,
                   _("Work was done on it, but the articles do not give it any more."));

      if (claim >= 0)
        add_link (ask, box, _("Give to the selected claim"), orphan->key,
                  ((PlxClaim *) g_ptr_array_index (ask->comparison->comparison->claims,
                                                   (guint) claim))->key, NULL);
      add_link (ask, box, _("Discard"), orphan->key, NULL, plx_edits_discard_orphan);
    }
}

void
plx_edits_dropped_claims (GtkWidget *widget, PlxStoryComparison *comparison, int claim)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);
  guint n_dropped = comparison->dropped != NULL ? comparison->dropped->len : 0;
  guint n_orphans = comparison->orphans != NULL ? comparison->orphans->len : 0;
  GtkWidget *list;

  if (ask == NULL)
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, _("Dropped claims"));
  gtk_widget_set_visible (list, n_dropped + n_orphans > 0);
  for (guint i = 0; i < n_dropped; i++)
    {
      const PlxDroppedClaim *dropped = g_ptr_array_index (comparison->dropped, i);

      add_link (ask, add_row (list, dropped->statement, dropped->reason), _("Restore"),
                dropped->key, NULL, plx_edits_restore_claim);
    }
  list_orphans (ask, list, claim);
  plx_ask (GTK_WINDOW (ask->window), _("Dropped claims"),
           n_dropped + n_orphans > 0 ? NULL : _("No claim was dropped from this story."),
           _("_Done"), NULL, FALSE, list, closed_cb, ask);
}
