/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-compare-pane.h"

G_BEGIN_DECLS

/* The space between two panes: a ribbon from each passage to the one that
 * answers it, with the number of its claim; one that finds nothing stops short.
 *
 * Signals: "claim-clicked" (guint claim) */
#define PLX_TYPE_RIBBONS (plx_ribbons_get_type ())
G_DECLARE_FINAL_TYPE (PlxRibbons, plx_ribbons, PLX, RIBBONS, GtkWidget)

typedef struct {
  guint claim;
  guint number;            // of its row
  PlxCellStatus relation;
  gboolean has_left, has_right;
  PlxSpan left, right;
  gboolean is_selected;
  gboolean is_quiet;       // another one is selected
} PlxRibbon;

GtkWidget *plx_ribbons_new         (PlxComparePane *left,
                                    PlxComparePane *right);
void       plx_ribbons_set_ribbons (PlxRibbons     *self,
                                    GArray         *ribbons);   // PlxRibbon; taken

G_END_DECLS
