/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-claim-filter.h"

G_BEGIN_DECLS

/* *Claims by source*: what each source reports, one row per claim. Rows are
 * made as they come into sight, so that a thousand claims scroll like ten.
 * Arrow keys walk the cells, Enter chooses.
 *
 * Signals: "chosen" (guint claim, int column), column -1: the row;
 *          "source-chosen" (const char *name);
 *          "menu-wanted" (GtkWidget *at, guint claim, int column) */
#define PLX_TYPE_CLAIM_MATRIX (plx_claim_matrix_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimMatrix, plx_claim_matrix, PLX, CLAIM_MATRIX, GtkWidget)

GtkWidget *plx_claim_matrix_new            (void);
void       plx_claim_matrix_set_comparison (PlxClaimMatrix     *self,
                                            PlxStoryComparison *comparison,   // NULL: none
                                            GPtrArray          *details);     // of the header
void       plx_claim_matrix_set_rows       (PlxClaimMatrix     *self,
                                            PlxClaimFilter     *filter,       // taken
                                            PlxClaimOrder       order);
/* sources that no article of the story is by */
void       plx_claim_matrix_show_heard     (PlxClaimMatrix     *self,
                                            gboolean            show);
/* shows, scrolls to it, does not signal; -1: none */
void       plx_claim_matrix_set_selected   (PlxClaimMatrix     *self,
                                            int                 claim,
                                            int                 column);
guint      plx_claim_matrix_get_n_shown    (PlxClaimMatrix     *self);
/* its number in the rows as sorted, from 1; 0: hidden */
guint      plx_claim_matrix_get_number     (PlxClaimMatrix     *self,
                                            guint               claim);
/* the same of every claim; guint */
GArray    *plx_claim_matrix_list_numbers   (PlxClaimMatrix     *self) G_GNUC_WARN_UNUSED_RESULT;
/* claims as shown; borrowed */
const GArray *plx_claim_matrix_get_rows    (PlxClaimMatrix     *self);        // guint
/* the keyboard goes to the selected cell or row, else to the first row */
void       plx_claim_matrix_focus          (PlxClaimMatrix     *self);
/* the keyboard is somewhere in it */
gboolean   plx_claim_matrix_has_focus      (PlxClaimMatrix     *self);
/* FALSE: of a source that is folded away */
gboolean   plx_claim_matrix_shows_column   (PlxClaimMatrix     *self,
                                            guint               column);
/* NULL: not in sight */
GtkWidget *plx_claim_matrix_find_cell      (PlxClaimMatrix     *self,
                                            guint               claim,
                                            guint               column);

G_END_DECLS
