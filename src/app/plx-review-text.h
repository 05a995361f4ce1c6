/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The text of an article under review: its paragraphs, and where they stood
 * those that were stripped; each can change sides, in all articles at once. */

#define PLX_TYPE_REVIEW_TEXT (plx_review_text_get_type ())
G_DECLARE_FINAL_TYPE (PlxReviewText, plx_review_text, PLX, REVIEW_TEXT, GtkWidget)

/* Both live longer than the widget. */
GtkWidget *plx_review_text_new (const PlxImportDraft *draft, PlxImportRules *rules);
void       plx_review_text_set_article (PlxReviewText *self, const PlxDraftArticle *article);

/* "changed": a paragraph changed sides. */

G_END_DECLS
