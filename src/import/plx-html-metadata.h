/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "import/plx-html-tree.h"

G_BEGIN_DECLS

/* What a page says of its article: JSON-LD first, then meta elements, then
 * microdata and what a reader sees. Private to the room. */

typedef struct {
  char *title;
  char *description;
  char *body;            // articleBody, plain
  char *published;       // ISO 8601
  char *modified;        // ISO 8601
  char *other_date;      // ISO 8601, of what else the data tell of
  char *image;           // address of the picture that stands for it
  char *page_title;      // <title>, and that of the sharing card, as they stand
  char *card_title;
  char *site;
  char *language;
  char *url;
  GPtrArray *authors;    // char *
  gboolean is_article;   // its data call it one
  gboolean is_news;      // and say it is news
  char *alternative;     // its data's alternativeHeadline
  char *heading;         // what stands over the text, where @title is worded otherwise; NULL
} PlxHtmlMetadata;

PlxHtmlMetadata *plx_html_metadata_read    (xmlDoc *doc) G_GNUC_WARN_UNUSED_RESULT;
void             plx_html_metadata_free    (PlxHtmlMetadata *metadata);

/* plx-html-jsonld.c: fills what @metadata lacks */
void             plx_html_jsonld_read      (xmlDoc *doc, const char *seen_title, PlxHtmlMetadata *metadata);

/* plx-byline.c */
void             plx_byline_add            (GPtrArray *authors, const char *text);
gboolean         plx_byline_has_prefix     (const char *text);
const char      *plx_byline_skip_prefix    (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlMetadata, plx_html_metadata_free)

G_END_DECLS
