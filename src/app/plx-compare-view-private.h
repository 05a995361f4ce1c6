/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-cell-bar.h"
#include "app/plx-claim-matrix.h"
#include "app/plx-compare-bar.h"
#include "app/plx-compare-panel.h"
#include "app/plx-compare-view.h"
#include "app/plx-shrink-bin.h"
#include "app/plx-side-by-side.h"

G_BEGIN_DECLS

/* Shared by plx-compare-view.c (what stands where), plx-compare-record.c (the
 * search record), plx-compare-renew.c (what stays selected when claims change) and
 * plx-compare-work.c (what an analyst does). */

struct _PlxCompareView {
  GtkWidget parent_instance;

  PlxProject *project;
  PlxSelection *selection;
  PlxStoryComparison *comparison;
  gint64 loading;           // story under way, 0: none
  gboolean stale, narrow, has_legend, syncing, renewing;
  guint narrow_source, record_source;
  guint tab;                // 0: articles, then pages of the panel

  GtkOverlay *overlay;
  GtkStack *pages, *rows;
  AdwStatusPage *empty;
  GtkSpinner *spinner;
  PlxCompareBar *bar;
  GtkWidget *clear;
  PlxShrinkBin *legend_bin;
  GtkPaned *paned;
  PlxClaimMatrix *matrix;
  PlxCellBar *cell_bar;
  PlxSideBySide *side_by_side;
  PlxComparePanel *panel;
  GtkWidget *narrow_tabs, *wide_tabs, *side, *legend;
  GtkWidget *record;        // the search record that is open, NULL: none
  guint record_claim, record_column;
  gboolean record_wants_focus;
  char *pending;            // what to do once it has compared, NULL: nothing
  char *wanted;             // key of a claim to select when it is compared, NULL: none
};

void     plx_compare_view_init_record   (PlxCompareView *self);
void     plx_compare_view_open_record   (PlxCompareView *self);
/* The keyboard goes to it, as soon as it is open; FALSE: it was not open yet. */
gboolean plx_compare_view_focus_record  (PlxCompareView *self);
void     plx_compare_view_close_record  (PlxCompareView *self);
gboolean plx_compare_view_is_empty_cell (PlxCompareView *self,
                                         int             claim,
                                         int             column);

/* -1: no such claim */
int      plx_compare_view_find_claim    (PlxCompareView *self,
                                         const char     *key);

void     plx_compare_view_select_wanted (PlxCompareView *self,
                                         int             claim);

/* Where one was before the comparison is another one. */
typedef struct {
  gboolean has_focus;       // the keyboard was in the matrix
  guint number;             // of the selected row, from 1; 0: none
} PlxComparePlace;

PlxComparePlace plx_compare_view_get_place (PlxCompareView        *self);
void            plx_compare_view_renew     (PlxCompareView        *self,
                                            const PlxComparePlace *place,    // NULL: another story
                                            void                 (*show) (PlxCompareView *self));

G_END_DECLS
