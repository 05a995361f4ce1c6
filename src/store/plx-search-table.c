/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-search-table.h"

#include <string.h>

/* Where the hits lie is asked of FTS5's highlight(), which knows phrases,
 * prefixes and the tokenizer: the text comes back with marks set, and walking
 * it beside the text itself gives the spans, whatever characters it holds. */

#define MARK_BEGIN '\2'
#define MARK_END '\3'

#define COLUMNS " AS score, a.id, t.title, s.name, a.published, t.text, "
#define TABLES " JOIN articles AS a ON a.id=t.article LEFT JOIN sources AS s ON s.id=a.source"
#define FILTERS " (?1 IS NULL OR instr (s.folded, ?1)>0)" \
  " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM voices AS v WHERE v.article=a.id AND v.run=a.run" \
  " AND v.n_speaks>0 AND instr (v.folded, ?2)>0))" \
  " AND (?3 IS NULL OR (a.published>=?3 AND a.published<=?4))"

static const char match_sql[] =
  "SELECT -bm25 (search, 4.0, 1.0)" COLUMNS "highlight (search, 1, char (2), char (3)) FROM search"
  " JOIN texts AS t ON t.article=search.rowid" TABLES
  " WHERE search MATCH ?5 AND" FILTERS " ORDER BY score DESC, a.id LIMIT ?6";
static const char filter_sql[] =
  "SELECT 0" COLUMNS "NULL FROM texts AS t" TABLES
  " WHERE ?5 IS NULL AND" FILTERS " ORDER BY a.published DESC, a.id LIMIT ?6";

typedef struct {
  PlxSearchRowFunc func;
  gpointer data;
} Each;

static GArray *
find_spans (const char *text, const char *marked)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxSpan span = { 0, 0 };
  gsize at = 0;

  for (; marked != NULL && *marked != '\0'; marked++)
    {
      if (*marked == text[at])
        at++;
      else if (*marked == MARK_BEGIN)
        span.begin = (guint32) at;
      else if (*marked == MARK_END)
        {
          span.end = (guint32) at;
          g_array_append_val (spans, span);
        }
    }
  return spans;
}

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxSearchRow hit = {
    .score = plx_row_get_double (row, 0),
    .article = plx_row_get_int (row, 1),
    .title = plx_row_get_text (row, 2),
    .source = plx_row_get_text (row, 3),
    .published = plx_row_get_text (row, 4),
    .text = plx_row_get_text (row, 5),
  };

  hit.spans = find_spans (hit.text, plx_row_get_text (row, 6));
  each->func (&hit, each->data);
  g_array_unref (hit.spans);
}

gboolean
plx_search_each (PlxDb *db, const char *query, guint limit, PlxSearchRowFunc func, gpointer data,
                 GError **error)
{
  g_auto (PlxSearchQuery) parsed = { 0 };
  Each each = { func, data };

  return plx_search_query_parse (&parsed, query, error)
         && plx_db_each (db, give_row, &each, error, parsed.match != NULL ? match_sql : filter_sql,
                         "ttttti", parsed.source, parsed.speaker, parsed.date_from, parsed.date_to,
                         parsed.match, limit > 0 ? (gint64) limit : (gint64) -1);
}
