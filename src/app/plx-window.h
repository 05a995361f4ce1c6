/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plx-current-article.h"
#include "app/plx-selection.h"

G_BEGIN_DECLS

/* One window, one project (or the welcome page while there is none). It owns
 * the selection that its views share. What it can do are actions "win.…",
 * listed in plx-commands.c. */
#define PLX_TYPE_WINDOW (plx_window_get_type ())
G_DECLARE_FINAL_TYPE (PlxWindow, plx_window, PLX, WINDOW, AdwApplicationWindow)

PlxWindow         *plx_window_new           (GtkApplication *application);
/* The window that @widget stands in, also from a dialog; NULL: none. */
PlxWindow         *plx_window_find          (GtkWidget      *widget);

PlxProject        *plx_window_get_project   (PlxWindow      *self);   // borrowed or NULL
PlxSelection      *plx_window_get_selection (PlxWindow      *self);
PlxCurrentArticle *plx_window_get_current   (PlxWindow      *self);

void               plx_window_set_project   (PlxWindow      *self,
                                             PlxProject     *project);
/* The first article and its story, when none is selected. */
void               plx_window_select_first  (PlxWindow      *self);
/* "read" "graph" "compare" "timeline" "statements" "findings" */
void               plx_window_show_view     (PlxWindow      *self,
                                             const char     *name);
/* A line that goes away by itself. */
void               plx_window_toast         (PlxWindow      *self,
                                             const char     *text);

G_END_DECLS
