/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/plx-cell-words.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

/* How a cell of the matrix looks and reads: a sign with a word, never a colour
 * alone. A person's verdict goes before what the engine found. The words are
 * those of tables and paper: compare/plx-cell-words.h. */

typedef struct {
  PlxCellStatus status;
  gboolean is_decided;      // by a person
  const PlxCell *cell;      // borrowed
  const PlxColumn *column;  // borrowed
  const PlxVerdict *verdict; // borrowed; NULL: none
  const PlxComparison *comparison; // borrowed
  guint claim, at;          // the row, and where @column stands
} PlxCellLook;

PlxCellLook  plx_cell_look          (PlxStoryComparison *comparison,
                                     guint               claim,
                                     guint               column);
/* Beside the sign; "" */
char        *plx_cell_look_dup_brief (const PlxCellLook *look) G_GNUC_WARN_UNUSED_RESULT;
/* "Continental Press: contradicted, 60,000 tonnes" */
char        *plx_cell_look_dup_label (const PlxCellLook *look) G_GNUC_WARN_UNUSED_RESULT;
void         plx_cell_status_get_color (PlxCellStatus status,
                                        gboolean      dark,
                                        GdkRGBA      *color);
/* Draws the sign into a square of @size at 0, 0. */
void         plx_cell_sign_draw     (cairo_t        *cr,
                                     PlxCellStatus   status,
                                     double          size,
                                     const GdkRGBA  *color);

/* A little widget that is the sign. */
#define PLX_TYPE_CELL_SIGN (plx_cell_sign_get_type ())
G_DECLARE_FINAL_TYPE (PlxCellSign, plx_cell_sign, PLX, CELL_SIGN, GtkWidget)

GtkWidget   *plx_cell_sign_new        (void);
void         plx_cell_sign_set_status (PlxCellSign   *self,
                                       PlxCellStatus  status);

/* The signs with their words. */
GtkWidget   *plx_cell_legend_new      (void);

G_END_DECLS
