/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* What a person decides about one cell: how sure, and a note; with a choice of
 * verdict, or with buttons of the caller's own that apply one.
 *
 * Signals: "decided": a verdict was stored, or taken back */
#define PLX_TYPE_VERDICT_FORM (plx_verdict_form_get_type ())
G_DECLARE_FINAL_TYPE (PlxVerdictForm, plx_verdict_form, PLX, VERDICT_FORM, GtkWidget)

GtkWidget *plx_verdict_form_new   (PlxStoryComparison *comparison,
                                   guint               claim,
                                   guint               column,
                                   gboolean            with_choice);
/* Left out is what a person makes of a search record: not without one. */
gboolean   plx_verdict_form_allows (PlxStoryComparison *comparison,
                                    guint               claim,
                                    guint               column,
                                    PlxCellStatus       verdict);
void       plx_verdict_form_apply (PlxVerdictForm     *self,
                                   PlxCellStatus       verdict);   // NOT_EXAMINED: takes it back

G_END_DECLS
