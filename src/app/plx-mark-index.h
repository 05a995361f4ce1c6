/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-text-offsets.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

/* Which marks lie where, in characters of the buffer. Sorted by begin with the
 * greatest end so far beside it, so that what overlaps a range is found by two
 * searches however long some marks are. */

typedef struct {
  guint32 begin, end;  // characters of the buffer
  guint32 mark;        // index into content->marks
  guint8 lane;         // of its underline: 0 nearest to the text
} PlxMarkPiece;

typedef struct {
  PlxMarkPiece *pieces; // (n_pieces)
  guint32 *max_end;     // (n_pieces) greatest end of pieces[0…i]
  guint n_pieces;
} PlxMarkIndex;

#define PLX_N_LANES 3

PlxMarkIndex *plx_mark_index_new   (const PlxArticleContent *content,
                                    const PlxTextOffsets    *offsets) G_GNUC_WARN_UNUSED_RESULT;
void          plx_mark_index_free  (PlxMarkIndex            *self);
/* First piece that may reach past @character; go on while begin < the end of
 * the range, and skip what ends before it. */
guint         plx_mark_index_first (const PlxMarkIndex      *self,
                                    guint32                  character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMarkIndex, plx_mark_index_free)

G_END_DECLS
