/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-inspector-private.h"

#include "app/plx-compat.h"
#include "app/plx-mark-style.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
plx_inspector_title (GtkWidget *box, const char *title, const char *subtitle, const PlxMark *mark)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = new_label (title, "title-3");

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), name);
  if (subtitle != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (subtitle, "dim-label"));
  gtk_box_append (GTK_BOX (head), texts);
  if (mark != NULL)
    {
      g_autofree char *state = g_strconcat (mark->state == PLX_MARK_ACCEPTED   ? "✓ "
                                            : mark->state == PLX_MARK_REJECTED ? "✕ "
                                                                               : "",
                                            plx_mark_state_get_word (mark->state), NULL);
      GtkWidget *pill = gtk_label_new (state);
      gtk_widget_add_css_class (pill, "caption");
      gtk_widget_add_css_class (pill, "plx-pill");
      if (mark->state != PLX_MARK_SUGGESTED)
        gtk_widget_add_css_class (pill, "decided");
      gtk_widget_set_valign (pill, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), pill);
    }
  gtk_box_append (GTK_BOX (box), head);
  return name;
}

GtkWidget *
plx_inspector_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = new_label (text, "heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
plx_inspector_text (GtkWidget *box, const char *text, gboolean dim)
{
  GtkWidget *label = new_label (text, dim ? "dim-label" : NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* -- rows that lead somewhere -- */

typedef struct {
  gint64 article, entity;
  char *key;
  PlxSpan span;
} Goal;

static void
goal_free (gpointer data)
{
  Goal *goal = data;

  g_free (goal->key);
  g_free (goal);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  const Goal *found = g_object_get_data (G_OBJECT (row), "goal");
  PlxWindow *window = plx_window_find (GTK_WIDGET (list));

  if (found == NULL || window == NULL)
    return;
  /* the page with this row goes away when the selection moves */
  PlxSelection *selection = plx_window_get_selection (window);
  Goal goal = *found;
  g_autofree char *key = g_strdup (found->key);
  if (goal.article != 0)
    plx_window_show_view (window, "read");
  if (key != NULL)
    plx_selection_select_mark (selection, goal.article, key, goal.entity);
  else if (goal.article != 0)
    plx_selection_select_passage (selection, goal.article, goal.span);
  else
    plx_selection_select_entity (selection, goal.entity);
}

static void
set_goal (GtkWidget *row, Goal *goal)
{
  g_object_set_data_full (G_OBJECT (row), "goal", goal, goal_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

void
plx_inspector_row_goes_to_mark (GtkWidget *row, gint64 article, const char *key, gint64 entity)
{
  Goal *goal = g_new0 (Goal, 1);

  goal->article = article;
  goal->key = g_strdup (key);
  goal->entity = entity;
  set_goal (row, goal);
}

void
plx_inspector_row_goes_to_passage (GtkWidget *row, gint64 article, PlxSpan span)
{
  Goal *goal = g_new0 (Goal, 1);

  goal->article = article;
  goal->span = span;
  set_goal (row, goal);
}

void
plx_inspector_row_goes_to_entity (GtkWidget *row, gint64 entity)
{
  Goal *goal = g_new0 (Goal, 1);

  goal->entity = entity;
  set_goal (row, goal);
}

GtkWidget *
plx_inspector_list (GtkWidget *box, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, label);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

GtkWidget *
plx_inspector_row (GtkWidget *list, const char *text, const char *small, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *label
    = small != NULL ? g_strdup_printf ("%s, %s", text, small) : g_strdup (text);

  if (number > 0)
    {
      g_autofree char *digits = g_strdup_printf ("%u", number);
      GtkWidget *sign = gtk_label_new (digits);
      gtk_widget_add_css_class (sign, "plx-number");
      gtk_widget_set_valign (sign, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), sign);
    }
  gtk_box_append (GTK_BOX (texts), new_label (text, NULL));
  if (small != NULL && *small != '\0')
    {
      GtkWidget *caption = new_label (small, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (texts), caption);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_widget_add_css_class (line, "plx-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  plx_widget_set_label (row, label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
copy_cb (GtkWidget *button)
{
  GtkWidget *window = GTK_WIDGET (plx_window_find (button));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button),
                          g_object_get_data (G_OBJECT (button), "text"));
  if (window != NULL)
    plx_window_toast (PLX_WINDOW (window), _("Copied"));
}

void
plx_inspector_row_copies (GtkWidget *list, const char *text, const char *small)
{
  GtkWidget *row = plx_inspector_row (list, text, small, 0);
  GtkWidget *line = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_first_child (line));
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *name = g_strdup_printf (_("Copy: %s"), small);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_tooltip_text (button, _("Copy"));
  plx_widget_set_label (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  gtk_box_append (GTK_BOX (line), button);
}

void
plx_inspector_row_button (GtkWidget *row, const char *icon, const char *label, GCallback pressed,
                          gpointer data, GClosureNotify free_data)
{
  GtkWidget *line = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  plx_widget_set_label (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", pressed, data, free_data, 0);
  gtk_box_append (GTK_BOX (line), button);
}

/* -- buttons -- */

void
plx_inspector_decide (GtkWidget *box, PlxMarkState state)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *accept = gtk_button_new_with_label (_("Accept")),
            *reject = gtk_button_new_with_label (_("Reject"));

  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (accept), "win.accept");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reject), "win.reject");
  gtk_widget_set_tooltip_text (accept, _("Accept (Enter)"));
  gtk_widget_set_tooltip_text (reject, _("Reject (Delete)"));
  if (state == PLX_MARK_SUGGESTED)
    gtk_widget_add_css_class (accept, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), accept);
  gtk_box_append (GTK_BOX (buttons), reject);
  gtk_box_append (GTK_BOX (box), buttons);
}

GtkWidget *
plx_inspector_buttons (GtkWidget *box)
{
  GtkWidget *buttons = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (buttons), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (box), buttons);
  return buttons;
}

typedef struct {
  void (*func) (GtkWidget *widget, gint64 id);
  gint64 id;
} Press;

static void
pressed_cb (GtkWidget *button, Press *press)
{
  press->func (button, press->id);
}

void
plx_inspector_button (GtkWidget *buttons, const char *label,
                      void (*func) (GtkWidget *widget, gint64 id), gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Press *press = g_new0 (Press, 1);

  press->func = func;
  press->id = id;
  g_signal_connect_data (button, "clicked", G_CALLBACK (pressed_cb), press,
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_flow_box_append (GTK_FLOW_BOX (buttons), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}
