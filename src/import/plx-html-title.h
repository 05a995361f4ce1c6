/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the many titles of a page is the article's headline. Private to the room. */

typedef struct {
  char *text;            // one line, without the kicker
  guint level;           // 1 to 6; 0: no heading element, only named so
  gboolean is_named;     // class or itemprop calls it the headline
  gboolean is_logo;      // it links to the front page, or stands in a box around the article
} PlxHtmlHeading;

typedef struct {
  const char *data;      // headline of JSON-LD; NULL
  const char *alternative;  // and its alternativeHeadline; NULL
  const char *card;      // of the sharing card (og:title and kin); NULL
  const char *title;     // <title>; NULL
  const char *site;      // NULL
  const char *address;   // of the page; NULL
  GPtrArray *headings;   // PlxHtmlHeading, in order
  gboolean is_news;      // its data call it a news article
} PlxHtmlTitles;

/* @heading: what stands over the text, when it is worded otherwise (NULL: it is not) */
char *plx_html_title_choose (const PlxHtmlTitles *titles,
                             char               **heading) G_GNUC_WARN_UNUSED_RESULT;

void  plx_html_heading_free (PlxHtmlHeading *heading);

G_END_DECLS
