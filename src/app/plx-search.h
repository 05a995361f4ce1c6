/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window *Search*: words in, passages of all articles out. */
void plx_search_open (GtkWidget *widget);

G_END_DECLS
