/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-window-private.h"

#include "app/plx-commands.h"
#include "app/plx-compare-view.h"
#include "app/plx-compat.h"
#include "app/plx-edits.h"
#include "app/plx-opening.h"
#include "app/plx-search.h"

#include <glib/gi18n-lib.h>

/* The order of the keys 1 to 9. */
static const PlxEntityKind relabels[] = {
  PLX_ENTITY_PERSON, PLX_ENTITY_ORGANISATION, PLX_ENTITY_STATE, PLX_ENTITY_PLACE, PLX_ENTITY_MEDIA,
  PLX_ENTITY_PARTY, PLX_ENTITY_GOVERNMENT, PLX_ENTITY_EVENT, PLX_ENTITY_OTHER,
};

static void
set_view_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  plx_window_show_view (user_data, g_variant_get_string (value, NULL));
}

static void
show_panel_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  PlxWindow *self = user_data;
  gboolean shown = g_variant_get_boolean (value);
  gboolean is_inspector = g_str_equal (g_action_get_name (G_ACTION (action)), "show-inspector");

  g_simple_action_set_state (action, value);
  gtk_widget_set_visible (GTK_WIDGET (is_inspector ? self->inspector_bin : self->collection_bin),
                          shown);
  if (is_inspector && self->width == PLX_WIDTH_WIDE)
    self->wants_inspector = shown;
  else if (!is_inspector && self->width != PLX_WIDTH_NARROW)
    self->wants_collection = shown;
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct {
    const char *name;
    void (*func) (GtkWidget *widget);
  } functions[] = {
    { "open", plx_opening_choose },
    { "add-files", plx_opening_choose_files },
    { "review-files", plx_opening_choose_to_review },
    { "add-folder", plx_opening_choose_folder },
    { "look-again", plx_opening_look_again },
    { "new-project", plx_opening_new_project },
    { "save-copy", plx_opening_save_copy },
    { "open-example", plx_opening_open_example },
    { "analyse", plx_opening_analyse },
    { "undo", plx_edits_undo },
    { "redo", plx_edits_redo },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, g_action_get_name (G_ACTION (action))))
      functions[i].func (user_data);
}

static void
paste_text_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  plx_opening_ask_text (user_data, NULL);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  plx_opening_export (user_data, g_variant_get_string (parameter, NULL));
}

static void
palette_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  plx_command_palette_open (user_data);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  plx_search_open (user_data);
}

static void
filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *self = user_data;

  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-collection",
                                      g_variant_new_boolean (TRUE));
  plx_collection_panel_focus_filter (self->collection);
}

static void
story_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *self = user_data;

  plx_selection_select_story (self->selection, g_variant_get_int64 (parameter));
}

static void
move_article_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 article, story;

  g_variant_get (parameter, "(xx)", &article, &story);
  plx_edits_move_article (user_data, article, story);
}

static void
rename_story_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  plx_edits_rename_story (user_data, g_variant_get_int64 (parameter));
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  plx_selection_clear (((PlxWindow *) user_data)->selection);
}

/* -- marks -- */

static void
step_mark_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *self = user_data;

  plx_window_show_view (self, "read");
  plx_read_view_step_mark (self->read,
                           g_str_equal (g_action_get_name (G_ACTION (action)), "next-mark"));
}

static void
decide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "accept"))
    plx_edits_set_state (user_data, PLX_MARK_ACCEPTED);
  else
    plx_edits_remove (user_data);
}

static void
relabel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  int which = g_variant_get_int32 (parameter);

  if (which >= 0 && which < (int) G_N_ELEMENTS (relabels))
    plx_edits_set_label (user_data, relabels[which]);
}

static void
extend_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *self = user_data;

  plx_read_view_extend (self->read,
                        g_str_equal (g_action_get_name (G_ACTION (action)), "extend-mark"));
}

