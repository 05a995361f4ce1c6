/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* *Search record*: what an empty cell rests on (what was searched, with which
 * words and names, and how near the nearest sentence came), and the question
 * that only a person can answer: left out, or not examined?
 *
 * Signals: "done": decided, or closed */
#define PLX_TYPE_SEARCH_RECORD_CARD (plx_search_record_card_get_type ())
G_DECLARE_FINAL_TYPE (PlxSearchRecordCard, plx_search_record_card, PLX, SEARCH_RECORD_CARD,
                      GtkWidget)

GtkWidget *plx_search_record_card_new (PlxStoryComparison *comparison,
                                       guint               claim,
                                       guint               column);
/* as if its button was pressed */
void       plx_search_record_card_leave_out (PlxSearchRecordCard *self);

G_END_DECLS
