/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-mark-index.h"

G_BEGIN_DECLS

/* Where marks lie on the screen, per paragraph, relative to the paragraph's
 * top. Asking GTK where a character is costs microseconds and marks are many,
 * so it is asked once per paragraph and kept until the width, the font or the
 * marks change. */

typedef struct {
  int x, y, width, height;
  guint32 mark;
  guint8 lane;
  guint8 first : 1;    // of its piece: the mark begins here
  guint8 last : 1;
} PlxMarkBox;

typedef struct {
  guint32 begin, end;  // characters of the buffer
  int y, height;
} PlxDisplayLine;

typedef struct {
  int height;
  guint32 begin, end;  // characters of the buffer
  GArray *lines;       // PlxDisplayLine
  GArray *boxes;       // PlxMarkBox
} PlxParagraphGeometry;

typedef struct _PlxDocumentGeometry PlxDocumentGeometry;

PlxDocumentGeometry  *plx_document_geometry_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void                  plx_document_geometry_free  (PlxDocumentGeometry *self);
void                  plx_document_geometry_clear (PlxDocumentGeometry *self);
/* @line: at the begin of a paragraph; @y, @height: its place, from the view */
PlxParagraphGeometry *plx_document_geometry_get   (PlxDocumentGeometry *self,
                                                   GtkTextView         *view,
                                                   const PlxMarkIndex  *index,
                                                   const GtkTextIter   *line,
                                                   int                  y,
                                                   int                  height);
/* Top and bottom of [begin, end) inside the paragraph; FALSE: not in it. */
gboolean              plx_paragraph_get_yrange    (const PlxParagraphGeometry *self,
                                                   guint32                     begin,
                                                   guint32                     end,
                                                   int                        *y0,
                                                   int                        *y1);

G_END_DECLS
