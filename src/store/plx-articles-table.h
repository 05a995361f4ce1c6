/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Articles: what lists show is narrow and apart from the texts, which never
 * change. Originals are kept once, by hash. */

typedef struct {
  gint64 id, source, story, run;   // 0: none
  const char *title, *source_name, *byline, *dateline, *published, *url, *wire, *language;
  const char *sha256;              // of the original
  const char *opening;             // the text's first words when there is no title, else NULL
  gboolean is_pinned;              // a person put it into its story
  guint n_bytes;                   // of the text
} PlxArticleRow;                   // borrowed for the callback

typedef void (*PlxArticleRowFunc) (const PlxArticleRow *row, gpointer data);

/* What an import brings; borrowed for the call. */
typedef struct {
  const char *title, *source, *byline, *dateline, *published, *url, *wire, *language, *text;
  const char *sha256, *media_type, *name;
  const char *source_kind, *source_country;   // of a known outlet, else NULL
  GBytes *original;                // compressed only when it is new
  guint part;                      // which article of the original
} PlxNewArticle;

/* @is_new FALSE: the project has it already, @id tells which. */
gboolean plx_articles_add      (PlxDb                *db,
                                const PlxNewArticle  *article,
                                gint64               *id,
                                gboolean             *is_new,
                                GError              **error);
gboolean plx_articles_each     (PlxDb                *db,
                                PlxArticleRowFunc     func,
                                gpointer              data,
                                GError              **error);   // newest first
gboolean plx_articles_each_of  (PlxDb                *db,
                                gint64                story,
                                PlxArticleRowFunc     func,
                                gpointer              data,
                                GError              **error);   // by date
gboolean plx_articles_get      (PlxDb                *db,
                                gint64                id,
                                PlxArticleRowFunc     func,
                                gpointer              data,
                                GError              **error);
gboolean plx_articles_dup_text (PlxDb                *db,
                                gint64                id,
                                char                **text,     // NULL: no such article
                                GError              **error);
gboolean plx_articles_get_run  (PlxDb                *db,
                                gint64                id,
                                gint64               *run,      // 0: not analysed
                                GError              **error);
gboolean plx_articles_set_published (PlxDb *db, gint64 id, const char *published, GError **error);
gboolean plx_articles_set_source    (PlxDb *db, gint64 id, gint64 source, GError **error);
gboolean plx_articles_set_story (PlxDb *db, gint64 id, gint64 story, gboolean is_pinned,
                                 GError **error);
gboolean plx_articles_set_run       (PlxDb *db, gint64 id, gint64 run, GError **error);

/* The bytes as they were; NULL with an error when damaged. */
GBytes  *plx_originals_load    (PlxDb                *db,
                                gint64                article,
                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* One line per original that is not what its hash says. */
gboolean plx_originals_check   (PlxDb                *db,
                                GPtrArray            *faults,
                                GCancellable         *cancellable,
                                GError              **error);
gboolean plx_articles_exists (PlxDb *db, gint64 id, gboolean *exists, GError **error);

G_END_DECLS
