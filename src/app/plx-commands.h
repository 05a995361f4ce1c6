/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every command of the program, once: the palette lists them, the application
 * takes their shortcuts from here, buttons and menus name the same actions. */
typedef struct {
  const char *label;      // untranslated, see N_()
  const char *action;     // detailed: "win.view::read"
  const char *accels[3];  // as GTK writes them; keys without a modifier belong to Read
} PlxCommand;

const PlxCommand *plx_commands_get   (guint          *n_commands);
void              plx_commands_bind  (GtkApplication *application);
/* The window in which one types a few letters of a command. */
void              plx_command_palette_open (GtkWindow *parent);

G_END_DECLS
