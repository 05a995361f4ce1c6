/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "store/plx-search-table.h"

/* Hits with a line of text around the first one. */

#define SNIPPET_BEFORE 60    // bytes, roughly
#define SNIPPET_LENGTH 180

static void
search_hit_free (gpointer data)
{
  PlxSearchHit *hit = data;

  g_free (hit->title);
  g_free (hit->source);
  g_free (hit->published);
  g_free (hit->snippet);
  g_array_unref (hit->spans);
  g_free (hit);
}

static gsize
boundary_at (const char *text, gsize n_bytes, gsize at)
{
  at = MIN (at, n_bytes);
  while (at > 0 && (text[at] & 0xc0) == 0x80)
    at--;
  return at;
}

/* Begins after a space where there is one near, and ends with its sentence's
 * neighbourhood; paragraphs run on. */
static char *
make_snippet (const PlxSearchRow *row)
{
  gsize n_bytes = strlen (row->text);
  gsize first = row->spans->len > 0 ? g_array_index (row->spans, PlxSpan, 0).begin : 0;
  gsize begin = boundary_at (row->text, n_bytes,
                             first > SNIPPET_BEFORE ? first - SNIPPET_BEFORE : 0);
  gsize end = boundary_at (row->text, n_bytes, begin + SNIPPET_LENGTH);
  const char *space = begin > 0 ? memchr (row->text + begin, ' ', first - begin) : NULL;
  g_autofree char *text = NULL;

  if (space != NULL)
    begin = (gsize) (space - row->text) + 1;
  text = g_strndup (row->text + begin, end - begin);
  g_strdelimit (text, "\n\t\r", ' ');
  g_strstrip (text);
  return g_strconcat (begin > 0 ? "…" : "", text, end < n_bytes ? "…" : "", NULL);
}

static void
add_hit (const PlxSearchRow *row, gpointer data)
{
  PlxSearchHit *hit = g_new0 (PlxSearchHit, 1);

  hit->article = row->article;
  hit->title = plx_project_dup_title (row->title, row->text);
  hit->source = g_strdup (row->source != NULL ? row->source : _("Unnamed outlet"));
  hit->published = g_strdup (row->published);
  hit->score = row->score;
  hit->snippet = make_snippet (row);
  hit->spans = g_array_ref (row->spans);
  g_ptr_array_add (data, hit);
}

typedef struct {
  const char *query;
  guint limit;
  GPtrArray *hits;
} Search;

static gboolean
search_cb (PlxDb *db, gpointer data, GError **error)
{
  Search *search = data;

  return plx_search_each (db, search->query, search->limit, add_hit, search->hits, error);
}

GPtrArray *
plx_project_search (PlxProject *self, const char *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (search_hit_free);
  Search search = { query, limit, hits };

  g_return_val_if_fail (query != NULL, NULL);
  return plx_project_read (self, search_cb, &search, error) ? g_steal_pointer (&hits) : NULL;
}
