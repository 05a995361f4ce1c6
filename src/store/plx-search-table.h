/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-span.h"
#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Full-text search over titles and texts. A query is words, "phrases", the
 * beginning of a word with *, AND OR NOT, and source: speaker: date:. Words
 * side by side must all be there. */

typedef struct {
  gint64 article;
  const char *title, *source, *published, *text;
  double score;          // the higher the better
  GArray *spans;         // PlxSpan into @text; taken over by nobody, ref it to keep it
} PlxSearchRow;          // borrowed for the callback

typedef void (*PlxSearchRowFunc) (const PlxSearchRow *row, gpointer data);

/* Errors: PLX_STORE_ERROR_INVALID when the query makes no sense. */
gboolean plx_search_each (PlxDb             *db,
                          const char        *query,
                          guint              limit,   // 0: all
                          PlxSearchRowFunc   func,
                          gpointer           data,
                          GError           **error);

/* The query as FTS5 wants it, and its filters: plx-search-query.c */
typedef struct {
  char *match;           // NULL: filters only
  char *source, *speaker, *date_from, *date_to;  // folded; NULL: any
} PlxSearchQuery;

gboolean plx_search_query_parse (PlxSearchQuery  *parsed,
                                 const char      *query,
                                 GError         **error);
void     plx_search_query_clear (PlxSearchQuery  *parsed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxSearchQuery, plx_search_query_clear)

G_END_DECLS
