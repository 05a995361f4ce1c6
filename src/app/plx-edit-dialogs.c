/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-compat.h"
#include "app/plx-mark-item.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* The edits that ask first: each builds one small dialog and acts on its answer. */

typedef struct {
  PlxWindow *window;
  gint64 id;              // of the entity or story it is about
  gint64 article;
  GtkWidget *entry;       // or NULL
  GtkWidget *list;        // of check buttons, or NULL
  GPtrArray *choices;     // what each row of the list stands for
} Ask;

static Ask *
ask_new (GtkWidget *widget, gint64 id)
{
  PlxWindow *window = plx_window_find (widget);

  if (window == NULL || plx_window_get_project (window) == NULL)
    return NULL;
  Ask *ask = g_new0 (Ask, 1);
  ask->window = window;
  ask->id = id;
  ask->article = plx_selection_get_article (plx_window_get_selection (window));
  return ask;
}

static void
ask_free (Ask *ask)
{
  g_clear_pointer (&ask->choices, g_ptr_array_unref);
  g_free (ask);
}

static PlxEntityItem *
get_item (Ask *ask)
{
  return plx_project_get_entity (plx_window_get_project (ask->window), ask->id);
}

static GtkWidget *
new_entry (Ask *ask, const char *label, const char *text)
{
  ask->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (ask->entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (ask->entry), TRUE);
  plx_widget_set_label (ask->entry, label);
  return ask->entry;
}

static const char *
get_text (Ask *ask)
{
  return gtk_editable_get_text (GTK_EDITABLE (ask->entry));
}

static void
finish (Ask *ask, GError *error)
{
  plx_edits_report (GTK_WIDGET (ask->window), error);
  g_clear_error (&error);
  ask_free (ask);
}

/* -- rename, role -- */

static void
renamed_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  GError *error = NULL;

  if (g_str_equal (response, "ok") && *get_text (ask) != '\0')
    plx_project_rename_entity (plx_window_get_project (ask->window), ask->id, get_text (ask),
                               &error);
  finish (ask, error);
}

void
plx_edits_rename_entity (GtkWidget *widget, gint64 entity)
{
  Ask *ask = ask_new (widget, entity);
  PlxEntityItem *item = ask != NULL ? get_item (ask) : NULL;

  if (item == NULL)
    {
      g_clear_pointer (&ask, ask_free);
      return;
    }
  plx_ask (GTK_WINDOW (ask->window), _("Rename"),
           _("The name used in every view. Names in the texts stay."), _("_Rename"), NULL, FALSE,
           new_entry (ask, _("Name"), plx_entity_item_get_name (item)), renamed_cb, ask);
}

static void
story_renamed_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  GError *error = NULL;

  if (g_str_equal (response, "ok") && *get_text (ask) != '\0')
    plx_project_rename_story (plx_window_get_project (ask->window), ask->id, get_text (ask),
                              &error);
  finish (ask, error);
}

void
plx_edits_rename_story (GtkWidget *widget, gint64 story)
{
  Ask *ask = ask_new (widget, story);
  PlxStory *item
    = ask != NULL ? plx_project_get_story (plx_window_get_project (ask->window), story) : NULL;

  if (item == NULL)
    {
      g_clear_pointer (&ask, ask_free);
      return;
    }
  plx_ask (GTK_WINDOW (ask->window), _("Rename story"), NULL, _("_Rename"), NULL, FALSE,
           new_entry (ask, _("Name of the story"), plx_story_get_title (item)), story_renamed_cb,
           ask);
}

static void
role_added_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  GError *error = NULL;

  if (g_str_equal (response, "ok") && *get_text (ask) != '\0')
    plx_project_set_entity_role (plx_window_get_project (ask->window), ask->id, get_text (ask),
                                 &error);
  finish (ask, error);
}

void
plx_edits_add_role (GtkWidget *widget, gint64 entity)
{
  Ask *ask = ask_new (widget, entity);

  if (ask != NULL)
    plx_ask (GTK_WINDOW (ask->window), _("Add a role"),
             _("A title or function, as a text would say it."), _("_Add"), NULL, FALSE,
             new_entry (ask, _("Role"), ""), role_added_cb, ask);
}

/* -- lists of check buttons -- */

static GtkWidget *
new_list (Ask *ask)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  ask->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), ask->list);
  return scroller;
}

static void
add_choice (Ask *ask, const char *label, gboolean active)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_box_append (GTK_BOX (ask->list), button);
}

