/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* Other claims to choose one or several of, those first that share most words
 * with the claim they are for; typing finds the others. For a dialog: Return
 * takes its default answer once something is chosen, Escape closes it.
 *
 * Signals: "changed": another choice */
#define PLX_TYPE_CLAIM_CHOOSER (plx_claim_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimChooser, plx_claim_chooser, PLX, CLAIM_CHOOSER, GtkWidget)

/* @name: of the list, for assistive technology */
GtkWidget *plx_claim_chooser_new  (PlxStoryComparison *comparison,
                                   guint               claim,
                                   gboolean            several,
                                   const char         *name);
/* Keys of claims, NULL-terminated, in the order of the comparison; borrowed. */
GPtrArray *plx_claim_chooser_list (PlxClaimChooser    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
