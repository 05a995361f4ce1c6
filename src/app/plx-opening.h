/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How things come in and go out: projects, articles, pasted text, copies,
 * exports. Every function takes a widget of the window it is about. */

void plx_opening_choose        (GtkWidget          *widget);   // *Open a collection…*
void plx_opening_choose_files  (GtkWidget          *widget);   // add to this project
/* the same, after a look at what was read of them */
void plx_opening_choose_to_review (GtkWidget       *widget);
void plx_opening_choose_folder (GtkWidget          *widget);
/* what is new in the folders that were added */
void plx_opening_look_again    (GtkWidget          *widget);
void plx_opening_new_project   (GtkWidget          *widget);
void plx_opening_save_copy     (GtkWidget          *widget);
void plx_opening_open_example  (GtkWidget          *widget);
void plx_opening_open_path     (GtkWidget          *widget,
                                const char         *path);
/* A project opens, everything else is imported: into the window's project, or
 * into a new unsaved one. */
void plx_opening_open_paths    (GtkWidget          *widget,
                                const char * const *paths);
void plx_opening_ask_text      (GtkWidget          *widget,
                                const char         *text);     // dialog *Paste text*; NULL: empty
void plx_opening_analyse       (GtkWidget          *widget);
void plx_opening_export        (GtkWidget          *widget,
                                const char         *what);     // "article:pdf"
/* Drops of files and folders anywhere on the window. */
void plx_opening_accept_drops  (GtkWidget          *widget);

G_END_DECLS
