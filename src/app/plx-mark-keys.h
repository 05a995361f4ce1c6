/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The single keys of Read (n p Enter Delete 1–9 m a), on a widget that shows
 * marks. They go to the window's actions, so menu and palette say the same. */
void plx_mark_keys_attach (GtkWidget *widget);

G_END_DECLS
