/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-document-geometry.h"
#include "app/plx-mark-style.h"

G_BEGIN_DECLS

/* What stands beside the text: on the left who says it, joined to the text by
 * a bracket; on the right what to check. The text never moves for a note.
 * Statements that follow each other in a paragraph with the same chain share
 * one note. Only notes in view are laid out and drawn. */

typedef struct {
  guint32 begin, end;     // characters of the buffer
  guint32 first_mark;     // index into content->marks
  guint n_marks;          // how many marks share the note; they are in members
  guint32 *members;       // (n_marks)
  char *markup;
  PlxStyle style;
  gboolean suggested;     // all of them
  guint8 depth;           // brackets inside brackets
  PangoLayout *layout;    // made when first seen
  int layout_width, layout_room;   // what it was made for
  int y, height;          // where it was drawn last; height 0: not in view
} PlxMarginNote;

typedef struct {
  GPtrArray *left, *right; // PlxMarginNote, by begin
} PlxMarginNotes;

PlxMarginNotes *plx_margin_notes_new    (const PlxArticleContent *content,
                                         const PlxTextOffsets    *offsets)
                                         G_GNUC_WARN_UNUSED_RESULT;
void            plx_margin_notes_free   (PlxMarginNotes          *self);
/* Font or width changed. */
void            plx_margin_notes_forget (PlxMarginNotes          *self);
gboolean        plx_margin_note_has     (const PlxMarginNote     *note,
                                         guint32                  mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMarginNotes, plx_margin_notes_free)

G_END_DECLS
