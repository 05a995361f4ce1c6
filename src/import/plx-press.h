/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-private.h"

G_BEGIN_DECLS

/* Exports of press databases: one file, many articles. Where each begins and
 * which line is what is guessed by rules in data/import/press-*.tsv, so every
 * result says that a person should look. Private to the room. */

/* -- plx-press-lines.c: Nexis and Factiva as lines, from whatever file -- */

/* FALSE: no such export; nothing was added. @lines: char *, one paragraph each. */
gboolean plx_press_read_lines (const GPtrArray *lines, PlxImportResult *result);

/* The same for a text or a page; dear only where its signs are found. */
gboolean plx_press_read_text  (const char *text, PlxImportResult *result);
gboolean plx_press_read_html  (const char *markup, gsize n_bytes, PlxImportResult *result);

/* @paragraphs: of PlxParagraph */
gboolean plx_press_read_document (const GPtrArray *paragraphs, PlxImportResult *result);

/* -- plx-press-pages.c: pages and XML whose mark-up says what is what -- */

gboolean plx_press_read_page  (const char *text, gsize n_bytes, PlxImportResult *result);

/* -- plx-press-labels.c -- */

typedef enum {
  PLX_PRESS_NONE,
  PLX_PRESS_TITLE,
  PLX_PRESS_SOURCE,
  PLX_PRESS_DATE,
  PLX_PRESS_BYLINE,
  PLX_PRESS_DATELINE,
  PLX_PRESS_LANGUAGE,
  PLX_PRESS_BODY,
  PLX_PRESS_KEPT,
  PLX_PRESS_HEAD,
  PLX_PRESS_TAIL,
  PLX_PRESS_END,
  PLX_PRESS_COVER,
} PlxPressRole;

/* "LENGTH: 355 words" → HEAD; @value: (out) (optional): what follows the label. */
PlxPressRole plx_press_get_role   (const char *line, const char **value);

/* "December 31, 2018 Monday City Final Edition" → "2018-12-31"; NULL: no date
 * with its year near the beginning. */
char        *plx_press_find_date  (const char *line) G_GNUC_WARN_UNUSED_RESULT;

/* Puts what a label or a place says into @article; what is set already stays. */
void         plx_press_set        (PlxImportedArticle *article, PlxPressRole role, const char *value);

/* "877 Wörter", "295 mots" */
gboolean     plx_press_is_length  (const char *line);

/* Takes the article in, or says that its text is missing. */
void         plx_press_add        (PlxImportResult *result, PlxImportedArticle *article);

/* What every result of this kind says. */
void         plx_press_say        (PlxImportResult *result, const char *database);

G_END_DECLS
