/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-opening.h"

#include "app/plx-compat.h"
#include "app/plx-import-dialog.h"
#include "app/plx-import-review.h"
#include "app/plx-state.h"
#include "app/plx-window.h"
#include "base/plx-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* -- words for what can go wrong with a project -- */

static const char *
get_advice (const GError *error)
{
  if (error->domain != PLX_PROJECT_ERROR)
    return NULL;
  switch ((PlxProjectError) error->code)
    {
    case PLX_PROJECT_ERROR_NOT_A_PROJECT:
      return _("It is not a Parallax project. To read it as an article, use Add files.");
    case PLX_PROJECT_ERROR_TOO_NEW:
      return _("A newer Parallax wrote it. Update Parallax to open it; the file was not touched.");
    case PLX_PROJECT_ERROR_CORRUPT:
      return _("The file is damaged. It was not touched. Open a copy you saved before.");
    case PLX_PROJECT_ERROR_LOCKED:
      return _("Another program or window has it open. Close it there and try again.");
    case PLX_PROJECT_ERROR_FULL:
      return _("The disk is full. Nothing was changed. Free some space and try again.");
    case PLX_PROJECT_ERROR_EXISTS:
      return _("A file of that name is there already. Choose another name.");
    case PLX_PROJECT_ERROR_READ_ONLY:
      return _("The file or its folder cannot be written. Choose another place.");
    case PLX_PROJECT_ERROR_IO:
    case PLX_PROJECT_ERROR_NOT_FOUND:
    case PLX_PROJECT_ERROR_INVALID:
      break;
    }
  return NULL;
}

static void
tell_error (PlxWindow *window, const char *heading, const char *path, const GError *error)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  const char *advice = get_advice (error);
  g_autoptr (GString) body = g_string_new (NULL);

  if (shown != NULL)
    g_string_append_printf (body, "%s\n\n", shown);
  g_string_append (body, error->message);
  if (advice != NULL)
    g_string_append_printf (body, "\n\n%s", advice);
  gtk_window_present (GTK_WINDOW (window));
  plx_tell (GTK_WINDOW (window), heading, body->str);
}

/* The window that gets another project: this one while it has none. */
static PlxWindow *
find_free_window (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  if (plx_window_get_project (window) == NULL)
    return window;
  return plx_window_new (gtk_window_get_application (GTK_WINDOW (window)));
}

/* -- analysing -- */

static gpointer
analyse_worker (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable,
                gpointer data, GError **error)
{
  return plx_project_analyse (project, 0, progress, cancellable, error) ? GINT_TO_POINTER (1)
                                                                        : NULL;
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  plx_project_work_finish (PLX_PROJECT (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (window, _("The analysis stopped"), NULL, error);
  plx_window_select_first (window);
}

static void
analyse (PlxWindow *window)
{
  plx_project_work_async (plx_window_get_project (window), _("Analysing"), analyse_worker, NULL,
                          NULL, NULL, analysed_cb, g_object_ref (window));
}

void
plx_opening_analyse (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  if (window != NULL && plx_window_get_project (window) != NULL)
    analyse (window);
}

/* -- importing -- */

typedef struct {
  char **paths;                              // NULL: what is pasted, or folders again
  PlxImportRules *rules;                     // NULL: as the files say
  char *text, *title, *source, *published;   // pasted
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_strfreev (import->paths);
  plx_import_rules_free (import->rules);
  g_free (import->text);
  g_free (import->title);
  g_free (import->source);
  g_free (import->published);
  g_free (import);
}

static gpointer
import_worker (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable,
               gpointer data, GError **error)
{
  Import *import = data;

  if (import->text != NULL)
    return plx_project_import_text (project, import->text, import->title, import->source,
                                    import->published, error);
  if (import->paths == NULL)
    return plx_project_look_again (project, progress, cancellable, error);
  return plx_project_import (project, (const char * const *) import->paths, import->rules, progress,
                             cancellable, error);
}

/* Notes say how something was read; warnings are for somebody to look at. */
static gboolean
has_warnings (const PlxImportReport *report)
{
  for (guint i = 0; i < report->files->len; i++)
    {
      const PlxImportedFile *file = g_ptr_array_index (report->files, i);
      for (guint k = 0; file->messages != NULL && k < file->messages->len; k++)
        if (!g_str_has_prefix (g_ptr_array_index (file->messages, k), "note"))
          return TRUE;
    }
  return FALSE;
}

static void
tell_report (PlxWindow *window, const PlxImportReport *report)
{
  g_autofree char *text = NULL;

  if (report->n_failed > 0 || report->n_known > 0 || has_warnings (report))
    {
      plx_import_dialog_present (GTK_WINDOW (window), report);
      return;
    }
  text = g_strdup_printf (ngettext ("%u article added", "%u articles added", report->n_new),
                          report->n_new);
  plx_window_toast (window, text);
}

/* Who adds one article wants to read it. */
static void
select_only_new (PlxWindow *window, const PlxImportReport *report)
{
  for (guint i = 0; report->n_new == 1 && i < report->files->len; i++)
    {
      const PlxImportedFile *file = g_ptr_array_index (report->files, i);
      if (file->articles == NULL || file->articles->len == 0)
        continue;
      plx_selection_select_article (plx_window_get_selection (window),
                                    g_array_index (file->articles, gint64, 0));
    }
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlxWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportReport) report
    = plx_project_work_finish (PLX_PROJECT (source), result, &error);

  if (plx_window_get_project (window) != PLX_PROJECT (source))
    return;      // closed meanwhile
  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_error (window, _("Nothing was added"), NULL, error);
      return;
    }
  tell_report (window, report);
  select_only_new (window, report);
  plx_window_select_first (window);
  if (report->n_new > 0)
    analyse (window);
}

