/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* The article as one reads it: a text view that cannot be edited and that
 * paints marks below its text, who says it in the left margin and what to
 * check in the right one. Offsets are bytes of the article's text.
 *
 * It is a GtkTextView because on GTK 4.8 nothing else lets a screen reader
 * read text, and selection, copying and right-to-left text come with it.
 *
 * Signals: "mark-activated" (guint index): clicked; index into content->marks */
#define PLX_TYPE_DOCUMENT_VIEW (plx_document_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxDocumentView, plx_document_view, PLX, DOCUMENT_VIEW, GtkTextView)

typedef struct {
  guint layers;          // bit per PlxMarkLayer
  gboolean rejected;     // show what was rejected too
  gboolean margins;      // notes beside the text
} PlxDocumentLayers;

GtkWidget *plx_document_view_new             (void);
/* @title, @byline: drawn above the text; NULL: none. The place where one reads
 * is kept when the text is the same. */
void       plx_document_view_set_content     (PlxDocumentView         *self,
                                              PlxArticleContent       *content,
                                              const char              *title,
                                              const char              *byline);
void       plx_document_view_set_layers      (PlxDocumentView         *self,
                                              const PlxDocumentLayers *layers);
void       plx_document_view_set_serif       (PlxDocumentView         *self,
                                              gboolean                 serif);
/* What is lit: a mark (key or NULL), everything of an entity (0: none). */
void       plx_document_view_set_selected    (PlxDocumentView         *self,
                                              const char              *mark,
                                              gint64                   entity);
void       plx_document_view_set_passage     (PlxDocumentView         *self,
                                              PlxSpan                  span);
void       plx_document_view_scroll_to       (PlxDocumentView         *self,
                                              guint32                  byte);
/* The words selected with pointer or keyboard; FALSE: none. */
gboolean   plx_document_view_get_words       (PlxDocumentView         *self,
                                              PlxSpan                 *span);
guint32    plx_document_view_get_cursor      (PlxDocumentView         *self);
void       plx_document_view_place_cursor    (PlxDocumentView         *self,
                                              guint32                  byte);
/* From one end of a word to the next; extends marks. */
guint32    plx_document_view_step_word       (PlxDocumentView         *self,
                                              guint32                  byte,
                                              gboolean                 forward);
gboolean   plx_document_view_shows           (PlxDocumentView         *self,
                                              const PlxMark           *mark);

G_END_DECLS
