/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <glib/gstdio.h>

#include "project/plx-project-private.h"

/* Invariants
 *  1. Lists, labels and signals belong to the main thread. A commit marks what
 *     is stale and leaves one idle, so that an import of a thousand articles
 *     reads the lists as often as main has time; a getter called before that
 *     idle refreshes by itself, so that a program without a main loop sees
 *     what it committed.
 *  2. Everything that touches the file goes through plx_project_read(),
 *     _write() or _edit(), which map the store's errors and note the change. */

enum {
  PROP_TITLE = 1,
  PROP_PATH,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (PlxProject, plx_project, G_TYPE_OBJECT)
G_DEFINE_QUARK (plx-project-error-quark, plx_project_error)

static void
plx_project_dispose (GObject *object)
{
  plx_project_close (PLX_PROJECT (object));
  G_OBJECT_CLASS (plx_project_parent_class)->dispose (object);
}

static void
plx_project_finalize (GObject *object)
{
  PlxProject *self = PLX_PROJECT (object);

  plx_project_clear_lists (self);
  plx_project_clear_analyses (self);
  plx_project_clear_comparisons (self);
  g_clear_pointer (&self->language, plx_language_free);
  g_free (self->path);
  g_free (self->title);
  g_free (self->author);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (plx_project_parent_class)->finalize (object);
}

static void
plx_project_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlxProject *self = PLX_PROJECT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, plx_project_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, plx_project_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_project_class_init (PlxProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = plx_project_dispose;
  object_class->finalize = plx_project_finalize;
  object_class->get_property = plx_project_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", PLX_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plx_project_init (PlxProject *self)
{
  g_mutex_init (&self->mutex);
  self->author = g_strdup (g_get_real_name ());
  if (g_strcmp0 (self->author, "Unknown") == 0 || *self->author == '\0')
    {
      g_free (self->author);
      self->author = g_strdup (g_get_user_name ());
    }
  plx_project_init_lists (self);
}

/* errors */

gboolean
plx_project_map_error (GError **error)
{
  static const PlxProjectError codes[] = {
    [PLX_STORE_ERROR_NOT_A_PROJECT] = PLX_PROJECT_ERROR_NOT_A_PROJECT,
    [PLX_STORE_ERROR_TOO_NEW] = PLX_PROJECT_ERROR_TOO_NEW,
    [PLX_STORE_ERROR_CORRUPT] = PLX_PROJECT_ERROR_CORRUPT,
    [PLX_STORE_ERROR_LOCKED] = PLX_PROJECT_ERROR_LOCKED,
    [PLX_STORE_ERROR_READ_ONLY] = PLX_PROJECT_ERROR_READ_ONLY,
    [PLX_STORE_ERROR_FULL] = PLX_PROJECT_ERROR_FULL,
    [PLX_STORE_ERROR_IO] = PLX_PROJECT_ERROR_IO,
    [PLX_STORE_ERROR_EXISTS] = PLX_PROJECT_ERROR_EXISTS,
    [PLX_STORE_ERROR_INVALID] = PLX_PROJECT_ERROR_INVALID,
  };

  if (error == NULL || *error == NULL || (*error)->domain != PLX_STORE_ERROR)
    return FALSE;
  if ((*error)->code == PLX_STORE_ERROR_FULL)
    g_prefix_error (error, _("The disk is full, nothing was changed: make room and try again: "));
  (*error)->code = (int) codes[(*error)->code];
  (*error)->domain = PLX_PROJECT_ERROR;
  return FALSE;
}

gboolean
plx_project_not_found (GError **error, const char *what, gint64 id)
{
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
               "%s %" G_GINT64_FORMAT, what, id);
  return FALSE;
}

/* making, opening, closing */

static PlxProject *
wrap_store (PlxStore *store, gboolean is_unsaved)
{
  PlxProject *self = g_object_new (PLX_TYPE_PROJECT, NULL);
  g_autofree char *name = g_path_get_basename (plx_store_get_path (store));

  self->store = store;
  self->path = g_strdup (plx_store_get_path (store));
  self->is_read_only = plx_store_is_read_only (store);
  self->is_unsaved = is_unsaved;
  if (g_str_has_suffix (name, ".parallax"))
    name[strlen (name) - strlen (".parallax")] = '\0';
  self->title = is_unsaved ? g_strdup (_("Unsaved Project")) : g_filename_display_name (name);
  self->stale = ~0u;
  return self;
}

static char *
make_unsaved_path (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "parallax", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("unsaved-%s-%08x.parallax", time, g_random_int ());

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, name, NULL);
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_IO, _("The folder %s cannot be made"),
               folder);
  return NULL;
}

