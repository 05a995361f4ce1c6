/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "export/plx-hyphens.h"
#include "export/plx-pdf-line.h"
#include "export/plx-pdf-style.h"
#include "export/plx-report.h"

G_BEGIN_DECLS

/* How the files of the PDF writer talk to each other.
 *
 *   PlxReport → PlxPdfBook: pages as lists of what to draw   (plx-pdf-pages.c
 *               and one file per part of the book)
 *             → cairo: bytes of a plain tagged PDF           (plx-pdf-page.c)
 *             → libqpdf: annotations, links, attachment      (plx-pdf-finish.c)
 *
 * Layout comes before drawing because contents and indexes, which stand first
 * and last, print the pages of what lies between. All lengths are points from
 * the upper left corner of the page. */

enum {
  PLX_PDF_WIDTH = 595,
  PLX_PDF_HEIGHT = 842,
  PLX_PDF_EDGE = 30,          // outer margin of everything
  PLX_PDF_TOP = 62,           // body, below the running head
  PLX_PDF_BOTTOM = 764,       // body, above the legend
  PLX_PDF_LOW = 794,          // pages without a legend
  PLX_PDF_NOTE_WIDTH = 98,    // each margin's column of notes
  PLX_PDF_TEXT_LEFT = 163,    // the article's column
  PLX_PDF_TEXT_WIDTH = 288,
};

typedef enum {
  PLX_TYPE_BODY,       // serif, the article
  PLX_TYPE_QUOTE,      // serif, evidence
  PLX_TYPE_TITLE,      // serif bold
  PLX_TYPE_BIG_TITLE,
  PLX_TYPE_PART,       // serif bold, a story
  PLX_TYPE_HEADING,    // sans bold
  PLX_TYPE_TEXT,       // sans
  PLX_TYPE_TABLE,      // sans, smaller
  PLX_TYPE_SMALL,      // sans: notes, legend, running heads
  PLX_N_TYPES,
} PlxPdfType;

/* Structure elements; furniture becomes an artifact in plx-pdf-structure.c. */
typedef enum {
  PLX_ROLE_FURNITURE,
  PLX_ROLE_P,
  PLX_ROLE_H1,
  PLX_ROLE_H2,
  PLX_ROLE_QUOTE,
  PLX_ROLE_NOTE,
  PLX_ROLE_TD,
  PLX_ROLE_TH,
  PLX_ROLE_FIGURE,
  PLX_N_ROLES,
} PlxPdfRole;

typedef enum {
  PLX_ITEM_TEXT,
  PLX_ITEM_RULE,
  PLX_ITEM_FILL,
  PLX_ITEM_DISC,
  PLX_ITEM_SAMPLE,     // of a style's line
  PLX_ITEM_DRAWING,
} PlxPdfItemKind;

typedef void (*PlxPdfDrawFunc) (cairo_t *cr, PlxPdfBox box, gpointer data);

typedef struct {
  PlxPdfItemKind kind;
  PlxPdfRole role;
  guint block;           // items of one block are one structure element
  PlxPdfBox box;         // TEXT: x1, y1 = beginning of the baseline
  double width;          // of a rule's pen
  gboolean dotted;
  PlxPdfColour colour;
  PlxPdfStyle style;     // SAMPLE
  PlxPdfLine *line;      // TEXT; owned
  PlxPdfDrawFunc draw;   // DRAWING
  gpointer data;         // borrowed
} PlxPdfItem;

typedef struct {
  PlxPdfBox box;
  guint page;            // 0 …, in the whole book
  double y;              // of the target
} PlxPdfLink;

typedef struct {
  GArray *items;         // PlxPdfItem
  GArray *links;         // PlxPdfLink
} PlxPdfPage;

/* One line of an article on paper. */
typedef struct {
  guint32 begin;         // byte in the article
  guint page;            // in the body
  guint number;          // 1 …, counted through the article
  double y1, y2;
} PlxPdfPlace;

