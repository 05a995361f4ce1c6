/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "project/plx-project-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-decisions-table.h"
#include "store/plx-entities-table.h"
#include "store/plx-log-table.h"

/* Entities by hand: renaming, kinds, roles, merging and splitting. All of it
 * moves links or sets fields of the project; analyses stay as they were. */

#define CHANGED_ENTITY (PLX_CHANGED_ENTITIES | PLX_CHANGED_MARKS)

typedef struct {
  gint64 entity;
  const char *text;
} EntityEdit;

typedef struct {
  gint64 entity;
  char *name;
} Lookup;

static gboolean
lookup_cb (PlxDb *db, gpointer data, GError **error)
{
  Lookup *lookup = data;

  if (!plx_entity_rows_dup_name (db, lookup->entity, &lookup->name, error))
    return FALSE;
  return lookup->name != NULL
         || plx_project_not_found (error, _("There is no entity"), lookup->entity);
}

static char *
dup_name (PlxProject *self, gint64 entity, GError **error)
{
  Lookup lookup = { entity, NULL };

  plx_project_read (self, lookup_cb, &lookup, error);
  return lookup.name;
}

/* Runs @func as a step named after the entity; @format holds one %s. */
static gboolean
edit_entity (PlxProject *self, gint64 entity, const char *format, const char *field,
             PlxStoreFunc func, gpointer data, GError **error)
{
  g_autofree char *name = NULL, *merge_key = NULL;
  g_autoptr (GString) label = g_string_new (format);

  if (!plx_project_may_write (self, error) || (name = dup_name (self, entity, error)) == NULL)
    return FALSE;
  if (field != NULL)
    merge_key = g_strdup_printf ("entity:%" G_GINT64_FORMAT ":%s", entity, field);
  g_string_replace (label, "%s", name, 1);
  return plx_project_edit (self, CHANGED_ENTITY, label->str, merge_key, func, data, error);
}

static gboolean
rename_cb (PlxDb *db, gpointer data, GError **error)
{
  EntityEdit *edit = data;

  return plx_entity_rows_set_name (db, edit->entity, edit->text, error);
}

gboolean
plx_project_rename_entity (PlxProject *self, gint64 entity, const char *name, GError **error)
{
  EntityEdit edit = { entity, name };

  if (name == NULL || *name == '\0')
    {
      g_set_error_literal (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                           _("An entity needs a name"));
      return FALSE;
    }
  return edit_entity (self, entity, _("Rename %s"), NULL, rename_cb, &edit, error);
}

static gboolean
set_kind_cb (PlxDb *db, gpointer data, GError **error)
{
  EntityEdit *edit = data;

  return plx_entity_rows_set_kind (db, edit->entity, edit->text, error);
}

gboolean
plx_project_set_entity_kind (PlxProject *self, gint64 entity, PlxEntityKind kind, GError **error)
{
  EntityEdit edit = { entity, plx_entity_kind_to_nick (kind) };

  return edit_entity (self, entity, _("Change Kind of %s"), "kind", set_kind_cb, &edit, error);
}

static gboolean
set_role_cb (PlxDb *db, gpointer data, GError **error)
{
  EntityEdit *edit = data;

  return plx_entity_rows_set_role (db, edit->entity, edit->text, error);
}

gboolean
plx_project_set_entity_role (PlxProject *self, gint64 entity, const char *role, GError **error)
{
  EntityEdit edit = { entity, role };

  return edit_entity (self, entity,
                      role != NULL ? _("Add Role of %s") : _("Remove Roles of %s"), NULL,
                      set_role_cb, &edit, error);
}

/* merging */

typedef struct {
  gint64 into;
  const gint64 *from;
  guint n_from;
} Merge;

static gboolean
merge_cb (PlxDb *db, gpointer data, GError **error)
{
  Merge *merge = data;

  for (guint i = 0; i < merge->n_from; i++)
    if (merge->from[i] != merge->into
        && !plx_entity_rows_merge (db, merge->into, merge->from[i], error))
      return FALSE;
  return TRUE;
}

gboolean
plx_project_merge_entities (PlxProject *self, gint64 into, const gint64 *from, guint n_from,
                            GError **error)
{
  Merge merge = { into, from, n_from };

  for (guint i = 0; i < n_from; i++)
    {
      g_autofree char *name = dup_name (self, from[i], error);

      if (name == NULL)
        return FALSE;
    }
  return edit_entity (self, into, _("Merge Entities into %s"), NULL, merge_cb, &merge, error);
}