/* Calls for each ticked row with its place. */
static GArray *
get_ticked (Ask *ask)
{
  GArray *ticked = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (ask->list); row != NULL;
       row = gtk_widget_get_next_sibling (row), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      g_array_append_val (ticked, i);
  return ticked;
}

/* -- merge -- */

static void
merged_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  GError *error = NULL;

  if (g_str_equal (response, "ok"))
    {
      g_autoptr (GArray) ticked = get_ticked (ask);
      g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < ticked->len; i++)
        {
          PlxEntityItem *item = g_ptr_array_index (ask->choices, g_array_index (ticked, guint, i));
          gint64 id = plx_entity_item_get_id (item);
          g_array_append_val (from, id);
        }
      if (from->len > 0)
        plx_project_merge_entities (plx_window_get_project (ask->window), ask->id,
                                    (gint64 *) from->data, from->len, &error);
    }
  finish (ask, error);
}

#define MOST_CHOICES 60

void
plx_edits_merge_entity (GtkWidget *widget, gint64 entity)
{
  Ask *ask = ask_new (widget, entity);
  PlxEntityItem *into = ask != NULL ? get_item (ask) : NULL;

  if (into == NULL)
    {
      g_clear_pointer (&ask, ask_free);
      return;
    }
  GListModel *entities = plx_project_get_entities (plx_window_get_project (ask->window));
  GtkWidget *list = new_list (ask);
  ask->choices = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint pass = 0; pass < 2; pass++)   // the same kind first
    for (guint i = 0; i < g_list_model_get_n_items (entities) && ask->choices->len < MOST_CHOICES;
         i++)
      {
        g_autoptr (PlxEntityItem) item = g_list_model_get_item (entities, i);
        gboolean same = plx_entity_item_get_kind (item) == plx_entity_item_get_kind (into);
        if (plx_entity_item_get_id (item) == entity || same != (pass == 0))
          continue;
        add_choice (ask, plx_entity_item_get_name (item), FALSE);
        g_ptr_array_add (ask->choices, g_steal_pointer (&item));
      }
  g_autofree char *heading = g_strdup_printf (_("Merge into %s"), plx_entity_item_get_name (into));
  plx_ask (GTK_WINDOW (ask->window), heading, _("Tick what is the same. It can be undone."),
           _("_Merge"), NULL, FALSE, list, merged_cb, ask);
}

/* -- split -- */

static void
split_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  GError *error = NULL;

  if (g_str_equal (response, "ok"))
    {
      g_autoptr (GArray) ticked = get_ticked (ask);
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      for (guint i = 0; i < ticked->len; i++)
        g_ptr_array_add (keys, g_ptr_array_index (ask->choices, g_array_index (ticked, guint, i)));
      guint n_keys = keys->len;
      g_ptr_array_add (keys, NULL);
      gint64 made = 0;
      PlxSelection *selection = plx_window_get_selection (ask->window);
      if (n_keys > 0
          && plx_project_split_entity (plx_window_get_project (ask->window), ask->id,
                                       ask->article, (const char *const *)keys->pdata,
                                       get_text (ask), &made, &error))
        plx_selection_select_entity (selection, made);
    }
  finish (ask, error);
}

void
plx_edits_split_entity (GtkWidget *widget, gint64 entity)
{
  Ask *ask = ask_new (widget, entity);
  PlxEntityItem *item = ask != NULL ? get_item (ask) : NULL;
  PlxArticleContent *content
    = ask != NULL ? plx_current_article_get_content (plx_window_get_current (ask->window)) : NULL;

  if (item == NULL || content == NULL)
    {
      g_clear_pointer (&ask, ask_free);
      return;
    }
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box),
                  new_entry (ask, _("Name of the new one"), plx_entity_item_get_name (item)));
  gtk_box_append (GTK_BOX (box), new_list (ask));
  ask->choices = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < content->marks->len && ask->choices->len < MOST_CHOICES; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (mark->entity != entity || (mark->layer != PLX_MARK_NAME && mark->layer != PLX_MARK_HAND))
        continue;
      PlxSpan around = mark->spans[0];
      g_autofree char *words = plx_mark_dup_text (content, mark, 40);
      g_autofree char *label = g_strdup_printf ("%s · %u", words, around.begin);
      add_choice (ask, label, FALSE);
      g_ptr_array_add (ask->choices, g_strdup (mark->key));
    }
  g_autofree char *heading = g_strdup_printf (_("Split %s"), plx_entity_item_get_name (item));
  plx_ask (GTK_WINDOW (ask->window), heading, _("Tick the marks that mean somebody else."),
           _("_Split"), NULL, FALSE, box, split_cb, ask);
}