/* A mark, or the part of it that lies on one page: one annotation. */
typedef struct {
  const PlxMark *mark;
  guint article;
  guint page;            // in the body
  guint piece;           // 1 … within the mark
  guint line;            // number of its first line
  gboolean last;         // nothing of the mark follows
  GArray *quads;         // PlxPdfBox, one per line and direction
  guint depth;           // how far its line lies below those of marks inside it
  gint next;             // further piece of the same mark, -1
} PlxPlacedMark;

typedef struct {
  char *title;
  gint article;          // -1: another heading
  guint page;            // in the whole book
  double y;
  guint level;
} PlxPdfHeading;

typedef struct {
  guint page;            // of the part
  double y;
} PlxPdfRow;

/* What stands beside the articles of a story: before them, or after the only
 * one. Pages that say nothing are not made. */
typedef struct {
  const PlxReportStory *story;
  guint at;              // before this page of the body
  guint n_pages;         // that it will have; links count on it
  guint n_before;        // pages of the parts before it
  GPtrArray *pages;      // PlxPdfPage
  GArray *headings;      // PlxPdfHeading
  guint *claims;         // (n_claims) rows of its matrix, most disputed first
  guint *columns;        // (n_columns)
  guint n_claims, n_columns;
  guint n_more;          // claims that are not shown
  PlxSummary *summary;   // NULL: none yet
  PlxPdfRow *rows;       // (the comparison's claims) where each row stands in the part
} PlxPdfPart;

typedef struct {
  const PlxReport *report;
  PangoContext *context;
  PangoFontDescription *fonts[PLX_N_TYPES];
  PlxHyphens *hyphens;
  GPtrArray *front, *body, *back;    // PlxPdfPage
  guint n_front;                     // pages that front will have; links count on it
  GArray *parts;                     // PlxPdfPart, one per story, by at
  GArray *places;                    // PlxPdfPlace, by article and byte
  guint *first_place;                // (n_articles + 1) into places
  guint *first_page;                 // (n_articles) into body
  GPtrArray *placed;                 // PlxPlacedMark, by article and first place
  gint **piece_of;                   // (n_articles)(n_marks) first piece, -1: none
  GArray *back_headings;             // PlxPdfHeading
  guint n_blocks;
  gpointer scene;                    // PlxScene, NULL: no graph
} PlxPdfBook;

/* Pages that belong together, as they follow each other in the file. */
typedef struct {
  const GPtrArray *pages;
  guint begin, end;
  gint article;          // -1: front, back or a part
  const PlxPdfPart *part;
} PlxPdfSection;

/* A column, or several, filled from top to bottom, page after page. */
typedef struct {
  PlxPdfBook *book;
  GPtrArray *pages;
  double left, width;    // of one column
  double gap;
  guint n_columns, column;
  double top, y;
  double lowest;         // y that any column of the page has reached
  double bottom;         // where columns but the last end
  double rest;           // height of what is to come from the top on; 0: not known
} PlxPdfFlow;

/* plx-pdf-type.c */
void         plx_pdf_type_init    (PlxPdfBook *book);
void         plx_pdf_type_clear   (PlxPdfBook *book);
PangoLayout *plx_pdf_type_layout  (PlxPdfBook *book,
                                   PlxPdfType  type,
                                   const char *text,
                                   double      width) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *plx_pdf_type_markup  (PlxPdfBook *book,
                                   PlxPdfType  type,
                                   const char *markup,
                                   double      width) G_GNUC_WARN_UNUSED_RESULT;
void         plx_pdf_type_add_features (PangoAttrList *attributes);
double       plx_pdf_type_pitch   (PlxPdfType  type);
double       plx_pdf_type_ascent  (PlxPdfType  type);
double       plx_pdf_type_height  (PlxPdfType   type,
                                   PangoLayout *layout);

