/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-application.h"

#include "app/plx-window.h"
#include "plx-resources.h"

#include <glib/gi18n-lib.h>

struct _PlxApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the example collection"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[PROJECT | ARTICLE…]") },
  { NULL }
};

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

static PlxWindow *
new_window (PlxApplication *self)
{
  return plx_window_new (GTK_APPLICATION (self));
}

static int
plx_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  PlxApplication *self = PLX_APPLICATION (application);

  gtk_window_present (GTK_WINDOW (new_window (self)));
  return 0;
}

static void
plx_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (new_window (PLX_APPLICATION (application))));
}

static void
plx_application_startup (GApplication *application)
{
  g_resources_register (plx_get_resource ());
  G_APPLICATION_CLASS (plx_application_parent_class)->startup (application);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = plx_application_startup;
  application_class->activate = plx_application_activate;
  application_class->handle_local_options = plx_application_handle_local_options;
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
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