PlxProject *
plx_project_create (const char *path, GError **error)
{
  g_autofree char *place = path != NULL ? g_strdup (path) : make_unsaved_path (error);
  PlxStore *store = place != NULL ? plx_store_create (place, error) : NULL;

  if (store != NULL)
    return wrap_store (store, path == NULL);
  plx_project_map_error (error);
  return NULL;
}

/* A project in the cache folder has not been saved anywhere yet. */
static gboolean
is_in_cache (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "parallax", NULL);
  g_autofree char *name = g_path_get_basename (path);

  return g_strcmp0 (folder, cache) == 0 && g_str_has_prefix (name, "unsaved-");
}

PlxProject *
plx_project_open (const char *path, GError **error)
{
  PlxStore *store = plx_store_open (path, error);

  if (store != NULL)
    return wrap_store (store, is_in_cache (path));
  plx_project_map_error (error);
  return NULL;
}

gboolean
plx_project_save_copy (PlxProject *self, const char *path, GError **error)
{
  PlxStore *store = plx_project_get_store (self, error);

  return store != NULL
         && (plx_store_save_copy (store, path, error) || plx_project_map_error (error));
}

static void
stop_work (PlxProject *self)
{
  GThreadPool *workers;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->operations)); i++)
    {
      g_autoptr (PlxOperation) operation
        = g_list_model_get_item (G_LIST_MODEL (self->operations), i);

      plx_operation_cancel (operation);
    }
  g_mutex_lock (&self->mutex);
  workers = g_steal_pointer (&self->workers);
  g_mutex_unlock (&self->mutex);
  if (workers != NULL)
    g_thread_pool_free (workers, FALSE, TRUE);
}

void
plx_project_close (PlxProject *self)
{
  PlxProjectInfo info;
  gboolean is_worthless;

  g_return_if_fail (PLX_IS_PROJECT (self));
  if (self->store == NULL)
    return;
  stop_work (self);
  is_worthless = self->is_unsaved && plx_project_get_info (self, &info, NULL)
                 && info.n_articles == 0;
  g_clear_pointer (&self->store, plx_store_close);
  if (is_worthless)
    g_unlink (self->path);
  g_mutex_lock (&self->mutex);
  if (self->idle != 0)
    g_source_remove (self->idle);
  self->idle = 0;
  g_mutex_unlock (&self->mutex);
}

const char *
plx_project_get_path (PlxProject *self)
{
  return self->path;
}

const char *
plx_project_get_title (PlxProject *self)
{
  return self->title;
}

gboolean
plx_project_is_read_only (PlxProject *self)
{
  return self->is_read_only;
}

gboolean
plx_project_is_unsaved (PlxProject *self)
{
  return self->is_unsaved;
}

/* the file */

PlxStore *
plx_project_get_store (PlxProject *self, GError **error)
{
  if (self->store == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The project is closed"));
  return self->store;
}

gboolean
plx_project_may_write (PlxProject *self, GError **error)
{
  if (plx_project_get_store (self, error) == NULL)
    return FALSE;
  if (self->is_read_only)
    g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_READ_ONLY,
                 _("%s may only be read: save a copy and work in that"), self->path);
  return !self->is_read_only;
}

gboolean
plx_project_read (PlxProject *self, PlxStoreFunc func, gpointer data, GError **error)
{
  PlxStore *store = plx_project_get_store (self, error);

  return store != NULL
         && (plx_store_read (store, func, data, error) || plx_project_map_error (error));
}

gboolean
plx_project_write (PlxProject *self, guint what, PlxStoreFunc func, gpointer data, GError **error)
{
  if (!plx_project_may_write (self, error))
    return FALSE;
  if (!plx_store_write (self->store, func, data, error))
    return plx_project_map_error (error);
  plx_project_note_change (self, what);
  return TRUE;
}

/* Long work commits often and can be repeated: see plx_store_set_bulk(). */
void
plx_project_set_bulk (PlxProject *self, gboolean is_bulk)
{
  if (self->store != NULL && !self->is_read_only)
    plx_store_set_bulk (self->store, is_bulk);
}

