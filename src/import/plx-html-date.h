/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-html-article.h"
#include "import/plx-html-metadata.h"
#include "import/plx-import-private.h"

G_BEGIN_DECLS

/* The day a page came out, where its data do not say. Private to the room. */

typedef enum {
  PLX_HTML_DATE_STATED,      // by the data, or beside the headline
  PLX_HTML_DATE_ADDRESS,
  PLX_HTML_DATE_UPDATE,      // only when it was changed
  PLX_HTML_DATE_IMAGE,       // address of its picture
  PLX_HTML_DATE_COPYRIGHT,   // a year
} PlxHtmlDateOrigin;

/* Sets @metadata's date if it has none; TRUE when it did. */
gboolean plx_html_date_find   (const PlxHtmlTree    *tree,
                               const PlxHtmlArticle *found,
                               PlxHtmlMetadata      *metadata,
                               PlxHtmlDateOrigin    *origin);

/* An instant in UTC that is the day before or after in the page's address: the
 * same instant where that day is. TRUE when it was put so. */
gboolean plx_html_date_settle (PlxHtmlMetadata *metadata);

G_END_DECLS
