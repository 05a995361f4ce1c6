/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* Beside the panes: how each source names somebody, which words it uses more
 * than the others, whom it lets speak, what it said first, changed and dropped,
 * how many independent origins a claim has, and who ran the story when.
 *
 * Signals: "entity-chosen" (const char *name),
 *          "passage-chosen" (guint article, guint begin, guint end) */
#define PLX_TYPE_COMPARE_PANEL (plx_compare_panel_get_type ())
G_DECLARE_FINAL_TYPE (PlxComparePanel, plx_compare_panel, PLX, COMPARE_PANEL, GtkWidget)

typedef enum {
  PLX_PANEL_NAMING,
  PLX_PANEL_WORDS,
  PLX_PANEL_VOICES,
  PLX_PANEL_COURSE,
  PLX_PANEL_ORIGINS,
  PLX_PANEL_COVERAGE,
  PLX_N_PANEL_PAGES,
} PlxPanelPage;

GtkWidget  *plx_compare_panel_new            (void);
const char *plx_compare_panel_get_title      (PlxPanelPage        page);   // translated
void        plx_compare_panel_set_comparison (PlxComparePanel    *self,
                                              PlxStoryComparison *comparison,  // NULL: none
                                              GPtrArray          *published);  // per article
void        plx_compare_panel_set_page       (PlxComparePanel    *self,
                                              PlxPanelPage        page);
/* names as in the comparison; NULL or unknown: stays */
void        plx_compare_panel_set_entity     (PlxComparePanel    *self,
                                              const char         *name);
void        plx_compare_panel_set_claim      (PlxComparePanel    *self,
                                              int                 claim);

G_END_DECLS
