/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-document-geometry.h"
#include "app/plx-document-view.h"
#include "app/plx-margin-notes.h"

G_BEGIN_DECLS

/* Shared by plx-document-view.c (text, input) and plx-document-paint.c. */

typedef struct {
  GdkRGBA text, dim;
  GdkRGBA color[PLX_N_STYLES];
  GdkRGBA wash[PLX_N_STYLES];
  gboolean has_wash[PLX_N_STYLES];
  GdkRGBA select_fill, select_line;
} PlxDocumentColors;

typedef enum {
  PLX_LIT_NO,
  PLX_LIT_ENTITY,     // another mark of the selected entity
  PLX_LIT_MARK,
} PlxLit;

struct _PlxDocumentView {
  GtkTextView parent_instance;

  PlxArticleContent *content;
  PlxTextOffsets *offsets;
  PlxMarkIndex *index;
  PlxMarginNotes *notes;
  PlxDocumentGeometry *geometry;

  PlxDocumentLayers layers;
  gboolean serif;
  char *selected_mark;
  gint64 selected_entity;
  int selected_index;      // of selected_mark in content->marks, -1
  guint8 *lit;             // (content->marks->len) PlxLit
  guint32 passage_begin, passage_end;  // characters of the buffer

  char *title, *byline;
  PangoLayout *title_layout, *byline_layout;

  /* layout of the page, in pixels */
  int width;               // of the view when margins were chosen
  int font_px;
  int column_x, column_width;
  int left_note, right_note; // width of the notes; 0: no room
  int top;                 // of the text below the title
  int head_height;         // title, byline and the gap below them

  PlxDocumentColors colors;
  gboolean colors_known;
  gboolean dark;
};

/* plx-document-paint.c */
void plx_document_paint (PlxDocumentView *self,
                         GtkSnapshot     *snapshot);

G_END_DECLS
