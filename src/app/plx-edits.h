/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/plx-selection.h"

G_BEGIN_DECLS

/* What a person can change, each one step of undo. A function takes any widget
 * of the window: it finds project and selection there, and an error is told in
 * a toast. Returns whether something changed. */

/* of the selected mark, or of every mark of the selected entity here */
gboolean plx_edits_set_state       (GtkWidget *widget, PlxMarkState state);
/* of the selected mark */
gboolean plx_edits_set_label       (GtkWidget *widget, PlxEntityKind kind);
gboolean plx_edits_extend          (GtkWidget *widget, PlxSpan span);
gboolean plx_edits_remove          (GtkWidget *widget);   // by hand: gone; else rejected
gboolean plx_edits_set_note        (GtkWidget *widget, const char *note);
gboolean plx_edits_mark_words      (GtkWidget *widget, PlxSpan span);
void     plx_edits_mark_everywhere (GtkWidget *widget, PlxSpan span);   // previews first
gboolean plx_edits_set_cell        (GtkWidget *widget, gint64 story, const char *claim_key,
                                    const char *column, PlxCellStatus verdict,
                                    double confidence_01, const char *note);
/* of a comparison; claims and columns by their keys */
gboolean plx_edits_confirm_cells   (GtkWidget *widget, gint64 story, const PlxCellPlace *cells,
                                    guint n_cells);
gboolean plx_edits_move_evidence   (GtkWidget *widget, gint64 story, const char *claim_key,
                                    const char *column, gint64 article, PlxSpan span);
gboolean plx_edits_reset_evidence  (GtkWidget *widget, gint64 story, const char *claim_key,
                                    const char *column);
/* ... of another claim of the same source, and not of this one any more: one step */
gboolean plx_edits_give_evidence   (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                                    guint column, guint to);
gboolean plx_edits_drop_claim      (GtkWidget *widget, gint64 story, const char *claim_key);
gboolean plx_edits_restore_claim   (GtkWidget *widget, gint64 story, const char *claim_key);
gboolean plx_edits_unmerge_claim   (GtkWidget *widget, gint64 story, const char *claim_key);
gboolean plx_edits_discard_orphan  (GtkWidget *widget, gint64 story, const char *orphan_key);
gboolean plx_edits_attach_orphan   (GtkWidget *widget, gint64 story, const char *orphan_key,
                                    const char *claim_key);
/* these ask first; @done: hears the key of what came of it */
typedef void (*PlxClaimFunc) (const char *claim_key, gpointer user_data);
void     plx_edits_add_claim       (GtkWidget *widget, gint64 story, PlxClaimFunc done,
                                    GObject *object);
void     plx_edits_reword_claim    (GtkWidget *widget, PlxStoryComparison *comparison, guint claim);
void     plx_edits_split_claim     (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                                    guint column, PlxClaimFunc done, GObject *object);
void     plx_edits_merge_claims    (GtkWidget *widget, PlxStoryComparison *comparison, guint claim);
void     plx_edits_ask_evidence    (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                                    guint column, PlxClaimFunc done, GObject *object);
/* @claim: -1: none is selected */
void     plx_edits_dropped_claims  (GtkWidget *widget, PlxStoryComparison *comparison, int claim,
                                    PlxClaimFunc done, GObject *object);
gboolean plx_edits_set_entity_kind (GtkWidget *widget, gint64 entity, PlxEntityKind kind);
gboolean plx_edits_move_article    (GtkWidget *widget, gint64 article, gint64 story);  // 0: new
/* of two that look alike */
gboolean plx_edits_merge_alike     (GtkWidget *widget, gint64 into, gint64 from);
gboolean plx_edits_keep_apart      (GtkWidget *widget, gint64 entity, gint64 other);
/* these ask first */
void     plx_edits_rename_story    (GtkWidget *widget, gint64 story);
void     plx_edits_rename_entity   (GtkWidget *widget, gint64 entity);
void     plx_edits_merge_entity    (GtkWidget *widget, gint64 entity);
void     plx_edits_split_entity    (GtkWidget *widget, gint64 entity);
void     plx_edits_add_role        (GtkWidget *widget, gint64 entity);
void     plx_edits_undo            (GtkWidget *widget);
void     plx_edits_redo            (GtkWidget *widget);
/* NULL: nothing can be changed, which is said */
PlxProject *plx_edits_find_project (GtkWidget *widget);
/* Tells @error where people look; NULL: nothing. */
void     plx_edits_report          (GtkWidget *widget, const GError *error);

G_END_DECLS
