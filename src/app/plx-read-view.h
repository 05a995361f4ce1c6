/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plx-current-article.h"
#include "app/plx-marks-panel.h"

G_BEGIN_DECLS

/* The view Read: toolbar, banner for a missing date, the article. */
#define PLX_TYPE_READ_VIEW (plx_read_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxReadView, plx_read_view, PLX, READ_VIEW, GtkWidget)

GtkWidget *plx_read_view_new        (PlxCurrentArticle *current,
                                     PlxMarksPanel     *marks);
/* The words a mark would be made of: those selected, else those of the
 * selected mark; FALSE: neither. */
gboolean   plx_read_view_get_words  (PlxReadView       *self,
                                     PlxSpan           *span);
void       plx_read_view_step_mark  (PlxReadView       *self,
                                     gboolean           forward);
void       plx_read_view_extend     (PlxReadView       *self,
                                     gboolean           forward);
void       plx_read_view_focus_text (PlxReadView       *self);

G_END_DECLS
