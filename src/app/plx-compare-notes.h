/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* One quiet line: what of a story could not be compared as it should be, and
 * work that lost its claim. The first stands there, the others open from it; a
 * person may dismiss it, until there is something else to say. */
#define PLX_TYPE_COMPARE_NOTES (plx_compare_notes_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareNotes, plx_compare_notes, PLX, COMPARE_NOTES, GtkWidget)

GtkWidget *plx_compare_notes_new  (void);
void       plx_compare_notes_show (PlxCompareNotes    *self,
                                   PlxStoryComparison *comparison);

G_END_DECLS
