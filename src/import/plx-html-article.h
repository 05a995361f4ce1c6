/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-html-tree.h"

G_BEGIN_DECLS

/* Which blocks of a page are the article, which stand beside it (captions),
 * and which are the page around it. Private to the room. */

typedef struct {
  const char *title;         // to leave it out of the text; NULL
  const char *heading;       // the same where the page words it otherwise; NULL
  const char *description;   // what the page says the article is about; NULL
  GPtrArray *authors;        // char *
} PlxHtmlKnown;

typedef struct {
  GPtrArray *paragraphs;     // char *
  GPtrArray *kept;           // char *
  GPtrArray *removed;        // char *
  GPtrArray *front;          // char *: short lines between headline and text: dates, bylines
  guint heading_block;       // the headline over the text; PLX_HTML_NONE: not seen
  guint first_block;         // of the text; PLX_HTML_NONE: none
  guint last_block;
  guint n_chars;             // of prose; wide characters count twice
  gboolean is_whole_page;    // nothing like an article: every line that is no link
} PlxHtmlArticle;

PlxHtmlArticle *plx_html_article_find (const PlxHtmlTree *tree, const PlxHtmlKnown *known) G_GNUC_WARN_UNUSED_RESULT;
void            plx_html_article_free (PlxHtmlArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlArticle, plx_html_article_free)

G_END_DECLS
