/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "project/plx-name-index.h"
#include "project/plx-project-private.h"
#include "store/plx-entities-table.h"
#include "store/plx-log-table.h"

/* Entities that may be one: suggested here, merged or kept apart by a person.
 * Nothing is stored until somebody decides, so a suggestion is always about
 * the project as it is. */

typedef struct {
  gint64 entity;
  GHashTable *others;     // gint64
} Apart;

static void
take_apart (gint64 entity, gpointer data)
{
  Apart *apart = data;

  g_hash_table_add (apart->others, g_memdup2 (&entity, sizeof entity));
}

static gboolean
read_apart_cb (PlxDb *db, gpointer data, GError **error)
{
  Apart *apart = data;

  return plx_entity_rows_each_apart (db, apart->entity, take_apart, apart, error);
}

static PlxNamed
as_named (PlxEntityItem *item)
{
  return (PlxNamed) { plx_entity_item_get_kind (item), plx_entity_item_get_name (item),
                      plx_entity_item_get_names (item) };
}

/* The order of the list, most mentioned first, stays among equals. */
static int
compare_alike (gconstpointer a, gconstpointer b)
{
  return (int) ((const PlxAlike *) a)->likeness - (int) ((const PlxAlike *) b)->likeness;
}

GArray *
plx_project_find_alike (PlxProject *self, gint64 entity, GError **error)
{
  PlxEntityItem *item = plx_project_get_entity (self, entity);
  GListModel *all = plx_project_get_entities (self);
  g_autoptr (GPtrArray) like = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxAlike));
  g_autoptr (GHashTable) others =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Apart apart = { entity, others };

  if (item == NULL)
    return g_steal_pointer (&found);
  if (!plx_project_read (self, read_apart_cb, &apart, error))
    return NULL;
  if (self->names == NULL)
    self->names = plx_name_index_new (all);
  like = plx_name_index_find (self->names, item);
  PlxNamed named = as_named (item);
  for (guint i = 0; i < like->len; i++)
    {
      PlxEntityItem *other = g_ptr_array_index (like, i);
      PlxNamed theirs = as_named (other);
      PlxAlike alike = { plx_entity_item_get_id (other), PLX_LIKE_NOTHING };

      if (alike.entity == entity || g_hash_table_contains (others, &alike.entity))
        continue;
      alike.likeness = plx_likeness_judge (&named, &theirs);
      if (alike.likeness != PLX_LIKE_NOTHING)
        g_array_append_val (found, alike);
    }
  g_array_sort (found, compare_alike);
  return g_steal_pointer (&found);
}

typedef struct {
  PlxProject *self;
  gint64 entity, other;
} KeepApart;

static gboolean
keep_apart_cb (PlxDb *db, gpointer data, GError **error)
{
  KeepApart *keep = data;
  g_autofree char *now = plx_log_dup_now ();

  return plx_entity_rows_keep_apart (db, keep->entity, keep->other, keep->self->author, now,
                                     error);
}

gboolean
plx_project_keep_apart (PlxProject *self, gint64 entity, gint64 other, GError **error)
{
  KeepApart keep = { self, entity, other };
  PlxEntityItem *one = plx_project_get_entity (self, entity);
  PlxEntityItem *two = plx_project_get_entity (self, other);
  g_autofree char *label = NULL;

  if (!plx_project_may_write (self, error))
    return FALSE;
  if (one == NULL || two == NULL || entity == other)
    return plx_project_not_found (error, _("There is no entity"), one == NULL ? entity : other);
  label = g_strdup_printf (_("Keep %s and %s Apart"), plx_entity_item_get_name (one),
                           plx_entity_item_get_name (two));
  return plx_project_edit (self, PLX_CHANGED_ENTITIES, label, NULL, keep_apart_cb, &keep, error);
}