static void
mark_words_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *self = user_data;
  PlxSpan span;

  if (!plx_read_view_get_words (self->read, &span))
    plx_window_toast (self, _("Select some words first."));
  else if (g_str_equal (g_action_get_name (G_ACTION (action)), "mark-words"))
    plx_edits_mark_words (user_data, span);
  else
    plx_edits_mark_everywhere (user_data, span);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlxWindow *self = user_data;

  plx_window_show_view (self, "compare");
  plx_compare_view_act (PLX_COMPARE_VIEW (gtk_stack_get_child_by_name (self->views, "compare")),
                        g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "view", NULL, "s", "'read'", set_view_state_cb, { 0 } },
  { "show-collection", NULL, NULL, "true", show_panel_cb, { 0 } },
  { "show-inspector", NULL, NULL, "true", show_panel_cb, { 0 } },
  { "open", open_cb, NULL, NULL, NULL, { 0 } },
  { "open-example", open_cb, NULL, NULL, NULL, { 0 } },
  { "new-project", open_cb, NULL, NULL, NULL, { 0 } },
  { "add-files", open_cb, NULL, NULL, NULL, { 0 } },
  { "review-files", open_cb, NULL, NULL, NULL, { 0 } },
  { "add-folder", open_cb, NULL, NULL, NULL, { 0 } },
  { "look-again", open_cb, NULL, NULL, NULL, { 0 } },
  { "paste-text", paste_text_cb, NULL, NULL, NULL, { 0 } },
  { "save-copy", open_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, "s", NULL, NULL, { 0 } },
  { "analyse", open_cb, NULL, NULL, NULL, { 0 } },
  { "undo", open_cb, NULL, NULL, NULL, { 0 } },
  { "redo", open_cb, NULL, NULL, NULL, { 0 } },
  { "command-palette", palette_cb, NULL, NULL, NULL, { 0 } },
  { "search", search_cb, NULL, NULL, NULL, { 0 } },
  { "filter", filter_cb, NULL, NULL, NULL, { 0 } },
  { "story", story_cb, "x", NULL, NULL, { 0 } },
  { "move-article", move_article_cb, "(xx)", NULL, NULL, { 0 } },
  { "rename-story", rename_story_cb, "x", NULL, NULL, { 0 } },
  { "clear-selection", clear_cb, NULL, NULL, NULL, { 0 } },
  { "next-mark", step_mark_cb, NULL, NULL, NULL, { 0 } },
  { "previous-mark", step_mark_cb, NULL, NULL, NULL, { 0 } },
  { "accept", decide_cb, NULL, NULL, NULL, { 0 } },
  { "reject", decide_cb, NULL, NULL, NULL, { 0 } },
  { "relabel", relabel_cb, "i", NULL, NULL, { 0 } },
  { "extend-mark", extend_cb, NULL, NULL, NULL, { 0 } },
  { "shorten-mark", extend_cb, NULL, NULL, NULL, { 0 } },
  { "mark-words", mark_words_cb, NULL, NULL, NULL, { 0 } },
  { "compare", compare_cb, "s", NULL, NULL, { 0 } },
  { "mark-everywhere", mark_words_cb, NULL, NULL, NULL, { 0 } },
};

void
plx_window_add_actions (PlxWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
set_enabled (PlxWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
name_button (GtkWidget *button, char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  plx_widget_set_label (button, name);
  g_free (name);
}

void
plx_window_update_actions (PlxWindow *self)
{
  static const char *const need_project[] = {
    "save-copy",      "export",        "analyse",    "search",          "filter",
    "next-mark",      "previous-mark", "accept",     "reject",          "relabel",
    "extend-mark",    "shorten-mark",  "mark-words", "mark-everywhere", "show-collection",
    "show-inspector", "view",          "compare",
  };
  const char *undo = self->project != NULL ? plx_project_get_undo_label (self->project) : NULL;
  const char *redo = self->project != NULL ? plx_project_get_redo_label (self->project) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (need_project); i++)
    set_enabled (self, need_project[i], self->project != NULL);
  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  name_button (self->undo_button,
               undo != NULL ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo")));
  name_button (self->redo_button,
               redo != NULL ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo")));
}