/* plx-pdf-page.c */
PlxPdfPage  *plx_pdf_page_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void         plx_pdf_page_free    (PlxPdfPage *self);
void         plx_pdf_page_add_line (PlxPdfPage      *self,
                                    PangoLayoutLine *line,
                                    double           x,
                                    double           baseline,
                                    PlxPdfRole       role,
                                    guint            block);
double       plx_pdf_page_add_layout (PlxPdfPage  *self,
                                      PangoLayout *layout,
                                      PlxPdfType   type,
                                      double       x,
                                      double       y,
                                      PlxPdfRole   role,
                                      guint        block);
void         plx_pdf_page_add_rule (PlxPdfPage   *self,
                                    double        x1,
                                    double        y1,
                                    double        x2,
                                    double        y2,
                                    double        width,
                                    PlxPdfColour  colour,
                                    gboolean      dotted);
void         plx_pdf_page_add_box  (PlxPdfPage     *self,
                                    PlxPdfItemKind  kind,
                                    PlxPdfBox       box,
                                    PlxPdfColour    colour);
void         plx_pdf_page_add_sample (PlxPdfPage   *self,
                                      PlxPdfStyle   style,
                                      PlxPdfBox     box);
void         plx_pdf_page_add_link (PlxPdfPage   *self,
                                    PlxPdfBox     box,
                                    guint         page,
                                    double        y);
void         plx_pdf_page_draw     (const PlxPdfPage *self,
                                    cairo_t          *cr);

/* plx-pdf-flow.c */
void         plx_pdf_flow_begin   (PlxPdfFlow *flow,
                                   PlxPdfBook *book,
                                   GPtrArray  *pages,
                                   guint       n_columns);
void         plx_pdf_flow_section (PlxPdfFlow *flow,
                                   guint       n_columns,
                                   double      height);
PlxPdfPage  *plx_pdf_flow_page    (PlxPdfFlow *flow);
void         plx_pdf_flow_measure (PlxPdfFlow *flow,
                                   const PlxPdfFlow *like);
void         plx_pdf_flow_balance (PlxPdfFlow *flow,
                                   double      height);
void         plx_pdf_flow_next    (PlxPdfFlow *flow);
gboolean     plx_pdf_flow_need    (PlxPdfFlow *flow,
                                   double      height);
double       plx_pdf_flow_x       (const PlxPdfFlow *flow);
void         plx_pdf_flow_text    (PlxPdfFlow *flow,
                                   PlxPdfType  type,
                                   PlxPdfRole  role,
                                   const char *markup,
                                   double      space_after);

/* plx-pdf-book.c: where things lie */
guint        plx_pdf_book_n_pages    (const PlxPdfBook  *book);
guint        plx_pdf_book_body_page  (const PlxPdfBook  *book,
                                      guint              page);
guint        plx_pdf_book_part_page  (const PlxPdfBook  *book,
                                      const PlxPdfPart  *part);
guint        plx_pdf_book_back_page  (const PlxPdfBook  *book);
gboolean     plx_pdf_book_is_nested  (const PlxPdfBook  *book);
GArray      *plx_pdf_book_list_sections (const PlxPdfBook *book) G_GNUC_WARN_UNUSED_RESULT;
GArray      *plx_pdf_book_list_headings (const PlxPdfBook *book) G_GNUC_WARN_UNUSED_RESULT;
GArray      *plx_pdf_headings_new    (void) G_GNUC_WARN_UNUSED_RESULT;
guint        plx_pdf_book_new_block  (PlxPdfBook        *book);
const PlxPdfPlace *plx_pdf_book_find (const PlxPdfBook  *book,
                                      guint              article,
                                      guint32            byte);
char        *plx_pdf_book_dup_title  (const PlxPdfBook  *book,
                                      guint              article) G_GNUC_WARN_UNUSED_RESULT;
const char  *plx_pdf_book_get_source (const PlxPdfBook  *book,
                                      guint              article);
void         plx_pdf_headings_add    (GArray            *headings,
                                      const char        *title,
                                      guint              page,
                                      double             y,
                                      guint              level);