/* The window's project, or a new unsaved one; NULL: said why there is none. */
static PlxProject *
ensure_project (PlxWindow *window)
{
  PlxProject *project = plx_window_get_project (window);
  g_autoptr (PlxProject) made = NULL;
  g_autoptr (GError) error = NULL;

  if (project != NULL)
    return project;
  made = plx_project_create (NULL, &error);
  if (made == NULL)
    {
      tell_error (window, _("No project could be made"), NULL, error);
      return NULL;
    }
  plx_window_set_project (window, made);
  gtk_window_present (GTK_WINDOW (window));
  return made;
}

static void
import (PlxWindow *window, Import *data)
{
  PlxProject *project = ensure_project (window);

  if (project == NULL)
    import_free (data);
  else
    plx_project_work_async (project, _("Adding articles"), import_worker, data, import_free,
                            (GDestroyNotify) plx_import_report_free, imported_cb,
                            g_object_ref (window));
}

/* -- reviewing first -- */

enum { MAX_REVIEWED = 500 };      // that a person would look through

typedef struct {
  PlxWindow *window;
  char **paths;
  PlxImportRules *rules;          // corrected so far; NULL: nothing
  gboolean is_wanted;             // the person asked to review
} Review;

static void
review_free (Review *review)
{
  g_object_unref (review->window);
  g_strfreev (review->paths);
  plx_import_rules_free (review->rules);
  g_free (review);
}

static void
import_reviewed (Review *review)
{
  Import *data = g_new0 (Import, 1);

  data->paths = g_steal_pointer (&review->paths);
  data->rules = g_steal_pointer (&review->rules);
  import (review->window, data);
}

static void read_draft (PlxProject *project, Review *review);

static void
reviewed_cb (PlxReviewAnswer answer, PlxImportRules *rules, gpointer user_data)
{
  Review *review = user_data;
  PlxProject *project = plx_window_get_project (review->window);

  review->rules = rules;
  if (answer == PLX_REVIEW_READ_AGAIN && project != NULL)
    {
      review->is_wanted = TRUE;
      read_draft (project, review);
      return;
    }
  if (answer == PLX_REVIEW_ADD)
    import_reviewed (review);
  review_free (review);
}

static gpointer
draft_worker (PlxProject *project, const PlxProgress *progress, GCancellable *cancellable,
              gpointer data, GError **error)
{
  const Review *review = data;

  return plx_project_draft_import (project, (const char * const *) review->paths, review->rules,
                                   MAX_REVIEWED, progress, cancellable, error);
}

/* What nobody need look at is added at once; so is what gives no article, as
 * the report of an import says best why. */
