/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* What a reader sees on a text: one thing of an analysis, or one made by hand,
 * with what a person decided about it. Project lays decisions over the marks
 * that plx_marks_from_analysis() suggests; Read and the PDF draw them. */

typedef enum {
  PLX_MARK_NAME,       // label: entity kind
  PLX_MARK_STATEMENT,  // label: mode
  PLX_MARK_OMISSION,
  PLX_MARK_TIME,       // label: DATE TIME DURATION SET
  PLX_MARK_QUANTITY,
  PLX_MARK_EVENT,      // label: event kind
  PLX_MARK_FINDING,    // label: finding kind
  PLX_MARK_HAND,       // made by a person; label: entity kind
  PLX_N_MARK_LAYERS,
} PlxMarkLayer;

typedef enum {
  PLX_MARK_SUGGESTED,
  PLX_MARK_ACCEPTED,
  PLX_MARK_REJECTED,
} PlxMarkState;

typedef struct {
  char *key;           // stable inside its article: "m12" "s3" "t0" "q1" "v2" "f0", by hand "h7"
  PlxMarkLayer layer;
  PlxMarkState state;
  char *label;         // nick, see layer
  PlxSpan *spans;      // (n_spans), sorted, not overlapping
  guint n_spans;
  gint32 item;         // index into the analysis' array of the layer, -1: by hand
  gint32 local_entity; // index into the analysis' entities, -1: none
  gint64 entity;       // entity of the project, 0: none
  char *title;         // short: the entity's name, the verb, the question of a finding
  char *chain;         // "Rodong Sinmun ▸ Kim Jong Un"; statements only
  char *why;           // rule or score that made it
  char *note;          // the analyst's, NULL: none
  char *author;        // who decided, NULL: nobody yet
  char *decided;       // ISO 8601 UTC, NULL
  float confidence_01;
} PlxMark;

GPtrArray    *plx_marks_from_analysis (const PlxAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT; // of PlxMark, sorted by begin
PlxMark      *plx_mark_copy           (const PlxMark     *mark) G_GNUC_WARN_UNUSED_RESULT;
void          plx_mark_free           (PlxMark           *mark);
int           plx_mark_compare        (gconstpointer      a,
                                       gconstpointer      b);   // for g_ptr_array_sort()
const char   *plx_mark_layer_to_nick  (PlxMarkLayer       layer);
const char   *plx_mark_state_to_nick  (PlxMarkState       state);
PlxMarkState  plx_mark_state_from_nick (const char       *nick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMark, plx_mark_free)

G_END_DECLS
