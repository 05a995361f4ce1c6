/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What one can do with a row of an article or a story: its menu (right click,
 * Menu, Shift+F10), dragging an article onto a story. Call whenever a row is
 * bound; @home is the panel, which keeps the one popover all rows share. */
void plx_collection_menu_attach (GtkListItem *item,
                                 GtkWidget   *home);

G_END_DECLS
