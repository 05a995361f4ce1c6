/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-importer.h"

G_BEGIN_DECLS

/* What the formats of this room share; nobody outside includes it. */

enum {
  PLX_IMPORT_MAX_HTML_BYTES = 32 << 20,   // a page; saved pages carry images as base64
  PLX_IMPORT_MAX_TEXT_BYTES = 64 << 20,
  PLX_IMPORT_MAX_JSON_BYTES = 512 << 20,
  PLX_IMPORT_MAX_BYTES = 512 << 20,       // anything that is read in one piece
};

/* -- results -- */

PlxImportResult    *plx_import_result_new     (const char *media_type) G_GNUC_WARN_UNUSED_RESULT;
PlxImportedArticle *plx_imported_article_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                plx_imported_article_free (PlxImportedArticle *article);
void                plx_import_result_say     (PlxImportResult *result,
                                               const char      *level,
                                               char            *where,    // (transfer full)
                                               const char      *format,
                                               ...) G_GNUC_PRINTF (4, 5);
void                plx_import_result_take_articles    (PlxImportResult *result, PlxImportResult *from);
void                plx_import_result_take_diagnostics (PlxImportResult *result, PlxImportResult *from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportedArticle, plx_imported_article_free)

/* -- plx-charset.c -- */

typedef struct {
  char *text;            // valid UTF-8, NFC, "\n" line ends, no control characters
  gsize n_bytes;
  char *charset;         // what the bytes were in
  gboolean is_guess;     // nothing in the file says so
  gboolean lied;         // it says something else than it is
  guint n_replaced;      // U+FFFD put in for bytes that are no text
  guint n_control;       // NUL and other control characters taken out
} PlxDecoded;

PlxDecoded *plx_charset_decode       (const guchar *data, gsize n, gboolean is_markup) G_GNUC_WARN_UNUSED_RESULT;
void        plx_decoded_free         (PlxDecoded *decoded);
void        plx_decoded_report       (const PlxDecoded *decoded, PlxImportResult *result);
const char *plx_charset_find_wide    (const guchar *data, gsize n);
char       *plx_text_clean           (char *text, gsize *n_bytes, guint *n_control) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDecoded, plx_decoded_free)

/* -- formats: clean text in, articles added to @result -- */

gboolean plx_import_text  (const char *text, gsize n_bytes, PlxImportResult *result, GError **error);
gboolean plx_import_html  (const char *text, gsize n_bytes, PlxImportResult *result, GError **error);

char    *plx_text_join_paragraphs (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *plx_html_to_paragraphs   (const char *markup) G_GNUC_WARN_UNUSED_RESULT;

/* -- plx-dateline.c -- */

void plx_dateline_read (PlxImportedArticle *article);

/* -- plx-published.c -- */

typedef enum {
  PLX_DAY_ORDER_UNKNOWN,
  PLX_DAY_ORDER_DAY_FIRST,
  PLX_DAY_ORDER_MONTH_FIRST,
} PlxDayOrder;

char *plx_published_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
int   plx_published_month (const char *word);
char *plx_published_at    (int year, int month, int day, const char *rest) G_GNUC_WARN_UNUSED_RESULT;

/* -- plx-published-find.c -- */

char *plx_published_find  (const char *text, PlxDayOrder order, gsize *start, gsize *end) G_GNUC_WARN_UNUSED_RESULT;
PlxDayOrder plx_published_order (const char *language);


G_END_DECLS
