/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* What runs now, how far it is, and *Cancel*; not there while nothing runs. */
#define PLX_TYPE_OPERATIONS_BAR (plx_operations_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxOperationsBar, plx_operations_bar, PLX, OPERATIONS_BAR, GtkWidget)

GtkWidget *plx_operations_bar_new         (void);
void       plx_operations_bar_set_project (PlxOperationsBar *self,
                                           PlxProject       *project);

G_END_DECLS