char        *plx_pdf_story_dup_title (const PlxReportStory *story) G_GNUC_WARN_UNUSED_RESULT;
/* "14 May 2031"; as it stands when it is no date; NULL: none */
char        *plx_pdf_dup_day         (const char        *published) G_GNUC_WARN_UNUSED_RESULT;
char        *plx_pdf_dup_quote       (const PlxAnalysis *analysis,
                                      const PlxSpan     *spans,
                                      guint              n_spans,
                                      guint              n_chars) G_GNUC_WARN_UNUSED_RESULT;

/* plx-pdf-article.c, plx-pdf-marks.c, plx-pdf-margins.c */
gboolean     plx_pdf_article_lay_out (PlxPdfBook    *book,
                                      guint          article,
                                      GCancellable  *cancellable,
                                      GError       **error);

typedef struct {
  PlxSpan span;
  guint mark;            // index into the article's marks
  guint depth;           // of its line, see PlxPlacedMark
} PlxPdfMarkSpan;

GArray      *plx_pdf_marks_collect   (const PlxReportArticle *article) G_GNUC_WARN_UNUSED_RESULT;
void         plx_pdf_marks_place     (PlxPdfBook          *book,
                                      guint                article,
                                      PangoLayoutLine     *line,
                                      const PlxHyphenated *hyphenated,
                                      guint32              begin,
                                      const GArray        *spans,
                                      const PlxPdfPlace   *place);
void         plx_pdf_marks_finish    (PlxPdfBook          *book,
                                      guint                article);
void         plx_pdf_margins_lay_out (PlxPdfBook          *book,
                                      guint                article);

/* parts of the book */
void         plx_pdf_front_lay_out   (PlxPdfBook *book);
void         plx_pdf_parts_begin     (PlxPdfBook *book);
void         plx_pdf_parts_clear     (PlxPdfBook *book);
gboolean     plx_pdf_parts_lay_out   (PlxPdfBook *book);
guint        plx_pdf_part_level      (const PlxPdfPart *part,
                                      const PlxPdfBook *book);
gboolean     plx_pdf_part_shows      (const PlxPdfPart *part,
                                      guint             claim,
                                      guint             column);
void         plx_pdf_sources_lay_out (const PlxReportStory *story,
                                      PlxPdfFlow           *flow);
void         plx_pdf_summary_lay_out (PlxPdfPart       *part,
                                      PlxPdfFlow       *flow);
void         plx_pdf_matrix_lay_out  (const PlxPdfPart *part,
                                      PlxPdfFlow       *flow);
/* plx-pdf-voices.c */
void         plx_pdf_voices_lay_out  (const PlxPdfPart *part,
                                      PlxPdfFlow       *flow);
void         plx_pdf_aside_lay_out   (const PlxPdfPart *part,
                                      PlxPdfFlow       *flow);
void         plx_pdf_evidence_lay_out (const PlxPdfPart *part,
                                       PlxPdfFlow       *flow);
gboolean     plx_pdf_graph_build     (PlxPdfBook    *book,
                                      GCancellable  *cancellable,
                                      GError       **error);
void         plx_pdf_graph_clear     (PlxPdfBook *book);
void         plx_pdf_graph_lay_out   (PlxPdfBook *book,
                                      PlxPdfFlow *flow);
void         plx_pdf_index_lay_out   (PlxPdfBook *book);
void         plx_pdf_furnish         (PlxPdfBook *book);

/* plx-pdf-rich.c: text in several dresses with links in it */
typedef enum {
  PLX_RICH_PLAIN = 0,
  PLX_RICH_BOLD = 1 << 0,
  PLX_RICH_ITALIC = 1 << 1,
  PLX_RICH_GREY = 1 << 2,
  PLX_RICH_UNDERLINE = 1 << 3,
  PLX_RICH_RED = 1 << 4,
  PLX_RICH_GOLD = 1 << 5,
  PLX_RICH_LINK = 1 << 6,
} PlxPdfRichFlags;

