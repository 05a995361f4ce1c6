/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* *Side by side*: two to four articles of a story, aligned passages joined by
 * ribbons, scrolling together.
 *
 * Signals: "chosen" (guint claim, int column): a passage or ribbon was clicked */
#define PLX_TYPE_SIDE_BY_SIDE (plx_side_by_side_get_type ())
G_DECLARE_FINAL_TYPE (PlxSideBySide, plx_side_by_side, PLX, SIDE_BY_SIDE, GtkWidget)

GtkWidget *plx_side_by_side_new            (void);
/* @published: one per article, may hold NULL after the last known */
void       plx_side_by_side_set_comparison (PlxSideBySide      *self,
                                            PlxStoryComparison *comparison,   // NULL: none
                                            GPtrArray          *published);   // char * or NULL
/* one per claim: its row's number, 0: hidden */
void       plx_side_by_side_set_numbers    (PlxSideBySide      *self,
                                            GArray             *numbers);     // guint
/* scrolls every pane to its evidence; -1: none */
void       plx_side_by_side_set_selected   (PlxSideBySide      *self,
                                            int                 claim,
                                            int                 column);
/* the words that a person selected in a pane of @article; FALSE: none */
gboolean   plx_side_by_side_find_words     (PlxSideBySide      *self,
                                            guint               article,
                                            PlxSpan            *span);

G_END_DECLS