static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Review *review = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportDraft) draft
    = plx_project_work_finish (PLX_PROJECT (source), result, &error);

  if (plx_window_get_project (review->window) != PLX_PROJECT (source))
    ;      // closed meanwhile
  else if (draft == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_error (review->window, _("Nothing was added"), NULL, error);
    }
  else if (draft->articles->len + draft->columns->len > 0
           && (review->is_wanted || draft->needs_review))
    {
      plx_import_review_present (GTK_WINDOW (review->window), g_steal_pointer (&draft),
                                 g_steal_pointer (&review->rules), reviewed_cb, review);
      return;
    }
  else
    import_reviewed (review);
  review_free (review);
}

/* @review lives until drafted_cb, and longer than the worker. */
static void
read_draft (PlxProject *project, Review *review)
{
  plx_project_work_async (project, _("Reading files"), draft_worker, review, NULL,
                          (GDestroyNotify) plx_import_draft_free, drafted_cb, review);
}

/* @paths: (transfer full) */
static void
add_paths (PlxWindow *window, char **paths, gboolean review_wanted)
{
  PlxProject *project = ensure_project (window);
  Review *review;

  if (project == NULL)
    {
      g_strfreev (paths);
      return;
    }
  review = g_new0 (Review, 1);
  *review = (Review) { g_object_ref (window), paths, NULL, review_wanted };
  read_draft (project, review);
}

void
plx_opening_look_again (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  if (plx_window_get_project (window) != NULL)
    import (window, g_new0 (Import, 1));
}

/* -- opening a project: in a thread, since a window should stand meanwhile -- */


static void
open_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlxProject *project = plx_project_open (data, &error);

  if (project == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, project, g_object_unref);
}

static void
analyse_what_is_new (PlxWindow *window, PlxProject *project)
{
  PlxProjectInfo info = { 0 };

  if (!plx_project_is_read_only (project) && plx_project_get_info (project, &info, NULL)
      && info.n_analysed < info.n_articles)
    analyse (window);
}

/* Writes a file, so it waits until the project is on the screen. */
static gboolean
remember_cb (gpointer path)
{
  plx_state_add_recent (path);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlxWindow *window = PLX_WINDOW (source);
  const char *path = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = g_task_propagate_pointer (G_TASK (result), &error);

  if (project == NULL)
    {
      tell_error (window, _("The project could not be opened"), path, error);
      return;
    }
  plx_window_set_project (window, project);
  plx_window_select_first (window);
  gtk_window_present (GTK_WINDOW (window));
  g_idle_add_full (G_PRIORITY_LOW, remember_cb, g_strdup (path), g_free);
  if (plx_project_is_read_only (project))
    plx_window_toast (window, _("This project is read-only. Save a copy to edit it."));
  analyse_what_is_new (window, project);
}

static void
open_project (GtkWidget *widget, const char *path)
{
  PlxWindow *window = find_free_window (widget);
  g_autoptr (GTask) task = g_task_new (window, NULL, opened_cb, NULL);

  g_task_set_task_data (task, g_canonicalize_filename (path, NULL), g_free);
  g_task_run_in_thread (task, open_worker);
}

static gboolean
is_project (const char *path)
{
  return g_str_has_suffix (path, ".parallax");
}

void
plx_opening_open_path (GtkWidget *widget, const char *path)
{
  plx_opening_open_paths (widget, (const char *[]) { path, NULL });
}

void
plx_opening_open_paths (GtkWidget *widget, const char * const *paths)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (is_project (paths[i]))
      open_project (widget, paths[i]);
    else
      g_ptr_array_add (articles, g_strdup (paths[i]));
  if (articles->len == 0)
    return;
  g_ptr_array_add (articles, NULL);
  add_paths (plx_window_find (widget),
             (char **) g_ptr_array_free (g_steal_pointer (&articles), FALSE), FALSE);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The articles of the examples folder, without what describes them. */
