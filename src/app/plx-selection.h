/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* What is selected, shared by all views of one window: whoever selects calls a
 * select function, everybody listens to "changed" and shows it in their own
 * way. Nobody compares widgets with widgets.
 *
 * The kind says what the inspector is about; the other fields are context and
 * stay when they still make sense. A mark of a name also carries its entity,
 * so that the graph lights up; a claim carries its comparison, so that nobody
 * computes it again.
 *
 * Selecting what is selected already says nothing, which ends every loop
 * between two views that select in answer to "changed".
 *
 * Signals: "changed" (guint what): PlxSelectionPart that moved */

typedef enum {
  PLX_SELECTED_NOTHING,
  PLX_SELECTED_ENTITY,     // entity
  PLX_SELECTED_MARK,       // article, mark key, and the mark's entity or 0
  PLX_SELECTED_CLAIM,      // comparison, claim, column (-1: the whole row)
  PLX_SELECTED_RELATION,   // graph, edge
  PLX_SELECTED_SOURCE,     // source name
  PLX_SELECTED_PASSAGE,    // article, span: a search hit, a piece of evidence
} PlxSelectedKind;

typedef enum {
  PLX_SELECTION_STORY   = 1 << 0,
  PLX_SELECTION_ARTICLE = 1 << 1,
  PLX_SELECTION_SUBJECT = 1 << 2,   // kind or what it is about
} PlxSelectionPart;

#define PLX_TYPE_SELECTION (plx_selection_get_type ())
G_DECLARE_FINAL_TYPE (PlxSelection, plx_selection, PLX, SELECTION, GObject)

PlxSelection *plx_selection_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* read */
PlxSelectedKind     plx_selection_get_kind       (PlxSelection *self);
gint64              plx_selection_get_story      (PlxSelection *self);  // 0: none
/* 0: none; the one Read shows */
gint64              plx_selection_get_article    (PlxSelection *self);
gint64              plx_selection_get_entity     (PlxSelection *self);  // 0: none
const char         *plx_selection_get_mark       (PlxSelection *self);  // key or NULL
PlxSpan             plx_selection_get_span       (PlxSelection *self);  // of a passage
const char         *plx_selection_get_source     (PlxSelection *self);  // name or NULL
PlxStoryComparison *plx_selection_get_comparison (PlxSelection *self);  // borrowed or NULL
int                 plx_selection_get_claim      (PlxSelection *self);  // -1: none
int                 plx_selection_get_column     (PlxSelection *self);  // -1: the whole row
const char         *plx_selection_get_claim_key  (PlxSelection *self);  // or NULL
PlxGraph           *plx_selection_get_graph      (PlxSelection *self);  // borrowed or NULL
int                 plx_selection_get_edge       (PlxSelection *self);  // -1: none

/* change */
void plx_selection_clear           (PlxSelection *self);   // the subject; Escape
void plx_selection_reset           (PlxSelection *self);   // everything; another project
void plx_selection_select_story    (PlxSelection *self,
                                    gint64        story);
void plx_selection_select_article  (PlxSelection *self,
                                    gint64        article);
void plx_selection_select_entity   (PlxSelection *self,
                                    gint64        entity);
void plx_selection_select_mark     (PlxSelection *self,
                                    gint64        article,
                                    const char   *key,
                                    gint64        entity);
void plx_selection_select_passage  (PlxSelection *self,
                                    gint64        article,
                                    PlxSpan       span);
void plx_selection_select_source   (PlxSelection *self,
                                    const char   *name);
void plx_selection_select_claim    (PlxSelection       *self,
                                    PlxStoryComparison *comparison,
                                    guint               claim,
                                    int                 column);
void plx_selection_select_relation (PlxSelection *self,
                                    PlxGraph     *graph,
                                    guint         edge);

G_END_DECLS