/* splitting */

typedef struct {
  PlxProject *self;
  gint64 entity, article, split_off;
  const char * const *keys;
  const char *name;
  const char *now;
  PlxArticleContent *content;
  const char *kind;
} Split;

static gboolean
is_chosen (const Split *split, const PlxMark *mark)
{
  return split->keys == NULL || g_strv_contains (split->keys, mark->key);
}

/* Whether every mention of a local entity goes, so that its link can move as
 * a whole, with its names and roles. */
static gboolean
is_whole (const Split *split, gint32 local)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < split->content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (split->content->marks, i);

      if (mark->layer != PLX_MARK_NAME || mark->local_entity != local
          || mark->entity != split->entity)
        continue;
      if (!is_chosen (split, mark))
        return FALSE;
      has_any = TRUE;
    }
  return has_any;
}

static gboolean
move_mark (Split *split, PlxDb *db, const PlxMark *mark, gint64 run, GError **error)
{
  PlxMarkPlace place = { split->article, run, plx_hand_mark_id (mark->key), mark->key,
                         mark->local_entity };
  PlxDecisionRow row = { .entity = split->split_off,
                         .author = split->self->author,
                         .decided = split->now };

  return plx_decisions_set (db, &place, PLX_DECIDES_ENTITY, &row, error);
}

static gboolean
move_links (Split *split, PlxDb *db, gint64 run, gboolean *moved, GError **error)
{
  for (guint i = 0; i < split->content->analysis->entities->len; i++)
    {
      moved[i] = split->content->entities[i] == split->entity && is_whole (split, (gint32) i);
      if (moved[i]
          && !plx_entity_links_move (db, split->article, run, (gint) i, split->split_off, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
split_cb (PlxDb *db, gpointer data, GError **error)
{
  Split *split = data;
  g_autofree gboolean *moved = g_new0 (gboolean, split->content->analysis->entities->len + 1);
  gint64 run;

  if (!plx_entity_rows_add (db, split->kind, split->name, &split->split_off, error)
      || !plx_entity_rows_set_named (db, split->split_off, error)
      || !plx_articles_get_run (db, split->article, &run, error)
      || !move_links (split, db, run, moved, error))
    return FALSE;
  for (guint i = 0; i < split->content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (split->content->marks, i);
      gboolean is_mention = mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND;
      gboolean is_moved = mark->local_entity >= 0 && moved[mark->local_entity]
                          && mark->entity == split->content->entities[mark->local_entity];

      if (is_mention && mark->entity == split->entity && is_chosen (split, mark) && !is_moved
          && !move_mark (split, db, mark, run, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
find_kind (PlxProject *self, const Split *split)
{
  for (guint i = 0; i < split->content->analysis->entities->len; i++)
    if (split->content->entities[i] == split->entity)
      return plx_entity_kind_to_nick (PLX_ENTITY (split->content->analysis, i)->kind);
  return plx_entity_kind_to_nick (PLX_ENTITY_OTHER);
}

/* Whether the chosen marks are marks of the entity at all. */
static gboolean
has_chosen (const Split *split)
{
  for (guint i = 0; i < split->content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (split->content->marks, i);

      if ((mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND)
          && mark->entity == split->entity && is_chosen (split, mark))
        return TRUE;
    }
  return FALSE;
}

/* @mark_keys NULL: every mention in the article. @name NULL: the same name. */
gboolean
plx_project_split_entity (PlxProject *self, gint64 entity, gint64 article,
                          const char *const *mark_keys, const char *name, gint64 *split_off,
                          GError **error)
{
  g_autofree char *old_name = dup_name (self, entity, error);
  g_autofree char *now = plx_log_dup_now ();
  g_autoptr (PlxArticleContent) content = NULL;
  Split split = { self, entity, article, 0, mark_keys, name != NULL ? name : old_name,
                  now,  NULL,   NULL };

  if (old_name == NULL || (content = plx_project_load_content (self, article, error)) == NULL)
    return FALSE;
  split.content = content;
  split.kind = find_kind (self, &split);
  if (!has_chosen (&split))
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
                   _("None of these marks is one of %s"), old_name);
      return FALSE;
    }
  if (!edit_entity (self, entity, _("Split %s"), NULL, split_cb, &split, error))
    return FALSE;
  if (split_off != NULL)
    *split_off = split.split_off;
  return TRUE;
}
