/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* The context menu of a row of the matrix, or of one of its cells: what can be
 * done to what is selected ("win.compare"). @column: -1: the row */
void plx_claim_menu_popup (GtkWidget          *at,
                           PlxStoryComparison *comparison,
                           guint               claim,
                           int                 column);

G_END_DECLS
