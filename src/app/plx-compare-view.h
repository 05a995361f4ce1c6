/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plx-selection.h"

G_BEGIN_DECLS

/* The view Compare: claim by source, and the articles side by side. */
#define PLX_TYPE_COMPARE_VIEW (plx_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareView, plx_compare_view, PLX, COMPARE_VIEW, GtkWidget)

GtkWidget *plx_compare_view_new           (void);
void       plx_compare_view_set_project   (PlxCompareView  *self,
                                      PlxProject    *project);   // NULL: none
void       plx_compare_view_set_selection (PlxCompareView  *self,
                                      PlxSelection  *selection); // once, before use
/* What the view shows when it has compared; also for tests without a project. */
void       plx_compare_view_show          (PlxCompareView     *self,
                                           PlxStoryComparison *comparison);
/* Escape: closes the search record; FALSE: none is open */
gboolean   plx_compare_view_go_back      (PlxCompareView     *self);
/* "win.compare": what a person does to the comparison, by name */
void       plx_compare_view_act          (PlxCompareView     *self,
                                          const char         *name);

G_END_DECLS
