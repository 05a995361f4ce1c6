/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Panes, all as wide, with a gap for ribbons between each two, which is the
 * narrower the less room there is. Children: pane, ribbons, pane … */
GtkLayoutManager *plx_pane_layout_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* The header of a pane: who, when, buttons. The name has as much of the row as
 * it needs; the date is left out where it would not stand whole. */
GtkLayoutManager *plx_pane_header_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
