/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window *Review before adding*: what was read, article by article, with
 * what was stripped; a person corrects one, or all at once. */

/* @rules: (transfer full): what to change, NULL: nothing is to be added */
typedef void (*PlxReviewFunc) (PlxImportRules *rules, gpointer user_data);

/* @draft: (transfer full) */
void plx_import_review_present (GtkWindow      *parent,
                                PlxImportDraft *draft,
                                PlxReviewFunc   func,
                                gpointer        user_data);

G_END_DECLS
