/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-claim-filter.h"

G_BEGIN_DECLS

/* What claims can be filtered by besides their words.
 *
 * Signals: "changed": a person chose otherwise */
#define PLX_TYPE_FILTER_POPOVER (plx_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlxFilterPopover, plx_filter_popover, PLX, FILTER_POPOVER, GtkWidget)

GtkWidget *plx_filter_popover_new     (PlxStoryComparison   *comparison);
/* shows, does not signal */
void       plx_filter_popover_set     (PlxFilterPopover     *self,
                                       const PlxClaimFilter *filter);
/* into all but the text of @filter */
void       plx_filter_popover_store   (PlxFilterPopover     *self,
                                       PlxClaimFilter       *filter);

G_END_DECLS