static char **
dup_examples (void)
{
  g_autofree char *folder = plx_data_dup_path ("examples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".md") && *name != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

void
plx_opening_open_example (GtkWidget *widget)
{
  PlxWindow *window = find_free_window (widget);
  Import *data = g_new0 (Import, 1);

  data->paths = dup_examples ();
  import (window, data);
}

/* -- choosing -- */

static char **
dup_paths (GListModel *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);
      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  g_auto (GStrv) paths = dup_paths (files);

  if (paths[0] != NULL)
    plx_opening_open_paths (user_data, (const char * const *) paths);
}

static void
chosen_to_review_cb (GListModel *files, gpointer user_data)
{
  g_auto (GStrv) paths = dup_paths (files);

  if (paths[0] != NULL)
    add_paths (plx_window_find (user_data), g_steal_pointer (&paths), TRUE);
}

void
plx_opening_choose (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_FILES, _("Open a collection"), NULL, NULL, NULL,
                    chosen_cb, window);
}

void
plx_opening_choose_files (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_FILES, _("Add files"), NULL, NULL, NULL,
                    chosen_cb, window);
}

void
plx_opening_choose_to_review (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_FILES, _("Review and add files"), NULL, NULL,
                    NULL, chosen_to_review_cb, window);
}

void
plx_opening_choose_folder (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_FOLDER, _("Add a folder"), NULL, NULL, NULL,
                    chosen_cb, window);
}

/* -- a new project -- */

static char *
dup_chosen_path (GListModel *files)
{
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || g_str_has_suffix (path, ".parallax"))
    return g_steal_pointer (&path);
  return g_strconcat (path, ".parallax", NULL);
}

static void
new_chosen_cb (GListModel *files, gpointer user_data)
{
  g_autofree char *path = dup_chosen_path (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = NULL;

  if (path == NULL)
    return;
  PlxWindow *window = find_free_window (user_data);
  project = plx_project_create (path, &error);
  if (project == NULL)
    {
      tell_error (window, _("The project could not be made"), path, error);
      return;
    }
  plx_state_add_recent (path);
  plx_window_set_project (window, project);
  gtk_window_present (GTK_WINDOW (window));
}

void
plx_opening_new_project (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);

  plx_choose_files (GTK_WINDOW (window), PLX_CHOOSE_SAVE, _("New project"),
                    _("Collection.parallax"), _("Parallax projects"), "*.parallax", new_chosen_cb,
                    window);
}

/* -- pasted text -- */

typedef struct {
  PlxWindow *window;
  GtkWidget *text, *title, *source, *published;
} Paste;

static char *
dup_entry (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
paste_answered_cb (const char *response, gpointer user_data)
{
  Paste *paste = user_data;
  GtkTextIter begin, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (paste->text));

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
  if (g_str_equal (response, "ok") && *g_strstrip (text) != '\0')
    {
      Import *data = g_new0 (Import, 1);
      data->text = g_steal_pointer (&text);
      data->title = dup_entry (paste->title);
      data->source = dup_entry (paste->source);
      data->published = dup_entry (paste->published);
      import (paste->window, data);
    }
  g_free (paste);
}

static GtkWidget *
append_entry (GtkWidget *box, const char *label, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  plx_widget_set_label (entry, label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

void
plx_opening_ask_text (GtkWidget *widget, const char *text)
{
  Paste *paste = g_new0 (Paste, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  paste->window = plx_window_find (widget);
  paste->title = append_entry (box, _("Title"), _("Title, when there is one"));
  paste->source = append_entry (box, _("Source"), _("Who published it"));
  paste->published = append_entry (box, _("Date of publication"), _("YYYY-MM-DD"));
  paste->text = gtk_text_view_new ();
  plx_widget_set_label (paste->text, _("Text of the article"));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (paste->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (paste->text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (paste->text), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (paste->text), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (paste->text), 6);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (paste->text)), text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), paste->text);
  gtk_widget_set_size_request (scroller, 420, 220);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_append (GTK_BOX (box), scroller);
  plx_ask (GTK_WINDOW (paste->window), _("Paste text"), NULL, _("_Add"), NULL, FALSE, box,
           paste_answered_cb, paste);
}

/* -- drops -- */

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *l = gdk_file_list_get_files (g_value_get_boxed (value)); l != NULL; l = l->next)
    {
      char *path = g_file_get_path (l->data);
      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return FALSE;
  g_ptr_array_add (paths, NULL);
  plx_opening_open_paths (widget, (const char * const *) paths->pdata);
  return TRUE;
}

void
plx_opening_accept_drops (GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* before the text view, which takes every drop for text */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
