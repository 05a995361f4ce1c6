/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-current-article.h"

G_BEGIN_DECLS

/* The right side: whatever is selected, with its evidence and what can be
 * decided about it; with nothing selected, the article. */
GtkWidget *plx_inspector_new (PlxCurrentArticle *current);

G_END_DECLS
