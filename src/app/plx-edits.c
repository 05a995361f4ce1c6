/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-compat.h"
#include "app/plx-mark-item.h"
#include "app/plx-window.h"
#include "base/plx-utf8.h"

#include <glib/gi18n-lib.h>

void
plx_edits_report (GtkWidget *widget, const GError *error)
{
  PlxWindow *window = plx_window_find (widget);

  if (error != NULL && window != NULL)
    plx_window_toast (window, error->message);
}

/* What an edit is about: the project, the article one reads, the mark. */
typedef struct {
  PlxWindow *window;
  PlxProject *project;
  PlxSelection *selection;
  PlxCurrentArticle *current;
  gint64 article;
} Place;

static gboolean
find_place (GtkWidget *widget, Place *place)
{
  place->window = plx_window_find (widget);
  if (place->window == NULL)
    return FALSE;
  place->project = plx_window_get_project (place->window);
  place->selection = plx_window_get_selection (place->window);
  place->current = plx_window_get_current (place->window);
  place->article = plx_selection_get_article (place->selection);
  if (place->project != NULL && plx_project_is_read_only (place->project))
    {
      plx_window_toast (place->window, _("This project is read-only. Save a copy to edit it."));
      return FALSE;
    }
  return place->project != NULL;
}

static gboolean
finish (GtkWidget *widget, gboolean done, GError *error)
{
  g_autoptr (GError) kept = error;

  plx_edits_report (widget, kept);
  return done;
}

static const PlxMark *
get_selected_mark (const Place *place)
{
  return plx_current_article_find_mark (place->current, plx_selection_get_mark (place->selection));
}

/* -- marks -- */

/* Keys of the entity's marks in the article one reads that are not @state yet. */
static GPtrArray *
find_marks_of_entity (const PlxArticleContent *content, gint64 entity, PlxMarkState state)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (mark->entity == entity && mark->layer == PLX_MARK_NAME && mark->state != state)
        g_ptr_array_add (keys, g_strdup (mark->key));
    }
  return keys;
}

/* All of them, as one step. */
static gboolean
set_state_of_entity (GtkWidget *widget, const Place *place, PlxMarkState state)
{
  PlxArticleContent *content = plx_current_article_get_content (place->current);
  PlxEntityItem *item
    = plx_project_get_entity (place->project, plx_selection_get_entity (place->selection));
  GError *error = NULL;

  if (content == NULL || item == NULL)
    return FALSE;
  g_autoptr (GPtrArray) keys
    = find_marks_of_entity (content, plx_entity_item_get_id (item), state);
  g_autofree char *label
    = g_strdup_printf (state == PLX_MARK_ACCEPTED ? _("Accept Every %s") : _("Reject Every %s"),
                       plx_entity_item_get_name (item));
  if (keys->len == 0 || !plx_project_begin_group (place->project, label, &error))
    return finish (widget, FALSE, error);
  for (guint i = 0; i < keys->len && error == NULL; i++)
    plx_project_set_mark_state (place->project, place->article, g_ptr_array_index (keys, i), state,
                                &error);
  plx_project_end_group (place->project, error == NULL ? &error : NULL);
  return finish (widget, error == NULL, error);
}

gboolean
plx_edits_set_state (GtkWidget *widget, PlxMarkState state)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  if (plx_selection_get_kind (place.selection) == PLX_SELECTED_ENTITY)
    return set_state_of_entity (widget, &place, state);
  const PlxMark *mark = get_selected_mark (&place);
  if (mark == NULL)
    return FALSE;
  gboolean done = plx_project_set_mark_state (
    place.project, place.article, plx_selection_get_mark (place.selection), state, &error);
  return finish (widget, done, error);
}

gboolean
plx_edits_set_label (GtkWidget *widget, PlxEntityKind kind)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  const PlxMark *mark = get_selected_mark (&place);
  if (mark == NULL || (mark->layer != PLX_MARK_NAME && mark->layer != PLX_MARK_HAND))
    return FALSE;
  gboolean done = plx_project_set_mark_label (place.project, place.article,
                                              plx_selection_get_mark (place.selection),
                                              plx_entity_kind_to_nick (kind), &error);
  return finish (widget, done, error);
}

gboolean
plx_edits_extend (GtkWidget *widget, PlxSpan span)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place) || get_selected_mark (&place) == NULL || span.end <= span.begin)
    return FALSE;
  gboolean done = plx_project_set_mark_span (
    place.project, place.article, plx_selection_get_mark (place.selection), span, &error);
  return finish (widget, done, error);
}

