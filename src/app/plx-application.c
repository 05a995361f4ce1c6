/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-application.h"

#include "app/plx-commands.h"
#include "app/plx-opening.h"
#include "app/plx-window.h"
#include "base/plx-data.h"
#include "plx-resources.h"

#include <glib/gi18n-lib.h>

struct _PlxApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[]
  = { { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
      { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the example collection"), NULL },
      { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
        N_("[PROJECT | ARTICLE…]") },
      { NULL } };

static int
plx_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("parallax %s\n", PLX_VERSION);
      return 0;
    }
  return -1;
}

/* A window stands at once; what it is to show arrives from a thread, and the
 * window presents itself then. This is for what takes longer. */
#define PRESENT_AFTER_MS 400

static gboolean
present_cb (gpointer window)
{
  gtk_window_present (window);
  return G_SOURCE_REMOVE;
}

static void
open_paths (PlxApplication *self, char **paths)
{
  PlxWindow *window = plx_window_new (GTK_APPLICATION (self));

  plx_opening_open_paths (GTK_WIDGET (window), (const char * const *) paths);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PRESENT_AFTER_MS, present_cb, g_object_ref (window),
                      g_object_unref);
}

static char **
dup_paths (GApplicationCommandLine *line, const char * const *arguments)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, arguments[i]);
      char *path = g_file_get_path (file);
      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static int
plx_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  PlxApplication *self = PLX_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **arguments = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &arguments);
  if (arguments != NULL)
    {
      g_auto (GStrv) paths = dup_paths (line, arguments);
      open_paths (self, paths);
      return 0;
    }
  PlxWindow *window = plx_window_new (GTK_APPLICATION (self));
  if (g_variant_dict_contains (options, "example"))
    plx_opening_open_example (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
plx_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n_files; i++)
    {
      char *path = g_file_get_path (files[i]);
      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  open_paths (PLX_APPLICATION (application), (char **) paths->pdata);
}

static void
plx_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (plx_window_new (GTK_APPLICATION (application))));
}

/* -- actions of the whole program -- */

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (user_data);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* each may ask whether to keep its project */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *credits = plx_data_load ("CREDITS.md", NULL, NULL);

  adw_show_about_window (
    gtk_application_get_active_window (user_data), "application-name", "Parallax",
    "application-icon", PLX_APP_ID, "version", PLX_VERSION, "developer-name",
    _("The Parallax authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _("Who said what, through whom, and what each source leaves out."), "debug-info",
    credits != NULL ? credits : "", "debug-info-filename", "CREDITS.md", NULL);
}

static const GActionEntry action_entries[] = {
  { "new-window", new_window_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
};

static void
plx_application_startup (GApplication *application)
{
  g_resources_register (plx_get_resource ());
  G_APPLICATION_CLASS (plx_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries,
                                   G_N_ELEMENTS (action_entries), application);
  plx_commands_bind (GTK_APPLICATION (application));
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = plx_application_startup;
  application_class->activate = plx_application_activate;
  application_class->handle_local_options = plx_application_handle_local_options;
  application_class->open = plx_application_open;
  application_class->command_line = plx_application_command_line;
}

static void
plx_application_init (PlxApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
}

PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION,
                       "application-id", PLX_APP_ID,
                       "resource-base-path", "/org/parallax/Parallax",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
