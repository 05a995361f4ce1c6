/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With PLX_FRAMELOG=FILE in the environment: one line a frame of a realised
 * window, "end layout paint total cpu" in microseconds; end is the monotonic
 * clock, layout is sizes and styles, paint is snapshot and render, cpu is of
 * the whole process. */
void plx_frame_log_attach (GtkWidget *window);

G_END_DECLS
