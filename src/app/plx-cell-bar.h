/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* One line below the matrix: what the selected cell says, through whom, how
 * sure, and a button to decide otherwise; and how the claim's number moved.
 *
 * Signals: "done": the form of the button was closed */
#define PLX_TYPE_CELL_BAR (plx_cell_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxCellBar, plx_cell_bar, PLX, CELL_BAR, GtkWidget)

GtkWidget *plx_cell_bar_new  (void);
/* one per article, may hold NULL */
void       plx_cell_bar_set_published (PlxCellBar *self,
                                       GPtrArray  *published);   // char *
/* column -1: of the claim only; hides when there is nothing to say */
void       plx_cell_bar_show (PlxCellBar         *self,
                              PlxStoryComparison *comparison,
                              int                 claim,
                              int                 column);
/* opens the form of the cell that it shows; FALSE: it shows none */
gboolean   plx_cell_bar_decide (PlxCellBar        *self);

G_END_DECLS
