/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* Claims that somebody dropped, and work that is left without its claim: what can
 * be brought back, given to another claim or thrown away. */

typedef struct {
  GtkWidget *window;               // PlxWindow; lives as long as the dialog
  PlxStoryComparison *comparison;
  const PlxClaim *claim;           // selected, NULL: none
  GtkWidget *list;
  char *wanted;                    // key of the claim that came back last
  PlxClaimFunc done;
  GObject *object;                 // weak
} Lists;

/* One button: what it does with what. */
typedef struct {
  Lists *lists;
  char *key, *claim_key;
  const char *past;                // what the button says once it was pressed
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
  Lists *lists = link->lists;
  gboolean done = link->func != NULL
                    ? link->func (lists->window, lists->comparison->story, link->key)
                    : plx_edits_attach_orphan (lists->window, lists->comparison->story, link->key,
                                               link->claim_key);

  if (!done)
    return;
  gtk_button_set_label (GTK_BUTTON (button), link->past);
  plx_widget_set_label (button, link->past);
  for (GtkWidget *other = gtk_widget_get_first_child (gtk_widget_get_parent (button));
       other != NULL; other = gtk_widget_get_next_sibling (other))
    if (GTK_IS_BUTTON (other))
      gtk_widget_set_sensitive (other, FALSE);
  if (link->func != plx_edits_discard_orphan)
    {
      g_free (lists->wanted);
      lists->wanted = g_strdup (link->claim_key != NULL ? link->claim_key : link->key);
    }
}

/* Each says what it is about: there are many that do the same. */
static void
add_link (Lists *lists, GtkWidget *box, const char *label, const char *statement, Link link)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, statement);

  link.lists = lists;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  plx_widget_set_label (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (link_cb), g_memdup2 (&link, sizeof link),
                         link_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
add_row (Lists *lists, const char *statement, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (texts), new_text (statement, NULL));
  if (detail != NULL)
    {
      GtkWidget *label = new_text (detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (box, "plx-row");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (lists->list), row);
  return box;
}

/* "by Kim · 25 Nov 2026", or the reason somebody gave */
static char *
dup_detail (const PlxDroppedClaim *dropped)
{
  g_autofree char *day = dropped->decided != NULL ? plx_date_dup_text (dropped->decided) : NULL;

  if (dropped->reason != NULL)
    return g_strdup (dropped->reason);
  if (dropped->author == NULL || *dropped->author == '\0')
    return g_steal_pointer (&day);
  return day != NULL ? g_strdup_printf (_("by %s · %s"), dropped->author, day)
                     : g_strdup (dropped->author);
}

static void
list_dropped (Lists *lists)
{
  GPtrArray *dropped = lists->comparison->dropped;

  for (guint i = 0; dropped != NULL && i < dropped->len; i++)
    {
      const PlxDroppedClaim *it = g_ptr_array_index (dropped, i);
      g_autofree char *detail = dup_detail (it);

      add_link (lists, add_row (lists, it->statement, detail), _("Restore"), it->statement,
                (Link) { .key = g_strdup (it->key), .past = _("Restored"),
                         .func = plx_edits_restore_claim });
    }
}

static char *
describe_orphan (const PlxOrphan *orphan)
{
  g_autofree char *decisions = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", orphan->n_verdicts),
    orphan->n_verdicts);

  if (orphan->column != NULL)
    return g_strdup_printf (_("%s. The story has no source “%s” any more."), decisions,
                            orphan->column);
  return orphan->n_verdicts == 0
           ? g_strdup (_("Work was done on it, but the articles do not give it any more."))
           : g_strdup_printf (_("%s. The articles do not give this claim any more."), decisions);
}

static void
list_orphans (Lists *lists)
{
  GPtrArray *orphans = lists->comparison->orphans;

  for (guint i = 0; orphans != NULL && i < orphans->len; i++)
    {
      const PlxOrphan *orphan = g_ptr_array_index (orphans, i);
      g_autofree char *detail = describe_orphan (orphan);
      GtkWidget *box = add_row (lists, orphan->statement, detail);

      if (lists->claim != NULL && orphan->column == NULL)
        add_link (lists, box, _("Give to the selected claim"), orphan->statement,
                  (Link) { .key = g_strdup (orphan->key), .past = _("Given"),
                           .claim_key = g_strdup (lists->claim->key) });
      add_link (lists, box, _("Discard"), orphan->statement,
                (Link) { .key = g_strdup (orphan->key), .past = _("Discarded"),
                         .func = plx_edits_discard_orphan });
    }
}

static void
closed_cb (const char *response, gpointer user_data)
{
  Lists *lists = user_data;

  if (lists->wanted != NULL && lists->object != NULL)
    lists->done (lists->wanted, lists->object);
  g_clear_weak_pointer (&lists->object);
  plx_story_comparison_unref (lists->comparison);
  g_free (lists->wanted);
  g_free (lists);
}

static GtkWidget *
new_list (Lists *lists, guint n)
{
  enum { WIDTH = 420, LEAST_HEIGHT = 120, MOST_HEIGHT = 420 };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  lists->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (lists->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (lists->list, "boxed-list");
  gtk_widget_set_valign (lists->list, GTK_ALIGN_START);
  plx_widget_set_label (lists->list, _("Dropped claims"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), lists->list);
  gtk_widget_set_visible (scroller, n > 0);
  return scroller;
}

static char *
describe_lists (Lists *lists, guint n_dropped, guint n_orphans)
{
  if (n_dropped + n_orphans == 0)
    return g_strdup (_("No claim was dropped from this story."));
  if (n_orphans == 0)
    return NULL;
  return lists->claim != NULL
           ? g_strdup_printf (_("Selected claim: “%s”"), lists->claim->statement)
           : g_strdup (_("Select a claim first to give it the work on one that is gone."));
}

void
plx_edits_dropped_claims (GtkWidget *widget, PlxStoryComparison *comparison, int claim,
                          PlxClaimFunc done, GObject *object)
{
  Lists *lists;
  GtkWidget *list;
  g_autofree char *body = NULL;
  guint n_dropped = comparison->dropped != NULL ? comparison->dropped->len : 0;
  guint n_orphans = comparison->orphans != NULL ? comparison->orphans->len : 0;

  if (plx_edits_find_project (widget) == NULL)
    return;
  lists = g_new0 (Lists, 1);
  lists->window = GTK_WIDGET (plx_window_find (widget));
  lists->comparison = plx_story_comparison_ref (comparison);
  if (claim >= 0)
    lists->claim = g_ptr_array_index (comparison->comparison->claims, (guint) claim);
  lists->done = done;
  g_set_weak_pointer (&lists->object, object);
  list = new_list (lists, n_dropped + n_orphans);
  list_dropped (lists);
  list_orphans (lists);
  body = describe_lists (lists, n_dropped, n_orphans);
  plx_tell_with (GTK_WINDOW (lists->window), _("Dropped claims"), body, list, closed_cb, lists);
}
