/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program remembers between runs and no project owns: the window's
 * size, the panels' widths, recent projects. A key file in the user's state
 * folder; nothing is lost when it is deleted. */

int       plx_state_get_int     (const char *key,
                                 int         fallback);
void      plx_state_set_int     (const char *key,
                                 int         value);
char    **plx_state_dup_recent  (void) G_GNUC_WARN_UNUSED_RESULT;  // paths, newest first
void      plx_state_add_recent  (const char *path);
void      plx_state_forget_recent (const char *path);

G_END_DECLS
