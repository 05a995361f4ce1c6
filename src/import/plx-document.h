/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-private.h"

G_BEGIN_DECLS

/* A word processor's document as the list of its paragraphs, whatever file it
 * came from (DOCX, ODT, RTF), and the builder that its reader feeds. Private to
 * the room. */

typedef struct {
  char *text;                  // one line, no blanks at its ends, never empty
  guint level;                 // of a heading, 1 is the highest; 0: not said
  gboolean is_heading;
  gboolean is_title;           // its style is called "Title"
  gboolean is_bold;            // every letter of it
  gboolean is_note;            // a foot- or endnote; these stand last
  gboolean is_row;             // a row of a table, its cells apart by " | "
  gboolean page_break_before;
} PlxParagraph;

typedef struct {
  GPtrArray *paragraphs;       // PlxParagraph
  GPtrArray *removed;          // char *: heads and feet of pages
  char *title;                 // of its properties, NULL: not said
  char *author;
  char *language;
  char *created;               // ISO 8601
  guint n_deleted;             // passages left out as tracked changes have deleted them
  guint n_comments;            // left out, too
  guint n_foreign;             // embedded parts that were not read
  gboolean is_damaged;         // what follows the damage is missing
} PlxDocument;

PlxDocument *plx_document_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void         plx_document_free       (PlxDocument *document);
void         plx_paragraph_free      (PlxParagraph *paragraph);

/* Chooses title, byline and date, says what was left out, adds the article.
 * FALSE: EMPTY, no text in it. */
gboolean     plx_document_to_article (PlxDocument     *document,
                                      PlxImportResult *result,
                                      GError         **error);

/* -- building: calls nest as the parts of a document do; too deep or left open is no harm -- */

typedef struct _PlxDocumentBuilder PlxDocumentBuilder;

PlxDocumentBuilder *plx_document_builder_new  (PlxDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void     plx_document_builder_free            (PlxDocumentBuilder *builder);  // closes what is open

void     plx_document_builder_open_paragraph  (PlxDocumentBuilder *builder);
void     plx_document_builder_close_paragraph (PlxDocumentBuilder *builder);
gboolean plx_document_builder_is_open         (const PlxDocumentBuilder *builder);

/* The paragraph that is open, to be marked as heading and the like; NULL: none. */
PlxParagraph *plx_document_builder_get_paragraph (PlxDocumentBuilder *builder);

/* Text goes to the paragraph that is open, and opens one if need be; "\n" in it
 * makes a new line, which ends as a paragraph of its own. */
void     plx_document_builder_add_text        (PlxDocumentBuilder *builder,
                                               const char         *text,
                                               gssize              n_bytes,
                                               gboolean            is_bold);
void     plx_document_builder_break_page      (PlxDocumentBuilder *builder);

/* A deleted paragraph mark: the next paragraph goes on in this one. */
void     plx_document_builder_join_next       (PlxDocumentBuilder *builder);

typedef enum {
  PLX_FRAME_ROW,       // of cells
  PLX_FRAME_CELL,      // in a row
  PLX_FRAME_BOX,       // a text box: it follows the paragraph it is anchored in
  PLX_FRAME_NOTE,      // it goes to the end
  PLX_FRAME_REMOVED,   // head or foot of a page
} PlxFrameKind;

void     plx_document_builder_open_frame      (PlxDocumentBuilder *builder, PlxFrameKind kind);
void     plx_document_builder_close_frame     (PlxDocumentBuilder *builder);

/* -- the formats that have paragraphs, also for importers that split by them -- */

/* Of PlxParagraph; NULL: PLX_IMPORT_ERROR_DAMAGED, _UNSUPPORTED (locked), _TOO_LARGE */
GPtrArray   *plx_docx_read_paragraphs (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *plx_rtf_read_paragraphs  (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

PlxDocument *plx_docx_read            (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PlxDocument *plx_odt_read             (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
PlxDocument *plx_odt_read_flat        (const char *xml, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
PlxDocument *plx_rtf_read             (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxParagraph, plx_paragraph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDocument, plx_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDocumentBuilder, plx_document_builder_free)

G_END_DECLS