gboolean
plx_project_edit (PlxProject *self, guint what, const char *label, const char *merge_key,
                  PlxStoreFunc func, gpointer data, GError **error)
{
  if (!plx_project_may_write (self, error))
    return FALSE;
  if (!plx_store_edit (self->store, label, merge_key, self->author, func, data, error))
    return plx_project_map_error (error);
  plx_project_note_change (self, what);
  return TRUE;
}

const PlxLanguage *
plx_project_get_language (PlxProject *self, GError **error)
{
  g_mutex_lock (&self->mutex);
  if (self->language == NULL)
    self->language = plx_language_new (error);
  g_mutex_unlock (&self->mutex);
  return self->language;
}

/* changes */

static void
refresh_labels (PlxProject *self)
{
  char *undo = NULL, *redo = NULL;

  if (self->store == NULL)
    return;
  plx_store_dup_labels (self->store, &undo, &redo);
  if (g_strcmp0 (undo, self->undo_label) != 0)
    {
      g_free (self->undo_label);
      self->undo_label = g_steal_pointer (&undo);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
    }
  if (g_strcmp0 (redo, self->redo_label) != 0)
    {
      g_free (self->redo_label);
      self->redo_label = g_steal_pointer (&redo);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
    }
  g_free (undo);
  g_free (redo);
}

static gboolean
say_changed_cb (gpointer data)
{
  PlxProject *self = data;
  guint unsaid;

  g_mutex_lock (&self->mutex);
  self->idle = 0;
  unsaid = self->unsaid;
  self->unsaid = 0;
  g_mutex_unlock (&self->mutex);
  g_object_ref (self);
  plx_project_refresh (self);
  refresh_labels (self);
  if (unsaid != 0 && self->store != NULL)
    g_signal_emit (self, changed_signal, 0, unsaid);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

void
plx_project_note_change (PlxProject *self, guint what)
{
  g_mutex_lock (&self->mutex);
  self->stale |= what;
  self->unsaid |= what;
  if ((what & ~(guint) PLX_CHANGED_CELLS) != 0)
    self->n_mark_changes++;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, say_changed_cb, self, NULL);
  g_mutex_unlock (&self->mutex);
}

/* undo */

const char *
plx_project_get_undo_label (PlxProject *self)
{
  refresh_labels (self);
  return self->undo_label;
}

const char *
plx_project_get_redo_label (PlxProject *self)
{
  refresh_labels (self);
  return self->redo_label;
}

static guint
changes_of (PlxTables tables)
{
  return ((tables & PLX_TABLE_ARTICLES) != 0 ? PLX_CHANGED_ARTICLES | PLX_CHANGED_ANALYSES : 0u)
         | ((tables & PLX_TABLE_ENTITIES) != 0 ? PLX_CHANGED_ENTITIES | PLX_CHANGED_MARKS : 0u)
         | ((tables & PLX_TABLE_DECISIONS) != 0 ? PLX_CHANGED_MARKS | PLX_CHANGED_ENTITIES : 0u)
         | ((tables & PLX_TABLE_CELLS) != 0 ? (guint) PLX_CHANGED_CELLS : 0u);
}

typedef gboolean (*Replay) (PlxStore *, const char *, PlxTables *, GError **);

static gboolean
replay (PlxProject *self, Replay func, const char *nothing, GError **error)
{
  g_autoptr (GError) problem = NULL;
  PlxTables tables = 0;

  if (!plx_project_may_write (self, error))
    return FALSE;
  if (func (self->store, self->author, &tables, &problem))
    {
      plx_project_note_change (self, changes_of (tables));
      return TRUE;
    }
  if (problem == NULL)
    g_set_error_literal (&problem, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND, nothing);
  plx_project_map_error (&problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
plx_project_undo (PlxProject *self, GError **error)
{
  return replay (self, plx_store_undo, _("There is nothing to undo"), error);
}

gboolean
plx_project_redo (PlxProject *self, GError **error)
{
  return replay (self, plx_store_redo, _("There is nothing to redo"), error);
}

/* groups */

gboolean
plx_project_begin_group (PlxProject *self, const char *label, GError **error)
{
  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  return plx_project_may_write (self, error)
         && (plx_store_begin_group (self->store, label, error) || plx_project_map_error (error));
}

gboolean
plx_project_end_group (PlxProject *self, GError **error)
{
  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);

  return plx_project_may_write (self, error)
         && (plx_store_end_group (self->store, error) || plx_project_map_error (error));
}
