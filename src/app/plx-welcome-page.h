/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* First start: three buttons, recent projects, and a place to drop files. */
GtkWidget *plx_welcome_page_new (void);

G_END_DECLS
