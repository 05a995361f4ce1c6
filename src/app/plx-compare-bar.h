/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-claim-filter.h"

G_BEGIN_DECLS

/* Above the matrix: order, filters and what they leave over; what a person may
 * do with the comparison as a whole. Filters hold together, and each stands
 * below the bar as a button that takes it away.
 *
 * Signals: "changed": another order or filter;
 *          "heard-toggled" (gboolean show) */
#define PLX_TYPE_COMPARE_BAR (plx_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxCompareBar, plx_compare_bar, PLX, COMPARE_BAR, GtkWidget)

void            plx_compare_bar_set_comparison (PlxCompareBar      *self,
                                                PlxStoryComparison *comparison,
                                                gboolean            is_renewed);
PlxClaimFilter *plx_compare_bar_dup_filter     (PlxCompareBar      *self) G_GNUC_WARN_UNUSED_RESULT;
PlxClaimOrder   plx_compare_bar_get_order      (PlxCompareBar      *self);
void            plx_compare_bar_clear_filter   (PlxCompareBar      *self);
void            plx_compare_bar_show_heard     (PlxCompareBar      *self);
void            plx_compare_bar_set_count      (PlxCompareBar      *self,
                                                guint               n_shown,
                                                guint               n_claims);
void            plx_compare_bar_focus_filter   (PlxCompareBar      *self);

G_END_DECLS