typedef struct {
  GString *text;
  PangoAttrList *attributes;
  GArray *links;
} PlxPdfRich;

PlxPdfRich  *plx_pdf_rich_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void         plx_pdf_rich_free    (PlxPdfRich      *self);
void         plx_pdf_rich_add     (PlxPdfRich      *self,
                                   const char      *text,
                                   PlxPdfRichFlags  flags);
void         plx_pdf_rich_add_link (PlxPdfRich     *self,
                                    const char     *text,
                                    guint           page,
                                    double          y);
/* "p. 9, line 6" */
void         plx_pdf_rich_add_place (PlxPdfRich       *self,
                                     const PlxPdfBook *book,
                                     guint             article,
                                     guint32           byte);
/* "p. 9, whole" */
void         plx_pdf_rich_add_article (PlxPdfRich       *self,
                                       const PlxPdfBook *book,
                                       guint             article);
PangoLayout *plx_pdf_rich_layout  (PlxPdfRich      *self,
                                   PlxPdfBook      *book,
                                   PlxPdfType       type,
                                   double           width) G_GNUC_WARN_UNUSED_RESULT;
double       plx_pdf_rich_place   (PlxPdfRich      *self,
                                   PangoLayout     *layout,
                                   PlxPdfType       type,
                                   PlxPdfPage      *page,
                                   double           x,
                                   double           y,
                                   PlxPdfRole       role,
                                   guint            block);
void         plx_pdf_rich_flow    (PlxPdfRich      *self,
                                   PlxPdfFlow      *flow,
                                   PlxPdfType       type,
                                   PlxPdfRole       role,
                                   double           space_after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfRich, plx_pdf_rich_free)

/* plx-pdf-annotations.c: pure text, nothing but the arguments goes in */
typedef struct {
  GString *dictionary;   // without /AP, /P, /Popup
  GString *appearance;   // content stream
  PlxPdfBox rect;        // PDF space: y up
} PlxPdfAnnotation;

void         plx_pdf_annotation_init  (PlxPdfAnnotation    *self);
void         plx_pdf_annotation_clear (PlxPdfAnnotation    *self);
void         plx_pdf_annotation_write (PlxPdfAnnotation    *self,
                                       const PlxReport     *report,
                                       const PlxPlacedMark *placed);
char        *plx_pdf_annotation_dup_name (const PlxReport     *report,
                                          const PlxPlacedMark *placed) G_GNUC_WARN_UNUSED_RESULT;
void         plx_pdf_write_string     (GString             *out,
                                       const char          *utf8);
void         plx_pdf_write_number     (GString             *out,
                                       double               number);
char        *plx_pdf_dup_date         (const char          *iso) G_GNUC_WARN_UNUSED_RESULT;

/* plx-pdf-finish.c */
GBytes      *plx_pdf_finish (const PlxPdfBook   *book,
                             GByteArray         *plain,
                             const PlxProgress  *progress,
                             GCancellable       *cancellable,
                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     plx_pdf_verify (const PlxPdfBook   *book,
                             GBytes             *pdf,
                             GError            **error);

/* plx-report.c */
gboolean     plx_report_write_file (const char  *path,
                                    const char  *bytes,
                                    gsize        n_bytes,
                                    GError     **error);
char        *plx_report_dup_json_ld (const PlxReport *report) G_GNUC_WARN_UNUSED_RESULT;
gboolean     plx_report_is_empty    (const PlxReport  *report,
                                     GError          **error);

#define PLX_PDF_BLACK ((PlxPdfColour) { 0.1, 0.1, 0.12 })
#define PLX_PDF_GREY ((PlxPdfColour) { 0.47, 0.46, 0.48 })
#define PLX_PDF_HAIR ((PlxPdfColour) { 0.82, 0.81, 0.83 })

G_END_DECLS
