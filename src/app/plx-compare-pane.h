/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* One article of the side-by-side view: who and when above, the text below.
 *
 * Signals: "article-chosen" (guint article): another one in the drop-down;
 *          "byte-clicked" (guint byte): somebody clicked into the text */
#define PLX_TYPE_COMPARE_PANE (plx_compare_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlxComparePane, plx_compare_pane, PLX, COMPARE_PANE, GtkWidget)

/* What a passage is, for the wash behind it. */
typedef enum {
  PLX_PASSAGE_ALIGNED,
  PLX_PASSAGE_DIFFERS,
  PLX_PASSAGE_CONTRADICTED,
  PLX_PASSAGE_NEAREST,       // came nearest to what was not found
  PLX_PASSAGE_SELECTED,
  PLX_PASSAGE_DIFFERING,     // the words themselves: bold, underlined
  PLX_N_PASSAGES,
} PlxPassage;

GtkWidget     *plx_compare_pane_new            (void);
void           plx_compare_pane_set_comparison (PlxComparePane     *self,
                                                PlxStoryComparison *comparison,
                                                GListModel         *names);   // of the articles
void           plx_compare_pane_set_published  (PlxComparePane     *self,
                                                const char         *published);
void           plx_compare_pane_set_article    (PlxComparePane     *self,
                                                guint               article);
guint          plx_compare_pane_get_article    (PlxComparePane     *self);

void           plx_compare_pane_clear_passages (PlxComparePane     *self);
void           plx_compare_pane_add_passage    (PlxComparePane     *self,
                                                PlxPassage          kind,
                                                PlxSpan             span);
void           plx_compare_pane_scroll_to      (PlxComparePane     *self,
                                                PlxSpan             span);
/* FALSE: no words are selected */
gboolean       plx_compare_pane_get_words      (PlxComparePane     *self,
                                                PlxSpan            *span);
GtkAdjustment *plx_compare_pane_get_adjustment (PlxComparePane     *self);
/* From the top of the text, scrolled or not. */
void           plx_compare_pane_get_range      (PlxComparePane     *self,
                                                PlxSpan             span,
                                                double             *top,
                                                double             *bottom);
/* Where y 0 of the text stands in @widget now. */
double         plx_compare_pane_get_origin     (PlxComparePane     *self,
                                                GtkWidget          *widget);
GtkWidget     *plx_compare_pane_get_extras     (PlxComparePane     *self);  // a box at the header's end

G_END_DECLS
