/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-opening.h"

#include "app/plx-compat.h"
#include "app/plx-state.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What goes out: a copy of the project, and exports. */

typedef struct {
  PlxWindow *window;     // owned
  PlxScope scope;
  gint64 id;
  char *format;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->window);
  g_free (export->format);
  g_free (export->path);
  g_free (export);
}

static void
tell (PlxWindow *window, const char *heading, const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *body = g_strdup_printf (
    _("%s\n\n%s\n\nChoose another place, or free some space there."), shown, error->message);

  plx_tell (GTK_WINDOW (window), heading, body);
}

/* -- save a copy -- */

static void
copy_chosen_cb (GListModel *files, gpointer user_data)
{
  PlxWindow *window = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  path = g_str_has_suffix (chosen, ".parallax") ? g_strdup (chosen)
                                                : g_strconcat (chosen, ".parallax", NULL);
  PlxProject *project = plx_window_get_project (window);
  if (!plx_project_save_copy (project, path, &error))
    {
      tell (window, _("The copy could not be saved"), path, error);
      return;
    }
  plx_state_add_recent (path);
  /* who saves an unsaved project goes on in the file */
  if (plx_project_is_unsaved (project))
    {
      g_autoptr (PlxProject) saved = plx_project_open (path, &error);
      if (saved != NULL)
        {
          gint64 article = plx_selection_get_article (plx_window_get_selection (window));
          plx_window_set_project (window, saved);
          plx_selection_select_article (plx_window_get_selection (window), article);
          plx_window_select_first (window);
        }
    }
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Saved %s"), shown);
  plx_window_toast (window, text);
}

void
plx_opening_save_copy (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);
  PlxProject *project = plx_window_get_project (window);

  if (project == NULL)
    return;
  g_autofree char *name = g_strconcat (plx_project_get_title (project), ".parallax", NULL);
  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_SAVE, _("Save a copy"), name,
                    _("Parallax projects"), "*.parallax", copy_chosen_cb, window);
}

/* -- export -- */

static gpointer
export_worker (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable,
               gpointer data, GError **error)
{
  Export *export = data;

  return plx_project_export (project, export->format, export->scope, export->id, export->path,
                             progress, cancellable, error)
           ? GINT_TO_POINTER (1)
           : NULL;
}

typedef struct {
  PlxWindow *window;
  char *path;
} Exported;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exported *exported = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_project_work_finish (PLX_PROJECT (source), result, &error) != NULL)
    {
      g_autofree char *shown = g_filename_display_basename (exported->path);
      g_autofree char *text = g_strdup_printf (_("Exported %s"), shown);
      plx_window_toast (exported->window, text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (exported->window, _("The export did not work"), exported->path, error);
  g_object_unref (exported->window);
  g_free (exported->path);
  g_free (exported);
}

static void
export_chosen_cb (GListModel *files, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (export->path == NULL)
    {
      export_free (export);
      return;
    }
  Exported *exported = g_new0 (Exported, 1);
  exported->window = g_object_ref (export->window);
  exported->path = g_strdup (export->path);
  plx_project_work_async (plx_window_get_project (export->window), _("Exporting"), export_worker,
                          export, export_free, NULL, exported_cb, exported);
}

static const struct {
  const char *nick;
  PlxScope scope;
} scopes[] = {
  { "article", PLX_SCOPE_ARTICLE },
  { "story", PLX_SCOPE_STORY },
  { "project", PLX_SCOPE_PROJECT },
  { "comparison", PLX_SCOPE_COMPARISON },
};

static char *
dup_name (PlxProject *project, const Export *export)
{
  const char *title = plx_project_get_title (project);
  const PlxExportFormat *format = plx_project_find_export_format (export->format);
  PlxArticle *article;
  PlxStory *story;

  if (export->scope == PLX_SCOPE_ARTICLE
      && (article = plx_project_get_article (project, export->id)) != NULL)
    title = plx_article_get_title (article);
  if ((export->scope == PLX_SCOPE_STORY || export->scope == PLX_SCOPE_COMPARISON)
      && (story = plx_project_get_story (project, export->id)) != NULL)
    title = plx_story_get_title (story);
  g_autofree char *name = g_utf8_substring (title, 0, MIN (60, g_utf8_strlen (title, -1)));
  g_strdelimit (name, "/\\\n", '-');
  return g_strdup_printf ("%s.%s", name, format != NULL ? format->suffix : export->format);
}

void
plx_opening_export (GtkWidget *widget, const char *what)
{
  PlxWindow *window = plx_window_find (widget);
  PlxSelection *selection = plx_window_get_selection (window);
  g_auto (GStrv) parts = g_strsplit (what, ":", 2);

  if (plx_window_get_project (window) == NULL || g_strv_length (parts) != 2)
    return;
  Export *export = g_new0 (Export, 1);
  export->window = g_object_ref (window);
  export->format = g_strdup (parts[1]);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_str_equal (scopes[i].nick, parts[0]))
      export->scope = scopes[i].scope;
  export->id = export->scope == PLX_SCOPE_ARTICLE ? plx_selection_get_article (selection)
               : export->scope != PLX_SCOPE_PROJECT ? plx_selection_get_story (selection) : 0;
  if (export->scope != PLX_SCOPE_PROJECT && export->id == 0)
    {
      plx_window_toast (window, _("Choose an article or a story first."));
      export_free (export);
      return;
    }
  g_autofree char *name = dup_name (plx_window_get_project (window), export);
  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_SAVE, _("Export"), name, NULL, NULL,
                    export_chosen_cb, export);
}
