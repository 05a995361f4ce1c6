/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plx-current-article.h"
#include "app/plx-mark-item.h"

G_BEGIN_DECLS

/* The list *Marks*: what is painted in the text, for keyboard and screen
 * reader, with name, kind, chain and state of each. */
#define PLX_TYPE_MARKS_PANEL (plx_marks_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlxMarksPanel, plx_marks_panel, PLX, MARKS_PANEL, GtkWidget)

GtkWidget   *plx_marks_panel_new  (PlxCurrentArticle *current);
/* The next or previous mark of the list after the selected one, or after byte
 * @from when none is; selects it. NULL: there is none. */
PlxMarkItem *plx_marks_panel_step (PlxMarksPanel     *self,
                                   gboolean           forward,
                                   guint32            from);

G_END_DECLS
