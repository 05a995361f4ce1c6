/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Holds what may go away when there is no room for it: asks for nothing, and
 * hides its child instead of squeezing it. "fits" tells which. */
#define PLX_TYPE_SHRINK_BIN (plx_shrink_bin_get_type ())
G_DECLARE_FINAL_TYPE (PlxShrinkBin, plx_shrink_bin, PLX, SHRINK_BIN, GtkWidget)

GtkWidget *plx_shrink_bin_new       (GtkWidget    *child);
void       plx_shrink_bin_set_child (PlxShrinkBin *self,
                                     GtkWidget    *child);
gboolean   plx_shrink_bin_fits      (PlxShrinkBin *self);

G_END_DECLS
