/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-articles-table.h"
#include "store/plx-originals-private.h"
#include "store/plx-sources-table.h"

#define COLUMNS "SELECT a.id, a.source, a.story, a.run, a.title, s.name, a.byline, a.dateline," \
  " a.published, a.url, a.wire, a.language, o.sha256, a.is_pinned, a.n_bytes," \
  " iif (a.title IS NULL, (SELECT substr (text, 1, 200) FROM texts WHERE article=a.id), NULL)" \
  " FROM articles AS a" \
  " JOIN originals AS o ON o.id=a.original LEFT JOIN sources AS s ON s.id=a.source "

typedef struct {
  PlxArticleRowFunc func;
  gpointer data;
} Each;

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxArticleRow article = {
    .id = plx_row_get_int (row, 0),
    .source = plx_row_get_int (row, 1),
    .story = plx_row_get_int (row, 2),
    .run = plx_row_get_int (row, 3),
    .title = plx_row_get_text (row, 4),
    .source_name = plx_row_get_text (row, 5),
    .byline = plx_row_get_text (row, 6),
    .dateline = plx_row_get_text (row, 7),
    .published = plx_row_get_text (row, 8),
    .url = plx_row_get_text (row, 9),
    .wire = plx_row_get_text (row, 10),
    .language = plx_row_get_text (row, 11),
    .sha256 = plx_row_get_text (row, 12),
    .is_pinned = plx_row_get_int (row, 13) != 0,
    .n_bytes = (guint) plx_row_get_int (row, 14),
    .opening = plx_row_get_text (row, 15),
  };

  each->func (&article, each->data);
}

gboolean
plx_articles_each (PlxDb *db, PlxArticleRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error,
                      COLUMNS "ORDER BY coalesce (a.published, '') DESC, a.id DESC", "");
}

gboolean
plx_articles_each_of (PlxDb *db, gint64 story, PlxArticleRowFunc func, gpointer data,
                      GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error,
                      COLUMNS "WHERE a.story=? ORDER BY coalesce (a.published, ''), a.id", "i",
                      story);
}

gboolean
plx_articles_get (PlxDb *db, gint64 id, PlxArticleRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error, COLUMNS "WHERE a.id=?", "i", id);
}

gboolean
plx_articles_dup_text (PlxDb *db, gint64 id, char **text, GError **error)
{
  return plx_db_get_text (db, text, error, "SELECT text FROM texts WHERE article=?", "i", id);
}

gboolean
plx_articles_get_run (PlxDb *db, gint64 id, gint64 *run, GError **error)
{
  return plx_db_get_int (db, run, 0, error, "SELECT run FROM articles WHERE id=?", "i", id);
}

/* adding */

/* Known: the same part of the same original, or the same text under the same
 * title, source and date from another file (a collection that has grown, a
 * page saved twice). The same text from another source is a reprint and counts. */
static gboolean
find_known (PlxDb *db, const PlxNewArticle *article, gint64 source, const char *text_sha256,
            gint64 *id, GError **error)
{
  return plx_db_get_int (db, id, 0, error,
                         "SELECT a.id FROM articles AS a JOIN originals AS o ON o.id=a.original"
                         " WHERE o.sha256=? AND a.part=?",
                         "tu", article->sha256, (int) article->part)
         && (*id != 0
             || plx_db_get_int (db, id, 0, error,
                                "SELECT id FROM articles WHERE text_sha256=? AND title IS ?"
                                " AND coalesce (source, 0)=? AND published IS ?",
                                "ttit", text_sha256, article->title, source, article->published));
}

static gboolean
insert (PlxDb *db, const PlxNewArticle *article, gint64 source, gint64 original,
        const char *text_sha256, GError **error)
{
  return plx_db_run (
      db, error,
      "INSERT INTO articles (title, byline, dateline, published, url, wire, language,"
      " n_bytes, source, original, part, text_sha256)"
      " VALUES (?,?,?,?,?,?,?,?,nullif (?,0),?,?,?)",
      "tttttttuiiut", article->title, article->byline, article->dateline, article->published,
      article->url, article->wire, article->language, (int) strlen (article->text), source,
      original, (int) article->part, text_sha256);
}

gboolean
plx_articles_add (PlxDb *db, const PlxNewArticle *article, gint64 *id, gboolean *is_new,
                  GError **error)
{
  g_autofree char *text_sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text,
                                                                -1);
  gint64 source = 0, original = 0;

  if (article->source != NULL
      && !plx_sources_ensure (db, article->source, article->source_kind, article->source_country,
                              &source, error))
    return FALSE;
  if (!find_known (db, article, source, text_sha256, id, error))
    return FALSE;
  *is_new = *id == 0;
  if (!*is_new)
    return TRUE;
  if (!plx_originals_ensure (db, article, &original, error)
      || !insert (db, article, source, original, text_sha256, error))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return plx_db_run (db, error, "INSERT INTO texts (article, title, text) VALUES (?,?,?)", "itt",
                     *id, article->title, article->text)
         && plx_db_run (db, error, "INSERT INTO search (rowid, title, text) VALUES (?,?,?)", "itt",
                        *id, article->title, article->text);
}

/* changing */

gboolean
plx_articles_set_published (PlxDb *db, gint64 id, const char *published, GError **error)
{
  return plx_db_run (db, error, "UPDATE articles SET published=? WHERE id=?", "ti", published, id);
}

gboolean
plx_articles_set_source (PlxDb *db, gint64 id, gint64 source, GError **error)
{
  return plx_db_run (db, error, "UPDATE articles SET source=nullif (?,0) WHERE id=?", "ii",
                     source, id);
}

gboolean
plx_articles_set_story (PlxDb *db, gint64 id, gint64 story, gboolean is_pinned, GError **error)
{
  return plx_db_run (db, error,
                     "UPDATE articles SET story=nullif (?1,0), is_pinned=?2 WHERE id=?3"
                     " AND (coalesce (story, 0)<>?1 OR is_pinned<>?2)",
                     "iui", story, is_pinned, id);
}

gboolean
plx_articles_set_run (PlxDb *db, gint64 id, gint64 run, GError **error)
{
  return plx_db_run (db, error, "UPDATE articles SET run=? WHERE id=?", "ii", run, id);
}

gboolean
plx_articles_exists (PlxDb *db, gint64 id, gboolean *exists, GError **error)
{
  gint64 n = 0;

  if (!plx_db_get_int (db, &n, 0, error, "SELECT count (*) FROM articles WHERE id=?", "i", id))
    return FALSE;
  *exists = n > 0;
  return TRUE;
}
