/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words of a claim, on as many lines as they take: *Claim*. Return takes the
 * dialog's default answer, since a claim is one sentence.
 *
 * Signals: "changed": other words */
#define PLX_TYPE_CLAIM_ENTRY (plx_claim_entry_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimEntry, plx_claim_entry, PLX, CLAIM_ENTRY, GtkWidget)

GtkWidget *plx_claim_entry_new      (const char    *text);
/* in one line, without space around it */
char      *plx_claim_entry_dup_text (PlxClaimEntry *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