gboolean
plx_edits_remove (GtkWidget *widget)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  const PlxMark *mark = get_selected_mark (&place);
  if (mark == NULL || mark->layer != PLX_MARK_HAND)
    return plx_edits_set_state (widget, PLX_MARK_REJECTED);
  g_autofree char *key = g_strdup (mark->key);
  gboolean done = plx_project_remove_mark (place.project, place.article, key, &error);
  if (done)
    plx_selection_clear (place.selection);
  return finish (widget, done, error);
}

gboolean
plx_edits_set_note (GtkWidget *widget, const char *note)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place) || get_selected_mark (&place) == NULL)
    return FALSE;
  gboolean done = plx_project_set_mark_note (place.project, place.article,
                                             plx_selection_get_mark (place.selection),
                                             note != NULL && *note != '\0' ? note : NULL, &error);
  return finish (widget, done, error);
}

/* An entity that is called so, 0: none; its kind goes to @kind. */
static gint64
find_entity_named (PlxProject *project, const char *name, PlxEntityKind *kind)
{
  GListModel *entities = plx_project_get_entities (project);

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (entities, i);
      const char * const *names = plx_entity_item_get_names (item);
      if (g_strcmp0 (plx_entity_item_get_name (item), name) == 0
          || (names != NULL && g_strv_contains (names, name)))
        {
          *kind = plx_entity_item_get_kind (item);
          return plx_entity_item_get_id (item);
        }
    }
  return 0;
}

static gboolean
add_mark (const Place *place, PlxSpan span, char **key, GError **error)
{
  PlxArticleContent *content = plx_current_article_get_content (place->current);
  PlxEntityKind kind = PLX_ENTITY_OTHER;
  g_autofree char *words = plx_utf8_slice (content->text, span);
  gint64 entity = find_entity_named (place->project, words, &kind);

  return plx_project_add_mark (place->project, place->article, span, plx_entity_kind_to_nick (kind),
                               entity, key, error);
}

gboolean
plx_edits_mark_words (GtkWidget *widget, PlxSpan span)
{
  Place place;
  GError *error = NULL;
  g_autofree char *key = NULL;

  if (!find_place (widget, &place) || plx_current_article_get_content (place.current) == NULL)
    return FALSE;
  gboolean done = add_mark (&place, span, &key, &error);
  if (done)
    {
      const PlxMark *mark = plx_current_article_find_mark (place.current, key);
      plx_selection_select_mark (place.selection, place.article, key,
                                 mark != NULL ? mark->entity : 0);
    }
  return finish (widget, done, error);
}

/* -- cells, undo -- */

gboolean
plx_edits_set_cell (GtkWidget *widget, gint64 story, const char *claim_key, const char *column,
                    PlxCellStatus verdict, double confidence_01, const char *note)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  gboolean done = plx_project_set_cell (place.project, story, claim_key, column, verdict,
                                        confidence_01, note, &error);
  return finish (widget, done, error);
}

gboolean
plx_edits_set_entity_kind (GtkWidget *widget, gint64 entity, PlxEntityKind kind)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  return finish (widget, plx_project_set_entity_kind (place.project, entity, kind, &error), error);
}

gboolean
plx_edits_merge_alike (GtkWidget *widget, gint64 into, gint64 from)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  return finish (widget, plx_project_merge_entities (place.project, into, &from, 1, &error), error);
}

gboolean
plx_edits_keep_apart (GtkWidget *widget, gint64 entity, gint64 other)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  return finish (widget, plx_project_keep_apart (place.project, entity, other, &error), error);
}

gboolean
plx_edits_move_article (GtkWidget *widget, gint64 article, gint64 story)
{
  Place place;
  GError *error = NULL;

  if (!find_place (widget, &place))
    return FALSE;
  gboolean done = plx_project_move_article (place.project, article, story, &error);
  if (done && article == place.article)
    plx_selection_select_story (
      place.selection, plx_article_get_story_id (plx_project_get_article (place.project, article)));
  return finish (widget, done, error);
}

void
plx_edits_undo (GtkWidget *widget)
{
  Place place;
  GError *error = NULL;

  if (find_place (widget, &place) && plx_project_get_undo_label (place.project) != NULL)
    finish (widget, plx_project_undo (place.project, &error), error);
}

void
plx_edits_redo (GtkWidget *widget)
{
  Place place;
  GError *error = NULL;

  if (find_place (widget, &place) && plx_project_get_redo_label (place.project) != NULL)
    finish (widget, plx_project_redo (place.project, &error), error);
}
