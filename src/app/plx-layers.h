/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-document-view.h"

G_BEGIN_DECLS

/* The button *Layers*: one popover that says which marks are drawn. */
PlxDocumentLayers  plx_layers_get_default (void);
GtkWidget         *plx_layers_button_new  (PlxDocumentView *view);
/* What each line means, for the toolbar. */
GtkWidget         *plx_legend_new         (void);

G_END_DECLS
