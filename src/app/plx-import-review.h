/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window *Review before adding*: what was read, article by article, with
 * what was stripped; a person corrects one, or all at once. */

typedef enum {
  PLX_REVIEW_CANCEL,
  PLX_REVIEW_ADD,
  PLX_REVIEW_READ_AGAIN,     // the columns of the table are others
} PlxReviewAnswer;

/* @rules: (transfer full): what was corrected so far */
typedef void (*PlxReviewFunc) (PlxReviewAnswer answer, PlxImportRules *rules, gpointer user_data);

/* @draft, @rules: (transfer full); @rules: NULL: nothing was corrected yet */
void plx_import_review_present (GtkWindow      *parent,
                                PlxImportDraft *draft,
                                PlxImportRules *rules,
                                PlxReviewFunc   func,
                                gpointer        user_data);

G_END_DECLS
